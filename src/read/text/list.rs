//! Lists that lost their bullets: short lines under a label such as `Pros of Kale`.

use super::line;
use super::part::{Kind, Part};

/// Makes items of the bare lines under a label: two or more short lines without a stop, after a line that
/// names a side or ends in a colon.
pub(super) fn loose(text: &str, parts: &mut [Part], usual: usize) {
    let mut at = 0;
    while at < parts.len() {
        let label = parts[at].words(text);
        let opens = match parts[at].kind {
            Kind::Line | Kind::Prose => {
                label.ends_with(':') || (line::count(label) <= 6 && line::sides(label) && !line::stopped(label))
            }
            Kind::Heading(_) => line::sides(label),
            _ => false,
        };
        let mut end = at + 1;
        while opens && end < parts.len() && bare(text, &parts[end]) && (parts[end].gap <= usual || end == at + 1) {
            end += 1;
        }
        if end - at > 2 {
            for (i, part) in parts[at + 1..end].iter_mut().enumerate() {
                part.kind = Kind::Item { depth: 0, first: i == 0 };
            }
            at = end;
        } else {
            at += 1;
        }
    }
}

fn bare(text: &str, part: &Part) -> bool {
    let words = part.words(text);
    part.short(text) && !words.ends_with([':', '?', '.']) && !line::verdict(words) && !line::sides(words)
}
