//! What is done in a clause, and by what: the verb behind a name, behind what the name has ("its chuck holds"), behind a
//! noun that it goes with ("Heron tests don't flake").

use std::ops::Range;

use super::aspects::is_noun_like;
use super::tokens::{Token, is_mark};
use crate::lexicon::List;

/// What is done in a clause.
pub(super) struct Deed {
    /// The noun that does it, where it is not the subject itself: "the chuck holds".
    pub(super) noun: Option<Range<usize>>,
    pub(super) verb: usize,
    pub(super) negated: bool,
}

/// The verb of a clause: behind whom or what it speaks of, and the words that lead to it.
pub(super) fn deed(tokens: &[Token], range: &Range<usize>) -> Option<Deed> {
    let mut at = range.start;
    let opens = |token: &Token| {
        is_mark(&token.low) || token.is(List::Conjunctions) || matches!(token.low.as_str(), "and" | "then" | "also")
    };
    while at < range.end && opens(&tokens[at]) && tokens[at].low != "which" {
        at += 1;
    }
    let named = (at..range.end.min(at + 8)).find(|at| tokens[*at].who.is_some());
    let genitive = |at: usize| tokens.get(at).is_some_and(|token| token.low == "'s");
    let (noun, mut verb) = match named {
        Some(name) if tokens[name].low == "its" || genitive(name + 1) => {
            let start = name + 1 + usize::from(genitive(name + 1));
            let len = nouns(&tokens[start..range.end]);
            // "Its search works well", "its search engine works well": the last of several words is the verb.
            (len > 0).then(|| (Some(start..start + len), start + len))?
        }
        // "Heron tests don't flake"
        Some(name) if name == at && modified(&tokens[name + 1..range.end]).is_some() => {
            let len = modified(&tokens[name + 1..range.end])?;
            (Some(name + 1..name + 1 + len), name + 1 + len)
        }
        Some(name) if name == at || is_in_front(&tokens[at..name]) => (None, name + 1),
        None if matches!(tokens.get(at)?.low.as_str(), "which" | "that" | "they") => (None, at + 1),
        None if matches!(tokens.get(at)?.low.as_str(), "the" | "all") => {
            let start = at + 1;
            let len = nouns(&tokens[start..range.end]);
            (len > 0).then(|| (Some(start..start + len), start + len))?
        }
        // "It is light and cleans well"
        None if at > 0 && tokens[at - 1].low == "and" && is_third(&tokens[at]) => (None, at),
        None => return None,
        Some(_) => return None,
    };
    let from = verb;
    while verb < range.end && leads(&tokens[verb]) {
        verb += 1;
    }
    let negated = tokens[from..verb].iter().any(|token| token.is(List::Negations));
    let token = tokens.get(verb).filter(|_| verb < range.end)?;
    let judges = token.cue.is_some_and(|(cue, _)| cue.is_adjective());
    let many = || {
        from > 0 && {
            let who = &tokens[from - 1];
            who.low.ends_with('s') || matches!(who.low.as_str(), "which" | "that" | "they") || who.one().is_none()
        }
    };
    let said =
        tokens.get(verb + 1).is_some_and(|next| leads(next) && !next.low.ends_with("ly") || next.is(List::Predicates));
    let third = !said && (is_third(token) || token.low.ends_with("ed") || verb > from || noun.is_none() && many());
    let small = token.low == "one"
        || token.is(List::Stops)
        || token.is(List::Predicates) && !is_sense(&token.low)
        || token.is(List::Skipped);
    let word = token.who.is_none() && !token.capital && token.low.chars().all(char::is_alphabetic);
    let verb = (word && third && !judges && !small && token.low.len() > 1).then_some(verb)?;
    Some(Deed { noun, verb, negated })
}

/// Do words before a name only say where or for what: "on ice the Heron grips better"?
fn is_in_front(words: &[Token]) -> bool {
    let leads = |word: &Token| matches!(word.low.as_str(), "on" | "in" | "for" | "at" | "with" | "of" | "to");
    words.first().is_none_or(|first| leads(first) || first.is(List::Stops))
}

/// How many nouns stand between a name and "don't", "never", "can".
fn modified(tokens: &[Token]) -> Option<usize> {
    let noun = |token: &&Token| {
        let small = token.is(List::Stops) || token.is(List::Predicates) || is_mark(&token.low) || leads(token);
        token.who.is_none() && is_noun_like(&token.low) && token.cue.is_none() && !small
    };
    let len = tokens.iter().take_while(noun).count();
    let does = tokens.get(len).is_some_and(|next| {
        matches!(
            next.low.as_str(),
            "never" | "rarely" | "seldom" | "don" | "doesn" | "didn" | "won" | "can" | "do" | "does" | "keep" | "keeps"
        )
    });
    ((1..=2).contains(&len) && does).then_some(len)
}

/// How many nouns a stretch begins with, before its verb.
fn nouns(tokens: &[Token]) -> usize {
    let noun = |token: &&Token| {
        let small = token.is(List::Stops) || token.is(List::Predicates) || leads(token) || is_mark(&token.low);
        token.who.is_none() && is_noun_like(&token.low) && !small
    };
    let len = tokens.iter().take_while(noun).count();
    // The verb is read as one of them, but for one behind "can".
    if tokens.get(len).is_some_and(leads) && len < 4 {
        len
    } else {
        tokens[..len].iter().take(3).rposition(is_third).unwrap_or(0)
    }
}

fn is_third(token: &Token) -> bool {
    token.low.ends_with('s') && !token.low.ends_with("ss") && token.cue.is_none_or(|(cue, _)| !cue.is_adjective())
}

fn is_sense(verb: &str) -> bool {
    matches!(verb, "works" | "feels" | "looks" | "sounds" | "tastes" | "smells" | "feel" | "look" | "sound")
}

/// Does a word stand between the subject and its verb?
fn leads(token: &Token) -> bool {
    let low = token.low.as_str();
    token.is(List::Negations)
        || low.ends_with("ly") && low.len() > 4
        || matches!(
            low,
            "can"
                | "may"
                | "might"
                | "will"
                | "would"
                | "could"
                | "does"
                | "do"
                | "did"
                | "doesn"
                | "don"
                | "didn"
                | "won"
        )
        || matches!(
            low,
            "tends" | "tend" | "seems" | "seem" | "to" | "always" | "often" | "also" | "even" | "still" | "just"
        )
        || matches!(
            low,
            "never"
                | "sometimes"
                | "usually"
                | "both"
                | "all"
                | "now"
                | "is"
                | "are"
                | "said"
                | "known"
                | "manages"
                | "has"
                | "have"
        )
}
