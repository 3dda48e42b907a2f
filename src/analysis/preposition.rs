//! Prepositions.

use crate::text::normalize::normalize;
use std::sync::OnceLock;

/// Words that stand before a name in a sentence and are often copied with it.
const PREPOSITIONS: &str = "в во из под на к ко с со у от до о об при за \
    in at of the to from near into في من إلى على عن نحو قرب از در به";

/// Whether the letters of a word, normalized, are a preposition or the English article.
pub(crate) fn is_preposition(letters: &[char]) -> bool {
    static NORMALIZED: OnceLock<Vec<Vec<char>>> = OnceLock::new();
    let words = NORMALIZED.get_or_init(|| {
        let words = PREPOSITIONS.split_whitespace();
        words
            .map(|word| normalize(word).as_str().chars().collect())
            .collect()
    });
    words.iter().any(|word| word == letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prepositions_are_told_in_normalized_letters() {
        let is = |word: &str| {
            let letters: Vec<char> = normalize(word).as_str().chars().collect();
            is_preposition(&letters)
        };
        assert!(is("إلى") && is("В") && is("From") && !is("باكو") && !is(""));
    }
}
