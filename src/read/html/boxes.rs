//! Tables that are drawn with boxes rather than with `table`: by roles, by styles, or by nothing but
//! rows that all have the same number of cells.

use super::table::{Grid, letters};
use super::tree::{Item, heading_level, is_strong};

/// A cell of more letters than this holds a part of a page.
const LONGEST: usize = 160;

/// More rows than this are a page's list of other things.
const MOST_ROWS: usize = 200;

/// The table that the element at `index` draws.
pub(super) fn grid(items: &[Item<'_>], index: usize) -> Option<Grid> {
    let item = &items[index];
    if let Some("table" | "grid" | "treegrid") = item.attr("role") {
        return by_marks(
            items,
            index,
            |item| item.attr("role") == Some("row"),
            |item| matches!(item.attr("role"), Some("cell" | "gridcell" | "columnheader" | "rowheader")),
        );
    }
    if is_styled(item, "table") {
        return by_marks(items, index, |item| is_styled(item, "table-row"), |item| is_styled(item, "table-cell"));
    }
    by_rows(items, index)
}

fn is_styled(item: &Item<'_>, display: &str) -> bool {
    let Some(style) = item.attr("style") else { return false };
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    style.split(';').any(|part| part.strip_prefix("display:").is_some_and(|value| value == display))
}

/// A table whose rows and cells say that they are.
fn by_marks(
    items: &[Item<'_>],
    index: usize,
    is_row: impl Fn(&Item<'_>) -> bool,
    is_cell: impl Fn(&Item<'_>) -> bool,
) -> Option<Grid> {
    let mut rows: Vec<Vec<Option<usize>>> = Vec::new();
    let mut at = index + 1;
    while at < items[index].end {
        if is_row(&items[at]) {
            rows.push(Vec::new());
        } else if is_cell(&items[at]) {
            rows.last_mut()?.push(Some(at));
            at = items[at].end;
            continue;
        } else if items[at].name == "table" {
            return None;
        }
        at += 1;
    }
    rows.retain(|row| !row.is_empty());
    let heads = |row: &&Vec<Option<usize>>| {
        let head = |cell: &Option<usize>| {
            cell.is_some_and(|cell| items[cell].attr("role") == Some("columnheader") || letters(items, cell) == 0)
        };
        row.iter().all(head)
    };
    let header_rows = rows.iter().take_while(heads).count();
    even(rows, header_rows)
}

/// Rows of equal width; `None` where they are no table.
fn even(mut rows: Vec<Vec<Option<usize>>>, header_rows: usize) -> Option<Grid> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    if width < 2 || rows.len() < 2 {
        return None;
    }
    rows.iter_mut().for_each(|row| row.resize(width, None));
    Some(Grid { header_rows: if header_rows < rows.len() { header_rows } else { 0 }, rows, caption: None })
}

/// Rows with the same number of short cells, three or more, and with nothing between them. Two cells in a
/// row may be a name and a date, or a question and its answer.
fn by_rows(items: &[Item<'_>], index: usize) -> Option<Grid> {
    let item = &items[index];
    if !matches!(item.name, "div" | "section" | "ul" | "ol") {
        return None;
    }
    let rows = children(items, index, MOST_ROWS)?;
    let box_like = |row: &usize| matches!(items[*row].name, "div" | "li" | "section");
    if rows.len() < 2 || !rows.iter().all(box_like) {
        return None;
    }
    let mut cells = Vec::with_capacity(rows.len());
    for row in &rows {
        let row = children(items, *row, 12)?;
        let alike = cells.first().is_none_or(|first: &Vec<Option<usize>>| first.len() == row.len());
        if row.len() < 3 || !alike || !row.iter().all(|cell| is_cell(items, *cell)) {
            return None;
        }
        cells.push(row.into_iter().map(Some).collect());
    }
    let header = is_header(items, rows[0], &cells[0]);
    // Without a head, three rows are needed to tell a table from cards.
    (header || rows.len() > 2).then(|| even(cells, usize::from(header)))?
}

/// The elements right within another; `None` where words stand between them, or they are too many.
pub(super) fn children(items: &[Item<'_>], index: usize, most: usize) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    let mut at = index + 1;
    while at < items[index].end {
        match items[at].text() {
            Some(text) if text.trim().is_empty() => {}
            Some(_) => return None,
            None if found.len() == most => return None,
            None => found.push(at),
        }
        at = items[at].end;
    }
    Some(found)
}

fn is_cell(items: &[Item<'_>], index: usize) -> bool {
    let item = &items[index];
    let part = |item: &Item<'_>| {
        heading_level(item).is_some()
            || matches!(item.name, "table" | "ul" | "ol" | "form" | "button" | "pre" | "section" | "article" | "figure")
    };
    matches!(item.name, "div" | "span" | "p" | "strong" | "b")
        && item.end - index <= 40
        && letters(items, index) <= LONGEST
        && !items[index..item.end].iter().any(part)
}

/// Is it the head, by its name or by bold cells?
fn is_header(items: &[Item<'_>], row: usize, cells: &[Option<usize>]) -> bool {
    let named = items[row].is_called(&["header", "head", "heading", "thead", "headings"]);
    let bold = |cell: &Option<usize>| {
        cell.is_some_and(|cell| letters(items, cell) == 0 || items[cell..items[cell].end].iter().any(is_strong))
    };
    named || cells.iter().all(bold)
}
