//! The weights of the signs: `lexicon/confidence.toml`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use serde::Deserialize;

use super::signs::Signs;

const FILE: &str = include_str!("../../lexicon/confidence.toml");

/// What each sign adds to the logarithm of the odds that a claim holds.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
pub struct Table {
    /// Where every claim begins.
    pub base: f64,
    /// For each step of [`Signs::field`].
    pub field: f64,
    /// By group, then by name; a sign that is not here adds nothing.
    #[serde(flatten)]
    pub signs: BTreeMap<String, BTreeMap<String, f64>>,
}

impl Table {
    /// The weights that the program is built with.
    ///
    /// # Panics
    ///
    /// Never in a released program: the file is read by the tests.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static TABLE: LazyLock<Table> =
            LazyLock::new(|| toml::from_str(FILE).expect("lexicon/confidence.toml is well formed"));
        &TABLE
    }

    /// How likely a claim of these signs holds, in whole hundredths; never wholly sure.
    #[must_use]
    pub fn confidence(&self, signs: &Signs) -> f64 {
        let weight = |group, name| self.signs.get(group).and_then(|names: &BTreeMap<_, f64>| names.get(name));
        let added: f64 = signs.has.iter().filter_map(|sign| weight(sign.group, &sign.name)).sum();
        let odds = self.base + self.field * signs.field + added;
        let share = 1.0 / (1.0 + (-odds).exp());
        (share * 100.0).round().clamp(1.0, 99.0) / 100.0
    }

    /// The table as its file has it, without the comment over it.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut page = String::new();
        // Writing to a string cannot fail.
        let _ = writeln!(page, "base = {:.2}\nfield = {:.2}", self.base, self.field);
        for (group, names) in &self.signs {
            let _ = writeln!(page, "\n[{group}]");
            for (name, weight) in names {
                // A user's rule may be called anything.
                let _ = match name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
                    true => writeln!(page, "{name} = {weight:.2}"),
                    false => writeln!(page, "{name:?} = {weight:.2}"),
                };
            }
        }
        page
    }
}
