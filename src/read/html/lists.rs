//! Lists in the making: those of the page, those that other elements make, and those in columns.

use super::asides;
use super::columns;
use super::drawn::Drawn;
use super::walk::Walk;
use super::write::Kind;

/// A list that is open.
pub(super) struct List {
    pub(super) number: usize,
    pub(super) depth: u8,
    /// Has the item at hand got its first words?
    pub(super) begun: bool,
    /// Is every block within it an item?
    pub(super) loose: bool,
    /// The list's index in the items; that of its first item where no list is around it.
    pub(super) index: usize,
}

impl Walk<'_, '_> {
    /// Writes columns one after the other: the label, then what stands beneath it as a list.
    pub(super) fn columns(&mut self, columns: &columns::Columns) {
        for column in &columns.columns {
            for (nth, cell) in column.iter().enumerate() {
                if !self.kept[*cell] {
                    continue;
                }
                // An item of a list that is a column is none of a list any more.
                let start = cell + usize::from(self.items[*cell].name == "li");
                let end = self.items[*cell].end;
                self.writer.end_block();
                let listed = nth > 0 && !columns::has_list(self.items, *cell);
                if listed {
                    if nth == 1 {
                        self.list_count += 1;
                    }
                    let (number, depth) = (self.list_count - 1, self.depth());
                    self.lists.push(List { number, depth, begun: false, loose: true, index: *cell });
                }
                self.strong += usize::from(nth == 0);
                self.inner(start, end);
                self.strong -= usize::from(nth == 0);
                self.writer.end_block();
                self.lists.pop_if(|list| listed && list.index == *cell);
            }
        }
    }

    pub(super) fn list(&mut self, index: usize) {
        let depth = self.depth();
        self.lists.push(List { number: self.list_count, depth, begun: true, loose: false, index });
        self.list_count += 1;
    }

    pub(super) fn item(&mut self, index: usize) {
        let parent = self.items[index].parent;
        if self.lists.is_empty() {
            // Items without a list around them: those of one parent belong together.
            self.list(parent);
        }
        if let Some(list) = self.lists.last_mut() {
            list.begun = false;
        }
        self.waiting = None;
        self.note_box(index);
    }

    /// The meanings of a term are a list where there are several (`Pros` and what is for it).
    pub(super) fn meaning(&mut self, index: usize) {
        let labelled = || self.is_labelled().then_some(false);
        let Some(follows) = asides::of_several(self.items, index).or_else(labelled) else { return };
        self.list_count += usize::from(!follows);
        let (number, depth) = (self.list_count.saturating_sub(1), self.depth());
        self.lists.push(List { number, depth, begun: false, loose: false, index });
    }

    /// The item at hand has its first words, where a block is open.
    pub(super) fn item_begun(&mut self) {
        if self.writer.is_open()
            && let Some(list) = self.lists.last_mut()
        {
            list.begun = true;
        }
    }

    pub(super) fn is_loose(&self) -> bool {
        self.lists.last().is_some_and(|list| list.loose)
    }

    /// An item of a list that is drawn with bullets.
    pub(super) fn drawn_item(&mut self, going_on: bool) -> Kind {
        let number = self.drawn.filter(|_| going_on).map_or(self.list_count, |drawn| drawn.number);
        self.list_count = self.list_count.max(number + 1);
        self.drawn = Some(Drawn { number, blocks: self.writer.blocks().len() + 1 });
        Kind::ListItem { list: number, depth: self.depth() }
    }

    pub(super) fn depth(&self) -> u8 {
        u8::try_from(self.lists.len()).unwrap_or(u8::MAX)
    }
}
