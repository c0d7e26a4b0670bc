//! Tables: which of them hold facts, and their cells as a grid.
//!
//! Half of the tables of the web were drawn to place things. One that has a single column or a single
//! row, that says it is for presentation, or that holds other tables is unrolled into ordinary blocks.

use crate::span::Span;

use super::tree::Item;

/// Cells that one cell may stand for across and down; broken pages ask for thousands.
const MOST_COLUMNS: usize = 60;
const MOST_ROWS: usize = 1000;

/// A row or column more than this is not repeated any more: a table of that size is data, and its
/// spans a mistake or an attack.
const MOST_CELLS: usize = 400_000;

/// A cell of more characters than this holds a part of a page, not a fact.
const LONGEST_CELL: usize = 1500;

/// A table's cells by their indices in the list of items, row by row, and its caption.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// The cells; a merged cell is repeated, a missing one is `None`. All rows are equally wide.
    pub(super) rows: Vec<Vec<Option<usize>>>,
    /// How many of the first rows stand in `thead` or hold `th` alone.
    pub(super) header_rows: usize,
    /// The caption.
    pub(super) caption: Option<usize>,
}

/// The grid of the table at `index`; `None` where it only places things.
pub(super) fn grid(items: &[Item<'_>], index: usize) -> Option<Grid> {
    let table = &items[index];
    if table.attr("role").is_some_and(|role| role == "presentation" || role == "none") {
        return None;
    }
    let (rows, caption) = own_rows(items, index)?;
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    if width < 2 || rows.iter().filter(|row| !row.cells.is_empty()).count() < 2 {
        return None;
    }
    let longest = |cell: &usize| letters(items, *cell) > LONGEST_CELL;
    let labelled = rows.iter().any(|row| row.cells.iter().any(|cell| items[*cell].name == "th"));
    if !labelled && rows.iter().flat_map(|row| &row.cells).any(longest) {
        return None;
    }
    let (rows, caption) = titled(items, rows, caption);
    let mut header_rows = rows.iter().take_while(|row| is_header(items, row)).count();
    if header_rows == 0 && rows.len() > 1 && is_painted(items, &rows[0]) && !is_painted(items, &rows[1]) {
        header_rows = 1;
    }
    let mut rows = spread(items, &rows);
    drop_repeated_heads(items, &mut rows, header_rows);
    Some(Grid { header_rows: if header_rows == rows.len() { 0 } else { header_rows }, rows, caption })
}

/// The caption of the figure around a table.
pub(super) fn caption_beneath(items: &[Item<'_>], index: usize) -> Option<usize> {
    let mut at = items[index].parent;
    for _ in 0..3 {
        if items[at].name == "figure" {
            let own = |at: &usize| items[*at].name == "figcaption" && letters(items, *at) > 0;
            return (items[index].end..items[at].end).find(own);
        }
        at = items[at].parent;
    }
    None
}

/// A first row of one cell over the whole width is the caption, where the table has no other.
fn titled(items: &[Item<'_>], mut rows: Vec<Row>, caption: Option<usize>) -> (Vec<Row>, Option<usize>) {
    let wide = |cell: usize| span(&items[cell], "colspan", MOST_COLUMNS).is_some_and(|columns| columns > 1);
    let [Row { cells: first, .. }, _, _, ..] = &rows[..] else { return (rows, caption) };
    let [only] = first[..] else { return (rows, caption) };
    let title = caption.is_none() && wide(only) && (1..=100).contains(&letters(items, only));
    if !title || rows[1].cells.len() < 2 {
        return (rows, caption);
    }
    rows.remove(0);
    (rows, Some(only))
}

/// Rows that say the names of the columns again, for readers who have scrolled.
fn drop_repeated_heads(items: &[Item<'_>], rows: &mut Vec<Vec<Option<usize>>>, header_rows: usize) {
    let [first, ..] = &rows[..] else { return };
    if header_rows != 1 || rows.len() > MOST_ROWS {
        return;
    }
    let words = |row: &[Option<usize>]| -> Vec<String> {
        let words = |cell: usize| items[cell..items[cell].end].iter().filter_map(Item::text).collect::<String>();
        row.iter().map(|cell| cell.map_or(String::new(), words).trim().to_owned()).collect()
    };
    let head = words(first);
    if head.iter().filter(|cell| !cell.is_empty()).count() > 1 {
        let mut at = 0;
        rows.retain(|row| {
            at += 1;
            at == 1 || words(row) != head
        });
    }
}

/// Has every cell of the row, or the row itself, a colour behind it?
fn is_painted(items: &[Item<'_>], row: &Row) -> bool {
    let painted = |item: &Item<'_>| {
        let style = item.attr("style").unwrap_or_default().to_ascii_lowercase();
        let white =
            ["transparent", "#fff;", "#ffffff", "white", "none", "inherit"].iter().any(|value| style.contains(value));
        item.attr("bgcolor").is_some() || (style.contains("background") && !white)
    };
    let around = row.cells.first().map(|cell| items[*cell].parent);
    around.is_some_and(|row| painted(&items[row])) || row.cells.iter().all(|cell| painted(&items[*cell]))
}

struct Row {
    /// The row group that it stands in.
    group: usize,
    cells: Vec<usize>,
}

/// The rows of this table; `None` where a table with rows of its own stands within.
fn own_rows(items: &[Item<'_>], index: usize) -> Option<(Vec<Row>, Option<usize>)> {
    let (mut rows, mut caption) = (Vec::new(), None);
    let mut at = index + 1;
    while at < items[index].end {
        let item = &items[at];
        match item.name {
            "table" => return None,
            "tr" => rows.push(Row { group: item.parent, cells: Vec::new() }),
            "td" | "th" => {
                if let Some(row) = rows.last_mut() {
                    row.cells.push(at);
                }
            }
            "caption" => caption = Some(at),
            _ => {}
        }
        at += 1;
    }
    Some((rows, caption))
}

fn is_header(items: &[Item<'_>], row: &Row) -> bool {
    let th = row.cells.iter().filter(|cell| items[**cell].name == "th").count();
    let empty = |cell: &&usize| letters(items, **cell) == 0;
    let named = th + row.cells.iter().filter(|cell| items[**cell].name != "th").filter(empty).count();
    let around = row.cells.first().map(|cell| items[*cell].parent).filter(|around| items[*around].name == "tr");
    let called = || {
        let head = ["header", "head", "thead", "heading"];
        row.cells.len() > 1 && around.is_some_and(|around| items[around].is_called(&head))
    };
    items[row.group].name == "thead" || (th > 1 && named == row.cells.len()) || called()
}

/// Letters within an item.
pub(super) fn letters(items: &[Item<'_>], index: usize) -> usize {
    items[index..items[index].end].iter().map(|item| item.letters).sum()
}

fn span(item: &Item<'_>, name: &str, most: usize) -> Option<usize> {
    let digits = item.attr(name)?;
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    Some(digits[..end].parse::<usize>().ok()?.min(most))
}

/// Repeats merged cells and makes all rows equally wide.
fn spread(items: &[Item<'_>], rows: &[Row]) -> Vec<Vec<Option<usize>>> {
    let mut grid: Vec<Vec<Option<usize>>> = Vec::with_capacity(rows.len());
    // Cells from above that still reach down: the cell, and the rows that it has left.
    let mut reaching: Vec<(usize, usize)> = Vec::new();
    let (mut group, mut cells) = (usize::MAX, 0);
    let widest = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(MOST_COLUMNS);
    for row in rows {
        if row.group != group || cells > MOST_CELLS {
            reaching.clear();
            group = row.group;
        }
        let mut line: Vec<Option<usize>> = Vec::new();
        let mut own = row.cells.iter();
        loop {
            let column = line.len();
            if let Some((cell, left)) = reaching.get_mut(column).filter(|(_, left)| *left > 0) {
                *left -= 1;
                line.push(Some(*cell));
                continue;
            }
            let Some(cell) = own.next() else {
                if column < reaching.len() && reaching[column..].iter().any(|(_, left)| *left > 0) {
                    line.push(None);
                    continue;
                }
                break;
            };
            let repeat = cells < MOST_CELLS && column < widest;
            let across = span(&items[*cell], "colspan", MOST_COLUMNS).filter(|_| repeat).unwrap_or(1).max(1);
            let down = match span(&items[*cell], "rowspan", MOST_ROWS).filter(|_| repeat) {
                Some(0) => MOST_ROWS,
                down => down.unwrap_or(1),
            };
            if down > 1 || column < reaching.len() {
                reaching.resize(reaching.len().max(column + across), (0, 0));
                reaching[column..column + across].fill((*cell, down - 1));
            }
            line.extend(std::iter::repeat_n(Some(*cell), across));
        }
        cells += line.len();
        grid.push(line);
    }
    grid.retain(|row| row.iter().any(Option::is_some));
    let used = |row: &Vec<Option<usize>>| row.len();
    let width = grid.iter().map(used).max().unwrap_or(0);
    for row in &mut grid {
        row.resize(width, None);
    }
    grid
}

/// Does the first row name the columns, though the page does not say so? Bold type alone shows it, or
/// an empty corner, or short labels over longer cells.
pub(super) fn looks_like_header(rows: &[Vec<Span>], strong: &[Span], text: &str) -> bool {
    let [first, rest @ ..] = rows else { return false };
    if rest.is_empty() || first.iter().any(|cell| cell.len() > 60) {
        return false;
    }
    let full = first.iter().filter(|cell| !cell.is_empty()).count();
    let bold = |cell: &Span| cell.is_empty() || strong.iter().any(|bold| bold.contains(*cell));
    let labels = full > 0 && full + 1 >= first.len();
    let bold_rows = |row: &Vec<Span>| row.iter().all(bold);
    if labels && first.iter().all(bold) && !rest.iter().take(20).all(bold_rows) {
        return true;
    }
    let number = |cell: &Span| cell.of(text).starts_with(|c: char| c.is_ascii_digit() || c == '$');
    let corner = first[0].is_empty() && full + 1 == first.len();
    let mean = |row: &[Span]| row.iter().skip(1).map(|cell| cell.len()).sum::<usize>() / (row.len() - 1).max(1);
    let below = rest.iter().map(|row| mean(row)).sum::<usize>() / rest.len();
    labels && !first.iter().any(number) && (corner || mean(first) * 2 <= below)
}
