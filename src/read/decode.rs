//! The bytes of a file as text, and the way back.
//!
//! Articles are saved by browsers, mail clients and spreadsheets, so the encoding is found, never
//! demanded: a byte order mark, then UTF-8 if it is valid, then what the page declares, then a guess. A
//! claim's evidence names bytes of the file, so every character remembers where it stood; the table
//! behind that has one entry per change of width (a page of plain ASCII has one), not one per character.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How far into a page its declaration of an encoding may stand.
const DECLARATION_WITHIN: usize = 4096;

/// A file as text.
#[derive(Debug, Clone)]
pub(crate) struct Decoded<'b> {
    /// The text, without a byte order mark and without NUL characters; the bytes of the file themselves where
    /// nothing had to be done.
    pub(crate) text: Cow<'b, str>,
    /// The way back to the bytes of the file.
    pub(crate) places: Offsets,
    /// What could not be read well, one line each.
    pub(crate) problems: Vec<String>,
}

impl Decoded<'_> {
    /// The byte of the file at which the character at byte `decoded` of the text begins; the end of
    /// the file's text for the end of the text.
    pub(crate) fn file_offset(&self, decoded: usize) -> usize {
        self.places.file_offset(decoded)
    }
}

/// The way from bytes of a decoded text to bytes of its file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Offsets {
    runs: Vec<Run>,
}

/// Characters in a row that are equally wide in the text and equally wide in the file.
#[derive(Debug, Clone, Copy)]
struct Run {
    decoded: usize,
    file: usize,
    len: usize,
    /// Bytes of one character in the text and in the file.
    width: (usize, usize),
}

impl Offsets {
    fn push(&mut self, width: usize, file: usize, file_width: usize) {
        let mut at = 0;
        if let Some(last) = self.runs.last_mut() {
            at = last.decoded + last.len;
            if last.width == (width, file_width) && last.file_end() == file {
                last.len += width;
                return;
            }
        }
        self.runs.push(Run { decoded: at, file, len: width, width: (width, file_width) });
    }

    /// Bytes that stand in the file letter for letter.
    fn push_verbatim(&mut self, file: usize, len: usize) {
        if len == 0 {
            return;
        }
        let at = self.runs.last().map_or(0, |last| last.decoded + last.len);
        match self.runs.last_mut() {
            Some(last) if last.width == (1, 1) && last.file_end() == file => last.len += len,
            _ => self.runs.push(Run { decoded: at, file, len, width: (1, 1) }),
        }
    }

    /// Do these bytes of the text stand in the file letter for letter?
    pub(crate) fn verbatim(&self, decoded: usize, len: usize) -> bool {
        self.run(decoded).is_none_or(|run| run.width == (1, 1) && decoded + len <= run.decoded + run.len)
    }

    /// Where in the file the character ends that a byte of the text belongs to.
    pub(crate) fn file_end(&self, decoded: usize) -> usize {
        self.file_offset(decoded) + self.run(decoded).map_or(1, |run| run.width.1)
    }

    fn run(&self, decoded: usize) -> Option<Run> {
        let after = self.runs.partition_point(|run| run.decoded <= decoded);
        after.checked_sub(1).map(|index| self.runs[index])
    }

    fn file_offset(&self, decoded: usize) -> usize {
        let Some(run) = self.run(decoded) else { return decoded };
        run.file + (decoded - run.decoded).min(run.len) / run.width.0 * run.width.1
    }
}

impl Run {
    fn file_end(&self) -> usize {
        self.file + self.len / self.width.0 * self.width.1
    }
}

/// The text of a file; `html` says that the file is a page, which may declare its encoding.
pub(crate) fn decode(bytes: &[u8], html: bool) -> Decoded<'_> {
    let mut decoded = decode_as_is(bytes, html);
    // Lines that end in a lone carriage return, as on old machines; the offsets stay.
    if !decoded.text.contains('\n') && decoded.text.contains('\r') {
        decoded.text = decoded.text.replace('\r', "\n").into();
    }
    decoded
}

fn decode_as_is(bytes: &[u8], html: bool) -> Decoded<'_> {
    let mut decoded = Decoded { text: Cow::default(), places: Offsets::default(), problems: Vec::new() };
    let marked = Encoding::for_bom(bytes);
    let skip = marked.map_or(0, |(_, len)| len);
    let wide = marked.map(|(encoding, _)| encoding).filter(|encoding| *encoding != UTF_8).or_else(|| wide(bytes));
    if let Some(encoding) = wide {
        decode_wide(bytes, skip, encoding, &mut decoded);
        return decoded;
    }
    let declared = if html { declared(bytes) } else { None };
    let escaped = declared.filter(|encoding| *encoding == encoding_rs::ISO_2022_JP && bytes.contains(&0x1b));
    match std::str::from_utf8(&bytes[skip..]) {
        Ok(text) if escaped.is_none() => decode_valid(text, skip, &mut decoded),
        Ok(_) => {
            decode_with(bytes, skip, encoding_rs::ISO_2022_JP, &mut decoded);
        }
        Err(_) => decode_invalid(bytes, skip, declared, &mut decoded),
    }
    decoded
}

