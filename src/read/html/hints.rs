//! What the class names and the id of an element hint at.
//!
//! A hint never decides alone: it tips a part that already looks like something else by its place, its
//! links or its want of prose. Every element is looked at once; names are cut at hyphens and capitals,
//! so that `MostPopular-link` says `most`, `popular` and `link`.

use std::collections::HashMap;

use html5ever::local_name;
use scraper::node::Element;

/// A set of hints.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Hints(u16);

impl Hints {
    /// A part that only sites have, never an article.
    pub(super) const SITE: Self = Self(1);
    /// A part of a site, or of an article (a plan that is `popular`).
    pub(super) const WEAK: Self = Self(1 << 1);
    /// The foot of a page or of a part.
    pub(super) const FOOTER: Self = Self(1 << 2);
    /// Something about who wrote it.
    pub(super) const AUTHOR: Self = Self(1 << 3);
    /// What comes after an article: comments, related articles.
    pub(super) const FOLLOWS: Self = Self(1 << 4);
    /// The comments themselves.
    pub(super) const COMMENTS: Self = Self(1 << 5);
    /// A caption, or whose a picture is.
    pub(super) const CAPTION: Self = Self(1 << 6);
    /// A link drawn as a button.
    pub(super) const BUTTON: Self = Self(1 << 7);
    /// A box that wants something of the reader.
    pub(super) const APPEAL: Self = Self(1 << 8);
    /// The text of an article.
    pub(super) const CONTENT: Self = Self(1 << 9);
    /// The article before this one, and the one after it.
    const PREVIOUS: Self = Self(1 << 10);
    const NEXT: Self = Self(1 << 11);
    /// Made for small screens.
    pub(super) const SMALL_SCREEN: Self = Self(1 << 12);
    /// Not shown, or elsewhere than the rest of the name says.
    const HIDES: Self = Self(1 << 13);

    /// Are these hints given?
    pub(super) fn has(self, hints: Self) -> bool {
        self.0 & hints.0 == hints.0
    }

    /// Is it a part that leads to the neighbours of the article?
    pub(super) fn is_pager(self) -> bool {
        self.has(Self::PREVIOUS) && self.has(Self::NEXT)
    }

    /// What class names or an id say.
    fn of(names: &str) -> Self {
        let mut hints = Self::default();
        for name in names.split_ascii_whitespace() {
            let mut own = whole(name);
            for_words(name, |word| own.0 |= single(word).0);
            // `hide-for-mobile` is made for large screens.
            if own.has(Self::HIDES) {
                own.0 &= !Self::SMALL_SCREEN.0;
            }
            hints.0 |= own.0;
        }
        hints
    }
}

/// What was said by the names of the elements so far: those of a list all bear the same.
#[derive(Default)]
pub(super) struct Known<'p>(HashMap<&'p str, Hints>);

impl<'p> Known<'p> {
    /// What an element's class names and id say.
    pub(super) fn of(&mut self, element: &'p Element) -> Hints {
        let given = element.attrs.iter();
        given.fold(Hints::default(), |all, (key, names)| match &key.local {
            local if *local == local_name!("class") => {
                Hints(all.0 | self.0.entry(&**names).or_insert_with(|| Hints::of(names)).0)
            }
            local if *local == local_name!("id") => Hints(all.0 | Hints::of(names).0),
            _ => all,
        })
    }
}

/// Calls `each` with the words of a name in lower case.
pub(super) fn for_words(name: &str, mut each: impl FnMut(&str)) {
    let mut word = [0_u8; 24];
    let mut len = 0;
    let mut before = b'-';
    for byte in name.bytes().chain([b'-']) {
        let border = !byte.is_ascii_alphanumeric() || (byte.is_ascii_uppercase() && before.is_ascii_lowercase());
        if border {
            if len <= word.len() {
                each(std::str::from_utf8(&word[..len]).unwrap_or_default());
            }
            len = 0;
        }
        if byte.is_ascii_alphanumeric() {
            if let Some(place) = word.get_mut(len) {
                *place = byte.to_ascii_lowercase();
            }
            len += 1;
        }
        before = byte;
    }
}

