//! Do two names stand for the same thing?
//!
//! The answer leans to no: two subjects taken for one ruin every row, one subject taken for two only
//! splits a comparison. So words added in front may be a maker's name (`Creality Ender 3`), but words
//! added behind make another product (`React Native`, `iPhone 15 Pro`), and figures must agree.

use similar::TextDiff;

/// How two names are alike, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// The same letters.
    Spelling,
    /// The same but for a plural or a suffix that says nothing (`.js`, `framework`).
    Suffix,
    /// One article gives the other's name as an alias.
    Alias,
    /// The one is what the other is short for: `AWS`, `JS`, `PS5`.
    Initials,
    /// The same but for words in front or in the middle.
    Maker,
    /// The same but for an ending of a few letters.
    Short,
    /// The same but for a typing error.
    Typo,
}

/// A name, taken apart for comparing.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// Its words in lower case, without punctuation.
    pub(super) tokens: Vec<String>,
    /// Its letters and digits in lower case, without spaces.
    pub(super) letters: String,
    /// The letters without what says nothing.
    pub(super) stem: String,
    /// What it may be written for short: its capitals and digits.
    pub(super) initials: String,
    /// Is it written in capitals only, as what is short for something is?
    short: bool,
}

/// Trailing words that do not tell one thing from another.
const GENERIC: [&str; 7] = ["js", "framework", "language", "library", "platform", "software", "app"];

/// The shortest name that a prefix may stand for.
const PREFIX: usize = 5;
/// The most letters that a short name may lack.
const ENDING: usize = 3;
/// The shortest name in which a typing error can be told from another name.
const LONG: usize = 7;
const TYPO_RATIO: f32 = 0.85;

impl Name {
    pub(super) fn of(written: &str) -> Self {
        let lower = written.to_lowercase().replace(['\'', '\u{2019}'], "");
        let mut tokens: Vec<String> = lower
            .split(|c: char| !(c.is_alphanumeric() || c == '+' || c == '#'))
            .filter(|token| !token.is_empty())
            .map(str::to_owned)
            .collect();
        if tokens.len() > 1 && tokens[0] == "the" {
            tokens.remove(0);
        }
        let letters = tokens.concat();
        let stem = stem(&tokens);
        let initials = initials(written);
        let short = initials.len() >= 2 && written.chars().filter(|c| !c.is_whitespace()).eq(initials.chars());
        Self { tokens, letters, stem, initials: initials.to_lowercase(), short }
    }
}

fn initials(written: &str) -> String {
    written.chars().filter(|c| c.is_uppercase() || c.is_ascii_digit()).collect()
}

fn stem(tokens: &[String]) -> String {
    let mut kept = tokens;
    while kept.len() > 1 && GENERIC.contains(&kept[kept.len() - 1].as_str()) {
        kept = &kept[..kept.len() - 1];
    }
    let mut stem = kept.concat();
    if stem.len() >= 5 && stem.ends_with("js") {
        stem.truncate(stem.len() - 2);
    }
    if stem.len() >= 3 && stem.ends_with('s') && !stem.ends_with("ss") {
        stem.pop();
    }
    stem
}

/// How two names are alike; `None` where they stand for two things.
pub(super) fn likeness(a: &Name, b: &Name) -> Option<Likeness> {
    if a.letters == b.letters {
        Some(Likeness::Spelling)
    } else if a.stem == b.stem {
        Some(Likeness::Suffix)
    } else if stands_for(a, b) || stands_for(b, a) {
        Some(Likeness::Initials)
    } else if maker(a, b) || maker(b, a) {
        Some(Likeness::Maker)
    } else if short(a, b) || short(b, a) {
        Some(Likeness::Short)
    } else if typo(a, b) {
        Some(Likeness::Typo)
    } else {
        None
    }
}

/// Is the name written in capitals short for the other? Two letters are too few to tell, unless the other is one word.
fn stands_for(short: &Name, long: &Name) -> bool {
    short.short && !long.short && short.letters == long.initials && (short.letters.len() > 2 || long.tokens.len() == 1)
}

/// Are the words of `few` among those of `many`, in order, the last word being the same?
fn maker(few: &Name, many: &Name) -> bool {
    if few.tokens.len() >= many.tokens.len() || few.letters.len() < 3 || few.tokens.last() != many.tokens.last() {
        return false;
    }
    let mut rest = many.tokens.iter();
    few.tokens.iter().all(|token| rest.any(|other| other == token))
}

fn short(prefix: &Name, whole: &Name) -> bool {
    prefix.tokens.len() == 1
        && whole.tokens.len() == 1
        && prefix.letters.len() >= PREFIX
        && whole
            .letters
            .strip_prefix(&prefix.letters)
            .is_some_and(|ending| ending.chars().count() <= ENDING && ending.chars().all(char::is_alphabetic))
}

fn typo(a: &Name, b: &Name) -> bool {
    let digits = |name: &Name| name.letters.chars().filter(char::is_ascii_digit).collect::<String>();
    a.letters.len().min(b.letters.len()) >= LONG
        && a.letters.chars().next() == b.letters.chars().next()
        && digits(a) == digits(b)
        && TextDiff::from_chars(&a.letters, &b.letters).ratio() >= TYPO_RATIO
}
