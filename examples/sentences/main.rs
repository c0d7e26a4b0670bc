//! Judges the sentences of a labelled file with the built-in model: `id,label,p_better,p_worse,p_none` for each.
//!
//!     cargo run --release --example sentences -- FILE.csv > judged.csv
#![allow(clippy::print_stderr, missing_docs)]

mod labelled;

use std::error::Error;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use gainsay::preference::{Model, Preference};
use labelled::LABELS;

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let [file] = files.as_slice() else {
        eprintln!("say: sentences FILE.csv");
        return ExitCode::from(2);
    };
    match judge(Path::new(file)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{file}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn judge(file: &Path) -> Result<(), Box<dyn Error>> {
    let model = Model::builtin();
    let mut out = csv::Writer::from_writer(io::stdout().lock());
    out.write_record(["id", "label", "p_better", "p_worse", "p_none"])?;
    for row in labelled::read(file)? {
        let [first, second] = row.names;
        let shares = model.shares(&row.text, first, second);
        let label = match shares.preference() {
            Preference::Better => LABELS[0],
            Preference::Worse => LABELS[1],
            Preference::None => LABELS[2],
        };
        let share = |share: f32| format!("{share:.4}");
        out.write_record([&row.id, label, &share(shares.better), &share(shares.worse), &share(shares.none)])?;
    }
    out.flush()?;
    Ok(())
}
