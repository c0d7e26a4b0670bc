//! Opinions by verbs: what a subject has or lacks, does well or badly, asks for, makes more or less of.

use super::aspects::{Sought, open_aspect};
use super::numbers::is_figure;
use super::opinions::{Judged, Reading};
use super::tokens::{Token, is_mark};
use crate::claim::Aspect;
use crate::lexicon::{Class, List};

impl Judged<'_> {
    /// `comes with`, `lacks`.
    pub(super) fn by_having(&self) -> Option<Reading> {
        let has = self.judge.is_positive();
        let next = self.sentence.tokens.get(self.judge.tokens.end).map_or("", |token| token.low.as_str());
        // "without affecting performance" takes nothing away.
        if self.sentence.tokens[self.judge.tokens.start].low == "without" && next.ends_with("ing") {
            return None;
        }
        let judges = |token: &Token| token.cue.is_some_and(|(cue, _)| cue.is_adjective() || cue.class == Class::Lacks);
        if has && self.tokens(self.after(9)).iter().any(judges) {
            return None;
        }
        // "no income limits" is about the limits.
        if let Some(noun) = self.burden_behind().filter(|noun| !has && noun.len() > 1) {
            return Some(Reading(true, Some(open_aspect(self.sentence, noun)?), "spared"));
        }
        let Some((aspect, burden)) = self.known_after(9) else {
            let Sought::Unknown(noun) = self.sought() else { return None };
            if has && self.words().starts_with("contain") && self.is_burden(&noun) {
                return Some(Reading(false, Some(open_aspect(self.sentence, noun)?), "has"));
            }
            let outright =
                ["lack", "has no", "have no", "n't have", "n't support", "n't offer", "n't include", "not support"];
            let words = self.words().replace("n 't", "n't");
            let lacks = !has && outright.iter().any(|start| words.contains(start));
            // "No oil changes" as a point speaks for it, and so does "has no dead time".
            let point = self.before().is_empty() && words == "no";
            let spared = point || self.is_burden(&noun) && (words != "no" || self.is_had());
            let rule = if spared { "spared" } else { "lacks-own-noun" };
            let aspect = open_aspect(self.sentence, noun)?;
            return (lacks || !has && spared).then_some(Reading(spared, Some(aspect), rule));
        };
        match (has, burden) {
            (true, true) if self.words().starts_with("contain") => Some(Reading(false, Some(aspect), "has")),
            // "has a learning curve" blames nobody.
            (true, true) => None,
            (true, false) => Some(Reading(true, Some(aspect), "has")),
            (false, burden) => Some(Reading(burden, Some(aspect), "lacks")),
        }
    }

    /// `excels at`, `struggles with`.
    pub(super) fn by_verb(&self) -> Option<Reading> {
        // "It has few drawbacks" is praise.
        let few = self
            .before()
            .last()
            .is_some_and(|token| matches!(token.low.as_str(), "few" | "fewer" | "minimal" | "little"));
        let good = self.judge.is_positive() != (few && !self.judge.is_positive());
        if let Some(own) = self.lexicon.slug_of_cue(self.judge.cue) {
            let adverb = self.words().ends_with("ly")
                && self.sentence.tokens[self.judge.tokens.start].cue.is_none_or(|(_, len)| len == 1);
            if adverb && !self.says_how() {
                return None;
            }
            return Some(Reading(good, Some(Aspect::new(self.words(), own)), "saying"));
        }
        let known = self.known_after(7).or_else(|| self.known_before(self.range.start));
        let rule = if good { "excels" } else { "struggles" };
        Some(Reading(good, known.map(|(aspect, _)| aspect), rule))
    }

    /// Does an adverb say how the subject does what it does ("it starts reliably"), and not how another thing is meant
    /// ("easily confused", "it drains quickly")?
    fn says_how(&self) -> bool {
        let next = self.tokens(self.after(1)).first();
        let ends = next.is_none_or(|next| is_mark(&next.low) || next.is(List::Stops) || next.low == "and");
        let done = self.before().last().is_some_and(|verb| verb.who.is_none() && !is_mark(&verb.low));
        let worn = |token: &Token| token.is(List::Decays) || token.is(List::Harms);
        // "You get it running easily": that is how somebody else does it.
        let other = |token: &Token| token.is(List::People) || matches!(token.low.as_str(), "you" | "we" | "i");
        ends && done && !self.before().iter().rev().take(5).any(worn) && !self.before().iter().any(other)
    }

    /// `requires`: what it asks for is a burden; "requires little setup" speaks through the amount.
    pub(super) fn by_demand(&self) -> Option<Reading> {
        // "when you need speed": nobody is asked for anything.
        let needy = self.before().last().is_some_and(|token| {
            matches!(
                token.low.as_str(),
                "you" | "we" | "i" | "they" | "who" | "people" | "users" | "may" | "might" | "no"
            )
        });
        if needy && self.words() == "need" {
            return None;
        }
        let near = self.tokens(self.after(3));
        let amount = |class| matches!(class, Class::Good | Class::More | Class::Less | Class::Lacks);
        let figure = |token: &Token| token.low == "~" || is_figure(&token.low);
        if near.iter().any(|token| token.cue.is_some_and(|(cue, _)| amount(cue.class)) || figure(token)) {
            return None;
        }
        let aspect = match self.sought() {
            Sought::Known(aspect, _) => aspect,
            Sought::Unknown(noun) => open_aspect(self.sentence, noun)?,
            Sought::Kind | Sought::Nothing => return None,
        };
        let spares = near.iter().any(|token| token.is(List::Negations) || token.is(List::Hedges));
        Some(Reading(spares, Some(aspect), "demands"))
    }

    /// `reduces`, `improves`: good or bad as what follows is.
    pub(super) fn by_effect(&self) -> Option<Reading> {
        let words = self.words();
        let begins = |stems: &[&str]| stems.iter().any(|stem| words.starts_with(stem));
        let near = self.tokens(self.after(6));
        let speed = |label: &str| Some(Aspect::new(label, "development-speed"));
        if begins(&["sav"]) && near.iter().any(|token| token.low == "time") {
            return Some(Reading(true, speed("time"), "saves-time"));
        }
        // "speeds up web development"
        let develops = || near.iter().any(|token| token.low.starts_with("develop"));
        if begins(&["speed", "accelerat", "expedit"]) && develops() {
            return Some(Reading(true, speed("development"), "improves"));
        }
        let (aspect, burden) = self.known_after(6)?;
        if self.judge.is_positive() {
            return Some(Reading(!burden, Some(aspect), "improves"));
        }
        // "protects against attacks" and "simplifies testing" are both good.
        let good = burden || begins(&["simpl", "streaml"]) || words.contains("protect");
        Some(Reading(good, Some(aspect), "reduces"))
    }
}
