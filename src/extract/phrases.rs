//! Claims by the phrases of `lexicon/patterns.toml`: recommendations with their use, wins, losses and
//! level verdicts.

use std::ops::Range;

use super::aspects::{first_known, of_item};
use super::clauses::Clause;
use super::context::Facts;
use super::tokens::{Group, Sentence, Token, Who, is_mark};
use super::winner::{overall, suitability};
use super::{Found, Reader};
use crate::claim::{Aspect, Form, Verdict};
use crate::lexicon;

impl Reader<'_> {
    /// Reads the phrases of a sentence. Returns the tokens that they took, so that nothing else is
    /// read out of them.
    pub(super) fn phrases(
        &mut self,
        sentence: &Sentence,
        clauses: &[Clause],
        facts: &Facts,
        section: usize,
        form: Form,
    ) -> Vec<Range<usize>> {
        let mut taken: Vec<Range<usize>> = Vec::new();
        let lexicon = self.lexicon;
        for pattern in lexicon.patterns() {
            let mut from = 0;
            while let Some(found) = pattern.find(&sentence.masked, from) {
                from = found.whole.1.max(from + 1);
                let tokens = sentence.tokens_at(found.whole);
                let tokens = tokens.start..tokens.end.max(tokens.start + 1).min(sentence.tokens.len());
                if !taken.iter().any(|other| other.start < tokens.end && tokens.start < other.end)
                    && let Some(used) = self.phrase(sentence, clauses, facts, pattern, &found, (section, form))
                {
                    taken.push(used);
                }
                if from >= sentence.masked.len() {
                    break;
                }
            }
        }
        taken
    }

    fn phrase(
        &mut self,
        sentence: &Sentence,
        clauses: &[Clause],
        facts: &Facts,
        pattern: &lexicon::Pattern,
        found: &lexicon::Found,
        (section, form): (usize, Form),
    ) -> Option<Range<usize>> {
        let tokens = sentence.tokens_at(found.whole);
        let who_at =
            |range: (usize, usize)| sentence.tokens.get(sentence.tokens_at(range).start).and_then(|token| token.who);
        let implied = || {
            let clause = clauses
                .iter()
                .find(|clause| clause.tokens.contains(&tokens.start) || clause.tokens.start >= tokens.start);
            clause.and_then(|clause| clause.subject).or(facts.subject.map(Who::One))
        };
        let needs_name = found.subject.is_none() && matches!(pattern.yields, Verdict::Equal);
        let who = match found.subject {
            Some(range) => who_at(range)?,
            None if needs_name => Who::ALL,
            None => implied()?,
        };
        let rivals = found.rival.and_then(who_at).map_or(Group::NONE, Who::group);
        let scope = found.scope.map(|range| first_clause(sentence, sentence.tokens_at(range)));
        let suits = matches!(pattern.yields, Verdict::Suits | Verdict::Unsuited);
        let no_use = |scope: &Range<usize>| {
            let first = sentence.tokens.get(scope.start).map_or("", |token| token.low.as_str());
            let thing = matches!(
                first,
                "instance"
                    | "example"
                    | "starters"
                    | "now"
                    | "this"
                    | "that"
                    | "sure"
                    | "these"
                    | "those"
                    | "all"
                    | "which"
                    | "granted"
            );
            // "If you need a recommendation, ..." is no use: the advice stands for all.
            let asked =
                |token: &Token| matches!(token.low.as_str(), "recommendation" | "answer" | "verdict" | "opinion");
            let asks = sentence.tokens[scope.clone()].iter().any(asked);
            scope.is_empty() || scope.len() > 60 || thing && scope.len() <= 2 || asks && scope.len() <= 6
        };
        if suits && scope.as_ref().is_none_or(no_use) {
            return None;
        }
        // A condition that ends the phrase may run on too far; before the advice, it is not the whole of it.
        let ends_it = found.scope.is_some_and(|slot| slot.1 == found.whole.1);
        let end = scope.as_ref().filter(|_| ends_it).map_or_else(|| with_noun(sentence, tokens.end), |scope| scope.end);
        let trailing = found.criterion.map(|range| clause_end(sentence, sentence.tokens_at(range)));
        let end = trailing
            .as_ref()
            .map_or(end, |range| range.end.max(found.subject.map_or(0, |s| sentence.tokens_at(s).end)));
        let start = tokens.start + usize::from(is_mark(&sentence.tokens.get(tokens.start)?.low));
        let used = start..end.max(start + 1);
        if pattern.yields == Verdict::Strength {
            // What it is designed for is a criterion, or else a use.
            let known = trailing.clone().and_then(|range| first_known(sentence, range, self.lexicon));
            known.filter(|(aspect, burden)| !burden && aspect.slug != "suitability")?;
        }
        let aspect = self.phrase_aspect(sentence, pattern, trailing, facts)?;
        let words = scope.map(|scope| sentence.span(scope).of(&self.document.text).to_owned());
        let confidence = if suits { 0.7 } else { 0.75 };
        let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| sentence.tokens[at].low.as_str());
        let negation = match before(1) {
            "not" | "never" if before(2) != "why" => 1,
            "'t" => 2,
            _ => 0,
        };
        let negated = negation > 0 && pattern.yields == Verdict::Suits;
        let yields = if negated { Verdict::Unsuited } else { pattern.yields };
        let used = if negated { used.start.saturating_sub(negation)..used.end } else { used };
        let place = Found { span: sentence.span(used.clone()), section, form, rule: &pattern.name, confidence };
        let who = if pattern.yields == Verdict::Equal && rivals.is_empty() { who_of_level(who) } else { who };
        self.claim(who, rivals, aspect, yields, words, place);
        Some(used)
    }

    fn phrase_aspect(
        &self,
        sentence: &Sentence,
        pattern: &lexicon::Pattern,
        trailing: Option<Range<usize>>,
        facts: &Facts,
    ) -> Option<Aspect> {
        if matches!(pattern.yields, Verdict::Suits | Verdict::Unsuited) {
            return Some(suitability());
        }
        if let Some(criterion) = &pattern.criterion {
            return Some(Aspect { label: criterion.clone(), slug: criterion.clone() });
        }
        let led = |range: &Range<usize>| {
            // "at it" names nothing.
            let first = &sentence.tokens[range.start];
            if first.who.is_some()
                || matches!(first.low.as_str(), "it" | "this" | "that" | "all" | "every" | "everything" | "most")
            {
                return false;
            }
            let before = range.start.checked_sub(1).map_or("", |at| sentence.tokens[at].low.as_str());
            matches!(
                before,
                "in" | "on"
                    | "for"
                    | "at"
                    | "of"
                    | "to"
                    | "regarding"
                    | "by"
                    | "with"
                    | "same"
                    | "similar"
                    | "comparable"
                    | "equal"
                    | "equally"
                    | "identical"
            ) || range.start == 0
        };
        let said = trailing
            .filter(|range| !range.is_empty() && led(range))
            .and_then(|range| of_item(sentence, range, self.lexicon));
        said.or_else(|| facts.criterion.clone()).or_else(|| Some(overall()))
    }
}

