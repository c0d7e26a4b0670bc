//! Who has a stake in what: `sources.toml` beside the articles.
//!
//! A vendor that compares itself with a rival is a source like any other, and a reader wants to know. No page says it
//! where a program could find it, so a person does:
//!
//! ```toml
//! [[source]]
//! publisher = "Acme"            # or id = "acme-vs-zenith", or domain = "acme.example"
//! stake = ["Acme Board"]
//! ```
//!
//! An entry holds for the articles beside the file and in the folders below.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use crate::document::{Document, Source};
use crate::error::{Error, Result};

/// The file's name.
const NAME: &str = "sources.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    #[serde(default)]
    source: Vec<Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Option<String>,
    publisher: Option<String>,
    domain: Option<String>,
    stake: Names,
}

/// One name or several.
#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a name or a list of names, as in stake = [\"Acme Board\"]")]
enum Names {
    One(String),
    Many(Vec<String>),
}

/// Gives the documents the stakes that are declared in the folders that were asked for and beside the articles; what is
/// wrong with a file comes back, and nothing of it is used.
pub(super) fn declare(documents: &mut [Document], asked: &[PathBuf]) -> Vec<Error> {
    let beside = documents.iter().filter_map(|document| document.source.origin.parent());
    let folders = beside.chain(asked.iter().map(PathBuf::as_path).filter(|path| path.is_dir()));
    let folders: BTreeSet<PathBuf> = folders.map(Path::to_path_buf).collect();
    let mut errors = Vec::new();
    for folder in folders {
        let file = folder.join(NAME);
        if file.is_file() {
            let whole = asked.contains(&folder);
            errors.extend(declared(&file, &folder, documents, whole).err());
        }
    }
    errors
}

/// Uses one file. Where the `whole` folder was read, an entry that is about none of its articles is a mistake.
fn declared(file: &Path, folder: &Path, documents: &mut [Document], whole: bool) -> Result<()> {
    let text = fs::read_to_string(file).map_err(|source| Error::Unreadable { path: file.to_path_buf(), source })?;
    let name = file.to_string_lossy();
    let wrong = |at: usize, problem: &str| Error::at(&name, &text, at, problem.to_owned());
    let page: Page =
        toml::from_str(&text).map_err(|error| wrong(error.span().map_or(0, |span| span.start), error.message()))?;
    for entry in &page.source {
        let at = entry.span().start;
        let entry = entry.get_ref();
        if entry.id.is_none() && entry.publisher.is_none() && entry.domain.is_none() {
            return Err(wrong(at, "names no source; add id, publisher or domain"));
        }
        if entry.names().is_empty() {
            return Err(wrong(at, "names no stake; add the thing compared, as in stake = \"Acme Board\""));
        }
        let about =
            |document: &&Document| document.source.origin.starts_with(folder) && entry.is_about(&document.source);
        if whole && !documents.iter().any(|document| about(&document)) {
            let remedy = "is about no article here; sources.csv of a run has their ids and publishers";
            return Err(wrong(at, remedy));
        }
    }
    for document in documents.iter_mut().filter(|document| document.source.origin.starts_with(folder)) {
        let entries = page.source.iter().map(Spanned::get_ref).filter(|entry| entry.is_about(&document.source));
        let names: BTreeSet<&String> = entries.flat_map(Entry::names).collect();
        document.source.stake.extend(names.into_iter().cloned());
    }
    Ok(())
}

impl Entry {
    fn names(&self) -> Vec<&String> {
        match &self.stake {
            Names::One(name) => vec![name],
            Names::Many(names) => names.iter().collect(),
        }
    }

    /// Is it about this source, in all that it says of it?
    fn is_about(&self, source: &Source) -> bool {
        let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
        let publisher = |name: &String| source.publisher.as_ref().is_some_and(|other| same(name, other));
        let domain = |name: &String| source.url.as_deref().and_then(host).is_some_and(|host| is_within(&host, name));
        self.id.as_ref().is_none_or(|id| *id == source.id)
            && self.publisher.as_ref().is_none_or(publisher)
            && self.domain.as_ref().is_none_or(domain)
    }
}

/// The host of an address.
fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?.split(':').next()?;
    (!host.is_empty()).then(|| host.to_lowercase())
}

/// Is a host this domain or beneath it?
fn is_within(host: &str, domain: &str) -> bool {
    let domain = domain.trim().trim_start_matches("www.").to_lowercase();
    host == domain || host.strip_suffix(&domain).is_some_and(|rest| rest.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_holds_what_is_beneath_it_and_nothing_that_only_ends_alike() {
        let about = |url: &str, domain: &str| host(url).is_some_and(|host| is_within(&host, domain));
        assert!(about("https://blog.acme.example/a-vs-b?x=1", "acme.example"));
        assert!(about("http://ACME.example:8080", "www.acme.example"));
        assert!(!about("https://notacme.example/", "acme.example"));
    }
}
