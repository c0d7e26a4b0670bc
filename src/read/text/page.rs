//! What a page has around its article: menus, reading times, other posts, a word about the author.

use super::line;
use super::part::{Kind, Part};

/// What begins the part of a page that is no longer the article.
const AFTER: &[&str] = &[
    "recommended content",
    "recommended article",
    "recommended for you",
    "recommended post",
    "recommended reading",
    "related post",
    "related article",
    "related content",
    "related reading",
    "related stories",
    "you may also like",
    "you might also like",
    "more from",
    "more articles",
    "more posts",
    "read next",
    "keep reading",
    "read also",
    "also read",
    "about the author",
    "about author",
    "subscribe",
    "join our newsletter",
    "newsletter",
    "sign up for",
    "get the latest",
    "share this",
    "share on",
    "leave a comment",
    "leave a reply",
    "post a comment",
    "comments",
    "follow us",
    "previous post",
    "next post",
    "previous article",
    "next article",
    "table of contents",
    "contents",
    "all blogs",
    "latest posts",
    "popular posts",
    "recent posts",
    "trending",
    "summarize this",
    "copyright",
    "all rights reserved",
    "filed under",
    "tags:",
    "posted in",
];

/// The title is looked for among so many parts.
const TOP: usize = 400;

/// Cuts off what follows the article: from the first line after its last third begins that opens another
/// matter, unless what follows still weighs the subjects.
pub(super) fn cut_tail(text: &str, parts: &mut Vec<Part>) {
    let weights: Vec<usize> = parts.iter().map(|part| line::count(part.words(text))).collect();
    let total: usize = weights.iter().sum();
    let mut read = 0;
    let mut from = None;
    for (i, part) in parts.iter().enumerate() {
        let concluded = read * 5 >= total * 3;
        if concluded && i > 0 && matches!(part.kind, Kind::Line) && opens_another_matter(part.words(text)) {
            from = Some(i);
            break;
        }
        read += weights[i];
    }
    let Some(from) = from.or_else(|| menu_from(text, parts)) else { return };
    let weighs = |part: &Part| {
        let words = part.words(text);
        line::verdict(words) || (line::count(words) <= 4 && line::sides(words)) || matches!(part.kind, Kind::Table(_))
    };
    if !parts[from..].iter().any(weighs) {
        parts.truncate(from);
    }
}

/// Where the menu at the foot of a page begins: many short lines after the last prose, too short to say
/// anything.
fn menu_from(text: &str, parts: &[Part]) -> Option<usize> {
    let told = |part: &Part| line::count(part.words(text)) > 12 || !matches!(part.kind, Kind::Line);
    let from = parts.iter().rposition(told)? + 1;
    let words: usize = parts[from..].iter().map(|part| line::count(part.words(text))).sum();
    let count = parts.len() - from;
    let announced = parts[from - 1].words(text).ends_with(':');
    (count >= 8 && words * 2 <= count * 7 && !announced).then_some(from)
}

fn opens_another_matter(words: &str) -> bool {
    let low = words.to_lowercase();
    let low = low.trim_matches(|c: char| !c.is_alphanumeric() && c != ':');
    line::count(low) <= 8 && (reading_time(low) || AFTER.iter().any(|cue| whole(low, cue)))
}

fn whole(words: &str, cue: &str) -> bool {
    let single = !cue.contains(' ') && !cue.ends_with(':') && cue != "subscribe" && cue != "copyright";
    if single { words.trim_end_matches(':') == cue } else { words.starts_with(cue) }
}

/// `4 min read`, `6 Minutes Reading Time`.
fn reading_time(low: &str) -> bool {
    let words: Vec<&str> = low.split_whitespace().take(16).collect();
    let figure = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    words.windows(3).any(|three| {
        let minutes = (figure(three[0]) && three[1].starts_with("min")) || three[1].ends_with("-min");
        let minutes = minutes || three[1].strip_suffix("min").is_some_and(figure);
        minutes && three[2].starts_with("read")
    })
}

/// A line of a page's furniture: a reading time, a path of links, a date.
pub(super) fn chrome(words: &str) -> bool {
    let low = words.to_lowercase();
    let menu = ["skip to", "log in", "sign in", "sign up", "toggle ", "menu", "search"];
    reading_time(&low)
        || (line::count(&low) <= 4 && menu.iter().any(|cue| low.starts_with(cue)))
        || words.contains(" > ")
        || words.contains(" » ")
        || words.contains(" › ")
        || low.starts_with("by ") && line::count(&low) <= 6
        || low.starts_with("photo by")
        || low.starts_with("image caption")
        || low.starts_with("external link")
        || (line::count(&low) <= 6 && dated(words).is_some_and(|date| date.len() + 16 > words.len()))
}

