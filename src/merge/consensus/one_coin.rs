//! One accuracy for each voice, learnt from how often it says what the others say.
//!
//! The one-coin form of Dawid and Skene (1979): a voice is right with the same probability on every row and errs evenly.
//! It is fitted by expectation and maximisation, with a Beta prior on the accuracies: without one, a voice that
//! speaks on two rows would be held for infallible. As many rounds as here are always done, so that the same votes give the
//! same figures.

use std::collections::BTreeMap;

use super::tally::Tally;

/// The prior: its mode is 0.6, and it weighs as much as ten rows.
const RIGHT: f64 = 6.0;
const WRONG: f64 = 4.0;
const ROUNDS: usize = 25;

/// The accuracy of every voice, by its number.
pub(super) fn accuracies<'a>(rows: impl Iterator<Item = &'a Tally> + Clone, subjects: usize) -> BTreeMap<u32, f64> {
    let voices = rows.clone().flat_map(Tally::votes).map(|vote| vote.voice);
    let mut accuracies: BTreeMap<u32, f64> = voices.map(|voice| (voice, RIGHT / (RIGHT + WRONG))).collect();
    for _ in 0..ROUNDS {
        let mut seen: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
        for row in rows.clone() {
            let shares = truth(row, subjects, &accuracies);
            for vote in row.votes() {
                let Some(place) = vote.answer.place(subjects) else { continue };
                let (right, all) = seen.entry(vote.voice).or_default();
                *right += shares[place];
                *all += 1.0;
            }
        }
        for (voice, (right, all)) in seen {
            accuracies.insert(voice, (right + RIGHT) / (all + RIGHT + WRONG));
        }
    }
    accuracies
}

/// How likely each answer of a row is true, if the voices are as accurate as that.
fn truth(row: &Tally, subjects: usize, accuracies: &BTreeMap<u32, f64>) -> Vec<f64> {
    let mut odds = vec![0.0; subjects + 1];
    for vote in row.votes() {
        if let Some(place) = vote.answer.place(subjects) {
            odds[place] += super::log_odds(accuracies[&vote.voice], subjects + 1);
        }
    }
    super::shares(&odds)
}
