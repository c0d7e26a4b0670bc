//! What stands on the page twice, by its layout: the title over a gallery, a caption for each width of
//! the screen, a table for small screens beside the one for large ones, a quote of what is said above.
//!
//! The words themselves show it; of two copies the one in its place stays.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::furniture::{captions, is_paragraph};
use super::hints::Hints;
use super::lines::{Line, lines};
use super::tree::{Item, heading_level};

/// A line of this many letters, or of a paragraph's where it is an item, that stands twice among so many
/// lines is there by the page's layout.
const REPEATED: usize = 40;
const WITHIN: usize = 2;

/// Drops the copies within the article at `root`; `title` is the heading with its title.
pub(super) fn drop_copies(items: &[Item<'_>], kept: &mut [bool], root: usize, title: Option<usize>) {
    drop_small_screens(items, kept, root);
    let lines = lines(items, kept, root, items[root].end);
    let title = title.map(|title| Line::of(items, title).gist(items, kept));
    let mut last: VecDeque<((usize, String), &Line, bool)> = VecDeque::new();
    let mut said: HashSet<u64> = HashSet::new();
    for line in lines.iter().filter(|line| !line.is_within(items, &["table", "dl", "pre"])) {
        if line.is_heading(items) {
            continue;
        }
        let words = line.gist(items, kept);
        let caption = captions(items, line).next().is_some();
        let long = if line.is_within(items, &["li"]) { is_paragraph(line) } else { line.letters >= REPEATED };
        let before = last.iter().position(|(before, ..)| long && *before == words);
        let quoted = || long && line.is_within(items, &["blockquote"]) && said.contains(&hash(&words));
        match before {
            // A paragraph that says what a caption said is no copy of it.
            Some(at) if last[at].2 && !caption => last[at].1.drop(items, kept),
            Some(_) => line.drop(items, kept),
            None if title.as_ref() == Some(&words) || quoted() => line.drop(items, kept),
            None => {}
        }
        if long {
            said.insert(hash(&words));
            last.truncate(WITHIN - 1);
            last.push_front((words, line, caption));
        }
    }
}

/// Drops parts that are named for small screens and say what other parts say.
fn drop_small_screens(items: &[Item<'_>], kept: &mut [bool], root: usize) {
    let mut at = root + 1;
    while at < items[root].end {
        let item = &items[at];
        if !kept[at] {
            at = item.end;
            continue;
        }
        if item.hints.has(Hints::SMALL_SCREEN) && item.end - at > 3 {
            let (own, rest) = (runs(items, kept, at..item.end), runs(items, kept, root..at));
            let after = runs(items, kept, item.end..items[root].end);
            let elsewhere = own.iter().filter(|run| rest.contains(run) || after.contains(run)).count();
            if own.len() >= 8 && elsewhere * 2 > own.len() && heads_elsewhere(items, kept, root, at) {
                kept[at] = false;
                at = item.end;
                continue;
            }
        }
        at += 1;
    }
}

/// Does every heading within an element stand elsewhere in the article too?
fn heads_elsewhere(items: &[Item<'_>], kept: &[bool], root: usize, part: usize) -> bool {
    let heads = |at: &usize| heading_level(&items[*at]).is_some();
    let within = (part..items[part].end).filter(heads).map(|at| Line::of(items, at).gist(items, kept));
    let others: BTreeSet<(usize, String)> = (root..part)
        .chain(items[part].end..items[root].end)
        .filter(|at| items[*at].letters == 0 && (heads(at) || matches!(items[*at].name, "th" | "td")))
        .map(|at| Line::of(items, at).gist(items, kept))
        .collect();
    within.into_iter().all(|head| others.contains(&head))
}

/// The rows of three words of some items, as hashes.
fn runs(items: &[Item<'_>], kept: &[bool], range: std::ops::Range<usize>) -> BTreeSet<u64> {
    let mut runs = BTreeSet::new();
    let mut at = range.start;
    while at < range.end {
        if !kept[at] {
            at = items[at].end;
            continue;
        }
        // Rows within one text only: the same cells stand in another order.
        let words = items[at].text().into_iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
        let words: Vec<u64> = words.filter(|word| !word.is_empty()).map(hash).collect();
        runs.extend(words.windows(3).map(hash));
        at += 1;
    }
    runs
}

fn hash<T: Hash>(value: T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
