//! Compiling the function words of the profiles of languages: each language that has a word, with its
//! uses there.

use crate::compiled::compile::Words;
use crate::lang::confusion::plain_letter;
use crate::lang::language::function_word::{Entry, Uses};
use crate::lang::language::{LANGUAGES, LanguageSet};
use crate::text::normalize::normalize;
use std::collections::BTreeMap;

pub(crate) fn compile() -> Vec<u8> {
    let mut entries: BTreeMap<Vec<u8>, Vec<Entry>> = BTreeMap::new();
    for (number, profile) in LANGUAGES.iter().enumerate() {
        let languages = LanguageSet::of_number(number);
        for (uses, text) in profile.words {
            for word in text.split(' ') {
                let normalized = normalize(word);
                let letters = normalized.as_str().chars().map(plain_letter);
                let letters = letters.flat_map(|letter| (letter as u16).to_le_bytes());
                let entries = entries.entry(letters.collect()).or_default();
                let mut known = entries.iter_mut();
                match known.find(|entry| entry.languages == languages) {
                    Some(entry) => entry.uses = Uses(entry.uses.0 | uses.0),
                    None => entries.push(Entry {
                        languages,
                        uses: *uses,
                    }),
                }
            }
        }
    }
    let mut words = Words::default();
    for (word, entries) in entries {
        let said = words.of(word);
        for entry in entries {
            said.u32(entry.languages.bits());
            said.u32(entry.uses.0);
        }
    }
    words.write()
}
