//! What is written in Latin letters as signs: letters with their marks in whatever system, apostrophes
//! and the digits of chat letters.

use crate::phonetic::sound::romanization::latin::{MAX_SIGNS, Word};
use unicode_normalization::char::decompose_canonical;

/// The words of a name, their letters spelled as signs.
pub(super) fn words_of(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = vec![Vec::new()];
    let letters: Vec<char> = text.chars().flat_map(char::to_lowercase).collect();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let next = letters.get(at + 1).copied();
        at += 1;
        let word = words.last_mut().filter(|word| word.len() < MAX_SIGNS);
        let Some(word) = word else { break };
        let in_word = word.last().is_some_and(|last| last.is_alphabetic())
            || next.is_some_and(char::is_alphabetic)
            || (next.is_some_and(is_hamza)
                && letters.get(at + 1).is_some_and(|c| c.is_alphabetic()));
        if letter.is_ascii_digit() {
            match chat_letter(letter, next) {
                Some((signs, used)) if in_word => {
                    word.extend(signs.chars());
                    at += used;
                }
                _ => word.push(letter),
            }
            continue;
        }
        if is_hamza(letter) {
            word.push('ʾ');
            continue;
        }
        if is_ayn(letter) {
            word.push('ʿ');
            continue;
        }
        let marks: Vec<char> = letters[at..]
            .iter()
            .copied()
            .take_while(|c| is_mark(*c))
            .collect();
        at += marks.len();
        match spelled(letter, &marks) {
            Some(signs) => word.extend(signs.chars()),
            None if word.is_empty() => {}
            None => words.push(Vec::new()),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn is_hamza(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | 'ʾ' | '´' | '′' | 'ˈ')
}

fn is_ayn(c: char) -> bool {
    matches!(c, '‘' | '`' | 'ʿ' | 'ʻ' | '‛')
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The Arabic letter that a digit stands for in chat letters, as signs, and how many more letters
/// belong to it: an apostrophe adds the dot.
fn chat_letter(digit: char, next: Option<char>) -> Option<(&'static str, usize)> {
    let dotted = next.is_some_and(is_hamza);
    let signs = match (digit, dotted) {
        ('2', _) => return Some(("②", 0)),
        ('3', true) => "gh",
        ('3', false) => "ʿ",
        ('5', _) => return Some(("kh", 0)),
        ('6', true) => "❻",
        ('6', false) => "⑥",
        ('7', true) => "kh",
        ('7', false) => "⑦",
        ('8', _) => return Some(("gh", 0)),
        ('9', true) => "❾",
        ('9', false) => "⑨",
        _ => return None,
    };
    Some((signs, usize::from(dotted)))
}

/// A small letter with its marks as signs; `None` if it is no letter.
fn spelled(letter: char, marks: &[char]) -> Option<&'static str> {
    if letter.is_ascii_lowercase() && marks.is_empty() {
        return Some(ascii(letter));
    }
    if letter.is_ascii() && marks.is_empty() {
        return None;
    }
    let mut parts = Vec::new();
    decompose_canonical(letter, |part| parts.push(part));
    let base = parts[0];
    let has = |mark: char| parts[1..].contains(&mark) || marks.contains(&mark);
    const MACRON: char = '\u{304}';
    const CIRCUMFLEX: char = '\u{302}';
    const DOT_BELOW: char = '\u{323}';
    const CEDILLA: char = '\u{327}';
    const COMMA_BELOW: char = '\u{326}';
    const CARON: char = '\u{30C}';
    const BREVE: char = '\u{306}';
    const BREVE_BELOW: char = '\u{32E}';
    const MACRON_BELOW: char = '\u{331}';
    const DOT_ABOVE: char = '\u{307}';
    const DIAERESIS: char = '\u{308}';
    let long = has(MACRON) || has(CIRCUMFLEX);
    let emphatic = has(DOT_BELOW) || has(CEDILLA) || has(COMMA_BELOW);
    Some(match base {
        'a' if long => "ā",
        'i' if long => "ī",
        'u' if long => "ū",
        'h' if emphatic => "ḥ",
        's' if emphatic => "ṣ",
        't' if emphatic => "ṭ",
        'd' if emphatic => "ḍ",
        'z' if emphatic => "ẓ",
        's' if has(CARON) => "sh",
        'c' if has(CARON) || has(CEDILLA) => "ch",
        'z' if has(CARON) => "zh",
        'g' if has(CARON) => "j",
        'g' if has(DOT_ABOVE) || has(MACRON) || has(BREVE) => "gh",
        'h' if has(BREVE_BELOW) || has(MACRON_BELOW) => "kh",
        't' if has(MACRON_BELOW) => "th",
        // The ta marbuta of ISO 233, which others write so or leave out.
        't' if has(DIAERESIS) => "h",
        'd' if has(MACRON_BELOW) => "dh",
        'a'..='z' => ascii(base),
        'ə' => "a",
        'ı' => "i",
        'đ' => "dh",
        'ħ' => "ḥ",
        'ŧ' => "th",
        'ø' => "o",
        'ł' => "l",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        _ => return None,
    })
}

/// A letter of ASCII as text.
fn ascii(c: char) -> &'static str {
    const ASCII: &str = "abcdefghijklmnopqrstuvwxyz";
    let at = usize::from(c as u8 - b'a');
    ASCII.get(at..=at).unwrap_or_default()
}
