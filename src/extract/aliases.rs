//! Other names of the subjects of a roster: their makers, names that run parallel, and what the user
//! says. The words of the article come as its tokens, in order.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{is_short_for, words_of};
use crate::claim::Roster;
use crate::lexicon::{Lexicon, List, singular};

/// The maker of a subject stands for it where the article says "Maker's Subject": one word with a
/// capital that goes before one subject only.
pub(super) fn add_makers(roster: &mut Roster, tokens: &[&str]) {
    let names = names(roster);
    let mut found: Vec<(usize, &str)> = Vec::new();
    for at in (2..tokens.len()).filter(|at| matches!(tokens[at - 1], "'s" | "’s")) {
        let maker = tokens[at - 2];
        let within_sentence = at < 3 || !matches!(tokens[at - 3], "." | "!" | "?" | ":");
        if !maker.starts_with(char::is_uppercase) || maker.len() < 3 || !within_sentence {
            continue;
        }
        let here = |name: &[String]| {
            name.len() <= tokens.len() - at && name.iter().zip(&tokens[at..]).all(|(name, word)| is_low(word, name))
        };
        found.extend(names.iter().enumerate().filter(|(_, name)| here(name)).map(|(owner, _)| (owner, maker)));
    }
    for (owner, maker) in &found {
        let shared = found.iter().any(|(other, name)| other != owner && name == maker);
        let low = maker.to_lowercase();
        let other_name = names.iter().enumerate().any(|(other, name)| other != *owner && name.contains(&low));
        let aliases = &mut roster.subjects[*owner].aliases;
        if !shared && !other_name && !aliases.iter().any(|alias| alias == maker) {
            aliases.push((*maker).to_owned());
        }
    }
}

/// "Lab" stands for Labrador where the article writes it with a capital within a sentence: the beginning
/// of one name only.
pub(super) fn add_short_forms(roster: &mut Roster, tokens: &[&str], lexicon: &Lexicon) {
    let names = names(roster);
    let mut found: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for pair in tokens.windows(2) {
        let (before, word) = (pair[0], pair[1].trim_end_matches('s'));
        let article = matches!(before, "The" | "A" | "An");
        let within = article || before.chars().all(char::is_alphanumeric) && before.starts_with(char::is_lowercase);
        if !within || word.len() < 3 || !word.starts_with(char::is_uppercase) {
            continue;
        }
        let low = word.to_lowercase();
        if lexicon.term(&low).is_some() || lexicon.cue(&low).is_some() || lexicon.has(List::Kinds, &low) {
            continue;
        }
        let begins = |name: &[String]| name.len() == 1 && is_short_for(&low, &name[0]);
        found
            .entry(word)
            .or_default()
            .extend(names.iter().enumerate().filter(|(_, name)| begins(name)).map(|(owner, _)| owner));
    }
    for (word, owners) in found.into_iter().filter(|(_, owners)| owners.len() == 1) {
        for owner in owners {
            roster.subjects[owner].aliases.push(word.to_owned());
        }
    }
}

/// A name in the plural is met in the singular too: "an iPad" among iPads, "a heat pump" among heat pumps. A name
/// that is written with a capital within sentences ("Teams") is no plural.
pub(super) fn add_singulars(roster: &mut Roster, tokens: &[&str]) {
    for subject in &mut roster.subjects {
        let Some(last) = subject.name.split(' ').next_back() else { continue };
        let Some(single) = singular(last) else { continue };
        let low = last.to_lowercase();
        let within = tokens.windows(2).filter(|pair| pair[0].starts_with(char::is_lowercase));
        let here: Vec<&str> = within.map(|pair| pair[1]).filter(|word| word.to_lowercase() == low).collect();
        let capitals = here.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
        let inner = last.chars().skip(1).any(char::is_uppercase);
        if inner || capitals * 2 < here.len() {
            let name = format!("{}{single}", &subject.name[..subject.name.len() - last.len()]);
            if !subject.aliases.contains(&name) && name.chars().count() >= 3 {
                subject.aliases.push(name);
            }
        }
    }
}

/// What a name is short for: "Amazon Web Services (AWS)" makes the long name, and its first word, stand
/// for AWS; "Microsoft Azure", said often, makes Microsoft stand for Azure.
pub(super) fn add_long_names(roster: &mut Roster, tokens: &[&str]) {
    let capital = |at: usize| tokens.get(at).is_some_and(|word| word.starts_with(char::is_uppercase));
    let names = names(roster);
    let mut long: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut fronts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for at in 1..tokens.len() {
        for (owner, name) in names.iter().enumerate() {
            let here = name.len() == 1 && is_low(tokens[at], &name[0]);
            let letters = name[0].len();
            if here && tokens[at - 1] == "(" && at > letters && (at - 1 - letters..at - 1).all(capital) {
                let run = &tokens[at - 1 - letters..at - 1];
                let initials: String = run.iter().filter_map(|word| word.chars().next()).collect();
                if initials.to_lowercase() == name[0] {
                    long.entry(run.join(" ")).or_default().insert(owner);
                    for part in 1..run.len() {
                        long.entry(run[..part].join(" ")).or_default().insert(owner);
                    }
                }
            }
            // "nurse practitioners (NPs)"
            if let Some(short) = short_in_brackets(tokens, at, name) {
                long.entry(short.to_owned()).or_default().insert(owner);
            }
            let within = at >= 2 && !matches!(tokens[at - 2], "." | "!" | "?" | ":" | "•" | "-" | "(");
            if here && within && capital(at - 1) && tokens[at - 1].len() >= 4 {
                fronts.entry(tokens[at - 1]).or_default().push(owner);
            }
        }
    }
    for (front, owners) in fronts {
        let owner = owners[0];
        let alone = tokens.iter().filter(|word| **word == front).count() > owners.len();
        if owners.len() >= 2 && alone && owners.iter().all(|other| *other == owner) {
            long.entry(front.to_owned()).or_default().insert(owner);
        }
    }
    for (name, owners) in long.into_iter().filter(|(_, owners)| owners.len() == 1) {
        let taken = names.iter().any(|other| other.contains(&name.to_lowercase()));
        for owner in owners.into_iter().filter(|_| !taken) {
            let aliases = &mut roster.subjects[owner].aliases;
            if !aliases.contains(&name) {
                aliases.push(name.clone());
            }
        }
    }
}

