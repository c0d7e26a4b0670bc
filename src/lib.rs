//! gainsay reads comparison articles, extracts what each claims, merges the claims over all sources,
//! and shows where they contradict each other.

pub mod claim;
pub mod document;
pub mod error;
pub mod lexicon;
pub mod matrix;
pub mod span;

pub mod extract;
pub mod merge;
pub mod read;
pub mod report;
