//! Do two statements on one criterion speak of the same point?
//!
//! A criterion is wide: "ships many components" and "has no admin panel" are both about features, and both can
//! be right. Praise and blame are set against each other only where they share a word that carries
//! meaning, name opposites, or are so short that they can only mean the criterion as a whole.

use std::collections::BTreeSet;

use crate::claim::Form;
use crate::merge::claims::Stated;

/// Words that say nothing of what a sentence is about.
const EMPTY: &[&str] = &[
    "the",
    "and",
    "for",
    "with",
    "that",
    "this",
    "its",
    "it's",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "can",
    "could",
    "will",
    "would",
    "should",
    "may",
    "might",
    "not",
    "but",
    "you",
    "your",
    "they",
    "their",
    "them",
    "from",
    "into",
    "than",
    "then",
    "also",
    "some",
    "any",
    "all",
    "more",
    "most",
    "very",
    "much",
    "many",
    "such",
    "like",
    "which",
    "who",
    "what",
    "when",
    "where",
    "while",
    "there",
    "here",
    "out",
    "get",
    "gets",
    "make",
    "makes",
    "makes",
    "use",
    "used",
    "using",
    "uses",
    "lot",
    "lots",
    "just",
    "only",
    "even",
    "both",
    "other",
    "one",
    "two",
    "does",
    "don't",
    "doesn't",
    "isn't",
    "need",
    "needs",
    "without",
    "because",
    "being",
    "been",
    "between",
    "allows",
    "allow",
    "provides",
    "provide",
    "offers",
    "offer",
    "comes",
    "come",
    "developers",
    "developer",
    "users",
    "user",
    "application",
    "applications",
    "apps",
    "web",
    "project",
    "projects",
    "build",
    "building",
    "create",
    "creating",
    "built",
    "good",
    "great",
    "better",
    "best",
    "well",
    "framework",
    "frameworks",
];

/// Judging words that deny each other.
const OPPOSITE: &[(&[&str], &[&str])] = &[
    (&["fast", "faster", "quick", "quickly", "rapid", "snappy", "speedy"], &["slow", "slower", "sluggish", "slowly"]),
    (
        &["easy", "easier", "simple", "simpler", "gentle", "straightforward", "intuitive", "beginner-friendly"],
        &["hard", "harder", "difficult", "complex", "steep", "steeper", "complicated", "overwhelming", "tricky"],
    ),
    (&["cheap", "cheaper", "affordable", "inexpensive", "free"], &["expensive", "costly", "pricey", "pricier"]),
    (&["large", "larger", "huge", "big", "bigger", "vast", "wide"], &["small", "smaller", "tiny", "limited"]),
    (&["secure", "safe"], &["insecure", "vulnerable", "unsafe"]),
    (&["reliable", "stable"], &["unreliable", "unstable", "flaky"]),
    (&["light", "lightweight", "lighter"], &["heavy", "heavier", "bloated"]),
    (
        &["plenty", "rich", "extensive", "ample", "loads"],
        &["limited", "lack", "lacks", "few", "fewer", "bare", "scarce", "poor"],
    ),
    (&["flexible"], &["rigid", "inflexible"]),
    (&["quiet", "quieter"], &["loud", "louder", "noisy"]),
];

/// Words for what is there only by way of an addition, and words for its absence from the thing itself.
const ADDED: &[&str] = &[
    "extension",
    "extensions",
    "plugin",
    "plugins",
    "third-party",
    "addon",
    "add-on",
    "add-ons",
    "library",
    "libraries",
];
const ABSENT: &[&str] = &[
    "no",
    "not",
    "none",
    "lack",
    "lacks",
    "lacking",
    "without",
    "doesn't",
    "doesn\u{2019}t",
    "isn't",
    "isn\u{2019}t",
    "don't",
    "built-in",
];

/// Words that measure against another thing: to have less than another is no want of it.
const RELATIVE: &[&str] = &["than", "compared", "relatively", "comparatively"];

/// How many letters two words must share to be taken for forms of one.
const STEM: usize = 5;
/// With no more words than this that carry meaning a statement means the criterion as a whole.
const DIRECT: usize = 1;

/// What a statement is about.
pub(super) struct Point {
    words: BTreeSet<String>,
    stems: BTreeSet<String>,
}

impl Point {
    pub(super) fn of(stated: &Stated) -> Self {
        let aligned = &stated.aligned;
        let mut words = words(&aligned.quote);
        if !matches!(aligned.claim.evidence.form, Form::Sentence | Form::List) {
            words.extend(self::words(&aligned.claim.criterion.label));
        }
        let names: BTreeSet<String> = [Some(&aligned.subject), aligned.rival.as_ref()]
            .into_iter()
            .flatten()
            .flat_map(|subject| self::words(&subject.0))
            .collect();
        let on: BTreeSet<String> =
            self::words(&aligned.criterion.0.replace('-', " ")).iter().map(|w| stem(w)).collect();
        let carries = |word: &&String| word.len() > 2 && !EMPTY.contains(&word.as_str()) && !names.contains(*word);
        let stems = words.iter().filter(carries).map(|word| stem(word)).filter(|stem| !on.contains(stem)).collect();
        Self { words, stems }
    }

    /// Does praise on this point clash with blame on the other?
    pub(super) fn meets(&self, blame: &Self) -> bool {
        if self.has(RELATIVE) != blame.has(RELATIVE) {
            return false;
        }
        if self.has(ADDED) && blame.has(ABSENT) {
            return false;
        }
        let both_direct = self.stems.len() <= DIRECT && blame.stems.len() <= DIRECT;
        both_direct || !self.stems.is_disjoint(&blame.stems) || self.denies(blame)
    }

    fn denies(&self, other: &Self) -> bool {
        OPPOSITE.iter().any(|(a, b)| (self.has(a) && other.has(b)) || (self.has(b) && other.has(a)))
    }

    fn has(&self, any: &[&str]) -> bool {
        any.iter().any(|word| self.words.contains(*word))
    }
}

/// Words that call two things level.
const LEVEL: &[&str] = &[
    "similar",
    "similarly",
    "same",
    "equal",
    "equally",
    "comparable",
    "alike",
    "neither",
    "tie",
    "tied",
    "draw",
    "level",
    "match",
    "matches",
    "par",
    "either",
    "depends",
    "depend",
    "toss-up",
    "even",
    "close",
    "identical",
    "difference",
    "evenly",
    "equivalent",
    "rivals",
    "differ",
];

/// Does a sentence praise both at once without calling them level ("both are popular")? That leaves
/// room for one to be ahead.
pub(super) fn is_loose_tie(stated: &Stated) -> bool {
    let aligned = &stated.aligned;
    let words = words(&aligned.quote);
    matches!(aligned.claim.evidence.form, Form::Sentence | Form::List)
        && words.len() > 3
        && !LEVEL.iter().any(|word| words.contains(*word))
}

/// Enough of a word to know its other forms by.
fn stem(word: &str) -> String {
    word.chars().take(STEM).collect()
}

fn words(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    let parts = lower.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '\u{2019}')));
    parts.map(|w| w.trim_matches('-')).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}
