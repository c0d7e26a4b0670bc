//! How many megabytes of article text the claims are extracted from in a second on one core, beside `regex` looking for
//! the words that compare in the same text.
//!
//!     ARTICLES=FOLDER cargo bench --bench extraction
//!
//! Every folder in `ARTICLES` is one run over the articles in it, as with `gainsay run`; without it the samples in
//! `sources/` are measured. The articles are read once and the lexicon is loaded once, each with a figure of its own; what
//! counts is the stage `extract`, who is compared and the claims. Text is counted as read: no markup.
//!
//! The time is the processor's where the system tells it (Linux), so that a busy machine slows nothing but the bench.
#![allow(clippy::expect_used, clippy::print_stdout, missing_docs)]

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

use gainsay::claim::Article;
use gainsay::document::Document;
use gainsay::lexicon::Lexicon;
use gainsay::{extract, merge, read};
use regex::Regex;

const ROUNDS: usize = 9;
/// How long a round lasts at the least, in seconds.
const ROUND: f64 = 0.2;
/// What the stage is to reach, in megabytes a second.
const GOAL: f64 = 20.0;

/// Some of the words by which articles compare and judge.
const CUES: &str = r"(?i-u)\b(better|faster|easier|superior|safer|simpler|cleaner|stronger|cheaper|worse|slower|harder|inferior|weaker|bigger|larger|higher|lower|smaller|more|less|prefers?|beats?|outperforms?|wins?|than|choose|best|great|good|poor|lacks?|offers?|supports?|requires?|ideal|excels?|struggles?|pros|cons|advantages?|disadvantages?)\b";

fn main() {
    let begun = Instant::now();
    let lexicon = Lexicon::builtin();
    let start_up = begun.elapsed().as_secs_f64();
    let folders = folders();
    let runs: Vec<Vec<Document>> = folders.iter().map(documents).collect();
    let texts: Vec<&str> = runs.iter().flatten().map(|document| document.text.as_str()).collect();
    let megabytes = texts.iter().map(|text| text.len()).sum::<usize>() as f64 / 1e6;
    let cues = Regex::new(CUES).expect("well formed");

    // The first run compiles the phrases that it meets, as every run of the program does.
    let first = seconds(runs.clone(), |runs| extracted(runs, &lexicon));
    let claims: usize = extracted(runs.clone(), &lexicon).iter().flatten().map(|article| article.claims.len()).sum();
    let (mut stage, mut all, mut peer) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        stage.push(round(|| seconds(runs.clone(), |runs| extracted(runs, &lexicon))));
        all.push(round(|| seconds((), |()| whole(&folders, &lexicon))));
        peer.push(round(|| seconds((), |()| texts.iter().map(|text| cues.find_iter(text).count()).sum::<usize>())));
    }
    let [stage, all, peer] = [stage, all, peer].map(|times| Rate::of(times, megabytes));
    println!("{} articles, {:.0} kB of text, {claims} claims, {ROUNDS} rounds", texts.len(), megabytes * 1e3);
    println!("start-up: Lexicon::builtin                {:7.1} ms", start_up * 1e3);
    println!("start-up: the first extraction            {:7.1} ms", first * 1e3);
    println!("extract::rosters and extract::claims      {stage} (goal {GOAL:.0})");
    println!("read, extract and merge                   {all}");
    println!("regex::Regex::find_iter of words that compare {peer}  ratio {:.3}", stage.median / peer.median);
}

/// Megabytes of article text in a second.
struct Rate {
    best: f64,
    median: f64,
}

impl Rate {
    fn of(mut times: Vec<f64>, megabytes: f64) -> Self {
        times.sort_by(f64::total_cmp);
        Self { best: megabytes / times[0], median: megabytes / times[times.len() / 2] }
    }
}

impl std::fmt::Display for Rate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:7.2} MB/s at best, median {:7.2}", self.best, self.median)
    }
}

/// One folder of articles, one run.
fn folders() -> Vec<PathBuf> {
    let annotated = std::env::var("ARTICLES").unwrap_or_default();
    if annotated.is_empty() {
        println!("the annotated articles are not here: measured on the samples in sources/");
    }
    let all = if annotated.is_empty() { Path::new("sources") } else { Path::new(&annotated) };
    let mut folders: Vec<PathBuf> =
        fs::read_dir(all).expect("a folder of folders").map(|entry| entry.expect("an entry").path()).collect();
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    folders
}

fn documents(folder: &PathBuf) -> Vec<Document> {
    read::paths(std::slice::from_ref(folder)).0
}

/// The stage that is measured.
fn extracted(runs: Vec<Vec<Document>>, lexicon: &Lexicon) -> Vec<Vec<Article>> {
    let articles = |documents: Vec<Document>| {
        let rosters = extract::rosters(&documents, lexicon);
        documents
            .into_iter()
            .zip(rosters)
            .map(|(document, roster)| extract::claims(document, roster, lexicon))
            .collect()
    };
    runs.into_iter().map(articles).collect()
}

/// The whole program but for its start and its reports.
fn whole(folders: &[PathBuf], lexicon: &Lexicon) -> usize {
    let articles = extracted(folders.iter().map(documents).collect(), lexicon);
    articles.iter().map(|articles| merge::matrix(articles, lexicon).comparisons.len()).sum()
}

/// The mean of as many measures as make a round.
fn round(measure: impl Fn() -> f64) -> f64 {
    let (mut times, mut spent) = (0.0, 0.0);
    while spent < ROUND {
        spent += measure();
        times += 1.0;
    }
    spent / times
}

/// How long the work takes; what it takes and what it gives are made and dropped outside of it.
fn seconds<T, R>(with: T, work: impl FnOnce(T) -> R) -> f64 {
    let begun = clock();
    let done = black_box(work(black_box(with)));
    let spent = clock() - begun;
    drop(done);
    spent
}

/// The time that the processor has given to this thread, in seconds; where the system does not tell, the time of day.
fn clock() -> f64 {
    thread_local!(static BEGUN: Instant = Instant::now());
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| BEGUN.with(|begun| begun.elapsed().as_secs_f64()), |spent| spent / 1e9)
}
