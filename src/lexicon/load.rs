//! Loads `lexicon/*.toml` and a user's `gainsay.toml`; a wrong entry is reported as a compiler would,
//! with file, line and column.

use std::collections::BTreeSet;
use std::sync::Mutex;

use rustc_hash::FxHashMap;

#[cfg(test)]
use toml::Spanned;

use super::entries::{Called, CriterionEntry, CueEntry, Entries, ListEntry, PatternEntry, SayingEntry, UnitEntry};
use super::openings::Openings;
use super::patterns::Pattern;
use super::words::{degrees, verb_forms};
use super::{Class, Cue, Degree, Knowledge, List, Lists, Term};
use crate::claim::{Unit, Verdict};
use crate::error::{Error, Result};

/// The built-in files; the last has the lists.
pub(super) const FILES: [(&str, &str); 14] = [
    ("lexicon/criteria/general.toml", include_str!("../../lexicon/criteria/general.toml")),
    ("lexicon/criteria/software.toml", include_str!("../../lexicon/criteria/software.toml")),
    ("lexicon/criteria/devices.toml", include_str!("../../lexicon/criteria/devices.toml")),
    ("lexicon/criteria/services.toml", include_str!("../../lexicon/criteria/services.toml")),
    ("lexicon/criteria/home.toml", include_str!("../../lexicon/criteria/home.toml")),
    ("lexicon/criteria/living.toml", include_str!("../../lexicon/criteria/living.toml")),
    ("lexicon/criteria/work.toml", include_str!("../../lexicon/criteria/work.toml")),
    ("lexicon/criteria/money.toml", include_str!("../../lexicon/criteria/money.toml")),
    ("lexicon/criteria/travel.toml", include_str!("../../lexicon/criteria/travel.toml")),
    ("lexicon/criteria/computing.toml", include_str!("../../lexicon/criteria/computing.toml")),
    ("lexicon/sayings.toml", include_str!("../../lexicon/sayings.toml")),
    ("lexicon/cues.toml", include_str!("../../lexicon/cues.toml")),
    ("lexicon/patterns.toml", include_str!("../../lexicon/patterns.toml")),
    ("lexicon/words.toml", include_str!("../../lexicon/words.toml")),
];

/// What is wrong, and how many bytes into the file or the entry.
type Wrong = (usize, String);

/// The knowledge of the built-in files, every list of [`List`] among it.
pub(super) fn builtin() -> Result<Knowledge> {
    let mut known = Knowledge::default();
    for (file, text) in FILES {
        add(&mut known, text, file, Whose::BuiltIn)?;
    }
    complete(&known)?;
    known.note_openings();
    Ok(known)
}

impl Knowledge {
    /// Notes which words open others; to be done when all are there.
    pub(super) fn note_openings(&mut self) {
        self.openings = Openings::default();
        self.terms.keys().chain(self.cues.keys()).for_each(|name| self.openings.add(name));
    }
}

/// Is every list of [`List`] there?
fn complete(known: &Knowledge) -> Result<()> {
    let all = known.lists.values().fold(Lists::default(), |all, lists| all.and(*lists));
    let [.., (file, text)] = FILES;
    match List::ALL.iter().find(|list| !all.has(**list)) {
        Some(list) => {
            let problem = format!("no list {:?}, or it has no words; add it as the others are", list.name());
            Err(wrong(file, text, text.len(), problem))
        }
        None => Ok(()),
    }
}

/// Whose entries a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// The program's: of two entries for one word the first is kept.
    BuiltIn,
    /// The user's: they have the last word.
    Users,
}

fn put<T>(map: &mut FxHashMap<String, T>, word: String, what: T, whose: Whose) {
    match whose {
        Whose::Users => {
            map.insert(word, what);
        }
        Whose::BuiltIn => {
            map.entry(word).or_insert(what);
        }
    }
}

