//! What the program writes opens in LibreOffice with every cell as written.
//!
//! The round is CSV to spreadsheet to CSV, without a window. Where LibreOffice is not installed, the test
//! says so and is skipped.
#![allow(clippy::print_stderr)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Comma, double quote, UTF-8, from line 1; the column formats are left to the spreadsheet.
const COMMAS_AND_UTF8: &str = "44,34,76,1";

#[test]
fn every_cell_survives_a_spreadsheet() {
    let scratch = tempfile::tempdir().expect("a folder");
    let to_sheet = format!("--infilter=CSV:{COMMAS_AND_UTF8}");
    let to_csv = format!("csv:Text - txt - csv (StarCalc):{COMMAS_AND_UTF8}");
    for table in ["claims/matrix.csv", "claims/contradictions.csv"] {
        let name = Path::new(table).file_stem().expect("a name").to_string_lossy().into_owned();
        let sheet = scratch.path().join(format!("{name}.ods"));
        if !convert(scratch.path(), Path::new(table), &["--convert-to", "ods", &to_sheet]) {
            eprintln!("skipped: LibreOffice (soffice) is not installed");
            return;
        }
        assert!(sheet.exists(), "{table} opens as a spreadsheet");
        assert!(convert(scratch.path(), &sheet, &["--convert-to", &to_csv]));
        let back = scratch.path().join(format!("{name}.csv"));
        assert_eq!(cells(&back), cells(Path::new(table)), "{table} comes back as it was");
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
