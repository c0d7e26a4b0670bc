//! What holds for every input: of reading first, then of the whole pipeline.

use std::path::Path;
use std::sync::LazyLock;

use gainsay::claim::Article;
use gainsay::document::{BlockKind, Document, Format};
use gainsay::lexicon::Lexicon;
use gainsay::matrix::ConsensusMatrix;
use gainsay::report::{self, csv::unguard};
use gainsay::{extract, merge, read};
use proptest::prelude::*;

/// Lines that articles are made of, so that chance puts the layouts together.
const LINES: &[&str] = &[
    "",
    "",
    "",
    "Kale vs Chard",
    "What is Kale?",
    "Kale",
    "Chard",
    "Feature",
    "Kale Chard",
    "Speed Fast enough. Faster than Kale.",
    "Advantages of Kale",
    "Advantages of Chard",
    "Winner: Kale",
    "1. Growth",
    "2) Taste — “fine”",
    "  • Grows fast",
    "    - and far\u{a0}",
    "* **Bold** and `code` &amp; more",
    "Kale grows quickly. It keeps for a week, e.g. in a cellar, and it costs little at the market of the town.",
    "a lower-case line that goes on from the line before it and is as long as wrapped lines are",
    "a\tb\tc",
    "Price  2 euros  3 euros",
    "| a | b |",
    "|---|---|",
    "====",
    "---",
    "$ run --now",
    "```",
    "    indented = code()",
    "> quoted",
    "## Heading",
    "**Label**",
    "<table><tr><td>cell</td><td>é</td></tr>",
    "</table>",
    "<p>Some <b>words</b> &mdash; here",
    "{{< short code >}} {% tag %} <Part prop={1} />",
    "+++",
    "title: x",
    "Related Posts",
    "5 min read",
    "👍 Well done!Next one…",
];

fn article() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        9 => proptest::sample::select(LINES).prop_map(str::to_owned),
        1 => "\\PC{0,40}",
    ];
    (proptest::collection::vec(line, 1..40), any::<bool>())
        .prop_map(|(lines, windows)| lines.join(if windows { "\r\n" } else { "\n" }))
}

fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sound(document: &Document) {
    let mut end = 0;
    for block in &document.blocks {
        assert!(block.span.start >= end && block.span.end <= document.text.len() && !block.span.is_empty());
        assert!(block.section < document.sections.len());
        end = block.span.end;
        let mut last = block.span.start;
        for sentence in &block.sentences {
            assert!(block.span.contains(*sentence) && sentence.start >= last && !sentence.is_empty());
            last = sentence.end;
        }
        assert!(block.strong.iter().all(|strong| block.span.contains(*strong)));
        if let BlockKind::Table(table) = &block.kind {
            assert!(table.header_rows <= table.rows.len());
            let columns = table.rows.first().map_or(0, Vec::len);
            assert!(table.rows.iter().all(|row| row.len() == columns));
        }
    }
    for (i, section) in document.sections.iter().enumerate() {
        assert!(section.parent.is_none_or(|parent| parent < i));
    }
}

proptest! {
    #[test]
    fn no_bytes_make_the_readers_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for name in ["x.txt", "x.md", "x.html", "x"] {
            if let Ok(document) = read::bytes(Path::new(name), &bytes) {
                sound(&document);
            }
        }
    }

    #[test]
    fn blocks_come_in_order_and_hold_their_sentences(text in article()) {
        for name in ["x.txt", "x.md"] {
            if let Ok(document) = read::bytes(Path::new(name), text.as_bytes()) {
                sound(&document);
            }
        }
    }

    #[test]
    fn a_block_is_found_again_in_the_file(text in article()) {
        let read = read::bytes(Path::new("x.txt"), text.as_bytes());
        if let Some(document) = read.ok().filter(|document| document.source.format == Format::Text) {
            for block in &document.blocks {
                let spans = match &block.kind {
                    BlockKind::Table(table) => table.rows.concat(),
                    _ => block.sentences.iter().copied().chain([block.span]).collect(),
                };
                for span in spans.into_iter().filter(|span| !span.is_empty()) {
                    let (start, end) = document.places.bytes(span).expect("a place");
                    prop_assert_eq!(folded(&text[start..end]), folded(document.words(span)));
                }
            }
        }
    }
}

/// Sentences that claim something, so that chance puts claims together.
const CLAIMS: &[&str] = &[
    "# Kale vs Chard",
    "# Chard or Kale, and what of Sorrel?",
    "Kale is cheaper than Chard.",
    "Chard isn't as easy to grow as Kale, but it lasts longer.",
    "Choose Kale for small gardens, = and Chard for large ones.",
    "Both have comparable flavour.",
    "Kale was first grown in 1820, Chard in 1750; it costs $3.50 a pound.",
    "Unlike Chard, it has no bitter aftertaste",
    "-Neither is better.",
    "| Price | Low | @High |",
    "Overall, I'd go with Kale.",
    "The former is hard to learn, the latter a joy.",
];

