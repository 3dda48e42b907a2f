//! Pairs of names, read from tables.

use crate::program::Stop;
use std::path::PathBuf;
use toponym::{Script, Sounds, normalize::normalize};

/// A name in Arabic, and the same in another script as it is compared.
pub struct Pair {
    pub arabic: Vec<char>,
    pub roman: Vec<char>,
    /// The other name as it was given, for the figures.
    pub name: String,
}

impl Pair {
    /// Whether the pair is the one in so many that is kept apart: by a hash of its Arabic name,
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

/// Reads the pairs of all files.
pub fn read(files: &[PathBuf]) -> Result<Vec<Pair>, Stop> {
    let mut pairs = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file)
            .map_err(|error| Stop::Usage(format!("{}: {error}", file.display())))?;
        pairs.extend(text.lines().filter_map(pair));
    }
    Ok(pairs)
}

fn pair(row: &str) -> Option<Pair> {
    let (first, second) = row.split_once('\t')?;
    let second = second.split('\t').next()?;
    let is_arabic = |name: &str| {
        let mut scripts = name.chars().filter_map(Script::of).peekable();
        scripts.peek().is_some() && scripts.all(|script| script == Script::Arabic)
    };
    let (arabic, name) = match (is_arabic(first), is_arabic(second)) {
        (true, false) => (first, second),
        (false, true) => (second, first),
        _ => return None,
    };
    let letters = |name: &str| -> Vec<char> {
        let name = normalize(name);
        Sounds::of(name.as_str()).text().chars().collect()
    };
    let (arabic, roman) = (letters(arabic), letters(name));
    let told = !arabic.is_empty() && !roman.is_empty();
    told.then(|| Pair {
        arabic,
        roman,
        name: name.to_owned(),
    })
}
