//! Finds the subjects of a roster in running words: by name, by a part of the name that only one
//! subject has, with a typo.

use std::collections::{BTreeMap, BTreeSet};

use similar::TextDiff;

use super::tokens::{Token, Who};
use crate::claim::Roster;
use crate::lexicon::Lexicon;

/// Nouns for the kind of thing that is compared: "the Flask framework" is Flask, and "the framework"
/// is whichever was spoken of.
pub(super) const KINDS: &[&str] = &[
    "framework",
    "frameworks",
    "platform",
    "platforms",
    "language",
    "languages",
    "library",
    "database",
    "databases",
    "tool",
    "tools",
    "system",
    "solution",
    "product",
    "device",
    "devices",
    "service",
    "software",
    "app",
    "machine",
    "printer",
    "engine",
    "model",
    "models",
    "brand",
    "option",
    "choice",
    "microframework",
    "micro-framework",
    "ecosystem",
    "reader",
    "e-reader",
    "e-readers",
    "phone",
    "phones",
    "laptop",
    "laptops",
    "camera",
    "car",
    "material",
    "filament",
    "provider",
    "vendor",
    "company",
    "companies",
    "editor",
    "browser",
    "console",
    "bike",
    "plugin",
    "package",
    "series",
    "manager",
    "cms",
    "programming",
    "web",
    "community",
    "technology",
    "runtime",
    "users",
    "developers",
    "projects",
    "apps",
    "program",
    "distribution",
    "website",
    "websites",
    "site",
    "store",
    "stores",
    "assistant",
    "chatbot",
    "computer",
];

/// The kinds that a name may absorb ("the Flask web framework"), without changing whom it names.
const ABSORBED: &[&str] = &[
    "framework",
    "platform",
    "language",
    "library",
    "database",
    "tool",
    "system",
    "software",
    "web",
    "programming",
    "e-reader",
    "reader",
    "device",
    "series",
    "printer",
    "microframework",
    "micro-framework",
    "package",
    "manager",
];

/// The names that an article has for its subjects.
#[derive(Debug)]
pub(super) struct Names {
    /// Lower-case words of a name to its subject; longer names first.
    names: Vec<(Vec<String>, usize)>,
    /// The names that are written without a capital.
    small: BTreeSet<String>,
    singles: Vec<(String, usize)>,
}

