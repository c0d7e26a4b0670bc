//! Recommended here and advised against there, for the same use.

use std::collections::BTreeSet;

use super::{About, Clashes, Half, contradiction, verb};
use crate::claim::Verdict;
use crate::matrix::{Contradiction, Kind, Subject};
use crate::merge::claims::Stated;
use crate::merge::grouped;
use crate::merge::scope::Scope;

pub(super) fn find(stated: &[&Stated]) -> Clashes {
    let fits = stated.iter().copied().filter(|s| matches!(s.verdict(), Verdict::Suits | Verdict::Unsuited));
    let each = grouped(fits, |s| &s.aligned.subject).into_iter();
    // Recommended for one use and advised against for another is what an article is read for, and no difference.
    let contradictions = each.flat_map(|(subject, claims)| of_subject(subject, &claims)).collect();
    Clashes { contradictions, differences: Vec::new() }
}

fn of_subject<'a>(subject: &Subject, claims: &[&'a Stated]) -> Vec<Contradiction> {
    let of = |verdict: Verdict| claims.iter().filter(move |c| c.verdict() == verdict).copied();
    let recommended: Vec<(&Scope, &'a Stated)> = of(Verdict::Suits).map(|c| (&c.scope, c)).collect();
    let mut found = Vec::new();
    let against = grouped(of(Verdict::Unsuited), |c| &c.scope);
    for (use_, advised_against) in against {
        let matching = recommended.iter().filter(|(other, _)| use_.same_use(other)).map(|(_, claim)| *claim);
        let matching: Vec<&Stated> = matching.collect();
        let both: BTreeSet<&str> = sources(&matching).intersection(&sources(&advised_against)).copied().collect();
        for source in &both {
            let of = |claims: &[&'a Stated]| claims.iter().filter(|c| c.aligned.source == *source).copied().collect();
            found.extend(clash(subject, of(&matching), of(&advised_against), true));
        }
        // a source of two minds is held against a side only where nobody else stands on it
        let alone = |claims: &[&'a Stated]| {
            let rest: Vec<&Stated> =
                claims.iter().filter(|c| !both.contains(c.aligned.source.as_str())).copied().collect();
            if rest.is_empty() { claims.to_vec() } else { rest }
        };
        let (suits, unsuited) = (alone(&matching), alone(&advised_against));
        if sources(&suits).is_disjoint(&sources(&unsuited)) {
            found.extend(clash(subject, suits, unsuited, false));
        }
    }
    found
}

fn sources<'a>(claims: &[&'a Stated]) -> BTreeSet<&'a str> {
    claims.iter().map(|c| c.aligned.source.as_str()).collect()
}

fn clash(subject: &Subject, suits: Vec<&Stated>, unsuited: Vec<&Stated>, within: bool) -> Option<Contradiction> {
    let first = unsuited.first().filter(|_| !suits.is_empty())?;
    let scope = first.aligned.claim.scope.clone();
    let use_ = scope.as_deref().unwrap_or("a use");
    let why = if within {
        let pro = verb(&suits, "recommends", "recommend");
        format!("{pro} {} for \"{use_}\" in one place and advises against it in another", subject.0)
    } else {
        let (pro, con) = (verb(&suits, "recommends", "recommend"), verb(&unsuited, "advises", "advise"));
        format!("{pro} {} for \"{use_}\", {con} against it", subject.0)
    };
    let criterion = &first.aligned.criterion;
    let about = About { kind: Kind::Suitability, criterion, subject: Some(subject), scope, within };
    let half = |says: &str, claims: Vec<_>| Half { says: says.to_owned(), claims, explicit: true };
    Some(contradiction(about, vec![half("suits", suits), half("unsuited", unsuited)], why))
}
