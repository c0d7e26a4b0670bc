//! Who is compared: read from the title, the headings and the file's name, and checked against use.
//!
//! A title is Title Case, so a capital proves nothing there ("Flask vs Django Comparison Guide"); of
//! the stretches that could be the name, the longest is taken that the article goes on to use.

use std::cmp::Reverse;

use super::aliases;
use super::titles::{full_name, in_line, in_list, in_question, in_small_question, is_name};
use super::tokens::words;
use crate::claim::{Named, Roster};
use crate::document::{BlockKind, Document};
use crate::lexicon::Lexicon;

const MOST_SUBJECTS: usize = 8;

/// Does a roster name enough to compare?
pub(super) fn is_comparison(roster: &Roster) -> bool {
    roster.subjects.len() >= 2
}

/// The roster that the title, a heading or the file's name says.
pub(super) fn said(document: &Document, lexicon: &Lexicon) -> Roster {
    let usage = Usage::of(document);
    let lines = title_lines(document);
    let asked = lines.first().and_then(|title| in_question(title, &usage, lexicon));
    let names = asked.or_else(|| lines.iter().find_map(|line| comparison(in_line(line, &usage, lexicon))));
    finished(names.unwrap_or_default(), document, lexicon)
}

/// The roster that the tables, the headings or the first sentences of a document suggest.
pub(super) fn guessed(document: &Document, lexicon: &Lexicon) -> Roster {
    let usage = Usage::of(document);
    let prose = || prose_lines(document).find_map(|line| comparison(in_line(line, &usage, lexicon)));
    let title = document.source.title.as_deref().unwrap_or_default();
    let names = in_tables(document, &usage, lexicon)
        .or_else(|| in_headings(document, &usage, lexicon))
        .or_else(prose)
        .or_else(|| comparison(in_list(title, &usage, lexicon)))
        .or_else(|| in_small_question(title, &usage, lexicon));
    finished(names.unwrap_or_default(), document, lexicon)
}

/// The known roster that fits a document which gives none: the one whose subjects it uses most.
pub(super) fn known(document: &Document, rosters: &[Roster]) -> Option<Roster> {
    let usage = Usage::of(document);
    let uses = |roster: &Roster| {
        let of = |subject: &Named| subject.names().map(|name| usage.of_name(name)).max().unwrap_or(0);
        roster.subjects.iter().map(of).min().unwrap_or(0)
    };
    // Of two that fit equally well, the same one in whatever order the articles come.
    let names = |roster: &Roster| {
        let names = roster.subjects.iter().map(|subject| (subject.name.clone(), subject.aliases.clone()));
        names.collect::<Vec<_>>()
    };
    let known = rosters.iter().filter(|roster| is_comparison(roster));
    let title = Usage { text: document.source.title.as_deref().unwrap_or_default().to_lowercase() };
    // "Should you move from A to B?"
    let in_title =
        |roster: &Roster| roster.subjects.iter().all(|subject| subject.names().any(|name| title.of_name(name) > 0));
    let best = known.max_by_key(|roster| (uses(roster), Reverse(names(roster))))?;
    (uses(best) >= 2 || in_title(best)).then(|| best.clone())
}

impl Named {
    /// All its names, the canonical one first.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.aliases).map(String::as_str)
    }
}

/// The names, where they are as many as are compared.
fn comparison(names: Vec<String>) -> Option<Vec<String>> {
    (2..=MOST_SUBJECTS).contains(&names.len()).then_some(names)
}

fn finished(names: Vec<String>, document: &Document, lexicon: &Lexicon) -> Roster {
    let subjects = names.into_iter().map(|name| Named { name, ..Named::default() }).collect();
    let mut roster = Roster { subjects };
    add_full_names(&mut roster, document.source.title.as_deref().unwrap_or_default(), lexicon);
    let tokens: Vec<&str> = words(&document.text).into_iter().map(|(word, _)| word).collect();
    aliases::add_makers(&mut roster, &tokens);
    aliases::add_long_names(&mut roster, &tokens);
    aliases::add_short_forms(&mut roster, &tokens, lexicon);
    aliases::add_singulars(&mut roster, &tokens);
    aliases::add_parallels(&mut roster, &tokens);
    if let Some(heads) = table_heads(document).find(|heads| heads.len() == 3) {
        aliases::add_heads(&mut roster, &heads, lexicon);
    }
    aliases::add_users(&mut roster, lexicon);
    roster
}

/// "Toro" stands for what the title calls "Toro Recycler" in full.
fn add_full_names(roster: &mut Roster, title: &str, lexicon: &Lexicon) {
    let names: Vec<String> = roster.subjects.iter().map(|subject| subject.name.clone()).collect();
    for subject in &mut roster.subjects {
        let mut others = names.iter().filter(|name| **name != subject.name);
        let full = full_name(&subject.name, title, lexicon);
        subject.in_full = full.filter(|full| others.all(|other| !full.contains(other.as_str())));
    }
}

