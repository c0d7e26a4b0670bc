//! Finds a phrase in a masked sentence, part by part.
//!
//! A phrase is a small regular expression, and was one: leftmost first, choices in their order, gaps and open slots as
//! short as they can be. Walking its parts does the same without compiling anything at start, and most places are ruled
//! out by one byte. A test holds the two against each other.
//!
//! An open slot that found no end is not tried again further on in the same search: what could follow it there
//! was tried already. So a search takes no longer than the length of the sentence squared.

use super::patterns::Found;
use super::phrase::{Part, Slot};

/// The parts of a phrase, ready to be walked.
#[derive(Debug, Clone)]
pub(super) struct Matcher {
    steps: Vec<Step>,
    /// May it begin only where a clause does?
    at_clause: bool,
}

#[derive(Debug, Clone)]
struct Step {
    kind: Kind,
    /// The bytes with which this and all that follows may begin.
    first: Bytes,
}

#[derive(Debug, Clone)]
enum Kind {
    ClauseStart,
    Gap(usize),
    Slot(Slot),
    Group {
        choices: Vec<Vec<Piece>>,
        optional: bool,
    },
    /// Some of [`ADVERBS`], or none.
    Adverbs,
    Word(String),
}

/// A piece of a choice.
#[derive(Debug, Clone)]
enum Piece {
    /// Words, each with the space behind it.
    Words(String),
    /// The name of one subject.
    Name,
    /// The end of the sentence.
    End,
}

/// A set of bytes of ASCII.
#[derive(Debug, Clone, Copy)]
struct Bytes(u128);

impl Bytes {
    const NONE: Self = Self(0);
    /// Any byte, and the end of the sentence too.
    const ANY: Self = Self(u128::MAX);

    fn of(words: &str) -> Self {
        words.bytes().next().map_or(Self::ANY, |byte| Self(1 << (byte & 127)))
    }

    fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn may_begin(self, line: &[u8], at: usize) -> bool {
        line.get(at).map_or(self.0 == u128::MAX, |byte| self.0 & (1 << (byte & 127)) != 0)
    }
}

/// Words that may stand between a name and its verb, whatever the phrase: "Alpha clearly wins".
const ADVERBS: [&str; 37] = [
    "also ",
    "still ",
    "always ",
    "often ",
    "just ",
    "simply ",
    "now ",
    "even ",
    "really ",
    "actually ",
    "clearly ",
    "definitely ",
    "certainly ",
    "easily ",
    "generally ",
    "usually ",
    "typically ",
    "probably ",
    "consistently ",
    "truly ",
    "obviously ",
    "undoubtedly ",
    "arguably ",
    "absolutely ",
    "currently ",
    "frequently ",
    "handily ",
    "convincingly ",
    "comfortably ",
    "slightly ",
    "narrowly ",
    "far ",
    "normally ",
    "overall ",
    "again ",
    "however ",
    ", ",
];

/// How many of them.
const MOST_ADVERBS: usize = 2;

/// The words at which a clause begins behind them.
const CLAUSE_WORDS: [&str; 10] = ["and ", "but ", "or ", "while ", "whereas ", "so ", "which ", "that ", "is ", "are "];
const CLAUSE_ALSO: &str = "also ";
/// The last letters of those words.
const CLAUSE_ENDS: [[u8; 2]; 10] = [*b"nd", *b"ut", *b"or", *b"le", *b"as", *b"so", *b"ch", *b"at", *b"is", *b"re"];
const CLAUSE_MARKS: &[u8] = b",;:.!?()~-";

impl Matcher {
    pub(super) fn new(parts: &[Part]) -> Self {
        let mut steps: Vec<Step> = Vec::with_capacity(parts.len());
        let mut next = Bytes::ANY;
        for (at, part) in parts.iter().enumerate().rev() {
            let (kind, first) = step(part, next);
            next = first;
            steps.push(Step { kind, first });
            let named = at > 0 && matches!(&parts[at - 1], Part::Slot(slot) if !slot.is_open());
            if named && matches!(part, Part::Group { .. } | Part::Word(_)) {
                next = Bytes::ANY;
                steps.push(Step { kind: Kind::Adverbs, first: next });
            }
        }
        steps.reverse();
        let at_clause = parts.first() == Some(&Part::ClauseStart);
        Self { steps, at_clause }
    }

    /// The first place at or after `from` where the phrase stands.
    pub(super) fn find(&self, masked: &str, from: usize) -> Option<Found> {
        let walk =
            Walk { steps: &self.steps, line: masked.as_bytes(), found: Found::default(), fruitless: [usize::MAX; 2] };
        if self.at_clause { walk.from_clause(from) } else { walk.from_word(from) }
    }
}

