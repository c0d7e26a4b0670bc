//! What holds for every input.

use std::path::Path;

use gainsay::document::{BlockKind, Document, Format};
use gainsay::read;
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
