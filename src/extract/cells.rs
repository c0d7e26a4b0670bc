//! What a cell of a comparison table says of its owner: a point for or against, a use, a figure, a
//! level ("Good", "Steeper"), or prose.

use super::context::Facts;
use super::numbers::{self, is_figure};
use super::opinions::{Compares, of_clause};
use super::reader::{Label, Reader};
use super::sentence::Sentence;
use super::statement::{Found, Place, Statement, verdict};
use super::tokens::is_mark;
use super::who::Topic;
use crate::claim::{Aspect, Form, Verdict};
use crate::lexicon::{Class, Degree, Lexicon, List};
use crate::span::Span;

/// A cell and whose it is.
pub(super) struct Cell {
    pub(super) span: Span,
    pub(super) section: usize,
    pub(super) owner: usize,
    /// Does the label of its line deny the thing ("No ads")?
    pub(super) denied: bool,
    /// Does the label ask what it takes ("Do they need walks?")?
    pub(super) demanded: bool,
}

/// What a line of a table is about.
#[derive(Default)]
pub(super) struct Line {
    /// Its label, where it has one.
    pub(super) label: Option<Span>,
    pub(super) facts: Facts,
    /// Are its cells points for the whole?
    pub(super) scores: bool,
    /// Does the label deny the thing?
    pub(super) denies: bool,
    /// Does it ask what is needed?
    pub(super) demands: bool,
}

impl Cell {
    /// A cell of a line that denies nothing.
    pub(super) fn new(span: Span, section: usize, owner: usize) -> Self {
        Self { span, section, owner, denied: false, demanded: false }
    }

    fn place(&self) -> Place {
        Place { section: self.section, form: Form::Table }
    }

    fn found(&self, rule: &'static str) -> Found<'static> {
        Found { span: self.span, place: self.place(), rule }
    }
}

impl Reader<'_> {
    /// "Good for cold rooms | Yes": the line names the use, the cell says whether the thing is good for it.
    fn use_that_a_cell_answers(&self, cell: &Cell, line: &Line) -> Option<(Verdict, String)> {
        let verdict = line.facts.uses?;
        let sentence = self.sentence_of(cell);
        let first = sentence.tokens.first()?;
        let label = self.document.words(line.label?);
        let (_, of) = label.split_once(" for ")?;
        let verdict = match (first.is(List::Yes), first.is(List::No)) {
            (true, _) => verdict,
            (_, true) => verdict.opposite(),
            _ => return None,
        };
        Some((verdict, of.trim().to_owned()))
    }

    /// Reads a cell by what its line and the head of its column say.
    pub(super) fn cell(&mut self, cell: &Cell, line: &Line, head: &Facts) {
        let answers = |list: List| self.sentence_of(cell).tokens.first().is_some_and(|first| first.is(list));
        let fits = self.fits(cell).zip(line.label);
        if line.facts.uses.is_some() && line.facts.criterion.is_some() && (answers(List::Yes) || answers(List::No)) {
            self.short_cell(cell, line);
        } else if let Some((verdict, label)) = fits {
            let of = self.document.words(label).to_owned();
            self.claim(&Statement::of_use(cell.owner, verdict, of), cell.found("cell-use"));
        } else if let Some(favourable) = line.facts.favourable.or(head.favourable) {
            self.cell_point(cell, favourable);
        } else if let Some((verdict, of)) = self.use_that_a_cell_answers(cell, line) {
            self.claim(&Statement::of_use(cell.owner, verdict, of), cell.found("cell-use"));
        } else if let Some(verdict) = line.facts.uses.or(head.uses) {
            let words = self.document.words(cell.span).to_owned();
            self.claim(&Statement::of_use(cell.owner, verdict, words), cell.found("cell-use"));
        } else if let Some(prose) = self.short_cell(cell, line) {
            let before = (self.label.clone(), self.topic);
            let facts = Facts { subject: Some(cell.owner), ..line.facts.clone() };
            self.label = Some(Label { facts, section: cell.section, for_list: false });
            for span in sentences(self.document.words(prose), prose) {
                self.topic.last = Some(cell.owner);
                self.prose_or_fragments(span, cell.place(), Form::Table);
            }
            (self.label, self.topic) = before;
        }
    }

    fn sentence_of(&self, cell: &Cell) -> Sentence {
        self.sentence_on(cell.span, Topic { last: Some(cell.owner), pair: self.topic.pair })
    }

    /// A cell under "Pros" or "Cons".
    pub(super) fn cell_point(&mut self, cell: &Cell, favourable: bool) {
        let sentence = self.sentence_of(cell);
        let found = cell.found("cell-point");
        if let Some((verdict, of)) = self.recommended(&sentence, |_| true) {
            self.claim(&Statement::of_use(cell.owner, verdict, of), found);
            return;
        }
        for aspect in self.item_aspects(&sentence, None) {
            self.claim(&Statement::on(cell.owner, aspect, verdict(favourable, false)), found);
        }
    }

    /// Does a cell say no more than that its line is a use that it fits ("Not suitable")?
    fn fits(&self, cell: &Cell) -> Option<Verdict> {
        let words = self.document.words(cell.span).trim().trim_end_matches(['.', '!']).to_lowercase();
        match (self.lexicon.has(List::Fits, &words), self.lexicon.has(List::FitsNot, &words)) {
            (true, _) => Some(Verdict::Suits),
            (_, true) => Some(Verdict::Unsuited),
            _ => None,
        }
    }

