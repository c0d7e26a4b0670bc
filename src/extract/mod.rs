//! [`Document`] in, claims out.
//!
//! An article is read in order, block by block, as a person would: a heading says whose section it is
//! and what is spoken of, a list under "Pros" counts for, a cell stands under its column's subject, and
//! a sentence is cut into clauses, each with the subject that it speaks of. Everything that depends on
//! which words those are stands in the lexicon, not here.

mod aliases;
mod answers;
mod aspects;
mod cells;
mod choice;
mod clauses;
mod context;
mod decisions;
mod deeds;
mod done;
mod faults;
mod figures;
mod fragments;
mod frames;
mod glossary;
mod inline;
mod items;
mod judges;
mod labelled;
mod labels;
mod leads;
mod lists;
mod manners;
mod mentions;
mod names;
mod nested;
mod numbers;
mod opinions;
mod own_words;
mod paragraphs;
mod phrases;
mod possessions;
mod preferred;
mod promises;
mod prose;
mod qualities;
mod reader;
mod scopes;
mod sentence;
mod specs;
mod standins;
mod statement;
mod subjects;
mod tables;
mod ticks;
mod titles;
mod tokens;
mod uses;
mod verbs;
mod verdicts;
mod who;
mod winner;

use crate::claim::{Article, Aspect, Roster};
use crate::confidence;
use crate::document::{BlockKind, Document};
use crate::lexicon::{Lexicon, List};
use crate::span::Span;

use glossary::Glossary;
use names::Names;
use reader::Reader;
use sentence::Sentence;
use who::Topic;

/// Who is compared in each of the documents of one run, in the same order. An article that does not
/// say it itself is matched with what the others compare.
#[must_use]
pub fn rosters(documents: &[Document], lexicon: &Lexicon) -> Vec<Roster> {
    let said: Vec<Roster> = documents.iter().map(|document| subjects::said(document, lexicon)).collect();
    let roster = |(document, roster): (&Document, &Roster)| {
        if subjects::is_comparison(roster) {
            return roster.clone();
        }
        subjects::known(document, &said).unwrap_or_else(|| subjects::guessed(document, lexicon))
    };
    documents.iter().zip(&said).map(roster).collect()
}

/// Everything that an article claims about the subjects of its roster, by place.
#[must_use]
pub fn claims(document: Document, roster: Roster, lexicon: &Lexicon) -> Article {
    if !subjects::is_comparison(&roster) {
        return Article { document, roster, claims: Vec::new(), skipped: Vec::new() };
    }
    let names = Names::new(&roster, lexicon);
    let own = own_criteria(&document, &Glossary::of_stretches(&document.text, &names, lexicon));
    let knowing_own = &lexicon.with_own_criteria(own.iter().map(String::as_str));
    let glossary = Glossary::new(&document.text, &names, knowing_own);
    let (mut claims, skipped) = Reader::new(&document, &roster, &glossary).read();
    claims.sort_by_key(|claim| (claim.evidence.span, claim.subject.name.clone()));
    confidence::rate(&mut claims, &document, &roster, lexicon);
    Article { document, roster, claims, skipped }
}

/// Every sentence of an article as the phrases of the lexicon see it: for counting which of them fire.
#[doc(hidden)]
#[must_use]
pub fn masked(document: &Document, roster: &Roster, lexicon: &Lexicon) -> Vec<String> {
    let names = Names::new(roster, lexicon);
    // Somebody was spoken of before.
    let topic = Topic { last: Some(0), pair: Some((0, 1)) };
    let glossary = Glossary::new(&document.text, &names, lexicon);
    let sentence = |span: &Span| Sentence::new(&glossary, *span, topic).masked().to_owned();
    document.blocks.iter().flat_map(|block| &block.sentences).map(sentence).collect()
}

/// The criteria that an article has names of its own for, in its headings and the rows of its tables.
fn own_criteria(document: &Document, glossary: &Glossary) -> Vec<String> {
    let headings = document.sections.iter().skip(2).map(|section| section.heading);
    let tables = document.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Table(table) => Some(table.rows.iter().skip(1).filter_map(|row| row.first().copied())),
        _ => None,
    });
    let labels: Vec<Span> = headings.chain(tables.flatten()).filter(|span| !span.is_empty()).collect();
    let mut own = Vec::new();
    for span in labels {
        let named = context::of_words(span, glossary).criterion;
        if let Some(aspect) = named.filter(|aspect| is_plain(aspect, glossary.lexicon) && !own.contains(&aspect.label))
        {
            own.push(aspect.label);
        }
    }
    own
}

/// Is it a noun of up to three words that neither judges nor frames?
fn is_plain(aspect: &Aspect, lexicon: &Lexicon) -> bool {
    let noun = |word: &str| {
        let lists = lexicon.lists(word);
        let frames = lists.has(List::Kinds) || lists.has(List::Frame) || word.ends_with("ing");
        lexicon.cue(word).is_none() && !frames && word.is_ascii()
    };
    let words = aspect.label.split(' ');
    words.clone().count() <= 3 && aspect.label.len() > 3 && words.clone().all(noun)
}
