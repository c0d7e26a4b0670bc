//! Claims by fragments: items and cells that name a quality with no sentence around it ("Excellent mobile
//! apps", "Requires setup", "Usually not needed").
//!
//! Whose it is and what it is about, the label or the table says; a fragment only says which way. One that
//! does not is left alone.

use std::ops::Range;

use super::aspects::first_known;
use super::context::Facts;
use super::items::of_item;
use super::judges::Judge;
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Found, Place, Statement, verdict};
use super::tokens::is_mark;
use crate::claim::{Aspect, Form};
use crate::lexicon::{Class, Degree, List};
use crate::span::Span;

/// The most tokens of a fragment; what is longer is prose.
const LONGEST: usize = 14;

impl Reader<'_> {
    /// Reads a stretch of an item or a cell as prose that stands in `place`, and the parts of it that then make no
    /// claim as fragments of this `form`.
    pub(super) fn prose_or_fragments(&mut self, stretch: Span, place: Place, form: Form) {
        let before = self.claims.len();
        self.prose(stretch, place);
        let facts = self.facts(place.section);
        let Some(subject) = facts.subject else { return };
        let sentence = self.sentence(stretch);
        for range in parts(&sentence) {
            let span = sentence.span(range.clone());
            let read = self.claims[before..].iter().any(|claim| claim.evidence.span.overlaps(span));
            let Some((good, compares)) = leaning(&sentence, range.clone()).filter(|_| !read) else { continue };
            let Some(aspect) = self.fragment_aspect(&sentence, range, &facts) else { continue };
            let found = Found { span, place: Place { form, ..place }, rule: "fragment", confidence: 0.6 };
            self.claim(&Statement::on(subject, aspect, verdict(good, compares)), found);
        }
    }

    /// A known criterion that it names, what the label is about, or its own words.
    fn fragment_aspect(&self, sentence: &Sentence, range: Range<usize>, facts: &Facts) -> Option<Aspect> {
        let telling = |aspect: &Aspect| {
            !self.lexicon.has(List::Weak, &aspect.slug) && !self.lexicon.has(List::Vague, &aspect.slug)
        };
        let known = first_known(sentence, range.clone(), self.lexicon).map(|(aspect, _)| aspect).filter(telling);
        known.or_else(|| facts.criterion.clone()).or_else(|| of_item(sentence, range, self.lexicon))
    }
}

/// The parts of a stretch that are fragments.
fn parts(sentence: &Sentence) -> Vec<Range<usize>> {
    let tokens = &sentence.tokens;
    let ends = |at: &usize| matches!(tokens[*at].low.as_str(), "," | ";" | "." | "but" | "(" | ")" | "—" | "–");
    let mut parts = Vec::new();
    let mut start = 0;
    for end in (0..tokens.len()).filter(ends).chain([tokens.len()]) {
        // What stands in brackets explains.
        let inside = start > 0 && tokens[start - 1].low == "(";
        let said = tokens[start..end].iter().any(|token| !is_mark(&token.low));
        if said && !inside && end - start <= LONGEST && is_fragment(sentence, start..end) {
            parts.push(start..end);
        }
        start = end + 1;
    }
    parts
}

/// Does no one do anything in it? The first word may be a verb without its subject: "Supports plugins".
fn is_fragment(sentence: &Sentence, range: Range<usize>) -> bool {
    let tokens = &sentence.tokens[range];
    let person =
        |low: &str| matches!(low, "you" | "i" | "we" | "it" | "they" | "this" | "that" | "he" | "she" | "there");
    let says = |low: &str| matches!(low, "is" | "are" | "was" | "were" | "has" | "have" | "if" | "when" | "?");
    !tokens.iter().any(|token| token.who.is_some() || says(&token.low))
        && !tokens.iter().any(|token| person(&token.low))
}

/// Which way a fragment leans, and whether it compares.
fn leaning(sentence: &Sentence, range: Range<usize>) -> Option<(bool, bool)> {
    let tokens = &sentence.tokens;
    let denied = |at: usize| tokens[range.start..at].iter().rev().take(3).any(|token| token.is(List::Negations));
    for at in range.clone() {
        let token = &tokens[at];
        if token.is(List::SpeaksAgainst) || token.is(List::BurdenNouns) {
            return Some((denied(at), false));
        }
        if token.is(List::SpeaksFor) {
            return Some((!denied(at), false));
        }
        let Some(judge) = Judge::at(tokens, at, &range) else { continue };
        let good = match judge.cue.class {
            Class::Good | Class::Excels => true,
            Class::Bad | Class::Struggles | Class::Lacks => false,
            Class::Has if at == range.start && !token.low.starts_with("includ") => true,
            _ => continue,
        };
        return Some((good != judge.flipped, judge.degree == Degree::Comparative));
    }
    None
}
