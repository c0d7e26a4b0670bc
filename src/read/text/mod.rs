//! Plain text, mostly copied out of a web page: the words are there, the layout is not.
//!
//! The layout is found again in passes over a flat list of parts. Each pass knows one way in which a page
//! falls apart (a table whose cells became lines, a list that lost its bullets) and leaves alone what it
//! does not recognise: a missed heading costs less than an invented one.

mod code;
mod heading;
mod hyphen;
mod line;
mod list;
mod names;
mod page;
mod pairs;
mod part;
mod rows;
mod summary;

use crate::document::{BlockKind, Document, Source};
use crate::read::decode::Decoded;
use crate::read::draft::{Draft, Piece};
use crate::read::markdown::front;

use part::{Kind, Part};

/// Reads an article that has lost its layout.
pub(crate) fn document(mut source: Source, decoded: &Decoded<'_>, bytes: &[u8]) -> Document {
    let text = &*decoded.text;
    let head = front::letter(&mut source, text);
    let mut parts = part::parts(text);
    parts.retain(|part| part.at.start >= head);
    let usual = part::usual_gap(&parts);
    page::cut_tail(text, &mut parts);
    source.published = source.published.take().or_else(|| page::date(text, &parts));
    source.author = source.author.take().or_else(|| page::author(text, &parts));
    let title = page::title(text, &mut parts);
    source.title = source.title.take().or(title);
    let names = names::compared(text);
    parts = pairs::tables(text, parts, &names, usual);
    parts = rows::tables(text, parts, &names);
    parts = summary::tables(text, parts, usual);
    list::labelled(text, &mut parts, usual);
    heading::find(text, &mut parts, usual);
    list::after_prose(text, &mut parts, usual);
    page::cut_author(text, &mut parts, &names);
    let mut draft = Draft::new(decoded, bytes);
    write(text, &parts, usual, &mut draft);
    draft.document(source)
}

/// Writes the parts; a gap that no heading explains is where one was lost, and ends the section.
fn write(text: &str, parts: &[Part], usual: usize, draft: &mut Draft<'_>) {
    let hyphens = hyphen::Hyphens::of(text);
    let mut level = 0;
    let mut list = None;
    let mut before = None;
    for part in parts {
        if level > 1 && part.gap > usual && lost_heading(text, before, part) {
            draft.nameless(level);
        }
        before = Some(part);
        let item = matches!(part.kind, Kind::Item { .. });
        if !item || part.gap > usual.max(1) {
            list = None;
        }
        match &part.kind {
            Kind::Heading(at) => {
                level = *at;
                draft.heading(level, &[Piece::of(text, part.at.clone())]);
            }
            Kind::Item { depth, first } => {
                if *first && *depth == 0 {
                    list = None;
                }
                let list = *list.get_or_insert_with(|| draft.list());
                draft.block(BlockKind::ListItem { list, depth: *depth }, &hyphens.pieces(text, &part.at));
            }
            Kind::Table(grid) => draft.table(grid.header_rows, &grid.pieces(text)),
            Kind::Code(lines) => {
                let lines: Vec<_> = lines.iter().map(|line| Piece::of(text, line.clone())).collect();
                draft.code(&lines);
            }
            Kind::Line | Kind::Prose => draft.paragraph(&hyphens.pieces(text, &part.at)),
        }
    }
}

/// Does the wider gap before `part` stand where a heading was lost? Not beside a table or code, which keep
/// their distance anyway, and not after a colon, where it is the thing announced that was lost.
fn lost_heading(text: &str, before: Option<&Part>, part: &Part) -> bool {
    let prose = matches!(part.kind, Kind::Line | Kind::Prose) && !part.words(text).ends_with(':');
    let before = before.is_some_and(|before| match before.kind {
        Kind::Line | Kind::Prose | Kind::Item { .. } => !before.words(text).ends_with(':'),
        _ => false,
    });
    prose && before
}
