//! Readings that are words of the language: ordinary ones, and words for people. Such a word is no
//! misspelled name.

use crate::confusion::plain;
use crate::lexicon::{Bar, CommonWord, Lexicon};
use crate::reading::Reading;

/// What the table of ordinary words says of a reading. Such a word is not taken apart, nor
/// taken for a name that is misspelled.
pub(super) fn common_word(reading: &Reading) -> Option<&'static CommonWord> {
    Lexicon::get().common_word_of(reading.key.space(), reading.key.as_bytes())
}

/// Whether a reading is, as it is spelled, a word that is hardly ever a name: کتاب "book", which
/// has the key of گتاپ, a village.
pub(super) fn is_ordinary(reading: &Reading) -> bool {
    let words = Lexicon::get().common_words_of(reading.key.space(), reading.key.as_bytes());
    let spelled = plain(&reading.written);
    words
        .iter()
        .any(|word| word.bar == Bar::FeatureWord && word.plain == spelled)
}

/// Whether a reading from which something was taken off is a word that is hardly ever a name.
pub(super) fn is_never_a_name(reading: &Reading) -> bool {
    !reading.only_feature_words() && is_ordinary(reading)
}

/// Whether a reading is a word for people, which is not a misspelling of their country's name.
pub(super) fn is_demonym(reading: &Reading) -> bool {
    let (space, key) = (reading.key.space(), reading.key.as_bytes());
    !reading.has_feature_word() && !Lexicon::get().demonyms_of(space, key).is_empty()
}
