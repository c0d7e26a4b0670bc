//! Phrases with slots, as `lexicon/patterns.toml` has them, matched over a masked sentence.
//!
//! A masked sentence is the words of a sentence in lower case, each followed by one space, in which
//! every name of a subject is a mask of its own (`S0`, `S1`, ... , `SB` for both, `SN` for neither). That
//! makes a phrase a plain expression over ASCII, which `matcher` walks.

use super::matcher::Matcher;
use super::needs::Index;
use super::phrase::{Part, Slot, parts};
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
    /// What the words of its open slot must be.
    pub guard: Option<Guard>,
    /// Does it name no subject?
    bare: bool,
    matcher: Matcher,
}

/// What the words of a slot must be, which the reader who knows them has to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Guard {
    /// `{people}`: they name people.
    People,
    /// `{chore}`: they are what has to be done to a thing.
    Chore,
    /// `{wanted}`: they name a criterion of which more is better.
    Wanted,
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
        let guards = |part: &Part| match part {
            Part::Slot(Slot::People) => Some(Guard::People),
            Part::Slot(Slot::Chore) => Some(Guard::Chore),
            Part::Slot(Slot::Wanted) => Some(Guard::Wanted),
            _ => None,
        };
        let guard = parts.iter().find_map(guards);
        let names = |part: &Part| matches!(part, Part::Slot(slot) if slot.capture() == "subject");
        let bare = !parts.iter().any(names);
        let (name, criterion) = (name.to_owned(), criterion.map(str::to_owned));
        Ok(Self { name, phrase: phrase.to_owned(), yields, criterion, guard, bare, matcher: Matcher::new(&parts) })
    }

    /// Does it recommend or advise against without a name: "Best for beginners"?
    #[must_use]
    pub fn may_be_bare(&self) -> bool {
        self.bare && matches!(self.yields, Verdict::Suits | Verdict::Unsuited)
    }

    /// The first place at or after `from` where the phrase stands in the masked sentence.
    #[must_use]
    pub fn find(&self, masked: &str, from: usize) -> Option<Found> {
        self.matcher.find(masked, from)
    }
}