/// How often a document uses a name.
pub(super) struct Usage {
    text: String,
}

impl Usage {
    fn of(document: &Document) -> Self {
        Self { text: document.text.to_lowercase() }
    }

    /// How often the article uses the words, as words of their own; 50 at most.
    pub(super) fn count(&self, name: &str) -> usize {
        let name = name.to_lowercase();
        if name.is_empty() {
            return 0;
        }
        let bounded = |at: usize| {
            let before = self.text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            before && self.text[at + name.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric() || c == 's')
        };
        self.text.match_indices(&name).filter(|(at, _)| bounded(*at)).take(50).count()
    }

    /// How often it uses the name, or its last or first words: "the Accord".
    pub(super) fn of_name(&self, name: &str) -> usize {
        let words: Vec<&str> = name.split(' ').collect();
        let parts = (1..words.len()).flat_map(|at| [words[at..].join(" "), words[..at].join(" ")]);
        let named = parts.filter(|part| part.chars().next().is_some_and(char::is_uppercase) && part.len() > 3);
        named.map(|part| self.count(&part)).fold(self.count(name), usize::max)
    }
}

/// The lines that say what is compared, the likeliest first.
fn title_lines(document: &Document) -> Vec<String> {
    let mut headings: Vec<_> = document.sections.iter().filter(|section| !section.heading.is_empty()).collect();
    headings.sort_by_key(|section| section.level);
    let title = document.source.title.iter().cloned();
    let headings = headings.into_iter().map(|section| document.words(section.heading).to_owned());
    title.chain(headings).chain([document.source.id.replace(['-', '_'], " ")]).collect()
}

/// The first sentences of the article.
fn prose_lines(document: &Document) -> impl Iterator<Item = &str> {
    let prose = document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph));
    prose.take(12).flat_map(|block| &block.sentences).map(|sentence| document.words(*sentence))
}

/// The heads of the columns of each table that has some.
fn table_heads(document: &Document) -> impl Iterator<Item = Vec<&str>> {
    let tables = document.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Table(table) if table.header_rows > 0 => table.rows.first(),
        _ => None,
    });
    tables.map(|heads| heads.iter().map(|head| document.words(*head).trim()).collect())
}

/// Two or more names in the header row of a table, or down its first column, where the article uses them.
fn in_tables(document: &Document, usage: &Usage, lexicon: &Lexicon) -> Option<Vec<String>> {
    let used = |least: usize| move |name: &&str| is_name(name, lexicon) && usage.count(name) >= least;
    let in_heads = table_heads(document).find_map(|heads| {
        let names: Vec<String> = heads.iter().skip(1).copied().filter(used(3)).map(str::to_owned).collect();
        comparison(names).filter(|names| names.len() + 1 == heads.len())
    });
    in_heads.or_else(|| {
        document.blocks.iter().find_map(|block| {
            let BlockKind::Table(table) = &block.kind else { return None };
            let firsts = table.rows.iter().skip(1).filter_map(|row| row.first());
            let column: Vec<&str> = firsts.map(|cell| document.words(*cell).trim()).collect();
            let titled = |name: &&str| document.source.title.as_ref().is_some_and(|title| title.contains(name));
            let names: Vec<String> = column.iter().copied().filter(used(2)).filter(titled).map(str::to_owned).collect();
            comparison(names).filter(|names| names.len() == column.len())
        })
    })
}

/// Two or more headings that are names, or ask what a name is.
fn in_headings(document: &Document, usage: &Usage, lexicon: &Lexicon) -> Option<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for section in document.sections.iter().filter(|section| !section.heading.is_empty()) {
        let heading = document.words(section.heading);
        let heading = heading.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ')' || c == ' ');
        let asked = ["What is ", "What Is ", "What are ", "Why choose ", "Introduction to ", "About "];
        let name = asked.iter().find_map(|lead| heading.strip_prefix(lead)).unwrap_or(heading).trim_end_matches('?');
        let name = name.split([':', '(', '–', '—']).next().unwrap_or(name).trim();
        if is_name(name, lexicon) && usage.count(name) >= 4 {
            names.push(name.to_owned());
        }
    }
    dedup(&mut names);
    comparison(names)
}

/// Leaves out names that came before, in whatever case.
pub(super) fn dedup(names: &mut Vec<String>) {
    let mut seen: Vec<String> = Vec::new();
    names.retain(|name| {
        let low = name.to_lowercase();
        let new = !seen.contains(&low);
        seen.push(low);
        new
    });
}
