//! Lists that lost their bullets: short lines under a label such as `Pros of Kale`.

use super::line;
use super::part::{Kind, Part};

/// Makes items of the bare lines under a label: two or more short lines without a stop, after a line that
/// names a side or ends in a colon.
pub(super) fn labelled(text: &str, parts: &mut [Part], usual: usize) {
    let mut at = 0;
    while at < parts.len() {
        let label = parts[at].words(text);
        let opens = matches!(parts[at].kind, Kind::Line | Kind::Prose)
            && (label.ends_with(':') || (line::count(label) <= 6 && line::sides(label) && !line::stopped(label)));
        let mut end = at + 1;
        while opens && end < parts.len() && bare(text, &parts[end]) && (parts[end].gap <= usual || end == at + 1) {
            end += 1;
        }
        // The last line may be the heading of the prose after it.
        let heads = parts.get(end).is_some_and(|next| {
            let words = next.words(text);
            let lead = words.ends_with(':') && line::count(words) > 6 && !line::sides(words);
            next.gap > 0 && next.gap <= usual && (lead || next.prose(text))
        });
        if heads && end - at > 1 && parts[end - 1].gap > 0 {
            end -= 1;
        }
        if end - at > 2 {
            make_items(&mut parts[at + 1..end]);
        }
        at = end.max(at + 1);
    }
}

/// Makes items of the bare lines after a paragraph, once the headings are known.
pub(super) fn after_prose(text: &str, parts: &mut [Part], usual: usize) {
    let mut at = 0;
    while at < parts.len() {
        let mut next = at + 1;
        if matches!(parts[at].kind, Kind::Line | Kind::Prose) && parts[at].prose(text) {
            let count = bare_after(text, &parts[next..], usual);
            make_items(&mut parts[next..next + count]);
            next += count;
        }
        at = next;
    }
}

fn make_items(parts: &mut [Part]) {
    for (i, part) in parts.iter_mut().enumerate() {
        part.kind = Kind::Item { depth: 0, first: i == 0 };
    }
}

/// How many bare lines after a paragraph are items: three or more that say something, and an article that
/// goes on after them. A menu has shorter lines and nothing after it.
fn bare_after(text: &str, parts: &[Part], usual: usize) -> usize {
    let bare = |part: &&Part| bare(text, part) && part.gap <= usual && !super::page::chrome(part.words(text));
    let count = parts.iter().take_while(bare).count();
    let words: usize = parts[..count].iter().map(|part| line::count(part.words(text))).sum();
    let goes_on = parts.get(count).is_some_and(|next| matches!(next.kind, Kind::Heading(_)) || next.prose(text));
    if count >= 3 && words >= count * 3 && goes_on { count } else { 0 }
}

fn bare(text: &str, part: &Part) -> bool {
    let words = part.words(text);
    part.short(text) && !words.ends_with([':', '?', '.']) && !line::verdict(words) && !line::sides(words)
}
