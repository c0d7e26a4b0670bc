//! The criterion near a judging word: a term of the lexicon, a criterion that the article itself has
//! for a heading, or the noun as it stands.

use std::ops::Range;

use super::names::KINDS;
use super::tokens::{Sentence, Token, is_mark};
use crate::claim::Aspect;
use crate::lexicon::{Class, Lexicon, Term, slug};

/// What stands behind a judging word.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sought {
    /// A known criterion, and whether more of it is worse.
    Known(Aspect, bool),
    /// A noun that the lexicon does not know; its tokens.
    Unknown(Range<usize>),
    /// The kind of thing that is compared: "an excellent framework".
    Kind,
    /// No noun.
    Nothing,
}

/// Criteria whose names are too general to be taken where a better one stands by.
const WEAK: &[&str] = &[
    "features",
    "tooling",
    "support",
    "quality",
    "overall",
    "size",
    "selection",
    "time",
    "suitability",
    "user-experience",
    "design",
    "architecture",
];

/// Criteria whose names say little without the noun before them ("library integration").
const GENERAL: &[&str] = &["compatibility", "flexibility", "availability", "popularity", "customization", "storage"];

const STOPS: &[&str] = &[
    "for", "with", "in", "on", "when", "if", "that", "which", "to", "than", "as", "by", "from", "at", "is", "are",
    "can", "will", "because", "due", "while", "but", "so", "without", "through", "over", "under", "between", "across",
    "per", "compared", "you", "it", "this", "they", "has", "have", "was", "were", "be", "who", "what", "how", "where",
    "there", "thanks", "like", "such", "since", "its", "about", "after", "before", "during", "into", "though",
    "although", "out", "up", "off", "until", "too", "also", "enough", "again", "here", "now", "well", "instead", "yet",
    "even", "overall", "anyway",
];
const SKIPPED: &[&str] = &[
    "a",
    "an",
    "the",
    "and",
    "or",
    "of",
    "its",
    "their",
    "your",
    "any",
    "some",
    "very",
    "own",
    "quite",
    "most",
    "all",
    "built-in",
    "native",
    "other",
    "much",
    "far",
    "more",
    "really",
    "out-of-the-box",
    "integrated",
    "default",
    "many",
    "these",
    "those",
    "both",
    "also",
    "every",
    "hard",
    "only",
    "works",
    "work",
    "needs",
    "need",
    "requires",
    "require",
    "runs",
    "takes",
    "keeps",
];

fn is_noun_like(word: &str) -> bool {
    word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '+' | '#' | '.'))
        && word.len() > 1
        && !word.chars().all(|c| c.is_ascii_digit())
        && !word.ends_with("ly")
}

/// The noun that the words of `range` begin with: "documentation" in "rich and thorough documentation for ...".
pub(super) fn aspect_after(sentence: &Sentence, range: Range<usize>, lexicon: &Lexicon) -> Sought {
    let tokens = &sentence.tokens;
    let mut at = range.start;
    let mut first: Option<usize> = None;
    let mut known: Option<(Term, Range<usize>)> = None;
    while at < range.end && at < range.start + 8 {
        let token = &tokens[at];
        let low = token.low.as_str();
        if is_mark(low) && low != "," || token.who.is_some() || STOPS.contains(&low) {
            break;
        }
        if low == "," && tokens.get(at + 1).is_none_or(|next| next.cue.is_none()) {
            break;
        }
        // What a thing has around it or in it is a criterion, though other things are of that kind.
        let owned = matches!(low, "community" | "ecosystem" | "camera");
        if KINDS.contains(&low) && !owned && token.term.is_none_or(|(_, len)| len == 1) && known.is_none() {
            return Sought::Kind;
        }
        if low == "support"
            && known.is_none()
            && tokens.get(at + 1).is_some_and(|next| matches!(next.low.as_str(), "for" | "of"))
        {
            match aspect_after(sentence, at + 2..range.end, lexicon) {
                Sought::Kind | Sought::Nothing => {}
                found => return found,
            }
        }
        if let Some((term, len)) = token.term.filter(|(_, len)| at + len <= range.end) {
            let weak = |term: Term| WEAK.contains(&lexicon.slug_of(term));
            if known.as_ref().is_none_or(|(old, _)| weak(*old) && !weak(term)) {
                known = Some((term, at..at + len));
            }
            if !weak(term) {
                break;
            }
            at += len;
            continue;
        }
        if at > range.start
            && token.cue.is_some_and(|(cue, _)| {
                matches!(cue.class, Class::Has | Class::Lacks | Class::Reduces | Class::Increases)
            })
        {
            break;
        }
        let skipped = SKIPPED.contains(&low) || low == "," || token.cue.is_some();
        if !skipped && is_noun_like(low) {
            first.get_or_insert(at);
        }
        at += 1;
    }
    if let Some((term, tokens_of_it)) = known {
        let from = first
            .filter(|first| *first < tokens_of_it.start && WEAK.contains(&lexicon.slug_of(term)))
            .unwrap_or(tokens_of_it.start);
        let label = words(tokens, from..tokens_of_it.end);
        let slug = if from < tokens_of_it.start { slug(&label) } else { lexicon.slug_of(term).to_owned() };
        let slug = lexicon.criterion(&label).map_or(slug, str::to_owned);
        return Sought::Known(Aspect { label, slug }, term.burden);
    }
    match first {
        Some(first) if KINDS.contains(&tokens[first].low.as_str()) => Sought::Kind,
        Some(first) => {
            let end = (first..at)
                .take_while(|at| is_noun_like(&tokens[*at].low) && !SKIPPED.contains(&tokens[*at].low.as_str()))
                .take(3)
                .last()
                .map_or(first + 1, |last| last + 1);
            if (first..end).any(|at| KINDS.contains(&tokens[at].low.as_str())) {
                Sought::Kind
            } else {
                Sought::Unknown(first..end)
            }
        }
        None => Sought::Nothing,
    }
}

