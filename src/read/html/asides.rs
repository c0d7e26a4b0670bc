//! Small things that stand in a line and are no words of it: the sign that links to a heading, a price
//! that is struck out, the number of a footnote, how a word is read aloud.

use super::boxes::children;
use super::tree::{Item, is_strong};

/// Is the element one of them?
pub(super) fn is_aside(items: &[Item<'_>], index: usize, in_heading: bool) -> bool {
    let item = &items[index];
    let words = || -> String {
        let texts = items[index..item.end].iter().take(12).filter_map(Item::text);
        texts.collect::<String>().trim().to_owned()
    };
    match item.name {
        "rt" | "rp" => true,
        "s" | "strike" | "del" => is_price(&words()),
        "a" if in_heading => matches!(words().as_str(), "#" | "\u{b6}" | "\u{a7}" | "\u{1f517}" | "link"),
        "span" if in_heading && item.end - index <= 12 => words() == "[edit]",
        "span" | "div" => is_struck(item) && is_price(&words()),
        "sup" => is_note(&words()),
        _ => false,
    }
}

fn is_struck(item: &Item<'_>) -> bool {
    item.attr("style").is_some_and(|style| style.contains("line-through"))
}

/// A price that no longer holds. Other words that are struck out may be a joke, and a joke says something.
fn is_price(words: &str) -> bool {
    let short = words.len() <= 24 && words.contains(|c: char| c.is_ascii_digit());
    short && (words.contains(['$', '\u{20ac}', '\u{a3}', '\u{a5}']) || words.contains("USD") || words.contains("EUR"))
}

/// `[2]`, `[note 1]`.
fn is_note(words: &str) -> bool {
    let inner = words.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    inner.is_some_and(|inner| inner.len() <= 12 && inner.contains(|c: char| c.is_ascii_digit()))
}

/// Do two boxes in a line meet here whose words nothing parts? Pages part them by style; a word that is
/// cut in two is rarely cut into two named boxes.
pub(super) fn parts(items: &[Item<'_>], at: usize, before: &str) -> bool {
    let text = items[at].text().unwrap_or_default();
    let ends = before.ends_with(char::is_alphabetic) && text.starts_with(char::is_alphanumeric);
    let own = items[at].parent;
    if !ends || at < 2 || own + 1 != at || items[own].name != "span" {
        return false;
    }
    let mut last = at - 2;
    while last > 0 && items[last].parent != items[own].parent {
        last = items[last].parent;
    }
    if items[last].name != "span" || items[last].end != own {
        return false;
    }
    let other = items[last..own].iter().filter_map(Item::text).next_back().unwrap_or_default();
    let new =
        text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) && before.ends_with(char::is_lowercase);
    let label = |text: &str| text.trim().chars().count() > 1 && text.split_whitespace().count() <= 3;
    if !(new || (label(text) && label(other))) {
        return false;
    }
    // Without a capital or a figure, only where the line holds nothing but such boxes.
    let alone = || children(items, items[own].parent, 12).is_some() && items[items[own].parent].block;
    let (last, own) = (items[last].attr("class"), items[own].attr("class"));
    let unlike = last.is_none() && own.is_none() || last != own;
    (new && last != own) || (unlike && alone())
}

/// Is the line that begins here nothing but a bold label (`Cons:`), with another line after it?
pub(super) fn is_label_line(items: &[Item<'_>], at: usize) -> bool {
    let full = |at: &usize| items[*at].text().is_none_or(|text| !text.trim().is_empty());
    let Some(label) = (at..items.len()).take(2).find(full).filter(|at| is_strong(&items[*at])) else { return false };
    let end = items[label].end;
    let next = (end..items.len()).take(2).find(full);
    let words: String = items[label..end].iter().take(6).filter_map(Item::text).collect();
    next.is_some_and(|next| items[next].name == "br") && (1..=5).contains(&words.split_whitespace().count())
}

/// Is it one of several meanings of a term, and does another stand before it?
pub(super) fn of_several(items: &[Item<'_>], index: usize) -> Option<bool> {
    let parent = items[index].parent;
    let element = |at: &usize| items[*at].element().is_some();
    let after = (items[index].end..items[parent].end).take(4).find(element);
    let mut before = index;
    // A sibling ends where the next begins, give or take white space.
    for _ in 0..8 {
        before = before.checked_sub(1).filter(|at| *at > parent)?;
        if items[before].parent == parent && element(&before) {
            break;
        }
        while items[before].parent != parent && items[before].parent > parent {
            before = items[before].parent;
        }
        if element(&before) {
            break;
        }
    }
    let is = |at: usize| items[at].name == "dd";
    (is(before) || after.is_some_and(is)).then(|| is(before))
}