/// A part as a step, and the bytes with which it and what follows may begin.
fn step(part: &Part, next: Bytes) -> (Kind, Bytes) {
    match part {
        Part::ClauseStart => (Kind::ClauseStart, Bytes::ANY),
        Part::Gap(words) => (Kind::Gap(*words), Bytes::ANY),
        Part::Slot(slot) => (Kind::Slot(*slot), if slot.is_open() { Bytes::ANY } else { Bytes::of("S") }),
        Part::Word(word) => (Kind::Word(format!("{word} ")), Bytes::of(word)),
        Part::Group { choices, optional } => {
            let choices: Vec<Vec<Piece>> = choices.iter().map(|words| pieces(words)).collect();
            let begin = |pieces: &Vec<Piece>| match pieces.first() {
                Some(Piece::Words(words)) => Bytes::of(words),
                Some(Piece::Name) => Bytes::of("S"),
                Some(Piece::End) | None => Bytes::ANY,
            };
            let skipped = if *optional { next } else { Bytes::NONE };
            let first = choices.iter().map(begin).fold(skipped, Bytes::and);
            (Kind::Group { choices, optional: *optional }, first)
        }
    }
}

fn pieces(choice: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for word in choice.split(' ') {
        match (word, pieces.last_mut()) {
            ("{subject}" | "{rival}", _) => pieces.push(Piece::Name),
            ("$", _) => pieces.push(Piece::End),
            (word, Some(Piece::Words(words))) => *words += &format!("{word} "),
            (word, _) => pieces.push(Piece::Words(format!("{word} "))),
        }
    }
    pieces
}

/// One search.
struct Walk<'a> {
    steps: &'a [Step],
    line: &'a [u8],
    found: Found,
    /// From where on an open slot (the scope, the criterion) is known to lead to nothing.
    fruitless: [usize; 2],
}

impl Walk<'_> {
    /// Tries every place at which a word begins or ends.
    fn from_word(mut self, from: usize) -> Option<Found> {
        let first = self.steps.first()?.first;
        for at in from..self.line.len() {
            let bounded = || at == 0 || is_letter(self.line[at - 1]) != is_letter(self.line[at]);
            if first.may_begin(self.line, at) && bounded() {
                if let Some(end) = self.rest(0, at) {
                    return Some(self.finished(at, end));
                }
            }
        }
        None
    }

    /// Tries every place at which a clause begins.
    fn from_clause(mut self, from: usize) -> Option<Found> {
        let first = self.steps.get(1).map_or(Bytes::ANY, |step| step.first);
        for at in from..=self.line.len() {
            let begins = at == 0 || self.line[at - 1] == b' ';
            if !begins || !first.may_begin(self.line, at) {
                continue;
            }
            let Some(start) = clause_opening(&self.line[from..at], from == 0) else { continue };
            if let Some(end) = self.rest(1, at) {
                return Some(self.finished(from + start, end));
            }
        }
        None
    }

    fn finished(mut self, start: usize, end: usize) -> Found {
        self.found.whole = (start, end);
        self.found
    }

    /// Where the phrase ends, if its steps from `step` on stand at `at`.
    fn rest(&mut self, step: usize, at: usize) -> Option<usize> {
        let steps = self.steps;
        let Some(Step { kind, first }) = steps.get(step) else { return Some(at) };
        if !first.may_begin(self.line, at) {
            return None;
        }
        match kind {
            Kind::Word(word) => self.rest(step + 1, self.after(word, at)?),
            Kind::Group { choices, optional } => {
                for choice in choices {
                    let end = choice.iter().try_fold(at, |at, piece| self.after_piece(piece, at));
                    if let Some(found) = end.and_then(|end| self.rest(step + 1, end)) {
                        return Some(found);
                    }
                }
                if *optional { self.rest(step + 1, at) } else { None }
            }
            Kind::Adverbs => {
                let mut end = at;
                for _ in 0..MOST_ADVERBS {
                    if let Some(found) = self.rest(step + 1, end) {
                        return Some(found);
                    }
                    end = ADVERBS.iter().find_map(|word| self.after(word, end))?;
                }
                self.rest(step + 1, end)
            }
            Kind::Gap(words) => {
                let mut end = at;
                for _ in 0..*words {
                    if let Some(found) = self.rest(step + 1, end) {
                        return Some(found);
                    }
                    end = self.after_any_word(end)?;
                }
                self.rest(step + 1, end)
            }
            Kind::Slot(Slot::Scope | Slot::Criterion) => self.open_slot(step, at),
            Kind::Slot(slot) => {
                let mask = |byte: u8| match slot {
                    Slot::Subject => byte.is_ascii_digit() || byte == b'B',
                    Slot::Both => byte == b'B',
                    Slot::Either => byte == b'N',
                    _ => byte.is_ascii_digit(),
                };
                let end = self.after_mask(at, mask)?;
                let found = self.rest(step + 1, end)?;
                let place = if *slot == Slot::Rival { &mut self.found.rival } else { &mut self.found.subject };
                *place = Some((at, end - 1));
                Some(found)
            }
            Kind::ClauseStart => {
                let direct = if at == 0 { self.rest(step + 1, at) } else { None };
                direct.or_else(|| self.rest(step + 1, self.after_clause_opening(at)?))
            }
        }
    }

    /// `{scope}` or `{criterion}`: to the end where it is the last step, else as short as it can be.
    fn open_slot(&mut self, step: usize, at: usize) -> Option<usize> {
        let scope = matches!(self.steps[step].kind, Kind::Slot(Slot::Scope));
        if scope && !self.line.get(at).is_some_and(|byte| byte.is_ascii_lowercase() || is_scope(*byte)) {
            return None;
        }
        let which = usize::from(scope);
        if at >= self.fruitless[which] {
            return None;
        }
        let last = step + 1 == self.steps.len();
        let nearest = if last { self.line.len() } else { at + which };
        for end in nearest..=self.line.len() {
            if !last && !self.steps[step + 1].first.may_begin(self.line, end) {
                continue;
            }
            if let Some(found) = self.rest(step + 1, end) {
                let place = if scope { &mut self.found.scope } else { &mut self.found.criterion };
                *place = Some((at, end));
                return Some(found);
            }
        }
        self.fruitless[which] = at;
        None
    }

    fn after(&self, words: &str, at: usize) -> Option<usize> {
        let first = self.line.get(at) == words.as_bytes().first();
        (first && self.line[at..].starts_with(words.as_bytes())).then_some(at + words.len())
    }

    fn after_piece(&self, piece: &Piece, at: usize) -> Option<usize> {
        match piece {
            Piece::Words(words) => self.after(words, at),
            Piece::Name => self.after_mask(at, |byte| byte.is_ascii_digit()),
            Piece::End => (at == self.line.len()).then_some(at),
        }
    }

    fn after_mask(&self, at: usize, mask: impl Fn(u8) -> bool) -> Option<usize> {
        match self.line[at..] {
            [b'S', byte, b' ', ..] if mask(byte) => Some(at + 3),
            _ => None,
        }
    }

    /// Behind the next word that no sentence or clause ends with.
    fn after_any_word(&self, at: usize) -> Option<usize> {
        let len = self.line[at..].iter().position(|byte| b" ;.!?".contains(byte))?;
        (len > 0 && self.line[at + len] == b' ').then_some(at + len + 1)
    }

    fn after_clause_opening(&self, at: usize) -> Option<usize> {
        match self.line[at..] {
            [mark, b' ', ..] if CLAUSE_MARKS.contains(&mark) => Some(at + 2),
            _ => CLAUSE_WORDS.iter().chain([&CLAUSE_ALSO]).find_map(|word| self.after(word, at)),
        }
    }
}

