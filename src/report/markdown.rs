//! `contradictions.md`: the contradictions for reading and review, both quotes side by side.

use std::fmt::Write as _;

use super::contradictions::{claims, why};
use super::gravest_first;
use super::shelf::Shelf;
use crate::matrix::{AlignedClaim, Comparison, ConsensusMatrix, Contradiction, Severity};

/// A heading and a table for each contradiction, the gravest first.
pub(super) fn contradictions(matrix: &ConsensusMatrix, shelf: &Shelf<'_>) -> Vec<u8> {
    let all = gravest_first(matrix);
    let mut page = header(matrix, &all);
    for (number, (comparison, contradiction)) in all.into_iter().enumerate() {
        section(&mut page, number + 1, comparison, contradiction, shelf);
    }
    stale(&mut page, matrix, shelf);
    copies(&mut page, matrix);
    page.into_bytes()
}

/// Words as GitHub's Markdown shows them letter for letter, also in a cell of a table.
pub(super) fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !text.is_empty() {
            text.push(' ');
        }
        for letter in word.chars() {
            if r"\`*_[]<>|~&$#".contains(letter) {
                text.push('\\');
            }
            text.push(letter);
        }
    }
    text
}

/// More claims than these on one side are counted, not quoted.
const MOST: usize = 5;

fn header(matrix: &ConsensusMatrix, all: &[(&Comparison, &Contradiction)]) -> String {
    let mut page = String::from("# Contradictions\n\n");
    if all.is_empty() {
        page += "None: no two claims were found that cannot both be right.\n";
        return page;
    }
    page += "Claims that cannot both be right in the same scope, the gravest first.\n\n";
    page += "| comparison | articles | independent | alpha | high | medium | low |\n";
    page += "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";
    for comparison in matrix.comparisons.iter().filter(|one| !one.contradictions.is_empty()) {
        let count = |grave| comparison.contradictions.iter().filter(|one| one.severity == grave).count();
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} | {} | {} | {} |",
            escaped(&comparison.name),
            comparison.sources.len(),
            comparison.independent,
            comparison.alpha.map_or_else(|| "·".to_owned(), |alpha| format!("{alpha:.2}")),
            count(Severity::High),
            count(Severity::Medium),
            count(Severity::Low)
        );
    }
    page += "\nAlpha says how far the independent articles agree over all criteria (Krippendorff): 1 is agreement, 0 what chance\n\
             would give.\n";
    let silent = matrix.comparisons.iter().filter(|one| one.contradictions.is_empty()).count();
    match silent {
        0 => {}
        1 => page += "\nOne more comparison has none.\n",
        _ => page += &format!("\n{silent} more comparisons have none.\n"),
    }
    page
}

/// The articles whose own dates contradict each other.
fn stale(page: &mut String, matrix: &ConsensusMatrix, shelf: &Shelf<'_>) {
    let mut stale =
        matrix.comparisons.iter().flat_map(|one| one.stale.iter().map(move |stale| (one, stale))).peekable();
    if stale.peek().is_none() {
        return;
    }
    page.push_str("\n## Stale articles\n\nThey give a date of today and tell how things stood long before.\n\n");
    for (comparison, stale) in stale {
        let place = comparison.claim(&stale.claim).map(|claim| shelf.place(claim)).unwrap_or_default();
        let (source, date, place) = (escaped(&stale.source), escaped(&stale.date), escaped(&place));
        let _ = writeln!(page, "- {source}: dated {date}, speaks as of {} ({place})", stale.as_of);
    }
}

/// The articles that have no voice of their own.
fn copies(page: &mut String, matrix: &ConsensusMatrix) {
    if matrix.copies.is_empty() {
        return;
    }
    page.push_str("\n## Copies\n\nArticles that share their words are one voice, however many they are.\n\n");
    for copy in &matrix.copies {
        let (source, original) = (escaped(&copy.source), escaped(&copy.original));
        let _ = writeln!(page, "- {source}: repeats {original} ({:.0}% of the shorter)", (copy.share * 100.0).floor());
    }
}

