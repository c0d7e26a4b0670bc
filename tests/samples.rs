//! What the repository shows of the program is what the program does today: `claims/`, `docs/matrix.svg`
//! and the runs in README.md.
//!
//! The results of the annotated articles are compared only where those articles are; their text belongs to
//! their publishers and is no part of the repository.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

const REMEDY: &str = "say: cargo run -- run (or .ci/run samples, for all that is shown), and look at what changed";

fn gainsay() -> Command {
    let mut command = Command::cargo_bin("gainsay").expect("the program is built");
    command.env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE");
    command
}

#[test]
fn claims_are_what_the_program_makes_of_the_samples() {
    let made = tempfile::tempdir().expect("a folder");
    gainsay().args(["run", "--quiet", "--out"]).arg(made.path()).assert().code(0);
    assert_same(made.path(), Path::new("claims"));
}

#[test]
fn the_picture_shows_the_task_runners() {
    let made = tempfile::tempdir().expect("a folder");
    let picture = made.path().join("matrix.svg");
    let run = ["run", "--quiet", "sources/task-runners", "--out"];
    gainsay().args(run).arg(made.path()).arg("--picture").arg(&picture).assert().code(0);
    let drawn = fs::read(&picture).expect("the picture is drawn");
    assert!(fs::read("docs/matrix.svg").is_ok_and(|there| there == drawn), "docs/matrix.svg is stale; {REMEDY}");
}

/// Where the annotated articles are: beside the checkout, or where `ANNOTATED` says.
fn annotated(cluster: &str) -> Option<PathBuf> {
    let home = std::env::var_os("ANNOTATED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    fs::canonicalize(home.join("articles").join(cluster)).ok()
}

#[test]
fn results_of_the_annotated_articles_are_as_the_program_makes_them() {
    let Some(articles) = annotated("flask-vs-django") else {
        skipped("the annotated articles are not here");
        return;
    };
    let made = tempfile::tempdir().expect("a folder");
    let mut files: Vec<_> =
        fs::read_dir(&articles).expect("a folder").filter_map(Result::ok).map(|entry| entry.file_name()).collect();
    files.sort();
    let run = ["run", "--quiet", "--no-quotes", "--out"];
    gainsay().current_dir(&articles).args(run).arg(made.path()).args(files).assert().code(0);
    assert_same(made.path(), Path::new("claims/flask-vs-django"));
}

/// Every file that was made is there, to the byte, and no file is there that was not made.
fn assert_same(made: &Path, there: &Path) {
    let names = |dir: &Path| -> Vec<String> {
        let entries = fs::read_dir(dir).unwrap_or_else(|error| panic!("{}: {error}; {REMEDY}", dir.display()));
        let files = entries.filter_map(Result::ok).filter(|entry| entry.path().is_file());
        let mut names: Vec<String> = files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(names(made), names(there), "{} has other files; {REMEDY}", there.display());
    for name in names(made) {
        let read = |dir: &Path| fs::read_to_string(dir.join(&name)).expect("a text file");
        let (fresh, stale) = (read(made), read(there));
        let diff = similar::TextDiff::from_lines(&stale, &fresh);
        let shown: String = diff.unified_diff().to_string().lines().take(40).map(|line| format!("{line}\n")).collect();
        assert!(fresh == stale, "{} is stale; {REMEDY}\n{shown}", there.join(&name).display());
    }
}

#[test]
fn shared_results_say_nothing_of_where_they_were_made() {
    for entry in walkdir::WalkDir::new("claims").into_iter().filter_map(Result::ok).filter(|e| e.file_type().is_file())
    {
        let text = fs::read_to_string(entry.path()).expect("a text file");
        let here = fs::canonicalize(".").expect("the checkout");
        for place in ["../", "shared", "/home/", "/tmp/", "C:\\", &*here.to_string_lossy()] {
            assert!(!text.contains(place), "{} names a place: {place}", entry.path().display());
        }
    }
}

/// A line `$ gainsay ...` in a `console` block of README.md is run, and what stands beneath it must be
/// what it prints. `GAINSAY_BLESS=1` writes the outputs anew.
#[test]
fn the_runs_in_the_readme_print_what_it_says() {
    let page = fs::read_to_string("README.md").expect("README.md is there");
    let (mut fresh, mut runs) = (String::new(), 0);
    let mut parts = page.split("```console\n$ gainsay ");
    fresh += parts.next().unwrap_or_default();
    for part in parts {
        let (typed, rest) = part.split_once('\n').expect("a command");
        let (_, after) = rest.split_once("```").expect("the end of the block");
        fresh += &format!("```console\n$ gainsay {typed}\n{}```{after}", output(typed));
        runs += 1;
    }
    assert!(runs > 1, "README.md shows no run");
    if std::env::var_os("GAINSAY_BLESS").is_some() {
        fs::write("README.md", &fresh).expect("README.md can be written");
    } else {
        let diff = similar::TextDiff::from_lines(&page, &fresh).unified_diff().to_string();
        assert!(page == fresh, "README.md is stale; say: GAINSAY_BLESS=1 cargo test --test samples\n{diff}");
    }
}

/// What a run beside a copy of the samples prints.
fn output(args: &str) -> String {
    let scratch = tempfile::tempdir().expect("a folder");
    for entry in walkdir::WalkDir::new("sources").into_iter().filter_map(Result::ok) {
        let target = scratch.path().join(entry.path());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("a folder");
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
    let output = gainsay().current_dir(scratch.path()).args(args.split(' ')).output().expect("it runs");
    String::from_utf8(output.stdout).expect("UTF-8").trim_end().to_owned() + "\n"
}

/// Says so past the test harness, which keeps what a passing test prints to itself.
fn skipped(why: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}
