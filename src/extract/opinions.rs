//! What a clause says of its subject: praise, blame and comparison, each with its criterion.
//!
//! A judging word is taken with the noun that it stands by ("rich documentation"), with the noun that
//! it is said of ("the documentation is rich"), or with a criterion of its own ("fast"). Whether much
//! of a thing is good depends on the thing: a large community is, a large bill is not.

use std::ops::Range;

use super::aspects::{Sought, aspect_after, aspect_before, open_aspect};
use super::tokens::{Sentence, Token, is_mark};
use crate::claim::Aspect;
use crate::lexicon::{Class, Cue, Degree, Lexicon};

/// One judgement of a clause.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Opinion {
    /// Is it in favour?
    pub(super) good: bool,
    /// Does it compare?
    pub(super) compares: Compares,
    /// In which respect; `None` where the section must say it.
    pub(super) aspect: Option<Aspect>,
    /// The tokens that carry it.
    pub(super) tokens: Range<usize>,
    /// Which rule saw it.
    pub(super) rule: &'static str,
}

/// How an opinion compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compares {
    /// It does not.
    No,
    /// With the rival.
    Rival,
    /// With all others: a superlative.
    All,
    /// It calls subject and rival level.
    Level,
}

/// A judging word in its clause.
struct Judge {
    cue: Cue,
    /// The tokens of the cue with "more" or "less" before it.
    tokens: Range<usize>,
    comparative: bool,
    superlative: bool,
    /// Turned round by "less" or a negation.
    flipped: bool,
}

/// All opinions of the tokens in `range`.
pub(super) fn of_clause(sentence: &Sentence, range: Range<usize>, lexicon: &Lexicon) -> Vec<Opinion> {
    let mut opinions: Vec<Opinion> = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let Some(judge) = judge_at(&sentence.tokens, at, &range) else {
            at += 1;
            continue;
        };
        at = judge.tokens.end.max(at + 1);
        if let Some(opinion) = opinion(sentence, &range, &judge, lexicon) {
            let same = |other: &Opinion| {
                other.good == opinion.good
                    && other.compares == opinion.compares
                    && other.aspect.as_ref().map(|a| &a.slug) == opinion.aspect.as_ref().map(|a| &a.slug)
            };
            if !opinions.iter().any(same) {
                opinions.push(opinion);
            }
        }
    }
    keep_judged(opinions)
}

/// "It has a rich documentation": the adjective says more than the verb.
fn keep_judged(opinions: Vec<Opinion>) -> Vec<Opinion> {
    let judged: Vec<(String, Range<usize>)> = opinions
        .iter()
        .filter(|opinion| opinion.rule != "has")
        .filter_map(|opinion| Some((opinion.aspect.as_ref()?.slug.clone(), opinion.tokens.clone())))
        .collect();
    opinions
        .into_iter()
        .filter(|opinion| {
            opinion.rule != "has"
                || opinion.aspect.as_ref().is_some_and(|aspect| !judged.iter().any(|(slug, _)| *slug == aspect.slug))
        })
        .collect()
}

fn judge_at(tokens: &[Token], at: usize, range: &Range<usize>) -> Option<Judge> {
    let low = tokens[at].low.as_str();
    let embedded = at > range.start && tokens[at - 1].low == "how";
    if tokens[at].who.is_some() || embedded {
        return None;
    }
    let graded = matches!(low, "more" | "less" | "most" | "least");
    if graded {
        // "more flexible", "far less steep"
        let mut next = at + 1;
        while next < range.end
            && matches!(tokens[next].low.as_str(), "or" | "and" | "much" | "widely" | "highly" | "fully")
        {
            next += 1;
        }
        let adjective = tokens.get(next).filter(|_| next < range.end).and_then(|token| token.cue);
        if let Some((cue, len)) = adjective.filter(|(cue, _)| is_adjective(*cue) && cue.degree == Degree::Base) {
            let superlative = matches!(low, "most" | "least");
            let opposite = matches!(low, "less" | "least");
            let flipped = negated(tokens, at, range.start) != opposite;
            return Some(Judge { cue, tokens: at..next + len, comparative: !superlative, superlative, flipped });
        }
        if low == "most"
            || low == "more"
                && tokens.get(at + 1).is_some_and(|next| matches!(next.low.as_str(), "than" | "about" | "or" | "of"))
        {
            return None;
        }
    }
    let (cue, len) = tokens[at].cue?;
    let comparative = cue.degree == Degree::Comparative;
    let superlative = cue.degree == Degree::Superlative && low != "best" && low != "most";
    Some(Judge {
        cue,
        tokens: at..(at + len).min(range.end),
        comparative,
        superlative,
        flipped: negated(tokens, at, range.start),
    })
}

