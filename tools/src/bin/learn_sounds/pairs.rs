//! Pairs of names, read from tables.

use crate::program::Stop;
use std::path::PathBuf;
use toponym::{Orthography, Script, Sounds, normalize};

/// A name in Arabic, and the same in another script as it is compared.
pub struct Pair {
    pub arabic: Vec<char>,
    pub roman: Vec<char>,
    /// How the letters of the other name are read.
    pub orthography: Orthography,
    /// The other name as it was given, for the figures.
    pub name: String,
}

impl Row {
    /// A row; `None` if there is nothing to compare.
    pub fn new(arabic: &str, others: &[(&str, Orthography)]) -> Option<Row> {
        let letters = |name: &str| -> Vec<char> {
            let name = normalize(name);
            Sounds::of(name.as_str()).text().chars().collect()
        };
        let arabic = letters(arabic);
        let names: Vec<_> = others
            .iter()
            .map(|(name, orthography)| Other {
                letters: letters(name),
                orthography: *orthography,
                name: (*name).to_owned(),
            })
            .filter(|other| !other.letters.is_empty())
            .collect();
        (!arabic.is_empty() && !names.is_empty()).then_some(Row { arabic, names })
    }

    /// Whether the row is the one in so many that is kept apart: by a hash of its Arabic name,
    /// so that one spelling is never on both sides.
    pub fn is_held_out(&self, one_in: u64) -> bool {
        one_in > 0 && hash(&self.arabic).is_multiple_of(one_in)
    }
}

/// FNV-1a.
fn hash(letters: &[char]) -> u64 {
    letters.iter().fold(0xCBF2_9CE4_8422_2325, |hash, letter| {
        (hash ^ u64::from(*letter)).wrapping_mul(0x0100_0000_01B3)
    }) >> 8
}

/// A name in Arabic with what the place is called in other scripts.
pub struct Row {
    pub arabic: Vec<char>,
    names: Vec<Other>,
}

/// A name in another script.
struct Other {
    /// The name as it is compared.
    letters: Vec<char>,
    orthography: Orthography,
    /// The name as it was given.
    name: String,
}

impl Row {
    /// The pair of the Arabic name and the name that it most likely spells; `None` if it
    /// spells none of them, as translated names do.
    pub fn pair(&self, cost: impl Fn(&[char], &[char], Orthography) -> u16) -> Option<Pair> {
        let cost = |other: &Other| cost(&self.arabic, &other.letters, other.orthography);
        let nearest = self.names.iter().map(|other| (cost(other), other));
        let (cost, other) = nearest.min_by_key(|(cost, _)| *cost)?;
        let longest = other.letters.len().max(self.arabic.len());
        (usize::from(cost) <= MAX_A_LETTER * longest).then(|| Pair {
            arabic: self.arabic.clone(),
            roman: other.letters.clone(),
            orthography: other.orthography,
            name: other.name.clone(),
        })
    }
}

/// Dearer pairs are not spellings of one name, in hundredths of an edit a letter.
const MAX_A_LETTER: usize = 22;

/// Reads the rows of all files.
pub fn read(files: &[PathBuf]) -> Result<Vec<Row>, Stop> {
    let mut rows = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file)
            .map_err(|error| Stop::File(format!("{}: {error}", file.display())))?;
        rows.extend(text.lines().filter_map(row));
    }
    Ok(rows)
}

fn row(line: &str) -> Option<Row> {
    let columns: Vec<&str> = line.split('\t').collect();
    let arabic = columns.iter().find(|name| is_arabic(name))?;
    let others: Vec<(&str, Orthography)> = columns
        .iter()
        .filter(|name| !is_arabic(name))
        .map(|name| (*name, Orthography::default()))
        .collect();
    Row::new(arabic, &others)
}

fn is_arabic(name: &str) -> bool {
    let mut scripts = name.chars().filter_map(Script::of).peekable();
    scripts.peek().is_some() && scripts.all(|script| script == Script::Arabic)
}
