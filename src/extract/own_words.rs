//! The criterion that a heading or the label of a row names: the lexicon's, or the article's own words.
//!
//! A label of few words is taken whole ("EPUB support"), since it says more than the term in it; a
//! longer one is about its longest term.

use super::sentence::Sentence;
use super::tokens::{Token, is_mark};
use crate::claim::Aspect;
use crate::lexicon::{Class, Lexicon, List};

/// The criterion that a heading or a row label names; `None` where it names none, or `asks` a question
/// that is longer than a name.
pub(super) fn criterion_of(sentence: &Sentence, asks: bool, lexicon: &Lexicon) -> Option<Aspect> {
    let whole: Vec<&str> =
        sentence.tokens.iter().filter(|token| is_word(token)).map(|token| token.low.as_str()).collect();
    if let Some(aspect) = Aspect::known(&whole.join(" "), lexicon) {
        return Some(aspect).filter(|aspect| !lexicon.has(List::FrameCriteria, &aspect.slug));
    }
    let kept: Vec<Kept> = head(sentence, lexicon).iter().filter(|token| is_word(token)).map(Kept::from).collect();
    let content: Vec<&str> = kept.iter().filter(|word| !word.empty).map(|word| word.low()).collect();
    let whole: Vec<&str> = kept.iter().map(|word| word.low()).collect();
    let found = Aspect::known(&whole.join(" "), lexicon)
        .or_else(|| Aspect::known(&content.join(" "), lexicon))
        .or_else(|| judged(kept.first()?, &content, lexicon))
        .or_else(|| by_term(&kept, &content, asks, lexicon));
    if let Some(aspect) = found {
        return Some(aspect).filter(|aspect| !lexicon.has(List::FrameCriteria, &aspect.slug));
    }
    // "Pricey spare parts" is about spare parts.
    let judges = |word: &&Kept| word.empty || word.token.cue.is_some_and(|(cue, _)| cue.is_adjective());
    let noun = kept.iter().skip_while(judges).filter(|word| !word.empty);
    let mut noun: Vec<&str> = noun.map(|word| word.low()).collect();
    while noun.len() > 1 && noun.last().is_some_and(|word| lexicon.has(List::EmptyTails, word)) {
        noun.pop();
    }
    // "Warm light" is not about light.
    let praised = kept.iter().find(|word| !word.empty).and_then(|word| word.token.cue);
    let praised = praised.is_some_and(|(cue, _)| cue.class == Class::Good);
    let bare = noun.len() == 1 && praised && lexicon.term(noun[0]).is_none();
    let words = if noun.is_empty() || bare && content.len() == 2 { content } else { noun };
    // "Which framework is better?" is not about frameworks.
    if asks && words.iter().all(|word| lexicon.has(List::Kinds, word)) {
        return None;
    }
    if !is_together(&kept, &words) {
        return None;
    }
    let most = if asks { 2 } else { 4 };
    let frames = words.last().is_some_and(|word| lexicon.has(List::Frame, word));
    (!frames && (1..=most).contains(&words.len())).then(|| named_first(&with_links(&kept, &words), lexicon))
}

/// Is a label a clause rather than a name: "What each of them does", "Why we love it"?
pub(super) fn is_clause(sentence: &Sentence) -> bool {
    let asks = |low: &str| matches!(low, "what" | "which" | "who" | "why" | "when" | "where");
    let person = |low: &str| matches!(low, "i" | "you" | "we" | "they" | "me" | "my" | "your" | "our" | "us");
    let tokens = &sentence.tokens;
    tokens.iter().find(|token| is_word(token)).is_some_and(|first| asks(&first.low))
        || tokens.iter().any(|token| person(&token.low))
}

/// The words of a label up to where it only says of what or for whom: "Noise to the room below" is noise.
fn head<'a>(sentence: &'a Sentence, lexicon: &Lexicon) -> &'a [Token] {
    let tokens = &sentence.tokens;
    let narrows = |token: &Token| {
        matches!(token.low.as_str(), "in" | "for" | "to" | "on" | "at" | "per" | "during" | "across" | "(")
    };
    let Some(end) = tokens.iter().position(narrows) else { return tokens };
    let says = |token: &Token| {
        let empty = token.is(List::EmptyInHeadings) || token.is(List::NoCriterion) || token.is(List::Stops);
        let weak = token.term.is_some_and(|(term, _)| lexicon.has(List::Weak, lexicon.slug_of(term)));
        let noun = token.cue.is_none() && !token.low.ends_with("ing");
        token.who.is_none() && is_word(token) && !empty && !weak && noun
    };
    if end > 0 && end <= 4 && says(&tokens[end - 1]) { &tokens[..end] } else { tokens }
}

