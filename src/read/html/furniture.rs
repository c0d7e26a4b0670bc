//! Lines within an article that speak of the page: share buttons, bylines, credits, pointers elsewhere.
//!
//! Here it is the words that show it (`lexicon/page.toml`), together with where the line stands. Such
//! lines stand in the midst of paragraphs, where neither landmarks nor counts of links can tell them.

use std::collections::BTreeSet;

use crate::lexicon::page::{LONGEST_LINE, PageLine, speaks_of_page};

use super::hints::Hints;
use super::lines::{Line, lines};
use super::tree::{Item, around};

/// A line of this many letters or more, few of them in links, is a paragraph.
const PARAGRAPH: usize = 100;

/// The letters of a figure with its captions; what holds more is no figure.
const FIGURE: usize = 900;

/// Words by which a title says that its article compares.
const COMPARES: [&str; 21] = [
    "alternative",
    "alternatives",
    "best",
    "better",
    "compare",
    "compared",
    "compares",
    "comparing",
    "comparison",
    "cons",
    "difference",
    "differences",
    "differ",
    "or",
    "pros",
    "review",
    "reviews",
    "top",
    "versus",
    "vs",
    "worth",
];

/// Drops the lines of the article at `root` that speak of the page. Press pictures go with their captions,
/// but not where the `title` says that the article compares: there a caption may say what the text does not.
pub(super) fn drop_furniture(items: &[Item<'_>], kept: &mut [bool], root: usize, title: Option<&str>) {
    let mut words = title.unwrap_or_default().split(|c: char| !c.is_alphanumeric());
    let compares = words.any(|word| COMPARES.iter().any(|one| one.eq_ignore_ascii_case(word)));
    let lines = lines(items, kept, root, items[root].end);
    let prose: usize = lines.iter().filter(|line| is_paragraph(line)).map(|line| line.letters).sum();
    let mut credited: BTreeSet<usize> = BTreeSet::new();
    let (mut read, mut top) = (0, true);
    for line in lines.iter().filter(|line| !line.is_within(items, &["table", "dl", "pre"])) {
        if line.letters > LONGEST_LINE {
            (read, top) = (read + line.letters, false);
            continue;
        }
        let words = line.words(items, kept, LONGEST_LINE);
        let end = read * 10 >= prose * 9;
        let described = PageLine {
            words: &words,
            top,
            end,
            caption: !compares && captions(items, line).next().is_some(),
            linked: line.is_linked(),
            heading: line.is_heading(items),
            item: line.is_within(items, &["li"]),
        };
        let named = speaks_of_page(&described);
        if named.is_some_and(|name| name.starts_with("credit")) {
            credited.extend(figure(items, line));
        }
        if named.is_some() || (!described.heading && !described.item && is_pointer(items, line)) {
            line.drop(items, kept);
        } else if is_paragraph(line) {
            top = false;
            read += line.letters;
        }
    }
    // A caption beside a credit describes a press picture, whichever of them comes first.
    for line in lines.iter().filter(|_| !compares) {
        if figure(items, line).is_some_and(|figure| credited.contains(&figure)) {
            line.drop(items, kept);
        }
    }
}

/// Is it a paragraph of prose?
pub(super) fn is_paragraph(line: &Line) -> bool {
    line.letters >= PARAGRAPH && line.linked * 3 < line.letters
}

/// Is it a paragraph that is nothing but a link to something else?
fn is_pointer(items: &[Item<'_>], line: &Line) -> bool {
    let link_within = || items[line.block..line.end].iter().any(|item| item.name == "a");
    items[line.block].name == "p" && line.linked * 20 >= line.letters * 19 && line.letters >= 16 && link_within()
}

/// The elements that make it a caption: figures, and those whose class says so.
pub(super) fn captions<'a>(items: &'a [Item<'_>], line: &Line) -> impl Iterator<Item = usize> + 'a {
    around(items, items[line.end - 1].parent).take(7).filter(|at| {
        let item = &items[*at];
        matches!(item.name, "figure" | "figcaption") || (item.hints.has(Hints::CAPTION) && item.name != "body")
    })
}

/// The element that holds a caption together with its credit.
fn figure(items: &[Item<'_>], line: &Line) -> Option<usize> {
    let letters = |at: usize| -> usize {
        items[at..items[at].end].iter().filter_map(Item::text).map(|text| text.trim().len()).sum()
    };
    let outermost = captions(items, line).filter(|at| letters(*at) < FIGURE).last()?;
    let alone = items[outermost].name != "figure" && items[outermost].end <= line.end + 1;
    let figure = if alone { items[outermost].parent } else { outermost };
    (letters(figure) < FIGURE).then_some(figure)
}
