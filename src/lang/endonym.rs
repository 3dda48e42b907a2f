//! Which languages are at home in which country: where places are called by names in them every
//! day. Armenian and Azerbaijani are at home in both Armenia and Azerbaijan: their places have names
//! of both traditions, and none of them is foreign.

use crate::key::KeySpace;
use crate::lang::language::{LANGUAGES, LanguageSet};
use crate::model::country::CountryCode;
use crate::model::language::Language;
use crate::text::script::Script;

/// Whether a language is at home in a country. Of languages that have no profile nothing is known,
/// and none of their names is preferred.
pub(crate) fn is_spoken_in(language: Language, country: CountryCode) -> bool {
    let number = country_number(country.to_bytes());
    // Azerbaijani is written in Arabic letters in Iran only.
    if language.script() == Some("Arab") && country.as_str() != "IR" {
        return false;
    }
    let primary = language.primary();
    let known = LANGUAGES.iter().position(|known| known.code == primary);
    known.is_some_and(|at| SPOKEN_IN[number].meets(LanguageSet::of_number(at)))
}

/// Whether the places of a country are written in a script there every day.
pub(crate) fn is_written_in(script: Script, country: CountryCode) -> bool {
    let spoken = SPOKEN_IN[country_number(country.to_bytes())];
    let mut profiles = spoken.profiles();
    profiles.any(|profile| profile.space == KeySpace::from(script))
}

/// The languages of each country.
static SPOKEN_IN: [LanguageSet; 26 * 26] = {
    let mut spoken_in = [LanguageSet::NONE; 26 * 26];
    let mut at = 0;
    while at < LANGUAGES.len() {
        let mut codes = LANGUAGES[at].countries.as_bytes();
        while let [first, second, rest @ ..] = codes {
            let number = country_number([*first, *second]);
            spoken_in[number] = spoken_in[number].or(LanguageSet::of_number(at));
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
const fn country_number([first, second]: [u8; 2]) -> usize {
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
        for profile in LANGUAGES.iter().filter(|known| !known.code.contains('-')) {
            let mut countries = profile.countries.split_whitespace();
            assert!(countries.all(|country| at_home(profile.code, country)));
        }
    }
}
