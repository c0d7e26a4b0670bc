//! Claims by the phrases of `lexicon/patterns.toml`: recommendations with their use, wins, losses and
//! level verdicts.

use std::ops::Range;

use super::aspects::first_known;
use super::items::of_item;
use super::leads::before_which;
use super::prose::Line;
use super::reader::Reader;
use super::scopes::{are_people, conditions, names_use, scope_of, up_to};
use super::sentence::Sentence;
use super::statement::{Found, Statement};
use super::tokens::{Token, is_mark};
use super::who::{Group, Who};
use crate::claim::{Aspect, Verdict};
use crate::lexicon::{self, Degree, Guard, List, Pattern};
use crate::span::Span;

/// A phrase found in a sentence, its places as tokens.
struct Phrase<'a> {
    pattern: &'a Pattern,
    whole: Range<usize>,
    subject: Option<Range<usize>>,
    rival: Option<Range<usize>>,
    scope: Option<Range<usize>>,
    /// Does the scope stand at its end, where it may run on too far?
    scope_last: bool,
    criterion: Option<Range<usize>>,
}

impl<'a> Phrase<'a> {
    fn new(pattern: &'a Pattern, found: &lexicon::Found, sentence: &Sentence) -> Self {
        let tokens = |range: Option<(usize, usize)>| range.map(|range| sentence.tokens_at(range));
        Self {
            pattern,
            whole: sentence.tokens_at(found.whole),
            subject: tokens(found.subject),
            rival: tokens(found.rival),
            scope: tokens(found.scope).map(|range| scope_of(sentence, range)),
            scope_last: found.scope.is_some_and(|scope| scope.1 == found.whole.1),
            criterion: tokens(found.criterion).map(|range| up_to(sentence, range, List::CriterionEnds)),
        }
    }

    /// The tokens that it takes, to the end of its scope or criterion; `None` where it takes none.
    fn used(&self, sentence: &Sentence) -> Option<Range<usize>> {
        let start = self.whole.start + usize::from(is_mark(&sentence.tokens.get(self.whole.start)?.low));
        let end = match (&self.criterion, &self.scope) {
            (Some(criterion), _) => criterion.end.max(self.subject.as_ref().map_or(0, |subject| subject.end)),
            (None, Some(scope)) if self.scope_last => scope.end,
            // "the better" takes the noun along that belongs to it.
            (None, _) => {
                let noun = sentence.tokens.get(self.whole.end);
                self.whole.end + usize::from(noun.is_some_and(|noun| noun.is(List::Choices)))
            }
        };
        Some(start..end.max(start + 1))
    }

    fn recommends(&self) -> bool {
        matches!(self.pattern.yields, Verdict::Suits | Verdict::Unsuited)
    }
}

