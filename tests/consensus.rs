//! From votes to a consensus: what stands, how sure it is, and that no order, grouping or repetition can matter.

use gainsay::matrix::{Basis, Consensus, Outcome, Subject};
use gainsay::merge::consensus::{Accuracy, Answer, Judge, Tally, Vote};
use gainsay::merge::{Method, Options, Stakes};
use proptest::prelude::*;

const TEA: Answer = Answer::Subject(0);
const COFFEE: Answer = Answer::Subject(1);

fn vote(source: u32, answer: Answer, basis: Basis) -> Vote {
    Vote { voice: source, source, answer, basis, own_stake: false }
}

/// Votes in prose, each by a source of its own.
fn votes(answers: &[Answer]) -> Tally {
    answers.iter().zip(0..).map(|(answer, source)| vote(source, *answer, Basis::Prose)).collect()
}

fn subjects() -> [Subject; 2] {
    ["Tea", "Coffee"].map(|name| Subject(name.to_owned()))
}

fn judged(row: &Tally, options: Options) -> Consensus {
    Judge::new(&subjects(), [row.clone()].iter(), options).of(row)
}

fn outcome(row: &Tally) -> String {
    judged(row, Options::default()).outcome.cell().to_owned()
}

#[test]
fn the_accuracies_lie_between_chance_and_certainty() {
    for basis in Basis::ALL {
        let accuracy = Accuracy::builtin().of(basis);
        assert!((0.5..0.95).contains(&accuracy), "{}: {accuracy}", basis.name());
    }
}

#[test]
fn the_confidence_can_be_done_on_paper() {
    let consensus = judged(&votes(&[TEA, TEA, COFFEE]), Options::default());
    let accuracy = Accuracy::builtin().prose;
    // Two errors are possible, each half as likely as an error at all.
    let odds = accuracy / ((1.0 - accuracy) / 2.0);
    let tea = odds * odds / (odds * odds + odds + 1.0);
    assert!((consensus.confidence - tea).abs() < 1e-4, "{} is not {tea}", consensus.confidence);
    assert_eq!((consensus.support, consensus.dissent, consensus.ties), (2, 1, 0));
    assert_eq!(consensus.spread.independent, 3.0);
    let shares: f64 = consensus.spread.shares.values().sum();
    assert!((shares - 1.0).abs() < 1e-3);
}

#[test]
fn an_answer_stands_where_it_has_the_weight_and_the_voices() {
    assert_eq!(outcome(&votes(&[TEA])), "insufficient");
    assert_eq!(outcome(&votes(&[TEA, COFFEE])), "disputed");
    assert_eq!(outcome(&votes(&[TEA, TEA, COFFEE])), "Tea");
    assert_eq!(outcome(&votes(&[Answer::Even, Answer::Even, TEA])), "even");
    assert_eq!(outcome(&votes(&[TEA, TEA, COFFEE, Answer::Even])), "disputed", "half is no majority");
    assert_eq!(outcome(&votes(&[TEA, Answer::Mixed])), "disputed", "a voice for no answer is a voice");
    assert_eq!(outcome(&votes(&[Answer::Mixed, Answer::Mixed])), "disputed");
    let one_each = [vote(0, TEA, Basis::Implied), vote(1, COFFEE, Basis::Prose)].into_iter().collect();
    assert_eq!(outcome(&one_each), "disputed", "one against one, whatever they weigh");
}

#[test]
fn copies_are_one_voice_and_the_first_of_them_speaks() {
    let copy = |source, answer| Vote { voice: 0, ..vote(source, answer, Basis::Prose) };
    let row: Tally = [copy(2, COFFEE), copy(0, TEA), copy(1, COFFEE)].into_iter().collect();
    assert_eq!(row.votes(), [vote(0, TEA, Basis::Prose)]);
    assert_eq!(judged(&row, Options::default()).outcome, Outcome::Insufficient);
}

