//! Cyrillic, Armenian and Georgian letters as sounds: these scripts write one letter a sound.

use crate::phonetic::phonetic_key::Sound;
use crate::phonetic::phonetic_key::consonant::Consonant as C;
use crate::text::script::Script;

type PhoneticRow = (C, &'static str);

const CYRILLIC: &[PhoneticRow] = &[
    (C::B, "бп"),
    (C::F, "фвў"),
    (C::T, "т"),
    (C::D, "д"),
    (C::S, "сзц"),
    (C::Sh, "шжчщҹҷџћђ"),
    (C::K, "кқҝќ"),
    (C::G, "гґѓ"),
    (C::Kh, "х"),
    (C::Gh, "ғ"),
    (C::J, "ј"),
    (C::R, "р"),
    (C::L, "лљ"),
    (C::M, "м"),
    (C::N, "нңњ"),
];

const ARMENIAN: &[PhoneticRow] = &[
    (C::B, "բպփ"),
    (C::F, "ֆվւ"),
    (C::T, "տթ"),
    (C::D, "դ"),
    (C::S, "սզցծձ"),
    (C::Sh, "շժչճջ"),
    (C::K, "կք"),
    (C::G, "գ"),
    (C::Kh, "խ"),
    (C::Gh, "ղ"),
    (C::R, "րռ"),
    (C::L, "լ"),
    (C::M, "մ"),
    (C::N, "ն"),
];

const GEORGIAN: &[PhoneticRow] = &[
    (C::B, "ბპფ"),
    (C::F, "ვ"),
    (C::T, "ტთ"),
    (C::D, "დ"),
    (C::S, "სზცძწ"),
    (C::Sh, "შჟჩჭჯ"),
    (C::K, "კქყ"),
    (C::G, "გ"),
    (C::Kh, "ხ"),
    (C::Gh, "ღ"),
    (C::R, "რ"),
    (C::L, "ლ"),
    (C::M, "მ"),
    (C::N, "ნ"),
];

/// Two letters that are one sound together.
const GROUPS: &[(&str, Sound)] = &[
    ("дж", Sound::Consonant(C::Sh)),
    ("дз", Sound::Consonant(C::S)),
    ("тс", Sound::Consonant(C::S)),
    ("ու", Sound::Vowel),
    ("տս", Sound::Consonant(C::S)),
];

/// The sound of the first letters, and how many they are.
pub(super) fn read_sound(script: Script, letters: &[char]) -> (usize, Sound) {
    for (group, sound) in GROUPS {
        if group.chars().eq(letters.iter().copied().take(2)) {
            return (2, *sound);
        }
    }
    let rows = match script {
        Script::Cyrillic => CYRILLIC,
        Script::Armenian => ARMENIAN,
        _ => GEORGIAN,
    };
    let row = rows.iter().find(|(_, row)| row.contains(letters[0]));
    let sound = match row {
        Some((consonant, _)) => Sound::Consonant(*consonant),
        None if matches!(letters[0], 'ь' | 'ъ') || !letters[0].is_alphabetic() => Sound::Silent,
        None => Sound::Vowel,
    };
    (1, sound)
}
