//! Words out of the page, blocks into the document.
//!
//! The one place that folds white space, parts blocks and notes places, so that those three cannot
//! disagree. Nothing is written before a word is: an element that turns out empty leaves no trace.

use ego_tree::NodeId;

use crate::document::{Block, BlockKind, Document, Places, Section, Source, Table};
use crate::read::decode::Decoded;
use crate::read::sentence;
use crate::span::Span;

use super::align::Piece;

/// A heading of more words than this is prose in large letters.
const HEADING_WORDS: usize = 40;

/// What stands between the last word and the next, where both are in one block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing: the next letters go on with the same word.
    None,
    /// A space.
    Space,
    /// The end of a paragraph or of an item within a table's cell.
    Line,
}

/// What a block will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading of this level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    ListItem { list: usize, depth: u8 },
    /// A table, whose cells are handed over when it is done.
    Table,
    /// Somebody else's words.
    Quote,
    /// Code.
    Code,
}

/// A document in the making.
pub(super) struct Writer<'d> {
    decoded: &'d Decoded<'d>,
    text: String,
    blocks: Vec<Block>,
    sections: Vec<Section>,
    places: Places,
    open: Option<Open>,
    gap: Gap,
    /// White space as written, kept within code.
    raw: String,
    /// The place of the single space that `gap` stands for.
    space: Option<usize>,
    strong: bool,
}

struct Open {
    kind: Kind,
    start: usize,
    strong: Vec<Span>,
}

impl<'d> Writer<'d> {
    /// An empty document; `file` gives the line numbers.
    pub(super) fn new(decoded: &'d Decoded<'d>, file: &[u8]) -> Self {
        Self {
            decoded,
            text: String::new(),
            blocks: Vec::new(),
            sections: vec![Section::default()],
            places: Places::of_file(file),
            open: None,
            gap: Gap::None,
            raw: String::new(),
            space: None,
            strong: false,
        }
    }

    /// Is a block open, that is, has a word been written since the last one ended?
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// The blocks that are done.
    pub(super) fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Where the next word would at least begin.
    pub(super) fn at(&self) -> usize {
        self.text.len()
    }

    /// The text so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Are the words that follow bold?
    pub(super) fn strong(&mut self, strong: bool) {
        self.strong = strong;
    }

    /// Parts the last word from the next by at least this.
    pub(super) fn gap(&mut self, gap: Gap) {
        if gap > self.gap {
            (self.gap, self.space) = (gap, None);
        }
    }

    /// Ends a line within code.
    pub(super) fn raw_line(&mut self) {
        if self.open.is_some() {
            self.raw.push('\n');
        }
    }

    /// Writes a text of the page, white space folded; opens a block of `kind` where none is.
    /// The first `skip` bytes are left out.
    pub(super) fn text_node(&mut self, text: &str, skip: usize, pieces: &[(NodeId, Piece)], kind: Kind) {
        let code = kind == Kind::Code;
        let mut from = None;
        for (at, c) in text.char_indices().skip_while(|(at, _)| *at < skip) {
            let space = c.is_whitespace();
            if space || is_invisible(c) {
                if let Some(from) = from.take() {
                    self.word(&text[from..at], from, pieces, kind);
                }
                if space {
                    self.white(c, at, pieces);
                }
                if code && space && self.open.is_some() {
                    self.raw.push(c);
                }
            } else if from.is_none() {
                from = Some(at);
            }
        }
        if let Some(from) = from {
            self.word(&text[from..], from, pieces, kind);
        }
    }

    /// Writes words that the page shows as a picture; `tag` is the tag that shows it.
    pub(super) fn spoken(&mut self, words: &str, tag: Option<(usize, usize)>, kind: Kind) {
        let folded = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if folded.is_empty() {
            return;
        }
        self.before_word(kind);
        let at = self.text.len();
        self.text.push_str(&folded);
        if let Some((start, end)) = tag {
            let (start, end) = (self.decoded.file_offset(start), self.decoded.file_offset(end));
            self.places.add_spelled(at, folded.len(), start, end - start);
        }
        self.after_word(at);
        self.gap(Gap::Space);
    }

    fn white(&mut self, c: char, at: usize, pieces: &[(NodeId, Piece)]) {
        let single = self.gap == Gap::None && c == ' ';
        if self.gap <= Gap::Space {
            self.gap = Gap::Space;
            let found = pieces.partition_point(|(_, piece)| piece.at + piece.len <= at);
            let piece = pieces.get(found).map(|(_, piece)| piece).filter(|piece| piece.verbatim && piece.at <= at);
            self.space = if single { piece.map(|piece| piece.source + at - piece.at) } else { None };
        }
    }

