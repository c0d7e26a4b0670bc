//! A page as a tree that knows where its words stand in the source.
//!
//! The tree is scraper's, built by html5ever's own tokenizer and tree builder, neither of which keeps
//! places. But the tokenizer is handed the source in pieces that end at each `>`, so that a tag can
//! only have ended where the piece ended; the characters between two tags follow each other in the
//! source, give or take character references. That gives every text node its places with no second
//! parser that could disagree with the first.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use ego_tree::NodeId;
use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, QualName, TokenizerResult};
use scraper::{Html, HtmlTreeSink, Node};

use super::notes::Notes;
pub(super) use super::notes::Page;

/// Elements within elements: a page that nests deeper is broken or hostile, and html5ever's time grows
/// with the square of the depth. Deeper tags are left out, their words are not.
const DEEPEST: usize = 256;

/// Above this depth, formatting tags lose their attributes: html5ever opens unclosed ones again in
/// every paragraph unless they are alike.
const DEEP: usize = 100;

/// Parses a page.
pub(super) fn page(source: &str) -> Page {
    let sink = Noting { sink: HtmlTreeSink::new(Html::new_document()), notes: RefCell::new(Notes::new(source)) };
    let builder = TreeBuilder::new(sink, TreeBuilderOpts::default());
    let options = TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() };
    let tracking = Tracking { builder, left_out: RefCell::default(), unread: RefCell::default() };
    let tokenizer = Tokenizer::new(tracking, options);
    let input = BufferQueue::default();
    // The pieces, and the texts in the tree, share one copy of the source.
    let (whole, mut fed) = (StrTendril::from_slice(source), 0);
    while fed < source.len() {
        let end = memchr::memchr(b'>', &source.as_bytes()[fed..]).map_or(source.len(), |at| fed + at + 1);
        input.push_back(whole.subtendril(fed as u32, (end - fed) as u32));
        fed = end;
        tokenizer.sink.builder.sink.notes.borrow_mut().fed = fed;
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        if let Some(name) = tokenizer.sink.unread.take() {
            fed = end_of_raw(source, fed, &name);
            tokenizer.sink.builder.sink.notes.borrow_mut().skip_to(fed);
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

/// Elements whose content is no markup; without their tags it would be read as such.
const NO_MARKUP: [&str; 9] =
    ["iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp"];

const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

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
                    _ => {}
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

/// scraper's sink, with notes of where the text and the tags went.
struct Noting<'s> {
    sink: HtmlTreeSink,
    notes: RefCell<Notes<'s>>,
}

impl Noting<'_> {
    /// Hands a text to scraper's sink by `append`, and notes that its words went to the end of the text
    /// node that `place` then finds.
    fn put<P>(&self, text: StrTendril, append: impl FnOnce(StrTendril), place: P)
    where
        P: FnOnce(&Html) -> Option<ego_tree::NodeRef<'_, Node>>,
    {
        let (taken, len) = (self.notes.borrow_mut().take(&text), text.len());
        append(text);
        let html = self.sink.0.borrow();
        let (Some(taken), Some(node)) = (taken, place(&html)) else { return };
        if let Node::Text(whole) = node.value() {
            self.notes.borrow_mut().put(node.id(), whole.text.len() - len, taken);
        }
    }
}

impl TreeSink for Noting<'_> {
    type Handle = NodeId;
    type Output = Page;
    type ElemName<'a>
        = Ref<'a, QualName>
    where
        Self: 'a;

    fn finish(self) -> Page {
        self.notes.into_inner().finish(self.sink.finish())
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        self.sink.get_document()
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        self.sink.elem_name(target)
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        let mut notes = self.notes.borrow_mut();
        let mut span = notes.tag.as_ref().filter(|(tag, _)| *tag == name.local).map(|(_, span)| *span);
        if FORMATTING.contains(&&*name.local) {
            // One that was never closed is opened again in the next block: its tag is still the first.
            span = notes.formatting(&name.local, span);
        }
        let id = self.sink.create_element(name, attrs, flags);
        if let Some(span) = span {
            notes.tags.push((id, span));
        }
        id
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.sink.create_comment(text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        self.sink.create_pi(target, data)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        match child {
            NodeOrText::AppendNode(id) => {
                self.sink.append(parent, NodeOrText::AppendNode(id));
                let html = self.sink.0.borrow();
                if let Some(node) = html.tree.get(id).filter(|node| node.value().is_element()) {
                    let mut notes = self.notes.borrow_mut();
                    // Most elements are the first child or the next sibling of the one before.
                    notes.depth = match notes.last {
                        Some((_, above, depth)) if above == *parent => depth,
                        Some((last, _, depth)) if last == *parent => depth + 1,
                        _ => node.ancestors().take(2 * DEEPEST).count(),
                    };
                    notes.last = Some((id, *parent, notes.depth));
                }
            }
            NodeOrText::AppendText(text) => self.put(
                text,
                |text| self.sink.append(parent, NodeOrText::AppendText(text)),
                |html| html.tree.get(*parent).and_then(|parent| parent.last_child()),
            ),
        }
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        let placed = self.sink.0.borrow().tree.get(*element).is_some_and(|node| node.parent().is_some());
        if placed {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        match child {
            NodeOrText::AppendNode(id) => {
                self.notes.borrow_mut().last = None;
                self.sink.append_before_sibling(sibling, NodeOrText::AppendNode(id));
            }
            NodeOrText::AppendText(text) => self.put(
                text,
                |text| self.sink.append_before_sibling(sibling, NodeOrText::AppendText(text)),
                |html| html.tree.get(*sibling).and_then(|sibling| sibling.prev_sibling()),
            ),
        }
    }

    fn append_doctype_to_document(&self, name: StrTendril, public_id: StrTendril, system_id: StrTendril) {
        self.sink.append_doctype_to_document(name, public_id, system_id);
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        self.sink.get_template_contents(target)
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.sink.set_quirks_mode(mode);
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attrs: Vec<Attribute>) {
        self.sink.add_attrs_if_missing(target, attrs);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.notes.borrow_mut().last = None;
        self.sink.remove_from_parent(target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        self.notes.borrow_mut().last = None;
        self.sink.reparent_children(node, new_parent);
    }
}
