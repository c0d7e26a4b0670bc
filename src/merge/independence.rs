//! Which sources are one voice.
//!
//! An article that is reprinted elsewhere is read twice and has still been written once. Two articles count as one voice
//! where enough of the shorter one's word 5-grams stand in the other (containment, Broder 1997): a reprint, an edited
//! one, or one with a new half. What a site repeats on its pages is left out first; to agree, even on everything, makes
//! no copy.
//!
//! Candidates come from a sample of the grams that depends on the grams alone, so that the same run of words is in the
//! sample of every article that has it (FracMinHash, Irber and others 2022). Many articles that share a sampled gram are
//! set against the first that has it and not against each other, which keeps the work in proportion to the text.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::clusters::Clusters;
use super::shingles;
use crate::claim::Article;
use crate::document::Source;
use crate::matrix::Copy;

/// So much of the shorter article must stand in the other.
const COPIED: f64 = 0.3;
/// One gram in so many is in the sample.
const SAMPLE: u64 = 8;
/// So many articles that share a gram are all set against each other.
const FEW: usize = 12;
/// With fewer grams than this an article is too short to be called a copy of another.
const SHORT: usize = 12;
/// On so many pages of a site, and on half of them, a paragraph is the site's and not the article's.
const PAGES: usize = 3;

/// The copies among the articles of a run, in the order of their ids, each with the original: of those that share
/// their words the first that was published, else the first by id.
pub(super) fn copies(articles: &[&Article]) -> Vec<Copy> {
    let shared = shared_paragraphs(articles);
    let texts = Texts { articles, shared: &shared };
    let mut clusters = Clusters::new(articles.len());
    let mut share: BTreeMap<usize, f64> = BTreeMap::new();
    let mut first: Option<(usize, Vec<u64>)> = None;
    for (a, b) in texts.candidates() {
        if first.as_ref().is_none_or(|(at, _)| *at != a) {
            first = Some((a, texts.grams(a)));
        }
        let Some((_, grams)) = &first else { continue };
        let contained = containment(grams, &texts.grams(b));
        if contained >= COPIED {
            clusters.join(a, b);
            for at in [a, b] {
                let most = share.entry(at).or_default();
                *most = most.max(contained);
            }
        }
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in share.keys() {
        members.entry(clusters.root(*at)).or_default().push(*at);
    }
    let source = |at: usize| &articles[at].document.source;
    let mut copies = Vec::new();
    for members in members.into_values() {
        let age = |at: &usize| (source(*at).published.is_none(), source(*at).published.clone(), source(*at).id.clone());
        let Some(original) = members.iter().copied().min_by_key(age) else { continue };
        copies.extend(members.into_iter().filter(|at| *at != original).map(|at| Copy {
            source: source(at).id.clone(),
            original: source(original).id.clone(),
            share: share[&at],
        }));
    }
    copies.sort_by(|a, b| a.source.cmp(&b.source));
    copies
}

/// For every source that shares its voice with an earlier one of the same sources that one's id. An original that is not
/// among them is represented by the first of its copies.
pub(super) fn voices(copies: &[Copy], sources: &[Source]) -> BTreeMap<String, String> {
    let of: BTreeMap<&str, &str> = copies.iter().map(|copy| (copy.source.as_str(), copy.original.as_str())).collect();
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let here: BTreeSet<&str> = sources.iter().map(|source| source.id.as_str()).collect();
    let mut voices = BTreeMap::new();
    for id in &here {
        let original = of.get(id).copied().unwrap_or(id);
        let voice = if here.contains(original) { original } else { first.entry(original).or_insert(id) };
        if voice != *id {
            voices.insert((*id).to_owned(), voice.to_owned());
        }
    }
    voices
}

/// The words of the articles, without what their sites repeat.
struct Texts<'a> {
    articles: &'a [&'a Article],
    shared: &'a FxHashSet<(usize, u64)>,
}

