//! A text as words, numbers and marks, with what is known of each.

use super::glossary::Word;
use super::who::Who;
use crate::lexicon::{Cue, List, Lists, Term};
use crate::span::Span;

/// A word, a number or a mark, with what the lexicon knows of it.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// In lower case, with plain apostrophes; `'s` and `'t` are tokens of their own.
    pub(super) low: Word,
    /// Where it stands in the text of the document.
    pub(super) span: Span,
    /// Does it begin with a capital?
    pub(super) capital: bool,
    /// Whom it names, where it is (the first token of) a name.
    pub(super) who: Option<Who>,
    /// The first and the second of two names that are one mention: "Flask and Django".
    pub(super) pair: Option<(usize, usize)>,
    /// Is the name a pronoun or another stand-in?
    pub(super) pronoun: bool,
    /// The lists of the lexicon in which the word stands.
    pub(super) lists: Lists,
    /// The cue that begins here and how many tokens it has.
    pub(super) cue: Option<(Cue, usize)>,
    /// The term that begins here and how many tokens it has.
    pub(super) term: Option<(Term, usize)>,
}

impl Token {
    /// A word at its place, with what is known of it by itself.
    pub(super) fn new((low, span): (Word, Span)) -> Self {
        let (lists, capital) = (low.known().lists, low.known().capital);
        Self { low, span, capital, who: None, pair: None, pronoun: false, lists, cue: None, term: None }
    }

    /// Does the word stand in a list of the lexicon?
    pub(super) fn is(&self, list: List) -> bool {
        self.lists.has(list)
    }

    /// Does it name one subject?
    pub(super) fn one(&self) -> Option<usize> {
        self.who.and_then(Who::one)
    }
}

/// The words of some tokens, in lower case.
pub(super) fn joined(tokens: &[Token]) -> String {
    let words: Vec<&str> = tokens.iter().map(|token| token.low.as_str()).collect();
    words.join(" ")
}

/// Is it a mark that no phrase runs across?
pub(super) fn is_mark(word: &str) -> bool {
    matches!(
        word,
        "," | "." | ";" | ":" | "!" | "?" | "(" | ")" | "—" | "–" | "|" | "-" | "\"" | "…" | "•" | "/" | "->"
    )
}

/// A word in lower case, with plain apostrophes.
pub(super) fn normal(word: &str) -> String {
    match word {
        "→" | "⇒" | "➔" | "➜" | "➡" | "⟶" => "->".to_owned(),
        _ => word.to_lowercase().replace(['’', '‘', '`'], "'"),
    }
}

/// The words and marks of a text with their byte offsets. A word keeps its inner stops and hyphens
/// (`Node.js`, `user-friendly`, `2.5x`, `C++`); an apostrophe begins a token of its own.
pub(super) fn words(text: &str) -> Vec<(&str, usize)> {
    let mut words = Vec::with_capacity(text.len() / 5);
    let mut start: Option<usize> = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, letter)| *letter);
        let inner = match letter {
            '\'' | '’' | '‘' => false,
            '.' | '-' | '_' | '@' => start.is_some() && next.is_some_and(char::is_alphanumeric),
            ',' => {
                start.is_some()
                    && text[..at].ends_with(|c: char| c.is_ascii_digit())
                    && next.is_some_and(|next| next.is_ascii_digit())
            }
            '+' | '#' | '%' => start.is_some(),
            '$' | '£' | '€' => next.is_some_and(|next| next.is_ascii_digit()),
            _ => letter.is_alphanumeric() || !letter.is_ascii() && letter.is_alphabetic(),
        };
        let apostrophe = matches!(letter, '\'' | '’' | '‘') && start.is_some() && next.is_some_and(char::is_alphabetic);
        if inner {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            words.push((&text[from..at], from));
        }
        if apostrophe {
            start = Some(at);
        } else if !letter.is_whitespace() && !matches!(letter, '"' | '“' | '”' | '\'' | '’' | '‘' | '*' | '_' | '`')
        {
            words.push((&text[at..at + letter.len_utf8()], at));
        }
    }
    if let Some(from) = start {
        words.push((&text[from..], from));
    }
    words
}
