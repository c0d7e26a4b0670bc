//! Do two statements hold under the same condition?
//!
//! Scopes are compared by the words that carry them, after a few words have been brought to one
//! (`novices`, `newcomers`: beginners). Opposite words make different scopes whatever else they share:
//! "small projects" and "large projects" have nothing to contradict each other about.

use std::collections::BTreeSet;

/// Words that do not tell one condition from another.
const EMPTY: [&str; 48] = [
    "a", "an", "the", "of", "for", "in", "on", "at", "to", "and", "or", "with", "by", "as", "if", "when", "you",
    "your", "are", "is", "be", "who", "that", "which", "their", "its", "it", "want", "need", "needs", "looking",
    "very", "more", "most", "such", "like", "etc", "some", "any", "where", "while", "have", "has", "just", "using",
    "use", "people", "one",
];

/// Words that are brought to one; the first of each line stands for the others.
const SAME: [&[&str]; 8] = [
    &["beginner", "novice", "newcomer", "newbie", "new", "starter", "inexperienced", "learner", "starting"],
    &["expert", "experienced", "advanced", "professional", "seasoned", "senior"],
    &["small", "smaller", "tiny", "little", "simple", "basic", "simpler", "smallish", "minor"],
    &["large", "larger", "big", "bigger", "huge", "complex", "enterprise", "massive"],
    &["app", "application", "site", "website", "project", "program"],
    &["quick", "fast", "rapid", "quickly"],
    &["prototype", "prototyping", "mvp"],
    &["budget", "cheap", "tight", "affordable"],
];

/// Words that cannot both hold.
const OPPOSITE: [(&str, &str); 9] = [
    ("beginner", "expert"),
    ("small", "large"),
    ("short", "long"),
    ("static", "dynamic"),
    ("personal", "business"),
    ("new", "existing"),
    ("structured", "unstructured"),
    ("budget", "premium"),
    ("simple", "complex"),
];

/// The words that carry a condition, in their common form; empty where there is no condition.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Scope(BTreeSet<String>);

impl Scope {
    pub(super) fn of(words: Option<&str>) -> Self {
        let Some(words) = words else { return Self::default() };
        let lower = words.to_lowercase().replace(['\'', '\u{2019}'], "");
        let tokens = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !EMPTY.contains(w));
        Self(tokens.map(common).collect())
    }

    /// Is there no condition?
    pub(super) fn is_open(&self) -> bool {
        self.0.is_empty()
    }

    /// Does a statement under this condition speak of the same case as one under the other?
    pub(super) fn meets(&self, other: &Self) -> bool {
        if self.is_open() || other.is_open() {
            return true;
        }
        self.same_use(other)
    }

    /// Do the two name the same use? Half of the words of the shorter must be in the other, and no word
    /// may be the opposite of one there.
    pub(super) fn same_use(&self, other: &Self) -> bool {
        if self.is_open() || other.is_open() || self.opposes(other) {
            return false;
        }
        let shared = self.0.intersection(&other.0).count();
        shared > 0 && shared * 2 > self.0.len().min(other.0.len()) && shared * 3 >= self.0.len().max(other.0.len())
    }

    fn opposes(&self, other: &Self) -> bool {
        let has = |scope: &Self, word: &str| scope.0.contains(word);
        OPPOSITE.iter().any(|(a, b)| (has(self, a) && has(other, b)) || (has(self, b) && has(other, a)))
    }
}

fn common(word: &str) -> String {
    let stem =
        if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") { &word[..word.len() - 1] } else { word };
    let same = SAME.iter().find(|same| same.contains(&stem) || same.contains(&word));
    same.map_or(stem, |same| same[0]).to_owned()
}
