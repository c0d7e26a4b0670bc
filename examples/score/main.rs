//! How far what is learnt from the annotated articles holds beyond them.
//!
//!     cargo run --release --example score -- ANNOTATED MOST
//!
//! ANNOTATED is a folder with `gold/` and `articles/`. Tells which entries of the lexicon fire in one comparison only, and
//! how reliable confidence is on comparisons that it was not fitted to; fails where its calibration error is over MOST. Of
//! the watched comparisons it tells nothing but numbers.
#![allow(clippy::print_stderr, clippy::print_stdout, missing_docs)]

#[path = "../annotated/mod.rs"]
#[allow(dead_code)]
mod annotated;
mod entries;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use gainsay::confidence::Table;
use gainsay::lexicon::Lexicon;

use annotated::{Cluster, Reliability, crossed, fit, rounded};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (Some(home), Some(Ok(most))) = (args.first(), args.get(1).map(|most| most.parse::<f64>())) else {
        eprintln!("say: score ANNOTATED MOST");
        return ExitCode::from(2);
    };
    match score(Path::new(home), most) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{home}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints what it finds; `false` where confidence is too far from what holds.
fn score(home: &Path, most: f64) -> Result<bool, Box<dyn Error>> {
    let lexicon = Lexicon::builtin();
    let clusters = annotated::clusters(home, &lexicon)?;
    println!("Entries of the lexicon that fire in one of {} comparisons only, or in none", clusters.len());
    let [rules, phrases, words] = entries::fired(&clusters, &lexicon);
    print!("{}", rules.page("rules", &clusters, true, |_| true));
    print!("{}", phrases.page("phrases", &clusters, false, |_| true));
    // A single word belongs to its field; a row of words may be somebody's.
    let long = |name: &str| name.split_once(": ").is_some_and(|(_, words)| words.split(' ').count() > 2);
    print!("{}", words.page("words (those of three and more are listed)", &clusters, false, long));

    let reliability = crossed(&clusters, |_| true);
    println!("\nConfidence, each comparison judged with weights fitted to all others");
    print!("{}", reliability.table());
    for (name, watched) in [("learn", false), ("watch", true)] {
        told(name, &crossed(&clusters, |cluster| cluster.watched == watched));
    }
    told("all", &reliability);
    told("as built", &as_built(&clusters));
    if fit(clusters.iter()) != *Table::builtin() {
        println!("lexicon/confidence.toml is older than the rules; `just calibrate` writes it anew");
    }
    println!(
        "Nothing else is fitted to the annotated articles by a program: the sentence model is learnt from other sentences\n\
         (lexicon/preference-figures.toml), and what people taught the lexicon is held to the watched comparisons."
    );
    let error = reliability.error();
    if error > most {
        println!("falls short: the calibration error of confidence {error:.3} > {most}");
    }
    Ok(error <= most)
}

/// How reliable the confidence is that users get.
fn as_built(clusters: &[Cluster]) -> Reliability {
    let mut reliability = Reliability::default();
    for said in clusters.iter().flat_map(|cluster| &cluster.said) {
        reliability.add(said.confidence, said.holds);
    }
    reliability
}

fn told(name: &str, reliability: &Reliability) {
    let (claims, error) = (reliability.claims(), rounded(reliability.error()));
    let (bias, squared) = (reliability.bias(), rounded(reliability.squared()));
    println!(
        "{name:9} {claims:5} claims, expected calibration error {error}, said more than holds {bias:+.3}, Brier {squared}"
    );
}
