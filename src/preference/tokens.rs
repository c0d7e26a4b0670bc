//! A sentence as words and marks, each with its class; the two names are a token each.
//!
//! Not the words of the extraction: the model needs no more than classes, and gets them without copying.

use super::classes::{Class, Words};
use super::hash::word_hash;
use crate::span::Span;

/// A word, a mark or one of the two names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    pub(super) text: &'t str,
    pub(super) hash: u32,
    pub(super) class: Class,
    /// Does "to" after it open what it compares with?
    pub(super) takes_to: bool,
}

/// The tokens of a sentence, and where among them the two names are.
#[derive(Debug)]
pub(super) struct Sentence<'t> {
    pub(super) tokens: Vec<Token<'t>>,
    pub(super) first: usize,
    pub(super) second: usize,
}

impl<'t> Sentence<'t> {
    /// Cuts a sentence; `None` where the spans are no two names in this order.
    pub(super) fn cut(text: &'t str, first: Span, second: Span) -> Option<Self> {
        if first.end > second.start {
            return None;
        }
        let before = text.get(..first.start)?;
        let between = text.get(first.end..second.start)?;
        let after = text.get(second.end..)?;
        let name = |span: Span, class| {
            let text = text.get(span.start..span.end)?;
            Some(Token { text, hash: 0, class, takes_to: false })
        };
        let mut scan = Scan { tokens: Vec::with_capacity(text.len() / 4 + 4), words: Words::builtin(), opening: true };
        scan.words(before, false);
        let at_first = scan.tokens.len();
        scan.tokens.push(name(first, Class::First)?);
        scan.opening = false;
        scan.words(between, true);
        let at_second = scan.tokens.len();
        scan.tokens.push(name(second, Class::Second)?);
        scan.words(after, true);
        let mut tokens = scan.tokens;
        settle(&mut tokens);
        Some(Self { tokens, first: at_first, second: at_second })
    }

    /// Before both names (0), between them (1) or behind both (2).
    pub(super) fn region(&self, at: usize) -> usize {
        usize::from(at >= self.first) + usize::from(at >= self.second)
    }

    /// The broad class at a place, or that of the sentence's edge.
    pub(super) fn class(&self, at: Option<usize>) -> Class {
        at.map_or(Class::Start, |at| self.tokens.get(at).map_or(Class::End, |token| token.class.broad()))
    }
}

/// "better then" and "better that" are slips for "than" wherever a comparative stands just before.
fn settle(tokens: &mut [Token<'_>]) {
    use Class::{Amount, Better, Er, Less, More, Than, That, Then, Worse};
    for at in 0..tokens.len() {
        let back = |by: usize| at.checked_sub(by).map(|at| tokens[at].class);
        let before = back(1);
        let class = match tokens[at].class {
            That if matches!(before, Some(Better | Worse)) => Than,
            Then if matches!(before, Some(Better | Worse | Amount | Er))
                || matches!(back(2), Some(Better | Worse | Amount | More | Less)) =>
            {
                Than
            }
            Then => Class::Other,
            same => same,
        };
        tokens[at].class = class;
    }
}

struct Scan<'t> {
    tokens: Vec<Token<'t>>,
    words: &'static Words,
    /// Has the sentence no word of more than one letter yet? Its capital then names nothing.
    opening: bool,
}

impl<'t> Scan<'t> {
    /// The words of a stretch of the sentence. `behind_name`: an apostrophe at its beginning belongs to a name.
    fn words(&mut self, text: &'t str, behind_name: bool) {
        let mut letters = text.char_indices().peekable();
        let mut start: Option<usize> = None;
        while let Some((at, letter)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            let apostrophe = matches!(letter, '\'' | '’');
            if apostrophe && next.is_some_and(char::is_alphabetic) && (start.is_some() || at == 0 && behind_name) {
                start = Some(self.before_apostrophe(text, start, at, next == Some('t')));
                continue;
            }
            let inner = match letter {
                '.' | '-' | '_' => start.is_some() && next.is_some_and(char::is_alphanumeric),
                '+' | '#' => start.is_some(),
                _ => letter.is_alphanumeric(),
            };
            if inner {
                start.get_or_insert(at);
                continue;
            }
            if let Some(from) = start.take() {
                self.push(&text[from..at]);
            }
            if !letter.is_whitespace() {
                self.push(&text[at..at + letter.len_utf8()]);
            }
        }
        if let Some(from) = start {
            self.push(&text[from..]);
        }
    }

    /// Ends the word before an apostrophe, and says where the next begins: "don't" is "do" and "n't".
    fn before_apostrophe(&mut self, text: &'t str, start: Option<usize>, at: usize, t: bool) -> usize {
        let Some(from) = start else { return at };
        let end = if t && text[from..at].len() > 1 && text[..at].ends_with(['n', 'N']) { at - 1 } else { at };
        self.push(&text[from..end]);
        end
    }

    fn push(&mut self, text: &'t str) {
        let hash = word_hash(text);
        let (class, takes_to) = self.words.class(hash).unwrap_or_else(|| (self.shape(text), false));
        self.opening &= text.len() == 1;
        self.tokens.push(Token { text, hash, class, takes_to });
    }

    /// The class of a word that the lexicon does not have.
    fn shape(&self, text: &str) -> Class {
        let first = text.chars().next().unwrap_or(' ');
        let ends_er = || text.len() > 4 && text.as_bytes()[text.len() - 2..].eq_ignore_ascii_case(b"er");
        match first {
            '0'..='9' => Class::Number,
            _ if first.is_uppercase() && !self.opening => Class::Name,
            _ if ends_er() => Class::Er,
            _ => Class::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(text: &str, first: &str, second: &str) -> String {
        let span = |name: &str| text.find(name).map(|at| Span::new(at, at + name.len())).expect("the name");
        let sentence = Sentence::cut(text, span(first), span(second)).expect("two names");
        let names: Vec<&str> = sentence.tokens.iter().map(|token| token.class.name()).collect();
        names.join(" ")
    }

    #[test]
    fn words_get_their_classes() {
        assert_eq!(classes("Oak isn't nicer than Elm.", "Oak", "Elm"), "FIRST be not better than SECOND stop");
        assert_eq!(classes("Oak’s bark is tougher then Elm", "Oak", "Elm"), "FIRST be other be better than SECOND");
        assert_eq!(classes("Then Ash or Oak, Elm 5", "Oak", "Elm"), "other name or FIRST comma SECOND number");
    }

    #[test]
    fn spans_that_are_no_two_names_are_refused() {
        assert!(Sentence::cut("Oak and Elm", Span::new(0, 5), Span::new(4, 7)).is_none());
        assert!(Sentence::cut("Oak and Elm", Span::new(0, 3), Span::new(8, 20)).is_none());
    }
}
