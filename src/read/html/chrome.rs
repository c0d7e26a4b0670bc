//! What of a page belongs to the site: navigation, boxes about the author, comments, related articles.
//!
//! A part must show it by what it is (a landmark, a role), by what it holds (links, no prose) or by the
//! heading it bears. A class name alone decides only over parts without much prose.

use super::counts::Counts;
use super::hints::Hints;
use super::icon::is_font;
use super::tree::{Item, around};

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
        _ if item.hints.has(Hints::COMMENTS) => counts.prose_between(0, index) >= 300 && !titled(),
        _ if share > 40 => false,
        ("nav" | "dialog" | "search", _) => true,
        ("footer", _) | (_, "contentinfo") => share < 20,
        ("header", _) => {
            share < 20 && !titled() && !(inside(items, index, "main") && counts.prose(items, index) >= 200)
        }
        (_, "banner") => !titled(),
        ("aside", _) | (_, "complementary") => links > 20 || (share < 10 && !inside(items, index, "article")),
        ("form", _) => share < 25,
        ("a", _) => (role == "button" || item.hints.has(Hints::BUTTON)) && !has_heading_above(items, index),
        ("button", _) => !has_heading_above(items, index),
        (_, "navigation" | "search" | "dialog" | "alertdialog" | "menu" | "menubar" | "toolbar" | "tablist") => true,
        ("sup", _) => links > 50 && counts.letters(items, index) < 6,
        // A cell may be nothing but such a picture, and says what it shows.
        _ if is_font(item) => !matches!(item.name, "td" | "th"),
        _ => item.attr("aria-hidden") == Some("true") || item.attr("aria-modal") == Some("true"),
    }
}

