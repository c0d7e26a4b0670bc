//! What a file is, by its name and its first bytes.

use std::path::Path;

use crate::document::Format;

/// How much of a file is looked at.
const HEAD: usize = 16 * 1024;

const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, an e-book or an Office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\0", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7fELF", "a program"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"bplist00", "a web archive"),
];

/// What the bytes look like, where they are no text.
pub(crate) fn binary(bytes: &[u8]) -> Option<&'static str> {
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(name);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some("a WebP image");
    }
    if bytes.get(257..262) == Some(b"ustar") {
        return Some("a tar archive");
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return None;
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    // UTF-16 without a mark: every other byte is empty.
    let empty = |parity: usize| head.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (empty(0), empty(1));
    if even.max(odd) * 5 > head.len() * 2 && even.min(odd) * 50 < head.len() {
        return None;
    }
    let control = |b: &&u8| (**b < 0x20 && !b"\t\n\r\x0b\x0c\x1b".contains(b)) || **b == 0x7f;
    let strange = head.iter().filter(control).count();
    (strange * 20 > head.len()).then_some("binary data")
}

/// The format, by the ending of the name, else by content. A text file that begins as a web page does is
/// one, and one with two or more `##` headings or four or more `**labels**` is Markdown: people save what they copy under any name.
pub(crate) fn format(path: &Path, bytes: &[u8]) -> Format {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    match ending.as_deref() {
        Some("html" | "htm" | "xhtml") => Format::Html,
        Some("md" | "markdown" | "mdx") => Format::Markdown,
        _ if page(&head) => Format::Html,
        _ if marked(&head) => Format::Markdown,
        _ => Format::Text,
    }
}

fn page(head: &str) -> bool {
    let start = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let start: String = start.chars().take(4096).collect::<String>().to_lowercase();
    let start = match start.strip_prefix("<?xml").or_else(|| start.strip_prefix("<!--")) {
        Some(rest) => rest.split_once('>').map_or("", |(_, rest)| rest).trim_start(),
        None => &start,
    };
    ["<!doctype html", "<html", "<head", "<body", "<article", "<main"].iter().any(|tag| start.starts_with(tag))
}

fn marked(head: &str) -> bool {
    let heading = |line: &&str| {
        let hashes = line.bytes().take_while(|b| *b == b'#').count();
        (2..=6).contains(&hashes) && line[hashes..].starts_with(' ') && line.len() > hashes + 1
    };
    let bold = |line: &&str| {
        let line = line.trim_start().trim_start_matches(['-', '*', ' ']);
        line.split_once("**").is_some_and(|(label, _)| !label.is_empty() && label.len() < 80)
    };
    let starred = |line: &&str| line.contains("**") && bold(line);
    head.lines().filter(heading).count() >= 2 || head.lines().filter(starred).count() >= 4
}
