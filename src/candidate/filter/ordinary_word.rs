//! Variants that are words of the language: ordinary ones, and words for people. Such a word is no
//! misspelled name.

use crate::analysis::ordinary::requirement;
use crate::analysis::policy::Policy;
use crate::analysis::split::is_usual_proclitic;
use crate::candidate::variant::QueryVariant;
use crate::key::KeySpace;
use crate::lang::confusion::plain;
use crate::lang::lexicon::{CommonWord, entry};
use crate::model::evidence::StrippedAffix;
use crate::query::Query;
use crate::text::normalize::normalize;

/// The ordinary words that have the key of a variant. Such a variant is not taken apart, nor taken
/// for a name that is misspelled.
fn common_words(variant: &QueryVariant) -> impl Iterator<Item = CommonWord> + use<> {
    let (space, key) = (variant.space(), variant.key().as_bytes());
    entry(space, key).common_words(variant.languages)
}

/// Whether a variant has the key of an ordinary word.
pub(in crate::candidate) fn has_common_word(variant: &QueryVariant) -> bool {
    common_words(variant).next().is_some()
}

/// Whether a variant is, as it is spelled, a word that is hardly ever a name: کتاب "book", which
/// has the key of گتاپ, a village.
pub(in crate::candidate) fn is_ordinary(variant: &QueryVariant) -> bool {
    has_common_word(variant) && {
        let spelled = plain(&variant.text);
        let words = common_words(variant).filter(|word| word.plain.is(&spelled));
        requirement(words, |_| false, &Policy::QUERY).is_some()
    }
}

/// Whether a variant from which something was stripped is a word that is hardly ever a name, or a
/// word for people.
pub(in crate::candidate) fn is_word(variant: &QueryVariant) -> bool {
    (!variant.only_feature_words() && is_ordinary(variant)) || is_demonym(variant)
}

/// Whether such a variant, where it is the name of a place too, may mean it. A capital says that
/// it is a name, and a preposition or a case that something is there or comes from there; in Arabic, which
/// has neither capitals nor cases, only the clitics that names bear every day, and never the article.
pub(in crate::candidate) fn may_name_all_the_same(query: &Query, variant: &QueryVariant) -> bool {
    let is_usual = |stripped: &StrippedAffix| match stripped {
        StrippedAffix::Clitic(letter) => letter.chars().all(is_usual_proclitic),
        _ => false,
    };
    match variant.space() {
        KeySpace::Arabic => variant.stripped.iter().all(is_usual),
        KeySpace::Latin | KeySpace::Armenian | KeySpace::Cyrillic => {
            is_capitalized(&query.name, &variant.text)
                && (variant.is_in_or_from() || variant.has_preposition())
        }
        _ => false,
    }
}

/// Whether the word of a query that a name begins with is written with a capital, and not in capitals: of
/// *in Turkey* the second.
fn is_capitalized(query: &str, name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    let mut words = query.split_whitespace();
    let word = words.find(|word| normalize(word).as_str().starts_with(first));
    let mut letters = word.unwrap_or_default().chars();
    letters
        .find(|letter| letter.is_alphabetic())
        .is_some_and(char::is_uppercase)
        && letters.any(char::is_lowercase)
}

/// Whether a variant is a word for people, which is not a misspelling of their country's name.
pub(in crate::candidate) fn is_demonym(variant: &QueryVariant) -> bool {
    let (space, key) = (variant.space(), variant.key().as_bytes());
    let demonyms = || entry(space, key).demonyms(variant.languages);
    !variant.has_feature_word() && !demonyms().is_empty()
}
