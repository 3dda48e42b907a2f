//! Abbreviations in names: `Ft. Worth`, `Н. Новгород`, `Al Raqqah Gov.`, `U.S.A.`

#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(crate) mod compile;

use crate::compiled::word_map::WordMap;
use crate::compiled::{Section, section};

/// What abbreviations stand for, by their small letters without the dot; parted by `|`.
static ABBREVIATIONS: WordMap = WordMap::new(section(Section::Abbreviations));

/// Maximum number of spellings that abbreviations are written out to.
const MAX_SPELLINGS: usize = 12;

/// All spellings of a name with its abbreviations written out; none if it has none.
pub(crate) fn written_out(name: &str) -> Vec<String> {
    let mut spellings = vec![String::new()];
    let mut is_changed = false;
    for word in name.split_whitespace() {
        let (before, bare, behind) = without_marks(word);
        let mut meant = meanings(bare);
        is_changed |= !meant.is_empty();
        match meant.is_empty() {
            true => meant.push(word.to_owned()),
            false => meant
                .iter_mut()
                .for_each(|meant| *meant = format!("{before}{meant}{behind}")),
        }
        spellings = spellings
            .iter()
            .flat_map(|before| meant.iter().map(move |word| joined(before, word)))
            .take(MAX_SPELLINGS)
            .collect();
    }
    match is_changed {
        true => spellings,
        false => Vec::new(),
    }
}

/// A word without the marks that part it from others, as in *(Dem. Rep. of),*.
fn without_marks(word: &str) -> (&str, &str, &str) {
    let is_mark = |c: char| ",;:()[]/|،؛".contains(c);
    let bare = word.trim_start_matches(is_mark);
    let (before, bare) = word.split_at(word.len() - bare.len());
    let (bare, behind) = bare.split_at(bare.trim_end_matches(is_mark).len());
    (before, bare, behind)
}

fn joined(before: &str, word: &str) -> String {
    match before.is_empty() {
        true => word.to_owned(),
        false => format!("{before} {word}"),
    }
}

/// What a word stands for, if it is an abbreviation: of one letter only with a dot behind it.
fn meanings(word: &str) -> Vec<String> {
    let bare = word.strip_suffix(['.', '․']).unwrap_or(word);
    // With a name right behind the dot: г.Ереван is read by the tables of feature words.
    let has_dot = bare.len() < word.len();
    let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
    if letters > MAX_LETTERS || (letters == 1 && !has_dot) {
        return Vec::new();
    }
    let small = bare.to_lowercase();
    let mut meant: Vec<String> = words_of(&small).map(str::to_owned).collect();
    if let Some(initials) = initials(bare) {
        meant.push(initials);
    }
    meant
}

/// Longer words are no abbreviations.
const MAX_LETTERS: usize = 6;

/// Initials without their dots: U.S.A is USA.
fn initials(word: &str) -> Option<String> {
    let parts: Vec<&str> = word.split('.').collect();
    let is_initial =
        |part: &&str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    (parts.len() > 1 && parts.iter().all(is_initial)).then(|| parts.concat())
}

/// The words that an abbreviation of a language without its dot may stand for.
pub(crate) fn words_of(abbreviation: &str) -> impl Iterator<Item = &'static str> + use<> {
    let meant = ABBREVIATIONS.get([abbreviation.as_bytes()]);
    let meant = meant.map(|mut meant| meant.text().as_str().split('|'));
    meant.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_written_out() {
        for (name, expected) in [
            ("Ft. Worth", "fort Worth"),
            ("St Petersburg", "saint Petersburg"),
            ("Н. Новгород", "нижний Новгород"),
            ("Al Raqqah Gov.", "Al Raqqah governorate"),
            ("U.S.A.", "USA"),
            ("Al Raqqah Gov., Syria", "Al Raqqah governorate, Syria"),
            ("Korea (Rep.)", "Korea (republic)"),
            ("Trinidad & Tobago", "Trinidad and Tobago"),
            ("Dem. Rep. of Congo", "democratic republic of Congo"),
        ] {
            let found = written_out(name);
            assert!(
                found.iter().any(|found| found == expected),
                "{name}: {found:?}"
            );
        }
        for name in ["Fort Worth", "S Korea", "", ".", "...", "Gyumri."] {
            assert_eq!(written_out(name), [""; 0], "{name}");
        }
    }

    #[test]
    fn spellings_are_bounded() {
        assert!(written_out("Н. Н. Н. Н. Н. Н.").len() <= MAX_SPELLINGS);
    }
}
