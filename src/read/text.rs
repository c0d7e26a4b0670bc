//! Plain text.

use crate::document::{BlockKind, Document, Source};
use crate::read::decode::Decoded;
use crate::read::draft::{Draft, Piece};

/// Reads an article that has lost its layout.
pub(crate) fn document(mut source: Source, decoded: &Decoded, bytes: &[u8]) -> Document {
    let text = decoded.text.as_str();
    let mut draft = Draft::new(decoded, bytes);
    let mut at = 0;
    let mut list = None;
    let lines: Vec<_> = text
        .split_inclusive('\n')
        .map(|line| {
            at += line.len();
            at - line.len()..at
        })
        .collect();
    for (i, line) in lines.iter().enumerate() {
        let words = text[line.clone()].trim();
        let alone = |i: Option<usize>| i.and_then(|i| lines.get(i)).is_none_or(|l| text[l.clone()].trim().is_empty());
        if words.is_empty() {
            continue;
        }
        if let Some(rest) = words.strip_prefix(['•', '-', '*']) {
            let start = line.start + text[line.clone()].find(rest).unwrap_or(0);
            let list = *list.get_or_insert_with(|| draft.list());
            draft.block(BlockKind::ListItem { list, depth: 0 }, &[Piece::of(text, start..line.end)]);
            continue;
        }
        list = None;
        let short = words.split_whitespace().count() <= 9 && !words.ends_with(['.', '!', ';', ',', ':']);
        let verdict = words.starts_with("Winner") || words.starts_with("Verdict");
        if short && !verdict && alone(i.checked_sub(1)) && alone(Some(i + 1)) {
            let level = if source.title.is_none() { 1 } else { 2 };
            source.title.get_or_insert_with(|| words.to_owned());
            draft.heading(level, &[Piece::of(text, line.clone())]);
        } else {
            draft.paragraph(&[Piece::of(text, line.clone())]);
        }
    }
    draft.document(source)
}
