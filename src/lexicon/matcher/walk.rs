//! The walk over the parts of a phrase, from every place at which it may begin.

use super::super::patterns::Found;
use super::super::phrase::Slot;
use super::{Bytes, Kind, Piece, Step};

/// Words that may stand between a name and its verb, whatever the phrase: "Alpha clearly wins".
pub(super) const ADVERBS: [&str; 37] = [
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

/// One search.
pub(super) struct Walk<'a> {
    steps: &'a [Step],
    line: &'a [u8],
    found: Found,
    /// From where on an open slot (the scope, the criterion) is known to lead to nothing.
    fruitless: [usize; 2],
}

impl<'a> Walk<'a> {
    pub(super) fn new(steps: &'a [Step], masked: &'a str) -> Self {
        Self { steps, line: masked.as_bytes(), found: Found::default(), fruitless: [usize::MAX; 2] }
    }

    /// Tries every place at which a word begins or ends.
    pub(super) fn by_word(mut self, from: usize) -> Option<Found> {
        let first = self.steps.first()?.first;
        for at in from..self.line.len() {
            let bounded = || at == 0 || is_letter(self.line[at - 1]) != is_letter(self.line[at]);
            if !first.may_begin(self.line, at) || !bounded() {
                continue;
            }
            if let Some(end) = self.rest(0, at) {
                return Some(self.finished(at, end));
            }
        }
        None
    }

    /// Tries every place at which a clause begins.
    pub(super) fn by_clause(mut self, from: usize) -> Option<Found> {
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
            Kind::Slot(slot) if slot.is_open() => self.open_slot(step, at),
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
        let scope = matches!(self.steps[step].kind, Kind::Slot(slot) if slot.is_scope());
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
