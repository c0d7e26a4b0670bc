//! Claims by the cells of comparison tables: criteria on one side, subjects on the other.

use super::context::{self, Facts};
use super::figures;
use super::opinions::{Compares, of_clause};
use super::tokens::{Group, Sentence, Topic, Who, is_mark};
use super::winner::suitability;
use super::{Found, Label, Reader};
use crate::claim::{Form, Verdict};
use crate::document::{Block, Table};
use crate::lexicon::{Class, Degree, Lexicon};
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

impl Reader<'_> {
    /// Reads a table.
    pub(super) fn table(&mut self, block: &Block, table: &Table) {
        let Some(layout) = self.layout(block, table) else {
            self.winner_column(block, table);
            return;
        };
        let width = table.rows.first().map_or(0, Vec::len);
        let lines = if layout.by_column { table.rows.len() } else { width };
        for line in layout.first..lines {
            let label = (!layout.owners.is_empty() && layout.owners[0].is_none())
                .then(|| cell_at(table, &layout, line, 0))
                .flatten();
            let facts = self.line_facts(label);
            for (at, owner) in layout.owners.iter().enumerate() {
                let (Some(owner), Some(cell)) = (owner, cell_at(table, &layout, line, at)) else { continue };
                if !cell.is_empty() {
                    self.cell(block, cell, *owner, &facts, at, &layout, table);
                }
            }
        }
    }

    /// A column of winners: "Criterion | Winner".
    fn winner_column(&mut self, block: &Block, table: &Table) {
        let names_winner = |cell: &Span| {
            let head = self.document.words(*cell).to_lowercase();
            ["winner", "better", "best", "verdict", "edge", "advantage", "who wins", "our pick"].contains(&head.trim())
        };
        let Some(column) =
            table.rows.first().and_then(|row| row.iter().position(names_winner)).filter(|column| *column > 0)
        else {
            return;
        };
        for row in table.rows.iter().skip(1) {
            let facts = self.line_facts(row.first().copied());
            let Some(aspect) = facts.criterion else { continue };
            let words = self.document.words(row[column]).to_lowercase();
            let level = ["tie", "draw", "even", "both", "equal", "tied", "same"].contains(&words.trim());
            let found = Found {
                span: row[column],
                section: block.section,
                form: Form::Table,
                rule: "winner-column",
                confidence: 0.9,
            };
            if level {
                self.claim(Who::ALL, Group::NONE, aspect, Verdict::Equal, None, found);
            } else if let Some(owner) = self.owner_of(row[column]) {
                self.claim(Who::One(owner), Group::NONE, aspect, Verdict::Better, None, found);
            }
        }
    }

    /// What a line of a table is about: its label, and for a list of pros and cons its heading.
    fn line_facts(&self, label: Option<Span>) -> Facts {
        let Some(label) = label.filter(|label| !label.is_empty()) else { return Facts::default() };
        let mut facts = context::of_words(&self.document.text, label, &self.names, self.lexicon);
        if facts.criterion.is_none() && facts.uses.is_none() && facts.favourable.is_none() {
            let sentence = Sentence::new(&self.document.text, label, &self.names, Topic::default(), self.lexicon);
            facts.criterion = context::criterion_of(&sentence, false, self.lexicon);
        }
        facts
    }

    fn owner_of(&self, cell: Span) -> Option<usize> {
        if cell.is_empty() {
            return None;
        }
        let sentence = Sentence::new(&self.document.text, cell, &self.names, Topic::default(), self.lexicon);
        let mut owners: Vec<usize> = sentence
            .names()
            .filter_map(|(_, who)| if let Who::One(owner) = who { Some(owner) } else { None })
            .collect();
        owners.dedup();
        (owners.len() == 1 && sentence.tokens.len() <= 8).then(|| owners[0])
    }

    fn layout(&self, block: &Block, table: &Table) -> Option<Layout> {
        let header: Vec<Option<usize>> = table.rows.first()?.iter().map(|cell| self.owner_of(*cell)).collect();
        let different = |owners: &[Option<usize>]| {
            let mut named: Vec<usize> = owners.iter().flatten().copied().collect();
            named.sort_unstable();
            named.dedup();
            named.len()
        };
        if different(&header) >= 2 {
            return Some(Layout { owners: header, by_column: true, first: 1 });
        }
        let column: Vec<Option<usize>> =
            table.rows.iter().map(|row| row.first().and_then(|cell| self.owner_of(*cell))).collect();
        if different(&column) >= 2 && table.rows[0].len() >= 2 {
            return Some(Layout { owners: column, by_column: false, first: 1 });
        }
        let subjects = self.roster.subjects.len();
        let width = table.rows[0].len();
        // A table that lost its header: the columns are the subjects in the order of the cells' own words.
        if table.header_rows == 0 && width == subjects {
            return Some(Layout { owners: self.owners_by_use(table), by_column: true, first: 0 });
        }
        let _ = block;
        None
    }

    /// The order of the subjects that agrees best with the names in the cells.
    fn owners_by_use(&self, table: &Table) -> Vec<Option<usize>> {
        let width = table.rows[0].len();
        let mut votes = vec![vec![0usize; width]; width];
        for row in &table.rows {
            for (at, cell) in row.iter().enumerate() {
                let sentence = Sentence::new(&self.document.text, *cell, &self.names, Topic::default(), self.lexicon);
                for clause in super::clauses::cut(&sentence, None) {
                    if let Some(Who::One(owner)) = clause.subject.filter(|_| clause.named) {
                        votes[at][owner.min(width - 1)] += 1;
                    }
                }
            }
        }
        let straight: usize = (0..width).map(|at| votes[at][at]).sum();
        let turned: usize = (0..width).map(|at| votes[at][width - 1 - at]).sum();
        (0..width).map(|at| Some(if turned > straight { width - 1 - at } else { at })).collect()
    }

    #[allow(clippy::too_many_arguments)]
    fn cell(
        &mut self,
        block: &Block,
        cell: Span,
        owner: usize,
        facts: &Facts,
        at: usize,
        layout: &Layout,
        table: &Table,
    ) {
        let head = if layout.by_column && layout.first == 1 { table.rows[0].get(at).copied() } else { None };
        let head = head
            .map(|head| context::of_words(&self.document.text, head, &self.names, self.lexicon))
            .unwrap_or_default();
        let found = Found { span: cell, section: block.section, form: Form::Table, rule: "cell", confidence: 0.7 };
        if let Some(favourable) = facts.favourable.or(head.favourable) {
            let sentence = self.sentence_in(cell, owner);
            let verdict = if favourable { Verdict::Strength } else { Verdict::Weakness };
            if let Some((verdict, scope)) = self.suited(&sentence) {
                self.claim(
                    Who::One(owner),
                    Group::NONE,
                    suitability(),
                    verdict,
                    Some(scope),
                    Found { rule: "cell-point", ..found },
                );
                return;
            }
            for aspect in self.item_aspects(&sentence, None) {
                self.claim(Who::One(owner), Group::NONE, aspect, verdict, None, Found { rule: "cell-point", ..found });
            }
            return;
        }
        if let Some(verdict) = facts.uses.or(head.uses) {
            let words = self.document.words(cell).to_owned();
            self.claim(
                Who::One(owner),
                Group::NONE,
                suitability(),
                verdict,
                Some(words),
                Found { rule: "cell-use", ..found },
            );
            return;
        }
        let facts = Facts { subject: Some(owner), ..facts.clone() };
        let Some(cell) = self.short_cell(cell, owner, &facts, found) else { return };
        let before = (self.label.clone(), self.topic);
        self.label = Some(Label { facts, section: block.section, for_list: false });
        for sentence in sentences(self.document.words(cell), cell) {
            self.topic.last = Some(owner);
            self.prose(sentence, block.section, Form::Table);
        }
        (self.label, self.topic) = before;
    }

    fn sentence_in(&self, cell: Span, owner: usize) -> Sentence {
        let topic = Topic { last: Some(owner), pair: self.topic.pair };
        Sentence::new(&self.document.text, cell, &self.names, topic, self.lexicon)
    }

    fn suited(&self, sentence: &Sentence) -> Option<(Verdict, String)> {
        let pattern = self.lexicon.patterns().iter().find(|pattern| {
            matches!(pattern.name.as_str(), "ideal-for" | "not-for") && pattern.find(&sentence.masked, 0).is_some()
        })?;
        let scope = pattern.find(&sentence.masked, 0)?.scope?;
        Some((
            pattern.yields,
            sentence.span(sentence.tokens_at(scope)).of(&self.document.text).trim_end_matches('.').to_owned(),
        ))
    }

    /// A cell that begins with a level ("Good, but ..."), or is nothing but a figure. Returns where its
    /// prose begins, or `None` where nothing is left to read.
    fn short_cell(&mut self, cell: Span, owner: usize, facts: &Facts, found: Found) -> Option<Span> {
        let Some(aspect) = facts.criterion.clone() else { return Some(cell) };
        let sentence = self.sentence_in(cell, owner);
        if let Some(figure) = figures::of_cell(self.document.words(cell)) {
            let verdict = Verdict::Value(figure);
            self.claim(Who::One(owner), Group::NONE, aspect, verdict, None, Found { rule: "cell-figure", ..found });
            return None;
        }
        let ends =
            |low: &str| is_mark(low) || matches!(low, "but" | "with" | "for" | "due" | "because" | "when" | "on");
        let head = sentence.tokens.iter().position(|token| ends(&token.low)).unwrap_or(sentence.tokens.len());
        if head == 0 || head > 6 {
            return Some(cell);
        }
        let burden = self.lexicon.term(&aspect.label.to_lowercase()).is_some_and(|term| term.burden);
        let Some((good, comparative)) = level(&sentence, head, burden, self.lexicon) else { return Some(cell) };
        let verdict = match (comparative, good) {
            (true, true) => Verdict::Better,
            (true, false) => Verdict::Worse,
            (false, true) => Verdict::Strength,
            (false, false) => Verdict::Weakness,
        };
        let said = Span::new(cell.start, sentence.tokens[head - 1].span.end);
        let whole = if sentence.tokens.len() <= 12 { cell } else { said };
        self.claim(
            Who::One(owner),
            Group::NONE,
            aspect,
            verdict,
            None,
            Found { span: whole, rule: "cell-level", ..found },
        );
        let rest = sentence.tokens.len() - head;
        (rest > 3).then(|| Span::new(sentence.tokens[head].span.start, cell.end))
    }
}

