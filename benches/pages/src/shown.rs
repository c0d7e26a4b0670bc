//! What a reader of a page sees, by another parser than the one that is measured.

use scraper::{ElementRef, Html, Node};

type NodeRef<'a> = ego_tree::NodeRef<'a, Node>;

const UNSEEN: [&str; 26] = [
    "applet", "area", "audio", "base", "canvas", "datalist", "embed", "frameset", "head", "iframe", "input", "link",
    "map", "math", "meta", "noembed", "noframes", "noscript", "object", "param", "script", "select", "style",
    "template", "textarea", "video",
];

/// Is it, as far as the page alone says, shown to nobody?
pub fn is_unseen(element: &scraper::node::Element) -> bool {
    let style: String = element.attr("style").unwrap_or_default().to_lowercase().split_whitespace().collect();
    UNSEEN.contains(&element.name())
        || element.attr("hidden").is_some_and(|value| value != "until-found")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

/// Does a font draw its letters as a picture?
pub fn is_drawn(element: &scraper::node::Element) -> bool {
    element.classes().any(|name| name.starts_with("material-icons") || name.starts_with("material-symbols"))
}

/// Is it there to be pressed?
pub fn is_button(element: &scraper::node::Element) -> bool {
    element.name() == "button" || element.attr("role") == Some("button") || element.classes().any(|name| name == "btn")
}

/// The text of a node, without what is unseen and without the elements that are to be skipped.
pub fn text(node: NodeRef<'_>, skip: &dyn Fn(&scraper::node::Element) -> bool) -> String {
    let mut text = String::new();
    let mut open: Vec<NodeRef<'_>> = node.children().rev().collect();
    while let Some(node) = open.pop() {
        match node.value() {
            Node::Text(words) => text.push_str(&words.text),
            Node::Element(element) if is_unseen(element) || is_drawn(element) => {}
            // Words of other elements do not run into each other, and what is skipped parts them.
            Node::Element(element) if skip(element) => text.push(' '),
            Node::Element(element) => {
                let inline =
                    ["a", "abbr", "b", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u"];
                if !inline.contains(&element.name()) {
                    text.push(' ');
                }
                open.extend(node.children().rev());
            }
            _ => {}
        }
    }
    text
}

/// Is it and all around it shown?
pub fn is_shown(element: ElementRef<'_>) -> bool {
    !is_unseen(element.value()) && !element.ancestors().any(|node| node.value().as_element().is_some_and(is_unseen))
}

/// The text that a piece of a page shows.
pub fn of_piece(piece: &str) -> String {
    if !piece.contains(['<', '&']) {
        return piece.to_owned();
    }
    text(*Html::parse_fragment(piece).root_element(), &|_| false)
}
