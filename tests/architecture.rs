//! The layout keeps to its own rules: what ARCHITECTURE.md names exists, nouns know no verbs, and no verb
//! knows another.
#![allow(clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};

const NOUNS: [&str; 5] = ["span", "document", "claim", "matrix", "error"];
const VERBS: [&str; 4] = ["read", "extract", "merge", "report"];
/// Names of folders that say nothing of what is in them, and so collect everything.
const BAGS: [&str; 7] = ["utils", "util", "common", "types", "helpers", "core", "misc"];

#[test]
fn what_architecture_md_names_exists() {
    let page = fs::read_to_string("ARCHITECTURE.md").expect("ARCHITECTURE.md is there");
    let (lines, named) = (page.lines().count(), paths_named(&page));
    assert!(lines <= 80, "ARCHITECTURE.md has {lines} lines, more than the 80 that a newcomer reads");
    assert!(named.len() > 15, "ARCHITECTURE.md names too little: {named:?}");
    let gone: Vec<&String> = named.iter().filter(|path| !Path::new(path).exists()).collect();
    assert!(gone.is_empty(), "ARCHITECTURE.md names what is not there: {gone:?}");
}

/// What stands between backticks and looks like a path.
fn paths_named(page: &str) -> Vec<String> {
    let quoted = page.split('`').skip(1).step_by(2);
    let path =
        |words: &&str| !words.contains([' ', '*', '<', ':', '(']) && (words.contains('/') || is_file_name(words));
    quoted.filter(path).map(str::to_owned).collect()
}

fn is_file_name(word: &str) -> bool {
    [".rs", ".toml", ".md"].iter().any(|ending| word.ends_with(ending))
}

#[test]
fn nouns_import_no_verb_and_no_lexicon() {
    for noun in NOUNS {
        let file = PathBuf::from(format!("src/{noun}.rs"));
        let others: Vec<&str> = VERBS.into_iter().chain(["lexicon"]).collect();
        assert_no_use(&file, &others);
    }
}

#[test]
fn a_verb_imports_no_other_verb_and_knowledge_none() {
    for home in VERBS.into_iter().chain(["lexicon", "preference", "confidence"]) {
        let others: Vec<&str> = VERBS.into_iter().filter(|verb| *verb != home).collect();
        for file in files_under(&Path::new("src").join(home), "rs") {
            assert_no_use(&file, &others);
        }
    }
}

/// Fails where the code of a file, its comments aside, speaks of one of these modules.
fn assert_no_use(file: &Path, modules: &[&str]) {
    let text = fs::read_to_string(file).expect("a source file");
    for (number, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        let used = modules.iter().find(|module| code.contains(&format!("crate::{module}")) || in_group(code, module));
        assert!(used.is_none(), "{}:{}: may not import {}", file.display(), number + 1, used.expect("one"));
    }
}

/// Is it in a group, as in `use crate::{claim, read}`?
fn in_group(code: &str, module: &str) -> bool {
    let group = code.trim().strip_prefix("use crate::{").unwrap_or_default();
    group.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|word| word == module)
}

#[test]
fn no_folder_is_a_bag() {
    let bag = |path: &PathBuf| {
        let mut parts = path.iter().map(|part| part.to_string_lossy());
        parts.any(|part| BAGS.contains(&part.trim_end_matches(".rs")))
    };
    let bags: Vec<PathBuf> = files_under(Path::new("src"), "rs").into_iter().filter(bag).collect();
    assert!(bags.is_empty(), "named after nothing: {bags:?}; name a module after what it knows");
}

#[test]
fn a_source_file_says_why_it_is_there() {
    for file in files_under(Path::new("src"), "rs").into_iter().chain(files_under(Path::new("tests"), "rs")) {
        let text = fs::read_to_string(&file).expect("a source file");
        let first = text.lines().find(|line| !line.starts_with("#!")).unwrap_or_default();
        let documented = text.starts_with("#![doc") || first.starts_with("//!");
        assert!(documented, "{}: open it with two to eight lines that say why it is there", file.display());
    }
}

fn files_under(dir: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(dir).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files: Vec<PathBuf> =
        entries.map(|entry| entry.into_path()).filter(|path| path.extension().is_some_and(|e| e == ending)).collect();
    assert!(!files.is_empty(), "{} holds .{ending} files", dir.display());
    files
}
