//! A list on one line: "Pros: durable, affordable, easy to clean", "Best for: busy kitchens".
//!
//! The label says which way the points count, as a heading would; what follows is cut at its commas. A
//! label that says more than that is left to prose.

use super::numbers::is_figure;
use super::reader::Reader;
use super::statement::{Found, Place, Statement};
use super::tokens::is_mark;
use crate::claim::Form;
use crate::span::Span;

/// The most words of a point; what is longer is prose.
const LONGEST_POINT: usize = 9;

impl Reader<'_> {
    /// Reads a sentence as a list on one line; `false` where it is none.
    pub(super) fn inline_list(&mut self, span: Span, section: usize) -> bool {
        if !self.document.words(span).contains(':') {
            return false;
        }
        let sentence = self.sentence(span);
        let tokens = &sentence.tokens;
        let Some(colon) = tokens.iter().take(6).position(|token| token.low == ":").filter(|at| *at > 0) else {
            return false;
        };
        let own = self.facts_of(sentence.span(0..colon));
        let body = colon + 1..tokens.len();
        if !own.count_items() || own.criterion.is_some() || body.is_empty() {
            return false;
        }
        let Some(subject) = own.subject.or(self.facts(section).subject) else { return false };
        let place = Place { section, form: Form::List };
        if let Some(verdict) = own.uses {
            let of = sentence.span(body).of(&self.document.text).trim_end_matches(['.', ';']).to_owned();
            let found = Found { span, place, rule: "use-item" };
            self.claim(&Statement::of_use(subject, verdict, of), found);
            return true;
        }
        let Some(favourable) = own.favourable else { return false };
        // "Pro: $9 a month" is a plan.
        if is_figure(&tokens[body.start].low) {
            return false;
        }
        let parts = |mark: &str| matches!(mark, "," | ";" | "/" | "|" | "•" | "✓" | "✗" | "+");
        let points: Vec<_> =
            tokens[body.clone()].split(|token| parts(&token.low)).filter(|point| !point.is_empty()).collect();
        if points.iter().any(|point| point.len() > LONGEST_POINT) {
            return false;
        }
        let spans: Vec<Span> = points
            .iter()
            .map(|point| {
                let lead = usize::from(point.len() > 1 && point[0].low == "and");
                let end = point.iter().rposition(|token| !is_mark(&token.low)).unwrap_or(0);
                Span::new(point[lead].span.start, point[end].span.end)
            })
            .collect();
        for span in spans {
            let rule = if favourable { "pro" } else { "con" };
            let found = Found { span, place, rule };
            let point = self.sentence(span);
            self.point_of(&point, None, (subject, favourable), found);
        }
        true
    }
}
