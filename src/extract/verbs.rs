//! The criterion of a point that is a clause: what is done, or what it is done to ("They don't have to be walked" is
//! about walking, "It eats more wood" about wood).
//!
//! A verb cannot be told from a noun by itself, so it is one only behind a word that leads to it: whom the point speaks
//! of, "can", "to".

use std::ops::Range;

use super::aspects::{Sought, aspect_after, is_noun_like, open_aspect};
use super::sentence::Sentence;
use super::tokens::{Token, is_mark};
use crate::claim::Aspect;
use crate::lexicon::{Lexicon, List, gerund, gerund_of_participle};

/// What a point that is a clause does; `None` where it is none, or its verb says nothing.
pub(super) fn of_deed(sentence: &Sentence, range: Range<usize>, lexicon: &Lexicon) -> Option<Aspect> {
    let tokens = &sentence.tokens[range.clone()];
    let subject = subject(tokens)?;
    let verb = subject + tokens[subject..].iter().position(|token| !leads(token))?;
    let deed = &tokens[verb];
    let known = deed.cue.is_some() || deed.is(List::NoCriterion) || deed.is(List::Stops);
    if verb == 0 || known || deed.who.is_some() || is_mark(&deed.low) || !deed.low.chars().all(char::is_alphabetic) {
        return None;
    }
    if is_being(&tokens[verb - 1]) || tokens[..verb].iter().rev().take_while(|token| leads(token)).any(is_being) {
        return Some(Aspect::of_words(gerund_of_participle(&deed.low)?, lexicon));
    }
    let object = range.start + verb + 1;
    // "They keep you up at night" is about the night.
    if deed.is(List::PointVerbs) {
        let judges = |token: &Token| token.cue.is_some_and(|(cue, _)| cue.is_adjective());
        let end = (object..range.end).find(|at| judges(&sentence.tokens[*at])).unwrap_or(range.end);
        let noun = (object..end).find(|at| is_thing(&sentence.tokens[*at]))?;
        let goes_on = |at: &usize| is_thing(&sentence.tokens[*at]) && !sentence.tokens[*at].low.ends_with("ing");
        return open_aspect(sentence, noun..(noun + 1..end).take_while(goes_on).take(2).last().unwrap_or(noun) + 1);
    }
    let has_object = tokens.get(verb + 1).is_some_and(|next| !next.is(List::Stops) && !is_mark(&next.low));
    let noun = match aspect_after(sentence, object..range.end, lexicon) {
        Sought::Known(aspect, _) if has_object => Some(aspect),
        Sought::Unknown(noun) if has_object => open_aspect(sentence, noun),
        _ => None,
    };
    noun.or_else(|| Some(Aspect::of_words(gerund(&base(&deed.low)), lexicon)))
}

/// Behind whom the point speaks of: a name, a pronoun, a noun before "can"; nobody where it begins with "can".
fn subject(tokens: &[Token]) -> Option<usize> {
    let first = tokens.first()?;
    if first.who.is_some() || is_person(&first.low) {
        return Some(1);
    }
    if is_modal(&first.low) {
        return Some(0);
    }
    let modal = tokens.iter().take(4).position(|token| is_modal(&token.low))?;
    let noun = |token: &Token| token.cue.is_none() && !token.is(List::Stops) && !is_mark(&token.low);
    tokens[..modal].iter().all(noun).then_some(modal)
}

/// Does a word stand between the subject and its verb?
fn leads(token: &Token) -> bool {
    let low = token.low.as_str();
    is_modal(low)
        || is_being(token)
        || token.is(List::Negations)
        || low.ends_with("ly")
        || matches!(low, "to" | "have" | "has" | "need" | "needs" | "want" | "wants" | "do" | "does" | "doesn" | "don")
        || matches!(low, "always" | "often" | "also" | "even" | "still" | "just" | "sometimes" | "usually")
}

fn is_modal(low: &str) -> bool {
    matches!(low, "can" | "can't" | "cannot" | "may" | "might" | "will" | "won" | "would" | "could" | "should" | "must")
}

/// May a word be the noun that a point is about?
fn is_thing(token: &Token) -> bool {
    let small = [List::Stops, List::Skipped, List::NoCriterion, List::PointVerbs, List::EmptyFronts];
    let known = token.who.is_some() || token.cue.is_some() || small.iter().any(|list| token.is(*list));
    !known && is_noun_like(&token.low)
}

fn is_being(token: &Token) -> bool {
    matches!(token.low.as_str(), "be" | "is" | "are" | "was" | "were" | "been" | "being" | "get" | "gets")
}

fn is_person(low: &str) -> bool {
    matches!(low, "they" | "it" | "you" | "we" | "i" | "he" | "she")
}

/// A verb in the third person without its ending.
pub(super) fn base(verb: &str) -> String {
    match verb.strip_suffix("es").filter(|stem| stem.ends_with("sh") || stem.ends_with("ch") || stem.ends_with('x')) {
        Some(stem) => stem.to_owned(),
        None => verb.strip_suffix('s').filter(|stem| !stem.ends_with('s')).unwrap_or(verb).to_owned(),
    }
}
