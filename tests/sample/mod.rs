//! A small run made by hand: three articles, their claims, and the matrix that a merge would make of them.
//!
//! The reports and what the terminal shows are tested on it, apart from how well articles are understood.
#![allow(missing_docs, dead_code, unreachable_pub)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use gainsay::claim::{Article, Aspect, Claim, Evidence, Figure, Form, Mention, Named, Roster, Unit, Verdict};
use gainsay::document::{Document, Format, Places, Section, Source};
use gainsay::matrix::{
    AlignedClaim, Basis, ClaimIndex, Comparison, Consensus, ConsensusMatrix, Contradiction, Copy, Criterion,
    Difference, DifferenceKind, Favours, Kind, Outcome, Position, Row, Severity, Side, Spread, Stale, Subject,
};
use gainsay::span::Span;

pub const HERON: &str = "\
# Flask vs Django: a year with both

## Raw speed | throughput

On our two old laptops, and with nothing tuned at all, Flask answered small requests sooner than Django did.

## Getting started

Newcomers found their way around Flask in one afternoon.

=1+1 is what the first commit message of Django said in 2005.
";

pub const OTTER: &str = "\
# Django or Flask?

Django served more pages per second in every run that we made last winter.

Both take about a week to learn, so call it a draw.
";

pub const WREN: &str = "\
# What Django and Flask are for

Nobody here has measured anything; “schön” is what my colleague says about Flask.
";

const HERON_SPEED: &str = "Flask answered small requests sooner than Django did";
const HERON_LEARN: &str = "Newcomers found their way around Flask in one afternoon";
const HERON_YEAR: &str = "=1+1 is what the first commit message of Django said in 2005";
const OTTER_SPEED: &str = "Django served more pages per second in every run";
const OTTER_LEARN: &str = "Both take about a week to learn, so call it a draw";

pub fn articles() -> Vec<Article> {
    vec![
        article("heron", "nest/heron.md", HERON, Some("https://example.org/heron")),
        article("otter", "nest/otter.md", OTTER, None),
        article("wren", "nest/wren.md", WREN, None),
    ]
}

fn article(id: &str, origin: &str, text: &str, url: Option<&str>) -> Article {
    let mut places = Places::of_file(text.as_bytes());
    places.add(0, 0, text.len());
    let mut sections = vec![Section::default()];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_start_matches('#');
        let level = line.len() - words.len();
        if level > 0 {
            let start = at + level + 1;
            let heading = Span::new(start, at + line.trim_end().len());
            let parent = if level == 1 { 0 } else { 1 };
            sections.push(Section { level: u8::try_from(level).unwrap(), heading, parent: Some(parent) });
        }
        at += line.len();
    }
    let title = text.lines().next().map(|line| line.trim_start_matches("# ").to_owned());
    let source = Source {
        id: id.to_owned(),
        origin: PathBuf::from(origin),
        title,
        publisher: url.map(|_| "example.org".to_owned()),
        published: url.map(|_| "2024-09-12".to_owned()),
        author: None,
        updated: None,
        url: url.map(str::to_owned),
        stake: vec![],
        format: Format::Markdown,
    };
    let names = if id == "wren" { vec![] } else { vec!["Flask", "Django"] };
    let subjects = names.into_iter().map(|name| Named { name: name.to_owned(), ..Named::default() }).collect();
    Article {
        document: Document { source, text: text.to_owned(), blocks: vec![], sections, places, problems: vec![] },
        roster: Roster { subjects },
        claims: vec![],
        skipped: vec![],
    }
}

pub fn matrix() -> ConsensusMatrix {
    let sources = articles().into_iter().take(2).map(|article| article.document.source).collect();
    let comparison = Comparison {
        name: "Django vs Flask".to_owned(),
        subjects: vec![Subject("Django".to_owned()), Subject("Flask".to_owned())],
        sources,
        claims: claims(),
        index: ClaimIndex::of(&claims()),
        rows: rows(),
        contradictions: contradictions(),
        independent: 2,
        alpha: Some(0.25),
        differences: differences(),
        stale: vec![Stale {
            source: "heron".to_owned(),
            date: "2026-02-01".to_owned(),
            as_of: 2019,
            claim: "c3".to_owned(),
        }],
    };
    ConsensusMatrix { comparisons: vec![comparison], copies: copies() }
}

fn claims() -> Vec<AlignedClaim> {
    vec![
        claim("c1", "heron", HERON, 2, HERON_SPEED, ("Flask", Some("Django")), "performance", Verdict::Better),
        claim("c2", "heron", HERON, 3, HERON_LEARN, ("Flask", None), "learning-curve", Verdict::Strength),
        claim("c3", "heron", HERON, 3, HERON_YEAR, ("Django", None), "release-year", YEAR),
        claim("c4", "otter", OTTER, 1, OTTER_SPEED, ("Django", Some("Flask")), "performance", Verdict::Better),
        claim("c5", "otter", OTTER, 1, OTTER_LEARN, ("Django", Some("Flask")), "learning-curve", Verdict::Equal),
    ]
}

