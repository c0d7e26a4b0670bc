//! Do two statements on one criterion speak of the same point?
//!
//! A criterion is wide: "ships many components" and "has no admin panel" are both about features, and both can
//! be right. Praise and blame are set against each other only where they share a word that carries
//! meaning, name opposites, or are so short that they can only mean the criterion as a whole.

use std::collections::BTreeSet;

use crate::claim::Form;
use crate::merge::claims::Stated;
use crate::merge::words::{self, ABSENT, ADDED, LEVEL, NO_POINT, OPPOSITE_JUDGEMENTS, RELATIVE};

/// How many letters two words must share to be taken for forms of one.
const STEM: usize = 5;
/// With no more words than this that carry meaning a statement means the criterion as a whole.
const DIRECT: usize = 1;

/// What a statement is about.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Point {
    stems: BTreeSet<String>,
    /// One bit for each stem, several stems to a bit: where no bit is shared no stem is, which spares most
    /// comparisons.
    bits: u64,
    /// Which ends of [`OPPOSITE_JUDGEMENTS`] its words name, one bit a line.
    judgements: (u32, u32),
    relative: bool,
    added: bool,
    absent: bool,
}

impl Point {
    pub(super) fn of(stated: &Stated) -> Self {
        let aligned = &stated.aligned;
        let mut words = words_of(&aligned.quote);
        if !matches!(aligned.claim.evidence.form, Form::Sentence | Form::List) {
            words.extend(words_of(&aligned.claim.criterion.label));
        }
        let names: BTreeSet<String> = [Some(&aligned.subject), aligned.rival.as_ref()]
            .into_iter()
            .flatten()
            .flat_map(|subject| words_of(&subject.0))
            .collect();
        let on: BTreeSet<String> = words_of(&aligned.criterion.0.replace('-', " ")).iter().map(|w| stem(w)).collect();
        let carries = |word: &&String| word.len() > 2 && !words::has(NO_POINT, word) && !names.contains(*word);
        let stems: BTreeSet<String> =
            words.iter().filter(carries).map(|word| stem(word)).filter(|stem| !on.contains(stem)).collect();
        let bits = stems.iter().fold(0, |bits, stem| bits | bit(stem));
        let any = |list: &str| list.split(' ').any(|word| words.contains(word));
        let mut judgements = (0, 0);
        for (line, (one, other)) in OPPOSITE_JUDGEMENTS.iter().enumerate() {
            judgements.0 |= u32::from(any(one)) << line;
            judgements.1 |= u32::from(any(other)) << line;
        }
        Self { stems, bits, judgements, relative: any(RELATIVE), added: any(ADDED), absent: any(ABSENT) }
    }

    /// Does praise on this point clash with blame on the other?
    pub(super) fn meets(&self, blame: &Self) -> bool {
        let both_direct = self.stems.len() <= DIRECT && blame.stems.len() <= DIRECT;
        self.comparable(blame) && (both_direct || self.denies(blame) || self.shares(blame))
    }

    /// May praise on this point and blame on the other be measured by one measure? Less than another is no
    /// lack, and what is not built in may still be had.
    pub(super) fn comparable(&self, blame: &Self) -> bool {
        self.relative == blame.relative && !(self.added && blame.absent)
    }

    /// Do they share a word that carries meaning?
    pub(super) fn shares(&self, other: &Self) -> bool {
        self.bits & other.bits != 0 && !self.stems.is_disjoint(&other.stems)
    }

    fn denies(&self, other: &Self) -> bool {
        self.judgements.0 & other.judgements.1 != 0 || self.judgements.1 & other.judgements.0 != 0
    }
}

/// Does a sentence praise both at once without calling them level ("both are popular")? That leaves
/// room for one to be ahead.
pub(super) fn is_loose_tie(stated: &Stated) -> bool {
    let aligned = &stated.aligned;
    let words = words_of(&aligned.quote);
    matches!(aligned.claim.evidence.form, Form::Sentence | Form::List)
        && words::SEVERAL.split(' ').any(|word| words.contains(word))
        && !LEVEL.split(' ').any(|word| words.contains(word))
}

fn bit(stem: &str) -> u64 {
    1 << (stem.bytes().fold(7u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into())) % 64)
}

/// Enough of a word to know its other forms by.
fn stem(word: &str) -> String {
    word.chars().take(STEM).collect()
}

fn words_of(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase().replace('\u{2019}', "'");
    let parts = lower.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'')));
    parts.map(|w| w.trim_matches('-')).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}
