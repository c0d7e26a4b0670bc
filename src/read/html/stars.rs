//! Ratings that are drawn: stars, filled bars, gauges.
//!
//! A reader sees four of five stars; the page has icons, a width in percent or an attribute. All come
//! out as `4 out of 5`, unless words beside them say the same.

use ego_tree::NodeRef;
use scraper::Node;

use super::icon;
use super::tree::Item;

/// A drawing has fewer items than this; a larger part of a page is not looked through.
const LARGEST: usize = 60;

/// Words of class names that belong to ratings, and to bars that are filled.
const RATINGS: [&str; 6] = ["star", "stars", "rating", "ratings", "rate", "score"];
const BARS: [&str; 8] = ["bar", "progress", "meter", "fill", "skill", "score", "rating", "level"];

/// What the drawing at `index` says, and the index after it. It says nothing where words say it too.
pub(super) fn at(items: &[Item<'_>], index: usize) -> Option<(String, usize)> {
    let item = &items[index];
    if item.name.is_empty() || item.end - index > LARGEST {
        return None;
    }
    let whole = || {
        let silent = !has_words(items, index);
        silent.then(|| said(item).or_else(|| width(items, index)).or_else(|| schema(item)))?
    };
    let found = gauge(items, index).or_else(whole).or_else(|| of_best(item));
    let found = found.map(|(points, most)| (points, most, item.end));
    let (points, most, end) = found.or_else(|| row(items, index))?;
    match is_said_beside(items, index, points, most) {
        true => Some((String::new(), end)),
        false => Some((format!("{} out of {most}", short(points)), end)),
    }
}

fn short(points: f64) -> String {
    let two = format!("{points:.2}");
    two.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn has_words(items: &[Item<'_>], index: usize) -> bool {
    items[index..items[index].end].iter().filter_map(Item::text).any(|text| text.contains(char::is_alphanumeric))
}

/// `progress`, `meter`, and what calls itself one and has no words of its own.
fn gauge(items: &[Item<'_>], index: usize) -> Option<(f64, f64)> {
    let silent = !has_words(items, index);
    let within = (index..items[index].end).take(if silent { 3 } else { 1 });
    let is_gauge = |item: &Item<'_>| matches!(item.name, "progress" | "meter") || role(item).is_some();
    let item = &items[within.into_iter().find(|at| is_gauge(&items[*at]))?];
    let number = |name: &str| item.attr(name).and_then(|value| value.parse::<f64>().ok());
    let (value, most) = match item.name {
        "progress" | "meter" => (number("value")?, number("max").unwrap_or(1.0)),
        _ if silent => (number("aria-valuenow")?, number("aria-valuemax").unwrap_or(100.0)),
        _ => return None,
    };
    let (value, most) = if most > 1.0 { (value, most) } else { (value * 100.0, 100.0 * most) };
    // Others count something: the pages of a gallery, the steps of a form.
    ([5.0, 10.0, 100.0].contains(&most) && value > 0.0 && value <= most).then_some((value, most))
}

fn role<'p>(item: &Item<'p>) -> Option<&'p str> {
    item.attr("role").filter(|role| matches!(*role, "progressbar" | "meter"))
}

/// A rating that is written for machines alone.
fn schema(item: &Item<'_>) -> Option<(f64, f64)> {
    item.attr("itemprop").filter(|prop| prop.eq_ignore_ascii_case("reviewRating"))?;
    let points = property(item.node, "ratingValue")?;
    let most = property(item.node, "bestRating").unwrap_or(5.0);
    (most > 1.0 && (0.0..=most).contains(&points)).then_some((points, most))
}

/// The points of a rating whose best is written for machines alone.
fn of_best(item: &Item<'_>) -> Option<(f64, f64)> {
    item.attr("itemprop").filter(|prop| prop.eq_ignore_ascii_case("ratingValue"))?;
    let points: f64 = item.node.first_child()?.value().as_text()?.text.trim().parse().ok()?;
    let most = property(item.node.parent()?, "bestRating")?;
    (most > 1.0 && (0.0..=most).contains(&points)).then_some((points, most))
}

/// The figure of a property within an element, where no reader sees it.
fn property(within: NodeRef<'_, Node>, name: &str) -> Option<f64> {
    let mut elements = within.descendants().take(LARGEST).filter_map(|node| node.value().as_element());
    let found = elements.find(|e| e.name() == "meta" && e.attr("itemprop") == Some(name))?;
    found.attr("content")?.trim().parse().ok()
}

/// What an element without words says to those who do not see it: `Rated 4.5 out of 5`, `4.5 stars`.
fn said(item: &Item<'_>) -> Option<(f64, f64)> {
    ["aria-label", "title", "alt"].iter().filter_map(|name| item.attr(name)).find_map(rated)
}

fn rated(said: &str) -> Option<(f64, f64)> {
    if said.split_whitespace().count() > 10 {
        return None;
    }
    let low = said.to_lowercase().replace('/', " / ").replace("-star", " star");
    let words: Vec<&str> = low.split_whitespace().map(|word| word.trim_matches([',', ':', '(', ')', '.'])).collect();
    let number = |at: usize| words.get(at)?.parse::<f64>().ok();
    let at = (0..words.len()).find(|at| number(*at).is_some())?;
    let points = number(at)?;
    let most = match words.get(at + 1).copied().unwrap_or_default() {
        "out" => number(at + 3)?,
        "of" | "/" => number(at + 2)?,
        word if word.starts_with("star") => 5.0,
        _ => return None,
    };
    ([5.0, 10.0, 100.0].contains(&most) && (0.0..=most).contains(&points)).then_some((points, most))
}

/// A row of stars or a bar of which a share is shown, by its width.
fn width(items: &[Item<'_>], index: usize) -> Option<(f64, f64)> {
    let item = &items[index];
    let mut widths = (index..item.end).filter_map(|at| Some((at, percent(&items[at])?)));
    let (at, share) = widths.next().filter(|_| widths.next().is_none())?;
    if (index..=at).any(|at| items[at].is_called(&RATINGS[..5])) {
        return Some((share / 20.0, 5.0));
    }
    // Bars are drawn for much else (loading, scrolling): one that rates has a label beside it.
    let bar = item.parent != index && (index..=at).any(|at| items[at].is_called(&BARS));
    let around = beside(items, index).trim().to_owned();
    let label =
        around.contains(char::is_alphabetic) && around.len() <= 60 && !around.contains(|c: char| c.is_ascii_digit());
    (bar && label).then_some((share, 100.0))
}

fn percent(item: &Item<'_>) -> Option<f64> {
    let style: String = item.attr("style")?.chars().filter(|c| !c.is_whitespace()).collect();
    let mut parts = style.split(';').filter_map(|part| part.split_once(':'));
    let (_, width) = parts.find(|(name, _)| matches!(*name, "width" | "--rating-width" | "--width"))?;
    width.strip_suffix('%')?.parse().ok().filter(|share| (0.0..=100.0).contains(share))
}

/// A row of star icons: those within the element, or the element and those that follow it.
fn row(items: &[Item<'_>], index: usize) -> Option<(f64, f64, usize)> {
    let (mut stars, mut end) = (Vec::new(), index);
    let own = icon::star(&items[index]).filter(|_| is_leaf(items, index)).is_some();
    let last = if own { items[items[index].parent].end } else { items[index].end };
    if !own && has_words(items, index) {
        return None;
    }
    let mut at = if own { index } else { index + 1 };
    while at < last.min(index + LARGEST) {
        if items[at].text().is_some_and(|text| text.contains(char::is_alphanumeric)) {
            break;
        }
        if let Some(star) = icon::star(&items[at]).filter(|_| is_leaf(items, at)) {
            stars.push((star, items[at].parent));
            at = items[at].end;
            end = at;
        } else if own && !items[at].name.is_empty() {
            break;
        } else {
            at += 1;
        }
    }
    let end = if own { end } else { items[index].end };
    let together = stars.iter().all(|(_, parent)| *parent == stars[0].1);
    if stars.len() > 10 || (stars.len() > 5 && !together) {
        return None;
    }
    let (halves, most) = icon::rating(&stars.into_iter().map(|(star, _)| star).collect::<Vec<_>>())?;
    Some((halves, most, end))
}

/// An icon has no words in it, though it may have a glyph.
fn is_leaf(items: &[Item<'_>], index: usize) -> bool {
    let inner = &items[index + 1..items[index].end];
    inner.len() <= 8
        && !inner.iter().any(|item| icon::star(item).is_some())
        && (icon::is_font(&items[index]) || !has_words(items, index))
}

/// Do words near the drawing give the same figure?
fn is_said_beside(items: &[Item<'_>], index: usize, points: f64, most: f64) -> bool {
    if has_words(items, index) {
        return false;
    }
    let around = beside(items, index);
    let mut figures =
        around.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|word| word.parse::<f64>().ok());
    let ten = points / most * 10.0;
    figures
        .any(|figure| (figure - points).abs() <= most / 20.0 || (figure.fract() > 0.0 && (figure - ten).abs() <= 0.5))
}

/// The words around a drawing: those of the nearest element that has any, where they are few.
fn beside(items: &[Item<'_>], index: usize) -> String {
    let mut at = index;
    for _ in 0..3 {
        at = items[at].parent;
        if items[at].end - at > LARGEST {
            break;
        }
        let within = &items[at..items[at].end];
        let words: String = within.iter().filter_map(Item::text).flat_map(|text| [text, " "]).collect();
        if words.contains(char::is_alphanumeric) || matches!(items[at].name, "td" | "th" | "li") {
            return if words.len() <= 400 {
                words.split_whitespace().collect::<Vec<_>>().join(" ")
            } else {
                String::new()
            };
        }
    }
    String::new()
}
