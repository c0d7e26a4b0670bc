//! `claims.jsonl` and `claims.csv`: one claim a line, by source, then by place.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Number;

use super::csv::{Row, Table};
use super::shelf::Shelf;
use super::{Spreadsheet, fragment};
use crate::claim::{Article, Figure, Form, Verdict};
use crate::matrix::{AlignedClaim, ConsensusMatrix};

/// One JSON object a line.
pub(super) fn jsonl(matrix: &ConsensusMatrix, shelf: &Shelf<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for record in records(matrix, shelf) {
        serde_json::to_writer(&mut bytes, &record).expect("plain data, written to memory");
        bytes.push(b'\n');
    }
    bytes
}

/// The same fields, flat.
pub(super) fn csv(matrix: &ConsensusMatrix, shelf: &Shelf<'_>, spreadsheet: Spreadsheet) -> Vec<u8> {
    let mut table = Table::new(spreadsheet, COLUMNS);
    for record in records(matrix, shelf) {
        table.add(record.row());
    }
    table.finish()
}

/// A fraction to three decimals, as every file has it.
pub(super) fn rounded(fraction: f64) -> f64 {
    (fraction * 1000.0).round() / 1000.0
}

const COLUMNS: [&str; 25] = [
    "id",
    "comparison",
    "source",
    "criterion",
    "criterion_label",
    "subject",
    "rival",
    "verdict",
    "scope",
    "value",
    "unit",
    "form",
    "rule",
    "confidence",
    "quote",
    "prefix",
    "suffix",
    "start",
    "end",
    "bytes_start",
    "bytes_end",
    "line",
    "section",
    "url",
    "joined_from",
];

#[derive(Serialize)]
struct Record<'a> {
    id: &'a str,
    comparison: &'a str,
    source: &'a str,
    criterion: Cow<'a, str>,
    criterion_label: Cow<'a, str>,
    subject: &'a str,
    rival: Option<&'a str>,
    verdict: &'static str,
    scope: Option<Cow<'a, str>>,
    value: Option<Number>,
    unit: Option<&'static str>,
    form: Form,
    rule: &'a str,
    confidence: f64,
    evidence: Evidence<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    joined_from: Option<Cow<'a, str>>,
}

#[derive(Serialize)]
struct Evidence<'a> {
    quote: Cow<'a, str>,
    prefix: Option<&'a str>,
    suffix: Option<&'a str>,
    start: usize,
    end: usize,
    bytes: Option<(usize, usize)>,
    line: Option<usize>,
    section: Vec<Cow<'a, str>>,
    url: Option<String>,
}

fn records<'a>(matrix: &'a ConsensusMatrix, shelf: &Shelf<'a>) -> Vec<Record<'a>> {
    let mut claims: Vec<(&str, &AlignedClaim, &Article)> = Vec::new();
    for comparison in &matrix.comparisons {
        for claim in &comparison.claims {
            if let Some(article) = shelf.article(claim) {
                claims.push((&comparison.name, claim, article));
            }
        }
    }
    claims.sort_by_key(|(comparison, claim, _)| (&claim.source, claim.claim.evidence.span, *comparison, &claim.id));
    let mut places = Characters::default();
    let record = |(comparison, claim, article)| Record::new(comparison, claim, article, shelf, &mut places);
    claims.into_iter().map(record).collect()
}

impl<'a> Record<'a> {
    fn new(
        comparison: &'a str,
        aligned: &'a AlignedClaim,
        article: &'a Article,
        shelf: &Shelf<'a>,
        places: &mut Characters<'a>,
    ) -> Self {
        let claim = &aligned.claim;
        let figure = match claim.verdict {
            Verdict::Value(figure) => Some(figure),
            _ => None,
        };
        Self {
            id: &aligned.id,
            comparison,
            source: &aligned.source,
            criterion: shelf.criterion(&aligned.criterion),
            criterion_label: shelf.label(&claim.criterion.label, &aligned.criterion.0),
            subject: &aligned.subject.0,
            rival: aligned.rival.as_ref().map(|rival| rival.0.as_str()),
            verdict: claim.verdict.name(),
            scope: claim.scope.as_deref().map(|scope| shelf.words(scope)),
            value: figure.and_then(number),
            unit: figure.and_then(|figure| figure.unit.name()),
            form: claim.evidence.form,
            rule: &claim.evidence.rule,
            confidence: rounded(claim.confidence),
            evidence: Evidence::new(aligned, article, shelf, places),
            joined_from: aligned.joined_from.as_deref().map(|slug| shelf.slug(slug)),
        }
    }

