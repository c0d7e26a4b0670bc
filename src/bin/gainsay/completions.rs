//! `gainsay completions`: a script that lets a shell complete the command line.

use anyhow::Result;
use clap::CommandFactory as _;

use crate::args::{Cli, Completions};
use crate::{Status, console};

/// Prints the script.
pub(crate) fn completions(args: &Completions) -> Result<Status> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "gainsay", &mut script);
    console::print(&String::from_utf8(script)?)?;
    Ok(Status::Done)
}
