//! How often the consensus is right where somebody knows the truth: simulated worlds, in which the articles on two things
//! are wrong now and then and many of them are copied from one.
//!
//!     cargo run --release --example simulate -- WORLDS LEAD ERROR
//!
//! The articles of a world are merged as any others are, by every method of the program; who copied whom is for it to
//! find. A tool that counts each page as a vote, and Dawid and Skene's full model of such pages, are there to compare with.
//! Fails where log-odds is not ahead of the count of pages by LEAD (a share), or its confidence is off by more than ERROR.
//! The same worlds give the same figures.
#![allow(clippy::print_stderr, clippy::print_stdout, missing_docs)]

mod article;
mod chance;
mod dawid_skene;
#[path = "../annotated/reliability.rs"]
#[allow(dead_code)]
mod reliability;
mod world;

use std::process::ExitCode;

use gainsay::lexicon::Lexicon;
use gainsay::matrix::{Favours, Outcome, Row};
use gainsay::merge::{self, Method, Options};

use reliability::Reliability;
use world::{TRUTHS, World};

/// How many sources a world has.
const SOURCES: [usize; 2] = [10, 20];
const METHODS: [(&str, Method); 3] =
    [("log-odds", Method::LogOdds), ("one-coin", Method::OneCoin), ("majority of voices", Method::Majority)];

fn main() -> ExitCode {
    let args: Vec<f64> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let [worlds, lead, error] = args[..] else {
        eprintln!("say: simulate WORLDS LEAD ERROR, as in: simulate 500 0.06 0.05");
        return ExitCode::from(2);
    };
    let lexicon = Lexicon::builtin();
    let figures = SOURCES.map(|sources| Figures::of(sources, worlds as u64, &lexicon));
    print(&figures, worlds);
    let mut status = ExitCode::SUCCESS;
    for figures in &figures {
        let (ahead, off) = (figures.methods[0].share() - figures.pages.share(), figures.shown.error());
        if ahead < lead || off > error {
            println!(
                "falls short: {} sources, ahead by {ahead:.3} (at least {lead}), off by {off:.3} (at most {error})",
                figures.sources
            );
            status = ExitCode::FAILURE;
        }
    }
    status
}

/// What is measured with one number of sources.
struct Figures {
    sources: usize,
    methods: [Hits; 3],
    pages: Hits,
    dawid_skene: Hits,
    /// The confidence of answers that stand, as a user sees it.
    shown: Reliability,
    /// The probability of the likeliest answer, whether it stands or not.
    likeliest: Reliability,
    stands: Hits,
    found: Hits,
    falsely: Hits,
}

/// How often something holds.
#[derive(Default, Clone, Copy)]
struct Hits {
    hits: f64,
    all: f64,
}

impl Hits {
    fn add(&mut self, hit: f64) {
        self.hits += hit;
        self.all += 1.0;
    }

    fn share(self) -> f64 {
        self.hits / self.all.max(1.0)
    }
}

impl Figures {
    fn of(sources: usize, worlds: u64, lexicon: &Lexicon) -> Self {
        let mut figures = Self {
            sources,
            methods: Default::default(),
            pages: Hits::default(),
            dawid_skene: Hits::default(),
            shown: Reliability::default(),
            likeliest: Reliability::default(),
            stands: Hits::default(),
            found: Hits::default(),
            falsely: Hits::default(),
        };
        for seed in 0..worlds {
            figures.add(&World::new(seed, sources), lexicon);
        }
        figures
    }

