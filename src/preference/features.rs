//! The features of a sentence: what they are made of, their hashes and their names.
//!
//! A feature is a kind and a few parts. Whoever judges wants hashes, whoever asks why wants names: both come from
//! one description, so that a name can never speak of another feature than the one that was weighed.

use std::fmt::Write as _;

use super::classes::Class;
use super::hash::mix;
use super::tokens::{Sentence, Token};
use super::{claims, skeleton, structure};
use crate::span::Span;

/// One part of a feature.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part<'t> {
    /// Classes in a row, with what [`longer`] makes of them.
    Path(u64, &'t [Class]),
    /// The class of a token.
    Class(Class),
    /// A word as it stands.
    Word(Token<'t>),
    /// A small number, or what has one as a code.
    Code(u64, &'static str),
    /// A number.
    Count(usize),
    /// Is it so?
    Flag(bool),
}

/// The code of a row of classes with one more; that of none is one.
pub(super) fn longer(code: u64, class: Class) -> u64 {
    (code << 6) | class as u64
}

impl<'t> Part<'t> {
    /// Classes in a row. A row that goes into many features is best made once.
    pub(super) fn path(classes: &'t [Class]) -> Self {
        Part::Path(classes.iter().fold(1, |code, class| longer(code, *class)), classes)
    }

    #[inline]
    fn code(self) -> u64 {
        match self {
            Part::Path(code, _) | Part::Code(code, _) => code,
            Part::Class(class) => class as u64,
            Part::Word(token) => u64::from(token.hash),
            Part::Count(count) => count as u64,
            Part::Flag(flag) => u64::from(flag),
        }
    }

    fn write(self, name: &mut String) {
        name.push(' ');
        match self {
            Part::Path(_, classes) => {
                let names: Vec<&str> = classes.iter().map(|class| class.name()).collect();
                name.push_str(&names.join("+"));
            }
            Part::Class(class) => name.push_str(class.name()),
            Part::Word(token) => {
                name.push('"');
                name.push_str(&token.text.to_lowercase());
                name.push('"');
            }
            Part::Code(_, means) => name.push_str(means),
            // Writing to a string cannot fail.
            Part::Count(count) => drop(write!(name, "{count}")),
            Part::Flag(flag) => name.push_str(if flag { "yes" } else { "no" }),
        }
    }
}

/// Whoever takes the features of a sentence.
pub(super) trait Sink {
    /// Takes one, `code` standing for its kind; the same one may come again.
    fn take(&mut self, code: u64, kind: &'static str, parts: &[Part<'_>]);

    /// Takes one. Inlined, so that the code of a kind costs nothing.
    #[inline(always)]
    fn add(&mut self, kind: &'static str, parts: &[Part<'_>]) {
        self.take(code(kind), kind, parts);
    }
}

/// The first eight letters of a kind, in which all kinds differ.
#[inline(always)]
const fn code(kind: &str) -> u64 {
    let (letters, mut code, mut at) = (kind.as_bytes(), 0, 0);
    while at < letters.len() && at < 8 {
        code |= (letters[at] as u64) << (8 * at);
        at += 1;
    }
    code
}

/// The hash of a feature.
#[inline]
pub(super) fn key(code: u64, parts: &[Part<'_>]) -> u32 {
    let hash = parts.iter().fold(mix(0, code), |hash, part| mix(hash, part.code()));
    (mix(hash, 0) >> 32) as u32
}

impl Sink for Vec<u32> {
    fn take(&mut self, code: u64, _: &'static str, parts: &[Part<'_>]) {
        self.push(key(code, parts));
    }
}

impl Sink for Vec<(u32, String)> {
    fn take(&mut self, code: u64, kind: &'static str, parts: &[Part<'_>]) {
        let mut name = kind.to_owned();
        parts.iter().for_each(|part| part.write(&mut name));
        self.push((key(code, parts), name));
    }
}

/// Gives all features of a sentence to the sink.
pub(super) fn give(sentence: &Sentence<'_>, sink: &mut impl Sink) {
    sink.add("bias", &[]);
    structure::give(sentence, sink);
    skeleton::give(sentence, sink);
    claims::give(sentence, sink);
}

/// The hashes of the features of a sentence that names one thing at `first` and another, behind it, at `second`, each
/// once and in order: what a training learns from. None where the spans are no two names in this order.
#[must_use]
pub fn keys(text: &str, first: Span, second: Span) -> Vec<u32> {
    let mut keys = Vec::new();
    if let Some(sentence) = Sentence::cut(text, first, second) {
        give(&sentence, &mut keys);
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The hash of the feature that every sentence has.
#[must_use]
pub fn bias() -> u32 {
    key(code("bias"), &[])
}

/// What [`keys`] gives, each hash with the name of its feature.
#[must_use]
pub fn names(text: &str, first: Span, second: Span) -> Vec<(u32, String)> {
    let mut names: Vec<(u32, String)> = Vec::new();
    if let Some(sentence) = Sentence::cut(text, first, second) {
        give(&sentence, &mut names);
    }
    names.sort_unstable();
    names.dedup_by_key(|(key, _)| *key);
    names
}

/// The bucket of a distance or a number of things.
pub(super) fn bucket(count: usize) -> Part<'static> {
    let (code, means) = match count {
        0 => (0, "0"),
        1 => (1, "1"),
        2 => (2, "2"),
        3 => (3, "3"),
        4..=5 => (4, "4-5"),
        6..=8 => (5, "6-8"),
        9..=12 => (6, "9-12"),
        13..=20 => (7, "13-20"),
        _ => (8, "21-"),
    };
    Part::Code(code, means)
}
