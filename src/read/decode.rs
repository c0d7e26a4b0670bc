//! Bytes to characters. A stand-in for UTF-8 alone, until the decoder of the other encodings stands.

/// The characters of a file, and the way back to its bytes.
pub(crate) struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// What was wrong with the bytes.
    pub problems: Vec<String>,
    mark: usize,
}

impl Decoded {
    /// The byte of the file at which the text's byte `offset` stands.
    pub(crate) fn file_offset(&self, offset: usize) -> usize {
        offset + self.mark
    }
}

/// Reads bytes as UTF-8.
pub(crate) fn decode(bytes: &[u8], _html: bool) -> Decoded {
    let mark = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    Decoded { text: String::from_utf8_lossy(&bytes[mark..]).into_owned(), problems: Vec::new(), mark }
}
