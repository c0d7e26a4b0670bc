//! Web pages.
//!
//! The page is parsed into a tree that knows where its words stand ([`parse`]), laid out as a list
//! ([`tree`]), reduced to the article ([`content`]) and written as blocks ([`walk`]). Extractors of main
//! content lose the places, and clean away the short lines (`Winner: oak`) that a comparison is made
//! of, so none is used here.

mod align;
mod asides;
mod author;
mod boxes;
mod cells;
mod chrome;
mod columns;
mod content;
mod copies;
mod counts;
mod dates;
mod drawn;
mod furniture;
mod head;
mod hints;
pub(super) mod icon;
mod lines;
mod lists;
mod notes;
mod parse;
mod pictures;
mod plain;
mod sink;
mod stars;
mod table;
mod telling;
mod tree;
mod walk;
mod write;

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod tests;

use crate::document::{Document, Source};

use super::decode::Decoded;

/// Reads a page; `source` comes with its id, origin and format and gets what the page's head says.
pub(crate) fn document(mut source: Source, decoded: &Decoded<'_>, file: &[u8]) -> Document {
    let page = parse::page(&decoded.text);
    let items = tree::items(&page.html);
    head::read(&page.html, &mut source);
    let content = content::select(&items, &source);
    let mut walk = walk::Walk::new(&page, &items, &content.kept, write::Writer::new(decoded, file));
    for (start, end) in content.ranges {
        walk.range(start, end);
    }
    walk.finish(source)
}
