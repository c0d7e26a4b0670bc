//! Headings that give the verdict: "Library integration: Kobo wins", "Games (Winner: Draw)", "Cheapest: Slate",
//! "Kobo wins: format support, repairs", "Renting is cheaper".
//!
//! "Setup: Kobo" may as well open Kobo's part on setup. It decides only where no other heading has the same label.

use std::ops::Range;

use super::items::of_item;
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Found, Place, Statement};
use super::tokens::{Token, is_mark, joined};
use super::who::{Group, Topic, Who};
use super::winner::winner;
use crate::claim::{Aspect, Form, Verdict};
use crate::document::Block;
use crate::lexicon::{Degree, List};

/// The most words of a criterion in a list behind "wins".
const LONGEST_CRITERION: usize = 4;

impl Reader<'_> {
    /// Reads a heading that gives a verdict; `false` where it gives none.
    pub(super) fn decision(&mut self, block: &Block) -> bool {
        let heading = self.sentence(block.span);
        if asks(&heading) {
            return false;
        }
        let place = Place { section: block.section, form: Form::Heading };
        let found = Found { span: block.span, place, rule: "heading-wins" };
        let facts = &self.sections[block.section];
        let outer =
            || self.document.sections[block.section].parent.and_then(|parent| self.sections[parent].criterion.clone());
        let about = facts.criterion.clone().or_else(outer).unwrap_or_else(Aspect::overall);
        let use_of = facts.uses == Some(Verdict::Suits);
        if let Some((Who::One(subject), own)) = winner(&heading, self.lexicon) {
            let aspect = own.unwrap_or(about);
            self.claim(&Statement { rivals: Group::ALL, ..Statement::on(subject, aspect, Verdict::Better) }, found);
        } else if is_level(&heading) {
            let (who, verdict) = (Who::ALL, Verdict::Equal);
            self.claim(&Statement { who, rivals: Group::ALL, aspect: about, verdict, scope: None }, found);
        } else if let Some((subject, behind)) = won(&heading) {
            let listed = self.listed_criteria(&heading, behind);
            for aspect in if listed.is_empty() { vec![about] } else { listed } {
                self.claim(&Statement { rivals: Group::ALL, ..Statement::on(subject, aspect, Verdict::Better) }, found);
            }
        } else if let Some((label, subject)) = self.labelled_name(&heading) {
            let words = heading.span(label.clone()).of(&self.document.text);
            let said = match words.split_once(" for ") {
                Some((_, of)) if use_of => Statement::of_use(subject, Verdict::Suits, of.to_owned()),
                _ => Statement { rivals: Group::ALL, ..Statement::on(subject, about, Verdict::Better) },
            };
            self.claim(&said, found);
        } else {
            return self.compares(block, &heading, place);
        }
        true
    }

    /// The criteria of "Kobo wins: format support, repairs", up to a full stop.
    fn listed_criteria(&self, heading: &Sentence, behind: usize) -> Vec<Aspect> {
        let tokens = &heading.tokens;
        let leads = |low: &str| matches!(low, ":" | "on" | "in" | "at" | "for" | "–" | "—" | "-");
        if !tokens.get(behind).is_some_and(|token| leads(&token.low)) {
            return Vec::new();
        }
        let mut start = behind + 1;
        let mut found = Vec::new();
        let parts = |token: &Token| matches!(token.low.as_str(), "," | ";" | "and" | "&" | "." | "(");
        for end in (start..tokens.len()).filter(|at| parts(&tokens[*at])).chain([tokens.len()]) {
            if (1..=LONGEST_CRITERION).contains(&(end.saturating_sub(start))) {
                let whole = Aspect::known(&joined(&tokens[start..end]), self.lexicon);
                found.extend(whole.or_else(|| of_item(heading, start..end, self.lexicon)));
            }
            start = end + 1;
        }
        found
    }

    /// "Performance: Kobo", where no other heading has that label; or "Cheapest: Kobo".
    fn labelled_name(&self, heading: &Sentence) -> Option<(Range<usize>, usize)> {
        let tokens = &heading.tokens;
        let mark = tokens.iter().rposition(|token| matches!(token.low.as_str(), ":" | "–" | "—" | "-"))?;
        let (label, behind) = (&tokens[..mark], &tokens[mark + 1..]);
        let [name] = behind else { return None };
        let subject = name.one().filter(|_| !name.pronoun && mark > 0)?;
        let best = |token: &Token| {
            let degree = token.cue.map(|(cue, _)| cue.degree);
            degree == Some(Degree::Superlative) || token.low == "best" || token.low.ends_with("iest")
        };
        let words = joined(label);
        let decides = label.iter().any(best) || self.is_label_of_one(&words);
        let names = label.iter().any(|token| token.who.is_some());
        (decides && !names).then_some((0..mark, subject))
    }

    /// Does one heading only have this label, and does another label lead to a name or a draw, too?
    fn is_label_of_one(&self, label: &str) -> bool {
        let mut others = 0;
        for section in self.document.sections.iter().filter(|section| !section.heading.is_empty()) {
            let heading = self.sentence_on(section.heading, Topic::default());
            let Some(mark) =
                heading.tokens.iter().rposition(|token| matches!(token.low.as_str(), ":" | "–" | "—" | "-"))
            else {
                continue;
            };
            let [name] = &heading.tokens[mark + 1..] else { continue };
            if joined(&heading.tokens[..mark]) == label {
                others += 10;
            } else if name.one().is_some() || name.is(List::LevelVerdicts) {
                others += 1;
            }
        }
        (11..20).contains(&others)
    }

    /// "Renting is cheaper for beginners": a heading that compares outright is read as a sentence.
    fn compares(&mut self, block: &Block, heading: &Sentence, place: Place) -> bool {
        let first = heading.tokens.iter().position(|token| !is_mark(&token.low) && token.low.parse::<u32>().is_err());
        let named = first.and_then(|at| heading.tokens[at].one().zip(heading.tokens.get(at + 1)));
        let Some((_, next)) = named else { return false };
        let says = next.is(List::ClauseVerbs) || matches!(next.low.as_str(), "are" | "gives" | "'s");
        if !says || block.sentences.len() > 1 {
            return false;
        }
        let before = self.claims.len();
        let (label, topic) = (self.label.take(), self.topic);
        self.prose(block.span, place);
        (self.label, self.topic) = (label, topic);
        let kept =
            |claim: &crate::claim::Claim| matches!(claim.verdict, Verdict::Better | Verdict::Worse | Verdict::Equal);
        let said: Vec<_> = self.claims.drain(before..).filter(kept).collect();
        self.claims.extend(said);
        self.claims.len() > before
    }
}

