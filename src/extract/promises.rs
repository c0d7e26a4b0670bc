//! Claims by what a sentence promises to a reader of some need: "If you want one tool for all of it, Alpha has you covered".
//!
//! The phrases of the lexicon know how advice is worded. Here nothing is worded as advice: that one thing alone is named, right
//! behind a need of the reader's own, and that nothing blames it, is what recommends it.

use std::ops::Range;

use super::prose::Line;
use super::reader::Reader;
use super::scopes::{are_people, names_use, scope_of};
use super::sentence::Sentence;
use super::statement::{Found, Statement};
use super::tokens::Token;
use crate::claim::Verdict;
use crate::lexicon::{Class, List};

/// How far behind the need the name stands at most: "get an entry-level Alpha".
const NEAR: usize = 5;

impl Reader<'_> {
    /// Reads what a sentence promises.
    pub(super) fn promised(&mut self, line: &Line) {
        let sentence = &line.sentence;
        let Some((subject, need)) = promise(sentence) else { return };
        let of = sentence.span(need).of(&self.document.text).to_owned();
        let found = Found { span: sentence.span(0..sentence.tokens.len()), place: line.place, rule: "promised" };
        self.claim(&Statement::of_use(subject, Verdict::Suits, of), found);
    }
}

/// To whom a sentence recommends itself: the subject, and the tokens of the need.
fn promise(sentence: &Sentence) -> Option<(usize, Range<usize>)> {
    let mut names = sentence.names();
    let (at, subject) = names.next().and_then(|(at, who)| Some((at, who.one()?)))?;
    let main = main_clause(sentence, at)?;
    let alone = names.all(|(_, who)| who.one() == Some(subject)) && !sentence.tokens[at].pronoun;
    let near = at < main + NEAR;
    let need = scope_of(sentence, 1..main);
    let needed = near && alone && names_use(sentence, &need) && !is_told(&sentence.tokens[need.clone()]);
    (needed && !sentence.tokens[main..].iter().any(blames)).then_some((subject, need))
}

/// "For those who don't know" and "If you haven't heard of it" tell what a thing is, and recommend it to nobody.
fn is_told(need: &[Token]) -> bool {
    let knows = |token: &Token| matches!(token.low.as_str(), "know" | "heard" | "familiar" | "aware");
    need.iter().any(|token| token.is(List::Negations)) && need.iter().any(knows)
}

/// Where the main clause begins behind a need of the reader's own, before the token at `name`: "If you ...," or "For
/// careful drivers,".
fn main_clause(sentence: &Sentence, name: usize) -> Option<usize> {
    let low = |at: usize| sentence.tokens.get(at).map_or("", |token| token.low.as_str());
    let comma = (2..name).rev().find(|at| matches!(low(*at), "," | ":" | "—" | "–"))?;
    let needs = match low(0) {
        "if" => (1..4).any(|at| matches!(low(at), "you" | "your")),
        "for" => are_people(sentence, &(1..comma)),
        _ => false,
    };
    needs.then_some(comma + 1)
}

/// Does a word take the promise back, or speak of the cost?
fn blames(token: &Token) -> bool {
    let bad = |class| matches!(class, Class::Bad | Class::Less | Class::Lacks | Class::Struggles | Class::Demands);
    token.is(List::Negations)
        || matches!(token.low.as_str(), "but" | "however" | "costs" | "pay" | "charges")
        || token.term.is_some_and(|(term, _)| term.burden)
        || token.cue.is_some_and(|(cue, _)| bad(cue.class))
}
