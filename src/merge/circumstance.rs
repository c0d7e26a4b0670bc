//! What a sentence says of the case that it speaks of: the condition that opens it, one that stands behind its
//! verdict, the one that the title sets, and the time.
//!
//! No grammar is built: a condition opens with one of a few words (`on`, `once`, `with`) and lasts until a comma
//! or the name of a subject. What names the criterion ("For battery life, ...") or how the author came to know
//! ("In our tests, ...") is no condition.

use std::collections::BTreeSet;

use super::words::{
    self, CLAUSAL, COMMANDS, DATING, IN_BETWEEN, LIMITING, MAIN, NO_CONDITION, NO_DEED, OPENING, PAST, PHRASE, SAME,
    SPANS, SPEAKERS, TESTING, TURNING, VERSION,
};
use crate::matrix::AlignedClaim;

/// The most words of a condition.
const LONGEST: usize = 10;

/// A claim in its sentence, to be asked for the case that it speaks of.
pub(super) struct Circumstance<'a> {
    sentence: &'a str,
    quote: &'a str,
    /// The words of the sentence, as [`tokens`] has them.
    said: &'a [String],
    subject: &'a str,
    /// The words of the names of whom it speaks.
    names: BTreeSet<String>,
    /// The words of the criterion, in their common form.
    on: BTreeSet<String>,
}

impl<'a> Circumstance<'a> {
    /// What a claim has around it; `said` are the words of the sentence.
    pub(super) fn new(sentence: &'a str, said: &'a [String], aligned: &'a AlignedClaim) -> Self {
        let subjects = [Some(&aligned.subject), aligned.rival.as_ref()].into_iter().flatten();
        let criterion = aligned.criterion.0.replace('-', " ");
        let on = tokens(&criterion).chain(tokens(&aligned.claim.criterion.label));
        Self {
            sentence,
            quote: &aligned.quote,
            said,
            subject: &aligned.subject.0,
            names: subjects.flat_map(|subject| tokens(&subject.0)).collect(),
            on: on.map(|word| common(&word)).collect(),
        }
    }

    /// What stands before the first comma, or before the subject, of a sentence that opens with a condition.
    pub(super) fn opening(&self) -> BTreeSet<String> {
        let own = self.of_quote();
        if !own.is_empty() || self.is_reason() {
            return own;
        }
        let Some(first) = self.said.first() else { return own };
        let gerund = first.len() > 5 && first.ends_with("ing") && !words::has(NO_DEED, first);
        // "Give it a heavy load and Alpha is ahead"
        let command = words::has(COMMANDS, first)
            && self.said.iter().any(|word| word == "and")
            && !self.before().contains([':', ';']);
        if !(words::has(OPENING, first) || gerund && self.sentence.contains(',') || command) {
            return BTreeSet::new();
        }
        let head = if command { self.sentence.split(" and ").next() } else { self.sentence.split(',').next() };
        self.condition(tokens(head.unwrap_or_default()))
    }

    /// A condition that stands behind the verdict: for whom it is, or one with an amount in it ("slow at ten
    /// thousand pages").
    pub(super) fn behind(&self) -> BTreeSet<String> {
        let words = self.said;
        let name = tokens(self.subject).last().unwrap_or_default();
        let Some(from) = words.iter().position(|word| *word == name) else { return BTreeSet::new() };
        let opens = |word: &String| matches!(word.as_str(), "at" | "in" | "on" | "with" | "under" | "for" | "over");
        let Some(at) = (from + 1..words.len()).find(|at| opens(&words[*at])) else { return BTreeSet::new() };
        let phrase = &words[at..words.len().min(at + 5)];
        let limits = words[at] == "for" || phrase.iter().any(|word| is_amount(word));
        if limits { self.condition(phrase.iter().cloned()) } else { BTreeSet::new() }
    }

    /// What a title says behind `for`: "Alpha vs Beta for gardens of two acres".
    pub(super) fn of_title(&self, title: &str) -> BTreeSet<String> {
        let lower = title.to_lowercase();
        let Some((_, rest)) = lower.rsplit_once(" for ") else { return BTreeSet::new() };
        self.condition(tokens(&format!("for {rest}")))
    }

    /// Does it speak of what was once: "formerly", "used to"?
    pub(super) fn is_past(&self) -> bool {
        let upto = self.sentence.find(self.quote).map_or(self.sentence.len(), |at| at + self.quote.len());
        let text = tokens(&self.sentence[..upto]).collect::<Vec<_>>().join(" ");
        PAST.iter().any(|phrase| words::holds(&text, phrase))
    }

    /// The condition that a claim's own words end with: "it is tricky when working with paper".
    fn of_quote(&self) -> BTreeSet<String> {
        let lower = self.quote.to_lowercase();
        let behind = LIMITING.iter().find_map(|opens| Some(lower.split_once(&format!(" {opens} "))?.1));
        behind.map_or_else(BTreeSet::new, |words| self.condition(tokens(&format!("when {words}"))))
    }

