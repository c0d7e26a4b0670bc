//! What the sources say, taken together.
//!
//! Every independent voice has one vote, which weighs what it is to be believed: the logarithm of the odds that it is right
//! (the weighted majority of Nitzan and Paroush 1982, which is naive Bayes). The accuracies are those of its kind of
//! evidence, fitted once to annotated articles and not to the run: with a handful of sources there is nothing to fit them
//! to, and a fixed figure can be checked by hand. The probability of an answer follows in closed form, so a careful reader
//! can do it on paper. An answer stands where it has more than half of the weight and more voices than any other.

mod accuracy;
mod one_coin;
mod tally;

use std::collections::BTreeMap;

pub use accuracy::Accuracy;
pub use tally::{Answer, Tally, Vote};

use super::agreement::{effective_number, entropy, wilson};
use super::{Method, Options, Stakes};
use crate::matrix::{Basis, Consensus, Favours, Outcome, Spread, Subject};

/// Weighs the votes of a comparison.
#[derive(Debug, Clone)]
pub struct Judge<'a> {
    subjects: &'a [Subject],
    options: Options,
    weights: Weights,
}

/// What votes weigh, in millionths of a nat.
#[derive(Debug, Clone)]
enum Weights {
    /// In the order of [`Basis::ALL`].
    ByBasis([i64; 4]),
    ByVoice(BTreeMap<u32, i64>),
    Same,
}

impl<'a> Judge<'a> {
    /// Weighs votes as the options say; the rows are all rows of the comparison, from which some methods learn.
    #[must_use]
    pub fn new<'t>(subjects: &'a [Subject], rows: impl Iterator<Item = &'t Tally> + Clone, options: Options) -> Self {
        let weight = |accuracy| (log_odds(accuracy, subjects.len() + 1) * 1e6).round().max(0.0) as i64;
        let weights = match options.method {
            Method::LogOdds => Weights::ByBasis(Basis::ALL.map(|basis| weight(Accuracy::builtin().of(basis)))),
            Method::OneCoin => {
                let accuracies = one_coin::accuracies(rows, subjects.len());
                Weights::ByVoice(accuracies.into_iter().map(|(voice, accuracy)| (voice, weight(accuracy))).collect())
            }
            Method::Majority => Weights::Same,
        };
        Self { subjects, options, weights }
    }

    /// The consensus of a row.
    #[must_use]
    pub fn of(&self, row: &Tally) -> Consensus {
        let subjects = self.subjects.len();
        let (mut counts, mut sums) = (vec![0_usize; subjects + 1], vec![0_i64; subjects + 1]);
        let mut all = 0;
        for vote in row.votes() {
            let weight = self.weight(vote);
            all += weight;
            if let Some(place) = vote.answer.place(subjects) {
                counts[place] += 1;
                sums[place] += weight;
            }
        }
        let cast: usize = counts.iter().sum();
        let leader = (0..=subjects).filter(|at| counts[*at] > 0).max_by_key(|at| (sums[*at], std::cmp::Reverse(*at)));
        let shares = self.shares(&sums, all);
        let independent = effective_number(row.votes().iter().map(|vote| self.voice(vote)));
        let stands = |at: usize| {
            let ahead = counts.iter().enumerate().all(|(other, count)| other == at || *count < counts[at]);
            ahead && sums[at] * 2 > all
        };
        let outcome = match leader {
            _ if independent < 2.0 => Outcome::Insufficient,
            Some(at) if stands(at) && at == subjects => Outcome::Even,
            Some(at) if stands(at) => Outcome::Favoured(self.subjects[at].clone()),
            _ => Outcome::Disputed,
        };
        let (ties, mixed) = (counts[subjects], row.votes().len() - cast);
        // Where no answer stands, nobody supports it and nothing is sure.
        let standing = leader.filter(|_| outcome != Outcome::Disputed);
        let support = standing.map_or(0, |at| counts[at]);
        let dissent = cast - support - if standing == Some(subjects) { 0 } else { ties };
        Consensus {
            support,
            dissent,
            ties,
            confidence: standing.map_or(0.0, |at| shares[at]),
            spread: Spread {
                independent,
                support: standing.and_then(|_| wilson(support as f64, row.votes().len() as f64)),
                entropy: entropy(counts.iter().chain([&mixed]).map(|count| *count as f64)),
                shares: (0..=subjects).map(|at| (self.answer(at), shares[at])).collect(),
            },
            outcome,
        }
    }

    fn answer(&self, place: usize) -> Favours {
        self.subjects.get(place).map_or(Favours::Even, |subject| Favours::One(subject.clone()))
    }

    fn weight(&self, vote: &Vote) -> i64 {
        let whole = match &self.weights {
            Weights::ByBasis(weights) => weights[vote.basis as usize],
            Weights::ByVoice(weights) => weights[&vote.voice],
            Weights::Same => 1_000_000,
        };
        if self.voice(vote) < 1.0 { whole / 2 } else { whole }
    }

    /// How much of a voice it is: of what favours the publisher's own, half, where the user asks for it.
    fn voice(&self, vote: &Vote) -> f64 {
        if vote.own_stake && self.options.stakes == Stakes::Weighed { 0.5 } else { 1.0 }
    }

    /// How likely each answer is; where votes are only counted, its share of them.
    fn shares(&self, sums: &[i64], all: i64) -> Vec<f64> {
        let shares = match self.options.method {
            Method::Majority => sums.iter().map(|sum| *sum as f64 / all.max(1) as f64).collect(),
            _ => shares(&sums.iter().map(|sum| *sum as f64 / 1e6).collect::<Vec<_>>()),
        };
        shares.into_iter().map(|share| (share * 1e4).round() / 1e4).collect()
    }
}

/// What a voice of this accuracy adds to the answer that it gives, of so many that are equally likely before anyone speaks.
fn log_odds(accuracy: f64, answers: usize) -> f64 {
    (accuracy * (answers.max(2) - 1) as f64 / (1.0 - accuracy)).ln()
}

/// The probabilities that these logarithms of odds stand for.
fn shares(odds: &[f64]) -> Vec<f64> {
    let most = odds.iter().copied().fold(f64::MIN, f64::max);
    let all: f64 = odds.iter().map(|odds| (odds - most).exp()).sum();
    odds.iter().map(|odds| (odds - most).exp() / all).collect()
}
