//! Which articles compare the same things, and under which names.
//!
//! Names are joined over all articles of the run, the surest likeness first, and never where one
//! article lists both: what an author sets against each other is not the same thing. Articles whose
//! sets of subjects include one another form one comparison; sets that merely share a subject do not.

use std::collections::{BTreeMap, BTreeSet};

use super::clusters::Clusters;
use super::naming::{Likeness, Name, likeness};
use crate::claim::Article;
use crate::matrix::Subject;

/// The articles of one comparison.
pub(super) struct Group<'a> {
    /// Its subjects' names, joined.
    pub(super) name: String,
    /// In the order of the name.
    pub(super) subjects: Vec<Subject>,
    /// In the order of the sources' ids.
    pub(super) members: Vec<Member<'a>>,
}

/// An article with the canonical names for its own.
pub(super) struct Member<'a> {
    pub(super) article: &'a Article,
    /// From a name or alias of the article's roster, in lower case.
    pub(super) names: BTreeMap<String, Subject>,
}

/// The comparisons of one run, of articles in the order of their ids, each once.
pub(super) fn groups<'a>(articles: &[&'a Article]) -> Vec<Group<'a>> {
    let articles: Vec<&Article> = articles.iter().copied().filter(|a| a.roster.subjects.len() > 1).collect();
    let canonical = canonical_names(&articles);
    let members: Vec<(BTreeSet<Subject>, Member<'_>)> = articles
        .into_iter()
        .map(|article| (subjects(article, &canonical), member(article, &canonical)))
        .filter(|(subjects, _)| subjects.len() > 1)
        .collect();
    let sets: Vec<BTreeSet<Subject>> =
        members.iter().map(|(set, _)| set.clone()).collect::<BTreeSet<_>>().into_iter().collect();
    let roots = joined_sets(&sets);
    let mut groups: BTreeMap<usize, Vec<(BTreeSet<Subject>, Member<'_>)>> = BTreeMap::new();
    for (set, member) in members {
        let at = sets.binary_search(&set).unwrap_or_default();
        groups.entry(roots[at]).or_default().push((set, member));
    }
    groups.into_values().map(group).collect()
}

fn group(parts: Vec<(BTreeSet<Subject>, Member<'_>)>) -> Group<'_> {
    let all: BTreeSet<Subject> = parts.iter().flat_map(|(set, _)| set.iter().cloned()).collect();
    let mut subjects: Vec<Subject> = all.into_iter().collect();
    subjects.sort_by_key(|subject| subject.0.to_lowercase());
    let name = subjects.iter().map(|s| s.0.as_str()).collect::<Vec<_>>().join(" vs ");
    Group { name, subjects, members: parts.into_iter().map(|(_, member)| member).collect() }
}

fn subjects(article: &Article, canonical: &BTreeMap<&str, String>) -> BTreeSet<Subject> {
    let names = article.roster.subjects.iter().filter_map(|named| canonical.get(named.name.as_str()));
    names.map(|name| Subject(name.clone())).collect()
}

fn member<'a>(article: &'a Article, canonical: &BTreeMap<&str, String>) -> Member<'a> {
    let mut names = BTreeMap::new();
    for named in &article.roster.subjects {
        let subject = Subject(canonical[named.name.as_str()].clone());
        for alias in &named.aliases {
            names.entry(alias.to_lowercase()).or_insert_with(|| subject.clone());
        }
    }
    for named in &article.roster.subjects {
        let subject = Subject(canonical[named.name.as_str()].clone());
        names.insert(subject.0.to_lowercase(), subject.clone());
        names.insert(named.name.to_lowercase(), subject);
    }
    Member { article, names }
}

/// A name as written in some roster.
struct Written<'a> {
    text: &'a str,
    name: Name,
    aliases: BTreeSet<String>,
    /// The articles that list it.
    articles: BTreeSet<usize>,
}