/// The first term in a range, the stronger one of two.
pub(super) fn first_known(sentence: &Sentence, range: Range<usize>, lexicon: &Lexicon) -> Option<(Aspect, bool)> {
    let mut weak = None;
    let mut at = range.start;
    while at < range.end {
        let token = &sentence.tokens[at];
        if matches!(token.low.as_str(), "." | ";" | "that" | "which" | "than" | "because" | "while" | "when" | "if") {
            break;
        }
        if let Some((term, len)) = token.term {
            let end = (at + len).min(sentence.tokens.len());
            let slug = lexicon.slug_of(term);
            let found = (Aspect { label: words(&sentence.tokens, at..end), slug: slug.to_owned() }, term.burden);
            if !WEAK.contains(&slug) {
                return Some(found);
            }
            weak = weak.or(Some(found));
            at += len;
        } else {
            at += 1;
        }
    }
    weak
}

/// The noun of which a predicate is said: "documentation" in "its documentation is".
pub(super) fn aspect_before(sentence: &Sentence, range: Range<usize>, lexicon: &Lexicon) -> Option<(Aspect, bool)> {
    let mut best: Option<(Aspect, bool, bool)> = None;
    let mut at = range.start;
    while at < range.end {
        let token = &sentence.tokens[at];
        let inside = matches!(token.low.as_str(), "for" | "than" | "with" | "by" | "because" | "to" | "when" | "if");
        if inside && best.is_some() {
            break;
        }
        if let Some((term, len)) = token.term {
            let slug = lexicon.slug_of(term);
            let weak = WEAK.contains(&slug);
            if best.as_ref().is_none_or(|(_, _, old)| *old && !weak) {
                let end = (at + len).min(range.end);
                best = Some((
                    Aspect { label: words(&sentence.tokens, at..end), slug: slug.to_owned() },
                    term.burden,
                    weak,
                ));
            }
            at += len;
        } else {
            at += 1;
        }
    }
    best.map(|(aspect, burden, _)| (aspect, burden))
}

/// A noun as it stands, as a criterion of its own.
pub(super) fn open_aspect(sentence: &Sentence, noun: Range<usize>) -> Option<Aspect> {
    const NO_CRITERION: &[&str] = &[
        "way",
        "thing",
        "things",
        "reason",
        "part",
        "example",
        "case",
        "day",
        "year",
        "years",
        "people",
        "idea",
        "point",
        "news",
        "time",
        "times",
        "number",
        "lot",
        "amount",
        "bit",
        "kind",
        "sort",
        "use",
        "one",
        "ones",
        "world",
        "place",
        "article",
        "question",
        "job",
        "start",
        "starting",
        "step",
        "fit",
        "bet",
        "candidate",
        "deal",
        "company",
        "companies",
        "project",
        "projects",
        "team",
        "teams",
        "beginners",
        "application",
        "applications",
        "business",
        "businesses",
        "user",
        "users",
        "developer",
        "developers",
        "person",
        "student",
        "students",
        "practice",
        "foundation",
        "understanding",
        "contender",
        "alternative",
        "competitor",
        "player",
        "websites",
        "website",
        "app",
        "apps",
        "if",
        "not",
        "note",
        "other",
        "others",
        "same",
        "list",
        "need",
        "needs",
        "scale",
        "enough",
        "everything",
        "something",
        "anything",
        "work",
        "match",
        "difference",
    ];
    let label = words(&sentence.tokens, noun.clone());
    let last = sentence.tokens[noun.end - 1].low.as_str();
    let slug = slug(&label);
    (!slug.is_empty()
        && !NO_CRITERION.contains(&last)
        && !NO_CRITERION.contains(&sentence.tokens[noun.start].low.as_str()))
    .then_some(Aspect { label, slug })
}