    /// A cell that begins with a level ("Good, but ..."), or is nothing but a figure. Returns where its
    /// prose begins, or `None` where nothing is left to read.
    fn short_cell(&mut self, cell: &Cell, line: &Line) -> Option<Span> {
        let Some(aspect) = line.facts.criterion.clone() else { return Some(cell.span) };
        if let Some(share) = numbers::rating(self.document.words(cell.span)) {
            // Points are good or bad by themselves, whatever they are given for.
            if !(0.5..0.7).contains(&share) {
                let place = Place { form: Form::Rating, ..cell.place() };
                let found = Found { place, ..cell.found("cell-rating") };
                self.claim(&Statement::on(cell.owner, aspect, verdict(share >= 0.7, false)), found);
            }
            return None;
        }
        if let Some(figure) = numbers::of_cell(self.document.words(cell.span), self.lexicon) {
            self.claim(&Statement::on(cell.owner, aspect, Verdict::Value(figure)), cell.found("cell-figure"));
            return None;
        }
        let sentence = self.sentence_of(cell);
        let tokens = &sentence.tokens;
        let ends =
            |low: &str| is_mark(low) || matches!(low, "but" | "with" | "for" | "due" | "because" | "when" | "on");
        let head = tokens.iter().position(|token| ends(&token.low)).unwrap_or(tokens.len());
        if head == 0 || head > 6 {
            return Some(cell.span);
        }
        let burden = cell.demanded || !cell.denied && is_burden(&aspect, self.lexicon);
        let Some((good, compares)) = level(&sentence, head, burden, self.lexicon) else { return Some(cell.span) };
        let end = if tokens.len() <= 12 { cell.span.end } else { tokens[head - 1].span.end };
        // A tick shows nothing without the label of its line.
        let bare = !self.document.words(cell.span).contains(char::is_alphanumeric);
        let shown = line.label.filter(|label| bare && label.start < end).unwrap_or(cell.span);
        let found = Found { span: Span::new(shown.start, end), ..cell.found("cell-level") };
        self.claim(&Statement::on(cell.owner, aspect, verdict(good, compares)), found);
        (tokens.len() > head + 3).then(|| Span::new(tokens[head].span.start, cell.span.end))
    }
}

/// Is less of it better, by its whole name or its last word ("premium cost")?
pub(super) fn is_burden(aspect: &Aspect, lexicon: &Lexicon) -> bool {
    let label = aspect.label.to_lowercase();
    let last = label.rsplit(' ').next().unwrap_or_default();
    let by_term = |words: &str| lexicon.term(words).map(|term| term.burden);
    lexicon.has(List::BurdenNouns, last) || by_term(&label).or_else(|| by_term(last)).unwrap_or(false)
}

/// Is the head of a cell good news ("Yes", "High", "Excellent", "Steeper"), and does it compare?
pub(super) fn level(cell: &Sentence, head: usize, burden: bool, lexicon: &Lexicon) -> Option<(bool, bool)> {
    let at = cell.tokens.iter().position(|token| !token.is(List::Softeners))?;
    let first = &cell.tokens[at];
    // "Free to $380" is a range.
    if cell.tokens.get(at + 1).is_some_and(|next| next.low == "to")
        && cell.tokens.get(at + 2).is_some_and(|end| is_figure(&end.low))
    {
        return None;
    }
    if first.is(List::Yes) {
        return Some((!burden, false));
    }
    if first.is(List::No) {
        let next = cell.tokens[at + 1..].first().filter(|next| at + 1 < head && !is_mark(&next.low));
        // "Not required" is no lack, "No free plan" is one, whatever the line is about.
        return Some(match next {
            Some(next) if next.is(List::SpeaksAgainst) => (true, false),
            Some(next) if first.low == "no" => {
                let noun = &cell.tokens[at + 1..head];
                let spared = next.term.is_some_and(|(term, _)| term.burden)
                    || noun.last().is_some_and(|last| last.is(List::BurdenNouns));
                (spared, false)
            }
            _ => (burden, false),
        });
    }
    let (place, (cue, len)) = (0..head).find_map(|at| Some((at, cell.tokens[at].cue?)))?;
    let opinion = of_clause(cell, 0..head, lexicon).into_iter().next();
    let compares =
        cue.degree == Degree::Comparative || opinion.is_some_and(|opinion| opinion.compares == Compares::Rival);
    // "Deep technical knowledge" says much of that, and nothing of the line.
    let of_line = place + len >= head || cell.tokens[place + len].is(List::Stops);
    match cue.class {
        Class::Good => Some((true, compares)),
        Class::Bad => Some((false, compares)),
        Class::More if of_line => Some((!burden, compares)),
        Class::Less if of_line => Some((burden, compares)),
        _ => None,
    }
}

/// The sentences of a cell: a mark ends one where a capital follows.
fn sentences(words: &str, cell: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, _) in words.match_indices(['.', ';', '!']) {
        let after = &words[at + 1..];
        let next = after.trim_start();
        let begins = next.starts_with(|c: char| c.is_uppercase() || c == '(');
        if after.is_empty() || after.starts_with(' ') && begins {
            out.push(Span::new(cell.start + start, cell.start + at + 1));
            start = at + 1 + (after.len() - next.len());
        }
    }
    if start < words.len() {
        out.push(Span::new(cell.start + start, cell.end));
    }
    out
}
