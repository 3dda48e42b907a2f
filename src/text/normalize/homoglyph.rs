//! Homoglyphs: letters of another script that were typed because they look the same, such as a
//! Cyrillic ә in a Latin word, or a Latin o in an Armenian one.

use crate::text::normalize::Letter;
use crate::text::normalize::word::{Scripts, Word};

/// Brings a word of mixed scripts to the script most of its letters have, if every other letter
/// looks like one of that script; else to another script of its letters, if even the small
/// letters look the same (`Аmаrа`, a Latin word of mostly Cyrillic letters, but not `Ереvан`);
/// else leaves it (`МИДArmenpress`). Of equal scripts the first of the list below wins.
pub(super) fn unify(word: &mut Word) {
    const SCRIPTS: [Scripts; 3] = [Scripts::LATIN, Scripts::CYRILLIC, Scripts::ARMENIAN];
    let present = SCRIPTS
        .into_iter()
        .filter(|script| word.scripts.intersects(*script));
    if present.count() < 2 {
        return;
    }
    let text = word.text;
    let counts = SCRIPTS.map(|script| {
        let letters = word.letters().iter();
        letters.filter(|l| Scripts::of(l.char) == script).count()
    });
    let most = counts.into_iter().max();
    let fits = |target, alike| {
        let mut letters = word.letters().iter();
        letters.all(|letter| convert(text, *letter, target, alike).is_some())
    };
    let of_most = SCRIPTS.into_iter().zip(counts).find_map(|(script, count)| {
        let fits = Some(count) == most && fits(script, Similarity::AsCapitals);
        fits.then_some((script, Similarity::AsCapitals))
    });
    let of_some = || {
        SCRIPTS.into_iter().zip(counts).find_map(|(script, count)| {
            let fits = count > 0 && fits(script, Similarity::Always);
            fits.then_some((script, Similarity::Always))
        })
    };
    if let Some((target, alike)) = of_most.or_else(of_some) {
        for letter in word.letters_mut() {
            letter.char = convert(text, *letter, target, alike).unwrap_or(letter.char);
        }
        word.scripts = target;
    }
}

/// How far two letters look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Similarity {
    /// The small letters do.
    Always,
    /// The small letters or the capitals do.
    AsCapitals,
}

/// The letter in the target script; what has no script stays.
fn convert(text: &str, letter: Letter, target: Scripts, alike: Similarity) -> Option<char> {
    let own = Scripts::of(letter.char);
    if own == target || own.is_empty() {
        return Some(letter.char);
    }
    // A small b is no small в, so this asks how it was written. (A capital may look like more
    // letters than the small one, never like fewer: else a word that stays as it is would not
    // stay when normalized again.)
    let capital =
        alike == Similarity::AsCapitals && text[letter.start..].starts_with(char::is_uppercase);
    match target {
        Scripts::LATIN if alike == Similarity::Always && matches!(letter.char, 'в' | 'н') => None,
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
