//! A strength here and a weakness there: the same subject on the same criterion.
//!
//! Every article has its pros and cons, so most praise and blame on one criterion live side by side.
//! Two claims clash only where they speak of the same point (see [`Point`]) under the same condition.

use std::collections::{BTreeMap, BTreeSet};

use super::difference::{OUTDATED, difference, published};
use super::point::Point;
use super::{About, Clashes, Half, contradiction, set_apart, verb};
use crate::claim::Verdict;
use crate::matrix::{Contradiction, Criterion, DifferenceKind, Kind, Subject};
use crate::merge::claims::Stated;
use crate::merge::grouped;
use crate::merge::scope::{Relation, Scope};

/// Claims of one verdict that say the same as far as clashing goes: where one of them meets a claim of another article,
/// all do. However many articles there are, there are but so many ways to praise.
struct Remarks<'a> {
    /// By source.
    claims: BTreeMap<&'a str, Vec<&'a Stated>>,
    alike: Alike<'a>,
}

/// What decides whether a claim meets another.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Alike<'a> {
    scope: &'a Scope,
    point: Point,
    /// Does it stand in a brief article that says nothing to the contrary? Then it is its verdict, and no detail.
    whole: bool,
    published: Option<i32>,
}

/// Praise and blame that meet: an index into the remarks of either verdict.
type Edge = (usize, usize);

pub(super) fn find(criterion: &Criterion, subject: &Subject, claims: &[&Stated]) -> Clashes {
    let (praise, blame) = (remarks(claims, Verdict::Strength), remarks(claims, Verdict::Weakness));
    let mut same: Vec<Edge> = Vec::new();
    let mut apart: BTreeMap<DifferenceKind, Vec<Edge>> = BTreeMap::new();
    for (i, pro) in praise.iter().enumerate() {
        for (j, con) in blame.iter().enumerate().filter(|(_, con)| pro.alike.meets(&con.alike)) {
            match pro.alike.scope.to(con.alike.scope) {
                Relation::Same => same.push((i, j)),
                Relation::OtherTime => apart.entry(DifferenceKind::Superseded).or_default().push((i, j)),
                Relation::OtherCase => apart.entry(DifferenceKind::ScopeDifference).or_default().push((i, j)),
            }
        }
    }
    let (outdated, across): (Vec<Edge>, Vec<Edge>) = same.iter().partition(|(i, j)| {
        let years = praise[*i].alike.published.zip(blame[*j].alike.published);
        years.is_some_and(|(pro, con)| (pro - con).abs() >= OUTDATED)
    });
    apart.entry(DifferenceKind::Superseded).or_default().extend(outdated);
    let mut found = Clashes::default();
    for edges in components(&across) {
        let (pros, cons) = one_sided(&edges, &praise, &blame);
        if !pros.is_empty() && !cons.is_empty() {
            found.contradictions.push(report(criterion, subject, pros, cons, false));
        }
    }
    for (pros, cons) in within(&same, &praise, &blame).into_values() {
        found.contradictions.push(report(criterion, subject, pros, cons, true));
    }
    for (kind, edges) in apart {
        let (pros, cons) = of_two_sources(&edges, &praise, &blame);
        if !pros.is_empty() && !cons.is_empty() {
            let sides = vec![("strength".to_owned(), pros), ("weakness".to_owned(), cons)];
            found.differences.push(difference(kind, criterion, Some(subject), sides));
        }
    }
    found
}

impl Alike<'_> {
    /// Do praise and blame speak of the same point?
    fn meets(&self, blame: &Self) -> bool {
        self.whole && blame.whole && self.point.comparable(&blame.point) || self.point.meets(&blame.point)
    }
}

fn remarks<'a>(claims: &[&'a Stated], verdict: Verdict) -> Vec<Remarks<'a>> {
    let other = verdict.opposite();
    let of_two_minds: BTreeSet<&str> =
        claims.iter().filter(|claim| claim.verdict() == other).map(|claim| claim.aligned.source.as_str()).collect();
    let claims = claims.iter().copied().filter(|claim| claim.verdict() == verdict);
    let alike = |claim: &&'a Stated| Alike {
        scope: &claim.scope,
        point: Point::of(claim),
        whole: claim.brief && !of_two_minds.contains(claim.aligned.source.as_str()),
        published: published(claim),
    };
    let by_source = |claims: Vec<&'a Stated>| grouped(claims, |claim| claim.aligned.source.as_str());
    grouped(claims, alike).into_iter().map(|(alike, claims)| Remarks { claims: by_source(claims), alike }).collect()
}

