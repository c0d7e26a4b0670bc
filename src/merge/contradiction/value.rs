//! Figures on the same thing that cannot both hold.
//!
//! Figures are compared in one unit of a kind (hours and days are both time) and only under the same
//! condition. A source that gives several figures speaks of several things (plans, models, editions), so
//! only a source's single figure is held against another's.

use super::difference::{changes, difference, published};
use super::{About, Clashes, Half, contradiction, verb};
use crate::claim::{Figure, Unit, Verdict};
use crate::matrix::{Contradiction, Criterion, Difference, DifferenceKind, Kind, Subject};
use crate::merge::claims::Stated;
use crate::merge::grouped;
use crate::merge::scope::Relation;

/// How far apart two measured figures may lie and still be the same measurement, rounded.
const ROUNDING: f64 = 0.05;
/// The same for ratios, which authors take from different tests and round to halves.
const RATIO: f64 = 0.25;

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

pub(super) fn find(criterion: &Criterion, subject: &Subject, claims: &[&Stated]) -> Clashes {
    let figures = claims.iter().filter_map(|claim| match claim.verdict() {
        Verdict::Value(figure) => Some((*claim, figure)),
        _ => None,
    });
    let mut found = Clashes::default();
    for figures in grouped(figures, |(claim, figure)| kind(claim, *figure)).into_values() {
        found.add(of_kind(criterion, subject, &figures));
    }
    found
}

/// Figures of different kinds are never compared. A plain number counts the thing named behind it.
fn kind(claim: &Stated, figure: Figure) -> String {
    match figure.unit {
        Unit::Measure(unit) => base(unit).map_or(unit, |(kind, _)| kind).to_owned(),
        Unit::Count => counted(&claim.aligned.quote),
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
    let letters = noun.unwrap_or_default().to_lowercase();
    letters.chars().filter(|c| c.is_alphabetic()).take(5).collect()
}

fn of_kind(criterion: &Criterion, subject: &Subject, figures: &[(&Stated, Figure)]) -> Clashes {
    let by_source = grouped(figures.iter().copied(), |(claim, _)| claim.aligned.source.clone());
    let single = by_source.into_values().filter(|claims| claims.iter().all(|(_, figure)| same(*figure, claims[0].1)));
    let mut figures: Vec<(&Stated, Figure)> = single.flatten().collect();
    figures.sort_by(|a, b| size(a.1).total_cmp(&size(b.1)).then_with(|| a.0.aligned.id.cmp(&b.0.aligned.id)));
    let mut found = Clashes::default();
    for kind in [None, Some(DifferenceKind::ScopeDifference), Some(DifferenceKind::Superseded)] {
        let sides = sides(
            figures.iter().copied().filter(|figure| figures.iter().any(|other| apart(*figure, *other) == Some(kind))),
        );
        if sides.len() < 2 {
            continue;
        }
        match kind {
            None => found.contradictions.push(clash(criterion, subject, sides)),
            Some(kind) => found.differences.push(spread(kind, criterion, subject, sides)),
        }
    }
    if found.contradictions.is_empty()
        && found.differences.is_empty()
        && figures.windows(2).any(|two| two[0].1.number != two[1].1.number)
    {
        let sides = grouped(figures, |(_, figure)| figure.number.to_string()).into_values().collect();
        found.differences.push(spread(DifferenceKind::EstimateSpread, criterion, subject, sides));
    }
    found
}

/// How two figures of different articles lie apart: `None` where they agree, `Some(None)` where they cannot both hold.
fn apart(a: (&Stated, Figure), b: (&Stated, Figure)) -> Option<Option<DifferenceKind>> {
    if same(a.1, b.1) {
        return None;
    }
    let years = published(a.0).zip(published(b.0));
    let aged = changes(a.0.verdict()) && years.is_some_and(|(a, b)| a != b);
    Some(match a.0.scope.to(&b.0.scope) {
        Relation::Same if aged => Some(DifferenceKind::Superseded),
        Relation::Same => None,
        Relation::OtherTime => Some(DifferenceKind::Superseded),
        Relation::OtherCase => Some(DifferenceKind::ScopeDifference),
    })
}

/// Figures in order of size, those that agree on one side.
fn sides<'a>(figures: impl Iterator<Item = (&'a Stated, Figure)>) -> Vec<Vec<(&'a Stated, Figure)>> {
    let mut sides: Vec<Vec<(&Stated, Figure)>> = Vec::new();
    for figure in figures {
        match sides.last_mut() {
            Some(side) if same(side[0].1, figure.1) => side.push(figure),
            _ => sides.push(vec![figure]),
        }
    }
    sides
}

fn spread(
    kind: DifferenceKind,
    criterion: &Criterion,
    subject: &Subject,
    sides: Vec<Vec<(&Stated, Figure)>>,
) -> Difference {
    let says = |side: &Vec<(&Stated, Figure)>| side[0].1.number.to_string();
    let sides = sides.iter().map(|side| (says(side), side.iter().map(|(claim, _)| *claim).collect())).collect();
    difference(kind, criterion, Some(subject), sides)
}

fn clash(criterion: &Criterion, subject: &Subject, sides: Vec<Vec<(&Stated, Figure)>>) -> Contradiction {
    let exact = sides[0][0].1.unit == Unit::Year;
    let scope = sides[0][0].0.aligned.claim.scope.clone();
    let mut says = Vec::new();
    let mut halves = Vec::new();
    for (i, mut side) in sides.into_iter().enumerate() {
        side.sort_by(|a, b| a.0.aligned.source.cmp(&b.0.aligned.source));
        let claims: Vec<&Stated> = side.iter().map(|(claim, _)| *claim).collect();
        let number = side[0].1.number.to_string();
        says.push(format!("{} {number}", verb(&claims, "gives", "give")));
        halves.push(Half { says: number, claims, explicit: exact || i == 0 });
    }
    let why = format!("on {} of {}, {}", criterion.0, subject.0, says.join(", "));
    let about = About { kind: Kind::Value, criterion, subject: Some(subject), scope, within: false };
    contradiction(about, halves, why)
}

fn size(figure: Figure) -> f64 {
    match figure.unit {
        Unit::Measure(unit) => figure.number * base(unit).map_or(1.0, |(_, size)| size),
        // "half" and "twice" say the same thing from either end
        Unit::Times if figure.number > 0.0 && figure.number < 1.0 => 1.0 / figure.number,
        _ => figure.number,
    }
}

fn same(a: Figure, b: Figure) -> bool {
    let apart = (size(a) - size(b)).abs();
    let share = apart / size(a).abs().max(size(b).abs()).max(f64::MIN_POSITIVE);
    match a.unit {
        Unit::Year => apart < 0.5,
        Unit::Times => share <= RATIO,
        _ => share <= ROUNDING,
    }
}
