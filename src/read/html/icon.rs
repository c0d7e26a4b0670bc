//! What an icon says.
//!
//! Comparison tables answer with pictures: a green tick, a red cross, stars. The words that the page
//! gives them for readers who do not see come first, then the icon's own name.

use scraper::Node;

use super::drawn;
use super::tree::Item;

/// Names of icons, as words within class names and file names, and what they say.
const NAMES: [(&str, &str); 33] = [
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
    ("correct", "yes"),
    ("available", "yes"),
    ("supported", "yes"),
    ("unavailable", "no"),
    ("unsupported", "no"),
    ("incorrect", "no"),
    ("wrong", "no"),
    ("clear", "no"),
    ("partial", "partial"),
];

/// The words that an element shows as a picture; `None` where it is none, or says nothing.
pub(super) fn words(item: &Item<'_>) -> Option<String> {
    let picture = matches!(item.name, "img" | "amp-img" | "svg" | "i" | "span" | "em" | "b" | "div" | "use" | "image");
    if !picture {
        return None;
    }
    let said = ["aria-label", "alt", "title", "data-tooltip", "data-original-title"];
    let said = said.iter().find_map(|name| item.attr(name)).filter(|said| !is_file_name(said));
    if let Some(said) = said {
        return Some(plain(said));
    }
    if is_font(item) {
        return of_font(item).map(str::to_owned);
    }
    if item.name == "svg"
        && let Some(title) = svg_title(item)
    {
        return Some(title);
    }
    let addresses = ["src", "data-src", "data-lazy-src", "data-original", "href"];
    let address = |name: &&str| {
        // An address within a drawing may bear a prefix (`xlink:href`).
        let mut attrs = item.element()?.attrs();
        attrs.find_map(|(given, value)| (given == *name).then_some(value))
    };
    let mut files = addresses.iter().filter_map(address).map(file_name).filter(|name| !name.is_empty());
    let class = item.attr("class").unwrap_or_default();
    named(class).or_else(|| files.find_map(named)).map(str::to_owned)
}

/// The words that a picture says which is known by its description and its address alone.
pub(in crate::read) fn of_picture(alt: &str, address: &str) -> Option<String> {
    if alt.trim().is_empty() { named(file_name(address)).map(str::to_owned) } else { Some(plain(alt.trim())) }
}

/// The mark that an icon before words is: a tick or a cross.
pub(super) fn mark(item: &Item<'_>) -> Option<&'static str> {
    match words(item)?.as_str() {
        "yes" | "Yes" => Some("\u{2713}"),
        "no" | "No" => Some("\u{2717}"),
        // An emoji that the page shows as a picture.
        other => drawn::saying(other),
    }
}

/// Do words answer as an icon does? Then it need not be said.
pub(super) fn is_answer(words: &str) -> bool {
    let low = words.trim().to_lowercase();
    low.split_whitespace().count() == 1 && named(&low).is_some()
        || low.starts_with(['\u{2713}', '\u{2714}', '\u{2717}', '\u{2718}'])
}

/// Is it a name that a machine gave a picture (`image-23`, `IMG_2041.jpg`)?
fn is_file_name(said: &str) -> bool {
    let low = said.to_ascii_lowercase();
    let ending = ["png", "svg", "jpg", "webp", "gif"].iter().any(|ending| low.ends_with(&format!(".{ending}")));
    ending || (!low.contains(' ') && low.contains(|c: char| c.is_ascii_digit()) && low.starts_with("im"))
}

/// A star of a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Star {
    /// Called full.
    Full,
    /// Half a star.
    Half,
    /// Called empty.
    Empty,
    /// Called neither: full, unless others of its row are called so.
    Bare,
}

/// The star that an icon is.
pub(super) fn star(item: &Item<'_>) -> Option<Star> {
    if !matches!(item.name, "i" | "span" | "svg" | "img" | "div" | "b" | "em") {
        return None;
    }
    if is_font(item) {
        let name = item.node.first_child().and_then(|node| Some(node.value().as_text()?.text.trim().to_owned()))?;
        return match name.as_str() {
            "star" | "star_rate" => Some(Star::Full),
            "star_half" => Some(Star::Half),
            "star_border" | "star_outline" => Some(Star::Empty),
            _ => None,
        };
    }
    let class = item.attr("class")?.to_ascii_lowercase();
    let is = |names: &[&str]| class.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| names.contains(&word));
    if !is(&["star"]) {
        return None;
    }
    Some(match () {
        () if is(&["half"]) => Star::Half,
        () if is(&["o", "empty", "outline", "far", "regular", "off", "gray", "grey", "inactive", "blank"]) => {
            Star::Empty
        }
        () if is(&["full", "filled", "fill", "active", "on", "checked", "selected"]) => Star::Full,
        () => Star::Bare,
    })
}

/// What stars say together: how many of how many. One alone is an ornament.
pub(super) fn rating(stars: &[Star]) -> Option<(f64, f64)> {
    let told = stars.contains(&Star::Full);
    let points = stars.iter().map(|star| match star {
        Star::Full => 1.0,
        Star::Half => 0.5,
        Star::Bare if !told => 1.0,
        Star::Bare | Star::Empty => 0.0,
    });
    #[expect(clippy::cast_precision_loss, reason = "a row has few stars")]
    (stars.len() > 1).then(|| (points.sum(), stars.len() as f64))
}

/// What the picture says that a font draws for the name in an element.
pub(super) fn of_font(item: &Item<'_>) -> Option<&'static str> {
    item.node.first_child().and_then(|node| named(&node.value().as_text()?.text))
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
    // A picture out of a set of many: `/icons.svg#check`.
    let (path, part) = address.split_once('#').unwrap_or((address, ""));
    let path = path.split('?').next().unwrap_or_default();
    if part.is_empty() { path.rsplit('/').next().unwrap_or_default() } else { part }
}

/// What a name such as `fa fa-check-circle` or `icon_cross.png` says.
fn named(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase().replace("thumbs-up", "thumbsup").replace("thumbs-down", "thumbsdown");
    let name = name.replace("x-mark", "xmark");
    let mut said = name.split_whitespace().filter_map(one_named);
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}

fn one_named(name: &str) -> Option<&'static str> {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).map(|word| word.trim_end_matches(char::is_numeric));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let says = |at: usize| {
        // `no-margin` and `overflow-x` are no answers.
        let next = words.get(at + 1).copied();
        match words[at] {
            "no" if !matches!(
                next,
                None | Some("alt" | "icon" | "circle" | "mark" | "sign" | "png" | "svg" | "gif")
            ) =>
            {
                None
            }
            "x" => (name == "x" || (at > 0 && is_icons(words[at - 1]))).then_some("no"),
            word => NAMES.iter().find(|(name, _)| *name == word).map(|(_, says)| *says),
        }
    };
    let mut said = (0..words.len()).filter_map(says);
    let first = said.next()?;
    let alike = said.all(|other| other == first);
    match first {
        "yes" if alike && words.contains(&"not") => Some("no"),
        _ => alike.then_some(first),
    }
}

/// Is it what a set of icons puts before its names?
fn is_icons(word: &str) -> bool {
    matches!(
        word,
        "icon" | "icons" | "ico" | "bi" | "lucide" | "feather" | "fa" | "ti" | "ri" | "mdi" | "tabler" | "red"
    )
}
