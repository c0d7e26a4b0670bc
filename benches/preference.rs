//! How many sentences the model judges in a second on one core, beside `regex` looking for the words that compare.
//!
//!     SENTENCES=FILE.csv cargo bench --bench preference
//!
//! Without a file, on a few sentences of its own. The two take turns, and of several rounds the median counts, so
//! that a machine that is busy is so for both.
#![allow(clippy::expect_used, clippy::print_stdout, missing_docs)]

#[path = "../examples/sentences/labelled.rs"]
mod labelled;

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use gainsay::preference::Model;
use gainsay::span::Span;
use regex::Regex;

const ROUNDS: usize = 15;

/// The words of the classes that compare, as `lexicon/preference.toml` has them in part.
const CUES: &str = r"(?i)\b(better|faster|easier|superior|safer|nicer|simpler|cleaner|stronger|cheaper|worse|slower|harder|inferior|poorer|weaker|bigger|larger|higher|lower|smaller|more|less|prefers?|beats?|outperforms?|wins|than|compared|rather|instead|not|n't|never)\b";

const OWN: [(&str, &str, &str); 4] = [
    ("After a winter on the boat, I would say that diesel heats better than wood, but it is louder.", "diesel", "wood"),
    ("Rope and chain both hold, and neither harbour we asked prefers one of them.", "Rope", "chain"),
    ("The ferry isn't any faster than the bridge once you have paid, parked and found a seat.", "ferry", "bridge"),
    ("Oil lamps are cheap; compared with candles they burn longer and need more care.", "lamps", "candles"),
];

fn main() {
    let sentences = sentences();
    let (model, cues) = (Model::builtin(), Regex::new(CUES).expect("well formed"));
    let judge = || {
        for (text, [first, second]) in &sentences {
            black_box(model.shares(text, *first, *second));
        }
    };
    let search = || {
        for (text, _) in &sentences {
            black_box(cues.find_iter(text).count());
        }
    };
    let (mut judged, mut searched) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        judged.push(seconds(judge));
        searched.push(seconds(search));
    }
    let rate = |mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        sentences.len() as f64 / times[ROUNDS / 2]
    };
    let (judged, searched) = (rate(judged), rate(searched));
    let bytes: usize = sentences.iter().map(|(text, _)| text.len()).sum();
    println!("{} sentences of {} bytes, {ROUNDS} rounds", sentences.len(), bytes / sentences.len().max(1));
    println!("gainsay::preference::Model::shares  {judged:9.0} sentences/s (goal 100000)");
    println!("regex::Regex::find_iter of the cues {searched:9.0} sentences/s  ratio {:.2}", judged / searched);
}

fn seconds(work: impl Fn()) -> f64 {
    let begun = Instant::now();
    work();
    begun.elapsed().as_secs_f64()
}

fn sentences() -> Vec<(String, [Span; 2])> {
    let file = std::env::var("SENTENCES").unwrap_or_default();
    if !file.is_empty() {
        let rows = labelled::read(Path::new(&file)).expect("a file of labelled sentences");
        return rows.into_iter().map(|row| (row.text, row.names)).collect();
    }
    let own = OWN.map(|(text, first, second)| {
        let span = |name: &str| text.find(name).map(|at| Span::new(at, at + name.len())).expect("the name");
        (text.to_owned(), [span(first), span(second)])
    });
    own.into_iter().cycle().take(4000).collect()
}
