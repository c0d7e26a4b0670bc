//! What the program knows about words.

/// The built-in knowledge, with what the user added.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The knowledge that the program is built with.
    #[must_use]
    pub fn builtin() -> Self {
        Self::default()
    }

    /// The built-in knowledge with the entries of a user's file.
    ///
    /// # Errors
    ///
    /// Where the text is no such file.
    pub fn with_user(self, text: &str, file: &str) -> crate::error::Result<Self> {
        let _ = (text, file);
        Ok(self)
    }

    /// The canonical slug of the criterion that goes by this name, in any spelling and case:
    /// `performance` for `Speed`. `None` where the lexicon does not know it.
    #[must_use]
    pub fn criterion(&self, name: &str) -> Option<&str> {
        let _ = name;
        None
    }
}
