//! Different winners, or a winner against even, on one criterion for the same pair of subjects.
//!
//! Against other sources a source stands where it stands when read whole, so that a concession ("B is
//! quick too, but A is quicker") is not held against it. It is said to contradict itself only where two
//! verdicts are set apart or speak of the same point: most second thoughts of an article are nuance.

use std::collections::BTreeMap;

use super::difference::{difference, is_superseded};
use super::meeting::{self, Meeting};
use super::point::{Point, is_loose_tie};
use super::{About, Clashes, Half, contradiction, set_apart, verb};
use crate::claim::{Form, Verdict};
use crate::matrix::{Contradiction, Criterion, DifferenceKind, Kind, Subject};
use crate::merge::claims::Stated;
use crate::merge::position::{weight, winner};
use crate::merge::scope::{Relation, Scope};

/// What one source says of a pair: claims for the first, for the second, for neither.
#[derive(Default)]
struct Pair<'a> {
    sides: [Vec<&'a Stated>; 3],
}

const EVEN: usize = 2;
/// The sides that clash.
const CLASHES: [(Kind, usize, usize); 3] = [(Kind::Winner, 0, 1), (Kind::Tie, 0, EVEN), (Kind::Tie, 1, EVEN)];

pub(super) fn find(criterion: &Criterion, claims: &[&Stated], subjects: &[Subject]) -> Clashes {
    let mut pairs: BTreeMap<(&Subject, &Subject), BTreeMap<&str, Pair<'_>>> = BTreeMap::new();
    for claim in claims {
        for (a, b, side) in says(claim, subjects) {
            let (key, side) = if a <= b { ((a, b), side) } else { ((b, a), [1, 0, EVEN][side]) };
            pairs.entry(key).or_default().entry(&claim.aligned.source).or_default().sides[side].push(claim);
        }
    }
    let mut found = Clashes::default();
    for ((a, b), sources) in &pairs {
        let names = [a.0.as_str(), b.0.as_str(), "even"];
        found.add(across(criterion, names, sources));
        found.contradictions.extend(sources.values().flat_map(|pair| within(criterion, names, pair)));
    }
    found
}

/// The pairs that a comparison is on, each with the side it takes: 0 the first of the pair, 1 the other.
fn says<'a>(claim: &'a Stated, subjects: &'a [Subject]) -> Vec<(&'a Subject, &'a Subject, usize)> {
    let subject = &claim.aligned.subject;
    if claim.verdict() == Verdict::Equal {
        let rival = claim.aligned.rival.iter().filter(|_| !is_loose_tie(claim));
        return rival.map(|rival| (subject, rival, EVEN)).collect();
    }
    match winner(claim) {
        Some((Some(winner), Some(loser))) => vec![(winner, loser, 0)],
        Some((Some(winner), None)) => subjects.iter().filter(|s| *s != winner).map(|s| (winner, s, 0)).collect(),
        _ => Vec::new(),
    }
}

fn across(criterion: &Criterion, names: [&str; 3], sources: &BTreeMap<&str, Pair<'_>>) -> Clashes {
    let mut sides: [Vec<&Stated>; 3] = Default::default();
    let mut asides: [Vec<&Stated>; 3] = Default::default();
    for pair in sources.values() {
        let stand = stand(pair);
        for side in 0..3 {
            let to = if stand == Some(side) { &mut sides[side] } else { &mut asides[side] };
            to.extend(&pair.sides[side]);
        }
    }
    let mut found = Clashes::default();
    for (kind, a, b) in CLASHES {
        let Meeting { met: [for_a, for_b], apart } = meeting::of(&sides[a], &sides[b]);
        let (for_a, for_b) = if for_a.is_empty() {
            // what a source says of one use only, against what another says of the same use
            let every = |side: usize| sides[side].iter().chain(&asides[side]).copied().collect::<Vec<_>>();
            let [for_a, for_b] = meeting::by(&every(a), &every(b), Scope::same_use);
            without_shared_sources(for_a, for_b)
        } else {
            (for_a, for_b)
        };
        let sides = if for_a.is_empty() || for_b.is_empty() {
            apart.map(|apart| (apart, [sides[a].clone(), sides[b].clone()]))
        } else {
            is_superseded(&for_a, &for_b).then(|| (DifferenceKind::Superseded, [for_a.clone(), for_b.clone()]))
        };
        if let Some((apart, [for_a, for_b])) = sides {
            let sides = vec![(names[a].to_owned(), for_a), (names[b].to_owned(), for_b)];
            found.differences.push(difference(apart, criterion, None, sides));
        } else {
            found.contradictions.extend(clash(criterion, names, kind, (a, for_a), (b, for_b), false));
        }
    }
    found
}