fn section(page: &mut String, number: usize, comparison: &Comparison, one: &Contradiction, shelf: &Shelf<'_>) {
    let criterion = shelf.criterion(&one.criterion);
    let about = one.subject.as_ref().map(|subject| format!(" of {}", escaped(&subject.0))).unwrap_or_default();
    let _ = writeln!(
        page,
        "\n## {number}. {}{about} ({}, {})\n",
        escaped(&criterion),
        one.kind.name(),
        one.severity.name()
    );
    let _ = writeln!(page, "{}: {}", escaped(&comparison.name), escaped(&why(one, shelf)));
    if let Some(scope) = &one.scope {
        let _ = writeln!(page, "\nBoth sides speak of: {}", escaped(&shelf.words(scope)));
    }
    if one.within {
        page.push_str("\nOne source contradicts itself.\n");
    }
    let says: Vec<String> = one.sides.iter().map(|side| escaped(&shelf.says(&side.says, comparison))).collect();
    let sides: Vec<Vec<&AlignedClaim>> = one.sides.iter().map(|side| claims(comparison, side).collect()).collect();
    let _ = writeln!(page, "\n| {} |\n|{}", says.join(" | "), " --- |".repeat(says.len()));
    for line in 0..sides.iter().map(Vec::len).max().unwrap_or(0).min(MOST) {
        let cells: Vec<String> =
            sides.iter().map(|side| side.get(line).map(|claim| cell(claim, shelf)).unwrap_or_default()).collect();
        let _ = writeln!(page, "| {} |", cells.join(" | "));
    }
    let left: Vec<String> = sides
        .iter()
        .map(|side| if side.len() > MOST { format!("… and {} more", side.len() - MOST) } else { String::new() })
        .collect();
    if left.iter().any(|cell| !cell.is_empty()) {
        let _ = writeln!(page, "| {} |", left.join(" | "));
    }
    let _ = writeln!(page, "\nReview: open (`{}`)", one.id);
}

fn cell(claim: &AlignedClaim, shelf: &Shelf<'_>) -> String {
    let quote = escaped(&shelf.words(&claim.quote));
    let stake = shelf.article(claim).map(|article| article.document.source.stake.join(", ")).unwrap_or_default();
    let stake = if stake.is_empty() { String::new() } else { format!(" (has a stake in {stake})") };
    let place = escaped(&(shelf.place(claim) + &stake));
    if shelf.shows_words() { format!("“{quote}”<br>{place}") } else { format!("{quote}<br>{place}") }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    use super::*;

    proptest! {
        #[test]
        fn a_cell_shows_the_words_letter_for_letter(words in "(\\PC|[-|*_`<>&#$~\\[\\]!\\\\\n]){0,40}") {
            let page = format!("| a |\n| --- |\n| x{} |\n", escaped(&words));
            let mut in_body = false;
            let mut shown = String::new();
            for event in Parser::new_ext(&page, pulldown_cmark::Options::all() - SMART) {
                match event {
                    Event::End(TagEnd::TableHead) => in_body = true,
                    Event::Text(text) if in_body => shown.push_str(&text),
                    Event::Start(Tag::TableRow | Tag::TableCell) | Event::End(_) => {}
                    other => prop_assert!(!in_body, "{other:?} in {page}"),
                }
            }
            let folded = words.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(shown, format!("x{folded}"));
        }
    }

    /// What GitHub does not do.
    const SMART: pulldown_cmark::Options = pulldown_cmark::Options::ENABLE_SMART_PUNCTUATION
        .union(pulldown_cmark::Options::ENABLE_SUPERSCRIPT)
        .union(pulldown_cmark::Options::ENABLE_SUBSCRIPT);

    #[test]
    fn pipes_and_line_breaks_do_not_break_the_table() {
        assert_eq!(escaped("a|b\r\nc *d* <e>"), r"a\|b c \*d\* \<e\>");
    }
}
