//! Tables whose rows ran together into lines: `Speed Fast enough. Faster than Kale.`
//!
//! The head, a line of nothing but names, gives the table away and says how many cells a row has. Where a
//! row can be cut is known from its sentences; which cut is right, from what the sentences say about
//! whom, from how much the halves resemble each other, and from their length, in that order.

use std::collections::BTreeSet;
use std::ops::Range;

use super::line;
use super::names;
use super::part::{Kind, Part};
use crate::read::grid::Grid;
use crate::read::sentence;
use crate::span::Span;

/// Puts tables in the place of their rows.
pub(super) fn tables(text: &str, parts: Vec<Part>, names: &[String]) -> Vec<Part> {
    if names.len() < 2 {
        return parts;
    }
    let labels = labels(text, &parts);
    let mut out = Vec::with_capacity(parts.len());
    let mut parts = parts.into_iter().peekable();
    while let Some(part) = parts.next() {
        let columns = if matches!(part.kind, Kind::Line) { names::header(part.words(text), names) } else { None };
        let Some(columns) = columns else {
            out.push(part);
            continue;
        };
        let mut rows = Vec::new();
        while let Some(row) = parts.next_if(|next| next.gap <= 1 && row_like(text, next, rows.last())) {
            rows.push(row);
        }
        match table(text, &part, &columns, &rows, &labels) {
            Some(table) => out.push(table),
            None => {
                out.push(part);
                out.extend(rows);
            }
        }
    }
    out
}

/// Is this a row, after the row before it? Rows stand as close to each other as the first two do.
fn row_like(text: &str, part: &Part, before: Option<&Part>) -> bool {
    let words = part.words(text);
    matches!(part.kind, Kind::Line | Kind::Prose)
        && (2..=80).contains(&line::count(words))
        && words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !line::verdict(words)
        && before.is_none_or(|before| before.gap == part.gap || part.gap == 0)
}

/// What rows may be called: the lines of this article that could be headings.
fn labels(text: &str, parts: &[Part]) -> BTreeSet<String> {
    let short = |part: &&Part| part.short(text) && !line::stopped(part.words(text));
    parts.iter().filter(short).map(|part| part.words(text).to_lowercase()).collect()
}

fn table(
    text: &str,
    head: &Part,
    columns: &[(usize, usize)],
    lines: &[Part],
    labels: &BTreeSet<String>,
) -> Option<Part> {
    let labelled = names::label(&head.words(text)[columns[0].0..columns[0].1]);
    let subjects: Vec<String> = columns
        .iter()
        .skip(usize::from(labelled))
        .map(|(start, end)| head.words(text)[*start..*end].to_owned())
        .collect();
    let place = |(start, end): &(usize, usize)| head.at.start + start..head.at.start + end;
    let mut header: Vec<Range<usize>> = columns.iter().map(place).collect();
    if !labelled {
        header.insert(0, head.at.start..head.at.start);
    }
    let mut rows = vec![header];
    for row in lines {
        rows.push(cut(text, &row.at, &subjects, labels)?);
    }
    let at = head.at.start..lines.last()?.at.end;
    (rows.len() >= 3).then_some(Part {
        kind: Kind::Table(Grid { header_rows: 1, rows }),
        at,
        gap: head.gap,
        number: None,
    })
}

/// A row's label and cells; `None` where they cannot be told apart.
fn cut(text: &str, row: &Range<usize>, subjects: &[String], labels: &BTreeSet<String>) -> Option<Vec<Range<usize>>> {
    let words = &text[row.clone()];
    let label = label(words, subjects, labels)?;
    let body = row.start + label..row.end;
    let body = body.start + (text[body.clone()].len() - text[body.clone()].trim_start().len())..body.end;
    let sentences: Vec<Range<usize>> =
        sentence::split(text, Span::new(body.start, body.end)).iter().map(|span| span.start..span.end).collect();
    let columns = subjects.len();
    let firsts = if sentences.len() < columns {
        within_sentence(text, &body, subjects)?
    } else if columns == 2 {
        vec![best_cut(text, &sentences, subjects)]
    } else if sentences.len() % columns == 0 {
        let each = sentences.len() / columns;
        (1..columns).map(|column| sentences[column * each].start).collect()
    } else {
        return None;
    };
    let mut cells = vec![row.start..row.start + words[..label].trim_end().len()];
    let mut start = body.start;
    for next in firsts.into_iter().chain([body.end]) {
        let cell = &text[start..next];
        cells.push(start..start + cell.trim_end().len());
        start = next;
    }
    Some(cells)
}

