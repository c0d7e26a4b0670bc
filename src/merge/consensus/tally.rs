//! The votes of one row, gathered in any order and any grouping.
//!
//! A tally keeps every voice once: of two votes of one voice, that of the first source stays. Merging is then
//! commutative, associative and idempotent (a join-semilattice, as the replicated sets of Shapiro, Preguiça, Baquero and
//! Zawirski 2011), so parts of a run can be tallied apart and a source that is read twice changes nothing. What the votes
//! weigh is added in whole millionths of a nat: with integers no order of additions can matter either.

use std::cmp::Ordering;

use crate::matrix::Basis;

/// One source's vote on one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Vote {
    /// Whose voice it is: the number of the first source of those that are copies of each other.
    pub voice: u32,
    /// The number of the source, in the order of the sources' ids.
    pub source: u32,
    /// What it says.
    pub answer: Answer,
    /// What carries it.
    pub basis: Basis,
    /// Does it favour what its own publisher has a stake in?
    pub own_stake: bool,
}

/// What a vote says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// A subject, by its number.
    Subject(u16),
    /// The subjects are level.
    Even,
    /// One thing and another with equal weight: a voice, but for no answer.
    Mixed,
}

impl Answer {
    /// Its place among all answers of a row, the subjects first; `None` for what is no answer.
    #[must_use]
    pub fn place(self, subjects: usize) -> Option<usize> {
        match self {
            Self::Subject(number) => Some(usize::from(number)),
            Self::Even => Some(subjects),
            Self::Mixed => None,
        }
    }
}

/// The votes of one row, each voice once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// In the order of the voices.
    votes: Vec<Vote>,
}

impl Tally {
    /// The votes, in the order of the voices.
    #[must_use]
    pub fn votes(&self) -> &[Vote] {
        &self.votes
    }

    /// Adds a vote. Votes that come in the order of their voices take no search.
    pub fn add(&mut self, vote: Vote) {
        match self.votes.last() {
            Some(last) if last.voice >= vote.voice => self.put(vote),
            _ => self.votes.push(vote),
        }
    }

    fn put(&mut self, vote: Vote) {
        let at = self.votes.partition_point(|other| other.voice < vote.voice);
        match self.votes.get_mut(at) {
            Some(other) if other.voice == vote.voice => *other = vote.min(*other),
            _ => self.votes.insert(at, vote),
        }
    }

    /// What both have heard.
    #[must_use]
    pub fn merge(mut self, other: &Self) -> Self {
        if self.votes.last().zip(other.votes.first()).is_none_or(|(last, first)| last.voice < first.voice) {
            self.votes.extend_from_slice(&other.votes);
            return self;
        }
        let mut votes = Vec::with_capacity(self.votes.len() + other.votes.len());
        let (mut mine, mut theirs) = (&self.votes[..], &other.votes[..]);
        while let ([one, my_rest @ ..], [two, their_rest @ ..]) = (mine, theirs) {
            let order = one.voice.cmp(&two.voice);
            votes.push(match order {
                Ordering::Less => *one,
                Ordering::Equal => *one.min(two),
                Ordering::Greater => *two,
            });
            mine = if order.is_le() { my_rest } else { mine };
            theirs = if order.is_ge() { their_rest } else { theirs };
        }
        votes.extend_from_slice(mine);
        votes.extend_from_slice(theirs);
        Self { votes }
    }
}

impl FromIterator<Vote> for Tally {
    fn from_iter<I: IntoIterator<Item = Vote>>(votes: I) -> Self {
        let mut votes: Vec<Vote> = votes.into_iter().collect();
        votes.sort();
        votes.dedup_by_key(|vote| vote.voice);
        Self { votes }
    }
}
