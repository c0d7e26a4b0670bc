//! Different winners, or a winner against even, on one criterion for the same pair of subjects.

use std::collections::BTreeMap;

use super::{About, Half, contradiction, verb};
use crate::claim::Verdict;
use crate::matrix::{Contradiction, Criterion, Kind, Subject};
use crate::merge::claims::Stated;
use crate::merge::position::{weight, winner};
use crate::merge::scope::Scope;

/// What one source says of a pair: claims for the first, for the second, for neither.
#[derive(Default)]
struct Pair<'a> {
    sides: [Vec<&'a Stated>; 3],
}

const EVEN: usize = 2;

pub(super) fn find(criterion: &Criterion, claims: &[&Stated], subjects: &[Subject]) -> Vec<Contradiction> {
    let mut pairs: BTreeMap<(&Subject, &Subject), BTreeMap<&str, Pair<'_>>> = BTreeMap::new();
    for claim in claims {
        for (a, b, side) in says(claim, subjects) {
            let (key, side) = if a <= b { ((a, b), side) } else { ((b, a), [1, 0, EVEN][side]) };
            pairs.entry(key).or_default().entry(&claim.aligned.source).or_default().sides[side].push(claim);
        }
    }
    let mut found = Vec::new();
    for ((a, b), sources) in &pairs {
        let names = [a.0.as_str(), b.0.as_str(), "even"];
        found.extend(across(criterion, names, sources));
        for pair in sources.values() {
            found.extend(within(criterion, names, pair));
        }
    }
    found
}

/// The pairs that a comparison is on, each with the side it takes: 0 the first of the pair, 1 the other.
fn says<'a>(claim: &'a Stated, subjects: &'a [Subject]) -> Vec<(&'a Subject, &'a Subject, usize)> {
    let subject = &claim.aligned.subject;
    if claim.verdict() == Verdict::Equal {
        return claim.aligned.rival.iter().map(|rival| (subject, rival, EVEN)).collect();
    }
    match winner(claim) {
        Some((Some(winner), Some(loser))) => vec![(winner, loser, 0)],
        Some((Some(winner), None)) => subjects.iter().filter(|s| *s != winner).map(|s| (winner, s, 0)).collect(),
        _ => Vec::new(),
    }
}

fn across(criterion: &Criterion, names: [&str; 3], sources: &BTreeMap<&str, Pair<'_>>) -> Vec<Contradiction> {
    let mut sides: [Vec<&Stated>; 3] = Default::default();
    for pair in sources.values() {
        if let Some(side) = stand(pair) {
            sides[side].extend(&pair.sides[side]);
        }
    }
    let clashes = [(Kind::Winner, 0, 1), (Kind::Tie, 0, EVEN), (Kind::Tie, 1, EVEN)];
    clashes
        .into_iter()
        .filter_map(|(kind, a, b)| clash(criterion, names, kind, (a, &sides[a]), (b, &sides[b]), false))
        .collect()
}

/// The side that a source takes when read whole.
fn stand(pair: &Pair<'_>) -> Option<usize> {
    let weights = pair.sides.each_ref().map(|claims| claims.iter().map(|c| weight(c)).sum::<usize>());
    let best = *weights.iter().max()?;
    let mut leaders = (0..3).filter(|side| weights[*side] == best);
    leaders.next().filter(|_| best > 0 && leaders.next().is_none())
}

fn within(criterion: &Criterion, names: [&str; 3], pair: &Pair<'_>) -> Vec<Contradiction> {
    let clashes = [(Kind::Winner, 0, 1), (Kind::Tie, 0, EVEN), (Kind::Tie, 1, EVEN)];
    let sides = &pair.sides;
    clashes
        .into_iter()
        .filter_map(|(kind, a, b)| clash(criterion, names, kind, (a, &sides[a]), (b, &sides[b]), true))
        .collect()
}

fn clash(
    criterion: &Criterion,
    names: [&str; 3],
    kind: Kind,
    (a, for_a): (usize, &[&Stated]),
    (b, for_b): (usize, &[&Stated]),
    within: bool,
) -> Option<Contradiction> {
    let (for_a, for_b) = meeting(for_a, for_b);
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
    Some(contradiction(about, [half(a, for_a), half(b, for_b)], why))
}

/// The claims of either side whose condition is met by one of the other side's.
fn meeting<'a>(a: &[&'a Stated], b: &[&'a Stated]) -> (Vec<&'a Stated>, Vec<&'a Stated>) {
    let scope = |claim: &&Stated| Scope::of(claim.aligned.claim.scope.as_deref());
    let keep = |claims: &[&'a Stated], others: &[&'a Stated]| {
        let mut against: Vec<Scope> = others.iter().map(scope).collect();
        against.sort();
        against.dedup();
        claims.iter().filter(|c| against.iter().any(|other| scope(c).meets(other))).copied().collect::<Vec<_>>()
    };
    (keep(a, b), keep(b, a))
}
