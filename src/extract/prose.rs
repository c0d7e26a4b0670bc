//! Claims by running sentences.

use std::ops::Range;

use super::clauses::{Clause, cut};
use super::context::Facts;
use super::opinions::{Compares, Opinion, of_clause};
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Found, Place, Statement, verdict};
use super::tokens::Token;
use super::who::{Group, Topic, Who};
use crate::claim::{Aspect, Form, Mention, Skipped, Verdict};
use crate::lexicon::{Degree, Lexicon, List};
use crate::span::Span;

/// A sentence with all that is known of it before its claims are read.
pub(super) struct Line {
    pub(super) sentence: Sentence,
    pub(super) clauses: Vec<Clause>,
    /// What the section and the label over it say.
    pub(super) facts: Facts,
    /// What it says in front that it is about.
    pub(super) about: Option<Aspect>,
    pub(super) place: Place,
}

impl Reader<'_> {
    /// Reads one sentence.
    pub(super) fn prose(&mut self, span: Span, place: Place) {
        if place.form == Form::Sentence && self.inline_list(span, place.section) {
            return;
        }
        let sentence = self.sentence(span);
        let mut facts = self.facts(place.section);
        let about = self.lead_of(&sentence).or_else(|| self.before_colon(&sentence));
        let announced = self.announced.take();
        facts.criterion = about.clone().or(facts.criterion);
        let about = about.or(announced).or_else(|| self.own_lead_of(&sentence));
        let clauses = cut(&sentence, self.topic.last.or(facts.subject));
        let line = Line { sentence, clauses, facts, about, place };
        let asks = line.sentence.tokens.last().is_some_and(|token| token.low == "?");
        let long = line.sentence.tokens.len() > LONGEST;
        if long {
            self.skipped.push(Skipped { span, reason: "sentence too long" });
        }
        if !asks && !long && line.sentence.tokens.len() > 1 && asserts(&line.sentence, self.lexicon) {
            let taken = self.phrases(&line);
            self.figures(&line);
            let before = self.claims.len();
            self.opinions(&line, &taken);
            self.contrast(before);
            if self.claims.len() == before && taken.is_empty() {
                self.preferred(&line);
            }
            if self.claims.len() == before && taken.is_empty() {
                self.leaned(&line);
            }
            if self.claims.len() == before && taken.is_empty() {
                self.promised(&line);
            }
        }
        self.turn_to(&line);
        self.announced = self.announced(&line.sentence);
    }

    /// A sentence in a part that speaks for or against its subject does so, too, though no word of it judges.
    fn leaned(&mut self, line: &Line) {
        let Facts { leaning: Some(good), subject: Some(subject), .. } = line.facts else { return };
        let sentence = &line.sentence;
        let other = sentence.names().any(|(_, who)| who.one() != Some(subject));
        let turns = sentence
            .tokens
            .first()
            .is_some_and(|first| matches!(first.low.as_str(), "but" | "however" | "though" | "although"));
        let size = sentence.tokens.len();
        if other || turns || !(5..=40).contains(&size) || line.place.form != Form::Sentence {
            return;
        }
        let Some(aspect) = self.leaning_aspect(sentence, &line.facts, line.place.section) else { return };
        let found = Found {
            span: sentence.span(0..size),
            place: line.place,
            rule: if good { "under-pros" } else { "under-cons" },
        };
        self.claim(&Statement::on(subject, aspect, verdict(good, false)), found);
    }

    /// Reads what the clauses of a sentence judge, but for the tokens that phrases have taken.
    fn opinions(&mut self, line: &Line, taken: &[Range<usize>]) {
        let Line { sentence, clauses, .. } = line;
        let unlike = clauses.iter().find(|clause| clause.unlike).map_or(Group::NONE, |clause| clause.rivals);
        let condition = clauses.first().filter(|clause| clause.condition);
        let scope = condition.map(|clause| sentence.span(clause.tokens.clone()).of(&self.document.text).to_owned());
        for clause in clauses.iter().filter(|clause| !clause.condition && !clause.unlike) {
            for opinion in of_clause(sentence, clause.tokens.clone(), self.lexicon) {
                let read = |range: &Range<usize>| range.start < opinion.tokens.end && opinion.tokens.start < range.end;
                // What a thing has is worth a claim only where the thing is named.
                let understood = matches!(opinion.rule, "has" | "demands") && !clause.named;
                if understood || taken.iter().any(read) {
                    continue;
                }
                match self.statement(line, clause, &opinion, unlike, scope.clone()) {
                    Ok(said) => self.claim(&said, found(line, clause, &opinion)),
                    Err(reason) => {
                        self.skipped.push(Skipped { span: sentence.span(clause.tokens.clone()), reason });
                    }
                }
            }
        }
    }

    /// What an opinion of a clause says, or why that is not clear. A subject that is `unlike` others is
    /// measured against them.
    fn statement(
        &self,
        line: &Line,
        clause: &Clause,
        opinion: &Opinion,
        unlike: Group,
        scope: Option<String>,
    ) -> Result<Statement, &'static str> {
        let who = clause.subject.ok_or("subject unclear")?;
        let whole = || line.about.clone().filter(|_| opinion.rule == "praise");
        let aspect = self.opinion_aspect(line, opinion).or_else(whole);
        let aspect = aspect.or_else(|| self.by_adjective(&line.sentence, clause, opinion));
        let aspect = aspect.ok_or("criterion unclear")?;
        let rivals = if opinion.compares == Compares::All { Group::ALL } else { clause.rivals.and(unlike) };
        // "Neither is cheap" blames both.
        let good = opinion.good != (who == Who::Neither);
        // "Neither is louder than the other" calls them level.
        let words = &line.sentence.tokens[clause.tokens.clone()];
        let level = is_neither(words) && opinion.compares != Compares::Level;
        let who = if level { Who::ALL } else { who };
        let verdict = match opinion.compares {
            Compares::Level => Verdict::Equal,
            _ if level => Verdict::Equal,
            compares => verdict(good, compares != Compares::No || !unlike.is_empty()),
        };
        Ok(Statement { who, rivals, aspect, verdict, scope })
    }

    /// "A supports X whereas B does not": what A has and B lacks in one sentence makes A the better.
    fn contrast(&mut self, from: usize) {
        let said = &mut self.claims[from..];
        let lacks = said.iter().filter(|claim| claim.verdict == Verdict::Weakness);
        let lacks: Vec<(String, String)> =
            lacks.map(|claim| (claim.subject.name.clone(), claim.criterion.slug.clone())).collect();
        for claim in said.iter_mut().filter(|claim| claim.verdict == Verdict::Strength) {
            let other = lacks.iter().find(|(name, slug)| *slug == claim.criterion.slug && *name != claim.subject.name);
            if let Some((name, _)) = other {
                claim.verdict = Verdict::Better;
                claim.rival = Some(Mention { name: name.clone(), text: String::new() });
            }
        }
    }

    /// Remembers whom a sentence spoke of: the first name in it that is not a rival.
    fn turn_to(&mut self, line: &Line) {
        let first = line.clauses.iter().find_map(|clause| match clause.subject {
            Some(Who::One(owner)) if clause.named && !clause.unlike => Some(owner),
            _ => None,
        });
        let mut named = line.sentence.tokens.iter().filter_map(|token| Some((token.one()?, token.pronoun)));
        let one = named.next().map(|(one, _)| one);
        let two = named.find(|(_, pronoun)| !pronoun).map(|(two, _)| two);
        let together = || line.sentence.tokens.iter().find_map(|token| token.pair);
        let pair = one.zip(two).filter(|(one, two)| one != two).or_else(together).or(self.topic.pair);
        self.topic = Topic { last: first.or(self.topic.last), pair };
    }
}

