//! What lies between two tokens of a sentence: how many clauses, names and joints, and the path of classes.

use super::classes::Class;
use super::tokens::Token;

/// What lies between two tokens.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Gap {
    /// Marks and words that end a clause.
    pub(super) bounds: usize,
    /// Commas and "and".
    pub(super) lists: usize,
    /// Other names.
    pub(super) names: usize,
}

/// What lies in a stretch.
pub(super) fn gap(tokens: &[Token<'_>]) -> Gap {
    let mut gap = Gap::default();
    for token in tokens {
        match token.class {
            Class::Stop | Class::But => gap.bounds += 1,
            Class::Comma | Class::And => gap.lists += 1,
            Class::Name => gap.names += 1,
            _ => {}
        }
    }
    gap
}

/// The first classes of a stretch, fillers left out.
pub(super) fn path(tokens: &[Token<'_>]) -> ([Class; 5], usize) {
    let (mut path, mut length) = ([Class::Other; 5], 0);
    let telling = tokens.iter().map(|token| token.class.broad()).filter(|class| !class.is_filler());
    for class in telling.take(5) {
        path[length] = class;
        length += 1;
    }
    (path, length)
}
