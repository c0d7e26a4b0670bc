//! A strength here and a weakness there: the same subject on the same criterion.
//!
//! Every article has its pros and cons, so most praise and blame on one criterion live side by side.
//! Two claims clash only where they speak of the same point (see [`Point`]) under the same condition.

use std::collections::{BTreeMap, BTreeSet};

use super::difference::{difference, is_superseded};
use super::point::Point;
use super::{About, Clashes, Half, contradiction, set_apart, verb};
use crate::claim::Verdict;
use crate::matrix::{Contradiction, Criterion, DifferenceKind, Kind, Subject};
use crate::merge::claims::Stated;
use crate::merge::scope::Relation;

/// A claim with what decides whether another meets it.
struct Remark<'a> {
    claim: &'a Stated,
    point: Point,
    /// Is it all that a brief article has to say of the subject in this respect? Then it is its verdict, and
    /// no detail.
    whole: bool,
}

impl<'a> Remark<'a> {
    fn source(&self) -> &'a str {
        &self.claim.aligned.source
    }
}

pub(super) fn find(criterion: &Criterion, subject: &Subject, claims: &[&Stated]) -> Clashes {
    let (praise, blame) = (remarks(claims, Verdict::Strength), remarks(claims, Verdict::Weakness));
    let mut across: Vec<(usize, usize)> = Vec::new();
    let mut within: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    let mut apart: BTreeMap<DifferenceKind, Vec<(usize, usize)>> = BTreeMap::new();
    for (i, pro) in praise.iter().enumerate() {
        for (j, con) in blame.iter().enumerate().filter(|(_, con)| meets(pro, con)) {
            let inside = pro.source() == con.source();
            match pro.claim.scope.to(&con.claim.scope) {
                Relation::Same if inside => within.entry(pro.source()).or_default().push((i, j)),
                Relation::Same if is_superseded(&[pro.claim], &[con.claim]) => {
                    apart.entry(DifferenceKind::Superseded).or_default().push((i, j));
                }
                Relation::Same => across.push((i, j)),
                _ if inside => {}
                Relation::OtherTime => apart.entry(DifferenceKind::Superseded).or_default().push((i, j)),
                Relation::OtherCase => apart.entry(DifferenceKind::ScopeDifference).or_default().push((i, j)),
            }
        }
    }
    let connected = components(&across).into_iter().map(|edges| (one_sided(edges, &praise, &blame), false));
    let records = connected.chain(within.into_values().map(|edges| (edges, true)));
    let sides = |edges: &[(usize, usize)]| {
        let pros = pick(&praise, edges.iter().map(|(i, _)| *i).collect());
        (pros, pick(&blame, edges.iter().map(|(_, j)| *j).collect()))
    };
    let contradictions = records
        .filter(|(edges, _)| !edges.is_empty())
        .map(|(edges, within)| {
            let (pros, cons) = sides(&edges);
            report(criterion, subject, pros, cons, within)
        })
        .collect();
    let differences = apart.into_iter().map(|(kind, edges)| {
        let (pros, cons) = sides(&edges);
        difference(kind, criterion, Some(subject), vec![("strength".to_owned(), pros), ("weakness".to_owned(), cons)])
    });
    Clashes { contradictions, differences: differences.collect() }
}

/// Clashes that hang together, each group apart: what speaks of the aroma is not set against what
/// speaks of the price.
fn components(edges: &[(usize, usize)]) -> Vec<Vec<(usize, usize)>> {
    let mut of_pro: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    let mut of_con: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for edge in edges {
        of_pro.entry(edge.0).or_default().push(*edge);
        of_con.entry(edge.1).or_default().push(*edge);
    }
    let mut groups = Vec::new();
    let mut seen: BTreeSet<(usize, usize)> = BTreeSet::new();
    for edge in edges {
        let mut group = Vec::new();
        let mut next = vec![*edge];
        while let Some(edge) = next.pop() {
            if seen.insert(edge) {
                group.push(edge);
                // a claim is followed once; its list is taken out
                next.extend(of_pro.remove(&edge.0).unwrap_or_default());
                next.extend(of_con.remove(&edge.1).unwrap_or_default());
            }
        }
        if !group.is_empty() {
            groups.push(group);
        }
    }
    groups
}

/// Leaves a source that speaks on both sides on the side where it clashes more.
fn one_sided(edges: Vec<(usize, usize)>, praise: &[Remark<'_>], blame: &[Remark<'_>]) -> Vec<(usize, usize)> {
    let mut lean: BTreeMap<&str, isize> = BTreeMap::new();
    for (i, j) in &edges {
        *lean.entry(praise[*i].source()).or_default() += 1;
        *lean.entry(blame[*j].source()).or_default() -= 1;
    }
    edges.into_iter().filter(|(i, j)| lean[praise[*i].source()] >= 0 && lean[blame[*j].source()] < 0).collect()
}

fn remarks<'a>(claims: &[&'a Stated], verdict: Verdict) -> Vec<Remark<'a>> {
    let judges = |claim: &Stated| matches!(claim.verdict(), Verdict::Strength | Verdict::Weakness);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| judges(claim)) {
        *counts.entry(&claim.aligned.source).or_default() += 1;
    }
    let claims = claims.iter().filter(|claim| claim.verdict() == verdict);
    let remark = |claim: &&'a Stated| Remark {
        claim,
        point: Point::of(claim),
        whole: claim.brief && counts.get(claim.aligned.source.as_str()) == Some(&1),
    };
    claims.map(remark).collect()
}

/// Do praise and blame speak of the same point?
fn meets(pro: &Remark<'_>, con: &Remark<'_>) -> bool {
    let (one, other) = (&pro.claim.aligned, &con.claim.aligned);
    let same_words =
        one.source == other.source && (one.quote.contains(&other.quote) || other.quote.contains(&one.quote));
    let both_whole = pro.whole && con.whole && pro.point.comparable(&con.point);
    !same_words && (both_whole || pro.point.meets(&con.point))
}

fn pick<'a>(remarks: &[Remark<'a>], which: BTreeSet<usize>) -> Vec<&'a Stated> {
    which.into_iter().map(|i| remarks[i].claim).collect()
}

fn report(
    criterion: &Criterion,
    subject: &Subject,
    strong: Vec<&Stated>,
    weak: Vec<&Stated>,
    within: bool,
) -> Contradiction {
    let on = &criterion.0;
    let why = if within {
        let who = &strong[0].aligned.source;
        format!("on {on}, {who} counts for {} in one place and against it in another", subject.0)
    } else {
        let (pro, con) = (verb(&strong, "praises", "praise"), verb(&weak, "faults", "fault"));
        format!("on {on}, {pro} {}, {con} it", subject.0)
    };
    let about = About { kind: Kind::Polarity, criterion, subject: Some(subject), scope: None, within };
    let half = |says: &str, claims: Vec<_>| Half { says: says.to_owned(), explicit: set_apart(&claims), claims };
    contradiction(about, vec![half("strength", strong), half("weakness", weak)], why)
}
