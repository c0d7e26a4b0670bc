//! Headings that lost their marks: a short line by itself, with something under it to be the heading of.

use super::line;
use super::part::{Kind, Part};

/// Makes headings of the lines that read as such. Levels are guessed: numbered ones stand below the others.
pub(super) fn find(text: &str, parts: &mut [Part], usual: usize) {
    for i in (0..parts.len()).rev() {
        let (here, after) = parts.split_at_mut(i + 1);
        let alone = after.first().is_none_or(|next| next.gap > 0);
        if let Some(level) = level(text, &here[i], here[..i].last(), after, alone, usual) {
            let part = &mut here[i];
            // A number is part of the heading's words, as in the article.
            if let (Kind::Item { .. }, Some(_)) = (&part.kind, part.number) {
                let start = text[..part.at.start].rfind('\n').map_or(0, |at| at + 1);
                part.at.start = start + (text[start..].len() - text[start..].trim_start().len());
            }
            part.kind = Kind::Heading(level);
        }
    }
}

fn level(text: &str, part: &Part, before: Option<&Part>, after: &[Part], alone: bool, usual: usize) -> Option<u8> {
    let words = part.words(text);
    let next = after.first()?;
    let own = part.gap > 0 || before.is_none();
    let most = if words.ends_with('?') || words.contains(" vs") { 14 } else { 9 };
    let shaped = own && line::count(words) <= most && headed(words);
    if !shaped {
        return None;
    }
    match part.kind {
        Kind::Item { .. } if part.number.is_some() && !text[part.at.clone()].contains('\n') => {
            let among = before.is_some_and(|b| follows(b, part)) || follows(part, next);
            let prose = next.prose(text) && (next.gap > 0 || line::count(next.words(text)) > 15);
            (!among && prose && next.number.is_none()).then_some(3)
        }
        Kind::Line => {
            let colon = words.ends_with(':');
            if colon && (line::count(words) > 4 || !next.prose(text) || !alone) {
                return None;
            }
            // Right under a paragraph without a gap, the next line must be clearly prose.
            let sure = alone || (line::count(next.words(text)) >= 12 && line::stopped(next.words(text)));
            (sure && heads(text, after, usual)).then_some(2)
        }
        _ => None,
    }
}

/// Are these two items of one numbered list, one after the other?
fn follows(first: &Part, second: &Part) -> bool {
    matches!((first.number, second.number), (Some(a), Some(b)) if a.abs_diff(b) <= 1)
}

/// Can what follows stand under a heading? Prose can, a list, a table, and a heading that itself heads
/// something; captions may come first.
fn heads(text: &str, after: &[Part], usual: usize) -> bool {
    for (i, next) in after.iter().take(4).enumerate() {
        if i > 0 && next.gap > usual {
            return false;
        }
        let words = next.words(text);
        let label = words.ends_with(':') || line::verdict(words) || line::sides(words);
        if matches!(next.kind, Kind::Heading(_)) {
            // A third heading in a row is a menu.
            return after.get(i + 1).is_none_or(|further| !matches!(further.kind, Kind::Heading(_)));
        }
        if !matches!(next.kind, Kind::Line) || next.prose(text) || label {
            return true;
        }
        let caption = line::stopped(words) || (next.gap == 0 && i > 0);
        if !caption {
            return false;
        }
    }
    false
}

/// The words after a Roman number or a single letter: `III. Looks`, `B. Price`.
fn unnumbered(words: &str) -> &str {
    let Some((number, rest)) = words.split_once(". ") else { return words };
    let roman = !number.is_empty() && number.len() <= 5 && number.bytes().all(|b| b"IVX".contains(&b));
    let letter = number.len() == 1 && number.bytes().all(|b| b.is_ascii_uppercase());
    if roman || letter { rest } else { words }
}

/// Does the line have the shape of a heading?
fn headed(words: &str) -> bool {
    let stop = words.ends_with(['.', '!', ';', ',', '…']);
    let inner = unnumbered(words).contains(". ")
        && !words.to_lowercase().contains("vs.")
        && !words.starts_with(|c: char| c.is_ascii_digit());
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let sign = words.contains(['←', '→', '↑', '↓', '©', '×']) || letters * 2 < words.chars().count();
    let link = sign || words.contains("://") || words.contains('@');
    let first = words.chars().find(|c| c.is_alphanumeric());
    let capital = first.is_some_and(|c| !c.is_lowercase()) || words.to_lowercase().contains(" vs");
    !stop && !inner && !link && capital && !line::verdict(words) && !super::page::chrome(words)
}
