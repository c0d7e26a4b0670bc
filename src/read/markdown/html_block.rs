//! The pieces of HTML that stand in Markdown: a table in a README, a folded-away section, a line break.
//!
//! A block of HTML in Markdown is a fragment that may begin or end anywhere, so it is read tag by tag and
//! never as a tree.

use std::borrow::Cow;
use std::ops::Range;

use crate::document::BlockKind;
use crate::read::draft::{Draft, Piece};

/// The name of a tag in small letters, and whether it opens.
pub(super) fn name(tag: &str) -> (&'static str, bool) {
    const NAMES: &[&str] = &[
        "br",
        "b",
        "strong",
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "table",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "caption",
        "details",
        "summary",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "section",
        "center",
        "dt",
        "dd",
        "dl",
        "script",
        "style",
        "pre",
        "hr",
        "figure",
        "figcaption",
    ];
    let inner = tag.strip_prefix('<').unwrap_or(tag);
    let (inner, opens) = inner.strip_prefix('/').map_or((inner, true), |inner| (inner, false));
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let known = NAMES.iter().find(|name| name.eq_ignore_ascii_case(&inner[..end]));
    (known.copied().unwrap_or(""), opens)
}

/// Reads a block of HTML into the draft. Gives the offset up to which the text has been read: past the
/// block, where a table runs on over empty lines.
pub(super) fn read(draft: &mut Draft<'_>, text: &str, block: Range<usize>) -> usize {
    let mut end = block.end;
    let tag = |from: usize, tag: &str| find_tag(&text[..], from, tag);
    let opened = last_tag(&text[block.clone()], "<table").map(|i| block.start + i);
    if let Some(open) = opened.filter(|open| last_tag(&text[*open..block.end], "</table").is_none()) {
        if let Some(close) = tag(open, "</table") {
            end = text[close..].find('>').map_or(text.len(), |i| close + i + 1);
        }
    }
    let mut reader =
        Fragment { draft, text, pieces: Vec::new(), kind: Kind::Paragraph, list: None, strong: 0, table: None };
    reader.read(block.start..end);
    end
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
}

struct Fragment<'f, 'd, 't> {
    draft: &'f mut Draft<'d>,
    text: &'t str,
    pieces: Vec<Piece<'t>>,
    kind: Kind,
    list: Option<usize>,
    strong: usize,
    table: Option<Grid<'t>>,
}

#[derive(Default)]
struct Grid<'t> {
    rows: Vec<Vec<Vec<Piece<'t>>>>,
    header_rows: usize,
    heads: bool,
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
            if opens && matches!(name, "script" | "style") {
                let end = find_tag(&text[..range.end], at, if name == "script" { "</script" } else { "</style" });
                at = end.unwrap_or(range.end);
            }
            self.tag(name, opens);
        }
        self.flush();
        self.end_table();
    }

    fn words(&mut self, range: Range<usize>) {
        let text = self.text;
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

    fn tag(&mut self, name: &str, opens: bool) {
        match (name, opens) {
            ("b" | "strong", true) => self.strong += 1,
            ("b" | "strong", false) => self.strong = self.strong.saturating_sub(1),
            ("br", _) if self.table.is_some() => {
                let at = self.pieces.last().map_or(0, |piece| piece.at.end);
                self.pieces.push(Piece { words: Cow::Borrowed(" "), at: at..at, strong: false });
            }
            ("table", true) => {
                self.flush();
                self.end_table();
                self.table = Some(Grid::default());
            }
            ("table", false) => self.end_table(),
            ("tr" | "td" | "th", _) if self.table.is_some() => self.grid_tag(name, opens),
            ("", _) => {}
            _ if self.table.is_some() => {}
            _ => self.block_tag(name, opens),
        }
    }

    fn grid_tag(&mut self, name: &str, opens: bool) {
        self.end_cell();
        let Some(grid) = &mut self.table else { return };
        match (name, opens) {
            ("tr", true) => {
                grid.rows.push(Vec::new());
                grid.heads = true;
            }
            ("tr", false) => {
                let index = grid.rows.len();
                if grid.heads && index == grid.header_rows + 1 && grid.rows.last().is_some_and(|row| !row.is_empty()) {
                    grid.header_rows = index;
                }
            }
            (_, true) => {
                if grid.rows.is_empty() {
                    grid.rows.push(Vec::new());
                }
                grid.heads &= name == "th";
                if let Some(row) = grid.rows.last_mut() {
                    row.push(Vec::new());
                }
            }
            _ => {}
        }
    }

    /// The words since the last tag of a table belong to the cell that is open.
    fn end_cell(&mut self) {
        let pieces = std::mem::take(&mut self.pieces);
        if let Some(cell) = self.table.as_mut().and_then(|grid| grid.rows.last_mut()).and_then(|row| row.last_mut()) {
            cell.extend(pieces);
        }
    }

    fn end_table(&mut self) {
        self.end_cell();
        if let Some(mut grid) = self.table.take() {
            grid.rows.retain(|row| !row.is_empty());
            self.draft.table(grid.header_rows.min(grid.rows.len()), &grid.rows);
        }
    }

    fn block_tag(&mut self, name: &str, opens: bool) {
        self.flush();
        self.kind = match (name, opens) {
            ("li", true) => Kind::Item,
            ("h1", true) => Kind::Heading(1),
            ("h2", true) => Kind::Heading(2),
            ("h3", true) => Kind::Heading(3),
            ("h4", true) => Kind::Heading(4),
            ("h5", true) => Kind::Heading(5),
            ("h6", true) => Kind::Heading(6),
            _ => Kind::Paragraph,
        };
        if matches!(name, "ul" | "ol") {
            self.list = opens.then(|| self.draft.list());
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
                let list = *self.list.get_or_insert_with(|| self.draft.list());
                self.draft.block(BlockKind::ListItem { list, depth: 0 }, &pieces);
            }
        }
    }
}

/// The character that an entity stands for, and how long the entity is.
fn entity(rest: &str) -> Option<(char, usize)> {
    let end = rest.bytes().take(10).position(|b| b == b';')?;
    let name = rest.get(1..end)?;
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" | "lsquo" => '\'',
        "nbsp" => '\u{a0}',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "mdash" => '—',
        "ndash" => '–',
        "hellip" => '…',
        "bull" => '•',
        "check" => '✓',
        _ => {
            let code = name.strip_prefix('#')?;
            let hex = code.strip_prefix(['x', 'X']);
            char::from_u32(hex.map_or_else(|| code.parse(), |hex| u32::from_str_radix(hex, 16)).ok()?)?
        }
    };
    Some((c, end + 1))
}
