//! What a clause says of its subject: praise, blame and comparison, each with its criterion.
//!
//! A judging word is taken with the noun that it stands by ("rich documentation"), with the noun that
//! it is said of ("the documentation is rich"), or with a criterion of its own ("fast"). Whether much
//! of a thing is good depends on the thing: a large community is, a large bill is not.

use std::ops::Range;

use super::aspects::{Sought, aspect_after, aspect_before, first_known, open_aspect};
use super::faults::of_fault;
use super::judges::Judge;
use super::manners::of_manner;
use super::sentence::Sentence;
use super::tokens::{Token, is_mark, joined};
use crate::claim::Aspect;
use crate::lexicon::{Class, Lexicon, List};

pub(super) use super::judges::Compares;

/// One judgement of a clause.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Opinion {
    /// Is it in favour?
    pub(super) good: bool,
    /// Does it compare?
    pub(super) compares: Compares,
    /// In which respect; `None` where the section must say it.
    pub(super) aspect: Option<Aspect>,
    /// The tokens that carry it.
    pub(super) tokens: Range<usize>,
    /// Which rule saw it.
    pub(super) rule: &'static str,
}

impl Opinion {
    fn slug(&self) -> Option<&str> {
        self.aspect.as_ref().map(|aspect| aspect.slug.as_str())
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.good == other.good && self.compares == other.compares && self.slug() == other.slug()
    }
}

/// All opinions of the tokens in `range`.
pub(super) fn of_clause(sentence: &Sentence, range: Range<usize>, lexicon: &Lexicon) -> Vec<Opinion> {
    let tokens = &sentence.tokens;
    let mut opinions: Vec<Opinion> = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let Some(judge) = Judge::at(tokens, at, &range) else {
            at += 1;
            continue;
        };
        at = judge.tokens.end.max(at + 1);
        let clause = Judged { sentence, range: &range, judge: &judge, lexicon };
        let Some(Reading(good, aspect, rule)) = clause.reading() else { continue };
        let compares = judge.compares(tokens, &range);
        let opinion = Opinion { good: good != judge.flipped, compares, aspect, tokens: judge.tokens.clone(), rule };
        if !opinions.iter().any(|other| other.says_the_same(&opinion)) {
            opinions.push(opinion);
        }
    }
    if let Some(manner) = of_manner(sentence, &range, lexicon) {
        keep_done(&mut opinions, manner, lexicon);
    }
    if let Some(fault) = of_fault(sentence, &range, lexicon) {
        opinions.retain(|other| other.tokens.end <= fault.tokens.start || fault.tokens.end <= other.tokens.start);
        opinions.push(fault);
    }
    keep_judged(without_reasons(opinions, tokens, &range))
}

/// How something is done says more than the words of it by themselves, but for a criterion that one of them names.
fn keep_done(opinions: &mut Vec<Opinion>, manner: Opinion, lexicon: &Lexicon) {
    let overlaps = |other: &Opinion| other.tokens.start < manner.tokens.end && manner.tokens.start < other.tokens.end;
    let known = |other: &Opinion| other.slug().is_some_and(|slug| lexicon.knows(slug));
    let named = |other: &Opinion| known(other) && (other.rule != "praised-subject" || manner.aspect.is_none());
    if opinions
        .iter()
        .any(|other| overlaps(other) && (named(other) || manner.aspect.is_none() && other.slug().is_some()))
    {
        return;
    }
    opinions.retain(|other| !overlaps(other));
    opinions.push(manner);
}

/// "It has a lower bill thanks to its higher efficiency": what is judged is the bill, the rest is why.
fn without_reasons(mut opinions: Vec<Opinion>, tokens: &[Token], range: &Range<usize>) -> Vec<Opinion> {
    let low = |at: usize| tokens.get(at).map_or("", |token| token.low.as_str());
    let gives_reason = |at: &usize| {
        matches!((low(*at), low(at + 1)), ("due" | "thanks" | "owing", "to") | ("because" | "on", "of" | "account"))
    };
    let Some(reason) = range.clone().find(gives_reason) else { return opinions };
    let judged = |opinion: &Opinion| opinion.tokens.start < reason && opinion.aspect.is_some();
    if opinions.iter().any(judged) {
        opinions.retain(|opinion| opinion.tokens.start < reason);
    }
    opinions
}

/// "It has a rich documentation": the adjective says more than the verb.
fn keep_judged(mut opinions: Vec<Opinion>) -> Vec<Opinion> {
    let judged = opinions.iter().filter(|opinion| opinion.rule != "has").filter_map(Opinion::slug);
    let judged: Vec<String> = judged.map(str::to_owned).collect();
    let says_more = |slug: &str| !judged.iter().any(|other| other == slug);
    opinions.retain(|opinion| opinion.rule != "has" || opinion.slug().is_some_and(says_more));
    opinions
}

/// Whether it is good before any negation, in which respect, and the rule that saw it.
pub(super) struct Reading(pub(super) bool, pub(super) Option<Aspect>, pub(super) &'static str);

/// A judging word in its clause, to be read.
pub(super) struct Judged<'a> {
    pub(super) sentence: &'a Sentence,
    pub(super) range: &'a Range<usize>,
    pub(super) judge: &'a Judge,
    pub(super) lexicon: &'a Lexicon,
}

