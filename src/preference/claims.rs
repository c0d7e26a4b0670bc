//! The claims of a sentence, resolved: for each word that may compare, whom it is said of and with whom it compares.
//!
//! The last name before the word is its subject, the first behind "than" and its like its target. That is wrong
//! often enough, so nothing is decided here: the claim, and what casts doubt on it (other names and clauses between,
//! negation, a question), are features that training weighs.

use super::classes::Class;
use super::features::{Part, Sink, bucket};
use super::stretch::{Gap, gap, path};
use super::structure::Setting;
use super::tokens::{Sentence, Token};

/// In which way a claim's word compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pole {
    Class(Class),
    /// "as good as"
    AsAs,
    /// "more than", with nothing between
    MoreThan,
    /// "less than"
    LessThan,
}

impl Pole {
    fn part(self) -> Part<'static> {
        match self {
            Pole::Class(class) => Part::Class(class),
            Pole::AsAs => Part::Code(100, "as-as"),
            Pole::MoreThan => Part::Code(101, "more-than"),
            Pole::LessThan => Part::Code(102, "less-than"),
        }
    }

    /// Does it praise, for all that can be told from the word?
    fn praises(self) -> bool {
        use Class::{Amount, Better, Er, Good, More, Wins};
        matches!(self, Pole::Class(Better | Amount | More | Wins | Er | Good) | Pole::MoreThan)
    }
}

/// A word that may compare, with what was found for it; all are places of tokens.
#[derive(Debug, Clone, Copy)]
struct Claim<'t> {
    cue: usize,
    pole: Pole,
    /// The word itself, where it tells more than its class.
    word: Option<Token<'t>>,
    /// Does it praise or blame without comparing?
    weak: bool,
    negation: Option<usize>,
    subject: Option<usize>,
    /// A name between the word and the marker.
    inner: Option<usize>,
    /// "than" and its like.
    marker: Option<usize>,
    target: Option<usize>,
}

/// Who is preferred to whom, as far as the claim says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reading {
    code: u64,
    name: &'static str,
    /// The more it says, the higher.
    rank: u8,
}

const fn reading(code: u64, name: &'static str, rank: u8) -> Reading {
    Reading { code, name, rank }
}

impl Reading {
    fn part(self) -> Part<'static> {
        Part::Code(self.code, self.name)
    }
}

/// Gives the features of all claims, and of what they come to.
pub(super) fn give(sentence: &Sentence<'_>, sink: &mut impl Sink) {
    let setting = Setting::of(sentence);
    // The first three, each with its direction.
    let mut readings = [Part::Count(0); 6];
    let mut count = 0;
    let mut best: Option<(Reading, bool)> = None;
    for at in 0..sentence.tokens.len() {
        let Some(claim) = find(sentence, at) else { continue };
        let (read, up) = (claim.read(sentence), claim.pole.praises() != claim.negation.is_some());
        if !claim.weak {
            if let Some(row) = readings.get_mut(2 * count..2 * count + 2) {
                row.copy_from_slice(&[read.part(), Part::Flag(up)]);
            }
            count += 1;
            // Of two that say as much, the later one counts.
            if best.is_none_or(|(so_far, _)| read.rank >= so_far.rank) {
                best = Some((read, up));
            }
            resolved(&claim, (read, up), sink);
        }
        give_claim(sentence, &claim, setting, sink);
    }
    sink.add("readings", &readings[..2 * count.min(3)]);
    sink.add("claims", &[Part::Count(count.min(4))]);
    match best {
        Some((read, up)) => {
            let (read, up) = (read.part(), Part::Flag(up));
            sink.add("best", &[read, up]);
            sink.add("best-apart", &[read, up, bucket(setting.apart)]);
            sink.add("best?", &[read, up, Part::Flag(setting.question), Part::Flag(setting.condition)]);
        }
        None => sink.add("no-claim", &[Part::Flag(setting.joined)]),
    }
}

fn resolved(claim: &Claim<'_>, (read, up): (Reading, bool), sink: &mut impl Sink) {
    sink.add("reading", &[read.part(), Part::Flag(up)]);
    if let Some(word) = claim.word {
        sink.add("read-word", &[read.part(), Part::Flag(claim.negation.is_some()), Part::Word(word)]);
    }
}

