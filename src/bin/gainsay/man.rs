//! `gainsay man`: the manual, made of the same words as `--help`.

use anyhow::Result;
use clap::CommandFactory as _;
use gainsay::report;

use crate::args::{Cli, Man};
use crate::{Status, console};

/// Prints the main page, or writes a page for each command.
pub(crate) fn man(args: &Man) -> Result<Status> {
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    let Some(dir) = &args.dir else {
        console::print(&String::from_utf8(page(command)?)?)?;
        return Ok(Status::Done);
    };
    let mut pages = Vec::new();
    for sub in command.get_subcommands() {
        let name = format!("gainsay-{}", sub.get_name());
        pages.push((format!("{name}.1"), page(sub.clone())?));
    }
    pages.push(("gainsay.1".to_owned(), page(command)?));
    report::write(dir, &pages)?;
    Ok(Status::Done)
}

fn page(command: clap::Command) -> Result<Vec<u8>> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    Ok(page)
}
