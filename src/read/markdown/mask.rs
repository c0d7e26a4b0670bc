//! Blanks out what site generators put between the prose: shortcodes, template tags, imports and
//! components.
//!
//! Every byte is replaced by one byte, so that offsets into the masked text are offsets into the file.

use crate::read::draft::CUT;

/// How far a tag may run.
const REACH: usize = 2000;

/// The text with template tags, MDX imports and exports, and component tags blanked out; code is left
/// alone.
pub(super) fn masked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut closes = Closes::default();
    let mut fence: Option<&str> = None;
    // Up to here the text belongs to a tag that began on an earlier line.
    let mut until = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let from = at;
        at += line.len();
        let bare = line.trim_start();
        if until <= from {
            if let Some(mark) = ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark)) {
                match fence {
                    Some(open) if open == mark => fence = None,
                    Some(_) => {}
                    None => fence = Some(mark),
                }
                out.push_str(line);
                continue;
            }
            if fence.is_some() {
                out.push_str(line);
                continue;
            }
            if module_line(line) {
                blank_out(&mut out, line, ' ');
                continue;
            }
        }
        until = mask_line(&mut out, &mut closes, text, from, line, until);
    }
    out
}

fn mask_line(out: &mut String, closes: &mut Closes, text: &str, from: usize, line: &str, mut until: usize) -> usize {
    let begin = out.len();
    let end = from + line.len();
    let mut at = from.max(until.min(end));
    blank_out(out, &text[from..at], CUT);
    while at < end {
        let found = text[at..end].find(['{', '<', '`']).map_or(end, |i| at + i);
        out.push_str(&text[at..found]);
        at = found;
        if at == end {
            break;
        }
        if text.as_bytes()[at] == b'`' {
            // Code within the line is left alone.
            let close = text[at + 1..end].find('`').map_or(end, |i| at + i + 2);
            out.push_str(&text[at..close]);
            at = close;
            continue;
        }
        match closes.tag_end(text, at) {
            Some(close) => {
                until = close;
                blank_out(out, &text[at..close.min(end)], CUT);
                at = close.min(end);
            }
            None => {
                out.push_str(&text[at..at + 1]);
                at += 1;
            }
        }
    }
    // A line of nothing but tags is an empty line: a paragraph ends there.
    if out[begin..].contains(CUT) && out[begin..].trim().trim_matches(CUT).trim().is_empty() {
        let blank: String = out[begin..].chars().map(|c| if c == CUT { ' ' } else { c }).collect();
        out.truncate(begin);
        out.push_str(&blank);
    }
    until
}

const PAIRS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("{/*", "*/}")];

/// Where the next end of each kind of tag stands; asked for in the order of the text, so that each is
/// looked for once however many tags stay open.
#[derive(Default)]
struct Closes {
    next: [usize; 4],
}

impl Closes {
    fn after(&mut self, kind: usize, text: &str, from: usize, close: &str) -> Option<usize> {
        if self.next[kind] < from {
            self.next[kind] = text[from..].find(close).map_or(usize::MAX, |i| from + i);
        }
        (self.next[kind] < from + REACH).then_some(self.next[kind])
    }

    /// Where the tag that begins at `at` ends; `None` where none begins there.
    fn tag_end(&mut self, text: &str, at: usize) -> Option<usize> {
        let rest = &text[at..];
        for (kind, (open, close)) in PAIRS.into_iter().enumerate() {
            if rest.starts_with(open) {
                return self.after(kind, text, at + open.len(), close).map(|end| end + close.len());
            }
        }
        if !component(rest) {
            return None;
        }
        let first = self.after(PAIRS.len(), text, at, ">")?;
        let mut braces = text[at..first].matches('{').count().saturating_sub(text[at..first].matches('}').count());
        for (i, c) in text[first..].char_indices().take(REACH) {
            match c {
                '{' => braces += 1,
                '}' => braces = braces.saturating_sub(1),
                '>' if braces == 0 => return Some(first + i + 1),
                _ => {}
            }
        }
        None
    }
}

/// Does a tag of a component begin here? `<Chart`, not `<div` and not `<T`.
fn component(rest: &str) -> bool {
    let Some(name) = rest.strip_prefix("</").or_else(|| rest.strip_prefix('<')) else { return false };
    let len = name.bytes().take(60).take_while(|b| b.is_ascii_alphanumeric() || *b == b'.').count();
    let written =
        name.starts_with(|c: char| c.is_ascii_uppercase()) && name[..len].contains(|c: char| c.is_ascii_lowercase());
    written && name[len..].starts_with([' ', '\n', '\r', '/', '>'])
}

fn module_line(line: &str) -> bool {
    let end = line.trim_end();
    let import = line.starts_with("import ") && (end.ends_with(['"', '\'', ';']) && end.contains(['"', '\'']));
    let export = ["export const ", "export default ", "export let ", "export function "];
    import || export.iter().any(|start| line.starts_with(start))
}

fn blank_out(out: &mut String, words: &str, with: char) {
    for b in words.bytes() {
        out.push(if b == b'\n' || b == b'\r' { char::from(b) } else { with });
    }
}
