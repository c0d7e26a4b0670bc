//! What people have annotated of one cluster, and whether a claim is among it.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;

use gainsay::claim::Verdict;
use gainsay::matrix::AlignedClaim;
use serde::Deserialize;

/// The annotated claims of a cluster's articles, by their ids.
pub(crate) struct Annotation {
    claims: BTreeMap<String, Vec<Labelled>>,
    /// Other names of a subject to the one that the annotation has for it.
    aliases: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Line {
    criterion: Criteria,
    subject: String,
    rival: Option<String>,
    verdict: String,
    value: Option<f64>,
    quote: String,
}

/// One name, or several of which any is right.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Criteria {
    One(String),
    Any(Vec<String>),
}

impl Criteria {
    pub(crate) fn slugs(&self) -> BTreeSet<String> {
        match self {
            Self::One(name) => BTreeSet::from([slug(name)]),
            Self::Any(names) => names.iter().map(|name| slug(name)).collect(),
        }
    }
}

struct Labelled {
    criteria: BTreeSet<String>,
    says: Says,
    words: Vec<String>,
}

/// Who is said to be what, so that "A beats B" and "B loses to A" are the same.
#[derive(PartialEq)]
enum Says {
    Ahead(String, String),
    Level(BTreeSet<String>),
    Figure(String, Option<i64>),
    /// `true` for praise.
    Quality(String, bool),
    Use(String, bool),
}

impl Annotation {
    /// Reads the claims of these articles.
    pub(crate) fn read(dir: &Path, ids: &[String]) -> Result<Self, Box<dyn Error>> {
        let mut aliases = BTreeMap::new();
        if let Ok(text) = fs::read_to_string(dir.join("aliases.json")) {
            let of: BTreeMap<String, Vec<String>> = serde_json::from_str(&text)?;
            for (canonical, others) in of {
                aliases.extend(others.iter().map(|other| (letters(other), letters(&canonical))));
            }
        }
        let mut annotation = Self { claims: BTreeMap::new(), aliases };
        for id in ids {
            let text = fs::read_to_string(dir.join(format!("{id}.claims.jsonl")))?;
            let lines = text.lines().filter(|line| !line.trim().is_empty()).map(|line| annotation.labelled(line));
            let claims = lines.collect::<Result<_, _>>()?;
            annotation.claims.insert(id.clone(), claims);
        }
        Ok(annotation)
    }

    fn labelled(&self, line: &str) -> Result<Labelled, serde_json::Error> {
        let line: Line = serde_json::from_str(line)?;
        let says = self.says(&line.verdict, &line.subject, line.rival.as_deref(), line.value);
        Ok(Labelled { criteria: line.criterion.slugs(), says, words: words(&line.quote) })
    }

    /// Does a claim hold? `None` where its article is not annotated.
    pub(crate) fn holds(&self, claim: &AlignedClaim) -> Option<bool> {
        let labelled = self.claims.get(&claim.source)?;
        let number = match claim.claim.verdict {
            Verdict::Value(figure) => Some(figure.number),
            _ => None,
        };
        let rival = claim.rival.as_ref().map(|rival| rival.0.as_str());
        let says = self.says(claim.claim.verdict.name(), &claim.subject.0, rival, number);
        let (criterion, words) = (slug(&claim.criterion.0), words(&claim.quote));
        let same = |one: &Labelled| one.says == says && one.criteria.contains(&criterion);
        Some(labelled.iter().any(|one| same(one) && overlap(&one.words, &words)))
    }

    fn says(&self, verdict: &str, subject: &str, rival: Option<&str>, number: Option<f64>) -> Says {
        let (subject, rival) = (self.name(subject), self.name(rival.unwrap_or_default()));
        match verdict {
            "better" => Says::Ahead(subject, rival),
            "worse" => Says::Ahead(rival, subject),
            "equal" => Says::Level(BTreeSet::from([subject, rival])),
            // In ten-thousandths.
            "value" => Says::Figure(subject, number.map(|number| (number * 1e4).round() as i64)),
            "suits" | "unsuited" => Says::Use(subject, verdict == "suits"),
            _ => Says::Quality(subject, verdict == "strength"),
        }
    }

    /// The one way in which a subject is written.
    pub(crate) fn name(&self, name: &str) -> String {
        let name = letters(name);
        self.aliases.get(&name).cloned().unwrap_or(name)
    }
}

fn letters(name: &str) -> String {
    name.to_lowercase().chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '#')).collect()
}

pub(crate) fn slug(name: &str) -> String {
    let name = name.to_lowercase();
    let parts: Vec<&str> = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

fn words(quote: &str) -> Vec<String> {
    let quote = quote.to_lowercase().replace(['\u{2019}', '\''], "");
    let parts = quote.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// The most words that prove anything.
const MOST_WORDS: usize = 120;

/// Do two quotes share most of the shorter one's words, in one run?
fn overlap(one: &[String], other: &[String]) -> bool {
    let least = one.len().min(other.len());
    if least == 0 || one.len().max(other.len()) > MOST_WORDS {
        return false;
    }
    let run = |at: usize, to: usize| one[at..].iter().zip(&other[to..]).take_while(|(a, b)| a == b).count();
    let longest =
        (0..one.len()).flat_map(|at| (0..other.len()).map(move |to| (at, to))).map(|(at, to)| run(at, to)).max();
    longest.unwrap_or(0) >= least.div_ceil(2)
}
