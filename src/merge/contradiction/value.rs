//! Figures on the same thing that cannot both hold.

use std::collections::BTreeMap;

use super::{About, Half, contradiction, verb};
use crate::claim::{Figure, Unit, Verdict};
use crate::matrix::{Contradiction, Criterion, Kind, Subject};
use crate::merge::claims::Stated;
use crate::merge::grouped;
use crate::merge::scope::Scope;

/// How far apart two measured figures may lie and still be the same measurement, rounded.
const ROUNDING: f64 = 0.05;
/// The same for ratios, which authors take from different tests.
const RATIO: f64 = 0.15;

pub(super) fn find(criterion: &Criterion, subject: &Subject, claims: &[&Stated]) -> Vec<Contradiction> {
    let figures = claims.iter().copied().filter_map(|claim| match claim.verdict() {
        Verdict::Value(figure) => Some((claim, figure)),
        _ => None,
    });
    let key = |(claim, figure): &(&Stated, Figure)| {
        (figure.unit.name().unwrap_or_default(), Scope::of(claim.aligned.claim.scope.as_deref()))
    };
    grouped(figures, key).into_values().filter_map(|figures| clash(criterion, subject, &figures)).collect()
}

/// A source that gives several figures speaks of several things; only single figures are compared.
fn clash(criterion: &Criterion, subject: &Subject, figures: &[(&Stated, Figure)]) -> Option<Contradiction> {
    let by_source = grouped(figures.iter().copied(), |(claim, _)| claim.aligned.source.clone());
    let mut single: BTreeMap<String, Vec<(&Stated, Figure)>> = BTreeMap::new();
    for claims in by_source.into_values() {
        if claims.iter().all(|(_, figure)| same(*figure, claims[0].1)) {
            single.entry(claims[0].1.number.to_string()).or_default().extend(claims);
        }
    }
    let mut sides: Vec<Vec<(&Stated, Figure)>> = single.into_values().collect();
    sides.sort_by(|a, b| {
        (b.len(), a[0].1.number).partial_cmp(&(a.len(), b[0].1.number)).unwrap_or(std::cmp::Ordering::Equal)
    });
    let first = sides.first()?.clone();
    let other = sides.into_iter().skip(1).find(|side| !same(side[0].1, first[0].1))?;
    let a: Vec<&Stated> = first.iter().map(|(claim, _)| *claim).collect();
    let b: Vec<&Stated> = other.iter().map(|(claim, _)| *claim).collect();
    let (x, y) = (first[0].1.number.to_string(), other[0].1.number.to_string());
    let why = format!(
        "on {}, {} {x} for {}, {} {y}",
        criterion.0,
        verb(&a, "gives", "give"),
        subject.0,
        verb(&b, "gives", "give")
    );
    let about = About {
        kind: Kind::Value,
        criterion,
        subject: Some(subject),
        scope: first[0].0.aligned.claim.scope.clone(),
        within: false,
    };
    let exact = first[0].1.unit == Unit::Year;
    Some(contradiction(
        about,
        [Half { says: x, claims: a, explicit: true }, Half { says: y, claims: b, explicit: exact }],
        why,
    ))
}

fn same(a: Figure, b: Figure) -> bool {
    let apart = (a.number - b.number).abs();
    let size = a.number.abs().max(b.number.abs());
    match a.unit {
        Unit::Year => apart < 0.5,
        Unit::Times => apart <= size * RATIO,
        _ => apart <= size * ROUNDING,
    }
}
