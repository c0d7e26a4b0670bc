//! Comparison tables: criteria on one side, subjects on the other; which side is which, and what each
//! line is about. What a cell says is read in `cells`.

use super::cells::Cell;
use super::clauses::cut;
use super::context::Facts;
use super::own_words;
use super::reader::Reader;
use super::statement::{Found, Place, Statement};
use super::who::{Group, Topic, Who};
use crate::claim::{Form, Verdict};
use crate::document::{Block, Table};
use crate::lexicon::List;
use crate::span::Span;

/// Which rows or columns are whose.
struct Layout {
    /// For each column (or row) the subject that it stands for.
    owners: Vec<Option<usize>>,
    /// Are the subjects in columns?
    by_column: bool,
    /// The first row (or column) with cells.
    first: usize,
}

impl Layout {
    /// The cell of the owner at `at` in a line.
    fn cell(&self, table: &Table, line: usize, at: usize) -> Option<Span> {
        let (row, column) = if self.by_column { (line, at) } else { (at, line) };
        table.rows.get(row)?.get(column).copied()
    }

    /// The label of a line, where the first cells are nobody's.
    fn label(&self, table: &Table, line: usize) -> Option<Span> {
        self.owners.first()?.is_none().then(|| self.cell(table, line, 0))?
    }
}

impl Reader<'_> {
    /// Reads a table.
    pub(super) fn table(&mut self, block: &Block, table: &Table) {
        let Some(layout) = self.layout(table) else {
            self.winner_column(block, table);
            return;
        };
        let lines = if layout.by_column { table.rows.len() } else { table.rows[0].len() };
        for line in layout.first..lines {
            let facts = self.line_facts(layout.label(table, line));
            for (at, owner) in layout.owners.iter().enumerate() {
                let (Some(owner), Some(span)) = (*owner, layout.cell(table, line, at)) else { continue };
                let has_heads = layout.by_column && layout.first == 1;
                let head = table.rows[0].get(at).filter(|_| has_heads).map(|head| self.facts_of(*head));
                if !span.is_empty() {
                    self.cell(&Cell { span, section: block.section, owner }, &facts, &head.unwrap_or_default());
                }
            }
        }
    }

    /// A column of winners: "Criterion | Winner".
    fn winner_column(&mut self, block: &Block, table: &Table) {
        let stands_in =
            |list: List, cell: Span| self.lexicon.has(list, self.document.words(cell).to_lowercase().trim());
        let heads = table.rows.first().into_iter().flatten();
        let column = heads.enumerate().position(|(at, head)| at > 0 && stands_in(List::WinnerHeads, *head));
        let Some(column) = column else { return };
        let mut said: Vec<(Span, Statement)> = Vec::new();
        for row in table.rows.iter().skip(1) {
            let Some(aspect) = self.line_facts(row.first().copied()).criterion else { continue };
            let span = row[column];
            if stands_in(List::LevelCells, span) {
                let (who, verdict) = (Who::ALL, Verdict::Equal);
                said.push((span, Statement { who, rivals: Group::NONE, aspect, verdict, scope: None }));
            } else if let Some(owner) = self.owner_of(span) {
                said.push((span, Statement { rivals: Group::ALL, ..Statement::on(owner, aspect, Verdict::Better) }));
            }
        }
        let place = Place { section: block.section, form: Form::Table };
        for (span, said) in said {
            self.claim(&said, Found { span, place, rule: "winner-column", confidence: 0.9 });
        }
    }

    /// What a line of a table is about by its label.
    fn line_facts(&self, label: Option<Span>) -> Facts {
        let Some(label) = label.filter(|label| !label.is_empty()) else { return Facts::default() };
        let mut facts = self.facts_of(label);
        if facts.criterion.is_none() && !facts.count_items() {
            // A label that asks is still the label of its line.
            let sentence = self.sentence_on(label, Topic::default());
            facts.criterion = own_words::criterion_of(&sentence, false, self.lexicon);
        }
        facts
    }

    /// Whose line or column it is by the words of its head.
    fn owner_of(&self, head: Span) -> Option<usize> {
        let sentence = self.sentence_on(head, Topic::default());
        let mut owners = sentence.tokens.iter().filter_map(|token| token.one());
        let owner = owners.next().filter(|_| sentence.tokens.len() <= 8)?;
        owners.all(|other| other == owner).then_some(owner)
    }

    fn layout(&self, table: &Table) -> Option<Layout> {
        let width = table.rows.first()?.len();
        let owners =
            |heads: Vec<Span>| -> Vec<Option<usize>> { heads.into_iter().map(|head| self.owner_of(head)).collect() };
        let several = |owners: &[Option<usize>]| {
            let mut named = owners.iter().flatten();
            let first = named.next();
            named.any(|owner| Some(owner) != first)
        };
        let header = owners(table.rows[0].clone());
        if several(&header) {
            return Some(Layout { owners: header, by_column: true, first: 1 });
        }
        let column = owners(table.rows.iter().filter_map(|row| row.first().copied()).collect());
        if several(&column) && width >= 2 {
            return Some(Layout { owners: column, by_column: false, first: 1 });
        }
        // A table that lost its header: the columns are the subjects in the order of the cells' own words.
        let lost = table.header_rows == 0 && width == self.roster.subjects.len();
        lost.then(|| Layout { owners: self.owners_by_use(table), by_column: true, first: 0 })
    }

    /// The order of the subjects, straight or turned, that agrees best with the names in the cells.
    fn owners_by_use(&self, table: &Table) -> Vec<Option<usize>> {
        let width = table.rows[0].len();
        let turned = |at: usize| width - 1 - at;
        let (mut agree_straight, mut agree_turned) = (0, 0);
        for (at, cell) in table.rows.iter().flat_map(|row| row.iter().enumerate()) {
            let sentence = self.sentence_on(*cell, Topic::default());
            for clause in cut(&sentence, None).into_iter().filter(|clause| clause.named) {
                let owner = clause.subject.and_then(|who| who.one());
                agree_straight += usize::from(owner == Some(at));
                agree_turned += usize::from(owner == Some(turned(at)));
            }
        }
        (0..width).map(|at| Some(if agree_turned > agree_straight { turned(at) } else { at })).collect()
    }
}
