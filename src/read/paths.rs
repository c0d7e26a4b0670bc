//! Files and folders in, articles out, each with an id of its own.
//!
//! Articles come sorted by id, so that the order in which a user names the files changes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::{STANDARD_INPUT, gzip};
use crate::document::Document;
use crate::error::{Error, Result};

const ENDINGS: &[&str] = &["html", "htm", "xhtml", "md", "markdown", "mdx", "txt"];

/// Reads every article that `paths` name: files as they are, folders with all below them, and who has a stake in what
/// where a `sources.toml` beside them says so. What could not be read comes back beside what could.
#[must_use]
pub fn paths(paths: &[PathBuf]) -> (Vec<Document>, Vec<Error>) {
    paths_with(paths, &mut |_| {})
}

/// Like [`paths`], and calls `before` with each file before it is read.
pub fn paths_with(paths: &[PathBuf], before: &mut dyn FnMut(&Path)) -> (Vec<Document>, Vec<Error>) {
    let (unread, mut errors) = unread(paths);
    let mut documents = Vec::new();
    for article in &unread {
        before(&article.path);
        match article.read() {
            Ok(document) => documents.push(document),
            Err(error) => errors.push(error),
        }
    }
    errors.extend(super::stakes::declare(&mut documents, paths));
    (documents, errors)
}

/// An article that is still to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The file; `-` for standard input.
    pub path: PathBuf,
    /// The id that the article will have; no other of the same run has it.
    pub id: String,
    /// The id that it shares with another by its name.
    shared: Option<String>,
}

impl Unread {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// Those of [`file`](super::file).
    pub fn read(&self) -> Result<Document> {
        let mut document = super::file(&self.path)?;
        document.source.id.clone_from(&self.id);
        if let Some(shared) = &self.shared {
            document.problems.push(format!("another article is called {shared} too; this one goes by {}", self.id));
        }
        Ok(document)
    }
}

/// The articles that `paths` name, by id, to be read one by one: so a program can go through more of them
/// than its memory would hold.
#[must_use]
pub fn unread(paths: &[PathBuf]) -> (Vec<Unread>, Vec<Error>) {
    let (files, errors) = files(paths);
    let mut unread: Vec<Unread> = files.into_iter().map(|path| Unread { id: id(&path), path, shared: None }).collect();
    name_apart(&mut unread);
    unread.sort_by(|a, b| a.id.cmp(&b.id));
    (unread, errors)
}

/// The id of an article by its file's name alone.
pub(super) fn id(path: &Path) -> String {
    match gzip::name(path).file_stem() {
        Some(_) if is_standard_input(path) => "stdin".to_owned(),
        Some(stem) => stem.to_string_lossy().into_owned(),
        None => "article".to_owned(),
    }
}

fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == STANDARD_INPUT
}

/// The files that `paths` name, sorted, each once: folders are searched for articles, hidden files are
/// passed over. `-` is standard input, also where a file or folder has that name.
#[must_use]
pub fn files(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Error>) {
    let mut files = Vec::new();
    let mut errors = Vec::new();
    let mut paths = paths.to_vec();
    paths.sort();
    for path in paths {
        if path.is_dir() && !is_standard_input(&path) {
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
    let place = |file: &PathBuf| file.canonicalize().ok().filter(|_| !is_standard_input(file));
    files.retain(|file| seen.insert(place(file).unwrap_or_else(|| file.clone())));
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
    let ending = gzip::name(path).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Gives articles of the same id the names of their folders, as many as it takes to tell them apart.
fn name_apart(unread: &mut [Unread]) {
    let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, article) in unread.iter().enumerate() {
        alike.entry(article.id.clone()).or_default().push(i);
    }
    let mut taken: BTreeSet<String> = alike.keys().cloned().collect();
    for (id, group) in alike.into_iter().filter(|(_, group)| group.len() > 1) {
        let most = group.iter().map(|i| unread[*i].path.components().count()).max().unwrap_or(1);
        let names = (1..most.max(2))
            .map(|parents| group.iter().map(|i| with_parents(&unread[*i].path, &id, parents)).collect())
            .find(|names: &Vec<String>| names.iter().collect::<BTreeSet<_>>().len() == names.len())
            .unwrap_or_else(|| vec![id.clone(); group.len()]);
        for (i, name) in group.into_iter().zip(names) {
            let mut unique = name.clone();
            let mut number = 2;
            while !taken.insert(unique.clone()) {
                unique = format!("{name}-{number}");
                number += 1;
            }
            unread[i].shared = Some(id.clone());
            unread[i].id = unique;
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
