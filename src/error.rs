//! Every message of the library that a user can read.
//!
//! In one file, so that they are written in one voice: lower case, the offending thing first, then the
//! remedy.

use std::path::PathBuf;

/// What can go wrong.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder could not be opened or read.
    #[error("{}: cannot be read ({source}); check the path and its permissions", path.display())]
    Unreadable {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file holds nothing.
    #[error("{}: is empty; save the article again", path.display())]
    Empty {
        /// Which one.
        path: PathBuf,
    },
    /// A file is too large to be an article.
    #[error("{}: is {megabytes} MB, more than the {limit} MB that an article may have; split it or leave it out", path.display())]
    TooLarge {
        /// Which one.
        path: PathBuf,
        /// Its size.
        megabytes: u64,
        /// The most that is read.
        limit: u64,
    },
    /// A gzip file holds too much to be an article.
    #[error("{}: unpacks to more than the {limit} MB that an article may have; split it or leave it out", path.display())]
    UnpacksTooLarge {
        /// Which one.
        path: PathBuf,
        /// The most that is read, in MB.
        limit: u64,
    },
    /// Nothing in a gzip file can be read.
    #[error("{}: is a broken gzip file, of which nothing can be unpacked; save or download it again", path.display())]
    Packed {
        /// Which one.
        path: PathBuf,
    },
    /// A file is no text.
    #[error("{}: is not text (it looks like {looks_like}); save the article as HTML, Markdown or plain text", path.display())]
    Binary {
        /// Which one.
        path: PathBuf,
        /// What its first bytes say.
        looks_like: &'static str,
    },
    /// A folder holds no article.
    #[error("{}: holds no articles; put .html, .htm, .md, .markdown or .txt files there (or these with .gz)", path.display())]
    NoArticles {
        /// Which one.
        path: PathBuf,
    },
    /// An article compares nothing.
    #[error("{}: no comparison found; name what it compares in its title, as in \"X vs Y\"", path.display())]
    NoComparison {
        /// Which one.
        path: PathBuf,
    },
    /// An output could not be written.
    #[error("{}: cannot be written ({source}); {}", path.display(), remedy(source))]
    Unwritable {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A lexicon or configuration file is wrong.
    #[error("{file}:{line}:{column}: {problem}")]
    Lexicon {
        /// The file's name.
        file: String,
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
        /// What is wrong and what was expected.
        problem: String,
    },
}

impl Error {
    /// What is wrong at a byte of a lexicon or configuration file.
    pub(crate) fn at(file: &str, text: &str, at: usize, problem: String) -> Self {
        let before = &text[..at.min(text.len())];
        let line = before.matches('\n').count() + 1;
        let column = before.rfind('\n').map_or(at, |newline| at - newline - 1) + 1;
        Self::Lexicon { file: file.to_owned(), line, column, problem }
    }
}

/// What the library's functions return.
pub type Result<T> = std::result::Result<T, Error>;

/// What helps where an output could not be written.
fn remedy(why: &std::io::Error) -> &'static str {
    use std::io::ErrorKind;
    match why.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "free some space, or choose another folder with --out",
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory | ErrorKind::IsADirectory => {
            "something else goes by that name; choose another"
        }
        _ => "check its permissions, or choose another folder with --out",
    }
}