fn cell_at(table: &Table, layout: &Layout, line: usize, at: usize) -> Option<Span> {
    let (row, column) = if layout.by_column { (line, at) } else { (at, line) };
    table.rows.get(row)?.get(column).copied()
}

/// Is a cell good news ("Yes", "High", "Excellent", "Steeper"), and does it compare?
fn level(sentence: &Sentence, head: usize, burden: bool, lexicon: &Lexicon) -> Option<(bool, bool)> {
    let first = sentence.tokens.iter().find(|token| {
        !matches!(
            token.low.as_str(),
            "very"
                | "quite"
                | "fairly"
                | "relatively"
                | "extremely"
                | "generally"
                | "slightly"
                | "much"
                | "a"
                | "an"
                | "the"
        )
    })?;
    match first.low.as_str() {
        "yes" | "✓" | "✔" | "✅" | "☑" | "👍" | "supported" | "available" | "included" | "true" | "built-in"
        | "native" | "first-class" | "full" => return Some((!burden, false)),
        "no" | "✗" | "✘" | "❌" | "✖" | "👎" | "none" | "n/a" | "unavailable" | "false" | "unsupported" | "partial"
        | "limited" | "bring" | "manual" | "not" | "discontinued" | "lacks" => return Some((false, false)),
        _ => {}
    }
    let opinion = of_clause(sentence, 0..head, lexicon).into_iter().next();
    let (cue, _) = sentence.tokens[..head].iter().find_map(|token| token.cue)?;
    let comparative = cue.degree == Degree::Comparative
        || opinion.as_ref().is_some_and(|opinion| opinion.compares == Compares::Rival);
    match cue.class {
        Class::Good => Some((true, comparative)),
        Class::Bad => Some((false, comparative)),
        Class::More => Some((!burden, comparative)),
        Class::Less => Some((burden, comparative)),
        _ => None,
    }
}

/// The sentences of a cell.
fn sentences(words: &str, cell: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, _) in words.match_indices(['.', ';', '!']) {
        let after = &words[at + 1..];
        if after.is_empty()
            || after.starts_with(' ') && after.trim_start().chars().next().is_some_and(|c| c.is_uppercase() || c == '(')
        {
            out.push(Span::new(cell.start + start, cell.start + at + 1));
            start = at + 1 + (after.len() - after.trim_start().len());
        }
    }
    if start < words.len() {
        out.push(Span::new(cell.start + start, cell.end));
    }
    out
}
