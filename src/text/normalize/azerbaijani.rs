//! Azerbaijani Latin, and Turkish with it: a capital I has no dot.

use crate::text::normalize::word::{Scripts, Word};

/// In a word with a letter that tells Azerbaijani or Turkish (ə, ğ, ı, İ), a capital I is the
/// capital of ı: QARABAĞLI is Qarabağlı. Elsewhere nothing tells, and I is the capital of i.
pub(super) fn dot_capitals(word: &mut Word) {
    if !word.scripts.contains(Scripts::CAPITAL_I) {
        return;
    }
    let text = word.text;
    let telling = word.letters().iter().any(|letter| match letter.char {
        'ə' | 'ğ' | 'ı' => true,
        'i' => matches!(word.source(*letter), "İ" | "I\u{307}"),
        _ => false,
    });
    if telling {
        for letter in word.letters_mut() {
            if letter.char == 'i' && &text[letter.source()] == "I" {
                letter.char = 'ı';
            }
        }
    }
}
