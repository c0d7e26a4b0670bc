//! A document in the making: pieces of the file go in, in reading order, and come out as blocks.
//!
//! Folding white space, opening sections, splitting sentences and keeping the places are the same for
//! every format, and easy to get subtly wrong; so they are done here, once.

use std::borrow::Cow;
use std::ops::Range;

use crate::document::{Block, BlockKind, Document, Places, Section, Source, Table};
use crate::read::decode::Decoded;
use crate::read::sentence;
use crate::span::Span;

/// Stands for markup that was cut out where a space would change the meaning; it is never written.
pub(crate) const CUT: char = '\u{1}';

/// Some words, and where the decoded text has them.
#[derive(Debug, Clone)]
pub(crate) struct Piece<'a> {
    /// The words, as a reader sees them.
    pub words: Cow<'a, str>,
    /// Where they stand, in another spelling perhaps.
    pub at: Range<usize>,
    /// Are they set in bold?
    pub strong: bool,
}

impl<'a> Piece<'a> {
    /// The words of `text` at a place.
    pub(crate) fn of(text: &'a str, at: Range<usize>) -> Self {
        Self { words: Cow::Borrowed(&text[at.clone()]), at, strong: false }
    }
}

/// A document in the making.
pub(crate) struct Draft<'a> {
    decoded: &'a Decoded<'a>,
    bytes: &'a [u8],
    text: String,
    blocks: Vec<Block>,
    sections: Vec<Section>,
    places: Places,
    lists: usize,
    /// White space that waits for a word to follow it, and its place; an empty place is unknown.
    space: Option<Range<usize>>,
}

impl<'a> Draft<'a> {
    /// A document with nothing in it yet.
    pub(crate) fn new(decoded: &'a Decoded<'a>, bytes: &'a [u8]) -> Self {
        Self {
            decoded,
            bytes,
            text: String::new(),
            blocks: Vec::new(),
            sections: vec![Section::default()],
            places: Places::of_file(bytes),
            lists: 0,
            space: None,
        }
    }

    /// The document, whole.
    pub(crate) fn document(self, source: Source) -> Document {
        let mut problems = self.decoded.problems.clone();
        if self.blocks.is_empty() {
            problems.push("no text found".to_owned());
        }
        Document {
            source,
            text: self.text,
            blocks: self.blocks,
            sections: self.sections,
            places: self.places,
            problems,
        }
    }

    /// Has nothing been written yet?
    pub(crate) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The words of the last block.
    pub(crate) fn last_words(&self) -> &str {
        self.blocks.last().map_or("", |block| block.span.of(&self.text))
    }

    /// A number for a list that begins.
    pub(crate) fn list(&mut self) -> usize {
        self.lists += 1;
        self.lists - 1
    }

