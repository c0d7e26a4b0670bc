//! Lines of a web page that speak of the page and not of its subject: share buttons, bylines, credits.
//!
//! What they look like is data (`lexicon/page.toml`). All expressions are tried at once, and only on
//! short lines, so that a page is not read more slowly for the number of entries.

use std::sync::OnceLock;

use regex::{RegexSet, RegexSetBuilder};
use serde::Deserialize;

const FILE: &str = include_str!("../../lexicon/page.toml");

/// The most bytes of a line that any entry is tried on.
pub(crate) const LONGEST_LINE: usize = 700;

/// What stands in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    line: Vec<Entry>,
}

/// Lines of one kind.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(test), expect(dead_code, reason = "what an entry means is for people, its examples for a test"))]
struct Entry {
    name: String,
    means: String,
    #[serde(rename = "where")]
    place: Place,
    words: usize,
    #[serde(default)]
    headings: bool,
    #[serde(default = "yes")]
    items: bool,
    matches: Vec<String>,
    fires: Vec<String>,
    not: Vec<String>,
}

fn yes() -> bool {
    true
}

/// Where on the page lines of a kind may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Place {
    Anywhere,
    Top,
    End,
    Caption,
    Linked,
}

/// A line of a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct PageLine<'t> {
    /// Its words, in lower case, with straight apostrophes and single spaces.
    pub(crate) words: &'t str,
    /// Does it stand before the first paragraph of the article?
    pub(crate) top: bool,
    /// Does it stand near the article's end, or after it?
    pub(crate) end: bool,
    /// Is it in a figure or a caption?
    pub(crate) caption: bool,
    /// Is half of it or more a link?
    pub(crate) linked: bool,
    /// Is it a heading?
    pub(crate) heading: bool,
    /// Is it an item of a list?
    pub(crate) item: bool,
}

/// All kinds of lines, ready to be tried.
struct Lines {
    entries: Vec<Entry>,
    set: RegexSet,
    /// For each expression, its entry.
    entry_of: Vec<usize>,
}

fn lines() -> &'static Lines {
    static LINES: OnceLock<Lines> = OnceLock::new();
    LINES.get_or_init(|| {
        let File { line: entries } = toml::from_str(FILE).expect("lexicon/page.toml is well formed");
        let numbered = entries.iter().enumerate();
        let (expressions, entry_of): (Vec<String>, Vec<usize>) = numbered
            // Word boundaries of ASCII keep the matcher in its fast lane.
            .flat_map(|(index, entry)| entry.matches.iter().map(move |one| (one.replace(r"\b", r"(?-u:\b)"), index)))
            .unzip();
        let set = RegexSetBuilder::new(expressions).size_limit(1 << 26).dfa_size_limit(1 << 23).build();
        Lines { entries, set: set.expect("the expressions of lexicon/page.toml are well formed"), entry_of }
    })
}

/// The name of the entry by which a line speaks of the page; `None` where it belongs to the article.
pub(crate) fn speaks_of_page(line: &PageLine<'_>) -> Option<&'static str> {
    if line.words.len() > LONGEST_LINE {
        return None;
    }
    let lines = lines();
    let count = line.words.split(' ').count();
    let found = lines.set.matches(line.words).into_iter().map(|expression| &lines.entries[lines.entry_of[expression]]);
    found.into_iter().find(|entry| count <= entry.words && fits(entry, line)).map(|entry| entry.name.as_str())
}

fn fits(entry: &Entry, line: &PageLine<'_>) -> bool {
    let placed = match entry.place {
        Place::Anywhere => true,
        Place::Top => line.top,
        Place::End => line.end,
        Place::Caption => line.caption,
        Place::Linked => line.linked,
    };
    placed && (entry.headings || !line.heading) && (entry.items || !line.item)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_fires_in_its_examples_only() {
        let mut wrong = Vec::new();
        for entry in &lines().entries {
            assert!(!entry.fires.is_empty() && !entry.not.is_empty() && !entry.means.is_empty(), "{}", entry.name);
            let fires = |example: &String| {
                let words = example.to_lowercase();
                let here = PageLine { words: &words, ..PageLine::default() };
                let line =
                    PageLine { top: true, end: true, caption: entry.place == Place::Caption, linked: true, ..here };
                let found = lines()
                    .set
                    .matches(&words)
                    .into_iter()
                    .any(|one| lines().entries[lines().entry_of[one]].name == entry.name);
                found && words.split(' ').count() <= entry.words && fits(entry, &line)
            };
            wrong.extend(
                entry.fires.iter().filter(|one| !fires(one)).map(|one| format!("{} misses {one:?}", entry.name)),
            );
            let any = |example: &&String| {
                let words = example.to_lowercase();
                let caption = entry.place == Place::Caption;
                speaks_of_page(&PageLine { words: &words, top: true, end: true, caption, ..PageLine::default() })
                    .is_some()
            };
            wrong.extend(entry.not.iter().filter(any).map(|one| format!("{} takes {one:?}", entry.name)));
        }
        assert!(wrong.is_empty(), "{}\nmend the entry or its example in lexicon/page.toml", wrong.join("\n"));
    }
}
