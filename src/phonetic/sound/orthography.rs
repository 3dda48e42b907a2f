//! Orthographies: how a name's letters are read, where the letters alone don't say.
//!
//! c is j in Turkey, ts in Poland and k in Switzerland; a final t is silent in France. The decision
//! trees of [`super::spelling_costs`] ask for the orthography as they ask for the letters around.

use crate::model::country::CountryCode;
use crate::model::language::Language;
use crate::text::script::Script;
use std::sync::LazyLock;

/// The orthography of a name: how its letters are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Orthography(u8);

/// The orthographies, by their names in the table. The first is that of names of which nothing is
/// known.
///
/// Those in small letters are orthographies of Latin letters, by a language or by a country with more
/// than one, or by where names are romanized from; the others are scripts. Cyrillic has two,
/// since г is h in Ukraine and Belarus.
const NAMES: [&str; 24] = [
    "any", "az", "be", "ch", "cs", "de", "en", "es", "fr", "fr-of", "hy", "it", "ka", "near", "nl",
    "nordic", "pl", "pt", "ru", "tr", "Armn", "Cyrl", "Cyrl-h", "Geor",
];

impl Orthography {
    /// The orthography of a name in this script, tagged with this language, of a place in this country.
    ///
    /// The country says more than the tag: what open gazetteers list as the English, French or
    /// Turkish name of a small place in another country is mostly its local name. But where the
    /// local script is another one, names are transliterated anew in each language.
    pub fn of(
        script: Option<Script>,
        language: Language,
        country: Option<CountryCode>,
    ) -> Orthography {
        let name = match script {
            Some(Script::Armenian) => "Armn",
            Some(Script::Georgian) => "Geor",
            Some(Script::Cyrillic) => match country.as_ref().map(CountryCode::as_str) {
                Some("UA" | "BY") => "Cyrl-h",
                _ => "Cyrl",
            },
            Some(Script::Latin) => {
                let language = language.primary();
                let language = LANGUAGES.iter().position(|known| *known == language);
                let country = country.map_or(COUNTRIES, |country| {
                    let [first, second] = country.to_bytes().map(|byte| usize::from(byte - b'A'));
                    first * 26 + second
                });
                return OF_LATIN[country][language.unwrap_or(LANGUAGES.len())];
            }
            _ => return Orthography::default(),
        };
        Orthography::named(name).unwrap_or_default()
    }

    /// The orthography of this name in the table.
    pub fn named(name: &str) -> Option<Orthography> {
        let at = NAMES.iter().position(|known| *known == name)?;
        u8::try_from(at).ok().map(Orthography)
    }

    /// All of them, with their names in the table.
    pub fn all() -> impl Iterator<Item = (Orthography, &'static str)> {
        (0..).map(Orthography).zip(NAMES)
    }

    /// Its number, below 64.
    pub(super) fn number(self) -> u8 {
        self.0
    }
}

/// The languages that tell an orthography of Latin letters.
const LANGUAGES: [&str; 6] = ["az", "de", "fr", "it", "pl", "tr"];

/// How many codes of two letters there are.
const COUNTRIES: usize = 26 * 26;

/// The orthographies of Latin letters, for each country, and for none, in each language, and in any other.
static OF_LATIN: LazyLock<Vec<[Orthography; LANGUAGES.len() + 1]>> = LazyLock::new(|| {
    let code = |number: usize| match number {
        COUNTRIES => String::new(),
        number => [number / 26, number % 26]
            .map(|letter| char::from(b'A' + letter as u8))
            .iter()
            .collect(),
    };
    let of_country = |number: usize| {
        let country = code(number);
        std::array::from_fn(|at| {
            let language = LANGUAGES.get(at).copied().unwrap_or("und");
            Orthography::named(latin(language, &country)).unwrap_or_default()
        })
    };
    (0..=COUNTRIES).map(of_country).collect()
});

fn latin(language: &str, country: &str) -> &'static str {
    let local = match country {
        "AZ" => "az",
        "BE" => "be",
        "CH" => "ch",
        "CZ" | "SK" | "SI" | "HR" | "BA" | "RS" | "ME" | "LT" | "LV" => "cs",
        "DE" | "AT" | "LI" => "de",
        "GB" | "IE" | "US" | "CA" | "AU" | "NZ" | "ZA" | "NG" | "JM" => "en",
        "ES" | "MX" | "GT" | "HN" | "SV" | "NI" | "CR" | "PA" | "CU" | "DO" | "CO" | "VE"
        | "EC" | "PE" | "BO" | "CL" | "AR" | "UY" | "PY" | "PR" | "AD" => "es",
        "FR" | "MC" => "fr",
        "IT" | "SM" | "VA" => "it",
        "NL" | "SR" => "nl",
        "SE" | "NO" | "DK" | "FI" | "IS" | "EE" => "nordic",
        "PL" => "pl",
        "PT" | "BR" | "AO" | "MZ" | "CV" => "pt",
        "TR" | "CY" => "tr",
        _ => "any",
    };
    let romanized = match country {
        "AM" => "hy",
        "GE" => "ka",
        "BG" | "BY" | "KG" | "KZ" | "MK" | "RU" | "TJ" | "TM" | "UA" | "UZ" => "ru",
        "AE" | "AF" | "BH" | "DJ" | "DZ" | "EG" | "EH" | "IL" | "IQ" | "IR" | "JO" | "KW"
        | "LB" | "LY" | "MA" | "OM" | "PK" | "PS" | "QA" | "SA" | "SD" | "SY" | "TN" | "YE" => {
            "near"
        }
        _ => "any",
    };
    match language {
        "az" => "az",
        _ if local != "any" => local,
        "de" => "de",
        "fr" => "fr-of",
        "it" => "it",
        "pl" => "pl",
        "tr" => "tr",
        _ => romanized,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn orthography(script: Script, language: &str, country: &str) -> Orthography {
        let country = country.parse().ok();
        Orthography::of(Some(script), language.parse().unwrap(), country)
    }

    #[test]
    fn countries_tell_more_than_tags() {
        let cases = [
            (Script::Latin, "fr", "PL", "pl"),
            (Script::Latin, "fr", "UA", "fr-of"),
            (Script::Latin, "und", "UA", "ru"),
            (Script::Latin, "az", "IT", "az"),
            (Script::Latin, "en", "TR", "tr"),
            (Script::Latin, "en", "", "any"),
            (Script::Cyrillic, "ru", "UA", "Cyrl-h"),
            (Script::Armenian, "hy", "IT", "Armn"),
            (Script::Arabic, "fa", "IR", "any"),
        ];
        for (script, language, country, expected) in cases {
            let expected = Orthography::named(expected).unwrap();
            assert_eq!(
                orthography(script, language, country),
                expected,
                "{language} {country}"
            );
        }
    }

    #[test]
    fn orthographies_are_named_and_fit_a_set() {
        for (orthography, name) in Orthography::all() {
            assert_eq!(Orthography::named(name), Some(orthography));
        }
        assert_eq!(Orthography::named("any"), Some(Orthography::default()));
    }
}