    /// A heading, and the section under it; nothing where it has no words.
    pub(crate) fn heading(&mut self, level: u8, pieces: &[Piece<'_>]) {
        let at = self.blocks.len();
        self.block(BlockKind::Heading, pieces);
        if at == self.blocks.len() {
            return;
        }
        let heading = self.blocks[at].span;
        self.open(level, heading);
        self.blocks[at].section = self.sections.len() - 1;
    }

    /// A section whose heading was lost.
    pub(crate) fn nameless(&mut self, level: u8) {
        self.open(level, Span::default());
    }

    /// A paragraph; nothing where it has no words.
    pub(crate) fn paragraph(&mut self, pieces: &[Piece<'_>]) {
        self.block(BlockKind::Paragraph, pieces);
    }

    /// A block of words that is no table, no code and no heading; nothing where it has no words.
    pub(crate) fn block(&mut self, kind: BlockKind, pieces: &[Piece<'_>]) {
        let from = self.begin();
        let mut strong: Vec<Span> = Vec::new();
        for piece in pieces {
            let at = self.write(piece, from);
            if piece.strong && !at.is_empty() {
                match strong.last_mut() {
                    Some(last) if self.text[last.end..at.start].trim().is_empty() => last.end = at.end,
                    _ => strong.push(at),
                }
            }
        }
        let Some(span) = self.end(from) else { return };
        let mut sentences = sentence::split(&self.text, span);
        if sentences.is_empty() {
            sentences.push(span);
        }
        self.blocks.push(Block { kind, span, section: self.sections.len() - 1, strong, sentences });
    }

    /// Code, line by line.
    pub(crate) fn code(&mut self, lines: &[Piece<'_>]) {
        let from = self.begin();
        for line in lines {
            if self.text.len() > from {
                self.text.push('\n');
            }
            let at = self.text.len();
            // As the file has it, whatever was cut out of it as markup.
            let words = self.decoded.text.get(line.at.clone()).unwrap_or(&line.words).trim_end();
            self.text.push_str(words);
            self.map(at, line.at.start..line.at.start + words.len());
        }
        // Empty lines at the end stand nowhere.
        let end = from + self.text[from..].trim_end_matches('\n').len();
        self.text.truncate(end);
        let Some(span) = self.end(from) else { return };
        let section = self.sections.len() - 1;
        self.blocks.push(Block { kind: BlockKind::Code, span, section, strong: Vec::new(), sentences: Vec::new() });
    }

    /// A table; cells are parted by a tab and rows by a line break. Short rows are filled up with
    /// empty cells.
    pub(crate) fn table(&mut self, header_rows: usize, rows: &[Vec<Vec<Piece<'_>>>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let from = self.begin();
        let mut strong = Vec::new();
        let mut spans = Vec::with_capacity(rows.len());
        for row in rows {
            if self.text.len() > from {
                self.text.push('\n');
            }
            let mut cells = Vec::with_capacity(columns);
            for column in 0..columns {
                if column > 0 {
                    self.text.push('\t');
                }
                self.space = None;
                let start = self.text.len();
                for piece in row.get(column).map_or(&[][..], Vec::as_slice) {
                    let at = self.write(piece, start);
                    if piece.strong && !at.is_empty() {
                        strong.push(at);
                    }
                }
                cells.push(Span::new(start, self.text.len()));
            }
            spans.push(cells);
        }
        let mut filled = spans.iter().flatten().filter(|cell| !cell.is_empty());
        let (Some(first), Some(last)) = (filled.clone().next().copied(), filled.next_back().copied()) else {
            self.text.truncate(from.saturating_sub(2));
            return;
        };
        let kind = BlockKind::Table(Table { caption: None, header_rows, rows: spans });
        let span = Span::new(first.start, last.end);
        self.blocks.push(Block { kind, span, section: self.sections.len() - 1, strong, sentences: Vec::new() });
    }

    fn open(&mut self, level: u8, heading: Span) {
        let mut parent = self.sections.len() - 1;
        while self.sections[parent].level >= level {
            parent = self.sections[parent].parent.unwrap_or(0);
            if parent == 0 {
                break;
            }
        }
        self.sections.push(Section { level, heading, parent: Some(parent) });
    }

    fn begin(&mut self) -> usize {
        self.space = None;
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.text.len()
    }

    fn end(&mut self, from: usize) -> Option<Span> {
        if self.text.len() == from {
            self.text.truncate(from.saturating_sub(2));
            return None;
        }
        Some(Span::new(from, self.text.len()))
    }

    /// Writes a piece with its white space folded. White space is held back until a word follows it;
    /// `from` is where the block or the cell begins.
    fn write(&mut self, piece: &Piece<'_>, from: usize) -> Span {
        let words: &str = &piece.words;
        let verbatim = piece.at.len() == words.len();
        let mut first = None;
        let mut at = 0;
        while at < words.len() {
            let start = words[at..].find(|c: char| !blank(c) && !unseen(c)).map_or(words.len(), |i| at + i);
            if words[at..start].contains(char::is_whitespace) && self.text.len() > from {
                let place = piece.at.start + at..piece.at.start + start;
                self.space.get_or_insert(if verbatim { place } else { 0..0 });
            }
            at = words[start..].find(|c| blank(c) || unseen(c)).map_or(words.len(), |i| start + i);
            if at > start {
                self.held_back();
                let begun = self.text.len();
                first.get_or_insert(begun);
                self.text.push_str(&words[start..at]);
                if verbatim {
                    self.map(begun, piece.at.start + start..piece.at.start + at);
                } else {
                    let (file, end) = self.file(&piece.at);
                    self.places.add_spelled(begun, at - start, file, end - file);
                }
            }
        }
        Span::new(first.unwrap_or(self.text.len()), self.text.len())
    }

    /// Writes the white space that was held back, as one space.
    fn held_back(&mut self) {
        if let Some(place) = self.space.take() {
            let at = self.text.len();
            self.text.push(' ');
            if !place.is_empty() {
                let (file, end) = self.file(&place);
                self.places.add_spelled(at, 1, file, end - file);
            }
        }
    }

    /// Says where words of the text from `at` stand: letter for letter where the file has the same
    /// bytes, character by character where it is in another encoding.
    fn map(&mut self, at: usize, place: Range<usize>) {
        let (file, end) = self.file(&place);
        let len = place.len();
        if self.bytes.get(file..end) == Some(&self.text.as_bytes()[at..at + len]) {
            self.places.add(at, file, len);
            return;
        }
        let Some(words) = self.decoded.text.get(place.clone()) else { return };
        for (i, c) in words.char_indices() {
            let (file, end) = self.file(&(place.start + i..place.start + i + c.len_utf8()));
            self.places.add_spelled(at + i, c.len_utf8(), file, end - file);
        }
    }

    /// The bytes of the file that hold a stretch of the decoded text.
    fn file(&self, place: &Range<usize>) -> (usize, usize) {
        let start = self.decoded.file_offset(place.start);
        (start, self.decoded.file_offset(place.end).max(start))
    }
}

/// Characters that say where a word may be broken, or nothing at all. A word with one of them in it is the
/// word without.
fn unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

fn blank(c: char) -> bool {
    c.is_whitespace() || c == CUT
}
