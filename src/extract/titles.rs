//! The names in a line that compares: "X vs Y", "X or Y", "difference between X and Y".
//!
//! With "vs" any word but the small ones may belong to a name; elsewhere it needs a capital or a digit,
//! and the article has to use the name more often.

use super::subjects::{Usage, dedup};
use super::tokens::words;
use crate::lexicon::{Lexicon, List};

/// The names that a line compares; fewer than two where it compares nothing.
pub(super) fn in_line(line: &str, usage: &Usage, lexicon: &Lexicon) -> Vec<String> {
    let words: Vec<&str> = words(line).into_iter().map(|(word, _)| word).collect();
    let mut lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    // "Alpha vs VS Beta" sets Alpha against VS Beta
    if words.iter().any(|word| matches!(*word, "vs" | "vs." | "versus")) {
        let caps = words.iter().zip(&mut lower).filter(|(word, _)| **word == "VS");
        caps.for_each(|(_, low)| *low = "VS".to_owned());
    }
    let comparing = lower.iter().any(|word| lexicon.has(List::Comparing, word));
    let strict = !lower.iter().any(|word| is_versus(word));
    let joins = |word: &str| match word {
        word if !strict => is_versus(word),
        "or" | "against" | "beats" | "over" => true,
        "and" | "&" => comparing,
        _ => false,
    };
    let joins: Vec<usize> = (0..lower.len()).filter(|at| joins(&lower[*at])).collect();
    let title = Title { words: &words, strict, lists: comparing || !strict, usage, lexicon };
    (0..joins.len()).map(|from| title.names(&joins[from..])).find(|names| names.len() >= 2).unwrap_or_default()
}

/// The two names of a title that asks "X or Y?": it says outright what is compared, however seldom the
/// article names them.
pub(super) fn in_question(title: &str, usage: &Usage, lexicon: &Lexicon) -> Option<Vec<String>> {
    let (left, right) = title.split_once(" or ").filter(|_| title.contains(['?', ':']))?;
    let words_of = |part| -> Vec<&str> { words(part).into_iter().map(|(word, _)| word).collect() };
    let line = Title { words: &[], strict: true, lists: false, usage, lexicon };
    let mut names = vec![line.leftward(&words_of(left), true)?, line.rightward(&words_of(right))?];
    // "Slate, Tile or Thatch?"
    let before: Vec<&str> = left.split(", ").collect();
    let listed = before[..before.len() - 1].iter().filter_map(|part| line.leftward(&words_of(part), true));
    let listed: Vec<String> = listed.filter(|name| usage.of_name(name) >= 2 && !names.contains(name)).collect();
    names.splice(0..0, listed);
    let used = names.iter().any(|name| usage.of_name(name) >= 2);
    (used && names[0] != names[1]).then_some(names)
}

/// The same where a name has no capital: "Should you rent or buy?", "Ferret or rabbit: which suits you?" A common word
/// is a name only where the article keeps using it.
pub(super) fn in_small_question(title: &str, usage: &Usage, lexicon: &Lexicon) -> Option<Vec<String>> {
    let (left, right) = title.split_once(" or ").filter(|_| title.contains(['?', ':']))?;
    let words_of = |part| -> Vec<&str> { words(part).into_iter().map(|(word, _)| word).collect() };
    let line = Title { words: &[], strict: false, lists: false, usage, lexicon };
    let mut names = vec![line.leftward(&words_of(left), false)?, line.rightward(&words_of(right))?];
    for name in &mut names {
        let first = name.chars().next()?;
        *name = first.to_uppercase().chain(name.chars().skip(1)).collect();
    }
    let used = names.iter().all(|name| usage.count(name) >= 2 && name.split(' ').count() <= 2);
    (used && names[0] != names[1]).then_some(names)
}

/// The whole run of words of a title that a name stands in, where it is longer than the name.
pub(super) fn full_name(name: &str, title: &str, lexicon: &Lexicon) -> Option<String> {
    let title: Vec<&str> = words(title).into_iter().map(|(word, _)| word).collect();
    let name: Vec<&str> = name.split(' ').collect();
    let at = title.windows(name.len()).position(|window| window == name)?;
    let belongs = |word: &&&str| !is_break(word) && !is_versus(&word.to_lowercase()) && may_name(word, true, lexicon);
    let before = title[..at].iter().rev().take_while(belongs).count();
    let after = title[at + name.len()..].iter().take_while(belongs).count();
    (1..=LONGER).contains(&(before + after)).then(|| title[at - before..at + name.len() + after].join(" "))
}

/// The most words that a title adds to the name which the article uses.
const LONGER: usize = 3;

/// The names that a title lists behind a colon: "Three budget phones: Pika, Nandu and Quokka".
pub(super) fn in_list(title: &str, usage: &Usage, lexicon: &Lexicon) -> Vec<String> {
    let Some((_, listed)) = title.split_once(": ") else { return Vec::new() };
    let listed = listed.replace(" and ", ", ").replace(" & ", ", ");
    let names: Vec<String> =
        listed.split(", ").map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
    let used = |name: &String| is_name(name, lexicon) && usage.count(name) >= 2;
    if names.iter().all(used) { names } else { Vec::new() }
}

fn is_versus(word: &str) -> bool {
    matches!(word, "vs" | "vs." | "versus" | "v.s" | "vs.:")
}

