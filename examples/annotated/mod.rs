//! The annotated articles: what the program claims of them, and whether it holds.
//!
//! A claim holds where the annotation has one with the same verdict, criterion and subject, proved by the same words:
//! what `gold/score.py` beside the articles counts as `claims`, be the annotated claim one that must or that may be
//! found.

mod labelled;
mod positions;
mod regression;
mod reliability;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use gainsay::claim::Article;
use gainsay::confidence::{Signs, Surroundings};
use gainsay::lexicon::Lexicon;
use gainsay::{extract, merge, read};
use serde::Deserialize;

use labelled::Annotation;
pub(crate) use positions::Taken;
pub(crate) use regression::fit;
pub(crate) use reliability::Reliability;

/// All articles on one comparison.
pub(crate) struct Cluster {
    /// Not to be told of a watched one.
    pub(crate) name: String,
    /// Is it one that nobody has looked at while the lexicon was taught?
    pub(crate) watched: bool,
    /// Its articles as read, with their claims.
    pub(crate) articles: Vec<Article>,
    /// What the program claims of the annotated ones among them.
    pub(crate) said: Vec<Said>,
    /// Its positions that the annotation has, too.
    pub(crate) taken: Vec<Taken>,
}

/// A claim of the program.
pub(crate) struct Said {
    pub(crate) signs: Signs,
    pub(crate) confidence: f64,
    pub(crate) holds: bool,
}

#[derive(Deserialize)]
struct Split {
    watch: BTreeSet<String>,
}

/// Reads all clusters of a folder that has `gold/` and `articles/`, in the order of their names.
pub(crate) fn clusters(home: &Path, lexicon: &Lexicon) -> Result<Vec<Cluster>, Box<dyn Error>> {
    let gold = home.join("gold");
    let split = fs::read_to_string(gold.join("split.json"));
    let watched =
        split.map_or_else(|_| Ok(BTreeSet::new()), |text| serde_json::from_str(&text).map(|s: Split| s.watch))?;
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(&gold)? {
        let dir = entry?;
        if dir.path().is_dir() && !annotated(&dir.path())?.is_empty() {
            names.push(dir.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    let cluster = |name: &String| {
        let mut cluster = read(&gold.join(name), home.join("articles").join(name), lexicon)?;
        cluster.watched = watched.contains(name);
        cluster.name.clone_from(name);
        Ok(cluster)
    };
    names.iter().map(cluster).collect()
}

/// The ids of the articles whose claims are annotated in a folder.
fn annotated(dir: &Path) -> std::io::Result<Vec<String>> {
    let mut ids = Vec::new();
    for entry in fs::read_dir(dir)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        ids.extend(name.strip_suffix(".claims.jsonl").map(str::to_owned));
    }
    ids.sort();
    Ok(ids)
}

/// Runs the program over the articles of a cluster, as `gainsay run` does.
fn read(gold: &Path, articles: PathBuf, lexicon: &Lexicon) -> Result<Cluster, Box<dyn Error>> {
    let ids = annotated(gold)?;
    let annotation = Annotation::read(gold, &ids)?;
    let (documents, _) = read::paths(&[articles]);
    let rosters = extract::rosters(&documents, lexicon);
    let pairs = documents.into_iter().zip(rosters);
    let articles: Vec<Article> = pairs.map(|(document, roster)| extract::claims(document, roster, lexicon)).collect();
    let mut said = Vec::new();
    let matrix = merge::matrix(&articles, lexicon);
    let mut taken = Vec::new();
    for comparison in &matrix.comparisons {
        taken.extend(positions::taken(gold, &ids, &annotation, comparison)?);
    }
    for claim in matrix.comparisons.iter().flat_map(|comparison| &comparison.claims) {
        let article = articles.iter().find(|article| article.document.source.id == claim.source);
        let Some((article, holds)) = article.zip(annotation.holds(claim)) else { continue };
        let around = Surroundings::of(&article.claims, &article.document, &article.roster, lexicon);
        said.push(Said { signs: around.signs(&claim.claim), confidence: claim.claim.confidence, holds });
    }
    Ok(Cluster { name: String::new(), watched: false, articles, said, taken })
}

/// How reliable the confidence of the chosen clusters' claims is, each judged with weights fitted to all others.
pub(crate) fn crossed(clusters: &[Cluster], chosen: impl Fn(&Cluster) -> bool) -> Reliability {
    let mut reliability = Reliability::default();
    for (held, cluster) in clusters.iter().enumerate().filter(|(_, cluster)| chosen(cluster)) {
        let others = clusters.iter().enumerate().filter(|(at, _)| *at != held).map(|(_, cluster)| cluster);
        let table = fit(others);
        for said in &cluster.said {
            reliability.add(table.confidence(&said.signs), said.holds);
        }
    }
    reliability
}

/// A figure in thousandths.
pub(crate) fn rounded(figure: f64) -> String {
    format!("{:.3}", figure + 0.0)
}
