//! The only report that touches the disk.
//!
//! All files are written beside their targets first, synced, and only then renamed over them: a full disk or
//! a missing permission leaves the files of the last run as they were.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::error::{Error, Result};

/// Writes the files into `dir`, which is made where it is missing: all of them or none.
///
/// # Errors
///
/// [`Error::Unwritable`] where the folder cannot be made, is full, or may not be written to; no file has been
/// replaced then.
pub fn write(dir: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
    let mut batch = Batch::new(dir)?;
    for (name, bytes) in files {
        batch.add(name, bytes)?;
    }
    batch.finish()
}

/// Files that come one by one and appear in their folder together; none does where it is dropped unfinished.
#[derive(Debug)]
pub struct Batch {
    dir: PathBuf,
    ready: Vec<(TempPath, PathBuf)>,
}

impl Batch {
    /// No files yet, for a folder, which is made where it is missing.
    ///
    /// # Errors
    ///
    /// [`Error::Unwritable`] where it cannot be made.
    pub fn new(dir: &Path) -> Result<Self> {
        fs::create_dir_all(dir).map_err(|source| unwritable(dir, &source))?;
        Ok(Self { dir: dir.to_path_buf(), ready: Vec::new() })
    }

    /// Writes a file beside its target.
    ///
    /// # Errors
    ///
    /// [`Error::Unwritable`] where the folder is full, or the target is itself a folder.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let target = self.dir.join(name);
        if target.is_dir() {
            return Err(unwritable(&target, &io::ErrorKind::IsADirectory.into()));
        }
        let file = staged(&self.dir, bytes).map_err(|source| unwritable(&target, &source))?;
        self.ready.push((file, target));
        Ok(())
    }

    /// Puts all files in their places.
    ///
    /// # Errors
    ///
    /// [`Error::Unwritable`] where one cannot be replaced.
    pub fn finish(self) -> Result<()> {
        for (file, target) in self.ready {
            file.persist(&target).map_err(|failed| unwritable(&target, &failed.error))?;
        }
        Ok(())
    }
}

/// Is this file a report of ours that looks like an article? A folder that is searched for articles may hold the
/// outputs of the last run.
#[must_use]
pub fn is_own(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "contradictions.md") && path.with_extension("jsonl").is_file()
}

/// Writes a temporary file and closes it: there may be more files than a program may have open.
fn staged(dir: &Path, bytes: &[u8]) -> io::Result<TempPath> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".gainsay-");
    #[cfg(unix)]
    let readable = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(readable);
    let mut file = builder.tempfile_in(dir)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file.into_temp_path())
}

/// What the system said, without the name of a temporary file in it.
fn unwritable(path: &Path, source: &io::Error) -> Error {
    let source = match source.kind() {
        io::ErrorKind::Other => io::Error::other(source.to_string()),
        kind => io::Error::from(kind),
    };
    Error::Unwritable { path: path.to_owned(), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, text: &str) -> (String, Vec<u8>) {
        (name.to_owned(), text.as_bytes().to_vec())
    }

    fn names(dir: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn makes_the_folder_and_replaces_files_whole() {
        let root = tempfile::tempdir().unwrap();
        let dir = root.path().join("a/b");
        write(&dir, &[file("x", "a longer text")]).unwrap();
        write(&dir, &[file("x", "short")]).unwrap();
        assert_eq!(fs::read(dir.join("x")).unwrap(), b"short");
        assert_eq!(names(&dir), ["x"]);
    }

    #[test]
    fn replaces_nothing_where_one_file_cannot_be_written() {
        let root = tempfile::tempdir().unwrap();
        let dir = root.path();
        write(dir, &[file("a", "old")]).unwrap();
        fs::create_dir(dir.join("b")).unwrap();
        let error = write(dir, &[file("a", "new"), file("b", "new")]).unwrap_err().to_string();
        assert!(error.contains("b: cannot be written"), "{error}");
        assert_eq!(fs::read(dir.join("a")).unwrap(), b"old");
        assert_eq!(names(dir), ["a", "b"]);
    }

    #[test]
    fn a_report_is_told_from_an_article() {
        let root = tempfile::tempdir().unwrap();
        let page = root.path().join("contradictions.md");
        write(root.path(), &[file("contradictions.md", "")]).unwrap();
        assert!(!is_own(&page));
        write(root.path(), &[file("contradictions.jsonl", "")]).unwrap();
        assert!(is_own(&page) && !is_own(&root.path().join("other.md")));
    }

    #[cfg(unix)]
    #[test]
    fn files_have_the_modes_of_any_other_file() {
        use std::os::unix::fs::PermissionsExt as _;
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("plain"), "").unwrap();
        write(root.path(), &[file("ours", "")]).unwrap();
        let mode = |name: &str| fs::metadata(root.path().join(name)).unwrap().permissions().mode();
        assert_eq!(mode("ours"), mode("plain"));
    }
}
