//! The words without which a phrase cannot stand in a sentence: most phrases are ruled out by them
//! before their regular expression is run, which is where most of the time of reading went.
//!
//! The test is one-sided: a phrase whose needs are met may still not stand there.

use std::collections::HashMap;

use super::phrase::{Part, Slot};

/// The words that phrases need, numbered.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary(HashMap<String, usize>);

/// The numbers of the words of a line, one bit each.
#[derive(Debug)]
pub(super) struct Words(Vec<u64>);

/// What a phrase needs: of each of these sets of words at least one.
#[derive(Debug, Clone)]
pub(super) struct Needs(Vec<Vec<usize>>);

/// How a masked line calls a name: `S0` to `S9` are all `S` here.
const ONE: &str = "S";
const BOTH: &str = "SB";
const NEITHER: &str = "SN";

impl Vocabulary {
    fn number(&mut self, word: &str) -> usize {
        let next = self.0.len();
        *self.0.entry(word.to_owned()).or_insert(next)
    }

    /// The words of a masked line that any phrase needs.
    pub(super) fn words_of(&self, masked: &str) -> Words {
        let mut words = Words(vec![0; self.0.len() / 64 + 1]);
        let mut add = |word: &str| {
            if let Some(number) = self.0.get(word) {
                words.0[number / 64] |= 1 << (number % 64);
            }
        };
        for word in masked.split(' ') {
            match word.strip_prefix('S') {
                Some("B" | "N") => add(word),
                Some(_) => add(ONE),
                None => add(word),
            }
            // A phrase may begin at a boundary within a word: at "friendly" in "user-friendly".
            for at in (1..word.len()).filter(|at| letter(word, at - 1) != letter(word, *at)) {
                word.get(at..).map(&mut add);
            }
        }
        words
    }
}

impl Needs {
    /// The needs of a phrase.
    pub(super) fn of(parts: &[Part], vocabulary: &mut Vocabulary) -> Self {
        let mut needs: Vec<Vec<usize>> = Vec::new();
        // Behind words that are taken as they come, a part may begin in the middle of a word.
        let mut loose = false;
        for part in parts {
            let words: Vec<&str> = match part {
                Part::ClauseStart | Part::Gap(_) | Part::Group { optional: true, .. } => continue,
                Part::Slot(slot) if slot.is_open() => {
                    loose = true;
                    continue;
                }
                Part::Slot(Slot::Subject) => vec![ONE, BOTH],
                Part::Slot(Slot::Both) => vec![BOTH],
                Part::Slot(Slot::Either) => vec![NEITHER],
                Part::Slot(_) => vec![ONE],
                Part::Group { choices, .. } => choices.iter().map(|words| first_word(words)).collect(),
                Part::Word(word) => vec![*word],
            };
            let known = !loose && !words.iter().any(|word| matches!(*word, "" | "$"));
            loose = false;
            if known {
                needs.push(words.into_iter().map(|word| vocabulary.number(word)).collect());
            }
        }
        needs.sort_by_key(Vec::len);
        Self(needs)
    }

    /// Are they met by these words?
    pub(super) fn met_by(&self, words: &Words) -> bool {
        let has = |number: &usize| words.0[number / 64] & 1 << (number % 64) != 0;
        self.0.iter().all(|any| any.iter().any(has))
    }
}

fn letter(word: &str, at: usize) -> bool {
    let byte = word.as_bytes()[at];
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn first_word(choice: &str) -> &str {
    match choice.split(' ').next().unwrap_or("") {
        "{subject}" | "{rival}" => ONE,
        word => word,
    }
}