impl Reader<'_> {
    /// Reads the phrases of a sentence. Returns the tokens that they took, so that nothing else is
    /// read out of them.
    pub(super) fn phrases(&mut self, line: &Line) -> Vec<Range<usize>> {
        let sentence = &line.sentence;
        let mut taken: Vec<Range<usize>> = Vec::new();
        let mut conditional = false;
        let lexicon = self.lexicon;
        let masked = sentence.masked();
        for pattern in sentence.patterns(lexicon) {
            let mut from = 0;
            while from < masked.len() {
                let Some(found) = pattern.find(masked, from) else { break };
                from = found.whole.1.max(from + 1);
                let phrase = Phrase::new(pattern, &found, sentence);
                let Some(Range { start, end }) = phrase.used(sentence) else { continue };
                // "For beginners, X is the better choice" picks nobody for all.
                let picks = conditional && pattern.criterion.as_deref() == Some(Aspect::OVERALL);
                if !picks && !taken.iter().any(|other| other.start < end && start < other.end) {
                    let Some(used) = self.phrase(line, &phrase) else { continue };
                    conditional |= phrase.recommends();
                    // A scope may have run over the next phrase: "choose X if ...; choose Y if ...".
                    from = sentence.masked_from(used.end).max(found.whole.0 + 1);
                    taken.push(used);
                }
            }
        }
        taken
    }

    /// Reads a phrase. Returns the tokens that it took, `None` where it says nothing.
    fn phrase(&mut self, line: &Line, phrase: &Phrase) -> Option<Range<usize>> {
        let Line { sentence, facts, .. } = line;
        let pattern = phrase.pattern;
        let who_at = |range: &Range<usize>| sentence.tokens.get(range.start).and_then(|token| token.who);
        let who = match &phrase.subject {
            Some(range) => who_at(range)?,
            None if pattern.yields == Verdict::Equal => Who::ALL,
            None => understood(line, phrase.whole.start)?,
        };
        if phrase.recommends() && !phrase.scope.as_ref().is_some_and(|scope| names_use(sentence, scope)) {
            return None;
        }
        let used = phrase.used(sentence)?;
        // "Cons of it: it has little grip" names no criterion but says one.
        let tells = phrase
            .criterion
            .as_ref()
            .and_then(|range| sentence.tokens.get(range.start))
            .is_some_and(|first| first.who.is_some() && first.low != "its");
        let remarks = matches!(pattern.yields, Verdict::Strength | Verdict::Weakness) && pattern.criterion.is_none();
        if tells && remarks {
            return None;
        }
        if !self.fits_guard(sentence, phrase) {
            return None;
        }
        let suits = pattern.yields == Verdict::Suits;
        let negation = negation_before(sentence, phrase.whole.start).filter(|_| suits);
        let advised_against = suits && negated_behind_use(sentence, phrase);
        // "One advantage is its lower price" measures it against the others.
        let measured = phrase.criterion.clone().is_some_and(|range| {
            sentence.tokens[range].iter().take(4).any(|token| {
                token.cue.is_some_and(|(cue, _)| cue.degree == Degree::Comparative)
                    || matches!(token.low.as_str(), "more" | "less" | "fewer")
            })
        });
        let verdict = match pattern.yields {
            _ if negation.is_some() || advised_against => Verdict::Unsuited,
            Verdict::Strength if measured => Verdict::Better,
            Verdict::Weakness if measured => Verdict::Worse,
            yields => yields,
        };
        let used = used.start.saturating_sub(negation.unwrap_or(0))..used.end;
        let criteria =
            phrase.criterion.clone().map_or_else(Vec::new, |range| listed(sentence, after_owner(sentence, range)));
        let first = criteria.first().cloned();
        let own = self.phrase_aspect(sentence, phrase, first);
        let own = own.or_else(|| {
            let noun = before_which(sentence, phrase.whole.start + 1)?;
            of_item(sentence, noun, self.lexicon)
        });
        // "For stability I would take it" picks nobody for all.
        let whole = own.as_ref().is_some_and(|own| own.slug == Aspect::OVERALL) && !phrase.recommends();
        let aspect = line.about.clone().filter(|_| whole).or_else(|| self.better_named(own, facts));
        let aspect = aspect.or_else(|| line.about.clone());
        let rivals = phrase.rival.as_ref().and_then(who_at).map_or(Group::NONE, Who::group);
        // Who wins without a rival wins over all.
        let outright = rivals.is_empty() && (pattern.yields == Verdict::Better || measured);
        let rivals = if outright { Group::ALL } else { rivals };
        let level = pattern.yields == Verdict::Equal && rivals.is_empty() && !matches!(who, Who::Several(_));
        let said = Statement {
            who: if level { Who::ALL } else { who },
            rivals,
            aspect: aspect.unwrap_or_else(Aspect::overall),
            verdict,
            scope: phrase.scope.clone().map(|scope| sentence.span(scope).of(&self.document.text).to_owned()),
        };
        self.phrase_claims(line, phrase, &said, used.clone(), criteria);
        Some(used)
    }

    /// Notes what a phrase says: once, or once for each of the uses or criteria that it lists.
    fn phrase_claims(
        &mut self,
        line: &Line,
        phrase: &Phrase,
        said: &Statement,
        used: Range<usize>,
        criteria: Vec<Range<usize>>,
    ) {
        let sentence = &line.sentence;
        let span = sentence.span(used.clone());
        let found = Found { span, place: line.place, rule: &phrase.pattern.name };
        let uses = phrase.scope.clone().map_or_else(Vec::new, |scope| conditions(sentence, scope));
        if uses.len() < 2 {
            self.claim(said, found);
        } else {
            for (place, scope) in uses.into_iter().enumerate() {
                let words = sentence.span(scope);
                let span = if place == 0 { Span::new(span.start.min(words.start), words.end) } else { words };
                let scope = Some(words.of(&self.document.text).to_owned());
                self.claim(&Statement { scope, ..said.clone() }, Found { span, ..found });
            }
        }
        for part in criteria.into_iter().skip(1) {
            let Some(aspect) = self.phrase_aspect(sentence, phrase, Some(part.clone())) else { continue };
            let span = sentence.span(used.start..part.end);
            self.claim(&Statement { aspect, ..said.clone() }, Found { span, ..found });
        }
    }

    /// Are the words of a guarded slot what it asks for?
    fn fits_guard(&self, sentence: &Sentence, phrase: &Phrase) -> bool {
        match phrase.pattern.guard {
            None => true,
            Some(Guard::People) => phrase.scope.as_ref().is_some_and(|scope| are_people(sentence, scope)),
            Some(Guard::Chore) => self.chore(sentence, phrase).is_some(),
            Some(Guard::Wanted) => {
                // What it is designed to be, it is.
                let be = |range: &Range<usize>| sentence.tokens.get(range.start).is_some_and(|first| first.low == "be");
                let range = phrase.criterion.clone().filter(|range| !be(range));
                let known = range.and_then(|range| first_known(sentence, range, self.lexicon));
                known.is_some_and(|(aspect, burden)| !burden && aspect.slug != Aspect::SUITABILITY)
            }
        }
    }

    /// The criterion of what has to be done: "sealing" of "needs to be sealed".
    fn chore(&self, sentence: &Sentence, phrase: &Phrase) -> Option<Aspect> {
        let first = &sentence.tokens.get(phrase.criterion.clone()?)?.first()?;
        let stem = first.low.strip_suffix("ed").filter(|_| first.is(List::Chores))?;
        Some(Aspect::of_words(format!("{stem}ing"), self.lexicon))
    }

    /// The criterion that a phrase names or is about by itself.
    fn phrase_aspect(&self, sentence: &Sentence, phrase: &Phrase, named: Option<Range<usize>>) -> Option<Aspect> {
        if phrase.recommends() {
            return Some(Aspect::suitability());
        }
        if let Some(criterion) = &phrase.pattern.criterion {
            return Some(Aspect::new(criterion, criterion));
        }
        if phrase.pattern.guard == Some(Guard::Chore) {
            return self.chore(sentence, phrase);
        }
        let range = named.filter(|range| !range.is_empty())?;
        // "at it" names nothing.
        let first = &sentence.tokens[range.start];
        let points = matches!(first.low.as_str(), "it" | "this" | "that" | "all" | "every" | "everything" | "most");
        let before = range.start.checked_sub(1).map(|before| &sentence.tokens[before]);
        let led = before.is_none_or(|before| {
            before.is(List::LedBy)
                || before.is(List::Skipped)
                || before.cue.is_some_and(|(cue, _)| cue.is_adjective())
                || matches!(before.low.as_str(), "and" | "," | "its" | "their" | "the" | "is" | "are")
        });
        (led && !points && first.who.is_none()).then(|| of_item(sentence, range, self.lexicon)).flatten()
    }
}

