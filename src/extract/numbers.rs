//! Numbers with their units, in running words ("2.5x", "300 ppi") and alone in a cell ("~48dB").

use super::tokens::Token;
use crate::claim::{Figure, Unit};
use crate::lexicon::{Lexicon, List};

/// The least count that is told apart from "three ways" and "ten years".
const LEAST_COUNT: f64 = 50.0;

/// The figure that begins at a token, and how many tokens it takes.
pub(super) fn figure_at(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<(Figure, usize)> {
    let low = |at: usize| tokens.get(at).map_or("", |token| token.low.as_str());
    let next = low(at + 1);
    let Number { currency, number, rest } = parse(low(at))?;
    // "401(k)" is a name.
    if low(at + 1) == "(" && tokens[at + 1].span.start == tokens[at].span.end {
        return None;
    }
    let figure = |unit, len| Some((Figure { number, unit }, len));
    if let Some(code) = currency {
        return figure(Unit::Money(code), 1);
    }
    if !rest.is_empty() {
        return figure(unit(rest, lexicon)?, 1);
    }
    let year = is_year(number) && low(at).len() == 4 && !matches!(next, "packages" | "plugins" | "tokens");
    if year {
        let dated = at > 0 && tokens[at - 1].is(List::BeforeYears);
        return figure(Unit::Year, 1).filter(|_| dated);
    }
    match next {
        "times" => figure(Unit::Times, 2),
        "percent" => figure(Unit::Percent, 2),
        _ => match lexicon.unit(next) {
            Some(unit) => figure(unit, 2),
            None => figure(Unit::Count, 1).filter(|_| number >= LEAST_COUNT),
        },
    }
}

/// Does a word begin as figures do?
pub(super) fn is_figure(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || "$€£".contains(c))
}

/// A rating that is nothing else, as a share of the best: "8.5/10", "4 out of 5", "★★★★☆".
pub(super) fn rating(words: &str) -> Option<f64> {
    let words = words.trim().trim_end_matches(" stars").trim_start_matches("Rated ").trim();
    let (full, empty) = (words.matches(['★', '⭐']).count(), words.matches('☆').count());
    if full >= 1 && words.chars().all(|c| "★⭐☆ ".contains(c)) {
        return Some(full as f64 / (full + empty).max(5) as f64);
    }
    let (points, most) = words.split_once('/').or_else(|| words.split_once(" out of "))?;
    let (points, most): (f64, f64) = (points.trim().parse().ok()?, most.trim().parse().ok()?);
    ([5.0, 10.0, 100.0].contains(&most) && (0.0..=most).contains(&points)).then(|| points / most)
}

/// The figure of a cell that is nothing else: "$160", "300 PPI", "~48dB".
pub(super) fn of_cell(words: &str, lexicon: &Lexicon) -> Option<Figure> {
    let words = words.trim().trim_start_matches(['~', '≈', '<', '>', '+']);
    let words = words.trim_start_matches("from ").trim_start_matches("From ");
    let mut parts = words.split_whitespace();
    if parts.clone().count() > 7 {
        return None;
    }
    let first = parts.next()?.to_lowercase();
    if !is_figure(&first) {
        return None;
    }
    let first = first.trim_end_matches(['"', '”', '″', '/', '*']);
    // "9-10 hours" is 9 at the least.
    let least = first.split(['–', '-', '/', 'x']).next().filter(|part| part.len() > 1 || first.len() == 1);
    let Number { currency, number, rest } = least.and_then(parse).or_else(|| parse(first))?;
    let next = parts.next().map(str::to_lowercase);
    let unit = match (currency, rest, next.as_deref()) {
        (Some(code), _, _) => Unit::Money(code),
        (None, "", None) if is_year(number) => Unit::Year,
        (None, "", next) => next.and_then(|next| lexicon.unit(next)).unwrap_or(Unit::Count),
        (None, rest, _) if rest.starts_with('(') => return None,
        (None, rest, _) => unit(rest, lexicon).unwrap_or(Unit::Count),
    };
    Some(Figure { number, unit })
}

/// The unit that is written right behind a number.
fn unit(rest: &str, lexicon: &Lexicon) -> Option<Unit> {
    match rest {
        "x" => Some(Unit::Times),
        "%" => Some(Unit::Percent),
        rest => lexicon.unit(rest),
    }
}

fn is_year(number: f64) -> bool {
    number.fract() == 0.0 && (1900.0..=2100.0).contains(&number)
}

/// A number as written.
struct Number<'a> {
    currency: Option<&'static str>,
    number: f64,
    /// What is written right behind it.
    rest: &'a str,
}

fn parse(word: &str) -> Option<Number<'_>> {
    let first = word.chars().next()?;
    let currency = match first {
        '$' => Some("USD"),
        '€' => Some("EUR"),
        '£' => Some("GBP"),
        first if first.is_ascii_digit() => None,
        _ => return None,
    };
    let digits = if currency.is_some() { &word[first.len_utf8()..] } else { word };
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(digits.len());
    let number: f64 = digits[..end].trim_end_matches('.').replace(',', "").parse().ok()?;
    let (number, rest) = match digits[end..].trim_start_matches('+') {
        "k" => (number * 1000.0, ""),
        "m" => (number * 1_000_000.0, ""),
        rest => (number, rest),
    };
    Some(Number { currency, number, rest })
}
