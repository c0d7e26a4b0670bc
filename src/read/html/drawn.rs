//! Lists drawn with line breaks and bullets, as old pages and pasted texts have them.
//!
//! A bullet that only marks an item is no word of it. One that says something (a tick, a cross, a plus
//! or a minus) stays with the words, for it may be all that tells a strength from a weakness.

/// Marks that an item may begin with and that say nothing.
const SILENT: &str = "*\u{2022}\u{25cf}\u{25aa}\u{25a0}\u{25e6}\u{2023}\u{b7}";

/// Marks that say something.
const SAYING: &str =
    "+\u{2713}\u{2714}\u{2705}\u{2611}\u{2717}\u{2718}\u{274c}\u{2716}\u{2795}\u{2796}\u{1f44d}\u{1f44e}";

/// Dashes: marks where a line breaks before them; at the beginning of a paragraph they open a speech.
const DASHES: &str = "-\u{2013}\u{2014}";

/// The items of such a list so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawn {
    /// The list's number.
    pub(super) number: usize,
    /// How many blocks the document has with its last item.
    pub(super) blocks: usize,
}

/// Does a text begin like an item? Then how many of its bytes are no words of it.
pub(super) fn mark(text: &str, after_break: bool) -> Option<usize> {
    let words = text.trim_start();
    let mut chars = words.chars();
    let first = chars.next()?;
    if !chars.next().is_none_or(char::is_whitespace) {
        return None;
    }
    let at = text.len() - words.len();
    match first {
        c if SILENT.contains(c) => Some(at + c.len_utf8()),
        c if SAYING.contains(c) || (after_break && DASHES.contains(c)) => Some(at),
        _ => None,
    }
}

/// The mark that says something, where the words are nothing else.
pub(super) fn saying(words: &str) -> Option<&'static str> {
    let mark = words.trim_end_matches('\u{fe0f}');
    let at = SAYING.find(mark).filter(|_| mark.chars().count() == 1)?;
    SAYING.get(at..at + mark.len())
}

/// How many bytes of an item's text are a bullet or a dash and say nothing.
pub(super) fn bullet(text: &str) -> usize {
    let words = text.trim_start();
    let silent = words.starts_with(|c: char| DASHES.contains(c) || SILENT.contains(c));
    let first = words.chars().next().map_or(0, char::len_utf8);
    if silent && mark(text, true).is_some() { text.len() - words.len() + first } else { 0 }
}
