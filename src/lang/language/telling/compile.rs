//! Compiling what tells languages, out of their profiles.

use crate::compiled::compile::{Words, Writer};
use crate::lang::language::telling::{END_OF_LETTERS, Letter, MAX_FUNCTION_WORD, packed};
use crate::lang::language::{LANGUAGES, LanguageProfile, LanguageSet, Use};
use crate::text::normalize::normalize;
use std::collections::BTreeMap;

/// The function words of a language that tell it.
fn telling_words(profile: &'static LanguageProfile) -> impl Iterator<Item = &'static str> {
    let words = profile.words.iter();
    let telling = words.filter(|(uses, _)| uses.has(Use::Tells));
    telling.flat_map(|(_, words)| words.split(' '))
}

/// The languages that words tell.
pub(crate) fn words() -> Vec<u8> {
    let mut told: BTreeMap<[u8; 16], LanguageSet> = BTreeMap::new();
    for (number, profile) in LANGUAGES.into_iter().enumerate() {
        for word in telling_words(profile) {
            let languages = told.entry(packed(normalize(word).as_str())).or_default();
            *languages = languages.or(LanguageSet::of_number(number));
        }
    }
    let mut words = Words::default();
    for (word, languages) in told {
        words.of(word).u32(languages.bits());
    }
    words.write()
}

/// What letters tell, in nine bytes each.
pub(crate) fn letters() -> Vec<u8> {
    let mut letters = vec![Letter::default(); END_OF_LETTERS];
    for (number, profile) in LANGUAGES.into_iter().enumerate() {
        let language = LanguageSet::of_number(number);
        for letter in profile.letters.chars() {
            for case in [Some(letter), letter.to_uppercase().next()] {
                let place = case.and_then(|case| letters.get_mut(case as usize));
                if let Some(known) = place {
                    known.telling = known.telling.or(language);
                    if profile.needed_letters.contains(letter) {
                        known.needed = known.needed.or(language);
                    }
                }
            }
        }
        for word in telling_words(profile) {
            let first = word.chars().next();
            let capital = first.and_then(|c| c.to_uppercase().next());
            for case in first.into_iter().chain(capital) {
                if let Some(known) = letters.get_mut(case as usize) {
                    known.lengths |= 1 << word.chars().count().min(MAX_FUNCTION_WORD);
                }
            }
        }
    }
    let mut compiled = Writer::default();
    for letter in letters {
        compiled.u32(letter.telling.bits());
        compiled.u32(letter.needed.bits());
        compiled.u8(letter.lengths);
    }
    compiled.0
}
