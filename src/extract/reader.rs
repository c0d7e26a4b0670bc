//! Reads one document from top to bottom, and remembers what a reader would: whom the last sentence
//! spoke of, and the label over the blocks that follow.

use super::context::{self, Facts};
use super::glossary::Glossary;
use super::nested::Nest;
use super::sentence::Sentence;
use super::specs::Rated;
use super::who::Topic;
use crate::claim::{Aspect, Claim, Roster, Skipped, Verdict};
use crate::document::{Block, BlockKind, Document};
use crate::lexicon::Lexicon;
use crate::span::Span;

/// Reads one document.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document,
    pub(super) roster: &'a Roster,
    pub(super) glossary: &'a Glossary<'a>,
    pub(super) lexicon: &'a Lexicon,
    /// The facts of each section.
    pub(super) sections: Vec<Facts>,
    /// What the last sentence spoke of.
    pub(super) topic: Topic,
    /// A label over the blocks that follow, such as a bold "Pros:".
    pub(super) label: Option<Label>,
    /// The items around the block that are labels over the deeper ones.
    pub(super) nest: Vec<Nest>,
    /// The section whose heading is a point itself ("No printed manual"), and what that is about.
    pub(super) pointed: Option<(usize, Aspect)>,
    /// What the last sentence said that the next one is about.
    pub(super) announced: Option<Aspect>,
    /// The points that were given so far.
    pub(super) rated: Vec<Rated>,
    pub(super) claims: Vec<Claim>,
    pub(super) skipped: Vec<Skipped>,
}

/// A line that acts as a heading for what follows it, within its section.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub(super) facts: Facts,
    pub(super) section: usize,
    /// Does it end when its list ends?
    pub(super) for_list: bool,
}

impl<'a> Reader<'a> {
    /// A reader at the beginning of a document.
    pub(super) fn new(document: &'a Document, roster: &'a Roster, glossary: &'a Glossary<'a>) -> Self {
        let (sections, lexicon) = (context::of_sections(document, glossary), glossary.lexicon);
        let (topic, label, pointed, announced, rated) = (Topic::default(), None, None, None, Vec::new());
        let (nest, claims, skipped) = (Vec::new(), Vec::new(), Vec::new());
        Self {
            document,
            roster,
            glossary,
            lexicon,
            sections,
            topic,
            label,
            nest,
            pointed,
            announced,
            rated,
            claims,
            skipped,
        }
    }

    /// Reads the document. Returns its claims and what was not understood, in reading order.
    pub(super) fn read(mut self) -> (Vec<Claim>, Vec<Skipped>) {
        let document = self.document;
        let mut in_list = false;
        for (index, block) in document.blocks.iter().enumerate() {
            self.leave_nests(block);
            self.announced = self.announced.take().filter(|_| matches!(block.kind, BlockKind::Paragraph));
            let is_item = matches!(block.kind, BlockKind::ListItem { .. });
            let list_over = !is_item && (in_list || !matches!(block.kind, BlockKind::Paragraph));
            self.label.take_if(|label| label.section != block.section);
            // "Cons:" after the list of "Pros:" is still about whom that was.
            if let Some(label) = self.label.as_mut().filter(|label| label.for_list && list_over) {
                label.facts = Facts { subject: label.facts.subject, ..Facts::default() };
            }
            in_list = is_item;
            if self.sections[block.section].aside {
                continue;
            }
            match &block.kind {
                BlockKind::Heading => self.heading(block),
                BlockKind::Paragraph => self.paragraph(index, block),
                BlockKind::ListItem { .. } => self.list_item(index, block),
                BlockKind::Table(table) => self.table(block, table),
                _ => {}
            }
        }
        (self.claims, self.skipped)
    }

    /// What is known of a block from its section and the label over it.
    pub(super) fn facts(&self, section: usize) -> Facts {
        let outer = &self.sections[section];
        match &self.label {
            Some(label) => label.facts.clone().within(outer),
            None => outer.clone(),
        }
    }

    /// The facts that a heading, a label or a cell gives.
    pub(super) fn facts_of(&self, words: Span) -> Facts {
        context::of_words(words, self.glossary)
    }

    /// The sentence of a span, in which "it" is whom the last one spoke of.
    pub(super) fn sentence(&self, span: Span) -> Sentence {
        self.sentence_on(span, self.topic)
    }

    /// The sentence of a span, as it reads where this was spoken of.
    pub(super) fn sentence_on(&self, span: Span, topic: Topic) -> Sentence {
        Sentence::new(self.glossary, span, topic)
    }

    fn heading(&mut self, block: &Block) {
        // A heading that names nobody leaves "it" where it was.
        self.topic.last = self.sections[block.section].subject.or(self.topic.last);
        let is_spec = self.label_of(block).is_some_and(|label| self.spec(block, label));
        if !is_spec && !self.self_answered(block) && !self.decision(block) {
            self.heading_point(block);
        }
    }

    /// Does the text under a heading begin with a condition of its own that says whom to take ("If money is tight, X is ...")?
    fn is_spelled_out(&self, block: &Block, subject: usize) -> bool {
        let text = self
            .document
            .blocks
            .iter()
            .find(|other| other.section == block.section && other.span.start > block.span.start);
        let Some(text) = text.filter(|text| matches!(text.kind, BlockKind::Paragraph)) else { return false };
        let topic = Topic { last: Some(subject), pair: None };
        text.sentences.iter().any(|span| {
            let sentence = self.sentence_on(*span, topic);
            let first = sentence.tokens.first().map_or("", |first| first.low.as_str());
            if matches!(first, "if" | "when" | "for" | "whenever" | "unless") {
                return true;
            }
            let mut suits = sentence.patterns(self.lexicon).filter(|pattern| pattern.yields == Verdict::Suits);
            suits.any(|pattern| pattern.find(sentence.masked(), 0).is_some())
        })
    }

    /// "Closed ecosystem" as a heading under "Weaknesses of X" is one of them, "When money is tight" under "When to
    /// use X" a use.
    fn heading_point(&mut self, block: &Block) {
        let Some(parent) = self.document.sections[block.section].parent else { return };
        let Facts { favourable, uses, subject: Some(subject), .. } = self.sections[parent] else { return };
        let own = self.facts_of(block.span);
        let frames = own.favourable.is_some() || own.uses.is_some() && uses.is_none();
        let says = !frames && own.subject.is_none() && !own.weighs;
        if !says || block.sentences.len() > 1 || self.document.words(block.span).ends_with('?') {
            return;
        }
        match (favourable, uses) {
            (Some(favourable), _) => {
                let made = self.claims.len();
                self.point(block, None, subject, favourable);
                self.pointed = self.claims.get(made).map(|point| (block.section, point.criterion.clone()));
            }
            (_, Some(verdict)) if !self.is_spelled_out(block, subject) => self.use_item(block, subject, verdict),
            _ => {}
        }
    }
}
