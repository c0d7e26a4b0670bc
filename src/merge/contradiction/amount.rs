//! A figure as it can be compared with another: in one unit of its kind, over one span of time, and as a bound where it
//! is said to be one.

use crate::claim::{Figure, Unit};

/// How far apart two measured figures may lie and still be the same measurement, rounded.
const ROUNDING: f64 = 0.05;
/// The same for ratios, which authors take from different tests and round to halves.
const RATIO: f64 = 0.15;
/// Figures of one kind that lie so many times apart do not measure the same.
const OTHER_THING: f64 = 100.0;

/// Units of one kind, with how many of the first of its kind each is.
const MEASURES: &[(&str, &str, f64)] = &[
    ("ms", "s", 0.001),
    ("s", "s", 1.0),
    ("sec", "s", 1.0),
    ("second", "s", 1.0),
    ("min", "s", 60.0),
    ("minute", "s", 60.0),
    ("h", "s", 3600.0),
    ("hr", "s", 3600.0),
    ("hour", "s", 3600.0),
    ("day", "s", 86_400.0),
    ("week", "s", 604_800.0),
    ("mm", "m", 0.001),
    ("cm", "m", 0.01),
    ("m", "m", 1.0),
    ("km", "m", 1000.0),
    ("in", "m", 0.0254),
    ("inch", "m", 0.0254),
    ("ft", "m", 0.3048),
    ("mi", "m", 1609.344),
    ("mile", "m", 1609.344),
    ("g", "kg", 0.001),
    ("kg", "kg", 1.0),
    ("lb", "kg", 0.4536),
    ("pound", "kg", 0.4536),
    ("oz", "kg", 0.02835),
    ("kb", "byte", 1e3),
    ("mb", "byte", 1e6),
    ("gb", "byte", 1e9),
    ("tb", "byte", 1e12),
    ("ml", "l", 0.001),
    ("l", "l", 1.0),
];

/// A figure in comparable terms.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Amount {
    /// What it measures: only amounts of one kind are compared.
    pub(super) kind: String,
    /// As the source writes it.
    pub(super) number: f64,
    /// In the common unit of its kind.
    pub(super) size: f64,
    unit: Unit,
    at_least: bool,
}

impl Amount {
    /// The amount that a figure in these words stands for.
    pub(super) fn of(figure: Figure, quote: &str) -> Self {
        let quote = quote.to_lowercase();
        let (period, share) = period(&quote).filter(|_| matches!(figure.unit, Unit::Money(_))).unwrap_or(("", 1.0));
        Self {
            kind: format!("{}{period}", kind(figure, &quote)),
            number: figure.number,
            size: size(figure) * share,
            unit: figure.unit,
            at_least: is_bound(&quote),
        }
    }

    /// Is it a sum of money?
    pub(super) fn is_money(&self) -> bool {
        matches!(self.unit, Unit::Money(_))
    }

    /// None of it.
    pub(super) fn nothing(&self) -> Self {
        Self { number: 0.0, size: 0.0, at_least: false, ..self.clone() }
    }

    /// May both be said of one thing?
    pub(super) fn agrees(&self, other: &Self) -> bool {
        // "over 50" and 60 are both right
        self.is_close(other)
            || self.at_least && (other.at_least || other.size > self.size)
            || other.at_least && self.size > other.size
    }

    /// Are they different figures of one measurement?
    pub(super) fn is_measured_like(&self, other: &Self) -> bool {
        self.is_close(other) && self.number != other.number
    }

    fn is_close(&self, other: &Self) -> bool {
        let apart = (self.size - other.size).abs();
        let share = apart / self.size.abs().max(other.size.abs()).max(f64::MIN_POSITIVE);
        match self.unit {
            Unit::Year => apart < 0.5,
            Unit::Times => share <= RATIO,
            _ => share <= ROUNDING,
        }
    }

    /// Do they lie so far apart that they cannot be meant for the same thing?
    pub(super) fn is_of_another_thing(&self, other: &Self) -> bool {
        let (less, more) = (self.size.abs().min(other.size.abs()), self.size.abs().max(other.size.abs()));
        less > 0.0 && more / less >= OTHER_THING
    }

