//! Opinions by adjectives of quality: whether the adjective judges the noun behind it, what the subject
//! has, or the subject itself.
//!
//! The nearest noun is not always what is judged: in "handles complex applications" nothing is said of
//! the subject, in "is a fast web framework" the framework is the subject.

use std::ops::Range;

use super::aspects::{Sought, aspect_after, open_aspect};
use super::opinions::{Judged, Reading};
use super::possessions::{belonging, possessed, predicated};
use super::tokens::{Token, joined};
use crate::claim::Aspect;
use crate::lexicon::{Class, List, trait_of};

impl Judged<'_> {
    /// "handles complex queries": what is complex does not speak against who handles it.
    fn is_mastered(&self) -> bool {
        let near = self.before().iter().rev().take(3);
        near.take_while(|token| !token.is(List::Predicates)).any(|token| token.is(List::Masters))
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
        if let Some(aspect) = self.to_what() {
            return Some(Reading(good, Some(aspect), "prone-to"));
        }
        if let Some(named) = trait_of(&self.words()).filter(|_| own.is_none()) {
            // "tax-free growth" is about growth, "withdrawals are tax-free" about withdrawals.
            let noun = match self.sought() {
                Sought::Known(aspect, _) => Some(aspect),
                Sought::Unknown(noun) => open_aspect(self.sentence, noun),
                Sought::Kind | Sought::Nothing => self.known_before(self.range.start).map(|(aspect, _)| aspect),
            };
            let named = noun.unwrap_or_else(|| Aspect::of_words(named, self.lexicon));
            return Some(Reading(good, Some(named), "trait"));
        }
        if self.is_decay() {
            let worn = self.known_before(self.range.start).map(|(aspect, _)| aspect);
            return Some(Reading(!good, Some(worn.unwrap_or_else(|| Aspect::by_slug("durability"))), "decays"));
        }
        if self.is_easy_to_harm() {
            return Some(Reading(!good, None, "easy-to-harm"));
        }
        if own.is_none() || !self.calls_a_kind() {
            let vague = own.is_none_or(|own| self.lexicon.has(List::Vague, own));
            match self.sought() {
                Sought::Known(aspect, _) => return Some(Reading(good, Some(aspect), "praised-noun")),
                Sought::Unknown(noun) if vague && (self.is_measured(&noun) || self.is_had() || self.contains()) => {
                    return Some(Reading(good, Some(open_aspect(self.sentence, noun)?), "praised-own-noun"));
                }
                // "complex applications": what is complex is not the subject, but for what it has itself.
                Sought::Unknown(_) if !self.is_had() => return None,
                _ => {}
            }
        }
        if let Some(own) = own {
            let said_of = self.said_of().or_else(|| self.belonging().filter(|aspect| self.lexicon.knows(&aspect.slug)));
            if let Some(aspect) = said_of.filter(|aspect| aspect.slug != own) {
                return Some(Reading(good, Some(aspect), "said-of-noun"));
            }
            let slug = self.deed_near(own).unwrap_or(own);
            return Some(Reading(good, Some(Aspect::new(self.words(), slug)), "property"));
        }
        if let Some(aspect) = self.belonging() {
            return Some(Reading(good, Some(aspect), "praised-possession"));
        }
        if let Some((aspect, _)) = self.known_before(self.range.start) {
            return Some(Reading(good, Some(aspect), "praised-subject"));
        }
        if !self.is_predicate() {
            return None;
        }
        let possessed = possessed(self.before()).or_else(|| predicated(self.before()));
        let possessed = possessed.and_then(|noun| open_aspect(self.sentence, self.shifted(noun)));
        match possessed {
            Some(aspect) => Some(Reading(good, Some(aspect), "praised-possession")),
            None if self.is_under_condition() => None,
            None => Some(Reading(good, None, "praise")),
        }
    }

    /// The known noun of which a predicate is said: "installation" in "the installation may be more complex".
    fn said_of(&self) -> Option<Aspect> {
        let tokens = self.before();
        let softens = |token: &Token| {
            let small = matches!(
                token.low.as_str(),
                "not" | "'t" | "also" | "so" | "as" | "too" | "more" | "less" | "much" | "far"
            );
            small || token.is(List::Softeners) || token.low.ends_with("ly")
        };
        let modal = |token: &Token| {
            matches!(
                token.low.as_str(),
                "can" | "may" | "might" | "will" | "would" | "could" | "should" | "been" | "has" | "have"
            )
        };
        let end = tokens.iter().rposition(|token| !softens(token))? + 1;
        let verb = tokens[..end].iter().rposition(|token| !token.is(List::Predicates) && !modal(token))? + 1;
        let said = tokens[verb..end].iter().any(|token| token.is(List::Predicates));
        let noun = (0..verb).find_map(|at| {
            let (term, _) = tokens[at].term.filter(|(_, len)| at + len == verb)?;
            let weak = self.lexicon.has(List::Weak, self.lexicon.slug_of(term));
            (!weak).then(|| Aspect::new(joined(&tokens[at..verb]), self.lexicon.slug_of(term)))
        });
        noun.filter(|_| said)
    }

    /// What belongs to a name behind it: "search" in "search in the Heron is terrible".
    fn belonging(&self) -> Option<Aspect> {
        let noun = self.shifted(belonging(self.before())?);
        let known = (noun.clone()).find_map(|at| {
            let (term, len) = self.sentence.tokens[at].term.filter(|(_, len)| at + len == noun.end)?;
            let weak = self.lexicon.has(List::Weak, self.lexicon.slug_of(term));
            (!weak || at == noun.start).then(|| {
                let label = joined(&self.sentence.tokens[at..at + len]);
                Aspect::new(label, self.lexicon.slug_of(term))
            })
        });
        known.or_else(|| open_aspect(self.sentence, noun))
    }

    /// "prone to burn-in", "resistant to scratches": what it is prone to, or resists.
    fn to_what(&self) -> Option<Aspect> {
        let word = self.words();
        let resists = word.ends_with("resistant");
        let prone = ["vulnerable", "susceptible", "prone", "immune"].iter().any(|stem| word.ends_with(stem));
        let next = self.tokens(self.after(1)).first()?;
        let noun = self.judge.tokens.end + 1;
        if next.low != "to" || !(resists || prone) {
            return None;
        }
        match aspect_after(self.sentence, noun..self.range.end, self.lexicon) {
            Sought::Known(aspect, _) => Some(aspect),
            Sought::Unknown(noun) => {
                let aspect = open_aspect(self.sentence, noun)?;
                Some(if resists { Aspect::named(format!("{} resistance", aspect.label)) } else { aspect })
            }
            Sought::Kind | Sought::Nothing => None,
        }
    }

    /// "drains faster", "wears out more quickly": what goes fast is no good.
    fn is_decay(&self) -> bool {
        let mut before = self.before().iter().rev().skip_while(|token| {
            matches!(
                token.low.as_str(),
                "out" | "down" | "off" | "up" | "away" | "much" | "far" | "more" | "a" | "lot" | "bit"
            )
        });
        let fast = self.lexicon.slug_of_cue(self.judge.cue) == Some("performance");
        fast && before.next().is_some_and(|token| token.is(List::Decays))
    }

    /// "easy to break" is no praise.
    fn is_easy_to_harm(&self) -> bool {
        let behind = self.tokens(self.after(3));
        let eases = matches!(self.lexicon.slug_of_cue(self.judge.cue), Some("ease-of-use"));
        eases && behind.windows(2).any(|words| words[0].low == "to" && words[1].is(List::Harms))
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
                let said = self.tokens(self.range.clone()).iter().filter(|token| token.who.is_none()).find_map(deed);
                said.filter(|found| matches!(*found, SPEED | "learning-curve" | "prototyping"))
            }
            _ => None,
        }
    }

    /// Does the subject have what the adjective stands by ("offers an intuitive dashboard")?
    pub(super) fn is_had(&self) -> bool {
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
