//! Ordinary Arabic words, which people romanize as well as names: *Sameer* is سمير, no Samarra.

use crate::lang::lexicon;
use crate::phonetic::phonetic_key::PhoneticKey;
use crate::phonetic::sound::romanization::RomanizedName;
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