fn decode_valid<'b>(text: &'b str, skip: usize, into: &mut Decoded<'b>) {
    if !text.contains('\0') {
        into.text = Cow::Borrowed(text);
        into.places.push_verbatim(skip, text.len());
        return;
    }
    let mut at = skip;
    for part in text.split('\0') {
        into.text.to_mut().push_str(part);
        into.places.push_verbatim(at, part.len());
        at += part.len() + 1;
    }
}

fn decode_invalid(bytes: &[u8], skip: usize, declared: Option<&'static Encoding>, into: &mut Decoded<'_>) {
    let body = &bytes[skip..];
    let encoding = match declared.filter(|encoding| *encoding != UTF_8) {
        Some(encoding) => encoding,
        None if skip > 0 || mostly_utf8(body) => UTF_8,
        None => guess(body),
    };
    let replaced = decode_with(bytes, skip, encoding, into);
    if encoding == UTF_8 {
        let times = if replaced == 1 { "1 place".to_owned() } else { format!("{replaced} places") };
        into.problems.push(format!("not valid UTF-8 in {times}; read with a replacement character there"));
    } else if declared != Some(encoding) {
        into.problems.push(format!("not valid UTF-8; read as {}", encoding.name().to_ascii_lowercase()));
    } else if replaced > 0 {
        let name = encoding.name().to_ascii_lowercase();
        into.problems.push(format!("not valid {name}, which it declares; read with replacement characters"));
    }
}

fn guess(body: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(body, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess == UTF_8 { WINDOWS_1252 } else { guess }
}

/// Is it UTF-8 with a few broken characters, rather than another encoding?
fn mostly_utf8(body: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in body.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good * 2 > bad
}

/// Two bytes a letter without a byte order mark: every other byte of Latin text is then zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(512)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = head.len() / 2 * 6 / 10;
    match head.len() >= 8 {
        true if odd > many && even == 0 => Some(UTF_16LE),
        true if even > many && odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding that a page says it has, in `<meta charset>` or in `<meta content="...; charset=...">`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(DECLARATION_WITHIN)].to_ascii_lowercase();
    let mut from = 0;
    while let Some(found) = find(&head[from..], b"charset") {
        let rest = head[from + found + b"charset".len()..].trim_ascii_start();
        from += found + b"charset".len();
        let Some(rest) = rest.strip_prefix(b"=") else { continue };
        let rest = rest.trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let end = rest.iter().position(|byte| b"\"' ;>/".contains(byte)).unwrap_or(rest.len());
        if let Some(encoding) = Encoding::for_label(&rest[..end]) {
            // A page whose declaration can be read has one byte a letter, whatever it declares.
            return Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding });
        }
    }
    None
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

fn decode_wide(bytes: &[u8], skip: usize, encoding: &'static Encoding, into: &mut Decoded<'_>) {
    let unit = |pair: &[u8]| match encoding == UTF_16LE {
        true => u16::from_le_bytes([pair[0], pair[1]]),
        false => u16::from_be_bytes([pair[0], pair[1]]),
    };
    let (mut at, mut replaced) = (skip, 0);
    for result in char::decode_utf16(bytes[skip..].chunks_exact(2).map(unit)) {
        replaced += usize::from(result.is_err());
        let c = result.unwrap_or(char::REPLACEMENT_CHARACTER);
        let width = c.len_utf16() * 2;
        if c != '\0' {
            into.text.to_mut().push(c);
            into.places.push(c.len_utf8(), at, width);
        }
        at += width;
    }
    if replaced > 0 || at != bytes.len() {
        let name = encoding.name().to_ascii_lowercase();
        into.problems.push(format!("not valid {name}; read with replacement characters"));
    }
}

/// Decodes byte by byte, so that each character is known to come from the bytes since the last one.
/// Returns how many characters had to be replaced.
fn decode_with(bytes: &[u8], skip: usize, encoding: &'static Encoding, into: &mut Decoded<'_>) -> usize {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut buffer = [0_u8; 16];
    let (mut start, mut at, mut replaced) = (skip, skip, 0);
    let plain = encoding.is_ascii_compatible();
    while at < bytes.len() {
        if plain && start == at && bytes[at].is_ascii() && bytes[at] != 0 {
            let len = bytes[at..].iter().take_while(|byte| byte.is_ascii() && **byte != 0).count();
            // Only ASCII is taken here, so this never fails and never replaces.
            into.text.to_mut().push_str(&String::from_utf8_lossy(&bytes[at..at + len]));
            into.places.push_verbatim(at, len);
            at += len;
            start = at;
            continue;
        }
        let mut from = at;
        at += 1;
        loop {
            let last = at == bytes.len();
            let (result, read, written) =
                decoder.decode_to_utf8_without_replacement(&bytes[from..at], &mut buffer, last);
            from += read;
            start = place(&String::from_utf8_lossy(&buffer[..written]), start, at, into);
            match result {
                DecoderResult::InputEmpty | DecoderResult::OutputFull => break,
                DecoderResult::Malformed(_, unread) => {
                    replaced += 1;
                    let end = at.saturating_sub(usize::from(unread)).max(start);
                    start = place("\u{fffd}", start, end.max(from.min(at)), into);
                }
            }
        }
    }
    replaced
}

