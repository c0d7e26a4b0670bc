//! What an icon says.
//!
//! Comparison tables answer with pictures: a green tick, a red cross, stars. The words that the page
//! gives them for readers who do not see come first, then the icon's own name.

use scraper::Node;

use super::tree::Item;

/// Names of icons, as words within class names and file names, and what they say.
const NAMES: [(&str, &str); 24] = [
    ("check", "yes"),
    ("checked", "yes"),
    ("checkmark", "yes"),
    ("tick", "yes"),
    ("yes", "yes"),
    ("true", "yes"),
    ("ok", "yes"),
    ("done", "yes"),
    ("included", "yes"),
    ("thumbsup", "yes"),
    ("plus", "yes"),
    ("times", "no"),
    ("cross", "no"),
    ("xmark", "no"),
    ("uncheck", "no"),
    ("unchecked", "no"),
    ("no", "no"),
    ("false", "no"),
    ("close", "no"),
    ("cancel", "no"),
    ("ban", "no"),
    ("remove", "no"),
    ("thumbsdown", "no"),
    ("minus", "no"),
];

/// The words that an element shows as a picture; `None` where it is none, or says nothing.
pub(super) fn words(item: &Item<'_>) -> Option<String> {
    let picture = matches!(item.name, "img" | "svg" | "i" | "span" | "em" | "b" | "div" | "use" | "image");
    if !picture {
        return None;
    }
    let said = ["aria-label", "alt", "title", "data-tooltip"].iter().find_map(|name| item.attr(name));
    if let Some(said) = said {
        return Some(plain(said));
    }
    if is_font(item) {
        return item.node.first_child().and_then(|node| named(&node.value().as_text()?.text)).map(str::to_owned);
    }
    if item.name == "svg"
        && let Some(title) = svg_title(item)
    {
        return Some(title);
    }
    let file = ["src", "data-src", "href", "xlink:href"].iter().find_map(|name| item.attr(name)).map(file_name);
    let class = item.attr("class").unwrap_or_default();
    named(class).or_else(|| file.and_then(named)).map(str::to_owned)
}

/// The words that a picture says which is known by its description and its address alone.
pub(in crate::read) fn of_picture(alt: &str, address: &str) -> Option<String> {
    if alt.trim().is_empty() { named(file_name(address)).map(str::to_owned) } else { Some(plain(alt.trim())) }
}

/// A star of a rating, in halves: full, half or empty.
pub(super) fn star(item: &Item<'_>) -> Option<usize> {
    let class = item.attr("class").filter(|_| matches!(item.name, "i" | "span" | "svg" | "img"))?.to_ascii_lowercase();
    let mut words = class.split(|c: char| !c.is_ascii_alphanumeric()).skip_while(|word| *word != "star");
    words.next()?;
    let is = |names: &[&str]| class.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| names.contains(&word));
    Some(match () {
        () if is(&["half"]) => 1,
        () if is(&["o", "empty", "outline", "far", "regular", "off", "gray", "grey"]) => 0,
        () => 2,
    })
}

/// What stars say together: `4.5 out of 5`. One alone is an ornament.
pub(super) fn rating(stars: &[usize]) -> Option<String> {
    let halves: usize = stars.iter().sum();
    let half = if halves % 2 == 1 { ".5" } else { "" };
    (stars.len() > 1).then(|| format!("{}{half} out of {}", halves / 2, stars.len()))
}

/// Is it a name that a font draws as a picture? Its letters are no words of the article.
pub(super) fn is_font(item: &Item<'_>) -> bool {
    let class = item.attr("class").unwrap_or_default();
    class.split_whitespace().any(|name| name.starts_with("material-icons") || name.starts_with("material-symbols"))
}

/// A description such as `check icon` says `yes`; any other says itself.
fn plain(said: &str) -> String {
    let answers = ["yes", "no", "true", "false"];
    let answers =
        said.split(|c: char| !c.is_alphabetic()).any(|word| answers.iter().any(|a| a.eq_ignore_ascii_case(word)));
    let name = if answers || said.split_whitespace().count() > 3 { None } else { named(said) };
    name.unwrap_or(said).to_owned()
}

fn svg_title(item: &Item<'_>) -> Option<String> {
    let title = item.node.descendants().find(|node| node.value().as_element().is_some_and(|e| e.name() == "title"))?;
    let text = title.children().find_map(|node| match node.value() {
        Node::Text(text) => Some(text.text.trim().to_owned()),
        _ => None,
    })?;
    (!text.is_empty()).then(|| plain(&text))
}

fn file_name(address: &str) -> &str {
    if address.starts_with("data:") {
        return "";
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    if path.is_empty() { address } else { path.rsplit('/').next().unwrap_or_default() }
}

/// What a name such as `fa fa-check-circle` or `icon_cross.png` says.
fn named(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase().replace("thumbs-up", "thumbsup").replace("thumbs-down", "thumbsdown");
    let name = name.replace("x-mark", "xmark");
    let words = name.split(|c: char| !c.is_ascii_alphabetic());
    let mut said = words.filter_map(|word| NAMES.iter().find(|(name, _)| *name == word).map(|(_, says)| *says));
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}
