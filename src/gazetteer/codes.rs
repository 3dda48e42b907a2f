//! Codes of countries and first-level units (ISO 3166), traditional abbreviations of units, and which countries claim what.

use crate::model::country::CountryCode;
use crate::model::place_id::PlaceId;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// `code,place,source`: alpha-2, alpha-3 and ISO 3166-2.
const CODES: &str = include_str!("../../data/codes.csv");
/// `text,code,source`: traditional abbreviations of units, in small letters without dots and blanks.
const ABBREVIATIONS: &str = include_str!("../../data/unit_abbreviations.csv");
/// `country,of,source`.
const CLAIMS: &str = include_str!("../../data/claims.csv");

/// Countries whose first-level units people write by the letters behind the hyphen alone.
const BARE: [&str; 5] = ["US", "CA", "AU", "BR", "IN"];

/// The longest code, in letters.
const MAX_LETTERS: usize = 6;

struct Codes {
    places: FxHashMap<&'static str, &'static str>,
    /// Alpha-2 codes by the place of the country.
    countries: FxHashMap<&'static str, CountryCode>,
    /// Codes of units by their abbreviations.
    abbreviations: FxHashMap<&'static str, &'static str>,
    /// Countries, each with one that claims it.
    claims: FxHashSet<(&'static str, &'static str)>,
}

fn codes() -> &'static Codes {
    static CODES_READ: OnceLock<Codes> = OnceLock::new();
    CODES_READ.get_or_init(|| {
        let (mut places, mut countries) = (FxHashMap::default(), FxHashMap::default());
        for (code, place) in rows(CODES) {
            if let (2, Ok(country)) = (code.len(), code.parse()) {
                countries.insert(place, country);
            }
            places.insert(code, place);
        }
        Codes {
            places,
            countries,
            abbreviations: rows(ABBREVIATIONS).collect(),
            claims: rows(CLAIMS).collect(),
        }
    })
}

fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = table.lines().skip(1).map(|row| row.split(','));
    rows.filter_map(|mut row| Some((row.next()?, row.next()?)))
}

/// The ids of the country and of the first-level units that have a code, in capitals: `DE` is
/// Germany and Delaware.
pub(crate) fn places(code: &str) -> Vec<PlaceId> {
    if code.len() > MAX_LETTERS || !code.is_ascii() {
        return Vec::new();
    }
    let whole = std::iter::once(code.to_owned());
    let bare = BARE.iter().map(|country| format!("{country}-{code}"));
    let known = whole
        .chain(bare)
        .filter_map(|code| codes().places.get(code.as_str()));
    known.filter_map(|id| id.parse().ok()).collect()
}

/// The id of the first-level unit that a traditional abbreviation stands for: *Mass.*, *N. Dak.*
pub(crate) fn abbreviated(text: &str) -> Option<PlaceId> {
    let text: String = text.chars().filter(|c| !is_dot(*c)).collect();
    let text = text.to_lowercase();
    let code = codes().abbreviations.get(text.as_str())?;
    codes().places.get(*code)?.parse().ok()
}

fn is_dot(c: char) -> bool {
    c == '.' || c.is_whitespace()
}

/// A code without the dots behind each of its letters: `N.Y.` and `N. Y.` are `NY`; a text of
/// another form as it is, without dots at its ends.
pub(crate) fn without_dots(text: &str) -> String {
    let bare = text.trim_matches('.');
    let is_dotted = bare.split('.').all(|part| part.trim().chars().count() == 1);
    match is_dotted {
        true => bare.chars().filter(|c| !is_dot(*c)).collect(),
        false => bare.to_owned(),
    }
}

/// The country of an alpha-2 or alpha-3 code, in either letter case.
pub(crate) fn country(code: &str) -> Option<CountryCode> {
    if !(2..=3).contains(&code.len()) || !code.is_ascii() {
        return None;
    }
    let place = codes().places.get(code.to_ascii_uppercase().as_str())?;
    codes().countries.get(place).copied()
}

/// Whether what lies in a country is also said to lie in another: it belongs to it, or is claimed.
pub(crate) fn is_claimed(country: CountryCode, by: CountryCode) -> bool {
    let claim = (country.as_str(), by.as_str());
    codes().claims.contains(&claim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_reads() {
        for (code, place) in rows(CODES) {
            assert!(place.parse::<PlaceId>().is_ok(), "{code} {place}");
            assert!((2..=MAX_LETTERS).contains(&code.len()), "{code}");
        }
        for (text, code) in rows(ABBREVIATIONS) {
            assert!(abbreviated(text).is_some(), "{text} {code}");
            assert!(text.chars().all(|c| c.is_ascii_lowercase()), "{text}");
        }
        for (country, of) in rows(CLAIMS) {
            assert!(country.parse::<CountryCode>().is_ok() && of.parse::<CountryCode>().is_ok());
        }
        assert_eq!(rows(CODES).count(), CODES.lines().count() - 1);
    }

    #[test]
    fn abbreviations_and_dotted_codes_are_read() {
        for text in ["Mass.", "Mass", "mass.", "MASS."] {
            assert_eq!(abbreviated(text), places("US-MA").pop(), "{text}");
        }
        assert_eq!(abbreviated("N. Dak."), places("US-ND").pop());
        assert_eq!(abbreviated("Massa"), None);
        for (text, code) in [
            ("N.Y.", "NY"),
            ("N. Y.", "NY"),
            ("NY", "NY"),
            ("a.bc", "a.bc"),
        ] {
            assert_eq!(without_dots(text), code);
        }
    }

    #[test]
    fn codes_lead_to_countries_and_units() {
        let ids = |code| {
            places(code)
                .iter()
                .map(PlaceId::to_string)
                .collect::<Vec<_>>()
        };
        assert_eq!(ids("AZE"), ["gn:587116"]);
        assert_eq!(ids("DE"), ["gn:2921044", "gn:4142224"]);
        assert_eq!(ids("US-DE"), ["gn:4142224"]);
        assert_eq!(ids("de"), [""; 0]);
        assert_eq!(ids("ABCDEFG"), [""; 0]);
        assert_eq!(country("arm").unwrap().as_str(), "AM");
        assert_eq!(country("US-DE"), None);
        let code = |text: &str| text.parse().unwrap();
        assert!(is_claimed(code("HK"), code("CN")) && !is_claimed(code("CN"), code("HK")));
    }
}
