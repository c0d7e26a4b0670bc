//! The words of a block, line by line, until it is known what becomes of the lines.

use std::borrow::Cow;

use crate::read::draft::Piece;

/// Words of the open block, with the bold stretch that they belong to.
#[derive(Clone)]
pub(super) struct Words<'t> {
    pub(super) piece: Piece<'t>,
    pub(super) bold: Option<usize>,
}

/// The words of some lines in a row, a space between two lines.
pub(super) fn joined<'t>(lines: Vec<Vec<Words<'t>>>) -> Vec<Piece<'t>> {
    let mut pieces: Vec<Piece<'t>> = Vec::new();
    for line in lines {
        if let Some(end) = pieces.last().map(|last| last.at.end) {
            pieces.push(Piece { words: Cow::Borrowed(" "), at: end..end, strong: false });
        }
        pieces.extend(line.into_iter().map(|words| words.piece));
    }
    pieces
}

/// Puts lines that are bold from end to end apart from the lines around them.
pub(super) fn labels_apart(lines: Vec<Vec<Words<'_>>>) -> Vec<Vec<Vec<Words<'_>>>> {
    let mut groups: Vec<Vec<Vec<Words<'_>>>> = Vec::new();
    let mut after_label = true;
    let mut before = None;
    let mut lines = lines.into_iter().filter(|line| !line.is_empty()).peekable();
    while let Some(line) = lines.next() {
        let bold = |words: Option<&Words<'_>>| words.and_then(|words| words.bold);
        let whole = line.iter().all(|words| words.bold.is_some() || words.piece.words.trim().is_empty());
        let runs_in = before.is_some() && before == bold(line.first());
        let next = lines.peek().and_then(|next| bold(next.first()));
        let runs_on = next.is_some() && next == bold(line.last());
        let label = whole && !runs_in && !runs_on;
        before = bold(line.last());
        match groups.last_mut() {
            Some(group) if !label && !after_label => group.push(line),
            _ => groups.push(vec![line]),
        }
        after_label = label;
    }
    groups
}
