#![doc = include_str!("../README.md")]

// The map: three nouns and what they are made of, then four verbs in the order in which they work.

pub mod claim;
pub mod confidence;
pub mod document;
pub mod error;
pub mod lexicon;
pub mod matrix;
pub mod preference;
pub mod span;

pub mod extract;
pub mod merge;
pub mod read;
pub mod report;
