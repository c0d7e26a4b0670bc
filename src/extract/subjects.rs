//! Who is compared: read from the title, the headings and the file's name, and checked against use.
//!
//! A title is Title Case, so a capital proves nothing there ("Flask vs Django Comparison Guide"); of
//! the stretches that could be the name, the longest is taken that the article goes on to use.

use std::collections::{BTreeMap, BTreeSet};

use super::tokens::words;
use crate::claim::{Named, Roster};
use crate::document::{BlockKind, Document};
use crate::lexicon::Lexicon;

const MOST_SUBJECTS: usize = 8;

/// The roster that the title, a heading or the file's name says.
pub(super) fn said(document: &Document, lexicon: &Lexicon) -> Roster {
    let usage = Usage::of(document);
    let lines = title_lines(document);
    let enough = |roster: &Roster| roster.subjects.len() >= 2;
    let title = lines.first().map(|line| in_title(line, &usage)).filter(enough);
    let roster = title.or_else(|| lines.iter().map(|line| in_line(line, &usage)).find(enough));
    finished(roster.unwrap_or_default(), document, lexicon)
}

/// The roster that the tables, the headings or the first sentences of a document suggest.
pub(super) fn guessed(document: &Document, lexicon: &Lexicon) -> Roster {
    let usage = Usage::of(document);
    let enough = |roster: &Roster| roster.subjects.len() >= 2;
    let tables = in_tables(document, &usage);
    let headings = || Some(in_headings(document, &usage)).filter(enough);
    let prose = || prose_lines(document).iter().map(|line| in_line(line, &usage)).find(enough);
    let roster = Some(tables).filter(enough).or_else(headings).or_else(prose).unwrap_or_default();
    finished(roster, document, lexicon)
}

fn finished(mut roster: Roster, document: &Document, lexicon: &Lexicon) -> Roster {
    add_makers(&mut roster, document);
    add_parallels(&mut roster, document);
    add_aliases(&mut roster, lexicon);
    roster
}

/// The known roster that fits a document which gives none: the one whose subjects it uses most.
pub(super) fn known(document: &Document, rosters: &[Roster]) -> Option<Roster> {
    let usage = Usage::of(document);
    let uses = |roster: &Roster| {
        let of = |subject: &Named| {
            std::iter::once(&subject.name)
                .chain(&subject.aliases)
                .map(|name| usage.count(name).max(usage.count_of_parts(name)))
                .max()
                .unwrap_or(0)
        };
        roster.subjects.iter().map(of).min().unwrap_or(0)
    };
    // Of two that fit equally well, the same one in whatever order the articles come.
    let names = |roster: &Roster| {
        let names = roster.subjects.iter().map(|subject| (subject.name.clone(), subject.aliases.clone()));
        names.collect::<Vec<_>>()
    };
    let known = rosters.iter().filter(|roster| roster.subjects.len() >= 2);
    let best = known.max_by_key(|roster| (uses(roster), std::cmp::Reverse(names(roster))))?;
    (uses(best) >= 2).then(|| best.clone())
}

/// How often a name stands in the text.
struct Usage {
    text: String,
}

impl Usage {
    fn of(document: &Document) -> Self {
        Self { text: document.text.to_lowercase() }
    }

    fn count(&self, name: &str) -> usize {
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

    /// How often the article uses the name or its last or first words: "the Accord".
    fn count_of_parts(&self, name: &str) -> usize {
        let words: Vec<&str> = name.split(' ').collect();
        let parts = (1..words.len()).flat_map(|at| [words[at..].join(" "), words[..at].join(" ")]);
        let named = parts.filter(|part| part.chars().next().is_some_and(char::is_uppercase) && part.len() > 3);
        named.map(|part| self.count(&part)).max().unwrap_or(0)
    }
}

/// The lines that say what is compared, the likeliest first.
fn title_lines(document: &Document) -> Vec<String> {
    let mut lines: Vec<String> = document.source.title.iter().cloned().collect();
    let headings = document.sections.iter().filter(|section| !section.heading.is_empty());
    let mut headings: Vec<_> =
        headings.map(|section| (section.level, document.words(section.heading).to_owned())).collect();
    headings.sort_by_key(|(level, _)| *level);
    lines.extend(headings.into_iter().map(|(_, heading)| heading));
    lines.push(document.source.id.replace(['-', '_'], " "));
    lines
}

/// The first sentences of the article.
fn prose_lines(document: &Document) -> Vec<String> {
    let prose = document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph));
    let sentences = prose.take(12).flat_map(|block| &block.sentences);
    sentences.map(|sentence| document.words(*sentence).to_owned()).collect()
}

