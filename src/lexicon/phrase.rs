//! A phrase of `lexicon/patterns.toml` as parts.
//!
//! Every word takes the one space behind it along, so that parts follow each other without a thought
//! for what stands between them.

/// One part of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// `^`: the beginning of a clause.
    ClauseStart,
    /// `...` or `...?`: at most so many words.
    Gap(usize),
    /// `{subject}` and its like.
    Slot(Slot),
    /// `(a|b c)` or `(a|b c)?`: one of these.
    Group {
        /// The choices, as written.
        choices: Vec<&'a str>,
        /// May it be missing?
        optional: bool,
    },
    /// A word.
    Word(&'a str),
}

/// What stands for a name or for words that are handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Subject,
    Rival,
    Both,
    Either,
    Scope,
    /// A scope that names people.
    People,
    Criterion,
    /// A criterion that is a chore.
    Chore,
    /// A criterion of which more is better.
    Wanted,
}

const SLOTS: &str = "{subject}, {rival}, {both}, {either}, {scope}, {people}, {criterion}, {chore} or {wanted}";

impl Slot {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "subject" => Self::Subject,
            "rival" => Self::Rival,
            "both" => Self::Both,
            "either" => Self::Either,
            "scope" => Self::Scope,
            "people" => Self::People,
            "criterion" => Self::Criterion,
            "chore" => Self::Chore,
            "wanted" => Self::Wanted,
            _ => return None,
        })
    }

    /// Does it take words as they come, so that what follows may begin anywhere?
    pub(super) fn is_open(self) -> bool {
        self.is_scope() || matches!(self, Self::Criterion | Self::Chore | Self::Wanted)
    }

    /// Does it take the words of a condition?
    pub(super) fn is_scope(self) -> bool {
        matches!(self, Self::Scope | Self::People)
    }

    /// The name by which it is handed on; {both} and {either} are subjects too.
    pub(super) fn capture(self) -> &'static str {
        match self {
            Self::Subject | Self::Both | Self::Either => "subject",
            Self::Rival => "rival",
            Self::Scope | Self::People => "scope",
            Self::Criterion | Self::Chore | Self::Wanted => "criterion",
        }
    }
}

/// The parts of a phrase, or the offset in it and what is wrong there.
pub(super) fn parts(phrase: &str) -> Result<Vec<Part<'_>>, (usize, String)> {
    let mut parts = Vec::new();
    let mut rest = phrase.trim_start();
    while !rest.is_empty() {
        let at = phrase.len() - rest.len();
        let (part, after) = if let Some(after) = rest.strip_prefix('^') {
            (Part::ClauseStart, after)
        } else if let Some(after) = rest.strip_prefix("...?") {
            (Part::Gap(5), after)
        } else if let Some(after) = rest.strip_prefix("...") {
            (Part::Gap(6), after)
        } else if let Some(slot) = rest.strip_prefix('{') {
            let (slot, after) = slot.split_once('}').ok_or((at, "{ without }".to_owned()))?;
            let unknown = || (at, format!("unknown slot {{{slot}}}, expected {SLOTS}"));
            let known = Slot::named(slot).ok_or_else(unknown)?;
            if parts.iter().any(|part| matches!(part, Part::Slot(other) if other.capture() == known.capture())) {
                return Err((
                    at,
                    format!("{{{slot}}} is one slot too many, each may stand once and only one for a subject"),
                ));
            }
            (Part::Slot(known), after)
        } else if let Some(group) = rest.strip_prefix('(') {
            let (group, after) = group.split_once(')').ok_or((at, "( without )".to_owned()))?;
            let optional = after.strip_prefix('?');
            (
                Part::Group { choices: group.split('|').collect(), optional: optional.is_some() },
                optional.unwrap_or(after),
            )
        } else {
            let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
            (Part::Word(word), after)
        };
        parts.push(part);
        rest = after.trim_start();
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_read_into_its_parts() {
        let expected = vec![
            Part::ClauseStart,
            Part::Group { choices: vec!["if", "in case"], optional: false },
            Part::Slot(Slot::Scope),
            Part::Word(","),
            Part::Gap(5),
            Part::Group { choices: vec!["just"], optional: true },
            Part::Word("choose"),
            Part::Slot(Slot::Subject),
        ];
        assert_eq!(parts("^ (if|in case) {scope} , ...? (just)? choose {subject}"), Ok(expected));
        let twice = parts("{subject} and {both}").expect_err("two subjects");
        assert_eq!(twice.0, 14);
        assert_eq!(parts("take {it}"), Err((5, format!("unknown slot {{it}}, expected {SLOTS}"))));
    }
}
