//! What differs and can both hold: data, and no contradiction.
//!
//! Two conditions, two times, two measurements of one thing, two tastes: a reader who has to wade through them does not
//! find what is wrong. They are kept under their own names, so that nothing that the sources say is lost.

use super::{Clashes, digest};
use crate::claim::Verdict;
use crate::matrix::{Contradiction, Criterion, Difference, DifferenceKind, Kind, Side, Subject};
use crate::merge::claims::Stated;
use crate::merge::words::{self, TASTE};

/// So many years lie between an opinion and one that has taken its place.
pub(super) const OUTDATED: i32 = 5;

/// A difference between what these claims say.
pub(super) fn difference(
    kind: DifferenceKind,
    criterion: &Criterion,
    subject: Option<&Subject>,
    sides: Vec<(String, Vec<&Stated>)>,
) -> Difference {
    let says: Vec<String> = sides.iter().map(|(says, _)| says.clone()).collect();
    let sides: Vec<Side> = sides
        .into_iter()
        .map(|(says, claims)| Side { says, claims: claims.iter().map(|c| c.aligned.id.clone()).collect() })
        .collect();
    let of = subject.map(|subject| format!(" of {}", subject.0)).unwrap_or_default();
    let why = format!("on {}{of}, {}: {}", criterion.0, says.join(" and "), reason(kind));
    let mut parts = vec![kind.name(), &criterion.0, subject.map_or("", |s| &s.0)];
    parts.extend(
        sides.iter().flat_map(|side| [side.says.as_str()].into_iter().chain(side.claims.first().map(String::as_str))),
    );
    Difference { id: digest(&parts), kind, criterion: criterion.clone(), subject: subject.cloned(), sides, why }
}

fn reason(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::ScopeDifference => "under different conditions",
        DifferenceKind::Superseded => "at different times",
        DifferenceKind::EstimateSpread => "figures as close as measured ones are",
        DifferenceKind::OpinionSplit => "a matter of taste",
    }
}

/// Takes what is a mere matter of taste out of the contradictions.
pub(super) fn by_taste(found: Clashes) -> Clashes {
    let is_taste = |c: &Contradiction| {
        !c.within && matches!(c.kind, Kind::Winner | Kind::Tie | Kind::Polarity) && words::has(TASTE, &c.criterion.0)
    };
    let (split, contradictions) = found.contradictions.into_iter().partition(is_taste);
    let mut differences = found.differences;
    differences.extend(Vec::into_iter(split).map(|c: Contradiction| Difference {
        id: c.id,
        kind: DifferenceKind::OpinionSplit,
        why: format!("{}: {}", c.why, reason(DifferenceKind::OpinionSplit)),
        criterion: c.criterion,
        subject: c.subject,
        sides: c.sides,
    }));
    Clashes { contradictions, differences }
}

/// Were all articles of the one side published long before all of the other's?
pub(super) fn is_superseded(a: &[&Stated], b: &[&Stated]) -> bool {
    let span = |claims: &[&Stated]| {
        let years: Option<Vec<i32>> = claims.iter().map(|claim| published(claim)).collect();
        years.and_then(|years| Some((*years.iter().min()?, *years.iter().max()?)))
    };
    match (span(a), span(b)) {
        (Some(a), Some(b)) => a.1 + OUTDATED <= b.0 || b.1 + OUTDATED <= a.0,
        _ => false,
    }
}

/// The year in which the article of a claim was published.
pub(super) fn published(claim: &Stated) -> Option<i32> {
    claim.published.as_deref()?.get(..4)?.parse().ok()
}

/// Does a figure of this kind change with the years: a price, a count, a share?
pub(super) fn changes(verdict: Verdict) -> bool {
    use crate::claim::Unit;
    matches!(verdict, Verdict::Value(figure) if matches!(figure.unit, Unit::Money(_) | Unit::Count | Unit::Percent))
}
