//! Sentences that people have labelled, from a file of comma-separated values as CompSent-19 has it.
//!
//! The places of the two names come from `sentence_html`, where each stands in a span that says which one it is.
//! A file without labels can be read as well: its votes are then none.

use std::error::Error;
use std::path::Path;

use gainsay::span::Span;

/// A sentence with its two names and what people said of it.
#[allow(dead_code, reason = "who judges needs no votes, who trains no id")]
pub(crate) struct Labelled {
    pub(crate) id: String,
    pub(crate) text: String,
    /// Where object A and object B stand.
    pub(crate) names: [Span; 2],
    /// How many found A better, worse, or neither.
    pub(crate) votes: [f64; 3],
    /// Which of the three most of them found, where the file says.
    pub(crate) label: Option<usize>,
}

/// The labels, in the order of the votes.
pub(crate) const LABELS: [&str; 3] = ["BETTER", "WORSE", "NONE"];

/// Reads a file; a row whose sentence does not mark both names is an error that says which.
pub(crate) fn read(path: &Path) -> Result<Vec<Labelled>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(path)?;
    let headers = reader.headers()?.clone();
    let column = |name: &str| headers.iter().position(|header| header == name);
    let html = column("sentence_html").ok_or("no column sentence_html")?;
    let counts = ["better_count", "worse_count", "none_count"].map(column);
    let (id, label) = (column("id"), column("most_frequent_label"));
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record?;
        let cell = |column: Option<usize>| column.and_then(|at| record.get(at)).unwrap_or_default();
        let id = cell(id).to_owned();
        let (text, names) = unmarked(cell(Some(html))).ok_or_else(|| format!("{id}: the names are not marked"))?;
        let votes = counts.map(|column| cell(column).parse().unwrap_or(0.0));
        let label = LABELS.iter().position(|name| *name == cell(label));
        rows.push(Labelled { id, text, names, votes, label });
    }
    Ok(rows)
}

/// The sentence without its markup, and where the names stand in it.
fn unmarked(html: &str) -> Option<(String, [Span; 2])> {
    let (mut text, mut names, mut rest) = (String::with_capacity(html.len()), [None; 2], html);
    while let Some((before, span)) = rest.split_once("<span") {
        text.push_str(before);
        let (_, inside) = span.split_once('>')?;
        let (inside, after) = inside.split_once("</span>")?;
        let (name, which) = inside.rsplit_once(":[OBJECT_")?;
        let start = text.len();
        text.push_str(name);
        let at = usize::from(which.starts_with('B'));
        names[at] = Some(Span::new(start, text.len()));
        rest = after;
    }
    text.push_str(rest);
    let [first, second] = names;
    Some((text, [first?, second?]))
}
