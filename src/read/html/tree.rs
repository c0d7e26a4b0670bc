//! The page's body as a list in reading order.
//!
//! Every pass over the page is a loop over this list: an element's descendants are the items up to its
//! `end`, so a subtree is skipped by a jump and nothing recurses, however deep a page nests. What no
//! reader ever sees (scripts, templates, hidden elements) is not in the list at all.

use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use html5ever::{QualName, local_name, ns};
use scraper::node::Element;
use scraper::{Html, Node};

use super::hints::{self, Hints, Known};

/// An element or a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'p> {
    /// The node in the page's tree.
    pub(super) node: NodeRef<'p, Node>,
    /// The index of the element around it; its own for the first.
    pub(super) parent: usize,
    /// The index after its last descendant.
    pub(super) end: usize,
    /// The name of the element; empty for a text.
    pub(super) name: &'p str,
    /// What the names of its classes hint at.
    pub(super) hints: Hints,
    /// Is it set apart from what is around it, rather than a part of a line?
    pub(super) block: bool,
    /// The innermost such element around it, itself included.
    pub(super) around: usize,
    /// Does it stand within a link?
    pub(super) linked: bool,
    /// The letters of a text, without white space; 0 for an element.
    pub(super) letters: usize,
}

impl<'p> Item<'p> {
    /// The element, where it is one.
    pub(super) fn element(&self) -> Option<&'p Element> {
        self.node.value().as_element()
    }

    /// The text, where it is one.
    pub(super) fn text(&self) -> Option<&'p str> {
        self.node.value().as_text().map(|text| &*text.text)
    }

    /// An attribute of the element, trimmed; `None` where it is missing or empty.
    pub(super) fn attr(&self, name: &str) -> Option<&'p str> {
        attr(self.element()?, name).map(str::trim).filter(|value| !value.is_empty())
    }

    /// Is a word of its class names or its id one of these, in lower case?
    pub(super) fn is_called(&self, names: &[&str]) -> bool {
        let mut called = false;
        for given in [self.attr("class"), self.attr("id")].into_iter().flatten() {
            hints::for_words(given, |word| called |= names.contains(&word));
        }
        called
    }
}

/// An attribute of an element. scraper's own look-up makes an interned name of `name` first, which takes
/// longer than to go through the few attributes that an element has.
pub(super) fn attr<'p>(element: &'p Element, name: &str) -> Option<&'p str> {
    let named = |key: &QualName| *key.local == *name && key.ns == ns!() && key.prefix.is_none();
    element.attrs.iter().find_map(|(key, value)| named(key).then_some(&**value))
}

/// The body's items in reading order; the first is the body itself.
pub(super) fn items(html: &Html) -> Vec<Item<'_>> {
    let mut items: Vec<Item<'_>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let Some(body) = body(html) else { return items };
    let mut unseen = 0_usize;
    let mut known = Known::default();
    for edge in body.traverse() {
        match edge {
            Edge::Open(node) => {
                let element = node.value().as_element();
                if unseen > 0 {
                    unseen += usize::from(element.is_some());
                } else if element.is_some_and(|element| is_unseen(element) && node != body) {
                    unseen = 1;
                } else if element.is_some() || node.value().is_text() {
                    let index = items.len();
                    let name = element.map_or("", |element| element.name());
                    let hints = element.map_or_else(Hints::default, |element| known.of(element));
                    let parent = open.last().copied().unwrap_or(0);
                    let block = is_block(name);
                    let (around, linked) = match items.get(parent) {
                        Some(parent) => (if block { index } else { parent.around }, parent.linked || name == "a"),
                        None => (index, false),
                    };
                    let letters = node.value().as_text().map_or(0, |text| letters(&text.text));
                    items.push(Item { node, parent, end: index + 1, name, hints, block, around, linked, letters });
                    if element.is_some() {
                        open.push(index);
                    }
                }
            }
            Edge::Close(node) if node.value().is_element() => match unseen {
                0 => {
                    if let Some(index) = open.pop() {
                        items[index].end = items.len();
                    }
                }
                _ => unseen -= 1,
            },
            Edge::Close(_) => {}
        }
    }
    items
}

/// An item and the elements around it, up to the body.
pub(super) fn around<'a>(items: &'a [Item<'_>], index: usize) -> impl Iterator<Item = usize> + 'a {
    std::iter::successors(Some(index), |at| (*at > 0).then(|| items[*at].parent))
}

/// Characters other than white space.
fn letters(text: &str) -> usize {
    let white = |c: &u8| matches!(c, b' ' | b'\t' | b'\n' | b'\r' | b'\x0b' | b'\x0c');
    match text.is_ascii() {
        true => text.len() - text.bytes().filter(|byte| white(byte)).count(),
        false => text.chars().filter(|c| !c.is_whitespace()).count(),
    }
}

/// The body; the root where a page has frames instead.
fn body(html: &Html) -> Option<NodeRef<'_, Node>> {
    let root = html.tree.root().children().find(|node| node.value().is_element())?;
    let named = |node: &NodeRef<'_, Node>| node.value().as_element().is_some_and(|element| element.name() == "body");
    Some(root.children().find(named).unwrap_or(root))
}

fn is_unseen(element: &Element) -> bool {
    let name = matches!(
        element.name(),
        "applet"
            | "area"
            | "audio"
            | "base"
            | "canvas"
            | "datalist"
            | "embed"
            | "frameset"
            | "head"
            | "iframe"
            | "input"
            | "link"
            | "map"
            | "math"
            | "meta"
            | "noembed"
            | "noframes"
            | "noscript"
            | "object"
            | "param"
            | "script"
            | "select"
            | "style"
            | "template"
            | "textarea"
            | "video"
    );
    name || element.attrs.iter().any(|(key, value)| match &key.local {
        local if *local == local_name!("hidden") => &**value != "until-found",
        local if *local == local_name!("style") => hides(value),
        _ => false,
    })
}

/// Does a style take an element off the page?
fn hides(style: &str) -> bool {
    if !style.contains(['n', 'N', 'h', 'H']) {
        return false;
    }
    let style: String = style.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// Is an element of this name set apart from what is around it?
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "optgroup"
            | "option"
            | "p"
            | "plaintext"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "xmp"
    )
}

/// The level of a heading.
pub(super) fn heading_level(item: &Item<'_>) -> Option<u8> {
    match item.name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ if item.attr("role") == Some("heading") => {
            Some(item.attr("aria-level").and_then(|level| level.parse().ok()).unwrap_or(2).clamp(1, 6))
        }
        _ => None,
    }
}

/// Are the words within it bold?
pub(super) fn is_strong(item: &Item<'_>) -> bool {
    match item.name {
        "b" | "strong" | "dt" | "summary" => true,
        "" => false,
        _ => item.attr("style").and_then(|style| style.split("font-weight").nth(1)).is_some_and(|rest| {
            let value = rest.trim_start().trim_start_matches(':').trim_start();
            ["bold", "600", "700", "800", "900"].iter().any(|bold| value.starts_with(bold))
        }),
    }
}
