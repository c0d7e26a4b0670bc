//! The names in a sentence: found word by word, then joined where several make one mention.

use super::names::Names;
use super::standins::stands_for;
use super::tokens::{Token, is_mark};
use super::who::{Group, Topic, Who};
use crate::lexicon::Lexicon;

/// The tokens of a sentence with every name, and every word that stands for one, as one token.
pub(super) fn found(raw: Vec<Token>, names: &Names, topic: Topic, lexicon: &Lexicon) -> Vec<Token> {
    if !raw.iter().any(|token| token.low.known().refers) {
        return raw;
    }
    let mut tokens: Vec<Token> = Vec::with_capacity(raw.len());
    let mut at = 0;
    let mut seen = topic;
    let mut first = true;
    while at < raw.len() {
        let mut token = raw[at].clone();
        if !token.low.known().refers {
            tokens.push(token);
            at += 1;
            continue;
        }
        let named = names.at(&raw, at, lexicon).filter(|(owner, len)| {
            // In "Term Life" beside "Whole Life" the second word is no name of its own.
            let before = tokens.last().filter(|last| !last.pronoun && last.span.end + 1 == token.span.start);
            let other = before.and_then(Token::one).is_some_and(|before| before != *owner);
            !(other && *len == 1 && names.is_tail(*owner, &token.low))
        });
        let named = named.map(|(owner, len)| (Who::One(owner), len, false));
        let found = named.or_else(|| stands_for(&raw, at, seen).map(|(who, len)| (who, len, true)));
        let Some((who, len, pronoun)) = found else {
            tokens.push(token);
            at += 1;
            continue;
        };
        token.who = Some(who);
        token.pronoun = pronoun;
        token.span.end = raw[at + len - 1].span.end;
        // "the Kindle" is one name.
        let article = |last: &Token| matches!(last.low.as_str(), "the" | "a" | "an" | "your");
        if let Some(article) = tokens.pop_if(|last| article(last) && !pronoun) {
            token.span.start = article.span.start;
        }
        if let (Who::One(owner), false) = (who, pronoun) {
            seen.pair = seen.last.filter(|last| *last != owner).map_or(seen.pair, |last| Some((last, owner)));
            if first || leads(&tokens) {
                seen.last = Some(owner);
            }
            first = false;
        }
        tokens.push(token);
        at += len;
    }
    if tokens.iter().filter(|token| token.who.is_some()).count() < 2 {
        return tokens;
    }
    join_pairs(join_parts(tokens))
}

/// "Bambu Lab A1 Mini" may be two names of one subject with a word of a longer name between.
fn join_parts(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let same = |before: &Token| token.who.is_some() && before.who == token.who && !before.pronoun && !token.pronoun;
        let len = out.len();
        if len >= 1 && same(&out[len - 1]) {
            out[len - 1].span.end = token.span.end;
        } else if len >= 2
            && same(&out[len - 2])
            && out[len - 1].capital
            && out[len - 1].who.is_none()
            && !is_mark(&out[len - 1].low)
        {
            out[len - 2].span.end = token.span.end;
            out.pop();
        } else {
            out.push(token);
        }
    }
    out
}

/// Does a name behind these tokens begin a clause, so that "it" may stand for it from there on?
fn leads(before: &[Token]) -> bool {
    before.last().is_some_and(|last| {
        is_mark(&last.low)
            || matches!(
                last.low.as_str(),
                "while" | "whereas" | "but" | "although" | "though" | "however" | "choose" | "and" | "with"
            )
    })
}

/// "Flask and Django" is the two together, "npm, Yarn and pnpm" the three.
fn join_pairs(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let Some((group, end)) = listed(&tokens, at) else {
            out.push(tokens[at].clone());
            at += 1;
            continue;
        };
        let mut token = tokens[at].clone();
        token.who = Some(Who::Several(group));
        token.pair =
            tokens[at].one().zip(tokens[end - 1].one()).filter(|(one, two)| group == Group::of_two(*one, *two));
        token.pronoun = false;
        token.span.end = tokens[end - 1].span.end;
        // "both Flask and Django", "neither Flask nor Django"
        let before =
            out.last().filter(|last| last.who.is_some() && matches!(last.low.as_str(), "both" | "neither" | "either"));
        if let Some(before) = before {
            token.span.start = before.span.start;
            if before.low == "neither" {
                token.who = before.who;
            }
            out.pop();
        }
        out.push(token);
        at = end;
    }
    out
}

/// The names of a list that begins at a token, and where it ends.
fn listed(tokens: &[Token], at: usize) -> Option<(Group, usize)> {
    let low = |at: usize| tokens.get(at).map_or("", |token| token.low.as_str());
    let is_last = |low: &str| matches!(low, "and" | "or" | "nor" | "&" | "/" | "vs" | "versus");
    let first = tokens.get(at)?.one()?;
    let mut group = Group::one(first);
    let mut next = at + 1;
    let mut joined = None;
    loop {
        let (last, step) = match low(next) {
            "," if is_last(low(next + 1)) => (true, 2),
            "," => (false, 1),
            low if is_last(low) => (true, 1),
            _ => break,
        };
        // In "X beats Y, and it shows" nobody is joined with "it".
        let named = tokens.get(next + step).filter(|token| token.low != "it");
        let Some(owner) = named.and_then(Token::one) else { break };
        if !last && low(next + step + 1) == "'s" {
            break;
        }
        group = group.and(Group::one(owner));
        next += step + 1;
        if last {
            joined = Some((group, next));
        }
    }
    joined.filter(|(group, _)| *group != Group::one(first))
}
