//! What the sources say, taken together.
//!
//! The answer is the majority's, one vote a source; the confidence is another question, answered by
//! adding log-odds (naive Bayes with a fixed accuracy for each kind of evidence, the one-round form of
//! Dawid and Skene 1979). The accuracies are fixed and not learnt from the run: with a handful of
//! sources there is nothing to learn them from, and a fixed figure can be checked by hand.

use std::collections::{BTreeMap, BTreeSet};

use crate::matrix::{Consensus, Favours, Outcome, Position, Subject};

/// How often an explicit verdict, as extracted, is what the source says.
const EXPLICIT: f64 = 0.8;
/// How often an implied one is.
const IMPLIED: f64 = 0.65;

/// The consensus of a row. `copies` says which sources repeat another; they have no vote of their own.
pub(super) fn of(
    positions: &BTreeMap<String, Position>,
    copies: &BTreeMap<String, String>,
    subjects: &[Subject],
) -> Consensus {
    let voices = voices(positions, copies);
    let mut votes: BTreeMap<&Favours, usize> = BTreeMap::new();
    for position in voices.iter().filter(|position| position.favours != Favours::Mixed) {
        *votes.entry(&position.favours).or_default() += 1;
    }
    let ties = votes.get(&Favours::Even).copied().unwrap_or_default();
    let cast: usize = votes.values().sum();
    let leader = votes.iter().map(|(answer, count)| (*count, *answer)).max_by(|a, b| (a.0, b.1).cmp(&(b.0, a.1)));
    let (count, answer) = leader.unwrap_or((0, &Favours::Mixed));
    let outcome = if voices.len() < 2 {
        Outcome::Insufficient
    } else if count * 2 <= voices.len() {
        Outcome::Disputed
    } else {
        match answer {
            Favours::One(subject) => Outcome::Favoured(subject.clone()),
            Favours::Even => Outcome::Even,
            Favours::Mixed => Outcome::Disputed,
        }
    };
    let even = matches!(answer, Favours::Even);
    if outcome == Outcome::Disputed {
        // No answer stands, so nobody supports it and nothing is sure.
        return Consensus { outcome, support: 0, dissent: cast - ties, ties, confidence: 0.0 };
    }
    let dissent = cast - count - if even { 0 } else { ties };
    Consensus { outcome, support: count, dissent, ties, confidence: confidence(&voices, answer, subjects.len() + 1) }
}

/// The positions of independent sources.
fn voices<'a>(positions: &'a BTreeMap<String, Position>, copies: &BTreeMap<String, String>) -> Vec<&'a Position> {
    let mut heard: BTreeSet<&String> = BTreeSet::new();
    let voices = positions.iter().filter(|(source, _)| heard.insert(copies.get(*source).unwrap_or(source)));
    voices.map(|(_, position)| position).collect()
}

/// The probability of `answer` among `answers` that are equally likely before anyone speaks. Without
/// a majority no answer is sure at all.
fn confidence(voices: &[&Position], answer: &Favours, answers: usize) -> f64 {
    let mut odds: BTreeMap<&Favours, f64> = BTreeMap::new();
    for position in voices.iter().filter(|position| position.favours != Favours::Mixed) {
        let accuracy = if position.explicit { EXPLICIT } else { IMPLIED };
        let other = (1.0 - accuracy) / (answers.max(2) - 1) as f64;
        *odds.entry(&position.favours).or_default() += (accuracy / other).ln();
    }
    let Some(mine) = odds.get(answer) else { return 0.0 };
    let silent = answers.saturating_sub(odds.len()) as f64;
    let total: f64 = odds.values().map(|theirs| (theirs - mine).exp()).sum::<f64>() + silent * (-mine).exp();
    ((1.0 / total) * 1e4).round() / 1e4
}