pub(super) fn is_adjective(cue: Cue) -> bool {
    matches!(cue.class, Class::Good | Class::Bad | Class::More | Class::Less)
}

/// Does a "not" stand in the few words before?
fn negated(tokens: &[Token], at: usize, start: usize) -> bool {
    let from = at.saturating_sub(4).max(start);
    let before = &tokens[from..at];
    let only = |index: usize| {
        before.get(index + 1).is_some_and(|next| matches!(next.low.as_str(), "only" | "just" | "to" | "merely"))
    };
    before.iter().enumerate().any(|(index, token)| {
        let no = matches!(
            token.low.as_str(),
            "not"
                | "'t"
                | "never"
                | "hardly"
                | "rarely"
                | "nor"
                | "neither"
                | "nothing"
                | "cannot"
                | "isn"
                | "without"
                | "hesitate"
        );
        let near = before[index..].iter().all(|token| !is_mark(&token.low));
        no && !only(index) && near
    })
}

fn opinion(sentence: &Sentence, range: &Range<usize>, judge: &Judge, lexicon: &Lexicon) -> Option<Opinion> {
    let found = match judge.cue.class {
        Class::Good | Class::Bad => by_quality(sentence, range, judge, lexicon),
        Class::More | Class::Less => by_amount(sentence, range, judge, lexicon),
        Class::Has | Class::Lacks => by_having(sentence, range, judge, lexicon),
        Class::Excels | Class::Struggles => by_verb(sentence, range, judge, lexicon),
        Class::Reduces | Class::Increases => by_effect(sentence, range, judge, lexicon),
    }?;
    let (good, aspect, rule) = found;
    let compares = match as_as(&sentence.tokens, judge) {
        Some(compares) => compares,
        None if judge.superlative && !one_of(&sentence.tokens, range, judge) => Compares::All,
        None if judge.comparative => Compares::Rival,
        None => Compares::No,
    };
    Some(Opinion { good: good != judge.flipped, compares, aspect, tokens: judge.tokens.clone(), rule })
}

/// "one of the fastest" is praise and no comparison.
fn one_of(tokens: &[Token], range: &Range<usize>, judge: &Judge) -> bool {
    tokens[range.start..judge.tokens.start]
        .iter()
        .rev()
        .take(5)
        .any(|token| matches!(token.low.as_str(), "of" | "among" | "amongst" | "some"))
}

/// "as fast as", and not "as soon as"; "twice as fast as" is more.
fn as_as(tokens: &[Token], judge: &Judge) -> Option<Compares> {
    let before = judge.tokens.start.checked_sub(1).map(|at| tokens[at].low.as_str())?;
    let after = tokens.get(judge.tokens.end).map(|token| token.low.as_str());
    let target = tokens[judge.tokens.end..].iter().take(5).any(|token| token.who.is_some());
    if before != "as" || after != Some("as") || !target {
        return None;
    }
    let times = judge.tokens.start.checked_sub(2).map(|at| tokens[at].low.as_str());
    let more = times.is_some_and(|word| matches!(word, "twice" | "times" | "thrice") || word.ends_with('x'));
    Some(if more || judge.flipped { Compares::Rival } else { Compares::Level })
}

