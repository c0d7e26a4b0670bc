//! What the words of a heading or a label make of everything beneath it: points for, points against, uses, the
//! conclusion.
//!
//! A verb of taking ("choose", "get") frames uses only where it stands as a verb: "When to choose it" does, "Our pick" does not.

use crate::claim::Verdict;
use crate::lexicon::{Lexicon, List};

/// The most words of "When ..." over a list of uses; what is longer tells a story.
const LONGEST_WHEN: usize = 8;

/// What a heading or a label frames.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Frame {
    good: bool,
    bad: bool,
    /// Does it list uses: [`Verdict::Suits`] or [`Verdict::Unsuited`]?
    pub(super) uses: Option<Verdict>,
    /// Is it the conclusion?
    pub(super) concludes: bool,
    /// Does it give examples?
    pub(super) examples: bool,
}

/// The frame that some words are, in lower case and without names.
pub(super) fn of(words: &[&str], lexicon: &Lexicon) -> Frame {
    let said = |word: &&&str| word.starts_with(|c: char| c.is_alphabetic());
    let content: Vec<&str> = words.iter().filter(said).copied().collect();
    let line = words.join(" ");
    let lists = lexicon.lists_in(&line);
    let alone = lexicon.lists(&content.join(" "));
    let sign = |mark: &str| words.contains(&mark) && content.is_empty();
    let good = lists.has(List::For) || alone.has(List::ForAlone) || sign("+");
    let bad = lists.has(List::Against) || alone.has(List::AgainstAlone);
    let reasons = content.first() == Some(&"why") || good != bad && lists.has(List::Reasons);
    let takes = words.iter().enumerate().any(|(at, word)| lexicon.has(List::TakeVerbs, word) && is_verb(words, at));
    let asks_when = content.first() == Some(&"when") && content.len() <= LONGEST_WHEN;
    // "Start with it when:", "Move to it if ..."
    let leads_on = content.last().is_some_and(|last| matches!(*last, "when" | "if")) && content.len() <= LONGEST_WHEN;
    let uses = if reasons {
        None
    } else if lists.has(List::NotUses) {
        Some(Verdict::Unsuited)
    } else {
        (lists.has(List::Uses) || takes || asks_when || leads_on).then_some(Verdict::Suits)
    };
    let examples = uses.is_none() && good == bad && lists.has(List::Examples);
    Frame { good, bad, uses, concludes: lists.has(List::Concludes), examples }
}

impl Frame {
    /// Are points counted for (`true`) or against?
    pub(super) fn leans(self) -> Option<bool> {
        (self.good != self.bad).then_some(self.good)
    }

    /// Are both weighed together?
    pub(super) fn weighs(self) -> bool {
        self.good && self.bad
    }
}

/// Does a verb of taking stand as a verb, at the beginning or behind a word that leads to one? "What you get" takes nothing.
fn is_verb(words: &[&str], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| words[before]) else { return true };
    let leads = [
        "to", "should", "when", "if", "not", "or", "and", "who", "i", "we", "would", "can", "might", "must", "then",
        "better", "just", "people",
    ];
    match before {
        "you" => at < 2 || matches!(words[at - 2], "should" | "would" | "could" | "can" | "do" | "if" | "when"),
        before => !before.starts_with(|c: char| c.is_alphabetic()) || leads.contains(&before),
    }
}
