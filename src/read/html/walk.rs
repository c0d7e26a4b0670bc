//! From the page's items to the document's blocks.
//!
//! One loop over the list. What is open at a place (a list, a heading, bold type) is a stack of the
//! indices at which each ends.

use crate::document::{Document, Source, Table};
use crate::read::decode::Decoded;
use crate::span::Span;

use super::icon;
use super::parse::Page;
use super::table::{self, Grid};
use super::tree::{Item, is_block};
use super::write::{Gap, Kind, Writer};

/// Walks over the items that are kept and writes them.
pub(super) struct Walk<'p, 'd> {
    page: &'p Page,
    items: &'p [Item<'p>],
    writer: Writer<'d>,
    open: Vec<usize>,
    lists: Vec<List>,
    /// Lists so far.
    list_count: usize,
    heading: Option<u8>,
    quotes: usize,
    code: usize,
    strong: usize,
    /// Line breaks since the last word.
    breaks: usize,
}

/// A list that is open.
struct List {
    number: usize,
    depth: u8,
    /// Has the item at hand got its first words?
    begun: bool,
    /// The list's index in the items; that of its first item where no list is around it.
    index: usize,
}

impl<'p, 'd> Walk<'p, 'd> {
    /// A walk over a page that writes a document.
    pub(super) fn new(page: &'p Page, items: &'p [Item<'p>], decoded: &'d Decoded, file: &[u8]) -> Self {
        Self {
            page,
            items,
            writer: Writer::new(decoded, file),
            open: Vec::new(),
            lists: Vec::new(),
            list_count: 0,
            heading: None,
            quotes: 0,
            code: 0,
            strong: 0,
            breaks: 0,
        }
    }

    /// Writes the items from `start` to `end` that are kept.
    pub(super) fn range(&mut self, start: usize, end: usize, kept: &[bool]) {
        let mut at = start;
        while at < end {
            self.close(at);
            let item = &self.items[at];
            if !kept[at] {
                if is_block(item.name) {
                    self.writer.end_block();
                }
                at = item.end;
            } else if let Some(text) = item.text() {
                self.text(text, item);
                at += 1;
            } else if item.name == "table"
                && let Some(grid) = table::grid(self.items, at)
            {
                self.table(&grid);
                at = item.end;
            } else {
                self.enter(at);
                at += 1;
            }
        }
        self.close(usize::MAX);
        self.writer.end_block();
    }

    /// The document.
    pub(super) fn finish(self, source: Source) -> Document {
        self.writer.finish(source)
    }

    fn close(&mut self, at: usize) {
        while let Some(index) = self.open.pop_if(|index| self.items[*index].end <= at) {
            self.leave(index);
        }
    }

    fn enter(&mut self, index: usize) {
        let item = &self.items[index];
        if is_block(item.name) {
            self.writer.end_block();
            self.breaks = 0;
        }
        match item.name {
            "br" => self.line_break(),
            "hr" => {}
            "ul" | "ol" | "menu" | "dir" => self.list(index),
            "li" => self.item(index),
            "blockquote" | "q" if item.name == "blockquote" => self.quotes += 1,
            "pre" | "listing" | "xmp" | "plaintext" => self.code += 1,
            _ => {
                if let Some(level) = heading_level(item) {
                    self.heading = Some(level);
                } else if is_strong(item) {
                    self.strong += 1;
                }
            }
        }
        if item.end > index + 1 {
            self.open.push(index);
        } else {
            self.leave(index);
        }
    }

    fn leave(&mut self, index: usize) {
        let item = &self.items[index];
        if is_block(item.name) {
            self.writer.end_block();
            self.breaks = 0;
        }
        match item.name {
            "ul" | "ol" | "menu" | "dir" => {
                self.lists.pop_if(|list| list.index == index);
            }
            "blockquote" => self.quotes -= 1,
            "pre" | "listing" | "xmp" | "plaintext" => self.code -= 1,
            _ => {
                if heading_level(item).is_some() {
                    self.heading = None;
                } else if is_strong(item) {
                    self.strong -= 1;
                }
            }
        }
    }

    fn list(&mut self, index: usize) {
        let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX);
        self.lists.push(List { number: self.list_count, depth, begun: true, index });
        self.list_count += 1;
    }

