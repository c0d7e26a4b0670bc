//! Stub.

use crate::span::Span;

/// The sentences of `text` within a span.
pub(crate) fn split(text: &str, within: Span) -> Vec<Span> {
    let _ = text;
    if within.is_empty() { Vec::new() } else { vec![within] }
}
