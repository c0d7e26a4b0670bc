//! What a heading, a label or a column says of everything beneath it: whose section it is, whether
//! points are counted for or against, which criterion is spoken of.

use super::names::Names;
use super::tokens::{Sentence, Topic, Who, is_mark};
use crate::claim::{Aspect, Verdict};
use crate::document::Document;
use crate::lexicon::{Lexicon, slug};

use super::opinions::is_adjective;
use crate::span::Span;

/// What is known of a stretch of the article before its own words are read.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Facts {
    /// Whose stretch it is.
    pub(super) subject: Option<usize>,
    /// Are points counted for (`true`) or against?
    pub(super) favourable: Option<bool>,
    /// Does it list uses: [`Verdict::Suits`] or [`Verdict::Unsuited`]?
    pub(super) uses: Option<Verdict>,
    /// The criterion that it is about.
    pub(super) criterion: Option<Aspect>,
    /// Does it set the subjects against each other, so that no one of them is the topic?
    pub(super) versus: bool,
    /// Is it no part of the argument: references, related posts?
    pub(super) aside: bool,
    /// Does it weigh pros and cons together?
    pub(super) weighs: bool,
    /// Is it the conclusion?
    pub(super) concludes: bool,
}

const FOR: &[&str] = &[
    "what we like",
    "what we love",
    "what we liked",
    "what i like",
    "what i love",
    "good points",
    "plus points",
    "the good",
    "selling points",
    "reasons to buy",
    "shines",
    "excels",
    "stands out",
    "gets right",
    "better at",
    "praise",
    "pros",
    "pro",
    "advantages",
    "advantage",
    "benefits",
    "benefit",
    "strengths",
    "strength",
    "upsides",
    "perks",
    "likes",
    "positives",
    "merits",
    "highlights",
    "pluses",
    "plus",
];
const AGAINST: &[&str] = &[
    "what we don't like",
    "falls short",
    "fall short",
    "struggles",
    "the bad",
    "the ugly",
    "warn",
    "complaints",
    "gripes",
    "annoyances",
    "let-downs",
    "letdowns",
    "reasons to avoid",
    "what i don't like",
    "gets wrong",
    "lags behind",
    "flaws",
    "pitfalls",
    "criticism",
    "what could be better",
    "could be better",
    "not so good",
    "loses",
    "cons",
    "con",
    "disadvantages",
    "disadvantage",
    "drawbacks",
    "drawback",
    "weaknesses",
    "weakness",
    "limitations",
    "downsides",
    "downside",
    "shortcomings",
    "negatives",
    "dislikes",
    "minuses",
    "risks",
    "caveats",
    "limits",
    "criticisms",
];
const USES: &[&str] = &[
    "choose",
    "choosing",
    "pick",
    "use",
    "buy",
    "select",
    "opt",
    "go with",
    "best for",
    "ideal for",
    "perfect for",
    "use cases",
    "use case",
    "who should",
    "is for",
    "suited",
    "suitable",
    "recommended for",
    "great for",
    "best use",
    "when to",
    "get",
    "consider",
    "good for",
    "right for",
    "better for",
    "makes sense",
    "when",
    "best suited",
    "if you",
    "should use",
    "stick with",
];
const NOT_USES: &[&str] = &[
    "avoid",
    "skip",
    "not for",
    "not to use",
    "when not",
    "not ideal",
    "shouldn",
    "not recommended",
    "not suitable",
    "who should not",
    "don",
];
const ASIDES: &[&str] = &[
    "references",
    "reference",
    "related",
    "further reading",
    "sources",
    "about the author",
    "comments",
    "newsletter",
    "share",
    "table of contents",
    "contents",
    "subscribe",
    "resources",
    "recommended reading",
    "read more",
    "see also",
    "learn more",
    "credits",
    "disclaimer",
    "you might also like",
    "related posts",
    "related articles",
    "more articles",
    "next steps",
    "footnotes",
    "further resources",
    "additional resources",
    "upgrade paths",
    "ready to",
];
const CONCLUDES: &[&str] = &[
    "conclusion",
    "verdict",
    "final",
    "summary",
    "bottom line",
    "recommendation",
    "wrapping up",
    "takeaway",
    "closing",
    "tl;dr",
    "in short",
    "summing",
    "tldr",
    "which should you choose",
    "which one should you",
    "tie-breaker",
    "my pick",
    "our pick",
];
/// Words of a heading that name no criterion.
const EMPTY: &[&str] = &[
    "the",
    "a",
    "an",
    "of",
    "and",
    "in",
    "for",
    "to",
    "on",
    "is",
    "are",
    "what",
    "which",
    "how",
    "why",
    "vs",
    "versus",
    "comparison",
    "compared",
    "comparing",
    "comparative",
    "between",
    "head-to-head",
    "overview",
    "introduction",
    "conclusion",
    "summary",
    "quick",
    "it",
    "its",
    "with",
    "key",
    "main",
    "core",
    "difference",
    "differences",
    "about",
    "do",
    "does",
    "you",
    "your",
    "at",
    "glance",
    "table",
    "or",
    "both",
    "points",
    "point",
    "factors",
    "criteria",
    "considerations",
    "consideration",
    "final",
    "thoughts",
    "verdict",
    "better",
    "should",
    "choose",
    "when",
    "who",
    "wins",
    "winner",
    "one",
    "analysis",
    "answer",
    "best",
    "looking",
    "that",
    "more",
    "matters",
    "matter",
    "most",
    "biggest",
    "their",
    "compare",
    "can",
    "step",
    "part",
    "deep",
    "dive",
    "basics",
    "background",
    "my",
    "our",
    "we",
    "side",
    "by",
    "each",
    "definition",
    "understanding",
    "explained",
    "right",
    "faq",
    "faqs",
    "general",
    "other",
    "things",
    "s",
    "has",
    "have",
    "under",
    "hood",
    "real",
    "world",
    "real-world",
    "vs.",
    "also",
    "section",
    "details",
    "detailed",
    "full",
    "similarities",
    "tl",
    "so",
    "only",
    "worth",
    "stack",
    "against",
    "here",
    "them",
    "than",
    "really",
    "up",
    "know",
    "need",
    "want",
    "if",
    "them",
    "these",
    "this",
    "why",
    "will",
    "would",
    "today",
    "now",
    "strengths",
    "weaknesses",
    "pros",
    "cons",
    "advantages",
    "disadvantages",
    "personal",
    "recommendation",
    "recommendations",
    "lab",
    "win",
    "tie",
    "draw",
    "edge",
    "expect",
    "bit",
    "you",
    "get",
    "own",
    "like",
    "story",
    "using",
    "works",
    "work",
    "user",
    "dr",
    "head",
    "head-head",
    "tldr",
    "question",
    "questions",
];

