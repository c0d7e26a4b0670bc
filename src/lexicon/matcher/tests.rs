//! The walk over the parts of a phrase against the regular expression that they make.

use regex::bytes::{Regex, RegexBuilder};

use super::walk::ADVERBS;
use super::*;
use crate::lexicon::Lexicon;
use crate::lexicon::phrase::parts;

/// The regular expression that a phrase is.
fn expression(parts: &[Part]) -> Regex {
    let mut out = String::from("(?-u)");
    if parts.first() != Some(&Part::ClauseStart) {
        out.push_str("(?:^|\\b)");
    }
    for (at, part) in parts.iter().enumerate() {
        let named = at > 0 && matches!(&parts[at - 1], Part::Slot(slot) if !slot.is_open());
        if named && matches!(part, Part::Group { .. } | Part::Word(_)) {
            out.push_str(&format!("(?:(?:{}){{1,2}}?)??", ADVERBS.join("|")));
        }
        match part {
            Part::ClauseStart => {
                out.push_str("(?:^|[,;:.!?()~-] |(?:and|but|or|while|whereas|so|which|that|is|are|also) )");
            }
            Part::Gap(words) => out.push_str(&format!("(?:[^ ;.!?]+ ){{0,{words}}}?")),
            Part::Slot(slot) => out.push_str(slot_expression(*slot, at + 1 == parts.len())),
            Part::Group { choices, optional } => {
                let choices: Vec<String> = choices.iter().map(|words| choice(words)).collect();
                out.push_str(&format!("(?:{})", choices.join("|")));
                out.push_str(if *optional { "?" } else { "" });
            }
            Part::Word(word) => out.push_str(&format!("{} ", regex::escape(word))),
        }
    }
    RegexBuilder::new(&out).unicode(false).build().expect("well formed")
}

fn slot_expression(slot: Slot, last: bool) -> &'static str {
    match (slot, last) {
        (Slot::Subject, _) => "(?P<subject>S[0-9B]) ",
        (Slot::Rival, _) => "(?P<rival>S[0-9]) ",
        (Slot::Both, _) => "(?P<subject>SB) ",
        (Slot::Either, _) => "(?P<subject>SN) ",
        (Slot::Scope | Slot::People, true) => "(?P<scope>[a-zS0-9$~].*)",
        (Slot::Scope | Slot::People, false) => "(?P<scope>[a-zS0-9$~].*?)",
        (Slot::Criterion | Slot::Chore | Slot::Wanted, true) => "(?P<criterion>.*)",
        (Slot::Criterion | Slot::Chore | Slot::Wanted, false) => "(?P<criterion>.*?)",
    }
}

fn choice(words: &str) -> String {
    let word = |word| match word {
        "{subject}" | "{rival}" => "(?:S[0-9]) ".to_owned(),
        "$" => "$".to_owned(),
        word => format!("{} ", regex::escape(word)),
    };
    words.split(' ').map(word).collect()
}

fn by_expression(expression: &Regex, masked: &str, from: usize) -> Option<Found> {
    let captures = expression.captures_at(masked.as_bytes(), from)?;
    let place = |name| captures.name(name).map(|slot| (slot.start(), slot.end()));
    let [subject, rival, scope, criterion] = ["subject", "rival", "scope", "criterion"].map(place);
    let whole = captures.get(0).map(|whole| (whole.start(), whole.end()))?;
    Some(Found { whole, subject, rival, scope, criterion })
}

/// Lines made of a phrase's own words, of marks and of names, by a small generator of numbers.
fn lines(parts: &[Part], seed: u64) -> Vec<String> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut pick = |most: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % most
    };
    const OTHERS: [&str; 19] = [
        "S0",
        "S1",
        "SB",
        "SN",
        ",",
        ".",
        "and",
        "also",
        "band",
        "well-made",
        "~",
        "a",
        "$5",
        "so",
        "that",
        "'s",
        "also",
        "far",
        "clearly",
    ];
    let mut lines = Vec::new();
    for _ in 0..40 {
        let mut words: Vec<String> = Vec::new();
        for part in parts {
            for _ in 0..pick(3) * pick(2) {
                words.push(OTHERS[pick(OTHERS.len())].to_owned());
            }
            match part {
                Part::ClauseStart | Part::Gap(_) => {}
                Part::Slot(slot) => {
                    let mask = match slot {
                        Slot::Rival => "S1",
                        Slot::Both => "SB",
                        Slot::Either => "SN",
                        Slot::Subject => ["S0", "SB"][pick(2)],
                        _ => OTHERS[pick(OTHERS.len())],
                    };
                    words.push(mask.to_owned());
                }
                Part::Word(word) => words.push((*word).to_owned()),
                Part::Group { choices, .. } => {
                    words.push(choices[pick(choices.len())].replace("{subject}", "S0").replace("{rival}", "S1"));
                }
            }
        }
        let cut = pick(words.len() + 1);
        lines.push(words.iter().map(|word| format!("{word} ")).collect());
        words.rotate_left(cut);
        lines.push(words.iter().map(|word| format!("{word} ")).collect());
    }
    lines
}

#[test]
fn a_phrase_is_found_where_the_expression_of_its_parts_finds_it() {
    let mut found = 0;
    let phrases = crate::lexicon::load::phrases();
    for (seed, phrase) in phrases.iter().enumerate() {
        let parts = parts(phrase).expect("well formed");
        let (matcher, expression) = (Matcher::new(&parts), expression(&parts));
        for line in lines(&parts, seed as u64 + 1) {
            for from in (0..=line.len()).step_by(7) {
                let (walked, expected) = (matcher.find(&line, from), by_expression(&expression, &line, from));
                assert_eq!(walked, expected, "{phrase:?} in {line:?} from {from}");
                found += usize::from(walked.is_some());
            }
        }
    }
    assert!(found > 1000, "the lines hold too few phrases: {found}");
}

#[test]
fn a_sentence_of_one_word_again_and_again_takes_no_time() {
    let masked = "if a , S0 is a ".repeat(200);
    let lexicon = Lexicon::builtin();
    let found = lexicon.patterns_in(&masked).filter(|pattern| pattern.find(&masked, 0).is_some()).count();
    assert!(found < 100);
}
