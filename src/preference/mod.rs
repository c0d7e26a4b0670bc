//! Does a sentence that names two things prefer one of them?
//!
//! A linear classifier over the words that compare, how they relate to the two names, and the order of classes of
//! words; it never sees what the names are. The weights were learned from labelled sentences (`just train`) and are
//! compiled in; [`Model::reasons`] says what any answer came from. What it was measured at stands in
//! `lexicon/preference-figures.toml`.
//!
//! ```
//! use gainsay::preference::{Model, Preference};
//! use gainsay::span::Span;
//!
//! let text = "Oak is far more durable than pine.";
//! let shares = Model::builtin().shares(text, Span::new(0, 3), Span::new(29, 33));
//! assert_eq!(shares.preference(), Preference::Better);
//! ```

mod claims;
mod classes;
pub mod features;
mod hash;
mod skeleton;
mod stretch;
mod structure;
mod tokens;
mod weights;

pub use weights::{Model, Reason, SCALE};

/// What a sentence says of the two things that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Preference {
    /// It prefers the first one.
    Better,
    /// It prefers the second one.
    Worse,
    /// It prefers neither, or says nothing about it.
    None,
}

/// How likely each answer is; the three add up to one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shares {
    /// That the first one is preferred.
    pub better: f32,
    /// That the second one is.
    pub worse: f32,
    /// That neither is.
    pub none: f32,
}

impl Shares {
    /// The likeliest answer; of two that are as likely, the one that says less.
    #[must_use]
    pub fn preference(self) -> Preference {
        if self.none >= self.better.max(self.worse) {
            Preference::None
        } else if self.better >= self.worse {
            Preference::Better
        } else {
            Preference::Worse
        }
    }

    /// The same for the names the other way round.
    #[must_use]
    pub(crate) fn turned(self) -> Self {
        Self { better: self.worse, worse: self.better, none: self.none }
    }
}