/// Of whom a phrase without a name speaks: the clause that it begins in, or the section.
fn understood(line: &Line, at: usize) -> Option<Who> {
    let mut clauses = line.clauses.iter();
    let clause = clauses.find(|clause| clause.tokens.contains(&at) || clause.tokens.start >= at);
    clause.and_then(|clause| clause.subject).or(line.facts.subject.map(Who::One))
}

/// A criterion without the words that say whose it is: "its price".
fn after_owner(sentence: &Sentence, range: Range<usize>) -> Range<usize> {
    let owner = |at: &usize| matches!(sentence.tokens[*at].low.as_str(), "its" | "their" | "the" | "a" | "an");
    let skipped = range.clone().take_while(owner).count();
    range.start + skipped..range.end
}

/// How many tokens a negation takes right before a token ("not choose"), but for "why not".
fn negation_before(sentence: &Sentence, at: usize) -> Option<usize> {
    let before = |back: usize| at.checked_sub(back).map_or("", |at| sentence.tokens[at].low.as_str());
    match before(1) {
        "not" | "never" if before(2) != "why" => Some(1),
        "'t" => Some(2),
        _ => None,
    }
}

/// Does a negation stand between the use and whom it is about: "if you are tall, don't buy it"?
fn negated_behind_use(sentence: &Sentence, phrase: &Phrase) -> bool {
    let (Some(scope), Some(subject)) = (&phrase.scope, &phrase.subject) else { return false };
    let between = scope.end..subject.start;
    between.start < between.end
        && sentence.tokens[between].windows(2).any(|words| {
            let turns = words[0].is(List::Negations) && !matches!(words[1].low.as_str(), "only" | "just" | "hesitate");
            turns && words[0].low != "without"
        })
}

/// The nouns that a phrase names for its criterion, one for each of "price, comfort and range"; the whole where it
/// is no such list.
fn listed(sentence: &Sentence, whole: Range<usize>) -> Vec<Range<usize>> {
    let tokens = &sentence.tokens;
    let low = |at: usize| tokens.get(at).map_or("", |token| token.low.as_str());
    let joins = |at: usize| matches!(low(at), "," | "and" | "&");
    let noun = |token: &Token| {
        let says = token.is(List::ClauseVerbs) || token.is(List::Predicates) || token.is(List::Stops);
        token.who.is_none() && !says && !is_mark(&token.low)
    };
    let mut parts = Vec::new();
    let mut start = whole.start;
    loop {
        let len = (start..tokens.len()).take_while(|at| !joins(*at) && noun(&tokens[*at])).count();
        let part = start..start + len;
        if !(1..=4).contains(&len) {
            break;
        }
        parts.push(part.clone());
        if !joins(part.end) {
            break;
        }
        start = part.end + 1 + usize::from(low(part.end) == "," && low(part.end + 1) == "and");
    }
    // A comma alone begins a clause as often as it parts two nouns.
    let last = parts.last().is_some_and(|part| part.start > 0 && low(part.start - 1) != ",");
    if parts.len() > 1 && last { parts } else { vec![whole] }
}