/// The claim whose word stands here, where one does.
fn find<'t>(sentence: &Sentence<'t>, cue: usize) -> Option<Claim<'t>> {
    use Class::{Amount, Bad, Better, Compared, Er, Good, Instead, Less, Loses, More, Than, Wins, Worse};
    let tokens = &sentence.tokens;
    let class = tokens[cue].class;
    let next = sentence.class(Some(cue + 1));
    let weak = matches!(class, Good | Bad);
    let equal = second_as(tokens, cue);
    let compares = match class {
        Better | Worse | Amount | More | Less | Wins | Loses | Instead | Compared => true,
        Er => tokens.iter().skip(cue + 1).take(4).any(|token| token.class == Than),
        _ => false,
    };
    if !(compares || weak || equal.is_some()) {
        return None;
    }
    let marker = equal.or_else(|| marker(tokens, cue));
    let pole = match class {
        Er => Pole::Class(Er),
        _ if equal.is_some() => Pole::AsAs,
        More if next == Than => Pole::MoreThan,
        Less if next == Than => Pole::LessThan,
        class => Pole::Class(class),
    };
    let word = match pole {
        Pole::AsAs => Some(tokens[cue + 1]),
        Pole::Class(Er) => None,
        _ => Some(tokens[cue]).filter(|_| !weak),
    };
    let name = |from: usize, to: usize| (from..to).find(|at| tokens[*at].class.is_name());
    let near = tokens[cue.saturating_sub(5)..cue].iter().rev();
    let back = near.take_while(|token| !token.class.is_bound() && token.class != Class::Comma);
    let negation = back.enumerate().find(|(_, token)| token.class == Class::Not).map(|(by, _)| cue - 1 - by);
    Some(Claim {
        cue,
        pole,
        word,
        weak,
        negation,
        subject: (0..cue).rev().find(|at| tokens[*at].class.is_name()),
        inner: name(cue + 1, marker.unwrap_or(tokens.len())),
        marker,
        target: marker.and_then(|marker| name(marker + 1, tokens.len())),
    })
}

