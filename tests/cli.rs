//! The program as a user runs it.
//!
//! `tests/cli/<case>/` is one run: `in/` is the folder that it starts in, `case.toml` says what is typed and what is
//! said in return, and `expected/` holds files that must be there afterwards, byte for byte. What depends on the
//! system (pipes, full disks, permissions) is tested beneath. `GAINSAY_BLESS=1` writes `expected/` anew.
#![allow(clippy::print_stderr)]

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde::Deserialize;

/// One run.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What is typed after `gainsay`.
    args: Vec<String>,
    /// The exit status.
    status: i32,
    /// Lines that standard output has, in this order.
    #[serde(default)]
    stdout: Vec<String>,
    /// Lines that standard error has, in this order; where none is named, it must be silent.
    #[serde(default)]
    stderr: Vec<String>,
    /// Is standard output compared with `expected/stdout`?
    #[serde(default)]
    whole_stdout: bool,
    /// Files that must not be there afterwards.
    #[serde(default)]
    absent: Vec<PathBuf>,
}

#[test]
fn cases() {
    let mut failed = Vec::new();
    let mut dirs: Vec<PathBuf> = fs::read_dir("tests/cli").unwrap().map(|entry| entry.unwrap().path()).collect();
    dirs.sort();
    for dir in dirs {
        if let Err(why) = run(&dir) {
            failed.push(format!("{}: {why}", dir.display()));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

fn run(dir: &Path) -> Result<(), String> {
    let text = fs::read_to_string(dir.join("case.toml")).map_err(|error| error.to_string())?;
    let case: Case = toml::from_str(&text).map_err(|error| error.to_string())?;
    let scratch = tempfile::tempdir().unwrap();
    copy(&dir.join("in"), scratch.path());
    let output = gainsay(scratch.path()).args(&case.args).output().unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    let said = format!("standard output:\n{out}\nstandard error:\n{err}");
    if output.status.code() != Some(case.status) {
        return Err(format!("{}, not {}\n{said}", output.status, case.status));
    }
    in_order(&case.stdout, &out)?;
    in_order(&case.stderr, &err)?;
    if case.stderr.is_empty() && !err.is_empty() {
        return Err(format!("unexpected on standard error:\n{err}"));
    }
    if case.whole_stdout {
        fs::write(scratch.path().join("stdout"), out).unwrap();
    }
    if let Some(there) = case.absent.iter().find(|file| scratch.path().join(file).exists()) {
        return Err(format!("{} should not be there", there.display()));
    }
    same(&dir.join("expected"), scratch.path())
}

/// Every expected line contains what is asked for, in this order.
fn in_order(wanted: &[String], said: &str) -> Result<(), String> {
    let mut lines = said.lines();
    match wanted.iter().find(|part| !lines.any(|line| line.contains(part.as_str()))) {
        Some(missing) => Err(format!("no line with `{missing}`, or not in this order, in:\n{said}")),
        None => Ok(()),
    }
}

/// Every file in `expected` is the same in `made`.
fn same(expected: &Path, made: &Path) -> Result<(), String> {
    for entry in walkdir::WalkDir::new(expected).sort_by_file_name().into_iter().filter_map(Result::ok) {
        if !entry.file_type().is_file() {
            continue;
        }
        let name = entry.path().strip_prefix(expected).unwrap();
        let made = fs::read(made.join(name)).map_err(|error| format!("{}: {error}", name.display()))?;
        if std::env::var_os("GAINSAY_BLESS").is_some() {
            fs::write(entry.path(), &made).unwrap();
        }
        let wanted = fs::read(entry.path()).unwrap();
        if wanted != made {
            let (wanted, made) = (String::from_utf8_lossy(&wanted), String::from_utf8_lossy(&made));
            let diff = similar::TextDiff::from_lines(&*wanted, &*made).unified_diff().to_string();
            return Err(format!("{} differs:\n{diff}", name.display()));
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).min_depth(1).into_iter().filter_map(Result::ok) {
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn gainsay(dir: &Path) -> Command {
    let mut command = Command::cargo_bin("gainsay").unwrap();
    command.current_dir(dir).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

/// A folder with one good article in `sources/`.
fn with_an_article() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("sources")).unwrap();
    let text = "# Flask vs Django\n\nFlask is faster than Django.\n\nDjango has better documentation than Flask.\n";
    fs::write(dir.path().join("sources/pair.md"), text).unwrap();
    dir
}

#[test]
fn every_command_has_help_with_examples() {
    let dir = tempfile::tempdir().unwrap();
    for command in ["run", "check", "explain", "text", "completions", "man"] {
        let output = gainsay(dir.path()).args([command, "--help"]).output().unwrap();
        let help = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && help.contains(&format!("Examples:\n  gainsay {command}")), "{help}");
    }
    let top = gainsay(dir.path()).arg("--help").output().unwrap();
    assert!(String::from_utf8(top.stdout).unwrap().contains("Exit status:"));
    gainsay(dir.path()).arg("--version").assert().success().stdout(concat!(
        "gainsay ",
        env!("CARGO_PKG_VERSION"),
        "\n"
    ));
}

#[test]
fn there_are_completions_for_each_shell() {
    let dir = tempfile::tempdir().unwrap();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = gainsay(dir.path()).args(["completions", shell]).output().unwrap();
        let script = String::from_utf8(output.stdout).unwrap();
        assert!(script.contains("explain") && script.contains("no-quotes"), "{shell}");
    }
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let dir = tempfile::tempdir().unwrap();
    let page = gainsay(dir.path()).arg("man").output().unwrap();
    assert!(String::from_utf8(page.stdout).unwrap().contains(".SH EXAMPLES"));
    gainsay(dir.path()).args(["man", "--dir", "man1"]).assert().success();
    for name in ["gainsay", "gainsay-run", "gainsay-check", "gainsay-explain", "gainsay-text"] {
        let page = fs::read_to_string(dir.path().join("man1").join(format!("{name}.1"))).unwrap();
        assert!(page.contains(".SH NAME") && page.contains(".SH EXAMPLES"), "{name}");
    }
}

#[test]
fn wrong_flags_are_trouble() {
    let dir = tempfile::tempdir().unwrap();
    gainsay(dir.path()).args(["run", "--excell"]).assert().code(2);
    gainsay(dir.path()).assert().code(2);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let dir = with_an_article();
    for out in ["one", "two"] {
        gainsay(dir.path()).args(["run", "--quiet", "--out", out]).output().unwrap();
    }
    for entry in fs::read_dir(dir.path().join("one")).unwrap() {
        let name = entry.unwrap().file_name();
        let read = |out: &str| fs::read(dir.path().join(out).join(&name)).unwrap();
        assert_eq!(read("one"), read("two"), "{}", name.display());
    }
}

#[test]
fn colour_is_for_terminals_and_for_who_asks() {
    let dir = with_an_article();
    let draw =
        |args: &[&str]| gainsay(dir.path()).arg("explain").arg("performance").args(args).output().unwrap().stdout;
    assert!(!draw(&[]).contains(&0x1b));
    let always = draw(&["--color", "always"]);
    assert!(always.is_empty() || always.contains(&0x1b));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error() {
    use std::process::{Command, Stdio};
    let dir = with_an_article();
    let long = format!("# Flask vs Django\n\n{}", "Words that nobody waits for.\n\n".repeat(20_000));
    fs::write(dir.path().join("sources/long.md"), long).unwrap();
    let program = assert_cmd::cargo::cargo_bin!("gainsay");
    let mut child = Command::new(program)
        .args(["text", "sources"])
        .current_dir(dir.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let dir = with_an_article();
    fs::write(dir.path().join("taken"), "").unwrap();
    let output = gainsay(dir.path()).args(["run", "--quiet", "--out", "taken/claims"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("taken/claims: cannot be written (not a directory)"), "{message}");
    assert_eq!(message.matches("cannot be written").count(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_files() {
    use std::process::Command;
    let dir = with_an_article();
    let disk = dir.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=32k", "none"]).arg(&disk).output();
    if !mounted.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: a small disk can be mounted by root only");
        return;
    }
    fs::write(disk.join("claims.jsonl"), "old\n").unwrap();
    fs::write(disk.join("filler"), vec![b'x'; 20_000]).unwrap();
    let output = gainsay(dir.path()).args(["run", "--quiet", "--out", "disk"]).output().unwrap();
    let old = fs::read_to_string(disk.join("claims.jsonl"));
    let names = fs::read_dir(&disk).unwrap().count();
    Command::new("umount").arg(&disk).status().unwrap();
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{message}");
    assert!(message.contains("cannot be written (no storage space)") && message.contains("--out"), "{message}");
    assert_eq!(old.unwrap(), "old\n");
    assert_eq!(names, 2, "temporary files are removed");
}
