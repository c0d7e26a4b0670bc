//! The elements that may say something about the page as a whole.
//!
//! A page has thousands of elements and a few dozen of these; they are gathered in one pass, and
//! selectors are asked of them alone.

use html5ever::local_name;
use scraper::{ElementRef, Html, Selector};

use super::tree::attr;

/// The elements, in the order of the page.
pub(super) struct Telling<'p>(Vec<ElementRef<'p>>);

impl<'p> Telling<'p> {
    /// Those of a page.
    pub(super) fn of(html: &'p Html) -> Self {
        let names = [
            local_name!("h1"),
            local_name!("link"),
            local_name!("meta"),
            local_name!("script"),
            local_name!("time"),
            local_name!("title"),
        ];
        let elements = html.tree.nodes().filter_map(ElementRef::wrap).filter(|element| {
            let element = element.value();
            names.contains(&element.name.local)
                || element.attrs.iter().any(|(key, value)| {
                    key.local == local_name!("itemprop")
                        || (key.local == local_name!("rel") && value.contains("author"))
                })
        });
        Self(elements.collect())
    }

    /// Those that a selector names; none where it is not well formed.
    pub(super) fn select(&self, selector: &str) -> Vec<ElementRef<'p>> {
        let Ok(parsed) = Selector::parse(selector) else { return Vec::new() };
        // To ask a selector is dear: most elements can be told by the name of the tag or the attribute.
        let last = selector.rsplit("] ").next().unwrap_or_default();
        let attribute = last.strip_prefix('[').map(|rest| &rest[..rest.find(['~', '=', ']']).unwrap_or(rest.len())]);
        let tag = &last[..last.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(last.len())];
        let may = |element: &&ElementRef<'p>| match attribute {
            Some(name) => attr(element.value(), name).is_some(),
            None => element.value().name() == tag,
        };
        self.0.iter().filter(may).filter(|element| parsed.matches(element)).copied().collect()
    }

    /// The words of those that a selector names, white space folded.
    pub(super) fn all(&self, selector: &str) -> Vec<String> {
        self.select(selector).iter().filter_map(|element| folded(&element.text().collect::<String>())).collect()
    }

    /// An attribute of the first that a selector names and that has it, or the first words.
    pub(super) fn first(&self, selector: &str, attribute: Option<&str>) -> Option<String> {
        self.select(selector).iter().find_map(|element| match attribute {
            Some(name) => element.attr(name).and_then(folded),
            None => folded(&element.text().collect::<String>()),
        })
    }
}

/// Words with single spaces; `None` where there are none.
pub(super) fn folded(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}