#[test]
fn praise_for_the_publishers_own_counts_half_where_the_user_asks() {
    let own = Vote { own_stake: true, ..vote(2, TEA, Basis::Prose) };
    let row: Tally = votes(&[COFFEE, TEA]).merge(&[own].into_iter().collect());
    let weighed = Options { stakes: Stakes::Weighed, ..Options::default() };
    let (shown, weighed) = (judged(&row, Options::default()), judged(&row, weighed));
    assert_eq!((shown.outcome.cell(), weighed.outcome.cell()), ("Tea", "Tea"));
    assert!(weighed.confidence < shown.confidence);
    assert!((weighed.spread.independent - 6.25 / 2.25).abs() < 1e-9);
    let alone: Tally = [vote(0, TEA, Basis::Prose), Vote { voice: 1, source: 1, ..own }].into_iter().collect();
    let weighed = judged(&alone, Options { stakes: Stakes::Weighed, ..Options::default() });
    assert_eq!(weighed.outcome, Outcome::Insufficient, "a voice and a half");
}

#[test]
fn the_majority_counts_and_one_coin_learns_who_is_to_be_trusted() {
    let majority = Options { method: Method::Majority, ..Options::default() };
    let consensus = judged(&votes(&[TEA, TEA, COFFEE]), majority);
    assert_eq!((consensus.outcome.cell(), consensus.confidence), ("Tea", 0.6667));
    // Two that always stand alone against three that agree, on nine rows; on the tenth one of each meet.
    let rows: Vec<Tally> = (0..9).map(|_| votes(&[TEA, TEA, TEA, COFFEE, COFFEE])).collect();
    let last: Tally = [vote(0, TEA, Basis::Prose), vote(3, COFFEE, Basis::Prose)].into_iter().collect();
    let all: Vec<Tally> = rows.into_iter().chain([last.clone()]).collect();
    let one_coin = Options { method: Method::OneCoin, ..Options::default() };
    let shares = Judge::new(&subjects(), all.iter(), one_coin).of(&last).spread.shares;
    assert!(shares.values().copied().fold(0.0, f64::max) > 0.7, "{shares:?}");
}

fn any_vote() -> impl Strategy<Value = Vote> {
    let answers = [TEA, COFFEE, Answer::Even, Answer::Mixed];
    (0..12u32, 0..4usize, 0..4usize, any::<bool>()).prop_map(move |(source, answer, basis, own_stake)| Vote {
        voice: source / 2,
        source,
        answer: answers[answer],
        basis: Basis::ALL[basis],
        own_stake,
    })
}

fn any_tally() -> impl Strategy<Value = Tally> {
    prop::collection::vec(any_vote(), 0..12).prop_map(Tally::from_iter)
}

proptest! {
    #[test]
    fn merging_is_commutative_and_associative((a, b, c) in (any_tally(), any_tally(), any_tally())) {
        prop_assert_eq!(a.clone().merge(&b), b.clone().merge(&a));
        prop_assert_eq!(a.clone().merge(&b).merge(&c), a.merge(&b.merge(&c)));
    }

    #[test]
    fn the_same_source_twice_changes_nothing(a in any_tally(), which in 0..12usize) {
        prop_assert_eq!(a.clone().merge(&a), a.clone());
        if let Some(again) = a.votes().get(which).copied() {
            prop_assert_eq!(a.clone().merge(&Tally::from_iter([again])), a);
        }
    }

    #[test]
    fn any_grouping_gives_the_same_consensus(votes in prop::collection::vec(any_vote(), 0..24), at in 0..24usize, method in 0..3usize) {
        let whole = Tally::from_iter(votes.clone());
        let (left, right) = votes.split_at(at.min(votes.len()));
        let parted = Tally::from_iter(right.iter().rev().copied()).merge(&Tally::from_iter(left.iter().copied()));
        let method = [Method::LogOdds, Method::OneCoin, Method::Majority][method];
        let options = Options { method, ..Options::default() };
        prop_assert_eq!(judged(&whole, options), judged(&parted, options));
    }

    #[test]
    fn below_two_voices_nothing_is_said(votes in prop::collection::vec(any_vote(), 0..24)) {
        let row = Tally::from_iter(votes);
        let consensus = judged(&row, Options::default());
        prop_assert_eq!(row.votes().len() < 2, consensus.outcome == Outcome::Insufficient);
        prop_assert!((0.0..=1.0).contains(&consensus.confidence));
        prop_assert_eq!(consensus.support + consensus.dissent <= row.votes().len(), true);
    }
}
