//! Loads `lexicon/*.toml` and a user's `gainsay.toml`; a wrong entry is reported as a compiler would,
//! with file, line and column.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::patterns::Pattern;
use super::words::degrees;
use super::{Class, Cue, Degree, Lexicon, Term, wrong};
use crate::error::Result;

const FILES: [(&str, &str); 3] = [
    ("lexicon/criteria.toml", include_str!("../../lexicon/criteria.toml")),
    ("lexicon/cues.toml", include_str!("../../lexicon/cues.toml")),
    ("lexicon/patterns.toml", include_str!("../../lexicon/patterns.toml")),
];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entries {
    #[serde(default)]
    criterion: Vec<CriterionEntry>,
    #[serde(default)]
    cue: Vec<CueEntry>,
    #[serde(default)]
    pattern: Vec<PatternEntry>,
    /// Canonical name of a subject to its other names.
    #[serde(default)]
    subjects: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CriterionEntry {
    name: String,
    #[serde(default)]
    #[allow(dead_code)] // read by people
    means: String,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    burdens: Vec<String>,
    #[serde(default)]
    deeds: Vec<String>,
    #[serde(default)]
    good: Vec<String>,
    #[serde(default)]
    bad: Vec<String>,
    #[serde(default)]
    fires: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CueEntry {
    name: Spanned<String>,
    #[serde(default)]
    #[allow(dead_code)] // read by people
    means: String,
    class: Spanned<String>,
    words: Vec<String>,
    #[serde(default)]
    fires: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PatternEntry {
    name: String,
    #[serde(default)]
    #[allow(dead_code)] // read by people
    means: String,
    verdict: Spanned<String>,
    criterion: Option<String>,
    #[serde(rename = "match")]
    matches: Vec<Spanned<String>>,
    #[serde(default)]
    fires: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
}

pub(super) fn builtin() -> Result<Lexicon> {
    let mut lexicon = Lexicon::empty();
    for (file, text) in FILES {
        add(&mut lexicon, text, file)?;
    }
    Ok(lexicon)
}

pub(super) fn add(lexicon: &mut Lexicon, text: &str, file: &str) -> Result<()> {
    let entries: Entries = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        wrong(file, text, at, error.message().to_owned())
    })?;
    for entry in entries.criterion {
        add_criterion(lexicon, entry);
    }
    for entry in entries.cue {
        add_cues(lexicon, entry).map_err(|(at, problem)| wrong(file, text, at, problem))?;
    }
    for entry in entries.pattern {
        add_pattern(lexicon, entry).map_err(|(at, problem)| wrong(file, text, at, problem))?;
    }
    for (canonical, names) in entries.subjects {
        for name in names.iter().chain([&canonical]) {
            lexicon.aliases.insert(name.to_lowercase(), canonical.clone());
        }
    }
    Ok(())
}

fn add_criterion(lexicon: &mut Lexicon, entry: CriterionEntry) {
    let known = lexicon.criteria.iter().position(|name| *name == entry.name);
    let criterion = known.unwrap_or_else(|| {
        lexicon.criteria.push(entry.name.clone());
        lexicon.criteria.len() - 1
    });
    let own = [entry.name.replace('-', " "), entry.name.clone()];
    let burden_by_name = entry.names.is_empty() && !entry.burdens.is_empty();
    let own_burden = burden_by_name || entry.burdens.iter().any(|burden| own.contains(burden));
    // A criterion's own name is its own, whatever another calls a synonym.
    for name in &own {
        lexicon.terms.insert(name.to_lowercase(), Term { criterion, burden: own_burden });
    }
    for name in &entry.names {
        lexicon.terms.entry(name.to_lowercase()).or_insert(Term { criterion, burden: false });
    }
    for name in &entry.burdens {
        lexicon.terms.entry(name.to_lowercase()).or_insert(Term { criterion, burden: true });
    }
    for deed in &entry.deeds {
        lexicon.deeds.insert(deed.to_lowercase(), criterion);
    }
    for (class, words) in [(Class::Good, &entry.good), (Class::Bad, &entry.bad)] {
        for word in words {
            add_cue(lexicon, word, class, Some(criterion));
        }
    }
}

/// A word with its comparative and superlative. A cue that knows its criterion is kept over one that
/// does not, and the first over a later one.
fn add_cue(lexicon: &mut Lexicon, word: &str, class: Class, criterion: Option<usize>) {
    let word = word.to_lowercase();
    let adjective = matches!(class, Class::Good | Class::Bad | Class::More | Class::Less);
    if let Some((comparative, superlative)) = degrees(&word).filter(|_| adjective) {
        for (form, degree) in [(comparative, Degree::Comparative), (superlative, Degree::Superlative)] {
            lexicon.cues.entry(form).or_insert(Cue { class, degree, criterion });
        }
    }
    lexicon.cues.entry(word).or_insert(Cue { class, degree: Degree::Base, criterion });
}

fn add_cues(lexicon: &mut Lexicon, entry: CueEntry) -> std::result::Result<(), (usize, String)> {
    let class = match entry.class.as_ref().as_str() {
        "good" => Class::Good,
        "bad" => Class::Bad,
        "more" => Class::More,
        "less" => Class::Less,
        "has" => Class::Has,
        "lacks" => Class::Lacks,
        "excels" => Class::Excels,
        "struggles" => Class::Struggles,
        "reduces" => Class::Reduces,
        "increases" => Class::Increases,
        other => {
            let expected = "good, bad, more, less, has, lacks, excels, struggles, reduces or increases";
            return Err((entry.class.span().start, format!("unknown class {other:?}, expected {expected}")));
        }
    };
    let _ = (entry.name, entry.fires, entry.not);
    for word in &entry.words {
        add_cue(lexicon, word, class, None);
    }
    Ok(())
}

fn add_pattern(lexicon: &mut Lexicon, entry: PatternEntry) -> std::result::Result<(), (usize, String)> {
    for phrase in &entry.matches {
        let pattern = Pattern::new(&entry.name, entry.verdict.as_ref(), entry.criterion.as_deref(), phrase.as_ref())
            .map_err(|(at, problem)| (phrase.span().start + 1 + at, problem))?;
        lexicon.patterns.push(pattern);
    }
    let _ = (entry.fires, entry.not);
    Ok(())
}

/// The examples of every entry of the built-in files, for the test that runs them.
#[doc(hidden)]
pub mod examples {
    use super::{Entries, FILES};

    /// One entry's examples.
    #[derive(Debug)]
    pub struct Examples {
        /// `criterion`, `cue` or `pattern`.
        pub kind: &'static str,
        /// The entry's name.
        pub name: String,
        /// The words of a cue.
        pub words: Vec<String>,
        /// Where it must fire.
        pub fires: Vec<String>,
        /// Where it must not.
        pub not: Vec<String>,
    }

    /// All of them, in the order of the files.
    ///
    /// # Panics
    ///
    /// Where a built-in file is not well formed.
    #[must_use]
    pub fn all() -> Vec<Examples> {
        let mut all = Vec::new();
        for (_, text) in FILES {
            let entries: Entries = toml::from_str(text).expect("well formed");
            let of = |kind, name, words, fires, not| Examples { kind, name, words, fires, not };
            all.extend(entries.criterion.into_iter().map(|e| of("criterion", e.name, Vec::new(), e.fires, e.not)));
            all.extend(entries.cue.into_iter().map(|e| of("cue", e.name.into_inner(), e.words, e.fires, e.not)));
            all.extend(entries.pattern.into_iter().map(|e| of("pattern", e.name, Vec::new(), e.fires, e.not)));
        }
        all
    }
}
