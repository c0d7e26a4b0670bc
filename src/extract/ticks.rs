//! Tables of ticks and crosses over what everything has more or less of: a tick for "Cost" says who is the cheaper,
//! and nothing of having a cost.
//!
//! Whether a table is one of those is told from all its lines: a single "Storage" may be a feature as well.

use std::ops::Range;

use super::cells::Line;
use super::lists::marked;
use super::reader::Reader;
use super::statement::{Found, Place, Statement};
use super::tables::Layout;
use super::who::{Group, Who};
use crate::claim::{Form, Verdict};
use crate::document::{Block, Table};
use crate::lexicon::List;
use crate::span::Span;

/// Whether a line ticks each of its owners.
type Ticks = Vec<(usize, bool)>;

impl Reader<'_> {
    /// Do the ticks of a table say who has more: is each line a tick against a cross, and most of them on a measure?
    pub(super) fn ticks_measure(&self, table: &Table, layout: &Layout, lines: Range<usize>) -> bool {
        let ticked: Vec<(usize, Ticks)> =
            lines.filter_map(|line| Some((line, self.ticks(table, layout, line)?))).collect();
        let parts = |ticks: &Ticks| ticks.iter().any(|(_, tick)| *tick) && ticks.iter().any(|(_, tick)| !tick);
        let measures = ticked.iter().filter(|(line, _)| layout.label(table, *line).is_some_and(|of| self.measures(of)));
        let most = measures.count() * 2 > ticked.len();
        most && ticked.len() > 1 && ticked.iter().all(|(_, ticks)| parts(ticks))
    }

    /// Reads the ticks of a line as who beats whom; `false` where it has other cells too.
    pub(super) fn compare_ticks(
        &mut self,
        block: &Block,
        table: &Table,
        layout: &Layout,
        line: usize,
        about: &Line,
    ) -> bool {
        let Some((ticks, aspect)) = self.ticks(table, layout, line).zip(about.facts.criterion.clone()) else {
            return false;
        };
        let cells = (0..layout.owners.len()).filter_map(|at| layout.cell(table, line, at));
        let (start, end) = cells.fold((usize::MAX, 0), |(start, end), cell| (start.min(cell.start), end.max(cell.end)));
        let place = Place { section: block.section, form: Form::Table };
        let found = Found { span: Span::new(start, end), place, rule: "tick" };
        let crossed = ticks.iter().filter(|(_, tick)| !tick);
        let rivals = crossed.fold(Group::NONE, |all, (owner, _)| all.and(Group::one(*owner)));
        for (owner, _) in ticks.iter().filter(|(_, tick)| *tick) {
            let said = Statement::on(*owner, aspect.clone(), Verdict::Better);
            self.claim(&Statement { who: Who::One(*owner), rivals, ..said }, found);
        }
        true
    }

    /// The ticks and crosses of a line; `None` where a cell says more, or nothing.
    fn ticks(&self, table: &Table, layout: &Layout, line: usize) -> Option<Ticks> {
        let owned = layout.owners.iter().enumerate().filter_map(|(at, owner)| Some(((*owner)?, at)));
        let tick = |(owner, at): (usize, usize)| {
            let words = self.document.words(layout.cell(table, line, at)?);
            let bare = !words.contains(char::is_alphanumeric);
            Some((owner, marked(words).filter(|_| bare)?))
        };
        owned.map(tick).collect()
    }

    /// Is a label that of a measure: "Speed", "Ease of use", "Fuel economy"?
    fn measures(&self, label: Span) -> bool {
        let sentence = self.sentence(label);
        let head = sentence.tokens.iter().position(|token| matches!(token.low.as_str(), "of" | "(" | "for" | "to"));
        let head = head.unwrap_or(sentence.tokens.len());
        sentence.tokens[..head].last().is_some_and(|last| last.is(List::Measures))
    }
}
