//! `gainsay explain`: one row of the matrix, with the words that it rests on.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::{Result, bail};
use gainsay::matrix::{AlignedClaim, Basis, Comparison, Criterion, Outcome, Row};

use crate::args::Explain;
use crate::table::{dim, style_of, styled};
use crate::{Reading, Status, console, draw, pipeline, run};

/// Shows who says what on one criterion, in each comparison that has it.
pub(crate) fn explain(args: &Explain) -> Result<Status> {
    let reading = pipeline(&args.input)?;
    let status = console::report_problems(&reading, &args.input);
    let wanted = wanted(&args.criterion, &reading);
    let mut text = String::new();
    for comparison in &reading.matrix.comparisons {
        if criteria(comparison).contains(&wanted) {
            text += &explained(&wanted, comparison, &reading);
        }
    }
    if text.is_empty() {
        bail!("{}", unknown(&args.criterion, &reading));
    }
    console::print(&text)?;
    Ok(status)
}

/// The criterion that the user means: by its slug, by a name that the lexicon knows, or by an article's own label.
fn wanted(typed: &str, reading: &Reading) -> Criterion {
    let slug = slug(typed);
    let all: BTreeSet<&Criterion> = reading.matrix.comparisons.iter().flat_map(criteria).collect();
    let known = reading.lexicon.criterion(typed).map(str::to_owned);
    let claims = reading.matrix.comparisons.iter().flat_map(|one| &one.claims);
    let by_label = || {
        let same = |claim: &&AlignedClaim| self::slug(&claim.claim.criterion.label) == slug;
        claims.clone().find(same).map(|claim| claim.criterion.0.clone())
    };
    let has = |name: &String| all.contains(&Criterion(name.clone()));
    Criterion([Some(slug.clone()), known].into_iter().flatten().find(has).or_else(by_label).unwrap_or(slug))
}

fn slug(name: &str) -> String {
    let words: Vec<String> =
        name.split(|letter: char| !letter.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
    words.join("-")
}

/// All criteria on which a comparison has a row or a claim.
fn criteria(comparison: &Comparison) -> BTreeSet<&Criterion> {
    let rows = comparison.rows.iter().map(|row| &row.criterion);
    rows.chain(comparison.claims.iter().map(|claim| &claim.criterion)).collect()
}

fn explained(criterion: &Criterion, comparison: &Comparison, reading: &Reading) -> String {
    let row = comparison.rows.iter().find(|row| row.criterion == *criterion);
    let mut text =
        format!("{}\n", styled(&format!("{}: {}", comparison.name, criterion.0), anstyle::Style::new().bold()));
    if let Some(row) = row {
        let consensus = &row.consensus;
        let sure = match consensus.outcome {
            Outcome::Insufficient => "fewer than two independent sources speak".to_owned(),
            _ => format!("{} sure", consensus.percent()),
        };
        let _ = writeln!(
            text,
            "consensus: {} ({sure}; {} for, {} against, {} even; {})",
            consensus.outcome.cell(),
            consensus.support,
            consensus.dissent,
            consensus.ties,
            run::count(row.contradictions, "contradiction")
        );
    } else {
        text += "no consensus: no source sets the subjects against each other here\n";
    }
    for source in &comparison.sources {
        let said = comparison.claims.iter().filter(|claim| claim.criterion == *criterion && claim.source == source.id);
        let said: Vec<&AlignedClaim> = said.collect();
        if !said.is_empty() {
            let _ = writeln!(text, "\n{}: {}", source.id, position(row, &source.id));
            said.iter().for_each(|claim| text += &cited(claim, comparison, reading));
        }
    }
    text + "\n"
}

fn position(row: Option<&Row>, source: &str) -> String {
    match row.and_then(|row| row.positions.get(source)) {
        None => "no position".to_owned(),
        Some(position) => {
            let stake = position.own_stake.then_some("its publisher's own");
            let notes: Vec<&str> =
                (position.basis == Basis::Implied).then_some("implied").into_iter().chain(stake).collect();
            let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
            position.favours.cell().to_owned() + &notes
        }
    }
}

fn cited(claim: &AlignedClaim, comparison: &Comparison, reading: &Reading) -> String {
    let says = match (claim.claim.verdict.name(), &claim.rival) {
        (verdict @ ("better" | "worse"), Some(rival)) => format!("{verdict} than {}", rival.0),
        ("equal", Some(rival)) => format!("level with {}", rival.0),
        (verdict, _) => verdict.to_owned(),
    };
    let scope = claim.claim.scope.as_ref().map(|scope| format!(" ({scope})")).unwrap_or_default();
    let article = reading.articles.iter().find(|one| one.document.source.id == claim.source);
    let place = article.map(|one| draw::place(claim, &one.document)).unwrap_or_default();
    let subject = styled(&claim.subject.0, style_of(&claim.subject, comparison));
    let quote = claim.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let quote = quote.replace(char::is_control, "\u{FFFD}");
    format!("  {subject} {says}{scope}\n    “{quote}”\n    {}\n", styled(&place, dim()))
}

/// What there is instead of a criterion that nothing goes by.
fn unknown(typed: &str, reading: &Reading) -> String {
    let wanted = slug(typed);
    let all: BTreeSet<&str> =
        reading.matrix.comparisons.iter().flat_map(criteria).map(|criterion| criterion.0.as_str()).collect();
    let mut near: Vec<(usize, &str)> = all.iter().map(|name| (distance(&wanted, name), *name)).collect();
    near.sort_unstable();
    let close: Vec<String> = near
        .iter()
        .filter(|(distance, name)| *distance <= wanted.len() / 3 || name.contains(&wanted) || wanted.contains(*name))
        .take(3)
        .map(|(_, name)| format!("`{name}`"))
        .collect();
    if !close.is_empty() {
        return format!("no row `{typed}`; did you mean {}?", close.join(" or "));
    }
    if all.is_empty() {
        return format!("no row `{typed}`: the articles make no claims");
    }
    format!("no row `{typed}`; the rows are {}", all.into_iter().collect::<Vec<_>>().join(", "))
}

/// How many letters have to be put in, left out, changed or swapped with the next (Damerau 1964, restricted).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = change.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_source_is_shown_with_its_words() {
        let reading = Reading::of_sample();
        let wanted = wanted("Learning Curve", &reading);
        let text = explained(&wanted, &reading.matrix.comparisons[0], &reading);
        insta::assert_snapshot!(anstream::adapter::strip_str(&text).to_string());
    }

    #[test]
    fn a_label_of_an_article_finds_its_row() {
        assert_eq!(wanted("raw speed / throughput", &Reading::of_sample()).0, "performance");
    }

    #[test]
    fn a_near_spelling_is_suggested() {
        let reading = Reading::of_sample();
        assert_eq!(unknown("perfomance", &reading), "no row `perfomance`; did you mean `performance`?");
        assert_eq!(unknown("learning", &reading), "no row `learning`; did you mean `learning-curve`?");
        assert_eq!(unknown("qqq", &reading), "no row `qqq`; the rows are learning-curve, performance, release-year");
    }

    #[test]
    fn a_swap_counts_once() {
        assert_eq!(distance("perfromance", "performance"), 1);
        assert_eq!(distance("", "abc"), 3);
    }
}
