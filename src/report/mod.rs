//! [`ConsensusMatrix`] in, one file per format out.
//!
//! Every report is a pure function to bytes; [`write()`] and [`Batch`] alone touch the disk, and it
//! replaces all files of a run or none. With [`Quotes::Hashed`] no words of an article reach any file:
//! what an article says can then be shared where the article itself may not be.

mod canvas;
mod claims;
mod comparisons;
mod contradictions;
pub mod csv;
mod differences;
mod fragment;
mod markdown;
mod matrix;
mod positions;
mod shelf;
mod sources;
mod svg;
mod words;
mod write;

use crate::claim::Article;
use crate::matrix::{Comparison, ConsensusMatrix, Contradiction};

pub use svg::picture;
pub use write::{Batch, is_own, write};

/// What may be chosen about the reports.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Do the articles' own words appear?
    pub quotes: Quotes,
    /// For whom the CSV files are marked.
    pub spreadsheet: Spreadsheet,
}

/// Do the articles' own words appear in the files?
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Quotes {
    /// As the articles have them.
    #[default]
    Kept,
    /// Each is replaced by its place and a short hash.
    Hashed,
}

/// For whom the CSV files are marked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Spreadsheet {
    /// For everybody: UTF-8 without a byte order mark.
    #[default]
    Any,
    /// For Excel, which takes UTF-8 for something else without the byte order mark.
    Excel,
}

/// All files of one run, by name, in a fixed order.
#[must_use]
pub fn files(matrix: &ConsensusMatrix, articles: &[Article], options: &Options) -> Vec<(String, Vec<u8>)> {
    let shelf = shelf::Shelf::new(articles, options.quotes);
    [
        ("claims.jsonl", claims::jsonl(matrix, &shelf)),
        ("claims.csv", claims::csv(matrix, &shelf, options.spreadsheet)),
        ("matrix.csv", matrix::csv(matrix, &shelf, options.spreadsheet)),
        ("positions.csv", positions::csv(matrix, &shelf, options.spreadsheet)),
        ("comparisons.csv", comparisons::csv(matrix, options.spreadsheet)),
        ("contradictions.jsonl", contradictions::jsonl(matrix, &shelf)),
        ("contradictions.csv", contradictions::csv(matrix, &shelf, options.spreadsheet)),
        ("contradictions.md", markdown::contradictions(matrix, &shelf)),
        ("differences.csv", differences::csv(matrix, &shelf, options.spreadsheet)),
        ("sources.csv", sources::csv(matrix, &shelf, options.spreadsheet)),
    ]
    .map(|(name, bytes)| (name.to_owned(), bytes))
    .into()
}

/// The contradictions of all comparisons, the gravest first, each with the comparison that it stands in.
#[must_use]
pub fn gravest_first(matrix: &ConsensusMatrix) -> Vec<(&Comparison, &Contradiction)> {
    let mut all: Vec<_> =
        matrix.comparisons.iter().flat_map(|one| one.contradictions.iter().map(move |c| (one, c))).collect();
    all.sort_by_key(|(_, contradiction)| std::cmp::Reverse(contradiction.severity));
    all
}
