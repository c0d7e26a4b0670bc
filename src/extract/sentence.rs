//! A sentence as tokens, with the names of subjects and the words that judge marked, and as a masked
//! line over which patterns run.

use std::cell::OnceCell;
use std::ops::Range;

use super::glossary::Glossary;
use super::mentions;
use super::tokens::Token;
use super::who::{Topic, Who};
use crate::lexicon::{Cue, LONGEST, Lexicon, Lists, Pattern, Term};
use crate::span::Span;

/// A sentence ready to be understood.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    /// Its tokens; a name is one token.
    pub(super) tokens: Vec<Token>,
    /// Made when a phrase is first looked for: most readings look for none.
    line: OnceCell<Line>,
}

/// A masked line, see [`crate::lexicon::Pattern`].
#[derive(Debug, Clone, Default)]
struct Line {
    masked: String,
    /// Where each token begins in it.
    starts: Vec<usize>,
}

impl Sentence {
    /// Marks what is known of the words of `span`.
    pub(super) fn new(glossary: &Glossary, span: Span, topic: Topic) -> Self {
        let lexicon = glossary.lexicon;
        let mut tokens = mentions::found(glossary.tokens(span), glossary.names, topic, lexicon);
        for at in 0..tokens.len() {
            if tokens[at].who.is_none() {
                (tokens[at].cue, tokens[at].term) = look_up(&tokens, at, lexicon);
            }
        }
        Self { tokens, line: OnceCell::new() }
    }

    /// Its masked line, see [`crate::lexicon::Pattern`].
    pub(super) fn masked(&self) -> &str {
        &self.line().masked
    }

    fn line(&self) -> &Line {
        self.line.get_or_init(|| {
            let mut line = Line::default();
            for token in &self.tokens {
                line.starts.push(line.masked.len());
                mask(&mut line.masked, token);
            }
            line
        })
    }

    /// The phrases of the lexicon that may stand in it.
    pub(super) fn patterns<'a>(&self, lexicon: &'a Lexicon) -> impl Iterator<Item = &'a Pattern> + use<'a> {
        let mut needed: Vec<u16> = Vec::new();
        for token in &self.tokens {
            match token.who {
                Some(who) => needed.extend(lexicon.needed(mask_of(who))),
                None => needed.extend(&token.low.known().needed),
            }
            if token.low == "its" {
                needed.extend(lexicon.needed("'s"));
            }
        }
        lexicon.patterns_with(&needed)
    }

    /// The lists of which a word or a phrase stands anywhere in it, names aside.
    pub(super) fn lists(&self, lexicon: &Lexicon) -> Lists {
        let mut found = Lists::default();
        for (at, token) in self.tokens.iter().enumerate().filter(|(_, token)| token.who.is_none()) {
            found = found.and(token.lists);
            if token.low.known().opens_list {
                found = found.and(lexicon.list_phrases_at(&token.low, &self.masked()[self.line().starts[at]..]));
            }
        }
        found
    }

    /// The tokens that lie in a range of the masked line.
    pub(super) fn tokens_at(&self, (start, end): (usize, usize)) -> Range<usize> {
        let first = self.line().starts.partition_point(|at| *at < start);
        let last = self.line().starts.partition_point(|at| *at < end);
        first..last.max(first)
    }

    /// Where a token begins in the masked line; its end where there is no such token.
    pub(super) fn masked_from(&self, token: usize) -> usize {
        self.line().starts.get(token).copied().unwrap_or(self.masked().len())
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
        Some(who) => masked.push_str(mask_of(who)),
        None if token.low.is_ascii() => masked.push_str(&token.low),
        None => masked.extend(token.low.chars().map(|letter| if letter.is_ascii() { letter } else { '~' })),
    }
    masked.push(' ');
    if token.low == "its" {
        masked.push_str("'s ");
    }
}

fn mask_of(who: Who) -> &'static str {
    const ONE: [&str; 10] = ["S0", "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9"];
    match who {
        Who::One(index) => ONE[index.min(9)],
        Who::Several(_) => "SB",
        Who::Neither => "SN",
    }
}

type Known = (Option<(Cue, usize)>, Option<(Term, usize)>);

/// The longest cue and the longest term that begin at a token.
fn look_up(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Known {
    let first = tokens[at].low.known();
    if first.mark {
        return (None, None);
    }
    let (mut cue, mut term) = (first.cue.map(|cue| (cue, 1)), first.term.map(|term| (term, 1)));
    if !first.opens {
        return (cue, term);
    }
    let mut phrase = tokens[at].low.to_string();
    for (offset, token) in tokens[at..].iter().enumerate().take(LONGEST).skip(1) {
        if token.who.is_some() || token.low.known().mark {
            break;
        }
        if !token.low.starts_with('\'') {
            phrase.push(' ');
        }
        phrase.push_str(&token.low);
        // An apostrophe leaves it one word, which may praise by its ending.
        if phrase.contains(' ') && !lexicon.goes_on(&tokens[at].low, &phrase) {
            break;
        }
        cue = lexicon.cue(&phrase).map(|found| (found, offset + 1)).or(cue);
        term = lexicon.term(&phrase).map(|found| (found, offset + 1)).or(term);
    }
    (cue, term)
}