fn asks(heading: &Sentence) -> bool {
    let asks = |word: &str| matches!(word, "when" | "why" | "which" | "if" | "who" | "where" | "how" | "what" | "?");
    heading.tokens.iter().any(|token| asks(&token.low))
}

/// Who a heading says has won ("Kobo wins", "Winner: Kobo"), and where that ends.
fn won(heading: &Sentence) -> Option<(usize, usize)> {
    let low = |at: usize| heading.tokens.get(at).map_or("", |token| token.low.as_str());
    let wins = |at: usize| matches!(low(at + 1), "wins" | "leads" | "dominates" | "won" | "win" | "lead");
    let by_verb = || heading.names().find(|(at, _)| wins(*at)).map(|(at, who)| (who, at + 2));
    let by_lead = || {
        let lead = heading
            .tokens
            .iter()
            .position(|token| matches!(token.low.as_str(), "winner" | "edge" | "advantage" | "point"))?;
        let passed = |at: usize| {
            matches!(low(at), ":" | "-" | "–" | "—" | "is" | "goes" | "to" | "." | "…" | "->" | "the" | "(")
        };
        let (at, who) = heading.names().find(|(at, _)| *at > lead && (lead + 1..*at).all(passed))?;
        Some((who, at + 1))
    };
    let (who, end) = by_verb().or_else(by_lead)?;
    Some((who.one()?, end))
}

/// Does a heading end in a draw ("Games (Winner: Draw)", "Setup: it's a tie")?
fn is_level(heading: &Sentence) -> bool {
    let passed = |low: &str| {
        is_mark(low)
            || matches!(
                low,
                "it" | "'s" | "is" | "a" | "an" | "winner" | "result" | "verdict" | "we" | "call" | "dead" | "heat"
            )
    };
    let mut said = heading.tokens.iter().rev().skip_while(|token| is_mark(&token.low));
    let last = said.next();
    let draws = last.is_some_and(|last| matches!(last.low.as_str(), "tie" | "draw" | "tied" | "toss-up" | "stalemate"));
    // "Tie" may be what one wears: a mark or a verb leads to a verdict.
    draws && said.next().is_none_or(|before| passed(&before.low))
}
