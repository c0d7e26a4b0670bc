//! Do two statements hold under the same condition?
//!
//! Scopes are compared by the words that carry them, after a few words have been brought to one
//! (`novices`, `newcomers`: beginners). Opposite words make different scopes whatever else they share:
//! "small projects" and "large projects" have nothing to contradict each other about.

use std::collections::BTreeSet;

use super::claims::Stated;
use crate::claim::{Figure, Unit, Verdict};

/// Words that do not tell one condition from another.
const EMPTY: &[&str] = &[
    "a",
    "an",
    "the",
    "of",
    "for",
    "in",
    "on",
    "at",
    "to",
    "and",
    "or",
    "with",
    "by",
    "as",
    "if",
    "when",
    "you",
    "your",
    "are",
    "is",
    "be",
    "who",
    "that",
    "which",
    "their",
    "its",
    "it",
    "want",
    "need",
    "needs",
    "looking",
    "very",
    "more",
    "most",
    "such",
    "like",
    "etc",
    "some",
    "any",
    "where",
    "while",
    "have",
    "has",
    "just",
    "using",
    "use",
    "people",
    "one",
    "scenarios",
    "scenario",
    "cases",
    "case",
    "situations",
    "general",
    "generally",
    "overall",
    "usually",
    "typically",
    "often",
    "tests",
    "test",
    "benchmark",
    "benchmarks",
    "now",
    "today",
    "currently",
];

/// Words that are brought to one; the first of each line stands for the others.
const SAME: &[&[&str]] = &[
    &["beginner", "novice", "newcomer", "newbie", "new", "starter", "inexperienced", "learner", "starting"],
    &["expert", "experienced", "advanced", "professional", "seasoned", "senior"],
    &["small", "smaller", "tiny", "little", "simple", "basic", "simpler", "smallish", "minor"],
    &["large", "larger", "big", "bigger", "huge", "complex", "enterprise", "massive"],
    &["app", "application", "site", "website", "project", "program"],
    &["quick", "fast", "rapid", "quickly"],
    &["prototype", "prototyping", "mvp"],
    &["budget", "cheap", "tight", "affordable"],
    &["team", "department", "company", "firm", "organization", "organisation", "business", "group"],
    &["user", "developer", "person", "owner", "buyer", "programmer", "engineer"],
    &["work", "task", "thing", "job", "purpose", "daily", "everyday"],
];

/// What every use and every user is; these say nothing beside another word.
const GENERIC: [&str; 4] = ["app", "team", "user", "work"];

/// Words of a condition that cannot both hold.
const OPPOSITE: &[(&str, &str)] = &[
    ("beginner", "expert"),
    ("small", "large"),
    ("short", "long"),
    ("static", "dynamic"),
    ("personal", "corporate"),
    ("structured", "unstructured"),
    ("budget", "premium"),
    ("nearby", "distant"),
    ("front", "rear"),
];

/// Words that say, in the statement itself, under which conditions it was found to hold; the two of a pair cannot
/// both hold.
const SETTING: &[(&[&str], &[&str])] = &[
    (&["wired", "cable"], &["wireless", "bluetooth"]),
    (&["indoor", "indoors"], &["outdoor", "outdoors"]),
    (&["winter"], &["summer"]),
    (
        &["old", "older", "original", "previous", "former", "formerly", "launch"],
        &["new", "newer", "latest", "current", "currently", "now", "today"],
    ),
    (&["month", "monthly", "months"], &["year", "yearly", "annual", "annually", "years"]),
    (&["city"], &["highway", "motorway"]),
    (&["read", "reads"], &["write", "writes"]),
    (&["burst", "bursts"], &["sustained", "prolonged"]),
    (&["public"], &["private"]),
    (&["front"], &["rear"]),
    (&["static"], &["dynamic"]),
];

/// Words before a number that make it a version.
const VERSION: [&str; 6] = ["version", "v", "generation", "gen", "release", "series"];

/// The condition of a statement: the words that carry it, in their common form, and what the statement
/// itself tells of the setting (a year, a version, `wireless`).
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Scope {
    words: BTreeSet<String>,
    years: BTreeSet<String>,
    versions: BTreeSet<String>,
    settings: BTreeSet<(usize, bool)>,
}

impl Scope {
    /// The condition that a claim names, and that its words betray.
    pub(super) fn of(stated: &Stated) -> Self {
        let aligned = &stated.aligned;
        let condition = aligned.claim.scope.as_deref().unwrap_or_default();
        let mut words: BTreeSet<String> =
            tokens(condition).filter(|w| !EMPTY.contains(&w.as_str())).map(|w| common(&w)).collect();
        if words.iter().any(|word| !GENERIC.contains(&word.as_str())) {
            words.retain(|word| !GENERIC.contains(&word.as_str()));
        }
        let said: Vec<String> = tokens(condition).chain(tokens(&aligned.quote)).collect();
        let settings = SETTING.iter().enumerate().flat_map(|(i, (a, b))| {
            let has = |any: &[&str]| said.iter().any(|word| any.contains(&word.as_str()));
            // a statement that names both ends of a scale is tied to neither
            match (has(a), has(b)) {
                (true, false) => Some((i, true)),
                (false, true) => Some((i, false)),
                _ => None,
            }
        });
        let dated = matches!(aligned.claim.verdict, Verdict::Value(Figure { unit: Unit::Year, .. }));
        let years = said.iter().filter(|word| !dated && is_year(word)).cloned().collect();
        Self { words, years, versions: versions(&said, &aligned.subject.0), settings: settings.collect() }
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

    fn opposes(&self, other: &Self) -> bool {
        let has = |scope: &Self, word: &str| scope.words.contains(word);
        OPPOSITE.iter().any(|(a, b)| (has(self, a) && has(other, b)) || (has(self, b) && has(other, a)))
    }

    fn same_setting(&self, other: &Self) -> bool {
        let apart = |a: &BTreeSet<String>, b: &BTreeSet<String>| !a.is_empty() && !b.is_empty() && a.is_disjoint(b);
        !apart(&self.years, &other.years)
            && !apart(&self.versions, &other.versions)
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

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: u32| (1900..2100).contains(&year))
}

/// The numbers that follow the subject's name or a word such as `version`; those of the name are not
/// versions.
fn versions(said: &[String], subject: &str) -> BTreeSet<String> {
    let name: BTreeSet<String> = tokens(subject).collect();
    let number =
        |word: &str| word.chars().next().is_some_and(|c| c.is_ascii_digit()) && word.len() < 6 && !is_year(word);
    let after = |word: &str| name.contains(word) || VERSION.contains(&word);
    let pairs = said.windows(2).filter(|pair| after(&pair[0]) && number(&pair[1]) && !name.contains(&pair[1]));
    pairs.map(|pair| pair[1].clone()).collect()
}

fn common(word: &str) -> String {
    let singular =
        if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") { &word[..word.len() - 1] } else { word };
    if let Some(same) = SAME.iter().find(|same| same.contains(&singular) || same.contains(&word)) {
        return same[0].to_owned();
    }
    // "gamers" and "gaming", "commuters" and "the commute"
    let endings = ["ing", "er", "ed", "e"].into_iter();
    let stem = endings.filter_map(|ending| singular.strip_suffix(ending)).find(|stem| stem.len() > 2);
    stem.unwrap_or(singular).to_owned()
}
