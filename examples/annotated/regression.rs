//! Logistic regression with a ridge, one weight at a time (coordinate Newton steps, as Genkin, Lewis and Madigan 2007).
//!
//! One thread and one order of additions: the same claims give the same weights.

use std::collections::BTreeMap;

use gainsay::confidence::{Sign, Table};

use super::{Cluster, Said};

/// What half of a squared weight costs.
const RIDGE: f64 = 8.0;
/// Where claims begin costs next to nothing: it is no sign.
const RIDGE_OF_BASE: f64 = 0.01;
const ROUNDS: usize = 40;
/// A round that moves no weight by more is the last.
const ENOUGH: f64 = 1e-4;

/// The share of claims of each cluster that holds, as their signs tell it. Every cluster counts the same, however many
/// claims it has: the next one is as likely to be of its kind as of any other's.
pub(crate) fn fit<'a>(clusters: impl Iterator<Item = &'a Cluster> + Clone) -> Table {
    let all: usize = clusters.clone().map(|cluster| cluster.said.len()).sum();
    let many = clusters.clone().filter(|cluster| !cluster.said.is_empty()).count();
    let mut claims: Vec<(&Said, f64)> = Vec::new();
    for cluster in clusters {
        let weight = all as f64 / (many * cluster.said.len().max(1)) as f64;
        claims.extend(cluster.said.iter().map(|said| (said, weight)));
    }
    let mut columns: BTreeMap<Option<&Sign>, Vec<(usize, f64)>> = BTreeMap::new();
    for (row, (said, _)) in claims.iter().enumerate() {
        columns.entry(None).or_default().push((row, said.signs.field));
        for sign in &said.signs.has {
            columns.entry(Some(sign)).or_default().push((row, 1.0));
        }
    }
    let everywhere: Vec<(usize, f64)> = (0..claims.len()).map(|row| (row, 1.0)).collect();
    let mut odds = vec![0.0; claims.len()];
    let mut base = 0.0;
    let mut weights: BTreeMap<Option<&Sign>, f64> = columns.keys().map(|sign| (*sign, 0.0)).collect();
    for _ in 0..ROUNDS {
        let mut moved = step(&mut base, RIDGE_OF_BASE, &everywhere, &claims, &mut odds);
        for (sign, column) in &columns {
            let weight = weights.entry(*sign).or_default();
            moved = f64::max(moved, step(weight, RIDGE, column, &claims, &mut odds));
        }
        if moved < ENOUGH {
            break;
        }
    }
    table(base, &weights)
}

/// Moves one weight to where it fits best while the others stay; returns how far.
fn step(weight: &mut f64, ridge: f64, column: &[(usize, f64)], claims: &[(&Said, f64)], odds: &mut [f64]) -> f64 {
    let (mut slope, mut curve) = (-ridge * *weight, ridge);
    for (row, value) in column {
        let (said, counts) = claims[*row];
        let share = 1.0 / (1.0 + (-odds[*row]).exp());
        slope += counts * (f64::from(u8::from(said.holds)) - share) * value;
        curve += counts * share * (1.0 - share) * value * value;
    }
    let by = slope / curve;
    *weight += by;
    for (row, value) in column {
        odds[*row] += by * value;
    }
    by.abs()
}

/// The weights in hundredths, as they are written: nothing is measured but what a user gets.
fn table(base: f64, weights: &BTreeMap<Option<&Sign>, f64>) -> Table {
    let hundredths = |weight: f64| (weight * 100.0).round() / 100.0 + 0.0;
    let mut table = Table { base: hundredths(base), ..Table::default() };
    for (sign, weight) in weights {
        match sign {
            None => table.field = hundredths(*weight),
            Some(sign) => {
                let group = table.signs.entry(sign.group.to_owned()).or_default();
                group.insert(sign.name.clone(), hundredths(*weight));
            }
        }
    }
    table
}