/// The criterion of a list item or a cell: its strongest term, a judging word with a criterion of its
/// own, or its first words.
pub(super) fn of_item(sentence: &Sentence, range: Range<usize>, lexicon: &Lexicon) -> Option<Aspect> {
    // "Prime reading, free books for members": the head says what it is about.
    let ends = |at: &usize| matches!(sentence.tokens[*at].low.as_str(), "," | ":" | "—" | "–" | "(" | "." | ";");
    let head = range.start..range.clone().find(|at| *at > range.start + 1 && ends(at)).unwrap_or(range.end);
    of_words(sentence, head, lexicon).or_else(|| of_words(sentence, range, lexicon))
}

fn of_words(sentence: &Sentence, range: Range<usize>, lexicon: &Lexicon) -> Option<Aspect> {
    let tokens = &sentence.tokens;
    let modified = |aspect: &Aspect, at: usize| {
        let general = WEAK.contains(&aspect.slug.as_str()) || GENERAL.contains(&aspect.slug.as_str());
        let before = at.checked_sub(1).filter(|before| range.contains(before)).map(|before| &tokens[before])?;
        let noun = is_noun_like(&before.low) && before.cue.is_none() && before.term.is_none() && before.who.is_none();
        let skip = SKIPPED.contains(&before.low.as_str()) || STOPS.contains(&before.low.as_str());
        (general && noun && !skip).then(|| {
            let label = format!("{} {}", before.low, aspect.label);
            let slug = slug(&label);
            Aspect { label, slug }
        })
    };
    let mut weak: Option<Aspect> = None;
    let mut at = range.start;
    while at < range.end {
        let Some((term, len)) = tokens[at].term.filter(|(_, len)| at + len <= range.end) else {
            at += 1;
            continue;
        };
        let aspect = Aspect { label: words(tokens, at..at + len), slug: lexicon.slug_of(term).to_owned() };
        let own = if len == 1 { modified(&aspect, at) } else { None };
        if own.is_some() || !WEAK.contains(&aspect.slug.as_str()) {
            return own.or(Some(aspect));
        }
        if aspect.slug == "support" && tokens.get(at + 1).is_some_and(|next| next.low == "for") {
            if let Sought::Known(aspect, _) = aspect_after(sentence, at + 2..range.end, lexicon) {
                return Some(aspect);
            }
            if let Sought::Unknown(noun) = aspect_after(sentence, at + 2..range.end, lexicon) {
                return open_aspect(sentence, noun);
            }
        }
        weak = weak.or(Some(aspect));
        at += len;
    }
    let cue = range.clone().find_map(|at| {
        let (cue, len) = tokens[at].cue?;
        let slug = lexicon.slug_of_cue(cue)?;
        let label = words(tokens, at..(at + len).min(range.end));
        Some(Aspect { label, slug: slug.to_owned() })
    });
    // "Limited selection": the noun says more than the adjective.
    if weak.is_some() && cue.as_ref().is_none_or(|cue| WEAK.contains(&cue.slug.as_str())) {
        return weak;
    }
    if cue.is_some() {
        return cue;
    }
    match aspect_after(sentence, range.clone(), lexicon) {
        Sought::Known(aspect, _) => Some(aspect),
        Sought::Unknown(noun) => open_aspect(sentence, noun).or_else(|| weak_or_words(sentence, range, lexicon)),
        _ => weak_or_words(sentence, range, lexicon),
    }
}

fn weak_or_words(sentence: &Sentence, range: Range<usize>, lexicon: &Lexicon) -> Option<Aspect> {
    if let Some((aspect, _)) = first_known(sentence, range.clone(), lexicon) {
        return Some(aspect);
    }
    let content: Vec<usize> = range
        .filter(|at| {
            let low = sentence.tokens[*at].low.as_str();
            is_noun_like(low)
                && !SKIPPED.contains(&low)
                && !STOPS.contains(&low)
                && sentence.tokens[*at].who.is_none()
                && sentence.tokens[*at].cue.is_none_or(|(cue, _)| cue.class == Class::Has)
        })
        .take(3)
        .collect();
    let first = *content.first()?;
    let last = content
        .iter()
        .copied()
        .enumerate()
        .take_while(|(index, at)| *at == first + index)
        .last()
        .map_or(first, |(_, at)| at);
    let label = words(&sentence.tokens, first..last + 1);
    let slug = slug(&label);
    (!slug.is_empty()).then_some(Aspect { label, slug })
}

/// The words of some tokens, in lower case.
pub(super) fn words(tokens: &[Token], range: Range<usize>) -> String {
    let words: Vec<&str> = tokens[range].iter().map(|token| token.low.as_str()).collect();
    words.join(" ")
}
