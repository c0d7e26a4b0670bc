//! Lines put together to parts: what belongs together whatever it turns out to be.
//!
//! The hard question is whether a line end is the writer's or the mail program's. A wrapped line ends
//! where the next word would not have fitted; a line that ends earlier ended on purpose.

use std::ops::Range;

use super::code;
use super::line::{self, Line};
use crate::read::grid::{self, Grid};

/// The most lines that are looked at for one table.
const MOST_ROWS: usize = 400;

/// What a part is, as far as it is known yet.
#[derive(Debug)]
pub(super) enum Kind {
    /// A single line: a paragraph, a heading, a cell.
    Line,
    /// Running prose.
    Prose,
    /// A heading and its level.
    Heading(u8),
    /// An item of a list; `first` where the list begins anew.
    Item { depth: u8, first: bool },
    /// A table.
    Table(Grid),
    /// Code, line by line.
    Code(Vec<Range<usize>>),
}

/// Lines that belong together.
#[derive(Debug)]
pub(super) struct Part {
    /// What it is.
    pub kind: Kind,
    /// Its words; of an item, those after its mark.
    pub at: Range<usize>,
    /// How many empty lines stand before it.
    pub gap: usize,
    /// The number of a numbered item.
    pub number: Option<u32>,
}

impl Part {
    pub(super) fn words<'t>(&self, text: &'t str) -> &'t str {
        &text[self.at.clone()]
    }

    /// Is it a line that could be a heading, a cell or a bare list item?
    pub(super) fn short(&self, text: &str) -> bool {
        matches!(self.kind, Kind::Line) && line::count(self.words(text)) <= 12
    }

    /// Is it running prose?
    pub(super) fn prose(&self, text: &str) -> bool {
        match self.kind {
            Kind::Prose => true,
            Kind::Line => {
                let words = line::count(self.words(text));
                words > 12 || (words > 4 && line::stopped(self.words(text)))
            }
            _ => false,
        }
    }
}

/// How many empty lines this text puts between two paragraphs.
pub(super) fn usual_gap(parts: &[Part]) -> usize {
    let mut counts = [0usize; 6];
    for part in parts.iter().skip(1).filter(|part| part.gap > 0) {
        counts[part.gap.min(5)] += 1;
    }
    (1..6).rev().max_by_key(|gap| counts[*gap]).unwrap_or(1)
}

/// The parts of a text.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let lines = line::lines(text);
    let width = wrap_width(text, &lines);
    let mut parts = Vec::new();
    let mut from = 0;
    while from < lines.len() {
        let mut to = from + 1;
        while to < lines.len() && lines[to].gap == 0 {
            to += 1;
        }
        chunk(text, &lines[from..to], width, &mut parts);
        from = to;
    }
    number(&mut parts);
    if width.is_none() {
        widen(&mut parts);
    }
    parts
}

/// Where a text has hardly an empty line, every line end is a gap and an empty line a wide one.
fn widen(parts: &mut [Part]) {
    let close = parts.iter().filter(|part| part.gap == 0 && !matches!(part.kind, Kind::Item { .. })).count();
    if close >= 6 && close * 5 > parts.len() * 3 {
        for part in parts {
            part.gap += 1;
        }
    }
}

/// The width at which the lines of this text were wrapped; `None` where they were not.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let mut widths = Vec::new();
    let mut broken = 0;
    for pair in lines.windows(2).filter(|pair| pair[1].gap == 0) {
        let words = &text[pair[0].at.clone()];
        let width = words.chars().count() + pair[0].indent;
        if (45..=120).contains(&width) && !line::stopped(words) && line::item(&text[pair[1].at.clone()]).is_none() {
            widths.push(width);
        } else if width > 120 {
            broken += 1;
        }
    }
    if widths.len() < 3 || broken > widths.len() {
        return None;
    }
    widths.sort_unstable();
    Some(widths[widths.len() * 9 / 10])
}

/// Does `next` go on with what `line` began?
fn goes_on(text: &str, line: &Line, next: &Line, width: Option<usize>) -> bool {
    let (words, next_words) = (&text[line.at.clone()], &text[next.at.clone()]);
    if line::item(next_words).is_some() || line::verdict(next_words) || line::verdict(words) {
        return false;
    }
    let len = words.chars().count() + line.indent;
    let small = next_words.starts_with(char::is_lowercase);
    if small && !line::stopped(words) && len > 20 {
        return true;
    }
    let first = next_words.split_whitespace().next().map_or(0, |word| word.chars().count());
    width.is_some_and(|width| len > 40 && len + 1 + first + 6 > width && len < width + 30)
}

fn chunk(text: &str, lines: &[Line], width: Option<usize>, parts: &mut Vec<Part>) {
    let mut at = 0;
    while at < lines.len() {
        at += special(text, &lines[at..], at == 0, parts).unwrap_or_else(|| {
            let taken = plain(text, &lines[at..], width, parts);
            taken.max(1)
        });
    }
}