/// A title that asks "X or Y?" of two names says it outright, however seldom the article names them.
fn in_title(line: &str, usage: &Usage) -> Roster {
    let Some((left, right)) = line.split_once(" or ") else { return Roster::default() };
    let asks = line.contains('?') || line.contains(':');
    let side = |part: &str, leading: bool| {
        let tokens: Vec<&str> = words(part).into_iter().map(|(word, _)| word).collect();
        if leading { leftward(&tokens, usage, true) } else { rightward(&tokens, usage, true) }
    };
    let (Some(left), Some(right)) = (side(left, true), side(right, false)) else { return Roster::default() };
    let used = [&left, &right].iter().filter(|name| usage.count(name).max(usage.count_of_parts(name)) >= 2).count();
    if asks && used >= 1 && left != right { roster(vec![left, right]) } else { Roster::default() }
}

/// "X vs Y", "X or Y", "X and Y compared", "difference between X and Y".
fn in_line(line: &str, usage: &Usage) -> Roster {
    let tokens: Vec<&str> = words(line).into_iter().map(|(word, _)| word).collect();
    let lower: Vec<String> = tokens.iter().map(|word| word.to_lowercase()).collect();
    let versus = |word: &String| matches!(word.as_str(), "vs" | "vs." | "versus" | "v.s" | "vs.:");
    let comparing = lower.iter().any(|word| {
        matches!(
            word.as_str(),
            "compared"
                | "comparing"
                | "comparison"
                | "compare"
                | "between"
                | "difference"
                | "differences"
                | "choosing"
                | "choose"
        )
    });
    let joins: Vec<usize> = if lower.iter().any(versus) {
        lower.iter().enumerate().filter(|(_, word)| versus(word)).map(|(at, _)| at).collect()
    } else {
        let join =
            |word: &str| word == "or" || word == "and" && comparing || word == "against" || word == "&" && comparing;
        lower.iter().enumerate().filter(|(_, word)| join(word)).map(|(at, _)| at).collect()
    };
    let strict = !lower.iter().any(versus);
    for (index, first) in joins.iter().enumerate() {
        let mut names = Vec::new();
        // "A, B and C"
        let left = &tokens[..*first];
        let mut parts: Vec<&[&str]> = left.split(|word| *word == ",").filter(|part| !part.is_empty()).collect();
        let Some(last) = parts.pop() else { continue };
        if comparing || !strict {
            names.extend(parts.iter().rev().take(4).rev().filter_map(|part| leftward(part, usage, true)));
        }
        names.extend(leftward(last, usage, strict));
        let mut from = *first + 1;
        for join in joins[index + 1..].iter().copied().chain([tokens.len()]) {
            if from > join {
                break;
            }
            let part = &tokens[from..join];
            names.extend(rightward(part, usage, strict));
            from = join + 1;
        }
        dedup(&mut names);
        let least = if strict { 3 } else { 1 };
        names.retain(|name| usage.count(name).max(usage.count_of_parts(name)) >= least);
        if (2..=MOST_SUBJECTS).contains(&names.len()) {
            return roster(names);
        }
    }
    Roster::default()
}

fn roster(names: Vec<String>) -> Roster {
    Roster { subjects: names.into_iter().map(|name| Named { name, aliases: Vec::new() }).collect() }
}

fn dedup(names: &mut Vec<String>) {
    let mut seen: Vec<String> = Vec::new();
    names.retain(|name| {
        let low = name.to_lowercase();
        let new = !seen.contains(&low);
        seen.push(low);
        new
    });
}

/// The name that ends a part of a title: "The complete guide to Flask".
fn leftward(part: &[&str], usage: &Usage, strict: bool) -> Option<String> {
    let part = part.rsplit(|word| is_break(word)).find(|part| !part.is_empty())?;
    let run = part.iter().rev().take_while(|word| may_name(word, strict)).take(6).count();
    let run = &part[part.len() - run..];
    let choices: Vec<String> = (0..run.len()).map(|from| join(&run[from..])).collect();
    most_used(choices, usage)
}

