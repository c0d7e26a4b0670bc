//! The sentence around a quote, on one line that fits the terminal.
//!
//! Articles have lines as long as paragraphs, and what a reader wants to judge is the sentence. What is cut is cut
//! at words, on both sides of the quote; the quote itself is always whole.

use std::ops::Range;

use gainsay::document::Document;
use gainsay::span::Span;

/// The sentence as one line of about `width` columns, and where the quote stands in it.
pub(crate) fn excerpt(document: &Document, quote: Span, width: usize) -> (String, Range<usize>) {
    let block = document.blocks.iter().find(|block| block.span.contains(quote));
    let sentence = block.and_then(|block| block.sentences.iter().find(|sentence| sentence.contains(quote)));
    let around = sentence.copied().or(block.map(|block| block.span)).unwrap_or_else(|| line_of(document, quote));
    let words = one_line(document.words(quote));
    let (before, after) = (&document.text[around.start..quote.start], &document.text[quote.end..around.end]);
    let room = width.saturating_sub(letters(&words)).max(LEAST_ROOM);
    let before = one_line(&cut_left(before, room - letters(after).min(room / 2)));
    let after = one_line(&cut_right(after, room.saturating_sub(letters(&before))));
    let range = before.len()..before.len() + words.len();
    (before + &words + &after, range)
}

/// As many letters are shown around a quote, however long it is.
const LEAST_ROOM: usize = 20;
/// The columns of the sign that something was cut.
const MARK: usize = 2;

/// The line of the text, where no block holds the quote.
fn line_of(document: &Document, quote: Span) -> Span {
    let start = document.text[..quote.start].rfind('\n').map_or(0, |at| at + 1);
    let end = document.text[quote.end..].find('\n').map_or(document.text.len(), |at| quote.end + at);
    Span::new(start, end)
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

/// The end of what stands before a quote, from a word on.
fn cut_left(text: &str, most: usize) -> String {
    if letters(text) <= most {
        return text.to_owned();
    }
    let room = most.saturating_sub(MARK);
    let kept = text.char_indices().nth(letters(text) - room - 1).map_or(text, |(at, _)| &text[at..]);
    let word = kept.find(char::is_whitespace).map_or("", |space| kept[space..].trim_start());
    format!("… {word}")
}

/// The beginning of what stands after a quote, up to a word.
fn cut_right(text: &str, most: usize) -> String {
    if letters(text) <= most {
        return text.to_owned();
    }
    let room = most.saturating_sub(MARK);
    let kept = text.char_indices().nth(room + 1).map_or(text, |(at, _)| &text[..at]);
    let word = kept.rfind(char::is_whitespace).map_or("", |space| kept[..space].trim_end());
    format!("{word} …")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn long_surroundings_are_cut_at_words() {
        let long = " word".repeat(40);
        for most in 0..60 {
            let (left, right) = (cut_left(&long, most), cut_right(&long, most));
            assert!(left.starts_with("… ") && letters(&left) <= most.max(MARK), "{most}: {left}");
            assert!(right.ends_with(" …") && letters(&right) <= most.max(MARK), "{most}: {right}");
        }
        assert_eq!(cut_left("one two three", 8), "… three");
        assert_eq!(cut_right("one two three", 6), "one …");
        assert_eq!(cut_left("short ", 6), "short ");
    }

    #[test]
    fn the_quote_is_whole_however_narrow_the_terminal() {
        let articles = sample::articles();
        for claim in &sample::matrix().comparisons[0].claims {
            let document = &articles.iter().find(|one| one.document.source.id == claim.source).unwrap().document;
            for width in [1, 60, 80, 200] {
                let (line, quote) = excerpt(document, claim.claim.evidence.span, width);
                assert_eq!(&line[quote], claim.quote);
            }
        }
    }
}
