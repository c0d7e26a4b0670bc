//! Articles in, [`ConsensusMatrix`] out.
//!
//! Four steps, each over plain data: names and criteria are aligned (`align`, `criteria`), the
//! claims of one source become its positions (`position`), the positions of all sources become a
//! consensus ([`consensus`]), and claims that cannot both hold become contradictions
//! (`contradiction`). A source is one vote however much it writes, so a long article cannot
//! outshout three short ones.

pub mod agreement;
mod align;
mod assertion;
mod ballot;
mod circumstance;
mod claims;
mod clusters;
pub mod consensus;
mod contradiction;
mod criteria;
mod independence;
mod naming;
mod position;
mod scope;
mod shingles;
mod stale;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use consensus::{Judge, Tally};

use crate::claim::Article;
use crate::document::Source;
use crate::lexicon::Lexicon;
use crate::matrix::{AlignedClaim, ClaimIndex, Comparison, ConsensusMatrix, Copy, Row};

/// What may be chosen about merging.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// How votes become an answer.
    pub method: Method,
    /// What becomes of votes for a publisher's own thing.
    pub stakes: Stakes,
}

/// How the votes of independent sources become an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Method {
    /// Each weighs what its kind of evidence is to be believed.
    #[default]
    LogOdds,
    /// Each weighs how often its source says what the others say, over all rows of the comparison.
    OneCoin,
    /// All weigh the same.
    Majority,
}

/// What becomes of votes that favour what their own publisher has a stake in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stakes {
    /// They are shown and count as any other.
    #[default]
    Shown,
    /// They count half.
    Weighed,
}

/// Merges the claims of all articles of one run. Articles that compare fewer than two things are in
/// no comparison. The order of the articles does not matter, nor does the same article given twice.
#[must_use]
pub fn matrix(articles: &[Article], lexicon: &Lexicon) -> ConsensusMatrix {
    matrix_with(articles, lexicon, Options::default())
}

/// Like [`matrix`], as the options say.
#[must_use]
pub fn matrix_with(articles: &[Article], lexicon: &Lexicon, options: Options) -> ConsensusMatrix {
    let mut each: Vec<&Article> = articles.iter().collect();
    each.sort_by_key(|article| (&article.document.source.id, &article.document.text));
    each.dedup_by_key(|article| (&article.document.source.id, &article.document.text));
    let copies = independence::copies(&each);
    let groups = align::groups(&each).into_iter();
    let mut comparisons: Vec<Comparison> = groups.map(|group| comparison(group, &copies, lexicon, options)).collect();
    comparisons.sort_by(|a, b| a.name.cmp(&b.name));
    ConsensusMatrix { comparisons, copies }
}

fn comparison(group: align::Group<'_>, copies: &[Copy], lexicon: &Lexicon, options: Options) -> Comparison {
    let stated = claims::aligned(&group, lexicon);
    let positions = position::all(&stated, &group, lexicon);
    let sources = sources(&group);
    let copies = independence::voices(copies, &sources);
    let contradiction::Clashes { contradictions, differences } = contradiction::all(&stated, &group.subjects, &copies);
    let ballots: Vec<Tally> =
        positions.values().map(|positions| ballot::tally(positions, &sources, &copies, &group.subjects)).collect();
    let judge = Judge::new(&group.subjects, ballots.iter(), options);
    let rows: Vec<Row> = positions
        .into_iter()
        .zip(&ballots)
        .map(|((criterion, positions), ballot)| Row {
            consensus: judge.of(ballot),
            contradictions: contradictions.iter().filter(|c| c.criterion == criterion).count(),
            differences: differences.iter().filter(|d| d.criterion == criterion).count(),
            criterion,
            positions,
        })
        .collect();
    let stale = stale::pages(&stated, &sources);
    let claims: Vec<AlignedClaim> = stated.into_iter().map(|stated| stated.aligned).collect();
    Comparison {
        independent: sources.iter().filter(|source| !copies.contains_key(&source.id)).count(),
        alpha: ballot::alpha(&ballots, group.subjects.len()),
        stale,
        sources,
        name: group.name,
        subjects: group.subjects,
        index: ClaimIndex::of(&claims),
        claims,
        rows,
        contradictions,
        differences,
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
