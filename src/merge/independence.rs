//! Which sources are one voice.
//!
//! An article that is reprinted elsewhere is read twice and has still been written once. Two sources count
//! as one voice where most of the longer quotes of the one stand word for word in the other; to agree, even
//! on everything, does not make them one.

use std::collections::{BTreeMap, BTreeSet};

use super::claims::Stated;

/// The shortest quote, in words, that two authors do not write by chance.
const LONG: usize = 6;
/// The fewest shared quotes that make a copy.
const SHARED: usize = 3;

/// For every source that repeats another the first, by id, of those that say the same.
pub(super) fn copies(stated: &[Stated]) -> BTreeMap<String, String> {
    let mut quotes: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for claim in stated {
        let words: Vec<String> = claim.aligned.quote.split_whitespace().map(str::to_lowercase).collect();
        if words.len() >= LONG {
            quotes.entry(&claim.aligned.source).or_default().insert(words.join(" "));
        }
    }
    let mut by_quote: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (source, quotes) in &quotes {
        for quote in quotes {
            by_quote.entry(quote).or_default().push(source);
        }
    }
    let mut shared: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for sources in by_quote.values() {
        // the first that has a quote stands for all that repeat it, which keeps this linear
        for other in &sources[1..] {
            *shared.entry((sources[0], other)).or_default() += 1;
        }
    }
    let mut copies: BTreeMap<String, String> = BTreeMap::new();
    for ((first, other), count) in shared {
        let fewer = quotes[first].len().min(quotes[other].len());
        if count >= SHARED && count * 2 > fewer {
            let root = copies.get(first).cloned().unwrap_or_else(|| first.to_owned());
            copies.entry(other.to_owned()).or_insert(root);
        }
    }
    copies
}
