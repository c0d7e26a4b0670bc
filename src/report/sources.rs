//! `sources.csv`: what was read, one article a row.

use std::collections::BTreeMap;

use super::Spreadsheet;
use super::claims::rounded;
use super::csv::{Row, Table};
use super::shelf::{Shelf, path};
use crate::claim::Article;
use crate::matrix::{Comparison, ConsensusMatrix, Copy};

/// Every article that was read, also one that compares nothing.
pub(super) fn csv(matrix: &ConsensusMatrix, shelf: &Shelf<'_>, spreadsheet: Spreadsheet) -> Vec<u8> {
    let mut table = Table::new(spreadsheet, COLUMNS);
    let copies: BTreeMap<&str, &Copy> = matrix.copies.iter().map(|copy| (copy.source.as_str(), copy)).collect();
    let mut in_comparisons: BTreeMap<&str, Vec<&Comparison>> = BTreeMap::new();
    for comparison in &matrix.comparisons {
        for source in &comparison.sources {
            in_comparisons.entry(&source.id).or_default().push(comparison);
        }
    }
    let claims = claims(matrix);
    for article in shelf.articles() {
        let source = &article.document.source;
        let comparisons = in_comparisons.get(source.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        let of_none = if comparisons.is_empty() { article.claims.len() } else { 0 };
        let copy = copies.get(source.id.as_str()).copied();
        table.add(
            Row::default()
                .text(&source.id)
                .text(&path(source))
                .maybe(source.title.as_deref())
                .maybe(source.publisher.as_deref())
                .maybe(source.published.as_deref())
                .text(&subjects(article, comparisons))
                .number(Some(article.document.word_count()))
                .number(Some(claims.get(source.id.as_str()).copied().unwrap_or(of_none)))
                .text(&problems(article))
                .maybe(source.author.as_deref())
                .maybe(source.updated.as_deref())
                .text(&source.stake.join("; "))
                .maybe(stale(&source.id, comparisons).as_deref())
                .maybe(copy.map(|copy| copy.original.as_str()))
                .number(copy.map(|copy| rounded(copy.share))),
        );
    }
    table.finish()
}

const COLUMNS: [&str; 15] = [
    "id",
    "path",
    "title",
    "publisher",
    "date",
    "subjects",
    "words",
    "claims",
    "problems",
    "author",
    "updated",
    "stake",
    "stale",
    "copy_of",
    "copied",
];

/// The year that an article takes for today, where it gives itself a much later date.
fn stale(id: &str, comparisons: &[&Comparison]) -> Option<String> {
    let stale = comparisons.iter().flat_map(|one| &one.stale).find(|stale| stale.source == id)?;
    Some(format!("as of {}", stale.as_of))
}

/// The article's own subjects, by their canonical names where the article stands in a comparison.
fn subjects(article: &Article, comparisons: &[&Comparison]) -> String {
    let own: Vec<&str> = article.roster.subjects.iter().map(|subject| subject.name.as_str()).collect();
    let same = |canonical: &str| {
        let canonical = canonical.to_lowercase();
        own.iter().map(|own| own.to_lowercase()).any(|own| own.contains(&canonical) || canonical.contains(&own))
    };
    let canonical = comparisons.iter().flat_map(|one| &one.subjects).map(|subject| subject.0.as_str());
    let canonical: Vec<&str> = canonical.filter(|name| same(name)).collect();
    let names = if canonical.len() == own.len() { canonical } else { own };
    names.join("; ")
}

/// How many claims each source has in the comparisons.
fn claims(matrix: &ConsensusMatrix) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for claim in matrix.comparisons.iter().flat_map(|one| &one.claims) {
        *counts.entry(claim.source.as_str()).or_default() += 1;
    }
    counts
}

fn problems(article: &Article) -> String {
    let mut problems: Vec<&str> = article.document.problems.iter().map(String::as_str).collect();
    if article.compares_nothing() {
        problems.push("no comparison found");
    }
    problems.join("; ")
}
