//! Standard output and standard error: who reads them, how wide they are, and what is said when it goes wrong.
//!
//! A reader that went away (`gainsay run | head`) is no error: what it has not read, it does not want.

use std::io::{self, IsTerminal as _, Write as _};

use anyhow::{Result, bail};
use gainsay::error::Error;

use crate::args::Input;
use crate::{Reading, Status};

/// Writes to standard output; colour is taken out where nobody would see it.
pub(crate) fn print(text: &str) -> Result<()> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => bail!("standard output: cannot be written ({error}); free some space or choose another place"),
        Ok(()) => Ok(()),
    }
}

/// Says on standard error why a command could not be done.
pub(crate) fn trouble(error: &anyhow::Error) -> Status {
    // The library's own messages say all there is to say.
    match error.downcast_ref::<Error>() {
        Some(own) => complain(own),
        None => complain(format_args!("{error:#}")),
    }
    Status::Trouble
}

/// Says what stood in the way of reading, and how far that is trouble.
///
/// An article that could not be read is. One that compares nothing is a remark only, as long as another
/// compares something.
pub(crate) fn report_problems(reading: &Reading, input: &Input) -> Status {
    for error in &reading.errors {
        complain(error);
    }
    if !input.quiet {
        remarks(reading);
    }
    let nothing_compared = reading.articles.iter().all(gainsay::claim::Article::compares_nothing);
    if reading.errors.is_empty() && !nothing_compared { Status::Done } else { Status::Trouble }
}

/// Is standard output a terminal?
pub(crate) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// The width of the terminal in columns; a usual one where there is none.
pub(crate) fn width() -> usize {
    terminal_size::terminal_size().map_or(USUAL_WIDTH, |(width, _)| usize::from(width.0).max(NARROWEST))
}

const USUAL_WIDTH: usize = 100;
const NARROWEST: usize = 40;

fn remarks(reading: &Reading) {
    for article in &reading.articles {
        let source = &article.document.source;
        for problem in &article.document.problems {
            complain(format_args!("{}: {problem}", source.origin.display()));
        }
        if article.compares_nothing() {
            complain(Error::NoComparison { path: source.origin.clone() });
        }
    }
}

/// Says something on standard error.
pub(crate) fn complain(message: impl std::fmt::Display) {
    // Where standard error is closed there is nobody left to tell.
    let _ = writeln!(anstream::stderr().lock(), "gainsay: {message}");
}