/// The facts of every section of a document, those of the sections around it included.
pub(super) fn of_sections(document: &Document, names: &Names, lexicon: &Lexicon) -> Vec<Facts> {
    let mut all: Vec<Facts> = Vec::with_capacity(document.sections.len());
    for (index, section) in document.sections.iter().enumerate() {
        // The title names all subjects and says nothing of what is beneath it.
        let is_title = index == 0 || section.level <= 1 && index == 1;
        let own = if is_title || section.heading.is_empty() {
            Facts::default()
        } else {
            of_words(&document.text, section.heading, names, lexicon)
        };
        let outer = section.parent.map(|parent| all[parent].clone()).unwrap_or_default();
        all.push(own.within(&outer));
    }
    all
}

impl Facts {
    /// These facts, with what the stretch around says where they are silent.
    pub(super) fn within(mut self, outer: &Facts) -> Facts {
        if self.subject.is_none() && !self.versus {
            self.subject = outer.subject;
        }
        if self.favourable.is_none() && self.uses.is_none() && self.criterion.is_none() {
            self.favourable = outer.favourable;
            self.uses = outer.uses;
        }
        self.criterion = self.criterion.or_else(|| outer.criterion.clone());
        self.aside |= outer.aside;
        self.weighs |= outer.weighs && self.favourable.is_none() && self.criterion.is_none();
        self.concludes |= outer.concludes;
        self
    }
}

