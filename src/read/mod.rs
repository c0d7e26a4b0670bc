//! Bytes in, [`Document`] out.
//!
//! The format is told by the file's name, and by its content where the name says nothing. Whatever can
//! be read is read: a wrong encoding or a broken tag is noted in [`Document::problems`], not refused.

mod decode;
mod html;
mod markdown;
mod sentence;
mod text;

use std::path::Path;

use crate::document::{Document, Format};
use crate::error::Result;

/// Reads one article from its bytes; `path` gives the id, and the format where its ending says it.
///
/// # Errors
///
/// Where the bytes are empty, too many, or no text.
pub fn bytes(path: &Path, bytes: &[u8]) -> Result<Document> {
    let _ = (path, bytes, Format::Text);
    unimplemented!()
}
