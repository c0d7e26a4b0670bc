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
    /// Several of them, each for itself.
    Several(Group),
    /// None of them.
    Neither,
}

/// A set of subjects of a roster (of its first sixteen).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Group(u16);

impl Group {
    /// None of them.
    pub(super) const NONE: Self = Self(0);
    /// All of them.
    pub(super) const ALL: Self = Self(u16::MAX);

    /// One of them.
    pub(super) fn one(subject: usize) -> Self {
        Self(1 << subject.min(15))
    }

    /// Both these and those.
    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These without one.
    pub(super) fn without(self, subject: usize) -> Self {
        Self(self.0 & !Self::one(subject).0)
    }

    /// Is nobody in it?
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Its members in a roster of this size.
    pub(super) fn members(self, size: usize) -> impl Iterator<Item = usize> {
        (0..size.min(16)).filter(move |subject| self.0 & Self::one(*subject).0 != 0)
    }
}

impl Who {
    /// All subjects of the roster.
    pub(super) const ALL: Self = Self::Several(Group::ALL);

    /// Whom it stands for.
    pub(super) fn group(self) -> Group {
        match self {
            Self::One(subject) => Group::one(subject),
            Self::Several(group) => group,
            Self::Neither => Group::ALL,
        }
    }
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
        Some(Who::Several(_)) => masked.push_str("SB"),
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
            let article = |last: &Token| matches!(last.low.as_str(), "the" | "a" | "an" | "your");
            if tokens.last().is_some_and(article) && !pronoun {
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
    join_pairs(join_parts(tokens))
}

/// "Bambu Lab A1 Mini" may be two names of one subject with a word of a longer name between.
fn join_parts(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let same = |before: &Token| token.who.is_some() && before.who == token.who && !before.pronoun && !token.pronoun;
        let len = out.len();
        if len >= 1 && same(&out[len - 1]) {
            out[len - 1].span.end = token.span.end;
        } else if len >= 2
            && same(&out[len - 2])
            && out[len - 1].capital
            && out[len - 1].who.is_none()
            && !is_mark(&out[len - 1].low)
        {
            out[len - 2].span.end = token.span.end;
            out.pop();
        } else {
            out.push(token);
        }
    }
    out
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

/// "Flask and Django" is the two together, "npm, Yarn and pnpm" the three.
fn join_pairs(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let Some((group, end)) = listed(&tokens, at) else {
            out.push(tokens[at].clone());
            at += 1;
            continue;
        };
        let mut token = tokens[at].clone();
        token.who = Some(Who::Several(group));
        token.pronoun = false;
        token.span.end = tokens[end - 1].span.end;
        // "both Flask and Django", "neither Flask nor Django"
        let before =
            out.last().filter(|last| last.who.is_some() && matches!(last.low.as_str(), "both" | "neither" | "either"));
        if let Some(before) = before {
            token.span.start = before.span.start;
            if before.low == "neither" {
                token.who = before.who;
            }
            out.pop();
        }
        out.push(token);
        at = end;
    }
    out
}

/// The names of a list that begins at a token, and where it ends.
fn listed(tokens: &[Token], at: usize) -> Option<(Group, usize)> {
    let one = |at: usize| match tokens.get(at)?.who? {
        Who::One(owner) => Some(owner),
        _ => None,
    };
    let mut group = Group::one(one(at)?);
    let mut next = at + 1;
    let mut joined = None;
    loop {
        let low = tokens.get(next).map_or("", |token| token.low.as_str());
        let last = |low: &str| matches!(low, "and" | "or" | "nor" | "&" | "/" | "vs" | "versus");
        let (ends, step) = match low {
            "," if last(tokens.get(next + 1).map_or("", |token| token.low.as_str())) => (true, 2),
            "," => (false, 1),
            low if last(low) => (true, 1),
            _ => break,
        };
        let Some(owner) = one(next + step) else { break };
        if tokens.get(next + step + 1).is_some_and(|token| token.low == "'s") && !ends {
            break;
        }
        group = group.and(Group::one(owner));
        next += step + 1;
        if ends {
            joined = Some((group, next));
        }
    }
    joined.filter(|(group, _)| *group != Group::one(one(at).unwrap_or_default()))
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
