//! Arabic letters, those of Persian and its neighbors included, as sounds.

use crate::phonetic::phonetic_key::Sound;
use crate::phonetic::phonetic_key::consonant::Consonant as C;

/// The sound of the first letters, and how many they are, after the letter before them.
pub(super) fn read_sound(before: Option<char>, letters: &[char]) -> (usize, Sound) {
    let next = letters.get(1).copied();
    // Affricates of other languages are written as two letters.
    let pair = match (letters[0], next) {
        ('ت', Some('ش')) => Some(C::Sh),
        ('ت', Some('س' | 'ز')) | ('د', Some('ز')) => Some(C::S),
        ('د', Some('ج' | 'ژ')) => Some(C::Sh),
        _ => None,
    };
    if let Some(consonant) = pair {
        return (2, Sound::Consonant(consonant));
    }
    let consonant = match letters[0] {
        'ب' | 'پ' => C::B,
        'ت' | 'ط' => C::T,
        'ث' => C::Th,
        'ج' => C::Jim,
        'چ' | 'ش' | 'ژ' => C::Sh,
        'خ' => C::Kh,
        'د' | 'ض' => C::D,
        'ذ' | 'ظ' => C::Dh,
        'ر' => C::R,
        'ز' | 'س' | 'ص' => C::S,
        'غ' => C::Gh,
        'ف' | 'ڤ' => C::F,
        'ق' => C::Qaf,
        'ك' => C::K,
        'گ' | 'ڭ' => C::G,
        'ل' => C::L,
        'م' => C::M,
        'ن' => C::N,
        // A consonant where a vowel follows, else the vowel u or o.
        'و' if before.is_none() || next.is_some_and(is_vowel) => C::W,
        'ا' | 'أ' | 'إ' | 'آ' | 'ى' | 'ي' | 'ة' | 'ه' | 'ح' | 'ع' | 'ئ' | 'ؤ' | 'و' => {
            return (1, Sound::Vowel);
        }
        other => return (1, rare(other)),
    };
    (1, Sound::Consonant(consonant))
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'ا' | 'أ' | 'إ' | 'آ' | 'ي' | 'ى' | 'ه' | 'ة')
}

/// Letters of other alphabets sound like the Arabic letter they fold to.
fn rare(letter: char) -> Sound {
    match crate::key::folded(letter) {
        Some(folded) if folded != letter => read_sound(Some(folded), &[folded]).1,
        _ => Sound::Silent,
    }
}
