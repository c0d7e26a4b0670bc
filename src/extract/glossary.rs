//! The words of one article, each of them looked up once.
//!
//! A sentence is read several times, as a winner line, as a label, as prose, and most of its words stand in the article
//! many times over. What the lexicon and the names say of a word by itself is the same each time, so the text is cut
//! into words once, and every different word is asked for once. A reading takes its stretch of them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Deref;
use std::rc::Rc;

use super::names::Names;
use super::standins;
use super::tokens::{Token, is_mark, normal, words};
use crate::lexicon::{Cue, Lexicon, Lists, Term};
use crate::span::Span;

/// A word in lower case, with plain apostrophes, and what is known of it by itself.
#[derive(Debug, Clone)]
pub(super) struct Word(Rc<Known>);

/// What is known of a word without the words around it.
#[derive(Debug)]
pub(super) struct Known {
    low: String,
    /// Is it written with a capital?
    pub(super) capital: bool,
    /// Is it a mark that no phrase runs across?
    pub(super) mark: bool,
    /// The lists in which it stands.
    pub(super) lists: Lists,
    pub(super) cue: Option<Cue>,
    pub(super) term: Option<Term>,
    /// May a term or cue of several words begin with it?
    pub(super) opens: bool,
    /// May a phrase of a list begin with it?
    pub(super) opens_list: bool,
    /// May the name of a subject begin with it, or a word that stands for one?
    pub(super) refers: bool,
    /// The numbers by which phrases need it.
    pub(super) needed: Box<[u16]>,
}

impl Word {
    /// Its letters.
    pub(super) fn as_str(&self) -> &str {
        &self.0.low
    }

    /// What is known of it by itself.
    pub(super) fn known(&self) -> &Known {
        &self.0
    }
}

impl Deref for Word {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0.low
    }
}

impl PartialEq<str> for Word {
    fn eq(&self, other: &str) -> bool {
        self.0.low == other
    }
}

impl PartialEq<&str> for Word {
    fn eq(&self, other: &&str) -> bool {
        self.0.low == **other
    }
}

/// A text as words, with the names and the lexicon by which they are known.
#[derive(Debug)]
pub(super) struct Glossary<'a> {
    pub(super) text: &'a str,
    pub(super) names: &'a Names,
    pub(super) lexicon: &'a Lexicon,
    /// The words of the whole text, by place; none where only stretches are read.
    all: Vec<(Word, Span)>,
    /// Words as written.
    known: RefCell<HashMap<&'a str, Word>>,
}

impl<'a> Glossary<'a> {
    /// The words of a text of which a few stretches are read.
    pub(super) fn of_stretches(text: &'a str, names: &'a Names, lexicon: &'a Lexicon) -> Self {
        Self { text, names, lexicon, all: Vec::new(), known: RefCell::default() }
    }

    /// The words of a text of which all is read, cut once.
    pub(super) fn new(text: &'a str, names: &'a Names, lexicon: &'a Lexicon) -> Self {
        let mut glossary = Self::of_stretches(text, names, lexicon);
        glossary.all = words(text).into_iter().map(|found| glossary.placed(found, 0)).collect();
        glossary
    }

    /// The tokens of a stretch of the text, as if nothing stood around it.
    pub(super) fn tokens(&self, span: Span) -> Vec<Token> {
        let before = |place: usize| self.all.partition_point(|(_, word)| word.start < place);
        let (first, end) = (before(span.start), before(span.end));
        let cuts = |at: usize, place: usize| at > 0 && self.all[at - 1].1.end > place;
        let cut = self.all.is_empty()
            || cuts(first, span.start)
            || cuts(end, span.end)
            || span.of(self.text).starts_with(['\'', '’', '‘']);
        if cut {
            let own = words(span.of(self.text)).into_iter();
            return own.map(|found| Token::new(self.placed(found, span.start))).collect();
        }
        self.all[first..end].iter().cloned().map(Token::new).collect()
    }

    fn placed(&self, (written, at): (&'a str, usize), from: usize) -> (Word, Span) {
        let span = Span::new(from + at, from + at + written.len());
        let mut known = self.known.borrow_mut();
        let word = known.entry(written).or_insert_with(|| self.look_up(written));
        (word.clone(), span)
    }

    fn look_up(&self, written: &str) -> Word {
        let low = normal(written);
        let capital = written.chars().next().is_some_and(char::is_uppercase);
        let (cue, term) = (self.lexicon.cue(&low), self.lexicon.term(&low));
        let known = cue.is_some() || term.is_some();
        Word(Rc::new(Known {
            capital,
            mark: is_mark(&low),
            lists: self.lexicon.lists(&low),
            cue,
            term,
            opens: self.lexicon.opens_phrase(&low),
            opens_list: self.lexicon.opens_list_phrase(&low),
            refers: standins::opens(&low) || self.names.may_begin(&low, capital && !known),
            needed: self.lexicon.needed(&low),
            low,
        }))
    }
}
