//! Phonetic keys of Arabic names in Latin letters: read by the habits of those who romanize Arabic,
//! which leave less open than those of all languages with Latin letters ([`super::latin`]).

use crate::phonetic::phonetic_key::consonant::Consonant as C;
use crate::phonetic::phonetic_key::{KeyWriter, PhoneticKey, Sound};

/// Letters that are one sound together, the longer before the shorter that they begin with.
const GROUPS: &[(&str, C)] = &[
    ("tch", C::Sh),
    ("sch", C::Sh),
    ("ch", C::Ch),
    ("sh", C::Sh),
    ("zh", C::Sh),
    ("kh", C::Kh),
    ("gh", C::Gh),
    ("ph", C::F),
    ("th", C::Th),
    ("dh", C::Dh),
    ("dj", C::Jim),
    ("dg", C::Jim),
    ("ck", C::K),
    ("qu", C::Qaf),
    ("gu", C::G),
];

/// Consonants that are one in the phonetic key of a name in Arabic script if no letter stands
/// between them, as none does if the vowel is short.
const TOGETHER: &[(C, C, C)] = &[
    (C::T, C::Sh, C::Sh),
    (C::T, C::S, C::S),
    (C::D, C::S, C::S),
    (C::D, C::Jim, C::Sh),
];

/// The phonetic keys of a name in plain Latin letters, its words parted by spaces: as it is, and as it
/// would be if vowels between its consonants are not written.
pub(super) fn phonetic_keys(name: &str) -> Vec<PhoneticKey> {
    let mut whole = PhoneticKey::default();
    for word in name.split(' ') {
        let first = whole.0.is_empty();
        let mut writer = KeyWriter {
            phonetic_key: &mut whole.0,
            first,
            last: None,
            doubles: true,
        };
        let letters: Vec<char> = word.chars().collect();
        let mut rest = &letters[..];
        let mut before = None;
        while !rest.is_empty() {
            let (used, sound) = read_sound(before, rest);
            writer.push(sound);
            before = rest[..used].last().copied();
            rest = &rest[used..];
        }
    }
    let mut joined = PhoneticKey::default();
    for consonant in &whole.0 {
        let is = |byte: u8, of: C| byte == of as u8;
        let together = joined.0.last().and_then(|last| {
            TOGETHER
                .iter()
                .find(|(a, b, _)| is(*last, *a) && is(*consonant, *b))
        });
        match together {
            Some((_, _, one)) => {
                joined.0.pop();
                joined.0.push(*one as u8);
            }
            None => joined.0.push(*consonant),
        }
    }
    let mut keys = vec![whole, joined];
    for key in &mut keys {
        key.0.truncate(PhoneticKey::MAX_LETTERS);
    }
    keys.dedup();
    keys.retain(|key| key.0.len() >= PhoneticKey::MIN_LETTERS);
    keys
}

/// The sound of the first letters, and how many they are, after the letter before them.
fn read_sound(before: Option<char>, letters: &[char]) -> (usize, Sound) {
    for (group, consonant) in GROUPS {
        if group.chars().eq(letters.iter().copied().take(group.len())) {
            return (group.len(), Sound::Consonant(*consonant));
        }
    }
    // A ta marbuta may be written t.
    if let ['t'] = letters
        && before.is_some_and(|before| "aeiou".contains(before))
    {
        return (1, Sound::Consonant(C::MaybeT));
    }
    let consonant = match letters[0] {
        'b' | 'p' => C::B,
        'c' => C::C,
        'd' => C::D,
        'f' | 'v' => C::F,
        'g' => C::G,
        'j' => C::Jim,
        'k' => C::K,
        'l' => C::L,
        'm' => C::M,
        'n' => C::N,
        'q' => C::Qaf,
        'r' => C::R,
        's' | 'z' => C::S,
        't' => C::T,
        'w' => C::W,
        'x' => C::X,
        '0'..='9' => return (1, Sound::Silent),
        _ => return (1, Sound::Vowel),
    };
    (1, Sound::Consonant(consonant))
}
