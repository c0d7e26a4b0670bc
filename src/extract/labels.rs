//! Lines that act as headings: a short line in bold, or one that ends in a colon before a list.

use super::reader::{Label, Reader};
use super::sentence::Sentence;
use super::statement::Place;
use super::tokens::{Token, joined};
use crate::claim::{Aspect, Form};
use crate::document::{Block, BlockKind};
use crate::lexicon::{Class, Lexicon};

/// How a line looks that may be a label.
struct Look {
    words: usize,
    bold: bool,
    before_list: bool,
}

impl Reader<'_> {
    /// Reads a paragraph as a label over what follows; `false` where it is none.
    pub(super) fn label_line(&mut self, index: usize, block: &Block) -> bool {
        let Some(look) = self.look(index, block) else { return false };
        let span = if look.words > 12 { *block.sentences.last().unwrap_or(&block.span) } else { block.span };
        let mut facts = self.facts_of(span);
        if facts.are_silent() {
            return false;
        }
        let outer = self.facts(block.section);
        // A line in bold is a point of the section, whatever the one before was about.
        let section = &self.sections[block.section];
        let favourable = outer.favourable.or(section.favourable.filter(|_| look.bold));
        let point = favourable.zip(outer.subject).filter(|_| !facts.count_items() && !look.before_list);
        if let Some((favourable, subject)) = point {
            self.point(block, None, subject, favourable);
        } else if look.words > 3 {
            for span in &block.sentences {
                self.prose(*span, Place { section: block.section, form: Form::Sentence });
            }
        }
        // "Pros:" under "Kindle:" is Kindle's.
        let above = self.label.take().filter(|label| label.section == block.section);
        facts.subject = facts.subject.or_else(|| above?.facts.subject);
        self.topic.last = facts.subject.or(self.topic.last);
        self.label = Some(Label { facts, section: block.section, for_list: look.before_list && !look.bold });
        true
    }

    /// How a paragraph looks; `None` where it does not look like a label.
    fn look(&self, index: usize, block: &Block) -> Option<Look> {
        let line = self.document.words(block.span).trim_end();
        let words = line.split_whitespace().count();
        let bold = block.strong.iter().map(|span| span.len()).sum::<usize>() * 10 >= block.span.len() * 8;
        let next = self.document.blocks.get(index + 1).filter(|next| next.section == block.section);
        let before_list = next.is_some_and(|next| matches!(next.kind, BlockKind::ListItem { .. }));
        let colon = line.ends_with(':');
        let short = if before_list { words <= 6 || colon && words <= 30 } else { colon && words <= 6 };
        let looks = (short || bold && words <= 12) && (before_list || !line.ends_with('.'));
        looks.then_some(Look { words, bold, before_list })
    }
}

/// Does a line end in a colon and judge nothing itself: "What you get:", "Supports:"?
pub(super) fn leads_on(line: &Sentence) -> bool {
    let judges = |token: &Token| token.cue.is_some_and(|(cue, _)| cue.is_adjective());
    line.tokens.last().is_some_and(|last| last.low == ":") && !line.tokens.iter().any(judges)
}

/// What a label of nothing but judging words says: whether each is praise, and on what; `None` where
/// another word stands there.
pub(super) fn judging(label: &Sentence, lexicon: &Lexicon) -> Option<Vec<(bool, Aspect)>> {
    let tokens = &label.tokens;
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let judged = tokens[at].cue.filter(|(cue, _)| matches!(cue.class, Class::Good | Class::Bad));
        let judged = judged.and_then(|(cue, len)| Some((cue.class, lexicon.slug_of_cue(cue)?, len)));
        match judged {
            Some((class, slug, len)) => {
                found.push((class == Class::Good, Aspect::new(joined(&tokens[at..at + len]), slug)));
                at += len;
            }
            None if matches!(tokens[at].low.as_str(), "and" | "," | "&" | ":" | "very" | "highly" | ".") => at += 1,
            None => return None,
        }
    }
    Some(found)
}
