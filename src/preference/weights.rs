//! The weights of the model: three small whole numbers for each feature, in one table by the feature's hash.
//!
//! One against the rest, three times, and not one softmax: annotators disagree, and a sentence that half of them
//! hold to be a comparison should be able to say so. Weights are bytes, as a finer step changes no figure.

use std::sync::LazyLock;

use super::Shares;
use super::classes::Words;
use super::features::{self, Part, Sink, key, names};
use super::hash::Slots;
use super::tokens::Sentence;
use crate::span::Span;

const FILE: &[u8] = include_bytes!("../../lexicon/preference.weights");

/// What a weight of 1 in the table adds to the logarithm of the odds: one part in so many.
pub const SCALE: f64 = 32.0;

/// The weights of a feature for better, worse and none.
type Weights = [i8; 3];

/// A feature that had a say, and what it said for better, worse and none, as it adds to the logarithm of the odds.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// The feature: its kind, then its parts.
    pub feature: String,
    /// What it added for better, worse and none.
    pub added: [f32; 3],
}

/// The weights of features.
#[derive(Debug, Clone)]
pub struct Model {
    slots: Slots<Weights>,
    /// The words with which the weights were learned.
    print: u32,
}

/// Adds up what the features of a sentence weigh, each once.
struct Sum<'m> {
    slots: &'m Slots<Weights>,
    seen: Vec<u64>,
    sums: [i32; 3],
}

impl Sink for Sum<'_> {
    #[inline]
    fn take(&mut self, code: u64, _: &'static str, parts: &[Part<'_>]) {
        let Some((slot, weights)) = self.slots.find(key(code, parts)) else { return };
        let (word, bit) = (slot / 64, 1 << (slot % 64));
        if self.seen[word] & bit == 0 {
            self.seen[word] |= bit;
            for (sum, weight) in self.sums.iter_mut().zip(weights) {
                *sum += i32::from(weight);
            }
        }
    }
}

impl Model {
    /// The model that the program is built with.
    #[must_use]
    pub fn builtin() -> &'static Model {
        static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(FILE).expect("the built-in weights are whole"));
        &MODEL
    }

    /// A model with these weights, by the hashes of [`features::keys`].
    #[must_use]
    pub fn new(weights: impl ExactSizeIterator<Item = (u32, [i8; 3])>) -> Self {
        let mut slots = Slots::new(weights.len());
        for (key, weights) in weights {
            slots.put(key, weights);
        }
        Self { slots, print: Words::builtin().print }
    }

    /// How likely it is that the sentence prefers what it names at `first` to what it names at `second`.
    ///
    /// The names may stand in either order. Where the spans overlap or do not lie in the text, nothing is preferred.
    #[must_use]
    pub fn shares(&self, text: &str, first: Span, second: Span) -> Shares {
        if second < first {
            return self.shares(text, second, first).turned();
        }
        let Some(sentence) = Sentence::cut(text, first, second) else {
            return Shares { better: 0.0, worse: 0.0, none: 1.0 };
        };
        let mut sum = Sum { slots: &self.slots, seen: vec![0; self.slots.len().div_ceil(64)], sums: [0; 3] };
        features::give(&sentence, &mut sum);
        let odds = sum.sums.map(|sum| 1.0 / (1.0 + (-f64::from(sum) / SCALE).exp()));
        let all: f64 = odds.iter().sum();
        let [better, worse, none] = odds.map(|share| (share / all) as f32);
        Shares { better, worse, none }
    }

    /// Why: the features of the sentence that weigh anything, the weightiest first. `first` must stand before `second`.
    #[must_use]
    pub fn reasons(&self, text: &str, first: Span, second: Span) -> Vec<Reason> {
        let mut reasons: Vec<Reason> = names(text, first, second)
            .into_iter()
            .filter_map(|(key, feature)| {
                let weights = self.slots.get(key)?;
                Some(Reason { feature, added: weights.map(|weight| f32::from(weight) / SCALE as f32) })
            })
            .collect();
        let weight = |reason: &Reason| reason.added.iter().map(|added| added.abs()).fold(0.0, f32::max);
        reasons.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then_with(|| a.feature.cmp(&b.feature)));
        reasons
    }

    /// Was the model learned with the words that the program has today?
    #[must_use]
    pub fn fits_words(&self) -> bool {
        self.print == Words::builtin().print
    }

    /// The file that [`Model::builtin`] is read from: the print of the words, then, in the order of their hashes,
    /// the hash and the three weights of each feature; all numbers little-endian.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut weights = self.slots.entries();
        weights.sort_unstable();
        let mut bytes = self.print.to_le_bytes().to_vec();
        for (key, weights) in weights {
            bytes.extend(key.to_le_bytes());
            bytes.extend(weights.map(|weight| weight.to_le_bytes()[0]));
        }
        bytes
    }

    /// `None` where the file is cut short.
    fn read(bytes: &[u8]) -> Option<Self> {
        let (print, rest) = bytes.split_first_chunk::<4>()?;
        let (entries, []) = rest.as_chunks::<7>() else { return None };
        let weights = entries.iter().map(|[a, b, c, d, better, worse, none]| {
            let weights = [*better, *worse, *none].map(|weight| i8::from_le_bytes([weight]));
            (u32::from_le_bytes([*a, *b, *c, *d]), weights)
        });
        Some(Self { print: u32::from_le_bytes(*print), ..Self::new(weights) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_read_as_they_were_written() {
        let model = Model::new([(7, [1, -2, 3]), (u32::MAX, [-128, 127, 0])].into_iter());
        let bytes = model.to_bytes();
        let read = Model::read(&bytes).expect("whole");
        assert_eq!(read.to_bytes(), bytes);
        assert!(Model::read(&bytes[..bytes.len() - 1]).is_none());
    }
}
