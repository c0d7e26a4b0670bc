//! Pages that give a date of today and claims of long ago.
//!
//! A page that says it was updated this year and tells "as of" some years back how things stand has been
//! given a new date and no new words. It is named, so that a reader trusts its figures less; its claims stay.

use std::collections::BTreeMap;

use super::circumstance::{is_year, tokens};
use super::claims::Stated;
use crate::document::Source;
use crate::matrix::Stale;

/// So many years lie between what a page says of today and the date that it gives itself.
const OUTDATED: i32 = 3;

/// The stale pages of a comparison, in the order of their ids, each with the latest year that it still takes for today.
pub(super) fn pages(stated: &[Stated], sources: &[Source]) -> Vec<Stale> {
    let mut latest: BTreeMap<&str, (i32, &Stated)> = BTreeMap::new();
    for claim in stated {
        let Some(year) = claim.as_of else { continue };
        let entry = latest.entry(&claim.aligned.source).or_insert((year, claim));
        if year > entry.0 {
            *entry = (year, claim);
        }
    }
    let dated = sources.iter().filter_map(|source| {
        let date = source.updated.as_deref().or(source.published.as_deref())?;
        let (year, claim) = latest.get(source.id.as_str())?;
        let page: i32 = date.get(..4)?.parse().ok()?;
        (page - year >= OUTDATED).then(|| Stale {
            source: source.id.clone(),
            date: date.to_owned(),
            as_of: *year,
            claim: claim.aligned.id.clone(),
        })
    });
    dated.collect()
}

/// The year that a sentence takes for today: "as of March 2019".
pub(super) fn as_of(sentence: &str) -> Option<i32> {
    let words: Vec<String> = tokens(sentence).collect();
    let at = words.windows(2).position(|pair| pair[0] == "as" && matches!(pair[1].as_str(), "of" | "at"))?;
    words[at + 2..].iter().take(3).find(|word| is_year(word))?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_that_is_taken_for_today() {
        assert_eq!(as_of("As of 2019, Tea has more fans."), Some(2019));
        assert_eq!(as_of("Tea had 40 kinds as of early March 2021."), Some(2021));
        assert_eq!(as_of("Tea was first sold in 2019."), None);
    }
}
