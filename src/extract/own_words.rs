//! The criterion that a heading or the label of a row names: the lexicon's, or the article's own words.
//!
//! A label of few words is taken whole ("EPUB support"), since it says more than the term in it; a
//! longer one is about its longest term.

use super::sentence::Sentence;
use super::tokens::{Token, is_mark};
use crate::claim::Aspect;
use crate::lexicon::{Lexicon, List};

/// The criterion that a heading or a row label names; `None` where it names none, or `asks` a question
/// that is longer than a name.
pub(super) fn criterion_of(sentence: &Sentence, asks: bool, lexicon: &Lexicon) -> Option<Aspect> {
    let kept: Vec<Kept> = sentence.tokens.iter().filter(|token| is_word(token)).map(Kept::from).collect();
    let content: Vec<&str> = kept.iter().filter(|word| !word.empty).map(|word| word.low()).collect();
    let whole: Vec<&str> = kept.iter().map(|word| word.low()).collect();
    let named = |words: &str| lexicon.criterion(words).map(|slug| Aspect::new(words, slug));
    let found = named(&whole.join(" "))
        .or_else(|| named(&content.join(" ")))
        .or_else(|| judged(kept.first()?, &content, lexicon))
        .or_else(|| by_term(&kept, &content, asks, lexicon));
    if let Some(aspect) = found {
        return Some(aspect).filter(|aspect| !lexicon.has(List::FrameCriteria, &aspect.slug));
    }
    // "Pricey spare parts" is about spare parts.
    let judges = |word: &&Kept| word.empty || word.token.cue.is_some_and(|(cue, _)| cue.is_adjective());
    let noun = kept.iter().skip_while(judges).filter(|word| !word.empty);
    let noun: Vec<&str> = noun.map(|word| word.low()).collect();
    let words = if noun.is_empty() { content } else { noun };
    let most = if asks { 2 } else { 4 };
    (1..=most).contains(&words.len()).then(|| Aspect::named(words.join(" ")))
}

/// A word of a label.
struct Kept<'a> {
    token: &'a Token,
    /// Does it say nothing of the matter ("comparison", "really")?
    empty: bool,
}

impl<'a> From<&'a Token> for Kept<'a> {
    fn from(token: &'a Token) -> Self {
        Self { token, empty: token.is(List::EmptyInHeadings) || token.low.ends_with("ly") }
    }
}

impl<'a> Kept<'a> {
    fn low(&self) -> &'a str {
        &self.token.low
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
    let whole = !modified || content.len() > 3;
    let passing = asks && len == 1 && content.len() > 2;
    (whole && !passing).then(|| Aspect::new(content.join(" "), lexicon.slug_of(term)))
}
