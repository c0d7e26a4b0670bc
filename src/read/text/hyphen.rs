//! Words that were broken at the end of a line.
//!
//! `inter-` and `national` are one word, `long-` and `lasting` are one with a hyphen. Which it is the rest of
//! the text tells: the hyphen goes only where the whole word stands somewhere else without it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::read::draft::Piece;

/// What a text tells of its hyphens.
pub(super) struct Hyphens<'t> {
    /// The words of the text; empty where no line ends in a hyphen.
    words: BTreeSet<&'t str>,
}

impl<'t> Hyphens<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let any = text.lines().any(|line| line.trim_end().ends_with('-'));
        let words =
            if any { text.split(|c: char| !c.is_alphanumeric() && c != '-').collect() } else { BTreeSet::new() };
        Self { words }
    }

    /// The words at a place, broken ones joined.
    pub(super) fn pieces<'a>(&self, text: &'a str, at: &Range<usize>) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let mut from = at.start;
        let mut look = at.start;
        while let Some(end) = text[look..at.end].find('\n').map(|i| look + i) {
            look = end + 1;
            let Some((cut, next)) = self.broken(text, from..end, at.end) else { continue };
            pieces.push(Piece::of(text, from..cut));
            (from, look) = (next, next);
        }
        pieces.push(Piece::of(text, from..at.end));
        pieces
    }

    /// Where the words of a line end whose last word goes on in the next line, and where it goes on.
    fn broken(&self, text: &str, line: Range<usize>, end: usize) -> Option<(usize, usize)> {
        let words = text[line.clone()].trim_end();
        let bare = words.strip_suffix('-').filter(|bare| bare.ends_with(char::is_alphabetic))?;
        let rest = &text[line.end..end];
        let rest = rest.trim_start();
        let next = end - rest.len();
        let letters = |words: &str| words.find(|c: char| !c.is_alphanumeric()).unwrap_or(words.len());
        let tail = &rest[..letters(rest)];
        // `short- and long-term` leaves a word out.
        if !tail.starts_with(char::is_lowercase) || matches!(tail, "and" | "or" | "to") {
            return None;
        }
        let head = bare.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let joined = format!("{head}{tail}");
        let hyphen = usize::from(!self.words.contains(joined.as_str()));
        Some((line.start + bare.len() + hyphen, next))
    }
}
