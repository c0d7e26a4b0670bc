//! Recommended here and advised against there, for the same use.

use std::collections::BTreeMap;

use super::{About, Half, contradiction, verb};
use crate::claim::Verdict;
use crate::matrix::{Contradiction, Kind, Subject};
use crate::merge::claims::Stated;
use crate::merge::grouped;
use crate::merge::scope::Scope;

pub(super) fn find(stated: &[Stated]) -> Vec<Contradiction> {
    let fits = stated.iter().filter(|s| matches!(s.verdict(), Verdict::Suits | Verdict::Unsuited));
    grouped(fits, |s| &s.aligned.subject)
        .into_iter()
        .flat_map(|(subject, claims)| of_subject(subject, &claims))
        .collect()
}

fn of_subject(subject: &Subject, claims: &[&Stated]) -> Vec<Contradiction> {
    let of = |verdict: Verdict| claims.iter().filter(move |c| c.verdict() == verdict).copied();
    let recommended: Vec<(Scope, &Stated)> = of(Verdict::Suits).map(|c| (scope(c), c)).collect();
    let mut found = Vec::new();
    let against = grouped(of(Verdict::Unsuited), |c| scope(c));
    for (use_, advised_against) in against {
        let mut sources: BTreeMap<bool, Vec<&Stated>> = BTreeMap::new();
        for (_, claim) in recommended.iter().filter(|(other, _)| use_.same_use(other)) {
            let within = advised_against.iter().any(|c| c.aligned.source == claim.aligned.source);
            sources.entry(within).or_default().push(claim);
        }
        for (within, suits) in sources {
            found.push(clash(subject, &suits, &advised_against, within));
        }
    }
    found
}

fn clash(subject: &Subject, suits: &[&Stated], unsuited: &[&Stated], within: bool) -> Contradiction {
    let unsuited: Vec<&Stated> = unsuited
        .iter()
        .filter(|c| !within || suits.iter().any(|s| s.aligned.source == c.aligned.source))
        .copied()
        .collect();
    let scope = unsuited[0].aligned.claim.scope.clone();
    let use_ = scope.as_deref().unwrap_or("a use");
    let why = if within {
        format!(
            "{} {} for \"{use_}\" in one place and advises against it in another",
            verb(suits, "recommends", "recommend"),
            subject.0
        )
    } else {
        let (pro, con) = (verb(suits, "recommends", "recommend"), verb(&unsuited, "advises", "advise"));
        format!("{pro} {} for \"{use_}\", {con} against it", subject.0)
    };
    let criterion = &unsuited[0].aligned.criterion;
    let about = About { kind: Kind::Suitability, criterion, subject: Some(subject), scope, within };
    let half = |says: &str, claims: Vec<_>| Half { says: says.to_owned(), claims, explicit: true };
    contradiction(about, [half("suits", suits.to_vec()), half("unsuited", unsuited)], why)
}

fn scope(claim: &Stated) -> Scope {
    Scope::of(claim.aligned.claim.scope.as_deref())
}
