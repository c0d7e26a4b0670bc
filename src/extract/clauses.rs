//! A sentence cut into clauses, each with the subject that it speaks of.
//!
//! No grammar is built: a clause ends at a mark or a conjunction, and its subject is the first name in
//! it that is not the target of a comparison; a clause without one takes over that of the clause
//! before, and the first takes over the topic.

use std::ops::Range;

use super::tokens::{Group, Sentence, Token, Who, is_mark};

/// One clause.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Clause {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Whom it speaks of.
    pub(super) subject: Option<Who>,
    /// Is the subject written in this clause (not taken over)?
    pub(super) named: bool,
    /// Whom it measures the subject against.
    pub(super) rivals: Group,
    /// Is it a condition: "if you need", "when", "for"?
    pub(super) condition: bool,
    /// Is it "unlike X"?
    pub(super) unlike: bool,
}

const OPENERS: &[&str] = &[
    "while",
    "whereas",
    "but",
    "although",
    "though",
    "because",
    "since",
    "which",
    "however",
    "yet",
    "unlike",
    "making",
    "allowing",
    "meaning",
    "so",
    "despite",
    "unless",
    "except",
    "plus",
    "and",
    "or",
    "if",
    "when",
    "especially",
    "giving",
    "providing",
    "offering",
    "thanks",
    "compared",
    "in",
    "with",
    "for",
    "particularly",
    "including",
    "even",
    "as",
    "then",
    "that",
    "it",
    "you",
    "they",
    "this",
    "who",
    "where",
    "due",
    "making",
    "reducing",
    "enabling",
    "ensuring",
    "leading",
    "resulting",
    "is",
    "has",
];
const CONJUNCTIONS: &[&str] =
    &["while", "whereas", "but", "although", "though", "because", "which", "however", "yet", "so", "unless", "since"];
const VERBS: &[&str] = &[
    "is", "are", "has", "have", "offers", "provides", "comes", "can", "will", "supports", "makes", "gives", "allows",
    "requires", "needs", "includes", "lets", "uses", "does", "doesn", "isn", "lacks", "helps", "excels", "works",
    "runs", "ships", "tends", "ensures", "delivers", "enables", "wins", "performs", "costs", "saves", "takes", "it",
    "its", "they", "you", "there",
];
const TOWARDS_RIVAL: &[&str] = &["than", "over", "unlike", "versus", "vs", "against", "like", "to"];

/// Cuts a sentence. `topic` is whom a clause without a name may speak of.
pub(super) fn cut(sentence: &Sentence, topic: Option<usize>) -> Vec<Clause> {
    let tokens = &sentence.tokens;
    let mut clauses = Vec::new();
    let mut start = 0;
    for at in 0..=tokens.len() {
        if at < tokens.len() && !(at > start && breaks(tokens, at)) {
            continue;
        }
        let mut from = start;
        while from < at && is_mark(&tokens[from].low) {
            from += 1;
        }
        if from < at {
            clauses.push(clause(tokens, from..at));
        }
        start = at;
    }
    extend_condition(&mut clauses, tokens);
    inherit(&mut clauses, tokens, topic);
    clauses
}

fn breaks(tokens: &[Token], at: usize) -> bool {
    let low = tokens[at].low.as_str();
    let next = tokens.get(at + 1);
    if matches!(low, ";" | ":" | "—" | "–" | "(" | ")" | "." | "!" | "|" | "•") || low == "-" {
        return true;
    }
    if low == "," {
        return next.is_some_and(|next| next.who.is_some() || OPENERS.contains(&next.low.as_str()));
    }
    if CONJUNCTIONS.contains(&low) {
        return !tokens[at - 1].low.eq("not");
    }
    low == "and"
        && next.is_some_and(|next| {
            next.who.is_some_and(|who| !matches!(who, Who::Several(_))) || VERBS.contains(&next.low.as_str())
        })
}

