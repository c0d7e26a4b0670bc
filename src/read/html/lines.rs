//! The lines of a page: what a reader sees set apart, whatever elements it is made of.

use super::table::letters;
use super::tree::{Item, around, heading_level};

/// Words between two borders of blocks.
#[derive(Debug)]
pub(super) struct Line {
    /// The items from the first to the one after the last.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The innermost block around it.
    pub(super) block: usize,
    /// Letters, and those of them in links.
    pub(super) letters: usize,
    pub(super) linked: usize,
}

/// The lines of the items that are kept, from `start` to `end`, in reading order.
pub(super) fn lines(items: &[Item<'_>], kept: &[bool], start: usize, end: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    // The line that is open, and the blocks around it.
    let mut line: Option<Line> = None;
    let mut blocks: Vec<usize> = vec![start];
    let mut at = start;
    while at < end {
        while blocks.len() > 1 && blocks.last().is_some_and(|block| items[*block].end <= at) {
            blocks.pop();
            lines.extend(line.take());
        }
        let item = &items[at];
        if !kept[at] {
            at = item.end;
            continue;
        }
        if item.text().is_some() {
            let letters = item.letters;
            if letters > 0 {
                let block = *blocks.last().unwrap_or(&start);
                let line = line.get_or_insert(Line { start: at, end: at, block, letters: 0, linked: 0 });
                line.end = at + 1;
                line.letters += letters;
                line.linked += if item.linked { letters } else { 0 };
            }
        } else if item.block {
            lines.extend(line.take());
            if item.end > at + 1 {
                blocks.push(at);
            }
        }
        at += 1;
    }
    lines.extend(line);
    lines
}

impl Line {
    /// An element as a line.
    pub(super) fn of(items: &[Item<'_>], index: usize) -> Self {
        Self { start: index, end: items[index].end, block: index, letters: letters(items, index), linked: 0 }
    }

    /// Its words, in lower case, with straight apostrophes and single spaces; at most `most` bytes and a word.
    pub(super) fn words(&self, items: &[Item<'_>], kept: &[bool], most: usize) -> String {
        let mut words = String::new();
        let mut gap = false;
        for index in (self.start..self.end).filter(|index| kept[*index]) {
            let Some(text) = items[index].text() else {
                gap |= items[index].name == "br";
                continue;
            };
            for c in text.chars() {
                if c.is_whitespace() {
                    gap = true;
                    continue;
                }
                if gap && !words.is_empty() {
                    if words.len() > most {
                        return words;
                    }
                    words.push(' ');
                }
                gap = false;
                match c {
                    c if c.is_ascii() => words.push(c.to_ascii_lowercase()),
                    '\u{2018}' | '\u{2019}' => words.push('\''),
                    '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
                    _ => words.extend(c.to_lowercase()),
                }
            }
        }
        words
    }

    /// What it says, in short: copies of it have the same letters and begin with the same words.
    pub(super) fn gist(&self, items: &[Item<'_>], kept: &[bool]) -> (usize, String) {
        (self.letters, self.words(items, kept, 100))
    }

    /// Drops it, but not what it is only a part of.
    pub(super) fn drop(&self, items: &[Item<'_>], kept: &mut [bool]) {
        for index in self.start..self.end {
            if items[index].end <= self.end {
                kept[index] = false;
            }
        }
    }

    /// Is half of it or more a link?
    pub(super) fn is_linked(&self) -> bool {
        self.linked * 2 >= self.letters
    }

    /// Does it stand in one of these elements?
    pub(super) fn is_within(&self, items: &[Item<'_>], names: &[&str]) -> bool {
        around(items, self.block).any(|at| names.contains(&items[at].name))
    }

    /// Is it a heading, or part of one?
    pub(super) fn is_heading(&self, items: &[Item<'_>]) -> bool {
        heading_level(&items[self.block]).is_some() || self.is_within(items, &["h1", "h2", "h3", "h4", "h5", "h6"])
    }
}
