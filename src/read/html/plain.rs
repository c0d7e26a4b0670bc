//! The plain tags and texts of a page, which most of it is.
//!
//! html5ever's tokenizer goes through a tag character by character and copies every value. A tag that is written
//! by the book is read here instead, and its values share the source. Whatever is not plain (comments, character
//! references, elements whose content is no markup, anything unusual or wrong) is left to that tokenizer, so that
//! the rules of the standard for it are there and nowhere else.

use html5ever::interface::Attribute;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token};
use html5ever::{LocalName, QualName, ns};

/// The token that begins at `at`, outside of any tag, and where it ends; `None` where it is not plain.
pub(super) fn token(source: &StrTendril, at: usize) -> Option<(Token, usize)> {
    match source.as_bytes()[at..] {
        [b'<', b'/', ..] => end_tag(source, at + 2),
        [b'<', ..] => start_tag(source, at + 1),
        // A line end of two characters is the second one.
        [b'\r', b'\n', ..] => text(source, at + 1),
        _ => text(source, at),
    }
}

/// Characters that stand for themselves, up to the next that may not.
fn text(source: &StrTendril, start: usize) -> Option<(Token, usize)> {
    let rest = &source.as_bytes()[start..];
    let len = memchr::memchr3(b'<', b'&', b'\r', rest).unwrap_or(rest.len());
    let len = memchr::memchr(0, &rest[..len]).unwrap_or(len);
    (len > 0).then(|| (Token::CharacterTokens(part(source, start, start + len)), start + len))
}

fn end_tag(source: &StrTendril, start: usize) -> Option<(Token, usize)> {
    let (name, end) = name(source, start)?;
    let end = after_space(source.as_bytes(), end);
    let closed = source.as_bytes().get(end) == Some(&b'>');
    closed.then(|| (tag(TagKind::EndTag, name, Vec::new(), false), end + 1))
}

fn start_tag(source: &StrTendril, start: usize) -> Option<(Token, usize)> {
    let bytes = source.as_bytes();
    let (name, mut at) = name(source, start)?;
    let mut attrs: Vec<Attribute> = Vec::new();
    loop {
        let parted = at;
        at = after_space(bytes, at);
        match bytes.get(at)? {
            b'>' => return Some((tag(TagKind::StartTag, name, attrs, false), at + 1)),
            b'/' if bytes.get(at + 1) == Some(&b'>') => {
                return Some((tag(TagKind::StartTag, name, attrs, true), at + 2));
            }
            _ if parted == at => return None,
            _ => {}
        }
        let (key, value, end) = attribute(source, at)?;
        // Of two of one name, the first counts.
        if attrs.iter().any(|attr| attr.name.local == key) {
            return None;
        }
        attrs.push(Attribute { name: QualName::new(None, ns!(), key), value });
        at = end;
    }
}

/// An attribute's name, its value and where it ends.
fn attribute(source: &StrTendril, start: usize) -> Option<(LocalName, StrTendril, usize)> {
    let bytes = source.as_bytes();
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_:.@".contains(byte);
    let end = start + bytes[start..].iter().take_while(|byte| plain(byte)).count();
    if end == start {
        return None;
    }
    let key = lower(&source[start..end]);
    let sign = after_space(bytes, end);
    if bytes.get(sign) != Some(&b'=') {
        let parted = sign > end || matches!(bytes.get(end), Some(b'>' | b'/'));
        return parted.then(|| (key, StrTendril::new(), end));
    }
    let value = after_space(bytes, sign + 1);
    let (from, to, after) = match bytes.get(value)? {
        quote @ (b'"' | b'\'') => {
            let end = value + 1 + memchr::memchr(*quote, &bytes[value + 1..])?;
            (value + 1, end, end + 1)
        }
        _ => {
            let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_:.,;#%+!?*@/()~".contains(byte);
            let end = value + bytes[value..].iter().take_while(|byte| plain(byte)).count();
            let closed = bytes.get(end).is_some_and(|byte| *byte == b'>' || is_space(*byte));
            if end == value || !closed {
                return None;
            }
            (value, end, end)
        }
    };
    let odd = memchr::memchr3(b'&', b'\r', 0, &bytes[from..to]).is_some();
    (!odd).then(|| (key, part(source, from, to), after))
}

