//! Case endings and other suffixes, as a table of what may be taken off and what then has to
//! be put back.

#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(crate) mod compile;

use crate::compiled::bytes::{Reader, Text, u16_at, u32_at};
use crate::compiled::word_map::WordMap;
use crate::compiled::{Section, section};
use crate::lang::language::LanguageSet;

/// The compiled table: the languages that have suffixes of each [`Kind`] (4 bytes each); the suffixes of
/// a kind that end with a letter, the shortest first, by the number of the kind and the letter.
const COMPILED: &[u8] = section(Section::Suffixes);
const SUFFIXES_AT: usize = 12;

static SUFFIXES: WordMap = WordMap::new(match COMPILED.split_at_checked(SUFFIXES_AT) {
    Some((_, suffixes)) => suffixes,
    None => &[],
});

/// What suffixes are taken off from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The last word of a name.
    Last,
    /// The words before it, which agree with it: *Нагорного* Карабаха.
    Inner,
    /// A name that has visibly ended, at an apostrophe or a hyphen.
    Marked,
}

/// One way to take something off the end of a word: the rest is all letters but the last
/// `drop`, and `append`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SuffixSplit {
    pub drop: usize,
    pub append: &'static str,
    /// Whether it makes a word for the people or things of the place: Bakılı.
    pub adjective: bool,
}

/// A rest of fewer letters, restored ones included, is no reading.
const MIN_REST: usize = 3;

/// What must stand before a suffix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum After {
    Any,
    Vowel,
    Consonant,
}

impl After {
    fn of_number(number: u8) -> After {
        match number {
            0 => After::Any,
            1 => After::Vowel,
            _ => After::Consonant,
        }
    }

    fn admits(self, letter: char) -> bool {
        match self {
            After::Any => true,
            After::Vowel => is_vowel(letter),
            After::Consonant => !is_vowel(letter),
        }
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(
        letter,
        'a' | 'e' | 'ə' | 'ı' | 'i' | 'o' | 'ö' | 'u' | 'ü' | 'а' | 'ә' | 'е' | 'ё' | 'и' | 'о'
            | 'ө' | 'у' | 'ү' | 'ы' | 'э' | 'ю' | 'я' | 'ա' | 'ե' | 'է' | 'ը' | 'ի' | 'ո' | 'օ'
            // The second half of ու.
            | 'ւ'
            // The ი of a Georgian nominative is none: it falls before endings, as თბილისი in თბილისის.
            | 'ა' | 'ე' | 'ო' | 'უ'
    )
}

/// A suffix of the compiled table.
#[derive(Clone, Copy, Debug)]
struct Suffix {
    languages: LanguageSet,
    after: After,
    adjective: bool,
    /// Its letters in two bytes each.
    letters: &'static [u8],
    restores: Text,
}

impl Suffix {
    fn read(row: &mut Reader) -> Suffix {
        Suffix {
            languages: LanguageSet::of_bits(row.u32()),
            after: After::of_number(row.u8()),
            adjective: row.u8() != 0,
            letters: {
                let len = row.u8();
                row.bytes(2 * usize::from(len))
            },
            restores: row.text(),
        }
    }

    /// Number of its letters.
    fn len(&self) -> usize {
        self.letters.len() / 2
    }

    /// Whether these are its letters.
    fn is(&self, letters: &[char]) -> bool {
        let is_letter = |(at, letter): (usize, &char)| {
            u32::from(u16_at(self.letters, 2 * at)) == *letter as u32
        };
        letters.len() == self.len() && letters.iter().enumerate().all(is_letter)
    }

    /// The letters of a word before it, if the word ends with it.
    fn strip<'w>(&self, word: &'w [char]) -> Option<&'w [char]> {
        let (rest, end) = word.split_at_checked(word.len().checked_sub(self.len())?)?;
        self.is(end).then_some(rest)
    }
}

/// The languages with suffixes of each kind, by its number.
const SUFFIXED: [LanguageSet; 3] = {
    let mut languages = [LanguageSet::NONE; 3];
    let mut kind = 0;
    while kind < languages.len() {
        languages[kind] = LanguageSet::of_bits(u32_at(COMPILED, 4 * kind));
        kind += 1;
    }
    languages
};

/// Whether any suffix comes off words of these languages.
pub(crate) fn has_suffixes(languages: LanguageSet) -> bool {
    let [last, inner, _] = SUFFIXED;
    languages.meets(last.or(inner))
}

/// The suffixes of some languages that end with the letter that a word ends with.
fn suffixes(
    kind: Kind,
    languages: LanguageSet,
    word: &[char],
) -> impl Iterator<Item = Suffix> + use<> {
    let last = word
        .last()
        .filter(|_| languages.meets(SUFFIXED[kind as usize]));
    let rows = last.and_then(|last| {
        let mut utf8 = [0; 4];
        SUFFIXES.get([&[kind as u8], last.encode_utf8(&mut utf8).as_bytes()])
    });
    let mut rows = rows.unwrap_or(Reader::EMPTY);
    let all = std::iter::from_fn(move || (!rows.is_empty()).then(|| Suffix::read(&mut rows)));
    all.filter(move |suffix| suffix.languages.meets(languages))
}

fn splits(
    kind: Kind,
    languages: LanguageSet,
    word: &[char],
) -> impl Iterator<Item = SuffixSplit> + use<'_> {
    suffixes(kind, languages, word).filter_map(|suffix| {
        let rest = suffix.strip(word)?;
        let append = suffix.restores.as_str();
        let letters = rest.len() + append.chars().count();
        (letters >= MIN_REST && suffix.after.admits(*rest.last()?)).then_some(SuffixSplit {
            drop: suffix.len(),
            append,
            adjective: suffix.adjective,
        })
    })
}

