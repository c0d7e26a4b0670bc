//! What becomes of an article: one snapshot per article of `tests/corpus`, each named after the point it
//! makes.

use std::fmt::Write;

use gainsay::document::{Block, BlockKind, Document};

#[test]
fn articles_keep_their_layout() {
    insta::glob!("corpus/*.{txt,md,mdx,markdown}", |path| {
        let bytes = std::fs::read(path).unwrap();
        let name = std::path::Path::new(path.file_name().unwrap());
        let document = gainsay::read::bytes(name, &bytes).unwrap();
        insta::assert_snapshot!(draw(&document));
    });
}

fn draw(document: &Document) -> String {
    let source = &document.source;
    let mut out = format!("title: {}\n", source.title.as_deref().unwrap_or("none"));
    for (name, value) in [("by", &source.publisher), ("on", &source.published), ("at", &source.url)] {
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
