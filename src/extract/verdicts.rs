//! Columns of a table that name a winner for each line, or the one to take for each use, and why.

use super::cells::Cell;
use super::reader::Reader;
use super::statement::{Found, Place, Statement};
use super::tables::Layout;
use super::tokens::is_mark;
use super::who::{Group, Who};
use crate::claim::{Form, Verdict};
use crate::document::{Block, Table};
use crate::lexicon::List;
use crate::span::Span;

/// The most words of one reason in a list of them; what is longer is prose.
const LONGEST_REASON: usize = 6;

impl Reader<'_> {
    /// A column of winners: "Criterion | Winner".
    pub(super) fn winner_column(&mut self, block: &Block, table: &Table, layout: Option<&Layout>) {
        let stands_in =
            |list: List, cell: Span| self.lexicon.has(list, self.document.words(cell).to_lowercase().trim());
        let Some(heads) = table.rows.first() else { return };
        let column = heads.iter().enumerate().position(|(at, head)| at > 0 && stands_in(List::WinnerHeads, *head));
        let column = column.filter(|at| layout.is_none_or(|layout| layout.by_column && layout.owners[*at].is_none()));
        let of_uses = heads.first().is_some_and(|head| self.names_uses(*head));
        let named = || self.is_column_of_names(table, 1).then_some(1).filter(|_| of_uses && layout.is_none());
        let Some(column) = column.or_else(named) else { return };
        let reasons = heads.iter().position(|head| stands_in(List::ReasonHeads, *head));
        let mut said: Vec<(Span, Statement)> = Vec::new();
        for row in table.rows.iter().skip(1) {
            if let Some((owner, reason)) = self.owner_of(row[column]).zip(reasons.map(|at| row[at])) {
                self.reasons(&Cell::new(reason, block.section, owner));
            }
            if of_uses {
                let Some((use_of, owner)) = row.first().zip(self.owner_of(row[column])) else { continue };
                let words = self.document.words(*use_of).to_owned();
                let span = Span::new(use_of.start.min(row[column].start), use_of.end.max(row[column].end));
                said.push((span, Statement::of_use(owner, Verdict::Suits, words)));
                continue;
            }
            let Some(aspect) = self.line(row.first().copied()).facts.criterion else { continue };
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
            self.claim(&said, Found { span, place, rule: "winner-column" });
        }
    }

    /// Does the head of a column say that its cells are uses: "Use case", "Your situation", "If you need"?
    fn names_uses(&self, head: Span) -> bool {
        let words = self.document.words(head).to_lowercase();
        self.lexicon.lists_in(&words).has(List::UseHeads)
    }

    /// Does a column of two cells or more name one subject in each of them?
    fn is_column_of_names(&self, table: &Table, column: usize) -> bool {
        let names = |row: &Vec<Span>| row.get(column).is_some_and(|cell| self.owner_of(*cell).is_some());
        table.rows.len() > 2 && table.rows.iter().skip(1).all(names)
    }

    /// A cell that says why the winner wins: prose, or points for it with commas between.
    fn reasons(&mut self, cell: &Cell) {
        let sentence = self.sentence_on(cell.span, super::who::Topic { last: Some(cell.owner), pair: None });
        let parts: Vec<_> = sentence.tokens.split(|token| matches!(token.low.as_str(), "," | ";")).collect();
        let said = |part: &&[super::tokens::Token]| part.iter().any(|token| !is_mark(&token.low));
        let listed = parts.iter().filter(|part| said(part)).all(|part| part.len() <= LONGEST_REASON);
        let names = sentence.tokens.iter().any(|token| token.who.is_some());
        let spans: Vec<Span> = parts
            .into_iter()
            .filter(said)
            .filter_map(|part| Some(Span::new(part.first()?.span.start, part.last()?.span.end)))
            .collect();
        if listed && !names {
            for span in spans {
                self.cell_point(&Cell::new(span, cell.section, cell.owner), true);
            }
        } else {
            self.topic.last = Some(cell.owner);
            self.prose(cell.span, Place { section: cell.section, form: Form::Table });
        }
    }
}
