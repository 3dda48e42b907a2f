//! Words made out of names: surnames, adjectives, words for people; and plurals, of names as of
//! other words. They lie a letter or two from the name they are made of, and from others, and are
//! misspellings of none.

#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(crate) mod compile;

use crate::compiled::bytes::Reader;
use crate::compiled::word_map::WordMap;
use crate::compiled::{Section, section};
use crate::key::{Key, KeySpace};

/// The endings of each key space, by its number.
static DERIVATIONS: WordMap = WordMap::new(section(Section::Derivations));

/// An ending that makes another word out of a name.
#[derive(Debug)]
struct Derivation {
    /// Normalized.
    ending: &'static str,
    /// Whether the ending alone tells; otherwise it does after a name only: a nisba is known by
    /// its name, for ي ends many a word.
    telling: bool,
}

fn derivations(space: KeySpace) -> impl Iterator<Item = Derivation> {
    let mut rows = DERIVATIONS.get([&[space as u8]]).unwrap_or(Reader::EMPTY);
    std::iter::from_fn(move || {
        (!rows.is_empty()).then(|| Derivation {
            telling: rows.u8() != 0,
            ending: rows.text().as_str(),
        })
    })
}

/// Whether a word that is not spelled as a name is made out of it, or of another: Կարապետյան
/// is no slip for Կարապետ, nor تهرانی for تهران. Both are normalized.
pub(crate) fn is_derived(space: KeySpace, word: &str, name: &str) -> bool {
    let named = || Key::of(name);
    derivations(space)
        .filter(|derivation| !name.ends_with(derivation.ending))
        .filter_map(|derivation| {
            let stem = word.strip_suffix(derivation.ending)?;
            Some((derivation.telling, stem))
        })
        .any(|(telling, stem)| telling || Key::of(stem) == named())
}

/// Whether a word, normalized, is made out of another one by the look of its ending alone: a
/// surname in -յան or -ов, an adjective in -ский, an Arabic plural in ون or ات.
pub(crate) fn looks_derived(space: KeySpace, word: &str) -> bool {
    derivations(space).any(|derivation| derivation.telling && word.ends_with(derivation.ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalize::normalize;

    fn derived(word: &str, name: &str) -> bool {
        let (word, name) = (normalize(word), normalize(name));
        is_derived(Key::of(word.as_str()).space(), word.as_str(), name.as_str())
    }

    #[test]
    fn surnames_and_adjectives_are_no_slips() {
        for (word, name) in [
            ("تهرانی", "تهران"),
            ("الرملية", "الرمل"),
            ("Գրիգորյան", "Գրիգորի"),
            ("Петрова", "Петровка"),
            ("иркутского", "Иркутск"),
            ("Cəbrayılov", "Cəbrayıl"),
            ("Californian", "California"),
        ] {
            assert!(derived(word, name), "{word} {name}");
        }
    }

    #[test]
    fn some_endings_tell_by_themselves() {
        for (word, expected) in [
            ("Գրիգորյան", true),
            ("Иванов", true),
            ("иркутского", true),
            ("المهندسون", true),
            ("السيارات", true),
            ("الرملية", false),
            ("Californian", false),
            ("Երևան", false),
        ] {
            let word = normalize(word);
            let space = Key::of(word.as_str()).space();
            assert_eq!(looks_derived(space, word.as_str()), expected, "{word:?}");
        }
    }

    #[test]
    fn names_that_end_so_and_slips_elsewhere_are() {
        for (word, name) in [
            ("Թումանիյան", "Թումանյան"),
            ("تبليسسي", "تبليسي"),
            ("Растов", "Ростов"),
            ("Stepankaert", "Stepanakert"),
            ("غيوميري", "غيومري"),
        ] {
            assert!(!derived(word, name), "{word} {name}");
        }
    }
}
