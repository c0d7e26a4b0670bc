//! [`Document`] in, claims out.

use crate::claim::{Article, Roster};
use crate::document::Document;
use crate::lexicon::Lexicon;

/// Who is compared in each of the documents of one run, in the same order. An article that does not
/// say it itself is matched with what the others compare.
#[must_use]
pub fn rosters(documents: &[Document], lexicon: &Lexicon) -> Vec<Roster> {
    let _ = lexicon;
    documents.iter().map(|_| Roster::default()).collect()
}

/// Everything that an article claims about the subjects of its roster.
#[must_use]
pub fn claims(document: Document, roster: Roster, lexicon: &Lexicon) -> Article {
    let _ = lexicon;
    Article { document, roster, claims: Vec::new(), skipped: Vec::new() }
}
mod names;
mod subjects;
mod tokens;
