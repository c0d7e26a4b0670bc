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

/// What stands before the first comma, or before the subject, of a sentence that opens with a condition.
pub(super) fn opening(sentence: &str, aligned: &AlignedClaim) -> BTreeSet<String> {
    let own = of_quote(&aligned.quote, aligned);
    if !own.is_empty() || is_reason(sentence, &aligned.quote) {
        return own;
    }
    let first = tokens(sentence).next().unwrap_or_default();
    let sentence_words: Vec<String> = tokens(sentence).collect();
    let gerund = first.len() > 5 && first.ends_with("ing") && !words::has(NO_DEED, &first);
    // "Give it a heavy load and Alpha is ahead"
    let upto = &sentence[..sentence.find(&aligned.quote).unwrap_or(0)];
    let command =
        words::has(COMMANDS, &first) && sentence_words.iter().any(|word| word == "and") && !upto.contains([':', ';']);
    if !(words::has(OPENING, &first) || gerund && sentence.contains(',') || command) {
        return BTreeSet::new();
    }
    let head = if command { sentence.split(" and ").next() } else { sentence.split(',').next() };
    condition(head.unwrap_or_default(), aligned)
}

/// The condition that a claim's own words end with: "it is tricky when working with paper".
fn of_quote(quote: &str, aligned: &AlignedClaim) -> BTreeSet<String> {
    let lower = quote.to_lowercase();
    let behind = LIMITING.iter().find_map(|opens| Some(lower.split_once(&format!(" {opens} "))?.1));
    behind.map_or_else(BTreeSet::new, |words| condition(&format!("when {words}"), aligned))
}

/// Does a claim stand in a clause that gives a reason or turns to something else? The condition that opens the
/// sentence is not its own: "At night take the tram, because it is safer".
fn is_reason(sentence: &str, quote: &str) -> bool {
    let turns = |word: String| words::has(TURNING, &word);
    let at = sentence.find(quote).unwrap_or(0);
    tokens(&sentence[..at]).any(turns) || tokens(quote).next().is_some_and(turns)
}

/// A condition that stands behind the verdict: for whom it is, or one with an amount in it ("slow at ten
/// thousand pages").
pub(super) fn behind(sentence: &str, aligned: &AlignedClaim) -> BTreeSet<String> {
    let words: Vec<String> = tokens(sentence).collect();
    let name = tokens(&aligned.subject.0).last().unwrap_or_default();
    let Some(from) = words.iter().position(|word| *word == name) else { return BTreeSet::new() };
    let opens = |word: &String| matches!(word.as_str(), "at" | "in" | "on" | "with" | "under" | "for" | "over");
    let Some(at) = (from + 1..words.len()).find(|at| opens(&words[*at])) else { return BTreeSet::new() };
    let phrase = &words[at..words.len().min(at + 5)];
    let limits = words[at] == "for" || phrase.iter().any(|word| is_amount(word));
    if limits { condition(&phrase.join(" "), aligned) } else { BTreeSet::new() }
}

/// What a title says behind `for`: "Alpha vs Beta for gardens of two acres".
pub(super) fn of_title(title: &str, aligned: &AlignedClaim) -> BTreeSet<String> {
    let lower = title.to_lowercase();
    let Some((_, rest)) = lower.rsplit_once(" for ") else { return BTreeSet::new() };
    condition(&format!("for {rest}"), aligned)
}

/// Does a statement speak of what was once: "formerly", "used to"?
pub(super) fn is_past(said: &str) -> bool {
    let text = format!(" {} ", tokens(said).collect::<Vec<_>>().join(" "));
    PAST.iter().any(|phrase| text.contains(&format!(" {phrase} ")))
}

/// Does a statement name the year that it holds for: "as of 2019", "in 2014 it had"?
pub(super) fn is_dated(said: &[String]) -> bool {
    said.windows(2).any(|pair| is_year(&pair[1]) && words::has(DATING, &pair[0]))
}

fn condition(head: &str, aligned: &AlignedClaim) -> BTreeSet<String> {
    let names: BTreeSet<String> =
        [Some(&aligned.subject), aligned.rival.as_ref()].into_iter().flatten().flat_map(|s| tokens(&s.0)).collect();
    let on: BTreeSet<String> =
        tokens(&aligned.criterion.0.replace('-', " ")).chain(tokens(&aligned.claim.criterion.label)).collect();
    let on: BTreeSet<String> = on.iter().map(|word| common(word)).collect();
    // "For comfort there is no difference" has no comma; "If you travel" speaks of somebody
    let clause = tokens(head).next().is_some_and(|first| words::has(CLAUSAL, &first));
    let main = |word: &str| words::has(MAIN, word) || !clause && words::has(SPEAKERS, word);
    let goes_on = |word: &String| !names.contains(word) && !main(word);
    let head: Vec<String> = tokens(head).take_while(goes_on).take(LONGEST).collect();
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
            && !on.contains(&common(word))
    };
    // "for GPS accuracy" names the criterion, and no case
    let named =
        rest.iter().rev().find(|word| !words::has(IN_BETWEEN, word)).is_some_and(|last| on.contains(&common(last)));
    if named { BTreeSet::new() } else { rest.iter().filter(carries).map(|word| common(word)).collect() }
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