/// The most tokens of a sentence that is read: what is longer was written by no person.
const LONGEST: usize = 400;

/// Does a sentence say something of its own, and not what the article plans, doubts, wishes or has heard?
fn asserts(sentence: &Sentence, lexicon: &Lexicon) -> bool {
    let plans = |words: &[Token]| {
        let [we, will, verb] = words else { return false };
        we.low == "we" && matches!(will.low.as_str(), "will" | "'ll") && verb.is(List::Plans)
    };
    let lists = sentence.lists(lexicon);
    // "Let's talk about money: it is overpriced" goes on to say something.
    let goes_on = sentence.tokens.iter().skip(1).any(|token| token.low == ":");
    let announces = !goes_on && (lists.has(List::Announcing) || sentence.tokens.windows(3).any(plans));
    !announces && !lists.has(List::Unasserted)
}

/// Does a clause deny a comparison of both: "neither is faster", "neither A nor B is any faster than the other"?
fn is_neither(tokens: &[Token]) -> bool {
    let low = |at: usize| tokens.get(at).map_or("", |token| token.low.as_str());
    let neither = tokens.iter().take(4).any(|token| token.who == Some(Who::Neither) || token.low == "neither");
    let graded = |token: &Token| {
        token.cue.is_some_and(|(cue, _)| cue.degree == Degree::Comparative)
            || matches!(token.low.as_str(), "more" | "less")
    };
    let compares = tokens.iter().any(graded);
    let than = (0..tokens.len()).find(|at| low(*at) == "than");
    let other = than.is_none_or(|than| {
        low(than + 1) == "the" && low(than + 2) == "other" || tokens[than..].iter().any(|token| token.who.is_some())
    });
    neither && compares && other
}

/// Where an opinion was found.
fn found<'a>(line: &Line, clause: &Clause, opinion: &'a Opinion) -> Found<'a> {
    Found { span: line.sentence.span(clause.tokens.clone()), place: line.place, rule: opinion.rule }
}
