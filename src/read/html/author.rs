//! Who wrote the page.
//!
//! A name, never an address: pages often give the author's page where the name should stand.

use serde_json::Value;

use super::telling::{Telling, folded};

const NAMES: [&str; 9] = [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "og:article:author",
    "byl",
    "citation_author",
];

/// The names of the authors, parted by commas.
pub(super) fn of(
    page: &Telling<'_>,
    linked: Option<&Value>,
    people: &[(String, String)],
    metas: &[(&str, &str)],
) -> Option<String> {
    let linked = || linked.and_then(|data| named(data.get("author").or_else(|| data.get("creator"))?, people));
    linked().or_else(|| meta(metas)).or_else(|| written(page))
}

/// The names that linked data gives: one or several, as words, as objects or by their ids.
fn named(author: &Value, people: &[(String, String)]) -> Option<String> {
    let one = |author: &Value| -> Option<String> {
        let id = || author.get("@id").and_then(Value::as_str);
        let of_id = || id().and_then(|id| people.iter().find(|(other, _)| other == id).map(|(_, name)| name.clone()));
        let name =
            author.get("name").map_or_else(|| author.as_str(), |name| name.as_str().or_else(|| name.get(0)?.as_str()));
        name.map(str::to_owned).or_else(of_id).and_then(|name| a_name(&name))
    };
    let mut names: Vec<String> = match author {
        Value::Array(authors) => authors.iter().filter_map(one).collect(),
        author => one(author).into_iter().collect(),
    };
    let mut seen = Vec::new();
    names.retain(|name| {
        !seen.contains(name) && {
            seen.push(name.clone());
            true
        }
    });
    (!names.is_empty()).then(|| names.join(", "))
}

fn meta(metas: &[(&str, &str)]) -> Option<String> {
    let of = |name: &'static str| {
        metas.iter().filter(move |(given, _)| given.eq_ignore_ascii_case(name)).map(|(_, content)| *content)
    };
    let card = || of("twitter:data1").find(|_| of("twitter:label1").any(|label| label == "Written by"));
    let names: Vec<String> = NAMES.iter().flat_map(|name| of(name)).filter_map(a_name).collect();
    names.into_iter().next().or_else(|| card().and_then(a_name))
}

/// The name that the page's own words mark as the author's.
fn written(page: &Telling<'_>) -> Option<String> {
    ["[itemprop~='author'] [itemprop~='name']", "[itemprop~='author']", "[rel~='author']"].iter().find_map(|selector| {
        page.select(selector).into_iter().find_map(|element| {
            let content = element.attr("content").map(str::to_owned);
            a_name(&content.unwrap_or_else(|| element.text().collect()))
        })
    })
}

/// A name without "By"; `None` where it is an address or too long for one.
fn a_name(name: &str) -> Option<String> {
    let name = folded(name)?;
    let name = name.strip_prefix("By ").or_else(|| name.strip_prefix("by ")).unwrap_or(&name).trim();
    let address = name.contains("://") || name.starts_with(['@', '/', '#']) || name.contains('@');
    let fits = name.chars().any(char::is_alphabetic) && name.chars().count() <= 100 && name.split(' ').count() <= 12;
    (fits && !address).then(|| name.to_owned())
}