    /// Does a claim stand in a clause that gives a reason or turns to something else? The condition that opens the
    /// sentence is not its own: "At night take the tram, because it is safer".
    fn is_reason(&self) -> bool {
        let turns = |word: String| words::has(TURNING, &word);
        tokens(self.before()).any(turns) || tokens(self.quote).next().is_some_and(turns)
    }

    /// The sentence up to the claim.
    fn before(&self) -> &str {
        &self.sentence[..self.sentence.find(self.quote).unwrap_or(0)]
    }

    fn condition(&self, head: impl Iterator<Item = String>) -> BTreeSet<String> {
        let mut head = head.peekable();
        // "For comfort there is no difference" has no comma; "If you travel" speaks of somebody
        let clause = head.peek().is_some_and(|first| words::has(CLAUSAL, first));
        let main = |word: &str| words::has(MAIN, word) || !clause && words::has(SPEAKERS, word);
        let goes_on = |word: &String| !self.names.contains(word) && !main(word);
        let head: Vec<String> = head.take_while(goes_on).take(LONGEST).collect();
        let Some((first, rest)) = head.split_first() else { return BTreeSet::new() };
        // "After a month with both, ...", "In our benchmarks, ..." say how the author knows
        let spans =
            matches!(first.as_str(), "after" | "over" | "in" | "during") && rest.iter().any(|w| words::has(SPANS, w));
        // "On our laptops": where the author happened to look
        let own = rest.first().is_some_and(|word| matches!(word.as_str(), "our" | "my"));
        if spans || own || rest.iter().any(|word| words::has(TESTING, word)) {
            return BTreeSet::new();
        }
        let rest = if words::has(OPENING, first) || words::has(COMMANDS, first) { rest } else { &head[..] };
        let carries = |word: &&String| {
            !words::has(NO_CONDITION, word)
                && !words::has(PHRASE, word)
                && !words::has(IN_BETWEEN, word)
                && !is_year(word)
                && !self.on.contains(&common(word))
        };
        // "for GPS accuracy" names the criterion, and no case
        let last = rest.iter().rev().find(|word| !words::has(IN_BETWEEN, word));
        if last.is_some_and(|last| self.on.contains(&common(last))) {
            return BTreeSet::new();
        }
        rest.iter().filter(carries).map(|word| common(word)).collect()
    }
}

/// Does a statement name the year that it holds for: "as of 2019", "in 2014 it had"?
pub(super) fn is_dated(said: &[String]) -> bool {
    said.windows(2).any(|pair| is_year(&pair[1]) && words::has(DATING, &pair[0]))
}

fn is_amount(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        || matches!(
            word,
            "one" | "two" | "ten" | "hundred" | "hundreds" | "thousand" | "thousands" | "million" | "millions"
        )
}

/// The words of a text in lower case, without marks.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = String> {
    let lower = text.to_lowercase().replace("'s", "").replace("\u{2019}s", "").replace(['\'', '\u{2019}'], "");
    let tokens: Vec<String> = lower
        .split(|c: char| !(c.is_alphanumeric() || c == '.'))
        .map(|w| w.trim_matches('.').to_owned())
        .filter(|w| !w.is_empty())
        .collect();
    tokens.into_iter()
}

/// Is a word a year?
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: u32| (1900..2100).contains(&year))
}

/// The numbers that follow the subject's name or a word such as `version`; those of the name are not
/// versions.
pub(super) fn versions(said: &[String], subject: &str) -> BTreeSet<String> {
    let name: BTreeSet<String> = tokens(subject).collect();
    let number =
        |word: &str| word.chars().next().is_some_and(|c| c.is_ascii_digit()) && word.len() < 6 && !is_year(word);
    let after = |word: &str| name.contains(word) || words::has(VERSION, word);
    let pairs = said.windows(2).filter(|pair| after(&pair[0]) && number(&pair[1]) && !name.contains(&pair[1]));
    pairs.map(|pair| pair[1].clone()).collect()
}

/// A word in the form in which conditions are compared.
pub(super) fn common(word: &str) -> String {
    let singular =
        if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") { &word[..word.len() - 1] } else { word };
    if let Some(same) = SAME.iter().find(|same| words::has(same, singular) || words::has(same, word)) {
        return same.split(' ').next().unwrap_or(same).to_owned();
    }
    // "gamers" and "gaming", "commuters" and "the commute"
    let endings = ["ing", "er", "ed", "e"].into_iter();
    let stem = endings.filter_map(|ending| singular.strip_suffix(ending)).find(|stem| stem.len() > 2);
    stem.unwrap_or(singular).to_owned()
}
