//! The words without which a phrase cannot stand in a sentence: most phrases are ruled out by them before their parts
//! are walked.
//!
//! A phrase is thought of only where one of the rarest words that it needs stands, and then all that it needs must. The
//! test is one-sided: a phrase whose needs are met may still not stand there.

use rustc_hash::FxHashMap;

use super::phrase::{Part, Slot};

/// What phrases need, by the number of the phrase.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// The words that phrases need, numbered.
    words: FxHashMap<String, u16>,
    needs: Vec<Needs>,
    /// For each word the phrases that are thought of where it stands.
    by_word: Vec<Vec<u16>>,
    /// The phrases that need no word.
    always: Vec<u16>,
}

/// What a phrase needs: of each of these sets of words at least one.
#[derive(Debug, Clone)]
struct Needs(Vec<Vec<u16>>);

/// How a masked line calls a name: `S0` to `S9` are all `S` here.
const ONE: &str = "S";
const BOTH: &str = "SB";
const NEITHER: &str = "SN";

impl Index {
    /// Adds the next phrase.
    pub(super) fn add(&mut self, parts: &[Part]) {
        let sets = needs(parts);
        let phrase = self.needs.len() as u16;
        // Long words are rare, and names are in every sentence.
        let rarity = |set: &&Vec<&str>| (set.iter().map(|word| word.len()).min(), std::cmp::Reverse(set.len()));
        let rarest = sets.iter().max_by_key(rarity).cloned();
        let numbered = sets.into_iter().map(|set| set.into_iter().map(|word| self.number(word)).collect()).collect();
        self.needs.push(Needs(numbered));
        for word in rarest.iter().flatten() {
            let number = self.number(word);
            self.by_word[usize::from(number)].push(phrase);
        }
        if rarest.is_none() {
            self.always.push(phrase);
        }
    }

    fn number(&mut self, word: &str) -> u16 {
        let next = self.by_word.len() as u16;
        let number = *self.words.entry(word.to_owned()).or_insert(next);
        if number == next {
            self.by_word.push(Vec::new());
        }
        number
    }

    /// The numbers of what a word of a masked line is to phrases.
    pub(super) fn numbers(&self, word: &str) -> Box<[u16]> {
        let whole = match word.strip_prefix('S') {
            None | Some("B" | "N") => word,
            Some(_) => ONE,
        };
        // A phrase may begin at a boundary within a word: at "friendly" in "user-friendly".
        let boundaries = (1..word.len()).filter(|at| is_letter(word, at - 1) != is_letter(word, *at));
        let ends = boundaries.filter_map(|at| word.get(at..));
        std::iter::once(whole).chain(ends).filter_map(|word| self.words.get(word).copied()).collect()
    }

    /// The phrases whose needs are met by the words of these numbers, in order.
    pub(super) fn met_by(&self, numbers: &[u16]) -> Vec<usize> {
        let mut stand = vec![0_u64; self.by_word.len() / 64 + 1];
        let mut thought_of = vec![0_u64; self.needs.len() / 64 + 1];
        let add = |set: &mut [u64], number: u16| set[usize::from(number) / 64] |= 1 << (number % 64);
        self.always.iter().for_each(|phrase| add(&mut thought_of, *phrase));
        for number in numbers {
            add(&mut stand, *number);
            self.by_word[usize::from(*number)].iter().for_each(|phrase| add(&mut thought_of, *phrase));
        }
        let mut met = Vec::new();
        for (at, mut some) in thought_of.into_iter().enumerate() {
            while some != 0 {
                let phrase = at * 64 + some.trailing_zeros() as usize;
                if self.needs[phrase].met_by(&stand) {
                    met.push(phrase);
                }
                some &= some - 1;
            }
        }
        met
    }
}

impl Needs {
    fn met_by(&self, words: &[u64]) -> bool {
        let has = |number: &u16| words[usize::from(*number) / 64] & 1 << (number % 64) != 0;
        self.0.iter().all(|any| any.iter().any(has))
    }
}

/// The sets of words that a phrase needs.
fn needs<'a>(parts: &[Part<'a>]) -> Vec<Vec<&'a str>> {
    let mut needs: Vec<Vec<&str>> = Vec::new();
    // Behind words that are taken as they come, a part may begin in the middle of a word.
    let mut loose = false;
    for part in parts {
        let words: Vec<&str> = match part {
            Part::ClauseStart | Part::Gap(_) | Part::Group { optional: true, .. } => continue,
            Part::Slot(slot) if slot.is_open() => {
                loose = true;
                continue;
            }
            Part::Slot(Slot::Subject) => vec![ONE, BOTH],
            Part::Slot(Slot::Both) => vec![BOTH],
            Part::Slot(Slot::Either) => vec![NEITHER],
            Part::Slot(_) => vec![ONE],
            Part::Group { choices, .. } => choices.iter().map(|words| first_word(words)).collect(),
            Part::Word(word) => vec![*word],
        };
        let known = !loose && !words.iter().any(|word| matches!(*word, "" | "$"));
        loose = false;
        if known {
            needs.push(words);
        }
    }
    needs.sort_by_key(Vec::len);
    needs
}

fn is_letter(word: &str, at: usize) -> bool {
    let byte = word.as_bytes()[at];
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn first_word(choice: &str) -> &str {
    match choice.split(' ').next().unwrap_or("") {
        "{subject}" | "{rival}" => ONE,
        word => word,
    }
}
