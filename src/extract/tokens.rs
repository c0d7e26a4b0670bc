//! A sentence as words, with the names of subjects and the words that judge marked, and as a masked
//! line over which patterns run.

use super::names::{Names, stands_for};
use crate::lexicon::{Cue, LONGEST, Lexicon, Term};
use crate::span::Span;

/// A word, a number or a mark, with what the lexicon knows of it.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// In lower case, with plain apostrophes; `'s` and `'t` are tokens of their own.
    pub(super) low: String,
    /// Where it stands in the text of the document.
    pub(super) span: Span,
    /// Does it begin with a capital?
    pub(super) capital: bool,
    /// Whom it names, where it is (the first token of) a name.
    pub(super) who: Option<Who>,
    /// Is the name a pronoun or another stand-in?
    pub(super) pronoun: bool,
    /// The cue that begins here and how many tokens it has.
    pub(super) cue: Option<(Cue, usize)>,
    /// The term that begins here and how many tokens it has.
    pub(super) term: Option<(Term, usize)>,
}

/// Whom a word stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// A subject, by its index in the roster.
    One(usize),
    /// All subjects of the roster.
    Both,
    /// None of them.
    Neither,
}

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

/// What was spoken of before a sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Topic {
    /// Whom "it" stands for.
    pub(super) last: Option<usize>,
    /// The former and the latter.
    pub(super) pair: Option<(usize, usize)>,
}

impl Sentence {
    /// Tokenises the words of `span` and marks what is known of them.
    pub(super) fn new(text: &str, span: Span, names: &Names, topic: Topic, lexicon: &Lexicon) -> Self {
        let raw: Vec<Token> = words(span.of(text))
            .into_iter()
            .map(|(word, at)| Token {
                low: normal(word),
                span: Span::new(span.start + at, span.start + at + word.len()),
                capital: word.chars().next().is_some_and(char::is_uppercase),
                who: None,
                pronoun: false,
                cue: None,
                term: None,
            })
            .collect();
        let mut tokens = merge_names(raw, names, topic, lexicon);
        for at in 0..tokens.len() {
            if tokens[at].who.is_none() {
                let (cue, term) = look_up(&tokens, at, lexicon);
                tokens[at].cue = cue;
                tokens[at].term = term;
            }
        }
        let mut masked = String::from("");
        let mut starts = Vec::with_capacity(tokens.len());
        for token in &tokens {
            starts.push(masked.len());
            mask(&mut masked, token);
        }
        Self { tokens, masked, starts }
    }

    /// The tokens that lie in a range of the masked line.
    pub(super) fn tokens_at(&self, (start, end): (usize, usize)) -> std::ops::Range<usize> {
        let first = self.starts.partition_point(|at| *at < start);
        let last = self.starts.partition_point(|at| *at < end);
        first..last.max(first)
    }

    /// Where a range of tokens stands in the text.
    pub(super) fn span(&self, tokens: std::ops::Range<usize>) -> Span {
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
        Some(Who::Both) => masked.push_str("SB"),
        Some(Who::Neither) => masked.push_str("SN"),
        None => masked.extend(token.low.chars().map(|letter| if letter.is_ascii() { letter } else { '~' })),
    }
    masked.push(' ');
    if token.low == "its" {
        masked.push_str("'s ");
    }
}

fn merge_names(raw: Vec<Token>, names: &Names, topic: Topic, lexicon: &Lexicon) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(raw.len());
    let mut at = 0;
    let mut seen = topic;
    let mut first = true;
    while at < raw.len() {
        let named = names.at(&raw, at, lexicon).map(|(owner, len)| (Who::One(owner), len, false));
        let found = named.or_else(|| stands_for(&raw, at, seen.last, seen.pair).map(|(who, len)| (who, len, true)));
        let mut token = raw[at].clone();
        if let Some((who, len, pronoun)) = found {
            token.who = Some(who);
            token.pronoun = pronoun;
            token.span.end = raw[at + len - 1].span.end;
            // "the Kindle" is one name.
            if tokens.last().is_some_and(|last| last.low == "the") && !pronoun {
                tokens.pop();
            }
            if let (Who::One(owner), false) = (who, pronoun) {
                seen.pair = seen.last.filter(|last| *last != owner).map_or(seen.pair, |last| Some((last, owner)));
                if first || leads(&tokens) {
                    seen.last = Some(owner);
                }
                first = false;
            }
            tokens.push(token);
            at += len;
        } else {
            tokens.push(token);
            at += 1;
        }
    }
    join_pairs(tokens)
}

/// Does a name behind these tokens begin a clause, so that "it" may stand for it from there on?
fn leads(before: &[Token]) -> bool {
    before.last().is_some_and(|last| {
        is_mark(&last.low)
            || matches!(
                last.low.as_str(),
                "while" | "whereas" | "but" | "although" | "though" | "however" | "choose" | "and" | "with"
            )
    })
}

/// "Flask and Django" is the two together.
fn join_pairs(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let both_before = out.last().is_some_and(|last: &Token| last.who == Some(Who::Both) && last.low == "both")
            || out.last().is_some_and(|last: &Token| last.who == Some(Who::Neither) && last.low == "neither");
        let pair = matches!(
            (tokens[at].who, tokens.get(at + 1).map(|t| t.low.as_str()), tokens.get(at + 2).and_then(|t| t.who)),
            (Some(Who::One(a)), Some("and" | "or" | "nor" | "&" | "/" | "vs" | "versus"), Some(Who::One(b))) if a != b
        );
        if pair {
            let mut token = tokens[at].clone();
            token.span.end = tokens[at + 2].span.end;
            if both_before {
                let before = out.pop().expect("both_before looked at it");
                token.span.start = before.span.start;
                token.who = before.who;
            } else {
                token.who = Some(Who::Both);
            }
            token.pronoun = false;
            // A list of three or more goes on.
            let mut next = at + 3;
            while next + 1 < tokens.len()
                && matches!(tokens[next].low.as_str(), "and" | "or" | "," | "&")
                && matches!(tokens[next + 1].who, Some(Who::One(_)))
                && tokens.get(next + 2).is_none_or(|token| token.low != "'s")
            {
                next += 2;
            }
            token.span.end = tokens[next - 1].span.end;
            out.push(token);
            at = next;
        } else {
            out.push(tokens[at].clone());
            at += 1;
        }
    }
    out
}

type Known = (Option<(Cue, usize)>, Option<(Term, usize)>);

/// The longest cue and the longest term that begin at a token.
fn look_up(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Known {
    let mut phrase = String::new();
    let (mut cue, mut term) = (None, None);
    for (offset, token) in tokens[at..].iter().take(LONGEST).enumerate() {
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

/// Is it a mark that no phrase runs across?
pub(super) fn is_mark(word: &str) -> bool {
    matches!(word, "," | "." | ";" | ":" | "!" | "?" | "(" | ")" | "—" | "–" | "|" | "-" | "\"" | "…" | "•" | "/")
}

fn normal(word: &str) -> String {
    word.to_lowercase().replace(['’', '‘', '`'], "'")
}

/// The words and marks of a text with their byte offsets. A word keeps its inner stops and hyphens
/// (`Node.js`, `user-friendly`, `2.5x`, `C++`); an apostrophe begins a token of its own.
pub(super) fn words(text: &str) -> Vec<(&str, usize)> {
    let mut words = Vec::new();
    let mut start: Option<usize> = None;
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    for (index, (at, letter)) in letters.iter().copied().enumerate() {
        let next = letters.get(index + 1).map(|(_, letter)| *letter);
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
