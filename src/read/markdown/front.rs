//! The head of a file that says who wrote the article, when, and where it stands.
//!
//! It comes in five dresses: YAML between `---`, TOML between `+++`, an object of JSON, lines of `Key: value`
//! as in a letter, and Pandoc's `%` lines. Each is turned into pairs of a key and its values, and read alike.
//! What only looks like a head (a stroke above a paragraph) is left to the article.

use crate::document::Source;

use super::yaml;

/// A key, in small letters and without `-` and `_`, and what it says: the entries of a list one by one.
pub(super) type Field = (String, Vec<String>);

/// A head that does not end within so many lines is none.
const MOST_LINES: usize = 500;

/// Takes what the head of a file says of its article. Gives the offset at which the article begins.
pub(super) fn take(source: &mut Source, text: &str) -> usize {
    let start = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').len();
    let rest = &text[start..];
    let Some((fields, len)) =
        fenced(rest).or_else(|| json(rest)).or_else(|| pandoc(rest)).or_else(|| letter_head(rest))
    else {
        return 0;
    };
    fill(source, &fields);
    start + len
}

/// Takes what a plain text says of itself in lines as a letter has them.
pub(crate) fn letter(source: &mut Source, text: &str) -> usize {
    let start = text.len() - text.trim_start().len();
    let Some((fields, len)) = letter_head(&text[start..]) else { return 0 };
    fill(source, &fields);
    start + len
}

/// Says what the fields say, where nothing has been said yet.
fn fill(source: &mut Source, fields: &[Field]) {
    let first = |keys: &[&str]| {
        let found = |key: &&str| fields.iter().find(|(name, values)| name == key && !values.is_empty());
        keys.iter().find_map(found).map(|(_, values)| values.as_slice())
    };
    let one = |keys: &[&str]| first(keys).map(|values| values[0].clone());
    let authors = first(&["author", "authors", "by", "byline", "writer", "writtenby", "creator"]);
    let updated = one(&["updated", "lastmod", "modified", "lastmodified", "lastupdated", "updateddate"])
        .or_else(|| one(&["dateupdated", "datemodified", "lastmodifiedat", "updatedat", "updatedon", "modifieddate"]));
    let created = one(&["date", "published", "publishdate", "pubdate", "publisheddate", "datepublished"])
        .or_else(|| one(&["publishedat", "publishedon", "publicationdate", "createdat", "created", "posted"]));
    let site = one(&["publisher", "site", "sitename", "publication", "journal"]);
    let address = ["canonical", "canonicalurl", "url", "originalurl", "link", "permalink", "sourceurl"]
        .iter()
        .filter_map(|key| one(&[key]))
        .find(|url| url.starts_with("http://") || url.starts_with("https://"));
    source.title = source.title.take().or_else(|| one(&["title"]));
    source.published = source.published.take().or_else(|| updated.clone()).or(created);
    source.updated = source.updated.take().or(updated);
    source.author = source.author.take().or_else(|| authors.map(|names| names.join(", ")));
    source.publisher = source.publisher.take().or(site).or_else(|| authors.map(|names| names[0].clone()));
    source.url = source.url.take().or(address);
}

