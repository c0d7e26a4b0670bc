//! Winner lines ("Winner: Django"). The criterion is the section's; where the heading was lost, what the
//! paragraphs above it speak of.

use std::collections::BTreeMap;

use super::reader::Reader;
use super::sentence::Sentence;
use super::statement::{Found, Place, Statement};
use super::tokens::{Token, joined};
use super::who::{Group, Who};
use crate::claim::{Aspect, Form, Verdict};
use crate::document::{Block, BlockKind};
use crate::lexicon::{Lexicon, List};

impl Reader<'_> {
    /// Reads a paragraph or an item as a winner line; `false` where it is none.
    pub(super) fn winner_line(&mut self, index: usize, block: &Block) -> bool {
        let Some(first) = block.sentences.first().copied() else { return false };
        let Some((who, label)) = winner(&self.sentence(first), self.lexicon) else { return false };
        let facts = self.facts(block.section);
        let aspect = label
            .or_else(|| facts.criterion.clone())
            .or_else(|| facts.concludes.then(Aspect::overall))
            .or_else(|| self.spoken_of_above(index))
            .unwrap_or_else(Aspect::overall);
        let (who, verdict) = match who {
            Who::One(_) => (who, Verdict::Better),
            _ => (Who::ALL, Verdict::Equal),
        };
        let said = Statement { who, rivals: Group::ALL, aspect, verdict, scope: None };
        let place = Place { section: block.section, form: Form::WinnerLine };
        self.claim(&said, Found { span: first, place, rule: "winner-line" });
        for rest in block.sentences.iter().skip(1) {
            self.prose(*rest, Place { form: Form::Sentence, ..place });
        }
        true
    }

    /// The criterion that the prose above a block speaks of most, within its section.
    fn spoken_of_above(&self, index: usize) -> Option<Aspect> {
        let section = self.document.blocks[index].section;
        let is_prose = |block: &&Block| {
            block.section == section && matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem { .. })
        };
        let above = self.document.blocks[..index].iter().rev().take(8).take_while(is_prose);
        let mut counts: BTreeMap<&str, (usize, String)> = BTreeMap::new();
        for span in above.flat_map(|block| &block.sentences) {
            let sentence = self.sentence(*span);
            for (at, token) in sentence.tokens.iter().enumerate() {
                let by_cue = || token.cue.and_then(|(cue, len)| Some((self.lexicon.slug_of_cue(cue)?, len)));
                let by_term = token.term.map(|(term, len)| (self.lexicon.slug_of(term), len));
                let Some((slug, len)) = by_term.or_else(by_cue) else { continue };
                if !matches!(slug, "features" | "overall" | "tooling") {
                    let label = || joined(&sentence.tokens[at..at + len]);
                    counts.entry(slug).or_insert_with(|| (0, label())).0 += 1;
                }
            }
        }
        let (slug, (_, label)) = counts.into_iter().max_by(|(a, (x, _)), (b, (y, _))| x.cmp(y).then(b.cmp(a)))?;
        Some(Aspect::new(label, slug))
    }
}

/// Who stands alone behind a cup or a medal: "🏆 Kobo".
fn crowned(tokens: &[Token]) -> Option<Who> {
    let cup = |token: &Token| matches!(token.low.as_str(), "🏆" | "🥇" | "👑");
    let plain = |token: &&Token| token.low.chars().any(char::is_alphanumeric);
    let mut said = tokens.iter().filter(plain);
    let (Some(one), None) = (said.next(), said.next()) else { return None };
    one.who.filter(|who| tokens.iter().any(cup) && matches!(who, Who::One(_)) && !one.pronoun)
}

/// Who a winner line names, and the criterion where the line itself says it ("Best documentation: X").
pub(super) fn winner(sentence: &Sentence, lexicon: &Lexicon) -> Option<(Who, Option<Aspect>)> {
    let tokens = &sentence.tokens;
    if let Some(who) = crowned(tokens) {
        return Some((who, None));
    }
    let colon =
        tokens.iter().position(|token| matches!(token.low.as_str(), ":" | "–" | "—" | "-" | "->" | "is" | "goes"))?;
    let lead: Vec<&str> =
        tokens[..colon].iter().map(|token| token.low.as_str()).filter(|word| word.is_ascii()).collect();
    let lead = lead.join(" ");
    let criterion =
        lead.strip_prefix("winner for ").or(lead.strip_prefix("winner on ")).or(lead.strip_suffix(" winner"));
    let leads = criterion.is_some() || lexicon.has(List::WinnerLeads, &lead);
    if !leads || colon == 0 || tokens.len() > colon + 14 {
        return None;
    }
    let rest = &tokens[colon + 1..];
    let first =
        rest.iter().find(|token| !matches!(token.low.as_str(), ":" | "." | "…" | "to" | "the" | "is" | "goes"))?;
    let level = || {
        let begins = first.is(List::LevelVerdicts) || matches!(first.low.as_str(), "it" | "a");
        begins && rest.iter().any(|token| token.is(List::LevelVerdicts))
    };
    let who = match first.who {
        Some(who) if !first.pronoun => who,
        _ if level() => Who::ALL,
        _ => return None,
    };
    let whole = |words: &str| matches!(words, "the" | "our" | "overall" | "clear" | "round" | "category");
    let says = |words: &&str| {
        words.split(' ').count() <= 3 && !words.split(' ').any(|word| lexicon.lists(word).has(List::EmptyInHeadings))
    };
    let aspect = criterion.filter(|words| !whole(words) && says(words)).map(|words| Aspect::named(words.to_owned()));
    Some((who, aspect))
}
