//! Tables whose cells became lines: two columns told row by row, each cell a line by itself.
//!
//! What gives such a table away is its head: two lines in a row that name the two columns. Without one the
//! lines are left as they are.

use std::ops::Range;

use super::line;
use super::names;
use super::part::{Kind, Part};
use crate::read::grid::Grid;

/// Puts tables in the place of their cells.
pub(super) fn tables(text: &str, parts: Vec<Part>, names: &[String], usual: usize) -> Vec<Part> {
    let mut out = Vec::with_capacity(parts.len());
    let mut run: Vec<Part> = Vec::new();
    for part in parts {
        let cell = part.short(text) && !line::verdict(part.words(text));
        let breaks = part.gap > usual;
        if breaks || !cell {
            settle(text, std::mem::take(&mut run), names, &mut out);
        }
        if cell { run.push(part) } else { out.push(part) }
    }
    settle(text, run, names, &mut out);
    out
}

/// A run of short lines: tables are found in it, the rest is passed on.
fn settle(text: &str, run: Vec<Part>, names: &[String], out: &mut Vec<Part>) {
    let heads: Vec<Option<usize>> = (0..run.len()).map(|i| head(text, &run[i..], names)).collect();
    let mut run = run.into_iter();
    let mut at = 0;
    while at < heads.len() {
        let Some(columns) = heads[at] else {
            out.extend(run.next());
            at += 1;
            continue;
        };
        let next = (at + columns..heads.len()).find(|i| heads[*i].is_some()).unwrap_or(heads.len());
        let cells: Vec<Part> = run.by_ref().take(next - at).collect();
        let rest = cells.len() - columns;
        let whole = if columns == 2 { rest >= 4 } else { rest >= columns * 2 && rest % columns == 0 };
        let stops = cells.iter().skip(columns).filter(|cell| line::stopped(cell.words(text))).count();
        if whole && stops * 2 <= rest {
            out.push(table(&cells, columns));
        } else {
            out.extend(cells);
        }
        at = next;
    }
}

/// How many columns the head of a table has that begins here.
fn head(text: &str, run: &[Part], names: &[String]) -> Option<usize> {
    let words = |i: usize| run.get(i).map(|part| part.words(text));
    let named = |i: usize| words(i).is_some_and(|words| names.iter().any(|name| words.eq_ignore_ascii_case(name)));
    let labelled = usize::from(words(0).is_some_and(names::label));
    let count = (labelled..run.len().min(8)).take_while(|i| named(*i)).count();
    let distinct = (labelled + 1..labelled + count).all(|i| words(i) != words(i - 1));
    if count >= 2 && distinct {
        return Some(labelled + count);
    }
    let (first, second) = (words(0)?, words(1)?);
    let both = line::sides(first) && line::sides(second) && !line::stopped(first) && !line::stopped(second);
    let plain = line::count(first) <= 6 && line::count(second) <= 6 && !first.eq_ignore_ascii_case(second);
    (both && plain && (line::count(first) == 1 || alike(first, second)) && !first.contains('?')).then_some(2)
}

/// Do the two share most of their words? Single words are alike.
fn alike(first: &str, second: &str) -> bool {
    let words = |line: &str| line.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    let (first, second) = (words(first), words(second));
    let shared = first.iter().filter(|word| second.contains(word)).count();
    first.len().abs_diff(second.len()) <= 1 && (shared + 1 >= first.len().max(second.len()) || first.len() == 1)
}

fn table(cells: &[Part], columns: usize) -> Part {
    let end = cells.last().map_or(0, |cell| cell.at.end);
    let mut rows: Vec<Vec<Range<usize>>> =
        cells.chunks(columns).map(|row| row.iter().map(|cell| cell.at.clone()).collect()).collect();
    if let Some(last) = rows.last_mut() {
        last.resize(columns, end..end);
    }
    let at = cells[0].at.start..end;
    Part { kind: Kind::Table(Grid { header_rows: 1, rows }), at, gap: cells[0].gap, number: None }
}
