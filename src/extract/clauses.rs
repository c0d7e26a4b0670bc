//! A sentence cut into clauses, each with the subject that it speaks of.
//!
//! No grammar is built: a clause ends at a mark or a conjunction, and its subject is the first name in
//! it that is not the target of a comparison; a clause without one takes over that of the clause
//! before, and the first takes over the topic.

use std::ops::Range;

use super::sentence::Sentence;
use super::tokens::{Token, is_mark};
use super::who::{Group, Who};
use crate::lexicon::List;

/// One clause.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Clause {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Whom it speaks of.
    pub(super) subject: Option<Who>,
    /// Is the subject written in this clause (not taken over)?
    pub(super) named: bool,
    /// Whom it measures the subject against.
    pub(super) rivals: Group,
    /// Is it a condition: "if you need", "when", "for"?
    pub(super) condition: bool,
    /// Is it "unlike X"?
    pub(super) unlike: bool,
}

/// Cuts a sentence. `topic` is whom a clause without a name may speak of.
pub(super) fn cut(sentence: &Sentence, topic: Option<usize>) -> Vec<Clause> {
    let tokens = &sentence.tokens;
    let mut clauses = Vec::new();
    let mut start = 0;
    for at in 0..=tokens.len() {
        if at < tokens.len() && !(at > start && breaks(tokens, at)) {
            continue;
        }
        let mut from = start;
        while from < at && is_mark(&tokens[from].low) {
            from += 1;
        }
        if from < at {
            clauses.push(clause(tokens, from..at));
        }
        start = at;
    }
    extend_conditions(&mut clauses, tokens);
    inherit(&mut clauses, tokens, topic);
    clauses
}

/// Is a stretch nothing but a condition: "Where winters are mild"?
pub(super) fn is_condition(sentence: &Sentence) -> bool {
    let clauses = cut(sentence, None);
    !clauses.is_empty() && clauses.iter().all(|clause| clause.condition && !clause.named)
}

/// Does a clause begin at this token?
fn breaks(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1);
    match tokens[at].low.as_str() {
        ";" | ":" | "—" | "–" | "(" | ")" | "." | "!" | "|" | "•" | "-" | "->" => true,
        "," => next.is_some_and(|next| next.who.is_some() || next.is(List::Openers)),
        _ if tokens[at].is(List::Conjunctions) => {
            !matches!(tokens[at - 1].low.as_str(), "not" | "anything" | "nothing")
        }
        "and" => next.is_some_and(|next| {
            next.who.is_some_and(|who| !matches!(who, Who::Several(_))) || next.is(List::ClauseVerbs)
        }),
        _ => false,
    }
}

fn clause(tokens: &[Token], range: Range<usize>) -> Clause {
    let mut subject: Option<(Who, bool)> = None;
    let mut rivals = others(&tokens[range.clone()]);
    for at in range.clone() {
        let Some(who) = tokens[at].who else { continue };
        if is_target(tokens, range.start, at) {
            rivals = rivals.and(who.group());
            continue;
        }
        // A name outweighs a pronoun before it ("it makes Flask ..." aside, where "it" is Flask too).
        match subject {
            None => subject = Some((who, tokens[at].pronoun)),
            Some((_, true)) if !tokens[at].pronoun && !is_aside(tokens, range.start, at) => {
                subject = Some((who, false))
            }
            Some(_) => {}
        }
    }
    let low = |at: usize| tokens.get(at).map_or("", |token| token.low.as_str());
    let (first, second) = (low(range.start), low(range.start + 1));
    let opens =
        |words: &[&str]| words.contains(&first) || matches!(first, "but" | "and" | "so") && words.contains(&second);
    // "Where gas is cheap, ..." is one, "where it shines" says of what.
    let place = first == "where"
        && subject.is_none()
        && tokens[..range.start].iter().all(|token| is_mark(&token.low))
        && tokens[range.end..].first().is_none_or(|end| matches!(end.low.as_str(), "," | ":" | "."));
    Clause {
        condition: place || opens(&["if", "when", "unless", "should", "whenever", "once"]),
        unlike: opens(&["unlike"]) && subject.is_none(),
        tokens: range,
        subject: subject.map(|(who, _)| who),
        named: subject.is_some(),
        rivals,
    }
}

/// Does a name only qualify something: "easy for a Java developer", "the Java developers"?
fn is_aside(tokens: &[Token], start: usize, at: usize) -> bool {
    let before = tokens[start..at].last().map_or("", |token| token.low.as_str());
    let led = matches!(before, "for" | "of" | "from" | "with" | "in" | "to" | "by" | "as" | "on" | "into" | "a" | "an");
    led || tokens.get(at + 1).is_some_and(|next| next.is(List::People))
}

