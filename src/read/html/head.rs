//! What a page says about itself: its title, who published it, when, and where.
//!
//! Pages say it several times over, for search engines, for social networks and for readers; the
//! places are asked in the order of how rarely they are wrong.

use scraper::Html;
use serde_json::Value;

use crate::document::Source;

use super::telling::{Telling, folded};
use super::{author, dates};

/// Names under which pages give the day of publication, and of the last update.
const DATES: &str = "article:published_time|datePublished|date|dc.date|dc.date.issued|dcterms.created|sailthru.date|\
    parsely-pub-date|pubdate|publish-date|og:published_time";
const UPDATES: &str = "article:modified_time|og:updated_time|dateModified|last-modified";

/// Fills in what the page says about itself.
pub(super) fn read(html: &Html, source: &mut Source) {
    let page = Telling::of(html);
    let (linked, people) = linked_data(&page);
    let metas = metas(&page);
    let meta = |names: &str| meta(&metas, names);
    let field = |name: &str| linked.as_ref().and_then(|data| words(data.get(name)?));
    let canonical = page.first("link[rel~='canonical' i]", Some("href"));
    if source.url.is_none() {
        source.url = canonical.into_iter().chain(meta("og:url")).find(|url| url.starts_with("http"));
    }
    let named = meta("og:site_name|application-name").or_else(|| {
        let publisher = linked.as_ref()?.get("publisher")?;
        words(publisher).or_else(|| words(publisher.get("name")?))
    });
    let titled = meta("og:title|twitter:title").or_else(|| field("headline"));
    source.title = source.title.take().or_else(|| title(&page, titled, named.as_deref()));
    let host = || source.url.as_deref().and_then(host);
    source.publisher = source.publisher.take().or_else(|| named.map(|name| bare(&name))).or_else(host);
    source.author = source.author.take().or_else(|| author::of(&page, linked.as_ref(), &people, &metas));
    let updated = field("dateModified").or_else(|| meta(UPDATES)).or_else(|| marked(&page, UPDATED));
    let published = field("datePublished").or_else(|| meta(DATES)).or_else(|| marked(&page, PUBLISHED));
    let any = || updated.clone().or_else(|| marked(&page, &["time"]));
    source.published = source.published.take().or_else(|| published.or_else(any)).map(|date| dates::plain(&date));
    source.updated = source.updated.take().or(updated).map(|date| dates::plain(&date));
}

/// What marks a date within the page as that of publication, and as that of the last update.
const PUBLISHED: &[&str] = &["[itemprop~='datePublished']", "time[pubdate]", "time.published", "time.entry-date"];
const UPDATED: &[&str] = &["[itemprop~='dateModified']", "time.updated", "time.modified"];

/// The first date that is marked in one of these ways: for machines, else for readers.
fn marked(page: &Telling<'_>, selectors: &[&str]) -> Option<String> {
    let mut found = selectors.iter().filter_map(|selector| {
        let given = ["datetime", "content"].iter().find_map(|name| page.first(selector, Some(name)));
        given.or_else(|| page.first(selector, None).filter(|words| words.len() <= 60))
    });
    found.find(|date| date.chars().any(|c| c.is_ascii_digit()))
}

/// A name without the marks that part it from what follows in a title.
fn bare(name: &str) -> String {
    name.trim_matches(|c: char| c.is_whitespace() || "-|\u{2013}\u{2014}\u{b7}\u{a9}\u{ae}\u{2122}".contains(c))
        .to_owned()
}

/// The site that an address belongs to: `https://www.example.org/oak` gives `example.org`.
fn host(url: &str) -> Option<String> {
    let host = url.split_once("://")?.1.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host).to_ascii_lowercase();
    (host.contains('.')).then_some(host)
}

