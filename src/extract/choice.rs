//! Which name a claim goes by, where its own words offer one and the heading or label over it another.
//!
//! A criterion that the lexicon knows is taken before the words of any one article, wherever each of them
//! stands: what an author puts in a heading of his own ("The reality check") is less often what the
//! sentence under it judges than the plain adjective in it ("easy") is.

use std::ops::Range;

use super::aspects::first_known;
use super::clauses::Clause;
use super::context::Facts;
use super::items::of_item;
use super::opinions::Opinion;
use super::prose::Line;
use super::reader::Reader;
use super::sentence::Sentence;
use super::tokens::joined;
use crate::claim::Aspect;
use crate::lexicon::{List, quality_of};

impl Reader<'_> {
    /// The criterion of an opinion: its own, unless that says little and the heading or label names one that
    /// is known.
    pub(super) fn opinion_aspect(&self, line: &Line, opinion: &Opinion) -> Option<Aspect> {
        let said = line.facts.criterion.as_ref();
        if let Some(point) = self.pointed_out(&line.sentence, line.place.section) {
            return Some(point.clone());
        }
        let Some(own) = &opinion.aspect else {
            let on_the_whole = opinion.rule == "praise" && line.facts.concludes;
            return said.cloned().or_else(|| on_the_whole.then(Aspect::overall));
        };
        let labels = self.label.as_ref().filter(|label| label.section == line.place.section);
        let labelled = labels.is_some_and(|label| label.facts.criterion.is_some());
        let lists = self.lexicon.lists(&own.slug);
        let says_little = lists.has(List::Broad) || labelled && lists.has(List::Vague) || !self.knows(own);
        said.filter(|said| says_little && self.knows(said)).or(Some(own)).cloned()
    }

    /// What a bare adjective behind a name judges on: "loyal" on loyalty, "great" on the whole.
    pub(super) fn by_adjective(&self, sentence: &Sentence, clause: &Clause, opinion: &Opinion) -> Option<Aspect> {
        let before = &sentence.tokens[clause.tokens.start..opinion.tokens.start];
        let named = before.iter().rev().take(4).any(|token| token.who.is_some() && !token.pronoun);
        let word = sentence.tokens[opinion.tokens.clone()].last().filter(|_| opinion.rule == "praise" && named)?;
        if word.is(List::OnTheWhole) {
            return Some(Aspect::overall());
        }
        quality_of(&word.low).map(|quality| Aspect::of_words(quality, self.lexicon))
    }

    /// The criterion that a phrase names, unless it has only words of its own for it and the heading knows one.
    pub(super) fn better_named(&self, own: Option<Aspect>, facts: &Facts) -> Option<Aspect> {
        let said = facts.criterion.as_ref();
        let said = said.filter(|said| own.as_ref().is_none_or(|own| self.knows(said) && !self.knows(own)));
        said.cloned().or(own)
    }

    /// The criterion of a sentence that only leans the way of its part: without a word that judges, nothing
    /// less than a known one will do.
    pub(super) fn leaning_aspect(&self, sentence: &Sentence, facts: &Facts, section: usize) -> Option<Aspect> {
        if let Some(point) = self.pointed_out(sentence, section) {
            return Some(point.clone());
        }
        let own = of_item(sentence, 0..sentence.tokens.len(), self.lexicon);
        let said = facts.criterion.clone().filter(|said| self.knows(said));
        own.filter(|own| self.knows(own) && self.is_telling(own)).or(said)
    }

    /// The criterion of a fragment: a known one that it names, what the label is about, or its own words.
    pub(super) fn fragment_aspect(&self, sentence: &Sentence, range: Range<usize>, facts: &Facts) -> Option<Aspect> {
        let known = first_known(sentence, range.clone(), self.lexicon).map(|(aspect, _)| aspect);
        let known = known.filter(|known| self.is_telling(known));
        let of_line = facts.criterion.clone();
        let by_cue = || {
            let (cue, len) = sentence.tokens[range.start].cue.filter(|(cue, _)| cue.is_adjective())?;
            let slug = self.lexicon.slug_of_cue(cue).filter(|slug| !self.lexicon.has(List::Broad, slug))?;
            Some(Aspect::new(joined(&sentence.tokens[range.start..(range.start + len).min(range.end)]), slug))
        };
        // "Light, flexible" under "Build and feel" says more than its heading, under "Comfort" it does not.
        let plain = |aspect: &Aspect| self.lexicon.criterion(&aspect.slug).is_some();
        let said = known.or_else(|| of_line.clone().filter(plain)).or_else(by_cue).or(of_line);
        said.or_else(|| of_item(sentence, range, self.lexicon))
    }

    /// What the heading of a section points out in its own words, of which a sentence that names nobody goes on to
    /// speak. A criterion that every article knows is too wide for that.
    fn pointed_out(&self, sentence: &Sentence, section: usize) -> Option<&Aspect> {
        let (_, point) = self.pointed.as_ref().filter(|(of, _)| *of == section)?;
        let named = sentence.tokens.iter().any(|token| token.who.is_some() && !token.pronoun);
        (!named && !self.knows(point)).then_some(point)
    }

    /// Does the lexicon know the criterion, so that it is no name of the article's own?
    fn knows(&self, aspect: &Aspect) -> bool {
        self.lexicon.knows(&aspect.slug)
    }

    /// Does it say more than that the thing has this or that?
    fn is_telling(&self, aspect: &Aspect) -> bool {
        let lists = self.lexicon.lists(&aspect.slug);
        !lists.has(List::Weak) && !lists.has(List::Vague)
    }
}
