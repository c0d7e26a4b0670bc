//! From a table's grid to the document's cells.
//!
//! A cell is written once, where it first stands; where it is merged, its span is repeated. Paragraphs
//! and items within it are lines of it.

use crate::document::Table;
use crate::span::Span;

use super::icon;
use super::table::{self, Grid};
use super::tree::{is_block, is_strong};
use super::walk::Walk;
use super::write::{Gap, Kind};

impl Walk<'_, '_> {
    /// Writes a table.
    pub(super) fn table(&mut self, grid: &Grid) {
        self.writer.end_block();
        let caption = grid.caption.and_then(|caption| {
            self.cell(caption, Kind::Paragraph);
            self.writer.end_block()
        });
        let mut spans: Vec<(usize, Span)> = Vec::new();
        let mut rows = Vec::with_capacity(grid.rows.len());
        for row in &grid.rows {
            self.writer.gap(Gap::Line);
            let mut line = Vec::with_capacity(row.len());
            for cell in row {
                line.push(match cell {
                    None => Span::new(self.writer.at(), self.writer.at()),
                    Some(cell) => match spans.binary_search_by_key(cell, |(cell, _)| *cell) {
                        Ok(found) => spans[found].1,
                        Err(_) => {
                            let span = self.cell(*cell, Kind::Table);
                            spans.push((*cell, span));
                            span
                        }
                    },
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
    fn cell(&mut self, index: usize, kind: Kind) -> Span {
        let end = self.items[index].end;
        let mut open: Vec<(usize, bool, bool)> = Vec::new();
        let mut start = self.writer.at();
        let mut at = index + 1;
        while at < end {
            while let Some((_, block, strong)) = open.pop_if(|(end, _, _)| *end <= at) {
                self.strong -= usize::from(strong);
                if block {
                    self.writer.gap(Gap::Line);
                }
            }
            let item = &self.items[at];
            if !self.kept[at] {
                at = item.end;
                continue;
            }
            at += 1;
            if let Some(text) = item.text() {
                let before = self.writer.at();
                self.writer.strong(self.strong > 0);
                self.writer.text_node(text, 0, self.page.pieces(item.node.id()), kind);
                if before == start && self.writer.at() > before {
                    start = self.first_word(before);
                }
            } else if item.name == "br" {
                self.writer.gap(Gap::Space);
            } else {
                let (block, strong) = (is_block(item.name), is_strong(item));
                self.strong += usize::from(strong);
                if block && self.writer.at() > start {
                    self.writer.gap(Gap::Line);
                }
                open.push((item.end, block, strong));
            }
        }
        self.strong -= open.iter().filter(|(_, _, strong)| *strong).count();
        if self.writer.at() == start
            && let Some((words, tags)) = self.picture(index)
        {
            self.writer.strong(false);
            self.writer.spoken(&words, tags, kind);
            start = self.first_word(start);
        }
        Span::new(start, self.writer.at())
    }

    /// What the pictures of a cell without words say, and where their tags stand.
    fn picture(&self, index: usize) -> Option<(String, Option<(usize, usize)>)> {
        let tag = |at: usize| self.page.tag(self.items[at].node.id());
        let (mut stars, mut tags) = (Vec::new(), Vec::new());
        for at in index + 1..self.items[index].end {
            let item = &self.items[at];
            let alone = item.end == at + 1 || item.name == "svg";
            if let Some(star) = icon::star(item).filter(|_| alone) {
                stars.push(star);
                tags.extend(tag(at));
            } else if let Some(words) = icon::words(item) {
                return Some((words, tag(at)));
            }
        }
        let all = tags.first().zip(tags.last()).map(|(first, last)| (first.0, last.1));
        icon::rating(&stars).map(|words| (words, all))
    }

    /// Where the first word written since `before` begins.
    fn first_word(&self, before: usize) -> usize {
        let gap = self.writer.text()[before..].find(|c: char| !c.is_whitespace()).unwrap_or(0);
        before + gap
    }
}
