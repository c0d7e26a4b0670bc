//! Fits the confidence of claims to the annotated articles, and measures it on comparisons that it was not fitted to;
//! counts how often the positions of each kind of evidence are right.
//!
//!     cargo run --release --example calibrate -- ANNOTATED TABLE.toml FIGURES.toml ACCURACY.toml
//!
//! ANNOTATED is a folder with `gold/` and `articles/`. The same articles give the same bytes.
#![allow(clippy::print_stderr, clippy::print_stdout, missing_docs)]

mod accuracy;
#[path = "../annotated/mod.rs"]
#[allow(dead_code)]
mod annotated;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use gainsay::lexicon::Lexicon;

use annotated::{Cluster, crossed, fit, rounded};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [home, table, figures, accuracy] = args.as_slice() else {
        eprintln!("say: calibrate ANNOTATED TABLE.toml FIGURES.toml ACCURACY.toml");
        return ExitCode::from(2);
    };
    match calibrate(Path::new(home), [table, figures, accuracy].map(Path::new)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{home}: {error}");
            ExitCode::FAILURE
        }
    }
}

const OVER_TABLE: &str = "\
# What the signs of a claim add to the logarithm of the odds that it holds: base, field for each quarter by which the
# article's claims are on known criteria more often than usual, and the weight of every sign that the claim has. Written by
# `just calibrate`, which fits it to the annotated articles; src/confidence/ says what the signs mean, and
# lexicon/confidence-figures.toml how well it does. A sign that is not here adds nothing.
";

fn calibrate(home: &Path, [table, figures, accuracy]: [&Path; 3]) -> Result<(), Box<dyn Error>> {
    let clusters = annotated::clusters(home, &Lexicon::builtin())?;
    let fitted = fit(clusters.iter());
    std::fs::write(table, format!("{OVER_TABLE}\n{}", fitted.to_toml()))?;
    let page = measured(&clusters);
    print!("{page}");
    std::fs::write(figures, page)?;
    let page = accuracy::page(&clusters);
    print!("\n{page}");
    std::fs::write(accuracy, page)?;
    Ok(())
}

/// The figures as they are committed.
fn measured(clusters: &[Cluster]) -> String {
    let all = crossed(clusters, |_| true);
    let part = |name: &str, watched: bool| {
        let part = crossed(clusters, |cluster| cluster.watched == watched);
        format!(
            "[{name}]\nclaims = {}\nerror = {}\nbias = {}\n",
            part.claims(),
            rounded(part.error()),
            rounded(part.bias())
        )
    };
    let table: String = all.table().lines().map(|line| format!("# {line}\n")).collect();
    format!(
        "# How well the confidence of claims is calibrated, written by `just calibrate`: the claims of each comparison were\n\
         # judged with weights fitted to all others. `error` is the expected calibration error in ten bins, `bias` how much\n\
         # more is said than holds. `learn` are comparisons that the lexicon was taught with, `watch` those that nobody\n\
         # looked at: on them less holds, and the weights stand between the two.\n\
         #\n{table}\n\
         comparisons = {}\nclaims = {}\nerror = {}\nbias = {}\n\n{}\n{}",
        clusters.len(),
        all.claims(),
        rounded(all.error()),
        rounded(all.bias()),
        part("learn", false),
        part("watch", true),
    )
}
