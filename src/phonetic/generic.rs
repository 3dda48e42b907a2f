//! Generic parts of names: words that many names share and that are translated where the rest
//! is transliterated. Verin Talin, Верхний Талин and تالين العليا are one name in which only
//! *Talin* sounds alike.
//!
//! The words are data, in `data/generic_parts.csv`, each with its sense. They never carry a match
//! alone: a name is searched for by the specific part, and the senses only tell apart what was
//! found.

#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(crate) mod compile;

use crate::compiled::bytes::{u32_at, u64_at};
use crate::compiled::word_map::WordMap;
use crate::compiled::{Section, section};
use crate::key::{Key, folded};
use crate::lang::language::LanguageSet;
use crate::lang::lexicon::{Position, entry_of};
use crate::model::feature::FeatureClass;

/// Sense of a generic part: a number for each sense of the table. 0 is *of*, which tells nothing
/// apart.
type PartSense = u8;

/// The compiled table: the senses by which places of one name are told apart, a bit for each (8
/// bytes); a hash of the table (4); the sense of each generic word, by its folded letters.
const COMPILED: &[u8] = section(Section::GenericParts);
const HASH_AT: usize = 8;
const SENSES_AT: usize = 12;

static SENSES: WordMap = WordMap::new(match COMPILED.split_at_checked(SENSES_AT) {
    Some((_, senses)) => senses,
    None => &[],
});

/// A name in its generic and specific parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts<'n> {
    /// The specific part: words that are not generic.
    pub rest: Vec<&'n str>,
    /// Number of generic words.
    pub generic: usize,
    /// Number of feature words of settlements and administrative units, which are translated and
    /// in no phonetic key.
    pub kinds: usize,
    /// The senses of the generic words.
    pub senses: Senses,
}

/// The senses of generic words, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Senses(u64);

impl Senses {
    /// The number of each.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        (0..64).filter(move |sense| self.0 >> sense & 1 != 0)
    }

    /// Whether both names have a word of one sense.
    pub fn meet(self, other: Senses) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether they tell two places of one name apart: the upper from the lower, the new from the old.
    pub fn contradict(self, other: Senses) -> bool {
        if self.0 == 0 || other.0 == 0 {
            return false;
        }
        let told_apart = u64_at(COMPILED, 0);
        let (own, others) = (self.0 & told_apart, other.0 & told_apart);
        own != 0 && others != 0 && own & others == 0
    }

    /// Number of senses that one of two names has and the other has not.
    pub fn apart(self, other: Senses) -> u16 {
        (self.0 ^ other.0).count_ones() as u16
    }
}

impl FromIterator<u8> for Senses {
    fn from_iter<S: IntoIterator<Item = u8>>(senses: S) -> Senses {
        // *Of* tells nothing apart.
        let bit = |sense: u8| (1u64 << (sense & 63)) & !1;
        Senses(senses.into_iter().fold(0, |bits, sense| bits | bit(sense)))
    }
}

impl<'n> Parts<'n> {
    /// The parts of a normalized name.
    pub fn of(normalized: &'n str) -> Parts<'n> {
        let mut parts = Parts::default();
        for word in normalized.split(' ').filter(|word| !word.is_empty()) {
            match sense(word) {
                Some(sense) => {
                    parts.generic += 1;
                    parts.senses.0 |= (1u64 << (sense & 63)) & !1;
                }
                None if is_kind(word) => parts.kinds += 1,
                None => parts.rest.push(word),
            }
        }
        parts
    }

    /// Whether the name has both parts, and so can be searched for by the specific one.
    pub fn is_composed(&self) -> bool {
        self.generic + self.kinds > 0 && !self.rest.is_empty()
    }
}

/// Whether a word is a feature word of settlements or administrative units.
fn is_kind(word: &str) -> bool {
    use FeatureClass::{Administrative, Populated};
    let key = Key::of(word);
    [Position::Before, Position::After]
        .into_iter()
        .filter_map(|position| entry_of(&key).feature_word(LanguageSet::ALL, position))
        .any(|rule| matches!(rule.class, Administrative | Populated))
}

/// The sense of a word, if it is generic. The Arabic article doesn't count.
fn sense(word: &str) -> Option<PartSense> {
    let key: String = word.chars().filter_map(folded).collect();
    let get = |key: &str| SENSES.get([key.as_bytes()]).map(|mut sense| sense.u8());
    get(&key).or_else(|| get(key.strip_prefix("ال")?))
}

/// A hash of the table, which decides under which phonetic keys a name is found.
pub(crate) fn table_hash() -> u32 {
    u32_at(COMPILED, HASH_AT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalize::normalize;

    #[test]
    fn generic_parts_are_the_same_in_all_languages() {
        let names = [
            "Verin Talin",
            "Վերին Թալին",
            "Верхний Талин",
            "تالين العليا",
            "Yuxarı Talin",
        ];
        let normalized = names.map(normalize);
        let parts: Vec<_> = normalized
            .iter()
            .map(|name| Parts::of(name.as_str()))
            .collect();
        for (name, parts_of) in names.iter().zip(&parts) {
            assert!(parts_of.is_composed() && parts_of.rest.len() == 1, "{name}");
            assert_eq!(parts_of.senses.apart(parts[0].senses), 0, "{name}");
        }
        let lower = normalize("Nerkin Talin");
        let lower = Parts::of(lower.as_str());
        assert_eq!(lower.senses.apart(parts[0].senses), 2);
        assert!(lower.senses.contradict(parts[0].senses));
        assert!(!parts[1].senses.contradict(parts[0].senses));
    }

    #[test]
    fn a_name_of_generic_words_alone_has_no_rest() {
        let name = normalize("New Village");
        assert!(!Parts::of(name.as_str()).is_composed());
    }
}