const YEAR: Verdict = Verdict::Value(Figure { number: 2005.0, unit: Unit::Year });

#[allow(clippy::too_many_arguments)]
fn claim(
    id: &str,
    source: &str,
    text: &str,
    section: usize,
    quote: &str,
    (subject, rival): (&str, Option<&str>),
    criterion: &str,
    verdict: Verdict,
) -> AlignedClaim {
    let start = text.find(quote).expect("the quote stands in the text");
    let label = if criterion == "performance" { "Raw speed | throughput" } else { criterion };
    let mention = |name: &str| Mention { name: name.to_owned(), text: name.to_owned() };
    let is_speed_of_heron = id == "c1";
    AlignedClaim {
        id: id.to_owned(),
        source: source.to_owned(),
        subject: Subject(subject.to_owned()),
        rival: rival.map(|name| Subject(name.to_owned())),
        criterion: Criterion(criterion.to_owned()),
        joined_from: is_speed_of_heron.then(|| "speed".to_owned()),
        claim: Claim {
            subject: mention(subject),
            rival: rival.map(mention),
            criterion: Aspect { label: label.to_owned(), slug: criterion.to_owned() },
            verdict,
            scope: is_speed_of_heron.then(|| "with nothing tuned at all".to_owned()),
            evidence: Evidence {
                span: Span::new(start, start + quote.len()),
                section,
                form: Form::Sentence,
                rule: "by-hand".to_owned(),
            },
            confidence: 2.0 / 3.0,
        },
        quote: quote.to_owned(),
    }
}

fn copies() -> Vec<Copy> {
    vec![Copy { source: "otter".to_owned(), original: "heron".to_owned(), share: 0.75 }]
}

fn differences() -> Vec<Difference> {
    let side = |says: &str, claim: &str| Side { says: says.to_owned(), claims: vec![claim.to_owned()] };
    vec![Difference {
        id: "d1".to_owned(),
        kind: DifferenceKind::ScopeDifference,
        criterion: Criterion("learning-curve".to_owned()),
        subject: None,
        sides: vec![side("Flask", "c2"), side("even", "c5")],
        why: "on learning-curve, Flask and even: under different conditions".to_owned(),
    }]
}

fn rows() -> Vec<Row> {
    let position = |favours, claim: &str| Position {
        favours,
        basis: Basis::Prose,
        own_stake: false,
        claims: vec![claim.to_owned()],
    };
    let one = |name: &str| Favours::One(Subject(name.to_owned()));
    let consensus = |outcome, support, dissent, ties| Consensus {
        outcome,
        support,
        dissent,
        ties,
        confidence: 1.0 / 3.0,
        spread: Spread { independent: 2.0, support: Some((0.0945, 0.9055)), entropy: 1.0, shares: BTreeMap::new() },
    };
    vec![
        Row {
            criterion: Criterion("learning-curve".to_owned()),
            consensus: consensus(Outcome::Favoured(Subject("Flask".to_owned())), 1, 0, 1),
            positions: BTreeMap::from([
                ("heron".to_owned(), Position { basis: Basis::Implied, ..position(one("Flask"), "c2") }),
                ("otter".to_owned(), position(Favours::Even, "c5")),
            ]),
            contradictions: 1,
            differences: 1,
        },
        Row {
            criterion: Criterion("performance".to_owned()),
            consensus: consensus(Outcome::Disputed, 1, 1, 0),
            positions: BTreeMap::from([
                ("heron".to_owned(), position(one("Flask"), "c1")),
                ("otter".to_owned(), position(one("Django"), "c4")),
            ]),
            contradictions: 1,
            differences: 0,
        },
    ]
}

fn contradictions() -> Vec<Contradiction> {
    let side = |says: &str, claim: &str| Side { says: says.to_owned(), claims: vec![claim.to_owned()] };
    let contradiction = |id: &str, kind, severity, criterion: &str, sides, why: &str| Contradiction {
        id: id.to_owned(),
        kind,
        severity,
        criterion: Criterion(criterion.to_owned()),
        subject: None,
        scope: None,
        within: false,
        sides,
        why: why.to_owned(),
    };
    vec![
        contradiction(
            "x1",
            Kind::Winner,
            Severity::High,
            "performance",
            vec![side("Django", "c4"), side("Flask", "c1")],
            "otter favours Django, heron favours Flask",
        ),
        contradiction(
            "x2",
            Kind::Tie,
            Severity::Low,
            "learning-curve",
            vec![side("Flask", "c2"), side("even", "c5")],
            "heron favours Flask, otter calls it even: Both take about a week to learn",
        ),
    ]
}