type Read = Option<(bool, Option<Aspect>, &'static str)>;

/// `excellent`, `fast`, `poor`, `easier`.
fn by_quality(sentence: &Sentence, range: &Range<usize>, judge: &Judge, lexicon: &Lexicon) -> Read {
    let good = judge.cue.class == Class::Good;
    let own = lexicon.slug_of_cue(judge.cue);
    let tokens = &sentence.tokens;
    let words = || sentence_words(sentence, judge.tokens.clone());
    // "rapid development" is a term that begins with the adjective.
    if let Some((term, len)) = tokens[judge.tokens.start].term {
        let cue_len = judge.tokens.len();
        if len > cue_len && !term.burden {
            let label = sentence_words(sentence, judge.tokens.start..judge.tokens.start + len);
            return Some((good, Some(Aspect { label, slug: lexicon.slug_of(term).to_owned() }), "praised-noun"));
        }
    }
    let kind = own.is_some() && calls_a_kind(tokens, range, judge);
    match aspect_after(sentence, judge.tokens.end..range.end, lexicon) {
        _ if kind => {}
        Sought::Known(aspect, _) => return Some((good, Some(aspect), "praised-noun")),
        Sought::Unknown(noun) if own.is_none() && judge.comparative && measures(tokens, noun.end..range.end) => {
            return Some((good, Some(open_aspect(sentence, noun)?), "praised-own-noun"));
        }
        // "complex applications": what is complex is not the subject, but for what it has itself.
        Sought::Unknown(_) if !is_had(tokens, range.start, judge.tokens.start) => return None,
        Sought::Unknown(_) => {}
        Sought::Kind | Sought::Nothing => {}
    }
    if let Some(own) = own {
        let own = deed_near(tokens, range, judge, own, lexicon).unwrap_or(own);
        return Some((good, Some(Aspect { label: words(), slug: own.to_owned() }), "property"));
    }
    if let Some((aspect, _)) = aspect_before(sentence, range.start..judge.tokens.start, lexicon) {
        return Some((good, Some(aspect), "praised-subject"));
    }
    let predicate = is_predicate(tokens, range.start, judge.tokens.start);
    if let Some(noun) = possessed(tokens, range.start..judge.tokens.start).filter(|_| predicate)
        && let Some(aspect) = open_aspect(sentence, noun)
    {
        return Some((good, Some(aspect), "praised-possession"));
    }
    (predicate && !under_condition(tokens, range.start..judge.tokens.start)).then_some((good, None, "praise"))
}

/// "faster once the cache is warm": what is judged is the cache, and only as a condition.
fn under_condition(tokens: &[Token], range: Range<usize>) -> bool {
    let since_named = tokens[range].iter().rev().take_while(|token| token.who.is_none());
    since_named.into_iter().any(|token| {
        matches!(token.low.as_str(), "once" | "when" | "whenever" | "if" | "until" | "unless" | "where" | "wherever")
    })
}

/// "is a fast web framework": what is fast is the subject.
fn calls_a_kind(tokens: &[Token], range: &Range<usize>, judge: &Judge) -> bool {
    let called = tokens[range.start..judge.tokens.start]
        .iter()
        .rev()
        .take(8)
        .any(|token| matches!(token.low.as_str(), "is" | "are" | "'s" | "was" | "being" | "remains" | "as"));
    let after = &tokens[judge.tokens.end..range.end.min(judge.tokens.end + 6)];
    let noun = after.iter().take_while(|token| {
        token.who.is_none()
            && !matches!(token.low.as_str(), "for" | "with" | "of" | "to" | "in" | "that" | "on" | "." | "from")
    });
    // "is the faster VPN"
    let set_apart =
        judge.comparative && judge.tokens.start > range.start && tokens[judge.tokens.start - 1].low == "the";
    called && (set_apart || noun.into_iter().any(|token| super::names::KINDS.contains(&token.low.as_str())))
}

/// What is easy or fast, where a verb says it: "easy to scale", "develop projects faster".
fn deed_near<'a>(
    tokens: &[Token],
    range: &Range<usize>,
    judge: &Judge,
    own: &str,
    lexicon: &'a Lexicon,
) -> Option<&'a str> {
    const SPEED: &str = "development-speed";
    let deed = |at: usize| tokens.get(at).filter(|_| at < range.end).and_then(|token| lexicon.deed(&token.low));
    let to = (judge.tokens.end..range.end.min(judge.tokens.end + 5)).find(|at| tokens[*at].low == "to");
    let after = to.and_then(|to| deed(to + 1).map(|found| (to, found)));
    match own {
        "ease-of-use" => {
            let (to, found) = after.filter(|(_, found)| *found != SPEED)?;
            // "easy to test things" leads to testing; "easy for X to Y" too.
            (to <= judge.tokens.end + 4).then_some(found)
        }
        "performance" => {
            let said = (range.start..range.end).find_map(|at| {
                deed(at).or_else(|| {
                    let stem = tokens[at].low.strip_suffix("ing")?;
                    lexicon.deed(stem).or_else(|| lexicon.deed(&format!("{stem}e")).or(None))
                })
            });
            said.filter(|found| matches!(*found, SPEED | "learning-curve" | "prototyping"))
        }
        _ => None,
    }
}

