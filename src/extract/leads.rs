//! What a sentence says in front, or the one before it, that it is about: "As for battery life, ...", "On price ...",
//! "Crushed ice: ...".

use std::ops::Range;

use super::aspects::first_known;
use super::items::of_item;
use super::own_words::is_clause;
use super::reader::Reader;
use super::scopes::are_people;
use super::sentence::Sentence;
use super::tokens::{Token, is_mark};
use crate::claim::Aspect;
use crate::lexicon::List;

impl Reader<'_> {
    /// The criterion that a sentence announces in front.
    pub(super) fn lead_of(&self, sentence: &Sentence) -> Option<Aspect> {
        let Lead { words, surely } = lead(sentence)?;
        let comma = sentence.tokens.get(words.end).is_some_and(|end| end.low == ",");
        // "For small scale shops both are easy" is not about scale.
        let ends = |at: usize| sentence.tokens[at].term.is_some_and(|(_, len)| at + len == words.end);
        if !surely && !comma && (words.len() > 3 || !words.clone().any(ends)) {
            return None;
        }
        if sentence.tokens[words.clone()].iter().any(|token| token.who.is_some()) {
            return None;
        }
        let known = first_known(sentence, words.clone(), self.lexicon).map(|(aspect, _)| aspect);
        let said = known.filter(|known| surely || !self.lexicon.has(List::Weak, &known.slug));
        said.or_else(|| surely.then(|| of_item(sentence, words, self.lexicon)).flatten())
    }

    /// The same in words of its own, where the sentence would judge the whole otherwise: "For business class I'd book it".
    pub(super) fn own_lead_of(&self, sentence: &Sentence) -> Option<Aspect> {
        let Lead { words, .. } = lead(sentence)?;
        let said = &sentence.tokens[words.clone()];
        let empty = |token: &Token| {
            let manner = matches!(
                token.low.as_str(),
                "balance"
                    | "paper"
                    | "whole"
                    | "end"
                    | "moment"
                    | "glance"
                    | "average"
                    | "hand"
                    | "side"
                    | "first"
                    | "last"
                    | "least"
                    | "most"
                    | "me"
                    | "us"
                    | "now"
                    | "once"
                    | "money"
                    | "all"
                    | "example"
                    | "instance"
                    | "that"
                    | "this"
                    | "it"
                    | "top"
            );
            token.who.is_some() || manner || token.is(List::Frame) || token.is(List::NoUse)
        };
        // "At entry level" is where, "at crushing ice" what.
        let place = sentence.tokens[0].low == "at" && !said.first().is_some_and(|first| first.low.ends_with("ing"));
        let says = !place && said.first().is_some_and(|first| !first.is(List::NoCriterion));
        if !says || said.len() > 4 || said.iter().any(empty) || are_people(sentence, &words) {
            return None;
        }
        let known = first_known(sentence, words.clone(), self.lexicon).map(|(aspect, _)| aspect);
        known.or_else(|| of_item(sentence, words, self.lexicon))
    }

    /// The criterion in front of a colon: "Crushed ice: the Heron is better".
    pub(super) fn before_colon(&self, sentence: &Sentence) -> Option<Aspect> {
        let tokens = &sentence.tokens;
        let colon = tokens.iter().take(5).position(|token| token.low == ":").filter(|at| (1..=4).contains(at))?;
        let goes_on = tokens.len() > colon + 3;
        let plain = |token: &Token| {
            let frames =
                token.is(List::Frame) || token.is(List::WinnerLeads) || token.is(List::Stops) && token.low != "for";
            token.who.is_none() && !frames && !is_mark(&token.low)
        };
        if !goes_on || !tokens[..colon].iter().all(plain) || is_clause(sentence) {
            return None;
        }
        let named = tokens[colon..].iter().any(|token| token.who.is_some());
        let said = self.facts_of(sentence.span(0..colon)).criterion;
        said.filter(|said| named || self.lexicon.knows(&said.slug))
    }

    /// The criterion of which a sentence says only that it matters: "Packing is what tells them apart".
    pub(super) fn announced(&self, sentence: &Sentence) -> Option<Aspect> {
        let tokens = &sentence.tokens;
        let low = |at: usize| tokens.get(at).map_or("", |token| token.low.as_str());
        let noun = |at: &usize| tokens[*at].who.is_none() && !is_mark(low(*at)) && !tokens[*at].is(List::Predicates);
        let start = usize::from(matches!(low(0), "the" | "then" | "take" | "consider"));
        let end = start + (start..tokens.len().min(start + 5)).take_while(noun).count();
        let opens = match (low(end), low(end + 1)) {
            ("?", _) => true,
            (".", _) => matches!(low(0), "take" | "consider"),
            ("is" | "are", "where" | "what" | "another" | "one") => {
                let matters = |token: &Token| {
                    matches!(
                        token.low.as_str(),
                        "difference"
                            | "differ"
                            | "gap"
                            | "decides"
                            | "decided"
                            | "matters"
                            | "interesting"
                            | "apart"
                            | "ways"
                            | "story"
                            | "matter"
                    )
                };
                tokens[end..].iter().any(matters)
            }
            _ => false,
        };
        let named = tokens.iter().any(|token| token.who.is_some() && !token.pronoun);
        if !opens || named || !(1..=3).contains(&(end - start)) {
            return None;
        }
        let known = first_known(sentence, start..end, self.lexicon).map(|(aspect, _)| aspect);
        known.or_else(|| of_item(sentence, start..end, self.lexicon))
    }
}

