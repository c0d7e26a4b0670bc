//! What is said of whom, and the claims that it makes: one for each subject and rival.

use super::reader::Reader;
use super::who::{Group, Who};
use crate::claim::{Aspect, Claim, Evidence, Form, Mention, Skipped, Verdict};
use crate::span::Span;

/// What one stretch says.
#[derive(Debug, Clone)]
pub(super) struct Statement {
    pub(super) who: Who,
    /// Whom it names as rivals; nobody where it names none.
    pub(super) rivals: Group,
    pub(super) aspect: Aspect,
    pub(super) verdict: Verdict,
    pub(super) scope: Option<String>,
}

impl Statement {
    /// A statement on one subject that names no rival and no condition.
    pub(super) fn on(subject: usize, aspect: Aspect, verdict: Verdict) -> Self {
        Self { who: Who::One(subject), rivals: Group::NONE, aspect, verdict, scope: None }
    }

    /// What a subject is recommended for or advised against.
    pub(super) fn of_use(subject: usize, verdict: Verdict, of: String) -> Self {
        Self { scope: Some(of), ..Self::on(subject, Aspect::suitability(), verdict) }
    }
}

/// Where a sentence stands: its section, and what carries it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) section: usize,
    pub(super) form: Form,
}

/// Where a statement was found, and by which rule.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) span: Span,
    pub(super) place: Place,
    pub(super) rule: &'a str,
}

/// The verdict of praise or blame, with or without a rival.
pub(super) fn verdict(good: bool, compares: bool) -> Verdict {
    match (compares, good) {
        (true, true) => Verdict::Better,
        (true, false) => Verdict::Worse,
        (false, true) => Verdict::Strength,
        (false, false) => Verdict::Weakness,
    }
}

impl Reader<'_> {
    /// Notes what is said as claims. A comparison without a rival becomes praise or blame.
    pub(super) fn claim(&mut self, said: &Statement, found: Found) {
        let size = self.roster.subjects.len();
        let subjects: Vec<usize> = said.who.group().members(size).collect();
        match said.verdict {
            Verdict::Equal => {
                let [first, others @ ..] = subjects.as_slice() else { return };
                let rivals = if others.is_empty() { self.rivals_of(*first, said.rivals) } else { others.to_vec() };
                for rival in rivals {
                    self.claim_of(*first, Some(rival), said, found);
                }
            }
            // "Both are faster" measures them against a third.
            Verdict::Better | Verdict::Worse if subjects.len() >= size => {
                self.skipped.push(Skipped { span: found.span, reason: "no one subject" });
            }
            Verdict::Better | Verdict::Worse => {
                for subject in subjects {
                    let rivals = self.rivals_of(subject, said.rivals);
                    for rival in &rivals {
                        self.claim_of(subject, Some(*rival), said, found);
                    }
                    if rivals.is_empty() {
                        let verdict = verdict(said.verdict == Verdict::Better, false);
                        self.claim_of(subject, None, &Statement { verdict, ..said.clone() }, found);
                    }
                }
            }
            _ => {
                for subject in &subjects {
                    self.claim_of(*subject, None, said, found);
                }
                // "Both are fast" also calls them level; "both have fans" weighs nothing.
                let weighs = said.verdict == Verdict::Strength
                    && self.lexicon.criterion(&said.aspect.slug).is_some()
                    && self.says_both(found.span);
                if let [first, others @ ..] = subjects.as_slice()
                    && weighs
                {
                    let level = Statement { verdict: Verdict::Equal, ..said.clone() };
                    for other in others {
                        self.claim_of(*first, Some(*other), &level, found);
                    }
                }
            }
        }
    }

    /// Does a stretch say outright that it speaks of each ("both", "all of them")?
    fn says_both(&self, span: Span) -> bool {
        let mut words = self.document.words(span).split_whitespace();
        words.any(|word| {
            ["both", "all", "each", "either", "equally"].iter().any(|outright| word.eq_ignore_ascii_case(outright))
        })
    }

    /// The rivals of a subject: those named, else the other one of two.
    fn rivals_of(&self, subject: usize, named: Group) -> Vec<usize> {
        let size = self.roster.subjects.len();
        let named = named.without(subject);
        let rivals = if named.is_empty() && size == 2 { Group::one(1 - subject.min(1)) } else { named };
        rivals.members(size).take(4).collect()
    }

    fn mention(&self, subject: usize) -> Mention {
        Mention { name: self.roster.subjects[subject].name.clone(), text: String::new() }
    }

    /// Notes a claim, but for one that these very words have made already.
    fn claim_of(&mut self, subject: usize, rival: Option<usize>, said: &Statement, found: Found) {
        let Place { section, form } = found.place;
        let claim = Claim {
            subject: self.mention(subject),
            rival: rival.map(|rival| self.mention(rival)),
            criterion: said.aspect.clone(),
            verdict: said.verdict,
            scope: said.scope.clone(),
            evidence: Evidence { span: found.span, section, form, rule: found.rule.to_owned() },
            // Told when all claims of the article are known.
            confidence: 0.0,
        };
        let same = |other: &Claim| {
            other.subject == claim.subject
                && other.rival == claim.rival
                && other.criterion.slug == claim.criterion.slug
                && other.verdict == claim.verdict
                && other.evidence.span.overlaps(claim.evidence.span)
        };
        if !self.claims.iter().rev().take(12).any(same) {
            self.claims.push(claim);
        }
    }
}
