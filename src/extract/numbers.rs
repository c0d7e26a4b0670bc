//! Numbers with their units, in running words ("2.5x", "300 ppi") and alone in a cell ("~48dB").

use super::tokens::Token;
use crate::claim::{Figure, Unit};
use crate::lexicon::{Lexicon, List};

/// The least count that is told apart from "three ways" and "ten years".
const LEAST_COUNT: f64 = 50.0;

/// The figure that begins at a token, and how many tokens it takes.
pub(super) fn figure_at(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<(Figure, usize)> {
    let low = |at: usize| tokens.get(at).map_or("", |token| token.low.as_str());
    if let Some((number, len)) = spelled(tokens, at) {
        return of_words(tokens, at, (number, len), lexicon);
    }
    if let Some(year) = iso_year(low(at)) {
        return Some((Figure { number: year, unit: Unit::Year }, 1));
    }
    // "a 48-ounce tank"
    if let Some(figure) = compound(low(at), lexicon) {
        return Some((figure, 1));
    }
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

/// A number joined to its unit: "48-ounce", "ten-year".
fn compound(word: &str, lexicon: &Lexicon) -> Option<Figure> {
    let (number, unit) = word.split_once('-')?;
    let unit = if unit == "year" { YEARS } else { lexicon.unit(unit)? };
    Some(Figure { number: number_of(number)?, unit })
}

/// How long something lasts or is covered, which is no calendar year.
const YEARS: Unit = Unit::Measure("years");

/// The figure of a number in words: a year, or one with its unit behind it. A bare count is no figure.
fn of_words(tokens: &[Token], at: usize, (number, len): (f64, usize), lexicon: &Lexicon) -> Option<(Figure, usize)> {
    let low = |at: usize| tokens.get(at).map_or("", |token| token.low.as_str());
    let figure = |unit, len| Some((Figure { number, unit }, len));
    if is_year(number) && len > 1 {
        let dated = at > 0 && tokens[at - 1].is(List::BeforeYears);
        return figure(Unit::Year, len).filter(|_| dated);
    }
    match low(at + len) {
        "percent" => figure(Unit::Percent, len + 1),
        // "Five minutes" is a manner of speaking.
        "hours" | "hour" | "minutes" | "minute" | "seconds" | "second" | "days" | "day" if number.fract() == 0.0 => {
            None
        }
        next => lexicon.unit(next).and_then(|unit| figure(unit, len + 1)),
    }
}

/// The value of a number word below a hundred.
fn small(word: &str) -> Option<f64> {
    const WORDS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let below = |word: &str| WORDS.iter().position(|known| *known == word).map(|at| at as f64);
    let tens = |word: &str| TENS.iter().position(|known| *known == word).map(|at| (at + 2) as f64 * 10.0);
    let joined = || {
        let (front, back) = word.split_once('-')?;
        Some(tens(front)? + below(back).filter(|back| (1.0..10.0).contains(back))?)
    };
    below(word).or_else(|| tens(word)).or_else(joined)
}

/// A number, in digits or in one word.
fn number_of(word: &str) -> Option<f64> {
    small(word).or_else(|| parse(word).filter(|number| number.rest.is_empty()).map(|number| number.number))
}

/// The number that is spelled out from a token on, and how many tokens it takes: "four point eight", "two thousand
/// and one", "six hundred".
fn spelled(tokens: &[Token], at: usize) -> Option<(f64, usize)> {
    let low = |at: usize| tokens.get(at).map_or("", |token| token.low.as_str());
    let (mut total, mut part, mut len) = (0.0, small(low(at))?, 1);
    loop {
        let and = usize::from(low(at + len) == "and" && len > 1);
        match low(at + len + and) {
            "hundred" if and == 0 => part *= 100.0,
            "thousand" if and == 0 => (total, part) = (total + part * 1000.0, 0.0),
            "point" if and == 0 => {
                let digit = small(low(at + len + 1)).filter(|digit| *digit < 10.0)?;
                return Some((total + part + digit / 10.0, len + 2));
            }
            word => match small(word).filter(|_| part == 0.0 || part >= 100.0) {
                Some(more) => part += more,
                None => return Some((total + part, len)),
            },
        }
        len += 1 + and;
    }
}

/// The year of a date as "2011-05-29".
fn iso_year(word: &str) -> Option<f64> {
    let mut parts = word.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, len: usize| part.len() == len && part.chars().all(|c| c.is_ascii_digit());
    let dated = digits(year, 4) && digits(month, 2) && digits(day, 2) && parts.next().is_none();
    year.parse().ok().filter(|year| dated && is_year(*year))
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
        (None, "", Some("years" | "year" | "yrs")) => YEARS,
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