/// The article's title, made a heading: of the lines before the first prose, the one that reads most like
/// one. Its echoes in menus and paths are dropped.
pub(super) fn title(text: &str, parts: &mut Vec<Part>) -> Option<String> {
    let prose = parts.iter().position(|part| {
        let words = part.words(text);
        line::count(words) > 14 && line::stopped(words) && !versus(words) && part.prose(text)
    });
    let end = prose.unwrap_or(parts.len()).min(TOP);
    let mut best: Option<(i32, usize)> = None;
    for i in 0..end {
        let part = &parts[i];
        let words = part.words(text);
        let shaped = match part.kind {
            Kind::Line => {
                line::count(words) <= if versus(words) { 20 } else { 14 }
                    && !words.ends_with(['.', ':', ','])
                    && !line::verdict(words)
            }
            Kind::Heading(level) => level <= 2,
            _ => false,
        };
        if !shaped || chrome(words) || !words.contains(char::is_alphabetic) {
            continue;
        }
        let score = title_score(text, parts, i);
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, i));
        }
    }
    let (_, at) = best.filter(|(score, _)| *score > 0)?;
    parts[at].kind = Kind::Heading(1);
    let title = parts[at].words(text).to_owned();
    // What stands above the title heads nothing.
    for part in parts[..at].iter_mut().filter(|part| matches!(part.kind, Kind::Line)) {
        part.kind = Kind::Prose;
    }
    let mut place = 0;
    parts.retain(|part| {
        place += 1;
        let words = part.words(text);
        let echo = place <= end + 2 && place != at + 1 && matches!(part.kind, Kind::Line) && words.ends_with(&title);
        !echo && (place > at || !chrome(words))
    });
    Some(title.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Does the line set two names against each other?
fn versus(words: &str) -> bool {
    line::count(words) <= 20
        && words.split_whitespace().any(|word| matches!(word.to_lowercase().as_str(), "vs" | "vs." | "versus"))
}

fn title_score(text: &str, parts: &[Part], i: usize) -> i32 {
    let words = parts[i].words(text);
    let low = format!(" {} ", words.to_lowercase());
    let compares = [" vs", " versus ", " compared", "comparison"].iter().any(|cue| low.contains(cue));
    let chooses = [" or ", " and ", "which", "better", "best", "difference"].iter().any(|cue| low.contains(cue));
    let alone = parts[i].gap > 0 || i == 0;
    let single = parts.get(i + 1).is_none_or(|next| next.gap > 0);
    let marked = matches!(parts[i].kind, Kind::Heading(_));
    let first = parts[..i].iter().all(|part| chrome(part.words(text)));
    i32::from(compares) * 3
        + i32::from(chooses) * 2
        + i32::from(alone && single) * 2
        + i32::from(marked) * 3
        + i32::from(first)
        - i32::from(line::count(words) < 2) * 3
        - i32::from(line::sides(words)) * 2
        - i32::from(words.ends_with('!')) * 3
}

/// The date of the article: one that stands in a short line near its top.
pub(super) fn date(text: &str, parts: &[Part]) -> Option<String> {
    parts.iter().take(8).filter(|part| part.short(text)).find_map(|part| dated(part.words(text)).map(str::to_owned))
}

/// The author of the article: `By Ada Wood`, in a short line near its top.
pub(super) fn author(text: &str, parts: &[Part]) -> Option<String> {
    parts.iter().take(8).filter(|part| part.short(text)).find_map(|part| {
        let words = part.words(text);
        let name = ["By ", "by ", "BY ", "Written by "].iter().find_map(|by| words.strip_prefix(by))?;
        let name = name.split(['|', '·', '•', ',']).next().unwrap_or_default().trim();
        let named = name.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
        let named = named && (2..=4).contains(&line::count(name)) && dated(name).is_none();
        named.then(|| name.split_whitespace().collect::<Vec<_>>().join(" "))
    })
}

/// A date within a line: `17.07.2023`, `2023-07-17`, `July 17, 2023`.
fn dated(words: &str) -> Option<&str> {
    const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let trim = |word: &'_ str| word.trim_matches(|c: char| !c.is_alphanumeric()).len();
    let mut at = 0;
    let tokens: Vec<(usize, &str)> = words
        .split_inclusive(char::is_whitespace)
        .map(|word| {
            at += word.len();
            (at - word.len(), word.trim())
        })
        .collect();
    for (i, (start, word)) in tokens.iter().enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let figures: Vec<&str> = bare.split(['.', '-', '/']).collect();
        let all = figures.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
        if figures.len() == 3 && all && figures.iter().any(|part| part.len() == 4) {
            let from = start + word.find(bare).unwrap_or(0);
            return words.get(from..from + bare.len());
        }
        let month = bare.get(..3).is_some_and(|head| MONTHS.iter().any(|month| head.eq_ignore_ascii_case(month)));
        let year = tokens.get(i + 2).map(|(at, word)| (*at, word.trim_end_matches([',', '.', ')'])));
        let day = tokens
            .get(i + 1)
            .is_some_and(|(_, word)| trim(word) <= 4 && word.starts_with(|c: char| c.is_ascii_digit()));
        if let Some((at, year)) = year.filter(|(_, year)| month && day && year.len() == 4 && year.starts_with("20")) {
            return words.get(*start..at + year.len());
        }
    }
    None
}

/// Cuts off a word about the author at the very end: a name that stands nowhere else, and one paragraph
/// that names no subject.
pub(super) fn cut_author(text: &str, parts: &mut Vec<Part>, names: &[String]) {
    let count = parts.len();
    if count < 6 {
        return;
    }
    let (name, bio) = (&parts[count - 2], &parts[count - 1]);
    let words = name.words(text);
    let pieces: Vec<&str> = words.split_whitespace().collect();
    let named = (2..=3).contains(&pieces.len())
        && pieces
            .iter()
            .all(|word| word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase));
    let body = &text[..name.at.start];
    let stranger = named && pieces.iter().all(|word| !body.contains(word) && !body.contains(&word.to_lowercase()));
    let silent = !names.iter().any(|name| bio.words(text).contains(name.as_str()));
    if stranger && silent && bio.prose(text) {
        parts.truncate(count - 2);
    }
}
