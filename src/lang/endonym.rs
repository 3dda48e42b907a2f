//! Which languages are at home in which country.

use crate::model::country::CountryCode;
use crate::model::language::Language;
use crate::text::script::Script;

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
pub(crate) fn is_spoken_in(language: Language, country: CountryCode) -> bool {
    // Azerbaijani is written in Arabic letters in Iran only.
    if language.script() == Some("Arab") && country.as_str() != "IR" {
        return false;
    }
    let primary = language.primary();
    let known = SPOKEN.iter().position(|(known, _)| *known == primary);
    known.is_some_and(|at| SPOKEN_IN[number(country.to_bytes())] >> at & 1 != 0)
}

/// Whether the places of a country are written in a script there every day.
pub(crate) fn is_written_in(script: Script, country: CountryCode) -> bool {
    let spoken = SPOKEN_IN[number(country.to_bytes())];
    let mut languages = SPOKEN.iter().enumerate();
    languages.any(|(at, (language, _))| spoken >> at & 1 != 0 && script_of(language) == script)
}

/// The script of a language in [`SPOKEN`].
fn script_of(language: &str) -> Script {
    match language {
        "ar" | "fa" | "ur" => Script::Arabic,
        "hy" => Script::Armenian,
        "ka" => Script::Georgian,
        "ru" | "uk" => Script::Cyrillic,
        "az" | "en" | "tr" => Script::Latin,
        _ => Script::Other,
    }
}

/// The languages of each country, a bit for each row of [`SPOKEN`].
static SPOKEN_IN: [u16; 26 * 26] = {
    let mut spoken_in = [0; 26 * 26];
    let mut at = 0;
    while at < SPOKEN.len() {
        let mut codes = SPOKEN[at].1.as_bytes();
        while let [first, second, rest @ ..] = codes {
            spoken_in[number([*first, *second])] |= 1 << at;
            codes = match rest {
                [_space, rest @ ..] => rest,
                [] => rest,
            };
        }
        at += 1;
    }
    spoken_in
};

/// The number of a code of two capital letters.
const fn number([first, second]: [u8; 2]) -> usize {
    (first - b'A') as usize * 26 + (second - b'A') as usize
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
        assert!(at_home("az-Arab", "IR") && !at_home("az-Arab", "AZ"));
        for (language, countries) in SPOKEN {
            assert!(
                countries
                    .split(' ')
                    .all(|country| at_home(language, country))
            );
        }
    }
}
