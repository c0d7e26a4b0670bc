//! `gainsay text` and what every command can read: packed files, folders, standard input.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use assert_cmd::Command;
use flate2::Compression;
use flate2::write::GzEncoder;

fn gainsay(dir: &Path) -> Command {
    let mut command = Command::cargo_bin("gainsay").unwrap();
    command.current_dir(dir).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

fn packed(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

fn written(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

const PAGE: &str = "<html><body><h1>Oak vs Ash</h1><p>Oak is <b>cheaper</b> than Ash.</p></body></html>";
const NOTES: &str = "# Elm vs Oak\n\nElm is *cheaper* than Oak.\n";

#[test]
fn packed_pages_are_written_by_their_ids() {
    let dir = tempfile::tempdir().unwrap();
    let pages = dir.path().join("pages/more");
    fs::create_dir_all(&pages).unwrap();
    fs::write(dir.path().join("pages/oak.html.gz"), packed(PAGE)).unwrap();
    fs::write(pages.join("Elm.MD.GZ"), packed(NOTES)).unwrap();
    fs::write(pages.join("beech.txt.gz"), packed("Beech is not here to compare.\n")).unwrap();
    fs::write(pages.join("photo.jpg.gz"), packed("not an article")).unwrap();
    gainsay(dir.path()).args(["text", "pages", "--out", "texts"]).assert().success();
    assert_eq!(written(&dir.path().join("texts/oak.txt")), "Oak vs Ash\n\nOak is cheaper than Ash.");
    assert_eq!(written(&dir.path().join("texts/Elm.txt")), "Elm vs Oak\n\nElm is cheaper than Oak.");
    assert_eq!(written(&dir.path().join("texts/beech.txt")), "Beech is not here to compare.");
    assert_eq!(fs::read_dir(dir.path().join("texts")).unwrap().count(), 3);
}

#[test]
fn packed_or_not_makes_no_difference() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("oak.html"), PAGE).unwrap();
    fs::write(dir.path().join("oak.html.gz"), packed(PAGE)).unwrap();
    fs::write(dir.path().join("no-ending"), packed(PAGE)).unwrap();
    let run = |file: &str, out: &str| {
        gainsay(dir.path()).args(["run", "--quiet", file, "--out", out]).assert().success();
        let claims = written(&dir.path().join(out).join("claims.jsonl")).replace(file, "FILE");
        claims.replace("\"no-ending\"", "\"oak\"")
    };
    let plain = run("oak.html", "plain");
    assert!(plain.contains("\"bytes\":["), "{plain}");
    let without_ids = |claims: &str| -> Vec<String> {
        claims.lines().map(|line| line[line.find("\"evidence\"").unwrap()..].to_owned()).collect()
    };
    assert_eq!(without_ids(&run("oak.html.gz", "packed")), without_ids(&plain));
    assert_eq!(without_ids(&run("no-ending", "unnamed")), without_ids(&plain));
}

#[test]
fn broken_packing_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let long: String = (0..2000_u32).map(|n| format!("<p>Oak {} is cheaper than Ash.</p>\n", n * n)).collect();
    let whole = packed(&format!("<h1>Oak vs Ash</h1>{long}"));
    fs::write(dir.path().join("cut.html.gz"), &whole[..whole.len() / 2]).unwrap();
    fs::write(dir.path().join("gone.html.gz"), &whole[..9]).unwrap();
    let output = gainsay(dir.path()).args(["run", "cut.html.gz", "gone.html.gz"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("gone.html.gz: is a broken gzip file, of which nothing can be unpacked"), "{said}");
    assert!(said.contains("cut.html.gz: the gzip file is cut off; read as far as it goes"), "{said}");
    assert!(written(&dir.path().join("claims/claims.csv")).contains("cheaper than Ash"));
}

#[test]
fn a_bomb_is_turned_down() {
    let dir = tempfile::tempdir().unwrap();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..33 {
        encoder.write_all(&vec![b'x'; 1 << 20]).unwrap();
    }
    fs::write(dir.path().join("bomb.txt.gz"), encoder.finish().unwrap()).unwrap();
    let output = gainsay(dir.path()).args(["text", "bomb.txt.gz"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("bomb.txt.gz: unpacks to more than the 32 MB that an article may have"), "{said}");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_dash_is_standard_input_or_output() {
    let dir = tempfile::tempdir().unwrap();
    let said = |args: &[&str], input: Vec<u8>| {
        let output = gainsay(dir.path()).args(args).write_stdin(input).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let text = "Oak vs Ash\n\nOak is cheaper than Ash.\n";
    assert_eq!(said(&["text", "-"], PAGE.into()), text);
    assert_eq!(said(&["text", "-", "--out", "-"], packed(PAGE)), text);
    said(&["text", "-", "--out", "texts"], PAGE.into());
    assert_eq!(written(&dir.path().join("texts/stdin.txt")), text.trim_end());
    assert!(!dir.path().join("-").exists());
    said(&["run", "-"], PAGE.into());
    assert!(written(&dir.path().join("claims/claims.csv")).contains("Oak is cheaper than Ash"));
    assert!(said(&["check", "-"], PAGE.into()).contains("0 contradictions in 1 article"));
    assert!(said(&["explain", "cost", "-"], PAGE.into()).contains("-:1"));
}

#[test]
fn articles_of_one_name_are_told_apart() {
    let dir = tempfile::tempdir().unwrap();
    for folder in ["a", "b"] {
        fs::create_dir(dir.path().join(folder)).unwrap();
        fs::write(dir.path().join(folder).join("woods.md"), format!("Of {folder}\n")).unwrap();
    }
    fs::write(dir.path().join("b/woods.html.gz"), packed("<p>Packed")).unwrap();
    let output = gainsay(dir.path()).args(["text", "a", "b"]).output().unwrap();
    let text = "==> a/woods.md <==\nOf a\n==> b/woods.html.gz <==\nPacked\n==> b/woods.md <==\nOf b\n";
    assert_eq!(String::from_utf8(output.stdout).unwrap(), text);
    gainsay(dir.path()).args(["text", "a", "b", "--out", "texts"]).assert().success();
    assert_eq!(fs::read_dir(dir.path().join("texts")).unwrap().count(), 3);
}
