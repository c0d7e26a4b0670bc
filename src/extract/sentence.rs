//! A sentence as tokens, with the names of subjects and the words that judge marked, and as a masked
//! line over which patterns run.

use std::ops::Range;

use super::mentions;
use super::names::Names;
use super::tokens::{Token, is_mark, normal, words};
use super::who::{Topic, Who};
use crate::lexicon::{Cue, LONGEST, Lexicon, Term};
use crate::span::Span;

/// A sentence ready to be understood.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    /// Its tokens; a name is one token.
    pub(super) tokens: Vec<Token>,
    /// Its masked line, see [`crate::lexicon::Pattern`].
    pub(super) masked: String,
    /// Where each token begins in the masked line.
    starts: Vec<usize>,
}

impl Sentence {
    /// Tokenises the words of `span` and marks what is known of them.
    pub(super) fn new(text: &str, span: Span, names: &Names, topic: Topic, lexicon: &Lexicon) -> Self {
        let raw: Vec<Token> = words(span.of(text))
            .into_iter()
            .map(|(word, at)| {
                let low = normal(word);
                let lists = lexicon.lists(&low);
                let span = Span::new(span.start + at, span.start + at + word.len());
                let capital = word.chars().next().is_some_and(char::is_uppercase);
                Token { low, span, capital, who: None, pair: None, pronoun: false, lists, cue: None, term: None }
            })
            .collect();
        let mut tokens = mentions::found(raw, names, topic, lexicon);
        for at in 0..tokens.len() {
            if tokens[at].who.is_none() {
                (tokens[at].cue, tokens[at].term) = look_up(&tokens, at, lexicon);
            }
        }
        let mut masked = String::new();
        let mut starts = Vec::with_capacity(tokens.len());
        for token in &tokens {
            starts.push(masked.len());
            mask(&mut masked, token);
        }
        Self { tokens, masked, starts }
    }

    /// The tokens that lie in a range of the masked line.
    pub(super) fn tokens_at(&self, (start, end): (usize, usize)) -> Range<usize> {
        let first = self.starts.partition_point(|at| *at < start);
        let last = self.starts.partition_point(|at| *at < end);
        first..last.max(first)
    }

    /// Where a token begins in the masked line; its end where there is no such token.
    pub(super) fn masked_from(&self, token: usize) -> usize {
        self.starts.get(token).copied().unwrap_or(self.masked.len())
    }

    /// Where a range of tokens stands in the text.
    pub(super) fn span(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// Whom it names, pronouns included, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = (usize, Who)> {
        self.tokens.iter().enumerate().filter_map(|(at, token)| token.who.map(|who| (at, who)))
    }
}

fn mask(masked: &mut String, token: &Token) {
    match token.who {
        Some(Who::One(index)) => masked.push_str(&format!("S{}", index.min(9))),
        Some(Who::Several(_)) => masked.push_str("SB"),
        Some(Who::Neither) => masked.push_str("SN"),
        None => masked.extend(token.low.chars().map(|letter| if letter.is_ascii() { letter } else { '~' })),
    }
    masked.push(' ');
    if token.low == "its" {
        masked.push_str("'s ");
    }
}

type Known = (Option<(Cue, usize)>, Option<(Term, usize)>);

/// The longest cue and the longest term that begin at a token.
fn look_up(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Known {
    let longest = if lexicon.opens_phrase(&tokens[at].low) { LONGEST } else { 1 };
    let mut phrase = String::new();
    let (mut cue, mut term) = (None, None);
    for (offset, token) in tokens[at..].iter().take(longest).enumerate() {
        if token.who.is_some() || is_mark(&token.low) {
            break;
        }
        if offset > 0 && !token.low.starts_with('\'') {
            phrase.push(' ');
        }
        phrase.push_str(&token.low);
        cue = lexicon.cue(&phrase).map(|found| (found, offset + 1)).or(cue);
        term = lexicon.term(&phrase).map(|found| (found, offset + 1)).or(term);
    }
    (cue, term)
}