impl Judged<'_> {
    fn reading(&self) -> Option<Reading> {
        match self.judge.cue.class {
            Class::Good | Class::Bad => self.by_quality(),
            Class::More | Class::Less => self.by_amount(),
            Class::Has | Class::Lacks => self.by_having(),
            Class::Excels | Class::Struggles => self.by_verb(),
            Class::Demands => self.by_demand(),
            Class::Reduces | Class::Increases => self.by_effect(),
        }
    }

    /// The tokens of the clause before the judging word.
    pub(super) fn before(&self) -> &[Token] {
        &self.sentence.tokens[self.range.start..self.judge.tokens.start]
    }

    /// The tokens of the clause behind it, at most so many.
    pub(super) fn after(&self, most: usize) -> Range<usize> {
        self.judge.tokens.end..self.range.end.min(self.judge.tokens.end + most)
    }

    pub(super) fn tokens(&self, range: Range<usize>) -> &[Token] {
        &self.sentence.tokens[range]
    }

    pub(super) fn words(&self) -> String {
        joined(self.tokens(self.judge.tokens.clone()))
    }

    /// What stands right behind the judging word, or behind "in" ("high in fibre").
    pub(super) fn sought(&self) -> Sought {
        let end = self.judge.tokens.end;
        let word = self.sentence.tokens[end - 1].low.as_str();
        let contains = matches!(word, "high" | "higher" | "highest" | "low" | "lower" | "lowest" | "rich" | "richer");
        let within = contains && self.sentence.tokens.get(end).is_some_and(|next| next.low == "in");
        aspect_after(self.sentence, end + usize::from(within)..self.range.end, self.lexicon)
    }

    /// Does it say how much of a thing the subject contains: "low in fat"?
    pub(super) fn contains(&self) -> bool {
        let words = self.words();
        let within = self.tokens(self.after(1)).first().is_some_and(|next| next.low == "in");
        within || words.ends_with(" of") || words.ends_with(" with")
    }

    pub(super) fn known_after(&self, most: usize) -> Option<(Aspect, bool)> {
        first_known(self.sentence, self.after(most), self.lexicon)
    }

    pub(super) fn known_before(&self, start: usize) -> Option<(Aspect, bool)> {
        aspect_before(self.sentence, start..self.judge.tokens.start, self.lexicon)
    }

    /// Is it said of the subject ("it is excellent", "makes it excellent")?
    pub(super) fn is_predicate(&self) -> bool {
        self.before().iter().rev().take(5).any(|token| token.is(List::Predicates))
    }

    /// Is a noun behind a comparative measured against somebody ("a better grip than the Ghost")?
    pub(super) fn is_measured(&self, noun: &Range<usize>) -> bool {
        let behind = self.tokens(noun.end..self.range.end);
        let than = behind.iter().position(|token| matches!(token.low.as_str(), "than" | "compared" | "versus"));
        let named = |than: usize| behind[than..].iter().take(4).any(|token| token.who.is_some());
        self.judge.is_comparative() && than.is_some_and(named)
    }

    /// Is less of this noun better, whatever is compared ("risk", "noise")?
    pub(super) fn is_burden(&self, noun: &Range<usize>) -> bool {
        self.tokens(noun.clone()).last().is_some_and(|token| token.is(List::BurdenNouns))
    }

    /// The noun right behind, where less of it is better: "income limits", "hidden fees".
    pub(super) fn burden_behind(&self) -> Option<Range<usize>> {
        let start = self.judge.tokens.end;
        let noun = |token: &&Token| {
            !token.is(List::Stops) && !is_mark(&token.low) && token.who.is_none() && token.low != "and"
        };
        let len = self.tokens(self.after(4)).iter().take_while(noun).count();
        let end = (start..start + len).rfind(|at| self.sentence.tokens[*at].is(List::BurdenNouns))? + 1;
        (end == start + len).then_some(start..end)
    }

    /// `large`, `more`, `fewer`: good or bad as the noun is.
    fn by_amount(&self) -> Option<Reading> {
        let more = self.judge.is_positive();
        match self.sought() {
            Sought::Known(aspect, burden) => {
                let burden = burden || self.judge.is_comparative() && self.is_demanded();
                return Some(Reading(more != burden, Some(aspect), "amount"));
            }
            // "demands less configuration than the other"
            Sought::Unknown(noun)
                if self.is_measured(&noun)
                    || self.contains()
                    || self.judge.is_comparative() && (self.is_had() || self.is_demanded()) =>
            {
                let demands = self.is_demanded() || self.is_burden(&noun);
                return Some(Reading(more != demands, Some(open_aspect(self.sentence, noun)?), "amount-own-noun"));
            }
            _ => {}
        }
        let level = self.judge.as_as(&self.sentence.tokens).is_some();
        let start = if level { 0 } else { self.range.start };
        let (aspect, burden) = self.known_before(start)?;
        if level || self.is_predicate() { Some(Reading(more != burden, Some(aspect), "amount-said")) } else { None }
    }

    /// Does the subject ask for what is much or little?
    fn is_demanded(&self) -> bool {
        let apart = |token: &&Token| {
            is_mark(&token.low) || token.is(List::Stops) && !matches!(token.low.as_str(), "up" | "out")
        };
        let mut near = self.before().iter().rev().take(5).take_while(|token| !apart(token));
        near.any(|token| token.is(List::Demands))
    }
}
