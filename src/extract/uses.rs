//! Uses that a list or a paragraph under a heading recommends: the items under "Choose it if", and calls that are none.
//!
//! The use is the item's label, or what stands before a dash or an arrow; the rest explains it, and may praise.

use super::context::Facts;
use super::reader::{Label, Reader};
use super::sentence::Sentence;
use super::statement::{Found, Place, Statement};
use super::tokens::is_mark;
use crate::claim::{Form, Verdict};
use crate::document::Block;
use crate::lexicon::{self, List};
use crate::span::Span;

/// The most words of a call: "Start your free trial today".
const LONGEST_CALL: usize = 12;

impl Reader<'_> {
    /// Reads an item under "Choose it if".
    pub(super) fn use_item(&mut self, block: &Block, subject: usize, verdict: Verdict) {
        let place = Place { section: block.section, form: Form::List };
        let mut explains: Option<Facts> = None;
        for span in &block.sentences {
            let whole = self.sentence(*span);
            let goes_on = whole.tokens.first().is_some_and(|first| first.is(List::ConditionVerbs) || first.low == "if");
            // "Small teams. It sets up in minutes." gives a reason with the second sentence.
            if let Some(facts) = explains.clone().filter(|_| !goes_on) {
                self.explanation(*span, facts, place);
                continue;
            }
            let (of, rest) = self.use_and_reason(block, *span);
            let words = self.document.words(of).trim_end_matches(['.', ';', ',', ':']).to_owned();
            if words.is_empty() {
                continue;
            }
            let found = Found { span: of, place, rule: "use-item" };
            self.claim(&Statement::of_use(subject, verdict, words), found);
            self.topic.last = Some(subject);
            let facts = Facts { subject: Some(subject), ..Facts::default() };
            if let Some(rest) = rest {
                let made = self.claims.len();
                self.explanation(rest, facts.clone(), place);
                // "Large shops: places with many tills" says the use twice, and the whole is what shows it.
                if self.claims.len() == made
                    && let Some(claim) = self.claims.last_mut().filter(|claim| claim.evidence.span == of)
                {
                    claim.evidence.span = *span;
                }
            }
            explains = Some(facts);
        }
    }

    /// "You fish at sea." under "Move to a kayak if" ends what the heading has begun: is a paragraph such a use?
    pub(super) fn ends_heading(&mut self, block: &Block) -> bool {
        let heading = self.document.words(self.document.sections[block.section].heading).to_lowercase();
        let open = heading.trim_end_matches(|c: char| !c.is_alphanumeric());
        let words = self.document.words(block.span).to_lowercase();
        let you = ["you ", "you'", "you’", "your "].iter().any(|you| words.starts_with(you));
        let Facts { uses: Some(verdict), subject: Some(subject), .. } = self.facts(block.section) else { return false };
        let ends = you && (open.ends_with(" if") || open.ends_with(" when"));
        if ends {
            self.use_item(block, subject, verdict);
        }
        ends
    }

    /// The use in a sentence of an item, and what explains it.
    fn use_and_reason(&self, block: &Block, span: Span) -> (Span, Option<Span>) {
        let text = self.document.words(span);
        let marks = [" — ", " – ", " - ", " → ", " -> ", " => ", "—"];
        let mark = marks.iter().filter_map(|mark| Some((text.find(mark)?, mark.len()))).min();
        let label = self
            .label_of(block)
            .filter(|label| label.start <= span.start && (span.start..=span.end).contains(&label.end));
        let colon = label.and_then(|label| {
            let label_end = label.end - span.start;
            let ends = text[..label_end].trim_end().ends_with(':') || text[label_end..].trim_start().starts_with(':');
            ends.then_some((label_end, 0))
        });
        let Some((at, len)) = mark.into_iter().chain(colon).min() else { return (span, None) };
        let rest = Span::new(span.start + at + len, span.end);
        let said = self.document.words(rest).chars().any(char::is_alphanumeric);
        (Span::new(span.start, span.start + at), said.then_some(rest))
    }

    /// Reads what explains a use.
    fn explanation(&mut self, span: Span, facts: Facts, place: Place) {
        let before = self.label.replace(Label { facts, section: place.section, for_list: true });
        let span = self.without_lead(span);
        self.prose_or_fragments(span, Place { form: Form::Sentence, ..place }, Form::List);
        self.label = before;
    }

    /// Does an item call the reader to something ("Read our full guide")?
    pub(super) fn is_call(&self, block: &Block) -> bool {
        let sentence = self.sentence(block.span);
        let words = sentence.tokens.iter().filter(|token| !is_mark(&token.low));
        words.count() <= LONGEST_CALL && sentence.lists(self.lexicon).has(List::Announcing)
    }

    /// The use that an item or a cell names without a subject ("Best for beginners"), where it `fits`.
    pub(super) fn recommended(
        &self,
        sentence: &Sentence,
        fits: impl Fn(&lexicon::Found) -> bool,
    ) -> Option<(Verdict, String)> {
        let mut bare = sentence.patterns(self.lexicon).filter(|pattern| pattern.may_be_bare());
        let (pattern, found) =
            bare.find_map(|pattern| Some((pattern, pattern.find(sentence.masked(), 0).filter(&fits)?)))?;
        let of = sentence.span(sentence.tokens_at(found.scope?)).of(&self.document.text);
        Some((pattern.yields, of.trim_end_matches('.').to_owned()))
    }
}
