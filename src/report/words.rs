//! What stands in for an article's words where they may not be shown.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// `sha256:` and the first 12 hexadecimal digits of the hash of the words, white space folded to single
/// spaces: whoever has the article can check it, nobody else can read it.
pub(super) fn hash(words: &str) -> String {
    let folded = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let digest = Sha256::digest(folded.as_bytes());
    digest.iter().take(6).fold(String::from("sha256:"), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Is it a name rather than a phrase: three words at most?
pub(super) fn is_short(words: &str) -> bool {
    words.split_whitespace().count() <= 3
}

/// As [`is_short`], for a slug.
pub(super) fn is_short_slug(slug: &str) -> bool {
    slug.split('-').count() <= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_does_not_change_the_hash() {
        assert_eq!(hash("Flask  is\nfast"), hash("Flask is fast"));
        assert_eq!(hash("abc"), "sha256:ba7816bf8f01");
    }
}
