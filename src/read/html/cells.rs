//! From a table's grid to the document's cells.
//!
//! A cell is written once, where it first stands; where it is merged, its span is repeated. Paragraphs
//! and items within it are lines of it.

use crate::document::Table;
use crate::span::Span;

use super::table::{self, Grid};
use super::tree::{Item, is_strong};
use super::walk::Walk;
use super::write::{Gap, Kind};
use super::{icon, stars};

/// Which of a cell's pictures are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Icons {
    /// An icon before words is an ornament: the cell is a label.
    Alone,
    /// An icon before words answers too.
    Marks,
}

impl Walk<'_, '_> {
    /// Writes a table.
    pub(super) fn table(&mut self, grid: &Grid) {
        self.writer.end_block();
        let caption = grid.caption.and_then(|caption| {
            self.cell(caption, Kind::Paragraph, Icons::Alone);
            self.writer.end_block()
        });
        let circles = self.has_circles(grid);
        let mut spans: Vec<(usize, Span)> = Vec::new();
        let mut rows = Vec::with_capacity(grid.rows.len());
        for (at, row) in grid.rows.iter().enumerate() {
            self.writer.gap(Gap::Line);
            let mut line = Vec::with_capacity(row.len());
            for (column, cell) in row.iter().enumerate() {
                let Some(cell) = *cell else {
                    line.push(Span::new(self.writer.at(), self.writer.at()));
                    self.writer.gap(Gap::Space);
                    continue;
                };
                line.push(match spans.binary_search_by_key(&cell, |(cell, _)| *cell) {
                    Ok(found) => spans[found].1,
                    Err(place) => {
                        let label = column == 0 || at < grid.header_rows.max(1);
                        let icons = if label { Icons::Alone } else { Icons::Marks };
                        let circle = || self.circle(cell).filter(|_| circles).map(str::to_owned);
                        let span = match circle().or_else(|| self.dots(cell)) {
                            Some(says) => self.said_cell(cell, &says),
                            None => self.cell(cell, Kind::Table, icons),
                        };
                        spans.insert(place, (cell, span));
                        span
                    }
                });
                self.writer.gap(Gap::Space);
            }
            rows.push(line);
        }
        if self.writer.is_open() {
            let strong = self.writer.strong_so_far();
            let header_rows = match grid.header_rows {
                0 => usize::from(table::looks_like_header(&rows, strong, self.writer.text())),
                rows => rows,
            };
            self.writer.end_table(Table { caption, header_rows, rows });
        }
    }

    /// Writes the words of a cell; where it has none, what its icon says.
    fn cell(&mut self, index: usize, kind: Kind, icons: Icons) -> Span {
        let end = self.items[index].end;
        let mut open: Vec<(usize, bool, bool)> = Vec::new();
        let mut start = self.writer.at();
        let mut mark = None;
        let mut at = index + 1;
        if let Some(said) = Some(&self.items[index]).filter(|cell| icon::is_font(cell)).and_then(icon::of_font) {
            self.writer.strong(false);
            self.writer.spoken(said, self.tags(index, index + 1), kind);
            return Span::new(self.first_word(start), self.writer.at());
        }
        while at < end {
            while let Some((_, block, strong)) = open.pop_if(|(end, _, _)| *end <= at) {
                self.strong -= usize::from(strong);
                if block {
                    self.writer.gap(Gap::Line);
                }
            }
            let item = &self.items[at];
            let before = self.writer.at();
            if self.is_visible(at)
                && let Some((words, next)) = stars::at(self.items, at)
            {
                if self.writer.at() > start {
                    self.writer.gap(Gap::Space);
                }
                self.writer.strong(false);
                self.writer.spoken(&words, self.tags(at, next), kind);
                at = next;
            } else {
                if icons == Icons::Marks && before == start && mark.is_none() {
                    mark = self.mark(at);
                }
                if !self.kept[at] {
                    at = item.end;
                    continue;
                }
                at += 1;
                if let Some(text) = item.text() {
                    if let Some((mark, tag)) = mark.take_if(|_| text.contains(char::is_alphanumeric))
                        && !icon::is_answer(text)
                    {
                        self.writer.spoken(mark, tag, kind);
                    }
                    self.writer.strong(self.strong > 0);
                    self.writer.text_node(text, 0, self.page.pieces(item.node.id()), kind);
                } else if item.name == "br" {
                    let listed = self.bullet_after(at);
                    self.writer.gap(if listed { Gap::Line } else { Gap::Space });
                } else {
                    let (block, strong) = (item.block, is_strong(item));
                    self.strong += usize::from(strong);
                    if block && self.writer.at() > start {
                        self.writer.gap(Gap::Line);
                    }
                    open.push((item.end, block, strong));
                }
            }
            if before == start && self.writer.at() > before {
                start = self.first_word(before);
            }
        }
        self.strong -= open.iter().filter(|(_, _, strong)| *strong).count();
        if self.writer.at() == start
            && let Some((words, tag)) = self.picture(index)
        {
            self.writer.strong(false);
            self.writer.spoken(&words, tag, kind);
            start = self.first_word(start);
        }
        Span::new(start, self.writer.at())
    }

