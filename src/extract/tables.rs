//! Comparison tables: criteria on one side, subjects on the other; which side is which, and what each
//! line is about. What a cell says is read in `cells`.

use super::cells::Cell;
use super::clauses::cut;
use super::context::Facts;
use super::numbers::rating;
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
        let layout = self.layout(table);
        self.winner_column(block, table, layout.as_ref());
        let Some(layout) = layout else {
            self.points_table(block, table);
            return;
        };
        let lines = if layout.by_column { table.rows.len() } else { table.rows[0].len() };
        for line in layout.first..lines {
            let facts = self.line_facts(layout.label(table, line));
            self.compare_ratings(block, table, &layout, line, &facts);
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

    /// "Pros | Cons" over columns of points of one subject.
    fn points_table(&mut self, block: &Block, table: &Table) {
        let Some((heads, rows)) = table.rows.split_first() else { return };
        let heads: Vec<Facts> = heads.iter().map(|head| self.facts_of(*head)).collect();
        let section = self.facts(block.section);
        for (head, span) in rows.iter().flat_map(|row| heads.iter().zip(row)).filter(|(_, span)| !span.is_empty()) {
            let owner = head.subject.or(section.subject);
            let Some((favourable, owner)) = head.favourable.zip(owner) else { continue };
            self.cell_point(&Cell { span: *span, section: block.section, owner }, favourable);
        }
    }

    /// Of the points in a line ("9/10", "7/10") the higher are the better.
    fn compare_ratings(&mut self, block: &Block, table: &Table, layout: &Layout, line: usize, facts: &Facts) {
        let Some(aspect) = facts.criterion.clone() else { return };
        let rated = layout.owners.iter().enumerate().filter_map(|(at, owner)| {
            let span = layout.cell(table, line, at)?;
            Some(((*owner)?, span, rating(self.document.words(span))?))
        });
        let rated: Vec<(usize, Span, f64)> = rated.collect();
        let Some((best, span, most)) = rated.iter().copied().max_by(|a, b| a.2.total_cmp(&b.2)) else { return };
        let place = Place { section: block.section, form: Form::Rating };
        let found = Found { span, place, rule: "higher-rating", confidence: 0.85 };
        for (owner, _, points) in rated.into_iter().filter(|(owner, _, _)| *owner != best) {
            let (verdict, who, rivals) = if points < most {
                (Verdict::Better, Who::One(best), Group::one(owner))
            } else {
                (Verdict::Equal, Who::Several(Group::of_two(best, owner)), Group::NONE)
            };
            self.claim(&Statement { who, rivals, aspect: aspect.clone(), verdict, scope: None }, found);
        }
    }

    /// A column of winners: "Criterion | Winner".
    fn winner_column(&mut self, block: &Block, table: &Table, layout: Option<&Layout>) {
        let stands_in =
            |list: List, cell: Span| self.lexicon.has(list, self.document.words(cell).to_lowercase().trim());
        let Some(heads) = table.rows.first() else { return };
        let column = heads.iter().enumerate().position(|(at, head)| at > 0 && stands_in(List::WinnerHeads, *head));
        let column = column.filter(|at| layout.is_none_or(|layout| layout.by_column && layout.owners[*at].is_none()));
        let of_uses = heads.first().is_some_and(|head| self.names_uses(*head));
        let named = || self.is_column_of_names(table, 1).then_some(1).filter(|_| of_uses && layout.is_none());
        let Some(column) = column.or_else(named) else { return };
        let mut said: Vec<(Span, Statement)> = Vec::new();
        for row in table.rows.iter().skip(1) {
            if of_uses {
                let Some((use_of, owner)) = row.first().zip(self.owner_of(row[column])) else { continue };
                let words = self.document.words(*use_of).to_owned();
                let span = Span::new(use_of.start.min(row[column].start), use_of.end.max(row[column].end));
                said.push((span, Statement::of_use(owner, Verdict::Suits, words)));
                continue;
            }
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
        let mut header = owners(table.rows[0].clone());
        self.only_one_left(&mut header, &table.rows[0]);
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

    /// Of two subjects in the last two of three columns, where one head names the first, the other is the second's
    /// by whatever name.
    fn only_one_left(&self, owners: &mut [Option<usize>], heads: &[Span]) {
        let [None, one, two] = owners else { return };
        let said = |head: Span| self.document.words(head).chars().any(char::is_alphabetic);
        let (named, unnamed, head) = match (*one, *two) {
            (Some(named), None) => (named, two, heads[2]),
            (None, Some(named)) => (named, one, heads[1]),
            _ => return,
        };
        let other = self.lexicon.lists(&self.document.words(head).to_lowercase());
        if self.roster.subjects.len() == 2 && said(head) && other.is_empty() {
            *unnamed = Some(1 - named);
        }
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