/// Is a word this one in lower case?
fn is_low(word: &str, low: &str) -> bool {
    if word.is_ascii() { word.eq_ignore_ascii_case(low) } else { word.to_lowercase() == low }
}

/// The capitals in brackets behind a name that begins at a token.
fn short_in_brackets<'a>(tokens: &[&'a str], at: usize, name: &[String]) -> Option<&'a str> {
    let words = tokens.get(at..at + name.len())?;
    let same = |(word, name): (&&str, &String)| {
        is_low(word, name) || word.strip_suffix(['s', 'S']).is_some_and(|stem| is_low(stem, name))
    };
    let bracket = *tokens.get(at + name.len())? == "(";
    let short = tokens.get(at + name.len() + 1).filter(|_| bracket)?.trim_end_matches('s');
    let capitals = short.len() >= 2 && short.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
    (capitals && words.iter().zip(name).all(same)).then_some(short)
}

/// "Group classes" and "private instruction" may also be "group lessons" and "private lessons": a noun
/// that follows the first words of two names stands for the second word of each.
pub(super) fn add_parallels(roster: &mut Roster, tokens: &[&str]) {
    let names = names(roster);
    if names.iter().any(|name| name.len() < 2) {
        return;
    }
    let tokens: Vec<String> = tokens.iter().map(|word| word.to_lowercase()).collect();
    let noun = |word: &String| word.len() >= 4 && word.chars().all(char::is_alphabetic);
    let mut followers: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for words in tokens.windows(3) {
        for (owner, _) in names.iter().enumerate().filter(|(_, name)| name[0] == words[0]) {
            for tail in [&words[1..2], &words[1..3]].into_iter().filter(|tail| tail.iter().all(noun)) {
                followers.entry(tail.join(" ")).or_default().insert(owner);
            }
        }
    }
    for (tail, owners) in followers.into_iter().filter(|(_, owners)| owners.len() >= 2) {
        for owner in owners {
            let alias = format!("{} {tail}", names[owner][0]);
            if !names.contains(&words_of(&alias)) {
                roster.subjects[owner].aliases.push(alias);
            }
        }
    }
}

/// Of two subjects, of which the head of one column names the first, the other column's head names the second:
/// under "Factor | Tank heater | Tankless heater", the tank is what is not tankless. What both heads say is
/// no name.
pub(super) fn add_heads(roster: &mut Roster, heads: &[&str], lexicon: &Lexicon) {
    let ([_, one, two], [_, _]) = (heads, roster.subjects.as_slice()) else { return };
    let (one, two) = (words_of(one), words_of(two));
    let names = names(roster);
    let owner = |head: &[String]| {
        let mut owners = (0..2).filter(|owner| names[*owner].iter().all(|word| head.contains(word)));
        owners.next().filter(|_| owners.next().is_none())
    };
    let (named, head, other) = match (owner(&one), owner(&two)) {
        (Some(named), None) => (named, &two, &one),
        (None, Some(named)) => (named, &one, &two),
        _ => return,
    };
    let own: Vec<&str> = head.iter().filter(|word| !other.contains(word)).map(String::as_str).collect();
    let plain = |word: &&&str| {
        word.len() >= 3
            && word.chars().all(char::is_alphanumeric)
            && lexicon.lists(word).is_empty()
            && lexicon.cue(word).is_none()
    };
    let known = own.iter().any(|word| names.iter().flatten().any(|name| name == word));
    if (1..=2).contains(&own.len()) && own.iter().all(|word| plain(&word)) && !known {
        let alias = own.iter().map(|word| word[..1].to_uppercase() + &word[1..]).collect::<Vec<_>>().join(" ");
        roster.subjects[1 - named].aliases.push(alias);
    }
}

/// The names that the user has given for a subject.
pub(super) fn add_users(roster: &mut Roster, lexicon: &Lexicon) {
    for subject in &mut roster.subjects {
        let Some(canonical) = lexicon.subject(&subject.name).map(str::to_owned) else { continue };
        let names = lexicon.subject_names().into_iter().filter(|(_, owner)| *owner == canonical);
        subject.aliases.extend(names.map(|(name, _)| name.to_owned()));
        subject.aliases.push(std::mem::replace(&mut subject.name, canonical));
    }
}

/// The names of the subjects as lower-case words.
fn names(roster: &Roster) -> Vec<Vec<String>> {
    roster.subjects.iter().map(|subject| words_of(&subject.name)).collect()
}