/// A line that may compare.
struct Title<'a> {
    words: &'a [&'a str],
    /// Must a name have a capital or a digit?
    strict: bool,
    /// May it list names, "A, B and C"?
    lists: bool,
    usage: &'a Usage,
    lexicon: &'a Lexicon,
}

impl Title<'_> {
    /// The names on both sides of joining words.
    fn names(&self, joins: &[usize]) -> Vec<String> {
        let [first, others @ ..] = joins else { return Vec::new() };
        let mut parts: Vec<&[&str]> = self.words[..*first].split(|word| *word == ",").collect();
        parts.retain(|part| !part.is_empty());
        let Some(last) = parts.pop() else { return Vec::new() };
        let mut names = Vec::new();
        if self.lists {
            let before = &parts[parts.len().saturating_sub(4)..];
            names.extend(before.iter().filter_map(|part| self.leftward(part, true)));
        }
        names.extend(self.leftward(last, self.strict));
        let mut from = *first + 1;
        for join in others.iter().copied().chain([self.words.len()]) {
            if from > join {
                break;
            }
            names.extend(self.rightward(&self.words[from..join]));
            from = join + 1;
        }
        self.drop_shared_tails(&mut names);
        dedup(&mut names);
        let least = if self.strict { 3 } else { 1 };
        names.retain(|name| self.usage.of_name(name) >= least);
        names
    }

    /// "Battery vs gas lawn mowers" sets gas against battery where the article speaks of battery lawn mowers, too.
    fn drop_shared_tails(&self, names: &mut [String]) {
        let [.., other, last] = names else { return };
        let words: Vec<&str> = last.split(' ').collect();
        let kind = self.words.windows(words.len() + 1).find(|window| window[..words.len()] == words[..]);
        let kind = kind.and_then(|window| window.last()).copied().unwrap_or_default();
        let both = |head: &str, tail: &str| {
            let used = |name: &str| !tail.is_empty() && self.usage.count(&format!("{name} {tail}")) > 0;
            used(head) && used(other)
        };
        let shared = |at: &usize| {
            let (head, tail) = (words[..*at].join(" "), words[*at..].join(" "));
            (both(&head, &tail) || both(&head, kind)) && self.usage.count(&head) > self.usage.count(last) + 1
        };
        if let Some(at) = (1..words.len()).find(shared) {
            *last = words[..at].join(" ");
        }
    }

    /// The name that ends a part of a title: "The complete guide to Flask".
    fn leftward(&self, part: &[&str], strict: bool) -> Option<String> {
        let part = part.rsplit(|word| is_break(word)).find(|part| !part.is_empty())?;
        let run = part.iter().rev().take_while(|word| may_name(word, strict, self.lexicon)).take(6).count();
        let run = &part[part.len() - run..];
        self.most_used((0..run.len()).map(|from| run[from..].join(" ")).collect())
    }

    /// The name that begins a part of a title: "Django: which one to choose".
    fn rightward(&self, part: &[&str]) -> Option<String> {
        let part = part.split(|word| is_break(word)).find(|part| !part.is_empty())?;
        let part = &part[part.iter().position(|word| !is_filler(word))?..];
        let run = part.iter().take_while(|word| may_name(word, self.strict, self.lexicon)).take(6).count();
        self.most_used((1..=run).rev().map(|to| part[..to].join(" ")).collect())
    }

    /// Of nested stretches, the longest first, the one that the article uses as a name.
    fn most_used(&self, choices: Vec<String>) -> Option<String> {
        let count = |name: &str| self.usage.count(name);
        let shortest = count(choices.last()?);
        let well_used = |name: &&String| count(name) >= 2 && count(name) * 4 >= shortest;
        // Of a name that is hardly used, all of it; of one that is used by a part, that part.
        let proven = if shortest >= 3 { choices.last() } else { choices.first() };
        let best = choices.iter().find(well_used).or(proven)?;
        // "Julia vs R", but no article in front of what it belongs to
        let letter = best.chars().all(|c| c.is_ascii_uppercase() && !matches!(c, 'A' | 'I'));
        (best.len() >= 2 || letter || count(best) > 3).then(|| best.clone())
    }
}

fn is_break(word: &str) -> bool {
    matches!(word, ":" | "|" | "?" | "–" | "—" | "-" | "(" | ")" | "!" | "," | "." | ";" | "•" | "/" | "[" | "]" | "🤔")
}

fn is_filler(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "the" | "a" | "an" | "of" | "your" | "using")
}

/// May the word be part of a name?
fn may_name(word: &str, strict: bool, lexicon: &Lexicon) -> bool {
    let begins = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let shaped = begins || word.chars().any(char::is_uppercase);
    let small = lexicon.has(List::SmallInTitles, &word.to_lowercase());
    !small && !word.starts_with(['\'', '’']) && (shaped || !strict)
}

/// Could a heading or a cell be nothing but a name?
pub(super) fn is_name(words: &str, lexicon: &Lexicon) -> bool {
    let words: Vec<&str> = words.split_whitespace().collect();
    let names = words.iter().all(|word| may_name(word, true, lexicon));
    (1..=4).contains(&words.len()) && names && !lexicon.has(List::NotNames, &words[0].to_lowercase())
}
