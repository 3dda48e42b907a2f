//! Phonetic keys: the consonants of a name in any script, and of those only what writers of
//! different scripts agree on.
//!
//! Xankəndi, خانكندي, Խանքենդի and Ханкенди have nothing in common for a search that compares
//! letters; their phonetic key is one. It is the last tier of the search: whatever it finds is
//! aligned sound by sound before it is believed.
//!
//! ```text
//! name ─> words ─> script rules ─> consonants (one byte each) ─> tree in the index
//!                                                                     │ walk: by class, then
//! query ─> words ─> script rules ─> consonants ───────────────────────┘ with one edit
//! ```
//!
//! - [`consonant`] has the classes and what each stands for,
//! - [`arabic`], [`latin`] and [`table`] (Cyrillic, Armenian and Georgian) the letters of each
//!   script and the groups of letters that are one sound, [`romanized`] those of Arabic names in
//!   Latin letters,
//! - [`walk`] finds the stored phonetic keys that are compatible with one.

pub(crate) mod arabic;
pub(crate) mod consonant;
pub(crate) mod latin;
pub(crate) mod romanized;
pub(crate) mod table;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod walk;

use crate::phonetic::generic;
use crate::phonetic::generic::Parts;
use crate::phonetic::phonetic_key::consonant::Consonant;
pub(crate) use crate::phonetic::phonetic_key::walk::{PhoneticMatch, PhoneticWalk};
use crate::text::script::Script;

/// Version of the rules: it goes up by hand with every change that gives some name another
/// phonetic key, so that an index with keys of other rules is refused.
pub(crate) const VERSION: u32 = 5;

/// A hash of what decides which phonetic keys a name gets.
pub(crate) fn rules_hash() -> u64 {
    u64::from(VERSION) << 32 | u64::from(generic::table_hash())
}

/// The phonetic keys that a name is found by: of all its words, as generic parts are often
/// transliterated, and of those that are not generic. Words for the kind of place are in
/// neither.
pub(crate) fn phonetic_keys_of(parts: &Parts<'_>, normalized: &str) -> Vec<PhoneticKey> {
    let mut phonetic_keys = Vec::new();
    if parts.is_composed() {
        phonetic_keys.push(PhoneticKey::of(parts.rest.iter().copied()));
    }
    if parts.kinds == 0 || parts.rest.is_empty() {
        phonetic_keys.push(PhoneticKey::of(normalized.split(' ')));
    }
    phonetic_keys.dedup();
    phonetic_keys.retain(|phonetic_key| phonetic_key.0.len() >= PhoneticKey::MIN_LETTERS);
    phonetic_keys
}

/// The phonetic keys that an Arabic name is found by that stands in plain Latin letters.
pub(crate) fn phonetic_keys_of_romanized(name: &str) -> Vec<PhoneticKey> {
    romanized::phonetic_keys(name)
}

/// What is left of a name of three words without any one of them, if that is half of it at least:
/// such names are known by two (Hrazdan Gorge for Hrazdan River Gorge). Each comes with which word it is,
/// from 0.
pub(crate) fn without_a_word(normalized: &str) -> impl Iterator<Item = (usize, String)> {
    let words: Vec<&str> = normalized.split(' ').collect();
    let long = |words: &[&str]| words.iter().map(|word| word.chars().count()).sum::<usize>();
    let three = words.len() == 3
        && words
            .iter()
            .all(|word| word.chars().count() >= MIN_WORD_LETTERS);
    let all = long(&words);
    (0..3).filter_map(move |left_out| {
        if !three {
            return None;
        }
        let mut rest = words.clone();
        rest.remove(left_out);
        (long(&rest) * 2 >= all).then(|| (left_out, rest.join(" ")))
    })
}

/// Minimum length, in letters, of a word that counts as one of three: shorter ones are articles
/// and the like.
const MIN_WORD_LETTERS: usize = 3;

/// The consonants of a name, a letter from 1 to 63 each; after an initial vowel, that first.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PhoneticKey(Vec<u8>);

impl PhoneticKey {
    /// Maximum length in letters. What is over is cut: names differ long before.
    pub const MAX_LETTERS: usize = 12;

    /// Minimum length in letters of a key that names are found by.
    pub const MIN_LETTERS: usize = 1;

    /// The phonetic key of normalized words, each in the script of its first letter.
    pub fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> PhoneticKey {
        let mut phonetic_key = PhoneticKey::default();
        for word in words {
            phonetic_key.push_word(word);
        }
        phonetic_key.0.truncate(Self::MAX_LETTERS);
        phonetic_key
    }

    /// The letters, as they stand in the index.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Whether a search for one finds the other.
    pub fn is_compatible(&self, other: &PhoneticKey) -> bool {
        consonant::are_compatible(&self.0, &other.0)
    }

    fn push_word(&mut self, word: &str) {
        let Some(script) = Script::of_text(word) else {
            return;
        };
        let letters: Vec<char> = word.chars().collect();
        let first = self.0.is_empty();
        let mut writer = KeyWriter {
            phonetic_key: &mut self.0,
            first,
            last: None,
            doubles: script != Script::Arabic,
        };
        let mut rest = &letters[..];
        let mut before = None;
        while !rest.is_empty() {
            let (used, sound) = match script {
                Script::Arabic => arabic::read_sound(before, rest),
                Script::Latin => latin::read_sound(before, rest),
                Script::Other => (1, Sound::Silent),
                script => table::read_sound(script, rest),
            };
            let used = used.clamp(1, rest.len());
            writer.push(sound);
            before = rest[..used].last().copied();
            rest = &rest[used..];
        }
    }
}

/// The sound of a letter, or of a few that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sound {
    /// A vowel, or a breath that many scripts leave out.
    Vowel,
    Consonant(Consonant),
    /// Several consonants, of which some languages say one.
    Several(&'static [Consonant]),
    /// No sound: signs of hardness, digits.
    Silent,
}

/// Writes a phonetic key, sound by sound.
struct KeyWriter<'s> {
    phonetic_key: &'s mut Vec<u8>,
    /// Whether no sound of the name has been written yet.
    first: bool,
    /// The consonant right before, with no vowel between.
    last: Option<Consonant>,
    /// Whether the script writes a long consonant twice. In Arabic it doesn't: two letters
    /// have a vowel between them.
    doubles: bool,
}

impl KeyWriter<'_> {
    fn push(&mut self, sound: Sound) {
        match sound {
            Sound::Silent => return,
            Sound::Vowel => {
                if self.first {
                    self.phonetic_key.push(Consonant::Vowel as u8);
                }
                self.last = None;
            }
            Sound::Several(consonants) => {
                for consonant in consonants {
                    self.push(Sound::Consonant(*consonant));
                }
            }
            Sound::Consonant(consonant) => {
                // Istanbul and Istambul, Stepanburg: a nasal sounds as what follows wants it.
                if consonant == Consonant::B
                    && self.last == Some(Consonant::M)
                    && let Some(nasal) = self.phonetic_key.last_mut()
                {
                    *nasal = Consonant::N as u8;
                }
                if !(self.doubles && self.last == Some(consonant)) {
                    self.phonetic_key.push(consonant as u8);
                }
                self.last = Some(consonant);
            }
        }
        self.first = false;
    }
}
