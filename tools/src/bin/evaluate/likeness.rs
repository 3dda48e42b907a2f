//! Whether two names may be one in two scripts, by the order of their consonants.
//!
//! This chooses what is asked, so it is a rule of its own and cruder than the library's: a set must
//! stay what it is when the library learns.

use strsim::generic_levenshtein;
use toponym::Key;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Whether one of the names may be the other: they are spelled the same, or of two and more
/// consonants three in four are in both, in their order.
pub fn is_like(a: &str, b: &str) -> bool {
    if Key::of(a) == Key::of(b) {
        return true;
    }
    let (a, b) = (consonants(a), consonants(b));
    let longer = a.len().max(b.len());
    a.len().min(b.len()) >= 2 && generic_levenshtein(&a, &b) <= longer / 4
}

/// The consonants of a name in Arabic or Latin letters, without articles, and of those that the
/// other script does not tell apart one for all.
fn consonants(name: &str) -> Vec<char> {
    let letters: String = name
        .to_lowercase()
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .collect();
    let words = letters.split(|c: char| c.is_whitespace() || c == '-');
    let mut consonants = Vec::new();
    for word in words {
        let word = word.strip_prefix("ال").unwrap_or(word);
        let is_article = matches!(
            word,
            "al" | "el" | "ul" | "as" | "ash" | "ad" | "ar" | "an" | "at" | "az" | "e" | "ye"
        );
        if is_article {
            continue;
        }
        let mut word = word.strip_suffix('h').unwrap_or(word);
        let mut last = None;
        while let Some(letter) = word.chars().next() {
            let digraph = DIGRAPHS
                .iter()
                .find(|(digraph, _)| word.starts_with(digraph));
            let (length, sound) = digraph
                .map(|(digraph, sound)| (digraph.len(), Some(*sound)))
                .unwrap_or_else(|| (letter.len_utf8(), sound(letter)));
            // A double consonant is one, a consonant again behind a vowel is not.
            if sound != last {
                consonants.extend(sound);
            }
            last = sound;
            word = &word[length..];
        }
    }
    consonants
}

/// Two Latin letters for one consonant.
const DIGRAPHS: [(&str, char); 7] = [
    ("kh", 'k'),
    ("gh", 'k'),
    ("sh", 's'),
    ("th", 't'),
    ("dh", 'd'),
    ("ch", 'j'),
    ("zh", 'j'),
];

/// What a letter sounds like, unless it is a vowel or may be one.
fn sound(letter: char) -> Option<char> {
    Some(match letter {
        'ب' | 'پ' | 'b' | 'p' => 'b',
        'ت' | 'ث' | 'ط' | 't' => 't',
        'ج' | 'چ' | 'ژ' | 'j' => 'j',
        'ح' | 'ه' | 'h' => 'h',
        'خ' | 'غ' | 'ق' | 'ك' | 'ک' | 'گ' | 'k' | 'q' | 'g' | 'c' | 'x' => 'k',
        'د' | 'ذ' | 'ض' | 'd' => 'd',
        'ر' | 'r' => 'r',
        'ز' | 'ظ' | 'z' => 'z',
        'س' | 'ش' | 'ص' | 's' => 's',
        'ف' | 'ڤ' | 'f' => 'f',
        'ل' | 'l' => 'l',
        'م' | 'm' => 'm',
        'ن' | 'n' => 'n',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::is_like;

    #[test]
    fn names_are_like_their_own_in_another_script() {
        for (a, b) in [
            ("بريدة", "Buraydah"),
            ("المدينة المنورة", "Al Madīnah al Munawwarah"),
            ("رودسر", "Rūdsar"),
            ("الشايب", "Ash Shayib"),
            ("مكة", "Makkah"),
            ("أبها", "ابها"),
            ("Khamis Mushait", "خميس مشيط"),
        ] {
            assert!(is_like(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("بريدة", "عنيزة"),
            ("تبوك", "Tabriz"),
            ("Rudsar", "رودبنه"),
            ("", "مكة"),
        ] {
            assert!(!is_like(a, b), "{a} {b}");
        }
    }
}
