//! The criterion near a judging word: a term of the lexicon, a criterion that the article itself has
//! for a heading, or the noun as it stands.
//!
//! A weak term ("features", "support") is taken only where no better one stands by, since it says
//! little of what the sentence is about.

use std::ops::Range;

use super::sentence::Sentence;
use super::tokens::{Token, is_mark, joined};
use crate::claim::Aspect;
use crate::lexicon::{Class, Lexicon, List, Term, slug};

impl Aspect {
    /// What each is recommended for.
    pub(crate) const SUITABILITY: &str = "suitability";
    /// The verdict on the whole.
    pub(crate) const OVERALL: &str = "overall";

    /// A criterion with its slug.
    pub(super) fn new(label: impl Into<String>, slug: impl Into<String>) -> Self {
        Self { label: label.into(), slug: slug.into() }
    }

    /// The criterion that the lexicon knows by these words.
    pub(super) fn known(words: &str, lexicon: &Lexicon) -> Option<Self> {
        lexicon.criterion(words).map(|slug| Self::new(words, slug))
    }

    /// The criterion of these words: the one that the lexicon knows by them, else one by no other name.
    pub(super) fn of_words(words: String, lexicon: &Lexicon) -> Self {
        Self::known(&words, lexicon).unwrap_or_else(|| Self::named(words))
    }

    /// A criterion by no other name than its own words.
    pub(super) fn named(label: String) -> Self {
        Self { slug: slug(&label), label }
    }

    /// A criterion by no other name than its slug.
    pub(super) fn by_slug(slug: &str) -> Self {
        Self::new(slug.replace('-', " "), slug)
    }

    /// The verdict on the whole.
    pub(super) fn overall() -> Self {
        Self::by_slug(Self::OVERALL)
    }

    /// What each is recommended for.
    pub(super) fn suitability() -> Self {
        Self::by_slug(Self::SUITABILITY)
    }
}

/// What stands behind a judging word.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sought {
    /// A known criterion, and whether more of it is worse.
    Known(Aspect, bool),
    /// A noun that the lexicon does not know; its tokens.
    Unknown(Range<usize>),
    /// The kind of thing that is compared: "an excellent framework".
    Kind,
    /// No noun.
    Nothing,
}

/// A term of the lexicon in a sentence.
struct Known {
    term: Term,
    tokens: Range<usize>,
    weak: bool,
}

impl Known {
    /// The term that begins at a token and ends within a range.
    fn at(sentence: &Sentence, at: usize, end: usize, lexicon: &Lexicon) -> Option<Self> {
        let (term, len) = sentence.tokens[at].term?;
        let weak = lexicon.has(List::Weak, lexicon.slug_of(term));
        (at + len <= end).then_some(Self { term, tokens: at..at + len, weak })
    }

    fn aspect(&self, sentence: &Sentence, lexicon: &Lexicon) -> Aspect {
        Aspect::new(joined(&sentence.tokens[self.tokens.clone()]), lexicon.slug_of(self.term))
    }
}

/// Is it a word as nouns are: letters, no adverb, no number?
pub(super) fn is_noun_like(word: &str) -> bool {
    word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '+' | '#' | '.'))
        && word.len() > 1
        && !word.chars().all(|c| c.is_ascii_digit())
        && !word.ends_with("ly")
}

/// The noun that the words of `range` begin with: "documentation" in "rich and thorough documentation for ...".
pub(super) fn aspect_after(sentence: &Sentence, range: Range<usize>, lexicon: &Lexicon) -> Sought {
    let tokens = &sentence.tokens;
    let low = |at: usize| tokens.get(at).map_or("", |token| token.low.as_str());
    let mut at = range.start;
    let mut noun: Option<usize> = None;
    let mut known: Option<Known> = None;
    while at < range.end.min(range.start + 8) {
        let token = &tokens[at];
        let opened = at > range.start && token.cue.is_some_and(|(cue, _)| opens_clause(cue.class));
        // "better colors and lower lag" is about colors.
        let next_judged =
            || matches!(low(at), "and" | "," | "or") && tokens.get(at + 1).is_some_and(|next| next.cue.is_some());
        // In "is fast and runs anywhere" nothing behind the "and" is called fast.
        let apart = matches!(low(at), "and" | "or") && !next_judged();
        if ends_search(tokens, at) || (noun.is_some() || known.is_some()) && next_judged() || noun.is_none() && apart {
            break;
        }
        if known.is_none() {
            // What a thing has around it or in it is a criterion, though other things are of that kind.
            let kind = token.is(List::Kinds) && !token.is(List::OwnedKinds);
            if kind && token.term.is_none_or(|(_, len)| len == 1) {
                return Sought::Kind;
            }
            if let Some(found) = supported(sentence, at, range.end, lexicon) {
                return found;
            }
        }
        if let Some(term) = Known::at(sentence, at, range.end, lexicon) {
            let (end, weak) = (term.tokens.end, term.weak);
            if known.as_ref().is_none_or(|old| old.weak && !weak) {
                known = Some(term);
            }
            if !weak {
                break;
            }
            at = end;
            continue;
        }
        if opened {
            break;
        }
        let skipped = token.is(List::Skipped) || low(at) == "," || token.cue.is_some();
        if !skipped && is_noun_like(low(at)) {
            noun.get_or_insert(at);
        }
        at += 1;
    }
    match (known, noun) {
        (Some(known), noun) => with_noun(sentence, known, noun, lexicon),
        (None, Some(noun)) => unknown(tokens, noun..at),
        (None, None) => Sought::Nothing,
    }
}

