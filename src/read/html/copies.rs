//! What stands on the page twice, by its layout: the title over a gallery, a caption for each width of
//! the screen, a table for small screens beside the one for large ones, a quote of what is said above.
//!
//! The words themselves show it; of two copies the one in its place stays.

use std::collections::{HashMap, HashSet, VecDeque};
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
    let named = |at: &usize| items[*at].hints.has(Hints::SMALL_SCREEN);
    if !(root + 1..items[root].end).any(|at| named(&at)) {
        return;
    }
    // What stands in a part and elsewhere too stands oftener in the article than in the part.
    let mut all = runs(items, kept, root);
    let mut all_labels = labels(items, kept, root);
    let mut at = root + 1;
    while at < items[root].end {
        let end = items[at].end;
        if kept[at] && named(&at) && end - at > 3 {
            let own = runs(items, kept, at);
            let elsewhere = own.iter().filter(|(run, times)| all.get(*run) > Some(*times)).count();
            if own.len() >= 8 && elsewhere * 2 > own.len() {
                let own_labels = labels(items, kept, at);
                let heads = own_labels.iter().filter(|(_, label)| label.head);
                if heads
                    .into_iter()
                    .all(|(head, label)| all_labels.get(head).is_some_and(|all| all.times > label.times))
                {
                    kept[at] = false;
                    for (run, times) in own {
                        all.entry(run).and_modify(|all| *all -= times);
                    }
                    for (words, label) in own_labels {
                        all_labels.entry(words).and_modify(|all| all.times -= label.times);
                    }
                }
            }
        }
        at = if kept[at] { at + 1 } else { end };
    }
}

/// A heading or a cell.
#[derive(Default)]
struct Label {
    /// How often it stands there.
    times: usize,
    /// Is it a heading at least once?
    head: bool,
}

/// The headings and cells within an element.
fn labels(items: &[Item<'_>], kept: &[bool], index: usize) -> HashMap<(usize, String), Label> {
    let mut labels: HashMap<(usize, String), Label> = HashMap::new();
    for at in index..items[index].end {
        let head = heading_level(&items[at]).is_some();
        if head || matches!(items[at].name, "th" | "td") {
            let label = labels.entry(Line::of(items, at).gist(items, kept)).or_default();
            label.times += 1;
            label.head |= head;
        }
    }
    labels
}

/// The rows of three words of an element, as hashes, and how often each stands there.
fn runs(items: &[Item<'_>], kept: &[bool], index: usize) -> HashMap<u64, usize> {
    let mut runs = HashMap::new();
    let mut at = index;
    while at < items[index].end {
        if !kept[at] {
            at = items[at].end;
            continue;
        }
        // Rows within one text only: the same cells stand in another order.
        let words = items[at].text().into_iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
        let words: Vec<u64> = words.filter(|word| !word.is_empty()).map(hash).collect();
        for run in words.windows(3) {
            *runs.entry(hash(run)).or_default() += 1;
        }
        at += 1;
    }
    runs
}

fn hash<T: Hash>(value: T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
