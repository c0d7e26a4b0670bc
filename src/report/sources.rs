//! `sources.csv`: what was read, one article a row.

use super::Spreadsheet;
use super::csv::{Row, Table};
use super::shelf::{Shelf, path};
use crate::claim::Article;
use crate::matrix::{Comparison, ConsensusMatrix};

/// Every article that was read, also one that compares nothing.
pub(super) fn csv(matrix: &ConsensusMatrix, shelf: &Shelf<'_>, spreadsheet: Spreadsheet) -> Vec<u8> {
    let mut table = Table::new(spreadsheet, COLUMNS);
    for article in shelf.articles() {
        let source = &article.document.source;
        let comparisons: Vec<&Comparison> =
            matrix.comparisons.iter().filter(|one| one.sources.iter().any(|other| other.id == source.id)).collect();
        table.add(
            Row::default()
                .text(&source.id)
                .text(&path(source))
                .maybe(source.title.as_deref())
                .maybe(source.publisher.as_deref())
                .maybe(source.published.as_deref())
                .text(&subjects(article, &comparisons))
                .number(Some(article.document.word_count()))
                .number(Some(claims(article, &comparisons)))
                .text(&problems(article))
                .maybe(source.author.as_deref())
                .maybe(source.updated.as_deref())
                .text(&source.stake.join("; "))
                .maybe(stale(&source.id, &comparisons).as_deref()),
        );
    }
    table.finish()
}

const COLUMNS: [&str; 13] = [
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

fn claims(article: &Article, comparisons: &[&Comparison]) -> usize {
    if comparisons.is_empty() {
        return article.claims.len();
    }
    let id = &article.document.source.id;
    comparisons.iter().flat_map(|one| &one.claims).filter(|claim| claim.source == *id).count()
}

fn problems(article: &Article) -> String {
    let mut problems: Vec<&str> = article.document.problems.iter().map(String::as_str).collect();
    if article.compares_nothing() {
        problems.push("no comparison found");
    }
    problems.join("; ")
}