/// The name that begins a part of a title: "Django: which one to choose".
fn rightward(part: &[&str], usage: &Usage, strict: bool) -> Option<String> {
    let part = part.split(|word| is_break(word)).find(|part| !part.is_empty())?;
    let start = part.iter().position(|word| !is_filler(word))?;
    let part = &part[start..];
    let run = part.iter().take_while(|word| may_name(word, strict)).take(6).count();
    let run = &part[..run];
    let choices: Vec<String> = (1..=run.len()).rev().map(|to| join(&run[..to])).collect();
    most_used(choices, usage)
}

/// Of nested stretches, the longest first, the one that the article uses as a name.
fn most_used(choices: Vec<String>, usage: &Usage) -> Option<String> {
    let shortest = usage.count(choices.last()?);
    let well_used = |name: &&String| {
        let count = usage.count(name);
        count >= 2 && count * 4 >= shortest
    };
    // Of a name that is hardly used, all of it; of one that is used by a part, that part.
    let proven = if shortest >= 3 { choices.last() } else { choices.first() };
    choices.iter().find(well_used).or(proven).filter(|name| name.len() >= 2 || usage.count(name) > 3).cloned()
}

fn join(words: &[&str]) -> String {
    words.join(" ")
}

fn is_break(word: &str) -> bool {
    matches!(word, ":" | "|" | "?" | "–" | "—" | "-" | "(" | ")" | "!" | "," | "." | ";" | "•" | "/" | "[" | "]" | "🤔")
}

fn is_filler(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "the" | "a" | "an" | "of" | "your" | "using")
}

/// May the word be part of a name? In a title with "vs" any word but the small ones; elsewhere it
/// needs a capital or a digit.
fn may_name(word: &str, strict: bool) -> bool {
    const SMALL: &[&str] = &[
        "the",
        "a",
        "an",
        "of",
        "for",
        "in",
        "on",
        "to",
        "with",
        "and",
        "or",
        "is",
        "are",
        "which",
        "what",
        "how",
        "why",
        "when",
        "should",
        "you",
        "your",
        "between",
        "comparing",
        "choosing",
        "vs",
        "versus",
        "from",
        "by",
        "at",
        "as",
        "compare",
        "comparison",
        "choose",
        "use",
        "best",
        "better",
        "difference",
        "differences",
        "who",
        "this",
        "that",
        "we",
        "i",
        "it",
        "do",
        "does",
        "did",
        "was",
        "were",
        "be",
        "comparative",
        "guide",
        "review",
        "battle",
        "s",
        "pros",
        "cons",
        "explained",
        "overview",
        "compared",
        "showdown",
        "ultimate",
        "complete",
        "head-to-head",
        "detailed",
        "picking",
    ];
    let low = word.to_lowercase();
    let shaped = word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
        || word.chars().any(char::is_uppercase);
    !SMALL.contains(&low.as_str()) && !word.starts_with(['\'', '’']) && (shaped || !strict)
}

/// Two or more names in the header row of a table, where the article uses them.
fn in_tables(document: &Document, usage: &Usage) -> Roster {
    for block in &document.blocks {
        let BlockKind::Table(table) = &block.kind else { continue };
        let Some(header) = table.rows.first().filter(|_| table.header_rows > 0) else { continue };
        let cells = header.iter().skip(1).map(|cell| document.words(*cell).trim().to_owned());
        let names: Vec<String> = cells.filter(|cell| is_name(cell) && usage.count(cell) >= 3).collect();
        if (2..=MOST_SUBJECTS).contains(&names.len()) && names.len() + 1 == header.len() {
            return roster(names);
        }
    }
    Roster::default()
}

/// Two or more headings that are names, or ask what a name is.
fn in_headings(document: &Document, usage: &Usage) -> Roster {
    let mut names: Vec<String> = Vec::new();
    for section in document.sections.iter().filter(|section| !section.heading.is_empty()) {
        let heading = document.words(section.heading);
        let heading = heading.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ')' || c == ' ');
        let asked = ["What is ", "What Is ", "What are ", "Why choose ", "Introduction to ", "About "];
        let name = asked.iter().find_map(|lead| heading.strip_prefix(lead)).unwrap_or(heading).trim_end_matches('?');
        let name = name.split([':', '(', '–', '—']).next().unwrap_or(name).trim();
        if is_name(name) && usage.count(name) >= 4 {
            names.push(name.to_owned());
        }
    }
    dedup(&mut names);
    if (2..=MOST_SUBJECTS).contains(&names.len()) { roster(names) } else { Roster::default() }
}

