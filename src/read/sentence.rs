//! Where sentences end.
//!
//! A stop ends a sentence unless it belongs to an abbreviation, a number, a file name or an initial.
//! Rules rather than a model: the mistakes stay few, explainable, and the same on every machine.

use crate::span::Span;

/// Never the last word of a sentence.
const LEANS_ON: &[&str] = &[
    "e.g", "eg", "i.e", "ie", "vs", "v", "cf", "mr", "mrs", "ms", "dr", "prof", "st", "mt", "approx", "ca", "incl",
    "excl", "esp", "resp", "est", "fig", "figs", "gen", "sen", "rep", "gov", "capt", "sgt", "lt", "col", "rev", "viz",
    "aka", "a.k.a", "max", "min", "avg", "ver",
];

/// A figure follows, or the sentence is over.
const BEFORE_A_FIGURE: &[&str] = &["no", "nos", "vol", "ch", "sec", "p", "pp", "art", "eq", "ed", "pt", "v"];

/// The last word of a sentence only where the next one clearly begins another.
const MAY_END: &[&str] = &[
    "etc", "inc", "ltd", "co", "corp", "llc", "u.s", "u.k", "e.u", "u.n", "u.s.a", "jr", "sr", "ph.d", "m.d", "b.sc",
    "m.sc", "al", "a.m", "p.m", "dept", "bros", "gmbh", "d.c", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "ave", "blvd", "rd",
];

/// Words that begin a sentence far more often than a name.
const OPENERS: &[&str] = &[
    "a", "after", "all", "although", "an", "and", "another", "any", "as", "at", "because", "both", "but", "by", "do",
    "each", "either", "even", "every", "finally", "first", "for", "from", "given", "he", "her", "here", "his", "how",
    "however", "i", "if", "in", "instead", "is", "it", "it's", "its", "let's", "many", "more", "most", "my", "neither",
    "no", "not", "now", "of", "on", "once", "one", "only", "or", "other", "others", "our", "over", "she", "since",
    "so", "some", "still", "such", "that", "that's", "the", "their", "then", "there", "these", "they", "this", "those",
    "though", "thus", "to", "unlike", "until", "use", "we", "what", "when", "where", "whereas", "whether", "which",
    "while", "who", "why", "with", "without", "yes", "yet", "you", "your",
];

/// How many characters of a word are looked at.
const LONGEST: usize = 64;

/// The sentences of a block, without the white space around them.
pub(crate) fn split(text: &str, within: Span) -> Vec<Span> {
    let words = within.of(text);
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some((stop, c)) = next_stop(words, at) {
        let after = past_stops(words, stop);
        let end = past_closers(words, after);
        at = end.max(stop + c.len_utf8());
        // One that opens a line marks it ("❌ No spare parts") and ends nothing.
        let said = words[start..stop].chars().any(char::is_alphanumeric);
        let cut = if pictograph(c) { said && picture_ends(words, end) } else { ends(words, start, stop, after, end) };
        if cut {
            push(&mut found, words, start..end, within.start);
            start = end;
        }
    }
    push(&mut found, words, start..words.len(), within.start);
    found
}

fn push(found: &mut Vec<Span>, words: &str, range: std::ops::Range<usize>, shift: usize) {
    let sentence = &words[range.clone()];
    let trimmed = sentence.trim();
    if !trimmed.is_empty() {
        let start = range.start + (sentence.len() - sentence.trim_start().len());
        found.push(Span::new(start, start + trimmed.len()).shifted(shift));
    }
}

fn next_stop(words: &str, from: usize) -> Option<(usize, char)> {
    let found = words[from..].char_indices().find(|(_, c)| is_stop(*c) || pictograph(*c));
    found.map(|(i, c)| (from + i, c))
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

fn pictograph(c: char) -> bool {
    matches!(u32::from(c), 0x1F300..=0x1FAFF | 0x2600..=0x27BF | 0x2B50 | 0x2B55)
}

fn past_stops(words: &str, stop: usize) -> usize {
    let run = words[stop..].find(|c| !is_stop(c) && !pictograph(c) && c != '\u{fe0f}');
    run.map_or(words.len(), |i| stop + i)
}

/// Closing quotes and brackets belong to the sentence that they close, and so does a note's number.
fn past_closers(words: &str, from: usize) -> usize {
    let mut at = from;
    for c in words[from..].chars() {
        match c {
            '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '}' | '*' | '_' => at += c.len_utf8(),
            _ => break,
        }
    }
    let Some(note) = words[at..].strip_prefix('[') else { return at };
    let digits = note.bytes().take(4).take_while(u8::is_ascii_digit).count();
    if (1..4).contains(&digits) && note[digits..].starts_with(']') { at + digits + 2 } else { at }
}

