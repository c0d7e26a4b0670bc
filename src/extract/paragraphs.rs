//! Paragraphs: winner lines, answers, labels over what follows, lines that are items by their mark or their label; else prose.

use super::lists::marked;
use super::reader::Reader;
use super::statement::Place;
use crate::claim::Form;
use crate::document::Block;

/// The most words of a sentence that may be none: "Long summers off."
const LONGEST_BRIEF: usize = 9;

impl Reader<'_> {
    /// Reads a paragraph.
    pub(super) fn paragraph(&mut self, index: usize, block: &Block) {
        if self.winner_line(index, block) || self.need(block) {
            return;
        }
        let answered = usize::from(self.answer(index, block));
        if answered == 0 && self.ends_heading(block) {
            return;
        }
        if answered == 0 && (self.label_line(index, block) || self.like_an_item(index, block)) {
            return;
        }
        self.topic.last = self.sections[block.section].subject.or(self.topic.last);
        let facts = self.facts(block.section);
        let brief = facts.subject.is_some() && facts.criterion.is_some() && block.sentences.len() <= 2;
        for span in block.sentences.iter().skip(answered) {
            let place = Place { section: block.section, form: Form::Sentence };
            if brief && self.document.words(*span).split_whitespace().count() <= LONGEST_BRIEF {
                self.prose_or_fragments(*span, place, Form::Sentence);
            } else {
                self.prose(*span, place);
            }
        }
    }

    /// Reads a paragraph that its mark or its label makes an item; `false` where neither does.
    fn like_an_item(&mut self, index: usize, block: &Block) -> bool {
        let words = self.document.words(block.span);
        let ticked = marked(words).is_some() && !words.starts_with(|c: char| c.is_ascii() || matches!(c, '–' | '−'));
        let outer = self.facts(block.section);
        if ticked && outer.subject.is_some() || self.label.is_some() && outer.count_items() && self.has_label(block) {
            self.list_item(index, block);
            return true;
        }
        let Some(label) = self.label_of(block) else { return false };
        let own = self.facts_of(label);
        let facts = own.clone().within(&outer);
        if self.names_winner(block, label, &facts) || block.sentences.len() == 1 && self.spec(block, label) {
            return true;
        }
        // "Canoe: plenty of room" under a heading that says in what, "Brakes: strong in the wet" under a name.
        let whose = own.subject.is_some() && own.criterion.is_none() && outer.criterion.is_some();
        let what =
            own.subject.is_none() && own.criterion.is_some() && outer.subject.is_some() && block.sentences.len() <= 2;
        if own.count_items() || !(whose || what) {
            return false;
        }
        self.topic.last = facts.subject.or(self.topic.last);
        self.labelled(block, Some(label), facts);
        true
    }
}
