//! Case endings and other suffixes, as a table of what may be taken off and what then has to
//! be put back.

use crate::lang::language::LanguageSet;
use crate::text::normalize::normalize;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

const SUFFIXES: &str = include_str!("../../../data/suffixes.csv");

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

#[derive(Debug)]
struct Suffix {
    languages: LanguageSet,
    letters: Vec<char>,
    after: After,
    restores: String,
    adjective: bool,
}

/// Suffixes by their last letter, the shortest first.
#[derive(Debug, Default)]
struct SuffixTable {
    by_last: FxHashMap<char, Vec<Suffix>>,
}

impl SuffixTable {
    fn add(
        &mut self,
        languages: LanguageSet,
        suffix: &str,
        after: After,
        restores: &str,
        adjective: bool,
    ) {
        let letters = inside_word(suffix);
        let Some(&last) = letters.last() else { return };
        let suffix = Suffix {
            languages,
            letters,
            after,
            restores: normalize(restores).as_str().to_owned(),
            adjective,
        };
        let order = |suffix: &Suffix| (suffix.letters.len(), suffix.letters.clone());
        let entries = self.by_last.entry(last).or_default();
        let same = |known: &&mut Suffix| {
            (
                &known.letters,
                known.after,
                &known.restores,
                known.adjective,
            ) == (
                &suffix.letters,
                suffix.after,
                &suffix.restores,
                suffix.adjective,
            )
        };
        if let Some(known) = entries.iter_mut().find(same) {
            known.languages = known.languages.or(languages);
            return;
        }
        let at = entries.partition_point(|known| order(known) <= order(&suffix));
        entries.insert(at, suffix);
    }

    fn suffix_splits<'w>(
        &'static self,
        languages: LanguageSet,
        word: &'w [char],
    ) -> impl Iterator<Item = SuffixSplit> + use<'w> {
        let entries = word.last().and_then(|last| self.by_last.get(last));
        let entries = entries.into_iter().flatten();
        let known = entries.filter(move |suffix| suffix.languages.meets(languages));
        known.filter_map(|suffix| {
            let rest = word.strip_suffix(suffix.letters.as_slice())?;
            let letters = rest.len() + suffix.restores.chars().count();
            (letters >= MIN_REST && suffix.after.admits(*rest.last()?)).then_some(SuffixSplit {
                drop: suffix.letters.len(),
                append: &suffix.restores,
                adjective: suffix.adjective,
            })
        })
    }
}

/// The letters of a suffix as they are normalized in a word: Armenian spells է otherwise where a
/// word begins with it.
fn inside_word(suffix: &str) -> Vec<char> {
    let carrier = match suffix.chars().next() {
        Some('ա'..='և') => "ն",
        _ => "",
    };
    let normalized = normalize(&format!("{carrier}{suffix}"));
    let letters = normalized.as_str().chars();
    letters.skip(carrier.chars().count()).collect()
}

/// The three uses of suffixes.
#[derive(Debug, Default)]
struct Tables {
    /// On the last word of a name.
    last: SuffixTable,
    /// On the words before it, which agree with it: *Нагорного* Карабаха.
    inner: SuffixTable,
    /// After an apostrophe or a hyphen, where a name has visibly ended.
    marked: SuffixTable,
}

impl Tables {
    /// `language,suffix,after,restores,label`
    fn add(&mut self, row: &csv::StringRecord) -> Option<()> {
        let languages = LanguageSet::of_code(row.get(0)?)?.with_relatives();
        let (suffix, restores) = (row.get(1)?, row.get(3)?);
        // Azerbaijani typed on a keyboard that has only the letters of English.
        let (plain, plain_restores) = (in_ascii(suffix), in_ascii(restores));
        let after = match row.get(2)? {
            "any" => After::Any,
            "vowel" => After::Vowel,
            "consonant" => After::Consonant,
            "inner" => {
                self.inner
                    .add(languages, suffix, After::Any, restores, false);
                return Some(());
            }
            "mark" => {
                self.marked.add(languages, suffix, After::Any, "", false);
                self.marked.add(languages, &plain, After::Any, "", false);
                return Some(());
            }
            _ => return None,
        };
        let adjective = row.get(4)?.starts_with("adjective");
        self.last.add(languages, suffix, after, restores, adjective);
        self.marked.add(languages, suffix, After::Any, "", false);
        if plain != suffix {
            self.last
                .add(languages, &plain, after, &plain_restores, adjective);
            self.marked.add(languages, &plain, After::Any, "", false);
        }
        Some(())
    }
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut tables = Tables::default();
        for row in rows() {
            tables.add(&row);
        }
        tables
    })
}

fn rows() -> impl Iterator<Item = csv::StringRecord> {
    let reader = csv::ReaderBuilder::new().from_reader(SUFFIXES.as_bytes());
    reader.into_records().flatten()
}

fn in_ascii(text: &str) -> String {
    let plain = |letter| match letter {
        'ə' => 'e',
        'ı' => 'i',
        'ğ' => 'g',
        'ü' => 'u',
        other => other,
    };
    text.chars().map(plain).collect()
}

/// The ways to take a case ending or another suffix off a word that ends a name, the shortest
/// first: Armenian, Azerbaijani in Latin and Cyrillic, Russian, Turkish, Georgian.
pub(crate) fn suffix_splits(
    languages: LanguageSet,
    word: &[char],
) -> impl Iterator<Item = SuffixSplit> {
    tables().last.suffix_splits(languages, word)
}

/// The same for a word inside a name, which in Russian is declined with the last one.
pub(crate) fn inner_suffix_splits(
    languages: LanguageSet,
    word: &[char],
) -> impl Iterator<Item = SuffixSplit> {
    tables().inner.suffix_splits(languages, word)
}

/// Whether a word that is joined to a name by a hyphen or an apostrophe is nothing but an
/// ending: ԱՄՆ-ում, Bakı'da, Baku's.
pub(crate) fn suffix(languages: LanguageSet, word: &[char]) -> bool {
    let entries = word
        .last()
        .and_then(|last| tables().marked.by_last.get(last));
    entries.is_some_and(|entries| {
        let mut known = entries
            .iter()
            .filter(|known| known.languages.meets(languages));
        known.any(|known| known.letters == word)
    })
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
    fn every_row_reads() {
        let mut tables = Tables::default();
        assert!(rows().count() > 300);
        for row in rows() {
            assert!(tables.add(&row).is_some(), "{row:?}");
        }
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
