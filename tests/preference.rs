//! The sentence model with the weights that are compiled in: they fit the words, and sentences that a reader would
//! not doubt come out right.
#![allow(clippy::expect_used)]

use gainsay::preference::{Model, Preference, Shares};
use gainsay::span::Span;

/// What the model says of Oak and Pine.
fn shares(text: &str) -> Shares {
    let span = |name: &str| text.find(name).map(|at| Span::new(at, at + name.len())).expect("the name");
    Model::builtin().shares(text, span("Oak"), span("Pine"))
}

fn assert_all(preference: Preference, texts: &[&str]) {
    let wrong: Vec<_> = texts.iter().filter(|text| shares(text).preference() != preference).collect();
    let said: Vec<_> = wrong.iter().map(|text| (text, shares(text))).collect();
    assert!(wrong.is_empty(), "expected {preference:?}: {said:#?}");
}

#[test]
fn the_weights_were_learned_with_the_words_of_today() {
    assert!(Model::builtin().fits_words(), "lexicon/preference.toml has changed since: say `just train`");
}

#[test]
fn the_first_is_preferred() {
    assert_all(
        Preference::Better,
        &[
            "Oak is better than Pine.",
            "Oak is far superior to Pine for floors.",
            "We found that Oak lasts longer and is easier to clean than Pine.",
            "I would choose Oak over Pine any day.",
            "Pine is worse than Oak.",
            "In damp rooms Oak is much stronger than Pine.",
        ],
    );
}

#[test]
fn the_second_is_preferred() {
    assert_all(
        Preference::Worse,
        &[
            "Oak is worse than Pine.",
            "Oak is slower to work with than Pine.",
            "Oak is not better than Pine.",
            "Oak is much inferior to Pine.",
            "Oak isn't as good as Pine.",
            "Oak is decent, but Pine is better.",
        ],
    );
}

#[test]
fn neither_is_preferred() {
    assert_all(
        Preference::None,
        &[
            "Oak and Pine are fast to saw.",
            "You can buy Oak, Pine and Beech here.",
            "Is Oak better than Pine?",
            "Does Oak burn better than Pine?",
            "Add Oak or Pine for a better fire.",
            "The shop sells Oak next to the better kinds of Pine.",
        ],
    );
}

#[test]
fn names_may_be_given_in_either_order() {
    let text = "Pine is much slower than Oak.";
    let (pine, oak) = (Span::new(0, 4), Span::new(25, 28));
    let (one, other) = (Model::builtin().shares(text, pine, oak), Model::builtin().shares(text, oak, pine));
    assert_eq!(one.preference(), Preference::Worse);
    assert_eq!((one.better, one.worse, one.none), (other.worse, other.better, other.none));
}

#[test]
fn what_is_no_pair_of_names_has_no_preference() {
    let text = "Oak — é";
    for (first, second) in [((0, 3), (2, 5)), ((0, 3), (8, 90)), ((0, 4), (5, 6)), ((0, 3), (11, 12))] {
        let (first, second) = (Span::new(first.0, first.1), Span::new(second.0, second.1));
        assert_eq!(Model::builtin().shares(text, first, second).preference(), Preference::None);
    }
}

#[test]
fn an_answer_can_be_explained() {
    let text = "Oak is better than Pine.";
    let (first, second) = (Span::new(0, 3), Span::new(19, 23));
    let reasons = Model::builtin().reasons(text, first, second);
    let sums = [0, 1, 2].map(|label| reasons.iter().map(|reason| reason.added[label]).sum::<f32>());
    let odds = sums.map(|sum| 1.0 / (1.0 + (-sum).exp()));
    let better = odds[0] / odds.iter().sum::<f32>();
    assert!((better - shares(text).better).abs() < 1e-4, "the reasons add up to the answer");
    assert!(reasons.iter().any(|reason| reason.feature.starts_with("cue FIRST+other+than+SECOND")), "{reasons:#?}");
}
