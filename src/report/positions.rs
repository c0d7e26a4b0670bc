//! `positions.csv`: what each source says on each criterion, one position a row.
//!
//! The same that the columns of `matrix.csv` hold, long instead of wide: for pivot tables, and for runs of more
//! articles than a spreadsheet has columns.

use super::Spreadsheet;
use super::csv::{Row, Table};
use super::shelf::Shelf;
use crate::matrix::ConsensusMatrix;

/// All positions, by comparison, criterion and source.
pub(super) fn csv(matrix: &ConsensusMatrix, shelf: &Shelf<'_>, spreadsheet: Spreadsheet) -> Vec<u8> {
    let mut table = Table::new(spreadsheet, ["comparison", "criterion", "source", "favours", "basis", "claims"]);
    for comparison in &matrix.comparisons {
        for row in &comparison.rows {
            for (source, position) in &row.positions {
                table.add(
                    Row::default()
                        .text(&comparison.name)
                        .text(&shelf.criterion(&row.criterion))
                        .text(source)
                        .text(position.favours.cell())
                        .text(position.basis.name())
                        .text(&position.claims.join("; ")),
                );
            }
        }
    }
    table.finish()
}
