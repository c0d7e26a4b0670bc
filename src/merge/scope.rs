//! Do two statements hold under the same condition?
//!
//! Scopes are compared by the words that carry them, after a few words have been brought to one
//! (`novices`, `newcomers`: beginners). Opposite words make different scopes whatever else they share:
//! "small projects" and "large projects" have nothing to contradict each other about.

use std::collections::BTreeSet;

use super::words::{self, GENERIC, NO_CONDITION, OPENING, OPPOSITE_CONDITIONS, PHRASE, SAME, SETTINGS, VERSION};
use crate::claim::{Figure, Unit, Verdict};
use crate::matrix::AlignedClaim;

/// The most words of an opening condition.
const LONGEST: usize = 8;

/// The condition of a statement: the words that carry it, in their common form, and what the statement
/// itself tells of the setting (a year, a version, `wireless`).
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Scope {
    words: BTreeSet<String>,
    /// The words of a condition that opens the sentence ("On servers, ..."). It tells two cases apart, but is
    /// too often a mere turn of phrase to stand for a condition of its own.
    opening: BTreeSet<String>,
    years: BTreeSet<String>,
    versions: BTreeSet<String>,
    settings: BTreeSet<(usize, bool)>,
}

impl Scope {
    /// The condition that a claim names, and that its sentence betrays.
    pub(super) fn of(aligned: &AlignedClaim, sentence: &str) -> Self {
        let condition = aligned.claim.scope.as_deref().unwrap_or_default();
        let mut words: BTreeSet<String> =
            tokens(condition).filter(|w| !words::has(NO_CONDITION, w)).map(|w| common(&w)).collect();
        if words.iter().any(|word| !words::has(GENERIC, word)) {
            words.retain(|word| !words::has(GENERIC, word));
        }
        let said: Vec<String> = tokens(condition).chain(tokens(sentence)).collect();
        let settings = SETTINGS.iter().enumerate().flat_map(|(i, (a, b))| {
            let has = |any: &str| said.iter().any(|word| words::has(any, word));
            // a statement that names both ends of a scale is tied to neither
            match (has(a), has(b)) {
                (true, false) => Some((i, true)),
                (false, true) => Some((i, false)),
                _ => None,
            }
        });
        let dated = matches!(aligned.claim.verdict, Verdict::Value(Figure { unit: Unit::Year, .. }));
        let years = said.iter().filter(|word| !dated && is_year(word)).cloned().collect();
        Self {
            opening: opening(sentence, aligned),
            words,
            years,
            versions: versions(&said, &aligned.subject.0),
            settings: settings.collect(),
        }
    }

    /// Is there no condition?
    pub(super) fn is_open(&self) -> bool {
        self.words.is_empty()
    }

    /// Does a statement under this condition speak of the same case as one under the other?
    pub(super) fn meets(&self, other: &Self) -> bool {
        if self.is_open() || other.is_open() { self.same_setting(other) } else { self.same_use(other) }
    }

    /// Are both free of a condition, or under the same one?
    pub(super) fn equals(&self, other: &Self) -> bool {
        if self.is_open() && other.is_open() { self.same_setting(other) } else { self.same_use(other) }
    }

    /// Do the two name the same use? Most words of the shorter must be in the other, and no word may be
    /// the opposite of one there.
    pub(super) fn same_use(&self, other: &Self) -> bool {
        let shared = self.words.intersection(&other.words).count();
        let (few, many) = (self.words.len().min(other.words.len()), self.words.len().max(other.words.len()));
        shared > 0 && shared * 2 > few && shared * 3 >= many && !self.opposes(other) && self.same_setting(other)
    }

    fn case(&self) -> BTreeSet<String> {
        if self.words.is_empty() { self.opening.clone() } else { self.words.clone() }
    }

    fn opposes(&self, other: &Self) -> bool {
        let has = |scope: &Self, word: &str| scope.words.contains(&common(word));
        OPPOSITE_CONDITIONS.iter().any(|(a, b)| (has(self, a) && has(other, b)) || (has(self, b) && has(other, a)))
    }

    fn same_setting(&self, other: &Self) -> bool {
        let apart = |a: &BTreeSet<String>, b: &BTreeSet<String>| !a.is_empty() && !b.is_empty() && a.is_disjoint(b);
        !apart(&self.years, &other.years)
            && !apart(&self.versions, &other.versions)
            && !apart(&self.case(), &other.case())
            && !self.settings.iter().any(|(i, end)| other.settings.contains(&(*i, !end)))
    }
}

fn tokens(text: &str) -> impl Iterator<Item = String> {
    let lower = text.to_lowercase().replace(['\'', '\u{2019}'], "");
    let tokens: Vec<String> = lower
        .split(|c: char| !(c.is_alphanumeric() || c == '.'))
        .map(|w| w.trim_matches('.').to_owned())
        .filter(|w| !w.is_empty())
        .collect();
    tokens.into_iter()
}

/// What stands before the first comma, or before the subject, of a sentence that opens with `on`, `for`, `with`.
fn opening(sentence: &str, aligned: &AlignedClaim) -> BTreeSet<String> {
    let first = sentence.split_whitespace().next().unwrap_or_default().to_lowercase();
    if !words::has(OPENING, &first) {
        return BTreeSet::new();
    }
    let names: BTreeSet<String> =
        [Some(&aligned.subject), aligned.rival.as_ref()].into_iter().flatten().flat_map(|s| tokens(&s.0)).collect();
    let on: BTreeSet<String> =
        tokens(&aligned.criterion.0.replace('-', " ")).chain(tokens(&aligned.claim.criterion.label)).collect();
    let head = sentence.split(',').next().unwrap_or_default();
    let carries = |word: &String| !words::has(NO_CONDITION, word) && !words::has(PHRASE, word) && !on.contains(word);
    let head = tokens(head).take_while(|word| !names.contains(word));
    head.skip(1).take(LONGEST).filter(carries).map(|word| common(&word)).collect()
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: u32| (1900..2100).contains(&year))
}

/// The numbers that follow the subject's name or a word such as `version`; those of the name are not
/// versions.
fn versions(said: &[String], subject: &str) -> BTreeSet<String> {
    let name: BTreeSet<String> = tokens(subject).collect();
    let number =
        |word: &str| word.chars().next().is_some_and(|c| c.is_ascii_digit()) && word.len() < 6 && !is_year(word);
    let after = |word: &str| name.contains(word) || words::has(VERSION, word);
    let pairs = said.windows(2).filter(|pair| after(&pair[0]) && number(&pair[1]) && !name.contains(&pair[1]));
    pairs.map(|pair| pair[1].clone()).collect()
}

fn common(word: &str) -> String {
    let singular =
        if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") { &word[..word.len() - 1] } else { word };
    if let Some(same) = SAME.iter().find(|same| words::has(same, singular) || words::has(same, word)) {
        return same.split(' ').next().unwrap_or(same).to_owned();
    }
    // "gamers" and "gaming", "commuters" and "the commute"
    let endings = ["ing", "er", "ed", "e"].into_iter();
    let stem = endings.filter_map(|ending| singular.strip_suffix(ending)).find(|stem| stem.len() > 2);
    stem.unwrap_or(singular).to_owned()
}
