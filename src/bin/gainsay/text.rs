//! `gainsay text`: the text that the program reads, to which every place in the outputs points.

use anyhow::Result;
use gainsay::{read, report};

use crate::args::Text;
use crate::{Status, console, progress};

/// Prints the texts, each under its file's name where there are several, or writes them into a folder.
pub(crate) fn text(args: &Text) -> Result<Status> {
    let (documents, errors) = progress::reading(progress::Watched::Perhaps, |each| read::paths_with(&args.paths, each));
    for error in &errors {
        console::complain(error);
    }
    if let Some(dir) = &args.out {
        let files: Vec<(String, Vec<u8>)> = documents
            .into_iter()
            .map(|one| (format!("{}.txt", one.source.id.replace(['/', '\\'], "-")), one.text.into_bytes()))
            .collect();
        report::write(dir, &files)?;
    } else {
        let several = documents.len() > 1;
        for document in &documents {
            let head = if several { format!("==> {} <==\n", document.source.origin.display()) } else { String::new() };
            console::print(&format!("{head}{}\n", document.text.trim_end()))?;
        }
    }
    Ok(if errors.is_empty() { Status::Done } else { Status::Trouble })
}