/// The name of a key, however its words are put together: `publishDate`, `publish_date`, `Publish-Date`.
pub(super) fn key(name: &str) -> String {
    let name = name.trim().trim_matches(['"', '\'']);
    name.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

/// YAML between `---`, or TOML between `+++`.
fn fenced(text: &str) -> Option<(Vec<Field>, usize)> {
    let mut lines = text.split_inclusive('\n');
    let open = lines.next()?;
    let fence = open.trim_end();
    if !matches!(fence, "---" | "+++") {
        return None;
    }
    let mut at = open.len();
    for line in lines.take(MOST_LINES) {
        let bare = line.trim_end();
        if bare == fence || (fence == "---" && bare == "...") {
            let inner = &text[open.len()..at];
            let fields = if fence == "---" { yaml::fields(inner)? } else { toml_fields(inner)? };
            return Some((fields, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// TOML; where it is broken, its lines of `key = value`.
fn toml_fields(inner: &str) -> Option<Vec<Field>> {
    if let Ok(table) = inner.parse::<toml::Table>() {
        let values = |value: &toml::Value| {
            let mut out = Vec::new();
            words_of_toml(value, &mut out);
            out
        };
        return Some(table.iter().map(|(name, value)| (key(name), values(value))).collect());
    }
    let top = inner.lines().take_while(|line| !line.starts_with('['));
    let fields: Vec<Field> =
        top.filter_map(|line| line.split_once('=')).map(|(name, value)| (key(name), yaml::values(value))).collect();
    Some(fields).filter(|fields| !fields.is_empty())
}

fn words_of_toml(value: &toml::Value, out: &mut Vec<String>) {
    match value {
        toml::Value::String(words) => out.extend(Some(words.trim().to_owned()).filter(|words| !words.is_empty())),
        toml::Value::Array(entries) => entries.iter().for_each(|entry| words_of_toml(entry, out)),
        toml::Value::Table(table) => {
            let name = table.iter().find(|(name, _)| matches!(key(name).as_str(), "name" | "title"));
            if let Some((_, name)) = name {
                words_of_toml(name, out);
            }
        }
        other => out.push(other.to_string()),
    }
}

/// An object of JSON.
fn json(text: &str) -> Option<(Vec<Field>, usize)> {
    if !text.strip_prefix('{')?.trim_start().starts_with('"') {
        return None;
    }
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<serde_json::Value>();
    let serde_json::Value::Object(object) = values.next()?.ok()? else { return None };
    let fields = object.iter().map(|(name, value)| {
        let mut out = Vec::new();
        words_of_json(value, &mut out);
        (key(name), out)
    });
    Some((fields.collect(), values.byte_offset()))
}

fn words_of_json(value: &serde_json::Value, out: &mut Vec<String>) {
    match value {
        serde_json::Value::String(words) => {
            out.extend(Some(words.trim().to_owned()).filter(|words| !words.is_empty()));
        }
        serde_json::Value::Array(entries) => entries.iter().for_each(|entry| words_of_json(entry, out)),
        serde_json::Value::Object(object) => {
            let name = object.iter().find(|(name, _)| matches!(key(name).as_str(), "name" | "title"));
            if let Some((_, name)) = name {
                words_of_json(name, out);
            }
        }
        serde_json::Value::Number(number) => out.push(number.to_string()),
        _ => {}
    }
}

/// Pandoc's three lines: `% title`, `% authors`, `% date`; an indented line goes on with the one before.
fn pandoc(text: &str) -> Option<(Vec<Field>, usize)> {
    let mut said: Vec<String> = Vec::new();
    let mut len = 0;
    for line in text.split_inclusive('\n') {
        if let Some(words) = line.strip_prefix('%').filter(|words| words.starts_with([' ', '\n', '\r'])) {
            if said.len() == 3 {
                break;
            }
            said.push(words.trim().to_owned());
        } else if let Some(last) = said.last_mut().filter(|_| line.starts_with(' ') && !line.trim().is_empty()) {
            last.push(' ');
            last.push_str(line.trim());
        } else {
            break;
        }
        len += line.len();
    }
    let names = ["title", "author", "date"];
    let split = |words: &str| words.split(';').map(|word| word.trim().to_owned()).filter(|w| !w.is_empty()).collect();
    let fields: Vec<Field> = names.into_iter().map(str::to_owned).zip(said.iter().map(|words| split(words))).collect();
    fields.first().is_some_and(|(_, title)| !title.is_empty()).then_some((fields, len))
}

/// Lines of `Key: value` at the very head, up to an empty line. The first key must be one that only a head
/// has, for an article may well begin with `Winner: Oak`.
fn letter_head(text: &str) -> Option<(Vec<Field>, usize)> {
    const KNOWN: &[&str] = &["title", "author", "authors", "by", "date", "published", "publisher", "canonical", "url"];
    const OTHERS: &[&str] = &[
        "subtitle",
        "updated",
        "lastupdated",
        "modified",
        "lastmodified",
        "site",
        "tags",
        "keywords",
        "category",
        "categories",
        "slug",
        "status",
        "summary",
        "description",
        "layout",
        "draft",
        "source",
        "link",
        "permalink",
        "email",
        "affiliation",
        "copyright",
        "language",
        "lang",
        "image",
        "posted",
        "byline",
        "subject",
        "from",
    ];
    let mut fields: Vec<Field> = Vec::new();
    let mut len = 0;
    for line in text.split_inclusive('\n').take(30) {
        if line.trim().is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) && !fields.is_empty() {
            let more = line.split_whitespace().collect::<Vec<_>>().join(" ");
            if let Some(last) = fields.last_mut().and_then(|(_, values)| values.last_mut()) {
                last.push(' ');
                last.push_str(&more);
            }
            len += line.len();
            continue;
        }
        let Some((name, value)) = line.split_once(':').map(|(name, value)| (key(name), value.trim())) else { break };
        let known = KNOWN.contains(&name.as_str());
        if value.is_empty() || !(known || (!fields.is_empty() && OTHERS.contains(&name.as_str()))) {
            break;
        }
        fields.push((name, vec![value.trim_matches('"').to_owned()]));
        len += line.len();
    }
    // One line alone must be the title, and end the head.
    let ended = text[len..].lines().next().is_none_or(|line| line.trim().is_empty());
    let sure = fields.len() > 1 || fields.first().is_some_and(|(name, _)| name == "title" && ended);
    sure.then_some((fields, len))
}
