//! A strength here and a weakness there: the same subject on the same criterion.
//!
//! Every article has its pros and cons, so most praise and blame on one criterion live side by side.
//! Two claims clash only where they speak of the same point (see [`Point`]) under the same condition.

use std::collections::BTreeSet;

use super::point::Point;
use super::{About, Half, contradiction, set_apart, verb};
use crate::claim::Verdict;
use crate::matrix::{Contradiction, Criterion, Kind, Subject};
use crate::merge::claims::Stated;
use crate::merge::scope::Scope;

/// A claim with what decides whether another meets it.
struct Remark<'a> {
    claim: &'a Stated,
    scope: Scope,
    point: Point,
}

pub(super) fn find(criterion: &Criterion, subject: &Subject, claims: &[&Stated]) -> Vec<Contradiction> {
    let (praise, blame) = (remarks(claims, Verdict::Strength), remarks(claims, Verdict::Weakness));
    let mut across = (BTreeSet::new(), BTreeSet::new());
    let mut within: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (i, pro) in praise.iter().enumerate() {
        for (j, con) in blame.iter().enumerate().filter(|(_, con)| clashes(pro, con)) {
            if pro.claim.aligned.source == con.claim.aligned.source {
                within.insert((i, j));
            } else {
                across.0.insert(i);
                across.1.insert(j);
            }
        }
    }
    let mut found = Vec::new();
    if !across.0.is_empty() {
        let (pros, cons) = (pick(&praise, across.0), pick(&blame, across.1));
        found.push(report(criterion, subject, pros, cons, false));
    }
    let sources: BTreeSet<&str> = within.iter().map(|(i, _)| praise[*i].claim.aligned.source.as_str()).collect();
    for source in sources {
        let of = |i: usize| praise[i].claim.aligned.source == source;
        let pros = within.iter().filter(|(i, _)| of(*i)).map(|(i, _)| *i).collect();
        let cons = within.iter().filter(|(i, _)| of(*i)).map(|(_, j)| *j).collect();
        found.push(report(criterion, subject, pick(&praise, pros), pick(&blame, cons), true));
    }
    found
}

fn remarks<'a>(claims: &[&'a Stated], verdict: Verdict) -> Vec<Remark<'a>> {
    let claims = claims.iter().filter(|claim| claim.verdict() == verdict);
    let remark = |claim: &&'a Stated| Remark { claim, scope: Scope::of(claim), point: Point::of(claim) };
    claims.map(remark).collect()
}

fn clashes(pro: &Remark<'_>, con: &Remark<'_>) -> bool {
    let (one, other) = (&pro.claim.aligned, &con.claim.aligned);
    let same_words =
        one.source == other.source && (one.quote.contains(&other.quote) || other.quote.contains(&one.quote));
    let scopes = pro.scope.equals(&con.scope);
    !same_words && scopes && pro.point.meets(&con.point)
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
