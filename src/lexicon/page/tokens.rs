//! The words of a page's line, with what their shape says.

/// Words of dates: months and days of the week, and what stands around them.
const MONTHS_AND_DAYS: &[&str] = &[
    "jan",
    "january",
    "feb",
    "february",
    "mar",
    "march",
    "apr",
    "april",
    "may",
    "jun",
    "june",
    "jul",
    "july",
    "aug",
    "august",
    "sep",
    "sept",
    "september",
    "oct",
    "october",
    "nov",
    "november",
    "dec",
    "december",
    "mon",
    "monday",
    "tue",
    "tues",
    "tuesday",
    "wed",
    "wednesday",
    "thu",
    "thur",
    "thurs",
    "thursday",
    "fri",
    "friday",
    "sat",
    "saturday",
    "sun",
    "sunday",
    "janeiro",
    "fevereiro",
    "março",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
    "enero",
    "febrero",
    "marzo",
    "mayo",
    "junio",
    "julio",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "januar",
    "februar",
    "märz",
    "mai",
    "juni",
    "juli",
    "oktober",
    "dezember",
    "janvier",
    "février",
    "mars",
    "avril",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "segunda-feira",
    "terça-feira",
    "quarta-feira",
    "quinta-feira",
    "sexta-feira",
    "sábado",
    "domingo",
];
const AROUND_DATES: &[&str] = &[
    "published",
    "updated",
    "posted",
    "last",
    "first",
    "on",
    "at",
    "date",
    "dated",
    "edited",
    "am",
    "pm",
    "a.m",
    "p.m",
    "utc",
    "gmt",
    "bst",
    "est",
    "edt",
    "et",
    "cst",
    "cdt",
    "ct",
    "pst",
    "pdt",
    "pt",
    "mst",
    "mdt",
    "hst",
    "amt",
    "ist",
    "cet",
    "uk",
    "th",
    "st",
    "nd",
    "rd",
    "de",
    "às",
    "the",
    "associated",
    "press",
    "/",
];

/// A word of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'t> {
    /// The word without punctuation around it.
    pub(super) word: &'t str,
    /// Does a sign follow that parts it from the rest: a colon, a bar, a dash, an arrow?
    pub(super) parted: bool,
}

/// The words of a line.
pub(super) fn cut(line: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    for raw in line.split(' ') {
        let address = raw.contains("://") || raw.contains('@');
        // Words that a stroke parts are words: `Sam Roe/Getty`, `1/23`.
        let mut rest = raw;
        while let Some(at) = rest.find('/').filter(|_| !address) {
            push(&rest[..at], &mut tokens);
            tokens.push(Token { word: "/", parted: false });
            rest = &rest[at + 1..];
        }
        push(rest, &mut tokens);
    }
    tokens
}

fn push<'t>(raw: &'t str, tokens: &mut Vec<Token<'t>>) {
    let is_word = |c: char| c.is_alphanumeric() || c == '©' || c == '@';
    let from_start = raw.trim_start_matches(|c: char| !is_word(c));
    let word = from_start.trim_end_matches(|c: char| !is_word(c));
    let parts = |c: char| matches!(c, ':' | '|' | '>' | '»' | '\u{2013}' | '\u{2014}' | '-' | '\u{2022}' | '\u{b7}');
    if word.is_empty() {
        if let Some(last) = tokens.last_mut() {
            last.parted |= raw.contains(parts);
        }
        return;
    }
    let parted = from_start[word.len()..].contains(parts);
    match word.strip_prefix('©').filter(|rest| !rest.is_empty()) {
        Some(rest) => tokens.extend([Token { word: "©", parted: false }, Token { word: rest, parted }]),
        None => tokens.push(Token { word, parted }),
    }
}

impl Token<'_> {
    /// Is it a number, with or without signs: `4`, `4.5`, `1,206`, `3k`?
    pub(super) fn is_number(&self) -> bool {
        let digits = self.word.trim_end_matches(['k', 'm', '%', '+']);
        digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
    }

    /// Is it the name of a month or of a day, a year, or a time?
    pub(super) fn is_date(&self) -> bool {
        MONTHS_AND_DAYS.contains(&self.word) || self.is_year() || self.is_time()
    }

    fn is_year(&self) -> bool {
        let year = |word: &str| {
            word.len() == 4
                && (word.starts_with("19") || word.starts_with("20"))
                && word.bytes().all(|b| b.is_ascii_digit())
        };
        year(self.word) || self.word.split(['-', 't']).next().is_some_and(|first| self.word.len() >= 10 && year(first))
    }

    fn is_time(&self) -> bool {
        let word = self.word.trim_end_matches(['a', 'p', 'm', 'z']);
        word.contains(':') && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
    }

    /// Is it an address: of mail, of a page, of somebody on a network?
    pub(super) fn is_address(&self) -> bool {
        let word = self.word;
        word.starts_with("http") && word.contains("://")
            || word.split_once('@').is_some_and(|(_, host)| host.contains('.'))
    }
}

/// Are the words a date and nothing else? It names a year, and more than a year.
pub(super) fn is_date(tokens: &[Token<'_>]) -> bool {
    let day = |token: &Token<'_>| {
        let word = token.word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let dated = |token: &Token<'_>| token.is_date() || AROUND_DATES.contains(&token.word) || day(token);
    tokens.len() <= 20
        && tokens.iter().any(Token::is_year)
        && (tokens.len() > 1 || tokens[0].word.len() > 4)
        && tokens.iter().all(dated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_at_strokes_and_know_what_follows() {
        let words = |line| cut(line).iter().map(|token| (token.word.to_owned(), token.parted)).collect::<Vec<_>>();
        let expected = [("photo", true), ("sam", false), ("roe", false), ("/", false), ("getty", false)];
        assert_eq!(words("photo: sam roe/getty."), expected.map(|(word, parted)| (word.to_owned(), parted)));
        assert_eq!(words("© 2024 – x")[1], ("2024".to_owned(), true));
        assert!(
            is_date(&cut("nov. 20, 2019 5:52 am est")) && !is_date(&cut("2019")) && !is_date(&cut("in 2019 it was"))
        );
    }
}
