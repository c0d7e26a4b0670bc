//! The marks that dialects of Markdown add and that are no words: attributes, admonitions, notes, contents.

use std::ops::Range;

/// How long the marks of quotes and lists before the words of a line may be.
const MOST_MARKS: usize = 400;

/// How many lines an import or an export may run.
const MODULE_LINES: usize = 200;

/// Where the import or export of a module ends that begins on this line; `None` where none begins.
pub(super) fn module_end(text: &str, from: usize) -> Option<usize> {
    let rest = &text[from..];
    let export = ["export const ", "export default ", "export let ", "export var ", "export function "];
    let exports = export.iter().any(|start| rest.starts_with(start));
    let brace = rest.starts_with("import {") || rest.starts_with("import * as ");
    if !exports && !rest.starts_with("import ") {
        return None;
    }
    let (mut end, mut open) = (from, 0i64);
    for (i, line) in rest.split_inclusive('\n').take(MODULE_LINES).enumerate() {
        if i > 0 && (line.starts_with("import ") || line.starts_with("export ")) {
            break;
        }
        end += line.len();
        let bare = line.trim_end();
        let sides = |opens: [char; 3], closes: [char; 3]| {
            bare.chars().map(|c| i64::from(opens.contains(&c)) - i64::from(closes.contains(&c))).sum::<i64>()
        };
        open += sides(['{', '(', '['], ['}', ')', ']']);
        let quoted = bare.ends_with(['"', '\'', ';']) && bare.contains(['"', '\'']);
        if open <= 0 && (exports || quoted) {
            return Some(end);
        }
        if open <= 0 && !brace {
            break;
        }
    }
    // It never ends: the first line is all that is known to be code.
    exports.then(|| from + rest.find('\n').map_or(rest.len(), |i| i + 1))
}

/// Is there nothing to read on the line? A place for the contents, an abbreviation's full words, the tag of an
/// element whose inside is Markdown.
pub(super) fn silent_line(line: &str, next: Option<&str>, mdx: bool) -> bool {
    let bare = line.trim();
    if bare.is_empty() {
        return false;
    }
    let low = bare.get(..bare.len().min(12)).unwrap_or_default().to_ascii_lowercase();
    let contents = matches!(low.as_str(), "[toc]" | "[[toc]]" | "[[_toc_]]" | "${toc}" | "@[toc]" | "{:toc}");
    // The item that the contents are put in the place of.
    let replaced = bare.starts_with(['*', '-', '1']) && next.is_some_and(|next| next.trim().starts_with("{:toc"));
    let abbreviation = bare.starts_with("*[") && bare.find("]:").is_some_and(|at| at < 60);
    contents || replaced || abbreviation || (bare.starts_with('<') && opens_markdown(bare, mdx))
}

/// `<div markdown="1">`; in MDX the inside of any element is Markdown.
fn opens_markdown(bare: &str, mdx: bool) -> bool {
    const BOXES: [&str; 6] = ["div", "section", "article", "aside", "main", "center"];
    let single = bare.ends_with('>') && bare.matches('<').count() == 1;
    let name = bare.trim_start_matches(['<', '/']);
    let is_box = BOXES.iter().any(|known| {
        name.strip_prefix(known).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    });
    single && ((mdx && is_box) || bare.contains(" markdown=") || bare.contains(" markdown>"))
}

/// What begins a line and is no word of it: the colons and the name of an admonition (`:::tip`). Its title goes,
/// too: it is no part of the first sentence.
pub(super) fn line_mark(line: &str) -> Range<usize> {
    let indent = line.len() - line.trim_start().len();
    let bare = &line[indent..];
    let colons = bare.bytes().take_while(|b| *b == b':').count();
    if colons >= 3 {
        return 0..line.trim_end().len();
    }
    too_deep(line)
}

/// The marks of quotes and lists that open ever deeper on one line, past a depth that anyone means: a parser
/// needs longer for each than for the last.
fn too_deep(line: &str) -> Range<usize> {
    let mark = |c: char| " \t>-*+.)".contains(c) || c.is_ascii_digit();
    let len = line.len() - line.trim_start_matches(mark).len();
    if len > MOST_MARKS && line[..len].contains(' ') { 0..len } else { 0..0 }
}

/// Where a mark ends that begins at `at` on a line that ends at `end`: `{#id}`, `{: .class}`, `[^1]`, `[!NOTE]`,
/// `==`. `marked` says whether a stretch between `==` is open.
pub(super) fn inline_end(text: &str, at: usize, end: usize, marked: &mut bool) -> Option<usize> {
    let rest = &text[at..end];
    let before = text[..at].chars().next_back();
    match rest.as_bytes()[0] {
        b'{' => {
            let name = rest[1..].trim_start_matches(':').trim_start();
            let attribute = rest.starts_with("{:") || name.starts_with(['#', '.']);
            let own = before.is_none_or(|c| !c.is_alphanumeric() && c != '$');
            let named = name.trim_start_matches(['#', '.']).starts_with(|c: char| c.is_alphabetic());
            let close = rest.bytes().take(200).position(|b| b == b'}')?;
            (attribute && own && named).then_some(at + close + 1)
        }
        b'[' if rest.starts_with("[^") => {
            let close = rest.bytes().take(60).position(|b| b == b']')?;
            let note = close > 2 && !rest[..close].contains(char::is_whitespace);
            (note && !rest[close + 1..].starts_with(':')).then_some(at + close + 1)
        }
        b'[' if rest.starts_with("[!") => {
            let close = rest.bytes().take(30).position(|b| b == b']')?;
            let bare = text[..at].trim_end_matches([' ', '>', '\t']);
            let quoted = text[bare.len()..at].contains('>') && (bare.is_empty() || bare.ends_with('\n'));
            let folds = usize::from(rest[close + 1..].starts_with(['+', '-']));
            let word = rest[2..close].chars().all(|c| c.is_alphanumeric() || c == '-');
            (quoted && word).then_some(at + close + 1 + folds)
        }
        b'=' if rest.starts_with("==") && !rest.starts_with("===") => {
            let after = rest[2..].chars().next().unwrap_or(' ');
            let closes = *marked && before.is_some_and(|c| !c.is_whitespace() && c != '=');
            let free = before.is_none_or(|c| !c.is_alphanumeric() && c != '=' && c != '!');
            let opens = !*marked && free && !after.is_whitespace() && rest[2..].contains("==");
            *marked = if closes || opens { opens } else { *marked };
            (closes || opens).then_some(at + 2)
        }
        _ => None,
    }
}
