//! Pages into memory, unpacked.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;

/// A page.
pub struct Page {
    /// Its file name without `.html.gz`.
    pub id: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The pages to time: those of the folders that were named, else of $PAGES, else the annotated ones, else our own.
pub fn wanted(folders: Vec<PathBuf>) -> Vec<Page> {
    let named = || std::env::var_os("PAGES").map(|folder| vec![PathBuf::from(folder)]);
    let annotated = || {
        let root = std::env::var_os("ANNOTATED").map_or(PathBuf::from("../shared"), PathBuf::from);
        let sets = ["news", "comparisons"].map(|set| root.join("datasets/webpages").join(set));
        sets.iter().all(|set| set.is_dir()).then(|| sets.to_vec())
    };
    let folders = Some(folders).filter(|folders| !folders.is_empty());
    if let Some(folders) = folders.or_else(named).or_else(annotated) {
        return pages(&folders);
    }
    eprintln!("the annotated pages are not here; pages made up for the purpose are timed instead");
    (0..40).map(made_up).collect()
}

/// All pages of some folders, by id.
pub fn pages(folders: &[PathBuf]) -> Vec<Page> {
    let mut pages: Vec<Page> = folders
        .iter()
        .flat_map(|folder| {
            let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
            let paths = entries.map(|entry| entry.expect("a folder that can be read").path());
            paths.filter(|path| path.is_file()).map(|path| page(&path))
        })
        .collect();
    pages.sort_by(|a, b| a.id.cmp(&b.id));
    assert!(!pages.is_empty(), "no pages there");
    pages
}

fn page(path: &Path) -> Page {
    let mut bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    if bytes.starts_with(b"\x1f\x8b") {
        let packed = std::mem::take(&mut bytes);
        MultiGzDecoder::new(&packed[..]).read_to_end(&mut bytes).expect("a gzip file");
    }
    let name = path.file_name().expect("a name").to_string_lossy();
    let name = name.trim_end_matches(".gz");
    Page { id: name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned(), bytes }
}

/// A page like those of a shop or a paper: much around the article, scripts and links without end.
fn made_up(number: usize) -> Page {
    let links: String = (0..150)
        .map(|n| format!("<li class=\"menu-item item-{n}\"><a href=\"/section/{n}?from=menu&amp;n={number}\">Section {n}</a></li>\n"))
        .collect();
    let script =
        format!("<script>var data = {{\"page\": {number}}}; if (a < b) {{ go('<p>no'); }}</script>\n").repeat(40);
    let text = "<p class=\"text\">Oak &amp; ash are <b>hard</b> woods, and <a href=\"/both\">both of them</a> last for \
        years in the rain, which is more than most people would believe of a tree that grows so fast.</p>\n";
    let row = "<tr><th>Weight</th><td>heavy</td><td>rather <i>light</i></td></tr>\n".repeat(12);
    let html = format!(
        "<!doctype html><html><head><title>Oak vs ash, {number}</title>{script}</head><body><header><nav><ul>{links}</ul></nav></header>\
         <main><article><h1>Oak vs ash, {number}</h1>{}<table>{row}</table><h2>Verdict</h2>{}</article></main>\
         <aside><ul>{links}</ul></aside><footer><p>All rights reserved</p></footer>{script}</body></html>",
        text.repeat(30 + number),
        text.repeat(10)
    );
    Page { id: format!("made-up-{number}"), bytes: html.into_bytes() }
}
