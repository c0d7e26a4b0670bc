//! Logistic regression on shares of votes, one label against the rest, found by L-BFGS (Liu and Nocedal 1989).
//!
//! One thread and one order of additions: the same file gives the same weights.

use std::collections::VecDeque;

/// The features of a sentence by their numbers, and the share of votes for each label.
pub(crate) struct Example {
    pub(crate) features: Vec<u32>,
    pub(crate) shares: [f64; 3],
}

const MEMORY: usize = 8;
const STEPS: usize = 80;
/// A step that lowers the loss by less, as a part of it, is the last.
const ENOUGH: f64 = 1e-6;

/// The weights of each feature for each label; `ridge` is what half of a squared weight costs.
pub(crate) fn fit(examples: &[Example], features: usize, ridge: f64) -> Vec<[f64; 3]> {
    let mut weights = vec![0.0; features * 3];
    let mut slope = vec![0.0; weights.len()];
    let mut loss = loss_of(examples, &weights, ridge, &mut slope);
    let mut past: VecDeque<Pair> = VecDeque::new();
    for step in 0..STEPS {
        let downhill = direction(&slope, &past);
        let steepness = dot(&slope, &downhill);
        let mut length = if step == 0 { 1.0 / dot(&slope, &slope).sqrt() } else { 1.0 };
        let (mut moved, mut new_slope) = (weights.clone(), slope.clone());
        let new_loss = loop {
            for ((new, old), down) in moved.iter_mut().zip(&weights).zip(&downhill) {
                *new = old - length * down;
            }
            let new_loss = loss_of(examples, &moved, ridge, &mut new_slope);
            if new_loss <= loss - 1e-4 * length * steepness || length < 1e-10 {
                break new_loss;
            }
            length /= 2.0;
        };
        past.extend(Pair::of(&moved, &weights, &new_slope, &slope));
        if past.len() > MEMORY {
            past.pop_front();
        }
        let gained = loss - new_loss;
        (weights, slope, loss) = (moved, new_slope, new_loss);
        if gained < ENOUGH * loss {
            break;
        }
    }
    weights.chunks_exact(3).map(|weights| [weights[0], weights[1], weights[2]]).collect()
}

/// How a step changed the weights and the slope.
struct Pair {
    step: Vec<f64>,
    change: Vec<f64>,
    inverse: f64,
}

impl Pair {
    fn of(new: &[f64], old: &[f64], new_slope: &[f64], old_slope: &[f64]) -> Option<Self> {
        let minus = |a: &[f64], b: &[f64]| -> Vec<f64> { a.iter().zip(b).map(|(a, b)| a - b).collect() };
        let (step, change) = (minus(new, old), minus(new_slope, old_slope));
        let curved = dot(&step, &change);
        (curved > 1e-12).then(|| Self { step, change, inverse: 1.0 / curved })
    }
}

fn direction(slope: &[f64], past: &VecDeque<Pair>) -> Vec<f64> {
    let mut way = slope.to_vec();
    let mut parts = Vec::with_capacity(past.len());
    for pair in past.iter().rev() {
        let part = pair.inverse * dot(&pair.step, &way);
        add(&mut way, -part, &pair.change);
        parts.push(part);
    }
    if let Some(last) = past.back() {
        let scale = 1.0 / (last.inverse * dot(&last.change, &last.change));
        way.iter_mut().for_each(|value| *value *= scale);
    }
    for (pair, part) in past.iter().zip(parts.iter().rev()) {
        let back = pair.inverse * dot(&pair.change, &way);
        add(&mut way, part - back, &pair.step);
    }
    way
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn add(to: &mut [f64], times: f64, what: &[f64]) {
    to.iter_mut().zip(what).for_each(|(to, what)| *to += times * what);
}

fn loss_of(examples: &[Example], weights: &[f64], ridge: f64, slope: &mut [f64]) -> f64 {
    slope.iter_mut().zip(weights).for_each(|(slope, weight)| *slope = ridge * weight);
    let mut loss = 0.5 * ridge * dot(weights, weights);
    for example in examples {
        let mut sums = [0.0; 3];
        for feature in &example.features {
            let at = *feature as usize * 3;
            sums.iter_mut().zip(&weights[at..at + 3]).for_each(|(sum, weight)| *sum += weight);
        }
        let mut pulls = [0.0; 3];
        for ((sum, share), pull) in sums.into_iter().zip(example.shares).zip(&mut pulls) {
            // ln(1 + e^sum) - share * sum, written so that it cannot overflow.
            loss += f64::max(sum, 0.0) + (-f64::abs(sum)).exp().ln_1p() - share * sum;
            *pull = 1.0 / (1.0 + (-sum).exp()) - share;
        }
        for feature in &example.features {
            let at = *feature as usize * 3;
            slope[at..at + 3].iter_mut().zip(pulls).for_each(|(slope, pull)| *slope += pull);
        }
    }
    loss
}
