//! The reports, on a run made by hand.

mod sample;

use std::collections::BTreeSet;

use gainsay::matrix::Outcome;
use gainsay::report::{self, Options, Quotes, Spreadsheet};

fn files(options: Options) -> Vec<(String, String)> {
    let text = |bytes| String::from_utf8(bytes).expect("reports are UTF-8");
    let files = report::files(&sample::matrix(), &sample::articles(), &options);
    files.into_iter().map(|(name, bytes)| (name, text(bytes))).collect()
}

fn file(name: &str) -> String {
    files(Options::default()).into_iter().find(|(other, _)| other == name).expect("the report is written").1
}

#[test]
fn each_report_is_as_it_was() {
    for (name, text) in files(Options::default()) {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("report-{}", name.replace('.', "-")), text);
        });
    }
}

#[test]
fn the_picture_is_as_it_was() {
    let picture = report::picture(&sample::matrix(), &sample::articles(), &Options::default());
    insta::assert_snapshot!(String::from_utf8(picture).unwrap());
}

#[test]
fn a_row_with_too_few_sources_names_no_winner() {
    let mut matrix = sample::matrix();
    for row in &mut matrix.comparisons[0].rows {
        row.consensus.outcome = Outcome::Insufficient;
    }
    let picture = report::picture(&matrix, &sample::articles(), &Options::default());
    let picture = String::from_utf8(picture).unwrap();
    assert_eq!(picture.matches("too few sources").count(), matrix.comparisons[0].rows.len());
    let files = report::files(&matrix, &sample::articles(), &Options::default());
    let (_, csv) = files.into_iter().find(|(name, _)| name == "matrix.csv").expect("the matrix");
    let mut reader = csv::Reader::from_reader(&csv[..]);
    assert!(reader.records().all(|record| &record.unwrap()[2] == "insufficient"));
}

#[test]
fn a_stake_is_shown_beside_the_articles_words() {
    let mut articles = sample::articles();
    let mut matrix = sample::matrix();
    articles[0].document.source.stake = vec!["Flask".to_owned()];
    matrix.comparisons[0].sources[0].stake = vec!["Flask".to_owned()];
    let files = report::files(&matrix, &articles, &Options::default());
    let text = |name: &str| {
        let (_, bytes) = files.iter().find(|(other, _)| other == name).expect("the report is written");
        String::from_utf8(bytes.clone()).expect("reports are UTF-8")
    };
    assert!(text("contradictions.md").contains("heron:5 (has a stake in Flask)"));
    let sources = text("sources.csv");
    let mut reader = csv::Reader::from_reader(sources.as_bytes());
    let at = reader.headers().unwrap().iter().position(|name| name == "stake").expect("a column");
    assert_eq!(&reader.records().next().unwrap().unwrap()[at], "Flask");
    let picture = report::picture(&matrix, &articles, &Options::default());
    assert!(String::from_utf8(picture).unwrap().contains("* has a stake"));
}

#[test]
fn a_claim_points_at_its_words() {
    let jsonl = file("claims.jsonl");
    let texts = [("heron", sample::HERON), ("otter", sample::OTTER)];
    assert_eq!(jsonl.lines().count(), 5);
    for line in jsonl.lines() {
        let claim: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = texts.iter().find(|(id, _)| claim["source"] == *id).unwrap().1;
        let evidence = &claim["evidence"];
        let at = |key: &str| usize::try_from(evidence[key].as_u64().unwrap()).unwrap();
        let quote: String = text.chars().take(at("end")).skip(at("start")).collect();
        assert_eq!(evidence["quote"], quote.as_str());
        let (start, end) = (evidence["bytes"][0].as_u64().unwrap(), evidence["bytes"][1].as_u64().unwrap());
        assert_eq!(&text[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()], quote);
        let around = format!("{}{quote}{}", evidence["prefix"].as_str().unwrap(), evidence["suffix"].as_str().unwrap());
        assert!(text.contains(&around), "{around}");
    }
}

#[test]
fn the_matrix_reads_back() {
    let csv = file("matrix.csv");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let heads = reader.headers().unwrap().clone();
    assert_eq!(heads.iter().rev().take(2).collect::<Vec<_>>(), ["otter", "heron"], "the sources come last");
    let at = |name: &str| heads.iter().position(|head| head == name).unwrap();
    let matrix = sample::matrix();
    for (record, row) in reader.records().zip(&matrix.comparisons[0].rows) {
        let record = record.unwrap();
        assert_eq!(&record[at("criterion")], row.criterion.0);
        assert_eq!(&record[at("consensus")], row.consensus.outcome.cell());
        assert_eq!(&record[at("heron")], row.positions["heron"].favours.cell());
        assert_eq!(&record[at("otter")], row.positions["otter"].favours.cell());
    }
}

#[test]
fn csv_lines_end_as_rfc_4180_has_it_and_formulas_are_harmless() {
    for (name, text) in files(Options::default()).into_iter().filter(|(name, _)| name.ends_with(".csv")) {
        assert!(text.ends_with("\r\n"), "{name}");
        for record in csv::Reader::from_reader(text.as_bytes()).records() {
            for cell in &record.unwrap() {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell}");
            }
        }
    }
    assert!(file("claims.csv").contains(",'=1+1 is what"));
}

#[test]
fn excel_gets_its_mark_in_every_csv_and_nowhere_else() {
    for (name, text) in files(Options { spreadsheet: Spreadsheet::Excel, ..Options::default() }) {
        assert_eq!(text.starts_with('\u{feff}'), name.ends_with(".csv"), "{name}");
    }
}

#[test]
fn without_quotes_no_four_words_of_an_article_remain() {
    let outputs = files(Options { quotes: Quotes::Hashed, ..Options::default() });
    let titles: Vec<String> = sample::articles().into_iter().filter_map(|one| one.document.source.title).collect();
    for (name, text) in outputs {
        let mut text = text;
        for title in &titles {
            text = text.replace(title, "");
        }
        let written = fours(&text);
        for article in [sample::HERON, sample::OTTER, sample::WREN] {
            let left: Vec<_> = fours(article).intersection(&written).cloned().collect();
            assert!(left.is_empty(), "{name}: {left:?}");
        }
        assert!(!text.contains(":~:text="), "{name}");
    }
}

#[test]
fn a_hashed_quote_can_be_checked_by_whoever_has_the_article() {
    let outputs = files(Options { quotes: Quotes::Hashed, ..Options::default() });
    let claim: serde_json::Value = serde_json::from_str(outputs[0].1.lines().next().unwrap()).unwrap();
    assert_eq!(claim["evidence"]["quote"].as_str().unwrap().len(), "sha256:".len() + 12);
    assert_eq!(claim["evidence"]["line"], 5);
    assert_eq!(claim["evidence"]["url"], "https://example.org/heron");
    assert!(claim["evidence"]["prefix"].is_null());
}

/// Every four words in a row, in lower case.
fn fours(text: &str) -> BTreeSet<Vec<String>> {
    let words: Vec<String> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
    words.windows(4).map(<[String]>::to_vec).collect()
}
