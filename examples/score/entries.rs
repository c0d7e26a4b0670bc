//! Which entries of the lexicon fire, and in how many comparisons: one that fires in a single one may be fitted to it.
//!
//! A rule fires where a claim names it, a phrase where it stands in a sentence, a word where it stands in the text, in a
//! form that the lexicon makes of it or in one like that. Of the watched comparisons nothing but their number is told.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use gainsay::extract;
use gainsay::lexicon::examples::{self, Examples};
use gainsay::lexicon::{LONGEST, Lexicon};

use super::annotated::Cluster;

/// The comparisons in which an entry fires, by their places.
type Places = BTreeSet<usize>;

/// Entries of one kind, by what they are called.
#[derive(Default)]
pub(crate) struct Kind {
    places: BTreeMap<String, Places>,
}

impl Kind {
    fn fire(&mut self, name: &str, at: usize) {
        if let Some(places) = self.places.get_mut(name) {
            places.insert(at);
        } else {
            self.places.insert(name.to_owned(), Places::from([at]));
        }
    }

    fn expect(&mut self, name: String) {
        self.places.entry(name).or_default();
    }

    /// The counts, and the entries that fire in one comparison, no watched one, and, where `silent`, in none, if they
    /// are `worth` it. What fires in a watched comparison only was not fitted to it.
    pub(crate) fn page(&self, title: &str, clusters: &[Cluster], silent: bool, worth: impl Fn(&str) -> bool) -> String {
        let firing = |times: usize| self.places.iter().filter(move |(_, places)| places.len() == times);
        let taught = |places: &Places| places.iter().all(|at| !clusters[*at].watched);
        let (none, one) = (firing(0).count(), firing(1).count());
        let watched = firing(1).filter(|(_, places)| !taught(places)).count();
        let all = self.places.len();
        let mut page = format!(
            "{title}: {all}; in several comparisons {}, in one {one} ({watched} of them in a watched one), in none {none}\n",
            all - one - none,
        );
        for (name, places) in firing(1).filter(|(name, places)| taught(places) && worth(name)) {
            let place = places.first().map_or("", |at| &clusters[*at].name);
            page += &format!("  {place:20} {}\n", shortened(name));
        }
        for (name, _) in firing(0).filter(|(name, _)| silent && worth(name)) {
            page += &format!("  {:20} {}\n", "none", shortened(name));
        }
        page
    }
}

/// As much of a phrase as a line has room for.
fn shortened(name: &str) -> String {
    let mut short: String = name.chars().take(96).collect();
    if short.len() < name.len() {
        short += " ...";
    }
    short
}

/// What fires: rules, phrases, words.
pub(crate) fn fired(clusters: &[Cluster], lexicon: &Lexicon) -> [Kind; 3] {
    let entries = examples::all();
    let [mut rules, mut phrases, mut words] = [Kind::default(), Kind::default(), Kind::default()];
    for entry in &entries {
        match entry.kind {
            "pattern" => {
                rules.expect(entry.name.clone());
                entry.words.iter().for_each(|phrase| phrases.expect(called(&entry.name, phrase)));
            }
            _ => entry.words.iter().for_each(|word| words.expect(called(&entry.name, word))),
        }
    }
    let index = index(&entries);
    for (at, cluster) in clusters.iter().enumerate() {
        for article in cluster.articles.iter().filter(|article| !article.compares_nothing()) {
            article.claims.iter().for_each(|claim| rules.fire(&claim.evidence.rule, at));
            for line in extract::masked(&article.document, &article.roster, lexicon) {
                for pattern in lexicon.patterns_in(&line).filter(|pattern| pattern.find(&line, 0).is_some()) {
                    phrases.fire(&called(&pattern.name, &pattern.phrase), at);
                }
                stand_in(&line, |row| {
                    let of_form = |form: &String| index.get(form).into_iter().flatten();
                    forms(row).iter().flat_map(of_form).for_each(|name| words.fire(name, at));
                });
            }
        }
    }
    [rules, phrases, words]
}

fn called(entry: &str, word: &str) -> String {
    format!("{entry}: {word}")
}

/// Words as sentences are cut, to what they are called.
fn index(entries: &[Examples]) -> HashMap<String, Vec<String>> {
    let mut index: HashMap<String, Vec<String>> = HashMap::new();
    for entry in entries.iter().filter(|entry| entry.kind != "pattern") {
        for word in &entry.words {
            let cut = word.to_lowercase().replace('\'', " '");
            index.entry(cut.trim_start().to_owned()).or_default().push(called(&entry.name, word));
        }
    }
    index
}

/// Every row of words of a line that an entry may be.
fn stand_in(line: &str, mut look: impl FnMut(&str)) {
    let starts: Vec<usize> =
        line.split(' ').scan(0, |at, word| Some(std::mem::replace(at, *at + word.len() + 1))).collect();
    for (first, start) in starts.iter().enumerate() {
        for next in starts[first + 1..].iter().take(LONGEST) {
            look(&line[*start..next - 1]);
        }
    }
}

/// A row of words, and what it may be the plural, the comparative or the superlative of.
fn forms(row: &str) -> Vec<String> {
    let mut forms = vec![row.to_owned()];
    for (ending, instead) in [
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("r", ""),
        ("er", ""),
        ("ier", "y"),
        ("st", ""),
        ("est", ""),
        ("iest", "y"),
    ] {
        forms.extend(row.strip_suffix(ending).map(|stem| format!("{stem}{instead}")));
    }
    forms
}
