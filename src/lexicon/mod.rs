//! What the program knows about words: criteria and their names, words that judge, lists of words, and
//! the phrases that carry a verdict.
//!
//! The knowledge is data (`lexicon/*.toml`), compiled into the program, and a user adds to it in the
//! same form (`gainsay.toml`). Every entry carries its own examples, which a test runs. It is loaded
//! once and shared: an article adds its own criteria over it without copying it.

mod entries;
mod lists;
mod load;
mod matcher;
mod needs;
mod openings;
pub(crate) mod page;
mod patterns;
mod phrase;
mod words;

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::Unit;
use crate::error::Result;

#[doc(hidden)]
pub use entries::examples;
pub use lists::{List, Lists};
pub use patterns::{Found, Guard, Pattern, Yields};
pub use words::{gerund, gerund_of_participle, quality_of, singular, slug, trait_of};

use needs::Index;
use openings::Openings;
use words::singulars;

/// The built-in knowledge, with what the user added and what one article calls its criteria.
#[derive(Debug, Clone)]
pub struct Lexicon {
    known: Arc<Knowledge>,
    own: Own,
}

/// The criteria that one article has names of its own for.
#[derive(Debug, Clone, Default)]
struct Own {
    /// A name to its criterion, which is counted on from those that are known.
    terms: FxHashMap<String, Term>,
    slugs: Vec<String>,
    /// The names of several words by their first words.
    openings: Openings,
}

/// What the files say.
#[derive(Debug, Clone, Default)]
struct Knowledge {
    criteria: Vec<String>,
    terms: FxHashMap<String, Term>,
    cues: FxHashMap<String, Cue>,
    /// The terms and cues of several words by their first words.
    openings: Openings,
    deeds: FxHashMap<String, usize>,
    does: FxHashMap<String, usize>,
    aliases: FxHashMap<String, String>,
    lists: FxHashMap<String, Lists>,
    /// The phrases of the lists by their first words.
    list_phrases: FxHashMap<String, Vec<(String, Lists)>>,
    /// The criteria whose rows go by the name that the articles use most.
    as_written: FxHashSet<String>,
    /// Words for units, each with the unit and the criterion that it measures.
    units: FxHashMap<String, (Unit, Option<String>)>,
    patterns: Vec<Pattern>,
    /// Which of them may stand in a sentence, by its words.
    index: Index,
}

impl Knowledge {
    /// The number of a criterion, which gets one where it has none.
    fn number_of(&mut self, name: &str) -> usize {
        let at = self.criteria.iter().position(|known| known == name);
        at.unwrap_or_else(|| {
            self.criteria.push(name.to_owned());
            self.criteria.len() - 1
        })
    }
}

/// A word or phrase that names a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    criterion: usize,
    /// Is more of it worse? True of latency, false of speed.
    pub burden: bool,
}

/// A word or phrase that judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// In which way it judges.
    pub class: Class,
    /// Base form, comparative or superlative.
    pub degree: Degree,
    criterion: Option<usize>,
}

impl Cue {
    /// Is it an adjective, of quality or of amount?
    #[must_use]
    pub fn is_adjective(self) -> bool {
        matches!(self.class, Class::Good | Class::Bad | Class::More | Class::Less)
    }
}

/// In which way a word judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// An adjective that praises: `excellent`, `fast`.
    Good,
    /// An adjective that blames: `poor`, `slow`.
    Bad,
    /// Much of it, good or bad as the thing is: `large`.
    More,
    /// Little of it: `small`.
    Less,
    /// It has the thing: `comes with`.
    Has,
    /// It has not got the thing: `lacks`.
    Lacks,
    /// A verb or noun that praises: `excels at`, `advantage`.
    Excels,
    /// A verb or noun that blames: `struggles with`, `drawback`.
    Struggles,
    /// It asks for what follows: `requires`.
    Demands,
    /// It makes less of what follows: `reduces`.
    Reduces,
    /// It makes more of what follows: `improves`.
    Increases,
}

/// The degree of an adjective.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Degree {
    /// `fast`
    Base,
    /// `faster`
    Comparative,
    /// `fastest`
    Superlative,
}

/// The most words that a term or cue may have.
pub const LONGEST: usize = 6;

impl Lexicon {
    /// The knowledge that the program is built with.
    ///
    /// # Panics
    ///
    /// Never in a released program: the built-in files are read by the tests.
    #[must_use]
    pub fn builtin() -> Self {
        let known = load::builtin().expect("the built-in lexicon is well formed");
        Self { known: Arc::new(known), own: Own::default() }
    }

