//! The words of a quote stand at the bytes that its evidence names, in every format, packed or not.
//!
//! The check shares nothing with the readers: the bytes are cut out of the file, and another parser makes
//! words of them.

use std::io::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use flate2::Compression;
use flate2::write::GzEncoder;
use gainsay::lexicon::Lexicon;
use gainsay::{extract, merge, read, report};
use proptest::prelude::*;
use serde_json::Value;

/// Sentences that claim something.
const CLAIMS: &[&str] = &[
    "Kale is cheaper than Chard.",
    "Chard isn't as easy to grow as Kale, but it lasts longer.",
    "Choose Kale for small gardens & Chard for large ones.",
    "Both have comparable flavour.",
    "Kale was first grown in 1820, Chard in 1750; it costs $3.50 a pound.",
    "Unlike Chard, it has no bitter aftertaste — or so they say.",
    "Overall, I'd go with Kale in a café.",
    "The former is hard to learn, the latter a joy.",
];

/// How a link ends in Markdown.
const LINK: &str = "](https://example.org/a_b)";

/// How a word is set: the numbers choose among the ways of each format.
fn sentences() -> impl Strategy<Value = Vec<Vec<(String, u8)>>> {
    let sentence = (proptest::sample::select(CLAIMS), proptest::collection::vec(0..24_u8, 20));
    let set = sentence.prop_map(|(words, ways)| words.split(' ').map(str::to_owned).zip(ways).collect());
    proptest::collection::vec(set, 1..8)
}

fn html(sentences: &[Vec<(String, u8)>]) -> String {
    let word = |(word, way): &(String, u8)| {
        let plain = word.replace('&', "&amp;").replace('—', "&mdash;");
        match way {
            0 => format!("<b>{plain}</b> "),
            1 => format!("<a href='?a>b&c'>{plain}</a>\r\n  "),
            2 => word.chars().map(|c| format!("&#{};", u32::from(c))).chain([" ".to_owned()]).collect(),
            3 => format!("<!-- no > words -->{plain}&#x20;"),
            4 => format!("<span>{plain}<script>if (a < b) {{ '<p>no' }}</script></span> "),
            5 => format!("<i>{plain} "),
            6 => format!("{} ", plain.replace('é', "&eacute;")),
            _ => format!("{plain} "),
        }
    };
    let line = |sentence: &Vec<_>| format!("<p>{}</p>\n", sentence.iter().map(word).collect::<String>());
    let list: String = sentences.iter().map(|one| line(one).replace("p>", "li>")).collect();
    let lines: String = sentences.iter().map(line).collect();
    format!("<title>Kale vs Chard</title><h1>Kale vs Chard</h1>{lines}<h2>Advantages of Kale</h2><ul>{list}</ul>")
}

fn markdown(sentences: &[Vec<(String, u8)>]) -> String {
    let word = |(word, way): &(String, u8)| match way {
        0 => format!("**{word}** "),
        1 => format!("[{word}{LINK} "),
        2 => format!("{word}\n"),
        3 => format!("*{word}* "),
        4 => format!("{} ", word.replace('&', "&amp;").replace('—', "&mdash;")),
        _ => format!("{word} "),
    };
    let line = |sentence: &Vec<_>| sentence.iter().map(word).collect::<String>();
    let lines: String = sentences.iter().map(|one| line(one).trim_end().to_owned() + "\n\n").collect();
    format!("---\ntitle: Kale vs Chard\n---\n\n# Kale vs Chard\n\n{lines}")
}

fn text(sentences: &[Vec<(String, u8)>]) -> String {
    let word = |(word, way): &(String, u8)| format!("{word}{}", if *way == 0 { "\r\n" } else { " " });
    let line = |sentence: &Vec<_>| sentence.iter().map(word).collect::<String>();
    let lines: String = sentences.iter().map(|one| line(one).trim_end().to_owned() + "\r\n\r\n").collect();
    format!("Kale vs Chard\r\n\r\n{lines}")
}

fn packed(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text.as_bytes()).expect("memory");
    encoder.finish().expect("memory")
}

/// Letters and figures, nothing else.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What a reader of a piece of HTML would see.
fn shown_html(piece: &str) -> String {
    let page = scraper::Html::parse_fragment(piece);
    let hidden = |node: ego_tree::NodeRef<'_, scraper::Node>| {
        node.value().as_element().is_some_and(|element| matches!(element.name(), "script" | "style"))
    };
    let texts = page.tree.root().descendants().filter(|node| !node.ancestors().any(hidden));
    texts.filter_map(|node| node.value().as_text().map(|text| text.to_string())).collect()
}

/// What a reader of a piece of Markdown would see.
fn shown_markdown(piece: &str) -> String {
    use pulldown_cmark::Event;
    let shown = |event| match event {
        Event::Text(words) | Event::Code(words) => Some(words.to_string()),
        _ => None,
    };
    // A quote may begin or end within a link, whose address is then no link to a parser.
    let piece = piece.replace(LINK, "");
    pulldown_cmark::Parser::new(&piece).filter_map(shown).collect()
}

/// The claims of one article, as `claims.jsonl` has them.
fn claims(name: &str, bytes: &[u8]) -> Vec<Value> {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);
    let documents = vec![read::bytes(Path::new(name), bytes).expect("an article")];
    let rosters = extract::rosters(&documents, &LEXICON);
    let pairs = documents.into_iter().zip(rosters);
    let articles: Vec<_> = pairs.map(|(document, roster)| extract::claims(document, roster, &LEXICON)).collect();
    let matrix = merge::matrix(&articles, &LEXICON);
    let files = report::files(&matrix, &articles, &report::Options::default());
    let (_, lines) = files.iter().find(|(name, _)| name == "claims.jsonl").expect("the claims");
    String::from_utf8_lossy(lines).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// Every quote stands where its evidence says, and packing changes nothing.
fn proven(name: &str, file: &str, shown: fn(&str) -> String) -> usize {
    let found = claims(name, file.as_bytes());
    for claim in &found {
        let evidence = &claim["evidence"];
        let at = |index: usize| usize::try_from(evidence["bytes"][index].as_u64().expect("a place")).expect("a size");
        let (quote, piece) = (evidence["quote"].as_str().expect("a quote"), &file[at(0)..at(1)]);
        assert_eq!(letters(&shown(piece)), letters(quote), "{name}: {piece:?}");
    }
    let evidence = |claims: Vec<Value>| claims.into_iter().map(|claim| claim["evidence"].clone()).collect::<Vec<_>>();
    let count = found.len();
    assert_eq!(evidence(claims(&format!("{name}.gz"), &packed(file))), evidence(found));
    count
}

#[test]
fn there_are_quotes_to_prove() {
    let plain: Vec<Vec<_>> =
        CLAIMS.iter().map(|one| one.split(' ').map(|word| (word.to_owned(), 23)).collect()).collect();
    assert!(proven("x.html", &html(&plain), shown_html) > 5);
    assert!(proven("x.md", &markdown(&plain), shown_markdown) > 5);
    assert!(proven("x.txt", &text(&plain), str::to_owned) > 5);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_quote_stands_at_its_bytes(sentences in sentences()) {
        proven("x.html", &html(&sentences), shown_html);
        proven("x.md", &markdown(&sentences), shown_markdown);
        proven("x.txt", &text(&sentences), str::to_owned);
    }
}
