//! What the sources say, taken together: subjects and criteria under one name, each source's position
//! on each criterion, the consensus of the sources, and where they contradict each other.
//!
//! A [`Subject`] and a [`Criterion`] here are canonical: they come out of alignment only, so that an
//! article's own words can never be compared with another article's by accident.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::claim::Claim;
use crate::document::Source;

/// A compared thing under its canonical name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Subject(pub String);

/// A respect of comparison under its canonical slug.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Criterion(pub String);

/// A claim whose subject, rival and criterion have been given their canonical names.
#[derive(Debug, Clone, PartialEq)]
pub struct AlignedClaim {
    /// Stable: the same words in the same source give the same id in every run.
    pub id: String,
    /// The article's id.
    pub source: String,
    /// Canonical.
    pub subject: Subject,
    /// Canonical; there with the comparative verdicts only.
    pub rival: Option<Subject>,
    /// Canonical.
    pub criterion: Criterion,
    /// How the criterion was joined to another by its spelling, where it was: the slug it had before.
    pub joined_from: Option<String>,
    /// The claim in the article's own names.
    pub claim: Claim,
    /// The words that prove it, copied from the document.
    pub quote: String,
}

/// All comparisons of one run, in the order of their names.
#[derive(Debug, Clone, Default)]
pub struct ConsensusMatrix {
    /// One for each set of subjects.
    pub comparisons: Vec<Comparison>,
    /// The articles that repeat another's words, in the order of their ids.
    pub copies: Vec<Copy>,
}

/// An article that repeats the words of another, and so has no voice of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    /// The article's id.
    pub source: String,
    /// The id of the one that it repeats: the first of all that share their words.
    pub original: String,
    /// 0 to 1: the share of word 5-grams that the shorter of it and its nearest likeness has from the other.
    pub share: f64,
}

/// What all articles on the same subjects say.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The subjects' names in a fixed order: `Django vs Flask`.
    pub name: String,
    /// In the order of the name.
    pub subjects: Vec<Subject>,
    /// The articles, in the order of their ids.
    pub sources: Vec<Source>,
    /// All claims, by source, then by place.
    pub claims: Vec<AlignedClaim>,
    /// Where each of them stands.
    pub index: ClaimIndex,
    /// One for each criterion on which a source takes a position, in the order of the criteria.
    pub rows: Vec<Row>,
    /// The gravest first.
    pub contradictions: Vec<Contradiction>,
    /// How many of the sources are independent: copies of each other count as one.
    pub independent: usize,
    /// How far they agree over all rows: Krippendorff's alpha, 1 for agreement and 0 for what chance would give. `None`
    /// where no row has two independent positions, or all positions are the same.
    pub alpha: Option<f64>,
    /// What differs and is no contradiction, by kind.
    pub differences: Vec<Difference>,
    /// The articles that are older than the date they give, in the order of their ids.
    pub stale: Vec<Stale>,
}

/// From the id of a claim to its place in a list.
#[derive(Debug, Clone, Default)]
pub struct ClaimIndex(BTreeMap<String, usize>);

impl ClaimIndex {
    /// The places of these claims.
    #[must_use]
    pub fn of(claims: &[AlignedClaim]) -> Self {
        Self(claims.iter().enumerate().map(|(at, claim)| (claim.id.clone(), at)).collect())
    }
}

/// An article whose date contradicts what it says of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// The article's id.
    pub source: String,
    /// The date that it gives, as written.
    pub date: String,
    /// The year that it takes for today.
    pub as_of: i32,
    /// The id of a claim that says so.
    pub claim: String,
}

/// One row of the matrix.
#[derive(Debug, Clone)]
pub struct Row {
    /// What the row is about.
    pub criterion: Criterion,
    /// What the sources, taken together, say.
    pub consensus: Consensus,
    /// What each source says, by its id; a source that is silent has no entry.
    pub positions: BTreeMap<String, Position>,
    /// How many contradictions stand on this row.
    pub contradictions: usize,
    /// How many differences that are none.
    pub differences: usize,
}

