//! The articles of a run by their ids: what a report needs to say where a claim stands.
//!
//! A claim carries a span; its line, its byte range and its surroundings live in the document. Every
//! report looks them up here, and here alone it is decided whether an article's words may be shown.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Quotes, words};
use crate::claim::Article;
use crate::document::Source;
use crate::matrix::{AlignedClaim, Comparison, Criterion};

/// The articles of a run by their ids.
pub(super) struct Shelf<'a> {
    articles: BTreeMap<&'a str, &'a Article>,
    quotes: Quotes,
}

impl<'a> Shelf<'a> {
    pub(super) fn new(articles: &'a [Article], quotes: Quotes) -> Self {
        let articles = articles.iter().map(|one| (one.document.source.id.as_str(), one)).collect();
        Self { articles, quotes }
    }

    /// All articles in the order of their ids.
    pub(super) fn articles(&self) -> impl Iterator<Item = &'a Article> {
        self.articles.values().copied()
    }

    /// The article that a claim stands in.
    pub(super) fn article(&self, claim: &AlignedClaim) -> Option<&'a Article> {
        self.articles.get(claim.source.as_str()).copied()
    }

    /// The line of the file on which a claim's words begin.
    pub(super) fn line(&self, claim: &AlignedClaim) -> Option<usize> {
        self.article(claim)?.document.places.line(claim.claim.evidence.span)
    }

    /// Where a claim stands, for people: `article:12`.
    pub(super) fn place(&self, claim: &AlignedClaim) -> String {
        match self.line(claim) {
            Some(line) => format!("{}:{line}", claim.source),
            None => claim.source.clone(),
        }
    }

    /// May the articles' own words be shown?
    pub(super) fn shows_words(&self) -> bool {
        self.quotes == Quotes::Kept
    }

    /// Words of an article, or their hash.
    pub(super) fn words<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.shows_words() { Cow::Borrowed(text) } else { Cow::Owned(words::hash(text)) }
    }

    /// An article's label for a criterion. It is shown where it says no more than the slug does.
    pub(super) fn label<'t>(&self, label: &'t str, slug: &str) -> Cow<'t, str> {
        if label == slug && words::is_short_slug(slug) { Cow::Borrowed(label) } else { self.words(label) }
    }

    /// A criterion's slug. One that is a whole phrase was made of an article's words, and counts as such.
    pub(super) fn slug<'t>(&self, slug: &'t str) -> Cow<'t, str> {
        if words::is_short_slug(slug) { Cow::Borrowed(slug) } else { self.words(slug) }
    }

    /// A criterion's slug, as [`Shelf::slug`].
    pub(super) fn criterion<'t>(&self, criterion: &'t Criterion) -> Cow<'t, str> {
        self.slug(&criterion.0)
    }

    /// What one side of a contradiction says: a name or a word of ours, else words of an article.
    pub(super) fn says<'t>(&self, says: &'t str, comparison: &Comparison) -> Cow<'t, str> {
        let is_subject = comparison.subjects.iter().any(|subject| subject.0 == says);
        if is_subject || words::is_short(says) { Cow::Borrowed(says) } else { self.words(says) }
    }
}

/// The file of a source as the user named it, with `/` on every system.
pub(super) fn path(source: &Source) -> String {
    source.origin.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}
