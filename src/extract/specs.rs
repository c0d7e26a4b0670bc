//! Figures and points behind a label: "Price: $59", "Design: 8/10", "Marlin: 4.5/5", "Weight: Marlin 24 kg, Heron 31 kg".
//!
//! The label says whose or what it is, the section says the other. Points on one criterion are compared as soon
//! as a second subject has some.

use super::numbers::{self, is_figure, rating};
use super::reader::Reader;
use super::statement::{Found, Place, Statement, verdict};
use super::tokens::is_mark;
use super::who::{Group, Topic, Who};
use crate::claim::{Aspect, Figure, Form, Unit, Verdict};
use crate::document::Block;
use crate::lexicon::List;
use crate::span::Span;

/// What stands behind the label.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Amount {
    /// Points, as a share of the best.
    Points(f64),
    Figure(Figure),
}

impl Amount {
    fn is_money(self) -> bool {
        matches!(self, Self::Figure(Figure { unit: Unit::Money(_), .. }))
    }
}

/// Points that a subject was given.
#[derive(Debug, Clone)]
pub(super) struct Rated {
    slug: String,
    subject: usize,
    points: f64,
}

impl Reader<'_> {
    /// Reads a line whose label leads to nothing but figures; `false` where it is none.
    pub(super) fn spec(&mut self, block: &Block, label: Span) -> bool {
        let own = self.facts_of(label);
        let body = self.without_lead(Span::new(label.end, block.span.end));
        // "Pro: $9 a month" is a plan and counts nothing.
        if own.count_items() && !self.amount_of(body).is_some_and(|amount| amount.is_money()) {
            return false;
        }
        let overall = self.of_scores(label);
        let scores = overall.is_some();
        let about = overall.or_else(|| own.criterion.clone());
        let about = about.or_else(|| own.count_items().then(|| Aspect::by_slug("plan")));
        let outer = self.facts(block.section);
        let place = Place { section: block.section, form: Form::List };
        let found = Found { span: block.span, place, rule: "spec" };
        if let Some(shares) = self.shares(body) {
            let Some(aspect) = about else { return false };
            let amounts = shares.into_iter().map(|(subject, amount)| match amount {
                // A tally is points, whatever the most may be.
                Amount::Figure(figure) if scores => (subject, Amount::Points(figure.number)),
                amount => (subject, amount),
            });
            amounts.for_each(|(subject, amount)| self.amount(subject, &aspect, amount, scores, found));
            return true;
        }
        let Some(amount) = self.amount_of(body) else { return false };
        let is_points = matches!(amount, Amount::Points(_));
        let said = match (own.subject, outer.subject) {
            (Some(subject), _) if about.is_none() => {
                Some(subject).zip(outer.criterion.or_else(|| is_points.then(Aspect::overall)))
            }
            (_, Some(subject)) => Some(subject).zip(about),
            _ => None,
        };
        let Some((subject, aspect)) = said else { return false };
        let aspect = match amount {
            // "Business plan: $12" is what it costs.
            Amount::Figure(Figure { unit: Unit::Money(_), .. }) if !self.is_of_money(&aspect) => {
                let known = self.lexicon.criterion(&aspect.label).is_some();
                let around = self.sections[block.section].criterion.clone().filter(|around| self.is_of_money(around));
                if known { aspect } else { around.unwrap_or_else(|| Aspect::by_slug("cost")) }
            }
            _ => aspect,
        };
        self.amount(subject, &aspect, amount, false, found);
        true
    }

    /// The verdict on the whole, where a label speaks of scores ("Our rating") and of nothing else.
    pub(super) fn of_scores(&self, label: Span) -> Option<Aspect> {
        let sentence = self.sentence_on(label, Topic::default());
        let words: Vec<&str> = sentence
            .tokens
            .iter()
            .filter(|token| !is_mark(&token.low) && token.who.is_none())
            .map(|t| t.low.as_str())
            .collect();
        self.lexicon.has(List::Scores, &words.join(" ")).then(Aspect::overall)
    }

    /// The points or the figure that a stretch is and nothing else.
    fn amount_of(&self, span: Span) -> Option<Amount> {
        let words = self.document.words(span).trim().trim_end_matches(['.', ';', ',']);
        if let Some(points) = rating(words) {
            return Some(Amount::Points(points));
        }
        let measured = |words: &&str| !words.split_whitespace().any(|word| self.is_comparative_word(word));
        let figure = Some(words).filter(measured).and_then(|words| numbers::of_cell(words, self.lexicon))?;
        Some(Amount::Figure(figure))
    }

    /// "$200 more" is a difference.
    fn is_comparative_word(&self, word: &str) -> bool {
        matches!(word, "more" | "less" | "cheaper" | "extra" | "saved" | "off" | "vs" | "vs." | "versus" | "than")
    }

    /// "Marlin 24 kg, Heron 31 kg": whose is how much, where a stretch says nothing else.
    fn shares(&self, body: Span) -> Option<Vec<(usize, Amount)>> {
        let text = self.document.words(body);
        let mut parts: Vec<Span> = Vec::new();
        let mut start = 0;
        for (at, mark) in [", ", "; ", " | ", " vs. ", " vs ", " and ", " – ", " / "]
            .iter()
            .flat_map(|mark| text.match_indices(mark))
            .collect::<std::collections::BTreeMap<_, _>>()
        {
            if at >= start {
                parts.push(Span::new(body.start + start, body.start + at));
                start = at + mark.len();
            }
        }
        parts.push(Span::new(body.start + start, body.end));
        let share = |part: &Span| {
            let sentence = self.sentence_on(*part, Topic::default());
            let name = sentence.tokens.first().filter(|token| !token.pronoun)?;
            // In "Marlin 24 kg" the number is no part of the name.
            let words = self.document.words(name.span);
            let number = words.rsplit(' ').next().filter(|last| is_figure(last) && last.len() < words.len());
            let rest = self.without_lead(Span::new(name.span.end - number.map_or(0, str::len), part.end));
            Some((name.one()?, self.amount_of(rest)?))
        };
        let shares: Option<Vec<(usize, Amount)>> = parts.iter().map(share).collect();
        shares.filter(|shares| shares.windows(2).any(|two| two[0].0 != two[1].0))
    }

    /// Notes what a subject has on a criterion. A `tally` is read by its order alone.
    fn amount(&mut self, subject: usize, aspect: &Aspect, amount: Amount, tally: bool, found: Found) {
        match amount {
            Amount::Figure(figure) => {
                self.claim(&Statement::on(subject, aspect.clone(), Verdict::Value(figure)), found)
            }
            Amount::Points(points) => {
                let found = Found { place: Place { form: Form::Rating, ..found.place }, rule: "rating", ..found };
                // Points are good or bad by themselves, whatever they are given for.
                if !tally && !(0.5..0.7).contains(&points) {
                    self.claim(&Statement::on(subject, aspect.clone(), verdict(points >= 0.7, false)), found);
                }
                self.compare_points(subject, aspect, points, found);
            }
        }
    }

    /// Of the points for two subjects on one criterion the higher are the better.
    fn compare_points(&mut self, subject: usize, aspect: &Aspect, points: f64, found: Found) {
        let on_it = |rated: &&Rated| rated.slug == aspect.slug && rated.subject != subject;
        let others: Vec<Rated> = self.rated.iter().filter(on_it).cloned().collect();
        let found = Found { rule: "higher-rating", ..found };
        for other in others {
            let (verdict, who, rival) = if points == other.points {
                (Verdict::Equal, Who::Several(Group::of_two(other.subject, subject)), Group::NONE)
            } else if points > other.points {
                (Verdict::Better, Who::One(subject), Group::one(other.subject))
            } else {
                (Verdict::Better, Who::One(other.subject), Group::one(subject))
            };
            self.claim(&Statement { who, rivals: rival, aspect: aspect.clone(), verdict, scope: None }, found);
        }
        self.rated.push(Rated { slug: aspect.slug.clone(), subject, points });
    }
}