/// What a name says as a whole.
fn whole(name: &str) -> Hints {
    let is = |names: &[&str]| names.iter().any(|one| one.eq_ignore_ascii_case(name));
    if is(&["comments", "comment-list", "commentlist", "comments-area"]) {
        return Hints::COMMENTS;
    }
    let contents = [
        "entry-content",
        "post-content",
        "article-content",
        "article-body",
        "article__body",
        "post-body",
        "articlebody",
        "story-body",
        "td-post-content",
    ];
    if is(&contents) {
        return Hints::CONTENT;
    }
    let starts = |with: &str| name.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    if starts("message-user") && !starts("message-userContent") { Hints::AUTHOR } else { Hints::default() }
}

/// What single words of a name say.
const WORDS: [(Hints, &[&str]); 12] = [
    (
        Hints::SITE,
        &[
            "advertisement",
            "authorbox",
            "breadcrumb",
            "breadcrumbs",
            "commentlist",
            "consent",
            "cookie",
            "cookies",
            "disqus",
            "gdpr",
            "lightbox",
            "masthead",
            "modal",
            "navbar",
            "outbrain",
            "pager",
            "pagination",
            "popover",
            "popup",
            "respond",
            "rollover",
            "sharedaddy",
            "sidebar",
            "taboola",
            "tooltip",
            "footer",
            "newsletter",
        ],
    ),
    (
        Hints::WEAK,
        &[
            "ad",
            "ads",
            "advert",
            "login",
            "popular",
            "recommendations",
            "share",
            "sharing",
            "social",
            "sponsored",
            "tags",
            "toc",
            "trending",
            "comment",
            "comments",
            "recirc",
            "recommended",
            "related",
            "cta",
            "optin",
            "promo",
            "signup",
            "subscribe",
            "author",
            "authors",
            "bio",
            "byline",
            "contributor",
            "contributors",
            "userinfo",
            "postprofile",
            "signature",
        ],
    ),
    (Hints::FOOTER, &["footer"]),
    (Hints::FOLLOWS, &["comments", "recirc", "recommended", "related"]),
    (Hints::APPEAL, &["newsletter", "cta", "optin", "promo", "signup", "subscribe"]),
    (
        Hints::AUTHOR,
        &["author", "authors", "bio", "byline", "contributor", "contributors", "userinfo", "postprofile", "signature"],
    ),
    (Hints::CAPTION, &["caption", "captions", "credit", "credits", "attribution", "copyright"]),
    (Hints::BUTTON, &["btn", "button"]),
    (Hints::PREVIOUS, &["prev", "previous"]),
    (Hints::NEXT, &["next"]),
    (Hints::SMALL_SCREEN, &["mobile", "phone", "smallscreen"]),
    (Hints::HIDES, &["hide", "hidden", "hides", "no", "not", "desktop"]),
];

/// For each first letter, the lengths of the words that begin with it, as bits: most words of a page's
/// names are none of these, and are passed over by one look.
const LENGTHS: [u32; 26] = {
    let mut lengths = [0; 26];
    let mut row = 0;
    while row < WORDS.len() {
        let mut at = 0;
        while at < WORDS[row].1.len() {
            let word = WORDS[row].1[at].as_bytes();
            lengths[(word[0] - b'a') as usize] |= 1 << word.len();
            at += 1;
        }
        row += 1;
    }
    lengths
};

/// What one word of a name says.
fn single(word: &str) -> Hints {
    let first = word.bytes().next().filter(u8::is_ascii_lowercase);
    if first.is_none_or(|first| LENGTHS[usize::from(first - b'a')] & (1 << word.len()) == 0) {
        return Hints::default();
    }
    let said = WORDS.iter().filter(|(_, words)| words.contains(&word)).map(|(hints, _)| hints.0);
    Hints(said.fold(0, |all, one| all | one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_at_hyphens_and_capitals() {
        let mut words = Vec::new();
        for_words("MostPopular-link__item_2 x", |word| words.push(word.to_owned()));
        words.retain(|word| !word.is_empty());
        assert_eq!(words, ["most", "popular", "link", "item", "2", "x"]);
        assert!(single("popular").has(Hints::WEAK) && !single("popularity").has(Hints::WEAK));
        assert!(whole("articleBody").has(Hints::CONTENT));
        assert!(Hints::of("prices-mobile").has(Hints::SMALL_SCREEN));
        assert!(!Hints::of("hide-for-mobile").has(Hints::SMALL_SCREEN));
    }
}
