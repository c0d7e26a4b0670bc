//! Opinions by how a thing does what it does: "sounds better than the other", "grips superbly", "scales poorly".
//!
//! The adverb names the criterion where the lexicon knows its adjective ("accurately" is accuracy); else what is done
//! does ("sounds better" is about the sound), or what it is done to, where the verb says nothing ("handles rain well").

use std::ops::Range;

use super::aspects::{Sought, aspect_after, first_known, open_aspect};
use super::done::{Deed, deed};
use super::opinions::{Compares, Opinion};
use super::sentence::Sentence;
use super::tokens::{Token, is_mark, joined};
use super::verbs::base;
use crate::claim::Aspect;
use crate::lexicon::{Class, Lexicon, List, gerund};

/// How far behind the verb its adverb stands at most: "tracks the whole of a run more accurately".
const NEAR: usize = 6;

/// Verbs that are the nouns of what they do.
const NOUNS: [&str; 16] = [
    "grip", "fit", "smell", "finish", "hold", "cushion", "seal", "cut", "glide", "flow", "shine", "stretch", "drain",
    "swing", "bounce", "crunch",
];

/// What a clause says of how something is done.
pub(super) fn of_manner(sentence: &Sentence, range: &Range<usize>, lexicon: &Lexicon) -> Option<Opinion> {
    let tokens = &sentence.tokens;
    let Deed { noun, verb, negated } = deed(tokens, range)?;
    let end = range.end.min(verb + 1 + NEAR);
    // What follows "to" or "that" is done by somebody else, as often as not.
    let stops = |at: &usize| {
        let low = tokens[*at].low.as_str();
        is_mark(low)
            || tokens[*at].is(List::Conjunctions)
            || matches!(low, "to" | "that" | "if" | "when" | "be" | "than" | "them")
    };
    let mut manner = (verb + 1..end).take_while(|at| !stops(at));
    let manner = manner.find_map(|at| Manner::at(tokens, at, range.end, lexicon))?;
    let has_noun = noun.is_some();
    let clause = Clause { sentence, range, lexicon };
    let aspect = match manner.slug {
        Some(slug) => Some(Aspect::new(joined(&tokens[manner.tokens.clone()]), slug)),
        None => clause.done(noun, verb, &manner),
    };
    let compares = match manner.degree {
        Degree::Level if negated => Compares::Rival,
        Degree::Level => Compares::Level,
        Degree::More => Compares::Rival,
        Degree::Plain => Compares::No,
    };
    // "It burns easily" is no praise.
    let harm = tokens[verb].is(List::Decays) || lexicon.has(List::Harms, &base(&tokens[verb].low));
    let own =
        aspect.as_ref().is_some_and(|aspect| !lexicon.knows(&aspect.slug) && !NOUNS.contains(&aspect.label.as_str()));
    // "It tracks better" alone says too little of what is better; measured against somebody it says enough.
    let measured =
        manner.degree != Degree::Plain && tokens[manner.tokens.end..range.end].iter().any(|token| token.who.is_some());
    if harm || own && !has_noun && !measured {
        return None;
    }
    let good = manner.good != negated;
    // "It does not clean better" calls it no worse.
    let denied = negated && manner.degree == Degree::More;
    (!denied).then_some(Opinion { good, compares, aspect, tokens: verb..manner.tokens.end, rule: "manner" })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Degree {
    /// "cleans well"
    Plain,
    /// "cleans better"
    More,
    /// "cleans as well as"
    Level,
}

/// The adverb of a clause.
struct Manner<'a> {
    good: bool,
    degree: Degree,
    /// The criterion that it judges by itself.
    slug: Option<&'a str>,
    tokens: Range<usize>,
}

