//! Claims by running sentences.

use super::clauses::{Clause, cut};
use super::context::Facts;
use super::opinions::{Compares, Opinion, of_clause};
use super::tokens::{Group, Sentence, Topic, Who};
use super::winner::overall;
use super::{Found, Label, Reader, context};
use crate::claim::{Aspect, Form, Mention, Skipped, Verdict};
use crate::document::{Block, BlockKind};
use crate::span::Span;

/// Words by which an article speaks of itself or calls the reader to something.
const ANNOUNCING: &[&str] = &[
    "in this article",
    "in this section",
    "in this post",
    "in this guide",
    "let 's ",
    "in this blog",
    "read on",
    "keep reading",
    "click ",
    "sign up",
    "subscribe",
    "stay tuned",
    "book a ",
    "contact us",
    "check out",
    "at the end of",
    "we 've ",
    "are listed below",
    "in the comments",
    "our team",
    "our services",
    "we 're going",
    "we are going",
    "thanks for reading",
    "this article",
];

fn announces(masked: &str) -> bool {
    const PLANS: &[&str] = &[
        "be",
        "look",
        "cover",
        "compare",
        "discuss",
        "explore",
        "see",
        "take",
        "go",
        "walk",
        "dive",
        "examine",
        "break",
        "show",
        "explain",
        "use",
        "try",
        "set",
        "setup",
        "create",
        "recommend",
        "delve",
        "help",
        "review",
        "dig",
        "focus",
    ];
    let plans = ["we will ", "we 'll "]
        .iter()
        .filter_map(|lead| masked.split_once(lead))
        .any(|(_, rest)| rest.split(' ').next().is_some_and(|verb| PLANS.contains(&verb)));
    // "Let's talk about money: it is overpriced" goes on to say something.
    !masked.contains(" : ")
        && (plans || ANNOUNCING.iter().any(|words| masked.starts_with(words) || masked.contains(&format!(" {words}"))))
}