fn clause(tokens: &[Token], range: Range<usize>) -> Clause {
    let mut subject: Option<(Who, bool)> = None;
    let mut rivals = Group::NONE;
    for at in range.clone() {
        let Some(who) = tokens[at].who else { continue };
        if is_target(tokens, range.start, at) {
            rivals = rivals.and(who.group());
            continue;
        }
        // A name outweighs a pronoun before it ("it makes Flask ..." aside, where "it" is Flask too).
        match subject {
            None => subject = Some((who, tokens[at].pronoun)),
            Some((_, true)) if !tokens[at].pronoun => subject = Some((who, false)),
            Some(_) => {}
        }
    }
    let first = tokens[range.start].low.as_str();
    let second = tokens.get(range.start + 1).map_or("", |token| token.low.as_str());
    let opens = |words: &[&str]| {
        words.contains(&first) || matches!(first, "but" | "and" | "," | "so") && words.contains(&second)
    };
    let range_of = range.clone();
    Clause {
        condition: opens(&["if", "when", "unless", "should", "whenever", "once"]),
        unlike: opens(&["unlike"]) && subject.is_none(),
        tokens: range,
        subject: subject.map(|(who, _)| who),
        named: subject.is_some(),
        rivals: rivals.and(others(tokens, range_of)),
    }
}

/// "than the others" measures against all.
fn others(tokens: &[Token], range: Range<usize>) -> Group {
    let all = tokens[range].windows(3).any(|words| {
        let low = |at: usize| words[at].low.as_str();
        let other =
            |word: &str| matches!(word, "others" | "rivals" | "competitors" | "rest" | "counterparts" | "competition");
        low(0) == "than" && (other(low(1)) || matches!(low(1), "the" | "its" | "all" | "most") && other(low(2)))
    });
    if all { Group::ALL } else { Group::NONE }
}

/// Is the name at `at` what something is measured against ("than with Flask", "compared to Flask")?
fn is_target(tokens: &[Token], start: usize, at: usize) -> bool {
    let mut before = at;
    while before > start
        && matches!(
            tokens[before - 1].low.as_str(),
            "with"
                | "in"
                | "the"
                | "for"
                | "those"
                | "that"
                | "of"
                | "what"
                | "on"
                | "most"
                | "other"
                | "even"
                | "plain"
                | "pure"
                | "regular"
                | "traditional"
                | "standard"
                | "a"
                | "an"
                | "any"
                | "using"
                | "running"
                | "its"
        )
    {
        before -= 1;
    }
    if before == start {
        return false;
    }
    let word = tokens[before - 1].low.as_str();
    if before >= 2 && matches!(word, "to" | "with") || before < at && tokens[before].low == "with" {
        let lead =
            if word == "to" || word == "with" { tokens.get(before.wrapping_sub(2)) } else { Some(&tokens[before - 1]) };
        if lead.is_some_and(|lead| {
            matches!(
                lead.low.as_str(),
                "compared"
                    | "comparison"
                    | "relative"
                    | "superior"
                    | "inferior"
                    | "comparable"
                    | "similar"
                    | "close"
                    | "next"
                    | "prefer"
                    | "equal"
                    | "par"
            )
        }) {
            return true;
        }
        if word == "to" {
            return false;
        }
    }
    word != "to" && word != "like" && TOWARDS_RIVAL.contains(&word) || word == "like" && before == start + 1
}

/// "If, however, you need X, Y is ...": the condition lasts until somebody is named.
fn extend_condition(clauses: &mut [Clause], tokens: &[Token]) {
    let opens = |clause: &Clause| clause.condition && clause.tokens.len() <= 3;
    let mut inside = clauses.first().is_some_and(opens);
    for clause in clauses.iter_mut().skip(1) {
        let first = tokens[clause.tokens.start].low.as_str();
        inside &= !clause.named && first != "then";
        clause.condition |= inside;
    }
}

fn inherit(clauses: &mut [Clause], tokens: &[Token], topic: Option<usize>) {
    let mut last: Option<Who> = None;
    for clause in clauses.iter_mut() {
        let start = clause.tokens.start;
        let which = tokens[start].low == "which" || tokens[start].low == "who";
        let before = tokens[..start].iter().rev().find(|token| !is_mark(&token.low));
        if let Some(who) = before.and_then(|token| token.who).filter(|_| which && !clause.named) {
            clause.subject = Some(who);
            continue;
        }
        if clause.subject.is_none() && !clause.unlike {
            clause.subject = last.or(topic.map(Who::One));
        }
        if clause.named && !clause.condition {
            last = clause.subject;
        }
    }
    // "If you like X, it is Y": a condition in front takes the subject of what follows.
    let main = clauses.iter().find(|clause| clause.named).and_then(|clause| clause.subject);
    for clause in clauses.iter_mut().take_while(|clause| !clause.named) {
        if clause.subject.is_none() {
            clause.subject = main;
        }
    }
}
