//! Addresses that open an article at its words: URL text fragments.
//!
//! As the WICG specification "URL Fragment Text Directives" has it: `#:~:text=[prefix-,]start[,end][,-suffix]`.
//! A browser matches whole words within one block, so the surroundings are cut to whole words of the
//! quote's own block, and a long quote is given by its first and last words.

/// The address of the words in `quote`, which stand between `before` and `after` in the article.
pub(super) fn url(address: &str, before: &str, quote: &str, after: &str) -> String {
    let mark = if address.contains('#') { ":~:text=" } else { "#:~:text=" };
    let mut url = format!("{address}{mark}");
    let prefix = last_words(before);
    if has_words(&prefix) {
        url += &encode(&prefix);
        url += "-,";
    }
    let words: Vec<&str> = quote.split_whitespace().collect();
    if words.len() > LONG || quote.contains(BREAKS) {
        url += &encode(&first_words(quote));
        url.push(',');
        url += &encode(&last_words(quote));
    } else {
        url += &encode(&words.join(" "));
    }
    let suffix = first_words(after);
    if has_words(&suffix) {
        url += ",-";
        url += &encode(&suffix);
    }
    url
}

/// Quotes of more words are given by their ends.
const LONG: usize = 24;
/// What parts blocks, and the cells of a table: a browser does not match across them.
const BREAKS: [char; 2] = ['\n', '\t'];
/// How many words an end has, and how many of the surroundings are given.
const EDGE: usize = 4;

fn last_words(text: &str) -> String {
    let line = text.rsplit(BREAKS).next().unwrap_or_default();
    let words: Vec<&str> = line.split_whitespace().collect();
    words[words.len().saturating_sub(EDGE)..].join(" ")
}

fn first_words(text: &str) -> String {
    let line = text.split(BREAKS).next().unwrap_or_default();
    line.split_whitespace().take(EDGE).collect::<Vec<_>>().join(" ")
}

/// A browser cannot match a full stop by itself.
fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

fn encode(words: &str) -> String {
    let mut text = String::new();
    for byte in words.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'~' => text.push(char::from(byte)),
            _ => text += &format!("%{byte:02X}"),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_with_its_surroundings() {
        let text = "Speed\n\nOn raw speed, all in all, Flask is faster, but not by much in practice.";
        let at = text.find("Flask is faster").unwrap();
        assert_eq!(
            url("https://example.org/a", &text[..at], "Flask is faster", &text[at + 15..]),
            "https://example.org/a#:~:text=speed%2C%20all%20in%20all%2C-,Flask%20is%20faster,-%2C%20but%20not%20by"
        );
    }

    #[test]
    fn no_surroundings_and_a_fragment_already_there() {
        assert_eq!(
            url("https://example.org/#speed", "Speed\n\n", "50% off", "\n\nx"),
            "https://example.org/#speed:~:text=50%25%20off"
        );
    }

    #[test]
    fn a_row_of_a_table_is_given_by_its_ends() {
        assert_eq!(url("u", "head\t", "Speed\tFlask wins", "\tnext"), "u#:~:text=Speed,Flask%20wins");
    }

    #[test]
    fn a_long_quote_is_given_by_its_ends() {
        let quote = (0..30).map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
        assert_eq!(url("u", "", &quote, ""), "u#:~:text=0%201%202%203,26%2027%2028%2029");
    }
}
