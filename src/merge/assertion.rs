//! Does an article say a thing in its own voice?
//!
//! What others are reported to say, what would be so if something else were, what is put in quotation marks or called
//! possible only: none of it can be held against another article. "We say" and "according to our tests" are
//! the article's own voice.

use super::words::{self, DOUBTING, HEARSAY, OFFICIAL, OWN_VOICE, REPORTING};

/// Does the sentence assert what these words of it say?
pub(super) fn is_asserted(sentence: &str, quote: &str) -> bool {
    let lower = sentence.to_lowercase().replace('\u{2019}', "'");
    let upto = lower.find(&quote.to_lowercase()).map_or(lower.len(), |at| at + quote.len().min(lower.len() - at));
    let upto = (upto..=lower.len()).find(|at| lower.is_char_boundary(*at)).unwrap_or(lower.len());
    // "Everyone says otherwise, but ..." is followed by the article's own word
    let own = lower[..upto].rfind(", but ").map_or(0, |at| at + 6);
    let said = words_of(&lower[own..upto]);
    !(asks(&lower) || is_quoted(sentence, quote) || is_reported(&said) || is_hypothetical(&words_of(&lower)))
}

fn words_of(text: &str) -> Vec<&str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty()).collect()
}

fn asks(sentence: &str) -> bool {
    sentence.trim_end().ends_with('?')
}

/// Do the words stand between quotation marks, and more than a word or two of them?
fn is_quoted(sentence: &str, quote: &str) -> bool {
    let Some(at) = sentence.find(quote) else { return false };
    let (before, after) = (&sentence[..at], &sentence[at + quote.len()..]);
    let opens =
        before.matches('"').count() % 2 == 1 || before.matches('\u{201c}').count() > before.matches('\u{201d}').count();
    let inside = quote.trim_start_matches(['"', '\u{201c}']);
    let whole = inside.len() < quote.len() && quote.trim_end().ends_with(['"', '\u{201d}']);
    let closes = after.contains(['"', '\u{201d}']) || inside.contains(['"', '\u{201d}']);
    (opens && closes || whole) && quote.split_whitespace().count() > 2
}

fn is_reported(said: &[&str]) -> bool {
    let own = |at: Option<usize>| at.and_then(|at| said.get(at)).is_some_and(|word| words::has(OWN_VOICE, word));
    let text = said.join(" ");
    let says = said.iter().enumerate().any(|(at, word)| {
        words::has(REPORTING, word)
            && at > 0
            && !own(at.checked_sub(1))
            && !own(at.checked_sub(2))
            && at + 1 < said.len()
    });
    let according = said.windows(3).enumerate().any(|(at, three)| {
        let official = || said[at + 2..].iter().take(4).any(|word| words::has(OFFICIAL, word));
        three[0] == "according" && three[1] == "to" && !own(Some(at + 2)) && !official()
    });
    says || according || HEARSAY.iter().any(|phrase| words::holds(&text, phrase))
}

/// Would it be so only if something else were?
fn is_hypothetical(said: &[&str]) -> bool {
    let has = |word: &str| said.contains(&word);
    let wishes = said.windows(2).any(|pair| matches!(pair, ["weren't" | "wasn't", _] | ["were", "it" | "to"]));
    let would = has("would") || has("could") || has("it'd");
    let past = said.iter().position(|word| *word == "if").is_some_and(|at| {
        said[at + 1..].iter().take(4).any(|word| {
            matches!(*word, "were" | "weren't" | "had" | "hadn't") || word.len() > 4 && word.ends_with("ed")
        })
    });
    would && (wishes || past) || said.iter().any(|word| words::has(DOUBTING, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_quotation_marks_are_somebody_elses() {
        assert!(!is_asserted("The tins say \"tea is cheaper than coffee\" in gold.", "tea is cheaper than coffee"));
        assert!(!is_asserted("\u{201c}Tea is cheaper.\u{201d} It is not.", "Tea is cheaper."));
        let warned = "\"Tea is dear,\" a friend warned me.";
        assert!(!is_asserted(warned, "Tea is dear,\" a friend warned me"));
        assert!(is_asserted("The so-called \"cheap\" tea is cheaper than coffee.", "tea is cheaper than coffee"));
    }

    #[test]
    fn a_question_asserts_nothing() {
        assert!(!is_asserted("Is tea cheaper than coffee?", "tea cheaper than coffee"));
    }
}
