//! Emoji written by name: `:white_check_mark:`.
//!
//! Those that answer yes or no become the sign that a reader sees; the others are ornaments and say nothing.

use std::borrow::Cow;
use std::ops::Range;

const SIGNS: [(&str, &str); 17] = [
    ("white_check_mark", "✅"),
    ("heavy_check_mark", "✔"),
    ("ballot_box_with_check", "☑"),
    ("check_mark", "✔"),
    ("check", "✔"),
    ("tick", "✔"),
    ("green_check_mark", "✔"),
    ("yes", "✔"),
    ("+1", "👍"),
    ("thumbsup", "👍"),
    ("x", "❌"),
    ("negative_squared_cross_mark", "❌"),
    ("heavy_multiplication_x", "✖"),
    ("cross_mark", "❌"),
    ("no_entry_sign", "❌"),
    ("-1", "👎"),
    ("thumbsdown", "👎"),
];

/// The words of a stretch of text that begins at `start`, the names of emoji resolved.
pub(super) fn said(text: &str, start: usize) -> Vec<(Cow<'_, str>, Range<usize>)> {
    let mut out = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(open) = text[at..].find(':').map(|i| at + i) {
        at = open + 1;
        let Some(end) = name_end(text, open) else { continue };
        if open > from {
            out.push((Cow::Borrowed(&text[from..open]), start + from..start + open));
        }
        let name = &text[open + 1..end - 1];
        if let Some((_, sign)) = SIGNS.iter().find(|(known, _)| *known == name) {
            out.push((Cow::Borrowed(*sign), start + open..start + end));
        }
        (from, at) = (end, end);
    }
    if from < text.len() {
        out.push((Cow::Borrowed(&text[from..]), start + from..start + text.len()));
    }
    out
}

/// Where the name of an emoji ends that begins at `open`: small letters between two colons that touch no word.
fn name_end(text: &str, open: usize) -> Option<usize> {
    let word = |c: char| c.is_alphanumeric() || c == ':' || c == '/';
    let rest = &text[open + 1..];
    let name = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'+' | b'-');
    let len = rest.as_bytes().iter().take(40).take_while(|b| name(b)).count();
    let lettered = rest.starts_with(|c: char| c.is_ascii_lowercase()) || matches!(&rest[..len], "+1" | "-1");
    let free = !text[..open].ends_with(word);
    let closed = rest[len..].starts_with(':') && !rest[len + 1..].starts_with(word);
    (lettered && free && closed).then_some(open + 1 + len + 1)
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn names_of_emoji_and_what_only_looks_like_one() {
        for (text, expected) in [
            (":white_check_mark: fast", "✅ fast"),
            ("fast :x:", "fast ❌"),
            (":tada: Oak :+1:", " Oak 👍"),
            ("at 10:30:45", "at 10:30:45"),
            ("std::vec::Vec and a:b:c", "std::vec::Vec and a:b:c"),
            ("Note: this : that", "Note: this : that"),
        ] {
            let words: String = said(text, 7).iter().map(|(words, _)| words.as_ref()).collect();
            assert_eq!(words, expected);
        }
    }
}
