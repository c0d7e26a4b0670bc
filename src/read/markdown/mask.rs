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
        until = mask_line(&mut out, text, from, line, until);
    }
    out
}

fn mask_line(out: &mut String, text: &str, from: usize, line: &str, mut until: usize) -> usize {
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
        match tag_end(text, at) {
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

/// Where the tag that begins at `at` ends; `None` where none begins there.
fn tag_end(text: &str, at: usize) -> Option<usize> {
    let mut limit = text.len().min(at + REACH);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let rest = &text[at..limit];
    for (open, close) in [("{{", "}}"), ("{%", "%}"), ("{/*", "*/}")] {
        if rest.starts_with(open) {
            return rest.find(close).map(|i| at + i + close.len());
        }
    }
    let name = rest.strip_prefix("</").or_else(|| rest.strip_prefix('<'))?;
    if !name.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let len = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '.')?;
    let component =
        name[..len].contains(|c: char| c.is_ascii_lowercase()) && name[len..].starts_with([' ', '\n', '\r', '/', '>']);
    if !component {
        return None;
    }
    let mut braces = 0i32;
    for (i, c) in rest.char_indices() {
        match c {
            '{' => braces += 1,
            '}' => braces -= 1,
            '>' if braces <= 0 => return Some(at + i + 1),
            _ => {}
        }
    }
    None
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
