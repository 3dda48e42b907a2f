//! Words that end as surnames do.

use crate::lang::language::LanguageSet;

/// The longest such ending, in letters.
const MAX_ENDING: usize = 5;

/// Whether the letters of a word, normalized, end as surnames of these languages do: such a word
/// behind a title or a street's name is a person.
pub(crate) fn is_surname(
    languages: LanguageSet,
    letters: impl DoubleEndedIterator<Item = char> + Clone,
) -> bool {
    let mut tail = [0; MAX_ENDING * size_of::<char>()];
    let mut start = tail.len();
    for letter in letters.clone().rev().take(MAX_ENDING) {
        start -= letter.len_utf8();
        letter.encode_utf8(&mut tail[start..]);
    }
    let tail = &tail[start..];
    // Most endings differ in their last byte: no call for those.
    let ends_with = |ending: &&str| {
        let ending = ending.as_bytes();
        ending.last() == tail.last() && tail.ends_with(ending)
    };
    languages
        .profiles()
        .any(|profile| profile.endings.surnames.iter().any(ends_with))
        && letters.clone().count() >= MIN_SURNAME
}

/// Shorter words that end so are ordinary words: خوف "fear".
const MIN_SURNAME: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::language::LANGUAGES;

    #[test]
    fn no_ending_is_longer_than_what_is_looked_at() {
        let mut endings = LANGUAGES
            .iter()
            .flat_map(|profile| profile.endings.surnames);
        assert!(endings.all(|ending| ending.chars().count() <= MAX_ENDING));
    }
}
