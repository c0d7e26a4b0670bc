//! Five folds of a file, each with the labels in the same shares.

use std::collections::BTreeMap;

use crate::labelled::Labelled;

pub(crate) const FOLDS: usize = 5;

/// What must not be parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Rows of one sentence, which the data repeats with other pairs; case and white space aside.
    Sentences,
    /// Nothing: the plain split that published figures are from.
    Nothing,
}

/// The fold of each row, by a seed.
pub(crate) fn folds(rows: &[Labelled], keep: Keep, seed: u64) -> Vec<usize> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let words: Vec<String> = row.text.split_whitespace().map(str::to_lowercase).collect();
        let group = match keep {
            Keep::Sentences => words.join(" "),
            Keep::Nothing => format!("{at:08}"),
        };
        groups.entry(group).or_default().push(at);
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    groups.sort();
    let mut state = seed;
    for at in (1..groups.len()).rev() {
        groups.swap(at, (next(&mut state) % (at as u64 + 1)) as usize);
    }
    let (mut folds, mut dealt) = (vec![0; rows.len()], [0; 3]);
    for group in groups {
        // A group goes where its first row goes.
        let label = rows[group[0]].label.unwrap_or(2);
        group.iter().for_each(|at| folds[*at] = dealt[label] % FOLDS);
        dealt[label] += 1;
    }
    folds
}

/// SplitMix64 (Steele, Lea and Flood 2014).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
