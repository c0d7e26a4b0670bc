//! How many letters each part of a page has, how many of them in links, and how many in prose.
//!
//! The figures are running sums over the list of items, so that those of any element are one
//! subtraction.

use super::tree::Item;

/// A block of fewer letters is a label, not prose.
const PROSE: usize = 60;

/// Counts of letters up to each item, so that those of a subtree are a subtraction.
pub(super) struct Counts {
    letters: Vec<usize>,
    linked: Vec<usize>,
    prose: Vec<usize>,
    /// For each block, the letters of its own prose, without that of blocks within.
    pub(super) own_prose: Vec<usize>,
}

impl Counts {
    /// The figures of the items that are kept.
    pub(super) fn of(items: &[Item<'_>], kept: &[bool]) -> Self {
        let size = items.len();
        let zero = || vec![0; size + 1];
        let mut counts = Self { letters: zero(), linked: zero(), prose: zero(), own_prose: vec![0; size] };
        // First the letters of every block, without those of blocks within, then what that makes them.
        let mut own = vec![(0, 0); size];
        let mut gone = 0;
        for (index, item) in items.iter().enumerate() {
            if !kept[index] {
                gone = gone.max(item.end);
            }
            if index >= gone && item.letters > 0 {
                own[item.around].0 += item.letters;
                own[item.around].1 += if item.linked { item.letters } else { 0 };
                counts.letters[index + 1] = item.letters;
            }
        }
        for (index, item) in items.iter().enumerate() {
            let letters = counts.letters[index + 1];
            let (all, in_links) = own[item.around];
            let prose = if all >= PROSE && in_links * 3 < all { letters } else { 0 };
            counts.own_prose[item.around] += prose;
            counts.letters[index + 1] = counts.letters[index] + letters;
            counts.linked[index + 1] = counts.linked[index] + if item.linked { letters } else { 0 };
            counts.prose[index + 1] = counts.prose[index] + prose;
        }
        counts
    }

    /// The prose of the page.
    pub(super) fn total(&self) -> usize {
        self.prose.last().copied().unwrap_or(0)
    }

    /// The letters of an item that stand in links.
    pub(super) fn linked(&self, items: &[Item<'_>], index: usize) -> usize {
        self.linked[items[index].end] - self.linked[index]
    }

    /// The letters of an item.
    pub(super) fn letters(&self, items: &[Item<'_>], index: usize) -> usize {
        self.letters[items[index].end] - self.letters[index]
    }

    /// The letters of an item that stand in prose.
    pub(super) fn prose(&self, items: &[Item<'_>], index: usize) -> usize {
        self.prose[items[index].end] - self.prose[index]
    }

    /// The letters in prose from one item to another.
    pub(super) fn prose_between(&self, start: usize, end: usize) -> usize {
        self.prose[end] - self.prose[start]
    }

    /// The letters from one item to another, and those of them in links.
    pub(super) fn between(&self, start: usize, end: usize) -> (usize, usize) {
        (self.letters[end] - self.letters[start], self.linked[end] - self.linked[start])
    }

    /// The share of an item's letters that stand in links, in percent.
    pub(super) fn link_share(&self, items: &[Item<'_>], index: usize) -> usize {
        self.linked(items, index) * 100 / self.letters(items, index).max(1)
    }
}