/// Adds the entries of a file.
pub(super) fn add(known: &mut Knowledge, text: &str, file: &str, whose: Whose) -> Result<()> {
    let entries: Entries = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        wrong(file, text, at, error.message().to_owned())
    })?;
    let located = |(at, problem)| wrong(file, text, at, problem);
    for entry in entries.criterion {
        match entries.called {
            Called::AsWritten => known.as_written.insert(entry.name.clone()),
            Called::ByName => known.as_written.remove(&entry.name),
        };
        add_criterion(known, entry, whose);
    }
    for entry in entries.cue {
        add_cues(known, &entry, whose).map_err(located)?;
    }
    for entry in entries.saying {
        add_saying(known, &entry, whose);
    }
    for entry in entries.pattern {
        add_pattern(known, &entry).map_err(located)?;
    }
    for entry in entries.list {
        add_list(known, &entry).map_err(located)?;
    }
    for entry in entries.unit {
        add_unit(known, &entry);
    }
    for (canonical, names) in entries.subjects {
        for name in names.iter().chain([&canonical]) {
            known.aliases.insert(name.to_lowercase(), canonical.clone());
        }
    }
    Ok(())
}

fn wrong(file: &str, text: &str, at: usize, problem: String) -> Error {
    Error::at(file, text, at, problem)
}

fn add_criterion(known: &mut Knowledge, entry: CriterionEntry, whose: Whose) {
    let criterion = known.number_of(&entry.name);
    let own = [entry.name.replace('-', " "), entry.name];
    let burden_by_name = entry.names.is_empty() && !entry.burdens.is_empty();
    let own_burden = burden_by_name || entry.burdens.iter().any(|burden| own.contains(burden));
    // A criterion's own name is its own, whatever another calls a synonym.
    for name in &own {
        known.terms.insert(name.to_lowercase(), Term { criterion, burden: own_burden });
    }
    for (names, burden) in [(entry.names, false), (entry.burdens, true)] {
        for name in names {
            put(&mut known.terms, name.to_lowercase(), Term { criterion, burden }, whose);
        }
    }
    for deed in entry.deeds {
        known.deeds.insert(deed.to_lowercase(), criterion);
    }
    for verb in entry.does {
        put(&mut known.does, verb.to_lowercase(), criterion, whose);
    }
    for (class, words) in [(Class::Good, entry.good), (Class::Bad, entry.bad)] {
        for word in words {
            add_cue(known, &word, class, Some(criterion), whose);
        }
    }
}

/// A word with its comparative and superlative. A cue that knows its criterion is kept over one that
/// does not, and the first over a later one.
fn add_cue(known: &mut Knowledge, word: &str, class: Class, criterion: Option<usize>, whose: Whose) {
    let word = word.to_lowercase();
    let base = Cue { class, degree: Degree::Base, criterion };
    if let Some((comparative, superlative)) = degrees(&word).filter(|_| base.is_adjective()) {
        for (form, degree) in [(comparative, Degree::Comparative), (superlative, Degree::Superlative)] {
            put(&mut known.cues, form, Cue { degree, ..base }, whose);
        }
    }
    put(&mut known.cues, word, base, whose);
}

fn add_cues(known: &mut Knowledge, entry: &CueEntry, whose: Whose) -> std::result::Result<(), Wrong> {
    let class = match entry.class.as_ref().as_str() {
        "good" => Class::Good,
        "bad" => Class::Bad,
        "more" => Class::More,
        "less" => Class::Less,
        "has" => Class::Has,
        "lacks" => Class::Lacks,
        "excels" => Class::Excels,
        "struggles" => Class::Struggles,
        "demands" => Class::Demands,
        "reduces" => Class::Reduces,
        "increases" => Class::Increases,
        other => {
            let expected = "good, bad, more, less, has, lacks, excels, struggles, demands, reduces or increases";
            return Err((entry.class.span().start, format!("unknown class {other:?}, expected {expected}")));
        }
    };
    for word in &entry.words {
        add_cue(known, word, class, None, whose);
    }
    Ok(())
}

