//! Two columns side by side whose labels stand in a row of their own: `Pros | Cons` and beneath it what
//! is for and what is against.
//!
//! Read row by row, the two would be mixed up. Each column is read from its label down instead.

use super::boxes::children;
use super::table::{Grid, letters};
use super::tree::Item;

/// The cells of each column, its label first, and the index after the last of them.
pub(super) struct Columns {
    pub(super) columns: Vec<Vec<usize>>,
    pub(super) end: usize,
}

/// Labels of what is for, and of what is against.
const FOR: [&str; 12] = [
    "pros",
    "pro",
    "advantages",
    "benefits",
    "strengths",
    "upsides",
    "likes",
    "good",
    "the good",
    "positives",
    "what we like",
    "reasons to buy",
];
const AGAINST: [&str; 12] = [
    "cons",
    "con",
    "disadvantages",
    "drawbacks",
    "weaknesses",
    "downsides",
    "dislikes",
    "bad",
    "the bad",
    "negatives",
    "what we don't like",
    "reasons to avoid",
];

/// Does a short line call what follows it for, or against, and not both?
pub(super) fn takes_a_side(line: &str) -> bool {
    let words: Vec<String> = line.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    let any = |labels: &[&str]| words.iter().any(|word| labels.contains(&word.as_str()));
    words.len() <= 8 && any(&FOR) != any(&AGAINST)
}

/// The columns of a table of two rows: labels, and beneath each its list.
pub(super) fn of_grid(items: &[Item<'_>], grid: &Grid, end: usize) -> Option<Columns> {
    let [labels, rows @ ..] = &grid.rows[..] else { return None };
    let [Some(_), Some(_), ..] = labels[..] else { return None };
    let full = |row: &Vec<Option<usize>>| row.iter().flatten().count();
    // With more rows, what is for and what is against answer each other: a table.
    if rows.len() != 1 || labels.len() > 4 || full(labels) < labels.len() || labels[0] == labels[1] {
        return None;
    }
    let label = |cell: &Option<usize>| cell.is_some_and(|cell| weighs(items, cell));
    let listed = |cell: &Option<usize>| cell.is_some_and(|cell| has_list(items, cell));
    let weighing = labels.len() == 2 && labels.iter().all(label);
    let over_lists = rows[0].iter().all(listed) && labels.iter().flatten().all(|cell| is_label(items, *cell));
    if !weighing && !over_lists {
        return None;
    }
    let column = |at: usize| {
        let mut cells: Vec<usize> = grid.rows.iter().filter_map(|row| row[at]).collect();
        cells.dedup();
        cells
    };
    Some(Columns { columns: (0..labels.len()).map(column).collect(), end })
}

/// The columns that begin at an element: boxes in a row that are labels, and boxes that follow.
pub(super) fn at(items: &[Item<'_>], index: usize) -> Option<Columns> {
    let box_like = |index: usize| items[index].block && matches!(items[index].name, "div" | "section" | "ul");
    if !box_like(index) {
        return None;
    }
    let labels = children(items, index, 60)?;
    if labels.len() < 2 || !labels[..2].iter().all(|label| is_label(items, *label)) {
        return None;
    }
    let weighing = labels[..2].iter().all(|label| weighs(items, *label));
    if weighing
        && labels.len() > 2
        && labels.len().is_multiple_of(2)
        && labels.iter().all(|cell| box_like(*cell) || items[*cell].name == "p")
    {
        return Some(Columns { columns: turns(&labels), end: items[index].end });
    }
    if labels.len() > 4 || !labels.iter().all(|label| is_label(items, *label)) {
        return None;
    }
    let mut columns: Vec<Vec<usize>> = labels.iter().map(|label| vec![*label]).collect();
    let mut end = items[index].end;
    while let Some(next) = sibling(items, index, end).filter(|next| box_like(*next)) {
        let Some(row) = children(items, next, 4).filter(|row| row.len() == labels.len()) else { break };
        let lists = row.iter().all(|cell| has_list(items, *cell));
        let first = columns[0].len() == 1;
        let plain = weighing && row.iter().all(|cell| !has_list(items, *cell) && letters(items, *cell) > 0);
        if !(plain || (lists && first)) {
            break;
        }
        columns.iter_mut().zip(row).for_each(|(column, cell)| column.push(cell));
        end = items[next].end;
        if lists {
            break;
        }
    }
    (columns[0].len() > 1).then_some(Columns { columns, end })
}

/// Boxes that stand by turns in the left and in the right column.
fn turns(cells: &[usize]) -> Vec<Vec<usize>> {
    (0..2).map(|side| cells.iter().copied().skip(side).step_by(2).collect()).collect()
}

/// The element that follows within the same parent.
fn sibling(items: &[Item<'_>], index: usize, mut at: usize) -> Option<usize> {
    while at < items[items[index].parent].end {
        match items[at].text() {
            Some(text) if text.trim().is_empty() => at += 1,
            Some(_) => return None,
            None => return Some(at),
        }
    }
    None
}

/// Few words, and no list among them.
fn is_label(items: &[Item<'_>], index: usize) -> bool {
    items[index].end - index <= 20 && (1..=60).contains(&letters(items, index)) && !has_list(items, index)
}

/// Does it hold a list?
pub(super) fn has_list(items: &[Item<'_>], index: usize) -> bool {
    items[index..items[index].end].iter().take(40).any(|item| matches!(item.name, "ul" | "ol"))
}

/// Is it such a label?
fn weighs(items: &[Item<'_>], index: usize) -> bool {
    if !is_label(items, index) {
        return false;
    }
    let words: String = items[index..items[index].end].iter().filter_map(Item::text).collect();
    let words = words.to_lowercase().replace('\u{2019}', "'");
    let words = words.trim_matches(|c: char| !c.is_alphabetic());
    FOR.contains(&words) || AGAINST.contains(&words)
}
