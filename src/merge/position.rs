//! What one source, taken whole, says on each criterion.
//!
//! Outright comparisons decide; only where a source makes none does the strength of one subject with the
//! weakness of another count, and then two figures of which more or less is known to be better. A
//! verdict set apart (a winner line, the conclusion) outweighs what the prose says on the way to it. Where
//! only one subject is spoken of there is no position: silence on the other is not a verdict.

use std::collections::{BTreeMap, BTreeSet};

use super::align::{Group, Member};
use super::claims::Stated;
use super::grouped;
use crate::claim::{Form, Unit, Verdict};
use crate::lexicon::Lexicon;
use crate::matrix::{Basis, Criterion, Favours, Position, Subject};

/// Criteria on which there is nothing to win: to each use its own.
const NO_POSITION: [&str; 2] = ["suitability", "project-size"];
/// Criteria on which a figure by itself says who is ahead, as more is better. Less is better of what the lexicon
/// knows as a burden.
const MORE_IS_BETTER: [&str; 6] = ["speed", "performance", "salary", "storage", "battery-life", "job-market"];

/// The positions on every criterion on which a source takes one, by the source's id.
pub(super) fn all(
    stated: &[Stated],
    group: &Group<'_>,
    lexicon: &Lexicon,
) -> BTreeMap<Criterion, BTreeMap<String, Position>> {
    let stakes = stakes(group);
    let mut rows: BTreeMap<Criterion, BTreeMap<String, Position>> = BTreeMap::new();
    let groups = grouped(stated, |s| (s.aligned.criterion.clone(), s.aligned.source.clone()));
    for ((criterion, source), claims) in groups {
        if let Some(mut position) = of_source(&criterion, &claims, &group.subjects, lexicon) {
            if let Favours::One(subject) = &position.favours {
                position.own_stake = stakes.contains(&(source.as_str(), subject));
            }
            rows.entry(criterion).or_default().insert(source, position);
        }
    }
    rows
}

/// What a publisher has a stake in, by the id of its article.
fn stakes<'a>(group: &'a Group<'_>) -> BTreeSet<(&'a str, &'a Subject)> {
    let of_member = |member: &'a Member<'_>| {
        let source = &member.article.document.source;
        let subjects = source.stake.iter().filter_map(|name| member.names.get(&name.to_lowercase()));
        subjects.map(|subject| (source.id.as_str(), subject))
    };
    group.members.iter().flat_map(of_member).collect()
}

fn of_source(criterion: &Criterion, claims: &[&Stated], subjects: &[Subject], lexicon: &Lexicon) -> Option<Position> {
    if NO_POSITION.contains(&criterion.0.as_str()) {
        return None;
    }
    explicit(claims, subjects).or_else(|| implied(claims)).or_else(|| by_figures(criterion, claims, lexicon))
}

/// How much an outright comparison weighs in its source: by where it stands, and by how often such claims
/// hold, in quarters: a smaller difference does not decide between two verdicts of one article.
pub(super) fn weight(stated: &Stated) -> usize {
    let claim = &stated.aligned.claim;
    let place = match claim.evidence.form {
        Form::WinnerLine | Form::Heading => 6,
        _ if stated.concluding => 4,
        _ if claim.scope.is_some() => 1,
        _ => 2,
    };
    // in whole steps, so that the order in which weights are added cannot matter
    place * (claim.confidence * 4.0).round().max(1.0) as usize
}

/// Who wins a comparison, and against whom where that is said; `None` for a claim that compares nothing.
pub(super) fn winner(stated: &Stated) -> Option<(Option<&Subject>, Option<&Subject>)> {
    let (subject, rival) = (&stated.aligned.subject, stated.aligned.rival.as_ref());
    match stated.verdict() {
        Verdict::Better => Some((Some(subject), rival)),
        Verdict::Worse => Some((rival, Some(subject))),
        _ => None,
    }
}

fn explicit(claims: &[&Stated], subjects: &[Subject]) -> Option<Position> {
    let mut balance: BTreeMap<&Subject, (usize, usize)> = subjects.iter().map(|s| (s, (0, 0))).collect();
    let mut even = 0;
    let mut said = Vec::new();
    for claim in claims {
        if claim.verdict() == Verdict::Equal {
            even = even.max(weight(claim));
        } else if let Some((winner, loser)) = winner(claim) {
            if let Some(entry) = winner.and_then(|s| balance.get_mut(s)) {
                entry.0 += weight(claim);
            }
            if let Some(entry) = loser.and_then(|s| balance.get_mut(s)) {
                entry.1 += weight(claim);
            }
        } else {
            continue;
        }
        said.push(*claim);
    }
    if said.is_empty() {
        return None;
    }
    let favours = answer(&balance, even);
    let rests_on: Vec<&Stated> = said.into_iter().filter(|claim| speaks_for(claim, &favours)).collect();
    let basis = rests_on.iter().map(|claim| basis(claim)).min().unwrap_or(Basis::Prose);
    Some(position(favours, basis, rests_on.into_iter()))
}

