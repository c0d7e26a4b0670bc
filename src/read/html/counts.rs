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
        let mut counts = Self { letters: vec![0], linked: vec![0], prose: vec![0], own_prose: vec![0; items.len()] };
        let texts = texts(items, kept);
        let mut sums = vec![(0, 0); items.len()];
        for text in texts.iter().flatten() {
            sums[text.block].0 += text.letters;
            sums[text.block].1 += text.linked;
        }
        for text in texts {
            let Text { block, letters, linked } = text.unwrap_or_default();
            let prose = if sums[block].0 >= PROSE && sums[block].1 * 3 < sums[block].0 { letters } else { 0 };
            counts.own_prose[block] += prose;
            for (counts, letters) in
                [(&mut counts.letters, letters), (&mut counts.linked, linked), (&mut counts.prose, prose)]
            {
                counts.push(counts.last().copied().unwrap_or(0) + letters);
            }
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
        blocks[index] = if item.block { index } else { blocks[item.parent] };
        if !kept[index] {
            gone = gone.max(item.end);
        }
        if item.name == "a" {
            link_end = link_end.max(item.end);
        }
        let (block, letters) = (blocks[index], item.letters);
        let text = Text { block, letters, linked: if index < link_end { letters } else { 0 } };
        texts.push((letters > 0 && index >= gone).then_some(text));
    }
    texts
}
