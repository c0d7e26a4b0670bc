//! Tables drawn with characters.

use std::ops::Range;

use crate::read::draft::Piece;

/// A table, as places in the text.
#[derive(Debug)]
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

/// A table at the head of `lines`: pipes, tabs, or columns kept apart by spaces; and how many lines it
/// takes.
pub(crate) fn drawn(text: &str, lines: &[Range<usize>]) -> Option<(Grid, usize)> {
    let head = &text[lines.first()?.clone()];
    if head.contains(['|', '│']) || rule(head.trim()) {
        let taken = lines.iter().take_while(|line| text[(*line).clone()].contains(['|', '│', '+', '─', '-'])).count();
        if let Some(grid) = piped(text, &lines[..taken]).or_else(|| bare_pipes(text, &lines[..taken])) {
            return Some((grid, taken));
        }
    }
    if head.trim().contains('\t') {
        return split_alike(text, lines, 2, |line| tabbed(text, line));
    }
    if head.trim().contains("  ") {
        return split_alike(text, lines, 3, |line| spaced(text, line));
    }
    None
}

/// Pipes without a rule: two rows or more, each with the same number of cells, two of them at least.
fn bare_pipes(text: &str, lines: &[Range<usize>]) -> Option<Grid> {
    let framed = |line: &Range<usize>| {
        let words = text[line.clone()].trim();
        words.starts_with('|') && words.ends_with('|') && words.len() > 2 || words.matches(" | ").count() > 0
    };
    let rows: Vec<_> = lines.iter().filter(|line| framed(line)).map(|line| cells(text, line, '|')).collect();
    let columns = rows.first()?.len();
    let even = rows.len() == lines.len() && rows.len() >= 2 && columns >= 2;
    (even && rows.iter().all(|row| row.len() == columns)).then_some(Grid { header_rows: 1, rows })
}

/// The first lines that split into the same number of cells, where they are `least` or more.
fn split_alike(
    text: &str,
    lines: &[Range<usize>],
    least: usize,
    split: impl Fn(&Range<usize>) -> Vec<Range<usize>>,
) -> Option<(Grid, usize)> {
    let first = split(&lines[0]);
    let columns = first.len();
    let mark = |cell: &Range<usize>| !text[cell.clone()].contains(char::is_alphabetic) && cell.len() <= 3;
    if columns < 2 || (columns == 2 && !first[0].is_empty() && mark(&first[0])) {
        return None;
    }
    let mut rows = vec![first];
    for line in &lines[1..] {
        let row = split(line);
        if row.len() != columns {
            break;
        }
        rows.push(row);
    }
    let taken = rows.len();
    let prose = |cell: &Range<usize>| text[cell.clone()].trim_end().ends_with(['.', '!', '?']);
    let header_rows = usize::from(!rows[0].iter().any(prose));
    (taken >= least).then_some((Grid { header_rows, rows }, taken))
}

/// The cells of a line whose columns are kept apart by two spaces or more.
fn spaced(text: &str, line: &Range<usize>) -> Vec<Range<usize>> {
    let words = &text[line.clone()];
    let mut cells = Vec::new();
    let mut at = line.start + (words.len() - words.trim_start().len());
    let end = line.start + words.trim_end().len();
    while at < end {
        let stop = text[at..end].find("  ").map_or(end, |i| at + i);
        cells.push(at..stop);
        at = stop + (text[stop..end].len() - text[stop..end].trim_start().len());
    }
    cells
}

/// The cells of a line between its tabs; a tab at its head is an empty first cell.
fn tabbed(text: &str, line: &Range<usize>) -> Vec<Range<usize>> {
    let mut at = line.start;
    text[line.clone()]
        .split('\t')
        .map(|cell| {
            let begin = at + (cell.len() - cell.trim_start().len());
            at += cell.len() + 1;
            begin..begin + cell.trim().len()
        })
        .collect()
}
