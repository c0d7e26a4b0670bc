//! Contradictions drawn as a compiler draws errors: the words of each side, underlined where they stand.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use gainsay::claim::Article;
use gainsay::document::Document;
use gainsay::matrix::{AlignedClaim, Comparison, Contradiction, Severity};
use gainsay::report;

use crate::excerpt::excerpt;
use crate::{Reading, console};

/// The contradictions that are at least as grave as `least`, the gravest first, `most` of them at most.
pub(crate) fn contradictions(reading: &Reading, least: Severity, most: usize) -> String {
    let all: Vec<_> = report::gravest_first(&reading.matrix).into_iter().filter(|(_, c)| c.severity >= least).collect();
    let mut text = String::new();
    for (comparison, contradiction) in all.iter().take(most) {
        text += &drawn(comparison, contradiction, &reading.articles);
        text += "\n\n";
    }
    if all.len() > most {
        text += &format!("… and {} more in contradictions.md\n\n", all.len() - most);
    }
    text
}

/// More claims than these on one side are named, not drawn.
const MOST_CLAIMS: usize = 2;
/// The columns that the drawing needs beside the words: a line number and its frame.
const FRAME: usize = 10;

fn drawn(comparison: &Comparison, contradiction: &Contradiction, articles: &[Article]) -> String {
    let level = match contradiction.severity {
        Severity::High => Level::ERROR,
        Severity::Medium => Level::WARNING,
        _ => Level::NOTE,
    };
    let about = contradiction.subject.as_ref().map(|subject| format!(" of {}", subject.0)).unwrap_or_default();
    let criterion = &contradiction.criterion.0;
    let why = contradiction
        .why
        .strip_prefix(&format!("on {criterion}{about}, "))
        .or_else(|| contradiction.why.strip_prefix(&format!("on {criterion}, ")))
        .unwrap_or(&contradiction.why);
    let title = format!("{criterion}{about}: {why}");
    let title = level.with_name("contradiction").primary_title(title).id(contradiction.kind.name());
    let mut group = Group::with_title(title);
    for (number, side) in contradiction.sides.iter().enumerate() {
        let kind = if number == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let claims: Vec<Found<'_>> =
            side.claims.iter().filter_map(|id| Found::new(comparison.claim(id)?, articles)).collect();
        for found in claims.iter().take(MOST_CLAIMS) {
            group = group.element(found.snippet(kind, &side.says));
        }
        let left: Vec<String> = claims.iter().skip(MOST_CLAIMS).map(Found::place).collect();
        if !left.is_empty() {
            group = group.element(Level::NOTE.message(format!("{} also at {}", side.says, left.join(", "))));
        }
    }
    let severity = Level::NOTE.with_name("severity").message(severity(contradiction));
    group = group.element(severity);
    if let Some(scope) = &contradiction.scope {
        group = group.element(Level::NOTE.message(format!("both sides speak of: {scope}")));
    }
    renderer().render(&[group]).lines().map(without_column).collect::<Vec<_>>().join("\n")
}

/// A line that names a file and a line keeps them, and loses the column: a column of an excerpt leads astray.
fn without_column(line: &str) -> &str {
    let plain = anstream::adapter::strip_str(line).to_string();
    let names_a_file = plain.trim_start().starts_with("--> ") || plain.trim_start().starts_with("::: ");
    match plain.rsplit_once(':').filter(|_| names_a_file) {
        Some((_, column)) => line.rfind(&format!(":{column}")).map_or(line, |at| &line[..at]),
        None => line,
    }
}

fn severity(contradiction: &Contradiction) -> &'static str {
    match contradiction.severity {
        Severity::High => "high",
        Severity::Medium => "medium",
        _ => "low",
    }
}

fn renderer() -> Renderer {
    Renderer::styled().decor_style(DecorStyle::Ascii).term_width(console::width())
}

/// A claim with the article that it stands in.
struct Found<'a> {
    claim: &'a AlignedClaim,
    document: &'a Document,
}

impl<'a> Found<'a> {
    fn new(claim: &'a AlignedClaim, articles: &'a [Article]) -> Option<Self> {
        let document = articles.iter().map(|one| &one.document).find(|one| one.source.id == claim.source)?;
        Some(Self { claim, document })
    }

    fn line(&self) -> Option<usize> {
        self.document.places.line(self.claim.claim.evidence.span)
    }

    fn place(&self) -> String {
        place(self.claim, self.document)
    }

    fn snippet(&self, kind: AnnotationKind, says: &str) -> Snippet<'a, Annotation<'a>> {
        let room = console::width().saturating_sub(FRAME + says.len());
        let (line, quote) = excerpt(self.document, self.claim.claim.evidence.span, room);
        Snippet::source(line)
            .path(self.document.source.origin.display().to_string())
            .line_start(self.line().unwrap_or(1))
            .annotation(kind.span(quote).label(says.to_owned()))
    }
}

/// Where a claim stands, so that an editor can open it: `sources/a.md:12`.
pub(crate) fn place(claim: &AlignedClaim, document: &Document) -> String {
    let path = document.source.origin.display();
    match document.places.line(claim.claim.evidence.span) {
        Some(line) => format!("{path}:{line}"),
        None => path.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_are_drawn_with_their_places() {
        let reading = Reading::of_sample();
        let text = anstream::adapter::strip_str(&contradictions(&reading, Severity::Low, 20)).to_string();
        insta::assert_snapshot!(text);
    }

    #[test]
    fn what_is_not_drawn_is_counted() {
        let text = contradictions(&Reading::of_sample(), Severity::Low, 1);
        assert!(text.ends_with("… and 1 more in contradictions.md\n\n"));
        assert!(!contradictions(&Reading::of_sample(), Severity::High, 20).contains("learning-curve"));
    }
}
