//! Phrases with slots, as `lexicon/patterns.toml` has them, matched over a masked sentence.
//!
//! A masked sentence is the words of a sentence in lower case, each followed by one space, in which
//! every name of a subject is a mask of its own (`S0`, `S1`, ... , `SB` for both, `SN` for neither). That
//! makes a phrase a plain expression over ASCII, which `matcher` walks.

use super::matcher::Matcher;
use super::needs::Index;
use super::phrase::parts;
use crate::claim::Verdict;

/// One phrase and what it yields.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// The name of its entry.
    pub name: String,
    /// The phrase as its entry has it.
    pub phrase: String,
    /// What it says of its subject.
    pub yields: Yields,
    /// The criterion that it is about by itself, as a slug.
    pub criterion: Option<String>,
    matcher: Matcher,
}

/// What a phrase says: a verdict without a figure.
pub type Yields = Verdict;

/// Where a phrase was found in a masked sentence; all ranges are bytes of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The whole phrase.
    pub whole: (usize, usize),
    /// The mask of the subject.
    pub subject: Option<(usize, usize)>,
    /// The mask of the rival.
    pub rival: Option<(usize, usize)>,
    /// The words of the condition.
    pub scope: Option<(usize, usize)>,
    /// The words of the criterion.
    pub criterion: Option<(usize, usize)>,
}

impl Pattern {
    /// Compiles a phrase, or says at which offset of it what is wrong.
    pub(super) fn new(
        name: &str,
        (yields, criterion): (Yields, Option<&str>),
        phrase: &str,
        index: &mut Index,
    ) -> Result<Self, (usize, String)> {
        let parts = parts(phrase)?;
        index.add(&parts);
        let (name, criterion) = (name.to_owned(), criterion.map(str::to_owned));
        Ok(Self { name, phrase: phrase.to_owned(), yields, criterion, matcher: Matcher::new(&parts) })
    }

    /// The first place at or after `from` where the phrase stands in the masked sentence.
    #[must_use]
    pub fn find(&self, masked: &str, from: usize) -> Option<Found> {
        self.matcher.find(masked, from)
    }
}
