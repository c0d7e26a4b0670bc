//! `contradictions.jsonl` and `contradictions.csv`: one contradiction a line, the gravest first.
//!
//! The JSON lines have every claim of every side. The spreadsheet has room for the first claim of the
//! first two sides; the places of the others stand in columns of their own, so that nothing is lost.

use std::borrow::Cow;

use serde::Serialize;

use super::csv::{Row, Table};
use super::shelf::Shelf;
use super::{Spreadsheet, gravest_first};
use crate::matrix::{AlignedClaim, Comparison, ConsensusMatrix, Contradiction, Kind, Severity, Side};

/// One JSON object a line.
pub(super) fn jsonl(matrix: &ConsensusMatrix, shelf: &Shelf<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (comparison, contradiction) in gravest_first(matrix) {
        let record = Record::new(comparison, contradiction, shelf);
        serde_json::to_writer(&mut bytes, &record).expect("plain data, written to memory");
        bytes.push(b'\n');
    }
    bytes
}

/// One row for each contradiction, to work through.
pub(super) fn csv(matrix: &ConsensusMatrix, shelf: &Shelf<'_>, spreadsheet: Spreadsheet) -> Vec<u8> {
    let mut table = Table::new(spreadsheet, COLUMNS);
    for (comparison, contradiction) in gravest_first(matrix) {
        let row = Row::default()
            .text(&contradiction.id)
            .text(contradiction.kind.name())
            .text(contradiction.severity.name())
            .text(&comparison.name)
            .text(&shelf.criterion(&contradiction.criterion))
            .maybe(contradiction.subject.as_ref().map(|subject| subject.0.as_str()))
            .maybe(contradiction.scope.as_deref().map(|scope| shelf.words(scope)).as_deref())
            .text(if contradiction.within { "true" } else { "false" });
        let row = (0..2).fold(row, |row, side| add_side(row, comparison, contradiction.sides.get(side), shelf));
        table.add(
            row.text(&more_sides(comparison, &contradiction.sides, shelf))
                .text(&why(contradiction, shelf))
                .text(REVIEW),
        );
    }
    table.finish()
}

/// The sentence that says why; where no words may be shown, one that cites none.
pub(super) fn why<'a>(contradiction: &'a Contradiction, shelf: &Shelf<'_>) -> Cow<'a, str> {
    if shelf.shows_words() {
        return Cow::Borrowed(&contradiction.why);
    }
    Cow::Borrowed(match contradiction.kind {
        Kind::Winner => "different subjects are named the winner",
        Kind::Tie => "one side names a winner, the other calls it even",
        Kind::Polarity => "one side calls it a strength, the other a weakness",
        Kind::Value => "the figures cannot both hold",
        Kind::Suitability => "one side recommends it, the other advises against it",
    })
}

/// The claims of a side that stand in the comparison.
pub(super) fn claims<'a>(comparison: &'a Comparison, side: &'a Side) -> impl Iterator<Item = &'a AlignedClaim> {
    side.claims.iter().filter_map(|id| comparison.claim(id))
}

/// What a person has said of the contradiction; nobody has been asked yet.
const REVIEW: &str = "open";

const COLUMNS: [&str; 21] = [
    "id",
    "kind",
    "severity",
    "comparison",
    "criterion",
    "subject",
    "scope",
    "within",
    "side_a",
    "source_a",
    "line_a",
    "quote_a",
    "others_a",
    "side_b",
    "source_b",
    "line_b",
    "quote_b",
    "others_b",
    "more_sides",
    "why",
    "review",
];

#[derive(Serialize)]
struct Record<'a> {
    id: &'a str,
    kind: Kind,
    severity: Severity,
    comparison: &'a str,
    criterion: Cow<'a, str>,
    subject: Option<&'a str>,
    scope: Option<Cow<'a, str>>,
    within: bool,
    sides: Vec<SideRecord<'a>>,
    why: Cow<'a, str>,
    review: &'static str,
}

#[derive(Serialize)]
struct SideRecord<'a> {
    says: Cow<'a, str>,
    claims: Vec<Cited<'a>>,
}

#[derive(Serialize)]
struct Cited<'a> {
    id: &'a str,
    source: &'a str,
    line: Option<usize>,
    quote: Cow<'a, str>,
}

impl<'a> Record<'a> {
    fn new(comparison: &'a Comparison, contradiction: &'a Contradiction, shelf: &Shelf<'a>) -> Self {
        let cited = |claim: &'a AlignedClaim| Cited {
            id: &claim.id,
            source: &claim.source,
            line: shelf.line(claim),
            quote: shelf.words(&claim.quote),
        };
        let side = |side: &'a Side| SideRecord {
            says: shelf.says(&side.says, comparison),
            claims: claims(comparison, side).map(cited).collect(),
        };
        Self {
            id: &contradiction.id,
            kind: contradiction.kind,
            severity: contradiction.severity,
            comparison: &comparison.name,
            criterion: shelf.criterion(&contradiction.criterion),
            subject: contradiction.subject.as_ref().map(|subject| subject.0.as_str()),
            scope: contradiction.scope.as_deref().map(|scope| shelf.words(scope)),
            within: contradiction.within,
            sides: contradiction.sides.iter().map(side).collect(),
            why: why(contradiction, shelf),
            review: REVIEW,
        }
    }
}

/// The columns of one side: what it says, its first claim, and the places of the others.
pub(super) fn add_side(row: Row, comparison: &Comparison, side: Option<&Side>, shelf: &Shelf<'_>) -> Row {
    let says = side.map(|side| shelf.says(&side.says, comparison));
    let cited: Vec<&AlignedClaim> = side.into_iter().flat_map(|side| claims(comparison, side)).collect();
    let first = cited.first();
    let others: Vec<String> = cited.iter().skip(1).map(|claim| shelf.place(claim)).collect();
    row.maybe(says.as_deref())
        .maybe(first.map(|claim| claim.source.as_str()))
        .number(first.and_then(|claim| shelf.line(claim)))
        .maybe(first.map(|claim| shelf.words(&claim.quote)).as_deref())
        .text(&others.join("; "))
}

/// The sides beyond the second, with the places of their claims.
pub(super) fn more_sides(comparison: &Comparison, sides: &[Side], shelf: &Shelf<'_>) -> String {
    let side = |side: &Side| {
        let places: Vec<String> = claims(comparison, side).map(|claim| shelf.place(claim)).collect();
        format!("{} ({})", shelf.says(&side.says, comparison), places.join(", "))
    };
    sides.iter().skip(2).map(side).collect::<Vec<_>>().join("; ")
}
