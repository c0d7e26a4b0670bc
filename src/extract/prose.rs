//! Claims by running sentences.

use std::ops::Range;

use super::aspects::first_known;
use super::clauses::{Clause, cut};
use super::context::Facts;
use super::items::of_item;
use super::opinions::{Compares, Opinion, of_clause};
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Found, Place, Statement, verdict};
use super::tokens::Token;
use super::who::{Group, Topic, Who};
use crate::claim::{Aspect, Form, Mention, Skipped, Verdict};
use crate::lexicon::{Lexicon, List};
use crate::span::Span;

/// A sentence with all that is known of it before its claims are read.
pub(super) struct Line {
    pub(super) sentence: Sentence,
    pub(super) clauses: Vec<Clause>,
    /// What the section and the label over it say.
    pub(super) facts: Facts,
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
        facts.criterion = topic_of(&sentence, self.lexicon).or(facts.criterion);
        let clauses = cut(&sentence, self.topic.last.or(facts.subject));
        let line = Line { sentence, clauses, facts, place };
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
        let aspect = self.opinion_aspect(line, opinion).or_else(|| self.by_adjective(&line.sentence, clause, opinion));
        let aspect = aspect.ok_or("criterion unclear")?;
        let rivals = if opinion.compares == Compares::All { Group::ALL } else { clause.rivals.and(unlike) };
        // "Neither is cheap" blames both.
        let good = opinion.good != (who == Who::Neither);
        let verdict = match opinion.compares {
            Compares::Level => Verdict::Equal,
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

/// The criterion that a sentence announces in front: "As for battery life, ...", "On price, ...".
fn topic_of(sentence: &Sentence, lexicon: &Lexicon) -> Option<Aspect> {
    let low = |at: usize| sentence.tokens.get(at).map_or("", |token| token.low.as_str());
    let (start, surely) = match (low(0), low(1), low(2)) {
        ("when", "it", "comes") if low(3) == "to" => (4, true),
        ("in", "terms", "of") => (3, true),
        ("as", "for", _) | ("speaking", "of", _) => (2, true),
        ("regarding" | "concerning", _, _) => (1, true),
        ("on" | "for", _, _) => (1, false),
        _ => return None,
    };
    // "When it comes to price Alpha wins" has no comma.
    let named = |at: usize| surely && sentence.tokens[at].who.is_some() && at > start;
    let end = (start..sentence.tokens.len().min(start + 7)).find(|at| low(*at) == "," || named(*at))?;
    if sentence.tokens[start..end].iter().any(|token| token.who.is_some()) {
        return None;
    }
    let known = first_known(sentence, start..end, lexicon).map(|(aspect, _)| aspect);
    known.or_else(|| surely.then(|| of_item(sentence, start..end, lexicon)).flatten())
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

/// Where an opinion was found.
fn found<'a>(line: &Line, clause: &Clause, opinion: &'a Opinion) -> Found<'a> {
    Found { span: line.sentence.span(clause.tokens.clone()), place: line.place, rule: opinion.rule }
}
