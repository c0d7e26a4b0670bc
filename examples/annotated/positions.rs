//! What people have annotated of the positions of a cluster's articles, and whether the program's are among them.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;

use gainsay::matrix::{Basis, Comparison, Favours};
use serde::Deserialize;

use super::labelled::{Annotation, slug};

/// A position of the program in an annotated article.
pub(crate) struct Taken {
    pub(crate) basis: Basis,
    /// Does the annotation favour the same? `None` where it has no position on the criterion.
    pub(crate) right: Option<bool>,
}

#[derive(Deserialize)]
struct Line {
    criterion: super::labelled::Criteria,
    favours: String,
}

/// The positions of a comparison that can be judged.
pub(crate) fn taken(
    gold: &Path,
    ids: &[String],
    annotation: &Annotation,
    comparison: &Comparison,
) -> Result<Vec<Taken>, Box<dyn Error>> {
    let mut annotated: BTreeMap<&str, Vec<(BTreeSet<String>, String)>> = BTreeMap::new();
    for id in ids {
        let text = fs::read_to_string(gold.join(format!("{id}.positions.jsonl")))?;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let line: Line = serde_json::from_str(line)?;
            let favours = annotation.name(&line.favours);
            annotated.entry(id).or_default().push((line.criterion.slugs(), favours));
        }
    }
    let mut taken = Vec::new();
    for row in &comparison.rows {
        let criterion = slug(&row.criterion.0);
        for (source, position) in &row.positions {
            let Some(lines) = annotated.get(source.as_str()).filter(|_| position.favours != Favours::Mixed) else {
                continue;
            };
            let mut lines = lines.iter().filter(|(criteria, _)| criteria.contains(&criterion)).peekable();
            let says = annotation.name(position.favours.cell());
            let right = lines.peek().is_some().then(|| lines.any(|(_, favours)| *favours == says));
            taken.push(Taken { basis: position.basis, right });
        }
    }
    Ok(taken)
}