/// The canonical name for every name as written: the commonest of those that stand for the same
/// thing, then the longest, then the first in the alphabet.
fn canonical_names<'a>(articles: &[&'a Article]) -> BTreeMap<&'a str, String> {
    let written = written(articles);
    let mut clusters = Clusters::new(written.len());
    let mut articles: Vec<BTreeSet<usize>> = written.iter().map(|w| w.articles.clone()).collect();
    for (_, a, b) in alike(&written) {
        let (a, b) = (clusters.root(a), clusters.root(b));
        if a != b && articles[a].is_disjoint(&articles[b]) {
            let root = clusters.join(a, b);
            let both = articles[a].union(&articles[b]).copied().collect();
            articles[root] = both;
        }
    }
    let mut best: BTreeMap<usize, usize> = BTreeMap::new();
    for i in 0..written.len() {
        let rank = |i: usize| (written[i].articles.len(), written[i].text.len(), std::cmp::Reverse(written[i].text));
        let root = clusters.root(i);
        let now = best.get(&root).copied().unwrap_or(i);
        best.insert(root, if rank(i) > rank(now) { i } else { now });
    }
    (0..written.len()).map(|i| (written[i].text, written[best[&clusters.root(i)]].text.to_owned())).collect()
}

fn written<'a>(articles: &[&'a Article]) -> Vec<Written<'a>> {
    let mut all: BTreeMap<&str, Written<'a>> = BTreeMap::new();
    for (i, article) in articles.iter().enumerate() {
        for named in &article.roster.subjects {
            let text = named.name.as_str();
            let entry = all.entry(text).or_insert_with(|| Written {
                text,
                name: Name::of(text),
                aliases: BTreeSet::new(),
                articles: BTreeSet::new(),
            });
            entry.articles.insert(i);
            entry.aliases.extend(named.aliases.iter().chain(&named.in_full).map(|alias| Name::of(alias).letters));
        }
    }
    all.into_values().collect()
}

/// All pairs of names that may stand for the same thing, the surest first. Names are compared only
/// where they share a word, an alias, or their first or last letters.
fn alike(written: &[Written<'_>]) -> Vec<(Likeness, usize, usize)> {
    let mut blocks: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (i, w) in written.iter().enumerate() {
        let first: String = w.name.letters.chars().take(3).collect();
        let last: String = w.name.letters.chars().rev().take(4).collect();
        let keys = [first, format!("^{last}"), w.name.letters.clone()];
        let short = Some(w.name.initials.clone()).filter(|short| short.len() > 1);
        for key in keys.into_iter().chain(short).chain(w.name.tokens.iter().cloned()).chain(w.aliases.iter().cloned()) {
            blocks.entry(key).or_default().insert(i);
        }
    }
    let mut pairs = BTreeSet::new();
    for block in blocks.values() {
        for &a in block {
            for &b in block.range(a + 1..) {
                let (one, other) = (&written[a], &written[b]);
                let alias = one.aliases.contains(&other.name.letters) || other.aliases.contains(&one.name.letters);
                let by_name = likeness(&one.name, &other.name);
                if let Some(best) = by_name.into_iter().chain(alias.then_some(Likeness::Alias)).min() {
                    pairs.insert((best, a, b));
                }
            }
        }
    }
    pairs.into_iter().collect()
}

/// For each set the first of the sets that it is joined with: one includes the other, and so on.
fn joined_sets(sets: &[BTreeSet<Subject>]) -> Vec<usize> {
    let mut holding: BTreeMap<&Subject, Vec<usize>> = BTreeMap::new();
    for (i, set) in sets.iter().enumerate() {
        for subject in set {
            holding.entry(subject).or_default().push(i);
        }
    }
    let mut clusters = Clusters::new(sets.len());
    for (i, set) in sets.iter().enumerate() {
        let rarest = set.iter().map(|subject| &holding[subject]).min_by_key(|with| with.len());
        for &other in rarest.into_iter().flatten().filter(|&&other| other != i && set.is_subset(&sets[other])) {
            clusters.join(i, other);
        }
    }
    (0..sets.len()).map(|i| clusters.root(i)).collect()
}