/// Does the sentence that began at `start` end with the stops from `stop` to `after` and the closers
/// up to `end`?
fn ends(words: &str, start: usize, stop: usize, after: usize, end: usize) -> bool {
    let rest = &words[end..];
    let Some(next) = rest.chars().next() else { return true };
    let stops = &words[stop..after];
    if stops.contains(['。', '！', '？']) {
        return true;
    }
    if !next.is_whitespace() {
        let capital = next.is_uppercase() || !next.is_alphanumeric();
        return capital && glued(words, word_before(&words[start..stop]), stops, after, end);
    }
    let before = word_before(&words[start..stop]);
    let next_word = first_word(rest);
    let small = next_word.chars().next().is_some_and(char::is_lowercase) && !odd_name(next_word);
    if stops != "." {
        return !small;
    }
    let bare = before.trim_start_matches(|c: char| !c.is_alphanumeric());
    let low = bare.to_lowercase();
    if LEANS_ON.contains(&low.as_str()) {
        return false;
    }
    let figure = next_word.starts_with(|c: char| c.is_ascii_digit());
    if BEFORE_A_FIGURE.contains(&low.as_str()) && figure {
        return false;
    }
    let opener = OPENERS.contains(&next_word.trim_end_matches([',', ':']).to_lowercase().as_str());
    if low == "etc" || low == "a.m" || low == "p.m" {
        return !small && !figure;
    }
    if MAY_END.contains(&low.as_str()) {
        return opener && !small;
    }
    let initial = bare.chars().count() == 1 && bare.chars().all(char::is_uppercase) && bare != "I";
    if initial {
        return opener && !small;
    }
    // The number of an item, not the end of a sentence.
    let opens = before.len() < 9 && words[start..stop - before.len()].bytes().take(9).all(|b| b == b' ');
    if opens && stop - start < 18 && before.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    if small {
        let plain = bare.chars().all(char::is_alphabetic) && bare.chars().count() >= 5;
        return plain && end == after;
    }
    true
}

/// A stop with no white space after it: `the setup.It needs` is two sentences, `settings.py`,
/// `Node.js` and `3.11` are none.
fn glued(words: &str, before: &str, stops: &str, after: usize, end: usize) -> bool {
    let right = first_word(&words[end..]);
    let mut letters = right.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    if !capital {
        return false;
    }
    if end > after {
        return words[after..end].ends_with(['"', '”', ')', '’', ']']) && !words[after..end].starts_with('(');
    }
    let left_plain = before.chars().count() >= 3 && before.chars().all(char::is_lowercase);
    let word = right.trim_end_matches(|c: char| !c.is_alphanumeric());
    let mut rest = word.chars().skip(1).peekable();
    let right_plain = rest.peek().is_some() && rest.all(|c| c.is_lowercase() || c == '\'' || c == '’')
        || OPENERS.contains(&word.to_lowercase().as_str());
    let low = word.to_lowercase();
    let domain = matches!(low.as_str(), "js" | "net" | "io" | "com" | "org" | "py" | "ai" | "dev" | "app");
    let member = low.starts_with(before.trim_end_matches('s')) || before.starts_with(&low);
    left_plain && right_plain && !domain && (stops != "." || !member)
}

/// An emoji with no stop before it ends a sentence where the next word clearly begins another.
fn picture_ends(words: &str, end: usize) -> bool {
    let next = first_word(&words[end..]);
    words[end..].starts_with(char::is_whitespace)
        && next.starts_with(char::is_uppercase)
        && OPENERS.contains(&next.to_lowercase().as_str())
}

fn word_before(words: &str) -> &str {
    let start = words.char_indices().rev().take(LONGEST).find(|(_, c)| c.is_whitespace());
    let word = start.map_or(words, |(i, c)| &words[i + c.len_utf8()..]);
    if word.len() > 4 * LONGEST { "" } else { word }
}