/// The name of a tag and where it ends, unless what the element holds is no markup.
fn name(source: &StrTendril, start: usize) -> Option<(LocalName, usize)> {
    let bytes = &source.as_bytes()[start..];
    let len = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-').count();
    let ends = bytes.get(len).is_some_and(|byte| matches!(byte, b'>' | b'/') || is_space(*byte));
    if !ends || !bytes[0].is_ascii_alphabetic() {
        return None;
    }
    let name = lower(&source[start..start + len]);
    (!NO_MARKUP.contains(&&*name)).then_some((name, start + len))
}

/// Elements whose content is no markup; without their tags it would be read as such.
pub(super) const NO_MARKUP: [&str; 10] =
    ["iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp"];

fn tag(kind: TagKind, name: LocalName, attrs: Vec<Attribute>, self_closing: bool) -> Token {
    Token::TagToken(Tag { kind, name, self_closing, attrs, had_duplicate_attributes: false })
}

fn lower(name: &str) -> LocalName {
    match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => LocalName::from(name.to_ascii_lowercase()),
        false => LocalName::from(name),
    }
}

/// A part of the source, which it shares.
fn part(source: &StrTendril, from: usize, to: usize) -> StrTendril {
    source.subtendril(from as u32, (to - from) as u32)
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\x0c' | b'\r')
}

fn after_space(bytes: &[u8], at: usize) -> usize {
    at + bytes[at..].iter().take_while(|byte| is_space(**byte)).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::parse;
    use super::*;

    fn read(source: &str) -> Option<(Token, usize)> {
        token(&StrTendril::from_slice(source), 0)
    }

    #[test]
    fn what_is_plain_and_what_is_not() {
        for plain in ["<p>", "</p >", "<br/>", "<A HREF=/x>", "<p class='a b' id=c hidden>", "words > words<", "\r\nx"]
        {
            let (_, end) = read(plain).unwrap_or_else(|| panic!("{plain}"));
            assert_eq!(end, plain.len() - usize::from(plain.ends_with("s<")), "{plain}");
        }
        for odd in ["<!-- x -->", "< p>", "<p", "<p x=\"a&amp;b\">", "<p x=1 x=2>", "<p x='", "<p a=b'>", "<p 'x'>"] {
            assert!(read(odd).is_none(), "{odd}");
        }
        for odd in ["&amp;", "<script>", "</TITLE>", "<p\0>", "\rx", "\0", "</p x>", "<p x=\"1\"y>", "<p/x>", "<p x=>"]
        {
            assert!(read(odd).is_none(), "{odd}");
        }
    }

    /// Bits of markup that can be put together in any order.
    const BITS: [&str; 46] = [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<a href=\"/x?a=1&amp;b\">",
        "<a href='y'>",
        "</a>",
        "<ul>",
        "<li>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td colspan=2>",
        "</table>",
        // What follows it is here, for html5ever forgets the rule of its first line at a mistake.
        "<pre>\nx",
        "\n",
        "\r\n",
        "\r",
        "\0",
        " ",
        "word",
        "é",
        "&nbsp",
        "&amp;",
        "&",
        "<",
        ">",
        "</",
        "/>",
        "<!--",
        "-->",
        "<!doctype html>",
        "<title>",
        "</title>",
        "<textarea>",
        "</textarea>",
        "<svg>",
        "</svg>",
        "<![CDATA[",
        "]]>",
        "<br class=x/>",
        "<b x=/>",
        "<p x=>",
        "<P ID=A id=b Class=\"c\">",
        "<img src=a.png alt='An oak'/>",
        "\"",
    ];

    proptest! {
        #[test]
        fn the_tree_is_that_of_the_standard(bits in prop::collection::vec(prop::sample::select(&BITS[..]), 0..40)) {
            let source = bits.concat();
            prop_assert_eq!(parse::page(&source).html.html(), scraper::Html::parse_document(&source).html());
        }
    }
}