/// A saying in all forms of its first word, each a cue that knows its criterion.
fn add_saying(known: &mut Knowledge, entry: &SayingEntry, whose: Whose) {
    let criterion = known.number_of(&entry.criterion);
    for (class, phrases) in [(Class::Excels, &entry.speaks_for), (Class::Struggles, &entry.speaks_against)] {
        for phrase in phrases {
            for form in verb_forms(&phrase.to_lowercase()) {
                put(&mut known.cues, form, Cue { class, degree: Degree::Base, criterion: Some(criterion) }, whose);
            }
        }
    }
}

fn add_pattern(known: &mut Knowledge, entry: &PatternEntry) -> std::result::Result<(), Wrong> {
    let yields = match entry.verdict.as_ref().as_str() {
        "better" => Verdict::Better,
        "worse" => Verdict::Worse,
        "equal" => Verdict::Equal,
        "strength" => Verdict::Strength,
        "weakness" => Verdict::Weakness,
        "suits" => Verdict::Suits,
        "unsuited" => Verdict::Unsuited,
        other => {
            let expected = "better, worse, equal, strength, weakness, suits or unsuited";
            return Err((entry.verdict.span().start, format!("unknown verdict {other:?}, expected {expected}")));
        }
    };
    let about = (yields, entry.criterion.as_deref());
    for phrase in &entry.matches {
        let pattern = Pattern::new(&entry.name, about, phrase.as_ref(), &mut known.index)
            .map_err(|(at, problem)| (phrase.span().start + 1 + at, problem))?;
        known.patterns.push(pattern);
    }
    Ok(())
}

fn add_list(known: &mut Knowledge, entry: &ListEntry) -> std::result::Result<(), Wrong> {
    let name = entry.name.as_ref();
    let unknown = || (entry.name.span().start, format!("unknown list {name:?}, expected one of lexicon/words.toml"));
    let list = List::named(name).ok_or_else(unknown)?;
    for words in &entry.words {
        // As sentences are cut, an apostrophe begins a word.
        let words = words.to_lowercase().replace('\'', " '").trim_start().to_owned();
        let of_word = known.lists.entry(words.clone()).or_default();
        *of_word = of_word.with(list);
        if let Some((first, _)) = words.split_once(' ') {
            let phrases = known.list_phrases.entry(first.to_owned()).or_default();
            phrases.push((words, Lists::default().with(list)));
        }
    }
    Ok(())
}

fn add_unit(known: &mut Knowledge, entry: &UnitEntry) {
    let name = entry.name.to_lowercase();
    let unit = Unit::Measure(kept(&name));
    for word in entry.words.iter().map(|word| word.to_lowercase()).chain([name]) {
        known.units.insert(word, (unit, entry.criterion.clone()));
    }
}

/// The same name for as long as the program runs, each name once: a figure is copied about freely, so
/// it cannot own the name of its unit.
fn kept(name: &str) -> &'static str {
    static KEPT: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut all = KEPT.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(known) = all.get(name) {
        return known;
    }
    let name: &'static str = Box::leak(name.to_owned().into_boxed_str());
    all.insert(name);
    name
}

/// The phrases of the built-in patterns, as written.
#[cfg(test)]
pub(super) fn phrases() -> Vec<String> {
    let entries = FILES.iter().map(|(_, text)| toml::from_str::<Entries>(text).expect("well formed"));
    let patterns = entries.flat_map(|entries| entries.pattern);
    patterns.flat_map(|entry| entry.matches).map(Spanned::into_inner).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_no_file_has_is_reported_with_the_file_that_should() {
        let mut known = builtin().expect("well formed");
        assert!(complete(&known).is_ok());
        known.lists.retain(|_, lists| !lists.has(List::Births));
        let error = complete(&known).expect_err("a list is missing").to_string();
        assert!(error.starts_with("lexicon/words.toml:") && error.contains("no list \"births\""), "{error}");
    }
}
