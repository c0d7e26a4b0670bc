//! Claims that cannot both hold.
//!
//! Claims are compared only within one comparison and criterion, and reported in groups: one
//! contradiction for each criterion, subject and pair of opposed sides, whatever the number of articles
//! on either. A source stands on the side that it takes when read whole; what it says on the way to it is
//! held against itself only (`within`), never against others. That keeps ordinary differences of wording
//! from burying the real ones.

mod amount;
mod difference;
mod meeting;
mod opposed;
mod point;
mod polarity;
mod suitability;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use super::claims::{Stated, digest};
use super::grouped;
use crate::claim::Form;
use crate::matrix::{Contradiction, Criterion, Difference, Kind, Severity, Side, Subject};

/// What was found where claims of one comparison do not say the same.
#[derive(Default)]
pub(super) struct Clashes {
    /// What cannot both hold, the gravest first.
    pub(super) contradictions: Vec<Contradiction>,
    /// What differs and can.
    pub(super) differences: Vec<Difference>,
}

impl Clashes {
    fn add(&mut self, other: Self) {
        self.contradictions.extend(other.contradictions);
        self.differences.extend(other.differences);
    }
}

/// All contradictions and differences of one comparison. What an article does not assert (hearsay, a wish, a
/// quotation) is held against nobody. `voices` says which sources repeat another.
pub(super) fn all(stated: &[Stated], subjects: &[Subject], voices: &BTreeMap<String, String>) -> Clashes {
    let asserted: Vec<&Stated> = stated.iter().filter(|claim| claim.asserted).collect();
    let by_id: BTreeMap<&str, &Stated> = asserted.iter().map(|s| (s.aligned.id.as_str(), *s)).collect();
    let mut found = Clashes::default();
    for (criterion, claims) in grouped(asserted.iter().copied(), |s| &s.aligned.criterion) {
        let mut here = opposed::find(criterion, &claims, subjects);
        for (subject, claims) in grouped(claims, |s| &s.aligned.subject) {
            here.add(polarity::find(criterion, subject, &claims));
            here.add(value::find(criterion, subject, &claims));
        }
        found.add(difference::by_taste(here));
    }
    found.add(suitability::find(&asserted));
    found.contradictions.retain(|one| !one.within || is_likely(one, &by_id));
    weigh(&mut found.contradictions, &by_id, voices);
    found.contradictions.sort_by(|a, b| {
        (b.severity, a.within, a.kind, &a.criterion, &a.subject, &a.id).cmp(&(
            a.severity,
            b.within,
            b.kind,
            &b.criterion,
            &b.subject,
            &b.id,
        ))
    });
    found
        .differences
        .sort_by(|a, b| (&a.criterion, a.kind, &a.subject, &a.id).cmp(&(&b.criterion, b.kind, &b.subject, &b.id)));
    found
}

/// Must an article be charged with contradicting itself? Authors rarely do, readers of them (we) often misread: the chance
/// that both claims are what it says has to be fair.
fn is_likely(contradiction: &Contradiction, stated: &BTreeMap<&str, &Stated>) -> bool {
    let surest = |side: &Side| {
        let claims = side.claims.iter().filter_map(|id| stated.get(id.as_str()));
        claims.map(|s| s.aligned.claim.confidence).fold(0.0, f64::max)
    };
    contradiction.sides.iter().map(surest).product::<f64>() >= FAIR
}

/// The least chance that an article means both of what it is said to contradict itself with. On annotated articles half
/// of what lies above is a contradiction that readers found, and one in sixteen of what lies below.
const FAIR: f64 = 0.2;

/// A contradiction is graver where several independent sources stand on either side, and mild where a copy says another
/// thing than what it was copied from.
fn weigh(contradictions: &mut [Contradiction], stated: &BTreeMap<&str, &Stated>, voices: &BTreeMap<String, String>) {
    for one in contradictions.iter_mut().filter(|one| !one.within) {
        let voice = |claim: &String| {
            let source = &stated.get(claim.as_str())?.aligned.source;
            Some(voices.get(source).unwrap_or(source).as_str())
        };
        let sides = one.sides.iter().map(|side| side.claims.iter().filter_map(voice).collect::<BTreeSet<&str>>());
        let sides: Vec<BTreeSet<&str>> = sides.collect();
        let all: BTreeSet<&str> = sides.iter().flatten().copied().collect();
        let fewest = sides.iter().map(BTreeSet::len).min().unwrap_or_default();
        one.severity = match one.severity {
            _ if all.len() < 2 => Severity::Low,
            Severity::Low if fewest > 1 => Severity::Medium,
            Severity::Medium if fewest > 1 => Severity::High,
            same => same,
        };
    }
}

/// One side of a contradiction that is being made.
struct Half<'a> {
    says: String,
    claims: Vec<&'a Stated>,
    explicit: bool,
}

/// What a contradiction is about.
struct About<'a> {
    kind: Kind,
    criterion: &'a Criterion,
    subject: Option<&'a Subject>,
    scope: Option<String>,
    within: bool,
}

fn contradiction(about: About<'_>, halves: Vec<Half<'_>>, why: String) -> Contradiction {
    let severity = match halves.iter().filter(|half| half.explicit).count() {
        0 => Severity::Low,
        all if all == halves.len() && !about.within => Severity::High,
        _ => Severity::Medium,
    };
    let sides: Vec<Side> = halves
        .into_iter()
        .map(|half| Side { says: half.says, claims: half.claims.iter().map(|c| c.aligned.id.clone()).collect() })
        .collect();
    let subject = about.subject.map_or("", |s| &s.0);
    let mut parts = vec![about.kind.name(), &about.criterion.0, subject];
    // The first claim of each side tells it from others; one more that agrees does not change the id.
    parts.extend(
        sides.iter().flat_map(|side| [side.says.as_str()].into_iter().chain(side.claims.first().map(String::as_str))),
    );
    Contradiction {
        id: digest(&parts),
        kind: about.kind,
        severity,
        criterion: about.criterion.clone(),
        subject: about.subject.cloned(),
        scope: about.scope,
        within: about.within,
        sides,
        why,
    }
}

/// The sources of some claims in words: `north`, `north and south`, `4 sources`.
fn who(claims: &[&Stated]) -> (String, bool) {
    let mut ids: Vec<&str> = claims.iter().map(|c| c.aligned.source.as_str()).collect();
    ids.dedup();
    match ids[..] {
        [one] => (one.to_owned(), false),
        [one, other] => (format!("{one} and {other}"), true),
        _ => (format!("{} sources", ids.len()), true),
    }
}

/// The verb after these sources: `names` or `name`.
fn verb(claims: &[&Stated], one: &str, many: &str) -> String {
    let (who, plural) = who(claims);
    format!("{who} {}", if plural { many } else { one })
}

/// Does one of the claims stand where an author puts what counts: a list of points for and against, a
/// table, a winner line, the conclusion?
fn set_apart(claims: &[&Stated]) -> bool {
    claims.iter().any(|claim| claim.concluding || !matches!(claim.aligned.claim.evidence.form, Form::Sentence))
}
