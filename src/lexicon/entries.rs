//! The entries of the lexicon's files, as written.
//!
//! `means` is read by people, the examples by the test that runs them; the program passes them over.
#![expect(dead_code, reason = "what an entry means is written for people")]

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// What stands in one file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entries {
    #[serde(default)]
    pub(super) called: Called,
    #[serde(default)]
    pub(super) criterion: Vec<CriterionEntry>,
    #[serde(default)]
    pub(super) cue: Vec<CueEntry>,
    #[serde(default)]
    pub(super) saying: Vec<SayingEntry>,
    #[serde(default)]
    pub(super) pattern: Vec<PatternEntry>,
    #[serde(default)]
    pub(super) list: Vec<ListEntry>,
    #[serde(default)]
    pub(super) unit: Vec<UnitEntry>,
    /// Canonical name of a subject to its other names.
    #[serde(default)]
    pub(super) subjects: BTreeMap<String, Vec<String>>,
}

/// By what name the rows of the criteria of a file go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Called {
    /// By the criterion's own.
    #[default]
    ByName,
    /// By the one that the articles use most.
    AsWritten,
}

/// A criterion, the words that name it and those that judge on it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CriterionEntry {
    pub(super) name: String,
    #[serde(default)]
    means: String,
    #[serde(default)]
    pub(super) names: Vec<String>,
    #[serde(default)]
    pub(super) burdens: Vec<String>,
    #[serde(default)]
    pub(super) deeds: Vec<String>,
    #[serde(default)]
    pub(super) does: Vec<String>,
    #[serde(default)]
    pub(super) good: Vec<String>,
    #[serde(default)]
    pub(super) bad: Vec<String>,
    #[serde(default)]
    fires: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
}

/// Words that judge in one way, whatever the criterion.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CueEntry {
    name: String,
    #[serde(default)]
    means: String,
    pub(super) class: Spanned<String>,
    pub(super) words: Vec<String>,
    #[serde(default)]
    fires: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
}

/// Phrases that speak for or against their subject on one criterion.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SayingEntry {
    pub(super) criterion: String,
    #[serde(default, rename = "for")]
    pub(super) speaks_for: Vec<String>,
    #[serde(default, rename = "against")]
    pub(super) speaks_against: Vec<String>,
    #[serde(default)]
    fires: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
}

/// Phrases with slots that carry one verdict.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PatternEntry {
    pub(super) name: String,
    #[serde(default)]
    means: String,
    pub(super) verdict: Spanned<String>,
    pub(super) criterion: Option<String>,
    #[serde(rename = "match")]
    pub(super) matches: Vec<Spanned<String>>,
    #[serde(default)]
    fires: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
}

/// Words for which the readers ask by the name of their list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListEntry {
    pub(super) name: Spanned<String>,
    #[serde(default)]
    means: String,
    pub(super) words: Vec<String>,
}

/// A unit of measure, the words for it, and the criterion where it can measure only one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitEntry {
    pub(super) name: String,
    pub(super) criterion: Option<String>,
    pub(super) words: Vec<String>,
}

/// The examples of every entry of the built-in files, for the test that runs them.
#[doc(hidden)]
pub mod examples {
    use super::Entries;
    use crate::lexicon::load::FILES;

    /// One entry's examples.
    #[derive(Debug)]
    pub struct Examples {
        /// `criterion`, `cue`, `saying`, `pattern` or `list`.
        pub kind: &'static str,
        /// The entry's name.
        pub name: String,
        /// Its words or phrases, as written.
        pub words: Vec<String>,
        /// Where it must fire.
        pub fires: Vec<String>,
        /// Where it must not.
        pub not: Vec<String>,
    }

    /// All of them, in the order of the files.
    ///
    /// # Panics
    ///
    /// Where a built-in file is not well formed.
    #[must_use]
    pub fn all() -> Vec<Examples> {
        let mut all = Vec::new();
        for (_, text) in FILES {
            let entries: Entries = toml::from_str(text).expect("well formed");
            let of = |kind, name, words, fires, not| Examples { kind, name, words, fires, not };
            all.extend(entries.criterion.into_iter().map(|e| {
                let words = [e.names, e.burdens, e.deeds, e.does, e.good, e.bad].concat();
                of("criterion", e.name, words, e.fires, e.not)
            }));
            all.extend(entries.cue.into_iter().map(|e| of("cue", e.name, e.words, e.fires, e.not)));
            all.extend(entries.saying.into_iter().map(|e| {
                let words = [e.speaks_for, e.speaks_against].concat();
                of("saying", e.criterion, words, e.fires, e.not)
            }));
            all.extend(entries.pattern.into_iter().map(|e| {
                let phrases = e.matches.into_iter().map(toml::Spanned::into_inner).collect();
                of("pattern", e.name, phrases, e.fires, e.not)
            }));
            let list = |e: super::ListEntry| of("list", e.name.into_inner(), e.words, Vec::new(), Vec::new());
            all.extend(entries.list.into_iter().map(list));
        }
        all
    }
}