/// Who is called level: several by name, else all.
fn who_of_level(who: Who) -> Who {
    if matches!(who, Who::Several(_)) { who } else { Who::ALL }
}

/// The tokens of a condition up to where its clause ends.
/// The end of a phrase that ends in "the better", with the noun that belongs to it.
fn with_noun(sentence: &Sentence, end: usize) -> usize {
    let noun = |at: usize| {
        let low = sentence.tokens.get(at).map_or("", |token| token.low.as_str());
        matches!(low, "choice" | "option" | "pick" | "bet" | "fit" | "solution" | "match" | "candidate" | "tool")
    };
    end + usize::from(noun(end))
}

fn first_clause(sentence: &Sentence, range: Range<usize>) -> Range<usize> {
    let end = range.clone().find(|at| {
        let low = sentence.tokens[*at].low.as_str();
        let conjunction =
            matches!(low, "but" | "while" | "whereas" | "however" | "although" | "though" | "because" | "since");
        let next_who = || {
            sentence
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.who.is_some_and(|who| matches!(who, Who::One(_))) && !next.pronoun)
        };
        matches!(low, "." | ";" | ":" | "!" | "—") || conjunction || low == "," && next_who() && *at > range.start + 1
    });
    let mut end = end.unwrap_or(range.end);
    while end > range.start && is_mark(&sentence.tokens[end - 1].low) {
        end -= 1;
    }
    range.start..end
}

fn clause_end(sentence: &Sentence, range: Range<usize>) -> Range<usize> {
    let end = range.clone().find(|at| {
        let low = sentence.tokens[*at].low.as_str();
        matches!(
            low,
            "." | ";"
                | "!"
                | "—"
                | ","
                | "but"
                | "while"
                | "whereas"
                | "because"
                | "with"
                | "due"
                | "thanks"
                | "if"
                | "especially"
                | "since"
                | "as"
        )
    });
    range.start..end.unwrap_or(range.end)
}
