//! From the page's items to the document's blocks.
//!
//! One loop over the list. What is open at a place (a list, a heading, bold type) is a stack of the
//! indices at which each ends.

use crate::document::{Document, Source};

use super::drawn::{self, Drawn};
use super::lists::List;
use super::parse::Page;
use super::pictures::Waiting;
use super::tree::{Item, heading_level, is_strong};
use super::write::{Gap, Kind, Writer};
use super::{asides, boxes, columns, table};

/// Walks over the items that are kept and writes them.
pub(super) struct Walk<'p, 'd> {
    pub(super) page: &'p Page,
    pub(super) items: &'p [Item<'p>],
    pub(super) kept: &'p [bool],
    pub(super) writer: Writer<'d>,
    open: Vec<usize>,
    pub(super) lists: Vec<List>,
    /// Lists so far.
    pub(super) list_count: usize,
    heading: Option<u8>,
    quotes: usize,
    code: usize,
    pub(super) strong: usize,
    /// Line breaks since the last word.
    breaks: usize,
    pub(super) drawn: Option<Drawn>,
    pub(super) waiting: Option<Waiting>,
    /// The caption of a table that has been written with it.
    caption: Option<usize>,
    /// The item that comes next.
    pub(super) at: usize,
}

impl<'p, 'd> Walk<'p, 'd> {
    /// A walk over a page that writes a document.
    pub(super) fn new(page: &'p Page, items: &'p [Item<'p>], kept: &'p [bool], writer: Writer<'d>) -> Self {
        Self {
            page,
            items,
            kept,
            writer,
            open: Vec::new(),
            lists: Vec::new(),
            list_count: 0,
            heading: None,
            quotes: 0,
            code: 0,
            strong: 0,
            breaks: 0,
            drawn: None,
            waiting: None,
            caption: None,
            at: 0,
        }
    }

    /// Writes the items from `start` to `end` that are kept.
    pub(super) fn range(&mut self, start: usize, end: usize) {
        self.inner(start, end);
        self.close(usize::MAX);
        self.writer.end_block();
    }

    /// Writes the items of a part of what is open.
    pub(super) fn inner(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            self.close(at);
            self.at = at + 1;
            let item = &self.items[at];
            if let Some(text) = item.text().filter(|_| self.kept[at]) {
                self.text(text, item);
                at += 1;
            } else if self.code == 0
                && let Some(next) = self.rating(at)
            {
                at = next;
            } else {
                self.note_mark(at);
                at = self.element(at);
            }
        }
        self.close(end);
    }

    /// Writes an element as a whole, or opens it; returns the item that comes next.
    fn element(&mut self, at: usize) -> usize {
        let item = &self.items[at];
        if !self.kept[at] || self.caption == Some(at) || asides::is_aside(self.items, at, self.heading.is_some()) {
            if item.block {
                self.writer.end_block();
            }
            return item.end;
        }
        let grid = match item.name {
            "table" => table::grid(self.items, at),
            _ if self.code > 0 || self.heading.is_some() => None,
            _ => boxes::grid(self.items, at),
        };
        let columns = match &grid {
            Some(grid) => columns::of_grid(self.items, grid, item.end),
            None => columns::at(self.items, at),
        };
        if let Some(columns) = columns {
            self.columns(&columns);
            return columns.end;
        }
        if let Some(mut grid) = grid {
            if grid.caption.is_none() {
                grid.caption = table::caption_beneath(self.items, at).filter(|caption| self.kept[*caption]);
                self.caption = grid.caption;
            }
            self.table(&grid);
            return item.end;
        }
        self.enter(at);
        at + 1
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
        if item.block {
            self.writer.end_block();
            self.breaks = 0;
        }
        match item.name {
            "br" => self.line_break(),
            "hr" => {}
            "ul" | "ol" | "menu" | "dir" => self.list(index),
            "li" => self.item(index),
            "dd" => self.meaning(index),
            "blockquote" | "q" if item.name == "blockquote" => self.quotes += 1,
            "pre" | "listing" | "xmp" | "plaintext" => self.code += 1,
            _ => {
                if let Some(level) = heading_level(item) {
                    self.heading = Some(level);
                } else if is_bold(item) {
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
        if item.block {
            self.writer.end_block();
            self.breaks = 0;
        }
        self.lists.pop_if(|list| list.index == index);
        match item.name {
            "blockquote" => self.quotes -= 1,
            "pre" | "listing" | "xmp" | "plaintext" => self.code -= 1,
            _ => {
                if heading_level(item).is_some() {
                    self.heading = None;
                } else if is_bold(item) {
                    self.strong -= 1;
                }
            }
        }
    }

    /// Does the next text begin like an item of a list? Lines parted by single breaks are one
    /// paragraph, unless someone drew a list with them.
    pub(super) fn bullet_after(&self, at: usize) -> bool {
        let texts = self.items[at..].iter().take(4).filter_map(Item::text).map(str::trim_start);
        texts.filter(|text| !text.is_empty()).take(1).any(|text| drawn::mark(text, true).is_some())
    }

    fn line_break(&mut self) {
        self.breaks += 1;
        if self.code > 0 {
            self.writer.raw_line();
        } else if self.heading.is_none()
            && (self.breaks > 1
                || self.is_loose()
                || self.bullet_after(self.at)
                || asides::is_label_line(self.items, self.at))
        {
            self.writer.end_block();
        } else {
            self.writer.gap(Gap::Space);
        }
    }

    fn text(&mut self, text: &str, item: &Item<'p>) {
        if text.trim().is_empty() {
            let kind = self.kind();
            self.writer.text_node(text, 0, self.page.pieces(item.node.id()), kind);
            return;
        }
        if self.code == 0 && asides::parts(self.items, self.at - 1, self.writer.text()) {
            self.writer.gap(Gap::Space);
        }
        let mut kind = self.kind();
        let mut skip = 0;
        if matches!(kind, Kind::Paragraph | Kind::Quote) && !self.writer.is_open() {
            let going_on = self.drawn.is_some_and(|drawn| drawn.blocks == self.writer.blocks().len());
            let marked = self.drawn.filter(|drawn| drawn.blocks == self.writer.blocks().len() + 1);
            if let Some(drawn) = marked {
                kind = Kind::ListItem { list: drawn.number, depth: self.depth() };
            } else if self.is_marked() {
                kind = self.drawn_item(going_on);
            } else if let Some(mark) = drawn::mark(text, self.breaks > 0 || going_on) {
                (kind, skip) = (self.drawn_item(going_on), mark);
            }
        } else if !self.writer.is_open() && self.is_loose() {
            skip = drawn::bullet(text);
        }
        self.breaks = 0;
        self.say_mark(text, self.at, kind);
        self.writer.strong(self.strong > 0 && self.heading.is_none());
        self.writer.text_node(text, skip, self.page.pieces(item.node.id()), kind);
        self.item_begun();
    }

    pub(super) fn kind(&self) -> Kind {
        match (self.heading, self.lists.last()) {
            (Some(level), _) => Kind::Heading(level),
            _ if self.code > 0 => Kind::Code,
            (None, Some(list)) if !list.begun || list.loose => Kind::ListItem { list: list.number, depth: list.depth },
            _ if self.quotes > 0 => Kind::Quote,
            _ => Kind::Paragraph,
        }
    }
}

/// Are the words within it bold? Those of a header in a table that is written as blocks are too.
fn is_bold(item: &Item<'_>) -> bool {
    item.name == "th" || is_strong(item)
}