/// What one source, taken whole, says on one criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    /// Whom it favours.
    pub favours: Favours,
    /// What carries it.
    pub basis: Basis,
    /// Does it favour what its own publisher has a stake in?
    pub own_stake: bool,
    /// The ids of the claims that it rests on.
    pub claims: Vec<String>,
}

/// What carries a position, the most explicit first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// A verdict set apart: a winner line, a heading that gives it, the conclusion.
    Verdict,
    /// The cells of a table, ratings.
    Table,
    /// An outright comparison in a sentence or in an item of a list.
    Prose,
    /// The strength of one and the weakness of the other, or figures.
    Implied,
}

/// Whom a source favours.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Favours {
    /// One subject.
    One(Subject),
    /// It calls the subjects level.
    Even,
    /// It says one thing and another with equal weight.
    Mixed,
}

/// What the sources, taken together, say on one criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Consensus {
    /// The answer.
    pub outcome: Outcome,
    /// Independent sources for the outcome.
    pub support: usize,
    /// Independent sources for another subject.
    pub dissent: usize,
    /// Independent sources that call it even.
    pub ties: usize,
    /// 0 to 1, how sure the sources taken together make it.
    pub confidence: f64,
    /// How the sources are spread over the answers.
    pub spread: Spread,
}

/// How the sources of a row are spread over its answers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spread {
    /// The effective number of independent sources: copies of each other count as one.
    pub independent: f64,
    /// The interval in which the support lies with 95 % confidence, as a share of the independent sources; `None` where
    /// no answer stands.
    pub support: Option<(f64, f64)>,
    /// The entropy of the positions in bits: 0 where all say the same, 1 where two answers are level.
    pub entropy: f64,
    /// How likely each answer is, also where none stands.
    pub shares: BTreeMap<Favours, f64>,
}

/// The answer of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// A subject has the majority.
    Favoured(Subject),
    /// Most sources call it even.
    Even,
    /// No answer has a majority.
    Disputed,
    /// Fewer than two independent sources speak.
    Insufficient,
}

/// Claims that cannot both be right in the same scope.
#[derive(Debug, Clone, PartialEq)]
pub struct Contradiction {
    /// Stable, like a claim's.
    pub id: String,
    /// In which way they clash.
    pub kind: Kind,
    /// How grave it is.
    pub severity: Severity,
    /// What it is about.
    pub criterion: Criterion,
    /// Whom it is about, for polarity, value and suitability.
    pub subject: Option<Subject>,
    /// The condition that the sides share.
    pub scope: Option<String>,
    /// Does one source contradict itself?
    pub within: bool,
    /// Two or more.
    pub sides: Vec<Side>,
    /// One sentence that a person can check.
    pub why: String,
}

/// Claims that differ and can all be right.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Stable, like a claim's.
    pub id: String,
    /// Why they can all be right.
    pub kind: DifferenceKind,
    /// What they are about.
    pub criterion: Criterion,
    /// Whom they are about, where it is one subject.
    pub subject: Option<Subject>,
    /// Two or more.
    pub sides: Vec<Side>,
    /// One sentence that a person can check.
    pub why: String,
}

/// Why claims that differ can all be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DifferenceKind {
    /// They speak of different conditions.
    ScopeDifference,
    /// They speak of different times; the later has taken the earlier's place.
    Superseded,
    /// The figures lie as close as measured and rounded figures do.
    EstimateSpread,
    /// It is a matter of taste.
    OpinionSplit,
}

/// In which way claims clash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Kind {
    /// Different winners on one criterion.
    Winner,
    /// One names a winner, the other says even.
    Tie,
    /// A strength here, a weakness there.
    Polarity,
    /// Figures that cannot both hold.
    Value,
    /// Recommended here, advised against there, for the same use.
    Suitability,
}

/// How grave a contradiction is; the gravest is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Severity {
    /// Both sides are implied, one source wavers, or a copy says another thing than its original.
    Low,
    /// One side is explicit, or several independent sources imply either side.
    Medium,
    /// Both sides are explicit, or one is and several independent sources stand on either.
    High,
}

/// One side of a contradiction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// What it says, in a word or two: `Django`, `even`, `strength`, `2005`.
    pub says: String,
    /// The ids of the claims that say so.
    pub claims: Vec<String>,
}

