//! A table of HTML within Markdown, tag by tag.

use super::html_block::attribute;
use crate::read::draft::Piece;

/// No cell is repeated more often, whatever it says of its columns and rows.
const MOST: usize = 50;

/// A table in the making. Cells that span several columns or rows are repeated in each.
#[derive(Default)]
pub(super) struct Grid<'t> {
    rows: Vec<Vec<Cell<'t>>>,
    /// Cells that run on into the next rows: their column, how many rows, and what they say.
    running: Vec<(usize, usize, Cell<'t>)>,
    columns: usize,
    rows_open: bool,
}

#[derive(Default, Clone)]
struct Cell<'t> {
    pieces: Vec<Piece<'t>>,
    head: bool,
    rowspan: usize,
}

impl<'t> Grid<'t> {
    /// Begins a row.
    pub(super) fn row(&mut self) {
        self.end_row();
        self.rows.push(Vec::new());
        self.rows_open = true;
    }

    /// Begins a cell; `tag` is the tag that opens it.
    pub(super) fn cell(&mut self, tag: &str, head: bool) {
        if !self.rows_open {
            self.row();
        }
        let span = |name: &str| attribute(tag, name).and_then(|value| value.trim().parse::<usize>().ok()).unwrap_or(1);
        self.columns = span("colspan").clamp(1, MOST);
        let cell = Cell { pieces: Vec::new(), head, rowspan: span("rowspan").clamp(1, MOST) };
        self.fill();
        if let Some(row) = self.rows.last_mut() {
            row.push(cell);
        }
    }

    /// Gives the open cell its words.
    pub(super) fn words(&mut self, pieces: Vec<Piece<'t>>) {
        if let Some(cell) = self.rows.last_mut().filter(|_| self.rows_open).and_then(|row| row.last_mut()) {
            cell.pieces.extend(pieces);
        }
    }

    /// Ends the open cell.
    pub(super) fn end_cell(&mut self) {
        let columns = std::mem::replace(&mut self.columns, 0);
        let Some(row) = self.rows.last_mut().filter(|_| columns > 0) else { return };
        let Some(cell) = row.last().cloned() else { return };
        for _ in 1..columns {
            row.push(cell.clone());
        }
        if cell.rowspan > 1 && row.len() <= MOST {
            let from = row.len() - columns;
            self.running.extend((from..row.len()).map(|column| (column, cell.rowspan, cell.clone())));
        }
    }

    /// Ends the open row.
    pub(super) fn end_row(&mut self) {
        self.end_cell();
        if !std::mem::take(&mut self.rows_open) {
            return;
        }
        self.fill();
        for (_, rows, _) in &mut self.running {
            *rows -= 1;
        }
        self.running.retain(|(_, rows, _)| *rows > 0);
    }

    /// How many header rows, and the cells.
    pub(super) fn done(mut self) -> (usize, Vec<Vec<Vec<Piece<'t>>>>) {
        self.end_row();
        self.rows.retain(|row| !row.is_empty());
        let head = |row: &&Vec<Cell<'_>>| row.iter().all(|cell| cell.head);
        let header_rows = self.rows.iter().take_while(head).count();
        // Nothing but headers is a table all the same, and only its first row heads it.
        let header_rows = if header_rows == self.rows.len() { header_rows.min(1) } else { header_rows };
        let rows = self.rows.into_iter().map(|row| row.into_iter().map(|cell| cell.pieces).collect()).collect();
        (header_rows, rows)
    }

    /// Puts cells that run on from the rows above where the next cell would come.
    fn fill(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        while let Some((.., cell)) = self.running.iter().find(|(column, ..)| *column == row.len()) {
            row.push(cell.clone());
        }
    }
}
