//! A strength here and a weakness there: the same subject on the same criterion.

use super::{About, Half, contradiction, verb};
use crate::claim::{Form, Verdict};
use crate::matrix::{Contradiction, Criterion, Kind, Subject};
use crate::merge::claims::Stated;
use crate::merge::grouped;
use crate::merge::scope::Scope;

pub(super) fn find(criterion: &Criterion, subject: &Subject, claims: &[&Stated]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let (mut strong, mut weak) = (Vec::new(), Vec::new());
    for claims in grouped(claims.iter().copied(), |c| &c.aligned.source).values() {
        let praise = of(claims, Verdict::Strength);
        let blame = of(claims, Verdict::Weakness);
        if blame.is_empty() {
            strong.extend(&praise);
        } else if praise.is_empty() {
            weak.extend(&blame);
        } else {
            found.extend(clash(criterion, subject, &praise, &blame, true));
        }
    }
    found.extend(clash(criterion, subject, &strong, &weak, false));
    found
}

fn of<'a>(claims: &[&'a Stated], verdict: Verdict) -> Vec<&'a Stated> {
    claims.iter().filter(|claim| claim.verdict() == verdict).copied().collect()
}

fn clash(
    criterion: &Criterion,
    subject: &Subject,
    praise: &[&Stated],
    blame: &[&Stated],
    within: bool,
) -> Option<Contradiction> {
    let scope = |claim: &&Stated| Scope::of(claim.aligned.claim.scope.as_deref());
    let keep = |claims: &[&Stated], others: &[&Stated]| -> Vec<usize> {
        (0..claims.len()).filter(|i| others.iter().any(|other| scope(&claims[*i]).meets(&scope(other)))).collect()
    };
    let strong: Vec<&Stated> = keep(praise, blame).into_iter().map(|i| praise[i]).collect();
    let weak: Vec<&Stated> = keep(blame, praise).into_iter().map(|i| blame[i]).collect();
    if strong.is_empty() || weak.is_empty() {
        return None;
    }
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
    Some(contradiction(about, [half("strength", strong), half("weakness", weak)], why))
}

/// Does one of the claims stand where an author lists points for and against?
fn set_apart(claims: &[&Stated]) -> bool {
    claims.iter().any(|claim| !matches!(claim.aligned.claim.evidence.form, Form::Sentence))
}
