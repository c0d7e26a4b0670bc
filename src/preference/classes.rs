//! The classes of words by which the model sees a sentence, and the class of each word.
//!
//! The words are data (`lexicon/preference.toml`). They are looked up by the hash of their letters, so that a
//! sentence is classified without a copy of any of its words.

use std::sync::LazyLock;

use serde::Deserialize;

use super::hash::{Slots, word_hash};

const FILE: &str = include_str!("../../lexicon/preference.toml");

/// What stands in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    class: Vec<Entry>,
}

/// The words of one class.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    #[expect(dead_code, reason = "what a class means is written for people")]
    means: String,
    words: Vec<String>,
    /// Those after which "to" opens what they compare with.
    #[serde(default)]
    to: Vec<String>,
}

macro_rules! classes {
    ($($class:ident $name:literal,)*) => {
        /// The class of a word, or what stands in its place.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub(super) enum Class { $($class,)* }

        impl Class {
            const ALL: &[Class] = &[$(Class::$class,)*];

            /// As the file and the names of features have it.
            pub(super) fn name(self) -> &'static str {
                match self { $(Class::$class => $name,)* }
            }
        }
    };
}

classes! {
    First "FIRST", Second "SECOND", Start "^", End "$",
    Other "other", Name "name", Number "number", Er "er",
    Than "than", Then "then", That "that", Better "better", Worse "worse", Amount "amount", More "more", Less "less",
    Wins "wins", Loses "loses", Not "not", Be "be", And "and", Or "or", Comma "comma", But "but", If "if", May "may",
    Question "question", Stop "stop", Quote "quote", Over "over", Compared "compared", Instead "instead", As "as",
    So "so", Like "like", In "in", Of "of", To "to", The "the", Any "any", It "it", Has "has", Much "much",
    Good "good", Bad "bad", Same "same", Others "others",
}

impl Class {
    /// Is it one of the two names?
    pub(super) fn is_name(self) -> bool {
        matches!(self, Class::First | Class::Second)
    }

    /// Does a claim end here, or its opposite begin?
    pub(super) fn is_bound(self) -> bool {
        matches!(self, Class::Stop | Class::But)
    }

    /// The class among whose words it counts where classes follow each other: a few words have a class of their
    /// own only because a claim asks for them.
    pub(super) fn broad(self) -> Self {
        match self {
            Class::That => Class::It,
            Class::Of => Class::In,
            Class::If => Class::May,
            Class::Any => Class::The,
            Class::So => Class::Much,
            class => class,
        }
    }

    /// Does a path of classes pass over it?
    pub(super) fn is_filler(self) -> bool {
        matches!(self, Class::Other | Class::The | Class::Much)
    }
}

/// The class of each word of the file.
pub(super) struct Words {
    /// The class of a word by its hash; the upper bit says that it takes "to".
    by_hash: Slots<u8>,
    /// Of all words with their classes: weights fit those words that they were learned with.
    pub(super) print: u32,
}

const TAKES_TO: u8 = 0x80;

impl Words {
    /// The built-in words.
    pub(super) fn builtin() -> &'static Words {
        static WORDS: LazyLock<Words> = LazyLock::new(|| Words::read(FILE));
        &WORDS
    }

    fn read(text: &str) -> Self {
        let file: File = toml::from_str(text).expect("the built-in classes are well formed");
        let count = file.class.iter().map(|entry| entry.words.len()).sum();
        let (mut by_hash, mut print) = (Slots::new(count), 0_u32);
        for entry in &file.class {
            let class =
                Class::ALL.iter().find(|class| class.name() == entry.name).expect("a class that the code knows");
            for word in &entry.words {
                let flag = if entry.to.contains(word) { TAKES_TO } else { 0 };
                let value = *class as u8 | flag;
                let new = by_hash.put(word_hash(word), value);
                assert!(new, "{word:?} stands in two classes, or shares its hash with another word");
                print = (print.rotate_left(5) ^ word_hash(word) ^ u32::from(value)).wrapping_mul(0x9E37_79B1);
            }
        }
        Self { by_hash, print }
    }

    /// The class of a word, and whether "to" opens what it compares with; `None` for a word that is not in the file.
    pub(super) fn class(&self, hash: u32) -> Option<(Class, bool)> {
        let value = self.by_hash.get(hash)?;
        Some((Class::ALL[usize::from(value & !TAKES_TO)], value & TAKES_TO != 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case() {
        let class = |word| Words::builtin().class(word_hash(word));
        assert_eq!(class("Better"), Some((Class::Better, false)));
        assert_eq!(class("superior"), Some((Class::Better, true)));
        assert_eq!(class("n’t"), Some((Class::Not, false)));
        assert_eq!(class("windmill"), None);
    }
}
