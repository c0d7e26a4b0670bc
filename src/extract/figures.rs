//! Checkable figures and dates: "first released in 2005", "$126,750 annually", "almost 2.5x smaller".

use std::ops::Range;

use super::aspects::first_known;
use super::clauses::Clause;
use super::context::Facts;
use super::tokens::{Group, Sentence, Who};
use super::{Found, Reader};
use crate::claim::{Aspect, Figure, Form, Unit, Verdict};

const BORN: &[&str] = &[
    "released",
    "relaunched",
    "shipped",
    "announced",
    "dates",
    "open-sourced",
    "available",
    "around",
    "created",
    "launched",
    "founded",
    "developed",
    "introduced",
    "started",
    "established",
    "published",
    "since",
    "debuted",
    "built",
    "born",
    "invented",
    "began",
    "unveiled",
    "appeared",
];
const MEASURES: &[(&str, &str)] = &[
    ("gb", "gb"),
    ("tb", "tb"),
    ("mb", "mb"),
    ("kb", "kb"),
    ("ms", "ms"),
    ("mm/s", "mm/s"),
    ("mm", "mm"),
    ("cm", "cm"),
    ("kg", "kg"),
    ("g", "g"),
    ("db", "db"),
    ("mah", "mah"),
    ("mp", "mp"),
    ("hz", "hz"),
    ("ghz", "ghz"),
    ("ppi", "ppi"),
    ("nits", "nits"),
    ("mbps", "mbps"),
    ("gbps", "gbps"),
    ("minutes", "minutes"),
    ("minute", "minutes"),
    ("hours", "hours"),
    ("hour", "hours"),
    ("days", "days"),
    ("seconds", "seconds"),
    ("inches", "inches"),
    ("inch", "inches"),
    ("lbs", "lbs"),
    ("miles", "miles"),
    ("km", "km"),
    ("w", "w"),
    ("watts", "w"),
    ("°c", "°c"),
    ("tokens", "tokens"),
    ("oz", "oz"),
    ("k", "k"),
];

impl Reader<'_> {
    /// Reads the figures of a sentence.
    pub(super) fn figures(
        &mut self,
        sentence: &Sentence,
        clauses: &[Clause],
        facts: &Facts,
        section: usize,
        form: Form,
    ) {
        for clause in clauses {
            let Some(who @ Who::One(_)) = clause.subject else { continue };
            let mut at = clause.tokens.start;
            while at < clause.tokens.end {
                let Some((figure, len)) = figure_at(sentence, at, clause.tokens.end) else {
                    at += 1;
                    continue;
                };
                if let Some(aspect) = self.figure_aspect(sentence, clause.tokens.clone(), at, figure, facts) {
                    let found = Found {
                        span: sentence.span(clause.tokens.clone()),
                        section,
                        form,
                        rule: "figure",
                        confidence: 0.6,
                    };
                    self.claim(who, Group::NONE, aspect, Verdict::Value(figure), None, found);
                }
                at += len;
            }
        }
    }

    fn figure_aspect(
        &self,
        sentence: &Sentence,
        clause: Range<usize>,
        at: usize,
        figure: Figure,
        facts: &Facts,
    ) -> Option<Aspect> {
        let of = |slug: &str| Some(Aspect { label: slug.replace('-', " "), slug: slug.to_owned() });
        let near = || {
            first_known(sentence, at..clause.end.min(at + 8), self.lexicon)
                .or_else(|| super::aspects::aspect_before(sentence, clause.start..at, self.lexicon))
        };
        match figure.unit {
            Unit::Year => {
                let words = &sentence.tokens[clause.start..at];
                words
                    .iter()
                    .rev()
                    .take(6)
                    .any(|token| BORN.contains(&token.low.as_str()))
                    .then(|| of("release-year"))
                    .flatten()
            }
            Unit::Money(_) => near()
                .map(|(aspect, _)| aspect)
                .filter(|aspect| matches!(aspect.slug.as_str(), "salary" | "cost"))
                .or_else(|| facts.criterion.clone())
                .or_else(|| of("cost")),
            Unit::Times => {
                let own = sentence.tokens[at..clause.end]
                    .iter()
                    .take(6)
                    .find_map(|token| token.cue.and_then(|(cue, _)| self.lexicon.slug_of_cue(cue)));
                near().map(|(aspect, _)| aspect).or_else(|| own.and_then(of)).or_else(|| facts.criterion.clone())
            }
            Unit::Count | Unit::Percent => {
                near().map(|(aspect, _)| aspect).or_else(|| self.label.as_ref()?.facts.criterion.clone())
            }
            Unit::Measure(unit) => {
                let near = near().map(|(aspect, _)| aspect);
                near.or_else(|| measured(unit).and_then(of)).or_else(|| facts.criterion.clone())
            }
        }
    }
}

