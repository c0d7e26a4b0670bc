//! Items that are labels over the deeper items beneath them: "Noise:" with a point or two of its own.
//!
//! Such an item says nothing by itself. What it names, whose part it is or what it is about, holds until the list is
//! back at its depth.

use super::context::Facts;
use super::labels::leads_on;
use super::reader::{Label, Reader};
use super::statement::Place;
use crate::claim::Form;
use crate::document::{Block, BlockKind};

/// The most words of a label.
const LONGEST: usize = 6;

/// An item that is a label over the deeper ones.
#[derive(Debug, Clone)]
pub(super) struct Nest {
    depth: u8,
    /// The label that holds again when the list is back at its depth.
    before: Option<Label>,
}

impl Reader<'_> {
    /// Leaves the items that a block is not beneath.
    pub(super) fn leave_nests(&mut self, block: &Block) {
        let beneath = |nest: &Nest| matches!(block.kind, BlockKind::ListItem { depth, .. } if depth > nest.depth);
        while let Some(nest) = self.nest.pop_if(|nest| !beneath(nest)) {
            self.label = nest.before;
        }
    }

    /// Reads an item as a label over the deeper ones beneath it; `false` where it is none.
    pub(super) fn nest(&mut self, index: usize, block: &Block) -> bool {
        let (BlockKind::ListItem { depth, .. }, [only]) = (&block.kind, block.sentences.as_slice()) else {
            return false;
        };
        let next = self.document.blocks.get(index + 1).filter(|next| next.section == block.section);
        let leads =
            next.is_some_and(|next| matches!(next.kind, BlockKind::ListItem { depth: deeper, .. } if deeper > *depth));
        let line = self.document.words(block.span).trim_end();
        let colon = line.ends_with(':');
        let bold = block.strong.iter().map(|span| span.len()).sum::<usize>() * 10 >= block.span.len() * 8;
        let outer = self.facts(block.section);
        // A short point with its details beneath is a point.
        let labels = colon || !outer.count_items() && (bold || !line.ends_with('.'));
        if !leads || !labels || line.split_whitespace().count() > LONGEST {
            return false;
        }
        let own = self.facts_of(block.span);
        let facts = Facts {
            favourable: own.favourable.or(outer.favourable),
            uses: own.uses.or(outer.uses),
            ..own.clone().within(&outer)
        };
        if own.are_silent() && !colon {
            return false;
        }
        let place = Place { section: block.section, form: Form::Sentence };
        // "Light to carry:" is a point itself.
        if !leads_on(&self.sentence(*only)) && own.favourable.is_none() && own.uses.is_none() {
            match (outer.favourable, outer.subject) {
                (Some(favourable), Some(subject)) => self.point(block, None, subject, favourable),
                _ => self.prose_or_fragments(*only, place, Form::List),
            }
        }
        self.topic.last = facts.subject.or(self.topic.last);
        let label = Label { facts, section: block.section, for_list: false };
        let before = self.label.replace(label);
        self.nest.push(Nest { depth: *depth, before });
        true
    }
}