/// The facts that the words of a heading or a label give.
pub(super) fn of_words(text: &str, span: Span, names: &Names, lexicon: &Lexicon) -> Facts {
    let sentence = Sentence::new(text, span, names, Topic::default(), lexicon);
    let mut named: Vec<usize> = Vec::new();
    let mut versus = false;
    for (_, who) in sentence.names() {
        match who {
            Who::One(owner) if !named.contains(&owner) => named.push(owner),
            Who::One(_) => {}
            Who::Several(_) | Who::Neither => versus = true,
        }
    }
    versus |= named.len() > 1;
    let words: Vec<&str> = sentence.tokens.iter().filter(|t| t.who.is_none()).map(|t| t.low.as_str()).collect();
    let line = format!(" {} ", words.join(" "));
    let has = |list: &[&str]| list.iter().any(|phrase| line.contains(&format!(" {phrase} ")));
    let (good, bad) = (has(FOR), has(AGAINST));
    let favourable = (good != bad).then_some(good);
    let why = words.first() == Some(&"why");
    let known = lexicon.criterion(line.trim()).is_some_and(|slug| slug != "suitability");
    let uses = match (known, has(NOT_USES), has(USES)) {
        (true, _, _) => None,
        _ if why => None,
        (_, true, _) => Some(Verdict::Unsuited),
        (_, _, suits) => suits.then_some(Verdict::Suits),
    };
    let favourable = favourable.filter(|_| !known);
    let asks = span.of(text).trim_end().ends_with('?');
    let criterion = if favourable.is_some() || uses.is_some() { None } else { criterion_of(&sentence, asks, lexicon) };
    Facts {
        subject: (named.len() == 1 && !versus).then(|| named[0]),
        favourable,
        uses,
        criterion,
        versus,
        weighs: good && bad,
        aside: has(ASIDES),
        concludes: has(CONCLUDES),
    }
}

/// The criterion that a heading or a row label names: the lexicon's, or its own words as a slug.
pub(super) fn criterion_of(sentence: &Sentence, asks: bool, lexicon: &Lexicon) -> Option<Aspect> {
    let tokens = &sentence.tokens;
    let kept: Vec<usize> = (0..tokens.len())
        .filter(|at| {
            let token = &tokens[*at];
            let number = token.low.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '#');
            token.who.is_none()
                && !is_mark(&token.low)
                && !number
                && !token.low.starts_with('\'')
                && token.low.is_ascii()
        })
        .collect();
    let whole: Vec<&str> = kept.iter().map(|at| tokens[*at].low.as_str()).collect();
    if kept.is_empty() {
        return None;
    }
    let named =
        |words: &str| lexicon.criterion(words).map(|slug| Aspect { label: words.to_owned(), slug: slug.to_owned() });
    let empty = |word: &str| EMPTY.contains(&word) || word.ends_with("ly");
    let content: Vec<&str> = whole.iter().copied().filter(|word| !empty(word)).collect();
    if let Some(known) = named(&whole.join(" ")).or_else(|| named(&content.join(" "))) {
        return Some(known).filter(|aspect| !is_frame(&aspect.slug));
    }
    // A label that judges ("Secure") is about what it judges on.
    if let Some((cue, _)) = content.first().and_then(|_| tokens[kept[0]].cue).filter(|(_, len)| *len >= content.len())
        && let Some(slug) = lexicon.slug_of_cue(cue)
    {
        return Some(Aspect { label: content.join(" "), slug: slug.to_owned() });
    }
    let term = kept.iter().filter_map(|at| tokens[*at].term.map(|(term, len)| (*at, term, len)));
    let longest = term.max_by(|(_, _, a), (_, _, b)| a.cmp(b).then(std::cmp::Ordering::Greater));
    if let Some((at, term, len)) = longest {
        // A short label with a noun before the term is more than the term: "EPUB support".
        let modified = kept.iter().any(|before| {
            let token = &tokens[*before];
            len == 1
                && *before < at
                && token.cue.is_none()
                && token.term.is_none()
                && !EMPTY.contains(&token.low.as_str())
        });
        if (!modified || content.len() > 3) && !(asks && len == 1 && content.len() > 2) {
            let aspect = Aspect { label: content.join(" "), slug: lexicon.slug_of(term).to_owned() };
            return Some(aspect).filter(|aspect| !is_frame(&aspect.slug));
        }
    }
    // "Pricey spare parts" is about spare parts.
    let judging = |at: &&usize| tokens[**at].cue.is_some_and(|(cue, _)| is_adjective(cue)) || empty(&tokens[**at].low);
    let noun: Vec<&str> =
        kept.iter().skip_while(judging).map(|at| tokens[*at].low.as_str()).filter(|word| !empty(word)).collect();
    let content = if noun.is_empty() { content } else { noun };
    if content.is_empty() || content.len() > 4 || asks && content.len() > 2 {
        return None;
    }
    Some(Aspect { label: content.join(" "), slug: slug(&content.join(" ")) })
}

/// Is it a word of the frame of a comparison and not of its matter?
fn is_frame(slug: &str) -> bool {
    matches!(slug, "overall" | "suitability")
}
