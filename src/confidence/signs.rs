//! The signs by which a claim is believed. None of them knows a field, an article or a thing compared.

use crate::claim::{Aspect, Claim, Roster, Verdict};
use crate::document::Document;
use crate::lexicon::{Lexicon, slug};

/// One sign of a claim: a group of signs of which every claim has one at most, and which of them it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sign {
    /// `rule`, `form`, `verdict`, `criterion`, `words` or `also`.
    pub group: &'static str,
    /// `winner-line`, `strength`, `of-field`.
    pub name: String,
}

/// All signs of a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Signs {
    /// Those that it has, each once.
    pub has: Vec<Sign>,
    /// How well its article's field is known: quarters by which the share of its claims on known criteria is above
    /// what is usual.
    pub field: f64,
}

/// What a claim's article adds to its signs.
#[derive(Debug)]
pub struct Surroundings<'a> {
    document: &'a Document,
    roster: &'a Roster,
    lexicon: &'a Lexicon,
    field: f64,
}

/// The usual share of claims on known criteria, and how many claims of that kind are added to those of an article,
/// so that one with few is taken for a usual one.
const USUAL: f64 = 0.7;
const ADDED: f64 = 10.0;

impl<'a> Surroundings<'a> {
    /// What an article adds to the signs of its claims.
    #[must_use]
    pub fn of(claims: &[Claim], document: &'a Document, roster: &'a Roster, lexicon: &'a Lexicon) -> Self {
        let named = |claim: &&Claim| !matches!(claim.criterion.slug.as_str(), Aspect::SUITABILITY | Aspect::OVERALL);
        let (mut known, mut all) = (USUAL * ADDED, ADDED);
        for claim in claims.iter().filter(named) {
            all += 1.0;
            known += f64::from(u8::from(kind(&claim.criterion, lexicon) == Kind::Known));
        }
        Self { document, roster, lexicon, field: (known / all - USUAL) * 4.0 }
    }

    /// The signs of a claim of the article.
    #[must_use]
    pub fn signs(&self, claim: &Claim) -> Signs {
        let quote = self.document.words(claim.evidence.span).to_lowercase();
        let words: Vec<&str> = words(&quote).collect();
        let sign = |group, name: &str| Sign { group, name: name.to_owned() };
        let mut has = vec![
            sign("rule", &claim.evidence.rule),
            sign("form", claim.evidence.form.name()),
            sign("verdict", claim.verdict.name()),
            sign("criterion", self.criterion(&claim.criterion, &words)),
            sign("words", length(words.len())),
        ];
        if self.lexicon.has_phrase(&claim.evidence.rule) {
            has.push(sign("also", "phrase"));
        }
        if claim.scope.is_some() && !matches!(claim.verdict, Verdict::Suits | Verdict::Unsuited) {
            has.push(sign("also", "condition"));
        }
        if !self.names(&claim.subject.name, &words) {
            has.push(sign("also", "subject-understood"));
        }
        Signs { has, field: self.field }
    }

    /// Is the criterion one that the lexicon knows, and do the words of the claim name it, or does what stands around
    /// them?
    fn criterion(&self, aspect: &Aspect, words: &[&str]) -> &'static str {
        let label = aspect.label.to_lowercase();
        let said = self::words(&label).any(|word| words.contains(&word));
        match (aspect.slug.as_str(), kind(aspect, self.lexicon), said) {
            (Aspect::SUITABILITY, ..) => "suitability",
            (Aspect::OVERALL, ..) => "overall",
            (_, Kind::Known, true) => "known",
            (_, Kind::Known, false) => "known-understood",
            (_, Kind::OfField, true) => "of-field",
            (_, Kind::OfField, false) => "of-field-understood",
            (_, Kind::Own, true) => "own",
            (_, Kind::Own, false) => "own-understood",
        }
    }

    /// Do the words name this subject, by a part of its name that no other has?
    fn names(&self, subject: &str, found: &[&str]) -> bool {
        let others: Vec<String> = self
            .roster
            .subjects
            .iter()
            .map(|other| other.name.to_lowercase())
            .filter(|o| *o != subject.to_lowercase())
            .collect();
        let subject = subject.to_lowercase();
        let own = words(&subject).filter(|part| !others.iter().any(|other| words(other).any(|word| word == *part)));
        let named = |part: &str| found.iter().any(|word| *word == part || part.len() > 1 && word.starts_with(part));
        own.into_iter().any(named)
    }
}

/// How a criterion is known.
#[derive(PartialEq)]
enum Kind {
    /// By a name that it has in every field.
    Known,
    /// By one of many names in its field, where the articles choose: which of them a reader would choose is less sure.
    OfField,
    /// By nothing but the article's own words.
    Own,
}

fn kind(aspect: &Aspect, lexicon: &Lexicon) -> Kind {
    match lexicon.criterion(&aspect.slug) {
        Some(known) if lexicon.is_called_as_written(known) && slug(&aspect.label) != known => Kind::OfField,
        Some(_) => Kind::Known,
        None => Kind::Own,
    }
}

/// The words of a lower-case text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '+' && c != '#').filter(|word| !word.is_empty())
}

fn length(words: usize) -> &'static str {
    match words {
        ..=3 => "1-3",
        4..=7 => "4-7",
        8..=14 => "8-14",
        15..=25 => "15-25",
        _ => "over-25",
    }
}
