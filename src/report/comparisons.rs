//! `comparisons.csv`: one row for each comparison, with how far its sources agree.

use super::Spreadsheet;
use super::claims::rounded;
use super::csv::{Row, Table};
use crate::matrix::{Comparison, ConsensusMatrix};

/// All comparisons, in the order of their names.
pub(super) fn csv(matrix: &ConsensusMatrix, spreadsheet: Spreadsheet) -> Vec<u8> {
    let mut table = Table::new(spreadsheet, COLUMNS);
    for comparison in &matrix.comparisons {
        table.add(row(comparison));
    }
    table.finish()
}

const COLUMNS: [&str; 9] = [
    "comparison",
    "subjects",
    "sources",
    "independent_sources",
    "rows",
    "claims",
    "contradictions",
    "differences",
    "alpha",
];

fn row(comparison: &Comparison) -> Row {
    let subjects: Vec<&str> = comparison.subjects.iter().map(|subject| subject.0.as_str()).collect();
    Row::default()
        .text(&comparison.name)
        .text(&subjects.join("; "))
        .number(Some(comparison.sources.len()))
        .number(Some(comparison.independent))
        .number(Some(comparison.rows.len()))
        .number(Some(comparison.claims.len()))
        .number(Some(comparison.contradictions.len()))
        .number(Some(comparison.differences.len()))
        .number(comparison.alpha.map(rounded))
}
