//! `matrix.csv`: the consensus matrix for the spreadsheet, one row for each comparison and criterion.

use std::collections::BTreeSet;

use super::Spreadsheet;
use super::claims::rounded;
use super::csv::{Row, Table};
use super::shelf::Shelf;
use crate::matrix::ConsensusMatrix;

/// The most columns that a spreadsheet has: Excel's and LibreOffice's.
const MOST_COLUMNS: usize = 16_384;

/// All comparisons in one table, with one column for each source of any of them; without those where there are more than a
/// spreadsheet has columns (`positions.csv` has them all).
pub(super) fn csv(matrix: &ConsensusMatrix, shelf: &Shelf<'_>, spreadsheet: Spreadsheet) -> Vec<u8> {
    let mut sources: BTreeSet<&str> =
        matrix.comparisons.iter().flat_map(|one| &one.sources).map(|source| source.id.as_str()).collect();
    if FIXED.len() + sources.len() > MOST_COLUMNS {
        sources.clear();
    }
    let columns = columns(&sources);
    let mut table = Table::new(spreadsheet, FIXED.into_iter().chain(columns.iter().map(String::as_str)));
    for comparison in &matrix.comparisons {
        for row in &comparison.rows {
            let consensus = &row.consensus;
            let cells = Row::default()
                .text(&comparison.name)
                .text(&shelf.criterion(&row.criterion))
                .text(consensus.outcome.cell())
                .number(Some(rounded(consensus.confidence)))
                .number(Some(consensus.support))
                .number(Some(consensus.dissent))
                .number(Some(consensus.ties))
                .number(Some(row.contradictions))
                .number(Some(row.differences))
                .number(Some(rounded(consensus.spread.independent)))
                .number(consensus.spread.support.map(|(low, _)| rounded(low)))
                .number(consensus.spread.support.map(|(_, high)| rounded(high)))
                .number(Some(rounded(consensus.spread.entropy)));
            let position = |id: &&str| row.positions.get(*id).map(|position| position.favours.cell());
            table.add(sources.iter().fold(cells, |cells, id| cells.maybe(position(id))));
        }
    }
    table.finish()
}

const FIXED: [&str; 13] = [
    "comparison",
    "criterion",
    "consensus",
    "confidence",
    "support",
    "dissent",
    "ties",
    "contradictions",
    "differences",
    "independent_sources",
    "support_low",
    "support_high",
    "entropy",
];

/// The sources' ids; one that is called like a fixed column gets a suffix, so that no name stands twice.
fn columns(sources: &BTreeSet<&str>) -> Vec<String> {
    let taken = |name: &str| FIXED.contains(&name) || sources.contains(name);
    let column = |id: &&str| {
        let mut name = (*id).to_owned();
        while FIXED.contains(&name.as_str()) || (name != **id && taken(&name)) {
            name += "_source";
        }
        name
    };
    sources.iter().map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_column_name_stands_twice() {
        let sources = BTreeSet::from(["a", "ties", "ties_source"]);
        assert_eq!(columns(&sources), ["a", "ties_source_source", "ties_source"]);
    }
}
