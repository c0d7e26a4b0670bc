//! Contradictions drawn as a compiler draws errors: the words of each side, underlined where they stand.
//!
//! The snippet is the sentence around the quote, on one line: articles have lines as long as paragraphs, and
//! what a reader wants to judge is the sentence.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use gainsay::claim::Article;
use gainsay::document::Document;
use gainsay::matrix::{AlignedClaim, Comparison, Contradiction, Severity};
use gainsay::report;
use gainsay::span::Span;

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
/// Longer surroundings of a quote are cut, in characters on each side.
const AROUND: usize = 60;

fn drawn(comparison: &Comparison, contradiction: &Contradiction, articles: &[Article]) -> String {
    let level = match contradiction.severity {
        Severity::High => Level::ERROR,
        Severity::Medium => Level::WARNING,
        _ => Level::NOTE,
    };
    let about = contradiction.subject.as_ref().map(|subject| format!(" of {}", subject.0)).unwrap_or_default();
    let title = format!("{}{about}: {}", contradiction.criterion.0, contradiction.why);
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
        let (line, quote) = excerpt(self.document, self.claim.claim.evidence.span);
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

/// The sentence around a quote as one line, and where the quote stands in it.
fn excerpt(document: &Document, quote: Span) -> (String, Range<usize>) {
    let block = document.blocks.iter().find(|block| block.span.contains(quote));
    let sentence = block.and_then(|block| block.sentences.iter().find(|sentence| sentence.contains(quote)));
    let around = sentence.copied().or(block.map(|block| block.span)).unwrap_or_else(|| line_of(document, quote));
    let before = one_line(cut_left(&document.text[around.start..quote.start]));
    let words = one_line(document.words(quote));
    let after = one_line(cut_right(&document.text[quote.end..around.end]));
    let range = before.len()..before.len() + words.len();
    (before + &words + &after, range)
}

/// The line of the text, where no block holds the quote.
fn line_of(document: &Document, quote: Span) -> Span {
    let start = document.text[..quote.start].rfind('\n').map_or(0, |at| at + 1);
    let end = document.text[quote.end..].find('\n').map_or(document.text.len(), |at| quote.end + at);
    Span::new(start, end)
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

/// The end of what stands before a quote, from a word on.
fn cut_left(text: &str) -> &str {
    let Some((at, _)) = text.char_indices().rev().nth(AROUND) else { return text };
    let word = text[at..].find(' ').map_or(at, |space| at + space + 1);
    &text[word..]
}

/// The beginning of what stands after a quote, up to a word.
fn cut_right(text: &str) -> &str {
    let Some((at, _)) = text.char_indices().nth(AROUND) else { return text };
    &text[..text[..at].rfind(' ').unwrap_or(at)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

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

    #[test]
    fn long_surroundings_are_cut_at_words() {
        let long = "word ".repeat(40);
        assert!(cut_left(&long).len() <= AROUND && cut_left(&long).starts_with("word"));
        assert!(cut_right(&long).len() <= AROUND && cut_right(&long).ends_with("word"));
        assert_eq!(sample::articles().len(), 3);
    }
}