/// "than the others" measures against all.
fn others(tokens: &[Token]) -> Group {
    let all = tokens.windows(3).any(|words| {
        let [than, first, second] = words else { return false };
        let through = matches!(first.low.as_str(), "the" | "its" | "all" | "most");
        than.low == "than" && (first.is(List::Others) || through && second.is(List::Others))
    });
    if all { Group::ALL } else { Group::NONE }
}

/// Is the name at `at` what something is measured against ("than with Flask", "compared to Flask")?
fn is_target(tokens: &[Token], start: usize, at: usize) -> bool {
    let low = |at: usize| tokens[at].low.as_str();
    let mut before = at;
    while before > start && tokens[before - 1].is(List::BeforeRivals) {
        before -= 1;
    }
    if before == start {
        return false;
    }
    let word = low(before - 1);
    // "compared to Flask", "compared with Flask", where "with" has been passed already
    let lead = match word {
        "to" => before.checked_sub(2),
        _ if before < at && low(before) == "with" => Some(before - 1),
        _ => None,
    };
    if lead.is_some_and(|lead| tokens[lead].is(List::Targets)) {
        return true;
    }
    let as_as = || {
        word == "as" && tokens[before.saturating_sub(6).max(start)..before - 1].iter().any(|token| token.low == "as")
    };
    as_as()
        || matches!(word, "than" | "over" | "unlike" | "versus" | "vs" | "against")
        || word == "like" && before == start + 1
}

/// "If, however, you need X, Y is ...": the condition lasts until somebody is named.
fn extend_conditions(clauses: &mut [Clause], tokens: &[Token]) {
    let opens = |clause: &Clause| clause.condition && clause.tokens.len() <= 3;
    let mut inside = clauses.first().is_some_and(opens);
    for clause in clauses.iter_mut().skip(1) {
        let first = tokens[clause.tokens.start].low.as_str();
        inside &= !clause.named && first != "then";
        clause.condition |= inside;
    }
}

/// Does a clause speak of a third thing: "The Hyundai is ...", "my dog is ..."?
fn is_foreign(tokens: &[Token], clause: &Range<usize>) -> bool {
    let opens = |token: &Token| {
        token.is(List::Conjunctions)
            || is_mark(&token.low)
            || matches!(token.low.as_str(), "and" | "or" | "then" | "because" | "that")
    };
    let start = clause.clone().find(|at| !opens(&tokens[*at])).unwrap_or(clause.end);
    let verb = |token: &Token| {
        token.is(List::ClauseVerbs)
            || matches!(token.low.as_str(), "was" | "were" | "had" | "feels" | "looks" | "costs" | "seems")
    };
    let Some(end) = (start..clause.end).find(|at| verb(&tokens[*at])) else { return false };
    let subject = &tokens[start..end];
    let known = subject.iter().any(|token| token.who.is_some() || token.term.is_some() || token.cue.is_some());
    let Some(first) = subject.first().filter(|_| !known && subject.len() <= 4) else { return false };
    let proper = |token: &Token| token.capital && token.low.len() > 2 && token.lists.is_empty();
    let named = subject.iter().enumerate().any(|(at, token)| {
        proper(token) && (at > 0 || subject.get(1).is_some_and(|next| next.low == "'s" || proper(next)))
    });
    named
        || subject.len() >= 2
            && matches!(
                first.low.as_str(),
                "my" | "his" | "her" | "their" | "our" | "another" | "other" | "someone" | "nobody"
            )
}

/// Gives every clause without a name the subject of the one before, or the topic.
fn inherit(clauses: &mut [Clause], tokens: &[Token], topic: Option<usize>) {
    let mut last: Option<Who> = None;
    for clause in clauses.iter_mut() {
        let start = clause.tokens.start;
        let which = tokens[start].low == "which" || tokens[start].low == "who";
        let before = tokens[..start].iter().rev().find(|token| !is_mark(&token.low));
        if let Some(who) = before.and_then(|token| token.who).filter(|_| which && !clause.named) {
            clause.subject = Some(who);
            continue;
        }
        if clause.subject.is_none() && !clause.unlike && !is_foreign(tokens, &clause.tokens) {
            clause.subject = last.or(topic.map(Who::One));
        }
        if clause.named && !clause.condition {
            last = clause.subject;
        }
    }
    // "If you like X, it is Y": a condition in front takes the subject of what follows.
    let main = clauses.iter().find(|clause| clause.named).and_then(|clause| clause.subject);
    for clause in clauses.iter_mut().take_while(|clause| !clause.named) {
        if clause.subject.is_none() {
            clause.subject = main;
        }
    }
}