/// Does the subject have what the adjective stands by ("offers an intuitive dashboard")?
fn is_had(tokens: &[Token], start: usize, at: usize) -> bool {
    let before = tokens[start..at].iter().rev().take(5);
    let near = before.take_while(|token| {
        !matches!(
            token.low.as_str(),
            "for" | "to" | "of" | "in" | "when" | "if" | "on" | "from" | "that" | "which" | ","
        )
    });
    near.into_iter().any(|token| {
        token.cue.is_some_and(|(cue, _)| cue.class == Class::Has) && token.low != "with" && token.low != "support"
    })
}

/// Is the word said of the subject ("it is excellent", "makes it excellent")?
fn is_predicate(tokens: &[Token], start: usize, at: usize) -> bool {
    tokens[start..at].iter().rev().take(5).any(|token| {
        matches!(
            token.low.as_str(),
            "is" | "are" | "'s" | "feels" | "looks" | "seems" | "was" | "be" | "feel" | "look" | "works" | "remains"
        )
    })
}

/// `large`, `more`, `fewer`: good or bad as the noun is.
fn by_amount(sentence: &Sentence, range: &Range<usize>, judge: &Judge, lexicon: &Lexicon) -> Read {
    let more = judge.cue.class == Class::More;
    match aspect_after(sentence, judge.tokens.end..range.end, lexicon) {
        Sought::Known(aspect, burden) => return Some((more != burden, Some(aspect), "amount")),
        // "demands less configuration than the other"
        Sought::Unknown(noun) if judge.comparative && measures(&sentence.tokens, noun.end..range.end) => {
            let demands = sentence.tokens[range.start..judge.tokens.start].iter().any(|token| {
                matches!(
                    token.low.as_str(),
                    "demands"
                        | "requires"
                        | "needs"
                        | "takes"
                        | "uses"
                        | "consumes"
                        | "costs"
                        | "asks"
                        | "eats"
                        | "demand"
                        | "require"
                        | "need"
                        | "write"
                )
            });
            return Some((more != demands, Some(open_aspect(sentence, noun)?), "amount-own-noun"));
        }
        _ => {}
    }
    let level = as_as(&sentence.tokens, judge).is_some();
    let start = if level { 0 } else { range.start };
    let (aspect, burden) = aspect_before(sentence, start..judge.tokens.start, lexicon)?;
    let predicate = level || is_predicate(&sentence.tokens, range.start, judge.tokens.start);
    predicate.then_some((more != burden, Some(aspect), "amount-said"))
}

/// What a subject has by name: "handling" in "the Brompton's handling".
fn possessed(tokens: &[Token], range: Range<usize>) -> Option<Range<usize>> {
    let owner = range.clone().find(|at| {
        tokens[*at].who.is_some()
            && (tokens[*at].low == "its" || tokens.get(at + 1).is_some_and(|next| next.low == "'s"))
    })?;
    let start = if tokens[owner].low == "its" { owner + 1 } else { owner + 2 };
    let noun = |at: &usize| {
        let low = tokens[*at].low.as_str();
        low.len() > 2
            && low.chars().all(|c| c.is_alphabetic() || c == '-')
            && tokens[*at].cue.is_none()
            && !matches!(
                low,
                "is" | "are"
                    | "was"
                    | "were"
                    | "has"
                    | "can"
                    | "will"
                    | "feels"
                    | "looks"
                    | "not"
                    | "for"
                    | "in"
                    | "with"
            )
    };
    let end = (start..range.end).take_while(noun).take(3).last()? + 1;
    Some(start..end)
}