/// Clashes that hang together, each group apart: what speaks of the aroma is not set against what
/// speaks of the price.
fn components(edges: &[Edge]) -> Vec<Vec<Edge>> {
    let mut of_pro: BTreeMap<usize, Vec<Edge>> = BTreeMap::new();
    let mut of_con: BTreeMap<usize, Vec<Edge>> = BTreeMap::new();
    for edge in edges {
        of_pro.entry(edge.0).or_default().push(*edge);
        of_con.entry(edge.1).or_default().push(*edge);
    }
    let mut groups = Vec::new();
    let mut seen: BTreeSet<Edge> = BTreeSet::new();
    for edge in edges {
        let mut group = Vec::new();
        let mut next = vec![*edge];
        while let Some(edge) = next.pop() {
            if seen.insert(edge) {
                group.push(edge);
                // a remark is followed once; its list is taken out
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

/// The claims of both sides, a source that speaks on both left on the side where it clashes more with others.
fn one_sided<'a>(edges: &[Edge], praise: &[Remarks<'a>], blame: &[Remarks<'a>]) -> (Vec<&'a Stated>, Vec<&'a Stated>) {
    let size = |remarks: &Remarks<'_>| remarks.claims.values().map(Vec::len).sum::<usize>() as isize;
    let mut lean: BTreeMap<&str, isize> = BTreeMap::new();
    for (i, j) in edges {
        let own = |remarks: &Remarks<'_>, source: &str| remarks.claims.get(source).map_or(0, Vec::len) as isize;
        let (pro, con) = (&praise[*i], &blame[*j]);
        for (source, claims) in &pro.claims {
            *lean.entry(source).or_default() += claims.len() as isize * (size(con) - own(con, source));
        }
        for (source, claims) in &con.claims {
            *lean.entry(source).or_default() -= claims.len() as isize * (size(pro) - own(pro, source));
        }
    }
    // a source that leans to neither side praises
    let stays = |source: &str, praises: bool| (lean[source] < 0) != praises;
    let has = |remarks: &Remarks<'_>, praises: bool| remarks.claims.keys().any(|source| stays(source, praises));
    let kept = edges.iter().filter(|(i, j)| has(&praise[*i], true) && has(&blame[*j], false));
    let (pros, cons): (BTreeSet<usize>, BTreeSet<usize>) = kept.copied().unzip();
    (claims_of(praise, &pros, |source| stays(source, true)), claims_of(blame, &cons, |source| stays(source, false)))
}

/// The claims of both sides where they come from different sources.
fn of_two_sources<'a>(
    edges: &[Edge],
    praise: &[Remarks<'a>],
    blame: &[Remarks<'a>],
) -> (Vec<&'a Stated>, Vec<&'a Stated>) {
    let two = |one: &Remarks<'_>, other: &Remarks<'_>| {
        one.claims.len() > 1 || other.claims.len() > 1 || one.claims.keys().ne(other.claims.keys())
    };
    let kept = edges.iter().filter(|(i, j)| two(&praise[*i], &blame[*j]));
    let (pros, cons): (BTreeSet<usize>, BTreeSet<usize>) = kept.copied().unzip();
    (claims_of(praise, &pros, |_| true), claims_of(blame, &cons, |_| true))
}

/// What each source says for and against the subject on the same point in different words.
fn within<'a>(
    edges: &[Edge],
    praise: &[Remarks<'a>],
    blame: &[Remarks<'a>],
) -> BTreeMap<&'a str, (Vec<&'a Stated>, Vec<&'a Stated>)> {
    let mut found: BTreeMap<&str, (Vec<&Stated>, Vec<&Stated>)> = BTreeMap::new();
    let mut add = |source: &'a str, pro: &'a Stated, con: &'a Stated| {
        let (one, other) = (&pro.aligned.quote, &con.aligned.quote);
        if !one.contains(other.as_str()) && !other.contains(one.as_str()) {
            let (pros, cons) = found.entry(source).or_default();
            pros.push(pro);
            cons.push(con);
        }
    };
    for (i, j) in edges {
        for (source, pros) in &praise[*i].claims {
            let cons = blame[*j].claims.get(source).into_iter().flatten();
            for con in cons {
                pros.iter().for_each(|pro| add(source, pro, con));
            }
        }
    }
    for (pros, cons) in found.values_mut() {
        in_order(pros);
        in_order(cons);
    }
    found
}

fn claims_of<'a>(remarks: &[Remarks<'a>], which: &BTreeSet<usize>, stays: impl Fn(&str) -> bool) -> Vec<&'a Stated> {
    let of = which.iter().flat_map(|at| &remarks[*at].claims).filter(|(source, _)| stays(source));
    let mut claims: Vec<&Stated> = of.flat_map(|(_, claims)| claims).copied().collect();
    in_order(&mut claims);
    claims
}

/// By source, then by place, each once.
fn in_order(claims: &mut Vec<&Stated>) {
    claims.sort_by_key(|claim| (&claim.aligned.source, claim.aligned.claim.evidence.span, &claim.aligned.id));
    claims.dedup_by_key(|claim| &claim.aligned.id);
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
