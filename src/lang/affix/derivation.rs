//! Words made out of names: surnames, adjectives, words for people; and plurals, of names as of
//! other words. They lie a letter or two from the name they are made of, and from others, and are
//! misspellings of none.

use crate::key::{Key, KeySpace};
use crate::text::normalize::normalize;
use std::sync::OnceLock;

const DERIVATIONS: &str = include_str!("../../../data/derivations.csv");

/// An ending that makes another word out of a name.
#[derive(Debug)]
struct Derivation {
    space: KeySpace,
    /// Normalized.
    ending: String,
    /// Whether the ending alone tells; otherwise it does after a name only: a nisba is known by
    /// its name, for ي ends many a word.
    telling: bool,
}

fn derivations() -> &'static [Derivation] {
    static TABLE: OnceLock<Vec<Derivation>> = OnceLock::new();
    TABLE.get_or_init(|| rows().flatten().collect())
}

/// `script,ending,stem,label`; `None` stands for a row that does not read.
fn rows() -> impl Iterator<Item = Option<Derivation>> {
    let reader = csv::Reader::from_reader(DERIVATIONS.as_bytes());
    reader.into_records().map(|row| {
        let row = row.ok()?;
        Some(Derivation {
            space: KeySpace::ALL
                .into_iter()
                .find(|space| format!("{space:?}") == row[0])?,
            ending: normalize(&row[1]).as_str().to_owned(),
            telling: match &row[2] {
                "any" => true,
                "name" => false,
                _ => return None,
            },
        })
    })
}

/// Whether a word that is not spelled as a name is made out of it, or of another: Կարապետյան
/// is no slip for Կարապետ, nor تهرانی for تهران. Both are normalized.
pub(crate) fn is_derived(space: KeySpace, word: &str, name: &str) -> bool {
    let named = || Key::of(name);
    derivations()
        .iter()
        .filter(|derivation| derivation.space == space)
        .filter(|derivation| !name.ends_with(derivation.ending.as_str()))
        .filter_map(|derivation| {
            let stem = word.strip_suffix(derivation.ending.as_str())?;
            Some((derivation.telling, stem))
        })
        .any(|(telling, stem)| telling || Key::of(stem) == named())
}

/// Whether a word, normalized, is made out of another one by the look of its ending alone: a
/// surname in -յան or -ов, an adjective in -ский, an Arabic plural in ون or ات.
pub(crate) fn looks_derived(space: KeySpace, word: &str) -> bool {
    derivations()
        .iter()
        .filter(|derivation| derivation.space == space && derivation.telling)
        .any(|derivation| word.ends_with(derivation.ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn derived(word: &str, name: &str) -> bool {
        let (word, name) = (normalize(word), normalize(name));
        is_derived(Key::of(word.as_str()).space(), word.as_str(), name.as_str())
    }

    #[test]
    fn every_row_reads() {
        assert!(rows().count() > 50);
        assert!(rows().all(|row| row.is_some()));
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