/// Where the second "as" of "as good as" stands, where the first stands here.
fn second_as(tokens: &[Token<'_>], cue: usize) -> Option<usize> {
    if !matches!(tokens[cue].class, Class::As | Class::So) {
        return None;
    }
    let last = (cue + 6).min(tokens.len());
    let second = (cue + 2..last).find(|at| tokens[*at].class == Class::As)?;
    let apart = |token: &Token<'_>| matches!(token.class, Class::Comma | Class::Stop) || token.class.is_name();
    (!tokens[cue + 1..second].iter().any(apart)).then_some(second)
}

/// Where "than" and its like stand, within the clause.
fn marker(tokens: &[Token<'_>], cue: usize) -> Option<usize> {
    let (class, next) = (tokens[cue].class, tokens.get(cue + 1).map(|token| token.class));
    if class == Class::Instead && matches!(next, Some(Class::Than | Class::Of)) {
        return Some(cue + 1);
    }
    for (at, token) in tokens.iter().enumerate().skip(cue + 1) {
        match token.class {
            Class::Than | Class::Over | Class::Compared => return Some(at),
            Class::To if tokens[cue].takes_to => return Some(at),
            class if class.is_bound() => return None,
            _ => {}
        }
    }
    None
}

impl Claim<'_> {
    /// The names around the word and the marker, in their order: "FIRST . than SECOND".
    fn frame(&self, sentence: &Sentence<'_>) -> [Class; 4] {
        let class = |at: Option<usize>| at.map_or(Class::Other, |at| sentence.tokens[at].class);
        [class(self.subject), class(self.inner), class(self.marker), class(self.target)]
    }

    fn read(&self, sentence: &Sentence<'_>) -> Reading {
        use Class::{As, Compared, First, Other, Over, Second, Than, To};
        match self.frame(sentence) {
            [First, _, Than | To | Over | Compared | As, Second] => reading(1, "first-over-second", 4),
            [Second, _, Than | To | Over | Compared | As, First] => reading(2, "second-over-first", 4),
            [Other, First, Than | To | Over | Compared | As, Second] => reading(1, "first-over-second", 4),
            [Other, Second, Than | To | Over | Compared | As, First] => reading(2, "second-over-first", 4),
            [First, _, Than | To | Over | Compared | As, Other] => reading(3, "first-over-other", 3),
            [Second, _, Than | To | Over | Compared | As, Other] => reading(4, "second-over-other", 3),
            [Other, Other, Than, First] => reading(5, "over-first", 3),
            [First, Other, _, Other] => reading(6, "first", 2),
            [Second, Other, _, Other] => reading(7, "second", 2),
            _ => reading(8, "unclear", 1),
        }
    }
}

fn give_claim(sentence: &Sentence<'_>, claim: &Claim<'_>, setting: Setting, sink: &mut impl Sink) {
    let tokens = &sentence.tokens;
    let frame = claim.frame(sentence);
    let negated = Part::Flag(claim.negation.is_some());
    let (frame_part, pole) = (Part::path(&frame), claim.pole.part());
    sink.add("claim", &[frame_part, pole, negated]);
    if let Some(word) = claim.word {
        sink.add("cue", &[frame_part, negated, Part::Word(word)]);
    }
    sink.add("claim-joined", &[frame_part, pole, negated, Part::Flag(setting.joined)]);
    if let Some(at) = claim.negation {
        sink.add("negation", &[frame_part, pole, Part::Word(tokens[at]), Part::Count((claim.cue - at).min(3))]);
    }
    if claim.cue > 0 && tokens[claim.cue - 1].class == Class::Any {
        sink.add("any", &[frame_part, pole]);
    }
    sink.add("claim?", &[frame_part, pole, negated, Part::Flag(setting.question), Part::Flag(setting.condition)]);
    let before = gap(&tokens[claim.subject.map_or(0, |at| at + 1)..claim.cue]);
    let behind = claim.marker.map_or(Gap::default(), |at| gap(&tokens[at + 1..claim.target.unwrap_or(tokens.len())]));
    let few = |count: usize| Part::Count(count.min(2));
    sink.add("clauses", &[frame_part, pole, negated, few(before.bounds), few(before.lists), few(behind.bounds)]);
    sink.add("others", &[frame_part, pole, negated, few(before.names), few(behind.names)]);
    let none = Part::Code(9, "none");
    let to_subject = claim.subject.map_or(none, |at| bucket(claim.cue - at - 1));
    let to_target = claim.target.zip(claim.marker).map_or(none, |(at, marker)| bucket(at - marker - 1));
    sink.add("subject-at", &[frame_part, pole, negated, to_subject]);
    sink.add("target-at", &[frame_part, pole, negated, to_target]);
    sink.add("far", &[frame_part, pole, negated, to_subject, to_target]);
    around(sentence, claim, &frame, sink);
}

/// What stands beside the names of a claim, and between them and its word.
fn around(sentence: &Sentence<'_>, claim: &Claim<'_>, frame: &[Class; 4], sink: &mut impl Sink) {
    let (frame_part, pole) = (Part::path(frame), claim.pole.part());
    let beside = [(claim.subject, "pre-subject", "post-subject"), (claim.target, "pre-target", "post-target")];
    for (at, before, behind) in beside {
        let Some(at) = at else { continue };
        sink.add(before, &[frame_part, pole, Part::Class(sentence.class(at.checked_sub(1)))]);
        sink.add(behind, &[frame_part, pole, Part::Class(sentence.class(Some(at + 1)))]);
    }
    if let Some(at) = claim.subject {
        let (path, length) = path(&sentence.tokens[at + 1..claim.cue]);
        sink.add("path-to", &[frame_part, pole, Part::path(&path[..length])]);
    }
    let next = (claim.cue + 1..sentence.tokens.len()).find(|at| sentence.tokens[*at].class.is_name());
    if let Some(at) = next {
        let (path, length) = path(&sentence.tokens[claim.cue + 1..at]);
        let ends = [Part::Class(frame[0]), Part::Class(sentence.tokens[at].class)];
        sink.add("path-from", &[ends[0], ends[1], pole, Part::path(&path[..length])]);
    }
}
