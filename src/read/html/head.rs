//! What a page says about itself: its title, who published it, when, and where.
//!
//! Pages say it several times over, for search engines, for social networks and for readers; the
//! places are asked in the order of how rarely they are wrong.

use scraper::{Html, Selector};
use serde_json::Value;

use crate::document::Source;

/// Fills in what the page says about itself.
pub(super) fn read(html: &Html, source: &mut Source) {
    let linked = linked_data(html);
    let field = |name: &str| linked.as_ref().and_then(|data| words(data.get(name)?));
    source.publisher =
        source.publisher.take().or_else(|| meta(html, &["og:site_name", "application-name"])).or_else(|| {
            let publisher = linked.as_ref()?.get("publisher")?;
            words(publisher).or_else(|| words(publisher.get("name")?))
        });
    let titled = meta(html, &["og:title", "twitter:title"]).or_else(|| field("headline"));
    source.title = source.title.take().or_else(|| title(html, titled, source.publisher.as_deref()));
    let dates = [
        "article:published_time",
        "datePublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "sailthru.date",
        "parsely-pub-date",
        "pubdate",
        "publish-date",
        "og:published_time",
    ];
    let updates = ["article:modified_time", "og:updated_time", "dateModified", "last-modified"];
    source.published = source.published.take().or_else(|| {
        field("datePublished")
            .or_else(|| meta(html, &dates))
            .or_else(|| field("dateModified"))
            .or_else(|| meta(html, &updates))
            .or_else(|| first(html, "time[datetime]", Some("datetime")))
            .map(|date| day(&date))
    });
    source.url = source.url.take().or_else(|| {
        let canonical = first(html, "link[rel~='canonical' i]", Some("href"));
        canonical.into_iter().chain(meta(html, &["og:url"])).find(|url| url.starts_with("http"))
    });
}

/// The title: the heading that the head's title repeats, or that title without the site's name.
fn title(html: &Html, titled: Option<String>, publisher: Option<&str>) -> Option<String> {
    let tag = first(html, "head > title, title", None);
    let named = titled.or(tag).map(|title| without_site(&title, publisher));
    let headings = all(html, "h1");
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

/// A moment's day, where it begins with one: `2024-09-12T08:00:00Z` gives `2024-09-12`.
fn day(date: &str) -> String {
    match date.split_once(['T', ' ']) {
        Some((day, _)) if day.len() == 10 && day.bytes().all(|b| b.is_ascii_digit() || b == b'-') => day.to_owned(),
        _ => date.to_owned(),
    }
}

fn folded(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

fn all(html: &Html, selector: &str) -> Vec<String> {
    let Ok(selector) = Selector::parse(selector) else { return Vec::new() };
    html.select(&selector).filter_map(|element| folded(&element.text().collect::<String>())).collect()
}

fn first(html: &Html, selector: &str, attribute: Option<&str>) -> Option<String> {
    let selector = Selector::parse(selector).ok()?;
    html.select(&selector).find_map(|element| match attribute {
        Some(name) => element.attr(name).and_then(folded),
        None => folded(&element.text().collect::<String>()),
    })
}

/// The first of these that the page's `meta` elements give.
fn meta(html: &Html, names: &[&str]) -> Option<String> {
    let selector = Selector::parse("meta[content]").ok()?;
    let given: Vec<(&str, &str)> = html
        .select(&selector)
        .filter_map(|element| {
            let name =
                element.attr("property").or_else(|| element.attr("name")).or_else(|| element.attr("itemprop"))?;
            Some((name.trim(), element.attr("content")?))
        })
        .collect();
    names.iter().find_map(|name| {
        given.iter().filter(|(given, _)| given.eq_ignore_ascii_case(name)).find_map(|(_, content)| folded(content))
    })
}

fn words(value: &Value) -> Option<String> {
    value.as_str().and_then(folded)
}

/// The first object of the page's JSON-LD that describes an article, else a page.
fn linked_data(html: &Html) -> Option<Value> {
    let selector = Selector::parse("script[type='application/ld+json' i]").ok()?;
    let mut waiting: Vec<Value> = Vec::new();
    for script in html.select(&selector) {
        waiting.extend(serde_json::from_str::<Value>(script.text().collect::<String>().trim()).ok());
    }
    waiting.reverse();
    let mut page = None;
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(values) => waiting.extend(values.into_iter().rev()),
            Value::Object(mut object) => {
                let kind = object.get("@type").map(ToString::to_string).unwrap_or_default();
                let of = |ends: &[&str]| kind.split('"').any(|kind| ends.iter().any(|end| kind.ends_with(end)));
                if let Some(graph) = object.remove("@graph") {
                    waiting.push(graph);
                } else if of(&["Article", "Posting", "Review", "HowTo"]) {
                    return Some(Value::Object(object));
                } else if page.is_none() && of(&["WebPage", "FAQPage"]) {
                    page = Some(Value::Object(object));
                }
            }
            _ => {}
        }
    }
    page
}
