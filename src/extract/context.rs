//! What a heading, a label or a column says of everything beneath it: whose section it is, whether
//! points are counted for or against, which criterion is spoken of.

use super::frames;
use super::glossary::Glossary;
use super::own_words;
use super::sentence::Sentence;
use super::who::{Topic, Who};
use crate::claim::{Aspect, Verdict};
use crate::document::Document;
use crate::lexicon::{Lexicon, List};
use crate::span::Span;

/// What is known of a stretch of the article before its own words are read.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Facts {
    /// Whose stretch it is.
    pub(super) subject: Option<usize>,
    /// Are points counted for (`true`) or against?
    pub(super) favourable: Option<bool>,
    /// Does the stretch, or one around it, speak for whom it is about (`true`) or against?
    pub(super) leaning: Option<bool>,
    /// Does it list uses: [`Verdict::Suits`] or [`Verdict::Unsuited`]?
    pub(super) uses: Option<Verdict>,
    /// The criterion that it is about.
    pub(super) criterion: Option<Aspect>,
    /// Does it set the subjects against each other, so that no one of them is the topic?
    pub(super) versus: bool,
    /// Is it no part of the argument: references, related posts?
    pub(super) aside: bool,
    /// Does it weigh pros and cons together?
    pub(super) weighs: bool,
    /// Is it the conclusion?
    pub(super) concludes: bool,
    /// Does it give examples, which are neither points nor uses?
    pub(super) examples: bool,
}

/// The facts of every section of a document, those of the sections around it included.
pub(super) fn of_sections(document: &Document, glossary: &Glossary) -> Vec<Facts> {
    let mut all: Vec<Facts> = Vec::with_capacity(document.sections.len());
    for (index, section) in document.sections.iter().enumerate() {
        // The title names all subjects and says nothing of what is beneath it.
        let is_title = index == 0 || section.level <= 1 && index == 1;
        let own =
            if is_title || section.heading.is_empty() { Facts::default() } else { of_words(section.heading, glossary) };
        let own =
            Facts { criterion: own.criterion.filter(|named| !is_topic(document, named, glossary.lexicon)), ..own };
        let outer = section.parent.map(|parent| all[parent].clone()).unwrap_or_default();
        all.push(own.within(&outer));
    }
    all
}

/// Does the title name it, so that it is what the whole article is about: "water heaters"?
fn is_topic(document: &Document, named: &Aspect, lexicon: &Lexicon) -> bool {
    let stem = |word: &str| word.trim_end_matches('s').to_owned();
    let title = document.source.title.as_deref().unwrap_or_default().to_lowercase();
    let title: Vec<String> = title.split(|c: char| !c.is_alphanumeric()).map(stem).collect();
    !lexicon.knows(&named.slug) && named.slug.split('-').all(|word| title.contains(&stem(word)))
}

impl Facts {
    /// Do they say nothing of whose, for what or about what the stretch is?
    pub(super) fn are_silent(&self) -> bool {
        self.subject.is_none()
            && self.favourable.is_none()
            && self.uses.is_none()
            && self.criterion.is_none()
            && !self.examples
    }

    /// Do they make every item of the stretch count for or against, or a use?
    pub(super) fn count_items(&self) -> bool {
        self.favourable.is_some() || self.uses.is_some()
    }

    /// These facts, with what the stretch around says where they are silent.
    pub(super) fn within(mut self, outer: &Facts) -> Facts {
        if self.subject.is_none() && !self.versus {
            self.subject = outer.subject;
        }
        self.examples |= outer.examples && !self.count_items();
        if self.favourable.is_none() && self.uses.is_none() && self.criterion.is_none() && !self.examples {
            self.favourable = outer.favourable;
            self.uses = outer.uses;
        }
        let apart = self.versus
            || self.weighs
            || self.subject.is_some() && outer.subject.is_some_and(|whose| self.subject != Some(whose));
        self.leaning = self.leaning.or(outer.leaning.filter(|_| !apart && self.uses.is_none()));
        self.criterion = self.criterion.or_else(|| outer.criterion.clone());
        self.aside |= outer.aside;
        self.weighs |= outer.weighs && self.favourable.is_none() && self.criterion.is_none();
        self.concludes |= outer.concludes;
        self
    }
}

/// The facts that the words of a heading or a label give.
pub(super) fn of_words(span: Span, glossary: &Glossary) -> Facts {
    let (text, lexicon) = (glossary.text, glossary.lexicon);
    let sentence = Sentence::new(glossary, span, Topic::default());
    let (subject, versus) = whose(&sentence);
    let words: Vec<&str> = sentence.tokens.iter().filter(|t| t.who.is_none()).map(|t| t.low.as_str()).collect();
    let frame = frames::of(&words, lexicon);
    // What has a name of its own says nothing else: "Use cases", "Cost benefits".
    let known = lexicon.criterion(&words.join(" ")).filter(|slug| *slug != Aspect::SUITABILITY);
    let favourable = frame.leans().filter(|_| known.is_none());
    let uses = frame.uses.filter(|_| known.is_none());
    let asks = span.of(text).trim_end().ends_with('?');
    let criterion =
        if favourable.is_some() || uses.is_some() { None } else { own_words::criterion_of(&sentence, asks, lexicon) };
    let criterion = criterion.filter(|named| lexicon.knows(&named.slug) || !own_words::is_clause(&sentence));
    Facts {
        subject,
        favourable,
        leaning: favourable,
        uses,
        criterion,
        versus,
        weighs: frame.weighs(),
        aside: known.is_none() && is_aside(&words, lexicon),
        concludes: frame.concludes,
        examples: frame.examples,
    }
}

/// Is the heading one of those over what is no part of the argument, or does it begin with several of
/// their words? "Resources" is; "Learning resources" and "Market share" are not.
fn is_aside(words: &[&str], lexicon: &Lexicon) -> bool {
    let words: Vec<&str> = words.iter().copied().filter(|word| word.starts_with(char::is_alphabetic)).collect();
    lexicon.has(List::Asides, &words.join(" "))
        || (2..words.len().min(5)).any(|len| lexicon.has(List::Asides, &words[..len].join(" ")))
}

/// The one subject that a heading names, and whether it names several.
fn whose(heading: &Sentence) -> (Option<usize>, bool) {
    let mut named: Vec<usize> = Vec::new();
    let mut several = false;
    for (at, who) in heading.names() {
        // "When to pick Beta over Alpha" is Beta's.
        let measured = at > 0 && matches!(heading.tokens[at - 1].low.as_str(), "over" | "than");
        if measured && !named.is_empty() {
            continue;
        }
        match who {
            Who::One(owner) if !named.contains(&owner) => named.push(owner),
            Who::One(_) => {}
            Who::Several(_) | Who::Neither => several = true,
        }
    }
    match named.as_slice() {
        [owner] if !several => (Some(*owner), false),
        _ => (None, several || named.len() > 1),
    }
}
