//! What is said to be good or bad, where it is no adjective's noun: what a subject has by name ("the Brompton's handling"),
//! what belongs to it ("search in the Brompton"), what a clause without a name speaks of ("the layout").

use std::ops::Range;

use super::aspects::is_noun_like;
use super::tokens::{Token, is_mark};
use crate::lexicon::List;

/// What a subject has by name: "handling" in "the Brompton's handling".
pub(super) fn possessed(tokens: &[Token]) -> Option<Range<usize>> {
    let is_genitive = |at: usize| tokens.get(at).is_some_and(|token| token.low == "'s");
    let owner = (0..tokens.len()).find(|at| {
        tokens[*at].who.is_some() && tokens[*at].low != "it" && (tokens[*at].low == "its" || is_genitive(at + 1))
    })?;
    let start = if tokens[owner].low == "its" { owner + 1 } else { owner + 2 };
    let noun = |token: &&Token| {
        let letters = token.low.len() > 2 && token.low.chars().all(|c| c.is_alphabetic() || c == '-');
        letters && token.cue.is_none() && !token.is(List::NoPossession)
    };
    let len = tokens.get(start..)?.iter().take_while(noun).take(3).count();
    (len > 0).then(|| start..start + len)
}

/// Of what a clause without a name speaks: "layout" in "the layout is messy".
pub(super) fn predicated(tokens: &[Token]) -> Option<Range<usize>> {
    let opens = |token: &Token| {
        is_mark(&token.low)
            || token.is(List::Conjunctions)
            || matches!(
                token.low.as_str(),
                "and" | "but" | "the" | "its" | "their" | "also" | "a" | "an" | "most" | "all"
            )
    };
    let start = tokens.iter().position(|token| !opens(token))?;
    let noun = |token: &&Token| {
        let letters = token.low.len() > 2 && is_noun_like(&token.low);
        let known = token.who.is_some() || token.cue.is_some() || token.is(List::Kinds);
        letters && !known && !token.is(List::Stops) && !token.is(List::Skipped) && !token.is(List::NoCriterion)
    };
    let len = tokens[start..].iter().take_while(noun).count();
    let said = tokens.get(start + len)?.is(List::Predicates);
    (said && (1..=3).contains(&len)).then_some(start..start + len)
}

/// What belongs to whom is named behind it: "search" in "search in the Heron is".
pub(super) fn belonging(tokens: &[Token]) -> Option<Range<usize>> {
    let name = tokens.iter().rposition(|token| token.who.is_some_and(|who| who.one().is_some()) && !token.pronoun)?;
    let behind = tokens.get(name + 1)?;
    let said = behind.is(List::Predicates) && behind.low != "'s"
        || matches!(behind.low.as_str(), "can" | "has" | "will" | "may");
    let end = name.checked_sub(1)?;
    let led = matches!(tokens[end].low.as_str(), "of" | "in" | "on" | "with" | "at" | "from" | "inside");
    let noun = |token: &&Token| {
        let judges = token.cue.is_some_and(|(cue, _)| cue.is_adjective());
        let small = token.is(List::Stops) || token.is(List::Skipped) || is_mark(&token.low);
        token.who.is_none() && token.low.len() > 2 && is_noun_like(&token.low) && !judges && !small
    };
    let len = tokens[..end].iter().rev().take_while(noun).count();
    let opens = |token: &Token| {
        is_mark(&token.low)
            || token.is(List::Conjunctions)
            || matches!(
                token.low.as_str(),
                "the" | "and" | "its" | "all" | "both" | "think" | "found" | "find" | "that"
            )
    };
    let whole = end == len || tokens.get(end.wrapping_sub(len + 1)).is_some_and(opens);
    (said && led && whole && (1..=3).contains(&len)).then(|| end - len..end)
}
