//! The Arabic article in Latin letters, whatever its vowel and whatever its l is likened to.

use crate::phonetic::sound::romanization::latin::unmarked;

/// Whether a word is the article of the next one: `al`, or with its l likened to the next
/// consonant, `ash-Sham`.
pub(crate) fn is_article(word: &[char], next: &[char]) -> bool {
    match word {
        ['l', 'ʾ'] => true,
        [vowel, 'l'] => is_vowel(*vowel),
        [vowel, likened @ ..] if is_vowel(*vowel) && (1..=2).contains(&likened.len()) => {
            is_likened(likened, next)
        }
        _ => false,
    }
}

fn is_likened(likened: &[char], next: &[char]) -> bool {
    const LIKENED: &[&str] = &[
        "t", "th", "d", "dh", "r", "z", "s", "sh", "ch", "n", "l", "j",
    ];
    let likened: String = likened.iter().copied().map(unmarked).collect();
    LIKENED.contains(&likened.as_str())
        && next.len() > likened.len()
        && likened.chars().eq(next
            .iter()
            .copied()
            .map(unmarked)
            .take(likened.chars().count()))
}

/// How many letters of a word may be an article that is joined to it: `Alqaim`, `Assalam`.
pub(super) fn fused_article(word: &[char]) -> Option<usize> {
    let [vowel, rest @ ..] = word else {
        return None;
    };
    if !matches!(vowel, 'a' | 'e' | 'i' | 'u') || word.len() < 5 {
        return None;
    }
    if rest[0] == 'l' && !matches!(rest[1], 'ʾ') {
        return Some(2);
    }
    [1, 2]
        .into_iter()
        .find(|length| {
            rest.len() > 2 * length + 1 && is_likened(&rest[..*length], &rest[*length..])
        })
        .map(|length| length + 1)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'ā' | 'ī' | 'ū')
}
