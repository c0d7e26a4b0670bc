//! The consensus matrix as an aligned table, fitted to the width of the terminal.
//!
//! Where the sources do not fit with their names they are numbered, with a key beneath; where their positions do
//! not fit as words they become marks; where even those are too many, first the counts and then the last sources are
//! left out, and a line says so: the whole matrix is in `matrix.csv`.

use anstyle::{AnsiColor, Effects, Style};
use gainsay::matrix::{Comparison, Favours, Outcome, Row, Subject};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::run::count;

/// One comparison as a table of at most `width` columns.
pub(crate) fn matrix(comparison: &Comparison, width: usize) -> String {
    let mut fixed = fixed_columns(comparison);
    let room = |fixed: &[Column]| width.saturating_sub(fixed.iter().map(|column| column.width + GAP).sum());
    let (mut sources, mut note) = source_columns(comparison, room(&fixed), width);
    if sources.len() < comparison.sources.len() {
        fixed.retain(|column| !COUNTS.contains(&column.name.as_str()));
        (sources, note) = source_columns(comparison, room(&fixed), width);
    }
    let columns: Vec<Column> = fixed.into_iter().chain(sources).collect();
    let mut text = line(&columns, |column| (column.name.clone(), Style::new().effects(Effects::BOLD)));
    let total = columns.iter().map(|column| column.width).sum::<usize>() + GAP * (columns.len() - 1);
    text += &format!("{}\n", "─".repeat(total));
    for at in 0..comparison.rows.len() {
        text += &line(&columns, |column| column.cells[at].clone());
    }
    text + &note
}

/// The colour of a subject: the same in every table and in every line about it.
pub(crate) fn style_of(subject: &Subject, comparison: &Comparison) -> Style {
    const COLOURS: [AnsiColor; 5] =
        [AnsiColor::Cyan, AnsiColor::Magenta, AnsiColor::Green, AnsiColor::Blue, AnsiColor::BrightRed];
    let number = comparison.subjects.iter().position(|other| other == subject).unwrap_or_default();
    Style::new().fg_color(Some(COLOURS[number % COLOURS.len()].into()))
}

/// The words in a style.
pub(crate) fn styled(words: &str, style: Style) -> String {
    format!("{style}{words}{style:#}")
}

/// As much of the words as fits, with `…` where some were cut.
pub(crate) fn fitted(words: &str, width: usize) -> String {
    if words.width() <= width {
        return words.to_owned();
    }
    let mut text = String::new();
    let mut room = width.saturating_sub(1);
    for letter in words.chars() {
        let needs = letter.width().unwrap_or(0);
        if needs > room {
            break;
        }
        room -= needs;
        text.push(letter);
    }
    text + "…"
}

const GAP: usize = 2;
/// The widest that a source's column may be, and the narrowest in which a word can still be told.
const WIDEST: usize = 22;
const NARROWEST: usize = 6;
/// The columns that are left out first.
const COUNTS: [&str; 3] = ["for", "against", "even"];
/// The widest criterion.
const LONGEST: usize = 24;

type Cell = (String, Style);

struct Column {
    name: String,
    width: usize,
    right: bool,
    cells: Vec<Cell>,
}

impl Column {
    fn new(name: &str, right: bool, widest: usize, cells: Vec<Cell>) -> Self {
        let widths = cells.iter().map(|(words, _)| words.width()).chain([name.width()]);
        let width = widths.max().unwrap_or_default().min(widest);
        Self { name: name.to_owned(), width, right, cells }
    }
}

fn fixed_columns(comparison: &Comparison) -> Vec<Column> {
    let column = |name: &str, right, cell: &dyn Fn(&Row) -> Cell| {
        Column::new(name, right, LONGEST, comparison.rows.iter().map(cell).collect())
    };
    let number = |number: usize, style: Style| -> Cell {
        if number == 0 { ("·".to_owned(), dim()) } else { (number.to_string(), style) }
    };
    let red = Style::new().fg_color(Some(AnsiColor::Red.into())).effects(Effects::BOLD);
    vec![
        column("criterion", false, &|row| (row.criterion.0.clone(), Style::new())),
        column("consensus", false, &|row| outcome(&row.consensus.outcome, comparison)),
        column("sure", true, &|row| (row.consensus.percent(), Style::new())),
        column("for", true, &|row| number(row.consensus.support, Style::new())),
        column("against", true, &|row| number(row.consensus.dissent, Style::new())),
        column("even", true, &|row| number(row.consensus.ties, Style::new())),
        column("clash", true, &|row| number(row.contradictions, red)),
    ]
}

