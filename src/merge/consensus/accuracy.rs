//! How far a position is to be believed by what carries it: `lexicon/accuracy.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::matrix::Basis;

const FILE: &str = include_str!("../../../lexicon/accuracy.toml");

/// How often a position of each kind of evidence is right.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accuracy {
    /// Of a verdict that is set apart.
    pub verdict: f64,
    /// Of the cells of a table.
    pub table: f64,
    /// Of an outright comparison in prose.
    pub prose: f64,
    /// Of what is only implied.
    pub implied: f64,
}

impl Accuracy {
    /// The figures that the program is built with.
    ///
    /// # Panics
    ///
    /// Never in a released program: the file is read by the tests.
    #[must_use]
    pub fn builtin() -> Self {
        static FIGURES: LazyLock<Accuracy> =
            LazyLock::new(|| toml::from_str(FILE).expect("lexicon/accuracy.toml is well formed"));
        *FIGURES
    }

    /// How often a position that rests on this is right.
    #[must_use]
    pub fn of(&self, basis: Basis) -> f64 {
        match basis {
            Basis::Verdict => self.verdict,
            Basis::Table => self.table,
            Basis::Prose => self.prose,
            Basis::Implied => self.implied,
        }
    }
}
