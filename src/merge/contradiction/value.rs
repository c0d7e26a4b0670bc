//! Figures on the same thing that cannot both hold.
//!
//! Figures are compared in one unit of a kind (hours and days are both time) and only under the same
//! condition. A source that gives several figures speaks of several things (plans, models, editions), so
//! only a source's single figure is held against another's.

use super::amount::Amount;
use super::difference::{changes, difference, published};
use super::point::Point;
use super::{About, Clashes, Half, contradiction, verb};
use crate::claim::Verdict;
use crate::matrix::{Contradiction, Criterion, Difference, DifferenceKind, Kind, Subject};
use crate::merge::claims::Stated;
use crate::merge::grouped;
use crate::merge::scope::Relation;

/// A figure that a source gives.
#[derive(Clone)]
struct Given<'a> {
    claim: &'a Stated,
    amount: Amount,
}

pub(super) fn find(criterion: &Criterion, subject: &Subject, claims: &[&Stated]) -> Clashes {
    let figures = claims.iter().filter_map(|claim| match claim.verdict() {
        Verdict::Value(figure) => Some(Given { claim, amount: Amount::of(figure, &claim.aligned.quote) }),
        _ => None,
    });
    let free: Vec<(&Stated, Point)> = claims.iter().filter(|c| is_free(c)).map(|c| (*c, Point::of(c))).collect();
    let mut found = Clashes::default();
    for mut figures in grouped(figures, |given| given.amount.kind.clone()).into_values() {
        if figures[0].amount.is_money() {
            let charged: Vec<Point> = figures.iter().map(|given| Point::of(given.claim)).collect();
            // "Tea costs nothing" is said of the whole, "the second cup is free of charge" of what else is charged for
            let meant = |claim: &Stated, point: &Point| {
                claim.aligned.quote.split_whitespace().count() <= BRIEF
                    || charged.iter().any(|other| point.shares(other))
            };
            let nothing = figures[0].amount.nothing();
            let free = free.iter().filter(|(claim, point)| meant(claim, point));
            figures.extend(free.map(|(claim, _)| Given { claim, amount: nothing.clone() }));
        }
        found.add(of_kind(criterion, subject, figures));
    }
    found
}

/// Does a claim praise a thing for costing nothing?
fn is_free(claim: &Stated) -> bool {
    let quote = claim.aligned.quote.to_lowercase();
    claim.verdict() == Verdict::Strength && FREE.iter().any(|words| quote.contains(words))
}

/// With no more words than this a claim speaks of the whole.
const BRIEF: usize = 4;

/// How a sum of nothing is written where no figure is. "Free" alone may mean a plan, a trial or a licence.
const FREE: [&str; 6] =
    ["free of charge", "costs nothing", "cost nothing", "no charge", "at no cost", "doesn't cost anything"];

fn of_kind(criterion: &Criterion, subject: &Subject, figures: Vec<Given<'_>>) -> Clashes {
    let by_source = grouped(figures, |given| given.claim.aligned.source.clone()).into_values();
    let single = by_source.filter(|all| all.iter().all(|given| given.amount.agrees(&all[0].amount)));
    let mut figures: Vec<Given<'_>> = single.flatten().collect();
    figures.sort_by(|a, b| {
        a.amount.size.total_cmp(&b.amount.size).then_with(|| a.claim.aligned.id.cmp(&b.claim.aligned.id))
    });
    let mut found = Clashes::default();
    for kind in [None, Some(DifferenceKind::ScopeDifference), Some(DifferenceKind::Superseded)] {
        let differs = |given: &&Given<'_>| figures.iter().any(|other| apart(given, other) == Some(kind));
        let sides = sides(figures.iter().filter(differs));
        if sides.len() < 2 {
            continue;
        }
        match kind {
            None => found.contradictions.push(clash(criterion, subject, sides)),
            Some(kind) => found.differences.push(spread(kind, criterion, subject, sides)),
        }
    }
    let spreads = figures.windows(2).any(|two| two[0].amount.is_measured_like(&two[1].amount));
    if found.contradictions.is_empty() && found.differences.is_empty() && spreads {
        let sides = grouped(&figures, |given| given.amount.number.to_string()).into_values().collect();
        found.differences.push(spread(DifferenceKind::EstimateSpread, criterion, subject, sides));
    }
    found
}

/// How two figures lie apart: `None` where they agree, `Some(None)` where they cannot both hold.
fn apart(a: &Given<'_>, b: &Given<'_>) -> Option<Option<DifferenceKind>> {
    if a.amount.agrees(&b.amount) {
        return None;
    }
    let years = published(a.claim).zip(published(b.claim));
    let aged = changes(a.claim.verdict()) && years.is_some_and(|(a, b)| a != b);
    Some(match a.claim.scope.to(&b.claim.scope) {
        _ if a.amount.is_of_another_thing(&b.amount) => Some(DifferenceKind::ScopeDifference),
        Relation::Same if aged => Some(DifferenceKind::Superseded),
        Relation::Same => None,
        Relation::OtherTime => Some(DifferenceKind::Superseded),
        Relation::OtherCase => Some(DifferenceKind::ScopeDifference),
    })
}

/// Figures in order of size, those that agree on one side.
fn sides<'a, 'b>(figures: impl Iterator<Item = &'b Given<'a>>) -> Vec<Vec<&'b Given<'a>>> {
    let mut sides: Vec<Vec<&Given<'_>>> = Vec::new();
    for given in figures {
        match sides.last_mut() {
            Some(side) if side[0].amount.agrees(&given.amount) => side.push(given),
            _ => sides.push(vec![given]),
        }
    }
    sides
}

fn spread(kind: DifferenceKind, criterion: &Criterion, subject: &Subject, sides: Vec<Vec<&Given<'_>>>) -> Difference {
    let mut said = Vec::new();
    for side in sides {
        said.push((side[0].amount.number.to_string(), side.into_iter().map(|given| given.claim).collect()));
    }
    difference(kind, criterion, Some(subject), said)
}

fn clash(criterion: &Criterion, subject: &Subject, sides: Vec<Vec<&Given<'_>>>) -> Contradiction {
    let exact = sides[0][0].amount.is_year();
    let scope = sides[0][0].claim.aligned.claim.scope.clone();
    let mut says = Vec::new();
    let mut halves = Vec::new();
    for (i, side) in sides.into_iter().enumerate() {
        let number = side[0].amount.number.to_string();
        let mut claims: Vec<&Stated> = side.iter().map(|given| given.claim).collect();
        claims.sort_by(|a, b| a.aligned.source.cmp(&b.aligned.source));
        says.push(format!("{} {number}", verb(&claims, "gives", "give")));
        halves.push(Half { says: number, claims, explicit: exact || i == 0 });
    }
    let why = format!("on {} of {}, {}", criterion.0, subject.0, says.join(", "));
    let about = About { kind: Kind::Value, criterion, subject: Some(subject), scope, within: false };
    contradiction(about, halves, why)
}
