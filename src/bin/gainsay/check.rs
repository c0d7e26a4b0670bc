//! `gainsay check`: the contradictions, for people and for a pipeline that should stop at them.

use anyhow::Result;
use gainsay::matrix::Severity;

use crate::args::Check;
use crate::{Status, console, draw, pipeline, run};

/// Draws the contradictions; trouble outweighs them in the exit status.
pub(crate) fn check(args: &Check) -> Result<Status> {
    let reading = pipeline(&args.input)?;
    let status = console::report_problems(&reading, &args.input);
    if let Some(dir) = args.out.as_deref().filter(|_| !reading.articles.is_empty()) {
        run::write(&reading, dir, &args.output)?;
    }
    let least = Severity::from(args.min_severity);
    let grave = |count: &Severity| *count >= least;
    let stand = reading.matrix.comparisons.iter().flat_map(|one| &one.contradictions);
    let stand = stand.filter(|one| grave(&one.severity)).count();
    if !args.input.quiet {
        let end =
            format!("{} in {}\n", run::count(stand, "contradiction"), run::count(reading.articles.len(), "article"));
        console::print(&(draw::contradictions(&reading, least, usize::MAX) + &end))?;
    }
    Ok(if status == Status::Done && stand > 0 { Status::Contradicted } else { status })
}
