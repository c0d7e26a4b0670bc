//! The pieces of HTML that stand in Markdown: a table in a README, a folded-away section, a line break.
//!
//! A block of HTML in Markdown is a fragment that may begin or end anywhere, so it is read tag by tag and
//! never as a tree.

use std::borrow::Cow;
use std::ops::Range;

use super::html_table::Grid;
use crate::document::BlockKind;
use crate::read::draft::{Draft, Piece};
use crate::read::html::icon;

/// The name of a tag in small letters, and whether it opens.
pub(super) fn name(tag: &str) -> (&'static str, bool) {
    const NAMES: &str = "br b strong p div li ul ol table tr td th thead tbody caption details summary h1 h2 h3 h4 h5 h6 \
        blockquote section center dt dd dl script style pre hr figure figcaption img iframe svg object \
        video audio template select title";
    let inner = tag.strip_prefix('<').unwrap_or(tag);
    let (inner, opens) = inner.strip_prefix('/').map_or((inner, true), |inner| (inner, false));
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let known = NAMES.split(' ').find(|name| name.eq_ignore_ascii_case(&inner[..end]));
    (known.unwrap_or(""), opens)
}

/// The place of the next end of a table. It is asked for in the order of the text, so that it is looked for
/// once however many tables stay open.
#[derive(Default)]
pub(super) struct TableEnd {
    found: usize,
}

impl TableEnd {
    fn after(&mut self, text: &str, from: usize) -> Option<usize> {
        if self.found < from {
            self.found = find_tag(text, from, "</table").unwrap_or(usize::MAX);
        }
        (self.found < text.len()).then_some(self.found)
    }
}

/// Reads a block of HTML into the draft. Gives the offset up to which the text has been read: past the
/// block, where a table runs on over empty lines.
pub(super) fn read(draft: &mut Draft<'_>, text: &str, block: Range<usize>, ends: &mut TableEnd) -> usize {
    let mut end = block.end;
    let opened = last_tag(&text[block.clone()], "<table").map(|i| block.start + i);
    let open = opened.filter(|open| last_tag(&text[*open..block.end], "</table").is_none());
    if let Some(close) = open.and_then(|open| ends.after(text, open)) {
        end = text[close..].find('>').map_or(text.len(), |i| close + i + 1);
    }
    let mut reader = Fragment {
        draft,
        text,
        pieces: Vec::new(),
        kind: Kind::Paragraph,
        lists: Vec::new(),
        quotes: 0,
        strong: 0,
        table: None,
    };
    reader.read(block.start..end);
    end
}

/// Elements whose inside is no text of the article.
const SILENT: &[&str] =
    &["script", "style", "iframe", "svg", "object", "video", "audio", "template", "select", "title"];

/// The lines of a block of code, as they are in the file.
fn code_lines<'t>(pieces: &[Piece<'t>]) -> Vec<Piece<'t>> {
    let mut lines = Vec::new();
    for piece in pieces {
        let mut at = piece.at.start;
        for line in piece.words.split_inclusive('\n') {
            let bare = line.trim_end();
            if !bare.is_empty() {
                lines.push(Piece { words: bare.to_owned().into(), at: at..at + bare.len(), strong: false });
            }
            at += line.len();
        }
    }
    lines
}

fn find_tag(text: &str, from: usize, tag: &str) -> Option<usize> {
    let rest = text.as_bytes().get(from..)?;
    rest.windows(tag.len()).position(|window| window.eq_ignore_ascii_case(tag.as_bytes())).map(|i| from + i)
}

fn last_tag(text: &str, tag: &str) -> Option<usize> {
    text.as_bytes().windows(tag.len()).rposition(|window| window.eq_ignore_ascii_case(tag.as_bytes()))
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Paragraph,
    Heading(u8),
    Item,
    Quote,
    Code,
}

