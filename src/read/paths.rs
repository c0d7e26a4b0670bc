//! Files and folders in, articles out, each with an id of its own.
//!
//! Articles come sorted by id, so that the order in which a user names the files changes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::document::Document;
use crate::error::Error;

const ENDINGS: &[&str] = &["html", "htm", "xhtml", "md", "markdown", "mdx", "txt"];

/// Reads every article that `paths` name: files as they are, folders with all below them. What could
/// not be read comes back beside what could.
#[must_use]
pub fn paths(paths: &[PathBuf]) -> (Vec<Document>, Vec<Error>) {
    paths_with(paths, &mut |_| {})
}

/// Like [`paths`], and calls `before` with each file before it is read.
pub fn paths_with(paths: &[PathBuf], before: &mut dyn FnMut(&Path)) -> (Vec<Document>, Vec<Error>) {
    let (files, mut errors) = files(paths);
    let mut documents = Vec::new();
    for file in &files {
        before(file);
        match super::file(file) {
            Ok(document) => documents.push(document),
            Err(error) => errors.push(error),
        }
    }
    name_apart(&mut documents);
    documents.sort_by(|a, b| a.source.id.cmp(&b.source.id));
    (documents, errors)
}

/// The files that `paths` name, sorted, each once: folders are searched for articles, hidden files are
/// passed over.
#[must_use]
pub fn files(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Error>) {
    let mut files = Vec::new();
    let mut errors = Vec::new();
    let mut paths = paths.to_vec();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            let before = files.len() + errors.len();
            walk(&path, &mut files, &mut errors);
            if files.len() + errors.len() == before {
                errors.push(Error::NoArticles { path });
            }
        } else {
            files.push(path);
        }
    }
    files.sort();
    let mut seen = BTreeSet::new();
    files.retain(|file| seen.insert(file.canonicalize().unwrap_or_else(|_| file.clone())));
    (files, errors)
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>, errors: &mut Vec<Error>) {
    let hidden = |entry: &walkdir::DirEntry| entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
    let walk = walkdir::WalkDir::new(folder).follow_links(true).sort_by_file_name();
    for entry in walk.into_iter().filter_entry(|entry| !hidden(entry)) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && known(entry.path()) => files.push(entry.into_path()),
            Ok(_) => {}
            // A link back to a folder above: everything in it is being read already.
            Err(error) if error.loop_ancestor().is_some() => {}
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_path_buf();
                let source = error.into_io_error().unwrap_or_else(|| std::io::Error::other("a broken link"));
                errors.push(Error::Unreadable { path, source });
            }
        }
    }
}

fn known(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Gives articles of the same id the names of their folders, as many as it takes to tell them apart.
fn name_apart(documents: &mut [Document]) {
    let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, document) in documents.iter().enumerate() {
        alike.entry(document.source.id.clone()).or_default().push(i);
    }
    let mut taken: BTreeSet<String> = alike.keys().cloned().collect();
    for (id, group) in alike.into_iter().filter(|(_, group)| group.len() > 1) {
        let most = group.iter().map(|i| documents[*i].source.origin.components().count()).max().unwrap_or(1);
        let names = (1..most.max(2))
            .map(|parents| group.iter().map(|i| with_parents(&documents[*i].source.origin, &id, parents)).collect())
            .find(|names: &Vec<String>| names.iter().collect::<BTreeSet<_>>().len() == names.len())
            .unwrap_or_else(|| vec![id.clone(); group.len()]);
        for (i, name) in group.into_iter().zip(names) {
            let mut unique = name.clone();
            let mut number = 2;
            while !taken.insert(unique.clone()) {
                unique = format!("{name}-{number}");
                number += 1;
            }
            let document = &mut documents[i];
            document.problems.push(format!("another article is called {id} too; this one goes by {unique}"));
            document.source.id = unique;
        }
    }
}

fn with_parents(path: &Path, id: &str, parents: usize) -> String {
    let above: Vec<_> = path.parent().into_iter().flat_map(Path::components).collect();
    let named = above.iter().filter_map(|part| match part {
        std::path::Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    let named: Vec<_> = named.collect();
    let mut parts = named[named.len().saturating_sub(parents)..].to_vec();
    parts.push(id.to_owned());
    parts.join("-")
}
