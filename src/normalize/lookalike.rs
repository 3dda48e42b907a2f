//! Letters of another script that were typed because they look the same: a Cyrillic ә in a
//! Latin word, a Latin o in an Armenian one.

use super::Letter;
use super::word::{Scripts, Word};

/// Brings a word of mixed scripts to the script most of its letters have, if every other letter
/// looks like one of that script; else leaves it (`МИДArmenpress`). Of scripts with as many
/// letters each, the first that the whole word can be brought to.
pub(super) fn unify(word: &mut Word) {
    const SCRIPTS: [Scripts; 3] = [Scripts::LATIN, Scripts::CYRILLIC, Scripts::ARMENIAN];
    let present = SCRIPTS
        .into_iter()
        .filter(|script| word.scripts.has(*script));
    if present.count() < 2 {
        return;
    }
    let count = |script: Scripts| {
        let letters = word.letters().iter();
        letters.filter(|l| Scripts::of(l.char) == script).count()
    };
    let counts = SCRIPTS.map(count);
    let most = counts.into_iter().max();
    let fits = |target: Scripts| {
        let mut letters = word.letters().iter();
        letters.all(|letter| convert(word.text, *letter, target).is_some())
    };
    let target = SCRIPTS
        .into_iter()
        .zip(counts)
        .find(|(script, count)| Some(*count) == most && fits(*script));
    if let Some((target, _)) = target {
        let text = word.text;
        for letter in word.letters_mut() {
            letter.char = convert(text, *letter, target).unwrap_or(letter.char);
        }
        word.scripts = target;
    }
}

/// The letter in the target script; what has no script stays.
fn convert(text: &str, letter: Letter, target: Scripts) -> Option<char> {
    let own = Scripts::of(letter.char);
    if own == target || own == Scripts::NONE {
        return Some(letter.char);
    }
    // Capitals look like more letters than small ones do. (More, never fewer: else a word that
    // stays as it is would not stay when normalized again.)
    let capital = text[letter.start..].starts_with(char::is_uppercase);
    match target {
        Scripts::LATIN => latin(letter.char),
        Scripts::CYRILLIC => cyrillic(letter.char, capital),
        Scripts::ARMENIAN => armenian(letter.char, capital),
        _ => None,
    }
}

fn latin(c: char) -> Option<char> {
    Some(match c {
        'а' => 'a',
        'в' => 'b',
        'с' | 'ҫ' => 'c',
        'ԁ' => 'd',
        'е' => 'e',
        'ё' => 'ë',
        'ә' => 'ə',
        'ց' => 'g',
        'һ' | 'н' | 'հ' => 'h',
        'і' => 'i',
        'ї' => 'ï',
        'ј' | 'յ' => 'j',
        'к' => 'k',
        'լ' => 'l',
        'м' => 'm',
        'ո' => 'n',
        'о' | 'օ' => 'o',
        'р' => 'p',
        'ԛ' => 'q',
        'ѕ' => 's',
        'т' => 't',
        'ս' => 'u',
        'ԝ' => 'w',
        'х' => 'x',
        'у' | 'ү' => 'y',
        _ => return None,
    })
}

fn cyrillic(c: char, capital: bool) -> Option<char> {
    Some(match c {
        'a' | 'á' | 'à' => 'а',
        'b' if capital => 'в',
        'c' => 'с',
        'ç' => 'ҫ',
        'e' | 'é' | 'è' => 'е',
        'ë' => 'ё',
        'ə' => 'ә',
        'h' if capital => 'н',
        'h' | 'հ' => 'һ',
        'i' => 'і',
        'ï' => 'ї',
        'j' => 'ј',
        'k' => 'к',
        'm' => 'м',
        'o' | 'ó' | 'ò' | 'օ' => 'о',
        'p' => 'р',
        's' => 'ѕ',
        't' => 'т',
        'x' => 'х',
        'y' | 'ý' => 'у',
        _ => return None,
    })
}

fn armenian(c: char, capital: bool) -> Option<char> {
    Some(match c {
        'o' | 'о' => 'օ',
        'h' | 'һ' => 'հ',
        'u' => 'ս',
        's' if capital => 'տ',
        'n' => 'ո',
        'j' | 'ј' => 'յ',
        'g' => 'ց',
        'l' => 'լ',
        _ => return None,
    })
}
