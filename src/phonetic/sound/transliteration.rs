//! Names of other alphabets in Latin letters, letter by letter: whether a Latin name is a
//! transliteration of an Armenian, Georgian or Cyrillic one by any of the usual systems.
//!
//! These alphabets write all vowels, so that each system (BGN/PCGN, ISO 9985, ISO 9984, ISO 9, national
//! ones, those of newspapers, and of Western Armenian) is a table of letters: they stand together
//! in `data/transliterations.csv`, and a name may mix them.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/transliterations.csv");

/// Cost of a letter that is spelled as only some systems do, in hundredths of an edit.
const RARER: u16 = 12;

/// Maximum number of letters that are compared: longer names are not.
const MAX_LETTERS: usize = 40;

/// What some letters are spelled as.
struct Spelling {
    letters: Vec<char>,
    latin: Vec<char>,
    cost: u16,
}

/// Spellings by their first letter.
static SPELLINGS: LazyLock<FxHashMap<char, Vec<Spelling>>> = LazyLock::new(|| {
    let mut spellings: FxHashMap<char, Vec<Spelling>> = FxHashMap::default();
    for line in TABLE.lines().skip(1) {
        let columns: Vec<&str> = line.split(',').collect();
        let [_, letters, usual, rarer] = columns[..] else {
            continue;
        };
        let Some(first) = letters.chars().next() else {
            continue;
        };
        for (column, cost) in [(usual, 0), (rarer, RARER)] {
            for latin in column.split(' ').filter(|latin| !latin.is_empty()) {
                spellings.entry(first).or_default().push(Spelling {
                    letters: letters.chars().collect(),
                    latin: latin.chars().filter(|c| *c != '-').collect(),
                    cost,
                });
            }
        }
    }
    spellings
});

/// Cost of a normalized Latin name as a transliteration of a normalized name in another alphabet, in
/// hundredths of an edit; `None` if it is none.
pub(crate) fn cost(native: &str, latin: &str) -> Option<u16> {
    let (mut native_letters, mut latin_letters) = (['\0'; MAX_LETTERS], ['\0'; MAX_LETTERS]);
    let native = letters(native, &mut native_letters)?;
    let latin = letters(latin, &mut latin_letters)?;
    if native.is_empty() {
        return None;
    }
    // Most names are short, and part from each other at once.
    match (native.len() + 1) * (latin.len() + 1) {
        0..=FEW_COSTS => align(native, latin, &mut [u16::MAX; FEW_COSTS]),
        _ => align(
            native,
            latin,
            &mut [u16::MAX; (MAX_LETTERS + 1) * (MAX_LETTERS + 1)],
        ),
    }
}

/// Room for the costs of names of 15 letters.
const FEW_COSTS: usize = 16 * 16;

/// The same, with room for a cost of each pair of beginnings.
fn align(native: &[char], latin: &[char], costs: &mut [u16]) -> Option<u16> {
    // The farthest letter that something led to.
    let mut farthest = 0;
    let at = |i: usize, j: usize| i * (latin.len() + 1) + j;
    costs[0] = 0;
    for i in 0..native.len() {
        if i > farthest {
            return None;
        }
        for j in 0..=latin.len() {
            let so_far = costs[at(i, j)];
            if so_far == u16::MAX {
                continue;
            }
            let mut reach = |i: usize, j: usize, cost: u16| {
                farthest = farthest.max(i);
                let known = &mut costs[at(i, j)];
                *known = (*known).min(so_far.saturating_add(cost));
            };
            if native[i] == ' ' {
                // Words may be joined.
                reach(i + 1, j, RARER);
                if latin.get(j) == Some(&' ') {
                    reach(i + 1, j + 1, 0);
                }
                continue;
            }
            for spelling in SPELLINGS.get(&native[i]).into_iter().flatten() {
                if native[i..].starts_with(&spelling.letters)
                    && latin[j..].starts_with(&spelling.latin)
                {
                    let (i, j) = (i + spelling.letters.len(), j + spelling.latin.len());
                    reach(i, j, spelling.cost);
                }
            }
        }
    }
    let cost = costs[at(native.len(), latin.len())];
    (cost < u16::MAX).then_some(cost)
}

/// The letters of a name; `None` if there are more than are compared.
fn letters<'l>(text: &str, letters: &'l mut [char; MAX_LETTERS]) -> Option<&'l [char]> {
    let mut count = 0;
    for letter in text.chars() {
        *letters.get_mut(count)? = letter;
        count += 1;
    }
    letters.get(..count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalize::normalize;

    fn of(native: &str, latin: &str) -> Option<u16> {
        cost(normalize(native).as_str(), normalize(latin).as_str())
    }

    #[test]
    fn every_system_is_read() {
        let cases = [
            ("Գյումրի", "Gyumri"),
            ("Գյումրի", "Gyowmri"),
            ("Էջմիածին", "Ējmiaçin"),
            ("Վաղարշապատ", "Vagharshapat"),
            ("Վաղարշապատ", "Vałaršapat"),
            ("Մարտունի", "Martowni"),
            ("ახალციხე", "Akhaltsikhe"),
            ("ახალციხე", "Axalcixe"),
            ("Нижний Новгород", "Nizhniy Novgorod"),
            ("Нижний Новгород", "Nizhny Novgorod"),
            ("Нижний Новгород", "Nižnij Novgorod"),
            ("Ҝәнҹә", "Gəncə"),
        ];
        for (native, latin) in cases {
            assert_eq!(of(native, latin), Some(0), "{native} {latin}");
        }
        assert_eq!(of("Երեւան", "Erewan"), Some(RARER));
        assert_eq!(of("Պետրոս", "Bedros"), Some(2 * RARER));
    }

    #[test]
    fn other_names_are_no_transliterations() {
        for (native, latin) in [
            ("Գյումրի", "Giumr"),
            ("Գյումրի", "Kamari"),
            ("Москва", "Moscow"),
            ("", ""),
            ("شوشة", "Shusha"),
        ] {
            assert_eq!(of(native, latin), None, "{native} {latin}");
        }
    }

    #[test]
    fn every_row_of_the_table_reads() {
        for line in TABLE.lines().skip(1) {
            let columns: Vec<&str> = line.split(',').collect();
            assert_eq!(columns.len(), 4, "{line}");
            assert!(matches!(columns[0], "Armn" | "Geor" | "Cyrl"), "{line}");
            assert!(!columns[1].is_empty() && !columns[2].is_empty(), "{line}");
            let normal = |text: &str| normalize(text).as_str() == text;
            assert!(
                normal(columns[1]) || columns[1] == "եւ" || columns[1] == "և",
                "{line}"
            );
        }
    }
}
