//! Do two statements hold in the same case?
//!
//! A condition is compared by the words that carry it, after a few words have been brought to one
//! (`novices`, `newcomers`: beginners). Opposite words make different cases whatever else they share:
//! "small projects" and "large projects" have nothing to contradict each other about. A statement that the
//! author ties to a case ("On servers, ...") is not held against one that is tied to none, as both can be right;
//! a condition that only the title names, or that stands behind the verdict, tells two cases apart but does not
//! by itself make one.

use std::collections::BTreeSet;

use super::circumstance::{Circumstance, common, is_dated, is_year, tokens, versions};
use super::words::{self, GENERIC, NO_CONDITION, OPPOSITE_CONDITIONS, SETTINGS};
use crate::claim::{Figure, Unit, Verdict};
use crate::matrix::AlignedClaim;

/// The case that a statement speaks of, as the words that carry its condition, in their common form.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Scope {
    /// The condition that the claim itself names.
    words: BTreeSet<String>,
    /// The condition that opens the sentence ("On servers, ...").
    opening: BTreeSet<String>,
    /// A condition that the sentence names further on.
    aside: BTreeSet<String>,
    /// A condition that the article's title names.
    title: BTreeSet<String>,
    /// What the statement tells of the setting: `wireless`, `winter`.
    settings: BTreeSet<(usize, bool)>,
    time: Time,
}

/// The time that a statement speaks of.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Time {
    years: BTreeSet<String>,
    versions: BTreeSet<String>,
    /// Does it say that things are no longer so?
    past: bool,
    /// Does it name the year that it speaks of: "as of 2019"?
    dated: bool,
}

/// How the cases of two statements lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Relation {
    /// What the one says of its case, the other says of it, too.
    Same,
    /// They speak of different times or versions.
    OtherTime,
    /// They speak of different conditions.
    OtherCase,
}

/// The words around a claim that may tie it to a case.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around<'a> {
    /// The whole sentence that it stands in.
    pub(super) sentence: &'a str,
    /// The title of its article.
    pub(super) title: &'a str,
}

impl Scope {
    /// The condition that a claim names, and that its surroundings betray.
    pub(super) fn of(aligned: &AlignedClaim, around: Around<'_>) -> Self {
        let Around { sentence, title } = around;
        // "if you are new to it, starting with ..." ends at the comma
        let condition = aligned.claim.scope.as_deref().unwrap_or_default();
        let condition =
            condition.split_once(',').filter(|(head, _)| head.contains(' ')).map_or(condition, |(head, _)| head);
        let mut words: BTreeSet<String> =
            tokens(condition).filter(|w| !words::has(NO_CONDITION, w)).map(|w| common(&w)).collect();
        if words.iter().any(|word| !words::has(GENERIC, word)) {
            words.retain(|word| !words::has(GENERIC, word));
        }
        let mut said: Vec<String> = tokens(condition).collect();
        let own = said.len();
        said.extend(tokens(sentence));
        let around = Circumstance::new(sentence, &said[own..], aligned);
        let settings = SETTINGS.iter().enumerate().flat_map(|(i, (a, b))| {
            let has = |any: &str| said.iter().any(|word| words::has(any, word));
            // a statement that names both ends of a scale is tied to neither
            match (has(a), has(b)) {
                (true, false) => Some((i, true)),
                (false, true) => Some((i, false)),
                _ => None,
            }
        });
        let is_date = matches!(aligned.claim.verdict, Verdict::Value(Figure { unit: Unit::Year, .. }));
        let years = said.iter().filter(|word| !is_date && is_year(word)).cloned().collect();
        let (mut opening, mut aside, mut titled) = Default::default();
        // when a thing came out is so under every condition
        if !is_date {
            opening = around.opening();
            aside = around.behind();
            titled = around.of_title(title);
        }
        Self {
            opening,
            aside,
            title: titled,
            words,
            settings: settings.collect(),
            time: Time {
                years,
                versions: versions(&said, &aligned.subject.0),
                past: around.is_past(),
                dated: !is_date && is_dated(&said),
            },
        }
    }

    /// Is there no condition?
    pub(super) fn is_open(&self) -> bool {
        self.words.is_empty() && self.opening.is_empty()
    }

    /// How does the case of this statement lie to that of another?
    pub(super) fn to(&self, other: &Self) -> Relation {
        if self.time.is_apart(&other.time) {
            Relation::OtherTime
        } else if self.has_case_of(other) {
            Relation::Same
        } else {
            Relation::OtherCase
        }
    }

    /// Do the two name the same use? Most words of the shorter must be in the other, and no word may be
    /// the opposite of one there.
    pub(super) fn same_use(&self, other: &Self) -> bool {
        share(&self.words, &other.words)
            && !opposes(&self.words, &other.words)
            && self.same_setting(other)
            && !self.time.is_apart(&other.time)
    }

    fn has_case_of(&self, other: &Self) -> bool {
        if !self.same_setting(other) {
            return false;
        }
        let (mine, theirs) = (self.case(), other.case());
        match (mine.is_empty(), theirs.is_empty()) {
            (true, true) => self.aside.is_empty() || other.aside.is_empty() || share(&self.aside, &other.aside),
            (false, false) => share(&mine, &theirs) && !opposes(&mine, &theirs),
            (true, false) => share(&self.aside, &theirs) || share(&self.title, &theirs),
            (false, true) => share(&mine, &other.aside) || share(&mine, &other.title),
        }
    }

    fn case(&self) -> BTreeSet<String> {
        if self.words.is_empty() { self.opening.clone() } else { self.words.clone() }
    }

    fn same_setting(&self, other: &Self) -> bool {
        !self.settings.iter().any(|(i, end)| other.settings.contains(&(*i, !end)))
    }
}

impl Time {
    fn is_apart(&self, other: &Self) -> bool {
        let apart = |a: &BTreeSet<String>, b: &BTreeSet<String>| !a.is_empty() && !b.is_empty() && a.is_disjoint(b);
        self.past != other.past
            || self.dated && other.years.is_empty()
            || other.dated && self.years.is_empty()
            || apart(&self.years, &other.years)
            || apart(&self.versions, &other.versions)
    }
}

/// Are most words of the shorter condition in the other?
fn share(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let shared = one.intersection(other).count();
    let (few, many) = (one.len().min(other.len()), one.len().max(other.len()));
    shared > 0 && shared * 2 > few && shared * 3 >= many
}

fn opposes(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let has = |words: &BTreeSet<String>, word: &str| words.contains(&common(word));
    OPPOSITE_CONDITIONS.iter().any(|(a, b)| (has(one, a) && has(other, b)) || (has(one, b) && has(other, a)))
}
