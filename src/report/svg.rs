//! The consensus matrix as a picture: an SVG that needs nothing but itself and a system font.
//!
//! Colour says whom a source favours, and a letter in the cell says it again for those who do not see the
//! colour. The rows that most sources speak on come first, and a long matrix is cut: a picture is a summary.

use super::Options;
use super::canvas::{Canvas, Ink, wide};
use super::shelf::Shelf;
use crate::claim::Article;
use crate::matrix::{Comparison, ConsensusMatrix, Favours, Outcome, Row, Subject};

/// All comparisons beneath each other.
#[must_use]
pub fn picture(matrix: &ConsensusMatrix, articles: &[Article], options: &Options) -> Vec<u8> {
    let shelf = Shelf::new(articles, options.quotes);
    let mut canvas = Canvas::default();
    let mut top = 0;
    for comparison in matrix.comparisons.iter().filter(|one| !one.rows.is_empty()) {
        top = Drawing::new(comparison, &shelf, top).draw(&mut canvas);
    }
    if top == 0 {
        canvas.text(MARGIN, 40, "no comparison, no matrix", Ink::GREY);
        top = 64;
    }
    canvas.finish(top).into_bytes()
}

const MARGIN: usize = 28;
const ROW: usize = 32;
/// A source's column.
const CELL: usize = 38;
/// The share of a rotated label's length that it takes in height (35 degrees), in percent.
const RISE: usize = 58;
/// More rows are cut.
const MOST_ROWS: usize = 24;
/// Longer labels are cut, in letters.
const LONGEST: usize = 30;
/// A bar that says how sure the consensus is.
const BAR: usize = 48;

struct Drawing<'a> {
    comparison: &'a Comparison,
    labels: Vec<String>,
    rows: Vec<&'a Row>,
    marks: Vec<String>,
    top: usize,
    consensus_at: usize,
    sources_at: usize,
    clashes_at: usize,
    body: usize,
}