/// A run of a few articles: its file names and texts.
fn run() -> impl Strategy<Value = Vec<(String, String)>> {
    let line = prop_oneof![
        5 => proptest::sample::select(CLAIMS).prop_map(str::to_owned),
        4 => proptest::sample::select(LINES).prop_map(str::to_owned),
        1 => "\\PC{0,40}",
    ];
    let one = (proptest::collection::vec(line, 1..12), proptest::sample::select(["md", "txt", "html"].as_slice()));
    proptest::collection::vec(one, 1..4).prop_map(|all| {
        let named = |(number, (lines, ending)): (usize, (Vec<String>, &str))| {
            (format!("{number}.{ending}"), format!("Kale vs Chard\n\n{}", lines.join("\n\n")))
        };
        all.into_iter().enumerate().map(named).collect()
    })
}

/// The whole pipeline, as the program runs it.
fn merged(files: &[(String, String)]) -> (Vec<Article>, ConsensusMatrix) {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);
    let read = |(name, text): &(String, String)| read::bytes(Path::new(name), text.as_bytes()).ok();
    let documents: Vec<Document> = files.iter().filter_map(read).collect();
    let rosters = extract::rosters(&documents, &LEXICON);
    let pairs = documents.into_iter().zip(rosters);
    let articles: Vec<Article> = pairs.map(|(document, roster)| extract::claims(document, roster, &LEXICON)).collect();
    let matrix = merge::matrix(&articles, &LEXICON);
    (articles, matrix)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_quote_is_what_stands_at_its_place(files in run()) {
        let (articles, matrix) = merged(&files);
        for comparison in &matrix.comparisons {
            for claim in &comparison.claims {
                let article = articles.iter().find(|one| one.document.source.id == claim.source).expect("its article");
                let span = claim.claim.evidence.span;
                prop_assert_eq!(span.of(&article.document.text), claim.quote.as_str());
                prop_assert!(!claim.quote.trim().is_empty());
                prop_assert!(comparison.subjects.contains(&claim.subject));
                prop_assert!(claim.rival.as_ref() != Some(&claim.subject));
            }
        }
    }

    #[test]
    fn the_matrix_reads_back_from_its_csv(files in run()) {
        let (articles, matrix) = merged(&files);
        let reports = report::files(&matrix, &articles, &report::Options::default());
        let (_, bytes) = reports.iter().find(|(name, _)| name == "matrix.csv").expect("the matrix");
        let mut reader = csv::Reader::from_reader(&bytes[..]);
        let columns: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
        let mut records = reader.records();
        for comparison in &matrix.comparisons {
            for row in &comparison.rows {
                let record = records.next().expect("a row").expect("well formed");
                let cell = |name: &str| {
                    let at = columns.iter().position(|column| column == name).expect("a column");
                    unguard(&record[at]).to_owned()
                };
                prop_assert_eq!(cell("comparison"), comparison.name.clone());
                prop_assert_eq!(cell("criterion"), row.criterion.0.clone());
                prop_assert_eq!(cell("consensus"), row.consensus.outcome.cell());
                prop_assert_eq!(cell("support"), row.consensus.support.to_string());
                for source in &comparison.sources {
                    let position = row.positions.get(&source.id).map_or("", |position| position.favours.cell());
                    prop_assert_eq!(cell(&source.id), position);
                }
            }
        }
        prop_assert!(records.next().is_none());
    }

    #[test]
    fn the_order_of_the_files_changes_no_byte(files in run()) {
        let written = |files: &[(String, String)]| {
            let (articles, matrix) = merged(files);
            let reports = report::files(&matrix, &articles, &report::Options::default());
            reports.into_iter().map(|(name, bytes)| (name, String::from_utf8(bytes).expect("UTF-8"))).collect::<Vec<_>>()
        };
        let backwards: Vec<(String, String)> = files.iter().rev().cloned().collect();
        for (one, other) in written(&files).into_iter().zip(written(&backwards)) {
            prop_assert_eq!(one, other);
        }
    }

    #[test]
    fn no_text_makes_the_pipeline_panic(texts in proptest::collection::vec(any::<String>(), 1..4)) {
        let named = texts.into_iter().enumerate().map(|(number, text)| (format!("{number}.md"), text));
        merged(&named.collect::<Vec<_>>());
    }
}
