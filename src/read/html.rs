//! A stand-in for the reader of web pages: the words without the tags.

use crate::document::{Document, Source};
use crate::read::decode::Decoded;
use crate::read::draft::{Draft, Piece};

/// Reads a web page.
pub(crate) fn document(source: Source, decoded: &Decoded, bytes: &[u8]) -> Document {
    let mut draft = Draft::new(decoded, bytes);
    let text = decoded.text.as_str();
    let mut at = 0;
    while at < text.len() {
        let open = text[at..].find('<').map_or(text.len(), |i| at + i);
        draft.paragraph(&[Piece::of(text, at..open)]);
        at = text[open..].find('>').map_or(text.len(), |i| open + i + 1);
    }
    draft.document(source)
}
