//! How fast pages are read, next to a parser that does nothing but parse.
//!
//! The contestants take turns on each page, so that a machine that is slower for a while is so for all of
//! them, and of several rounds the median counts.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::load::Page;

const ROUNDS: usize = 9;

const CONTESTANTS: [(&str, fn(&[u8], &str)); 3] = [
    ("scraper::Html::parse_document", |_, text| drop(black_box(scraper::Html::parse_document(text)))),
    ("gainsay::read::bytes", |bytes, _| {
        // A page that is empty or no text is refused; to see that takes its time, too.
        let _ = black_box(gainsay::read::bytes(Path::new("page.html"), bytes));
    }),
    ("dom_smoothie::Readability::parse", |_, text| {
        let read = dom_smoothie::Readability::new(text, None, None).and_then(|mut page| page.parse());
        let _ = black_box(read);
    }),
];

/// Prints what each contestant reads in a second, and that divided by what the first does.
pub fn measure(pages: &[Page]) {
    let texts: Vec<_> = pages.iter().map(|page| String::from_utf8_lossy(&page.bytes)).collect();
    let bytes: usize = pages.iter().map(|page| page.bytes.len()).sum();
    let megabytes = bytes as f64 / 1e6;
    println!("{} pages, {megabytes:.1} MB, {ROUNDS} rounds", pages.len());
    let mut times = [const { Vec::new() }; CONTESTANTS.len()];
    for _ in 0..ROUNDS {
        let mut round = [Duration::ZERO; CONTESTANTS.len()];
        for (page, text) in pages.iter().zip(&texts) {
            for ((_, read), spent) in CONTESTANTS.iter().zip(&mut round) {
                let begun = Instant::now();
                read(&page.bytes, text);
                *spent += begun.elapsed();
            }
        }
        for (times, spent) in times.iter_mut().zip(round) {
            times.push(spent);
        }
    }
    let medians = times.map(|mut times| {
        times.sort();
        times[ROUNDS / 2].as_secs_f64()
    });
    for ((name, _), median) in CONTESTANTS.iter().zip(medians) {
        println!("{name:34} {:7.1} MB/s  ratio {:.2}", megabytes / median, medians[0] / median);
    }
}