    /// Adds what a user's `gainsay.toml` says: criteria, cues, patterns, words of lists and names of
    /// subjects. `file` is how messages call it.
    ///
    /// # Errors
    ///
    /// [`Error::Lexicon`](crate::error::Error::Lexicon) with the line and column of the first wrong entry.
    pub fn with_user(mut self, text: &str, file: &str) -> Result<Self> {
        let known = Arc::make_mut(&mut self.known);
        load::add(known, text, file, load::Whose::Users)?;
        known.note_openings();
        Ok(self)
    }

    /// The same knowledge with criteria of an article's own, by their lower-case names; what is known
    /// already stays as it is.
    #[must_use]
    pub fn with_own_criteria<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut lexicon = self.clone();
        for name in names {
            let slug = slug(name);
            if slug.is_empty() || lexicon.term(name).is_some() {
                continue;
            }
            let own = &mut lexicon.own;
            let criterion = self.known.criteria.len() + own.slugs.len();
            own.slugs.push(slug);
            own.openings.add(name);
            own.terms.insert(name.to_owned(), Term { criterion, burden: false });
        }
        lexicon
    }

    /// The canonical slug of the criterion that goes by this name, in any spelling and case:
    /// `performance` for `Speed`. `None` where the lexicon does not know it.
    #[must_use]
    pub fn criterion(&self, name: &str) -> Option<&str> {
        let name = name.to_lowercase();
        let words = name.replace(['-', '_'], " ");
        let term = self.term(name.trim()).or_else(|| self.term(words.trim()));
        term.map(|term| self.slug_of(term))
    }

    /// Is it the canonical slug of a criterion of the files, and no name that one article has for its own?
    #[must_use]
    pub fn knows(&self, slug: &str) -> bool {
        self.known.terms.get(slug).is_some_and(|term| self.known.criteria[term.criterion] == slug)
    }

    /// The term that these lower-case words are, singular or plural.
    #[must_use]
    pub fn term(&self, words: &str) -> Option<Term> {
        let exact = |form: &str| self.known.terms.get(form).or_else(|| self.own.terms.get(form)).copied();
        exact(words).or_else(|| singulars(words).find_map(|form| exact(&form)))
    }

    /// The cue that these lower-case words are; `scratch-resistant` and its like praise by their ending.
    #[must_use]
    pub fn cue(&self, words: &str) -> Option<Cue> {
        let by_ending =
            || words::trait_of(words).map(|_| Cue { class: Class::Good, degree: Degree::Base, criterion: None });
        self.known.cues.get(words).copied().or_else(by_ending).or_else(|| self.by_adverb(words))
    }

    /// "quietly" praises what runs so as "quiet" does.
    fn by_adverb(&self, word: &str) -> Option<Cue> {
        let adjective = words::adjectives_of(word).find_map(|adjective| self.known.cues.get(adjective.as_str()))?;
        let class = match adjective.class {
            Class::Good => Class::Excels,
            Class::Bad => Class::Struggles,
            _ => return None,
        };
        (adjective.degree == Degree::Base && adjective.criterion.is_some()).then_some(Cue { class, ..*adjective })
    }

    /// How an adverb judges what is done: as the adjective that it is formed from, or as a verb that praises or blames.
    #[must_use]
    pub fn manner(&self, adverb: &str) -> Option<Cue> {
        let spoken = |cue: &Cue| matches!(cue.class, Class::Good | Class::Bad | Class::Excels | Class::Struggles);
        let formed = || words::adjectives_of(adverb).find_map(|adjective| self.known.cues.get(&adjective).copied());
        let known = self.known.cues.get(adverb).copied().filter(|_| adverb.ends_with("ly"));
        known.filter(spoken).or_else(|| formed().filter(spoken))
    }

    /// May a term or cue of several words begin with this lower-case word?
    #[must_use]
    pub fn opens_phrase(&self, word: &str) -> bool {
        self.known.openings.has(word) || self.own.openings.has(word)
    }

    /// May a term or cue be these lower-case words, or begin with them?
    #[must_use]
    pub fn goes_on(&self, first: &str, words: &str) -> bool {
        self.known.openings.goes_on(first, words) || self.own.openings.goes_on(first, words)
    }

    /// Does the row of this criterion go by the name that the articles use most, rather than by its own?
    #[must_use]
    pub fn is_called_as_written(&self, slug: &str) -> bool {
        self.known.as_written.contains(slug)
    }

    /// The canonical slug of a term's criterion.
    #[must_use]
    pub fn slug_of(&self, term: Term) -> &str {
        let known = self.known.criteria.len();
        self.known.criteria.get(term.criterion).unwrap_or_else(|| &self.own.slugs[term.criterion - known])
    }

    /// The canonical slug of the criterion that a cue judges by itself: `performance` for `fast`.
    #[must_use]
    pub fn slug_of_cue(&self, cue: Cue) -> Option<&str> {
        cue.criterion.map(|criterion| self.known.criteria[criterion].as_str())
    }

    /// The canonical slug of the criterion to which a verb in its base form leads: `scalability` for
    /// `scale`.
    #[must_use]
    pub fn deed(&self, verb: &str) -> Option<&str> {
        self.known.deeds.get(verb).map(|criterion| self.known.criteria[*criterion].as_str())
    }

    /// The canonical slug of the criterion on which a thing is good that does this well, by a verb in its base form:
    /// `sound-quality` for `sound`; else the one to which the verb leads.
    #[must_use]
    pub fn done(&self, verb: &str) -> Option<&str> {
        let known = self.known.does.get(verb).map(|criterion| self.known.criteria[*criterion].as_str());
        known.or_else(|| self.deed(verb))
    }

    /// The lists in which this lower-case word or phrase stands.
    #[must_use]
    pub fn lists(&self, word: &str) -> Lists {
        self.known.lists.get(word).copied().unwrap_or_default()
    }

    /// Does this lower-case word or phrase stand in a list?
    #[must_use]
    pub fn has(&self, list: List, word: &str) -> bool {
        self.lists(word).has(list)
    }

    /// The lists of which a word or a phrase stands anywhere in a line: lower-case words parted by
    /// single spaces, an apostrophe beginning a word of its own.
    #[must_use]
    pub fn lists_in(&self, line: &str) -> Lists {
        let mut found = Lists::default();
        let mut at = 0;
        for word in line.split(' ') {
            found = found.and(self.lists(word)).and(self.list_phrases_at(word, &line[at..]));
            at += word.len() + 1;
        }
        found
    }

    /// May a phrase of a list begin with this lower-case word?
    #[must_use]
    pub fn opens_list_phrase(&self, word: &str) -> bool {
        self.known.list_phrases.contains_key(word)
    }

    /// The lists of which a phrase stands where a line begins, whose first word this is.
    #[must_use]
    pub fn list_phrases_at(&self, word: &str, line: &str) -> Lists {
        let mut found = Lists::default();
        for (phrase, lists) in self.known.list_phrases.get(word).into_iter().flatten() {
            let stands = line.strip_prefix(phrase.as_str());
            if stands.is_some_and(|after| after.is_empty() || after.starts_with(' ')) {
                found = found.and(*lists);
            }
        }
        found
    }

    /// The unit that a lower-case word is: `hours` for `hour`.
    #[must_use]
    pub fn unit(&self, word: &str) -> Option<Unit> {
        self.known.units.get(word).map(|(unit, _)| *unit)
    }

    /// The canonical slug of the criterion that a unit of measure can only measure: `noise` for `db`.
    #[must_use]
    pub fn measured(&self, unit: &str) -> Option<&str> {
        self.known.units.get(unit).and_then(|(_, criterion)| criterion.as_deref())
    }

    /// The name that a user has given as the canonical one for this name of a subject.
    #[must_use]
    pub fn subject(&self, name: &str) -> Option<&str> {
        self.known.aliases.get(&name.to_lowercase()).map(String::as_str)
    }

    /// The names that the user has given for subjects, each with the canonical one, by name.
    #[must_use]
    pub fn subject_names(&self) -> Vec<(&str, &str)> {
        let mut names: Vec<_> = self.known.aliases.iter().map(|(name, to)| (name.as_str(), to.as_str())).collect();
        names.sort_unstable();
        names
    }

    /// Is there an entry of phrases by this name?
    #[must_use]
    pub fn has_phrase(&self, name: &str) -> bool {
        self.known.patterns.iter().any(|pattern| pattern.name == name)
    }

    /// The phrases that carry a verdict and may stand in a masked sentence, in the order in which they
    /// are tried. Those whose words it lacks are left out; whether one does stand there, it says itself.
    pub fn patterns_in(&self, masked: &str) -> impl Iterator<Item = &Pattern> {
        let needed: Vec<u16> = masked.split(' ').flat_map(|word| self.needed(word)).collect();
        self.patterns_with(&needed)
    }

    /// The same for a sentence of whose words these are [needed](Self::needed).
    pub fn patterns_with<'a>(&'a self, needed: &[u16]) -> impl Iterator<Item = &'a Pattern> + use<'a> {
        self.known.index.met_by(needed).into_iter().map(|pattern| &self.known.patterns[pattern])
    }

    /// The numbers by which phrases need a word of a masked sentence.
    #[must_use]
    pub fn needed(&self, word: &str) -> Box<[u16]> {
        self.known.index.numbers(word)
    }
}
