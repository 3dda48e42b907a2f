//! Ordinary Arabic words, which people romanize as well as names: *Sameer* is سمير, no Samarra.

use crate::lang::lexicon;
use crate::phonetic::phonetic_key::PhoneticKey;
use crate::phonetic::sound::romanization::{KnownCosts, RomanizedName};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The words by their phonetic keys.
static WORDS: LazyLock<FxHashMap<PhoneticKey, Vec<RomanizedName>>> = LazyLock::new(|| {
    let mut words: FxHashMap<PhoneticKey, Vec<RomanizedName>> = FxHashMap::default();
    for word in lexicon::arabic_words() {
        if let Some(name) = RomanizedName::of(word) {
            let key = PhoneticKey::of(word.split(' '));
            words.entry(key).or_default().push(name);
        }
    }
    words
});

/// The words that have one of the phonetic keys of what was written.
pub(super) fn words_of<'k>(
    keys: impl Iterator<Item = &'k PhoneticKey>,
) -> impl Iterator<Item = &'static RomanizedName> {
    keys.filter_map(|key| WORDS.get(key)).flatten()
}

/// Maximum cost a letter of a word that is romanized as most do, in hundredths of an edit.
const MAX_USUAL: u16 = 11;

/// Whether a spelling in Latin letters, normalized and as it was typed, is an ordinary Arabic word that is
/// romanized as most do. What has an article or marks is rather a name.
pub(super) fn is_usual_word(written: &str, typed: &str) -> bool {
    let Some(words) = WORDS.get(&PhoneticKey::of(written.split(' '))) else {
        return false;
    };
    let romanized = RomanizedName::of(typed).filter(|name| !name.looks_romanized());
    let letters = u16::try_from(written.chars().count()).unwrap_or(u16::MAX);
    let max = letters.saturating_mul(MAX_USUAL);
    romanized.is_some_and(|romanized| {
        let known = KnownCosts::default();
        words
            .iter()
            .any(|word| romanized.cost_within(word, max, &known) <= max)
    })
}
