//! Which languages are at home in which country.

use crate::name::Language;
use crate::place::CountryCode;

/// Languages and the countries where places are called by names in them every day. Armenian and
/// Azerbaijani are at home in both Armenia and Azerbaijan: their places have names of both
/// traditions, and none of them is foreign.
const SPOKEN: [(&str, &str); 11] = [
    (
        "ar",
        "AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE",
    ),
    ("az", "AM AZ IR"),
    (
        "en",
        "AU BB BS CA GB GH GY IE IN JM KE LR MT NG NZ PK SG TT UG US ZA ZM ZW",
    ),
    ("fa", "AF IR TJ"),
    ("he", "IL"),
    ("hy", "AM AZ"),
    ("ka", "GE"),
    ("ru", "BY KG KZ RU UA"),
    ("tr", "CY TR"),
    ("uk", "UA"),
    ("ur", "PK IN"),
];

/// Whether a language is at home in a country. Of languages that are not listed nothing is
/// known, and none of their names is preferred.
pub(super) fn is_spoken_in(language: Language, country: CountryCode) -> bool {
    // Azerbaijani is written in Arabic letters in Iran only.
    if language.script() == Some("Arab") && country.as_str() != "IR" {
        return false;
    }
    let mut spoken = SPOKEN.iter();
    let countries = spoken
        .find(|(known, _)| *known == language.primary())
        .map(|(_, countries)| *countries);
    // Codes of two letters, each with a space after it.
    countries.is_some_and(|countries| {
        let mut codes = countries.as_bytes().chunks(3);
        codes.any(|code| code.starts_with(country.as_str().as_bytes()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_at_home_where_they_are_spoken() {
        let at_home = |language: &str, country: &str| {
            is_spoken_in(language.parse().unwrap(), country.parse().unwrap())
        };
        assert!(at_home("hy", "AM") && at_home("hy", "AZ") && at_home("az-Cyrl", "AZ"));
        assert!(!at_home("fa", "MA") && !at_home("tr", "TN") && !at_home("de", "DE"));
    }
}