    fn word(&mut self, word: &str, from: usize, pieces: &[(NodeId, Piece)], kind: Kind) {
        self.before_word(kind);
        let at = self.text.len();
        self.text.push_str(word);
        let first = pieces.partition_point(|(_, piece)| piece.at + piece.len <= from);
        for (_, piece) in pieces[first..].iter().take_while(|(_, piece)| piece.at < from + word.len()) {
            if let Some(piece) = piece.clipped(from, from + word.len()) {
                self.place(piece.at - from + at, piece);
            }
        }
        self.after_word(at);
    }

    /// Notes where the bytes at `at` of the text, which are those of `piece`, stand in the file.
    fn place(&mut self, at: usize, piece: Piece) {
        let end = piece.source + piece.source_len;
        if piece.verbatim && self.decoded.places.verbatim(piece.source, piece.len) {
            self.places.add(at, self.decoded.file_offset(piece.source), piece.len);
        } else if piece.verbatim {
            let words = &self.decoded.text[piece.source..end];
            for (offset, c) in words.char_indices() {
                let from = piece.source + offset;
                let file = self.decoded.file_offset(from);
                let file_len = self.decoded.places.file_end(from + c.len_utf8() - 1) - file;
                self.places.add_spelled(at + offset, c.len_utf8(), file, file_len);
            }
        } else {
            let file = self.decoded.file_offset(piece.source);
            self.places.add_spelled(at, piece.len, file, self.decoded.places.file_end(end - 1) - file);
        }
    }

    fn before_word(&mut self, kind: Kind) {
        if self.open.is_none() {
            if !self.text.is_empty() {
                self.text.push_str("\n\n");
            }
            self.open = Some(Open { kind, start: self.text.len(), strong: Vec::new() });
        } else if !self.raw.is_empty() {
            self.text.push_str(&self.raw);
        } else if self.gap == Gap::Space {
            if let Some(space) = self.space.filter(|space| self.decoded.places.verbatim(*space, 1)) {
                self.places.add(self.text.len(), self.decoded.file_offset(space), 1);
            }
            self.text.push(' ');
        } else if self.gap == Gap::Line {
            self.text.push('\n');
        }
        self.raw.clear();
        (self.gap, self.space) = (Gap::None, None);
    }

    fn after_word(&mut self, at: usize) {
        let end = self.text.len();
        let Some(open) = self.open.as_mut().filter(|_| self.strong) else { return };
        match open.strong.last_mut() {
            Some(last) if last.end == at || self.text[last.end..at].trim().is_empty() => last.end = end,
            _ => open.strong.push(Span::new(at, end)),
        }
    }

    /// Ends the block that is open, if any, and returns its words.
    pub(super) fn end_block(&mut self) -> Option<Span> {
        let (open, table) = (self.open.take(), None);
        self.close(open, table)
    }

    /// Ends a table: its cells are spans of the text written since it was opened.
    pub(super) fn end_table(&mut self, table: Table) {
        let open = self.open.take();
        self.close(open, Some(table));
    }

    /// The bold stretches of the block that is open.
    pub(super) fn strong_so_far(&self) -> &[Span] {
        self.open.as_ref().map_or(&[], |open| &open.strong)
    }

    fn close(&mut self, open: Option<Open>, table: Option<Table>) -> Option<Span> {
        self.raw.clear();
        (self.gap, self.space) = (Gap::None, None);
        let Open { kind, start, strong } = open?;
        let span = Span::new(start, self.text.len());
        let kind = match kind {
            Kind::Heading(level) if span.of(&self.text).split_whitespace().count() <= HEADING_WORDS => {
                self.section(level, span);
                BlockKind::Heading
            }
            Kind::Heading(_) | Kind::Paragraph => BlockKind::Paragraph,
            Kind::ListItem { list, depth } => BlockKind::ListItem { list, depth },
            Kind::Quote => BlockKind::Quote,
            Kind::Code => BlockKind::Code,
            Kind::Table => table.map_or(BlockKind::Paragraph, BlockKind::Table),
        };
        let sentences = match kind {
            BlockKind::Table(_) | BlockKind::Code => Vec::new(),
            _ => sentence::split(&self.text, span),
        };
        self.blocks.push(Block { kind, span, section: self.sections.len() - 1, strong, sentences });
        Some(span)
    }

    fn section(&mut self, level: u8, heading: Span) {
        let mut parent = self.sections.len() - 1;
        while self.sections[parent].level >= level {
            parent = self.sections[parent].parent.unwrap_or(0);
        }
        self.sections.push(Section { level, heading, parent: Some(parent) });
    }

    /// The document.
    pub(super) fn finish(mut self, source: Source) -> Document {
        self.end_block();
        Document {
            source,
            text: self.text,
            blocks: self.blocks,
            sections: self.sections,
            places: self.places,
            problems: self.decoded.problems.clone(),
        }
    }
}

/// Characters without width that pages put into words to break or to hide.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}
