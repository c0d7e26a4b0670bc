//! What of a page is the article.
//!
//! Comparison articles are cut into cards, boxes and columns, so the article is not one node: every
//! part that reads as content stays, and what goes must show it in more than one way. Names of classes
//! are only ever a hint that tips a part which already looks like something else (many links, no
//! prose, past the end of the article).

use crate::document::Source;

use super::chrome::{drop_tails, drop_where, is_chrome, is_hinted, is_link_list};
use super::copies::drop_copies;
use super::counts::Counts;
use super::furniture::drop_furniture;
use super::head::overlap;
use super::hints::Hints;
use super::tree::Item;

/// The parts of a page to read.
#[derive(Debug)]
pub(super) struct Content {
    /// Ranges of items, in reading order.
    pub(super) ranges: Vec<(usize, usize)>,
    /// For each item, whether it is read where it lies within a range.
    pub(super) kept: Vec<bool>,
}

/// Finds the article in a page.
pub(super) fn select(items: &[Item<'_>], source: &Source) -> Content {
    let mut kept = vec![true; items.len()];
    if items.is_empty() {
        return Content { ranges: Vec::new(), kept };
    }
    let whole = Counts::of(items, &kept);
    drop_where(items, &mut kept, |index| is_chrome(items, &whole, index));
    let all = Counts::of(items, &kept);
    let hinted: Vec<usize> = (1..items.len()).filter(|index| is_hinted(items, &all, *index)).collect();
    let is_hinted = |index: usize| hinted.binary_search(&index).is_ok();
    let mut without = kept.clone();
    drop_where(items, &mut without, is_hinted);
    let mut counts = Counts::of(items, &without);
    // Names that take away most of a page do not mean what they mean elsewhere; the small parts go still.
    if counts.total() * 10 < all.total() * 6 {
        let foot = |index: usize| items[index].hints.has(Hints::FOOTER);
        let small = |index: usize| foot(index) || all.prose(items, index) * 20 < all.total();
        without.clone_from(&kept);
        drop_where(items, &mut without, |index| is_hinted(index) && small(index));
        counts = Counts::of(items, &without);
    }
    kept = without;
    let title = heading_of(items, source);
    let root = root(items, &counts, title);
    drop_where(items, &mut kept, |index| {
        index > root && index < items[root].end && is_link_list(items, &counts, index)
    });
    drop_tails(items, &counts, root, &mut kept);
    drop_before(items, &counts, root, title, &mut kept);
    drop_furniture(items, &mut kept, root, source.title.as_deref());
    drop_copies(items, &mut kept, root, title);
    let mut ranges = Vec::new();
    ranges.extend(title.filter(|title| *title < root).map(|title| (title, items[title].end)));
    ranges.push((root, items[root].end));
    Content { ranges, kept }
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
    let landmark = |index: &usize| {
        is_landmark(&items[*index])
            && (holds(*index, 50) || (titled(*index) && holds(*index, 8) && counts.prose(items, *index) >= 250))
    };
    // The landmark with the title comes first: one that only holds other articles may hold more prose.
    let with_title = |index: &usize| landmark(index) && titled(*index) && holds(*index, 20);
    let landmarks = || (0..items.len()).rev();
    if let Some(landmark) = landmarks().find(with_title).or_else(|| landmarks().find(landmark)) {
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
        let done = titled(inner) && prose * 10 >= counts.prose(items, outer) * 9;
        if !done && more * 100 > prose * 5 && linked * 100 < letters * 35 {
            root = outer;
        }
        inner = outer;
    }
    root
}

/// Drops what stands above the title within the element that holds the article.
fn drop_before(items: &[Item<'_>], counts: &Counts, root: usize, title: Option<usize>, kept: &mut [bool]) {
    let Some(title) = title.filter(|title| root < *title && *title < items[root].end) else { return };
    let after = counts.prose_between(title, items[root].end);
    if after * 10 > counts.prose(items, root) * 3 {
        for index in root..title {
            kept[index] &= items[index].end > title;
        }
    }
}

/// The innermost element that holds nearly all prose of another.
fn narrowed(items: &[Item<'_>], counts: &Counts, mut root: usize) -> usize {
    let mut at = root + 1;
    while at < items[root].end {
        let least = if items[at].hints.has(Hints::CONTENT) { 80 } else { 95 };
        let enough = counts.prose(items, at) * 100 > counts.prose(items, root) * least;
        if enough && items[at].block && matches!(items[at].name, "div" | "section" | "article" | "main") {
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
        if !item.block || counts.own_prose[index] == 0 {
            continue;
        }
        let points = 60 + counts.own_prose[index].min(600);
        let mut at = index;
        if matches!(item.name, "div" | "section" | "article" | "td") {
            scores[at] += points;
        }
        for share in [1, 2, 4] {
            at = items[at].parent;
            scores[at] += points / share;
        }
    }
    let weigh = |index: usize| scores[index] * (100 - counts.link_share(items, index));
    (0..items.len()).max_by_key(|index| (weigh(*index), std::cmp::Reverse(*index))).unwrap_or(0)
}
