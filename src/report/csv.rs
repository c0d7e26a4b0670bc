//! Comma-separated values as RFC 4180 has them, made safe for spreadsheets.
//!
//! A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, tab or carriage return as a formula, and
//! articles come from strangers. Such a cell gets a leading apostrophe; [`unguard`] takes it off again.
//! Cells that are numbers by nature are not guarded: a minus sign is no formula.

use std::borrow::Cow;
use std::fmt::Display;

use super::Spreadsheet;

/// The cell as it is written: with a leading `'` where a spreadsheet would run it as a formula.
///
/// A cell that already looks guarded (apostrophes, then such a character) gets one more, so that
/// [`unguard`] gives back exactly what went in.
#[must_use]
pub fn guard(cell: &str) -> Cow<'_, str> {
    if cell.trim_start_matches('\'').starts_with(RISKY) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell as it was before [`guard`]: one leading `'` is taken off where the apostrophes are followed
/// by a character that a spreadsheet would run.
///
/// ```
/// use gainsay::report::csv::{guard, unguard};
///
/// assert_eq!(guard("=1+1"), "'=1+1");
/// assert_eq!(unguard("'=1+1"), "=1+1");
/// assert_eq!(unguard("'tis faster"), "'tis faster");
/// ```
#[must_use]
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(RISKY) => rest,
        _ => cell,
    }
}

/// What a spreadsheet takes for the start of a formula.
const RISKY: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A table that is being written.
pub(super) struct Table {
    writer: ::csv::Writer<Vec<u8>>,
}

impl Table {
    /// A table with these columns.
    pub(super) fn new<'a>(spreadsheet: Spreadsheet, header: impl IntoIterator<Item = &'a str>) -> Self {
        let start = match spreadsheet {
            Spreadsheet::Any => Vec::new(),
            Spreadsheet::Excel => "\u{feff}".as_bytes().to_vec(),
        };
        let writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(start);
        let mut table = Self { writer };
        table.add(header.into_iter().fold(Row::default(), Row::text));
        table
    }

    /// Adds a row.
    pub(super) fn add(&mut self, row: Row) {
        self.writer.write_record(&row.cells).expect("rows of equal length, written to memory");
    }

    /// The bytes of the file.
    pub(super) fn finish(self) -> Vec<u8> {
        self.writer.into_inner().expect("writing to memory does not fail")
    }
}

/// One row that is being filled, from left to right.
#[derive(Default)]
pub(super) struct Row {
    cells: Vec<String>,
}

impl Row {
    /// A cell of words.
    pub(super) fn text(mut self, cell: &str) -> Self {
        self.cells.push(guard(cell).into_owned());
        self
    }

    /// A cell of words, or an empty one.
    pub(super) fn maybe(self, cell: Option<&str>) -> Self {
        self.text(cell.unwrap_or_default())
    }

    /// A cell that is a number by nature, or an empty one.
    pub(super) fn number(mut self, cell: Option<impl Display>) -> Self {
        self.cells.push(cell.map(|number| number.to_string()).unwrap_or_default());
        self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_guarded_cell_is_harmless_and_reads_back(cell in "[-'=+@\\t\\ra]{0,4}\\PC{0,12}") {
            let guarded = guard(&cell);
            prop_assert!(!guarded.starts_with(RISKY));
            prop_assert_eq!(unguard(&guarded), cell.as_str());
        }

        #[test]
        fn any_words_read_back(cell in any::<String>()) {
            let guarded = guard(&cell);
            prop_assert_eq!(unguard(&guarded), cell.as_str());
        }
    }

    #[test]
    fn apostrophes_that_are_words_stay() {
        assert_eq!(guard("'tis faster"), "'tis faster");
        assert_eq!(guard("'=1"), "''=1");
        assert_eq!(unguard("''=1"), "'=1");
    }

    #[test]
    fn a_table_reads_back_cell_by_cell() {
        let cells = ["a,b", "say \"so\"", "two\nlines", "=cmd|' /C calc'!A0", "", "ünïcödé"];
        let mut table = Table::new(Spreadsheet::Excel, ["1", "2", "3", "4", "5", "6"]);
        table.add(cells.into_iter().fold(Row::default(), Row::text));
        let bytes = table.finish();
        assert!(bytes.starts_with(b"\xef\xbb\xbf1,2,3,4,5,6\r\n"));
        let mut reader = ::csv::Reader::from_reader(&bytes[3..]);
        let row = reader.records().next().unwrap().unwrap();
        assert_eq!(row.iter().map(unguard).collect::<Vec<_>>(), cells);
    }
}
