//! Bytes in, [`Document`] out.
//!
//! The format is told by the file's name, and by its content where the name says nothing. Whatever can
//! be read is read: a wrong encoding or a broken tag is noted in [`Document::problems`], not refused. A packed
//! file (`page.html.gz`) is read as what it unpacks to.

mod decode;
mod draft;
mod grid;
mod gzip;
#[cfg(test)]
mod hostile;
mod html;
mod markdown;
mod paths;
mod sentence;
mod sniff;
mod stakes;
mod text;

use std::fs;
use std::io::Read as _;
use std::path::Path;

pub use paths::{Unread, files, paths, paths_with, unread};

use crate::document::{Document, Format, Source};
use crate::error::{Error, Result};

/// The most bytes that an article may have.
const LIMIT: u64 = 32 * MEGABYTE;
const MEGABYTE: u64 = 1024 * 1024;

/// The path that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// Reads one article from a file; `-` is standard input.
///
/// # Errors
///
/// Where the file cannot be read, or its bytes are empty, too many, or no text.
pub fn file(path: &Path) -> Result<Document> {
    let unreadable = |source| Error::Unreadable { path: path.to_path_buf(), source };
    let mut read = Vec::new();
    if path.as_os_str() == STANDARD_INPUT {
        std::io::stdin().lock().take(LIMIT + 1).read_to_end(&mut read).map_err(unreadable)?;
        return bytes(path, &read);
    }
    let found = fs::metadata(path).map_err(unreadable)?;
    // A named pipe may never end; the shell's own (`/dev/stdin`, `<(...)`) do.
    if !found.is_file() && !path.starts_with("/dev") && !path.starts_with("/proc") {
        return Err(unreadable(std::io::Error::other("not a regular file")));
    }
    not_too_large(path, found.len())?;
    fs::File::open(path).and_then(|file| file.take(LIMIT + 1).read_to_end(&mut read)).map_err(unreadable)?;
    bytes(path, &read)
}

/// Reads one article from its bytes, packed or not; `path` gives the id, and the format where its ending
/// says it.
///
/// # Errors
///
/// Where the bytes are empty, too many, or no text.
pub fn bytes(path: &Path, bytes: &[u8]) -> Result<Document> {
    not_too_large(path, bytes.len() as u64)?;
    let unpacked = gzip::unpack(path, bytes, LIMIT)?;
    let bytes = &*unpacked.bytes;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::Empty { path: path.to_path_buf() });
    }
    if let Some(looks_like) = sniff::binary(bytes) {
        return Err(Error::Binary { path: path.to_path_buf(), looks_like });
    }
    let format = sniff::format(gzip::name(path), bytes);
    let decoded = decode::decode(bytes, format == Format::Html);
    let source = Source::new(paths::id(path), path.to_path_buf(), format);
    let mut document = match format {
        Format::Html => html::document(source, &decoded, bytes),
        Format::Markdown => markdown::document(source, &decoded, bytes),
        _ => text::document(source, &decoded, bytes),
    };
    document.problems.extend(unpacked.problem.map(str::to_owned));
    Ok(document)
}

fn not_too_large(path: &Path, size: u64) -> Result<()> {
    if size <= LIMIT {
        return Ok(());
    }
    let (megabytes, limit) = (size.div_ceil(MEGABYTE), LIMIT / MEGABYTE);
    Err(Error::TooLarge { path: path.to_path_buf(), megabytes, limit })
}
