//! Phrases over the words of a line, and how they are found.
//!
//! A phrase is written with alternatives and gaps and kept as plain rows of words. Rows are tried where
//! their first word stands, so that a line costs one look-up for each of its words.

use std::collections::HashMap;

use super::tokens::Token;

/// The most rows that the alternatives of one phrase may come to.
const MOST_ROWS: usize = 20_000;

/// One place of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Slot {
    /// This word; `true` where a sign must part it from what follows.
    Word(u32, bool),
    Number,
    Date,
    /// Any one word.
    Any,
    /// Any words, or none.
    Gap,
}

/// A row of words, and the entry that it belongs to.
#[derive(Debug)]
struct Row {
    slots: Box<[Slot]>,
    entry: usize,
}

/// All phrases.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// The words that phrases know, numbered.
    words: HashMap<String, u32>,
    /// Rows that begin with a word, by that word.
    opening: HashMap<u32, Vec<Row>>,
    /// Rows that begin with a gap and go on with a word, by that word.
    within: HashMap<u32, Vec<Row>>,
    /// Rows that begin with neither, by the first word in them.
    holding: HashMap<u32, Vec<Row>>,
}

impl Phrases {
    /// Adds a phrase of an entry.
    pub(super) fn add(&mut self, phrase: &str, entry: usize) {
        for row in rows(phrase) {
            let slots: Box<[Slot]> = row.iter().map(|word| self.slot(word)).collect();
            let first = slots.iter().find_map(|slot| match slot {
                Slot::Word(word, _) => Some(*word),
                _ => None,
            });
            let first = first.unwrap_or_else(|| panic!("lexicon/page.toml: no word in {phrase:?}"));
            let map = match &*slots {
                [Slot::Word(..), ..] => &mut self.opening,
                [Slot::Gap, Slot::Word(..), ..] => &mut self.within,
                _ => &mut self.holding,
            };
            map.entry(first).or_default().push(Row { slots, entry });
        }
    }

    fn slot(&mut self, word: &str) -> Slot {
        match word {
            "#" => Slot::Number,
            "DATE" => Slot::Date,
            "*" => Slot::Any,
            "..." => Slot::Gap,
            _ => {
                let (word, parted) = word.strip_suffix(':').map_or((word, false), |word| (word, true));
                let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
                Slot::Word(*self.words.entry(word.to_owned()).or_insert(next), parted)
            }
        }
    }

    /// The first entry that `may` be, one of whose phrases a line is.
    pub(super) fn find(&self, tokens: &[Token<'_>], may: impl Fn(usize) -> bool) -> Option<usize> {
        let known: Vec<Option<u32>> = tokens.iter().map(|token| self.words.get(token.word).copied()).collect();
        let line = Line { tokens, known: &known };
        let mut found: Option<usize> = None;
        let mut try_rows = |rows: Option<&Vec<Row>>, from: usize, skip: usize| {
            for row in rows.into_iter().flatten() {
                let better = found.is_none_or(|found| row.entry < found);
                if better && may(row.entry) && line.is(&row.slots[skip..], from) {
                    found = Some(row.entry);
                }
            }
        };
        for (at, word) in known.iter().enumerate().filter_map(|(at, word)| Some((at, (*word)?))) {
            if at == 0 {
                try_rows(self.opening.get(&word), 0, 0);
            }
            try_rows(self.within.get(&word), at, 1);
            try_rows(self.holding.get(&word), 0, 0);
        }
        found
    }
}

/// A line's words, and their numbers where phrases know them.
struct Line<'l> {
    tokens: &'l [Token<'l>],
    known: &'l [Option<u32>],
}

impl Line<'_> {
    /// Are the words from `at` on what the slots say, to the end of the line?
    fn is(&self, slots: &[Slot], at: usize) -> bool {
        let [slot, rest @ ..] = slots else { return at == self.tokens.len() };
        if *slot == Slot::Gap {
            return rest.is_empty() || (at..self.tokens.len()).any(|at| self.is(rest, at));
        }
        let Some(token) = self.tokens.get(at) else { return false };
        let fits = match slot {
            Slot::Word(word, parted) => self.known[at] == Some(*word) && (!parted || token.parted),
            Slot::Number => token.is_number(),
            Slot::Date => token.is_date(),
            Slot::Any | Slot::Gap => true,
        };
        fits && self.is(rest, at + 1)
    }
}

/// The rows of words that a phrase with alternatives stands for.
fn rows(phrase: &str) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = vec![Vec::new()];
    let mut rest = phrase.trim();
    while !rest.is_empty() {
        let (choices, after) = match rest.strip_prefix('(') {
            Some(inner) => {
                let (inner, after) = inner.split_once(')').unwrap_or_else(|| panic!("lexicon/page.toml: {phrase:?}"));
                (inner, after)
            }
            None => rest.split_at(rest.find(' ').unwrap_or(rest.len())),
        };
        // A colon behind the alternatives is one behind each of them.
        let (colon, after) = after.strip_prefix(':').map_or(("", after), |after| (":", after));
        let choices =
            choices.split('|').map(|choice| if choice.is_empty() { String::new() } else { format!("{choice}{colon}") });
        let choices: Vec<Vec<String>> =
            choices.map(|choice| choice.split_whitespace().map(str::to_owned).collect()).collect();
        rows = rows
            .iter()
            .flat_map(|row| choices.iter().map(move |choice| [row.clone(), choice.clone()].concat()))
            .collect();
        assert!(rows.len() <= MOST_ROWS, "lexicon/page.toml: too many alternatives in {phrase:?}");
        rest = after.trim_start();
    }
    rows.sort();
    rows.dedup();
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::page::tokens::cut;

    #[test]
    fn phrases_with_alternatives_and_gaps() {
        let mut phrases = Phrases::default();
        for phrase in [
            "share (this|) (post|)",
            "(a|the) photo: ...",
            "... all rights *",
            "# (min|) read",
            "get ... your inbox ...",
        ] {
            phrases.add(phrase, 0);
        }
        let is = |line: &str| phrases.find(&cut(line), |_| true).is_some();
        for line in [
            "share",
            "share this post",
            "the photo: oak",
            "oak, all rights reserved",
            "4 read",
            "get oak in your inbox daily",
        ] {
            assert!(is(line), "{line}");
        }
        for line in
            ["share oak", "the photo of oak", "all rights", "min read", "in your inbox daily", "share this post oak"]
        {
            assert!(!is(line), "{line}");
        }
    }
}
