//! Every entry of the lexicon is held to its own examples, and a wrong entry is reported with its place.
//!
//! All entries are tried before the test fails, so that one run shows everything that is wrong.

use std::collections::BTreeSet;
use std::path::Path;

use gainsay::claim::Unit;
use gainsay::lexicon::examples::{self, Examples};
use gainsay::lexicon::{LONGEST, Lexicon, List};
use gainsay::{extract, read};

#[test]
fn every_criterion_is_found_in_its_examples_only() {
    let lexicon = Lexicon::builtin();
    held("criterion", |entry, phrase| criteria(phrase, &lexicon).contains(&entry.name));
}

/// The criteria to which a phrase leads, from left to right; the longest name that fits wins.
fn criteria(phrase: &str, lexicon: &Lexicon) -> BTreeSet<String> {
    let words = words(phrase);
    let mut found = BTreeSet::new();
    let mut at = 0;
    while at < words.len() {
        let known = (1..=LONGEST.min(words.len() - at)).rev().find_map(|length| {
            let row = words[at..at + length].join(" ");
            let by_name = lexicon.term(&row).map(|term| lexicon.slug_of(term));
            by_name.or_else(|| lexicon.cue(&row).and_then(|cue| lexicon.slug_of_cue(cue))).map(|slug| (slug, length))
        });
        found.extend(known.map(|(slug, _)| slug.to_owned()));
        at += known.map_or(1, |(_, length)| length);
    }
    found
}

#[test]
fn every_cue_stands_in_its_examples_only() {
    held("cue", |entry, phrase| grams(phrase).any(|words| entry.words.contains(&words)));
}

#[test]
fn every_saying_speaks_in_its_examples_only() {
    let lexicon = Lexicon::builtin();
    held("saying", |entry, phrase| criteria(phrase, &lexicon).contains(&entry.name));
}

#[test]
fn every_pattern_fires_in_its_examples_only() {
    let lexicon = Lexicon::builtin();
    held("pattern", |entry, phrase| rules(phrase, &lexicon).contains(&entry.name));
}

/// Tries all entries of a kind with their examples.
fn held(kind: &str, fires: impl Fn(&Examples, &str) -> bool) {
    let entries: Vec<Examples> = examples::all().into_iter().filter(|entry| entry.kind == kind).collect();
    assert!(!entries.is_empty(), "there are entries of the kind {kind}");
    let mut wrong = Vec::new();
    for entry in &entries {
        let name = &entry.name;
        if entry.fires.is_empty() || entry.not.is_empty() {
            wrong.push(format!("{kind} {name}: give it an example that fires and one that must not"));
        }
        let silent = entry.fires.iter().filter(|phrase| !fires(entry, phrase));
        wrong.extend(silent.map(|phrase| format!("{kind} {name} does not fire on: {phrase}")));
        let loud = entry.not.iter().filter(|phrase| fires(entry, phrase));
        wrong.extend(loud.map(|phrase| format!("{kind} {name} fires on: {phrase}")));
    }
    assert!(wrong.is_empty(), "{}\nmend the entry or its example in lexicon/", wrong.join("\n"));
}

/// All rows of words of a phrase, as long as a cue may be.
fn grams(phrase: &str) -> impl Iterator<Item = String> {
    let words = words(phrase);
    (1..=LONGEST).flat_map(move |length| words.windows(length).map(|row| row.join(" ")).collect::<Vec<_>>())
}

/// The words of a phrase in lower case.
fn words(phrase: &str) -> Vec<String> {
    let parts = phrase.split(|letter: char| !letter.is_alphanumeric() && !"-'/".contains(letter));
    parts.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The rules by which claims are found in a sentence about Alpha and Beta.
fn rules(sentence: &str, lexicon: &Lexicon) -> BTreeSet<String> {
    let article = format!("# Alpha vs Beta\n\n{sentence}\n");
    let document = read::bytes(Path::new("example.md"), article.as_bytes()).expect("an article");
    let roster = extract::rosters(std::slice::from_ref(&document), lexicon).remove(0);
    extract::claims(document, roster, lexicon).claims.into_iter().map(|claim| claim.evidence.rule).collect()
}

#[test]
fn a_wrong_entry_is_reported_with_its_place_and_the_remedy() {
    for (text, expected) in [
        (
            "[[pattern]]\nname = \"favours\"\nverdict = \"better\"\nmatch = [\"{subjct} has it all\"]\n",
            "gainsay.toml:4:11: unknown slot {subjct}, expected {subject}, {rival}, {both}, {either}, {scope}, {people}, {criterion}, {chore} or {wanted}",
        ),
        (
            "[[pattern]]\nname = \"favours\"\nverdict = \"best\"\nmatch = [\"{subject} has it all\"]\n",
            "unknown verdict \"best\", expected better, worse, equal, strength, weakness, suits or unsuited",
        ),
        (
            "\n[[cue]]\nname = \"praise\"\nclass = \"goood\"\nwords = [\"neat\"]\n",
            "gainsay.toml:4:9: unknown class \"goood\", expected good, bad, more, less, has, lacks,",
        ),
        (
            "[[pattern]]\nname = \"favours\"\nverdict = \"better\"\nmatch = [\"{subject} and {both} win\"]\n",
            "gainsay.toml:4:25: {both} is one slot too many",
        ),
        (
            "[[list]]\nname = \"kindz\"\nwords = [\"kettle\"]\n",
            "gainsay.toml:2:8: unknown list \"kindz\", expected one of lexicon/words.toml",
        ),
        ("[[criterion]]\nname = \"taste\"\ngoood = [\"tasty\"]\n", "gainsay.toml:3:1: unknown field `goood`, expected"),
        ("[[criterion]]\nname = taste\n", "gainsay.toml:2:8: "),
    ] {
        let error = Lexicon::builtin().with_user(text, "gainsay.toml").expect_err("the entry is wrong").to_string();
        assert!(error.contains(expected), "{error}\nis not\n{expected}");
    }
}

#[test]
fn a_user_adds_criteria_words_phrases_and_names() {
    let text = "
[[criterion]]
name = \"zing\"
names = [\"fizzle\", \"ergonomics\"]
good = [\"zesty\", \"comfortable\"]

[[cue]]
name = \"our praise\"
class = \"good\"
words = [\"ace\"]

[[list]]
name = \"kinds\"
words = [\"kettle\", \"tea maker\"]

[[unit]]
name = \"cups\"
words = [\"cup\", \"cups\"]

[subjects]
Alpha = [\"the A machine\"]
";
    let lexicon = Lexicon::builtin().with_user(text, "gainsay.toml").expect("well formed");
    // "ergonomics" and "comfortable" are the program's own words, too: the user's file has the last word.
    assert_eq!(Lexicon::builtin().criterion("ergonomics"), Some("comfort"));
    for name in ["Fizzles", "ergonomics"] {
        assert_eq!(lexicon.criterion(name), Some("zing"), "{name}");
    }
    for word in ["zesty", "comfortable", "zestier"] {
        assert_eq!(lexicon.cue(word).and_then(|cue| lexicon.slug_of_cue(cue)), Some("zing"), "{word}");
    }
    assert!(lexicon.cue("ace").is_some());
    assert!(lexicon.has(List::Kinds, "kettle") && lexicon.lists_in("an old tea maker").has(List::Kinds));
    assert_eq!(lexicon.unit("cup"), Some(Unit::Measure("cups")));
    assert_eq!(lexicon.subject("The A Machine"), Some("Alpha"));
}
