//! What the layout of a sentence says, before any claim is read: how far apart the names are, what joins them, what
//! stands around them.
//!
//! A middle that only joins ("A and B", a list) is the strongest sign of no preference.

use super::classes::Class;
use super::features::{Part, Sink, bucket};
use super::tokens::Sentence;

const REGIONS: [Part<'static>; 3] = [Part::Code(0, "before"), Part::Code(1, "between"), Part::Code(2, "behind")];

/// What holds of the sentence as a whole, and of each claim in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// Is it asked?
    pub(super) question: bool,
    /// Is there an "if" or "whether"?
    pub(super) condition: bool,
    /// Does the middle do nothing but join the names?
    pub(super) joined: bool,
    /// How many tokens part the names.
    pub(super) apart: usize,
}

impl Setting {
    pub(super) fn of(sentence: &Sentence<'_>) -> Self {
        let has = |class| sentence.tokens.iter().any(|token| token.class == class);
        let middle = &sentence.tokens[sentence.first + 1..sentence.second];
        let joins = |class| {
            use Class::{And, Comma, Name, Number, Or, Quote, The};
            matches!(class, And | Or | Comma | Name | The | Number | Quote)
        };
        Self {
            question: has(Class::Question),
            condition: has(Class::If),
            joined: !middle.is_empty() && middle.iter().all(|token| joins(token.class)),
            apart: middle.len(),
        }
    }
}

/// Gives the features of the layout.
pub(super) fn give(sentence: &Sentence<'_>, sink: &mut impl Sink) {
    let setting = Setting::of(sentence);
    sink.add("apart", &[bucket(setting.apart)]);
    sink.add("joined", &[Part::Flag(setting.joined)]);
    sink.add("length", &[bucket(sentence.tokens.len() / 3)]);
    sink.add("mood", &[Part::Flag(setting.question), Part::Flag(setting.condition)]);
    neighbours(sentence, sink);
    counts(sentence, sink);
    for (at, token) in sentence.tokens.iter().enumerate() {
        use Class::{Er, First, Name, Number, Other, Second};
        if !matches!(token.class, Other | Name | Number | First | Second | Er) {
            sink.add("word", &[REGIONS[sentence.region(at)], Part::Word(*token)]);
        }
    }
}

fn neighbours(sentence: &Sentence<'_>, sink: &mut impl Sink) {
    let (first, second) = (sentence.first, sentence.second);
    let middle = &sentence.tokens[first + 1..second];
    if middle.len() <= 3 {
        let mut words = [Part::Count(0); 3];
        for (word, token) in words.iter_mut().zip(middle) {
            *word = Part::Word(*token);
        }
        sink.add("middle", &words[..middle.len()]);
    }
    let sides = [first.checked_sub(1), Some(first + 1), Some(second - 1), Some(second + 1)];
    for (side, kind) in sides.into_iter().zip(["before1", "behind1", "before2", "behind2"]) {
        match side.and_then(|at| sentence.tokens.get(at)) {
            Some(token) if token.class.is_name() => sink.add(kind, &[Part::Class(token.class)]),
            Some(token) => sink.add(kind, &[Part::Word(*token)]),
            None => sink.add(kind, &[]),
        }
    }
    let around = sides.map(|side| sentence.class(side));
    sink.add("around", &[Part::path(&around)]);
}

/// How many of a sort there are before, between and behind the names.
fn counts(sentence: &Sentence<'_>, sink: &mut impl Sink) {
    let [mut thans, mut cues, mut commas, mut names] = [[0_usize; 3]; 4];
    for (at, token) in sentence.tokens.iter().enumerate() {
        let region = sentence.region(at);
        match token.class {
            Class::Than => thans[region] += 1,
            Class::Better | Class::Worse | Class::Amount | Class::More | Class::Less => cues[region] += 1,
            Class::Comma => commas[region] += 1,
            Class::Name => names[region] += 1,
            _ => {}
        }
    }
    sink.add("thans", &thans.map(Part::Count));
    sink.add("cues", &cues.map(Part::Count));
    for region in 0..3 {
        sink.add("commas", &[REGIONS[region], bucket(commas[region])]);
        sink.add("names", &[REGIONS[region], bucket(names[region])]);
    }
}
