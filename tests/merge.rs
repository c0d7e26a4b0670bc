//! Merging, through its one function: small articles of our own, written as lists of claims.

use std::path::PathBuf;

use gainsay::claim::{Article, Aspect, Claim, Evidence, Figure, Form, Mention, Named, Roster, Unit, Verdict};
use gainsay::document::{Document, Format, Places, Section, Source};
use gainsay::lexicon::Lexicon;
use gainsay::matrix::{Comparison, ConsensusMatrix, Kind, Outcome, Severity};
use gainsay::merge;
use gainsay::span::Span;

/// An article on these subjects; claims are added in the order in which it makes them.
fn article(id: &str, subjects: &[&str]) -> Article {
    let source = Source {
        id: id.to_owned(),
        origin: PathBuf::from(format!("{id}.md")),
        title: None,
        publisher: None,
        published: None,
        url: None,
        format: Format::Markdown,
    };
    let document = Document {
        source,
        text: String::new(),
        blocks: Vec::new(),
        sections: vec![Section::default()],
        places: Places::default(),
        problems: Vec::new(),
    };
    let named = |name: &&str| Named { name: (*name).to_owned(), aliases: Vec::new() };
    let roster = Roster { subjects: subjects.iter().map(named).collect() };
    Article { document, roster, claims: Vec::new(), skipped: Vec::new() }
}

fn mention(name: &str) -> Mention {
    Mention { name: name.to_owned(), text: name.to_owned() }
}

/// Adds the claim that stands in these words.
fn says(mut article: Article, words: &str, subject: &str, criterion: &str, verdict: Verdict) -> Article {
    let start = article.document.text.len();
    article.document.text.push_str(words);
    let span = Span::new(start, article.document.text.len());
    article.document.text.push_str("\n\n");
    article.claims.push(Claim {
        subject: mention(subject),
        rival: None,
        criterion: Aspect { label: criterion.to_owned(), slug: criterion.to_owned() },
        verdict,
        scope: None,
        evidence: Evidence { span, section: 0, form: Form::Sentence, rule: "test".to_owned() },
        confidence: 0.8,
    });
    article
}

fn matrix(articles: &[Article]) -> ConsensusMatrix {
    merge::matrix(articles, &Lexicon::builtin())
}

fn only(articles: &[Article]) -> Comparison {
    let mut comparisons = matrix(articles).comparisons;
    assert_eq!(comparisons.len(), 1, "one comparison");
    comparisons.remove(0)
}

#[test]
fn two_sources_against_one_make_a_consensus_and_a_contradiction() {
    let pair = ["Tea", "Coffee"];
    let articles = [
        says(article("a", &pair), "Tea is cheaper than coffee.", "Tea", "cost", Verdict::Better),
        says(article("b", &pair), "Tea costs less.", "Tea", "cost", Verdict::Better),
        says(article("c", &pair), "Coffee is the cheaper cup.", "Coffee", "cost", Verdict::Better),
    ];
    let comparison = only(&articles);
    assert_eq!(comparison.name, "Coffee vs Tea");
    let row = &comparison.rows[0];
    assert_eq!(row.consensus.outcome, Outcome::Favoured(comparison.subjects[1].clone()));
    assert_eq!((row.consensus.support, row.consensus.dissent, row.contradictions), (2, 1, 1));
    let found = &comparison.contradictions[0];
    assert_eq!((found.kind, found.severity, found.within), (Kind::Winner, Severity::High, false));
    assert_eq!(found.why, "on cost, c names Coffee, a and b name Tea");
}

#[test]
fn two_dates_for_one_birth_cannot_both_hold() {
    let year = |number| Verdict::Value(Figure { number, unit: Unit::Year });
    let pair = ["Tea", "Coffee"];
    let articles = [
        says(article("a", &pair), "Coffee came in 1650.", "Coffee", "release-year", year(1650.0)),
        says(article("b", &pair), "Coffee came in 1651.", "Coffee", "release-year", year(1651.0)),
    ];
    assert_eq!(only(&articles).contradictions[0].kind, Kind::Value);
}