struct Fragment<'f, 'd, 't> {
    draft: &'f mut Draft<'d>,
    text: &'t str,
    pieces: Vec<Piece<'t>>,
    kind: Kind,
    /// The lists that are open.
    lists: Vec<usize>,
    quotes: usize,
    strong: usize,
    table: Option<Grid<'t>>,
}

impl<'t> Fragment<'_, '_, 't> {
    fn read(&mut self, range: Range<usize>) {
        let text = self.text;
        let mut at = range.start;
        while at < range.end {
            let open = text[at..range.end].find('<').map_or(range.end, |i| at + i);
            self.words(at..open);
            if open == range.end {
                break;
            }
            let rest = &text[open..range.end];
            let close =
                if rest.starts_with("<!--") { rest.find("-->").map(|i| i + 3) } else { rest.find('>').map(|i| i + 1) };
            at = close.map_or(range.end, |i| open + i);
            let (name, opens) = name(rest);
            if opens && SILENT.contains(&name) && !text[open..at].ends_with("/>") {
                at = find_tag(&text[..range.end], at, &format!("</{name}")).unwrap_or(range.end);
            }
            let tag = &text[open..close.map_or(range.end, |i| open + i)];
            self.tag((name, opens), tag, open..open + tag.len());
        }
        self.flush();
        self.end_table();
    }

    fn words(&mut self, range: Range<usize>) {
        let text = self.text;
        if self.kind == Kind::Code {
            self.pieces.push(Piece::of(text, range));
            return;
        }
        let mut at = range.start;
        while at < range.end {
            let rest = &text[at..range.end];
            let amp = rest.find('&').unwrap_or(rest.len());
            if amp > 0 {
                self.pieces.push(Piece { strong: self.strong > 0, ..Piece::of(text, at..at + amp) });
                at += amp;
                continue;
            }
            let (spelled, len) =
                entity(rest).map_or((Cow::Borrowed("&"), 1), |(c, len)| (Cow::Owned(c.to_string()), len));
            self.pieces.push(Piece { words: spelled, at: at..at + len, strong: self.strong > 0 });
            at += len;
        }
    }

    fn tag(&mut self, (name, opens): (&str, bool), tag: &str, at: Range<usize>) {
        match (name, opens) {
            ("img", _) => self.picture(tag, at),
            ("b" | "strong", true) => self.strong += 1,
            ("b" | "strong", false) => self.strong = self.strong.saturating_sub(1),
            ("br" | "p" | "div" | "li", _) if self.table.is_some() => {
                let at = self.pieces.last().map_or(0, |piece| piece.at.end);
                self.pieces.push(Piece { words: Cow::Borrowed(" "), at: at..at, strong: false });
            }
            ("table", true) => {
                self.flush();
                self.end_table();
                self.table = Some(Grid::default());
            }
            ("table", false) => self.end_table(),
            ("tr" | "td" | "th", _) if self.table.is_some() => self.grid_tag((name, opens), tag),
            // The caption stands above the table, as a line by itself.
            ("caption", false) if self.table.is_some() => {
                let pieces = std::mem::take(&mut self.pieces);
                self.draft.paragraph(&pieces);
            }
            ("", _) => {}
            _ if self.table.is_some() => {}
            _ => self.block_tag(name, opens),
        }
    }

    fn grid_tag(&mut self, (name, opens): (&str, bool), tag: &str) {
        self.end_cell();
        let Some(grid) = &mut self.table else { return };
        match (name, opens) {
            ("tr", true) => grid.row(),
            ("tr", false) => grid.end_row(),
            (_, true) => grid.cell(tag, name == "th"),
            _ => grid.end_cell(),
        }
    }

    /// The words since the last tag of a table belong to the cell that is open.
    fn end_cell(&mut self) {
        let pieces = std::mem::take(&mut self.pieces);
        if let Some(grid) = &mut self.table {
            grid.words(pieces);
        }
    }

