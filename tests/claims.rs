//! What is claimed: one snapshot per article of `tests/corpus/claims`, each named after the point it
//! makes. A claim is drawn under the words that prove it.

use std::fmt::Write;

use gainsay::claim::{Article, Claim, Verdict};
use gainsay::lexicon::Lexicon;
use gainsay::{extract, read};

#[test]
fn articles_make_their_claims() {
    let lexicon = Lexicon::builtin();
    insta::glob!("corpus/claims/*.{txt,md}", |path| {
        let bytes = std::fs::read(path).unwrap();
        let document = read::bytes(Path::new(path.file_name().unwrap()), &bytes).unwrap();
        let roster = extract::rosters(std::slice::from_ref(&document), &lexicon).remove(0);
        let article = extract::claims(document, roster, &lexicon);
        insta::assert_snapshot!(draw(&article));
    });
}

/// The lines of the article, with the claims of each beneath it.
fn draw(article: &Article) -> String {
    let mut out = String::new();
    let mut start = 0;
    for line in article.document.text.split('\n') {
        let end = start + line.len();
        let claims = article.claims.iter().filter(|claim| (start..end).contains(&claim.evidence.span.start));
        if !line.is_empty() {
            let _ = writeln!(out, "  {line}");
        }
        for claim in claims {
            let quote = claim.evidence.span.of(&article.document.text);
            let before = &line[..claim.evidence.span.start - start];
            let indent = " ".repeat(before.chars().count() + 2);
            let _ = writeln!(out, "{indent}{}", "^".repeat(quote.chars().count()));
            let _ = writeln!(out, "{indent}{}", said(claim));
        }
        start = end + 1;
    }
    out
}

/// `better Corvid > Pelham [performance] {condition}`
fn said(claim: &Claim) -> String {
    let verdict = match claim.verdict {
        Verdict::Value(figure) => {
            let unit = figure.unit.name().map(|unit| format!(" {unit}")).unwrap_or_default();
            format!("value {}{unit}", figure.number)
        }
        verdict => verdict.name().to_owned(),
    };
    let rival = claim.rival.as_ref().map(|rival| format!(" > {}", rival.name)).unwrap_or_default();
    let scope = claim.scope.as_ref().map(|scope| format!(" {{{scope}}}")).unwrap_or_default();
    format!("{verdict} {}{rival} [{}]{scope}", claim.subject.name, claim.criterion.slug)
}
