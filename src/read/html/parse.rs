//! A page as a tree that knows where its words stand in the source.
//!
//! The tree is scraper's, built by html5ever's tree builder, which does not keep places. Tags and texts
//! that are written plainly are read here ([`plain`]), all else by html5ever's own tokenizer. That one
//! does not keep places either, but is handed the source in pieces that end at each `>`, so that a tag
//! can only have ended where the piece ended; the characters between two tags follow each other in the
//! source, give or take character references. That gives every text node its places.

use std::cell::{Cell, RefCell};

use ego_tree::NodeId;
use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TreeSink;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, TokenizerResult};

pub(super) use super::notes::Page;
use super::plain::{self, NO_MARKUP};
use super::sink::{FORMATTING, Noting};

/// Elements within elements: a page that nests deeper is broken or hostile, and html5ever's time grows
/// with the square of the depth. Deeper tags are left out, their words are not.
pub(super) const DEEPEST: usize = 256;

/// Above this depth, formatting tags lose their attributes: html5ever opens unclosed ones again in
/// every paragraph unless they are alike.
const DEEP: usize = 100;

/// Parses a page.
pub(super) fn page(source: &str) -> Page {
    let tokenizer = Tokenizer::new(
        Tracking {
            builder: TreeBuilder::new(Noting::new(source), TreeBuilderOpts::default()),
            left_out: RefCell::default(),
            unread: RefCell::default(),
            at_rest: Cell::new(true),
        },
        TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() },
    );
    let (tracking, input) = (&tokenizer.sink, BufferQueue::default());
    let notes = &tracking.builder.sink.notes;
    // The pieces, and the texts in the tree, share one copy of the source.
    let (whole, mut fed) = (StrTendril::from_slice(source), 0);
    while fed < source.len() {
        if let Some((token, end)) = tracking.at_rest.get().then(|| plain::token(&whole, fed)).flatten() {
            fed = end;
            notes.borrow_mut().fed = fed;
            // What the tree builder answers is about elements that are not plain, and about encodings.
            let _ = tracking.process_token(token, 0);
            continue;
        }
        tracking.at_rest.set(false);
        let end = memchr::memchr(b'>', &source.as_bytes()[fed..]).map_or(source.len(), |at| fed + at + 1);
        input.push_back(whole.subtendril(fed as u32, (end - fed) as u32));
        fed = end;
        notes.borrow_mut().fed = fed;
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        if let Some(name) = tracking.unread.take() {
            fed = end_of_raw(source, fed, &name);
            notes.borrow_mut().skip_to(fed);
        }
    }
    tokenizer.end();
    tokenizer.sink.builder.sink.finish()
}

/// Elements that no reader sees and whose content is no markup; most of the bytes of a page are theirs.
const UNREAD: [&str; 5] = ["iframe", "noembed", "noframes", "script", "style"];

/// Where the raw content of an element ends that begins at `start`. A script with a comment in it may
/// hold end tags that do not end it, and is left to the tokenizer.
fn end_of_raw(source: &str, start: usize, name: &str) -> usize {
    let mut at = start;
    loop {
        let Some(found) = source[at..].find("</") else { return source.len() };
        let end = at + found;
        let after = &source.as_bytes()[end + 2..];
        let named = after.get(..name.len()).is_some_and(|given| given.eq_ignore_ascii_case(name.as_bytes()));
        if named && after.get(name.len()).is_none_or(|byte| b"\t\n\x0c\r />".contains(byte)) {
            let comment = name == "script" && source[start..end].contains("<!--");
            return if comment { start } else { end };
        }
        at = end + 2;
    }
}

/// Stands between the tokenizer and the tree builder, and tells the notes where each token stands.
struct Tracking<'s> {
    builder: TreeBuilder<NodeId, Noting<'s>>,
    /// Tags that were left out for standing too deep, by name.
    left_out: RefCell<Vec<html5ever::LocalName>>,
    /// The element whose raw content comes next and need not be read.
    unread: RefCell<Option<html5ever::LocalName>>,
    /// Does the tokenizer stand between two tags, with nothing begun?
    at_rest: Cell<bool>,
}

impl Tracking<'_> {
    /// Is this tag to be left out?
    fn too_deep(&self, tag: &mut Tag) -> bool {
        let notes = &self.builder.sink.notes;
        let depth = notes.borrow().depth;
        let mut left_out = self.left_out.borrow_mut();
        match tag.kind {
            TagKind::StartTag if depth >= DEEPEST && !NO_MARKUP.contains(&&*tag.name) => {
                left_out.push(tag.name.clone());
                true
            }
            TagKind::StartTag => {
                if depth >= DEEP && FORMATTING.contains(&&*tag.name) {
                    tag.attrs.clear();
                }
                false
            }
            TagKind::EndTag if left_out.last() == Some(&tag.name) => {
                left_out.pop();
                true
            }
            TagKind::EndTag => {
                let mut notes = notes.borrow_mut();
                notes.depth = notes.depth.saturating_sub(1);
                false
            }
        }
    }
}

/// Does a tag begin an element whose raw content need not be read? Data about the page is.
fn is_unread(tag: &Tag) -> bool {
    let data = |attr: &Attribute| &*attr.name.local == "type" && attr.value.contains("json");
    tag.kind == TagKind::StartTag && UNREAD.contains(&&*tag.name) && !tag.attrs.iter().any(data)
}

impl TokenSink for Tracking<'_> {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        let notes = &self.builder.sink.notes;
        match token {
            Token::TagToken(mut tag) => {
                notes.borrow_mut().tag(&tag);
                let unread = is_unread(&tag).then(|| tag.name.clone());
                let result = match self.too_deep(&mut tag) {
                    true => TokenSinkResult::Continue,
                    false => self.builder.process_token(Token::TagToken(tag), line),
                };
                let mut notes = notes.borrow_mut();
                notes.forget();
                match result {
                    TokenSinkResult::RawData(RawKind::Rcdata) => {}
                    TokenSinkResult::RawData(_) | TokenSinkResult::Plaintext => {
                        notes.cursor.raw();
                        self.unread.replace(unread);
                    }
                    _ => self.at_rest.set(true),
                }
                result
            }
            Token::CharacterTokens(text) => {
                notes.borrow_mut().characters(&text);
                self.builder.process_token(Token::CharacterTokens(text), line)
            }
            Token::ParseError(_) => TokenSinkResult::Continue,
            other => {
                if matches!(other, Token::CommentToken(_) | Token::DoctypeToken(_)) {
                    notes.borrow_mut().markup();
                    self.at_rest.set(true);
                }
                let result = self.builder.process_token(other, line);
                notes.borrow_mut().forget();
                result
            }
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
