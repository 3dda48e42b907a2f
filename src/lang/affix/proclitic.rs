//! Arabic clitics and the article.

use crate::lang::language::LanguageSet;
use crate::model::evidence::StrippedAffix;

/// One way to take something off the start of a word: the rest is `prepend` and the letters
/// from `skip` on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ProcliticSplit {
    skip: u8,
    /// How many of the skipped letters are clitics.
    clitics: u8,
    /// Whether the ا is restored that the article lost.
    alif: bool,
    article: bool,
}

impl ProcliticSplit {
    /// How many letters are taken off, and what is put in their place.
    pub fn skip(&self) -> usize {
        self.skip.into()
    }

    pub fn prepend(&self) -> &'static str {
        if self.alif { "ا" } else { "" }
    }

    /// What is taken off, in the order of the text.
    pub fn stripped(&self, word: &[char]) -> Vec<StrippedAffix> {
        let clitics = word.iter().take(self.clitics());
        let article = self.article.then_some(StrippedAffix::Article);
        clitics
            .map(|letter| StrippedAffix::Clitic(letter.to_string()))
            .chain(article)
            .collect()
    }

    /// How many clitics are taken off.
    pub fn clitics(&self) -> usize {
        self.clitics.into()
    }

    /// Whether nothing but the article is taken off.
    pub fn is_only_article(&self) -> bool {
        self.clitics == 0
    }

    /// Whether the article is taken off.
    pub fn takes_article(&self) -> bool {
        self.article
    }

    /// How many things are taken off.
    pub fn count(&self) -> usize {
        self.clitics() + usize::from(self.article)
    }
}

/// The most readings that a word has: four places to stop at, three readings each.
const READINGS_MAX: usize = 12;

/// The ways to take clitics and the article off a word, the least first: و or ف, then ب, ل or
/// ك, then ال, which loses its ا after ل. Words of other scripts have none, nor those of languages
/// without clitics: و is the first letter of وین in Persian.
///
/// A rest of one letter is no reading: a name that short cannot be told from chance.
pub(crate) fn proclitic_splits(
    languages: LanguageSet,
    word: &[char],
) -> impl Iterator<Item = ProcliticSplit> + Clone + use<> {
    let nothing = ProcliticSplit {
        skip: 0,
        clitics: 0,
        alif: false,
        article: false,
    };
    let mut found = [nothing; READINGS_MAX];
    let mut count = 0;
    // Most words have nothing to take off.
    let word = match word {
        _ if !languages.has_proclitics() => &[],
        ['و' | 'ف' | 'ب' | 'ل' | 'ك' | 'ک', ..] | ['ا' | 'ٱ', 'ل', ..] => word,
        _ => &[],
    };
    let mut add = |skip: u8, alif: bool, clitics: u8, article: bool| {
        let left = word.len().saturating_sub(skip.into()) + usize::from(alif);
        if left >= 2 && skip > 0 && count < READINGS_MAX {
            found[count] = ProcliticSplit {
                skip,
                clitics,
                alif,
                article,
            };
            count += 1;
        }
    };
    let is = |at: u8, letters: &[char]| {
        word.get(usize::from(at))
            .is_some_and(|c| letters.contains(c))
    };

    let after_conjunction = is(0, &['و', 'ف']).then_some(1u8);
    for base in [Some(0), after_conjunction].into_iter().flatten() {
        let after_preposition = is(base, &['ب', 'ل', 'ك', 'ک']).then_some(base + 1);
        for at in [Some(base), after_preposition].into_iter().flatten() {
            add(at, false, at, false);
            if is(at, &['ا', 'ٱ']) && is(at + 1, &['ل']) {
                add(at + 2, false, at, true);
            } else if at > base && is(base, &['ل']) && is(at, &['ل']) {
                // ل before ال is written لل.
                add(at, true, at, false);
                add(at + 1, false, at, true);
            }
        }
    }
    // A stable sort, of so few that nothing beats it.
    let stripped = |split: ProcliticSplit| (split.clitics + u8::from(split.article), split.skip);
    for at in 1..count {
        for before in (0..at).rev() {
            if stripped(found[before]) <= stripped(found[before + 1]) {
                break;
            }
            found.swap(before, before + 1);
        }
    }
    found.into_iter().take(count)
}