/// What carries an outright comparison; of several the strongest counts, and it comes first.
fn basis(stated: &Stated) -> Basis {
    match stated.aligned.claim.evidence.form {
        Form::WinnerLine | Form::Heading => Basis::Verdict,
        _ if stated.concluding => Basis::Verdict,
        Form::Table | Form::Rating => Basis::Table,
        Form::List | Form::Sentence => Basis::Prose,
    }
}

fn position<'a>(favours: Favours, basis: Basis, rests_on: impl Iterator<Item = &'a Stated>) -> Position {
    let claims = rests_on.map(|claim| claim.aligned.id.clone()).collect();
    Position { favours, basis, own_stake: false, claims }
}

fn answer(balance: &BTreeMap<&Subject, (usize, usize)>, even: usize) -> Favours {
    let net = |(won, lost): (usize, usize)| won as isize - lost as isize;
    let best = balance.values().map(|b| net(*b)).max().unwrap_or_default();
    let mut leaders = balance.iter().filter(|(_, b)| net(**b) == best);
    let leader = leaders.next();
    let alone = leaders.next().is_none();
    match leader {
        Some((subject, (won, _))) if alone && best > 0 && *won >= even => Favours::One((*subject).clone()),
        Some((_, (won, _))) if even > *won => Favours::Even,
        _ => Favours::Mixed,
    }
}

fn speaks_for(claim: &Stated, favours: &Favours) -> bool {
    match favours {
        Favours::One(subject) => winner(claim).is_some_and(|(w, _)| w == Some(subject)),
        Favours::Even => claim.verdict() == Verdict::Equal,
        Favours::Mixed => true,
    }
}

/// The strength of one and the matching weakness of the others.
fn implied(claims: &[&Stated]) -> Option<Position> {
    let mut signs: BTreeMap<&Subject, isize> = BTreeMap::new();
    for claim in claims {
        let sign = match claim.verdict() {
            Verdict::Strength => 1,
            Verdict::Weakness => -1,
            _ => continue,
        };
        *signs.entry(&claim.aligned.subject).or_default() += sign;
    }
    let mut strong = signs.iter().filter(|(_, sign)| **sign > 0).map(|(subject, _)| *subject);
    let subject = strong.next().filter(|_| strong.next().is_none() && signs.values().any(|sign| *sign < 0))?;
    let rests_on = claims.iter().copied().filter(|claim| match claim.verdict() {
        Verdict::Strength => claim.aligned.subject == *subject,
        Verdict::Weakness => claim.aligned.subject != *subject,
        _ => false,
    });
    Some(position(Favours::One(subject.clone()), Basis::Implied, rests_on))
}

/// All figures of one subject better than all of the others, in the same unit.
fn by_figures(criterion: &Criterion, claims: &[&Stated], lexicon: &Lexicon) -> Option<Position> {
    let sign = direction(&criterion.0, lexicon)?;
    let mut ranges: BTreeMap<&Subject, (f64, f64)> = BTreeMap::new();
    let mut units: Vec<Unit> = Vec::new();
    let mut rests_on = Vec::new();
    for claim in claims {
        let Verdict::Value(figure) = claim.verdict() else { continue };
        let number = figure.number * sign;
        let range = ranges.entry(&claim.aligned.subject).or_insert((number, number));
        *range = (range.0.min(number), range.1.max(number));
        units.push(figure.unit);
        rests_on.push(*claim);
    }
    if ranges.len() < 2 || units.iter().any(|unit| *unit != units[0]) {
        return None;
    }
    let (best, range) = ranges.iter().max_by(|a, b| a.1.0.total_cmp(&b.1.0))?;
    let clear = ranges.iter().all(|(subject, other)| subject == best || other.1 < range.0);
    clear.then(|| position(Favours::One((*best).clone()), Basis::Implied, rests_on.into_iter()))
}

/// Is more of it better (1) or worse (-1)? `None` where a figure by itself says nothing.
fn direction(criterion: &str, lexicon: &Lexicon) -> Option<f64> {
    if lexicon.term(&criterion.replace('-', " ")).is_some_and(|term| term.burden) {
        return Some(-1.0);
    }
    MORE_IS_BETTER.contains(&criterion).then_some(1.0)
}
