//! The lines of a text, and what one line alone can tell.

use std::ops::Range;

/// A line with words on it.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// The words, without the white space around them.
    pub at: Range<usize>,
    /// The line with its indentation, without its end.
    pub whole: Range<usize>,
    /// How many empty lines stand before it.
    pub gap: usize,
    /// How far it is indented, in columns.
    pub indent: usize,
}

/// The lines that have words. Spaces that cannot be seen make no words.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut gap = 0;
    let mut at = 0;
    for raw in text.split_inclusive(['\n', '\u{c}']) {
        let start = at;
        at += raw.len();
        let blank = |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}');
        let words = raw.trim_matches(blank);
        let begin = raw.len() - raw.trim_start_matches(blank).len();
        if words.is_empty() || page_number(words, begin) {
            gap += 1;
            continue;
        }
        let indent = raw[..begin].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
        let end = raw.trim_end().len().max(begin + words.len());
        lines.push(Line { at: start + begin..start + begin + words.len(), whole: start..start + end, gap, indent });
        gap = 0;
    }
    lines
}

/// `Page 3 of 4`, `- 2 -`, or a bare number in the middle of the line: where a page of paper ended.
fn page_number(words: &str, indent: usize) -> bool {
    let figure = |word: &str| !word.is_empty() && word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
    if words.len() > 20 {
        return false;
    }
    match *words.split_whitespace().collect::<Vec<_>>() {
        [number] => indent >= 20 && figure(number),
        ["-", number, "-"] | ["–", number, "–"] => figure(number),
        [page, number] => page.eq_ignore_ascii_case("page") && figure(number),
        [page, number, "of", last] => page.eq_ignore_ascii_case("page") && figure(number) && figure(last),
        _ => false,
    }
}

/// How many words.
pub(super) fn count(words: &str) -> usize {
    words.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Does it end as a sentence does, the stop perhaps within a quote or a bracket?
pub(super) fn stopped(words: &str) -> bool {
    words.trim_end_matches(['"', '”', '’', '\'', ')', ']']).ends_with(['.', '!', '?', '…', '。'])
}

/// `Winner: Kale`, `Verdict - it depends`: says what follows, and is never a heading.
pub(super) fn verdict(words: &str) -> bool {
    const LABELS: &[&str] =
        &["winner", "verdict", "our verdict", "the verdict", "our pick", "the winner", "overall winner", "best choice"];
    let label = words.split_once([':', '–', '—']).or_else(|| words.split_once(" - ")).map(|(label, _)| label);
    label.is_some_and(|label| LABELS.contains(&label.trim().to_lowercase().as_str()))
}

/// A line that speaks of two sides: `Pros`, `Disadvantages of Kale`.
pub(super) fn sides(words: &str) -> bool {
    const WORDS: &[&str] = &[
        "advantages",
        "advantage",
        "disadvantages",
        "disadvantage",
        "pros",
        "cons",
        "benefits",
        "drawbacks",
        "strengths",
        "weaknesses",
        "upsides",
        "downsides",
        "limitations",
        "positives",
        "negatives",
    ];
    words.split(|c: char| !c.is_alphanumeric()).any(|word| WORDS.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

/// What stands after the mark of a list item, and the number that the mark may be.
pub(super) fn item(words: &str) -> Option<(&str, Option<u32>)> {
    let first = words.chars().next()?;
    if matches!(
        first,
        '•' | '▪'
            | '‣'
            | '◦'
            | '·'
            | '●'
            | '○'
            | '■'
            | '□'
            | '➤'
            | '►'
            | '▸'
            | '➔'
            | '→'
            | '✓'
            | '✔'
            | '✗'
            | '✘'
            | '✅'
            | '❌'
            | '☑'
            | '☐'
            | '✕'
            | '✖'
    ) {
        let rest = words[first.len_utf8()..].trim_start_matches('\u{fe0f}');
        return Some((rest.trim_start(), None));
    }
    if matches!(first, '-' | '*' | '–' | '—' | '+') {
        let rest = words[first.len_utf8()..].strip_prefix([' ', '\t', '\u{a0}'])?;
        return Some((rest.trim_start(), None)).filter(|(rest, _)| rest.contains(char::is_alphanumeric));
    }
    // The hollow bullet of a word processor, turned into a letter.
    if let Some(rest) = words.strip_prefix("o ").or_else(|| words.strip_prefix("o\t")).map(str::trim_start) {
        return rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()).then_some((rest, None));
    }
    let end = words.find(['.', ')']).filter(|end| *end > 0)?;
    let rest = words[end + 1..].strip_prefix([' ', '\t', '\u{a0}'])?.trim_start();
    let mark = words[..end].trim_start_matches('(');
    if mark.len() <= 2 && mark.bytes().all(|b| b.is_ascii_digit()) {
        return mark.parse().ok().map(|number| (rest, Some(number)));
    }
    let letter = mark.len() == 1 && mark.bytes().all(|b| b.is_ascii_lowercase()) && words[end..].starts_with(')');
    letter.then(|| (rest, mark.bytes().next().map(|b| u32::from(b - b'a') + 1)))
}
