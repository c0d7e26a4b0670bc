//! Pages of our own, each named after the point it makes, and what the reader makes of them.

use std::fmt::Write as _;

use gainsay::document::{BlockKind, Document, Table};

#[test]
fn pages() {
    insta::glob!("corpus/html/*.html", |path| {
        let document = gainsay::read::bytes(path, &std::fs::read(path).unwrap()).unwrap();
        insta::assert_snapshot!(drawn(&document));
    });
}

/// The head in its lines, then a line for each block.
fn drawn(document: &Document) -> String {
    let source = &document.source;
    let mut lines = String::new();
    for (name, value) in
        [("title", &source.title), ("by", &source.publisher), ("on", &source.published), ("at", &source.url)]
    {
        writeln!(lines, "{name}: {}", value.as_deref().unwrap_or("-")).unwrap();
    }
    for (name, value) in [("author", &source.author), ("updated", &source.updated)] {
        if let Some(value) = value {
            writeln!(lines, "{name}: {value}").unwrap();
        }
    }
    for problem in &document.problems {
        writeln!(lines, "problem: {problem}").unwrap();
    }
    for block in &document.blocks {
        let (words, line) = (document.words(block.span), document.places.line(block.span).unwrap());
        let kind = match &block.kind {
            BlockKind::Heading => format!("h{}", document.sections[block.section].level),
            BlockKind::Paragraph => "p".to_owned(),
            BlockKind::ListItem { list, depth } => format!("li {list}.{depth}"),
            BlockKind::Table(table) => {
                write!(lines, "{line:3} table {}", cells(document, table)).unwrap();
                continue;
            }
            BlockKind::Quote => "quote".to_owned(),
            BlockKind::Code => "code".to_owned(),
            _ => "?".to_owned(),
        };
        let bold: Vec<&str> = block.strong.iter().map(|span| document.words(*span)).collect();
        let bold = if bold.is_empty() { String::new() } else { format!("  **{}**", bold.join("** **")) };
        writeln!(lines, "{line:3} {kind} | {words}{bold}").unwrap();
    }
    lines
}

fn cells(document: &Document, table: &Table) -> String {
    let mut lines = table.caption.map_or(String::new(), |caption| document.words(caption).to_owned());
    lines.push('\n');
    for (index, row) in table.rows.iter().enumerate() {
        let header = if index < table.header_rows { '#' } else { '|' };
        let row: Vec<String> = row.iter().map(|cell| document.words(*cell).replace('\n', " / ")).collect();
        writeln!(lines, "      {header} {}", row.join(" | ")).unwrap();
    }
    lines
}
