//! Claims by list items: a pro or a con, a use, or a point with its label ("Speed: ...").

use super::aspects::{Sought, aspect_after};
use super::clauses::{cut, is_condition};
use super::context::Facts;
use super::items::of_item;
use super::labels::leads_on;
use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Found, Place, Statement, verdict};
use super::tokens::joined;
use super::who::Group;
use crate::claim::{Aspect, Form};
use crate::document::{Block, BlockKind};
use crate::lexicon::{self, Degree, List, quality_of};
use crate::span::Span;

impl Reader<'_> {
    /// Reads one item of a list.
    pub(super) fn list_item(&mut self, index: usize, block: &Block) {
        if self.is_call(block) || self.winner_line(index, block) || self.need(block) {
            return;
        }
        if self.nest(index, block) {
            return;
        }
        let listed: Vec<bool> = block.sentences.iter().map(|span| self.inline_list(*span, block.section)).collect();
        if listed.contains(&true) {
            return;
        }
        let mut facts = self.facts(block.section);
        let marked = marked(self.document.words(block.span));
        facts.favourable = marked.or(facts.favourable).or_else(|| self.by_order(block, &facts));
        let label = self.label_of(block);
        if label.is_some_and(|label| self.spec(block, label)) {
            return;
        }
        if let Some(own) = label.map(|label| self.facts_of(label)) {
            facts = Facts {
                favourable: own.favourable.or(facts.favourable),
                uses: own.uses.or(facts.uses),
                subject: facts.subject.or(own.subject),
                ..own.within(&facts)
            };
        }
        self.topic.last = facts.subject.or(self.topic.last);
        match (facts.uses, facts.favourable, facts.subject) {
            (Some(verdict), _, Some(subject)) => self.use_item(block, subject, verdict),
            (_, Some(favourable), Some(subject)) => self.point(block, label, subject, favourable),
            _ => self.labelled(block, label, facts),
        }
    }

    /// Of two lists under "Pros and cons", with no heading between, the first is for and the second against.
    fn by_order(&self, block: &Block, facts: &Facts) -> Option<bool> {
        let BlockKind::ListItem { list, .. } = block.kind else { return None };
        if !facts.weighs {
            return None;
        }
        let in_section = self.document.blocks.iter().filter(|other| other.section == block.section);
        let mut lists: Vec<usize> = in_section
            .filter_map(|other| match other.kind {
                BlockKind::ListItem { list, depth: 0 } => Some(list),
                _ => None,
            })
            .collect();
        lists.dedup();
        (lists.len() == 2).then(|| lists[0] == list)
    }

    /// Does a paragraph read like an item of a list, with a label of its own?
    pub(super) fn has_label(&self, block: &Block) -> bool {
        self.label_of(block).is_some() && block.sentences.len() <= 4
    }

    /// The label of "Speed: it is fast", in bold or before a colon.
    pub(super) fn label_of(&self, block: &Block) -> Option<Span> {
        let text = self.document.words(block.span);
        let opens = |span: &&Span| span.start <= block.span.start + 2 && span.len() < block.span.len();
        let strong = block.strong.first().filter(opens).map(|strong| strong.end - block.span.start);
        let labels = |colon: &usize| text[..*colon].split_whitespace().count() <= 5 && text[*colon..].len() > 2;
        // "Speaking - Babbel", "Great camera – sharp at night"
        let is_item = matches!(block.kind, BlockKind::ListItem { .. });
        let marks = [" - ", " – ", " — ", " = "];
        let named = |at: &usize| labels(at) && !text[..*at].contains(|c: char| c.is_ascii_digit());
        let dash = || marks.iter().filter_map(|mark| text.find(mark)).min().filter(named).filter(|_| is_item);
        let end = strong.or_else(|| text.find(':').filter(labels)).or_else(dash)?;
        (end > 0).then(|| Span::new(block.span.start, block.span.start + end))
    }

    /// Reads an item under "Pros" or "Cons", whose label, where it has one, says what it is about.
    pub(super) fn point(&mut self, block: &Block, label: Option<Span>, subject: usize, favourable: bool) {
        let beyond = |span: &&Span| label.is_none_or(|label| span.end > label.end + 2);
        let end = block.sentences.iter().find(beyond).unwrap_or(&block.span).end;
        let sentence = self.sentence(block.sentences.first().copied().unwrap_or(block.span));
        let found = Found {
            span: Span::new(block.span.start, end),
            place: Place { section: block.section, form: Form::List },
            rule: if favourable { "pro" } else { "con" },
        };
        self.point_of(&sentence, label, (subject, favourable), found);
    }

    /// Notes a point for or against a subject.
    pub(super) fn point_of(
        &mut self,
        sentence: &Sentence,
        label: Option<Span>,
        (subject, favourable): (usize, bool),
        found: Found,
    ) {
        if leads_on(sentence) || is_condition(sentence) {
            return;
        }
        let opens = |found: &lexicon::Found| found.whole.0 < 12 && found.subject.is_none();
        if let Some((verdict, of)) = self.recommended(sentence, opens) {
            self.claim(&Statement::of_use(subject, verdict, of), found);
            return;
        }
        let than = sentence.tokens.iter().position(|token| matches!(token.low.as_str(), "than" | "compared"));
        // "Lower returns than most funds" is measured against a third.
        let third = than.is_some_and(|than| sentence.tokens[than..].iter().all(|token| token.who.is_none()));
        let verdict = verdict(favourable, is_comparative(sentence) && !third);
        let rivals = cut(sentence, Some(subject)).iter().fold(Group::NONE, |all, clause| all.and(clause.rivals));
        for aspect in self.item_aspects(sentence, label) {
            self.claim(&Statement { rivals, ..Statement::on(subject, aspect, verdict) }, found);
        }
    }

    /// The criteria of an item: one, or one for each of a few adjectives ("Easy and fast").
    pub(super) fn item_aspects(&self, sentence: &Sentence, label: Option<Span>) -> Vec<Aspect> {
        let tokens = &sentence.tokens;
        let of_label = label.map(|label| tokens.iter().take_while(|token| token.span.start < label.end).count());
        let end = of_label.unwrap_or(tokens.len());
        let adjectives: Vec<Aspect> = (0..end)
            .filter_map(|at| {
                let (cue, len) = tokens[at].cue?;
                Some(Aspect::new(joined(&tokens[at..at + len]), self.lexicon.slug_of_cue(cue)?))
            })
            .collect();
        let between = |low: &str| matches!(low, "and" | "," | "." | "very" | "&");
        let only = tokens[..end].iter().all(|token| token.cue.is_some() || between(&token.low));
        if adjectives.len() > 1 && only {
            return adjectives;
        }
        // "Crowded after noon" is about nothing but that.
        if let [first, next, ..] = tokens.as_slice()
            && next.is(List::Stops)
            && first
                .cue
                .is_some_and(|(cue, len)| cue.is_adjective() && len == 1 && self.lexicon.slug_of_cue(cue).is_none())
            && first.term.is_none()
        {
            // "Dependent on batteries" is about batteries.
            let leads = matches!(next.low.as_str(), "on" | "to");
            if let Sought::Known(aspect, _) = aspect_after(sentence, 2..tokens.len(), self.lexicon)
                && leads
            {
                return vec![aspect];
            }
            return vec![self.of_adjective(&first.low)];
        }
        let aspect = of_item(sentence, 0..end, self.lexicon);
        let aspect = aspect.or_else(|| of_item(sentence, 0..tokens.len(), self.lexicon));
        let judged = || tokens.iter().find(|token| token.cue.is_some_and(|(cue, _)| cue.is_adjective()));
        let aspect = aspect.or_else(|| judged().map(|token| self.of_adjective(&token.low)));
        aspect.into_iter().collect()
    }

    /// What an adjective judges on that has no criterion of its own: the quality that it names, else itself.
    fn of_adjective(&self, word: &str) -> Aspect {
        quality_of(word)
            .map_or_else(|| Aspect::named(word.to_owned()), |quality| Aspect::of_words(quality, self.lexicon))
    }

    /// A span without the marks that part it from its label.
    pub(super) fn without_lead(&self, span: Span) -> Span {
        let words = self.document.words(span);
        let begins = |c: char| c.is_alphanumeric() || matches!(c, '$' | '€' | '£' | '~' | '★' | '⭐' | '(' | '"' | '“');
        Span::new(span.start + words.find(begins).unwrap_or(words.len()), span.end)
    }
}

/// Whether the mark before an item counts it for (a tick) or against (a cross).
pub(super) fn marked(words: &str) -> Option<bool> {
    let words = words.trim_start();
    // "+ Friendly staff", "− No showers"
    match words.split(' ').next()? {
        "+" => return Some(true),
        "-" | "−" | "–" => return Some(false),
        _ => {}
    }
    match words.chars().next()? {
        '✓' | '✔' | '✅' | '☑' | '👍' | '➕' => Some(true),
        '✗' | '✘' | '✖' | '❌' | '👎' | '➖' => Some(false),
        _ => None,
    }
}

/// Does an item compare ("More books overall", "Fewer accessories")?
fn is_comparative(sentence: &Sentence) -> bool {
    let compares = |cue: lexicon::Cue| cue.degree == Degree::Comparative && cue.is_adjective();
    sentence.tokens.iter().take(4).any(|token| token.cue.is_some_and(|(cue, _)| compares(cue)))
}
