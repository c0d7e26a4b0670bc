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
        if words.is_empty() {
            gap += 1;
            continue;
        }
        let begin = raw.len() - raw.trim_start_matches(blank).len();
        let indent = raw[..begin].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
        let end = raw.trim_end().len().max(begin + words.len());
        lines.push(Line { at: start + begin..start + begin + words.len(), whole: start..start + end, gap, indent });
        gap = 0;
    }
    lines
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
        "likes",
        "dislikes",
        "positives",
        "negatives",
        "good",
        "bad",
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
    let end = words.find(['.', ')']).filter(|end| *end > 0)?;
    let rest = words[end + 1..].strip_prefix([' ', '\t', '\u{a0}'])?.trim_start();
    let mark = words[..end].trim_start_matches('(');
    if mark.len() <= 2 && mark.bytes().all(|b| b.is_ascii_digit()) {
        return mark.parse().ok().map(|number| (rest, Some(number)));
    }
    let letter = mark.len() == 1 && mark.bytes().all(|b| b.is_ascii_lowercase()) && words[end..].starts_with(')');
    letter.then(|| (rest, mark.bytes().next().map(|b| u32::from(b - b'a') + 1)))
}
