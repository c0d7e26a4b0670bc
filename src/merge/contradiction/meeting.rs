//! Which claims of two opposed sides speak of the same case.

use std::collections::BTreeSet;

use crate::matrix::DifferenceKind;
use crate::merge::claims::Stated;
use crate::merge::scope::{Relation, Scope};

/// How the claims of two sides meet.
pub(super) struct Meeting<'a> {
    /// The claims of either side that speak of a case of which the other speaks, too.
    pub(super) met: [Vec<&'a Stated>; 2],
    /// Why the others do not clash, where there are others on both sides.
    pub(super) apart: Option<DifferenceKind>,
}

/// Sets the claims of two sides against each other.
pub(super) fn of<'a>(a: &[&'a Stated], b: &[&'a Stated]) -> Meeting<'a> {
    let mut met: [BTreeSet<&Scope>; 2] = Default::default();
    let mut nearest = Relation::OtherCase;
    for one in scopes(a) {
        for other in scopes(b) {
            match one.to(other) {
                Relation::Same => {
                    met[0].insert(one);
                    met[1].insert(other);
                }
                apart => nearest = nearest.min(apart),
            }
        }
    }
    let keep = |claims: &[&'a Stated], side: usize| {
        claims.iter().filter(|claim| met[side].contains(&claim.scope)).copied().collect::<Vec<_>>()
    };
    let apart = match nearest {
        Relation::OtherTime => DifferenceKind::Superseded,
        _ => DifferenceKind::ScopeDifference,
    };
    Meeting { met: [keep(a, 0), keep(b, 1)], apart: (!a.is_empty() && !b.is_empty()).then_some(apart) }
}

/// The claims of either side whose condition meets one of the other side's by a measure of its own.
pub(super) fn by<'a>(
    a: &[&'a Stated],
    b: &[&'a Stated],
    meets: impl Fn(&Scope, &Scope) -> bool,
) -> [Vec<&'a Stated>; 2] {
    let keep = |claims: &[&'a Stated], others: &[&'a Stated]| {
        let against = scopes(others);
        let met = claims.iter().filter(|claim| against.iter().any(|other| meets(&claim.scope, other)));
        met.copied().collect::<Vec<_>>()
    };
    [keep(a, b), keep(b, a)]
}

fn scopes<'a>(claims: &[&'a Stated]) -> BTreeSet<&'a Scope> {
    claims.iter().map(|claim| &claim.scope).collect()
}
