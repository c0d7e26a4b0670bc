//! A date as `2024-09-12`, whichever way the page writes it.
//!
//! Only where it can mean one day: `03/04/2024` is a day in March here and in April there, and stays as
//! it is written.

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The day of a date as `2024-09-12`; as written where that is not sure.
pub(super) fn plain(date: &str) -> String {
    let date = date.trim();
    let known = year_first(date).or_else(|| with_month(date)).or_else(|| year_last(date));
    known.map_or_else(|| date.to_owned(), |(year, month, day)| format!("{year:04}-{month:02}-{day:02}"))
}

type Day = (u32, u32, u32);

fn checked(year: u32, month: u32, day: u32) -> Option<Day> {
    ((1900..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month, day))
}

/// `2024-09-12T08:00Z`, `2024/9/12`, `20240912`.
fn year_first(date: &str) -> Option<Day> {
    let day = date.split(['T', ' ']).next()?;
    let number = |digits: &str| digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()));
    if day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit()) {
        return checked(number(&day[..4])?, number(&day[4..6])?, number(&day[6..])?);
    }
    let mut parts = day.split(['-', '/', '.']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let sure = year.len() == 4 && parts.next().is_none();
    checked(number(year).filter(|_| sure)?, number(month)?, number(day)?)
}

/// `Sep 12, 2024`, `12 September 2024`, `Thursday, September 12th, 2024 at 8:00`.
fn with_month(date: &str) -> Option<Day> {
    let (mut year, mut month, mut day) = (None, None, None);
    for word in date.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let low = word.to_lowercase();
        let digits = low.trim_end_matches(|c: char| c.is_alphabetic());
        let ordinal = matches!(&low[digits.len()..], "" | "st" | "nd" | "rd" | "th");
        let of_name = |name: &&str| {
            **name == *low || low == "sept" && name.starts_with("sept") || (low.len() == 3 && name.starts_with(&low))
        };
        if let Some(found) = MONTHS.iter().position(of_name) {
            // Two months are two dates.
            if month.replace(u32::try_from(found).ok()? + 1).is_some() {
                return None;
            }
        } else if digits.len() == 4 && digits == low {
            year = year.or(digits.parse().ok());
        } else if (1..=2).contains(&digits.len()) && ordinal {
            day = day.or(digits.parse().ok());
        }
    }
    checked(year?, month?, day?)
}

/// `31/12/2024`: sure where only one of the two can be a month.
fn year_last(date: &str) -> Option<Day> {
    let mut parts = date.split(['/', '.', '-']).map(|part| part.trim().parse::<u32>().ok());
    let (first, second, year) = (parts.next()??, parts.next()??, parts.next()??);
    match (first > 12, second > 12) {
        (true, false) => checked(year, second, first),
        (false, true) => checked(year, first, second),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn one_day_in_many_spellings() {
        for date in [
            "2024-09-12T08:00:00Z",
            "2024-09-12",
            "2024/9/12 08:00",
            "20240912",
            "Sep 12, 2024",
            "Sept. 12, 2024",
            "12 September 2024",
            "September 12th, 2024",
            "Thu, 12 Sep 2024 08:00:00 GMT",
            "Updated on Thursday, September 12, 2024 at 8:15 am",
        ] {
            assert_eq!(plain(date), "2024-09-12", "{date}");
        }
        assert_eq!((plain("31.12.2024"), plain("12/31/2024")), ("2024-12-31".to_owned(), "2024-12-31".to_owned()));
    }

    #[test]
    fn what_is_not_sure_stays_as_written() {
        for date in
            ["03/04/2024", "September 2024", "last week", "2024", "20241399", "12 Sep or 13 Oct 2024", "1726128000"]
        {
            assert_eq!(plain(date), date);
        }
    }
}
