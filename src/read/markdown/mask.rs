//! Blanks out what site generators put between the prose: shortcodes, template tags, imports and
//! components.
//!
//! Every byte is replaced by one byte, so that offsets into the masked text are offsets into the file.

use super::marks;
use super::tags::Closes;
use crate::read::draft::CUT;

/// The text with its front matter (up to `head`), template tags, MDX imports and exports, and component tags
/// blanked out; code is left alone. In MDX (`mdx`) that goes for expressions in braces, too.
pub(super) fn masked(text: &str, head: usize, mdx: bool) -> String {
    let mut out = String::with_capacity(text.len());
    blank_out(&mut out, &text[..head], ' ');
    let mut mask = Mask { text, out, closes: Closes::new(mdx), until: head };
    let mut fence = None;
    let mut at = head;
    for line in text[head..].split_inclusive('\n') {
        let from = at;
        at += line.len();
        if mask.until <= from {
            let mark = fence_mark(line);
            if mark.is_some() || fence.is_some() {
                fence = after_fence(fence, mark);
                mask.out.push_str(line);
                continue;
            }
            if let Some(end) = marks::module_end(text, from) {
                mask.until = end;
            } else if marks::silent_line(line, text[at..].lines().next(), mdx) {
                blank_out(&mut mask.out, line, ' ');
                continue;
            }
        }
        mask.line(from, line);
    }
    mask.out
}

/// The mark of a fence of code, how long it is, and whether it may close one.
fn fence_mark(line: &str) -> Option<(u8, usize, bool)> {
    let bare = line.trim_start().as_bytes();
    let mark = *bare.first().filter(|mark| matches!(mark, b'`' | b'~'))?;
    let len = bare.iter().take_while(|b| **b == mark).count();
    let rest = &bare[len..];
    // Backticks after backticks on one line are code within the line.
    let fence = len >= 3 && !(mark == b'`' && rest.contains(&b'`'));
    fence.then(|| (mark, len, rest.trim_ascii().is_empty()))
}

fn after_fence(open: Option<(u8, usize)>, mark: Option<(u8, usize, bool)>) -> Option<(u8, usize)> {
    match (open, mark) {
        (None, Some((mark, len, _))) => Some((mark, len)),
        (Some((open, least)), Some((mark, len, true))) if open == mark && len >= least => None,
        (open, _) => open,
    }
}

struct Mask<'t> {
    text: &'t str,
    out: String,
    closes: Closes,
    /// Up to here the text belongs to a tag that began on an earlier line.
    until: usize,
}

impl Mask<'_> {
    fn line(&mut self, from: usize, line: &str) {
        let text = self.text;
        let begin = self.out.len();
        let end = from + line.len();
        let mut at = from.max(self.until.min(end));
        blank_out(&mut self.out, &text[from..at], CUT);
        if at == from {
            let silent = marks::line_mark(line);
            blank_out(&mut self.out, &text[silent.start + from..silent.end + from], CUT);
            at += silent.len();
        }
        let mut marked = false;
        while at < end {
            let found = text[at..end].find(['{', '<', '`', '[', '=']).map_or(end, |i| at + i);
            self.out.push_str(&text[at..found]);
            at = found;
            if at == end {
                break;
            }
            if text.as_bytes()[at] == b'`' {
                let close = code_end(&text[at..end]);
                self.out.push_str(&text[at..at + close]);
                at += close;
                continue;
            }
            let close = self
                .closes
                .tag_end(text, at)
                .or_else(|| marks::inline_end(text, at, end, &mut marked))
                .filter(|close| text.is_char_boundary(*close));
            if let Some(close) = close {
                self.until = close;
                blank_out(&mut self.out, &text[at..close.min(end)], CUT);
                at = close.min(end);
            } else {
                self.out.push_str(&text[at..at + 1]);
                at += 1;
            }
        }
        // A line of nothing but tags is an empty line: a paragraph ends there.
        let masked = &self.out[begin..];
        if masked.contains(CUT) && masked.trim().trim_matches(CUT).trim().is_empty() {
            let blank = masked.replace(CUT, " ");
            self.out.truncate(begin);
            self.out.push_str(&blank);
        }
    }
}

/// How long the code is that begins a line; it ends at as many backticks as it began with.
fn code_end(line: &str) -> usize {
    let ticks = line.bytes().take_while(|b| *b == b'`').count();
    line[ticks..].find(&line[..ticks]).map_or(line.len(), |i| ticks + i + ticks)
}

fn blank_out(out: &mut String, words: &str, with: char) {
    for b in words.bytes() {
        out.push(if b == b'\n' || b == b'\r' { char::from(b) } else { with });
    }
}
