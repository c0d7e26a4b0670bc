//! `gainsay run`: all reports of one run into a folder.

use std::path::Path;

use anyhow::{Result, bail};
use gainsay::matrix::Severity;
use gainsay::report;

use crate::args::{Output, Run};
use crate::{Reading, Status, console, draw, pipeline, table};

/// Reads, merges, writes, and says what was written.
pub(crate) fn run(args: &Run) -> Result<Status> {
    let reading = pipeline(&args.input)?;
    let status = console::report_problems(&reading, &args.input);
    if reading.articles.is_empty() {
        return Ok(Status::Trouble);
    }
    let written = write(&reading, &args.out, &args.output)?;
    if let Some(file) = &args.picture {
        write_picture(&reading, file, &args.output)?;
    }
    if !args.input.quiet {
        let shown = if console::is_terminal() { shown(&reading) } else { String::new() };
        console::print(&(shown + &summary(&reading, &args.out, &written)))?;
    }
    Ok(status)
}

/// Writes all reports; gives back their names.
pub(crate) fn write(reading: &Reading, dir: &Path, output: &Output) -> Result<Vec<String>> {
    let files = report::files(&reading.matrix, &reading.articles, &options(output));
    report::write(dir, &files)?;
    Ok(files.into_iter().map(|(name, _)| name).collect())
}

fn write_picture(reading: &Reading, file: &Path, output: &Output) -> Result<()> {
    let Some(name) = file.file_name() else { bail!("{}: is no file name; say --picture FILE.svg", file.display()) };
    let dir = file.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let picture = report::picture(&reading.matrix, &reading.articles, &options(output));
    Ok(report::write(dir, &[(name.to_string_lossy().into_owned(), picture)])?)
}

fn options(output: &Output) -> report::Options {
    report::Options {
        quotes: if output.no_quotes { report::Quotes::Hashed } else { report::Quotes::Kept },
        spreadsheet: if output.excel { report::Spreadsheet::Excel } else { report::Spreadsheet::Any },
    }
}

/// More contradictions than these are counted, not drawn: the matrix should stay in sight.
const MOST_DRAWN: usize = 20;

/// What a person at a terminal sees: the contradictions, and the matrix beneath them.
fn shown(reading: &Reading) -> String {
    let mut text = draw::contradictions(reading, Severity::Low, MOST_DRAWN);
    for comparison in &reading.matrix.comparisons {
        let title = table::styled(&comparison.name, anstyle::Style::new().bold().underline());
        text += &format!("{title}\n{}\n", table::matrix(comparison, console::width()));
    }
    text
}

fn summary(reading: &Reading, dir: &Path, written: &[String]) -> String {
    let comparisons = &reading.matrix.comparisons;
    let claims = comparisons.iter().map(|one| one.claims.len()).sum();
    let contradictions = comparisons.iter().map(|one| one.contradictions.len()).sum();
    format!(
        "{}, {}, {}, {}\nwrote {} to {}\n",
        count(reading.articles.len(), "article"),
        count(claims, "claim"),
        count(comparisons.len(), "comparison"),
        count(contradictions, "contradiction"),
        written.join(", "),
        dir.display()
    )
}

/// `1 article`, `2 articles`.
pub(crate) fn count(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}
