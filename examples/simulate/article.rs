//! Articles of words that mean nothing, with claims at their places: what the program merges is what it would have read.

use std::path::PathBuf;

use gainsay::claim::{Article, Aspect, Claim, Evidence, Form, Mention, Named, Roster, Verdict};
use gainsay::matrix::Basis;
use gainsay::read;
use gainsay::span::Span;

use crate::chance::Chance;
use crate::world::{CRITERIA, SUBJECTS, Saying};

/// How many sentences an author writes around each claim.
const AROUND: usize = 4;
/// How many of its words an editor replaces.
const EDITED: f64 = 0.15;

/// The sentence that carries the claim comes first in its paragraph.
pub(crate) fn text(sayings: &[Saying], chance: &mut Chance) -> String {
    let paragraph = |chance: &mut Chance| {
        let sentences: Vec<String> = (0..=AROUND).map(|_| sentence(chance)).collect();
        sentences.join(" ")
    };
    let mut text = format!("# {} vs {}", SUBJECTS[0], SUBJECTS[1]);
    for _ in sayings {
        text += "\n\n";
        text += &paragraph(chance);
    }
    text
}

fn sentence(chance: &mut Chance) -> String {
    let words: Vec<String> = (0..8 + chance.of(10)).map(|_| word(chance)).collect();
    words.join(" ") + "."
}

/// A word of two to four syllables; the commoner ones are short, as in any language.
fn word(chance: &mut Chance) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "zu", "ha"];
    (0..2 + chance.by(&[5.0, 3.0, 1.0])).map(|_| SYLLABLES[chance.of(SYLLABLES.len())]).collect()
}

/// What an editor makes of it before it is published again.
pub(crate) fn edited(text: &str, chance: &mut Chance) -> String {
    let (title, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let mut edited = |old: &str| match old.ends_with('.') || !chance.happens(EDITED) {
        true => old.to_owned(),
        false => word(chance),
    };
    let mut paragraph = |paragraph: &str| paragraph.split(' ').map(&mut edited).collect::<Vec<_>>().join(" ");
    let body: Vec<String> = body.split("\n\n").map(&mut paragraph).collect();
    format!("{title}\n\n{}", body.join("\n\n"))
}

/// The number of an article by its id.
pub(crate) fn number(id: &str) -> usize {
    id.trim_start_matches("page-").parse().unwrap_or_default()
}

/// The article as read, with the claims that it makes.
pub(crate) fn article(number: usize, sayings: &[Saying], text: &str) -> Article {
    let path = PathBuf::from(format!("page-{number}.md"));
    #[allow(clippy::expect_used)]
    let document = read::bytes(&path, text.as_bytes()).expect("plain Markdown");
    let paragraphs: Vec<Span> =
        document.blocks.iter().filter_map(|block| block.sentences.first().copied()).skip(1).collect();
    let claims = sayings.iter().zip(paragraphs).flat_map(|(saying, words)| claims(*saying, words)).collect();
    let named = |name: &&str| Named { name: (*name).to_owned(), aliases: Vec::new(), in_full: None };
    Article { document, roster: Roster { subjects: SUBJECTS.iter().map(named).collect() }, claims, skipped: Vec::new() }
}

/// A claim that says it outright, or two that imply it.
fn claims(saying: Saying, words: Span) -> Vec<Claim> {
    let form = match saying.basis {
        Basis::Verdict => Form::WinnerLine,
        Basis::Table => Form::Table,
        Basis::Prose | Basis::Implied => Form::Sentence,
    };
    let mention = |number: usize| Mention { name: SUBJECTS[number].to_owned(), text: SUBJECTS[number].to_owned() };
    let criterion =
        Aspect { label: CRITERIA[saying.criterion].to_owned(), slug: CRITERIA[saying.criterion].to_owned() };
    let claim = |subject: usize, rival: Option<usize>, verdict| Claim {
        subject: mention(subject),
        rival: rival.map(mention),
        criterion: criterion.clone(),
        verdict,
        scope: None,
        evidence: Evidence { span: words, section: 0, form, rule: "simulated".to_owned() },
        confidence: 0.8,
    };
    match (saying.answer, saying.basis) {
        (answer, Basis::Implied) => {
            vec![claim(answer, None, Verdict::Strength), claim(1 - answer, None, Verdict::Weakness)]
        }
        (answer @ 0..=1, _) => vec![claim(answer, Some(1 - answer), Verdict::Better)],
        _ => vec![claim(0, Some(1), Verdict::Equal)],
    }
}
