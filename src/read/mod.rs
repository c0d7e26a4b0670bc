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

/// Stub: the readers bring the real one.
pub fn paths_with(
    paths: &[std::path::PathBuf],
    before: &mut dyn FnMut(&Path),
) -> (Vec<Document>, Vec<crate::error::Error>) {
    let mut unreadable = |path: &std::path::PathBuf| {
        before(path);
        let source = std::fs::metadata(path).err()?;
        Some(crate::error::Error::Unreadable { path: path.clone(), source })
    };
    (Vec::new(), paths.iter().filter_map(&mut unreadable).collect())
}