impl Names {
    /// The names of a roster, with the parts of names that stand for one subject only.
    pub(super) fn new(roster: &Roster) -> Self {
        let mut names: BTreeMap<Vec<String>, BTreeSet<usize>> = BTreeMap::new();
        for (index, subject) in roster.subjects.iter().enumerate() {
            for name in std::iter::once(&subject.name).chain(&subject.aliases) {
                let words = words_of(name);
                for form in forms(&words) {
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
        let singles = names
            .iter()
            .filter(|(words, _)| words.len() == 1 && words[0].len() >= 5)
            .map(|(words, owner)| (words[0].clone(), *owner))
            .collect();
        let spelled = roster.subjects.iter().flat_map(|subject| std::iter::once(&subject.name).chain(&subject.aliases));
        let small = spelled.filter(|name| !name.chars().any(char::is_uppercase)).cloned().collect();
        Self { names, small, singles }
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

    /// "Lab" for Labrador, "Mongo" for MongoDB: the beginning of one name, with a capital within a sentence.
    fn short_form(&self, tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<usize> {
        let token = &tokens[at];
        let low = token.low.strip_suffix('s').filter(|stem| stem.len() >= 3).unwrap_or(&token.low);
        let known = || [low, &token.low].iter().any(|word| lexicon.term(word).is_some() || lexicon.cue(word).is_some());
        let opens = at == 0 || matches!(tokens[at - 1].low.as_str(), "." | ":" | "•" | "|");
        if !token.capital || low.len() < 3 || opens && low.len() < 5 || KINDS.contains(&low) || known() {
            return None;
        }
        let mut owners = self
            .singles
            .iter()
            .filter(|(name, _)| name.len() > low.len() && name.starts_with(low))
            .map(|(_, owner)| *owner);
        let owner = owners.next()?;
        owners.all(|other| other == owner).then_some(owner)
    }

    fn typo(&self, token: &Token, lexicon: &Lexicon) -> Option<usize> {
        let known = || lexicon.term(&token.low).is_some() || lexicon.cue(&token.low).is_some();
        if !token.capital || token.low.len() < 5 || known() {
            return None;
        }
        self.singles.iter().find(|(name, _)| is_typo(&token.low, name)).map(|(_, owner)| *owner)
    }
}

/// Is `word` most likely `name` with two letters swapped, or one left out or added?
fn is_typo(word: &str, name: &str) -> bool {
    let near = word.len().abs_diff(name.len()) <= 1 && word.chars().next() == name.chars().next();
    let plural = word.strip_suffix('s') == Some(name) || name.strip_suffix('s') == Some(word);
    if !near || plural || word == name {
        return false;
    }
    let swapped = {
        let (mut a, mut b): (Vec<char>, Vec<char>) = (word.chars().collect(), name.chars().collect());
        a.sort_unstable();
        b.sort_unstable();
        a == b
    };
    swapped && TextDiff::from_chars(word, name).ratio() >= 0.8
        || word.len() >= 7 && TextDiff::from_chars(word, name).ratio() >= 0.92
}

fn same_word(name: &str, word: &str) -> bool {
    name == word || word.strip_suffix('s') == Some(name) && name.len() >= 3
}

fn named(token: &Token, name: &str, lexicon: &Lexicon) -> bool {
    token.capital || name.len() >= 4 && lexicon.term(name).is_none() && lexicon.cue(name).is_none() || name.len() >= 8
}

fn absorbed(tokens: &[Token], mut at: usize) -> usize {
    while let Some(token) = tokens.get(at).filter(|token| token.who.is_none()) {
        // "Ender 3 V3 SE": versions belong to the name.
        let digits = token.low.chars().any(|c| c.is_ascii_digit()) && token.low.len() <= 4;
        let version = digits && (token.capital || token.low.parse::<f32>().is_ok_and(|number| number < 30.0));
        if !version && !ABSORBED.contains(&token.low.as_str()) {
            break;
        }
        at += 1;
    }
    at
}

/// A name as lower-case words.
pub(super) fn words_of(name: &str) -> Vec<String> {
    super::tokens::words(name).into_iter().map(|(word, _)| word.to_lowercase()).collect()
}

/// A name and what else people make of it: `React.js` and `React`, `Amazon Kindle` and `Kindle`.
fn forms(words: &[String]) -> Vec<Vec<String>> {
    let mut forms = vec![words.to_vec()];
    if let [word] = words {
        let stem = word.strip_suffix(".js").or_else(|| word.strip_suffix("js")).filter(|stem| stem.len() >= 3);
        if let Some(stem) = stem {
            forms.push(vec![stem.to_owned()]);
        }
        let stem = stem.unwrap_or(word);
        forms.push(vec![format!("{stem}.js")]);
        forms.push(vec![format!("{stem}js")]);
        forms.push(vec![stem.to_owned(), "js".to_owned()]);
        if let Some(stem) = word.strip_suffix("ql").filter(|stem| stem.len() >= 6) {
            forms.push(vec![stem.to_owned()]);
        }
        if let Some(stem) = word.strip_suffix("ing").filter(|stem| stem.len() >= 3) {
            forms.extend([stem.to_owned(), format!("{stem}er")].map(|form| vec![form]));
        }
        if let Some(stem) = word.strip_suffix("db").filter(|stem| stem.len() >= 4) {
            forms.push(vec![stem.to_owned()]);
        }
    }
    // Parts of a longer name; those that another subject has as well fall out.
    for size in 1..words.len() {
        for part in words.windows(size) {
            let distinctive = part.iter().any(|word| word.len() >= 2 && !is_common(word));
            if distinctive && !part.first().is_some_and(|word| is_common(word)) && !part.iter().all(|w| is_number(w)) {
                forms.push(part.to_vec());
            }
        }
    }
    forms
}

fn is_number(word: &str) -> bool {
    word.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
}

/// Words too common to stand for a thing by themselves, though they may be part of its name.
fn is_common(word: &str) -> bool {
    const COMMON: &[&str] = &[
        "the",
        "a",
        "an",
        "of",
        "and",
        "for",
        "in",
        "on",
        "to",
        "with",
        "pro",
        "max",
        "mini",
        "plus",
        "lite",
        "one",
        "new",
        "air",
        "web",
        "lab",
        "labs",
        "services",
        "service",
        "cloud",
        "platform",
        "programming",
        "language",
        "software",
        "home",
        "private",
        "public",
        "online",
        "group",
        "lessons",
        "smart",
        "best",
        "free",
        "open",
        "js",
        "script",
        "gen",
        "series",
        "edition",
        "model",
        "personal",
        "hosted",
        "self",
        "career",
        "careers",
        "code",
        "studio",
        "framework",
        "database",
        "apps",
        "app",
        "pc",
        "google",
        "studio",
        "style",
        "full",
        "time",
        "based",
        "school",
        "class",
        "classes",
        "learning",
        "machine",
        "data",
        "electric",
        "digital",
        "v2",
        "v3",
        "ii",
        "iii",
        "classic",
        "premium",
        "standard",
        "basic",
        "core",
        "native",
        "system",
        "systems",
        "engine",
        "console",
        "manager",
        "mobile",
        "desktop",
        "solid",
        "state",
        "car",
        "bike",
        "phone",
        "tv",
        "book",
        "books",
        "print",
        "paper",
        "bank",
        "broadband",
        "internet",
        "rest",
        "ultra",
        "hard",
        "soft",
        "high",
        "low",
        "big",
        "small",
    ];
    COMMON.contains(&word) || is_number(word) || super::names::KINDS.contains(&word)
}

/// Who a pronoun or a noun for the kind of thing stands for, where it is clear.
pub(super) fn stands_for(
    tokens: &[Token],
    at: usize,
    topic: Option<usize>,
    pair: Option<(usize, usize)>,
) -> Option<(Who, usize)> {
    let low = |offset: usize| tokens.get(at + offset).map_or("", |token| token.low.as_str());
    match (low(0), low(1)) {
        ("the", "former") => return pair.map(|(first, _)| (Who::One(first), 2)),
        ("the", "latter") => return pair.map(|(_, second)| (Who::One(second), 2)),
        ("it" | "its", _) => return topic.map(|topic| (Who::One(topic), 1)),
        ("both", "of") => return Some((Who::ALL, 3.min(tokens.len() - at))),
        ("both", next) => return Some((Who::ALL, 1 + usize::from(KINDS.contains(&next)))),
        ("neither" | "either", "of") => return Some((Who::Neither, 3.min(tokens.len() - at))),
        ("neither", next) => return Some((Who::Neither, 1 + usize::from(KINDS.contains(&next) || next == "one"))),
        ("the", "two") => return Some((Who::ALL, 2 + usize::from(KINDS.contains(&low(2))))),
        ("these", "two") => return Some((Who::ALL, 2 + usize::from(KINDS.contains(&low(2))))),
        (
            "these" | "the",
            "frameworks" | "platforms" | "languages" | "databases" | "tools" | "devices" | "phones" | "laptops"
            | "models" | "brands" | "services",
        ) => {
            return Some((Who::ALL, 2));
        }
        ("this" | "the", next) if is_kind(next) && next != "community" && next != "ecosystem" => {
            // "the framework of your choice", "the best framework" do not point back.
            let of = low(2) == "of" || low(2) == "that" || low(2) == "you" || low(2) == "'s" && low(3).is_empty();
            return topic.filter(|_| !of).map(|topic| (Who::One(topic), 2));
        }
        _ => {}
    }
    None
}

fn is_kind(word: &str) -> bool {
    const SINGULAR: &[&str] = &[
        "framework",
        "platform",
        "language",
        "library",
        "database",
        "tool",
        "system",
        "solution",
        "product",
        "device",
        "service",
        "software",
        "machine",
        "printer",
        "microframework",
        "micro-framework",
        "e-reader",
        "phone",
        "laptop",
        "camera",
        "car",
        "material",
        "filament",
        "console",
        "cms",
        "technology",
        "runtime",
        "assistant",
        "chatbot",
    ];
    SINGULAR.contains(&word)
}