/// The ways to take a case ending or another suffix off a word that ends a name, the shortest
/// first: Armenian, Azerbaijani in Latin and Cyrillic, Russian, Turkish, Georgian.
pub(crate) fn suffix_splits(
    languages: LanguageSet,
    word: &[char],
) -> impl Iterator<Item = SuffixSplit> {
    splits(Kind::Last, languages, word)
}

/// The same for a word inside a name, which in Russian is declined with the last one.
pub(crate) fn inner_suffix_splits(
    languages: LanguageSet,
    word: &[char],
) -> impl Iterator<Item = SuffixSplit> {
    splits(Kind::Inner, languages, word)
}

/// Whether a word that is joined to a name by a hyphen or an apostrophe is nothing but an
/// ending: ԱՄՆ-ում, Bakı'da, Baku's.
pub(crate) fn suffix(languages: LanguageSet, word: &[char]) -> bool {
    suffixes(Kind::Marked, languages, word).any(|suffix| suffix.is(word))
}

/// Whether an ending says that something is there or comes from there, as of no ordinary person or
/// thing: Արամը Երևանում, Əli Bakıdan.
pub(crate) fn is_in_or_from(languages: LanguageSet, ending: &[char]) -> bool {
    is_in(languages, ending) || languages.ends_in(ending, |profile| profile.endings.ablatives)
}

/// Whether an ending says that something is there. The ablative and the dative are those of
/// persons as well.
pub(crate) fn is_in(languages: LanguageSet, ending: &[char]) -> bool {
    languages.ends_in(ending, |profile| profile.endings.locatives)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalize::normalize;

    fn letters(word: &str) -> Vec<char> {
        normalize(word).as_str().chars().collect()
    }

    fn rests(word: &str, suffix_splits: impl Iterator<Item = SuffixSplit>) -> Vec<String> {
        let word = letters(word);
        suffix_splits
            .map(|end| {
                let rest: String = word[..word.len() - end.drop].iter().collect();
                format!("{rest}{}", end.append)
            })
            .collect()
    }

    #[test]
    fn case_endings_come_off() {
        let cases = [
            ("Երևանում", "երեւան"),
            ("Երևանից", "երեւան"),
            ("Գյումրու", "գյումրի"),
            ("Բաքվում", "բաքու"),
            ("Մոսկվայից", "մոսկվա"),
            ("Թուրքիոյ", "թուրքիա"),
            ("Հայաստանէն", "հայաստան"),
            ("Էջմիածնում", "էջմիածին"),
            ("Լոռվա", "լոռի"),
            ("Կորեան", "կորեա"),
            ("Կոստանդնուպոլսում", "կոստանդնուպոլիս"),
            ("Xankəndində", "xankəndi"),
            ("Bakıdan", "bakı"),
            ("Şuşada", "şuşa"),
            ("Susada", "susa"),
            ("Gəncəyə", "gəncə"),
            ("Leriyin", "lerik"),
            ("Qazağın", "qazaq"),
            ("Бакыда", "бакы"),
            ("Ҝәнҹәнин", "ҝәнҹә"),
            ("Москвы", "москва"),
            ("Армении", "армения"),
            ("Ереване", "ереван"),
            ("Казани", "казань"),
            ("Китаем", "китай"),
            ("Грозного", "грозный"),
            ("თბილისში", "თბილისი"),
        ];
        for (word, name) in cases {
            let found = rests(word, suffix_splits(LanguageSet::ALL, &letters(word)));
            let name = normalize(name).as_str().to_owned();
            assert!(found.contains(&name), "{word}: {found:?}");
        }
    }

    #[test]
    fn the_shortest_ending_comes_first() {
        let drops: Vec<usize> = suffix_splits(LanguageSet::ALL, &letters("Xankəndində"))
            .map(|end| end.drop)
            .collect();
        assert!(drops.is_sorted() && drops.len() > 1, "{drops:?}");
    }

    #[test]
    fn vowels_and_consonants_ask_for_different_endings() {
        let found = |word: &str| rests(word, suffix_splits(LanguageSet::ALL, &letters(word)));
        assert!(!found("Երևանյում").contains(&"երեւան".into()));
        assert!(found("Շուշին").contains(&"շուշի".into()));
        assert!(!found("Agdamya").contains(&"agdam".into()));
    }

    #[test]
    fn words_inside_a_name_agree_with_it() {
        for (word, name) in [
            ("Нагорного", "нагорный"),
            ("Северной", "северная"),
            ("Российскую", "российская"),
        ] {
            let found = rests(word, inner_suffix_splits(LanguageSet::ALL, &letters(word)));
            let name = normalize(name).as_str().to_owned();
            assert!(found.contains(&name), "{word}: {found:?}");
        }
    }

    #[test]
    fn marked_suffixes_are_whole_words() {
        for word in ["ում", "ի", "ին", "da", "dən", "ya", "s", "nın", "da"] {
            assert!(suffix(LanguageSet::ALL, &letters(word)), "{word}");
        }
        for word in ["", "երեւան", "bakı", "and", "في"] {
            assert!(!suffix(LanguageSet::ALL, &letters(word)), "{word}");
        }
    }

    #[test]
    fn short_words_keep_their_ends() {
        for word in ["", "ի", "da", "ada", "باكو", "京"] {
            assert_eq!(
                suffix_splits(LanguageSet::ALL, &letters(word)).count(),
                0,
                "{word}"
            );
        }
    }
}
