//! What of a page belongs to the site: navigation, boxes about the author, comments, related articles.
//!
//! A part must show it by what it is (a landmark, a role), by what it holds (links, no prose) or by the
//! heading it bears. A class name alone decides only over parts without much prose.

use super::counts::Counts;
use super::tree::Item;

/// Drops the elements of which `drop` is true.
pub(super) fn drop_where(items: &[Item<'_>], kept: &mut [bool], drop: impl Fn(usize) -> bool) {
    for index in 1..items.len() {
        if items[index].element().is_some() && kept[index] && drop(index) {
            kept[index] = false;
        }
    }
}

/// Is it a part of the site rather than of the article, by what it says that it is?
pub(super) fn is_chrome(items: &[Item<'_>], counts: &Counts, index: usize) -> bool {
    let item = &items[index];
    let share = counts.prose(items, index) * 100 / counts.total().max(1);
    let links = counts.link_share(items, index);
    let titled = || within(items, index, "h1");
    let role = item.attr("role").unwrap_or_default();
    match (item.name, role) {
        ("aside", _) | (_, "complementary") if share < 70 && !titled() && !inside(items, index, "article") => true,
        _ if share > 40 => is_comments(item) && counts.prose_between(0, index) >= 300 && !titled(),
        ("nav" | "dialog" | "search", _) => true,
        ("footer", _) | (_, "contentinfo") => share < 20,
        ("header", _) => share < 20 && !titled(),
        (_, "banner") => !titled(),
        ("aside", _) | (_, "complementary") => links > 20 || share < 10,
        ("form", _) => share < 25,
        ("button", _) => !has_heading_above(items, index),
        (_, "navigation" | "search" | "dialog" | "alertdialog" | "menu" | "menubar" | "toolbar" | "tablist") => true,
        _ => item.attr("aria-hidden") == Some("true") || item.attr("aria-modal") == Some("true"),
    }
}

fn within(items: &[Item<'_>], index: usize, name: &str) -> bool {
    items[index..items[index].end].iter().any(|item| item.name == name)
}

/// Does its name call it the comments? They may be longer than the article.
fn is_comments(item: &Item<'_>) -> bool {
    let names = ["comments", "comment-list", "commentlist", "comments-area"];
    item.hints().split_whitespace().any(|hint| names.contains(&hint))
}

fn inside(items: &[Item<'_>], mut index: usize, name: &str) -> bool {
    while index > 0 {
        index = items[index].parent;
        if items[index].name == name {
            return true;
        }
    }
    false
}

fn has_heading_above(items: &[Item<'_>], index: usize) -> bool {
    let mut at = items[index].parent;
    for _ in 0..3 {
        if matches!(items[at].name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "summary" | "dt") {
            return true;
        }
        at = items[at].parent;
    }
    false
}

/// Words within class names and ids that parts of a site bear.
const HINTS: [&str; 46] = [
    "comment",
    "comments",
    "commentlist",
    "disqus",
    "respond",
    "sidebar",
    "breadcrumb",
    "breadcrumbs",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "newsletter",
    "subscribe",
    "signup",
    "related",
    "recommended",
    "recommendations",
    "recirc",
    "share",
    "sharing",
    "sharedaddy",
    "social",
    "popup",
    "modal",
    "promo",
    "advert",
    "advertisement",
    "ad",
    "ads",
    "sponsored",
    "outbrain",
    "taboola",
    "byline",
    "authorbox",
    "bio",
    "pagination",
    "pager",
    "navbar",
    "footer",
    "masthead",
    "trending",
    "popular",
    "tags",
    "toc",
    "login",
];

fn hinted(hints: &str) -> bool {
    hints.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| HINTS.contains(&word))
}

/// Does its name call it a part of the site, and does it hold little of the page's prose?
pub(super) fn is_hinted(items: &[Item<'_>], counts: &Counts, index: usize) -> bool {
    let item = &items[index];
    if matches!(
        item.name,
        "body" | "main" | "article" | "h1" | "h2" | "h3" | "h4" | "td" | "th" | "tr" | "table" | "p" | "li"
    ) {
        return false;
    }
    let share = counts.prose(items, index) * 100 / counts.total().max(1);
    share < 25 && hinted(&item.hints()) && !within(items, index, "h1")
}

/// Is it a list of links to other pages?
pub(super) fn is_link_list(items: &[Item<'_>], counts: &Counts, index: usize) -> bool {
    let item = &items[index];
    if !matches!(item.name, "ul" | "ol" | "div" | "section" | "aside" | "dl") || counts.link_share(items, index) < 70 {
        return false;
    }
    let links = items[index..item.end].iter().filter(|item| item.name == "a").count();
    links > 2 && counts.prose(items, index) * 20 < counts.letters(items, index)
}

/// What the headings of comments say, and of what else follows an article.
const COMMENTS: [&str; 14] = [
    "comments",
    "leave a reply",
    "leave a comment",
    "join the conversation",
    "join the discussion",
    "responses",
    "replies",
    "thoughts on",
    "top rated comments",
    "post a comment",
    "add a comment",
    "reader comments",
    "discussion",
    "comment",
];
const RELATED: [&str; 40] = [
    "related",
    "more from",
    "more stories",
    "more news",
    "more articles",
    "more posts",
    "you may also",
    "you might also",
    "you may like",
    "recommended",
    "recommended for you",
    "read next",
    "read more",
    "up next",
    "popular",
    "trending",
    "latest",
    "most read",
    "most popular",
    "share this",
    "share",
    "about the author",
    "about author",
    "newsletter",
    "subscribe",
    "sign up",
    "follow us",
    "tags",
    "previous post",
    "advertisement",
    "keep reading",
    "sponsored",
    "most viewed",
    "next post",
    "get our",
    "similar articles",
    "similar posts",
    "other articles",
    "recent posts",
    "stay connected",
];

/// Drops what follows the article within the element that holds it: comments and related articles.
pub(super) fn drop_tails(items: &[Item<'_>], counts: &Counts, root: usize, kept: &mut [bool]) {
    let end = items[root].end;
    let headings: Vec<(usize, u8)> = (root..end).filter_map(|index| Some((index, level(items[index].name)?))).collect();
    let all = counts.letters(items, root).max(1);
    let mut done = root;
    for (at, (heading, level)) in headings.iter().enumerate() {
        let Some(label) = label(items, *heading).filter(|_| *heading >= done) else { continue };
        let before = counts.prose_between(root, *heading);
        let after = counts.between(*heading, end).0;
        let is = |labels: &[&str], whole: bool| labels.iter().any(|one| starts(&label, one, whole));
        let numbered = label.starts_with(|c: char| c.is_ascii_digit());
        let next =
            |deepest: u8| headings[at + 1..].iter().find(|(_, level)| *level <= deepest).map_or(end, |(next, _)| *next);
        let stop = if before >= 300 && (is(&COMMENTS, true) || (numbered && COMMENTS.iter().any(|c| label.contains(c))))
        {
            end
        } else if !is(&RELATED, false) {
            continue;
        } else if after * 4 < all {
            next(*level)
        } else {
            let stop = next(6);
            let (letters, linked) = counts.between(*heading, stop);
            if linked * 2 < letters {
                continue;
            }
            stop
        };
        for index in *heading..stop {
            if items[index].end <= stop {
                kept[index] = false;
            }
        }
        done = stop;
    }
}

fn starts(label: &str, with: &str, whole: bool) -> bool {
    label.strip_prefix(with).is_some_and(|rest| {
        rest.is_empty() || (!rest.starts_with(char::is_alphanumeric) && (!whole || !rest.contains(char::is_alphabetic)))
    })
}

fn level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

/// A heading's words in lower case, where they are few.
fn label(items: &[Item<'_>], index: usize) -> Option<String> {
    let words: String = items[index..items[index].end].iter().filter_map(Item::text).collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    (!words.is_empty() && words.len() <= 8).then(|| words.join(" ").to_lowercase())
}
