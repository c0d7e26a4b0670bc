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
    let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let mut page = Vec::new();
    let man = clap_mangen::Man::new(command.after_help(clap::builder::Resettable::Reset)).manual("gainsay");
    man.render(&mut page)?;
    page.extend(section("EXAMPLES", examples.trim_start_matches("Examples:\n")).into_bytes());
    Ok(page)
}

/// A section whose lines stay as they are: the manual's own would run together.
fn section(name: &str, lines: &str) -> String {
    let lines = lines.replace('\\', "\\e").replace('-', "\\-").replace("\n'", "\n\\(aq").replace("\n.", "\n\\&.");
    format!(".SH {name}\n.nf\n{lines}\n.fi\n")
}