/// Where the mark or word begins with which `before` ends and behind which a clause begins.
fn clause_opening(before: &[u8], of_line: bool) -> Option<usize> {
    match before {
        [] if of_line => Some(0),
        [.., mark, b' '] if CLAUSE_MARKS.contains(mark) => Some(before.len() - 2),
        [.., one, two, b' '] if !CLAUSE_ENDS.contains(&[*one, *two]) => None,
        // "also" before "so", which it ends with.
        _ => [CLAUSE_ALSO]
            .iter()
            .chain(&CLAUSE_WORDS)
            .find(|word| before.ends_with(word.as_bytes()))
            .map(|word| before.len() - word.len()),
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn is_scope(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'S' | b'$' | b'~')
}

#[cfg(test)]
mod tests {
    use regex::bytes::{Regex, RegexBuilder};

    use super::*;
    use crate::lexicon::Lexicon;
    use crate::lexicon::phrase::parts;

    /// The regular expression that a phrase is.
    fn expression(parts: &[Part]) -> Regex {
        let mut out = String::from("(?-u)");
        if parts.first() != Some(&Part::ClauseStart) {
            out.push_str("(?:^|\\b)");
        }
        for (at, part) in parts.iter().enumerate() {
            let named = at > 0 && matches!(&parts[at - 1], Part::Slot(slot) if !slot.is_open());
            if named && matches!(part, Part::Group { .. } | Part::Word(_)) {
                out.push_str(&format!("(?:(?:{}){{1,2}}?)??", ADVERBS.join("|")));
            }
            match part {
                Part::ClauseStart => {
                    out.push_str("(?:^|[,;:.!?()~-] |(?:and|but|or|while|whereas|so|which|that|is|are|also) )");
                }
                Part::Gap(words) => out.push_str(&format!("(?:[^ ;.!?]+ ){{0,{words}}}?")),
                Part::Slot(slot) => out.push_str(slot_expression(*slot, at + 1 == parts.len())),
                Part::Group { choices, optional } => {
                    let choices: Vec<String> = choices.iter().map(|words| choice(words)).collect();
                    out.push_str(&format!("(?:{})", choices.join("|")));
                    out.push_str(if *optional { "?" } else { "" });
                }
                Part::Word(word) => out.push_str(&format!("{} ", regex::escape(word))),
            }
        }
        RegexBuilder::new(&out).unicode(false).build().expect("well formed")
    }

    fn slot_expression(slot: Slot, last: bool) -> &'static str {
        match (slot, last) {
            (Slot::Subject, _) => "(?P<subject>S[0-9B]) ",
            (Slot::Rival, _) => "(?P<rival>S[0-9]) ",
            (Slot::Both, _) => "(?P<subject>SB) ",
            (Slot::Either, _) => "(?P<subject>SN) ",
            (Slot::Scope, true) => "(?P<scope>[a-zS0-9$~].*)",
            (Slot::Scope, false) => "(?P<scope>[a-zS0-9$~].*?)",
            (Slot::Criterion, true) => "(?P<criterion>.*)",
            (Slot::Criterion, false) => "(?P<criterion>.*?)",
        }
    }

    fn choice(words: &str) -> String {
        let word = |word| match word {
            "{subject}" | "{rival}" => "(?:S[0-9]) ".to_owned(),
            "$" => "$".to_owned(),
            word => format!("{} ", regex::escape(word)),
        };
        words.split(' ').map(word).collect()
    }

    fn by_expression(expression: &Regex, masked: &str, from: usize) -> Option<Found> {
        let captures = expression.captures_at(masked.as_bytes(), from)?;
        let place = |name| captures.name(name).map(|slot| (slot.start(), slot.end()));
        let [subject, rival, scope, criterion] = ["subject", "rival", "scope", "criterion"].map(place);
        let whole = captures.get(0).map(|whole| (whole.start(), whole.end()))?;
        Some(Found { whole, subject, rival, scope, criterion })
    }

    /// Lines made of a phrase's own words, of marks and of names, by a small generator of numbers.
    fn lines(parts: &[Part], seed: u64) -> Vec<String> {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut pick = |most: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % most
        };
        const OTHERS: [&str; 19] = [
            "S0",
            "S1",
            "SB",
            "SN",
            ",",
            ".",
            "and",
            "also",
            "band",
            "well-made",
            "~",
            "a",
            "$5",
            "so",
            "that",
            "'s",
            "also",
            "far",
            "clearly",
        ];
        let mut lines = Vec::new();
        for _ in 0..40 {
            let mut words: Vec<String> = Vec::new();
            for part in parts {
                for _ in 0..pick(3) * pick(2) {
                    words.push(OTHERS[pick(OTHERS.len())].to_owned());
                }
                match part {
                    Part::ClauseStart | Part::Gap(_) => {}
                    Part::Slot(slot) => {
                        let mask = match slot {
                            Slot::Rival => "S1",
                            Slot::Both => "SB",
                            Slot::Either => "SN",
                            Slot::Subject => ["S0", "SB"][pick(2)],
                            Slot::Scope | Slot::Criterion => OTHERS[pick(OTHERS.len())],
                        };
                        words.push(mask.to_owned());
                    }
                    Part::Word(word) => words.push((*word).to_owned()),
                    Part::Group { choices, .. } => {
                        words.push(choices[pick(choices.len())].replace("{subject}", "S0").replace("{rival}", "S1"));
                    }
                }
            }
            let cut = pick(words.len() + 1);
            lines.push(words.iter().map(|word| format!("{word} ")).collect());
            words.rotate_left(cut);
            lines.push(words.iter().map(|word| format!("{word} ")).collect());
        }
        lines
    }

    #[test]
    fn a_phrase_is_found_where_the_expression_of_its_parts_finds_it() {
        let mut found = 0;
        let phrases = crate::lexicon::load::phrases();
        for (seed, phrase) in phrases.iter().enumerate() {
            let parts = parts(phrase).expect("well formed");
            let (matcher, expression) = (Matcher::new(&parts), expression(&parts));
            for line in lines(&parts, seed as u64 + 1) {
                for from in (0..=line.len()).step_by(7) {
                    let (walked, expected) = (matcher.find(&line, from), by_expression(&expression, &line, from));
                    assert_eq!(walked, expected, "{phrase:?} in {line:?} from {from}");
                    found += usize::from(walked.is_some());
                }
            }
        }
        assert!(found > 1000, "the lines hold too few phrases: {found}");
    }

    #[test]
    fn a_sentence_of_one_word_again_and_again_takes_no_time() {
        let masked = "if a , S0 is a ".repeat(200);
        let lexicon = Lexicon::builtin();
        let found = lexicon.patterns_in(&masked).filter(|pattern| pattern.find(&masked, 0).is_some()).count();
        assert!(found < 100);
    }
}
