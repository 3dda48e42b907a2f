//! Postal codes beside a name: *Yerevan 0010*; *75001 Paris*; *AZ1000, Bakı*. No gazetteer here holds
//! them, so that they say nothing for or against a place.

use std::ops::Range;

/// The number of digits of a postal code. Shorter numbers are numbers of houses and roads.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=6;

/// Maximum number of capitals in front of the digits: *AZ1000*, *LV-1050*.
const MAX_CAPITALS: usize = 3;

/// Whether a word is a postal code: so many digits, with a country's letters in front or without.
pub(crate) fn is_postcode(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let capitals = word.len() - digits.len();
    let digits = match capitals {
        0 => digits,
        _ => digits.strip_prefix('-').unwrap_or(digits),
    };
    capitals <= MAX_CAPITALS
        && DIGITS.contains(&digits.chars().count())
        && digits.chars().all(char::is_numeric)
}

/// The bytes of the postal code that stands at an end of a query or of one of its segments, if there
/// is one and letters beside it.
pub(crate) fn postcode(text: &str) -> Option<Range<usize>> {
    let mark = |c: char| ",،;؛/|()[]".contains(c);
    let mut found = None;
    let mut from = 0;
    for word in text.split(|c: char| c.is_whitespace() || mark(c)) {
        let range = from..from + word.len();
        from = range.end + text[range.end..].chars().next().map_or(0, char::len_utf8);
        if !is_postcode(word) {
            continue;
        }
        let (before, behind) = (
            text[..range.start].trim_end(),
            text[range.end..].trim_start(),
        );
        let begins = before.is_empty() || before.ends_with(mark);
        let ends = behind.is_empty() || behind.starts_with(mark);
        if begins || ends && !is_year(word) {
            found = Some(range);
        }
    }
    let has_name = |range: &Range<usize>| {
        let mut letters = text[..range.start].chars().chain(text[range.end..].chars());
        letters.any(char::is_alphabetic)
    };
    found.filter(has_name)
}

/// Whether a number behind a name is more likely a year: *Paris 2024*.
fn is_year(number: &str) -> bool {
    number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_are_told() {
        for (text, code) in [
            ("Yerevan 0010", "0010"),
            ("75001 Paris", "75001"),
            ("Goris, 3201, Armenia", "3201"),
            ("Yerevan, Armenia 0010", "0010"),
            ("0010 Yerevan, Armenia", "0010"),
            ("AZ1000 Bakı", "AZ1000"),
            ("LV-1050, Rīga", "LV-1050"),
            ("تهران ۱۱۳۶۹", "۱۱۳۶۹"),
            ("Bakı, 2000", "2000"),
        ] {
            let found = postcode(text).map(|range| &text[range]);
            assert_eq!(found, Some(code), "{text}");
        }
        for text in [
            "",
            "0010",
            "Paris 2024",
            "Arbat 12, Moscow",
            "Area 51",
            "Boeing 7370000",
            "a 0010 b",
            "ABCD1000 Bakı",
        ] {
            assert_eq!(postcode(text), None, "{text}");
        }
    }
}