fn first_word(words: &str) -> &str {
    let skipped = words.char_indices().take(8).find(|(_, c)| !c.is_whitespace()).map_or(0, |(i, _)| i);
    let words = words[skipped..].trim_start_matches(['"', '“', '‘', '\'', '(', '[', '*', '_', '«']);
    // No word that matters is longer; looking further would take quadratic time where nothing is parted.
    let end = words.char_indices().take(LONGEST).find(|(_, c)| c.is_whitespace()).map(|(i, _)| i);
    let end = end.or_else(|| words.char_indices().nth(LONGEST).map(|(i, _)| i));
    &words[..end.unwrap_or(words.len())]
}

/// A name that begins with a small letter: `iOS`, `settings.py`, `npm_run`.
fn odd_name(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    word.chars().skip(1).any(char::is_uppercase) || word.contains(['.', '_', '/'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        split(text, Span::new(0, text.len())).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn a_stop_before_a_capital_ends_a_sentence() {
        assert_eq!(sentences("It is fast. Very fast! Is it? Yes."), ["It is fast.", "Very fast!", "Is it?", "Yes."]);
    }

    #[test]
    fn abbreviations_do_not() {
        for whole in [
            "Tools, e.g. Flask, are small.",
            "Kale vs. Django is no contest.",
            "Dr. Smith of Acme Inc. Boston agrees.",
            "The U.S. market is large.",
            "It takes approx. Three hours.",
            "See No. 5 in the list.",
            "J. R. R. Tolkien wrote it.",
            "It offers forms, routes, etc. for free.",
        ] {
            assert_eq!(sentences(whole), [whole]);
        }
    }

    #[test]
    fn a_picture_that_opens_a_line_ends_nothing() {
        assert_eq!(sentences("❌ No spare parts"), ["❌ No spare parts"]);
        assert_eq!(sentences("It is fast ✅ The other is not."), ["It is fast ✅", "The other is not."]);
    }

    #[test]
    fn an_abbreviation_may_be_the_last_word() {
        assert_eq!(sentences("It has forms, etc. The other has not."), ["It has forms, etc.", "The other has not."]);
        assert_eq!(sentences("It sells in the U.S. It is cheap."), ["It sells in the U.S.", "It is cheap."]);
    }

    #[test]
    fn numbers_versions_and_file_names_do_not() {
        for whole in [
            "It is 2.5x smaller since v1.2 on 3.11.",
            "Edit settings.py or example.com, then Node.js and Vue.JS and ASP.NET.",
            "1. Fast setup",
            "It inherits from models.Model there.",
        ] {
            assert_eq!(sentences(whole), [whole]);
        }
        assert_eq!(sentences("Edit settings.py. Then run it."), ["Edit settings.py.", "Then run it."]);
        assert_eq!(sentences("Out since 2005. Flask is newer."), ["Out since 2005.", "Flask is newer."]);
    }

    #[test]
    fn closers_belong_to_the_sentence_before() {
        assert_eq!(
            sentences("He said \"it works.\" Then (it broke.) So."),
            ["He said \"it works.\"", "Then (it broke.)", "So."]
        );
        assert_eq!(sentences("It is fast.[1] And small."), ["It is fast.[1]", "And small."]);
        assert_eq!(sentences("\"Does it?\" he asked."), ["\"Does it?\" he asked."]);
    }

    #[test]
    fn a_missing_space_is_forgiven() {
        assert_eq!(sentences("An easy setup.It needs no file."), ["An easy setup.", "It needs no file."]);
        assert_eq!(sentences("Is it good?Yes it is."), ["Is it good?", "Yes it is."]);
    }

    #[test]
    fn ellipses_and_emoji() {
        assert_eq!(
            sentences("Well... it depends. Really?! Yes 🚀 The end."),
            ["Well... it depends.", "Really?!", "Yes 🚀", "The end."]
        );
        assert_eq!(sentences("Flask 🚀 Django"), ["Flask 🚀 Django"]);
        assert_eq!(sentences("So fast. 🚀 Next one."), ["So fast.", "🚀 Next one."]);
    }
}