/// The title: the heading that the head's title repeats, or that title without the site's name.
fn title(page: &Telling<'_>, titled: Option<String>, publisher: Option<&str>) -> Option<String> {
    let tag = page.first("title", None);
    let named = titled.or(tag).map(|title| without_site(&title, publisher));
    let headings = page.all("h1");
    let Some(named) = named else { return headings.into_iter().next() };
    let alike = headings.iter().map(|heading| (overlap(heading, &named), heading)).filter(|(share, _)| *share >= 0.5);
    let best = alike.fold(None::<(f64, &String)>, |best, next| match best {
        Some(best) if best.0 >= next.0 => Some(best),
        _ => Some(next),
    });
    Some(best.map_or(named, |(_, heading)| heading.clone()))
}

/// The share of words that two titles have in common.
pub(super) fn overlap(a: &str, b: &str) -> f64 {
    let words = |text: &str| -> Vec<String> {
        let mut words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
        words.retain(|word| !word.is_empty());
        words.sort_unstable();
        words.dedup();
        words
    };
    let (a, b) = (words(a), words(b));
    let shared = a.iter().filter(|word| b.binary_search(word).is_ok()).count();
    let all = a.len().min(b.len());
    #[expect(clippy::cast_precision_loss, reason = "a title has few words")]
    if all == 0 || shared * 2 < a.len().max(b.len()) / 2 { 0.0 } else { shared as f64 / all as f64 }
}

/// A title without the name of its site at its end: `Oak vs ash | The Workshop`.
fn without_site(title: &str, publisher: Option<&str>) -> String {
    for separator in [" | ", " :: ", " » ", " • ", " · ", " — ", " – ", " - "] {
        let Some((before, after)) = title.rsplit_once(separator) else { continue };
        let site = publisher.is_some_and(|publisher| overlap(publisher, after) >= 0.5);
        let sure = separator == " | " || separator == " :: ";
        if site || (sure && before.split_whitespace().count() >= 3 && after.split_whitespace().count() <= 4) {
            return before.trim().to_owned();
        }
    }
    title.to_owned()
}

/// The names and contents of the page's `meta` elements.
fn metas<'p>(page: &Telling<'p>) -> Vec<(&'p str, &'p str)> {
    let named = page.select("meta[content]").into_iter().filter_map(|element| {
        let element = element.value();
        let name = ["property", "name", "itemprop"].iter().find_map(|name| element.attr(name))?;
        Some((name.trim(), element.attr("content")?))
    });
    named.collect()
}

/// The first of these names, parted by `|`, to which the page gives a content.
fn meta(given: &[(&str, &str)], names: &str) -> Option<String> {
    names.split('|').find_map(|name| {
        given.iter().filter(|(given, _)| given.eq_ignore_ascii_case(name)).find_map(|(_, content)| folded(content))
    })
}

fn words(value: &Value) -> Option<String> {
    value.as_str().and_then(folded)
}

/// The first object of the page's JSON-LD that describes an article, else a page; and the names of the
/// people and organisations in it, by their ids.
fn linked_data(page: &Telling<'_>) -> (Option<Value>, Vec<(String, String)>) {
    let mut waiting: Vec<Value> = Vec::new();
    for script in page.select("script[type='application/ld+json' i]") {
        waiting.extend(serde_json::from_str::<Value>(script.text().collect::<String>().trim()).ok());
    }
    waiting.reverse();
    let (mut article, mut page, mut people) = (None, None, Vec::new());
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(values) => waiting.extend(values.into_iter().rev()),
            Value::Object(mut object) => {
                let kind = object.get("@type").map(ToString::to_string).unwrap_or_default();
                let of = |ends: &[&str]| kind.split('"').any(|kind| ends.iter().any(|end| kind.ends_with(end)));
                if let Some(graph) = object.remove("@graph") {
                    waiting.push(graph);
                } else if of(&["Article", "Posting", "Review", "HowTo"]) {
                    article = article.or(Some(Value::Object(object)));
                } else if of(&["WebPage", "FAQPage"]) {
                    page = page.or(Some(Value::Object(object)));
                } else if of(&["Person", "Organization"])
                    && let (Some(id), Some(name)) =
                        (object.get("@id").and_then(words), object.get("name").and_then(words))
                {
                    people.push((id, name));
                }
            }
            _ => {}
        }
    }
    (article.or(page), people)
}
