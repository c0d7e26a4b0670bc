//! Comparison tables: criteria on one side, subjects on the other; which side is which, and what each
//! line is about. What a cell says is read in `cells`.

use super::cells::{Cell, Line};
use super::clauses::cut;
use super::context::Facts;
use super::numbers::{self, rating};
use super::own_words;
use super::reader::Reader;
use super::statement::{Found, Place, Statement};
use super::tokens::{Token, is_mark};
use super::who::{Group, Topic, Who};
use crate::claim::{Form, Unit, Verdict};
use crate::document::{Block, Table};
use crate::lexicon::List;
use crate::span::Span;

/// Which rows or columns are whose.
pub(super) struct Layout {
    /// For each column (or row) the subject that it stands for.
    pub(super) owners: Vec<Option<usize>>,
    /// Are the subjects in columns?
    pub(super) by_column: bool,
    /// The first row (or column) with cells.
    first: usize,
}

impl Layout {
    /// The cell of the owner at `at` in a line.
    pub(super) fn cell(&self, table: &Table, line: usize, at: usize) -> Option<Span> {
        let (row, column) = if self.by_column { (line, at) } else { (at, line) };
        table.rows.get(row)?.get(column).copied()
    }

    /// The label of a line, where the first cells are nobody's.
    pub(super) fn label(&self, table: &Table, line: usize) -> Option<Span> {
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
        let measured = self.ticks_measure(table, &layout, layout.first..lines);
        for line in layout.first..lines {
            let about = self.line(layout.label(table, line));
            if measured && self.compare_ticks(block, table, &layout, line, &about) {
                continue;
            }
            if self.compare_ratings(block, table, &layout, line, &about) {
                continue;
            }
            for (at, owner) in layout.owners.iter().enumerate() {
                let (Some(owner), Some(span)) = (*owner, layout.cell(table, line, at)) else { continue };
                let has_heads = layout.by_column && layout.first == 1;
                let head = table.rows[0].get(at).filter(|_| has_heads).map(|head| self.facts_of(*head));
                if !span.is_empty() {
                    let (denied, demanded) = (about.denies, about.demands);
                    let cell = Cell { denied, demanded, ..Cell::new(span, block.section, owner) };
                    self.cell(&cell, &about, &head.unwrap_or_default());
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
            self.cell_point(&Cell::new(*span, block.section, owner), favourable);
        }
    }

    /// Of the points in a line ("9/10", "7/10") the higher are the better.
    /// Says whether nothing else is to be read of them.
    fn compare_ratings(&mut self, block: &Block, table: &Table, layout: &Layout, line: usize, about: &Line) -> bool {
        let Some(aspect) = about.facts.criterion.clone() else { return false };
        let tally = |words: &str| {
            let figure = numbers::of_cell(words, self.lexicon).filter(|figure| figure.unit == Unit::Count);
            figure.filter(|_| about.scores).map(|figure| figure.number)
        };
        let mut tallied = false;
        let rated = layout.owners.iter().enumerate().filter_map(|(at, owner)| {
            let span = layout.cell(table, line, at)?;
            let words = self.document.words(span);
            let points = rating(words);
            tallied |= points.is_none() && tally(words).is_some();
            Some(((*owner)?, span, points.or_else(|| tally(words))?))
        });
        let rated: Vec<(usize, Span, f64)> = rated.collect();
        let Some((best, span, most)) = rated.iter().copied().max_by(|a, b| a.2.total_cmp(&b.2)) else {
            return false;
        };
        let place = Place { section: block.section, form: Form::Rating };
        let found = Found { span, place, rule: "higher-rating" };
        for (owner, _, points) in rated.into_iter().filter(|(owner, _, _)| *owner != best) {
            let (verdict, who, rivals) = if points < most {
                (Verdict::Better, Who::One(best), Group::one(owner))
            } else {
                (Verdict::Equal, Who::Several(Group::of_two(best, owner)), Group::NONE)
            };
            self.claim(&Statement { who, rivals, aspect: aspect.clone(), verdict, scope: None }, found);
        }
        tallied
    }

    /// What a line of a table is about by its label.
    pub(super) fn line(&self, label: Option<Span>) -> Line {
        let Some(label) = label.filter(|label| !label.is_empty()) else { return Line::default() };
        let mut facts = self.facts_of(label);
        // A label that asks is still the label of its line.
        let sentence = self.sentence_on(label, Topic::default());
        let named = || own_words::criterion_of(&sentence, false, self.lexicon);
        // "Health benefits" is a criterion among others.
        let qualified = |token: &Token| {
            let frames = [List::For, List::Against, List::ForAlone, List::AgainstAlone, List::EmptyInHeadings];
            !is_mark(&token.low) && !frames.iter().any(|list| token.is(*list)) && token.cue.is_none()
        };
        if facts.favourable.is_some() && sentence.tokens.len() <= 4 && sentence.tokens[..1].iter().all(qualified) {
            facts = Facts::default();
        }
        let overall = self.of_scores(label);
        let scores = overall.is_some();
        if facts.criterion.is_none() && !facts.count_items() || scores {
            facts.criterion = overall.or_else(named);
        }
        let low = |at: usize| sentence.tokens.get(at).map_or("", |token| token.low.as_str());
        let denies = matches!(low(0), "no" | "without" | "zero") && low(1) != ".";
        let asks = self.document.words(label).trim_end().ends_with('?');
        let demands = asks
            && sentence
                .tokens
                .iter()
                .any(|token| matches!(token.low.as_str(), "need" | "require" | "needed" | "required"));
        Line { label: Some(label), facts, scores, denies, demands }
    }

    /// Whose line or column it is by the words of its head.
    pub(super) fn owner_of(&self, head: Span) -> Option<usize> {
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
