//! From the page's items to the document's blocks.
//!
//! One loop over the list. What is open at a place (a list, a heading, bold type) is a stack of the
//! indices at which each ends.

use crate::document::{Document, Source};

use super::drawn::{self, Drawn};
use super::parse::Page;
use super::table;
use super::tree::{Item, heading_level, is_block, is_strong};
use super::write::{Gap, Kind, Writer};

/// Walks over the items that are kept and writes them.
pub(super) struct Walk<'p, 'd> {
    pub(super) page: &'p Page,
    pub(super) items: &'p [Item<'p>],
    pub(super) kept: &'p [bool],
    pub(super) writer: Writer<'d>,
    open: Vec<usize>,
    lists: Vec<List>,
    /// Lists so far.
    list_count: usize,
    heading: Option<u8>,
    quotes: usize,
    code: usize,
    pub(super) strong: usize,
    /// Line breaks since the last word.
    breaks: usize,
    drawn: Option<Drawn>,
    /// The item that comes next.
    at: usize,
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
            at: 0,
        }
    }

    /// Writes the items from `start` to `end` that are kept.
    pub(super) fn range(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            self.close(at);
            self.at = at + 1;
            let item = &self.items[at];
            if !self.kept[at] {
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
        let depth = self.depth();
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

    /// Does the next text begin like an item of a list? Lines parted by single breaks are one
    /// paragraph, unless someone drew a list with them.
    fn bullet_follows(&self) -> bool {
        let texts = self.items[self.at..].iter().take(4).filter_map(Item::text).map(str::trim_start);
        texts.filter(|text| !text.is_empty()).take(1).any(|text| drawn::mark(text, true).is_some())
    }

    fn line_break(&mut self) {
        self.breaks += 1;
        if self.code > 0 {
            self.writer.raw_line();
        } else if self.heading.is_none() && (self.breaks > 1 || self.bullet_follows()) {
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
        let mut kind = self.kind();
        let mut skip = 0;
        if matches!(kind, Kind::Paragraph | Kind::Quote) && !self.writer.is_open() {
            let going_on = self.drawn.is_some_and(|drawn| drawn.blocks == self.writer.block_count());
            let marked = self.drawn.filter(|drawn| drawn.blocks == self.writer.block_count() + 1);
            if let Some(drawn) = marked {
                kind = Kind::ListItem { list: drawn.number, depth: self.depth() };
            } else if let Some(mark) = drawn::mark(text, self.breaks > 0 || going_on) {
                (kind, skip) = (self.drawn_item(going_on), mark);
            }
        }
        self.breaks = 0;
        self.writer.strong(self.strong > 0 && self.heading.is_none());
        self.writer.text_node(text, skip, self.page.pieces(item.node.id()), kind);
        if self.writer.is_open()
            && let Some(list) = self.lists.last_mut()
        {
            list.begun = true;
        }
    }

    /// An item of a list that is drawn with bullets.
    fn drawn_item(&mut self, going_on: bool) -> Kind {
        let number = self.drawn.filter(|_| going_on).map_or(self.list_count, |drawn| drawn.number);
        self.list_count = self.list_count.max(number + 1);
        self.drawn = Some(Drawn { number, blocks: self.writer.block_count() + 1 });
        Kind::ListItem { list: number, depth: self.depth() }
    }

    fn depth(&self) -> u8 {
        u8::try_from(self.lists.len()).unwrap_or(u8::MAX)
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
}
