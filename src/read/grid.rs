//! Tables drawn with characters.

use std::ops::Range;

use crate::read::draft::Piece;

/// A table, as places in the text.
pub(crate) struct Grid {
    /// How many of the first rows are headers.
    pub header_rows: usize,
    /// The cells.
    pub rows: Vec<Vec<Range<usize>>>,
}

impl Grid {
    /// The cells as pieces of the text.
    pub(crate) fn pieces<'t>(&self, text: &'t str) -> Vec<Vec<Vec<Piece<'t>>>> {
        let cell = |cell: &Range<usize>| vec![Piece::of(text, cell.clone())];
        self.rows.iter().map(|row| row.iter().map(cell).collect()).collect()
    }
}

/// The lines of a stretch of text, without their line ends.
pub(crate) fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = range.start;
    text[range].split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..start + line.trim_end_matches(['\n', '\r']).len()
    })
}

/// A table of pipes and dashes: two or more rows with the same number of cells, and a rule or a frame
/// among them.
pub(crate) fn piped(text: &str, lines: &[Range<usize>]) -> Option<Grid> {
    let mut rows: Vec<Vec<Range<usize>>> = Vec::new();
    let mut header_rows = None;
    let mut ruled = false;
    for line in lines {
        let words = text[line.clone()].trim();
        if words.is_empty() {
            continue;
        }
        if rule(words) {
            ruled = true;
            if !rows.is_empty() && header_rows.is_none() {
                header_rows = Some(rows.len());
            }
            continue;
        }
        let sign = if words.contains('│') { '│' } else { '|' };
        if !words.contains(sign) {
            return None;
        }
        rows.push(cells(text, line, sign));
    }
    let columns = rows.first()?.len();
    let even = rows.iter().all(|row| row.len() == columns);
    if rows.len() < 2 || columns < 2 || !even || !ruled {
        return None;
    }
    let header_rows = header_rows.unwrap_or(0);
    Some(Grid { header_rows: if header_rows < rows.len() { header_rows } else { 0 }, rows })
}

/// `|---|:--:|`, `+----+----+`, `├───┼───┤`.
pub(crate) fn rule(words: &str) -> bool {
    words.chars().all(|c| matches!(c, '|' | '-' | ':' | '+' | '=' | ' ' | '\u{2500}'..='\u{257f}'))
        && words.contains(['-', '=', '─', '━', '═'])
        && words.chars().count() >= 3
}

/// The cells between the signs of a line, without the white space around them.
pub(crate) fn cells(text: &str, line: &Range<usize>, sign: char) -> Vec<Range<usize>> {
    let words = &text[line.clone()];
    let start = line.start + (words.len() - words.trim_start().len());
    let mut words = words.trim();
    let mut at = start;
    if let Some(inner) = words.strip_prefix(sign) {
        at += sign.len_utf8();
        words = inner;
    }
    words = words.strip_suffix(sign).unwrap_or(words);
    words
        .split(sign)
        .map(|cell| {
            let begin = at + (cell.len() - cell.trim_start().len());
            at += cell.len() + sign.len_utf8();
            begin..begin + cell.trim().len()
        })
        .collect()
}
