//! Checkable figures and dates: "first released in 2005", "$126,750 annually", "almost 2.5x smaller".

use std::ops::Range;

use super::aspects::{Sought, aspect_after, aspect_before, first_known, open_aspect};
use super::numbers::{figure_at, is_figure};
use super::prose::Line;
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Found, Statement};
use super::tokens::is_mark;
use super::who::{Group, Who};
use crate::claim::{Aspect, Figure, Unit, Verdict};
use crate::lexicon::List;

impl Reader<'_> {
    /// Reads the figures of a sentence.
    pub(super) fn figures(&mut self, line: &Line) {
        for clause in &line.clauses {
            let Some(who @ Who::One(_)) = clause.subject else { continue };
            let mut at = clause.tokens.start;
            while at < clause.tokens.end {
                if let Some((figure, aspect)) = counted(&line.sentence, at, clause.tokens.end) {
                    let said =
                        Statement { who, rivals: Group::NONE, aspect, verdict: Verdict::Value(figure), scope: None };
                    let span = line.sentence.span(clause.tokens.clone());
                    self.claim(&said, Found { span, place: line.place, rule: "figure" });
                    at += 2;
                    continue;
                }
                let Some((figure, len)) = figure_at(&line.sentence.tokens[..clause.tokens.end], at, self.lexicon)
                else {
                    at += 1;
                    continue;
                };
                if let Some(aspect) = self.figure_aspect(line, clause.tokens.clone(), at, figure) {
                    let verdict = Verdict::Value(figure);
                    let said = Statement { who, rivals: Group::NONE, aspect, verdict, scope: None };
                    let span = line.sentence.span(clause.tokens.clone());
                    self.claim(&said, Found { span, place: line.place, rule: "figure" });
                }
                at += len;
                // The upper end of "$800 to $1,500" is no figure of its own.
                let low = |at: usize| line.sentence.tokens.get(at).map_or("", |token| token.low.as_str());
                if low(at) == "to" && is_figure(low(at + 1)) {
                    at += 2;
                }
            }
        }
    }

    /// Is it a criterion that money measures ("installation cost", "coverage amount")?
    pub(super) fn is_of_money(&self, aspect: &Aspect) -> bool {
        let last = aspect.slug.rsplit('-').next().unwrap_or_default();
        let known = self.lexicon.term(last).map(|term| self.lexicon.slug_of(term));
        matches!(known, Some("cost" | "salary" | "job-market" | "resale-value" | "value-for-money"))
            || aspect.slug == "job-market"
            || matches!(last, "amount" | "premium" | "premiums" | "savings" | "income" | "earnings" | "budget" | "debt")
    }

    /// Is a figure what a thing takes in or bears?
    fn is_held(&self, line: &Line, before: Range<usize>) -> bool {
        let mut near = line.sentence.tokens[before].iter().rev().take(4);
        near.any(|token| {
            matches!(
                token.low.as_str(),
                "holds" | "hold" | "lifts" | "lift" | "carries" | "bears" | "supports" | "seats" | "stores"
            )
        })
    }

    /// What a figure at a token of a clause counts or measures.
    fn figure_aspect(&self, line: &Line, clause: Range<usize>, at: usize, figure: Figure) -> Option<Aspect> {
        let sentence = &line.sentence;
        let near = || {
            let known = first_known(sentence, at..clause.end.min(at + 8), self.lexicon)
                .or_else(|| aspect_before(sentence, clause.start..at, self.lexicon));
            known.map(|(aspect, _)| aspect)
        };
        let heading = || line.facts.criterion.clone();
        // A "48-ounce tank" measures the tank, and no other noun of the clause.
        let low = sentence.tokens[at].low.as_str();
        if low.contains('-') && matches!(figure.unit, Unit::Measure(_)) {
            let next = sentence.tokens.get(at + 1).filter(|next| next.cue.is_none() && next.who.is_none())?;
            return match aspect_after(sentence, at + 1..clause.end.min(at + 4), self.lexicon) {
                _ if is_mark(&next.low) => None,
                Sought::Known(aspect, _) => Some(aspect),
                Sought::Unknown(noun) => open_aspect(sentence, noun),
                Sought::Kind | Sought::Nothing => None,
            };
        }
        match figure.unit {
            Unit::Year => {
                let mut before = sentence.tokens[clause.start..at].iter().rev().take(6);
                before.any(|token| token.is(List::Births)).then(|| Aspect::by_slug("release-year"))
            }
            Unit::Money(_) => near()
                .filter(|aspect| matches!(aspect.slug.as_str(), "salary" | "cost"))
                .or_else(|| heading().filter(|aspect| self.is_of_money(aspect)))
                .or_else(|| Some(Aspect::by_slug("cost"))),
            Unit::Times => {
                let mut behind = sentence.tokens[at..clause.end].iter().take(6).filter_map(|token| token.cue);
                let judged = behind.find_map(|(cue, _)| self.lexicon.slug_of_cue(cue));
                near().or_else(|| judged.map(Aspect::by_slug)).or_else(heading)
            }
            Unit::Count | Unit::Percent => near().or_else(|| self.label.as_ref()?.facts.criterion.clone()),
            // "The tank holds 75 ounces", "it lifts 350 pounds"
            Unit::Measure(_) if self.is_held(line, clause.start..at) => Some(Aspect::by_slug("capacity")),
            Unit::Measure(unit) => near().or_else(|| self.lexicon.measured(unit).map(Aspect::by_slug)).or_else(heading),
        }
    }
}

/// How many of a thing a clause says that there are, by nothing else than its noun: "has 39 colleges".
fn counted(sentence: &Sentence, at: usize, end: usize) -> Option<(Figure, Aspect)> {
    let tokens = &sentence.tokens;
    let low = |at: usize| tokens.get(at).filter(|_| at < end).map_or("", |token| token.low.as_str());
    let digits = low(at).chars().all(|c| c.is_ascii_digit()) && low(at).len() <= 4;
    let number: f64 = low(at).parse().ok().filter(|number| digits && *number >= 4.0 && *number < 1900.0)?;
    let mut before = at.checked_sub(1)?;
    if matches!(low(before), "about" | "around" | "over" | "some" | "exactly" | "only") {
        before = before.checked_sub(1)?;
    }
    let there = low(before) == "are" && before > 0 && low(before - 1) == "there";
    let noun = tokens.get(at + 1).filter(|_| at + 1 < end)?;
    let plain = noun.who.is_none()
        && noun.cue.is_none()
        && noun.low.len() > 4
        && noun.low.ends_with('s')
        && !noun.is(List::NoCriterion)
        && !noun.is(List::People)
        && !noun.is(List::Kinds);
    let vague = matches!(
        noun.low.as_str(),
        "years"
            | "months"
            | "weeks"
            | "hours"
            | "minutes"
            | "times"
            | "seconds"
            | "miles"
            | "dollars"
            | "inches"
            | "pounds"
            | "percent"
    );
    let ends = matches!(low(at + 2), "" | "." | "," | "in" | "at" | "on" | "and" | "to" | "across" | "for");
    let has = there || matches!(low(before), "has" | "have" | "had" | "offers" | "counts" | "boasts");
    let aspect = open_aspect(sentence, at + 1..at + 2).filter(|_| has && plain && !vague && ends)?;
    Some((Figure { number, unit: Unit::Count }, aspect))
}