/// Code, drawn tables and marked headings; how many lines they took.
fn special(text: &str, lines: &[Line], first: bool, parts: &mut Vec<Part>) -> Option<usize> {
    let gap = lines[0].gap;
    if first && code::is(text, lines) {
        let at = lines[0].at.start..lines[lines.len() - 1].at.end;
        let kind = Kind::Code(lines.iter().map(|line| line.whole.clone()).collect());
        parts.push(Part { kind, at, gap, number: None });
        return Some(lines.len());
    }
    if let Some((grid, taken)) = drawn(text, lines) {
        let at = lines[0].at.start..lines[taken - 1].at.end;
        parts.push(Part { kind: Kind::Table(grid), at, gap, number: None });
        return Some(taken);
    }
    let words = &text[lines[0].at.clone()];
    let level = words.bytes().take_while(|b| *b == b'#').count();
    if (1..=6).contains(&level) && words[level..].starts_with(' ') {
        let at = lines[0].at.start + level + 1..lines[0].at.end;
        let level = u8::try_from(level).unwrap_or(6);
        parts.push(Part { kind: Kind::Heading(level), at, gap, number: None });
        return Some(1);
    }
    if rule(words) {
        return Some(1);
    }
    let under = lines.get(1).map(|line| &text[line.at.clone()])?;
    if rule(under) && line::count(words) <= 14 && lines.get(2).is_none_or(|line| !rule(&text[line.at.clone()])) {
        let level = if under.starts_with('=') { 1 } else { 2 };
        parts.push(Part { kind: Kind::Heading(level), at: lines[0].at.clone(), gap, number: None });
        return Some(2);
    }
    None
}

/// A table drawn with characters at the head of these lines, and how many it takes.
fn drawn(text: &str, lines: &[Line]) -> Option<(Grid, usize)> {
    let head = &text[lines[0].whole.clone()];
    if !head.contains(['|', '│', '\t', '+', '─']) && !head.trim().contains("  ") {
        return None;
    }
    // A second line of another make ends the matter before all lines are gathered.
    let next = &text[lines.get(1)?.whole.clone()];
    if !next.contains(['|', '│', '\t', '+', '─', '-']) && !next.contains("  ") {
        return None;
    }
    let gathered = lines.iter().take(MOST_ROWS).map(|line| line.whole.clone()).collect::<Vec<_>>();
    grid::drawn(text, &gathered)
}

/// A line that is nothing but a stroke.
fn rule(words: &str) -> bool {
    words.len() >= 3 && (["=", "-", "_", "*", "~", "—", "─"]).iter().any(|stroke| words.replace(stroke, "").is_empty())
}

/// A paragraph, an item or a line; how many lines it took.
fn plain(text: &str, lines: &[Line], width: Option<usize>, parts: &mut Vec<Part>) -> usize {
    let head = &lines[0];
    let words = &text[head.at.clone()];
    let item = line::item(words);
    let mut taken = 1;
    while taken < lines.len() {
        let (last, next) = (&lines[taken - 1], &lines[taken]);
        let hangs = item.is_some()
            && next.indent > head.indent
            && line::item(&text[next.at.clone()]).is_none()
            && !line::verdict(&text[next.at.clone()]);
        if !hangs && !goes_on(text, last, next, width) {
            break;
        }
        taken += 1;
    }
    let end = lines[taken - 1].at.end;
    let part = match item {
        Some((rest, number)) => {
            let depth = u8::try_from(head.indent.min(250)).unwrap_or(250);
            let at = head.at.end - rest.len()..end;
            Part { kind: Kind::Item { depth, first: false }, at, gap: head.gap, number }
        }
        None => {
            let kind = if taken > 1 { Kind::Prose } else { Kind::Line };
            Part { kind, at: head.at.start..end, gap: head.gap, number: None }
        }
    };
    parts.push(part);
    taken
}

/// Turns the indentation of items into their depth, and says where a list begins anew.
fn number(parts: &mut [Part]) {
    let mut indents: Vec<u8> = Vec::new();
    for i in 0..parts.len() {
        let numbered = parts[i].number;
        let item = |at: Option<usize>| {
            at.and_then(|at| parts.get(at)).filter(|part| matches!(part.kind, Kind::Item { .. })).map(|part| part.gap)
        };
        // Items that stood close together, then a gap: another list.
        let close = item(i.checked_sub(2)).and(item(i.checked_sub(1))).is_some_and(|gap| gap < parts[i].gap);
        let again = (numbered == Some(1) || close) && item(i.checked_sub(1)).is_some();
        let Kind::Item { depth: indent, first } = &mut parts[i].kind else {
            indents.clear();
            continue;
        };
        *first = again;
        while indents.last().is_some_and(|last| last > indent) {
            indents.pop();
        }
        if indents.last() != Some(indent) {
            indents.push(*indent);
        }
        *indent = u8::try_from(indents.len() - 1).unwrap_or(u8::MAX);
    }
}
