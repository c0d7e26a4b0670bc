//! Front matter: who wrote the article, when, and where it stands.
//!
//! Only `key: value` and `key = value` at the top level are read, and the first entry of a list of
//! authors; a full YAML reader would bring nothing that a claim needs.

use pulldown_cmark::MetadataBlockKind;

use crate::document::Source;

/// Takes what says whose article it is; the rest of the front matter is passed over.
pub(super) fn read(source: &mut Source, block: &str, kind: MetadataBlockKind) {
    let sign = if kind == MetadataBlockKind::PlusesStyle { '=' } else { ':' };
    let mut author = None;
    let mut site = None;
    let mut updated = None;
    let mut created = None;
    let mut parent = String::new();
    for line in block.lines() {
        let nested = line.starts_with([' ', '\t', '-']);
        let inner = line.trim_start_matches([' ', '\t', '-']);
        let (key, value) = match inner.split_once(sign) {
            Some((key, value)) if !key.trim().contains(' ') => (key.trim().trim_matches('"'), plain(value)),
            _ => ("", plain(inner)),
        };
        let key = key.to_lowercase();
        if nested {
            let name = matches!(key.as_str(), "" | "name");
            if matches!(parent.as_str(), "author" | "authors") && name && author.is_none() {
                author = value;
            }
            continue;
        }
        parent.clone_from(&key);
        match key.as_str() {
            "title" => source.title = source.title.take().or(value),
            "updated" | "updateddate" | "updated_at" | "lastmod" | "last_modified_at" | "modified" => {
                updated = updated.or(value);
            }
            "date" | "publishdate" | "pubdate" | "published" | "publishedat" | "published_at" | "created" => {
                created = created.or(value);
            }
            "author" | "authors" => author = author.or(value),
            "publisher" | "site" | "site_name" => site = site.or(value),
            "canonical" | "canonical_url" | "canonicalurl" | "url" => {
                let address = value.filter(|url| url.starts_with("http://") || url.starts_with("https://"));
                source.url = source.url.take().or(address);
            }
            _ => {}
        }
    }
    source.published = source.published.take().or(updated).or(created);
    source.publisher = source.publisher.take().or(site).or(author);
}

/// A value without its quotes; of a list, the first entry.
fn plain(value: &str) -> Option<String> {
    let value = value.trim().trim_end_matches(',').trim_start_matches('[').trim_end_matches(']').trim();
    for quote in ['"', '\''] {
        if let Some(quoted) = value.strip_prefix(quote) {
            let inner = quoted.split(quote).next().unwrap_or("");
            return Some(inner.trim().to_owned()).filter(|inner| !inner.is_empty());
        }
    }
    let bare = value.split(" #").next().unwrap_or("").trim();
    Some(bare.to_owned()).filter(|bare| !bare.is_empty() && !matches!(bare.as_ref(), "|" | ">" | "null" | "~" | "{"))
}
