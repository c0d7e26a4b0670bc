//! Claims by fragments: items and cells that name a quality with no sentence around it ("Excellent mobile
//! apps", "Requires setup", "Usually not needed").
//!
//! Whose it is and what it is about, the label or the table says; a fragment only says which way. One that
//! does not is left alone.

use std::ops::Range;

use super::cells::{is_burden, level};
use super::context::Facts;
use super::judges::Judge;
use super::labels::leads_on;
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Found, Place, Statement, verdict};
use super::tokens::is_mark;
use crate::claim::{Claim, Form, Verdict};
use crate::lexicon::{Class, Degree, List};
use crate::span::Span;

/// The most tokens of a fragment; what is longer is prose.
const LONGEST: usize = 14;

/// The most tokens of a fragment in a list of them.
const LONGEST_LISTED: usize = 8;

impl Reader<'_> {
    /// Reads a stretch of an item or a cell as prose that stands in `place`, and the parts of it that then make no
    /// claim as fragments of this `form`. A list of fragments is read part by part, since no part speaks of another.
    pub(super) fn prose_or_fragments(&mut self, stretch: Span, place: Place, form: Form) {
        let before = self.claims.len();
        let sentence = self.sentence(stretch);
        let listed = listed(&sentence);
        let facts = self.facts(place.section);
        match (&listed, facts.subject) {
            (Some(parts), Some(_)) => {
                for part in parts {
                    self.prose(sentence.span(part.clone()), place);
                }
            }
            _ => self.prose(stretch, place),
        }
        let Some(subject) = facts.subject.filter(|_| !leads_on(&sentence)) else { return };
        let mut silent = Vec::new();
        for range in parts(&sentence) {
            let span = sentence.span(range.clone());
            let read = self.claims[before..].iter().any(|claim| claim.evidence.span.overlaps(span));
            if read {
                continue;
            }
            let leaning = self.level_of(&sentence, range.clone(), &facts).or_else(|| leaning(&sentence, range.clone()));
            let Some((good, compares)) = leaning else {
                silent.push(range);
                continue;
            };
            let Some(aspect) = self.fragment_aspect(&sentence, range, &facts) else { continue };
            let found = Found { span, place: Place { form, ..place }, rule: "fragment" };
            self.claim(&Statement::on(subject, aspect, verdict(good, compares)), found);
        }
        if listed.is_some() && self.all_favour(before, subject) {
            for range in silent {
                let span = sentence.span(range.clone());
                let Some(aspect) = self.fragment_aspect(&sentence, range, &facts) else { continue };
                let found = Found { span, place: Place { form, ..place }, rule: "fragment-beside" };
                self.claim(&Statement::on(subject, aspect, Verdict::Strength), found);
            }
        }
    }

    /// Do the claims since a stretch began all speak for one subject? What stands beside them in a list does so, too.
    fn all_favour(&self, since: usize, subject: usize) -> bool {
        let said = &self.claims[since..];
        let name = &self.roster.subjects[subject].name;
        let favours =
            |claim: &Claim| matches!(claim.verdict, Verdict::Strength | Verdict::Better) && claim.subject.name == *name;
        !said.is_empty() && said.iter().all(favours)
    }

    /// A fragment that is a level of what the label is about: "High, above all in winter".
    fn level_of(&self, sentence: &Sentence, range: Range<usize>, facts: &Facts) -> Option<(bool, bool)> {
        let aspect = facts.criterion.as_ref().filter(|_| range.start == 0 && range.len() <= 3)?;
        let adjective = sentence.tokens[0].cue.is_some_and(|(cue, _)| cue.is_adjective());
        let softened = sentence.tokens[0].is(List::Softeners);
        (adjective || softened)
            .then(|| level(sentence, range.end, is_burden(aspect, self.lexicon), self.lexicon))
            .flatten()
    }
}

/// The parts of a stretch that is a list of short fragments with commas between.
fn listed(sentence: &Sentence) -> Option<Vec<Range<usize>>> {
    let tokens = &sentence.tokens;
    let end = tokens.iter().rposition(|token| !is_mark(&token.low))? + 1;
    let mut parts = Vec::new();
    let mut start = 0;
    for at in (0..end).filter(|at| matches!(tokens[*at].low.as_str(), "," | ";")).chain([end]) {
        parts.push(start..at);
        start = at + 1;
    }
    let short = |part: &Range<usize>| {
        let opens = tokens[part.start..].first().is_some_and(|first| first.is(List::Openers) && first.low != "and");
        (1..=LONGEST_LISTED).contains(&part.len()) && !opens && is_fragment(sentence, part.clone())
    };
    (parts.len() > 1 && parts.iter().all(short)).then_some(parts)
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
    // "For large teams" is a use, "Let's begin" speaks to the reader.
    let opens =
        |low: &str| matches!(low, "for" | "to" | "let" | "in" | "if" | "when" | "as" | "at" | "on" | "and" | "or");
    let said = tokens.iter().find(|token| !is_mark(&token.low));
    !said.is_some_and(|first| opens(&first.low) && tokens.len() > 1 && first.low != "and")
        && !tokens.iter().any(|token| token.who.is_some() || says(&token.low))
        && !tokens.iter().any(|token| person(&token.low))
}

/// Which way a fragment leans, and whether it compares.
fn leaning(sentence: &Sentence, range: Range<usize>) -> Option<(bool, bool)> {
    let tokens = &sentence.tokens;
    // "Average at best" is no praise.
    if tokens[range.clone()]
        .windows(2)
        .any(|words| words[0].low == "at" && matches!(words[1].low.as_str(), "best" | "most"))
    {
        return Some((false, false));
    }
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