/// Notes characters that came out of the bytes from `start` to `end`; returns where the next begins.
fn place(characters: &str, mut start: usize, end: usize, into: &mut Decoded<'_>) -> usize {
    let mut left = characters.chars().count();
    for c in characters.chars() {
        left -= 1;
        let width = (end - start).saturating_sub(left).max(usize::from(left == 0 && end > start));
        if c != '\0' {
            into.text.to_mut().push(c);
            into.places.push(c.len_utf8(), start, width);
        }
        start += width;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character of `text` must stand, in `encoding`, where the table says.
    fn traced(bytes: &[u8], decoded: &Decoded<'_>, encode: impl Fn(char) -> Vec<u8>) {
        for (at, c) in decoded.text.char_indices() {
            let file = decoded.file_offset(at);
            let expected = encode(c);
            assert_eq!(&bytes[file..file + expected.len()], expected, "{c:?} at {at}");
        }
    }

    fn utf8(c: char) -> Vec<u8> {
        c.to_string().into_bytes()
    }

    #[test]
    fn utf8_with_and_without_a_mark() {
        let plain = decode("caf\u{e9} \u{2713} x".as_bytes(), false);
        assert_eq!((plain.text.as_ref(), plain.file_offset(6), plain.problems.len()), ("café ✓ x", 6, 0));
        let marked = decode("\u{feff}caf\u{e9}".as_bytes(), true);
        assert_eq!((marked.text.as_ref(), marked.file_offset(0), marked.file_offset(5)), ("café", 3, 8));
    }

    #[test]
    fn nul_bytes_go_and_offsets_stay() {
        let bytes = b"a\0b\0\0c\xc3\xa9";
        let decoded = decode(bytes, false);
        assert_eq!(decoded.text, "abcé");
        traced(bytes, &decoded, utf8);
    }

    #[test]
    fn utf16_both_ends() {
        let text = "Flat or \u{1f44d} spürbar";
        for (mark, big) in [(&[0xff_u8, 0xfe][..], false), (&[0xfe, 0xff], true), (&[], false), (&[], true)] {
            let encode = |c: char| -> Vec<u8> {
                let mut units = [0; 2];
                let units = c.encode_utf16(&mut units).iter();
                units.flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
            };
            let bytes: Vec<u8> = mark.iter().copied().chain(text.chars().flat_map(encode)).collect();
            let decoded = decode(&bytes, true);
            assert_eq!(decoded.text, text);
            assert!(decoded.problems.is_empty());
            traced(&bytes, &decoded, encode);
            assert_eq!(decoded.file_offset(decoded.text.len()), bytes.len());
        }
    }

    #[test]
    fn a_declared_encoding_is_believed() {
        for (label, encoding) in [("windows-1251", encoding_rs::WINDOWS_1251), ("shift_jis", encoding_rs::SHIFT_JIS)] {
            let page = format!("<meta charset=\"{label}\"><p>Быстро, 1 и 2</p>");
            let (bytes, _, _) = encoding.encode(&page);
            let decoded = decode(&bytes, true);
            assert_eq!(decoded.text, page);
            assert!(decoded.problems.is_empty());
            traced(&bytes, &decoded, |c| encoding.encode(&c.to_string()).0.into_owned());
        }
    }

    #[test]
    fn an_undeclared_encoding_is_guessed_and_noted() {
        let bytes = b"A caf\xe9 with a \x93quote\x94 is a na\xefve fa\xe7ade";
        let decoded = decode(bytes, false);
        assert_eq!(decoded.text, "A café with a “quote” is a naïve façade");
        assert_eq!(decoded.problems, ["not valid UTF-8; read as windows-1252"]);
        traced(bytes, &decoded, |c| WINDOWS_1252.encode(&c.to_string()).0.into_owned());
    }

    #[test]
    fn a_broken_character_in_utf8_is_replaced() {
        let bytes = b"\xe2\x9c\x93 \xe2\x9c\x93 one \xff two \xc3";
        let decoded = decode(bytes, false);
        assert_eq!(decoded.text, "✓ ✓ one \u{fffd} two \u{fffd}");
        assert_eq!(decoded.file_offset(decoded.text.find("two").unwrap()), 14);
        assert_eq!(decoded.problems.len(), 1);
    }

    #[test]
    fn nothing_is_nothing() {
        assert_eq!(decode(b"", true).text, "");
        assert_eq!(decode(b"\xff\xfe", true).text, "");
        assert_eq!(decode(b"\x00", true).text, "");
    }
}
