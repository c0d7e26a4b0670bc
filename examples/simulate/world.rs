//! A world: what is true, who says what, and who copied it.
//!
//! Its figures are chosen and not taken from the program's own, so that a refit of `lexicon/accuracy.toml` is held to
//! the same worlds: how often each kind of evidence occurs is about as often as in annotated articles, and how often it is
//! right is drawn for each world.

use gainsay::claim::Article;
use gainsay::matrix::{Basis, Criterion, Favours, Row, Subject};

use crate::article;
use crate::chance::Chance;

/// Criteria that every lexicon keeps apart.
pub(crate) const CRITERIA: [&str; 12] = [
    "performance",
    "cost",
    "security",
    "documentation",
    "community",
    "features",
    "learning-curve",
    "scalability",
    "flexibility",
    "reliability",
    "testing",
    "support",
];
pub(crate) const SUBJECTS: [&str; 2] = ["Alder", "Birch"];
/// One subject, the other, or neither.
pub(crate) const TRUTHS: usize = 3;
const EVEN: usize = 2;

/// How often each is true: articles call one row in seven even.
const TRUE: [f64; TRUTHS] = [3.0, 3.0, 1.0];
/// How often each kind of evidence occurs, from the most explicit to what is implied.
const OCCURS: [f64; 4] = [0.17, 0.05, 0.65, 0.13];
/// Between what it is right.
const RIGHT: [(f64, f64); 4] = [(0.70, 0.90), (0.65, 0.85), (0.50, 0.75), (0.65, 0.85)];
/// How much better or worse than others a source is.
const SKILL: f64 = 0.1;
/// How many of the sources are copies of one article.
const COPIED: f64 = 0.4;

/// What an article says on one criterion.
#[derive(Clone, Copy)]
pub(crate) struct Saying {
    pub(crate) criterion: usize,
    pub(crate) answer: usize,
    pub(crate) basis: Basis,
}

pub(crate) struct World {
    truths: Vec<usize>,
    /// For each source the article that it wrote or copied, and whether it copied it.
    written: Vec<(Vec<Saying>, String)>,
    copies: usize,
}

impl World {
    pub(crate) fn new(seed: u64, sources: usize) -> Self {
        let mut chance = Chance::new(seed * 1000 + sources as u64);
        let truths: Vec<usize> = CRITERIA.iter().map(|_| chance.by(&TRUE)).collect();
        let right = RIGHT.map(|(low, high)| chance.between(low, high));
        let copies = (sources as f64 * COPIED).round() as usize;
        let mut written: Vec<(Vec<Saying>, String)> = Vec::new();
        for _ in 0..sources - copies {
            let sayings = sayings(&truths, right, &mut chance);
            let text = article::text(&sayings, &mut chance);
            written.push((sayings, text));
        }
        for _ in 0..copies {
            // The first is as good as any other.
            let (sayings, text) = written[0].clone();
            written.push((sayings, article::edited(&text, &mut chance)));
        }
        for last in (1..written.len()).rev() {
            written.swap(last, chance.of(last + 1));
        }
        Self { truths, written, copies }
    }

    /// The articles as the program has them when it merges.
    pub(crate) fn articles(&self) -> Vec<Article> {
        let article =
            |(number, (sayings, text)): (usize, &(Vec<Saying>, String))| article::article(number, sayings, text);
        self.written.iter().enumerate().map(article).collect()
    }

    pub(crate) fn copies(&self) -> usize {
        self.copies
    }

    pub(crate) fn truth(&self, criterion: &Criterion) -> Favours {
        let number = CRITERIA.iter().position(|name| *name == criterion.0);
        number.map_or(Favours::Mixed, |number| favours(self.truths[number]))
    }

    /// What each page says on a row, by its number, copies and all.
    pub(crate) fn pages(&self, row: &Row) -> Vec<(usize, usize)> {
        let page = |(id, position): (&String, &gainsay::matrix::Position)| {
            let answer = (0..TRUTHS).find(|answer| favours(*answer) == position.favours)?;
            Some((article::number(id), answer))
        };
        row.positions.iter().filter_map(page).collect()
    }

    /// The answers with the most.
    pub(crate) fn leading(&self, shares: impl IntoIterator<Item = f64>) -> Vec<&'static Favours> {
        static ANSWERS: std::sync::LazyLock<[Favours; TRUTHS]> = std::sync::LazyLock::new(|| [0, 1, 2].map(favours));
        let shares: Vec<f64> = shares.into_iter().collect();
        let most = shares.iter().copied().fold(0.0, f64::max);
        ANSWERS.iter().zip(shares).filter(|(_, share)| *share >= most).map(|(answer, _)| answer).collect()
    }
}

fn favours(answer: usize) -> Favours {
    SUBJECTS.get(answer).map_or(Favours::Even, |name| Favours::One(Subject((*name).to_owned())))
}

/// What one author says.
fn sayings(truths: &[usize], right: [f64; 4], chance: &mut Chance) -> Vec<Saying> {
    let (covers, skill) = (chance.between(0.4, 0.6), chance.between(-SKILL, SKILL));
    let mut sayings = Vec::new();
    for (criterion, truth) in truths.iter().enumerate() {
        if !chance.happens(covers) {
            continue;
        }
        let basis = chance.by(&OCCURS);
        let errs = !chance.happens((right[basis] + skill).clamp(0.05, 0.95));
        let answer = if errs { (truth + 1 + chance.of(TRUTHS - 1)) % TRUTHS } else { *truth };
        // Nobody implies that two things are level.
        let basis =
            if answer == EVEN && Basis::ALL[basis] == Basis::Implied { Basis::Prose } else { Basis::ALL[basis] };
        sayings.push(Saying { criterion, answer, basis });
    }
    sayings
}