    fn end_table(&mut self) {
        self.end_cell();
        if let Some(grid) = self.table.take() {
            let (header_rows, rows) = grid.done();
            self.draft.table(header_rows, &rows);
        }
    }

    /// A picture in a table may be all that a cell says.
    fn picture(&mut self, tag: &str, at: Range<usize>) {
        let value = |name: &str| attribute(tag, name).unwrap_or_default();
        if let Some(said) = icon::of_picture(value("alt"), value("src")).filter(|_| self.table.is_some()) {
            // Its words touch no others.
            let said = Cow::Owned(format!(" {said} "));
            self.pieces.push(Piece { words: said, at, strong: self.strong > 0 });
        }
    }

    fn block_tag(&mut self, name: &str, opens: bool) {
        let flushed = self.pieces.iter().any(|piece| !piece.words.trim().is_empty());
        self.flush();
        match (name, opens) {
            ("blockquote", true) => self.quotes += 1,
            ("blockquote", false) => self.quotes = self.quotes.saturating_sub(1),
            _ => {}
        }
        self.kind = match (name, opens) {
            ("li", true) => Kind::Item,
            ("pre", true) => Kind::Code,
            ("h1", true) => Kind::Heading(1),
            ("h2", true) => Kind::Heading(2),
            ("h3", true) => Kind::Heading(3),
            ("h4", true) => Kind::Heading(4),
            ("h5", true) => Kind::Heading(5),
            ("h6", true) => Kind::Heading(6),
            // A paragraph within an item goes on with the item.
            ("p" | "div" | "br", true) if self.kind == Kind::Item && !flushed => Kind::Item,
            _ if self.quotes > 0 => Kind::Quote,
            _ => Kind::Paragraph,
        };
        match (name, opens) {
            ("ul" | "ol", true) => self.lists.push(self.draft.list()),
            ("ul" | "ol", false) => drop(self.lists.pop()),
            _ => {}
        }
    }

    fn flush(&mut self) {
        let pieces = std::mem::take(&mut self.pieces);
        if self.table.is_some() {
            self.pieces = pieces;
            return;
        }
        match self.kind {
            Kind::Paragraph => self.draft.paragraph(&pieces),
            Kind::Heading(level) => self.draft.heading(level, &pieces),
            Kind::Item => {
                let words = pieces.iter().any(|piece| !piece.words.trim().is_empty());
                if self.lists.is_empty() && words {
                    self.lists.push(self.draft.list());
                }
                let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
                if let Some(list) = self.lists.last().copied() {
                    self.draft.block(BlockKind::ListItem { list, depth }, &pieces);
                }
            }
            Kind::Quote => self.draft.block(BlockKind::Quote, &pieces),
            Kind::Code => self.draft.code(&code_lines(&pieces)),
        }
    }
}

/// The character that an entity stands for, and how long the entity is.
fn entity(rest: &str) -> Option<(char, usize)> {
    let end = rest.bytes().take(34).position(|b| b == b';')?;
    let name = rest.get(1..end)?;
    let code = if let Some(code) = name.strip_prefix('#') {
        let hex = code.strip_prefix(['x', 'X']);
        hex.map_or_else(|| code.parse(), |hex| u32::from_str_radix(hex, 16)).ok()?
    } else {
        html5ever::data::NAMED_ENTITIES.get(rest.get(1..=end)?)?.0
    };
    char::from_u32(code).filter(|c| *c != '\0').map(|c| (c, end + 1))
}

/// What an attribute of a tag says.
pub(super) fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = tag;
    while let Some(at) = rest.find(name) {
        let free = rest[..at].ends_with(|c: char| c.is_whitespace() || c == '"' || c == '\'');
        rest = &rest[at + name.len()..];
        let Some(value) = rest.trim_start().strip_prefix('=').filter(|_| free) else { continue };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        return match quote {
            Some(quote) => value[1..].split(quote).next(),
            None => value.split(|c: char| c.is_whitespace() || c == '>').next(),
        };
    }
    None
}
