//! The word 5-grams of an article, as numbers.
//!
//! Two texts that share a run of five words share a number. Only the words count: case, punctuation and layout do
//! not survive a reprint.

/// How many words make a gram.
const WORDS: usize = 5;

/// The grams of a text, added to those of the texts before. Grams do not run over the end of a text.
pub(super) fn add(text: &str, grams: &mut Vec<u64>) {
    let mut last = [0u64; WORDS];
    for (count, word) in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).enumerate() {
        last.rotate_left(1);
        last[WORDS - 1] = hash(word.chars().flat_map(char::to_lowercase));
        if count + 1 >= WORDS {
            grams.push(last.iter().fold(OFFSET, |gram, word| mix(gram ^ word)));
        }
    }
}

/// One number for a stretch of text, whatever its case and layout.
pub(super) fn of_whole(text: &str) -> u64 {
    hash(text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase))
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a (Fowler, Noll and Vo), over characters, with a last mixing.
fn hash(letters: impl Iterator<Item = char>) -> u64 {
    mix(letters.fold(OFFSET, |hash, c| (hash ^ u64::from(c as u32)).wrapping_mul(0x0100_0000_01b3)))
}

/// The last step of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input moves every bit of the output.
fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grams(text: &str) -> Vec<u64> {
        let mut grams = Vec::new();
        add(text, &mut grams);
        grams
    }

    #[test]
    fn only_the_words_count() {
        assert_eq!(grams("The kettle sings at noon, twice."), grams("the  KETTLE sings\nat noon; twice"));
        assert_eq!(grams("one two three four").len(), 0);
        assert_eq!(grams("one two three four five six").len(), 2);
        assert_ne!(grams("one two three four five"), grams("five four three two one"));
    }
}