    /// Writes a cell that shows a sign as what the sign says.
    fn said_cell(&mut self, cell: usize, says: &str) -> Span {
        let start = self.writer.at();
        self.writer.strong(false);
        self.writer.spoken(says, self.tags(cell, cell + 1), Kind::Table);
        Span::new(self.first_word(start), self.writer.at())
    }

    /// What the picture of a cell without words says, and where its tag stands.
    fn picture(&self, index: usize) -> Option<(String, Option<(usize, usize)>)> {
        let of_items = (index + 1..self.items[index].end)
            .find_map(|at| Some((icon::words(&self.items[at])?, self.tags(at, at + 1))));
        // Boxes to tick are no items: no reader can be told what is in most fields of a form.
        of_items.or_else(|| {
            let inner = self.items[index].node.descendants().take(100);
            let mut boxes = inner.filter_map(|node| Some((node.id(), node.value().as_element()?)));
            let (id, tick) = boxes.find(|(_, e)| e.name() == "input" && e.attr("type") == Some("checkbox"))?;
            let says = if tick.attr("checked").is_some() { "yes" } else { "no" };
            Some((says.to_owned(), self.page.tag(id)))
        })
    }

    /// Does the table answer with full circles? In one without, an empty circle may mean yes.
    fn has_circles(&self, grid: &Grid) -> bool {
        grid.rows.iter().take(100).flatten().flatten().any(|cell| self.circle(*cell) == Some("yes"))
    }

    /// What the circle of a cell that has nothing else says.
    fn circle(&self, cell: usize) -> Option<&'static str> {
        match self.only_text(cell)? {
            "\u{25cf}" | "\u{2b24}" => Some("yes"),
            "\u{25cb}" | "\u{25ef}" => Some("no"),
            "\u{25d0}" | "\u{25d1}" | "\u{25d2}" | "\u{25d3}" | "\u{25d6}" => Some("partial"),
            _ => None,
        }
    }

    /// What a row of dots says: how many of them are full.
    fn dots(&self, cell: usize) -> Option<String> {
        let text: String = self.only_text(cell)?.split_whitespace().collect();
        let (full, empty) = (text.matches('\u{25cf}').count(), text.matches('\u{25cb}').count());
        let all = text.chars().count();
        (full + empty == all && (2..=10).contains(&all)).then(|| format!("{full} out of {all}"))
    }

    /// The text of a cell, where it is one.
    fn only_text(&self, cell: usize) -> Option<&str> {
        let inner = self.items[cell..self.items[cell].end].iter().take(12).filter_map(Item::text);
        let mut texts = inner.map(str::trim).filter(|text| !text.is_empty());
        texts.next().filter(|_| texts.next().is_none())
    }

    /// Where the first word written since `before` begins.
    fn first_word(&self, before: usize) -> usize {
        let gap = self.writer.text()[before..].find(|c: char| !c.is_whitespace()).unwrap_or(0);
        before + gap
    }
}
