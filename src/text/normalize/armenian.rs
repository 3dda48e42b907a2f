//! Armenian: classical spelling to reformed spelling, where a rule holds for every word.
//!
//! The reform of 1922 (amended in 1940) is a matter of letters in most words. What it wants a
//! dictionary for is not done here: initial յ to հ (Յունաստան, but Յալթա and Յազդ keep theirs),
//! final -այ and -ոյ (Դուբայ, Աքսարայ and Քադիքյոյ keep theirs), ու before a vowel to վ
//! (Աստուած, but Բաքուի).

use crate::text::normalize::Letter;
use crate::text::normalize::word::{Scripts, Word};

/// Rewrites a word of Armenian letters:
///
/// - ւ that is no part of ու is վ: և (which decomposes to եւ), եւ, ԵՎ are եվ; աւ is ավ.
/// - իւ before a consonant is յու (Գիւմրի, հիւսիս), elsewhere իվ (թիւ).
/// - ոյ before a consonant is ույ (լոյս).
/// - եա before ն, կ, ց inside a word is յա (-եան, -եակ, -եաց), եօ is յո.
/// - է and օ inside a word are ե and ո.
pub(super) fn reform(word: &mut Word) {
    if word.scripts.scripts() != Scripts::ARMENIAN {
        return;
    }
    let letters = &word.letters[word.start..];
    if !letters
        .iter()
        .any(|l| matches!(l.char, 'ւ' | 'է' | 'օ' | 'ե' | 'ո'))
    {
        return;
    }
    let mut out = std::mem::take(word.spare);
    out.clear();
    for (i, &letter) in letters.iter().enumerate() {
        let char_at = |i: usize| letters.get(i).map(|l| l.char);
        let next = char_at(i + 1);
        let spelled = |char| Letter { char, ..letter };
        let inside = i > 0;
        let char = match letter.char {
            'է' if inside => 'ե',
            'օ' if inside => 'ո',
            c => c,
        };
        match char {
            'ե' if next == Some('օ') => out.push(spelled('յ')),
            'ե' if inside
                && next == Some('ա')
                && matches!(char_at(i + 2), Some('ն' | 'կ' | 'ց')) =>
            {
                out.push(spelled('յ'));
            }
            'ո' if next == Some('յ') && char_at(i + 2).is_some_and(is_consonant) => {
                out.push(spelled(char));
                out.push(spelled('ւ'));
            }
            'ւ' => match out.last_mut() {
                Some(last) if last.char == 'ո' => out.push(letter),
                Some(last) if last.char == 'ի' && next.is_some_and(is_consonant) => {
                    last.char = 'յ';
                    out.push(spelled('ո'));
                    out.push(letter);
                }
                _ => out.push(spelled('վ')),
            },
            char => out.push(spelled(char)),
        }
    }
    word.letters.truncate(word.start);
    word.letters.append(&mut out);
    *word.spare = out;
}

/// Armenian letters but vowels and յ. A ւ counts: where it is asked for, it becomes վ.
fn is_consonant(c: char) -> bool {
    matches!(c, 'ա'..='ֆ') && !matches!(c, 'ա' | 'ե' | 'է' | 'ը' | 'ի' | 'ո' | 'օ' | 'յ')
}