    fn item(&mut self, index: usize) {
        let parent = self.items[index].parent;
        if self.lists.is_empty() {
            // Items without a list around them: those of one parent belong together.
            self.list(parent);
        }
        if let Some(list) = self.lists.last_mut() {
            list.begun = false;
        }
    }

    fn line_break(&mut self) {
        self.breaks += 1;
        if self.code > 0 {
            self.writer.raw_line();
        } else if self.breaks > 1 && self.heading.is_none() {
            self.writer.end_block();
        } else {
            self.writer.gap(Gap::Space);
        }
    }

    fn text(&mut self, text: &str, item: &Item<'p>) {
        if !text.trim().is_empty() {
            self.breaks = 0;
        }
        let kind = self.kind();
        self.writer.strong(self.strong > 0 && self.heading.is_none());
        self.writer.text_node(text, self.page.pieces(item.node.id()), kind);
        if self.writer.is_open()
            && let Some(list) = self.lists.last_mut()
        {
            list.begun = true;
        }
    }

    fn kind(&self) -> Kind {
        match (self.heading, self.lists.last()) {
            (Some(level), _) => Kind::Heading(level),
            _ if self.code > 0 => Kind::Code,
            (None, Some(list)) if !list.begun => Kind::ListItem { list: list.number, depth: list.depth },
            _ if self.quotes > 0 => Kind::Quote,
            _ => Kind::Paragraph,
        }
    }

    fn table(&mut self, grid: &Grid) {
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
        let (mut start, opened) = (self.writer.at(), self.writer.is_open());
        let mut icon = None;
        for at in index + 1..end {
            while let Some((_, block, strong)) = open.pop_if(|(end, _, _)| *end <= at) {
                self.strong -= usize::from(strong);
                if block {
                    self.writer.gap(Gap::Line);
                }
            }
            let item = &self.items[at];
            if let Some(text) = item.text() {
                let before = self.writer.at();
                self.writer.strong(self.strong > 0);
                self.writer.text_node(text, self.page.pieces(item.node.id()), kind);
                if before == start && self.writer.at() > before {
                    start = self.first_word(before, opened);
                }
            } else if item.name == "br" {
                self.writer.gap(Gap::Space);
            } else {
                let (block, strong) = (is_block(item.name), is_strong(item));
                self.strong += usize::from(strong);
                if block && self.writer.at() > start {
                    self.writer.gap(Gap::Line);
                }
                if icon.is_none() {
                    icon = icon::words(item).map(|words| (at, words));
                }
                open.push((item.end, block, strong));
            }
        }
        self.strong -= open.iter().filter(|(_, _, strong)| *strong).count();
        if self.writer.at() == start
            && let Some((at, words)) = icon
        {
            self.writer.strong(false);
            self.writer.spoken(&words, self.page.tag(self.items[at].node.id()), kind);
            start = self.first_word(start, opened);
        }
        Span::new(start, self.writer.at())
    }

    /// Where the first word written since `before` begins.
    fn first_word(&self, before: usize, opened: bool) -> usize {
        let gap = self.writer.text()[before..].find(|c: char| !c.is_whitespace()).unwrap_or(0);
        debug_assert!(opened || gap <= 2);
        before + gap
    }
}

fn heading_level(item: &Item<'_>) -> Option<u8> {
    match item.name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ if item.attr("role") == Some("heading") => {
            Some(item.attr("aria-level").and_then(|level| level.parse().ok()).unwrap_or(2).clamp(1, 6))
        }
        _ => None,
    }
}

fn is_strong(item: &Item<'_>) -> bool {
    match item.name {
        "b" | "strong" | "dt" | "summary" => true,
        "" => false,
        _ => item.attr("style").and_then(|style| style.split("font-weight").nth(1)).is_some_and(|rest| {
            let value = rest.trim_start().trim_start_matches(':').trim_start();
            ["bold", "600", "700", "800", "900"].iter().any(|bold| value.starts_with(bold))
        }),
    }
}