/// Is a subject measured against in these tokens ("than the Ghost")?
fn measures(tokens: &[Token], range: Range<usize>) -> bool {
    let than = range.clone().find(|at| tokens[*at].low == "than");
    than.is_some_and(|than| tokens[than..range.end].iter().take(4).any(|token| token.who.is_some()))
}

/// `comes with`, `lacks`.
fn by_having(sentence: &Sentence, range: &Range<usize>, judge: &Judge, lexicon: &Lexicon) -> Read {
    let has = judge.cue.class == Class::Has;
    // "without affecting performance" takes nothing away.
    let next = sentence.tokens.get(judge.tokens.end).map_or("", |token| token.low.as_str());
    if !has && next.ends_with("ing") && sentence.tokens[judge.tokens.start].low == "without" {
        return None;
    }
    let after = judge.tokens.end..range.end.min(judge.tokens.end + 9);
    let judged = sentence.tokens[after.clone()]
        .iter()
        .any(|token| token.cue.is_some_and(|(cue, _)| is_adjective(cue) || cue.class == Class::Lacks));
    if has && judged {
        return None;
    }
    match super::aspects::first_known(sentence, after.clone(), lexicon) {
        Some((_, true)) if has => None,
        Some((aspect, burden)) => Some((has != burden, Some(aspect), if has { "has" } else { "lacks" })),
        None => None,
    }
}

/// `excels at`, `struggles with`.
fn by_verb(sentence: &Sentence, range: &Range<usize>, judge: &Judge, lexicon: &Lexicon) -> Read {
    let good = judge.cue.class == Class::Excels;
    let after = judge.tokens.end..range.end.min(judge.tokens.end + 7);
    let known = super::aspects::first_known(sentence, after, lexicon)
        .or_else(|| aspect_before(sentence, range.start..judge.tokens.start, lexicon));
    Some((good, known.map(|(aspect, _)| aspect), if good { "excels" } else { "struggles" }))
}

/// `reduces`, `improves`: good or bad as what follows is.
fn by_effect(sentence: &Sentence, range: &Range<usize>, judge: &Judge, lexicon: &Lexicon) -> Read {
    let reduces = judge.cue.class == Class::Reduces;
    let after = judge.tokens.end..range.end.min(judge.tokens.end + 6);
    let words = sentence_words(sentence, judge.tokens.clone());
    let time = sentence.tokens[after.clone()].iter().any(|token| token.low == "time");
    if words.starts_with("sav") && time {
        return Some((
            true,
            Some(Aspect { label: "time".to_owned(), slug: "development-speed".to_owned() }),
            "saves-time",
        ));
    }
    // "speeds up web development"
    let faster = ["speed", "accelerat", "expedit"].iter().any(|stem| words.starts_with(stem));
    if faster && sentence.tokens[after.clone()].iter().any(|token| token.low.starts_with("develop")) {
        let label = "development".to_owned();
        return Some((true, Some(Aspect { label, slug: "development-speed".to_owned() }), "improves"));
    }
    let (aspect, burden) = super::aspects::first_known(sentence, after, lexicon)?;
    // "protects against attacks" and "simplifies testing" are both good.
    let good = if reduces {
        burden || words.starts_with("simpl") || words.starts_with("streaml") || words.contains("protect")
    } else {
        !burden
    };
    Some((good, Some(aspect), if reduces { "reduces" } else { "improves" }))
}

fn sentence_words(sentence: &Sentence, range: Range<usize>) -> String {
    let words: Vec<&str> = sentence.tokens[range].iter().map(|token| token.low.as_str()).collect();
    words.join(" ")
}
