//! Lines of a web page that speak of the page and not of its subject: share buttons, bylines, credits.
//!
//! What they say is data (`lexicon/page.toml`), in phrases of words and not in expressions: a page has
//! hundreds of short lines, and words that no phrase knows are passed over with one look each.

mod phrases;
mod tokens;

use std::sync::OnceLock;

use serde::Deserialize;

use phrases::Phrases;
use tokens::Token;

const FILE: &str = include_str!("../../../lexicon/page.toml");

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
    /// Does a line of nothing but a date belong to it?
    #[serde(default)]
    dates: bool,
    /// Does a line of nothing but addresses belong to it?
    #[serde(default)]
    addresses: bool,
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
struct Kinds {
    entries: Vec<Entry>,
    phrases: Phrases,
}

fn kinds() -> &'static Kinds {
    static KINDS: OnceLock<Kinds> = OnceLock::new();
    KINDS.get_or_init(|| {
        let File { line: entries } = toml::from_str(FILE).expect("lexicon/page.toml is well formed");
        let mut phrases = Phrases::default();
        for (index, entry) in entries.iter().enumerate() {
            for phrase in &entry.matches {
                phrases.add(phrase, index);
            }
        }
        Kinds { entries, phrases }
    })
}

/// The name of the entry by which a line speaks of the page; `None` where it belongs to the article.
pub(crate) fn speaks_of_page(line: &PageLine<'_>) -> Option<&'static str> {
    if line.words.len() > LONGEST_LINE {
        return None;
    }
    let kinds = kinds();
    let tokens = tokens::cut(line.words);
    let fitting = |index: usize| {
        let entry = &kinds.entries[index];
        (tokens.len() <= entry.words && fits(entry, line)).then_some(entry)
    };
    let said = kinds.phrases.find(&tokens, |index| fitting(index).is_some()).and_then(fitting);
    let shaped = || {
        let (date, address) = (tokens::is_date(&tokens), tokens.iter().all(Token::is_address));
        let shapes = |entry: &&Entry| (entry.dates && date) || (entry.addresses && address && !tokens.is_empty());
        if date || address { kinds.entries.iter().filter(shapes).find(|entry| fits(entry, line)) } else { None }
    };
    said.or_else(shaped).map(|entry| entry.name.as_str())
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
        for entry in &kinds().entries {
            let Entry { name, means, fires, not, .. } = entry;
            assert!(!fires.is_empty() && !not.is_empty() && !means.is_empty(), "{name}");
            let found = |example: &String, linked: bool| {
                let words = example.to_lowercase();
                let (top, end) = (entry.place == Place::Top, entry.place == Place::End);
                let caption = entry.place == Place::Caption;
                speaks_of_page(&PageLine { words: &words, top, end, caption, linked, ..PageLine::default() })
            };
            let silent = fires.iter().filter(|one| found(one, entry.place == Place::Linked) != Some(name));
            wrong.extend(silent.map(|one| format!("{name} does not fire on: {one}")));
            let loud = not.iter().filter_map(|one| Some((one, found(one, false)?)));
            wrong.extend(loud.map(|(one, other)| format!("{name}: {other} fires on: {one}")));
        }
        assert!(wrong.is_empty(), "{}\nmend the entry or its example in lexicon/page.toml", wrong.join("\n"));
    }
}
