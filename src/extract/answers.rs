//! Claims by answers: "Which is faster, X or Y?" with "X." beneath, "Is X easy to use?" with "Yes."
//!
//! A question claims nothing, and an answer of a word says nothing by itself; only the two together do.
//! The question is a heading, or a label in bold or with a question mark, right above the answer.

use super::items::of_item;
use super::opinions::{Compares, Opinion, of_clause};
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Found, Place, Statement, verdict};
use super::tokens::is_mark;
use super::who::{Group, Topic, Who};
use crate::claim::{Aspect, Form, Verdict};
use crate::document::Block;
use crate::lexicon::List;

impl Reader<'_> {
    /// Reads the first sentence of a paragraph as the answer to the question above it; `false` where it
    /// is none.
    pub(super) fn answer(&mut self, index: usize, block: &Block) -> bool {
        let above = index.checked_sub(1).map(|above| &self.document.blocks[above]);
        let Some(question) = above.filter(|above| self.document.words(above.span).trim_end().ends_with('?')) else {
            return false;
        };
        let Some(first) = block.sentences.first().copied() else { return false };
        let question = self.sentence(question.span);
        let answer = self.sentence(first);
        let found =
            Found { span: first, place: Place { section: block.section, form: Form::Sentence }, rule: "answer" };
        let said = match asked_by(&question) {
            Asked::Which => self.chosen(&question, &answer),
            Asked::Whether => self.confirmed(&question, &answer),
            Asked::Else => None,
        };
        let Some(said) = said else { return false };
        self.claim(&said, found);
        true
    }

    /// Reads a heading that asks and answers itself ("Which is safer? Kestrel"); `false` where it does not.
    pub(super) fn self_answered(&mut self, block: &Block) -> bool {
        let [question, answer] = block.sentences.as_slice() else { return false };
        if !self.document.words(*question).trim_end().ends_with('?') {
            return false;
        }
        let (question, answer) = (self.sentence(*question), self.sentence(*answer));
        let said = match asked_by(&question) {
            Asked::Which => self.chosen(&question, &answer),
            Asked::Whether => self.confirmed(&question, &answer),
            Asked::Else => None,
        };
        let Some(said) = said else { return false };
        let place = Place { section: block.section, form: Form::Heading };
        self.claim(&said, Found { span: block.span, place, rule: "answer" });
        true
    }

    /// Reads "Tight budget? Kestrel." as a use; `false` where it is none.
    pub(super) fn need(&mut self, block: &Block) -> bool {
        let [need, pick] = block.sentences.as_slice() else { return false };
        let (need, pick) = (*need, self.sentence_on(*pick, Topic::default()));
        let words = self.document.words(need).trim();
        let asked = self.sentence_on(need, Topic::default());
        let asks = !matches!(asked_by(&asked), Asked::Else) || asked.tokens.iter().any(|token| token.who.is_some());
        let mut said = pick.tokens.iter().filter(|token| !is_mark(&token.low) && !token.is(List::TakeVerbs));
        let (Some(one), None) = (said.next(), said.next()) else { return false };
        let Some(subject) = one.one().filter(|_| words.ends_with('?') && !asks) else { return false };
        let of = words.trim_end_matches('?').to_owned();
        let place = Place { section: block.section, form: Form::Sentence };
        let found = Found { span: block.span, place, rule: "need" };
        self.claim(&Statement::of_use(subject, Verdict::Suits, of), found);
        true
    }

    /// "Which is cheaper?" - "The Kestrel, by far."
    fn chosen(&self, question: &Sentence, answer: &Sentence) -> Option<Statement> {
        let who = answer.tokens.iter().take(3).find_map(|token| token.who.filter(|_| !token.pronoun))?;
        if !matches!(who, Who::One(_)) || answer.tokens.len() > 8 {
            return None;
        }
        let opinions = of_clause(question, 0..question.tokens.len(), self.lexicon);
        let asked = opinions.into_iter().find(|opinion| opinion.compares != Compares::No);
        let better = question.tokens.iter().any(|token| matches!(token.low.as_str(), "better" | "best"));
        let (good, aspect) = match asked {
            Some(Opinion { good, aspect: Some(aspect), .. }) => (good, aspect),
            _ if better => (true, Aspect::overall()),
            _ => return None,
        };
        Some(Statement { who, rivals: Group::NONE, aspect, verdict: verdict(good, true), scope: None })
    }

    /// "Is the Kestrel easy to use?" - "Yes."
    fn confirmed(&self, question: &Sentence, answer: &Sentence) -> Option<Statement> {
        let yes = match answer.tokens.first()?.low.as_str() {
            "yes" | "absolutely" | "definitely" | "certainly" | "sure" | "yep" => true,
            "no" | "nope" => false,
            _ => return None,
        };
        let who = question.tokens.iter().take(4).find_map(|token| token.who)?;
        let opinion = of_clause(question, 0..question.tokens.len(), self.lexicon).into_iter().next();
        let Some(opinion) = opinion else {
            // "Does the Kestrel work off grid?" asks for something that it may have.
            let verb = question.tokens.iter().position(|token| token.is(List::AskedVerbs))?;
            let aspect = of_item(question, verb + 1..question.tokens.len(), self.lexicon)?;
            return Some(Statement { who, rivals: Group::NONE, aspect, verdict: verdict(yes, false), scope: None });
        };
        let rivals = question.tokens.iter().skip(4).filter_map(|token| token.who).map(Who::group);
        let rivals = rivals.fold(Group::NONE, Group::and);
        let compares = opinion.compares != Compares::No;
        let verdict = verdict(opinion.good == yes, compares);
        Some(Statement { who, rivals, aspect: opinion.aspect?, verdict, scope: None })
    }
}

/// What a question asks for.
enum Asked {
    /// One of the subjects.
    Which,
    /// Yes or no.
    Whether,
    /// Anything else.
    Else,
}

fn asked_by(question: &Sentence) -> Asked {
    // "1. Which ...", "Q: Is ..."
    let words = question.tokens.iter().map(|token| token.low.as_str());
    let mut words = words.skip_while(|word| matches!(*word, "q" | ":" | ".") || word.starts_with(char::is_numeric));
    match words.next() {
        Some("which" | "who" | "what's" | "what") => Asked::Which,
        Some("is" | "are" | "does" | "do" | "can" | "will" | "has" | "should") => Asked::Whether,
        _ => Asked::Else,
    }
}
