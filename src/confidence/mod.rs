//! How sure a claim is: of the claims that are said with 0.8, 80 of 100 hold on annotated articles.
//!
//! A logistic regression (Cox 1958) over a few signs that every claim has, whatever it is about: the rule that
//! found it, what carried it, what it says, whether its criterion is a known one. The weights stand in
//! `lexicon/confidence.toml` and were fitted by `just calibrate`, shrunk towards nothing (ridge, Hoerl and
//! Kennard 1970), so that a rule that was seldom seen is believed as its form and its verdict are. What the fit
//! was measured at, on comparisons that it was not fitted to, stands in `lexicon/confidence-figures.toml`.

mod signs;
mod table;

pub use signs::{Sign, Signs, Surroundings};
pub use table::Table;

use crate::claim::{Claim, Roster};
use crate::document::Document;
use crate::lexicon::Lexicon;

/// Gives every claim of an article its confidence.
pub(crate) fn rate(claims: &mut [Claim], document: &Document, roster: &Roster, lexicon: &Lexicon) {
    let around = Surroundings::of(claims, document, roster, lexicon);
    for claim in claims {
        claim.confidence = Table::builtin().confidence(&around.signs(claim));
    }
}