/// Where a word may begin, in letters: at its first one or behind its clitics. The article stays.
pub(crate) fn beginnings(
    languages: LanguageSet,
    word: &[char],
) -> impl Iterator<Item = usize> + use<> {
    beginnings_of(proclitic_splits(languages, word))
}

/// The same of a word whose splits are known.
pub(crate) fn beginnings_of(
    splits: impl Iterator<Item = ProcliticSplit>,
) -> impl Iterator<Item = usize> {
    let clitics = splits
        .filter(|start| start.prepend().is_empty() && !start.takes_article())
        .map(|start| start.skip());
    std::iter::once(0).chain(clitics)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rests of a word, the least taken first.
    fn rests(word: &str) -> Vec<String> {
        let letters: Vec<char> = word.chars().collect();
        proclitic_splits(LanguageSet::ALL, &letters)
            .map(|start| {
                let rest: String = letters[start.skip()..].iter().collect();
                format!("{}{rest}", start.prepend())
            })
            .collect()
    }

    #[test]
    fn clitics_stack() {
        assert_eq!(rests("ليريفان"), ["يريفان"]);
        assert_eq!(rests("وشوشة"), ["شوشة"]);
        assert_eq!(rests("ولروسيا"), ["لروسيا", "روسيا"]);
        assert_eq!(rests("وبالقاهرة"), ["بالقاهرة", "القاهرة", "قاهرة"]);
        assert_eq!(rests("فكباكو"), ["كباكو", "باكو"]);
        assert_eq!(rests("القاهرة"), ["قاهرة"]);
    }

    #[test]
    fn the_article_loses_its_alif_after_lam() {
        assert_eq!(rests("للاتحاد"), ["لاتحاد", "الاتحاد", "اتحاد"]);
        assert_eq!(rests("للبنان"), ["لبنان", "البنان", "بنان"]);
        assert_eq!(rests("وللقاهرة"), ["للقاهرة", "لقاهرة", "القاهرة", "قاهرة"]);
    }

    #[test]
    fn words_begin_behind_their_clitics_with_the_article() {
        for (word, expected) in [
            ("وبالقاهرة", &[0, 1, 2][..]),
            ("للقاهرة", &[0, 1]),
            ("القاهرة", &[0]),
            ("يريفان", &[0]),
        ] {
            let letters: Vec<char> = word.chars().collect();
            assert!(
                beginnings(LanguageSet::ALL, &letters).eq(expected.iter().copied()),
                "{word}"
            );
        }
    }

    #[test]
    fn nothing_is_taken_off_other_words() {
        for word in ["", "و", "ول", "يريفان", "մոսկվա", "bakı", "شوشة"] {
            assert!(rests(word).is_empty(), "{word}");
        }
        assert_eq!(rests("باكو"), ["اكو"]);
        assert_eq!(rests("وال"), ["ال"]);
    }

    #[test]
    fn what_is_taken_is_named_in_order() {
        let letters: Vec<char> = "وبالقاهرة".chars().collect();
        let last = proclitic_splits(LanguageSet::ALL, &letters).last().unwrap();
        let expected = [
            StrippedAffix::Clitic("و".into()),
            StrippedAffix::Clitic("ب".into()),
            StrippedAffix::Article,
        ];
        assert_eq!(last.stripped(&letters), expected);
        assert_eq!(last.count(), 3);
    }

    #[test]
    fn no_word_is_too_short_or_too_odd() {
        let alphabet = ['و', 'ب', 'ل', 'ا', 'x'];
        for length in 0..=6 {
            for mut number in 0..5usize.pow(length) {
                let mut word = Vec::new();
                for _ in 0..length {
                    word.push(alphabet[number % 5]);
                    number /= 5;
                }
                for start in proclitic_splits(LanguageSet::ALL, &word) {
                    assert!(
                        start.skip() > 0 && start.skip() < word.len(),
                        "{word:?} {start:?}"
                    );
                    assert!(start.stripped(&word).len() == start.count());
                }
            }
        }
    }
}
