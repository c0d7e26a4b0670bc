//! The criterion of a list item, a cell, or whatever else names it without a sentence around it: its
//! strongest term, a judging word with a criterion of its own, or its first words.

use std::ops::Range;

use super::aspects::{Sought, aspect_after, first_known, is_noun_like, open_aspect};
use super::sentence::Sentence;
use super::tokens::{Token, joined};
use super::verbs::of_deed;
use crate::claim::Aspect;
use crate::lexicon::{Class, Lexicon, List};

/// The criterion of an item.
pub(super) fn of_item(sentence: &Sentence, range: Range<usize>, lexicon: &Lexicon) -> Option<Aspect> {
    // "Prime reading, free books for members": the head says what it is about.
    let ends = |at: &usize| matches!(sentence.tokens[*at].low.as_str(), "," | ":" | "—" | "–" | "(" | "." | ";");
    let head = range.start..range.clone().find(|at| *at > range.start + 1 && ends(at)).unwrap_or(range.end);
    of_words(sentence, head, lexicon).or_else(|| of_words(sentence, range, lexicon))
}

fn of_words(sentence: &Sentence, range: Range<usize>, lexicon: &Lexicon) -> Option<Aspect> {
    let weak = match term_of(sentence, range.clone(), lexicon) {
        Some((aspect, true)) => Some(aspect),
        Some((aspect, false)) => return Some(aspect),
        None => None,
    };
    let judged = range.clone().find_map(|at| {
        let (cue, len) = sentence.tokens[at].cue?;
        let words = &sentence.tokens[at..(at + len).min(range.end)];
        Some(Aspect::new(joined(words), lexicon.slug_of_cue(cue)?))
    });
    // "Limited selection": the noun says more than the adjective.
    let telling = judged.clone().filter(|judged| !lexicon.has(List::Weak, &judged.slug));
    if let Some(aspect) = telling.or_else(|| weak.clone()) {
        return Some(aspect);
    }
    if let Some(deed) = of_deed(sentence, range.clone(), lexicon).filter(|_| judged.is_none()) {
        return Some(deed);
    }
    let noun = match aspect_after(sentence, range.clone(), lexicon) {
        Sought::Known(aspect, _) => Some(aspect),
        Sought::Unknown(noun) => open_aspect(sentence, noun),
        Sought::Kind | Sought::Nothing => None,
    };
    noun.or(judged)
        .or_else(|| first_known(sentence, range.clone(), lexicon).map(|(aspect, _)| aspect))
        .or_else(|| first_words(&sentence.tokens[range]))
}

/// The strongest term of some words, and whether it is weak still.
fn term_of(sentence: &Sentence, range: Range<usize>, lexicon: &Lexicon) -> Option<(Aspect, bool)> {
    let tokens = &sentence.tokens;
    let mut weak: Option<Aspect> = None;
    let mut at = range.start;
    while at < range.end {
        let Some((term, len)) = tokens[at].term.filter(|(_, len)| at + len <= range.end) else {
            at += 1;
            continue;
        };
        let aspect = Aspect::new(joined(&tokens[at..at + len]), lexicon.slug_of(term));
        let own = (len == 1).then(|| modified(&tokens[range.start..at], &aspect, lexicon)).flatten();
        if own.is_some() || !lexicon.has(List::Weak, &aspect.slug) {
            return Some((own.unwrap_or(aspect), false));
        }
        if aspect.slug == "support" && tokens.get(at + 1).is_some_and(|next| next.low == "for") {
            match aspect_after(sentence, at + 2..range.end, lexicon) {
                Sought::Known(aspect, _) => return Some((aspect, false)),
                Sought::Unknown(noun) => return open_aspect(sentence, noun).map(|aspect| (aspect, false)),
                Sought::Kind | Sought::Nothing => {}
            }
        }
        weak.get_or_insert(aspect);
        at += len;
    }
    weak.map(|aspect| (aspect, true))
}

/// A general criterion with the nouns before it: "library integration", "hardware key support".
fn modified(before: &[Token], aspect: &Aspect, lexicon: &Lexicon) -> Option<Aspect> {
    let lists = lexicon.lists(&aspect.slug);
    let general = lists.has(List::Weak) || lists.has(List::General);
    let noun = |token: &&Token| {
        let plain = is_noun_like(&token.low) && token.cue.is_none() && token.term.is_none() && token.who.is_none();
        plain && !token.is(List::Skipped) && !token.is(List::Stops) && !opens_point(token)
    };
    let nouns = before.iter().rev().take_while(noun).take(2).count();
    let words = joined(&before[before.len() - nouns..]);
    (general && nouns > 0).then(|| Aspect::named(format!("{words} {}", aspect.label)))
}

/// Is it a verb or the like with which a point begins, and which says nothing of the matter: "Can serve as ..."?
fn opens_point(token: &Token) -> bool {
    token.is(List::PointVerbs) || token.is(List::SpeaksFor) || token.is(List::SpeaksAgainst)
}

/// "Insurance required" is about insurance.
fn ends_point(token: &Token) -> bool {
    token.is(List::SpeaksAgainst) || matches!(token.low.as_str(), "included" | "available" | "possible" | "allowed")
}

/// Up to three nouns that follow each other.
fn first_words(tokens: &[Token]) -> Option<Aspect> {
    let content = |token: &Token| {
        let noun = is_noun_like(&token.low) && token.who.is_none();
        let judges = token.cue.is_some_and(|(cue, _)| cue.class != Class::Has);
        noun && !judges && !token.is(List::Skipped) && !token.is(List::Stops)
    };
    let heads = |token: &&Token| content(token) && !opens_point(token) && !token.is(List::NoCriterion);
    let plain = |token: &Token| heads(&token) && !token.is(List::EmptyFronts);
    let first = tokens
        .iter()
        .position(plain)
        .or_else(|| tokens.iter().position(|token| heads(&token)))
        .or_else(|| tokens.iter().position(content))?;
    let len = tokens[first..].iter().take(3).take_while(|token| content(token) && !ends_point(token)).count();
    let aspect = Aspect::named(joined(&tokens[first..first + len]));
    (!aspect.slug.is_empty()).then_some(aspect)
}
