//! Web pages.

mod align;
mod chrome;
mod content;
mod counts;
mod head;
mod icon;
mod parse;
mod table;
mod tree;
mod walk;
mod write;

#[cfg(test)]
mod tests;

use crate::document::{Document, Source};

use super::decode::Decoded;

/// Reads a page; `source` comes with its id, origin and format and gets what the page's head says.
pub(crate) fn document(mut source: Source, decoded: &Decoded, file: &[u8]) -> Document {
    let page = parse::page(&decoded.text);
    let items = tree::items(&page.html);
    head::read(&page.html, &mut source);
    let content = content::select(&items, &source);
    let mut walk = walk::Walk::new(&page, &items, decoded, file);
    for (start, end) in content.ranges {
        walk.range(start, end, &content.kept);
    }
    walk.finish(source)
}
