//! Where decoded characters stand in the source they were decoded from.
//!
//! Between two tags the characters of a text follow the source byte by byte, except for character
//! references, whose extent html5ever's own table of names decides, and line ends, which become `\n`.

use html5ever::data::NAMED_ENTITIES;

/// Some bytes of a text and the bytes of the source that they stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where it begins in the text.
    pub(super) at: usize,
    /// Its bytes in the text.
    pub(super) len: usize,
    /// Where it begins in the source.
    pub(super) source: usize,
    /// Its bytes in the source; as many as in the text where it stands there letter for letter.
    pub(super) source_len: usize,
    /// Does it stand there letter for letter?
    pub(super) verbatim: bool,
}

impl Piece {
    /// Does another stand right behind it, in the text and in the source, both letter for letter?
    pub(super) fn goes_on_with(self, next: Piece) -> bool {
        let ends = (self.at + self.len, self.source + self.source_len);
        self.verbatim && next.verbatim && ends == (next.at, next.source)
    }

    /// The part of it that lies within a range of the text.
    pub(super) fn clipped(self, start: usize, end: usize) -> Option<Piece> {
        let (from, to) = (self.at.max(start), (self.at + self.len).min(end));
        if from >= to {
            return None;
        }
        Some(match self.verbatim {
            true => {
                Piece { at: from, len: to - from, source: self.source + from - self.at, source_len: to - from, ..self }
            }
            false => Piece { at: from, len: to - from, ..self },
        })
    }
}

/// Adds a piece, to the last one where both stand letter for letter in a row: the tokenizer cuts a text at each
/// line.
fn join(pieces: &mut Vec<Piece>, piece: Piece) {
    match pieces.last_mut() {
        Some(last) if last.goes_on_with(piece) => {
            last.len += piece.len;
            last.source_len += piece.len;
        }
        _ => pieces.push(piece),
    }
}

/// How far the source has been read.
pub(super) struct Cursor<'s> {
    source: &'s str,
    at: usize,
    /// The second character of a reference that stands for two, and the reference.
    owed: Option<(char, usize, usize)>,
    /// Are character references left as they are, as in scripts?
    raw: bool,
    /// The characters did not follow the source; nothing is known until the next tag.
    lost: bool,
}

impl<'s> Cursor<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, at: 0, owed: None, raw: false, lost: false }
    }

    /// Markup ended at `to`; returns where it began.
    pub(super) fn jump(&mut self, to: usize) -> usize {
        let mut start = self.at;
        if self.lost || !self.source[start..].starts_with('<') {
            start = self.source[..to].rfind('<').unwrap_or(to);
        }
        (self.at, self.owed, self.raw, self.lost) = (to, None, false, false);
        start
    }

    /// The source up to `to` is passed over.
    pub(super) fn skip_to(&mut self, to: usize) {
        (self.at, self.owed) = (to, None);
    }

    /// Until the next tag, character references are left as they are.
    pub(super) fn raw(&mut self) {
        self.raw = true;
    }

    /// Finds the places of `text`, which follows what came before; its pieces begin at `offset`.
    pub(super) fn align(&mut self, text: &str, offset: usize, into: &mut Vec<Piece>) {
        let mut done = 0;
        while done < text.len() && !self.lost {
            let same = self.verbatim(&text[done..]);
            let (at, source) = (offset + done, self.at);
            if same > 0 {
                join(into, Piece { at, len: same, source, source_len: same, verbatim: true });
                self.at += same;
                done += same;
                continue;
            }
            match self.spelled(&text[done..]) {
                Some((len, source, source_len)) => {
                    into.push(Piece { at, len, source, source_len, verbatim: false });
                    done += len;
                }
                None => self.lost = !self.skip_mark(),
            }
        }
    }

    /// How many bytes of `text` stand next in the source, letter for letter.
    fn verbatim(&self, text: &str) -> usize {
        if self.owed.is_some() {
            return 0;
        }
        let (text, source) = (text.as_bytes(), &self.source.as_bytes()[self.at..]);
        let raw = self.raw;
        // Compared and searched as a whole, which is many times as fast as byte by byte.
        if source.starts_with(text) && (raw || !text.contains(&b'&')) {
            return text.len();
        }
        let mut same = text.iter().zip(source).take_while(|(a, b)| a == b && (raw || **a != b'&')).count();
        if !raw && source.get(same) == Some(&b'&') && text.get(same) == Some(&b'&') {
            // An ampersand that begins no reference stands for itself.
            same += usize::from(reference(&self.source[self.at + same..]).is_none());
        }
        while !self.source.is_char_boundary(self.at + same) {
            same -= 1;
        }
        same
    }

    /// Within SVG, the marks around raw characters are neither characters nor tags.
    fn skip_mark(&mut self) -> bool {
        let mark = ["<![CDATA[", "]]>"].into_iter().find(|mark| self.source[self.at..].starts_with(mark));
        self.at += mark.map_or(0, str::len);
        mark.is_some()
    }

    /// One character of `text` that the source spells otherwise: its bytes, and its place there.
    fn spelled(&mut self, text: &str) -> Option<(usize, usize, usize)> {
        let c = text.chars().next()?;
        if let Some((owed, source, len)) = self.owed.take() {
            return (owed == c).then_some((c.len_utf8(), source, len));
        }
        let source = &self.source[self.at..];
        let (len, second) = match source.as_bytes().first()? {
            b'\r' if c == '\n' => (1 + usize::from(source[1..].starts_with('\n')), None),
            b'&' => {
                let (len, first, second) = reference(source)?;
                if first.is_some_and(|first| first != c) {
                    return None;
                }
                (len, second)
            }
            _ => return None,
        };
        let at = self.at;
        self.at += len;
        self.owed = second.map(|second| (second, at, len));
        Some((c.len_utf8(), at, len))
    }
}

/// The character reference at the beginning of `source`: its bytes and its characters (unknown where
/// it is a number, which the parser has decoded already).
fn reference(source: &str) -> Option<(usize, Option<char>, Option<char>)> {
    let rest = source.strip_prefix('&')?;
    if let Some(number) = rest.strip_prefix('#') {
        let hex = number.starts_with(['x', 'X']);
        let digits = &number.as_bytes()[usize::from(hex)..];
        let digit = |byte: &&u8| if hex { byte.is_ascii_hexdigit() } else { byte.is_ascii_digit() };
        let count = digits.iter().take_while(digit).count();
        let end = usize::from(digits.get(count) == Some(&b';'));
        return (count > 0).then_some((2 + usize::from(hex) + count + end, None, None));
    }
    let mut longest = None;
    for (at, c) in rest.char_indices() {
        let end = at + c.len_utf8();
        match NAMED_ENTITIES.get(&rest[..end]) {
            Some((0, _)) => {}
            Some((first, second)) => {
                let second = char::from_u32(*second).filter(|second| *second != '\0');
                longest = Some((1 + end, char::from_u32(*first), second));
            }
            None => break,
        }
    }
    longest
}
