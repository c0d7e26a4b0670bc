//! `gainsay text`: the text that the program reads, to which every place in the outputs points.
//!
//! Articles are read and written one at a time, so that a folder of any size takes the memory of its largest page.

use std::path::Path;

use anyhow::Result;
use gainsay::document::Document;
use gainsay::error::Error;
use gainsay::{read, report};

use crate::args::Text;
use crate::{Status, console, progress};

/// Prints the texts, each under its file's name where there are several, or writes them into a folder.
pub(crate) fn text(args: &Text) -> Result<Status> {
    let (articles, errors) = read::unread(&args.paths);
    for error in &errors {
        console::complain(error);
    }
    let read = match args.out.as_deref().filter(|out| out.as_os_str() != "-") {
        Some(dir) => written(&articles, dir)?,
        None => printed(&articles)?,
    };
    Ok(if errors.is_empty() && read == articles.len() { Status::Done } else { Status::Trouble })
}

/// Writes the texts; gives back how many articles could be read.
fn written(articles: &[read::Unread], dir: &Path) -> Result<usize> {
    let mut batch = report::Batch::new(dir)?;
    let read = progress::reading(progress::Watched::Perhaps, |before| {
        let mut read = 0;
        for article in articles {
            before(&article.path);
            if let Some(document) = readable(article.read()) {
                let name = format!("{}.txt", document.source.id.replace(['/', '\\'], "-"));
                batch.add(&name, document.text.as_bytes())?;
                read += 1;
            }
        }
        Ok::<_, Error>(read)
    })?;
    batch.finish()?;
    Ok(read)
}

/// Prints the texts; gives back how many articles could be read.
fn printed(articles: &[read::Unread]) -> Result<usize> {
    let mut read = 0;
    for article in articles {
        if let Some(document) = readable(article.read()) {
            let several = articles.len() > 1;
            let head = if several { format!("==> {} <==\n", document.source.origin.display()) } else { String::new() };
            console::print(&format!("{head}{}\n", document.text.trim_end()))?;
            read += 1;
        }
    }
    Ok(read)
}

fn readable(read: Result<Document, Error>) -> Option<Document> {
    read.inspect_err(|error| console::complain(error)).ok()
}