/// Does the search for a noun end at this token?
fn ends_search(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    // "rich, thorough documentation"
    let goes_on = || token.low == "," && tokens.get(at + 1).is_some_and(|next| next.cue.is_some());
    is_mark(&token.low) && !goes_on() || token.who.is_some() || token.is(List::Stops)
}

fn opens_clause(class: Class) -> bool {
    matches!(class, Class::Has | Class::Lacks | Class::Demands | Class::Reduces | Class::Increases)
}

/// "support for plugins" is about plugins, "more options for payment" about payment.
fn supported(sentence: &Sentence, at: usize, end: usize, lexicon: &Lexicon) -> Option<Sought> {
    let next = sentence.tokens.get(at + 1).map_or("", |token| token.low.as_str());
    if !sentence.tokens[at].is(List::Leading) || !matches!(next, "for" | "of" | "on") {
        return None;
    }
    match aspect_after(sentence, at + 2..end, lexicon) {
        found @ Sought::Known(..) => Some(found),
        found @ Sought::Unknown(_) if sentence.tokens[at].low == "support" => Some(found),
        _ => None,
    }
}

/// A weak term takes the noun before it along: "template support".
fn with_noun(sentence: &Sentence, known: Known, noun: Option<usize>, lexicon: &Lexicon) -> Sought {
    let Known { term, tokens, weak } = known;
    // "a range of functionality" is about functionality.
    let joins = |noun: &usize| sentence.tokens[*noun..tokens.start].iter().all(|token| token.low != "of");
    let from = noun.filter(|noun| *noun < tokens.start && weak && joins(noun)).unwrap_or(tokens.start);
    let label = joined(&sentence.tokens[from..tokens.end]);
    let slug = match lexicon.criterion(&label) {
        Some(slug) => slug.to_owned(),
        None if from < tokens.start => slug(&label),
        None => lexicon.slug_of(term).to_owned(),
    };
    Sought::Known(Aspect { label, slug }, term.burden)
}

/// The noun of up to three words that begins a range.
fn unknown(tokens: &[Token], range: Range<usize>) -> Sought {
    let goes_on = |at: &usize| is_noun_like(&tokens[*at].low) && !tokens[*at].is(List::Skipped);
    let end = range.clone().take_while(goes_on).take(3).last().map_or(range.start + 1, |last| last + 1);
    let kind = tokens[range.start..end].iter().any(|token| token.is(List::Kinds));
    if kind { Sought::Kind } else { Sought::Unknown(range.start..end) }
}

/// The first term in a range, the stronger one of two, and whether more of it is worse.
pub(super) fn first_known(sentence: &Sentence, range: Range<usize>, lexicon: &Lexicon) -> Option<(Aspect, bool)> {
    let ends = |low: &str| matches!(low, "." | ";" | "that" | "which" | "than" | "because" | "while" | "when" | "if");
    stronger(sentence, range, sentence.tokens.len(), lexicon, |low, _| ends(low))
}

/// The noun of which a predicate is said, "documentation" in "its documentation is", and whether more
/// of it is worse.
pub(super) fn aspect_before(sentence: &Sentence, range: Range<usize>, lexicon: &Lexicon) -> Option<(Aspect, bool)> {
    let inside = |low: &str| matches!(low, "for" | "than" | "with" | "by" | "because" | "to" | "when" | "if");
    let most = range.end;
    stronger(sentence, range, most, lexicon, |low, found| found && inside(low))
}

/// The first term that begins in a range, or a later one where that is weak and this is not, up to a
/// word that `ends` the search (which knows whether a term was found). A term may run on to `most`.
fn stronger(
    sentence: &Sentence,
    range: Range<usize>,
    most: usize,
    lexicon: &Lexicon,
    ends: impl Fn(&str, bool) -> bool,
) -> Option<(Aspect, bool)> {
    let mut best: Option<Known> = None;
    let mut at = range.start;
    while at < range.end && !ends(&sentence.tokens[at].low, best.is_some()) {
        let Some((term, len)) = sentence.tokens[at].term else {
            at += 1;
            continue;
        };
        let weak = lexicon.has(List::Weak, lexicon.slug_of(term));
        if best.is_none() || !weak {
            best = Some(Known { term, tokens: at..(at + len).min(most), weak });
        }
        if !weak {
            break;
        }
        at += len;
    }
    best.map(|known| (known.aspect(sentence, lexicon), known.term.burden))
}

/// A noun as it stands, as a criterion of its own; "networking capabilities" are networking.
pub(super) fn open_aspect(sentence: &Sentence, noun: Range<usize>) -> Option<Aspect> {
    let mut words = &sentence.tokens[noun];
    while let [first, rest @ ..] = words
        && !rest.is_empty()
        && first.is(List::EmptyFronts)
    {
        words = rest;
    }
    while let [front @ .., last] = words
        && !front.is_empty()
        && last.is(List::EmptyTails)
    {
        words = front;
    }
    let aspect = Aspect::named(joined(words));
    let ends = [words.first()?, words.last()?];
    // "smoke point" and "boot time" say something, "point" and "time" do not.
    let compound =
        words.len() > 1 && matches!(ends[1].low.as_str(), "point" | "time" | "times" | "experience" | "results");
    let empty = |word: &&Token| word.is(List::NoCriterion);
    let says = !empty(&ends[0]) && (compound || !empty(&ends[1]));
    (!aspect.slug.is_empty() && says).then_some(aspect)
}
