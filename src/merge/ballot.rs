//! The positions of a row as votes: who speaks for whom, and who only repeats.
//!
//! The alpha of a comparison is taken over the same votes, so that copies cannot agree with each other there either. Two
//! subjects are the ends of a scale with `even` in the middle; more than two are mere names.

use std::collections::BTreeMap;

use super::agreement::{Metric, krippendorff};
use super::consensus::{Answer, Tally, Vote};
use crate::document::Source;
use crate::matrix::{Favours, Position, Subject};

/// The votes of a row. The sources are all of the comparison, in the order of their ids; `copies` says which of them
/// repeat another.
pub(super) fn tally(
    positions: &BTreeMap<String, Position>,
    sources: &[Source],
    copies: &BTreeMap<String, String>,
    subjects: &[Subject],
) -> Tally {
    let number = |id: &str| sources.partition_point(|source| source.id.as_str() < id) as u32;
    let vote = |(id, position): (&String, &Position)| Vote {
        voice: number(copies.get(id).unwrap_or(id)),
        source: number(id),
        answer: answer(&position.favours, subjects),
        basis: position.basis,
        own_stake: position.own_stake,
    };
    positions.iter().map(vote).collect()
}

fn answer(favours: &Favours, subjects: &[Subject]) -> Answer {
    match favours {
        Favours::Even => Answer::Even,
        Favours::Mixed => Answer::Mixed,
        Favours::One(subject) => {
            let number = subjects.iter().position(|other| other == subject);
            number.map_or(Answer::Mixed, |number| Answer::Subject(number as u16))
        }
    }
}

/// How far the voices agree over all rows.
pub(super) fn alpha(rows: &[Tally], subjects: usize) -> Option<f64> {
    let scale = |answer: Answer| match answer {
        Answer::Subject(number) => Some(f64::from(number) * 2.0),
        Answer::Even => Some(1.0),
        Answer::Mixed => None,
    };
    let units: Vec<Vec<f64>> =
        rows.iter().map(|row| row.votes().iter().filter_map(|vote| scale(vote.answer)).collect()).collect();
    let metric = if subjects == 2 { Metric::Ordinal } else { Metric::Nominal };
    krippendorff(&units, metric)
}
