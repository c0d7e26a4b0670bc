//! A table of two columns that lost its head and its lines: its cells stand as short paragraphs by turns,
//! set apart from the prose by a wider gap on both sides.

use super::line;
use super::part::{Kind, Part};
use crate::read::grid::Grid;

/// Puts such tables in the place of their cells.
pub(super) fn tables(text: &str, parts: Vec<Part>, usual: usize) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::with_capacity(parts.len());
    let mut run: Vec<Part> = Vec::new();
    for part in parts {
        if part.gap > usual {
            settle(text, std::mem::take(&mut run), true, &mut out);
        }
        if matches!(part.kind, Kind::Line | Kind::Prose) && !line::verdict(part.words(text)) {
            run.push(part);
        } else {
            settle(text, std::mem::take(&mut run), false, &mut out);
            out.push(part);
        }
    }
    settle(text, run, false, &mut out);
    for part in &mut out {
        if let Kind::Table(grid) = &mut part.kind {
            grid.rows.retain(|row| !row.is_empty());
        }
    }
    out
}

fn settle(text: &str, run: Vec<Part>, gap_after: bool, out: &mut Vec<Part>) {
    let gap_before = run.first().is_some_and(|part| part.gap >= 2);
    let intro = out.last().is_some_and(|before| announces(before.words(text)));
    if !(gap_before && gap_after && run.len() >= 4 && run.len() % 2 == 0 && celled(text, &run, intro)) {
        out.extend(run);
        return;
    }
    let at = run[0].at.start..run[run.len() - 1].at.end;
    let rows = run.chunks(2).map(|row| row.iter().map(|cell| cell.at.clone()).collect()).collect();
    out.push(Part { kind: Kind::Table(Grid { header_rows: 0, rows }), at, gap: run[0].gap, number: None });
}

/// Does the paragraph before say that a comparison in short follows?
fn announces(words: &str) -> bool {
    let words = words.to_lowercase();
    ["summar", "table", "at a glance", "side by side", "side-by-side", "in short", "sum up", "sums it", "compar"]
        .iter()
        .any(|cue| words.contains(cue))
}

/// Are these paragraphs as short as cells are, and some of them no whole sentences?
fn celled(text: &str, run: &[Part], intro: bool) -> bool {
    let counts: Vec<usize> = run.iter().map(|part| line::count(part.words(text))).collect();
    let total: usize = counts.iter().sum();
    let short = counts.iter().filter(|count| **count <= 9).count();
    let open = run.iter().filter(|part| !line::stopped(part.words(text))).count();
    let questions = run.iter().any(|part| part.words(text).ends_with(['?', ':']));
    let most = if intro { 40 } else { 25 };
    let fragments = if intro { short * 4 >= run.len() } else { short * 2 >= run.len() && open > 0 };
    !questions && counts.iter().all(|count| *count <= most) && total <= run.len() * 20 && fragments
}