/// How many bytes of the row are its label: a heading of this article, or the capitalised words before the
/// one that begins the first cell.
fn label(words: &str, subjects: &[String], labels: &BTreeSet<String>) -> Option<usize> {
    let ends: Vec<usize> = words.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(i, _)| i).take(8).collect();
    let known = ends.iter().rev().find(|end| labels.contains(&words[..**end].to_lowercase()));
    if let Some(end) = known {
        return Some(*end);
    }
    let mut last = None;
    for end in ends {
        let next = words[end..].trim_start();
        let here = words[..end].split_whitespace().next_back().unwrap_or("");
        let joins = matches!(here, "of" | "and" | "for" | "to" | "the" | "in" | "&" | "/");
        if here.ends_with(['.', ',', ';'])
            || !(joins || here.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
        {
            break;
        }
        if !joins && next.starts_with(|c: char| !c.is_lowercase()) {
            last = Some(end);
        }
        if subjects.iter().any(|name| names::begins(next, name)) {
            break;
        }
    }
    last
}

/// Where a row of fragments without stops can be cut: at the name of the next column, or at the capital
/// nearest to the place where equal cells would end.
fn within_sentence(text: &str, body: &Range<usize>, subjects: &[String]) -> Option<Vec<usize>> {
    let words = &text[body.clone()];
    let mut capitals: Vec<usize> = Vec::new();
    let mut before = "";
    let mut at = 0;
    for word in words.split_inclusive(char::is_whitespace) {
        if at > 0 && word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) && !leans(before) {
            capitals.push(body.start + at);
        }
        before = word.trim();
        at += word.len();
    }
    let columns = subjects.len();
    let mut firsts = Vec::new();
    for column in 1..columns {
        let named = capitals.iter().find(|at| names::begins(&text[**at..body.end], &subjects[column]));
        let even = body.start + body.len() * column / columns;
        let nearest = capitals.iter().min_by_key(|at| at.abs_diff(even));
        let first = *named.or(nearest)?;
        if firsts.last().is_some_and(|last| *last >= first) {
            return None;
        }
        firsts.push(first);
    }
    Some(firsts)
}

/// A word after which a name begins no cell.
fn leans(word: &str) -> bool {
    matches!(
        word,
        "than"
            | "to"
            | "from"
            | "over"
            | "of"
            | "with"
            | "like"
            | "unlike"
            | "by"
            | "for"
            | "in"
            | "and"
            | "or"
            | "the"
            | "a"
    )
}

/// The first sentence of the second cell.
fn best_cut(text: &str, sentences: &[Range<usize>], subjects: &[String]) -> usize {
    let words: Vec<&str> = sentences.iter().map(|at| &text[at.clone()]).collect();
    let whose: Vec<i32> = words.iter().map(|sentence| side(sentence, subjects)).collect();
    let total: usize = words.iter().map(|sentence| sentence.len()).sum();
    let score = |cut: usize| {
        let agree: i32 = whose.iter().enumerate().map(|(i, side)| if i < cut { -side } else { *side }).sum();
        let alike: usize = words[..cut].iter().zip(&words[cut..]).map(|(left, right)| shared(left, right)).sum();
        let left: usize = words[..cut].iter().map(|sentence| sentence.len()).sum();
        let uneven = (2 * left).abs_diff(total) * 100 / total.max(1);
        i64::from(agree) * 100 + i64::try_from(alike).unwrap_or(0) * 40 - i64::try_from(uneven).unwrap_or(0)
    };
    let cut = (1..words.len()).max_by_key(|cut| (score(*cut), usize::MAX - cut)).unwrap_or(1);
    sentences.get(cut).map_or(sentences[0].end, |sentence| sentence.start)
}

/// Whom a sentence is about: -1 the first subject, 1 the second, 0 unknown. Who is named after `than` is
/// the other one.
fn side(sentence: &str, subjects: &[String]) -> i32 {
    for (name, side) in subjects.iter().zip([-1, 1]) {
        if names::begins(sentence, name) {
            return side * 2;
        }
    }
    let than = ["than ", "Than ", "compared to ", "unlike ", "Unlike "].iter().find_map(|cue| {
        let at = sentence.find(cue)? + cue.len();
        subjects.iter().zip([1, -1]).find(|(name, _)| names::begins(&sentence[at..], name)).map(|(_, side)| side)
    });
    than.unwrap_or(0)
}

/// How many of their first and last words two sentences share.
fn shared(left: &str, right: &str) -> usize {
    let ends = |sentence: &str| {
        let words: Vec<String> = sentence
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() > 2)
            .map(str::to_lowercase)
            .collect();
        let tail = words.len().saturating_sub(1);
        words.iter().take(3).chain(&words[tail..]).cloned().collect::<BTreeSet<String>>()
    };
    ends(left).intersection(&ends(right)).count()
}
