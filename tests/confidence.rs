//! How sure a claim is: what the table says, and nothing that a reader would not expect.
#![allow(clippy::expect_used)]

use std::path::Path;

use gainsay::claim::{Article, Claim};
use gainsay::confidence::{Sign, Signs, Surroundings, Table};
use gainsay::lexicon::Lexicon;
use gainsay::{extract, read};

fn article(text: &str) -> Article {
    let lexicon = Lexicon::builtin();
    let document = read::bytes(Path::new("example.md"), text.as_bytes()).expect("an article");
    let roster = extract::rosters(std::slice::from_ref(&document), &lexicon).remove(0);
    extract::claims(document, roster, &lexicon)
}

const ARTICLE: &str = "# Marlin vs Kestrel

## Speed

The new Kestrel mill has many parts that some people call fast enough for what they do in a usual week of work.

Winner: Marlin

## Pros of Kestrel

- Low price
- Fewer spare parts

## Use

Choose Marlin for quick jobs. Kestrel is cheaper than Marlin.
";

fn by_rule<'a>(article: &'a Article, rule: &str) -> &'a Claim {
    let mut claims = article.claims.iter();
    claims.find(|claim| claim.evidence.rule == rule).unwrap_or_else(|| panic!("a claim by {rule}"))
}

#[test]
fn every_claim_is_as_sure_as_the_table_says() {
    let (article, lexicon) = (article(ARTICLE), Lexicon::builtin());
    assert!(article.claims.len() > 4, "{:?}", article.claims);
    let around = Surroundings::of(&article.claims, &article.document, &article.roster, &lexicon);
    for claim in &article.claims {
        assert!((0.01..=0.99).contains(&claim.confidence), "{claim:?}");
        let said = Table::builtin().confidence(&around.signs(claim));
        assert!((claim.confidence - said).abs() < 1e-12, "{claim:?} is not {said}");
    }
}

#[test]
fn a_winner_line_is_surer_than_praise_between_the_lines() {
    let article = article(ARTICLE);
    let winner = by_rule(&article, "winner-line").confidence;
    let point = by_rule(&article, "pro").confidence;
    let praise = article.claims.iter().find(|claim| claim.verdict.name() == "strength" && claim.evidence.rule != "pro");
    let praise = praise.expect("praise in prose").confidence;
    assert!(winner > praise && point > praise, "winner line {winner}, point {point}, praise {praise}");
}

#[test]
fn a_known_criterion_is_surer_than_one_in_the_articles_own_words() {
    let [known, own] = ["Price", "Hinge play"].map(|point| {
        let article = article(&format!("# Marlin vs Kestrel\n\n## Pros of Kestrel\n\n- {point}\n- Great {point}\n"));
        article.claims.first().expect("a point").confidence
    });
    assert!(known > own, "known {known}, own {own}");
}

#[test]
fn the_table_reads_as_it_is_written() {
    let table = Table::builtin();
    let again: Table = toml::from_str(&table.to_toml()).expect("well formed");
    assert_eq!(&again, table);
    for group in ["also", "criterion", "form", "rule", "verdict", "words"] {
        assert!(table.signs.contains_key(group), "lexicon/confidence.toml has no [{group}]");
    }
}

#[test]
fn a_rule_that_the_table_has_never_seen_is_believed_as_its_kind_is() {
    let signs = |rules: &[&str]| {
        let rules = rules.iter().map(|rule| Sign { group: "rule", name: (*rule).to_owned() });
        let form = Sign { group: "form", name: "table".to_owned() };
        Signs { has: rules.chain([form]).collect(), field: 0.0 }
    };
    let table = Table::builtin();
    assert!((table.confidence(&signs(&["our-own-rule"])) - table.confidence(&signs(&[]))).abs() < 1e-12);
    // However much speaks for or against it, nothing is certain.
    for field in [-1e6, 1e6] {
        let sure = table.confidence(&Signs { field, ..signs(&[]) });
        assert!((0.01..=0.99).contains(&sure), "{sure}");
    }
}
