//! As much YAML as front matter is written in: keys at the top level, scalars of every kind, lists, and the
//! `name` of an object. It never fails on a line that it does not know: half a head is better than none.

use super::front::{Field, key};

/// The fields at the top level; `None` where the text reads like no YAML.
pub(super) fn fields(text: &str) -> Option<Vec<Field>> {
    let mut fields: Vec<Field> = Vec::new();
    // The lines that belong to the last key.
    let mut under: Vec<&str> = Vec::new();
    let mut first = true;
    for line in text.lines() {
        let bare = line.trim_end();
        if first && bare.is_empty() {
            return None;
        }
        first = false;
        if bare.starts_with('#') {
            continue;
        }
        match top(bare) {
            Some((name, value)) => {
                settle(&mut fields, &mut under);
                fields.push((key(name), Vec::new()));
                under.push(value);
            }
            None if bare.is_empty() || bare.starts_with([' ', '\t', '-', ']', '}']) => under.push(line),
            // A line of prose: no head, unless a key came before and a value may run on.
            None if fields.is_empty() => return None,
            None => under.push(line),
        }
    }
    settle(&mut fields, &mut under);
    Some(fields).filter(|fields| !fields.is_empty())
}

/// `key: value` without indentation; a key is one word, or stands in quotes.
fn top(line: &str) -> Option<(&str, &str)> {
    if line.starts_with([' ', '\t', '-', '*', '>']) {
        return None;
    }
    let (name, value) = line.split_once(':')?;
    let spaced = value.is_empty() || value.starts_with([' ', '\t', '"', '\'', '[']);
    let quoted = name.starts_with(['"', '\'']) && name.ends_with(['"', '\'']);
    let word = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '@'));
    (spaced && (word || quoted)).then_some((name, value))
}

fn settle(fields: &mut [Field], under: &mut Vec<&str>) {
    let lines = std::mem::take(under);
    let (Some((_, values)), Some((value, more))) = (fields.last_mut(), lines.split_first()) else { return };
    let value = untagged(value.trim());
    let more: Vec<&str> = more.iter().map(|line| line.trim_end()).filter(|line| !line.is_empty()).collect();
    if value.starts_with(['>', '|']) {
        values.extend(Some(joined(&more)).filter(|words| !words.is_empty()));
    } else if value.is_empty() || value.starts_with('#') {
        values.extend(nested(&more));
    } else {
        let mut whole = value.to_owned();
        for line in more {
            whole.push(' ');
            whole.push_str(line.trim());
        }
        values.extend(self::values(&whole));
    }
}

fn joined(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

/// What the indented lines under a key say: the entries of a list, the names of objects, or a scalar that
/// began on the next line.
fn nested(lines: &[&str]) -> Vec<String> {
    let mut out = Vec::new();
    let mut objects = false;
    for line in lines {
        let bare = line.trim();
        let entry = bare.strip_prefix('-').map(str::trim_start);
        let inner = entry.unwrap_or(bare);
        if let Some((name, value)) = top(inner) {
            objects = true;
            if matches!(key(name).as_str(), "name" | "title") {
                out.extend(values(value));
            }
        } else if entry.is_some() {
            out.extend(values(inner));
        }
    }
    let scalar = out.is_empty() && !objects;
    if scalar { values(&joined(lines)) } else { out }
}

/// What a value says: the entries of a list, the name of an object, or the scalar itself.
pub(super) fn values(value: &str) -> Vec<String> {
    let value = untagged(value.trim());
    if let Some(inner) = value.strip_prefix('[') {
        let inner = inner.rsplit_once(']').map_or(inner, |(inner, _)| inner);
        return entries(inner).into_iter().flat_map(one).collect();
    }
    one(value).into_iter().collect()
}

/// The scalar without its quotes, or the name of an object.
fn one(value: &str) -> Option<String> {
    let value = untagged(value.trim());
    if let Some(inner) = value.strip_prefix('{') {
        let inner = inner.rsplit_once('}').map_or(inner, |(inner, _)| inner);
        let named = |entry: &str| {
            let (name, value) = entry.split_once(':')?;
            (key(name) == "name").then(|| one(value)).flatten()
        };
        return entries(inner).into_iter().find_map(named);
    }
    if let Some(quoted) = value.strip_prefix('"') {
        return filled(&unescaped(quoted));
    }
    if let Some(quoted) = value.strip_prefix('\'') {
        let end = quoted.replace("''", "\u{1}\u{1}").find('\'').unwrap_or(quoted.len());
        return filled(&quoted[..end].replace("''", "'"));
    }
    let bare = value.split(" #").next().unwrap_or_default();
    filled(bare).filter(|bare| !matches!(bare.as_str(), "null" | "~" | "|" | ">"))
}

fn filled(words: &str) -> Option<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(words).filter(|words| !words.is_empty())
}

/// The words up to the quote that ends them, with `\"` and `\\` resolved.
fn unescaped(quoted: &str) -> String {
    let mut out = String::new();
    let mut chars = quoted.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => out.extend(chars.next().map(|c| if matches!(c, 'n' | 't') { ' ' } else { c })),
            c => out.push(c),
        }
    }
    out
}

/// The parts between commas that stand in no quotes and no brackets.
fn entries(inner: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let (mut from, mut depth, mut quote) = (0, 0usize, None);
    for (at, c) in inner.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"') => quote = Some(c),
            // An apostrophe within a name opens nothing.
            (None, '\'') if inner[from..at].trim().is_empty() || inner[from..at].trim_end().ends_with(':') => {
                quote = Some(c);
            }
            (None, '{' | '[') => depth += 1,
            (None, '}' | ']') => depth = depth.saturating_sub(1),
            (None, ',') if depth == 0 => {
                out.push(&inner[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    out.push(&inner[from..]);
    out
}

/// A value without its tag (`!!timestamp`) and its anchor (`&ada`).
fn untagged(value: &str) -> &str {
    let mut value = value;
    while value.starts_with(['!', '&']) {
        value = value.split_once([' ', '\t']).map_or("", |(_, rest)| rest.trim_start());
    }
    value
}

#[cfg(test)]
mod tests {
    use super::fields;

    #[test]
    fn values_of_every_kind() {
        for (text, expected) in [
            ("title: Oak or Ash # a note", &["Oak or Ash"][..]),
            ("title: \"Oak: \\\"hard\\\"\"", &["Oak: \"hard\""]),
            ("title: 'Oak''s: hard' # x", &["Oak's: hard"]),
            ("title: >-\n  Oak or\n  Ash", &["Oak or Ash"]),
            ("title:\n  Oak or Ash", &["Oak or Ash"]),
            ("title: Oak or\n  Ash", &["Oak or Ash"]),
            ("title: [Ada, 'Bo, Jr.', \"Cy\"]", &["Ada", "Bo, Jr.", "Cy"]),
            ("title:\n- Ada\n- name: Bo\n  url: x", &["Ada", "Bo"]),
            ("title:\n  name: Ada\n  url: x", &["Ada"]),
            ("title: &a {url: x, name: Ada O'Hara}", &["Ada O'Hara"]),
            ("title: !!timestamp 2024-01-02", &["2024-01-02"]),
            ("title: ~", &[]),
        ] {
            let found = fields(text).unwrap();
            assert_eq!(found[0].0, "title");
            assert_eq!(found[0].1, expected, "{text}");
        }
    }

    #[test]
    fn prose_is_no_head() {
        for text in ["\nOak: hard.\n", "Oak is hard: it lasts.\n", "- Oak\n- Ash\n", "Oak\n"] {
            assert_eq!(fields(text), None, "{text}");
        }
    }
}
