//! What of a page is the article.
//!
//! Comparison articles are cut into cards, boxes and columns, so the article is not one node: every
//! part that reads as content stays, and what goes must show it in more than one way. Names of classes
//! are only ever a hint that tips a part which already looks like something else (many links, no
//! prose, past the end of the article).

use crate::document::Source;

use super::head::overlap;
use super::tree::{Item, is_block};

/// The parts of a page to read.
#[derive(Debug)]
pub(super) struct Content {
    /// Ranges of items, in reading order.
    pub(super) ranges: Vec<(usize, usize)>,
    /// For each item, whether it is read where it lies within a range.
    pub(super) kept: Vec<bool>,
}

/// Counts of letters up to each item, so that those of a subtree are a subtraction.
struct Counts {
    letters: Vec<usize>,
    linked: Vec<usize>,
    prose: Vec<usize>,
    /// For each block, the letters of its own prose, without that of blocks within.
    own_prose: Vec<usize>,
}

impl Counts {
    fn of(items: &[Item<'_>], kept: &[bool]) -> Self {
        let mut counts = Self { letters: vec![0], linked: vec![0], prose: vec![0], own_prose: vec![0; items.len()] };
        let texts = texts(items, kept);
        let mut sums = vec![(0, 0); items.len()];
        for text in texts.iter().flatten() {
            sums[text.block].0 += text.letters;
            sums[text.block].1 += text.linked;
        }
        for text in texts {
            let Text { block, letters, linked } = text.unwrap_or_default();
            let prose = if sums[block].0 >= 60 && sums[block].1 * 3 < sums[block].0 { letters } else { 0 };
            counts.own_prose[block] += prose;
            for (counts, letters) in
                [(&mut counts.letters, letters), (&mut counts.linked, linked), (&mut counts.prose, prose)]
            {
                counts.push(counts.last().copied().unwrap_or(0) + letters);
            }
        }
        counts
    }

    fn total(&self) -> usize {
        self.prose.last().copied().unwrap_or(0)
    }

    fn linked(&self, items: &[Item<'_>], index: usize) -> usize {
        self.linked[items[index].end] - self.linked[index]
    }

    fn letters(&self, items: &[Item<'_>], index: usize) -> usize {
        self.letters[items[index].end] - self.letters[index]
    }

    fn prose(&self, items: &[Item<'_>], index: usize) -> usize {
        self.prose[items[index].end] - self.prose[index]
    }

    /// The share of an item's letters that stand in links, in percent.
    fn link_share(&self, items: &[Item<'_>], index: usize) -> usize {
        self.linked(items, index) * 100 / self.letters(items, index).max(1)
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// A text's letters, those of them in links, and the innermost block around it.
#[derive(Debug, Clone, Copy, Default)]
struct Text {
    block: usize,
    letters: usize,
    linked: usize,
}

/// The texts that are kept, by item.
fn texts(items: &[Item<'_>], kept: &[bool]) -> Vec<Option<Text>> {
    let mut blocks = vec![0; items.len()];
    let (mut link_end, mut gone) = (0, 0);
    let mut texts = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        blocks[index] = if is_block(item.name) { index } else { blocks[item.parent] };
        if !kept[index] {
            gone = gone.max(item.end);
        }
        if item.name == "a" {
            link_end = link_end.max(item.end);
        }
        texts.push(item.text().filter(|_| index >= gone).map(|text| {
            let letters = letters(text);
            Text { block: blocks[index], letters, linked: if index < link_end { letters } else { 0 } }
        }));
    }
    texts
}

/// Finds the article in a page.
pub(super) fn select(items: &[Item<'_>], source: &Source) -> Content {
    let mut kept = vec![true; items.len()];
    if items.is_empty() {
        return Content { ranges: Vec::new(), kept };
    }
    let whole = Counts::of(items, &kept);
    drop_where(items, &mut kept, |index| is_chrome(items, &whole, index));
    let mut counts = Counts::of(items, &kept);
    let mut hinted = kept.clone();
    drop_where(items, &mut hinted, |index| is_hinted(items, &counts, index));
    let without = Counts::of(items, &hinted);
    // Names that take away most of a page do not mean what they mean elsewhere.
    if without.total() * 10 >= counts.total() * 6 {
        (kept, counts) = (hinted, without);
    }
    let title = heading_of(items, source);
    let root = root(items, &counts, title);
    drop_where(items, &mut kept, |index| {
        index > root && index < items[root].end && is_link_list(items, &counts, index)
    });
    let mut ranges = Vec::new();
    ranges.extend(title.filter(|title| *title < root).map(|title| (title, items[title].end)));
    ranges.push((root, items[root].end));
    Content { ranges, kept }
}

fn drop_where(items: &[Item<'_>], kept: &mut [bool], drop: impl Fn(usize) -> bool) {
    for index in 1..items.len() {
        if items[index].element().is_some() && kept[index] && drop(index) {
            kept[index] = false;
        }
    }
}

/// Is it a part of the site rather than of the article, by what it says that it is?
fn is_chrome(items: &[Item<'_>], counts: &Counts, index: usize) -> bool {
    let item = &items[index];
    let share = counts.prose(items, index) * 100 / counts.total().max(1);
    let links = counts.link_share(items, index);
    let titled = || within(items, index, "h1");
    let role = item.attr("role").unwrap_or_default();
    match (item.name, role) {
        _ if share > 40 => false,
        ("nav" | "dialog" | "search", _) => true,
        ("footer", _) | (_, "contentinfo") => share < 20,
        ("header", _) => share < 20 && !titled(),
        (_, "banner") => !titled(),
        ("aside", _) | (_, "complementary") => links > 20 || share < 10,
        ("form", _) => share < 25,
        ("button", _) => !has_heading_above(items, index),
        (_, "navigation" | "search" | "dialog" | "alertdialog" | "menu" | "menubar" | "toolbar" | "tablist") => true,
        _ => item.attr("aria-hidden") == Some("true") || item.attr("aria-modal") == Some("true"),
    }
}

fn within(items: &[Item<'_>], index: usize, name: &str) -> bool {
    items[index..items[index].end].iter().any(|item| item.name == name)
}

fn has_heading_above(items: &[Item<'_>], index: usize) -> bool {
    let mut at = items[index].parent;
    for _ in 0..3 {
        if matches!(items[at].name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "summary" | "dt") {
            return true;
        }
        at = items[at].parent;
    }
    false
}

/// Words within class names and ids that parts of a site bear.
const HINTS: [&str; 46] = [
    "comment",
    "comments",
    "commentlist",
    "disqus",
    "respond",
    "sidebar",
    "breadcrumb",
    "breadcrumbs",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "newsletter",
    "subscribe",
    "signup",
    "related",
    "recommended",
    "recommendations",
    "recirc",
    "share",
    "sharing",
    "sharedaddy",
    "social",
    "popup",
    "modal",
    "promo",
    "advert",
    "advertisement",
    "ad",
    "ads",
    "sponsored",
    "outbrain",
    "taboola",
    "byline",
    "authorbox",
    "bio",
    "pagination",
    "pager",
    "navbar",
    "footer",
    "masthead",
    "trending",
    "popular",
    "tags",
    "toc",
    "login",
];

fn hinted(hints: &str) -> bool {
    hints.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| HINTS.contains(&word))
}

/// Does its name call it a part of the site, and does it hold little of the page's prose?
fn is_hinted(items: &[Item<'_>], counts: &Counts, index: usize) -> bool {
    let item = &items[index];
    if matches!(
        item.name,
        "body" | "main" | "article" | "h1" | "h2" | "h3" | "h4" | "td" | "th" | "tr" | "table" | "p" | "li"
    ) {
        return false;
    }
    let share = counts.prose(items, index) * 100 / counts.total().max(1);
    share < 25 && hinted(&item.hints()) && !within(items, index, "h1")
}

/// Is it a list of links to other pages?
fn is_link_list(items: &[Item<'_>], counts: &Counts, index: usize) -> bool {
    let item = &items[index];
    if !matches!(item.name, "ul" | "ol" | "div" | "section" | "aside" | "dl") || counts.link_share(items, index) < 70 {
        return false;
    }
    let links = items[index..item.end].iter().filter(|item| item.name == "a").count();
    links > 2 && counts.prose(items, index) * 20 < counts.letters(items, index)
}

/// The heading that repeats the title.
fn heading_of(items: &[Item<'_>], source: &Source) -> Option<usize> {
    let title = source.title.as_deref()?;
    let words = |index: usize| -> String { items[index..items[index].end].iter().filter_map(Item::text).collect() };
    (0..items.len()).find(|index| items[*index].name == "h1" && overlap(&words(*index), title) >= 0.6)
}

fn is_landmark(item: &Item<'_>) -> bool {
    matches!(item.name, "article" | "main")
        || item.attr("role") == Some("main")
        || item.attr("itemprop").is_some_and(|prop| prop.eq_ignore_ascii_case("articleBody"))
}

/// The element that holds the article: the innermost landmark with most of the prose; without one, the
/// element around the densest prose and as much of what is around that as still reads like it.
fn root(items: &[Item<'_>], counts: &Counts, title: Option<usize>) -> usize {
    let total = counts.total();
    let holds = |index: usize, share: usize| counts.prose(items, index) * 100 > total * share;
    let titled = |index: usize| title.is_some_and(|title| index < title && title < items[index].end);
    let landmark =
        |index: &usize| is_landmark(&items[*index]) && (holds(*index, 50) || (titled(*index) && holds(*index, 25)));
    if let Some(landmark) = (0..items.len()).rev().find(landmark) {
        return narrowed(items, counts, landmark);
    }
    let mut inner = densest(items, counts);
    let mut root = inner;
    while inner != 0 {
        let outer = items[inner].parent;
        let prose = counts.prose(items, inner);
        let more = counts.prose(items, outer) - prose;
        let letters = counts.letters(items, outer) - counts.letters(items, inner);
        let linked = counts.linked(items, outer) - counts.linked(items, inner);
        if more * 100 > prose * 5 && linked * 100 < letters * 35 {
            root = outer;
        }
        inner = outer;
    }
    root
}

/// The innermost element that holds nearly all prose of another.
fn narrowed(items: &[Item<'_>], counts: &Counts, mut root: usize) -> usize {
    let mut at = root + 1;
    while at < items[root].end {
        let enough = counts.prose(items, at) * 100 > counts.prose(items, root) * 95;
        if enough && is_block(items[at].name) && matches!(items[at].name, "div" | "section" | "article" | "main") {
            root = at;
        }
        at = if enough { at + 1 } else { items[at].end };
    }
    root
}

/// The element with the most prose close beneath it.
fn densest(items: &[Item<'_>], counts: &Counts) -> usize {
    let mut scores = vec![0_usize; items.len()];
    for (index, item) in items.iter().enumerate().skip(1) {
        if !is_block(item.name) || counts.own_prose[index] == 0 {
            continue;
        }
        let points = 60 + counts.own_prose[index].min(600);
        let mut at = index;
        for share in [1, 2, 4] {
            at = items[at].parent;
            scores[at] += points / share;
        }
    }
    let weigh = |index: usize| scores[index] * (100 - counts.link_share(items, index));
    (0..items.len()).max_by_key(|index| (weigh(*index), std::cmp::Reverse(*index))).unwrap_or(0)
}
