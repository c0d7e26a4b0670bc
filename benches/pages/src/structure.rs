//! Do headings, list items and cells stay what they are?
//!
//! Counted are the elements that are part of the article: those shown whose words stand in the text that a
//! person has checked, in one run of three words at least (of six for items, for what a menu offers stands in
//! any prose by chance), or as a line of their own. They are counted as often as the words stand there, headings
//! first, then cells, then items: an item of a table of contents that was not thought part of the article is not
//! taken for one because the heading that it leads to was. Such an element is kept where its words begin in a
//! block of its kind; a cell in any block, for many tables only place things. The words of an element are its
//! own: those of an item within an item, or of a list within a cell, are counted there, and what a button in a cell
//! says ("Buy now") is the button's.

use std::collections::BTreeMap;
use std::path::Path;

use gainsay::document::{BlockKind, Document};
use scraper::node::Element;
use scraper::{Html, Selector};

use crate::load::Page;
use crate::shown;

/// The first to claim words has them.
const KINDS: [(&str, &str); 4] = [("headings", "h1,h2,h3,h4,h5,h6"), ("th", "th"), ("td", "td"), ("list items", "li")];

/// Prints for each kind how many there are and how many are kept, and names the pages that lose some.
pub fn measure(set: &str, pages: &[Page]) {
    let gold = std::fs::read(set).unwrap_or_else(|error| panic!("{set}: {error}"));
    let gold: serde_json::Value = serde_json::from_slice(&gold).expect("JSON");
    let mut counts = [(0, 0); KINDS.len()];
    for page in pages {
        let Some(truth) = gold[&page.id]["text"].as_str() else { continue };
        let Ok(document) = gainsay::read::bytes(Path::new("page.html"), &page.bytes) else { continue };
        let mut lost = BTreeMap::new();
        for (index, found) in kept(page, truth, &document).into_iter().enumerate() {
            counts[index].0 += found.kept;
            counts[index].1 += found.all;
            if !found.lost.is_empty() {
                lost.insert(KINDS[index].0, found.lost);
            }
        }
        for (kind, words) in lost {
            println!("# {}: {kind} lost: {}", page.id, words.join(" | "));
        }
    }
    for ((kind, _), (kept, all)) in KINDS.iter().zip(counts) {
        println!("{kind}={kept}/{all}");
    }
}

#[derive(Default)]
struct Found {
    all: usize,
    kept: usize,
    lost: Vec<String>,
}

fn kept(page: &Page, truth: &str, document: &Document) -> [Found; KINDS.len()] {
    let true_words = words(truth);
    let true_lines: Vec<Vec<String>> = truth.lines().map(words).collect();
    let (ours, kinds) = ours(document);
    let html = Html::parse_document(&String::from_utf8_lossy(&page.bytes));
    let named = |name: &str| matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "th" | "td");
    let part = |element: &Element| named(element.name()) || shown::is_button(element);
    let mut claimed: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    KINDS.map(|(kind, selector)| {
        let mut found = Found::default();
        let selector = Selector::parse(selector).expect("a selector");
        let mut elements: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        for element in
            html.select(&selector).filter(|element| shown::is_shown(*element) && !shown::is_drawn(element.value()))
        {
            *elements.entry(words(&shown::text(*element, &part))).or_default() += 1;
        }
        let (item, cell) = (kind == "list items", kind == "th" || kind == "td");
        for (own, count) in elements.into_iter().filter(|(own, _)| !own.is_empty()) {
            let lines = true_lines.iter().filter(|line| **line == own).count();
            let times = if own.len() < if item { 6 } else { 3 } { lines } else { runs(&true_words, &own).count() };
            let claimed = claimed.entry(own.clone()).or_default();
            let all = count.min(times - (*claimed).min(times));
            *claimed += all;
            let alike = |at: &usize| cell || kinds[*at] == kind;
            let kept = runs(&ours, &own).filter(alike).count().min(all);
            found.all += all;
            found.kept += kept;
            if kept < all {
                found.lost.push(own.join(" ").chars().take(60).collect());
            }
        }
        found
    })
}

/// The words of a document, and of each the kind of its block.
fn ours(document: &Document) -> (Vec<String>, Vec<&'static str>) {
    let (mut all, mut kinds) = (Vec::new(), Vec::new());
    for block in &document.blocks {
        let kind = match block.kind {
            BlockKind::Heading => "headings",
            BlockKind::ListItem { .. } => "list items",
            BlockKind::Table(_) => "td",
            _ => "other",
        };
        let own = words(document.words(block.span));
        kinds.extend(own.iter().map(|_| kind));
        all.extend(own);
    }
    (all, kinds)
}

/// Where `run` stands in `all`.
fn runs<'a>(all: &'a [String], run: &'a [String]) -> impl Iterator<Item = usize> + 'a {
    all.windows(run.len()).enumerate().filter(move |(_, window)| *window == run).map(|(at, _)| at)
}

fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}