    /// Is it a calendar year, which is right or wrong?
    pub(super) fn is_year(&self) -> bool {
        self.unit == Unit::Year
    }
}

/// Figures of different kinds are never compared. A plain number counts the thing named behind it.
fn kind(figure: Figure, quote: &str) -> String {
    match figure.unit {
        Unit::Measure(unit) => base(unit).map_or(unit, |(kind, _)| kind).to_owned(),
        Unit::Count => counted(quote),
        other => other.name().unwrap_or_default().to_owned(),
    }
}

fn base(unit: &str) -> Option<(&'static str, f64)> {
    let singular = unit.strip_suffix('s').unwrap_or(unit);
    let row = MEASURES.iter().find(|(name, ..)| *name == unit || *name == singular);
    row.map(|(_, kind, size)| (*kind, *size))
}

fn counted(quote: &str) -> String {
    let mut words = quote.split_whitespace().skip_while(|word| !word.contains(|c: char| c.is_ascii_digit())).skip(1);
    let noun = words.find(|word| word.len() > 3 && !["million", "billion", "thousand", "different"].contains(word));
    noun.unwrap_or_default().chars().filter(|c| c.is_alphabetic()).take(5).collect()
}

fn size(figure: Figure) -> f64 {
    match figure.unit {
        Unit::Measure(unit) => figure.number * base(unit).map_or(1.0, |(_, size)| size),
        // "half" and "twice" say the same thing from either end
        Unit::Times if figure.number > 0.0 && figure.number < 1.0 => 1.0 / figure.number,
        _ => figure.number,
    }
}

/// What a sum is paid for, and how many of it make a year: "$5 per bed per month", "$60 a year".
fn period(quote: &str) -> Option<(&'static str, f64)> {
    let (before, behind) = quote.split_at(quote.find(|c: char| c.is_ascii_digit())?);
    let words = |text: &str| text.split(|c: char| !c.is_alphanumeric()).find_map(per);
    words(behind).or_else(|| words(before))
}

fn per(word: &str) -> Option<(&'static str, f64)> {
    match word {
        "hour" | "hourly" | "hr" => Some(("/hour", 1.0)),
        "month" | "monthly" | "mo" => Some(("/year", 12.0)),
        "week" | "weekly" => Some(("/year", 52.0)),
        "year" | "yearly" | "annually" | "annual" | "yr" => Some(("/year", 1.0)),
        _ => None,
    }
}

/// Is the figure the least that it may be: "over 50", "60+"?
fn is_bound(quote: &str) -> bool {
    let Some(at) = quote.find(|c: char| c.is_ascii_digit()) else { return false };
    let before: Vec<&str> = quote[..at].split_whitespace().rev().take(3).collect();
    let before = before.into_iter().rev().collect::<Vec<_>>().join(" ");
    let number = quote[at..].trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let leads = ["over", "more than", "at least", "upwards of", "from", "starting at", "starts at", "above"];
    number.starts_with('+') || leads.iter().any(|lead| before.trim_end_matches(['$', '€', '£', ' ']).ends_with(lead))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(number: f64, unit: Unit, quote: &str) -> Amount {
        Amount::of(Figure { number, unit }, quote)
    }

    #[test]
    fn a_bound_agrees_with_what_lies_beyond_it() {
        let over = amount(50.0, Unit::Count, "over 50 teas");
        assert!(over.agrees(&amount(60.0, Unit::Count, "60+ teas")));
        assert!(over.agrees(&amount(60.0, Unit::Count, "60 teas")));
        assert!(!over.agrees(&amount(30.0, Unit::Count, "30 teas")));
        assert!(!amount(50.0, Unit::Count, "50 teas").agrees(&amount(60.0, Unit::Count, "60 teas")));
    }

    #[test]
    fn sums_are_compared_over_the_same_time() {
        let usd = |number, quote| amount(number, Unit::Money("USD"), quote);
        let monthly = usd(5.0, "$5 per bed per month");
        assert_eq!(monthly.kind, usd(60.0, "$60 a year").kind);
        assert!(monthly.agrees(&usd(60.0, "$60 a year")));
        assert!(monthly.agrees(&usd(5.0, "billed monthly at $5")));
        assert_ne!(monthly.kind, usd(5.0, "it costs $5").kind);
    }
}