/// The criterion that a unit measures.
fn measured(unit: &str) -> Option<&'static str> {
    Some(match unit {
        "db" => "noise",
        "gb" | "tb" => "storage",
        "ppi" => "resolution",
        "mm/s" | "mbps" | "gbps" | "ms" | "ghz" => "performance",
        "kg" | "g" | "lbs" | "oz" => "weight",
        "mah" => "battery-life",
        "mp" => "camera",
        _ => return None,
    })
}

/// The figure that begins at a token, and how many tokens it takes.
fn figure_at(sentence: &Sentence, at: usize, end: usize) -> Option<(Figure, usize)> {
    let low = sentence.tokens[at].low.as_str();
    let next = if at + 1 < end { sentence.tokens[at + 1].low.as_str() } else { "" };
    let before = at.checked_sub(1).map_or("", |before| sentence.tokens[before].low.as_str());
    let (unit_before, number, rest) = parse(low)?;
    let figure = |unit| Some((Figure { number, unit }, 1));
    if let Some(code) = unit_before {
        return figure(Unit::Money(code));
    }
    match rest {
        "x" => return figure(Unit::Times),
        "%" => return figure(Unit::Percent),
        "" => {}
        rest => {
            let (_, unit) = MEASURES.iter().find(|(name, _)| *name == rest)?;
            return figure(Unit::Measure(unit));
        }
    }
    if number.fract() == 0.0
        && (1900.0..=2100.0).contains(&number)
        && low.len() == 4
        && !matches!(next, "packages" | "plugins" | "tokens")
    {
        return matches!(
            before,
            "january"
                | "february"
                | "march"
                | "april"
                | "may"
                | "june"
                | "july"
                | "august"
                | "september"
                | "october"
                | "november"
                | "december"
                | "in"
                | "since"
                | "from"
                | "around"
                | "by"
                | "year"
                | "of"
        )
        .then_some((Figure { number, unit: Unit::Year }, 1));
    }
    match next {
        "times" => Some((Figure { number, unit: Unit::Times }, 2)),
        "percent" => Some((Figure { number, unit: Unit::Percent }, 2)),
        _ => {
            if let Some((_, unit)) = MEASURES.iter().find(|(name, _)| *name == next) {
                return Some((Figure { number, unit: Unit::Measure(unit) }, 2));
            }
            (number >= 50.0).then_some((Figure { number, unit: Unit::Count }, 1))
        }
    }
}

/// A currency, a number and what is written right behind it.
fn parse(word: &str) -> Option<(Option<&'static str>, f64, &str)> {
    let (currency, digits) = match word.chars().next()? {
        '$' => (Some("USD"), &word[1..]),
        '€' => (Some("EUR"), &word['€'.len_utf8()..]),
        '£' => (Some("GBP"), &word['£'.len_utf8()..]),
        first if first.is_ascii_digit() => (None, word),
        _ => return None,
    };
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(digits.len());
    let mut number: f64 = digits[..end].trim_end_matches('.').replace(',', "").parse().ok()?;
    let mut rest = digits[end..].trim_start_matches('+');
    if let Some(after) = rest.strip_prefix('k').filter(|after| after.is_empty()) {
        number *= 1000.0;
        rest = after;
    } else if rest == "m" {
        number *= 1_000_000.0;
        rest = "";
    }
    Some((currency, number, rest))
}

/// The figure of a cell that is nothing else: "$160", "300 PPI", "~48dB".
pub(super) fn of_cell(words: &str) -> Option<Figure> {
    let trimmed = words
        .trim()
        .trim_start_matches(['~', '≈', '<', '>', '+'])
        .trim_start_matches("from ")
        .trim_start_matches("From ")
        .trim();
    let mut parts = trimmed.split_whitespace();
    let first = parts.next()?.to_lowercase();
    if !first.starts_with(|c: char| c.is_ascii_digit() || "$€£".contains(c)) {
        return None;
    }
    let first = first.trim_end_matches(['"', '”', '″', '/', '*']);
    let (currency, number, rest) = parse(
        first.split(['–', '-', '/', 'x']).next().filter(|part| part.len() > 1 || first.len() == 1).unwrap_or(first),
    )
    .or_else(|| parse(first))?;
    let next = parts.next().map(str::to_lowercase);
    if trimmed.split_whitespace().count() > 7 {
        return None;
    }
    if let Some(code) = currency {
        return Some(Figure { number, unit: Unit::Money(code) });
    }
    let unit = match (rest, next.as_deref()) {
        ("%", _) => Unit::Percent,
        ("x", _) => Unit::Times,
        (rest, next) => {
            let name = if rest.is_empty() { next.unwrap_or("") } else { rest };
            match MEASURES.iter().find(|(measure, _)| *measure == name) {
                Some((_, unit)) => Unit::Measure(unit),
                None if (1900.0..=2100.0).contains(&number) && rest.is_empty() && next.is_none() => Unit::Year,
                None => Unit::Count,
            }
        }
    };
    Some(Figure { number, unit })
}
