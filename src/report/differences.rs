//! `differences.csv`: what the sources say differently without contradicting each other, one difference a row.
//!
//! The first claim of the first two sides has columns of its own, as in `contradictions.csv`; the places of the others
//! follow.

use super::Spreadsheet;
use super::contradictions::{add_side, more_sides};
use super::csv::{Row, Table};
use super::shelf::Shelf;
use crate::matrix::{Comparison, ConsensusMatrix, Difference, DifferenceKind};

/// One row for each difference, by comparison and criterion.
pub(super) fn csv(matrix: &ConsensusMatrix, shelf: &Shelf<'_>, spreadsheet: Spreadsheet) -> Vec<u8> {
    let mut table = Table::new(spreadsheet, COLUMNS);
    for comparison in &matrix.comparisons {
        for difference in &comparison.differences {
            table.add(row(comparison, difference, shelf));
        }
    }
    table.finish()
}

const COLUMNS: [&str; 17] = [
    "id",
    "kind",
    "comparison",
    "criterion",
    "subject",
    "side_a",
    "source_a",
    "line_a",
    "quote_a",
    "others_a",
    "side_b",
    "source_b",
    "line_b",
    "quote_b",
    "others_b",
    "more_sides",
    "why",
];

fn row(comparison: &Comparison, difference: &Difference, shelf: &Shelf<'_>) -> Row {
    let row = Row::default()
        .text(&difference.id)
        .text(difference.kind.name())
        .text(&comparison.name)
        .text(&shelf.criterion(&difference.criterion))
        .maybe(difference.subject.as_ref().map(|subject| subject.0.as_str()));
    let row = (0..2).fold(row, |row, side| add_side(row, comparison, difference.sides.get(side), shelf));
    row.text(&more_sides(comparison, &difference.sides, shelf)).text(why(difference, shelf))
}

/// The sentence that says why; where no words may be shown, one that cites none.
fn why<'a>(difference: &'a Difference, shelf: &Shelf<'_>) -> &'a str {
    if shelf.shows_words() {
        return &difference.why;
    }
    match difference.kind {
        DifferenceKind::ScopeDifference => "they speak of different conditions",
        DifferenceKind::Superseded => "they speak of different times",
        DifferenceKind::EstimateSpread => "the figures are as close as measured ones are",
        DifferenceKind::OpinionSplit => "it is a matter of taste",
    }
}
