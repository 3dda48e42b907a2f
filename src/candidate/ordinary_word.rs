//! Readings that are words of the language: ordinary ones, and words for people. Such a word is no
//! misspelled name.

use crate::candidate::variant::QueryVariant;
use crate::key::KeySpace;
use crate::lang::confusion::plain;
use crate::lang::lexicon::{CommonWord, Lexicon, Requirement};
use crate::model::evidence::StrippedAffix;
use crate::query::Query;

/// What the table of ordinary words says of a reading. Such a word is not taken apart, nor
/// taken for a name that is misspelled.
pub(super) fn common_word(variant: &QueryVariant) -> Option<&'static CommonWord> {
    let (space, key) = (variant.key.space(), variant.key.as_bytes());
    Lexicon::get().common_word_of(variant.languages, space, key)
}

/// Whether a reading is, as it is spelled, a word that is hardly ever a name: کتاب "book", which
/// has the key of گتاپ, a village.
pub(super) fn is_ordinary(variant: &QueryVariant) -> bool {
    let (space, key) = (variant.key.space(), variant.key.as_bytes());
    let mut words = Lexicon::get().common_words_of(variant.languages, space, key);
    let spelled = plain(&variant.written);
    words.any(|word| word.requirement == Requirement::FeatureWord && word.plain == spelled)
}

/// Whether a reading from which something was taken off is a word that is hardly ever a name, or
/// a word for people.
pub(super) fn is_word(variant: &QueryVariant) -> bool {
    is_never_a_name(variant) || is_demonym(variant)
}

/// Whether such a reading, where it is the name of a place too, may mean it. A capital says that
/// it is a name, and a case that something is there or comes from there; in Arabic, which has
/// neither, only the clitics that names bear every day, and never the article.
pub(super) fn may_name_all_the_same(query: &Query, variant: &QueryVariant) -> bool {
    match variant.key.space() {
        KeySpace::Arabic => variant.stripped.iter().all(
            |stripped| matches!(stripped, StrippedAffix::Clitic(letter) if OF_NAMES.contains(&letter.as_str())),
        ),
        KeySpace::Latin | KeySpace::Armenian | KeySpace::Cyrillic => {
            is_capitalized(&query.name) && variant.is_in_or_from()
        }
        _ => false,
    }
}

/// *And*, *in* and *to*.
const OF_NAMES: [&str; 3] = ["و", "ب", "ل"];

/// Whether the first letter of a text is a capital and the others are not.
fn is_capitalized(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
}

fn is_never_a_name(variant: &QueryVariant) -> bool {
    !variant.only_feature_words() && is_ordinary(variant)
}

/// Whether a reading is a word for people, which is not a misspelling of their country's name.
pub(super) fn is_demonym(variant: &QueryVariant) -> bool {
    let (space, key) = (variant.key.space(), variant.key.as_bytes());
    let demonyms = || Lexicon::get().demonyms_of(variant.languages, space, key);
    !variant.has_feature_word() && !demonyms().is_empty()
}

#[cfg(all(test, feature = "embedded"))]
mod tests {
    use crate::resolver::Resolver;

    /// The best place's name in English, and whether it is said to be a word as well.
    fn best(query: &str) -> Option<(String, bool)> {
        let resolver = Resolver::embedded();
        let found = resolver.resolve(query);
        let best = found.best()?;
        let name = best.place().name_in("en")?.text().to_owned();
        Some((name, best.evidence().is_word))
    }

    #[test]
    fn words_that_are_names_too_bear_what_names_bear_for_a_lower_score() {
        for (query, place) in [
            ("بسيول", "Seoul"),
            ("وسيول", "Seoul"),
            ("Qumda", "Qom"),
            ("Somalidən", "Somalia"),
            ("Ղազախում", "Qazax"),
        ] {
            assert_eq!(best(query), Some((place.to_owned(), true)), "{query}");
        }
        let score = |query: &str| {
            let resolver = Resolver::embedded();
            resolver.resolve(query).best().map(|best| best.score())
        };
        assert!(score("بسيول") < score("بيريفان") && score("بسيول") < score("سيول"));
    }

    #[test]
    fn words_stay_words() {
        for query in [
            "فسيول",
            "السيول",
            "بالسيول",
            "سيولا",
            "qumda",
            "somalidən",
            "Quma",
            "Somalilər",
            "QUMDA",
        ] {
            assert_eq!(best(query), None, "{query}");
        }
        assert_eq!(best("بيريفان"), Some(("Yerevan".to_owned(), false)));
    }
}
