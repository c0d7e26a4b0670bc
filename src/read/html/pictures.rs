//! What pictures say in running text: a drawn rating, and a tick or a cross before an item's words.

use crate::document::BlockKind;

use super::tree::Item;
use super::walk::Walk;
use super::write::{Gap, Kind};
use super::{columns, drawn, icon, stars};

/// A mark that waits for the words that it stands before.
pub(super) struct Waiting {
    mark: &'static str,
    tag: Option<(usize, usize)>,
    /// The index after the item that it belongs to.
    end: usize,
}

impl Walk<'_, '_> {
    /// Is a picture here one that a reader sees? Pictures are hidden from those who listen, not from
    /// those who look.
    pub(super) fn is_visible(&self, at: usize) -> bool {
        self.kept[at] || self.items[at].attr("aria-hidden") == Some("true") || icon::is_font(&self.items[at])
    }

    /// Where the tags of these items stand, from the first to the last.
    pub(super) fn tags(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let tags = || (from..to).filter_map(|at| self.page.tag(self.items[at].node.id()));
        Some((tags().map(|tag| tag.0).min()?, tags().map(|tag| tag.1).max()?))
    }

    /// The tick or cross that an icon is, and where it stands.
    pub(super) fn mark(&self, at: usize) -> Option<(&'static str, Option<(usize, usize)>)> {
        let item = &self.items[at];
        let picture =
            matches!(item.name, "i" | "img" | "amp-img" | "svg" | "span") && self.is_visible(at) && item.end - at <= 12;
        let silent = || icon::is_font(item) || !self.items[at..item.end].iter().filter_map(Item::text).any(has_words);
        if !picture || !silent() {
            return None;
        }
        let inner = || (at + 1..item.end).find_map(|inner| icon::mark(&self.items[inner]));
        Some((icon::mark(item).or_else(inner)?, self.tags(at, at + 1)))
    }

    /// Says the rating that is drawn at an item; returns the index after it.
    pub(super) fn rating(&mut self, at: usize) -> Option<usize> {
        if !self.is_visible(at) {
            return None;
        }
        let (words, end) = stars::at(self.items, at)?;
        let kind = self.kind();
        self.writer.gap(Gap::Space);
        self.writer.strong(false);
        self.writer.spoken(&words, self.tags(at, end), kind);
        self.item_begun();
        Some(end)
    }

    /// Notes a tick or a cross that stands before the words of an item. In other lines an icon says
    /// little: it opens a menu or decorates a heading.
    ///
    /// Nor is it said where the list's own label says it: "Cons", and a cross before each of them.
    pub(super) fn note_mark(&mut self, at: usize) {
        self.waiting.take_if(|waiting| waiting.end <= at);
        if self.writer.is_open() || self.waiting.is_some() {
            return;
        }
        let Some((mark, tag)) = self.mark(at) else { return };
        let mut around = self.items[at].parent;
        while around > 0 && !self.items[around].block {
            around = self.items[around].parent;
        }
        let parent = self.items[around].parent;
        let item = match self.kind() {
            // The icon may have a box of its own within the item.
            Kind::ListItem { .. } => [around, parent].into_iter().find(|at| self.items[*at].name == "li"),
            Kind::Paragraph => Some(around).filter(|around| self.strong == 0 && self.is_row(*around)),
            _ => None,
        };
        if let Some(item) = item.filter(|_| !self.is_labelled()) {
            self.waiting = Some(Waiting { mark, tag, end: self.items[item].end });
        }
    }

    /// Does the line above the list say of all its items that they are for, or that they are against?
    pub(super) fn is_labelled(&self) -> bool {
        let mut above = self.writer.blocks().iter().rev();
        let label = above.find(|block| !matches!(block.kind, BlockKind::ListItem { .. }));
        let label = label.filter(|block| matches!(block.kind, BlockKind::Heading | BlockKind::Paragraph));
        label.is_some_and(|block| columns::takes_a_side(block.span.of(self.writer.text())))
    }

    /// Is the block one of several, each with such an icon before its words? Then they are a list.
    fn is_row(&self, block: usize) -> bool {
        let opens = |sibling: usize| {
            let item = &self.items[sibling];
            item.name == self.items[block].name
                && (sibling..item.end.min(sibling + 8)).any(|at| self.mark(at).is_some())
        };
        let parent = self.items[block].parent;
        let next = |at: &usize| Some(self.items[*at].end).filter(|end| *end < self.items[parent].end);
        let children = std::iter::successors(Some(parent + 1), next).take(400);
        let elements: Vec<usize> = children.filter(|at| !self.items[*at].name.is_empty()).collect();
        let Some(own) = elements.iter().position(|at| *at == block) else { return false };
        let beside = [own.checked_sub(1), Some(own + 1)];
        beside.into_iter().flatten().filter_map(|at| elements.get(at)).any(|at| opens(*at))
    }

    /// Notes the box to tick before the words of an item.
    pub(super) fn note_box(&mut self, index: usize) {
        let item = &self.items[index];
        let mut first = item.node.descendants().skip(1).take(6);
        let ticked = first.find_map(|node| {
            let e = node.value().as_element().filter(|e| e.name() == "input" && e.attr("type") == Some("checkbox"))?;
            Some((node.id(), e.attr("checked").is_some()))
        });
        if let Some((id, ticked)) = ticked {
            let mark = if ticked { "\u{2713}" } else { "\u{2717}" };
            self.waiting = Some(Waiting { mark, tag: self.page.tag(id), end: item.end });
        }
    }

    /// Does a mark wait that makes the paragraph at hand an item?
    pub(super) fn is_marked(&self) -> bool {
        self.waiting.as_ref().is_some_and(|waiting| self.at <= waiting.end)
    }

    /// Writes the mark that waits, where it belongs to the words of this item.
    pub(super) fn say_mark(&mut self, text: &str, at: usize, kind: Kind) {
        let Some(Waiting { mark, tag, end }) = self.waiting.take() else { return };
        let own = drawn::mark(text, true).is_some() || icon::is_answer(text);
        if at <= end && !own && has_words(text) {
            self.writer.spoken(mark, tag, kind);
        }
    }
}

fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}