impl Comparison {
    /// The claim with this id.
    #[must_use]
    pub fn claim(&self, id: &str) -> Option<&AlignedClaim> {
        self.claims.get(*self.index.0.get(id)?)
    }

    /// A short mark for each subject, in their order: its first letter, or the initials of its words or its
    /// first two letters where that is needed to tell them apart, or else its number.
    #[must_use]
    pub fn marks(&self) -> Vec<String> {
        let initials = |name: &str| name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect();
        let ways: [&dyn Fn(&str) -> String; 3] =
            [&|name| name.chars().take(1).collect(), &initials, &|name| name.chars().take(2).collect()];
        for way in ways {
            let marks: Vec<String> = self.subjects.iter().map(|subject| way(&subject.0)).collect();
            let told_apart: BTreeSet<String> = marks.iter().map(|mark| mark.to_lowercase()).collect();
            if told_apart.len() == self.subjects.len() {
                return marks;
            }
        }
        (1..=self.subjects.len()).map(|number| number.to_string()).collect()
    }
}

impl Consensus {
    /// Its confidence for people, rounded down so that only certainty is called 100%.
    #[must_use]
    pub fn percent(&self) -> String {
        format!("{}%", (self.confidence * 100.0 + 1e-9).floor())
    }
}

impl Basis {
    /// All, the most explicit first.
    pub const ALL: [Self; 4] = [Self::Verdict, Self::Table, Self::Prose, Self::Implied];

    /// Its name in every output file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Verdict => "verdict",
            Self::Table => "table",
            Self::Prose => "prose",
            Self::Implied => "implied",
        }
    }
}

impl Favours {
    /// How it is written in a cell: a subject's name, `even` or `mixed`.
    #[must_use]
    pub fn cell(&self) -> &str {
        match self {
            Self::One(subject) => &subject.0,
            Self::Even => "even",
            Self::Mixed => "mixed",
        }
    }
}

impl Outcome {
    /// How it is written in a cell: a subject's name, `even`, `disputed` or `insufficient`.
    #[must_use]
    pub fn cell(&self) -> &str {
        match self {
            Self::Favoured(subject) => &subject.0,
            Self::Even => "even",
            Self::Disputed => "disputed",
            Self::Insufficient => "insufficient",
        }
    }
}

impl Kind {
    /// Its name in every output file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Winner => "winner",
            Self::Tie => "tie",
            Self::Polarity => "polarity",
            Self::Value => "value",
            Self::Suitability => "suitability",
        }
    }
}

impl DifferenceKind {
    /// Its name in every output file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ScopeDifference => "scope-difference",
            Self::Superseded => "superseded",
            Self::EstimateSpread => "estimate-spread",
            Self::OpinionSplit => "opinion-split",
        }
    }
}

impl Severity {
    /// Its name in every output file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_tell_the_subjects_apart() {
        let marks = |names: &[&str]| {
            let subjects = names.iter().map(|name| Subject((*name).to_owned())).collect();
            Comparison {
                name: String::new(),
                subjects,
                sources: Vec::new(),
                claims: Vec::new(),
                index: ClaimIndex::default(),
                rows: Vec::new(),
                contradictions: Vec::new(),
                independent: 0,
                alpha: None,
                differences: Vec::new(),
                stale: Vec::new(),
            }
            .marks()
        };
        assert_eq!(marks(&["Django", "Flask"]), ["D", "F"]);
        assert_eq!(marks(&["Kindle", "Kobo"]), ["Ki", "Ko"]);
        assert_eq!(marks(&["Camper van", "canal boat"]), ["Cv", "cb"]);
        assert_eq!(marks(&["Bambu A1", "Bambu A1 Mini"]), ["1", "2"]);
    }

    #[test]
    fn only_certainty_is_called_so() {
        let percent = |confidence| {
            let spread = Spread::default();
            Consensus { outcome: Outcome::Even, support: 2, dissent: 0, ties: 0, confidence, spread }.percent()
        };
        assert_eq!([percent(0.999), percent(1.0), percent(0.29)], ["99%", "100%", "29%"]);
    }
}