/// The columns of the sources that fit into `room`, and what is to be said beneath a table of `width` columns.
fn source_columns(comparison: &Comparison, room: usize, width: usize) -> (Vec<Column>, String) {
    let sources = || comparison.sources.iter().enumerate();
    let fit = |columns: &[Column]| columns.iter().map(|column| column.width + GAP).sum::<usize>() <= room + GAP;
    let named: Vec<Column> =
        sources().map(|(_, source)| source_column(comparison, &source.id, &source.id, Cells::Words)).collect();
    if fit(&named) {
        return (named, String::new());
    }
    let numbered = |cells| -> Vec<Column> {
        sources().map(|(at, source)| source_column(comparison, &source.id, &(at + 1).to_string(), cells)).collect()
    };
    let mut columns = numbered(Cells::Words);
    let share = ((room + GAP) / columns.len().max(1)).saturating_sub(GAP).max(NARROWEST);
    columns.iter_mut().for_each(|column| column.width = column.width.min(share));
    let mut key = Vec::new();
    if !fit(&columns) {
        columns = numbered(Cells::Marks);
        let marks = comparison.marks().into_iter().zip(&comparison.subjects);
        key.extend(marks.map(|(mark, subject)| (format!("{mark} {}", subject.0), style_of(subject, comparison))));
        key.extend([("= even".to_owned(), dim()), ("? mixed".to_owned(), yellow())]);
    }
    while !fit(&columns) {
        columns.pop();
    }
    key.extend(sources().take(columns.len()).map(|(at, source)| (format!("{}: {}", at + 1, source.id), dim())));
    let left = comparison.sources.len() - columns.len();
    let mut note = wrapped(&key, width);
    if left > 0 {
        note += &format!("not shown for want of room: {}; all are in matrix.csv\n", count(left, "source"));
    }
    (columns, note)
}

/// How a source's positions are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cells {
    Words,
    Marks,
}

fn source_column(comparison: &Comparison, id: &str, name: &str, cells: Cells) -> Column {
    let marks = comparison.marks();
    let mark = |favours: &Favours| match favours {
        Favours::One(subject) => {
            let number = comparison.subjects.iter().position(|other| other == subject);
            number.map_or_else(String::new, |number| marks[number].clone())
        }
        Favours::Even => "=".to_owned(),
        _ => "?".to_owned(),
    };
    let cell = |row: &Row| match row.positions.get(id).map(|position| &position.favours) {
        None => (String::new(), Style::new()),
        Some(favours) if cells == Cells::Marks => (mark(favours), self::favours(favours, comparison)),
        Some(favours) => (favours.cell().to_owned(), self::favours(favours, comparison)),
    };
    Column::new(name, false, WIDEST, comparison.rows.iter().map(cell).collect())
}

/// The parts one after the other, in lines of at most `width` columns.
fn wrapped(parts: &[Cell], width: usize) -> String {
    let (mut text, mut used) = (String::new(), 0);
    for (words, style) in parts {
        let words = fitted(words, width);
        if used > 0 && used + GAP + words.width() > width {
            text.push('\n');
            used = 0;
        }
        if used > 0 {
            text += &" ".repeat(GAP);
            used += GAP;
        }
        used += words.width();
        text += &styled(&words, *style);
    }
    if used > 0 { text + "\n" } else { text }
}

fn outcome(outcome: &Outcome, comparison: &Comparison) -> Cell {
    let style = match outcome {
        Outcome::Favoured(subject) => style_of(subject, comparison).effects(Effects::BOLD),
        Outcome::Disputed => yellow(),
        _ => dim(),
    };
    (outcome.cell().to_owned(), style)
}

fn favours(favours: &Favours, comparison: &Comparison) -> Style {
    match favours {
        Favours::One(subject) => style_of(subject, comparison),
        Favours::Mixed => yellow(),
        _ => dim(),
    }
}

pub(crate) fn dim() -> Style {
    Style::new().effects(Effects::DIMMED)
}

fn yellow() -> Style {
    Style::new().fg_color(Some(AnsiColor::Yellow.into()))
}

fn line(columns: &[Column], cell: impl Fn(&Column) -> Cell) -> String {
    let mut text = String::new();
    for (number, column) in columns.iter().enumerate() {
        let (words, style) = cell(column);
        let words = fitted(&words, column.width);
        let room = " ".repeat(column.width - words.width());
        let words = if words.is_empty() { words } else { styled(&words, style) };
        let gap = if number == 0 { String::new() } else { " ".repeat(GAP) };
        text += &if column.right { format!("{gap}{room}{words}") } else { format!("{gap}{words}{room}") };
    }
    format!("{}\n", text.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn plain(width: usize) -> String {
        anstream::adapter::strip_str(&matrix(&sample::matrix().comparisons[0], width)).to_string()
    }

    #[test]
    fn a_wide_terminal_shows_the_names_of_the_sources() {
        insta::assert_snapshot!(plain(100));
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for width in 60..100 {
            for line in plain(width).lines() {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }

    #[test]
    fn sources_that_do_not_fit_are_numbered_or_counted() {
        let mut comparison = sample::matrix().comparisons.remove(0);
        let like = comparison.sources[0].clone();
        for number in 0..20 {
            comparison.sources.push(gainsay::document::Source { id: format!("a-long-name-{number}"), ..like.clone() });
        }
        let text = anstream::adapter::strip_str(&matrix(&comparison, 90)).to_string();
        insta::assert_snapshot!(text);
        assert!(text.lines().all(|line| line.width() <= 90));
    }

    #[test]
    fn wide_letters_are_counted_as_wide() {
        assert_eq!(fitted("日本語テキスト", 7), "日本語…");
        assert_eq!(fitted("short", 5), "short");
    }
}
