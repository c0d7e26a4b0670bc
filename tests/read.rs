//! What becomes of an article: one snapshot per article of `tests/corpus`, each named after the point it
//! makes.

use std::fmt::Write;

use std::path::{Path, PathBuf};

use gainsay::document::{Block, BlockKind, Document, Format};

#[test]
fn articles_keep_their_layout() {
    insta::glob!("corpus/*.{txt,md,mdx,markdown}", |path| {
        let bytes = std::fs::read(path).unwrap();
        let name = Path::new(path.file_name().unwrap());
        let document = gainsay::read::bytes(name, &bytes).unwrap();
        insta::assert_snapshot!(draw(&document));
    });
}

fn draw(document: &Document) -> String {
    let source = &document.source;
    let mut out = format!("title: {}\n", source.title.as_deref().unwrap_or("none"));
    for (name, value) in [
        ("by", &source.publisher),
        ("on", &source.published),
        ("at", &source.url),
        ("author", &source.author),
        ("updated", &source.updated),
    ] {
        if let Some(value) = value {
            let _ = writeln!(out, "{name}: {value}");
        }
    }
    for problem in &document.problems {
        let _ = writeln!(out, "problem: {problem}");
    }
    let mut section = 0;
    for block in &document.blocks {
        while section < block.section {
            section += 1;
            if document.sections[section].heading.is_empty() {
                let _ = writeln!(out, "\n(level {}, heading lost)", document.sections[section].level);
            }
        }
        draw_block(&mut out, document, block);
    }
    out
}

fn draw_block(out: &mut String, document: &Document, block: &Block) {
    let line = document.places.line(block.span).unwrap_or(0);
    let words = document.words(block.span);
    let sentences: Vec<_> = block.sentences.iter().map(|span| document.words(*span)).collect();
    let bold: Vec<_> = block.strong.iter().map(|span| document.words(*span)).collect();
    let _ = match &block.kind {
        BlockKind::Heading => {
            writeln!(out, "\n{line:3} {} {words}", "#".repeat(usize::from(document.sections[block.section].level)))
        }
        BlockKind::Paragraph => writeln!(out, "{line:3} P  {}", sentences.join(" / ")),
        BlockKind::ListItem { list, depth } => {
            writeln!(out, "{line:3} {}- [{list}] {}", "  ".repeat(usize::from(*depth)), sentences.join(" / "))
        }
        BlockKind::Quote => writeln!(out, "{line:3} >  {}", sentences.join(" / ")),
        BlockKind::Code => writeln!(out, "{line:3} code {}", words.replace('\n', "\n         ")),
        BlockKind::Table(table) => {
            let _ = writeln!(out, "{line:3} table, {} header rows", table.header_rows);
            for row in &table.rows {
                let cells: Vec<_> = row.iter().map(|cell| document.words(*cell)).collect();
                let _ = writeln!(out, "      | {} |", cells.join(" | "));
            }
            Ok(())
        }
        _ => Ok(()),
    };
    if !bold.is_empty() {
        let _ = writeln!(out, "      bold: {}", bold.join(" / "));
    }
}

#[test]
fn what_is_no_article_is_refused_with_a_reason() {
    let refuse = |bytes: &[u8]| gainsay::read::bytes(Path::new("x.txt"), bytes).unwrap_err().to_string();
    assert!(refuse(b"").contains("is empty"));
    assert!(refuse(b" \r\n\t\n").contains("is empty"));
    assert!(refuse(b"%PDF-1.7 and so on").contains("looks like a PDF"));
    assert!(refuse(b"PK\x03\x04....").contains("ZIP archive"));
    assert!(refuse(&[0, 1, 2, 3, 0, 0, 7, 8, 0, 65]).contains("binary data"));
    let large = vec![b'a'; 33 * 1024 * 1024];
    assert!(refuse(&large).contains("more than the 32 MB"));
}

#[test]
fn the_format_is_told_by_name_and_content() {
    let format =
        |name: &str, words: &str| gainsay::read::bytes(Path::new(name), words.as_bytes()).unwrap().source.format;
    assert_eq!(format("x.md", "words"), Format::Markdown);
    assert_eq!(format("x.HTM", "words"), Format::Html);
    assert_eq!(format("x.txt", "\n<!DOCTYPE html><p>words"), Format::Html);
    assert_eq!(format("x.txt", "Words < more words"), Format::Text);
    assert_eq!(format("x.txt", "# A\n\n## B\n\nwords\n\n## C\n"), Format::Markdown);
    assert_eq!(format("x", "<html><p>words"), Format::Html);
    assert_eq!(format("x.article", "words"), Format::Text);
}

#[test]
fn folders_are_walked_and_names_kept_apart() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, words: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, words).unwrap();
        path
    };
    let first = write("a/x.md", "# Kale vs Chard");
    write("b/x.md", "# Chard vs Kale");
    write("b/deep/y.txt", "Kale vs Chard");
    write("b/.hidden.txt", "hidden");
    write("b/picture.png", "no article");
    let empty = write("b/empty.txt", "");
    let bare = folder.path().join("bare");
    std::fs::create_dir(&bare).unwrap();
    let ids = |paths: &[PathBuf]| {
        let (documents, errors) = gainsay::read::paths(paths);
        let ids: Vec<String> = documents.into_iter().map(|document| document.source.id).collect();
        (ids, errors.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    let (found, errors) = ids(&[folder.path().to_path_buf(), first.clone()]);
    assert_eq!(found, ["a-x", "b-x", "y"]);
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(errors[0].starts_with(&empty.display().to_string()));
    assert_eq!(ids(&[first.clone(), folder.path().to_path_buf()]).0, found);
    assert_eq!(ids(&[first.clone(), first]).0, ["x"]);
    assert!(ids(&[bare]).1[0].contains("holds no articles"));
    assert!(ids(&[folder.path().join("none.md")]).1[0].contains("cannot be read"));
}
