//! A claim: one statement of one article on one subject and one criterion, with the words that prove it.
//!
//! This is the quintuple of comparative opinion mining (Jindal and Liu 2006; Liu 2012: entity,
//! aspect, opinion, holder, here with the rival and the scope) plus its provenance. A claim speaks in
//! the article's own names; only alignment (see [`crate::matrix`]) gives it a canonical subject and
//! criterion, and only then can it enter a matrix.

use serde::Serialize;

use crate::document::Document;
use crate::span::Span;

/// An article with what was found in it.
#[derive(Debug, Clone)]
pub struct Article {
    /// The article as read.
    pub document: Document,
    /// What it compares; fewer than two subjects where it compares nothing.
    pub roster: Roster,
    /// Its claims, by place.
    pub claims: Vec<Claim>,
    /// What was seen and not understood, by place.
    pub skipped: Vec<Skipped>,
}

impl Article {
    /// Does it compare nothing: does it name fewer than two subjects?
    #[must_use]
    pub fn compares_nothing(&self) -> bool {
        self.roster.subjects.len() < 2
    }
}

/// The things that an article compares, in the order in which it names them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    /// One for each compared thing.
    pub subjects: Vec<Named>,
}

/// A compared thing and the names that the article has for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// The name as the title or the headings have it: `Bambu Lab A1 Mini`.
    pub name: String,
    /// Other names that stand for it: `the Bambu`, `A1 Mini`.
    pub aliases: Vec<String>,
    /// What the title calls it, where that is longer: `Bambu Lab A1 Mini Combo`.
    pub in_full: Option<String>,
}

/// A stretch that looked like a claim and was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Where it stands in the text of the document.
    pub span: Span,
    /// Why it was left: `no criterion`, `subject unclear`.
    pub reason: &'static str,
}

/// One statement, in the article's own names.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Whom it speaks of.
    pub subject: Mention,
    /// Whom the subject is measured against; there with [`Verdict::Better`], [`Verdict::Worse`] and
    /// [`Verdict::Equal`] only.
    pub rival: Option<Mention>,
    /// In which respect.
    pub criterion: Aspect,
    /// What it says.
    pub verdict: Verdict,
    /// Under which condition, in the article's words.
    pub scope: Option<String>,
    /// The words that prove it, and how they were understood.
    pub evidence: Evidence,
    /// 0 to 1: the share of such claims that hold on labelled articles, as [`crate::confidence`] has it.
    pub confidence: f64,
}

/// A subject as an article speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The name that this article's roster has for it.
    pub name: String,
    /// The words as written: `Dajngo`, `the micro-framework`, `it`; empty where it is understood from
    /// the heading or the column.
    pub text: String,
}

/// A criterion as an article speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aspect {
    /// The article's own word for it: `Ease of Use/Learning`.
    pub label: String,
    /// A slug for it: the lexicon's where the lexicon knows it, else made of the label.
    pub slug: String,
}

/// What a claim says of its subject.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Verdict {
    /// The subject beats the rival.
    Better,
    /// The subject loses to the rival.
    Worse,
    /// The source calls the two level.
    Equal,
    /// The subject is good at it, or has the wanted thing; no rival is measured.
    Strength,
    /// The subject is bad at it, or lacks the wanted thing.
    Weakness,
    /// The subject is recommended for a use; the use is the scope.
    Suits,
    /// The subject is advised against for a use; the use is the scope.
    Unsuited,
    /// A checkable figure or date.
    Value(Figure),
}

impl Verdict {
    /// Its name in every output file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Equal => "equal",
            Self::Strength => "strength",
            Self::Weakness => "weakness",
            Self::Suits => "suits",
            Self::Unsuited => "unsuited",
            Self::Value(_) => "value",
        }
    }

    /// The opposite: what a negation makes of it. Level stays level, and a figure has no opposite.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Better => Self::Worse,
            Self::Worse => Self::Better,
            Self::Strength => Self::Weakness,
            Self::Weakness => Self::Strength,
            Self::Suits => Self::Unsuited,
            Self::Unsuited => Self::Suits,
            same => same,
        }
    }
}

/// A checkable number and what it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The number: years as the number, money without its sign, "2.5x" as 2.5.
    pub number: f64,
    /// What it counts.
    pub unit: Unit,
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unit {
    /// A calendar year.
    Year,
    /// A sum of money, with the currency's code where the sign says it (`USD`).
    Money(&'static str),
    /// A share of a hundred.
    Percent,
    /// Times as much.
    Times,
    /// A measure with its unit as written in lower case: `gb`, `ms`, `km`.
    Measure(&'static str),
    /// A count of things.
    Count,
}

impl Unit {
    /// Its name in every output file; `None` for a plain count.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Year => Some("year"),
            Self::Money(code) => Some(code),
            Self::Percent => Some("percent"),
            Self::Times => Some("times"),
            Self::Measure(unit) => Some(unit),
            Self::Count => None,
        }
    }
}

/// The words that prove a claim, and how they were understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Where the words stand in the text of the document.
    pub span: Span,
    /// The section that they stand in, an index into the sections of the document.
    pub section: usize,
    /// What carried the claim.
    pub form: Form,
    /// The lexicon entry or the rule that fired.
    pub rule: String,
}

/// What carries a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Form {
    /// `Winner: Django` under a heading.
    WinnerLine,
    /// A cell of a comparison table.
    Table,
    /// An item of a list of pros or cons.
    List,
    /// Running prose.
    Sentence,
    /// Stars or points.
    Rating,
    /// A heading that gives the verdict: `Library integration: Kobo wins`.
    Heading,
}

impl Form {
    /// Its name in every output file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::WinnerLine => "winner-line",
            Self::Table => "table",
            Self::List => "list",
            Self::Sentence => "sentence",
            Self::Rating => "rating",
            Self::Heading => "heading",
        }
    }
}
