//! Claims by sentences that set one subject above the other in words that no rule knows, as the sentence
//! model sees them ([`crate::preference`]).
//!
//! The rules say more (which way, on what, under which condition), so the model is asked only where they
//! are silent, and believed only where it is sure.

use super::aspects::first_known;
use super::prose::Line;
use super::reader::Reader;
use super::statement::{Found, Statement};
use super::who::{Group, Who};
use crate::claim::{Aspect, Verdict};
use crate::preference::Model;
use crate::span::Span;

/// How sure the model must be.
const SURE: f32 = 0.6;

impl Reader<'_> {
    /// Asks the model what a sentence with two subjects prefers.
    pub(super) fn preferred(&mut self, line: &Line) {
        let sentence = &line.sentence;
        let mut named = sentence.names().filter_map(|(at, who)| Some((at, who.one()?)));
        let Some((first, one)) = named.next() else { return };
        let Some((second, other)) = named.find(|(_, who)| *who != one) else { return };
        if named.any(|(_, who)| who != one && who != other) {
            return;
        }
        let whole = sentence.span(0..sentence.tokens.len());
        let within = |at: usize| {
            let span = sentence.tokens[at].span;
            Span::new(span.start - whole.start, span.end - whole.start)
        };
        let shares = Model::builtin().shares(whole.of(&self.document.text), within(first), within(second));
        let (better, worse) = match (shares.better, shares.worse) {
            (better, _) if better >= SURE => (one, other),
            (_, worse) if worse >= SURE => (other, one),
            _ => return,
        };
        let known = first_known(sentence, 0..sentence.tokens.len(), self.lexicon).map(|(aspect, _)| aspect);
        let about = || line.facts.criterion.clone().or_else(|| line.about.clone());
        let aspect = known.or_else(about).unwrap_or_else(Aspect::overall);
        let who = Who::One(better);
        let said = Statement { who, rivals: Group::one(worse), aspect, verdict: Verdict::Better, scope: None };
        self.claim(&said, Found { span: whole, place: line.place, rule: "preferred" });
    }
}
