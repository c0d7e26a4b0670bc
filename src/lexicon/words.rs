//! Forms of words: slugs, singulars, comparatives and superlatives of English.
//!
//! Rules only, no dictionary: a wrong form ("gooder") is in no article and does no harm.

use std::borrow::Cow;

/// The words as a slug: lower-case letters and digits, parted by single hyphens.
#[must_use]
pub fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for letter in words.chars().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.ends_with('-') && !slug.is_empty() && letter != '\'' && letter != '’' {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Lower-case words with their last word in the singular, as it may be: all the endings that English has for it.
pub(super) fn singulars(words: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let y = words.strip_suffix("ies").map(|stem| Cow::Owned(format!("{stem}y")));
    let es = words.strip_suffix("es").map(Cow::Borrowed);
    let s = words.strip_suffix('s').filter(|stem| !stem.ends_with('s')).map(Cow::Borrowed);
    y.into_iter().chain(es).chain(s)
}

/// The singular of a noun in the plural, by its ending; `None` for a word that has none. Where a list of words can
/// tell, `singulars` gives it more to choose from.
#[must_use]
pub fn singular(word: &str) -> Option<String> {
    let long = |stem: &&str| stem.chars().count() >= 3;
    if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") {
        return None;
    }
    if let Some(stem) = word.strip_suffix("ies").filter(long) {
        return Some(format!("{stem}y"));
    }
    let sibilant = ["ches", "shes", "xes", "sses"].iter().any(|ending| word.ends_with(ending));
    word.strip_suffix(if sibilant { "es" } else { "s" }).filter(long).map(str::to_owned)
}

/// The trait for which an adjective praises by its ending: `scratch resistance` for `scratch-resistant`,
/// `maintenance` for `maintenance-free`.
#[must_use]
pub fn trait_of(adjective: &str) -> Option<String> {
    const ENDINGS: [(&str, &str); 7] = [
        ("-resistant", " resistance"),
        ("-proof", " resistance"),
        ("-friendly", " friendliness"),
        ("-efficient", " efficiency"),
        ("-saving", " savings"),
        ("-free", ""),
        ("-tolerant", " tolerance"),
    ];
    ENDINGS.iter().find_map(|(ending, noun)| {
        let stem = adjective.strip_suffix(ending).filter(|stem| stem.len() > 2 && !stem.contains(' '))?;
        Some(format!("{stem}{noun}"))
    })
}

/// The quality that an adjective names, as English forms it by an ending: `playfulness` for `playful`; `None`
/// for a word with no such ending.
#[must_use]
pub fn quality_of(adjective: &str) -> Option<String> {
    const QUALITIES: [(&str, &str); 19] = [
        ("big", "size"),
        ("cold", "temperature"),
        ("deep", "depth"),
        ("generous", "generosity"),
        ("hot", "temperature"),
        ("huge", "size"),
        ("large", "size"),
        ("long", "length"),
        ("narrow", "width"),
        ("porous", "porosity"),
        ("short", "length"),
        ("small", "size"),
        ("strong", "strength"),
        ("tall", "height"),
        ("thick", "thickness"),
        ("thin", "thickness"),
        ("tiny", "size"),
        ("warm", "warmth"),
        ("wide", "width"),
    ];
    if let Some((_, quality)) = QUALITIES.iter().find(|(word, _)| *word == adjective) {
        return Some((*quality).to_owned());
    }
    const ENDINGS: [(&str, &str); 17] = [
        ("iliar", "iliarity"),
        ("ular", "ularity"),
        ("ile", "ility"),
        ("igid", "igidity"),
        ("rate", "racy"),
        ("vate", "vacy"),
        ("icate", "icacy"),
        ("ure", "urity"),
        ("able", "ability"),
        ("ible", "ibility"),
        ("ful", "fulness"),
        ("ive", "iveness"),
        ("less", "lessness"),
        ("ent", "ence"),
        ("ant", "ance"),
        ("oyal", "oyalty"),
        ("ous", "ousness"),
    ];
    let formed = ENDINGS.iter().find_map(|(ending, noun)| Some(format!("{}{noun}", adjective.strip_suffix(ending)?)));
    let in_y = || adjective.strip_suffix('y').filter(|stem| stem.len() > 2).map(|stem| format!("{stem}iness"));
    formed.or_else(in_y)
}