/// Leaves out sources that speak for both sides.
fn without_shared_sources<'a>(a: Vec<&'a Stated>, b: Vec<&'a Stated>) -> (Vec<&'a Stated>, Vec<&'a Stated>) {
    let source = |claim: &&'a Stated| claim.aligned.source.as_str();
    let keep = |these: &[&'a Stated], those: &[&'a Stated]| {
        these.iter().filter(|c| !those.iter().any(|o| source(o) == source(c))).copied().collect::<Vec<_>>()
    };
    (keep(&a, &b), keep(&b, &a))
}

/// The side that a source takes when read whole.
fn stand(pair: &Pair<'_>) -> Option<usize> {
    let sum = |side: usize| pair.sides[side].iter().map(|c| weight(c)).sum::<usize>();
    let (a, b) = (sum(0), sum(1));
    let even = pair.sides[EVEN].iter().map(|c| weight(c)).max().unwrap_or_default();
    match a.cmp(&b) {
        std::cmp::Ordering::Greater if a >= even => Some(0),
        std::cmp::Ordering::Less if b >= even => Some(1),
        _ if even > a.max(b) => Some(EVEN),
        _ => None,
    }
}

fn within(criterion: &Criterion, names: [&str; 3], pair: &Pair<'_>) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for (kind, a, b) in CLASHES {
        let same = |a: &Scope, b: &Scope| a.is_open() && b.is_open() && a.to(b) == Relation::Same;
        let [for_a, for_b] = meeting::by(&pair.sides[a], &pair.sides[b], same);
        let apart = set_apart(&for_a) as usize + set_apart(&for_b) as usize;
        let rated =
            for_a.iter().chain(&for_b).any(|c| matches!(c.aligned.claim.evidence.form, Form::Table | Form::Rating));
        let met = kind == Kind::Winner && apart > 0 && (rated || same_point(&for_a, &for_b));
        if apart == 2 || met {
            found.extend(clash(criterion, names, kind, (a, for_a), (b, for_b), true));
        }
    }
    found
}

fn same_point(a: &[&Stated], b: &[&Stated]) -> bool {
    let points = |claims: &[&Stated]| claims.iter().map(|c| Point::of(c)).collect::<Vec<_>>();
    let against = points(b);
    points(a).iter().any(|point| against.iter().any(|other| point.meets(other)))
}

fn clash(
    criterion: &Criterion,
    names: [&str; 3],
    kind: Kind,
    (a, for_a): (usize, Vec<&Stated>),
    (b, for_b): (usize, Vec<&Stated>),
    within: bool,
) -> Option<Contradiction> {
    if for_a.is_empty() || for_b.is_empty() {
        return None;
    }
    let on = &criterion.0;
    let says = |side: usize, claims: &[&Stated]| match side {
        EVEN => verb(claims, "calls them even", "call them even"),
        _ => format!("{} {}", verb(claims, "names", "name"), names[side]),
    };
    let why = if within {
        let other = if b == EVEN { "calls them even".to_owned() } else { format!("names {}", names[b]) };
        format!("on {on}, {} in one place and {other} in another", says(a, &for_a))
    } else {
        format!("on {on}, {}, {}", says(a, &for_a), says(b, &for_b))
    };
    let about = About { kind, criterion, subject: None, scope: None, within };
    let half = |side: usize, claims| Half { says: names[side].to_owned(), claims, explicit: true };
    Some(contradiction(about, vec![half(a, for_a), half(b, for_b)], why))
}
