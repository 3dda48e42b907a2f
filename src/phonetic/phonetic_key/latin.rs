//! Latin letters as sounds, as English, Azerbaijani, Turkish, Italian, Spanish, French, German
//! and Polish read them: where they disagree the consonant has all their sounds.

use crate::phonetic::phonetic_key::Sound;
use crate::phonetic::phonetic_key::consonant::Consonant as C;

/// Letters that are one sound together, the longer before the shorter that they begin with.
/// After `_` they must be followed by e, i or y; after `+` by a vowel.
const GROUPS: &[(&str, C)] = &[
    ("ll+", C::MaybeL),
    ("tsch", C::Sh),
    ("shch", C::Sh),
    ("szcz", C::Sh),
    ("tch", C::Sh),
    ("dzh", C::Sh),
    ("dg_", C::Sh),
    ("cch", C::K),
    ("ch", C::Ch),
    ("sh", C::Sh),
    ("zh", C::Sh),
    ("kh", C::Kh),
    ("gh", C::Gh),
    ("ph", C::F),
    ("th", C::Th),
    ("dh", C::Dh),
    ("dj", C::Sh),
    ("cz", C::Sh),
    ("ts", C::S),
    ("tz", C::S),
    ("tc", C::Sh),
    ("zz", C::S),
    ("dz", C::S),
    ("cq", C::K),
    ("gu_", C::G),
    ("gg_", C::Jim),
    ("g_", C::Jim),
    ("sc_", C::SoftC),
    ("cc_", C::SoftC),
    ("c_", C::SoftC),
];

/// Groups that some languages read as several sounds and others as one of them.
const SEVERAL: &[(&str, &[C])] = &[
    ("sch", &[C::Sh, C::MaybeK]),
    ("gn+", &[C::SoftG, C::N]),
    ("gli+", &[C::SoftG, C::L]),
    ("rz", &[C::MaybeR, C::SoftC]),
    ("ck", &[C::MaybeS, C::K]),
    ("sz", &[C::SoftC, C::MaybeS]),
    ("tx", &[C::MaybeT, C::X, C::MaybeS]),
    ("x", &[C::X, C::MaybeS]),
];

/// The sound of the first letters, and how many they are, after the letter before them.
pub(super) fn read_sound(before: Option<char>, letters: &[char]) -> (usize, Sound) {
    if matches!(
        letters[0],
        'c' | 'd' | 'g' | 'k' | 'l' | 'p' | 'r' | 's' | 't' | 'x' | 'z'
    ) {
        for (group, consonants) in SEVERAL {
            if let Some(used) = begins(letters, group) {
                return (used, Sound::Several(consonants));
            }
        }
        for (group, consonant) in GROUPS {
            if let Some(used) = begins(letters, group) {
                return (used, Sound::Consonant(*consonant));
            }
        }
    }
    if let [last] = letters
        && before.is_some_and(|before| is_vowel(before) || matches!(before, 'n' | 'r'))
    {
        match last {
            's' | 'z' => return (1, Sound::Consonant(C::MaybeS)),
            't' | 'd' => return (1, Sound::Consonant(C::MaybeT)),
            _ => {}
        }
    }
    let consonant = match letters[0] {
        'b' | 'p' => C::B,
        'c' => C::C,
        'ç' | 'ż' | 'ź' | 'ž' => C::SoftC,
        'č' | 'ć' | 'ş' | 'š' | 'ś' | 'ș' => C::Sh,
        'd' => C::D,
        'f' | 'v' | 'w' => C::F,
        'g' => C::G,
        'ğ' => C::SoftG,
        'j' => C::J,
        'k' => C::K,
        'l' => C::L,
        'ł' => C::MaybeL,
        'm' => C::M,
        'n' => C::N,
        'q' => C::Qaf,
        'r' => C::R,
        's' | 'z' => C::S,
        't' => C::T,
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'ə' | 'ı' => return (1, Sound::Vowel),
        other => return (1, rare(other)),
    };
    (1, Sound::Consonant(consonant))
}

/// How many letters a group takes, if the letters begin with it.
fn begins(letters: &[char], group: &str) -> Option<usize> {
    let mut used = 0;
    for wanted in group.chars() {
        let letter = letters.get(used).copied();
        let fits = match wanted {
            '_' => return letter.is_some_and(is_front).then_some(used),
            '+' => return letter.is_some_and(is_vowel).then_some(used),
            wanted => letter == Some(wanted),
        };
        if !fits {
            return None;
        }
        used += 1;
    }
    Some(used)
}

/// A vowel that softens the c or g before it.
fn is_front(letter: char) -> bool {
    matches!(crate::key::folded(letter), Some('e' | 'i' | 'y'))
}

fn is_vowel(letter: char) -> bool {
    matches!(
        crate::key::folded(letter),
        Some('a' | 'e' | 'i' | 'o' | 'u' | 'y')
    )
}

/// A letter with a diacritic that doesn't change its class sounds like its base.
fn rare(letter: char) -> Sound {
    match crate::key::folded(letter) {
        Some(folded) if folded != letter && folded.is_ascii() => read_sound(None, &[folded]).1,
        _ => Sound::Silent,
    }
}
