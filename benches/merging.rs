//! How long it takes to merge a million positions on one core, beside a `HashMap` that counts who says what.
//!
//!     cargo bench --bench merging
//!
//! The positions come source by source, as articles are read, and in parts that are merged afterwards, as a run in several
//! parts would; what is measured ends with the consensus of every row. The map does less: it counts every page as a vote, knows
//! no copies, and takes a source twice that is read twice.
//!
//! The time is the processor's where the system tells it (Linux), so that a busy machine slows nothing but the bench.
#![allow(clippy::print_stdout, missing_docs)]

use std::collections::HashMap;
use std::fs;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use gainsay::matrix::{Basis, Consensus, Outcome, Subject};
use gainsay::merge::Options;
use gainsay::merge::consensus::{Answer, Judge, Tally, Vote};

const ROWS: usize = 10_000;
const SOURCES: u32 = 100;
const PARTS: u32 = 4;
const ROUNDS: usize = 9;
/// The most that a million positions may take at best, in seconds.
const GOAL: f64 = 0.05;

fn main() -> ExitCode {
    let parts: Vec<Vec<(u32, Vote)>> = (0..PARTS).map(part).collect();
    let positions: usize = parts.iter().map(Vec::len).sum();
    let subjects = ["Alder", "Birch"].map(|name| Subject(name.to_owned()));
    let (mut ours, mut peer, mut stand) = (Vec::new(), Vec::new(), 0);
    for _ in 0..ROUNDS {
        let (spent, found) = seconds(|| merged(&parts, &subjects));
        stand = found.iter().filter(|one| matches!(one.outcome, Outcome::Favoured(_) | Outcome::Even)).count();
        ours.push(spent);
        peer.push(seconds(|| counted(&parts)).0);
    }
    let [ours, peer] = [ours, peer].map(|mut times| {
        times.sort_by(f64::total_cmp);
        (times[0], times[times.len() / 2])
    });
    println!(
        "{positions} positions of {SOURCES} sources on {ROWS} rows, in {PARTS} parts; on {stand} rows an answer stands"
    );
    println!(
        "merged, with the consensus of each row   {:7.1} ms at best, median {:7.1} (goal {:.0})",
        ours.0 * 1e3,
        ours.1 * 1e3,
        GOAL * 1e3
    );
    println!(
        "counted by std::collections::HashMap     {:7.1} ms at best, median {:7.1}; ratio {:.2}",
        peer.0 * 1e3,
        peer.1 * 1e3,
        ours.1 / peer.1
    );
    if ours.0 > GOAL {
        println!("falls short of the goal");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// What some of the sources say on every row. Every tenth source is a copy of the one before it.
fn part(part: u32) -> Vec<(u32, Vote)> {
    let of_part = |source: &u32| source % PARTS == part;
    let positions = |source: u32| {
        let voice = if source % 10 == 9 { source - 1 } else { source };
        (0..ROWS as u32).map(move |row| {
            // Fibonacci hashing spreads the answers evenly and the same way every time.
            let drawn = (u64::from(row) << 32 | u64::from(source)).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
            let answer = [Answer::Subject(0), Answer::Subject(1), Answer::Even, Answer::Subject(0)][drawn as usize % 4];
            (row, Vote { voice, source, answer, basis: Basis::ALL[drawn as usize / 4 % 4], own_stake: false })
        })
    };
    (0..SOURCES).filter(of_part).flat_map(positions).collect()
}

fn merged(parts: &[Vec<(u32, Vote)>], subjects: &[Subject]) -> Vec<Consensus> {
    let tallied = |part: &Vec<(u32, Vote)>| {
        let mut rows = vec![Tally::default(); ROWS];
        part.iter().for_each(|(row, vote)| rows[*row as usize].add(*vote));
        rows
    };
    let both =
        |one: Vec<Tally>, other: Vec<Tally>| one.into_iter().zip(&other).map(|(one, other)| one.merge(other)).collect();
    let rows: Vec<Tally> = parts.iter().map(tallied).reduce(both).unwrap_or_default();
    let judge = Judge::new(subjects, rows.iter(), Options::default());
    rows.iter().map(|row| judge.of(row)).collect()
}

fn counted(parts: &[Vec<(u32, Vote)>]) -> HashMap<(u32, Answer), u32> {
    let mut counts = HashMap::new();
    for (row, vote) in parts.iter().flatten() {
        *counts.entry((*row, vote.answer)).or_default() += 1;
    }
    counts
}

/// How long the work takes, and what it gives.
fn seconds<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let begun = clock();
    let done = black_box(work());
    (clock() - begun, done)
}

/// The time that the processor has given to this thread, in seconds; where the system does not tell, the time of day.
fn clock() -> f64 {
    thread_local!(static BEGUN: Instant = Instant::now());
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| BEGUN.with(|begun| begun.elapsed().as_secs_f64()), |spent| spent / 1e9)
}
