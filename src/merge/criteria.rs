//! Slugs that are one criterion in two spellings.
//!
//! A slug that the lexicon knows is canonical. One that it does not know is joined to
//! another of the same comparison only where the spelling leaves no doubt, word by word: a wrong join
//! sets claims against each other that have nothing to do with each other, a missed one hides a row.
//! The row of a criterion that many fields know by many names ("display") goes by the one that these
//! articles use ("screen").

use std::collections::BTreeMap;

use similar::TextDiff;

use crate::lexicon::{Lexicon, singular};

/// Words that do not tell one criterion from another.
const EMPTY: [&str; 10] = ["of", "the", "a", "an", "and", "for", "in", "to", "with", "s"];
/// The shortest word in which a typing error can be told from another word.
const LONG: usize = 7;
const TYPO_RATIO: f32 = 0.88;

/// From a slug to the slug that it is joined to; slugs that stay as they are have no entry. `counts` says
/// how often each slug occurs.
pub(super) fn joins(counts: &BTreeMap<String, usize>, lexicon: &Lexicon) -> BTreeMap<String, String> {
    let mut order: Vec<(bool, usize, &String)> =
        counts.iter().map(|(slug, count)| (lexicon.criterion(slug).is_none(), *count, slug)).collect();
    order.sort_by(|a, b| (a.0, std::cmp::Reverse(a.1), a.2).cmp(&(b.0, std::cmp::Reverse(b.1), b.2)));
    let mut kept: BTreeMap<char, Vec<(&String, Vec<String>)>> = BTreeMap::new();
    let mut joins = BTreeMap::new();
    for (unknown, _, slug) in order {
        let words = words(slug);
        let block = kept.entry(words.first().and_then(|w| w.chars().next()).unwrap_or('-')).or_default();
        match block.iter().find(|(_, other)| unknown && same(&words, other)) {
            Some((target, _)) => {
                joins.insert(slug.clone(), (*target).clone());
            }
            None => block.push((slug, words)),
        }
    }
    joins
}

/// From a canonical slug to the name that the articles use most for it, where rows go by that. `labels` are
/// the canonical slugs of the claims, each with the criterion as its article words it.
pub(super) fn names<'a>(
    labels: impl Iterator<Item = (&'a str, &'a str)>,
    lexicon: &Lexicon,
) -> BTreeMap<String, String> {
    let mut used: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    for (slug, label) in labels.filter(|(slug, _)| lexicon.is_called_as_written(slug)) {
        // "laggy" judges on latency, but is no name of it.
        if lexicon.criterion(label) == Some(slug) {
            let label = crate::lexicon::slug(label);
            // "Compile times" is compile time.
            let name = if words(&label) == words(slug) { slug.to_owned() } else { label };
            *used.entry(slug).or_default().entry(name).or_default() += 1;
        }
    }
    let most = |names: BTreeMap<String, usize>| names.into_iter().rev().max_by_key(|(_, count)| *count);
    used.retain(|slug, names| !names.contains_key(*slug));
    used.into_iter().filter_map(|(slug, names)| Some((slug.to_owned(), most(names)?.0))).collect()
}

fn words(slug: &str) -> Vec<String> {
    let mut words: Vec<String> =
        slug.split('-').filter(|word| !word.is_empty() && !EMPTY.contains(word)).map(single).collect();
    words.sort();
    words
}

fn single(word: &str) -> String {
    singular(word).unwrap_or_else(|| word.to_owned())
}

fn same(a: &[String], b: &[String]) -> bool {
    !a.is_empty() && a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a == b || typo(a, b))
}

fn typo(a: &str, b: &str) -> bool {
    a.len().min(b.len()) >= LONG
        && a.chars().next() == b.chars().next()
        && TextDiff::from_chars(a, b).ratio() >= TYPO_RATIO
}
