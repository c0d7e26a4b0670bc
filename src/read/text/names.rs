//! The names that an article compares, as far as a reader of layout needs them: to know the head of a
//! table that has run together, and which cell speaks of whom.

use std::collections::BTreeMap;

/// How much of a text is looked at.
const REACH: usize = 200_000;

/// The two or more names that the article sets side by side most often (`Kale vs Chard`), in the order in
/// which it names them.
pub(super) fn compared(text: &str) -> Vec<String> {
    let mut end = text.len().min(REACH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut pairs: BTreeMap<(String, String), (usize, usize)> = BTreeMap::new();
    let mut count = 0;
    for line in text[..end].lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        for (i, word) in words.iter().enumerate() {
            let Some(weight) = weight(word) else { continue };
            let (Some(left), Some(right)) = (name_before(&words[..i]), name_after(&words[i + 1..])) else { continue };
            if left.eq_ignore_ascii_case(&right) {
                continue;
            }
            count += 1;
            let key = if left < right { (left, right) } else { (right, left) };
            pairs.entry(key).or_insert((0, count)).0 += weight;
        }
    }
    let best = pairs.iter().max_by_key(|(_, (score, first))| (*score, usize::MAX - first));
    let Some(((left, right), (score, _))) = best else { return Vec::new() };
    if *score < 2 {
        return Vec::new();
    }
    let mut names = vec![left.clone(), right.clone()];
    // A third name stands beside both of the first two.
    for ((a, b), (score, _)) in &pairs {
        for (one, other) in [(a, b), (b, a)] {
            if *score >= 3 && names.contains(one) && !names.contains(other) && names.len() < 6 {
                names.push(other.clone());
            }
        }
    }
    names
}

fn weight(word: &str) -> Option<usize> {
    match word.to_lowercase().trim_end_matches('.') {
        "vs" | "versus" => Some(4),
        "or" | "and" => Some(1),
        _ => None,
    }
}

fn name_before(words: &[&str]) -> Option<String> {
    let last = words.last()?;
    if last.ends_with([',', '.', ';', ':', ')', '?', '!']) {
        return None;
    }
    let mut from = words.len() - 1;
    if !capital(last) {
        return None;
    }
    while from > 0 && words.len() - from < 3 && capital(words[from - 1]) && !ends(words[from - 1]) {
        from -= 1;
    }
    // The first word of a sentence has a capital whatever it is.
    while from < words.len() - 1 && common(words[from]) {
        from += 1;
    }
    Some(words[from..].join(" ")).filter(|name| !common(name))
}

fn name_after(words: &[&str]) -> Option<String> {
    let mut name: Vec<&str> = Vec::new();
    for word in words.iter().take(3) {
        if !capital(word) {
            break;
        }
        name.push(word);
        if ends(word) {
            break;
        }
    }
    let name = name.join(" ");
    let name = name
        .trim_end_matches(|c: char| !c.is_alphanumeric() && c != '+' && c != '#')
        .trim_end_matches("’s")
        .trim_end_matches("'s");
    Some(name.to_owned()).filter(|name| !name.is_empty() && !common(name))
}

fn capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn ends(word: &str) -> bool {
    word.ends_with(|c: char| !c.is_alphanumeric() && c != '+' && c != '#')
}

fn common(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "a",
        "and",
        "advantages",
        "are",
        "best",
        "between",
        "both",
        "choose",
        "choosing",
        "compare",
        "comparing",
        "cons",
        "difference",
        "differences",
        "disadvantages",
        "for",
        "how",
        "if",
        "in",
        "is",
        "it",
        "key",
        "or",
        "pros",
        "since",
        "the",
        "this",
        "use",
        "using",
        "what",
        "when",
        "which",
        "while",
        "whether",
        "why",
        "with",
        "you",
    ];
    WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Does `words` begin with `name` as a whole word?
pub(super) fn begins(words: &str, name: &str) -> bool {
    let Some(head) = words.get(..name.len()) else { return false };
    head.eq_ignore_ascii_case(name) && !words[name.len()..].starts_with(char::is_alphanumeric)
}

/// Where the columns begin in a line that is nothing but names (and a word for the first column):
/// `Feature Kale Chard`. The names are at least two and differ.
pub(super) fn header(words: &str, names: &[String]) -> Option<Vec<(usize, usize)>> {
    let mut columns: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    let first = words.split_whitespace().next()?;
    if label(first) {
        at = first.len();
        columns.push((0, at));
    }
    while at < words.len() {
        at += words[at..].len() - words[at..].trim_start_matches([' ', '\t', '|', '/']).len();
        let name = names.iter().filter(|name| begins(&words[at..], name)).max_by_key(|name| name.len())?;
        columns.push((at, at + name.len()));
        at += name.len();
    }
    let named: std::collections::BTreeSet<String> =
        columns.iter().map(|(start, end)| words[*start..*end].to_lowercase()).collect();
    let wanted = 2 + usize::from(label(first));
    (columns.len() >= wanted && named.len() == columns.len()).then_some(columns)
}

/// A word that heads the column of row labels.
pub(super) fn label(words: &str) -> bool {
    const WORDS: &[&str] = &[
        "aspect",
        "aspects",
        "attribute",
        "basis",
        "categories",
        "category",
        "characteristic",
        "criteria",
        "criterion",
        "dimension",
        "factor",
        "factors",
        "feature",
        "features",
        "metric",
        "parameter",
        "parameters",
        "point",
        "property",
        "specification",
        "topic",
    ];
    WORDS.iter().any(|known| words.trim_end_matches(':').eq_ignore_ascii_case(known))
}
