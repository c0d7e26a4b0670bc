//! Runs of two to five classes, as they follow each other in the sentence.
//!
//! Classes that say nothing about who is preferred count once however often they are repeated, so that a run spans
//! from a name to its cue also where an adjective or two stand between.

use super::classes::Class;
use super::features::{Part, Sink, longer};
use super::tokens::Sentence;

const LONGEST: usize = 5;

/// Gives the runs of classes.
pub(super) fn give(sentence: &Sentence<'_>, sink: &mut impl Sink) {
    let mut skeleton = Vec::with_capacity(sentence.tokens.len() + 2);
    skeleton.push(Class::Start);
    for class in sentence.tokens.iter().map(|token| token.class.broad()) {
        let repeated = (class.is_filler() || class == Class::Name) && skeleton.last() == Some(&class);
        if !repeated {
            skeleton.push(class);
        }
    }
    skeleton.push(Class::End);
    for start in 0..skeleton.len() {
        let mut code = 1;
        for (length, class) in (1..=LONGEST).zip(&skeleton[start..]) {
            code = longer(code, *class);
            if length > 1 {
                sink.add("run", &[Part::Path(code, &skeleton[start..start + length])]);
            }
        }
    }
}