impl<'a> Drawing<'a> {
    fn new(comparison: &'a Comparison, shelf: &Shelf<'_>, top: usize) -> Self {
        let mut rows: Vec<&Row> = comparison.rows.iter().collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.positions.len()));
        rows.truncate(MOST_ROWS);
        let labels: Vec<String> = rows.iter().map(|row| cut(&shelf.criterion(&row.criterion))).collect();
        let widest = labels.iter().map(|label| wide(label)).max().unwrap_or(0).max(wide("criterion"));
        let outcomes = rows.iter().map(|row| wide(&cut(row.consensus.outcome.cell())));
        let pill = outcomes.max().unwrap_or(0).max(wide("consensus")) + 24;
        let consensus_at = MARGIN + widest + 24;
        let sources_at = consensus_at + pill + 12 + BAR + 52;
        let header = comparison.sources.iter().map(|source| wide(&cut(&source.id))).max().unwrap_or(0) * RISE / 100;
        Self {
            comparison,
            labels,
            rows,
            marks: comparison.marks(),
            top,
            consensus_at,
            sources_at,
            clashes_at: sources_at + comparison.sources.len() * CELL + 14,
            body: top + 132 + header,
        }
    }

    /// Draws the comparison and says where it ends.
    fn draw(&self, canvas: &mut Canvas) -> usize {
        self.title(canvas);
        self.header(canvas);
        for (number, row) in self.rows.iter().enumerate() {
            self.row(canvas, number, row);
        }
        let end = self.body + self.rows.len() * ROW;
        let left = self.comparison.rows.len() - self.rows.len();
        if left == 0 {
            return end + 24;
        }
        canvas.small(MARGIN, end + 24, &format!("and {left} more rows in matrix.csv"), Ink::GREY);
        end + 44
    }

    fn title(&self, canvas: &mut Canvas) {
        let one = self.comparison;
        canvas.title(MARGIN, self.top + 42, &one.name);
        let facts = format!(
            "{} articles · {} claims · {} contradictions{}",
            one.sources.len(),
            one.claims.len(),
            one.contradictions.len(),
            if one.sources.iter().any(|source| !source.stake.is_empty()) { " · * has a stake" } else { "" }
        );
        canvas.small(MARGIN, self.top + 64, &facts, Ink::GREY);
        let mut at = MARGIN;
        let y = self.top + 78;
        let legend = |canvas: &mut Canvas, at: usize, mark: &str, name: &str, ink: Ink| {
            canvas.cell(at, y, 22, 22, mark, ink);
            canvas.small(at + 29, y + 15, name, Ink::TEXT);
            29 + wide(name) + 18
        };
        for (number, subject) in one.subjects.iter().enumerate() {
            at += legend(canvas, at, &self.marks[number], &cut(&subject.0), Ink::subject(number));
        }
        at += legend(canvas, at, "=", "even", Ink::EVEN);
        if self.shows(Favours::Mixed) || self.rows.iter().any(|row| row.consensus.outcome == Outcome::Disputed) {
            at += legend(canvas, at, "?", "mixed, disputed", Ink::DISPUTED);
        }
        if self.rows.iter().any(|row| row.contradictions > 0) {
            canvas.badge(at + 11, y + 11, "n");
            canvas.small(at + 29, y + 15, "contradictions", Ink::TEXT);
        }
    }

    fn shows(&self, favours: Favours) -> bool {
        self.rows.iter().flat_map(|row| row.positions.values()).any(|position| position.favours == favours)
    }

    fn header(&self, canvas: &mut Canvas) {
        let y = self.body - 12;
        canvas.small(MARGIN, y, "criterion", Ink::GREY);
        canvas.small(self.consensus_at, y, "consensus", Ink::GREY);
        for (number, source) in self.comparison.sources.iter().enumerate() {
            let stake = if source.stake.is_empty() { "" } else { " *" };
            canvas.slanted(self.sources_at + number * CELL + CELL / 2, y, &(cut(&source.id) + stake));
        }
        canvas.reach(self.clashes_at + 40 + MARGIN);
        canvas.rule(MARGIN, self.body - 2, self.clashes_at + 34);
    }

    fn row(&self, canvas: &mut Canvas, number: usize, row: &Row) {
        let y = self.body + number * ROW;
        if number % 2 == 1 {
            canvas.band(MARGIN - 10, y, self.clashes_at + 44, ROW);
        }
        canvas.text(MARGIN, y + 21, &self.labels[number], Ink::TEXT);
        self.consensus(canvas, y, row);
        for (number, source) in self.comparison.sources.iter().enumerate() {
            let x = self.sources_at + number * CELL;
            match row.positions.get(&source.id) {
                None => canvas.dot(x + CELL / 2, y + ROW / 2),
                Some(position) => {
                    let (mark, ink) = self.shown(&position.favours);
                    canvas.cell(x + 3, y + 4, CELL - 6, ROW - 8, mark, ink);
                }
            }
        }
        if row.contradictions > 0 {
            canvas.badge(self.clashes_at + 18, y + ROW / 2, &row.contradictions.to_string());
        }
    }

    fn consensus(&self, canvas: &mut Canvas, y: usize, row: &Row) {
        let words = cut(row.consensus.outcome.cell());
        let width = self.sources_at - self.consensus_at - 12 - BAR - 52;
        let ink = match &row.consensus.outcome {
            Outcome::Favoured(subject) => self.ink(subject),
            Outcome::Even => Ink::EVEN,
            Outcome::Disputed => Ink::DISPUTED,
            Outcome::Insufficient => {
                canvas.small(self.consensus_at, y + 20, "too few sources", Ink::GREY);
                return;
            }
        };
        canvas.cell(self.consensus_at, y + 5, width, ROW - 10, &words, ink);
        canvas.bar(self.consensus_at + width + 12, y + ROW / 2 - 3, BAR, row.consensus.confidence, ink);
        canvas.small(self.consensus_at + width + 12 + BAR + 6, y + 20, &row.consensus.percent(), Ink::GREY);
    }

    fn shown(&self, favours: &Favours) -> (&str, Ink) {
        match favours {
            Favours::One(subject) => {
                let mark = self.number(subject).and_then(|number| self.marks.get(number));
                (mark.map_or("", String::as_str), self.ink(subject))
            }
            Favours::Even => ("=", Ink::EVEN),
            Favours::Mixed => ("?", Ink::DISPUTED),
        }
    }

    fn number(&self, subject: &Subject) -> Option<usize> {
        self.comparison.subjects.iter().position(|other| other == subject)
    }

    fn ink(&self, subject: &Subject) -> Ink {
        self.number(subject).map_or(Ink::GREY, Ink::subject)
    }
}

fn cut(label: &str) -> String {
    if label.chars().count() <= LONGEST {
        return label.to_owned();
    }
    label.chars().take(LONGEST - 1).chain(['…']).collect()
}
