//! Claims by list items: a pro or a con, a use, or a point with its label ("Speed: ...").

use super::aspects::{of_item, words};
use super::context::{self, Facts};
use super::tokens::{Group, Sentence, Who};
use super::winner::suitability;
use super::{Found, Label, Reader};
use crate::claim::{Aspect, Form, Verdict};
use crate::document::{Block, BlockKind};
use crate::lexicon::{Class, Degree};
use crate::span::Span;

impl Reader<'_> {
    /// Reads one item of a list.
    pub(super) fn list_item(&mut self, index: usize, block: &Block) {
        if self.winner_line(index, block) {
            return;
        }
        let mut facts = self.facts(block.section);
        facts.favourable = facts.favourable.or_else(|| self.by_order(block, &facts));
        let (label, body) = self.parts(block);
        let own = label.map(|label| context::of_words(&self.document.text, label, &self.names, self.lexicon));
        let facts = match &own {
            Some(own) => Facts {
                favourable: own.favourable.or(facts.favourable),
                uses: own.uses.or(facts.uses),
                subject: facts.subject.or(own.subject),
                ..own.clone().within(&facts)
            },
            None => facts,
        };
        self.topic.last = facts.subject.or(self.topic.last);
        match (facts.uses, facts.favourable, facts.subject) {
            (Some(verdict), _, Some(subject)) => self.use_item(block, subject, verdict),
            (_, Some(favourable), Some(subject)) => self.point(block, label, subject, favourable),
            _ => self.labelled(block, label, body, facts),
        }
    }

    /// Of two lists under "Pros and cons", with no heading between, the first is for and the second against.
    fn by_order(&self, block: &Block, facts: &Facts) -> Option<bool> {
        let BlockKind::ListItem { list, .. } = block.kind else { return None };
        if !facts.weighs {
            return None;
        }
        let mut lists: Vec<usize> = Vec::new();
        for other in self.document.blocks.iter().filter(|other| other.section == block.section) {
            if let BlockKind::ListItem { list, depth: 0 } = other.kind
                && lists.last() != Some(&list)
            {
                lists.push(list);
            }
        }
        (lists.len() == 2).then(|| lists[0] == list)
    }

    /// Does a paragraph read like an item of a list, with a label of its own?
    pub(super) fn has_label(&self, block: &Block) -> bool {
        self.parts(block).0.is_some() && block.sentences.len() <= 4
    }

    /// "Speed: it is fast" has a label and a body.
    fn parts(&self, block: &Block) -> (Option<Span>, Span) {
        let text = self.document.words(block.span);
        let strong =
            block.strong.first().filter(|span| span.start <= block.span.start + 2 && span.len() < block.span.len());
        let at = match strong {
            Some(strong) => Some(strong.end - block.span.start),
            None => text.find(':').filter(|at| text[..*at].split_whitespace().count() <= 5 && text[*at..].len() > 2),
        };
        match at {
            Some(at) if at > 0 => {
                let label = Span::new(block.span.start, block.span.start + at);
                (Some(label), Span::new(label.end, block.span.end))
            }
            _ => (None, block.span),
        }
    }

    /// Each sentence of an item under "Choose it if" is a use; what follows a dash explains it.
    fn use_item(&mut self, block: &Block, subject: usize, verdict: Verdict) {
        for span in &block.sentences {
            let text = self.document.words(*span);
            let dash = [" — ", " – ", " - "].iter().filter_map(|dash| text.find(dash).map(|at| (at, dash.len()))).min();
            let (end, rest) = match dash {
                Some((at, len)) => (span.start + at, Some(Span::new(span.start + at + len, span.end))),
                None => (span.end, None),
            };
            let use_span = Span::new(span.start, end);
            let words = self.document.words(use_span).trim_end_matches(['.', ';', ',']).to_owned();
            let found =
                Found { span: use_span, section: block.section, form: Form::List, rule: "use-item", confidence: 0.8 };
            self.claim(Who::One(subject), Group::NONE, suitability(), verdict, Some(words), found);
            if let Some(rest) = rest {
                self.topic.last = Some(subject);
                self.prose(rest, block.section, Form::Sentence);
            }
        }
    }

    /// An item under "Pros" or "Cons".
    pub(super) fn point(&mut self, block: &Block, label: Option<Span>, subject: usize, favourable: bool) {
        let first = block
            .sentences
            .iter()
            .find(|span| label.is_none_or(|label| span.end > label.end + 2))
            .copied()
            .unwrap_or(block.span);
        let first = Span::new(block.span.start, first.end);
        let sentence = self.sentence(block.sentences.first().copied().unwrap_or(block.span));
        let found = Found {
            span: first,
            section: block.section,
            form: Form::List,
            rule: if favourable { "pro" } else { "con" },
            confidence: 0.85,
        };
        let recommended = ["ideal-for", "not-for"].iter().find_map(|name| {
            let pattern = self.lexicon.patterns().iter().find(|pattern| {
                pattern.name == *name
                    && pattern
                        .find(&sentence.masked, 0)
                        .is_some_and(|found| found.whole.0 < 12 && found.subject.is_none())
            })?;
            let scope = pattern.find(&sentence.masked, 0)?.scope?;
            Some((
                pattern.yields,
                sentence.span(sentence.tokens_at(scope)).of(&self.document.text).trim_end_matches('.').to_owned(),
            ))
        });
        if let Some((verdict, scope)) = recommended {
            self.claim(Who::One(subject), Group::NONE, suitability(), verdict, Some(scope), found);
            return;
        }
        let verdict = match (is_comparative(&sentence), favourable) {
            (true, true) => Verdict::Better,
            (true, false) => Verdict::Worse,
            (false, true) => Verdict::Strength,
            (false, false) => Verdict::Weakness,
        };
        for aspect in self.item_aspects(&sentence, label) {
            self.claim(Who::One(subject), Group::NONE, aspect, verdict, None, found);
        }
    }

    /// The criteria of an item: one, or one for each of a few adjectives ("Easy and fast").
    pub(super) fn item_aspects(&self, sentence: &Sentence, label: Option<Span>) -> Vec<Aspect> {
        let tokens = &sentence.tokens;
        let label_end =
            label.map_or(tokens.len(), |label| tokens.iter().take_while(|token| token.span.start < label.end).count());
        let adjectives: Vec<Aspect> = (0..label_end)
            .filter_map(|at| {
                let (cue, len) = tokens[at].cue?;
                let slug = self.lexicon.slug_of_cue(cue)?;
                Some(Aspect { label: words(tokens, at..at + len), slug: slug.to_owned() })
            })
            .collect();
        let others = tokens[..label_end]
            .iter()
            .filter(|t| t.cue.is_none() && !matches!(t.low.as_str(), "and" | "," | "." | "very" | "&"))
            .count();
        if adjectives.len() > 1 && others == 0 {
            return adjectives;
        }
        let of_label = of_item(sentence, 0..label_end, self.lexicon);
        of_label.or_else(|| of_item(sentence, 0..tokens.len(), self.lexicon)).into_iter().collect()
    }

    /// An item that is neither for nor against: its label is its criterion.
    fn labelled(&mut self, block: &Block, label: Option<Span>, body: Span, facts: Facts) {
        let before = self.label.clone();
        if let (Some(label), Some(subject)) = (label, facts.subject) {
            self.judging_label(block, label, subject);
        }
        if label.is_some() {
            self.label = Some(Label { facts, section: block.section, for_list: true });
        }
        for span in &block.sentences {
            let span = if span.contains(Span::new(block.span.start, body.start)) && label.is_some() {
                Span::new(body.start, span.end)
            } else {
                *span
            };
            if span.of(&self.document.text).chars().any(char::is_alphanumeric) {
                self.prose(trimmed(&self.document.text, span), block.section, Form::Sentence);
            }
        }
        self.label = before;
    }
}