impl<'a> Manner<'a> {
    /// The adverb that begins at a token.
    fn at(tokens: &[Token], at: usize, end: usize, lexicon: &'a Lexicon) -> Option<Self> {
        let low = |at: usize| tokens.get(at).filter(|_| at < end).map_or("", |token| token.low.as_str());
        let plain = |good| Some(Self { good, degree: Degree::More, slug: None, tokens: at..at + 1 });
        match low(at) {
            "better" | "worse" if is_free(tokens, at + 1, end) => plain(low(at) == "better"),
            "further" | "farther" if is_free(tokens, at + 1, end) => plain(true),
            "more" | "less" => {
                let cue = lexicon.manner(low(at + 1)).filter(|_| is_free(tokens, at + 2, end))?;
                let good = matches!(cue.class, Class::Good | Class::Excels) == (low(at) == "more");
                Some(Self { good, degree: Degree::More, slug: lexicon.slug_of_cue(cue), tokens: at..at + 2 })
            }
            "as" | "so" | "just" | "equally" => {
                let word = at + 1 + usize::from(low(at) == "just");
                let (good, slug) = well(low(word), lexicon)?;
                let level = low(at) == "equally" && is_free(tokens, word + 1, end) || low(word + 1) == "as";
                level.then_some(Self { good, degree: Degree::Level, slug, tokens: at..word + 1 })
            }
            word => {
                let (good, slug) = well(word, lexicon).filter(|_| is_free(tokens, at + 1, end))?;
                Some(Self { good, degree: Degree::Plain, slug, tokens: at..at + 1 })
            }
        }
    }
}

/// How an adverb in its base form judges, and on which criterion.
fn well<'a>(word: &str, lexicon: &'a Lexicon) -> Option<(bool, Option<&'a str>)> {
    if word == "well" || word == "far" {
        return Some((true, None));
    }
    let cue = lexicon.manner(word).filter(|_| !lexicon.has(List::Degrees, word))?;
    Some((matches!(cue.class, Class::Good | Class::Excels), lexicon.slug_of_cue(cue)))
}

/// Does an adverb stand for itself, before this token, and not by an adjective: "grips superbly in the wet"?
fn is_free(tokens: &[Token], next: usize, end: usize) -> bool {
    let Some(token) = tokens.get(next).filter(|_| next < end) else { return true };
    let joins = matches!(
        token.low.as_str(),
        "and" | "or" | "too" | "indeed" | "here" | "there" | "as" | "than" | "still" | "even" | "every"
    );
    joins || is_mark(&token.low) || token.is(List::Stops) && token.low != "like" || token.is(List::Conjunctions)
}

/// A clause, in which the criterion of a deed is looked for.
struct Clause<'a> {
    sentence: &'a Sentence,
    range: &'a Range<usize>,
    lexicon: &'a Lexicon,
}

impl Clause<'_> {
    /// The criterion of what is done, where the adverb names none.
    fn done(&self, noun: Option<Range<usize>>, verb: usize, manner: &Manner) -> Option<Aspect> {
        let tokens = &self.sentence.tokens;
        if let Some(noun) = noun {
            let known = first_known(self.sentence, noun.clone(), self.lexicon).map(|(aspect, _)| aspect);
            return known.or_else(|| open_aspect(self.sentence, noun));
        }
        let object = verb + 1..manner.tokens.start;
        let known = first_known(self.sentence, object.clone(), self.lexicon).map(|(aspect, _)| aspect);
        let low = base(&tokens[verb].low);
        let light = tokens[verb].is(List::LightVerbs) || self.lexicon.has(List::LightVerbs, &low);
        let masters = light || tokens[verb].is(List::Masters) && !object.is_empty();
        if known.is_some() {
            return known;
        }
        if masters {
            let led = tokens
                .get(manner.tokens.end)
                .is_some_and(|next| matches!(next.low.as_str(), "in" | "on" | "at" | "with" | "under" | "for"));
            let place = manner.tokens.end + 1..self.range.end;
            let sought = if !object.is_empty() {
                aspect_after(self.sentence, object, self.lexicon)
            } else if led {
                aspect_after(self.sentence, place, self.lexicon)
            } else {
                Sought::Nothing
            };
            return match sought {
                Sought::Known(aspect, _) => Some(aspect),
                Sought::Unknown(noun) => open_aspect(self.sentence, noun),
                Sought::Kind | Sought::Nothing => None,
            };
        }
        match self.lexicon.done(&low) {
            Some(slug) => Some(Aspect::new(low, slug)),
            // What grips has a grip.
            None if self.lexicon.term(&low).is_some() || NOUNS.contains(&low.as_str()) => {
                Some(Aspect::of_words(low, self.lexicon))
            }
            None => Some(Aspect::of_words(gerund(&low), self.lexicon)),
        }
    }
}
