//! Opinions by adjectives of quality: whether the adjective judges the noun behind it, what the subject
//! has, or the subject itself.
//!
//! The nearest noun is not always what is judged: in "handles complex applications" nothing is said of
//! the subject, in "is a fast web framework" the framework is the subject.

use std::ops::Range;

use super::aspects::{Sought, open_aspect};
use super::opinions::{Judged, Reading};
use super::tokens::{Token, joined};
use crate::claim::Aspect;
use crate::lexicon::{Class, List};

impl Judged<'_> {
    /// "handles complex queries": what is complex does not speak against who handles it.
    fn is_mastered(&self) -> bool {
        self.before().iter().rev().take(3).any(|token| token.is(List::Masters))
    }

    /// `excellent`, `fast`, `poor`, `easier`.
    pub(super) fn by_quality(&self) -> Option<Reading> {
        let good = self.judge.is_positive();
        let own = self.lexicon.slug_of_cue(self.judge.cue);
        if !good && !self.judge.is_comparative() && self.is_mastered() {
            return None;
        }
        if let Some(aspect) = self.longer_term() {
            return Some(Reading(good, Some(aspect), "praised-noun"));
        }
        if own.is_none() || !self.calls_a_kind() {
            match self.sought() {
                Sought::Known(aspect, _) => return Some(Reading(good, Some(aspect), "praised-noun")),
                Sought::Unknown(noun)
                    if own.is_none() && (self.is_measured(&noun) || self.judge.is_comparative() && self.is_had()) =>
                {
                    return Some(Reading(good, Some(open_aspect(self.sentence, noun)?), "praised-own-noun"));
                }
                // "complex applications": what is complex is not the subject, but for what it has itself.
                Sought::Unknown(_) if !self.is_had() => return None,
                _ => {}
            }
        }
        if let Some(own) = own {
            let slug = self.deed_near(own).unwrap_or(own);
            return Some(Reading(good, Some(Aspect::new(self.words(), slug)), "property"));
        }
        if let Some((aspect, _)) = self.known_before(self.range.start) {
            return Some(Reading(good, Some(aspect), "praised-subject"));
        }
        if !self.is_predicate() {
            return None;
        }
        let possessed = possessed(self.before()).and_then(|noun| open_aspect(self.sentence, self.shifted(noun)));
        match possessed {
            Some(aspect) => Some(Reading(good, Some(aspect), "praised-possession")),
            None if self.is_under_condition() => None,
            None => Some(Reading(good, None, "praise")),
        }
    }

    /// "faster once the cache is warm": what is judged is the cache, and only as a condition.
    fn is_under_condition(&self) -> bool {
        let mut since_named = self.before().iter().rev().take_while(|token| token.who.is_none());
        since_named.any(|token| token.is(List::ConditionOpeners))
    }

    /// "rapid development" is a term that begins with the adjective.
    fn longer_term(&self) -> Option<Aspect> {
        let start = self.judge.tokens.start;
        let (term, len) = self.sentence.tokens[start].term?;
        let longer = len > self.judge.tokens.len() && !term.burden;
        longer.then(|| Aspect::new(joined(self.tokens(start..start + len)), self.lexicon.slug_of(term)))
    }

    fn shifted(&self, range: Range<usize>) -> Range<usize> {
        range.start + self.range.start..range.end + self.range.start
    }

    /// "is a fast web framework", "is the faster one": what is fast is the subject.
    fn calls_a_kind(&self) -> bool {
        let calls =
            |token: &Token| matches!(token.low.as_str(), "is" | "are" | "'s" | "was" | "being" | "remains" | "as");
        let ends = |token: &Token| {
            matches!(token.low.as_str(), "for" | "with" | "of" | "to" | "in" | "that" | "on" | "." | "from")
        };
        let mut noun = self.tokens(self.after(6)).iter().take_while(|token| token.who.is_none() && !ends(token));
        let set_apart = self.judge.is_comparative() && self.before().last().is_some_and(|token| token.low == "the");
        let called = self.before().iter().rev().take(8).any(calls);
        called && (set_apart || noun.any(|token| token.is(List::Kinds)))
    }

    /// What is easy or fast, where a verb says it: "easy to scale", "develop projects faster".
    fn deed_near(&self, own: &str) -> Option<&str> {
        const SPEED: &str = "development-speed";
        let tokens = &self.sentence.tokens;
        match own {
            "ease-of-use" => {
                // "easy to test things" leads to testing; "easy for X to Y" too.
                let to = self.after(5).find(|at| tokens[*at].low == "to")?;
                let verb = tokens.get(to + 1).filter(|_| to + 1 < self.range.end)?;
                self.lexicon.deed(&verb.low).filter(|found| *found != SPEED)
            }
            "performance" => {
                let deed = |token: &Token| {
                    let stem = || token.low.strip_suffix("ing");
                    let by_stem = || self.lexicon.deed(stem()?).or_else(|| self.lexicon.deed(&format!("{}e", stem()?)));
                    self.lexicon.deed(&token.low).or_else(by_stem)
                };
                let said = self.tokens(self.range.clone()).iter().find_map(deed);
                said.filter(|found| matches!(*found, SPEED | "learning-curve" | "prototyping"))
            }
            _ => None,
        }
    }

    /// Does the subject have what the adjective stands by ("offers an intuitive dashboard")?
    fn is_had(&self) -> bool {
        let ends = |token: &&Token| {
            matches!(
                token.low.as_str(),
                "for" | "to" | "of" | "in" | "when" | "if" | "on" | "from" | "that" | "which" | ","
            )
        };
        let mut near = self.before().iter().rev().take(5).take_while(|token| !ends(token));
        near.any(|token| {
            let has = token.cue.is_some_and(|(cue, _)| cue.class == Class::Has);
            has && !matches!(token.low.as_str(), "with" | "support")
        })
    }
}

/// What a subject has by name: "handling" in "the Brompton's handling".
fn possessed(tokens: &[Token]) -> Option<Range<usize>> {
    let is_genitive = |at: usize| tokens.get(at).is_some_and(|token| token.low == "'s");
    let owner = (0..tokens.len()).find(|at| {
        tokens[*at].who.is_some() && tokens[*at].low != "it" && (tokens[*at].low == "its" || is_genitive(at + 1))
    })?;
    let start = if tokens[owner].low == "its" { owner + 1 } else { owner + 2 };
    let noun = |token: &&Token| {
        let letters = token.low.len() > 2 && token.low.chars().all(|c| c.is_alphabetic() || c == '-');
        letters && token.cue.is_none() && !token.is(List::NoPossession)
    };
    let len = tokens.get(start..)?.iter().take_while(noun).take(3).count();
    (len > 0).then(|| start..start + len)
}
