//! The words of a clause that judge: which way, how they compare, and whether a negation turns them
//! round.

use std::ops::Range;

use super::tokens::{Token, is_mark};
use crate::lexicon::{Class, Cue, Degree, List};

/// A judging word in its clause.
pub(super) struct Judge {
    pub(super) cue: Cue,
    /// The tokens of the cue with "more" or "less" before it.
    pub(super) tokens: Range<usize>,
    /// The degree in which it stands here: `more flexible` is a comparative.
    pub(super) degree: Degree,
    /// Turned round by "less" or a negation.
    pub(super) flipped: bool,
}

/// How an opinion compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compares {
    /// It does not.
    No,
    /// With the rival.
    Rival,
    /// With all others: a superlative.
    All,
    /// It calls subject and rival level.
    Level,
}

impl Judge {
    /// The judging word that begins at a token of a clause.
    pub(super) fn at(tokens: &[Token], at: usize, clause: &Range<usize>) -> Option<Self> {
        let low = tokens[at].low.as_str();
        let embedded = at > clause.start && tokens[at - 1].low == "how";
        if tokens[at].who.is_some() || embedded || low == "light" && !is_said(tokens, at, clause) {
            return None;
        }
        let flipped = negated(&tokens[clause.start..at]) != falls_short(&tokens[clause.start..at]);
        if let Some((cue, end)) = graded(tokens, at, clause.end) {
            let degree = if matches!(low, "most" | "least") { Degree::Superlative } else { Degree::Comparative };
            let less = matches!(low, "less" | "least");
            return Some(Self { cue, tokens: at..end, degree, flipped: flipped != less });
        }
        if flipped && hedged(&tokens[clause.start..at])
            || at > clause.start
                && tokens[at - 1].low == "no"
                && tokens[at].cue.is_some_and(|(cue, _)| cue.degree == Degree::Comparative)
        {
            return None;
        }
        let next = tokens.get(at + 1).map_or("", |token| token.low.as_str());
        let idiom = tokens[at].cue.is_some_and(|(_, len)| len > 2);
        if low == "most" || low == "more" && !idiom && matches!(next, "than" | "about" | "or" | "of") {
            return None;
        }
        let (cue, len) = tokens[at].cue?;
        // "best" praises as often as it compares.
        let degree = if low == "best" { Degree::Base } else { cue.degree };
        Some(Self { cue, tokens: at..(at + len).min(clause.end), degree, flipped })
    }

    /// Is it said as a comparative?
    pub(super) fn is_comparative(&self) -> bool {
        self.degree == Degree::Comparative
    }

    /// Does it praise, or speak of much?
    pub(super) fn is_positive(&self) -> bool {
        matches!(self.cue.class, Class::Good | Class::More | Class::Has | Class::Excels | Class::Increases)
    }

    /// How it compares in its clause.
    pub(super) fn compares(&self, tokens: &[Token], clause: &Range<usize>) -> Compares {
        if let Some(compares) = self.as_as(tokens) {
            return compares;
        }
        match self.degree {
            Degree::Superlative if !is_one_of(&tokens[clause.start..self.tokens.start]) => Compares::All,
            Degree::Comparative if self.than_no_rival(tokens, clause) => Compares::No,
            Degree::Comparative => Compares::Rival,
            _ => Compares::No,
        }
    }

    /// "faster than before", "than most": measured against nobody of the roster.
    fn than_no_rival(&self, tokens: &[Token], clause: &Range<usize>) -> bool {
        let Some(than) = (self.tokens.end..clause.end).find(|at| tokens[*at].low == "than") else { return false };
        let rival = |token: &Token| token.who.is_some() || token.is(List::Others);
        !tokens[than..].iter().take(8).any(rival)
    }

    /// "as fast as", and not "as soon as"; "twice as fast as" is more.
    pub(super) fn as_as(&self, tokens: &[Token]) -> Option<Compares> {
        let low = |at: usize| tokens.get(at).map_or("", |token| token.low.as_str());
        let before = self.tokens.start.checked_sub(1)?;
        let named = tokens[self.tokens.end..].iter().take(5).any(|token| token.who.is_some());
        if low(before) != "as" || low(self.tokens.end) != "as" || !named {
            return None;
        }
        let times = before.checked_sub(1).map_or("", low);
        let more = matches!(times, "twice" | "times" | "thrice") || times.ends_with('x');
        Some(if more || self.flipped { Compares::Rival } else { Compares::Level })
    }
}

/// Is an adjective that is a noun as often ("light") said of something: "is light", "light and small"?
fn is_said(tokens: &[Token], at: usize, clause: &Range<usize>) -> bool {
    let free =
        |token: &Token| is_mark(&token.low) || matches!(token.low.as_str(), "and" | "but" | "yet" | "or" | "for");
    let leads = |token: &Token| {
        token.is(List::Predicates)
            || token.low.ends_with("ly")
            || matches!(token.low.as_str(), "so" | "very" | "too" | "=")
    };
    let before = tokens[clause.start..at].last().is_none_or(|token| free(token) || leads(token));
    before && (at + 1 >= clause.end || free(&tokens[at + 1]))
}

/// The adjective behind "more" or "less" ("more flexible", "far less steep"), and where it ends.
fn graded(tokens: &[Token], at: usize, end: usize) -> Option<(Cue, usize)> {
    if !matches!(tokens[at].low.as_str(), "more" | "less" | "most" | "least") {
        return None;
    }
    let passed = |low: &str| matches!(low, "or" | "and" | "much" | "widely" | "highly" | "fully");
    let next = (at + 1..end).find(|next| !passed(&tokens[*next].low))?;
    let (cue, len) = tokens[next].cue?;
    let adverb = tokens[next].low.ends_with("ly");
    ((cue.is_adjective() || adverb) && cue.degree == Degree::Base).then_some((cue, next + len))
}

/// "not much", "not necessarily": less than a denial.
fn hedged(before: &[Token]) -> bool {
    before.iter().rev().take(2).any(|token| token.is(List::Hedges))
}

/// "half as fast as", "nowhere near as fast as", "far from", "anything but".
fn falls_short(before: &[Token]) -> bool {
    let low = |back: usize| before.len().checked_sub(back).map_or("", |at| before[at].low.as_str());
    match low(1) {
        "as" => low(2) == "half" || low(2) == "near" && low(3) == "nowhere",
        "from" => low(2) == "far",
        "but" => low(2) == "anything",
        _ => false,
    }
}

/// Does a "not" stand in the few words before?
fn negated(before: &[Token]) -> bool {
    let before = &before[before.len().saturating_sub(4)..];
    let only = |next: &Token| matches!(next.low.as_str(), "only" | "just" | "to" | "merely");
    before.iter().enumerate().any(|(at, token)| {
        let near = before[at..].iter().all(|token| !is_mark(&token.low));
        // "no longer slow"
        let once = token.low == "no" && before.get(at + 1).is_some_and(|next| next.low == "longer");
        // "hesitate to recommend"
        let turns = token.low == "hesitate" && before.len() == at + 2 || !before.get(at + 1).is_some_and(only);
        token.who.is_none() && (token.is(List::Negations) || once) && near && turns
    })
}

/// "one of the fastest" is praise and no comparison.
fn is_one_of(before: &[Token]) -> bool {
    let picks = |token: &Token| matches!(token.low.as_str(), "of" | "among" | "amongst" | "some");
    before.iter().rev().take(5).any(picks)
}