/// The noun that "at which", "where" or "at it" goes back to, within the sentence: "search, at which A beats B".
pub(super) fn before_which(sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let tokens = &sentence.tokens;
    let low = |at: usize| tokens.get(at).map_or("", |token| token.low.as_str());
    let which = (1..at).rev().take(3).find(|at| low(*at) == "which" || low(*at) == "where")?;
    let led = matches!(low(which - 1), "at" | "in" | "on" | "for");
    let mut end = if led {
        which - 1
    } else if low(which) == "where" {
        which
    } else {
        return None;
    };
    if low(end.checked_sub(1)?) == "," {
        end -= 1;
    }
    let noun = |at: &usize| {
        let token = &tokens[*at];
        token.who.is_none()
            && !is_mark(&token.low)
            && !token.is(List::Stops)
            && !token.is(List::Predicates)
            && !token.is(List::Skipped)
    };
    let len = (0..end).rev().take_while(noun).take(3).count();
    let frames = |at: usize| tokens[at].is(List::Frame) || tokens[at].is(List::NoCriterion);
    (len > 0 && !frames(end - 1)).then(|| end - len..end)
}

/// The words in front by which a sentence says what it is about.
struct Lead {
    words: Range<usize>,
    /// Can they be nothing else?
    surely: bool,
}

fn lead(sentence: &Sentence) -> Option<Lead> {
    let tokens = &sentence.tokens;
    let low = |at: usize| tokens.get(at).map_or("", |token| token.low.as_str());
    let (start, surely) = match (low(0), low(1), low(2)) {
        ("when", "it", "comes") if low(3) == "to" => (4, true),
        ("in", "terms", "of") | ("with", "regard" | "regards" | "respect", "to") => (3, true),
        ("as", "for", _) | ("speaking" | "talking", "of", _) => (2, true),
        ("as", "far", "as") | ("where", _, _)
            if tokens.iter().take(9).any(|token| matches!(token.low.as_str(), "concerned" | "goes")) =>
        {
            (if low(0) == "as" { 3 } else { 1 }, true)
        }
        ("regarding" | "concerning", _, _) => (1, true),
        ("on" | "for" | "at", _, _) => (1, false),
        _ => return None,
    };
    // "When it comes to price Alpha wins" and "For stability I would take it" have no comma.
    let begins = |at: usize| {
        let token = &tokens[at];
        at > start
            && (token.who.is_some()
                || matches!(token.low.as_str(), "i" | "we" | "you" | "there" | "nothing" | "is" | "are" | "goes"))
    };
    let end = (start..tokens.len().min(start + 7)).find(|at| low(*at) == "," || begins(*at))?;
    Some(Lead { words: start..end, surely })
}
