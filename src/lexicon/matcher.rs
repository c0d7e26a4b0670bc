//! Finds a phrase in a masked sentence, part by part.
//!
//! A phrase is a small regular expression, and was one: leftmost first, choices in their order, gaps and open slots as
//! short as they can be. Walking its parts does the same without compiling anything at start, and most places are ruled
//! out by one byte. A test holds the two against each other.
//!
//! An open slot that found no end is not tried again further on in the same search: what could follow it there
//! was tried already. So a search takes no longer than the length of the sentence squared.

mod walk;

use walk::Walk;

use super::patterns::Found;
use super::phrase::{Part, Slot};

/// The parts of a phrase, ready to be walked.
#[derive(Debug, Clone)]
pub(super) struct Matcher {
    steps: Vec<Step>,
    /// May it begin only where a clause does?
    at_clause: bool,
}

#[derive(Debug, Clone)]
struct Step {
    kind: Kind,
    /// The bytes with which this and all that follows may begin.
    first: Bytes,
}

#[derive(Debug, Clone)]
enum Kind {
    ClauseStart,
    Gap(usize),
    Slot(Slot),
    Group {
        choices: Vec<Vec<Piece>>,
        optional: bool,
    },
    /// Some of [`ADVERBS`], or none.
    Adverbs,
    Word(String),
}

/// A piece of a choice.
#[derive(Debug, Clone)]
enum Piece {
    /// Words, each with the space behind it.
    Words(String),
    /// The name of one subject.
    Name,
    /// The end of the sentence.
    End,
}

/// A set of bytes of ASCII.
#[derive(Debug, Clone, Copy)]
struct Bytes(u128);

impl Bytes {
    const NONE: Self = Self(0);
    /// Any byte, and the end of the sentence too.
    const ANY: Self = Self(u128::MAX);

    fn of(words: &str) -> Self {
        words.bytes().next().map_or(Self::ANY, |byte| Self(1 << (byte & 127)))
    }

    fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn may_begin(self, line: &[u8], at: usize) -> bool {
        line.get(at).map_or(self.0 == u128::MAX, |byte| self.0 & (1 << (byte & 127)) != 0)
    }
}

impl Matcher {
    pub(super) fn new(parts: &[Part]) -> Self {
        let mut steps: Vec<Step> = Vec::with_capacity(parts.len());
        let mut next = Bytes::ANY;
        for (at, part) in parts.iter().enumerate().rev() {
            let (kind, first) = step(part, next);
            next = first;
            steps.push(Step { kind, first });
            let named = at > 0 && matches!(&parts[at - 1], Part::Slot(slot) if !slot.is_open());
            if named && matches!(part, Part::Group { .. } | Part::Word(_)) {
                next = Bytes::ANY;
                steps.push(Step { kind: Kind::Adverbs, first: next });
            }
        }
        steps.reverse();
        let at_clause = parts.first() == Some(&Part::ClauseStart);
        Self { steps, at_clause }
    }

    /// The first place at or after `from` where the phrase stands.
    pub(super) fn find(&self, masked: &str, from: usize) -> Option<Found> {
        let walk = Walk::new(&self.steps, masked);
        if self.at_clause { walk.by_clause(from) } else { walk.by_word(from) }
    }
}

/// A part as a step, and the bytes with which it and what follows may begin.
fn step(part: &Part, next: Bytes) -> (Kind, Bytes) {
    match part {
        Part::ClauseStart => (Kind::ClauseStart, Bytes::ANY),
        Part::Gap(words) => (Kind::Gap(*words), Bytes::ANY),
        Part::Slot(slot) => (Kind::Slot(*slot), if slot.is_open() { Bytes::ANY } else { Bytes::of("S") }),
        Part::Word(word) => (Kind::Word(format!("{word} ")), Bytes::of(word)),
        Part::Group { choices, optional } => {
            let choices: Vec<Vec<Piece>> = choices.iter().map(|words| pieces(words)).collect();
            let begin = |pieces: &Vec<Piece>| match pieces.first() {
                Some(Piece::Words(words)) => Bytes::of(words),
                Some(Piece::Name) => Bytes::of("S"),
                Some(Piece::End) | None => Bytes::ANY,
            };
            let skipped = if *optional { next } else { Bytes::NONE };
            let first = choices.iter().map(begin).fold(skipped, Bytes::and);
            (Kind::Group { choices, optional: *optional }, first)
        }
    }
}

fn pieces(choice: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for word in choice.split(' ') {
        match (word, pieces.last_mut()) {
            ("{subject}" | "{rival}", _) => pieces.push(Piece::Name),
            ("$", _) => pieces.push(Piece::End),
            (word, Some(Piece::Words(words))) => *words += &format!("{word} "),
            (word, _) => pieces.push(Piece::Words(format!("{word} "))),
        }
    }
    pieces
}

#[cfg(test)]
mod tests;
