//! Items and paragraphs with a label that counts neither for nor against: "Grip: excellent on wet rock", "Price: Marlin",
//! "Best for beginners: Heron".

use super::context::Facts;
use super::labels::judging;
use super::reader::{Label, Reader};
use super::sentence::Sentence;
use super::statement::{Found, Place, Statement, verdict};
use super::tokens::{Token, is_mark};
use super::who::{Group, Who};
use crate::claim::{Form, Verdict};
use crate::document::Block;
use crate::lexicon::List;
use crate::span::Span;

impl Reader<'_> {
    /// An item that is neither for nor against: its label is its criterion.
    pub(super) fn labelled(&mut self, block: &Block, label: Option<Span>, facts: Facts) {
        let subject = facts.subject;
        if label.is_some_and(|label| self.names_winner(block, label, &facts)) {
            return;
        }
        let before = self.label.clone();
        if let (Some(label), Some(subject)) = (label, facts.subject) {
            self.judging_label(block, label, subject);
        }
        if label.is_some() {
            self.label = Some(Label { facts, section: block.section, for_list: true });
        }
        let body = label.map_or(block.span.start, |label| label.end);
        if let Some(subject) = subject.filter(|_| label.is_some())
            && self.recommends(block, Span::new(body, block.span.end), subject)
        {
            self.label = before;
            return;
        }
        for span in &block.sentences {
            let span =
                if span.start <= block.span.start && body <= span.end { Span::new(body, span.end) } else { *span };
            if self.document.words(span).chars().any(char::is_alphanumeric) {
                let place = Place { section: block.section, form: Form::Sentence };
                self.prose_or_fragments(self.without_lead(span), place, Form::List);
            }
        }
        self.label = before;
    }

    /// "Price: Marlin" names a winner, "Best for beginners: Marlin" a use; what follows the name says why.
    pub(super) fn names_winner(&mut self, block: &Block, label: Span, facts: &Facts) -> bool {
        let Some(first) = block.sentences.iter().find(|span| span.end > label.end + 1).copied() else { return false };
        let body = self.sentence(self.without_lead(Span::new(label.end.max(first.start), first.end)));
        let Some((one, reason)) = named_first(&body) else { return false };
        let level = one.is(List::LevelVerdicts);
        let who = match one.who {
            Some(who @ Who::One(_)) if !one.pronoun => who,
            _ if level => Who::ALL,
            _ => return false,
        };
        // Under a name, "Rival: Heron" names no winner.
        let owned = self.sections[block.section].subject.is_some_and(|owner| who.one() != Some(owner));
        if owned && (reason.is_some() || level) {
            return false;
        }
        let place = Place { section: block.section, form: Form::List };
        let found = Found { span: Span::new(block.span.start, first.end), place, rule: "named-winner" };
        let said = match (&facts.criterion, facts.uses, who) {
            (_, Some(Verdict::Suits), Who::One(subject)) => {
                let words = self.document.words(label).trim_end_matches([':', ' ']);
                let of = words.split_once(" for ").map_or(words, |(_, of)| of);
                Statement::of_use(subject, Verdict::Suits, of.to_owned())
            }
            (Some(aspect), None, _) => {
                let verdict = if level { Verdict::Equal } else { Verdict::Better };
                Statement { who, rivals: Group::ALL, ..Statement::on(0, aspect.clone(), verdict) }
            }
            _ => return false,
        };
        self.claim(&said, found);
        self.topic.last = who.one().or(self.topic.last);
        let place = Place { form: Form::Sentence, ..place };
        let reason = reason.map(|start| Span::new(start, first.end));
        for span in reason.into_iter().chain(block.sentences.iter().copied().filter(|span| span.start >= first.end)) {
            self.prose(span, place);
        }
        true
    }

    /// "Verdict: not for rough trails" is a use.
    fn recommends(&mut self, block: &Block, body: Span, subject: usize) -> bool {
        let sentence = self.sentence(self.without_lead(body));
        let opens = |found: &crate::lexicon::Found| found.whole.0 < 3 && found.subject.is_none();
        let Some((verdict, of)) = self.recommended(&sentence, opens).filter(|_| block.sentences.len() == 1) else {
            return false;
        };
        let place = Place { section: block.section, form: Form::List };
        let found = Found { span: block.span, place, rule: "use-item" };
        self.claim(&Statement::of_use(subject, verdict, of), found);
        true
    }

    /// "Lightweight and extensible: ..." is praise by its label alone.
    fn judging_label(&mut self, block: &Block, label: Span, subject: usize) {
        let sentence = self.sentence(label);
        let span = block.sentences.first().copied().unwrap_or(label);
        let place = Place { section: block.section, form: Form::List };
        for (good, aspect) in judging(&sentence, self.lexicon).unwrap_or_default() {
            let found = Found { span, place, rule: "judging-label" };
            self.claim(&Statement::on(subject, aspect, verdict(good, false)), found);
        }
    }
}

/// The name, or the word for a draw, that a body begins with and says, and where what follows it begins. "Marlin, Heron"
/// names nobody.
fn named_first(body: &Sentence) -> Option<(&Token, Option<usize>)> {
    let said = |token: &&Token| !is_mark(&token.low) && token.low.chars().any(char::is_alphanumeric);
    let at = body.tokens.iter().position(|token| said(&token))?;
    let one = &body.tokens[at];
    let mut rest = body.tokens[at + 1..].iter();
    let Some(next) = body.tokens[at + 1..].iter().find(said) else { return Some((one, None)) };
    let mark = rest.next().map_or("", |token| token.low.as_str());
    let leads = matches!(mark, "," | "(" | "." | "—" | "–" | "-" | ";")
        || matches!(mark, "because" | "since" | "by" | "hands" | "thanks" | "due" | "as");
    let why = matches!(
        next.low.as_str(),
        "since" | "because" | "as" | "but" | "by" | "with" | "thanks" | "due" | "for" | "which"
    );
    let listed = mark == "," && !why && body.tokens[at + 1..].iter().any(|token| token.who.is_some());
    (leads && !listed && next.who.is_none()).then_some((one, Some(next.span.start)))
}
