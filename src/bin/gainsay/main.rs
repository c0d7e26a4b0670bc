//! The command line: [`pipeline`] is what the program does, a file per command is what it shows.

mod args;
mod check;
mod completions;
mod config;
mod console;
mod draw;
mod excerpt;
mod explain;
mod man;
mod progress;
mod run;
mod table;
mod text;

#[cfg(test)]
#[path = "../../../tests/sample/mod.rs"]
mod sample;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser as _;
use gainsay::claim::Article;
use gainsay::error::Error;
use gainsay::lexicon::Lexicon;
use gainsay::matrix::ConsensusMatrix;
use gainsay::{extract, merge, read, report};

use args::{Cli, Command, Input};

fn main() -> ExitCode {
    let cli = Cli::parse();
    anstream::ColorChoice::from(cli.color).write_global();
    let status = match cli.command {
        Command::Run(args) => run::run(&args),
        Command::Check(args) => check::check(&args),
        Command::Explain(args) => explain::explain(&args),
        Command::Text(args) => text::text(&args),
        Command::Completions(args) => completions::completions(&args),
        Command::Man(args) => man::man(&args),
    };
    status.unwrap_or_else(|error| console::trouble(&error)).into()
}

/// Everything that the articles say, and what stood in the way.
struct Reading {
    lexicon: Lexicon,
    articles: Vec<Article>,
    matrix: ConsensusMatrix,
    errors: Vec<Error>,
}

/// The whole program, in order.
fn pipeline(input: &Input) -> Result<Reading> {
    let lexicon = config::lexicon(input.config.as_deref())?;
    let watched = progress::Watched::unless(input.quiet);
    let (mut documents, errors) = progress::reading(watched, |each| read::paths_with(&input.paths, each));
    documents.retain(|document| !report::is_own(&document.source.origin));
    let rosters = extract::rosters(&documents, &lexicon);
    let pairs = documents.into_iter().zip(rosters).collect();
    let articles = progress::through(watched, pairs, |(document, roster)| extract::claims(document, roster, &lexicon));
    let matrix = merge::matrix_with(&articles, &lexicon, input.into());
    Ok(Reading { lexicon, articles, matrix, errors })
}

/// How a command ended, as the exit status says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    /// Nothing to report.
    Done = 0,
    /// Contradictions stand, where the command was asked to judge.
    Contradicted = 1,
    /// Something could not be read or written; a message names it.
    Trouble = 2,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

#[cfg(test)]
impl Reading {
    fn of_sample() -> Self {
        let (articles, matrix) = (sample::articles(), sample::matrix());
        Self { lexicon: Lexicon::builtin(), articles, matrix, errors: Vec::new() }
    }
}
