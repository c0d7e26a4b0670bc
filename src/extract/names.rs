//! Finds the subjects of a roster in running words: by name, by a part of the name that only one
//! subject has, with a typo.

use std::collections::{BTreeMap, BTreeSet};

use similar::TextDiff;

use super::tokens::{Token, words};
use crate::claim::{Named, Roster};
use crate::lexicon::{Lexicon, List};

/// The names that an article has for its subjects.
#[derive(Debug)]
pub(super) struct Names {
    /// Lower-case words of a name to its subject; longer names first.
    names: Vec<(Vec<String>, usize)>,
    /// The names that are written without a capital.
    small: BTreeSet<String>,
    /// The letters with which names begin.
    letters: BTreeSet<Option<char>>,
    /// Names of one word that are long enough to be known by a part.
    singles: Vec<(String, usize)>,
}

impl Names {
    /// The names of a roster, with the parts of names that stand for one subject only.
    pub(super) fn new(roster: &Roster, lexicon: &Lexicon) -> Self {
        let mut names: BTreeMap<Vec<String>, BTreeSet<usize>> = BTreeMap::new();
        for (index, subject) in roster.subjects.iter().enumerate() {
            for name in subject.names() {
                let words = words_of(name);
                for form in forms(&words, lexicon) {
                    names.entry(form).or_default().insert(index);
                }
            }
        }
        let mut names: Vec<(Vec<String>, usize)> = names
            .into_iter()
            .filter(|(words, owners)| owners.len() == 1 && !words.is_empty())
            .filter_map(|(words, owners)| owners.first().map(|owner| (words, *owner)))
            .collect();
        names.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then(a.cmp(b)));
        let letters = names.iter().map(|(words, _)| words[0].chars().next()).collect();
        let singles = names
            .iter()
            .filter(|(words, _)| words.len() == 1 && words[0].len() >= 5)
            .map(|(words, owner)| (words[0].clone(), *owner))
            .collect();
        let spelled = roster.subjects.iter().flat_map(Named::names);
        let small = spelled.filter(|name| !name.chars().any(char::is_uppercase)).map(str::to_owned).collect();
        Self { names, small, letters, singles }
    }

    /// May a name begin with this lower-case word? Only a word that is `spelled` like a name, and is nothing that
    /// the lexicon knows, may be one misspelled or cut short.
    pub(super) fn may_begin(&self, low: &str, spelled: bool) -> bool {
        if !self.letters.contains(&low.chars().next()) {
            return false;
        }
        let stem = stem(low);
        let near = |(name, _): &(String, usize)| is_typo(low, name) || stem.len() >= 3 && name.starts_with(stem);
        self.names.iter().any(|(words, _)| same_word(&words[0], low)) || spelled && self.singles.iter().any(near)
    }

    /// The subject whose name begins at this token, and how many tokens it takes.
    pub(super) fn at(&self, tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<(usize, usize)> {
        for (words, owner) in &self.names {
            let fits = tokens.len() - at >= words.len()
                && words.iter().zip(&tokens[at..]).all(|(word, token)| same_word(word, &token.low));
            // A short or common word is a name only where it is written as one.
            if fits && (words.len() > 1 || self.small.contains(&words[0]) || named(&tokens[at], &words[0], lexicon)) {
                return Some((*owner, absorbed(tokens, at + words.len()) - at));
            }
        }
        let near = self.typo(&tokens[at], lexicon).or_else(|| self.short_form(tokens, at, lexicon))?;
        Some((near, absorbed(tokens, at + 1) - at))
    }

    /// Is the word the last one of a longer name of the subject?
    pub(super) fn is_tail(&self, owner: usize, word: &str) -> bool {
        let ends = |words: &[String]| words.len() > 1 && words.last().is_some_and(|last| same_word(last, word));
        self.names.iter().any(|(words, of)| *of == owner && ends(words))
    }

    /// "Lab" for Labrador, "Mongo" for MongoDB: the beginning of one name, with a capital within a sentence.
    fn short_form(&self, tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<usize> {
        let token = &tokens[at];
        let low = stem(&token.low);
        let known = || [low, &token.low].iter().any(|word| lexicon.term(word).is_some() || lexicon.cue(word).is_some());
        let opens = at == 0 || matches!(tokens[at - 1].low.as_str(), "." | ":" | "•" | "|");
        if !token.capital || low.len() < 3 || opens && low.len() < 5 || lexicon.has(List::Kinds, low) || known() {
            return None;
        }
        let mut owners = self.singles.iter().filter(|(name, _)| is_short_for(low, name)).map(|(_, owner)| *owner);
        let owner = owners.next()?;
        owners.all(|other| other == owner).then_some(owner)
    }

    /// "Dajngo" for Django: a name of some length with a slip of the hand in it.
    fn typo(&self, token: &Token, lexicon: &Lexicon) -> Option<usize> {
        let known = || lexicon.term(&token.low).is_some() || lexicon.cue(&token.low).is_some();
        if !token.capital || token.low.len() < 5 || known() {
            return None;
        }
        self.singles.iter().find(|(name, _)| is_typo(&token.low, name)).map(|(_, owner)| *owner)
    }
}

/// Is a word the beginning of a name? "Tank" is no short form of "Tankless".
pub(super) fn is_short_for(word: &str, name: &str) -> bool {
    name.strip_prefix(word).is_some_and(|rest| !matches!(rest, "" | "less" | "free"))
}

/// A word without the ending of the plural.
fn stem(low: &str) -> &str {
    low.strip_suffix('s').filter(|stem| stem.len() >= 3).unwrap_or(low)
}

/// Is `word` most likely `name` with two letters swapped, or one left out or added?
fn is_typo(word: &str, name: &str) -> bool {
    let near = word.len().abs_diff(name.len()) <= 1 && word.chars().next() == name.chars().next();
    let plural = word.strip_suffix('s') == Some(name) || name.strip_suffix('s') == Some(word);
    if !near || plural || word == name {
        return false;
    }
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let likeness = || TextDiff::from_chars(word, name).ratio();
    sorted(word) == sorted(name) && likeness() >= 0.8 || word.len() >= 7 && likeness() >= 0.92
}

/// Is the word the name's, in the singular or the plural?
fn same_word(name: &str, word: &str) -> bool {
    let in_y = || word.strip_suffix("ies").is_some_and(|stem| name.strip_suffix('y') == Some(stem));
    name == word || word.strip_suffix('s') == Some(name) && name.len() >= 2 || in_y()
}

/// Is a short or common word written as a name?
fn named(token: &Token, name: &str, lexicon: &Lexicon) -> bool {
    token.capital || name.len() >= 3 && lexicon.term(name).is_none() && lexicon.cue(name).is_none() || name.len() >= 8
}

/// Where a name ends that takes versions and the kind of thing along.
fn absorbed(tokens: &[Token], mut at: usize) -> usize {
    while let Some(token) = tokens.get(at).filter(|token| token.who.is_none()) {
        // "Ender 3 V3 SE": versions belong to the name.
        let digits = token.low.chars().any(|c| c.is_ascii_digit()) && token.low.len() <= 4;
        let version = digits && (token.capital || token.low.parse::<f32>().is_ok_and(|number| number < 30.0));
        if !version && !token.is(List::Absorbed) {
            break;
        }
        at += 1;
    }
    at
}

/// A name as lower-case words.
pub(super) fn words_of(name: &str) -> Vec<String> {
    words(name).into_iter().map(|(word, _)| word.to_lowercase()).collect()
}

/// A name and what else people make of it: `React.js` and `React`, `Amazon Kindle` and `Kindle`.
fn forms(words: &[String], lexicon: &Lexicon) -> Vec<Vec<String>> {
    let mut forms = vec![words.to_vec()];
    if let [word] = words {
        forms.extend(spellings(word));
    }
    // Parts of a longer name; those that another subject has as well fall out.
    for size in 1..words.len() {
        for part in words.windows(size) {
            let distinctive = part.iter().any(|word| word.len() >= 2 && !is_common(word, lexicon));
            if distinctive
                && !part.first().is_some_and(|word| is_common(word, lexicon))
                && !part.iter().all(|w| is_number(w))
            {
                forms.push(part.to_vec());
            }
        }
    }
    forms
}

/// One word in its other spellings: `React.js` for `React`, `Postgres` for `PostgreSQL`, `rent` for `renting`.
fn spellings(word: &str) -> Vec<Vec<String>> {
    let bare = |ending: &str, least: usize| word.strip_suffix(ending).filter(|stem| stem.len() >= least);
    let js = bare(".js", 0).or_else(|| bare("js", 0)).filter(|stem| stem.len() >= 3);
    let stem = js.unwrap_or(word);
    let mut forms = vec![vec![format!("{stem}.js")], vec![format!("{stem}js")], vec![stem.to_owned(), "js".to_owned()]];
    forms.extend([js, bare("ql", 6), bare("db", 4)].into_iter().flatten().map(|stem| vec![stem.to_owned()]));
    if let Some(stem) = bare("ing", 3) {
        forms.extend([stem.to_owned(), format!("{stem}er")].map(|form| vec![form]));
    }
    forms
}

fn is_number(word: &str) -> bool {
    word.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
}

/// Is it too common to stand for a thing by itself?
fn is_common(word: &str, lexicon: &Lexicon) -> bool {
    let lists = lexicon.lists(word);
    lists.has(List::CommonInNames) || lists.has(List::Kinds) || is_number(word)
}
