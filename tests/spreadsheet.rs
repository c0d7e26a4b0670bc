//! The consensus matrix opens in LibreOffice with every cell as written.
//!
//! The round is CSV to spreadsheet to CSV, without a window. Where LibreOffice is not installed, the test
//! says so and is skipped.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// Comma, double quote, UTF-8, from line 1; the column formats are left to the spreadsheet.
const COMMAS_AND_UTF8: &str = "44,34,76,1";

#[test]
fn every_cell_of_the_matrix_survives_a_spreadsheet() {
    let scratch = tempfile::tempdir().expect("a folder");
    let matrix = Path::new("claims/matrix.csv");
    let to_sheet = format!("--infilter=CSV:{COMMAS_AND_UTF8}");
    if !convert(scratch.path(), matrix, &["--convert-to", "ods", &to_sheet]) {
        skipped("LibreOffice (soffice) is not installed");
        return;
    }
    let to_csv = format!("csv:Text - txt - csv (StarCalc):{COMMAS_AND_UTF8}");
    assert!(convert(scratch.path(), &scratch.path().join("matrix.ods"), &["--convert-to", &to_csv]));
    let (written, back) = (cells(matrix), cells(&scratch.path().join("matrix.csv")));
    assert_eq!(written.len(), back.len(), "as many rows");
    for (number, (written, back)) in written.iter().zip(&back).enumerate() {
        assert_eq!(written, back, "row {}", number + 1);
    }
}

/// Runs LibreOffice with a profile of its own; false where there is none.
fn convert(dir: &Path, file: &Path, how: &[&str]) -> bool {
    let profile = format!("-env:UserInstallation=file://{}", dir.join("profile").display());
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--norestore"])
        .args(how)
        .arg("--outdir")
        .args([dir, file])
        .stdin(Stdio::null())
        .output();
    let Ok(output) = run else { return false };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    true
}

fn cells(file: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(file).expect("a CSV file");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// Says so past the test harness, which keeps what a passing test prints to itself.
fn skipped(why: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}
