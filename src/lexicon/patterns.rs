//! Phrases with slots, as `lexicon/patterns.toml` has them, matched over a masked sentence.
//!
//! A masked sentence is the words of a sentence in lower case, each followed by one space, in which
//! every name of a subject is a mask of its own (`S0`, `S1`, ... , `SB` for both, `SN` for neither). That
//! makes a phrase a plain regular expression over ASCII, small enough to compile a hundred at start.

use regex::bytes::{Regex, RegexBuilder};

use crate::claim::Verdict;

/// One phrase and what it yields.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// The name of its entry.
    pub name: String,
    /// What it says of its subject.
    pub yields: Yields,
    /// The criterion that it is about by itself, as a slug.
    pub criterion: Option<String>,
    regex: Regex,
}

/// What a phrase says: a verdict without a figure.
pub type Yields = Verdict;

/// Where a phrase was found in a masked sentence; all ranges are bytes of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The whole phrase.
    pub whole: (usize, usize),
    /// The mask of the subject.
    pub subject: Option<(usize, usize)>,
    /// The mask of the rival.
    pub rival: Option<(usize, usize)>,
    /// The words of the condition.
    pub scope: Option<(usize, usize)>,
    /// The words of the criterion.
    pub criterion: Option<(usize, usize)>,
}

const SLOTS: &str = "{subject}, {rival}, {both}, {either}, {scope} or {criterion}";

impl Pattern {
    /// Compiles a phrase.
    ///
    /// # Errors
    ///
    /// The offset in the phrase and what is wrong there.
    pub(super) fn new(
        name: &str,
        verdict: &str,
        criterion: Option<&str>,
        phrase: &str,
    ) -> Result<Self, (usize, String)> {
        let yields = match verdict {
            "better" => Verdict::Better,
            "worse" => Verdict::Worse,
            "equal" => Verdict::Equal,
            "strength" => Verdict::Strength,
            "weakness" => Verdict::Weakness,
            "suits" => Verdict::Suits,
            "unsuited" => Verdict::Unsuited,
            other => {
                let expected = "better, worse, equal, strength, weakness, suits or unsuited";
                return Err((0, format!("unknown verdict {other:?}, expected {expected}")));
            }
        };
        let regex = RegexBuilder::new(&expression(phrase)?)
            .unicode(false)
            .build()
            .map_err(|error| (0, format!("pattern {name} cannot be compiled: {error}")))?;
        Ok(Self { name: name.to_owned(), yields, criterion: criterion.map(str::to_owned), regex })
    }

    /// The first place at or after `from` where the phrase stands in the masked sentence.
    #[must_use]
    pub fn find(&self, masked: &str, from: usize) -> Option<Found> {
        let captures = self.regex.captures_at(masked.as_bytes(), from)?;
        let whole = captures.get(0)?;
        let slot = |name| captures.name(name).map(|slot| (slot.start(), slot.end()));
        let found = Found {
            whole: (whole.start(), whole.end()),
            subject: slot("subject"),
            rival: slot("rival"),
            scope: slot("scope"),
            criterion: slot("criterion"),
        };
        Some(found)
    }
}

/// The regular expression of a phrase: every word takes the one space behind it along.
fn expression(phrase: &str) -> Result<String, (usize, String)> {
    let mut out = String::from("(?-u)");
    let mut rest = phrase;
    let mut first = true;
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let at = phrase.len() - rest.len();
        if std::mem::take(&mut first) && !rest.starts_with('^') {
            out.push_str("(?:^|\\b)");
        }
        if let Some(after) = rest.strip_prefix('^') {
            out.push_str("(?:^|[,;:.!?()~-] |(?:and|but|or|while|whereas|so|which|that|is|are|also) )");
            rest = after;
        } else if let Some(after) = rest.strip_prefix("...?") {
            out.push_str("(?:[^ ;.!?]+ ){0,5}?");
            rest = after;
        } else if let Some(after) = rest.strip_prefix("...") {
            out.push_str("(?:[^ ;.!?]+ ){0,6}?");
            rest = after;
        } else if rest.starts_with('{') {
            let (slot, after) = rest.split_once('}').ok_or((at, "{ without }".to_owned()))?;
            out.push_str(
                slot_expression(&slot[1..], after.trim().is_empty())
                    .ok_or((at, format!("unknown slot {slot}}}, expected {SLOTS}")))?,
            );
            rest = after;
        } else if rest.starts_with('(') {
            let (group, after) = rest.split_once(')').ok_or((at, "( without )".to_owned()))?;
            let words: Vec<String> = group[1..].split('|').map(group_member).collect();
            out.push_str(&format!("(?:{})", words.join("|")));
            rest = after;
            if let Some(after) = rest.strip_prefix('?') {
                out.push('?');
                rest = after;
            }
        } else {
            let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
            out.push_str(&format!("{} ", escape(word)));
            rest = after;
        }
    }
    Ok(out)
}

fn group_member(words: &str) -> String {
    let parts: Vec<String> = words
        .split(' ')
        .map(|word| match word {
            "{subject}" => "(?:S[0-9]) ".to_owned(),
            "{rival}" => "(?:S[0-9]) ".to_owned(),
            "$" => "$".to_owned(),
            word => format!("{} ", escape(word)),
        })
        .collect();
    parts.concat()
}

fn slot_expression(name: &str, last: bool) -> Option<&'static str> {
    Some(match (name, last) {
        ("subject", _) => "(?P<subject>S[0-9B]) ",
        ("rival", _) => "(?P<rival>S[0-9]) ",
        ("both", _) => "(?P<subject>SB) ",
        ("either", _) => "(?P<subject>SN) ",
        ("scope", true) => "(?P<scope>[a-zS0-9$~].*)",
        ("scope", false) => "(?P<scope>[a-zS0-9$~].*?)",
        ("criterion", true) => "(?P<criterion>.*)",
        ("criterion", false) => "(?P<criterion>.*?)",
        _ => return None,
    })
}

fn escape(word: &str) -> String {
    regex::escape(word)
}
