//! Endings behind an apostrophe, where the writer says himself where the name ends: Paris'te,
//! Bakı'da, Baku's. Words (`scan`) and names asked for alone (`candidate`) are cut by one rule.

use crate::lang::affix::suffix::suffix;
use crate::lang::language::LanguageSet;

/// Whether a character is written for an apostrophe, by the keyboards and the typographers of all
/// languages.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '‘' | '‛' | 'ʼ' | 'ʻ' | '՚' | '`' | '´' | '′' | '＇'
    )
}

/// The longest ending that is looked for behind an apostrophe, in letters.
const MAX_ENDING: usize = 10;

/// A name of fewer letters is not told from the beginning of another: N'da.
const MIN_NAME: usize = 2;

/// Whether the rest of a word behind its apostrophe is nothing but an ending.
pub(crate) fn is_ending(rest: &str) -> bool {
    let mut letters = ['\0'; MAX_ENDING];
    let mut count = 0;
    for c in rest.chars().flat_map(char::to_lowercase) {
        // The dot of a small İ.
        if c == '\u{307}' {
            continue;
        }
        match letters.get_mut(count) {
            Some(letter) if c.is_alphabetic() => *letter = c,
            _ => return false,
        }
        count += 1;
    }
    suffix(LanguageSet::ALL, &letters[..count])
}

/// A text parted into a name and the ending behind its last apostrophe, if it ends so.
pub(crate) fn split_ending(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let (name, rest) = text.rsplit_once(is_apostrophe)?;
    let word = name.rsplit(char::is_whitespace).next()?;
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= MIN_NAME && word.ends_with(char::is_alphanumeric) && is_ending(rest))
        .then_some((name, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_behind_an_apostrophe_are_told_from_the_rest_of_a_name() {
        for (text, name, ending) in [
            ("Paris'te", "Paris", "te"),
            ("Tiflis’ten", "Tiflis", "ten"),
            ("New York`ta!", "New York", "ta"),
            ("KARS'TA", "KARS", "TA"),
            ("Bakıʼdadır", "Bakı", "dadır"),
            ("Van Gölü'ndeki", "Van Gölü", "ndeki"),
            ("Baku's", "Baku", "s"),
            ("Ankara'dakilerden", "Ankara", "dakilerden"),
            ("ԱՄՆ՚ում", "ԱՄՆ", "ում"),
        ] {
            assert_eq!(split_ending(text), Some((name, ending)), "{text}");
        }
        for text in [
            "L'Aquila",
            "N'Djamena",
            "Côte d'Ivoire",
            "Coeur d'Alene",
            "Ba'quba",
            "Nuku'alofa",
            "O'Neill",
            "'Paris'",
            "'da",
            "N'da",
            "Paris 'te",
            "Paris",
            "",
            "'",
        ] {
            assert_eq!(split_ending(text), None, "{text}");
        }
    }
}
