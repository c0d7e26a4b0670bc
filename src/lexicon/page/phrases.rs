//! Phrases over the words of a line, and how they are found.
//!
//! A phrase is tried where one of the words stands that it may begin with (one of its words that must
//! stand somewhere, where it begins with none), so that a line costs one look-up for each of its words.

use std::collections::HashMap;

use super::tokens::Token;

/// One place of a phrase.
#[derive(Debug)]
enum Slot {
    /// This word; `true` where a sign must part it from what follows.
    Word(u32, bool),
    Number,
    Date,
    /// Any one word.
    Any,
    /// Any words, or none.
    Gap,
    /// One of these rows of slots; an empty one is nothing.
    OneOf(Box<[Box<[Slot]>]>),
}

/// A phrase, and the entry that it belongs to.
#[derive(Debug)]
struct Phrase {
    slots: Box<[Slot]>,
    entry: usize,
}

/// Where a phrase is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    /// At the start of the line, where the word stands there.
    Opening,
    /// Wherever the word stands: the phrase begins with a gap.
    Within,
    /// At the start of the line, where the word stands anywhere.
    Holding,
}

/// All phrases.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// The words that phrases know, numbered.
    words: HashMap<String, u32>,
    phrases: Vec<Phrase>,
    /// For each word the phrases to try where it stands.
    by_word: Vec<Vec<(From, usize)>>,
}

impl Phrases {
    /// Adds a phrase of an entry.
    ///
    /// # Panics
    ///
    /// Where no word is sure to stand in it.
    pub(super) fn add(&mut self, phrase: &str, entry: usize) {
        let slots = self.slots(phrase);
        let (from, start) = match &*slots {
            [Slot::Gap, ..] => (From::Within, 1),
            _ => (From::Opening, 0),
        };
        let mut words = Vec::new();
        let from = if first_words(&slots[start..], &mut words) {
            from
        } else {
            words.clear();
            let sure = slots.iter().any(|slot| words_of(slot, &mut words));
            assert!(sure, "lexicon/page.toml: no word is sure to stand in {phrase:?}");
            From::Holding
        };
        words.sort_unstable();
        words.dedup();
        self.by_word.resize_with(self.words.len(), Vec::new);
        for word in words {
            self.by_word[word as usize].push((from, self.phrases.len()));
        }
        self.phrases.push(Phrase { slots, entry });
    }

    fn slots(&mut self, phrase: &str) -> Box<[Slot]> {
        let mut slots = Vec::new();
        let mut rest = phrase.trim();
        while !rest.is_empty() {
            if let Some((choices, after)) = rest.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
                // A colon behind the alternatives is one behind each of them.
                let (colon, after) = after.strip_prefix(':').map_or(("", after), |after| (":", after));
                let row = |choice: &str| if choice.is_empty() { String::new() } else { format!("{choice}{colon}") };
                slots.push(Slot::OneOf(choices.split('|').map(|choice| self.slots(&row(choice))).collect()));
                rest = after.trim_start();
            } else {
                let (word, after) = rest.split_at(rest.find(' ').unwrap_or(rest.len()));
                slots.push(self.slot(word));
                rest = after.trim_start();
            }
        }
        slots.into()
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
        for (at, word) in known.iter().enumerate().filter_map(|(at, word)| Some((at, (*word)?))) {
            for (from, phrase) in &self.by_word[word as usize] {
                let Phrase { slots, entry } = &self.phrases[*phrase];
                let (start, skip) = match from {
                    From::Opening if at > 0 => continue,
                    From::Within => (at, 1),
                    From::Opening | From::Holding => (0, 0),
                };
                if found.is_none_or(|found| *entry < found) && may(*entry) && line.is(&[&slots[skip..]], start) {
                    found = Some(*entry);
                }
            }
        }
        found
    }
}

/// Notes the words with which slots may begin; `false` where they may begin with something else.
fn first_words(slots: &[Slot], into: &mut Vec<u32>) -> bool {
    for slot in slots {
        match slot {
            Slot::OneOf(rows) if rows.iter().any(|row| row.is_empty()) => {
                if !rows.iter().filter(|row| !row.is_empty()).all(|row| first_words(row, into)) {
                    return false;
                }
            }
            slot => return words_of(slot, into),
        }
    }
    false
}

/// Notes the words of which one must stand where a slot is; `false` where something else may.
fn words_of(slot: &Slot, into: &mut Vec<u32>) -> bool {
    match slot {
        Slot::Word(word, _) => {
            into.push(*word);
            true
        }
        Slot::OneOf(rows) => rows.iter().all(|row| row.iter().any(|slot| words_of(slot, into))),
        Slot::Number | Slot::Date | Slot::Any | Slot::Gap => false,
    }
}

/// A line's words, and their numbers where phrases know them.
struct Line<'l> {
    tokens: &'l [Token<'l>],
    known: &'l [Option<u32>],
}

impl Line<'_> {
    /// Are the words from `at` to the end of the line what the rows of slots say, one after the other?
    fn is(&self, rows: &[&[Slot]], at: usize) -> bool {
        let [row, others @ ..] = rows else { return at == self.tokens.len() };
        let [slot, rest @ ..] = *row else { return self.is(others, at) };
        let then = |first: &[Slot], at: usize| match others {
            [] => self.is(&[first, rest], at),
            [other] => self.is(&[first, rest, other], at),
            [other, more @ ..] => self.is(&[&[first, rest, other], more].concat(), at),
        };
        match slot {
            Slot::Gap => (at..=self.tokens.len()).any(|at| then(&[], at)),
            Slot::OneOf(rows) => rows.iter().any(|row| then(row, at)),
            slot => self.fits(slot, at) && then(&[], at + 1),
        }
    }

    fn fits(&self, slot: &Slot, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        match slot {
            Slot::Word(word, parted) => self.known[at] == Some(*word) && (!parted || token.parted),
            Slot::Number => token.is_number(),
            Slot::Date => token.is_date(),
            Slot::Any | Slot::Gap | Slot::OneOf(_) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::page::tokens::cut;

    #[test]
    fn phrases_with_alternatives_and_gaps() {
        let mut phrases = Phrases::default();
        let written = [
            "share (this|) (post|)",
            "(a|the) photo: ...",
            "... all rights *",
            "# (min|) read",
            "get ... your inbox ...",
            "(*|* *) on (twitter|google news)",
        ];
        for phrase in written {
            phrases.add(phrase, 0);
        }
        let is = |line: &str| phrases.find(&cut(line), |_| true).is_some();
        let fire = ["share", "share this post", "the photo: oak", "oak, all rights reserved", "4 read", "4 min read"];
        for line in fire.into_iter().chain(["get oak in your inbox daily", "oak too on google news", "ash on twitter"])
        {
            assert!(is(line), "{line}");
        }
        let silent = ["share oak", "the photo of oak", "all rights", "min read", "in your inbox daily", "on twitter"];
        for line in silent.into_iter().chain(["share this post oak", "read", "oak on"]) {
            assert!(!is(line), "{line}");
        }
    }
}
