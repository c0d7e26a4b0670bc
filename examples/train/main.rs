//! Learns the weights of the sentence model from labelled sentences, and measures it by cross-validation.
//!
//!     cargo run --release --example train -- FILE.csv WEIGHTS FIGURES.toml
//!
//! Every figure comes from [`Model::shares`] itself, with weights as they would be written, so that nothing is
//! measured but what a user gets.
#![allow(clippy::print_stderr, clippy::print_stdout, missing_docs)]

mod folds;
#[path = "../sentences/labelled.rs"]
mod labelled;
mod logistic;
mod score;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use gainsay::preference::{Model, Preference, SCALE, features};

use folds::{FOLDS, Keep};
use labelled::Labelled;
use logistic::Example;
use score::Score;

/// A feature counts where so many sentences have it.
const LEAST: u32 = 2;
/// What half of a squared weight costs.
const RIDGE: f64 = 8.0;
/// How many features are kept: those that weigh most over the sentences that have them.
const FEATURES: usize = 6000;
/// What is added for "worse" after training: it is the rarest label, and least often judged.
const LEANING: f64 = 0.4;
/// Splits that played no part in choosing any of these numbers.
const FRESH: std::ops::Range<u64> = 201..211;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [file, weights, figures] = args.as_slice() else {
        eprintln!("say: train FILE.csv WEIGHTS FIGURES.toml");
        return ExitCode::from(2);
    };
    match train(Path::new(file), Path::new(weights), Path::new(figures)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{file}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn train(file: &Path, weights: &Path, figures: &Path) -> Result<(), Box<dyn Error>> {
    let rows = labelled::read(file)?;
    let keys: Vec<Vec<u32>> = rows.iter().map(|row| features::keys(&row.text, row.names[0], row.names[1])).collect();
    let all: Vec<usize> = (0..rows.len()).collect();
    let bytes = learn(&rows, &keys, &all).to_bytes();
    std::fs::write(weights, &bytes)?;
    let page = measured(&rows, &keys, bytes.len());
    print!("{page}");
    std::fs::write(figures, page)?;
    Ok(())
}

/// A model of some of the rows.
fn learn(rows: &[Labelled], keys: &[Vec<u32>], chosen: &[usize]) -> Model {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for key in chosen.iter().flat_map(|row| &keys[*row]) {
        *counts.entry(*key).or_default() += 1;
    }
    counts.retain(|_, count| *count >= LEAST);
    let all: Vec<u32> = counts.keys().copied().collect();
    let fit = |kept: &[u32]| logistic::fit(&examples(rows, keys, chosen, kept), kept.len(), RIDGE);
    let mut heaviest: Vec<(f64, u32)> = fit(&all)
        .iter()
        .zip(&all)
        .map(|(weights, key)| {
            (weights.iter().map(|weight| weight * weight).sum::<f64>() * f64::from(counts[key]), *key)
        })
        .collect();
    heaviest.sort_by(|(a, one), (b, other)| b.total_cmp(a).then(one.cmp(other)));
    let mut kept: Vec<u32> = heaviest.into_iter().take(FEATURES).map(|(_, key)| key).collect();
    kept.sort_unstable();
    let weights = fit(&kept);
    let bias = features::bias();
    let whole: Vec<(u32, [i8; 3])> = kept
        .into_iter()
        .zip(weights)
        .map(|(key, [better, worse, none])| {
            let leaning = if key == bias { LEANING } else { 0.0 };
            // A cast from a float stops at the ends.
            (key, [better, worse + leaning, none].map(|weight| (weight * SCALE).round() as i8))
        })
        .collect();
    Model::new(whole.into_iter())
}

/// The chosen rows with the features that are kept, which are in order.
fn examples(rows: &[Labelled], keys: &[Vec<u32>], chosen: &[usize], kept: &[u32]) -> Vec<Example> {
    let number = |key: &u32| kept.binary_search(key).ok().map(|at| at as u32);
    let example = |row: &usize| {
        let votes = rows[*row].votes;
        let all = votes.iter().sum::<f64>().max(1.0);
        let shares = votes.map(|votes| votes / all);
        Example { features: keys[*row].iter().filter_map(number).collect(), shares }
    };
    chosen.iter().map(example).collect()
}

/// How good models of four folds are on the fifth.
fn crossed(rows: &[Labelled], keys: &[Vec<u32>], keep: Keep, seed: u64) -> Score {
    let folds = folds::folds(rows, keep, seed);
    let mut score = Score::default();
    for held in 0..FOLDS {
        let chosen: Vec<usize> = (0..rows.len()).filter(|row| folds[*row] != held).collect();
        let model = learn(rows, keys, &chosen);
        for row in (0..rows.len()).filter(|row| folds[*row] == held) {
            let Labelled { text, names: [first, second], label, .. } = &rows[row];
            let judged = match model.shares(text, *first, *second).preference() {
                Preference::Better => 0,
                Preference::Worse => 1,
                Preference::None => 2,
            };
            score.add(label.unwrap_or(2), judged);
        }
    }
    score
}

/// The figures as they are committed.
fn measured(rows: &[Labelled], keys: &[Vec<u32>], bytes: usize) -> String {
    let mut page = String::from(
        "# What the sentence model was measured at: five-fold cross-validation over the training sentences of CompSent-19,\n\
         # written by `just train`. F1 is scikit-learn's; `direction` is the part judged the right way round of those that\n\
         # are labelled and judged better or worse. The features and the settings were chosen by looking at these\n\
         # sentences, in splits with other seeds, 42 among them; `fresh` is the mean over ten splits that nothing was\n\
         # chosen on, but the sentences are the same, so that new ones may come out a little worse.\n\n",
    );
    // Writing to a string cannot fail.
    let _ = writeln!(page, "sentences = {}\nweights-bytes = {bytes}", rows.len());
    let splits = [
        ("grouped", "no sentence in two folds; seed 42", Keep::Sentences, 42..43),
        ("plain", "rows dealt as they come; seed 42", Keep::Nothing, 42..43),
        ("fresh", "no sentence in two folds; seeds 201 to 210", Keep::Sentences, FRESH),
    ];
    for (name, means, keep, seeds) in splits {
        let scores: Vec<Score> = seeds.map(|seed| crossed(rows, keys, keep, seed)).collect();
        let mean = |figure: &dyn Fn(&Score) -> f64| scores.iter().map(figure).sum::<f64>() / scores.len() as f64;
        let f1 = [0, 1, 2].map(|label| mean(&|score| score.f1()[label]));
        let _ = writeln!(
            page,
            "\n# {means}\n[{name}]\nweighted-f1 = {:.4}\nmacro-f1 = {:.4}\nbetter-f1 = {:.4}\nworse-f1 = {:.4}\n\
             none-f1 = {:.4}\ndirection = {:.4}",
            mean(&Score::weighted),
            mean(&Score::mean),
            f1[0],
            f1[1],
            f1[2],
            mean(&Score::direction),
        );
    }
    page
}
