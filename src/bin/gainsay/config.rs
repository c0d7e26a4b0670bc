//! The user's own names and criteria: `gainsay.toml`.

use std::fs;
use std::path::Path;

use anyhow::Result;
use gainsay::error::Error;
use gainsay::lexicon::Lexicon;

/// The file that is read where none is named and it exists.
const DEFAULT: &str = "gainsay.toml";

/// The built-in knowledge with what the user adds.
pub(crate) fn lexicon(named: Option<&Path>) -> Result<Lexicon> {
    let path = named.unwrap_or(Path::new(DEFAULT));
    if named.is_none() && !path.exists() {
        return Ok(Lexicon::builtin());
    }
    let text = fs::read_to_string(path).map_err(|source| Error::Unreadable { path: path.to_owned(), source })?;
    Ok(Lexicon::builtin().with_user(&text, &path.to_string_lossy())?)
}