/// What an adverb may be made of: "quiet" of "quietly", "steady" of "steadily", "reliable" of "reliably", "basic" of
/// "basically".
pub(super) fn adjectives_of(adverb: &str) -> impl Iterator<Item = String> + use<> {
    const ENDINGS: [(&str, &str); 4] = [("ly", ""), ("ily", "y"), ("bly", "ble"), ("ically", "ic")];
    // These no longer mean what their adjective does.
    let apart = ["exactly", "freely", "hardly", "heavily", "lightly", "rightly"].contains(&adverb);
    let long = adverb.len() > 5 && !adverb.contains([' ', '-']) && !apart;
    let made_of = |(ending, own): (&str, &str)| Some(format!("{}{own}", adverb.strip_suffix(ending)?));
    let found: Vec<String> = ENDINGS.into_iter().filter(|_| long).filter_map(made_of).collect();
    found.into_iter()
}

/// The first of several words, as sentences are cut: an apostrophe begins a word.
pub(super) fn opening(words: &str) -> Option<&str> {
    let mut ends = words.char_indices().skip(1).filter(|(_, letter)| matches!(letter, ' ' | '\''));
    ends.next().map(|(end, _)| &words[..end])
}

/// A phrase with its first word in the forms of a verb: "pay off", "pays off", "paid off", "paying off". A
/// word that is no verb gets forms that stand in no article.
pub(super) fn verb_forms(phrase: &str) -> Vec<String> {
    let (verb, rest) = phrase.split_at(phrase.find(' ').unwrap_or(phrase.len()));
    let irregular = |base: &str| {
        const PASTS: [(&str, &str); 30] = [
            ("be", "was"),
            ("break", "broke"),
            ("catch", "caught"),
            ("come", "came"),
            ("cost", "cost"),
            ("cut", "cut"),
            ("do", "did"),
            ("drive", "drove"),
            ("eat", "ate"),
            ("fall", "fell"),
            ("feel", "felt"),
            ("fly", "flew"),
            ("get", "got"),
            ("give", "gave"),
            ("go", "went"),
            ("have", "had"),
            ("hold", "held"),
            ("keep", "kept"),
            ("leave", "left"),
            ("let", "let"),
            ("lose", "lost"),
            ("make", "made"),
            ("pay", "paid"),
            ("put", "put"),
            ("run", "ran"),
            ("set", "set"),
            ("stand", "stood"),
            ("take", "took"),
            ("wear", "wore"),
            ("hit", "hit"),
        ];
        PASTS.iter().find(|(verb, _)| *verb == base).map(|(_, past)| (*past).to_owned())
    };
    let stem = verb.strip_suffix('e').filter(|stem| stem.len() > 1).unwrap_or(verb);
    let third = match verb {
        "have" => "has".to_owned(),
        "be" => "is".to_owned(),
        "do" | "go" => format!("{verb}es"),
        _ if verb.ends_with(['s', 'x', 'z']) || verb.ends_with("ch") || verb.ends_with("sh") => format!("{verb}es"),
        _ => match verb.strip_suffix('y').filter(|stem| !stem.ends_with(is_vowel)) {
            Some(stem) => format!("{stem}ies"),
            None => format!("{verb}s"),
        },
    };
    let past = irregular(verb).unwrap_or_else(|| format!("{stem}ed"));
    [verb.to_owned(), third, past, gerund(verb)].into_iter().map(|form| form + rest).collect()
}

/// What doing it is called: `walking` for `walk`, `tipping` for `tip`.
#[must_use]
pub fn gerund(verb: &str) -> String {
    let letters: Vec<char> = verb.chars().collect();
    match letters.as_slice() {
        ['b', 'e'] => "being".to_owned(),
        [.., 'i', 'e'] => format!("{}ying", &verb[..verb.len() - 2]),
        [.., 'e', 'e'] => format!("{verb}ing"),
        [_, .., 'e'] => format!("{}ing", &verb[..verb.len() - 1]),
        [front @ .., a, b, c] if doubles(front, *a, *b, *c) => format!("{verb}{c}ing"),
        _ => format!("{verb}ing"),
    }
}

/// What being done is called, by the participle: `walking` for `walked`, `carrying` for `carried`; `None` for a
/// participle with no such ending.
#[must_use]
pub fn gerund_of_participle(participle: &str) -> Option<String> {
    let stem = participle.strip_suffix("ed").filter(|stem| stem.len() > 2)?;
    Some(stem.strip_suffix('i').map_or_else(|| format!("{stem}ing"), |stem| format!("{stem}ying")))
}

