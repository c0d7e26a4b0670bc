//! Articles in, [`ConsensusMatrix`] out.
//!
//! Four steps, each over plain data: names and criteria are aligned (`align`, `criteria`), the
//! claims of one source become its positions (`position`), the positions of all sources become a
//! consensus (`consensus`), and claims that cannot both hold become contradictions
//! (`contradiction`). A source is one vote however much it writes, so a long article cannot
//! outshout three short ones.

pub mod agreement;
mod align;
mod claims;
mod consensus;
mod contradiction;
mod criteria;
mod independence;
mod naming;
mod position;
mod scope;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::Article;
use crate::document::Source;
use crate::lexicon::Lexicon;
use crate::matrix::{Comparison, ConsensusMatrix, Row};

/// Merges the claims of all articles of one run. Articles that compare fewer than two things are in
/// no comparison. The order of the articles does not matter, nor does the same article given twice.
#[must_use]
pub fn matrix(articles: &[Article], lexicon: &Lexicon) -> ConsensusMatrix {
    let mut comparisons: Vec<Comparison> =
        align::groups(articles).into_iter().map(|group| comparison(group, lexicon)).collect();
    comparisons.sort_by(|a, b| a.name.cmp(&b.name));
    ConsensusMatrix { comparisons }
}

fn comparison(group: align::Group<'_>, lexicon: &Lexicon) -> Comparison {
    let stated = claims::aligned(&group, lexicon);
    let positions = position::all(&stated, &group.subjects, lexicon);
    let contradictions = contradiction::all(&stated, &group.subjects);
    let copies = independence::copies(&stated);
    let rows = positions
        .into_iter()
        .map(|(criterion, positions)| Row {
            consensus: consensus::of(&positions, &copies, &group.subjects),
            contradictions: contradictions.iter().filter(|c| c.criterion == criterion).count(),
            criterion,
            positions,
        })
        .collect();
    Comparison {
        sources: sources(&group),
        name: group.name,
        subjects: group.subjects,
        claims: stated.into_iter().map(|stated| stated.aligned).collect(),
        rows,
        contradictions,
    }
}

fn sources(group: &align::Group<'_>) -> Vec<Source> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let each = group.members.iter().map(|member| &member.article.document.source);
    each.filter(|source| seen.insert(&source.id)).cloned().collect()
}

/// Puts things under keys, in the order of the keys.
fn grouped<K: Ord, T>(things: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> BTreeMap<K, Vec<T>> {
    let mut groups: BTreeMap<K, Vec<T>> = BTreeMap::new();
    for thing in things {
        groups.entry(key(&thing)).or_default().push(thing);
    }
    groups
}
