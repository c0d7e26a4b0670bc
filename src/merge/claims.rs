//! The claims of a comparison, under canonical names and with ids of their own.
//!
//! A claim's id is made of what it says and not of where it stands, so that it stays the same when the
//! page around it changes and a reviewer's note on it stays valid.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::align::{Group, Member};
use super::scope::{Around, Scope};
use super::{assertion, criteria, stale};
use crate::claim::{Article, Claim, Mention, Verdict};
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::matrix::{AlignedClaim, Criterion, Subject};
use crate::span::Span;

/// A claim with what the merging needs to know of its place.
pub(super) struct Stated {
    pub(super) aligned: AlignedClaim,
    /// The condition that it holds under.
    pub(super) scope: Scope,
    /// Does its article say so in its own voice?
    pub(super) asserted: bool,
    /// The year that its sentence takes for today.
    pub(super) as_of: Option<i32>,
    /// When its article was published.
    pub(super) published: Option<String>,
    /// Does it stand under a heading that announces the article's last word?
    pub(super) concluding: bool,
    /// Does its article make but few claims?
    pub(super) brief: bool,
}

impl Stated {
    pub(super) fn verdict(&self) -> Verdict {
        self.aligned.claim.verdict
    }
}

/// Words of headings under which an article gives its last word.
const CONCLUDING: [&str; 8] =
    ["conclusion", "verdict", "bottom line", "final", "wrapping up", "wrap up", "summary", "winner"];

/// With no more claims than this an article is brief.
const FEW: usize = 8;

/// How many characters of the digest are in an id.
const ID_LEN: usize = 12;

/// All claims of a comparison, by source, then by place. A claim on something that the article's
/// roster does not name is left out.
pub(super) fn aligned(group: &Group<'_>, lexicon: &Lexicon) -> Vec<Stated> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for claim in group.members.iter().flat_map(|member| &member.article.claims) {
        *counts.entry(claim.criterion.slug.clone()).or_default() += 1;
    }
    let joins = criteria::joins(&counts, lexicon);
    let claims = group.members.iter().flat_map(|member| &member.article.claims);
    let labels = claims.map(|claim| (claim.criterion.slug.as_str(), claim.criterion.label.as_str()));
    let names = criteria::names(labels, lexicon);
    let mut stated: Vec<Stated> = group.members.iter().flat_map(|member| of_member(member, &joins)).collect();
    for claim in &mut stated {
        let criterion = &mut claim.aligned.criterion;
        if let Some(name) = names.get(&criterion.0) {
            *criterion = Criterion(name.clone());
        }
    }
    stated.sort_by(|a, b| key(a).cmp(&key(b)));
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for claim in &mut stated {
        let times = seen.entry(claim.aligned.id.clone()).or_default();
        *times += 1;
        if *times > 1 {
            claim.aligned.id = format!("{}-{times}", claim.aligned.id);
        }
    }
    stated
}

fn key(stated: &Stated) -> (&str, usize, usize, &str) {
    let span = stated.aligned.claim.evidence.span;
    (&stated.aligned.source, span.start, span.end, &stated.aligned.id)
}

fn of_member(member: &Member<'_>, joins: &BTreeMap<String, String>) -> Vec<Stated> {
    member.article.claims.iter().filter_map(|claim| one(member, claim, joins)).collect()
}

fn one(member: &Member<'_>, claim: &Claim, joins: &BTreeMap<String, String>) -> Option<Stated> {
    let document = &member.article.document;
    let subject = resolve(member, &claim.subject)?;
    let rival = match &claim.rival {
        Some(mention) => Some(resolve(member, mention)?),
        None => None,
    };
    let comparative = matches!(claim.verdict, Verdict::Better | Verdict::Worse | Verdict::Equal);
    let rival = if comparative { rival.or_else(|| only_other(member, &subject)) } else { None };
    if rival.as_ref() == Some(&subject) {
        return None;
    }
    let slug = &claim.criterion.slug;
    let joined = joins.get(slug);
    let mut aligned = AlignedClaim {
        id: String::new(),
        source: document.source.id.clone(),
        subject,
        rival,
        criterion: Criterion(joined.unwrap_or(slug).clone()),
        joined_from: joined.map(|_| slug.clone()),
        claim: claim.clone(),
        quote: document.words(claim.evidence.span).to_owned(),
    };
    aligned.id = id(&aligned);
    let brief = member.article.claims.len() <= FEW;
    let title = document.source.title.as_deref().unwrap_or_default();
    let sentence = sentence(document, claim.evidence.span);
    let scope = Scope::of(&aligned, Around { sentence, title });
    let asserted = assertion::is_asserted(sentence, &aligned.quote);
    let concluding = concluding(member.article, claim.evidence.section);
    let published = document.source.published.clone();
    Some(Stated { scope, asserted, as_of: stale::as_of(sentence), published, aligned, concluding, brief })
}

/// The whole sentence that a span stands in, which may name a condition that the shortest evidence leaves out.
fn sentence(document: &Document, span: Span) -> &str {
    let after = document.blocks.partition_point(|block| block.span.start <= span.start);
    let block = document.blocks[..after].last().filter(|block| block.span.contains(span));
    let sentence = block.and_then(|block| block.sentences.iter().find(|sentence| sentence.contains(span)));
    document.words(sentence.copied().unwrap_or(span))
}

fn resolve(member: &Member<'_>, mention: &Mention) -> Option<Subject> {
    member.names.get(&mention.name.to_lowercase()).cloned()
}

/// The one thing that the subject can be measured against, where the article compares two.
fn only_other(member: &Member<'_>, subject: &Subject) -> Option<Subject> {
    let mut others: Vec<&Subject> = member.names.values().filter(|name| *name != subject).collect();
    others.sort();
    others.dedup();
    if let [other] = others[..] { Some(other.clone()) } else { None }
}

fn concluding(article: &Article, section: usize) -> bool {
    if section >= article.document.sections.len() {
        return false;
    }
    let path = article.document.heading_path(section);
    path.last().is_some_and(|heading| {
        let heading = heading.to_lowercase();
        CONCLUDING.iter().any(|words| heading.contains(words))
    })
}

fn id(aligned: &AlignedClaim) -> String {
    let quote = aligned.quote.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let value =
        if let Verdict::Value(figure) = aligned.claim.verdict { figure.number.to_string() } else { String::new() };
    // The article's own names: what other articles call it must not change the id.
    let claim = &aligned.claim;
    let own = |mention: &Mention| mention.name.to_lowercase();
    let rival = claim.rival.as_ref().map_or_else(String::new, own);
    let slug = &claim.criterion.slug;
    digest(&[&aligned.source, &quote, &own(&claim.subject), &rival, slug, claim.verdict.name(), &value])
}

/// A short name for these words in this order, the same in every run.
pub(super) fn digest(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update([0]);
    }
    let hex: String = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    hex[..ID_LEN].to_owned()
}