fn within(items: &[Item<'_>], index: usize, name: &str) -> bool {
    items[index..items[index].end].iter().any(|item| item.name == name)
}

fn inside(items: &[Item<'_>], index: usize, name: &str) -> bool {
    around(items, index).skip(1).any(|at| items[at].name == name)
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

/// Does its name call it a part of the site, and do its place and what it holds agree?
pub(super) fn is_hinted(items: &[Item<'_>], counts: &Counts, index: usize) -> bool {
    let item = &items[index];
    let hints = item.hints;
    let content = |name: &str| matches!(name, "h1" | "h2" | "h3" | "h4" | "td" | "th" | "tr" | "table" | "p" | "li");
    if hints == Hints::default() || matches!(item.name, "body" | "main" | "article") || content(item.name) {
        return false;
    }
    let (prose, total) = (counts.prose(items, index), counts.total());
    let links = || counts.link_share(items, index);
    let after = || counts.prose_between(item.end, items.len());
    if prose * 4 > total {
        // The foot of a page may say more than a short article.
        return hints.has(Hints::FOOTER) && after() == 0 && links() > 35 && !within(items, index, "h1");
    }
    let before = || counts.prose_between(0, index);
    let bare = || {
        prose == 0
            && counts.letters(items, index) < 150
            && !items[index..item.end].iter().any(|item| content(item.name))
    };
    let weak = || hints.has(Hints::WEAK) && (links() > 30 || bare());
    let follows = || hints.has(Hints::FOLLOWS) && after() * 6 < total;
    let pager = || hints.is_pager() && links() > 30;
    let author = || hints.has(Hints::AUTHOR) && prose * 4 < total && (before() * 12 < total || after() * 5 < total);
    // Forums say beside every answer who gave it.
    let profile = || hints.has(Hints::AUTHOR) && prose == 0 && counts.letters(items, index) < 250;
    let asks = |item: &Item<'_>| matches!(item.name, "a" | "button" | "form");
    let appeal = || {
        hints.has(Hints::APPEAL)
            && prose * 10 < total
            && items[index..item.end].iter().any(asks)
            && !within(items, index, "table")
            && counts.letters(items, index) < 500
    };
    (hints.has(Hints::SITE) || weak() || follows() || pager() || author() || profile() || appeal())
        && !within(items, index, "h1")
}

/// Is it a list of links to other pages?
pub(super) fn is_link_list(items: &[Item<'_>], counts: &Counts, index: usize) -> bool {
    let item = &items[index];
    if !matches!(item.name, "ul" | "ol" | "div" | "section" | "aside" | "dl") || counts.link_share(items, index) < 70 {
        return false;
    }
    let links = items[index..item.end].iter().filter(|item| item.name == "a").count();
    links > 2
        && counts.prose(items, index) * 20 < counts.letters(items, index)
        && !(matches!(item.name, "ul" | "ol") && is_among_paragraphs(items, counts, index))
}

/// Does it stand between paragraphs, as part of what they say?
fn is_among_paragraphs(items: &[Item<'_>], counts: &Counts, index: usize) -> bool {
    let around = items[index].parent;
    let mut at = around + 1;
    let (mut before, mut after) = (0, 0);
    while at < items[around].end {
        let paragraph = usize::from(items[at].name == "p" && counts.own_prose[at] > 0);
        if at < index {
            before += paragraph
        } else {
            after += paragraph
        }
        at = items[at].end;
    }
    before > 0 && after > 0
}

/// What the headings of comments say.
const COMMENTS: &str = "comments|leave a reply|leave a comment|join the conversation|join the discussion|\
    top rated comments|post a comment|add a comment|reader comments|comments are closed";

/// What comments are called where they are counted: `12 replies`.
const COUNTED: &str = "comment|comments|response|responses|reply|replies|thoughts on";

/// What the headings say of what else follows an article, word for word.
const RELATED: &str = "related|popular|trending|latest|recommended|recommended for you|share|tags|subscribe|sponsored|\
    advertisement|newsletter|read more|most read|most popular|most viewed|previous post|next post";

/// How such headings begin.
const RELATED_LIKE: &str = "related articles|related posts|related stories|related content|related news|related reading|\
    related links|related topics|related guides|related videos|related resources|more from|more stories|more news|\
    more articles|more posts|more like this|you may also|you might also|you may like|recommended posts|\
    recommended articles|recommended stories|recommended reading|popular posts|popular articles|popular stories|\
    latest posts|latest articles|latest news|latest stories|trending now|trending stories|share this|about the author|\
    sign up for|subscribe to|get our|join our|follow us|similar articles|similar posts|other articles|stay in touch|\
    stay connected|recent posts|recent articles|read next|up next|keep reading|our newsletter";

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
        let next =
            |deepest: u8| headings[at + 1..].iter().find(|(_, level)| *level <= deepest).map_or(end, |(next, _)| *next);
        let comments =
            || counted(&label) || (is_any(&label, COMMENTS) && after_all(items, &headings[at + 1..], *level));
        let stop = if before >= 300 && comments() {
            end
        } else if !is_any(&label, RELATED) && !RELATED_LIKE.split('|').any(|one| begins(&label, one)) {
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

fn is_any(label: &str, of: &str) -> bool {
    let label = label.trim_end_matches(|c: char| !c.is_alphanumeric());
    of.split('|').any(|one| one == label)
}

fn begins(label: &str, with: &str) -> bool {
    label.strip_prefix(with).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Is it a number of comments?
fn counted(label: &str) -> bool {
    let number = label.split_once(' ').filter(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit()));
    number.is_some_and(|(_, rest)| COUNTED.split('|').any(|one| begins(rest, one)))
}

/// Does no heading of the article follow, as one does where comments are what an article is about?
fn after_all(items: &[Item<'_>], later: &[(usize, u8)], level: u8) -> bool {
    let of_article = |label: String| {
        !is_any(&label, COMMENTS)
            && !is_any(&label, RELATED)
            && !counted(&label)
            && !RELATED_LIKE.split('|').any(|one| begins(&label, one))
    };
    // Of hundreds of headings, the first will tell.
    !later.iter().take(200).any(|(heading, other)| *other <= level && label(items, *heading).is_none_or(of_article))
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
