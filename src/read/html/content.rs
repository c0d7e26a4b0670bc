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
}

impl Counts {
    fn of(items: &[Item<'_>], kept: &[bool]) -> Self {
        let mut counts = Self { letters: vec![0], linked: vec![0], prose: vec![0] };
        let own = blocks(items, kept);
        let (mut link_end, mut gone) = (0, 0);
        for (index, item) in items.iter().enumerate() {
            if !kept[index] {
                gone = gone.max(item.end);
            }
            if item.name == "a" {
                link_end = link_end.max(item.end);
            }
            let letters = if index < gone { 0 } else { item.text().map_or(0, letters) };
            let prose = own[index].is_some_and(|(letters, linked)| letters >= 60 && linked * 3 < letters);
            let add = |to: &mut Vec<usize>, letters: usize| to.push(to.last().copied().unwrap_or(0) + letters);
            add(&mut counts.letters, letters);
            add(&mut counts.linked, if index < link_end { letters } else { 0 });
            add(&mut counts.prose, if prose { letters } else { 0 });
        }
        counts
    }

    fn letters(&self, items: &[Item<'_>], index: usize) -> usize {
        self.letters[items[index].end] - self.letters[index]
    }

    fn prose(&self, items: &[Item<'_>], index: usize) -> usize {
        self.prose[items[index].end] - self.prose[index]
    }

    /// The share of an item's letters that stand in links, in percent.
    fn link_share(&self, items: &[Item<'_>], index: usize) -> usize {
        (self.linked[items[index].end] - self.linked[index]) * 100 / self.letters(items, index).max(1)
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// For each text, the letters and the linked letters of the innermost block around it.
fn blocks(items: &[Item<'_>], kept: &[bool]) -> Vec<Option<(usize, usize)>> {
    let mut block = vec![0; items.len()];
    let mut sums = vec![(0, 0); items.len()];
    let (mut link_end, mut gone) = (0, 0);
    for (index, item) in items.iter().enumerate() {
        block[index] = if is_block(item.name) { index } else { block[item.parent] };
        if !kept[index] {
            gone = gone.max(item.end);
        }
        if item.name == "a" {
            link_end = link_end.max(item.end);
        }
        if let Some(text) = item.text().filter(|_| index >= gone) {
            let letters = letters(text);
            sums[block[index]].0 += letters;
            sums[block[index]].1 += if index < link_end { letters } else { 0 };
        }
    }
    items.iter().enumerate().map(|(index, item)| item.text().map(|_| sums[block[index]])).collect()
}

/// Finds the article in a page.
pub(super) fn select(items: &[Item<'_>], source: &Source) -> Content {
    let mut kept = vec![true; items.len()];
    if items.is_empty() {
        return Content { ranges: Vec::new(), kept };
    }
    let whole = Counts::of(items, &kept);
    drop_chrome(items, &whole, &mut kept);
    let counts = Counts::of(items, &kept);
    let root = root(items, &counts);
    let mut ranges = Vec::new();
    ranges.extend(title(items, root, source));
    ranges.push((root, items[root].end));
    Content { ranges, kept }
}

fn drop_chrome(items: &[Item<'_>], counts: &Counts, kept: &mut [bool]) {
    let total = counts.prose[items.len()].max(1);
    for (index, item) in items.iter().enumerate() {
        if item.element().is_some() && index > 0 && is_chrome(items, counts, index, total) {
            kept[index] = false;
        }
    }
}

fn is_chrome(items: &[Item<'_>], counts: &Counts, index: usize, total: usize) -> bool {
    let item = &items[index];
    let share = counts.prose(items, index) * 100 / total;
    let links = counts.link_share(items, index);
    let role = item.attr("role").unwrap_or_default();
    let within = |name: &str| items[index..item.end].iter().any(|item| item.name == name);
    if share > 40 {
        return false;
    }
    match item.name {
        "nav" | "dialog" | "search" => return true,
        "footer" => return share < 20,
        "header" => return !within("h1") && share < 20,
        "aside" => return links > 20 || share < 10,
        "form" => return share < 25,
        "button" => return !has_heading_above(items, index),
        _ => {}
    }
    match role {
        "navigation" | "search" | "dialog" | "alertdialog" | "menu" | "menubar" | "toolbar" | "contentinfo"
        | "tablist" => return true,
        "banner" => return !within("h1"),
        "complementary" => return links > 20 || share < 10,
        _ => {}
    }
    if item.attr("aria-hidden") == Some("true") || item.attr("aria-modal") == Some("true") {
        return true;
    }
    hinted(&item.hints()) && !within("h1") && share < 25
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

const HINTS: [&str; 40] = [
    "comment",
    "sidebar",
    "breadcrumb",
    "cookie",
    "consent",
    "gdpr",
    "newsletter",
    "subscribe",
    "signup",
    "sign-up",
    "related",
    "recommend",
    "share",
    "sharing",
    "social",
    "popup",
    "modal",
    "promo",
    "advert",
    "sponsor",
    "author-bio",
    "author-box",
    "authorbox",
    "about-author",
    "byline",
    "post-meta",
    "entry-meta",
    "pagination",
    "pager",
    "menu",
    "navbar",
    "footer",
    "masthead",
    "site-header",
    "skip-link",
    "screen-reader",
    "widget",
    "trending",
    "most-popular",
    "read-more",
];

fn hinted(hints: &str) -> bool {
    HINTS.iter().any(|hint| hints.contains(hint))
}

/// The innermost element that holds nearly all prose; a landmark that holds most of it comes first.
fn root(items: &[Item<'_>], counts: &Counts) -> usize {
    let total = counts.prose[items.len()];
    let landmark = |item: &Item<'_>| {
        matches!(item.name, "article" | "main")
            || item.attr("role") == Some("main")
            || item.attr("itemprop").is_some_and(|prop| prop.eq_ignore_ascii_case("articleBody"))
    };
    let mut root = 0;
    let mut at = 1;
    while at < items[root].end {
        let prose = counts.prose(items, at);
        let enough = if landmark(&items[at]) { 55 } else { 90 };
        if items[at].element().is_some() && prose * 100 > total * enough && is_block(items[at].name) {
            root = at;
            at += 1;
        } else if prose * 100 > total * 50 {
            at += 1;
        } else {
            at = items[at].end;
        }
    }
    root
}

/// The title where it stands above the article.
fn title(items: &[Item<'_>], root: usize, source: &Source) -> Option<(usize, usize)> {
    if items[root..items[root].end].iter().any(|item| item.name == "h1") {
        return None;
    }
    let title = source.title.as_deref()?;
    let words = |index: usize| -> String { items[index..items[index].end].iter().filter_map(Item::text).collect() };
    let found = (0..root).find(|index| items[*index].name == "h1" && overlap(&words(*index), title) >= 0.6)?;
    Some((found, items[found].end))
}
