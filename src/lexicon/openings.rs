//! Names and cues of several words by the first of them, so that a sentence asks for "battery life" only where it has
//! "battery" with something like "life" behind it.

use rustc_hash::FxHashMap;

use super::words::opening;

/// Words of several words by their first words.
#[derive(Debug, Clone, Default)]
pub(super) struct Openings(FxHashMap<String, Vec<String>>);

/// By how many letters a plural may be unlike its singular: "lives" and "life", "libraries" and "library".
const ENDING: usize = 3;

impl Openings {
    /// Adds words, where they are several.
    pub(super) fn add(&mut self, words: &str) {
        if let Some(first) = opening(words) {
            self.0.entry(first.to_owned()).or_default().push(words.to_owned());
        }
    }

    /// Does anything begin with this word?
    pub(super) fn has(&self, first: &str) -> bool {
        self.0.contains_key(first)
    }

    /// May anything that begins with this word begin with these, the last of which may be a plural?
    pub(super) fn goes_on(&self, first: &str, words: &str) -> bool {
        let Some(all) = self.0.get(first) else { return false };
        let stem = words.get(..words.len().saturating_sub(ENDING)).unwrap_or(first);
        all.iter().any(|known| known.as_bytes().starts_with(stem.as_bytes()))
    }
}