/// "Frames and forks" goes by the first of the two, unless that is a part of a name only ("build and
/// print quality").
fn named_first(label: &str, lexicon: &Lexicon) -> Aspect {
    let first = label.split_once(" and ").filter(|(first, second)| first.contains(' ') || !second.contains(' '));
    let Some((first, _)) = first else { return Aspect::named(label.to_owned()) };
    Aspect::of_words(first.to_owned(), lexicon)
}

/// Do the words of a name stand together in the label, but for small ones? "The rule that is enough" names nothing.
fn is_together(kept: &[Kept], words: &[&str]) -> bool {
    let mut at = words.iter().filter_map(|word| kept.iter().position(|other| other.low() == *word && !other.empty));
    let (Some(first), Some(last)) = (at.next(), at.next_back()) else { return true };
    let small =
        |word: &Kept| !word.empty || word.is_link() || matches!(word.low(), "the" | "a" | "an" | "your" | "its");
    first > last || kept[first..=last].iter().all(small)
}

/// The words of a label with the small ones that join them: "brakes and back lights".
fn with_links(kept: &[Kept], words: &[&str]) -> String {
    let first = kept.iter().position(|word| word.low() == words[0]).unwrap_or(0);
    let mut left = words.len();
    let mut label: Vec<&str> = Vec::new();
    for word in &kept[first..] {
        if left == 0 {
            break;
        }
        if word.is_link() {
            label.push(word.low());
        } else if words.contains(&word.low()) {
            label.push(word.low());
            left -= 1;
        }
    }
    label.join(" ")
}

/// A word of a label.
struct Kept<'a> {
    token: &'a Token,
    /// Does it say nothing of the matter ("comparison", "really")?
    empty: bool,
}

impl<'a> From<&'a Token> for Kept<'a> {
    fn from(token: &'a Token) -> Self {
        let empty = token.is(List::EmptyInHeadings) || token.low == "&" || token.low.ends_with("ly");
        Self { token, empty }
    }
}

impl<'a> Kept<'a> {
    fn low(&self) -> &'a str {
        match self.token.low.as_str() {
            "&" => "and",
            low => low,
        }
    }

    fn is_link(&self) -> bool {
        matches!(self.low(), "and" | "of")
    }
}

fn is_word(token: &Token) -> bool {
    let number = token.low.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '#');
    token.who.is_none() && !is_mark(&token.low) && !number && !token.low.starts_with('\'') && token.low.is_ascii()
}

/// A label that judges ("Secure") is about what it judges on.
fn judged(first: &Kept, content: &[&str], lexicon: &Lexicon) -> Option<Aspect> {
    let (cue, len) = first.token.cue?;
    let slug = lexicon.slug_of_cue(cue).filter(|_| (1..=len).contains(&content.len()))?;
    Some(Aspect::new(content.join(" "), slug))
}

/// The longest term of a label, the first of several, unless a noun before it makes it another thing.
fn by_term(kept: &[Kept], content: &[&str], asks: bool, lexicon: &Lexicon) -> Option<Aspect> {
    let terms = kept.iter().enumerate().filter_map(|(at, word)| word.token.term.map(|(term, len)| (at, term, len)));
    let (at, term, len) = terms.max_by_key(|(at, _, len)| (*len, std::cmp::Reverse(*at)))?;
    // A short label with a noun before the term is more than the term: "EPUB support".
    let noun =
        |word: &Kept| word.token.cue.is_none() && word.token.term.is_none() && !word.token.is(List::EmptyInHeadings);
    let modified = len == 1 && kept[..at].iter().any(noun);
    // So is one with a noun behind it: "screen sharing".
    let followed = len == 1 && kept.get(at + 1).is_some_and(noun) && !kept[at + 1].token.is(List::EmptyTails);
    // What anything costs is cost: "Transaction fees".
    let cost = lexicon.slug_of(term) == "cost" && term.burden;
    let whole = cost || !(modified || followed) || content.len() > 3;
    let passing = asks && len == 1 && content.len() > 2;
    (whole && !passing).then(|| Aspect::new(content.join(" "), lexicon.slug_of(term)))
}
