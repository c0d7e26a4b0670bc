//! Words that stand for a subject without naming it: pronouns, "the former", "the framework", "both".

use super::tokens::Token;
use super::who::{Topic, Who};
use crate::lexicon::List;

/// May a word that stands for a subject, or several of them, begin so?
pub(super) fn opens(low: &str) -> bool {
    matches!(low, "the" | "these" | "this" | "it" | "its" | "both" | "neither" | "either" | "all")
}

/// Whom the words at a token stand for, and how many tokens they take; `None` where they point back
/// to nobody.
pub(super) fn stands_for(tokens: &[Token], at: usize, spoken_of: Topic) -> Option<(Who, usize)> {
    let low = |offset: usize| tokens.get(at + offset).map_or("", |token| token.low.as_str());
    let is = |offset: usize, list: List| tokens.get(at + offset).is_some_and(|token| token.is(list));
    let kind = |offset: usize| usize::from(is(offset, List::Kinds));
    let three = 3.min(tokens.len() - at);
    match (low(0), low(1)) {
        ("the", "former") => spoken_of.pair.map(|(first, _)| (Who::One(first), 2)),
        ("the", "latter") => spoken_of.pair.map(|(_, second)| (Who::One(second), 2)),
        // "When it comes to price", "it depends": nothing is meant.
        ("it", "comes") if low(2) == "to" => None,
        ("it", "depends" | "turns" | "goes" | "boils") => None,
        ("it" | "its", _) => spoken_of.last.map(|last| (Who::One(last), 1)),
        ("both", "of") => Some((Who::ALL, three)),
        ("both", _) => Some((Who::ALL, 1 + kind(1))),
        ("neither" | "either", "of") => Some((Who::Neither, three)),
        ("neither", "one") => Some((Who::Neither, 2)),
        ("neither", _) => Some((Who::Neither, 1 + kind(1))),
        ("all", "three" | "four" | "five") => Some((Who::ALL, 2 + kind(2))),
        ("the" | "these", "two") => Some((Who::ALL, 2 + kind(2))),
        ("the" | "these", _) if is(1, List::KindsTogether) => Some((Who::ALL, 2)),
        ("this" | "the", _) if is(1, List::KindsPointingBack) => {
            // "the framework of your choice", "the framework that fits" do not point back.
            let open = matches!(low(2), "of" | "that" | "you") || low(2) == "'s" && low(3).is_empty();
            spoken_of.last.filter(|_| !open).map(|last| (Who::One(last), 2))
        }
        _ => None,
    }
}
