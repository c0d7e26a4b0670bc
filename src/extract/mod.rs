//! [`Document`] in, claims out.
//!
//! An article is read in order, block by block, as a person would: a heading says whose section it is
//! and what is spoken of, a list under "Pros" counts for, a cell stands under its column's subject, and
//! a sentence is cut into clauses, each with the subject that it speaks of.

mod aspects;
mod clauses;
mod context;
mod figures;
mod lists;
mod names;
mod opinions;
mod phrases;
mod prose;
mod subjects;
mod tables;
mod tokens;
mod winner;

use crate::claim::{Article, Aspect, Claim, Evidence, Form, Mention, Roster, Skipped, Verdict};
use crate::document::{Block, BlockKind, Document};
use crate::lexicon::Lexicon;
use crate::span::Span;

use context::Facts;
use names::Names;
use tokens::{Group, Sentence, Topic, Who};

/// Who is compared in each of the documents of one run, in the same order. An article that does not
/// say it itself is matched with what the others compare.
#[must_use]
pub fn rosters(documents: &[Document], lexicon: &Lexicon) -> Vec<Roster> {
    let said: Vec<Roster> = documents.iter().map(|document| subjects::said(document, lexicon)).collect();
    let enough = |roster: &Roster| roster.subjects.len() >= 2;
    documents
        .iter()
        .zip(&said)
        .map(|(document, roster)| match roster {
            roster if enough(roster) => roster.clone(),
            _ => subjects::known(document, &said).unwrap_or_else(|| subjects::guessed(document, lexicon)),
        })
        .collect()
}

/// Everything that an article claims about the subjects of its roster.
#[must_use]
pub fn claims(document: Document, roster: Roster, lexicon: &Lexicon) -> Article {
    if roster.subjects.len() < 2 {
        return Article { document, roster, claims: Vec::new(), skipped: Vec::new() };
    }
    let names = Names::new(&roster);
    let lexicon = &lexicon.with_own_criteria(own_criteria(&document, &names, lexicon).iter().map(String::as_str));
    let sections = context::of_sections(&document, &names, lexicon);
    let mut reader = Reader {
        document: &document,
        roster: &roster,
        names,
        lexicon,
        sections,
        topic: Topic::default(),
        label: None,
        claims: Vec::new(),
        skipped: Vec::new(),
    };
    reader.read();
    let (mut claims, skipped) = (reader.claims, reader.skipped);
    claims.sort_by_key(|claim| (claim.evidence.span, claim.subject.name.clone()));
    Article { document, roster, claims, skipped }
}

/// The criteria that an article has names of its own for, in its headings and the rows of its tables.
fn own_criteria(document: &Document, names: &Names, lexicon: &Lexicon) -> Vec<String> {
    let headings = document.sections.iter().skip(2).map(|section| section.heading);
    let tables = document.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Table(table) => Some(table.rows.iter().skip(1).filter_map(|row| row.first().copied())),
        _ => None,
    });
    let labels: Vec<Span> = headings.chain(tables.flatten()).filter(|span| !span.is_empty()).collect();
    let mut own = Vec::new();
    for span in labels {
        let facts = context::of_words(&document.text, span, names, lexicon);
        let Some(aspect) = facts.criterion else { continue };
        let plain = aspect.label.split(' ').all(|word| {
            let frame = names::KINDS.contains(&word) || word.ends_with("ing") || FRAME.contains(&word);
            lexicon.cue(word).is_none() && !frame && word.is_ascii()
        });
        if aspect.label.split(' ').count() <= 3 && plain && aspect.label.len() > 3 && !own.contains(&aspect.label) {
            own.push(aspect.label);
        }
    }
    own
}

/// Words that stand in headings of every article and name no criterion of it.
const FRAME: &[&str] = &[
    "pros",
    "setting",
    "getting",
    "functionality",
    "range",
    "cons",
    "head",
    "number",
    "range",
    "questions",
    "history",
    "popular",
    "frequently",
    "asked",
    "people",
    "time",
    "reason",
    "reasons",
    "story",
    "problem",
    "solution",
    "result",
    "results",
    "option",
    "method",
    "case",
    "cases",
    "study",
    "example",
    "examples",
    "note",
    "update",
    "world",
    "today",
];

/// Reads one document.
struct Reader<'a> {
    document: &'a Document,
    roster: &'a Roster,
    names: Names,
    lexicon: &'a Lexicon,
    /// The facts of each section.
    sections: Vec<Facts>,
    /// What the last sentence spoke of.
    topic: Topic,
    /// A label over the blocks that follow, such as a bold "Pros:", and its section.
    label: Option<Label>,
    claims: Vec<Claim>,
    skipped: Vec<Skipped>,
}

/// A line that acts as a heading for what follows it.
#[derive(Debug, Clone)]
struct Label {
    facts: Facts,
    section: usize,
    /// Does it end when its list ends?
    for_list: bool,
}

