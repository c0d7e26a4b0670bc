//! What is noted of the places while the tree grows.
//!
//! The tokenizer hands on characters and tags, the tree builder puts them somewhere, at times later and
//! elsewhere (a stray word in a table goes before it). Characters wait here with their places until
//! they are put.

use ego_tree::NodeId;
use html5ever::LocalName;
use html5ever::tokenizer::{Tag, TagKind};
use scraper::Html;

use super::align::{Cursor, Piece};

/// A parsed page.
#[derive(Debug)]
pub(super) struct Page {
    /// The tree.
    pub(super) html: Html,
    /// The pieces of every text node, sorted by node.
    texts: Vec<(NodeId, Piece)>,
    /// The start tag of every element, as a range of the source, sorted by node.
    tags: Vec<(NodeId, (usize, usize))>,
}

impl Page {
    /// Where the words of a text node stand in the source, in the order of its text.
    pub(super) fn pieces(&self, text: NodeId) -> &[(NodeId, Piece)] {
        let start = self.texts.partition_point(|(id, _)| *id < text);
        let len = self.texts[start..].iter().take_while(|(id, _)| *id == text).count();
        &self.texts[start..start + len]
    }

    /// Where the start tag of an element stands in the source.
    pub(super) fn tag(&self, element: NodeId) -> Option<(usize, usize)> {
        let index = self.tags.binary_search_by_key(&element, |(id, _)| *id).ok()?;
        Some(self.tags[index].1)
    }
}

/// What is known of the places while the tree grows.
pub(super) struct Notes<'s> {
    pub(super) cursor: Cursor<'s>,
    /// How much of the source the tokenizer has been given.
    pub(super) fed: usize,
    /// Characters that the tree builder has taken and not yet put anywhere, and their pieces.
    waiting: String,
    waiting_pieces: Vec<Piece>,
    /// How much of `waiting` has been put.
    put: usize,
    /// The start tag that is being worked on.
    pub(super) tag: Option<(LocalName, (usize, usize))>,
    pub(super) depth: usize,
    /// The last element that was put, the one around it, and its depth.
    pub(super) last: Option<(NodeId, NodeId, usize)>,
    pub(super) texts: Vec<(NodeId, Piece)>,
    pub(super) tags: Vec<(NodeId, (usize, usize))>,
    /// The last start tag of each formatting element.
    formatting: Vec<(LocalName, (usize, usize))>,
}

impl<'s> Notes<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            cursor: Cursor::new(source),
            fed: 0,
            waiting: String::new(),
            waiting_pieces: Vec::new(),
            put: 0,
            tag: None,
            depth: 0,
            last: None,
            texts: Vec::new(),
            tags: Vec::new(),
            formatting: Vec::new(),
        }
    }

    pub(super) fn tag(&mut self, tag: &Tag) {
        let start = self.markup();
        self.tag = (tag.kind == TagKind::StartTag).then(|| (tag.name.clone(), (start, self.fed)));
    }

    /// The source up to `at` is not handed to the tokenizer.
    pub(super) fn skip_to(&mut self, at: usize) {
        self.fed = at;
        self.cursor.skip_to(at);
    }

    /// Markup has ended at the end of what was fed; returns where it began.
    pub(super) fn markup(&mut self) -> usize {
        self.cursor.jump(self.fed)
    }

    /// The start tag of a formatting element: its own, or the last of its name.
    pub(super) fn formatting(&mut self, name: &LocalName, own: Option<(usize, usize)>) -> Option<(usize, usize)> {
        let last = self.formatting.iter_mut().find(|(known, _)| known == name);
        match (own, last) {
            (Some(own), Some(last)) => last.1 = own,
            (Some(own), None) => self.formatting.push((name.clone(), own)),
            (None, last) => return last.map(|last| last.1),
        }
        own
    }

    pub(super) fn characters(&mut self, text: &str) {
        if self.put == self.waiting.len() {
            self.forget();
        }
        self.cursor.align(text, self.waiting.len(), &mut self.waiting_pieces);
        self.waiting.push_str(text);
    }

    /// A token other than characters has been worked on: what waited has been put or dropped.
    pub(super) fn forget(&mut self) {
        self.waiting.clear();
        self.waiting_pieces.clear();
        self.put = 0;
        self.tag = None;
    }

    /// The tree builder takes `text`, which is part of what waits: where in it. It takes characters in their
    /// order, but may drop some (white space where none is allowed).
    pub(super) fn take(&mut self, text: &str) -> Option<(usize, usize)> {
        let rest = &self.waiting[self.put..];
        // It nearly always takes what comes next, and to search is dear.
        let found = if rest.starts_with(text) { 0 } else { rest.find(text)? };
        let start = self.put + found;
        self.put = start + text.len();
        Some((start, self.put))
    }

    /// It has put what it took into a node, at `at` of the node's text.
    pub(super) fn put(&mut self, node: NodeId, at: usize, (start, end): (usize, usize)) {
        let first = self.waiting_pieces.partition_point(|piece| piece.at + piece.len <= start);
        for piece in self.waiting_pieces[first..].iter().take_while(|piece| piece.at < end) {
            let Some(piece) = piece.clipped(start, end) else { continue };
            let piece = Piece { at: piece.at - start + at, ..piece };
            match self.texts.last_mut() {
                Some((last, before)) if *last == node && before.goes_on_with(piece) => {
                    before.len += piece.len;
                    before.source_len += piece.len;
                }
                _ => self.texts.push((node, piece)),
            }
        }
    }
    /// The page, when the tree has grown.
    pub(super) fn finish(mut self, html: Html) -> Page {
        self.texts.sort_by_key(|(id, piece)| (*id, piece.at));
        self.tags.sort_unstable();
        Page { html, texts: self.texts, tags: self.tags }
    }
}
