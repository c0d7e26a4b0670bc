//! What `just pages` measures of the reader of web pages, one figure a line.
//!
//!     gainsay-pages speed DIR ...          throughput beside scraper's parser and another extractor
//!     gainsay-pages structure SET.json DIR headings, list items and cells that keep their kind
//!     gainsay-pages places DIR ...         blocks whose words are proven to stand at their bytes
//!
//! Without a folder, `speed` takes the one in $PAGES, the annotated pages where they are, or pages of its own.

mod load;
mod places;
mod shown;
mod speed;
mod structure;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let folders = |from: usize| -> Vec<PathBuf> { args.iter().skip(from).map(PathBuf::from).collect() };
    match args.first().map(String::as_str) {
        Some("speed") => speed::measure(&load::wanted(folders(1))),
        Some("structure") if args.len() == 3 => structure::measure(&args[1], &load::pages(&folders(2))),
        Some("places") if args.len() > 1 => places::measure(&load::pages(&folders(1))),
        _ => {
            eprintln!("say: gainsay-pages speed|structure|places; src/main.rs has the arguments");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}
