//! The words of a condition or of those whom an advice is for: where they end, whether they name a use, and
//! into which conditions they fall apart.

use std::ops::Range;

use super::sentence::Sentence;
use super::tokens::{Token, is_mark};
use crate::lexicon::{Class, List};

/// The conditions of a list of them: "you cook for two, want little noise, or travel".
pub(super) fn conditions(sentence: &Sentence, scope: Range<usize>) -> Vec<Range<usize>> {
    let tokens = &sentence.tokens;
    let joins = |at: usize| matches!(tokens[at].low.as_str(), "," | "and" | "or");
    let begins = |at: usize| tokens.get(at).is_some_and(|token| token.is(List::ConditionVerbs));
    let mut parts = Vec::new();
    let mut start = scope.start;
    for at in scope.clone() {
        let next =
            at + 1 + usize::from(tokens.get(at + 1).is_some_and(|next| matches!(next.low.as_str(), "and" | "or")));
        if at > start && joins(at) && next < scope.end && begins(next) {
            parts.push(start..at);
            start = next;
        }
    }
    parts.push(start..scope.end);
    parts.retain(|part| !part.is_empty());
    parts
}

/// Do the words of a condition name a use ("for instance" does not)?
pub(super) fn names_use(sentence: &Sentence, scope: &Range<usize>) -> bool {
    let Some(words) = sentence.tokens.get(scope.clone()).filter(|words| !words.is_empty()) else { return false };
    // "If you need a recommendation, ..." is no use: the advice stands for all.
    let asks = words.len() <= 6 && words.iter().any(|word| word.is(List::AskedFor));
    let opens_with_none = words.len() <= 2 && words[0].is(List::NoUse);
    let low = |at: usize| words.get(at).map_or("", |word| word.low.as_str());
    // "When it comes to price" names a criterion, "if I had to choose" nothing.
    let idiom = matches!(
        (low(0), low(1)),
        ("it", "comes")
            | ("terms", "of")
            | ("i" | "we", "had")
            | ("i" | "we", "have")
            | ("in", "doubt")
            | ("not", "")
            | ("all", "else")
    );
    // "Often expensive -> Alpha" leads from what is known already to a verdict, and names no use.
    let quality = |word: &Token| word.is(List::PointVerbs) || word.cue.is_some_and(|(cue, _)| cue.class == Class::Bad);
    let noun = words.iter().any(|word| !quality(word));
    // "not for the obvious reason"
    let reason = words.len() <= 4 && words.last().is_some_and(|last| matches!(last.low.as_str(), "reason" | "reasons"));
    words.len() <= 60 && noun && !idiom && !reason && !asks && !opens_with_none
}

/// Do the words in front of an advice name those whom it is for: "careful drivers", "anyone who paints"?
pub(super) fn are_people(sentence: &Sentence, scope: &Range<usize>) -> bool {
    let Some(words @ [first, ..]) = sentence.tokens.get(scope.clone()) else { return false };
    let many = |token: &Token| token.low.len() > 4 && token.low.ends_with('s') && token.cue.is_none();
    let noun = words.last().is_some_and(|last| words.len() <= 4 && many(last) && !last.is(List::Openers));
    // "Runners with flat feet"
    let told = words.get(1).is_some_and(|next| {
        matches!(
            next.low.as_str(),
            "with" | "without" | "who" | "on" | "in" | "of" | "over" | "under" | "like" | "from" | "that"
        )
    });
    let noun = noun || told && many(first);
    // "Most people should buy it" is an advice for all.
    let all = words.len() <= 2 && matches!(first.low.as_str(), "most" | "everyone" | "everybody" | "people");
    let opens = all
        || first.is(List::Openers)
        || first.is(List::Stops)
        || matches!(first.low.as_str(), "no" | "these" | "both");
    !opens && (first.is(List::Anyone) || words.iter().take(4).any(|token| token.is(List::People)) || noun)
}

/// A condition up to where its clause ends: at the latest before another subject is named.
pub(super) fn scope_of(sentence: &Sentence, range: Range<usize>) -> Range<usize> {
    let names = |at: usize| sentence.tokens.get(at).is_some_and(|next| next.one().is_some() && !next.pronoun);
    let comma = range.clone().skip(2).find(|at| sentence.tokens[*at].low == "," && names(at + 1));
    let scope = up_to(sentence, range, List::ScopeEnds);
    let end = comma.map_or(scope.end, |comma| scope.end.min(comma));
    let words = sentence.tokens[scope.start..end].iter().rposition(|token| !is_mark(&token.low));
    scope.start..words.map_or(scope.start, |last| scope.start + last + 1)
}

/// A range up to the first word of a list.
pub(super) fn up_to(sentence: &Sentence, range: Range<usize>, list: List) -> Range<usize> {
    let end = range.clone().find(|at| sentence.tokens[*at].is(list));
    range.start..end.unwrap_or(range.end)
}