    fn row(&self) -> Row {
        let evidence = &self.evidence;
        Row::default()
            .text(self.id)
            .text(self.comparison)
            .text(self.source)
            .text(&self.criterion)
            .text(&self.criterion_label)
            .text(self.subject)
            .maybe(self.rival)
            .text(self.verdict)
            .maybe(self.scope.as_deref())
            .number(self.value.as_ref())
            .maybe(self.unit)
            .text(self.form.name())
            .text(self.rule)
            .number(Some(self.confidence))
            .text(&evidence.quote)
            .maybe(evidence.prefix)
            .maybe(evidence.suffix)
            .number(Some(evidence.start))
            .number(Some(evidence.end))
            .number(evidence.bytes.map(|(start, _)| start))
            .number(evidence.bytes.map(|(_, end)| end))
            .number(evidence.line)
            .text(&evidence.section.join(" > "))
            .maybe(evidence.url.as_deref())
            .maybe(self.joined_from.as_deref())
    }
}

/// Counts the characters before the claims of an article, each from the last one on: claims come in the
/// order of their places, and a long article is not counted anew for each.
#[derive(Default)]
struct Characters<'a> {
    source: &'a str,
    byte: usize,
    count: usize,
}

impl<'a> Characters<'a> {
    fn before(&mut self, source: &'a str, text: &str, byte: usize) -> usize {
        if self.source != source || byte < self.byte {
            *self = Self { source, byte: 0, count: 0 };
        }
        self.count += text[self.byte..byte].chars().count();
        self.byte = byte;
        self.count
    }
}

impl<'a> Evidence<'a> {
    fn new(aligned: &'a AlignedClaim, article: &'a Article, shelf: &Shelf<'a>, places: &mut Characters<'a>) -> Self {
        let document = &article.document;
        let span = aligned.claim.evidence.span;
        let (before, after) = (&document.text[..span.start], &document.text[span.end..]);
        let start = places.before(&document.source.id, &document.text, span.start);
        let headings = document.heading_path(aligned.claim.evidence.section);
        let address = document.source.url.as_deref();
        let shown = shelf.shows_words();
        Self {
            quote: shelf.words(&aligned.quote),
            prefix: shown.then(|| tail(before, AROUND)),
            suffix: shown.then(|| head(after, AROUND)),
            start,
            end: start + document.words(span).chars().count(),
            bytes: document.places.bytes(span),
            line: document.places.line(span),
            section: headings.into_iter().map(|heading| shelf.words(heading)).collect(),
            url: address.map(|address| match shown {
                true => fragment::url(address, before, &aligned.quote, after),
                false => address.to_owned(),
            }),
        }
    }
}

/// How many characters of the surroundings a claim carries on each side.
const AROUND: usize = 32;

fn tail(text: &str, most: usize) -> &str {
    let start = text.char_indices().rev().take(most).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

fn head(text: &str, most: usize) -> &str {
    let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// Whole numbers are written without a point: 2005, not 2005.0.
#[allow(clippy::cast_possible_truncation)]
fn number(figure: Figure) -> Option<Number> {
    let number = figure.number;
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return Some(Number::from(number as i64));
    }
    Number::from_f64(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Unit;

    #[test]
    fn whole_numbers_have_no_point() {
        let number = |number| super::number(Figure { number, unit: Unit::Count }).map(|n| n.to_string());
        assert_eq!(number(2005.0).as_deref(), Some("2005"));
        assert_eq!(number(2.5).as_deref(), Some("2.5"));
        assert_eq!(number(f64::NAN), None);
    }

    #[test]
    fn surroundings_are_counted_in_characters() {
        assert_eq!(tail("äöü", 2), "öü");
        assert_eq!(tail("ä", 2), "ä");
        assert_eq!(tail("", 2), "");
        assert_eq!(head("äöü", 2), "äö");
        assert_eq!(head("ä", 2), "ä");
    }
}