/// Does a short word double its last letter before an ending?
fn doubles(front: &[char], a: char, b: char, c: char) -> bool {
    let short = front.len() <= 2 && !front.iter().any(|letter| is_vowel(*letter));
    short && !is_vowel(a) && is_vowel(b) && !is_vowel(c) && !"wxy".contains(c) && c.is_ascii_lowercase()
}

/// The comparative and the superlative of an adjective, where English forms them by an ending: of one word
/// ("easy"), or with what it is good for behind it ("easy to learn").
pub(super) fn degrees(adjective: &str) -> Option<(String, String)> {
    if let Some((first, purpose)) = adjective.split_once(" to ") {
        let (more, most) = degrees(first)?;
        return Some((format!("{more} to {purpose}"), format!("{most} to {purpose}")));
    }
    let irregular = match adjective {
        "good" => Some(("better", "best")),
        "bad" => Some(("worse", "worst")),
        "many" | "more" | "much" => Some(("more", "most")),
        "little" => Some(("less", "least")),
        _ => None,
    };
    if let Some((comparative, superlative)) = irregular {
        return Some((comparative.to_owned(), superlative.to_owned()));
    }
    let vowels = adjective.chars().filter(|letter| "aeiouy".contains(*letter)).count();
    if adjective.contains([' ', '-']) || vowels > 3 || adjective.len() > 9 || adjective.ends_with("ed") {
        return None;
    }
    let letters: Vec<char> = adjective.chars().collect();
    let stem = match letters.as_slice() {
        [.., 'e', 'y'] => format!("{}i", &adjective[..adjective.len() - 2]),
        [.., 'y'] => format!("{}i", &adjective[..adjective.len() - 1]),
        [.., 'e'] => adjective[..adjective.len() - 1].to_owned(),
        [.., a, b, c]
            if !is_vowel(*a) && is_vowel(*b) && !is_vowel(*c) && !"wxy".contains(*c) && letters.len() <= 4 =>
        {
            format!("{adjective}{c}")
        }
        _ => adjective.to_owned(),
    };
    Some((format!("{stem}er"), format!("{stem}est")))
}

fn is_vowel(letter: char) -> bool {
    "aeiou".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_lower_case_words_and_single_hyphens() {
        assert_eq!(slug("Ease of Use/Learning"), "ease-of-use-learning");
        assert_eq!(slug("  What’s new?  "), "whats-new");
    }

    #[test]
    fn adjectives_name_their_qualities() {
        let of = |word| quality_of(word).unwrap_or_default();
        assert_eq!([of("playful"), of("independent"), of("needy")], ["playfulness", "independence", "neediness"]);
        assert_eq!([of("familiar"), of("accurate"), of("small")], ["familiarity", "accuracy", "size"]);
        assert_eq!(quality_of("calm"), None);
    }

    #[test]
    fn verbs_are_inflected() {
        let of = |phrase| verb_forms(phrase).join(", ");
        assert_eq!(of("pay for itself"), "pay for itself, pays for itself, paid for itself, paying for itself");
        assert_eq!(of("get lost"), "get lost, gets lost, got lost, getting lost");
        assert_eq!(of("degrade"), "degrade, degrades, degraded, degrading");
        assert_eq!(of("fly"), "fly, flies, flew, flying");
    }

    #[test]
    fn deeds_have_names() {
        assert_eq!(
            ["tip", "write", "fly", "plan", "open"].map(gerund),
            ["tipping", "writing", "flying", "planning", "opening"]
        );
        assert_eq!(gerund_of_participle("carried").as_deref(), Some("carrying"));
        assert_eq!(gerund_of_participle("worn"), None);
    }

    #[test]
    fn adjectives_are_compared() {
        let of = |word| degrees(word).map(|(more, most)| format!("{more} {most}"));
        assert_eq!(of("fast").as_deref(), Some("faster fastest"));
        assert_eq!(of("easy").as_deref(), Some("easier easiest"));
        assert_eq!(of("simple").as_deref(), Some("simpler simplest"));
        assert_eq!(of("big").as_deref(), Some("bigger biggest"));
        assert_eq!(of("good").as_deref(), Some("better best"));
        assert_eq!(of("easy to learn").as_deref(), Some("easier to learn easiest to learn"));
        assert_eq!(of("well-documented"), None);
    }
}
