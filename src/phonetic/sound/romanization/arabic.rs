//! The letters of an Arabic name, the article one letter.

use crate::phonetic::sound::abjad;

/// The number of the article, the highest; the letters have those of [`abjad`], and 0 stands for the
/// start and the end of a name.
pub(in crate::phonetic::sound) const ARTICLE: u8 = 50;

/// Maximum number of letters that are aligned: longer names are compared by their beginning.
pub(super) const MAX_LETTERS: usize = 32;

/// The letters of a normalized name in Arabic script.
pub(super) fn letters(normalized: &str) -> Vec<u8> {
    let mut letters = Vec::new();
    for word in normalized.split(' ') {
        if !letters.is_empty() {
            letters.push(abjad::SPACE);
        }
        let rest = word
            .strip_prefix("ال")
            .filter(|rest| rest.chars().count() >= 2);
        if rest.is_some() {
            letters.push(ARTICLE);
        }
        abjad::read(rest.unwrap_or(word), |number| letters.push(number));
    }
    letters.truncate(MAX_LETTERS);
    letters
}

/// The letter of a number as the table writes it.
pub(super) fn letter(number: u8) -> char {
    match number {
        0 => '#',
        ARTICLE => 'A',
        abjad::SPACE => '_',
        number => abjad::letter(number),
    }
}

/// The number of a letter of the table.
pub(super) fn number(letter: char) -> Option<u8> {
    match letter {
        '#' => Some(0),
        'A' => Some(ARTICLE),
        '_' => Some(abjad::SPACE),
        letter => abjad::number(letter),
    }
}