impl Reader<'_> {
    /// Reads a paragraph: a winner line, a label over what follows, or prose.
    pub(super) fn paragraph(&mut self, index: usize, block: &Block) {
        if self.winner_line(index, block) || self.label_line(index, block) {
            return;
        }
        let facts = self.facts(block.section);
        let listed = (facts.favourable.is_some() || facts.uses.is_some()) && self.label.is_some();
        if listed && self.has_label(block) {
            self.list_item(index, block);
            return;
        }
        if let Some(facts) = self.sections.get(block.section).filter(|facts| facts.subject.is_some()) {
            self.topic.last = facts.subject;
        }
        for span in &block.sentences {
            self.prose(*span, block.section, Form::Sentence);
        }
    }

    /// A short line in bold, or one that ends in a colon before a list, labels what follows.
    fn label_line(&mut self, index: usize, block: &Block) -> bool {
        let words = self.document.words(block.span);
        let count = words.split_whitespace().count();
        let bold = block.strong.iter().map(|span| span.len()).sum::<usize>() * 10 >= block.span.len() * 8;
        let next = self.document.blocks[index + 1..].first();
        let list_follows =
            next.is_some_and(|next| matches!(next.kind, BlockKind::ListItem { .. }) && next.section == block.section);
        let colon = words.trim_end().ends_with(':');
        let is_label =
            colon && count <= 6 || count <= 12 && bold || list_follows && (colon && count <= 30 || count <= 6);
        if !is_label || words.trim_end().ends_with('.') && !list_follows {
            return false;
        }
        let span = if count > 12 { *block.sentences.last().unwrap_or(&block.span) } else { block.span };
        let facts = context::of_words(&self.document.text, span, &self.names, self.lexicon);
        let empty =
            facts.subject.is_none() && facts.favourable.is_none() && facts.uses.is_none() && facts.criterion.is_none();
        if empty {
            return false;
        }
        let outer_facts = self.facts(block.section);
        let point = outer_facts
            .favourable
            .zip(outer_facts.subject)
            .filter(|_| facts.favourable.is_none() && facts.uses.is_none());
        if let (Some((favourable, subject)), false) = (point, list_follows) {
            self.point(block, None, subject, favourable);
        } else if count > 3 {
            for span in &block.sentences {
                self.prose(*span, block.section, Form::Sentence);
            }
        }
        // "Pros:" under "Kindle:" is Kindle's.
        let outer = self.label.take().filter(|label| label.section == block.section).map(|label| label.facts);
        let facts = match outer {
            Some(outer) if facts.subject.is_none() && outer.subject.is_some() => {
                Facts { subject: outer.subject, ..facts }
            }
            _ => facts,
        };
        self.topic.last = facts.subject.or(self.topic.last);
        self.label = Some(Label { facts, section: block.section, for_list: list_follows && !bold });
        true
    }

    /// Reads one sentence.
    pub(super) fn prose(&mut self, span: Span, section: usize, form: Form) {
        let sentence = self.sentence(span);
        let facts = self.facts(section);
        let asks = sentence.tokens.last().is_some_and(|token| token.low == "?");
        if asks || sentence.tokens.len() < 2 || announces(&sentence.masked) {
            self.turn_to(&sentence);
            return;
        }
        let topic = self.topic.last.or(facts.subject);
        let clauses = cut(&sentence, topic);
        let taken = self.phrases(&sentence, &clauses, &facts, section, form);
        self.figures(&sentence, &clauses, &facts, section, form);
        let unlike = clauses.iter().find(|clause| clause.unlike).map_or(Group::NONE, |clause| clause.rivals);
        let condition =
            clauses.first().filter(|clause| clause.condition).map(|clause| sentence.span(clause.tokens.clone()));
        let before = self.claims.len();
        for clause in clauses.iter().filter(|clause| !clause.condition && !clause.unlike) {
            for opinion in of_clause(&sentence, clause.tokens.clone(), self.lexicon) {
                let within = |range: &std::ops::Range<usize>| {
                    range.start < opinion.tokens.end && opinion.tokens.start < range.end
                };
                if taken.iter().any(within) {
                    continue;
                }
                let scope = condition.map(|span| span.of(&self.document.text).to_owned());
                self.opinion(&sentence, clause, opinion, unlike, scope, &facts, (section, form));
            }
        }
        self.contrast(before);
        self.turn_to(&sentence);
    }

    /// "A supports X whereas B does not": what A has and B lacks in one sentence makes A the better.
    fn contrast(&mut self, from: usize) {
        let said: Vec<(String, String)> = self.claims[from..]
            .iter()
            .filter(|claim| claim.verdict == Verdict::Weakness)
            .map(|claim| (claim.subject.name.clone(), claim.criterion.slug.clone()))
            .collect();
        for claim in self.claims[from..].iter_mut().filter(|claim| claim.verdict == Verdict::Strength) {
            let against = said.iter().find(|(name, slug)| *slug == claim.criterion.slug && *name != claim.subject.name);
            if let Some((name, _)) = against {
                claim.verdict = Verdict::Better;
                claim.rival = Some(Mention { name: name.clone(), text: String::new() });
            }
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn opinion(
        &mut self,
        sentence: &Sentence,
        clause: &Clause,
        opinion: Opinion,
        unlike: Group,
        scope: Option<String>,
        facts: &Facts,
        (section, form): (usize, Form),
    ) {
        let Some(who) = clause.subject else {
            self.skipped.push(Skipped { span: sentence.span(clause.tokens.clone()), reason: "subject unclear" });
            return;
        };
        let heading = facts.criterion.clone();
        let general = |aspect: &Aspect| matches!(aspect.slug.as_str(), "ease-of-use" | "quality" | "user-experience");
        // Under a label of its own, a broad word is about what the label names.
        let vague = |aspect: &Aspect| {
            let slug = aspect.slug.as_str();
            matches!(
                slug,
                "features"
                    | "performance"
                    | "support"
                    | "overall"
                    | "selection"
                    | "tooling"
                    | "compatibility"
                    | "packages"
                    | "architecture"
                    | "design"
                    | "consistency"
            )
        };
        let labelled =
            self.label.as_ref().is_some_and(|label| label.facts.criterion.is_some() && label.section == section);
        let own = match (&opinion.aspect, &heading) {
            (Some(own), Some(heading)) if heading.slug != own.slug && (general(own) || labelled && vague(own)) => {
                Some(heading.clone())
            }
            (own, _) => own.clone(),
        };
        let Some(aspect) = own.or(heading).or_else(|| (opinion.rule == "praise" && facts.concludes).then(overall))
        else {
            self.skipped.push(Skipped { span: sentence.span(clause.tokens.clone()), reason: "criterion unclear" });
            return;
        };
        let compares =
            if !unlike.is_empty() && opinion.compares == Compares::No { Compares::Rival } else { opinion.compares };
        let rivals = match opinion.compares {
            Compares::All => Group::ALL,
            _ => clause.rivals.and(unlike),
        };
        let verdict = match (compares, opinion.good) {
            (Compares::Level, _) => Verdict::Equal,
            (Compares::Rival | Compares::All, true) => Verdict::Better,
            (Compares::Rival | Compares::All, false) => Verdict::Worse,
            (Compares::No, true) => Verdict::Strength,
            (Compares::No, false) => Verdict::Weakness,
        };
        let confidence = match (compares, clause.named) {
            (Compares::No, true) => 0.6,
            (Compares::No, false) => 0.45,
            (_, true) => 0.75,
            (_, false) => 0.6,
        };
        let found = Found { span: sentence.span(clause.tokens.clone()), section, form, rule: opinion.rule, confidence };
        self.claim(who, rivals, aspect, verdict, scope, found);
    }

    /// Remembers whom a sentence spoke of: the first name in it that is not a rival.
    pub(super) fn turn_to(&mut self, sentence: &Sentence) {
        let mut named = sentence.names().filter(|(_, who)| matches!(who, Who::One(_)));
        let first = cut(sentence, None).into_iter().find_map(|clause| match clause.subject {
            Some(Who::One(owner)) if clause.named && !clause.unlike => Some(owner),
            _ => None,
        });
        let pair = match (named.next(), named.find(|(at, _)| !sentence.tokens[*at].pronoun)) {
            (Some((_, Who::One(a))), Some((_, Who::One(b)))) if a != b => Some((a, b)),
            _ => self.topic.pair,
        };
        self.topic = Topic { last: first.or(self.topic.last), pair };
    }
}
