//! The command line: [`pipeline`] is what the program does, a file per command is what it shows.

mod args;
mod config;
mod console;
mod run;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser as _;
use gainsay::claim::Article;
use gainsay::error::Error;
use gainsay::matrix::ConsensusMatrix;
use gainsay::{extract, merge, read};

use args::{Cli, Command, Input};

fn main() -> ExitCode {
    let cli = Cli::parse();
    anstream::ColorChoice::from(cli.color).write_global();
    let status = match cli.command {
        Command::Run(args) => run::run(&args),
        _ => Ok(Status::Done),
    };
    status.unwrap_or_else(|error| console::trouble(&error)).into()
}

/// Everything that the articles say, and what stood in the way.
struct Reading {
    articles: Vec<Article>,
    matrix: ConsensusMatrix,
    errors: Vec<Error>,
}

/// The whole program, in order.
fn pipeline(input: &Input) -> Result<Reading> {
    let lexicon = config::lexicon(input.config.as_deref())?;
    let (documents, errors) = read::paths_with(&input.paths, &mut |_| {});
    let rosters = extract::rosters(&documents, &lexicon);
    let pairs = documents.into_iter().zip(rosters);
    let articles: Vec<Article> = pairs.map(|(one, roster)| extract::claims(one, roster, &lexicon)).collect();
    let matrix = merge::matrix(&articles, &lexicon);
    Ok(Reading { articles, matrix, errors })
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
