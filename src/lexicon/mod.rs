//! What the program knows about words: criteria and their names, words that judge, and the phrases
//! that carry a verdict.
//!
//! The knowledge is data (`lexicon/*.toml`), compiled into the program, and a user adds to it in the
//! same form (`gainsay.toml`). Every entry carries its own examples, which a test runs.

mod data;
mod patterns;
mod words;

use std::collections::HashMap;

use crate::error::{Error, Result};

#[doc(hidden)]
pub use data::examples;
pub use patterns::{Found, Pattern, Yields};
pub use words::{base_forms, slug};

/// The built-in knowledge, with what the user added.
#[derive(Debug, Clone)]
pub struct Lexicon {
    criteria: Vec<String>,
    terms: HashMap<String, Term>,
    cues: HashMap<String, Cue>,
    deeds: HashMap<String, usize>,
    aliases: HashMap<String, String>,
    patterns: Vec<Pattern>,
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
        data::builtin().expect("the built-in lexicon is well formed")
    }

    /// Adds what a user's `gainsay.toml` says: criteria, cues, patterns and names of subjects. `file`
    /// is how messages call it.
    ///
    /// # Errors
    ///
    /// [`Error::Lexicon`] with the line and column of the first wrong entry.
    pub fn with_user(mut self, text: &str, file: &str) -> Result<Self> {
        data::add(&mut self, text, file)?;
        Ok(self)
    }

    /// The canonical slug of the criterion that goes by this name, in any spelling and case:
    /// `performance` for `Speed`. `None` where the lexicon does not know it.
    #[must_use]
    pub fn criterion(&self, name: &str) -> Option<&str> {
        let words = name.to_lowercase().replace(['-', '_'], " ");
        let term = self.term(name.to_lowercase().trim()).or_else(|| self.term(words.trim()));
        term.map(|term| self.slug_of(term))
    }

    /// The term that these lower-case words are, singular or plural.
    #[must_use]
    pub fn term(&self, words: &str) -> Option<Term> {
        base_forms(words).iter().find_map(|form| self.terms.get(form.as_str()).copied())
    }

    /// The cue that these lower-case words are.
    #[must_use]
    pub fn cue(&self, words: &str) -> Option<Cue> {
        self.cues.get(words).copied()
    }

    /// The canonical slug of a term's criterion.
    #[must_use]
    pub fn slug_of(&self, term: Term) -> &str {
        &self.criteria[term.criterion]
    }

    /// The canonical slug of the criterion that a cue judges by itself: `performance` for `fast`.
    #[must_use]
    pub fn slug_of_cue(&self, cue: Cue) -> Option<&str> {
        cue.criterion.map(|criterion| self.criteria[criterion].as_str())
    }

    /// The canonical slug of the criterion to which a verb in its base form leads: `scalability` for
    /// `scale`.
    #[must_use]
    pub fn deed(&self, verb: &str) -> Option<&str> {
        self.deeds.get(verb).map(|criterion| self.criteria[*criterion].as_str())
    }

    /// The same knowledge with criteria of an article's own, by their lower-case names; what is known
    /// already stays as it is.
    #[must_use]
    pub fn with_own_criteria<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut own = self.clone();
        for name in names {
            let slug = slug(name);
            if slug.is_empty() || own.term(name).is_some() {
                continue;
            }
            own.criteria.push(slug);
            own.terms.insert(name.to_owned(), Term { criterion: own.criteria.len() - 1, burden: false });
        }
        own
    }

    /// The name that a user has given as the canonical one for this name of a subject.
    #[must_use]
    pub fn subject(&self, name: &str) -> Option<&str> {
        self.aliases.get(&name.to_lowercase()).map(String::as_str)
    }

    /// The names that the user has given for subjects, each with the canonical one.
    pub fn subject_names(&self) -> impl Iterator<Item = (&str, &str)> {
        self.aliases.iter().map(|(name, canonical)| (name.as_str(), canonical.as_str()))
    }

    /// The phrases that carry a verdict, in the order in which they are tried.
    #[must_use]
    pub fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    fn empty() -> Self {
        Self {
            criteria: Vec::new(),
            terms: HashMap::new(),
            cues: HashMap::new(),
            deeds: HashMap::new(),
            aliases: HashMap::new(),
            patterns: Vec::new(),
        }
    }
}

fn wrong(file: &str, text: &str, at: usize, problem: String) -> Error {
    let before = &text[..at.min(text.len())];
    let line = before.matches('\n').count() + 1;
    let column = before.rfind('\n').map_or(at, |newline| at - newline - 1) + 1;
    Error::Lexicon { file: file.to_owned(), line, column, problem }
}