/// What a claim says, apart from whom it speaks of.
#[derive(Debug, Clone)]
struct Said {
    aspect: Aspect,
    verdict: Verdict,
    scope: Option<String>,
}

/// Where a claim was found, and by which rule.
#[derive(Debug, Clone, Copy)]
struct Found<'a> {
    span: Span,
    section: usize,
    form: Form,
    rule: &'a str,
    confidence: f64,
}

impl Reader<'_> {
    fn read(&mut self) {
        let document = self.document;
        let mut list_before = None;
        for (index, block) in document.blocks.iter().enumerate() {
            let list = match &block.kind {
                BlockKind::ListItem { list, .. } => Some(*list),
                _ => None,
            };
            let over = list.is_none() && list_before.is_some()
                || !matches!(block.kind, BlockKind::ListItem { .. } | BlockKind::Paragraph);
            let left =
                self.label.as_ref().is_some_and(|label| label.section != block.section || label.for_list && over);
            if left {
                self.label = None;
            }
            list_before = list;
            if self.sections[block.section].aside {
                continue;
            }
            match &block.kind {
                BlockKind::Heading => self.heading(block),
                BlockKind::Paragraph => self.paragraph(index, block),
                BlockKind::ListItem { .. } => self.list_item(index, block),
                BlockKind::Table(table) => self.table(block, table),
                _ => {}
            }
        }
    }

    /// What is known of a block from its section and the label over it.
    fn facts(&self, section: usize) -> Facts {
        let outer = &self.sections[section];
        match &self.label {
            Some(label) => label.facts.clone().within(outer),
            None => outer.clone(),
        }
    }

    fn heading(&mut self, block: &Block) {
        let facts = self.sections[block.section].clone();
        // A heading that names nobody leaves "it" where it was.
        self.topic = Topic { last: facts.subject.or(self.topic.last), pair: self.topic.pair };
        if !self.winner_heading(block) {
            self.heading_point(block);
        }
    }

    /// "Closed ecosystem" as a heading under "Weaknesses of X" is one of them.
    fn heading_point(&mut self, block: &Block) {
        let own = context::of_words(&self.document.text, block.span, &self.names, self.lexicon);
        let outer = self.document.sections[block.section].parent.map(|parent| self.sections[parent].clone());
        let Some(Facts { favourable: Some(favourable), subject: Some(subject), .. }) = outer else { return };
        let says = own.favourable.is_none() && own.uses.is_none() && own.subject.is_none() && !own.weighs;
        if says && block.sentences.len() == 1 && !self.document.words(block.span).ends_with('?') {
            self.point(block, None, subject, favourable);
        }
    }

    fn sentence(&self, span: Span) -> Sentence {
        Sentence::new(&self.document.text, span, &self.names, self.topic, self.lexicon)
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

    /// Notes a claim, one for each subject and rival. A comparison without a rival becomes praise or
    /// blame.
    fn claim(
        &mut self,
        who: Who,
        rivals: Group,
        aspect: Aspect,
        verdict: Verdict,
        scope: Option<String>,
        found: Found,
    ) {
        let subjects: Vec<usize> = who.group().members(self.roster.subjects.len()).collect();
        let said = Said { aspect, verdict, scope };
        match verdict {
            Verdict::Equal => {
                let rivals =
                    if subjects.len() > 1 { subjects[1..].to_vec() } else { self.rivals_of(subjects[0], rivals) };
                for rival in rivals {
                    self.claim_of(subjects[0], Some(rival), &said, found);
                }
            }
            Verdict::Better | Verdict::Worse => {
                // "Both are faster" measures them against a third.
                if subjects.len() >= self.roster.subjects.len() {
                    self.skipped.push(Skipped { span: found.span, reason: "no one subject" });
                    return;
                }
                for subject in subjects {
                    let rivals = self.rivals_of(subject, rivals);
                    for rival in &rivals {
                        self.claim_of(subject, Some(*rival), &said, found);
                    }
                    if rivals.is_empty() {
                        let verdict = if verdict == Verdict::Better { Verdict::Strength } else { Verdict::Weakness };
                        self.claim_of(subject, None, &Said { verdict, ..said.clone() }, found);
                    }
                }
            }
            _ => {
                for subject in subjects {
                    self.claim_of(subject, None, &said, found);
                }
            }
        }
    }

    fn claim_of(&mut self, subject: usize, rival: Option<usize>, said: &Said, found: Found) {
        let claim = Claim {
            subject: self.mention(subject),
            rival: rival.map(|rival| self.mention(rival)),
            criterion: said.aspect.clone(),
            verdict: said.verdict,
            scope: said.scope.clone(),
            evidence: Evidence {
                span: found.span,
                section: found.section,
                form: found.form,
                rule: found.rule.to_owned(),
            },
            confidence: found.confidence,
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
