//! The elements that may say something about the page as a whole.
//!
//! A page has thousands of elements and a few dozen of these; they are gathered in one pass, and
//! selectors are asked of them alone.

use html5ever::local_name;
use scraper::{ElementRef, Html, Selector};

/// The elements, in the order of the page.
pub(super) struct Telling<'p>(Vec<ElementRef<'p>>);

impl<'p> Telling<'p> {
    /// Those of a page.
    pub(super) fn of(html: &'p Html) -> Self {
        let elements = html.tree.root().descendants().filter_map(ElementRef::wrap).filter(|element| {
            let element = element.value();
            matches!(element.name(), "h1" | "link" | "meta" | "script" | "time" | "title")
                || element.attrs.iter().any(|(key, value)| {
                    key.local == local_name!("itemprop")
                        || (key.local == local_name!("rel") && value.contains("author"))
                })
        });
        Self(elements.collect())
    }

    /// Those that a selector names; none where it is not well formed.
    pub(super) fn select(&self, selector: &str) -> Vec<ElementRef<'p>> {
        let Ok(selector) = Selector::parse(selector) else { return Vec::new() };
        self.0.iter().filter(|element| selector.matches(element)).copied().collect()
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