fn is_name(words_of_it: &str) -> bool {
    const NOT_NAMES: &[&str] = &[
        "Introduction",
        "Conclusion",
        "Pros",
        "Cons",
        "Performance",
        "Overview",
        "Summary",
        "Price",
        "Pricing",
        "Features",
        "Security",
        "Yes",
        "No",
        "Description",
        "Notes",
        "Verdict",
        "References",
        "Background",
        "Scalability",
        "Winner",
    ];
    let tokens: Vec<&str> = words_of_it.split_whitespace().collect();
    (1..=4).contains(&tokens.len()) && tokens.iter().all(|word| may_name(word, true)) && !NOT_NAMES.contains(&tokens[0])
}

/// The maker of a subject stands for it where the article says "Maker's Subject" or "Maker Subject":
/// one word with a capital that goes before one subject only.
fn add_makers(roster: &mut Roster, document: &Document) {
    let tokens: Vec<&str> = words(&document.text).into_iter().map(|(word, _)| word).collect();
    let names: Vec<Vec<String>> = roster.subjects.iter().map(|subject| super::names::words_of(&subject.name)).collect();
    let mut found: Vec<(usize, String)> = Vec::new();
    for at in 1..tokens.len() {
        for (owner, name) in names.iter().enumerate() {
            let here = tokens[at..].iter().zip(name).filter(|(word, name)| word.to_lowercase() == **name).count();
            if here < name.len() {
                continue;
            }
            let possessive = at >= 2 && matches!(tokens[at - 1], "'s" | "’s");
            let maker = if possessive { tokens[at - 2] } else { continue };
            let inside_sentence = at < 3 || !matches!(tokens[at - 3], "." | "!" | "?" | ":");
            if maker.chars().next().is_some_and(char::is_uppercase) && maker.len() >= 3 && inside_sentence {
                found.push((owner, maker.to_owned()));
            }
        }
    }
    for (owner, maker) in &found {
        let shared = found.iter().any(|(other, name)| other != owner && name == maker);
        let other_name =
            names.iter().enumerate().any(|(other, name)| other != *owner && name.contains(&maker.to_lowercase()));
        let aliases = &mut roster.subjects[*owner].aliases;
        if !shared && !other_name && !aliases.contains(maker) {
            aliases.push(maker.clone());
        }
    }
}

/// "Group classes" and "private instruction" may also be "group lessons" and "private lessons": a noun
/// that follows the first words of two names stands for the second word of each.
fn add_parallels(roster: &mut Roster, document: &Document) {
    let names: Vec<Vec<String>> = roster.subjects.iter().map(|subject| super::names::words_of(&subject.name)).collect();
    if names.iter().any(|name| name.len() < 2) {
        return;
    }
    let tokens: Vec<String> = words(&document.text).into_iter().map(|(word, _)| word.to_lowercase()).collect();
    let noun = |word: &str| word.len() >= 4 && word.chars().all(char::is_alphabetic);
    let mut followers: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for pair in tokens.windows(3) {
        for (owner, name) in names.iter().enumerate().filter(|(_, name)| name[0] == pair[0]) {
            let _ = name;
            for tail in [vec![pair[1].clone()], vec![pair[1].clone(), pair[2].clone()]] {
                if tail.iter().all(|word| noun(word)) {
                    followers.entry(tail.join(" ")).or_default().insert(owner);
                }
            }
        }
    }
    for (tail, owners) in followers.into_iter().filter(|(_, owners)| owners.len() >= 2) {
        for owner in owners {
            let alias = format!("{} {tail}", names[owner][0]);
            if !names.contains(&super::names::words_of(&alias)) {
                roster.subjects[owner].aliases.push(alias);
            }
        }
    }
}

fn add_aliases(roster: &mut Roster, lexicon: &Lexicon) {
    for subject in &mut roster.subjects {
        let Some(canonical) = lexicon.subject(&subject.name).map(str::to_owned) else { continue };
        let names = lexicon.subject_names().filter(|(_, owner)| *owner == canonical);
        let mut names: Vec<String> = names.map(|(name, _)| name.to_owned()).collect();
        names.sort();
        subject.aliases.extend(names);
        subject.aliases.push(std::mem::replace(&mut subject.name, canonical));
    }
}
