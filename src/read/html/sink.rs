//! Where the tree builder puts things: scraper's tree, with notes of the places.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use ego_tree::NodeId;
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName};
use scraper::{Html, HtmlTreeSink, Node};

use super::notes::{Notes, Page};
use super::parse::DEEPEST;

/// scraper's sink, with notes of where the text and the tags went.
pub(super) struct Noting<'s> {
    sink: HtmlTreeSink,
    pub(super) notes: RefCell<Notes<'s>>,
}

/// Elements that are opened again in the next block where they were never closed.
pub(super) const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

impl<'s> Noting<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { sink: HtmlTreeSink::new(Html::new_document()), notes: RefCell::new(Notes::new(source)) }
    }

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
