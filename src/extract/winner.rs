//! Winner lines ("Winner: Django") and headings that give the verdict ("Library integration: Kobo
//! wins"). The criterion is the section's; where the heading was lost, what the paragraphs above it
//! speak of.

use super::tokens::{Group, Sentence, Who};
use super::{Found, Reader};
use crate::claim::{Aspect, Form, Verdict};
use crate::document::{Block, BlockKind};
use crate::lexicon::slug;

const LEADS: &[&str] = &[
    "winner",
    "the winner",
    "our winner",
    "verdict",
    "our pick",
    "edge",
    "advantage",
    "best",
    "round winner",
    "category winner",
    "overall winner",
    "clear winner",
    "who wins",
    "our choice",
    "top pick",
    "our verdict",
    "winner is",
    "and the winner is",
    "result",
    "the verdict",
    "point",
    "point goes to",
    "takeaway",
];

impl Reader<'_> {
    /// Reads a paragraph or an item as a winner line; `false` where it is none.
    pub(super) fn winner_line(&mut self, index: usize, block: &Block) -> bool {
        let Some(first) = block.sentences.first().copied() else { return false };
        let sentence = self.sentence(first);
        let Some((who, label)) = winner(&sentence) else { return false };
        let facts = self.facts(block.section);
        let aspect = label
            .or_else(|| facts.criterion.clone())
            .or_else(|| facts.concludes.then(overall))
            .or_else(|| self.spoken_of_above(index))
            .unwrap_or_else(overall);
        let verdict = if matches!(who, Who::One(_)) { Verdict::Better } else { Verdict::Equal };
        let who = if verdict == Verdict::Equal { Who::ALL } else { who };
        self.claim(
            who,
            Group::NONE,
            aspect,
            verdict,
            None,
            Found {
                span: first,
                section: block.section,
                form: Form::WinnerLine,
                rule: "winner-line",
                confidence: 0.95,
            },
        );
        for rest in block.sentences.iter().skip(1) {
            self.prose(*rest, block.section, Form::Sentence);
        }
        true
    }

    /// A heading that ends in a verdict.
    pub(super) fn winner_heading(&mut self, block: &Block) -> bool {
        let sentence = self.sentence(block.span);
        let words: Vec<&str> = sentence.tokens.iter().map(|token| token.low.as_str()).collect();
        let asks = words
            .iter()
            .any(|word| matches!(*word, "when" | "why" | "which" | "if" | "who" | "where" | "how" | "what" | "?"));
        let wins = sentence.names().find(|(at, _)| {
            words.get(at + 1).is_some_and(|next| matches!(*next, "wins" | "leads" | "dominates" | "won"))
        });
        let named = wins.or_else(|| {
            let lead = words.iter().position(|word| matches!(*word, "winner" | "edge" | "advantage"))?;
            sentence.names().find(|(at, _)| {
                *at > lead
                    && words[lead + 1..*at]
                        .iter()
                        .all(|word| matches!(*word, ":" | "-" | "–" | "—" | "is" | "goes" | "to"))
            })
        });
        let Some((_, who @ Who::One(_))) = named.filter(|_| !asks) else { return false };
        let facts = &self.sections[block.section];
        let parent =
            self.document.sections[block.section].parent.and_then(|parent| self.sections[parent].criterion.clone());
        let aspect = facts.criterion.clone().or(parent).unwrap_or_else(overall);
        self.claim(
            who,
            Group::NONE,
            aspect,
            Verdict::Better,
            None,
            Found {
                span: block.span,
                section: block.section,
                form: Form::Heading,
                rule: "heading-wins",
                confidence: 0.9,
            },
        );
        true
    }

    /// The criterion that the prose above a block speaks of most, within its section.
    fn spoken_of_above(&self, index: usize) -> Option<Aspect> {
        let section = self.document.blocks[index].section;
        let mut counts: std::collections::BTreeMap<&str, (usize, String)> = std::collections::BTreeMap::new();
        let above = self.document.blocks[..index].iter().rev().take(8);
        for block in above.take_while(|block| {
            block.section == section && matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem { .. })
        }) {
            for span in &block.sentences {
                let sentence = self.sentence(*span);
                for (at, token) in sentence.tokens.iter().enumerate() {
                    let own = token.cue.and_then(|(cue, len)| Some((self.lexicon.slug_of_cue(cue)?, len)));
                    let found = token.term.map(|(term, len)| (self.lexicon.slug_of(term), len)).or(own);
                    if let Some((slug, len)) =
                        found.filter(|(slug, _)| !matches!(*slug, "features" | "overall" | "tooling"))
                    {
                        let label = super::aspects::words(&sentence.tokens, at..at + len);
                        counts.entry(slug).or_insert((0, label)).0 += 1;
                    }
                }
            }
        }
        let (slug, (_, label)) = counts.into_iter().max_by(|(a, (x, _)), (b, (y, _))| x.cmp(y).then(b.cmp(a)))?;
        Some(Aspect { label, slug: slug.to_owned() })
    }
}

pub(super) fn overall() -> Aspect {
    Aspect { label: "overall".to_owned(), slug: "overall".to_owned() }
}

pub(super) fn suitability() -> Aspect {
    Aspect { label: "suitability".to_owned(), slug: "suitability".to_owned() }
}

/// Who a winner line names, and the criterion where the line itself says it ("Best documentation: X").
fn winner(sentence: &Sentence) -> Option<(Who, Option<Aspect>)> {
    let tokens = &sentence.tokens;
    let colon = tokens.iter().position(|token| matches!(token.low.as_str(), ":" | "–" | "—" | "-" | "is" | "goes"))?;
    let lead: Vec<&str> =
        tokens[..colon].iter().filter(|token| token.low.is_ascii()).map(|token| token.low.as_str()).collect();
    let lead_words = lead.join(" ");
    let of_criterion = lead_words
        .strip_prefix("winner for ")
        .or(lead_words.strip_prefix("winner on "))
        .or(lead_words.strip_suffix(" winner"));
    if !LEADS.contains(&lead_words.as_str()) && of_criterion.is_none() || colon == 0 || tokens.len() > colon + 14 {
        return None;
    }
    let rest = &tokens[colon + 1..];
    let who = match rest.iter().find(|token| !matches!(token.low.as_str(), ":" | "to" | "the" | "is" | "goes")) {
        Some(token) if token.who.is_some() && !token.pronoun => token.who?,
        Some(token)
            if matches!(
                token.low.as_str(),
                "tie" | "draw" | "tied" | "even" | "both" | "depends" | "it" | "neither" | "a"
            ) =>
        {
            let level = rest.iter().any(|token| {
                matches!(
                    token.low.as_str(),
                    "tie" | "draw" | "tied" | "even" | "both" | "depends" | "neither" | "toss-up"
                )
            });
            level.then_some(Who::ALL)?
        }
        _ => return None,
    };
    let aspect = of_criterion
        .filter(|words| !matches!(*words, "the" | "our" | "overall" | "clear" | "round" | "category"))
        .map(|words| Aspect { label: words.to_owned(), slug: slug(words) });
    Some((who, aspect))
}
