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
        let cell = cell(text, &part);
        let breaks = part.gap > usual;
        if breaks || !cell {
            settle(text, std::mem::take(&mut run), names, !breaks, &mut out);
        }
        if cell { run.push(part) } else { out.push(part) }
    }
    settle(text, run, names, false, &mut out);
    out
}

/// Can the part be a cell? It is short, and no more than one sentence unless a very short one.
fn cell(text: &str, part: &Part) -> bool {
    let words = part.words(text);
    let sentences = words.contains(". ") && line::stopped(words);
    part.short(text) && !line::verdict(words) && !(sentences && line::count(words) > 8)
}

/// A run of short lines: tables are found in it, the rest is passed on. `prose_after` says that what
/// follows stands close, so that the last line may be its heading.
fn settle(text: &str, run: Vec<Part>, names: &[String], prose_after: bool, out: &mut Vec<Part>) {
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
        let mut cells: Vec<Part> = run.by_ref().take(next - at).collect();
        let after = if next == heads.len() { not_cells(text, &mut cells, columns, prose_after) } else { Vec::new() };
        let rest = cells.len() - columns;
        let whole = if columns == 2 { rest >= 4 } else { rest >= columns * 2 && rest % columns == 0 };
        let stops = cells.iter().skip(columns).filter(|cell| line::stopped(cell.words(text))).count();
        if whole && stops * 2 <= rest {
            out.push(table(&cells, columns));
        } else {
            out.extend(cells);
        }
        out.extend(after);
        at = next;
    }
}

/// Takes the lines off the end of a table that are none of its cells: those that stand wider apart than the
/// cells do, and the heading of what follows.
fn not_cells(text: &str, cells: &mut Vec<Part>, columns: usize, prose_after: bool) -> Vec<Part> {
    let gap = cells.get(columns).map_or(0, |cell| cell.gap);
    let apart = (columns + 1..cells.len()).find(|i| cells[*i].gap > gap);
    let mut after = apart.map_or_else(Vec::new, |at| cells.split_off(at));
    if let Some(last) = cells.last().filter(|_| after.is_empty() && prose_after && cells.len() > columns) {
        let over = (cells.len() - columns) % columns != 0;
        if over || announces(last.words(text)) {
            after.extend(cells.pop());
        }
    }
    after
}

/// Does the line open another section, whatever stands under it?
fn announces(words: &str) -> bool {
    const OPENERS: &[&str] =
        &["conclusion", "summary", "final", "verdict", "faq", "which", "when", "what", "how", "wrapping"];
    let first = words.split_whitespace().next().unwrap_or("").trim_end_matches(':').to_lowercase();
    words.ends_with('?') || (OPENERS.contains(&first.as_str()) && line::count(words) <= 8)
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