impl Reader<'_> {
    /// "Lightweight and extensible: ..." is praise by its label alone.
    fn judging_label(&mut self, block: &Block, label: Span, subject: usize) {
        let sentence = self.sentence(label);
        let mut found: Vec<(bool, Aspect)> = Vec::new();
        let mut at = 0;
        while at < sentence.tokens.len() {
            let token = &sentence.tokens[at];
            match token.cue {
                Some((cue, len))
                    if matches!(cue.class, Class::Good | Class::Bad) && self.lexicon.slug_of_cue(cue).is_some() =>
                {
                    let slug = self.lexicon.slug_of_cue(cue).unwrap_or_default().to_owned();
                    let label = words(&sentence.tokens, at..at + len);
                    found.push((cue.class == Class::Good, Aspect { label, slug }));
                    at += len;
                }
                _ if matches!(token.low.as_str(), "and" | "," | "&" | ":" | "very" | "highly" | ".") => at += 1,
                _ => return,
            }
        }
        for (good, aspect) in found {
            let verdict = if good { Verdict::Strength } else { Verdict::Weakness };
            let place = Found {
                span: block.sentences.first().copied().unwrap_or(label),
                section: block.section,
                form: Form::List,
                rule: "judging-label",
                confidence: 0.8,
            };
            self.claim(Who::One(subject), Group::NONE, aspect, verdict, None, place);
        }
    }
}

fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let lead = words.len()
        - words.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '$' | '(' | '"' | '“')).len();
    Span::new(span.start + lead, span.end)
}

/// Does an item compare ("More books overall", "Fewer accessories")?
pub(super) fn is_comparative(sentence: &Sentence) -> bool {
    sentence.tokens.iter().take(4).any(|token| {
        token.cue.is_some_and(|(cue, _)| {
            cue.degree == Degree::Comparative
                && matches!(cue.class, Class::Good | Class::Bad | Class::More | Class::Less)
        })
    })
}