    fn add(&mut self, world: &World, lexicon: &Lexicon) {
        let articles = world.articles();
        for (number, (_, method)) in METHODS.into_iter().enumerate() {
            let matrix = merge::matrix_with(&articles, lexicon, Options { method, ..Options::default() });
            let comparison = &matrix.comparisons[0];
            for row in &comparison.rows {
                let truth = world.truth(&row.criterion);
                self.methods[number].add(credit(likeliest(row), &truth));
                if method == Method::LogOdds {
                    self.judge(row, &truth);
                }
            }
            if method == Method::LogOdds {
                self.copies(world, comparison);
                let pages: Vec<Vec<(usize, usize)>> = comparison.rows.iter().map(|row| world.pages(row)).collect();
                let of_all = dawid_skene::truths(&pages, self.sources, TRUTHS);
                for (row, (pages, shares)) in comparison.rows.iter().zip(pages.iter().zip(of_all)) {
                    let truth = world.truth(&row.criterion);
                    let counted =
                        (0..TRUTHS).map(|answer| pages.iter().filter(|(_, said)| *said == answer).count() as f64);
                    self.pages.add(credit(world.leading(counted), &truth));
                    self.dawid_skene.add(credit(world.leading(shares), &truth));
                }
            }
        }
    }

    fn judge(&mut self, row: &Row, truth: &Favours) {
        for answer in likeliest(row) {
            self.likeliest.add(row.consensus.spread.shares[answer], answer == truth);
        }
        let stands = match &row.consensus.outcome {
            Outcome::Favoured(subject) => Some(Favours::One(subject.clone())),
            Outcome::Even => Some(Favours::Even),
            _ => None,
        };
        self.stands.add(f64::from(u8::from(stands.is_some())));
        if let Some(answer) = stands {
            self.shown.add(row.consensus.confidence, answer == *truth);
        }
    }

    /// How many voices there are says how many copies were found.
    fn copies(&mut self, world: &World, comparison: &gainsay::matrix::Comparison) {
        let joined = comparison.sources.len() - comparison.independent;
        let copies = world.copies();
        self.found.hits += joined.min(copies) as f64;
        self.found.all += copies as f64;
        self.falsely.hits += joined.saturating_sub(copies) as f64;
        self.falsely.all += (comparison.sources.len() - copies) as f64;
    }
}

/// The likeliest answers of a row: several where they are level.
fn likeliest(row: &Row) -> Vec<&Favours> {
    let shares = &row.consensus.spread.shares;
    let most = shares.values().copied().fold(0.0, f64::max);
    shares.iter().filter(|(_, share)| **share >= most).map(|(answer, _)| answer).collect()
}

/// A right answer counts 1, and a part of it where others are level with it.
fn credit(leading: Vec<&Favours>, truth: &Favours) -> f64 {
    if leading.contains(&truth) { 1.0 / leading.len() as f64 } else { 0.0 }
}

fn print(figures: &[Figures], worlds: f64) {
    println!(
        "{worlds} worlds of {} criteria; every article speaks on 40 to 60 % of them, 40 % of the articles are copies of one",
        world::CRITERIA.len()
    );
    let line = |name: &str, figure: &dyn Fn(&Figures) -> f64| {
        let shares: String = figures.iter().map(|figures| format!("{:13.1} %", figure(figures) * 100.0)).collect();
        println!("{name:44}{shares}");
    };
    let sources: String = figures
        .iter()
        .map(|figures| format!("{:11}", format!("{} articles", figures.sources)))
        .map(|name| format!("{name:>15}"))
        .collect();
    println!("{:44}{sources}", "right");
    for (number, (name, _)) in METHODS.iter().enumerate() {
        line(name, &|figures| figures.methods[number].share());
    }
    line("majority of pages", &|figures| figures.pages.share());
    line("Dawid and Skene of pages", &|figures| figures.dawid_skene.share());
    println!("log-odds");
    line("  ahead of the majority of pages by", &|figures| figures.methods[0].share() - figures.pages.share());
    line("  rows on which an answer stands", &|figures| figures.stands.share());
    line("  its calibration error there", &|figures| figures.shown.error());
    line("  its bias there (said more than holds)", &|figures| figures.shown.bias());
    line("  calibration error of the likeliest answer", &|figures| figures.likeliest.error());
    line("copies found", &|figures| figures.found.share());
    line("taken for copies and none", &|figures| figures.falsely.share());
}
