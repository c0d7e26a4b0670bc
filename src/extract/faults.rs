//! Opinions by what goes wrong with a thing: "its brush never tangles", "the tests don't flake", "it crashes less often".
//!
//! What nobody wants done speaks against who does it, and the lack of it for.

use std::ops::Range;

use super::aspects::{first_known, open_aspect};
use super::done::{Deed, deed};
use super::opinions::{Compares, Opinion};
use super::sentence::Sentence;
use super::verbs::base;
use crate::claim::Aspect;
use crate::lexicon::{Lexicon, List, gerund};

/// What a clause says that goes wrong, or does not.
pub(super) fn of_fault(sentence: &Sentence, range: &Range<usize>, lexicon: &Lexicon) -> Option<Opinion> {
    let tokens = &sentence.tokens;
    let Deed { noun, verb, negated } = deed(tokens, range)?;
    let low = |at: usize| tokens.get(at).filter(|_| at < range.end).map_or("", |token| token.low.as_str());
    // "keeps crashing"
    let keeps = matches!(low(verb), "keeps" | "keep" | "kept") && low(verb + 1).ends_with("ing");
    let fault = verb + usize::from(keeps);
    let stem = fault_of(low(fault), lexicon)?;
    let often = (fault + 1..range.end.min(fault + 5)).find(|at| matches!(low(*at), "less" | "more"));
    let measured = often.is_some_and(|at| matches!(low(at + 1), "often" | "than" | "easily" | "frequently" | "rarely"));
    let less = measured && often.is_some_and(|at| (low(at) == "less") != (low(at + 1) == "rarely"));
    let rarely = (fault + 1..range.end.min(fault + 4)).any(|at| matches!(low(at), "rarely" | "seldom"));
    let known = lexicon.done(&stem).map(|slug| Aspect::new(stem.clone(), slug));
    let by_noun = || {
        let noun = noun?;
        let known = first_known(sentence, noun.clone(), lexicon).map(|(aspect, _)| aspect);
        known.or_else(|| open_aspect(sentence, noun))
    };
    let aspect = known.or_else(by_noun).unwrap_or_else(|| Aspect::of_words(gerund(&stem), lexicon));
    let end = often.filter(|_| measured).map_or(fault + 1, |at| at + 2);
    let compares = if measured { Compares::Rival } else { Compares::No };
    let good = if measured { less } else { negated || rarely };
    Some(Opinion { good, compares, aspect: Some(aspect), tokens: verb..end, rule: "fault" })
}

/// The base form of a verb for what goes wrong.
fn fault_of(verb: &str, lexicon: &Lexicon) -> Option<String> {
    let bare = base(verb);
    let of_gerund = |ending: &str| verb.strip_suffix("ing").map(|stem| format!("{stem}{ending}"));
    let of_past = |ending: &str| verb.strip_suffix("ed").map(|stem| format!("{stem}{ending}"));
    let doubled =
        || verb.strip_suffix("ing").and_then(|stem| stem.get(..stem.len().checked_sub(1)?)).map(str::to_owned);
    let forms = [Some(bare), of_gerund(""), of_gerund("e"), doubled(), of_past(""), of_past("e")];
    forms.into_iter().flatten().find(|form| lexicon.has(List::Faults, form))
}