impl Texts<'_> {
    /// The different grams of an article, in order.
    fn grams(&self, at: usize) -> Vec<u64> {
        let mut grams = Vec::new();
        for text in paragraphs(self.articles[at]) {
            if self.shared.is_empty() || !self.shared.contains(&(at, shingles::of_whole(text))) {
                shingles::add(text, &mut grams);
            }
        }
        grams.sort_unstable();
        grams.dedup();
        grams
    }

    /// Pairs of articles that share much of the sample, in order.
    fn candidates(&self) -> Vec<(usize, usize)> {
        let mut sampled: Vec<(u64, u32)> = Vec::new();
        let mut sizes: Vec<u32> = Vec::with_capacity(self.articles.len());
        for at in 0..self.articles.len() {
            let mut grams = self.grams(at);
            let short = grams.len() < SHORT;
            grams.retain(|gram| !short && gram.is_multiple_of(SAMPLE));
            sizes.push(u32::try_from(grams.len()).unwrap_or(u32::MAX));
            sampled.extend(grams.into_iter().map(|gram| (gram, at as u32)));
        }
        sampled.sort_unstable();
        let mut together: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        for group in sampled.chunk_by(|a, b| a.0 == b.0) {
            // the first stands for all that have it; where they are few, each does, so that copies which were edited
            // apart are held against their original, wherever in the order it comes
            let firsts = if group.len() <= FEW { group.len() - 1 } else { 1 };
            for (at, (_, first)) in group[..firsts].iter().enumerate() {
                for (_, other) in &group[at + 1..] {
                    *together.entry((*first, *other)).or_default() += 1;
                }
            }
        }
        // half of what makes a copy, since a sample may have too little of it
        let enough = |((a, b), count): (&(u32, u32), &u32)| {
            let fewer = sizes[*a as usize].min(sizes[*b as usize]);
            f64::from(*count) >= COPIED / 2.0 * f64::from(fewer)
        };
        let mut pairs: Vec<(usize, usize)> =
            together.iter().filter(|pair| enough(*pair)).map(|((a, b), _)| (*a as usize, *b as usize)).collect();
        pairs.sort_unstable();
        pairs
    }
}

/// The paragraphs that a site has on its pages, each with every article that it stands in.
fn shared_paragraphs(articles: &[&Article]) -> FxHashSet<(usize, u64)> {
    let mut sites: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, article) in articles.iter().enumerate() {
        if let Some(site) = &article.document.source.publisher {
            sites.entry(site).or_default().push(at);
        }
    }
    let mut shared = FxHashSet::default();
    for pages in sites.into_values().filter(|pages| pages.len() >= PAGES) {
        let mut on: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for at in &pages {
            let mut here: Vec<u64> = paragraphs(articles[*at]).map(shingles::of_whole).collect();
            here.sort_unstable();
            here.dedup();
            for paragraph in here {
                on.entry(paragraph).or_default().push(*at);
            }
        }
        let repeated = on.into_iter().filter(|(_, on)| on.len() >= PAGES && on.len() * 2 >= pages.len());
        shared.extend(repeated.flat_map(|(paragraph, on)| on.into_iter().map(move |at| (at, paragraph))));
    }
    shared
}

fn paragraphs(article: &Article) -> impl Iterator<Item = &str> {
    let document = &article.document;
    let whole = document.blocks.is_empty().then_some(document.text.as_str());
    whole.into_iter().chain(document.blocks.iter().map(|block| document.words(block.span)))
}

/// How much of the shorter list stands in the other, 0 to 1. Both are in order.
fn containment(a: &[u64], b: &[u64]) -> f64 {
    let fewer = a.len().min(b.len());
    if fewer < SHORT {
        return 0.0;
    }
    let (mut i, mut j, mut both) = (0, 0, 0usize);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                both += 1;
                i += 1;
                j += 1;
            }
        }
    }
    both as f64 / fewer as f64
}
