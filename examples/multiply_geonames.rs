//! Makes a large GeoNames dump out of a smaller one, to measure building at world scale: copies of
//! its places with other ids, in each of whose names one letter is another or one more. The same
//! input gives the same output.
//!
//! `multiply_geonames COPIES PLACES.txt ALTERNATE-NAMES.txt FOLDER` writes `places.txt` and
//! `alternates.txt` into the folder.

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

/// Ids of copies lie this far apart, beyond any id of GeoNames.
const APART: u64 = 1 << 31;

/// Frequent letters of the scripts that names are varied in.
const ALPHABETS: [&str; 4] = [
    "aeioulnrstkmdbgvz",
    "اويرنلمبتدسكقحعفش",
    "աեիոունրստկմդբգվզլ",
    "аеиоунрстлкмдбгвз",
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [copies, places, alternates, folder] = &args[..] else {
        eprintln!("usage: multiply_geonames COPIES PLACES.txt ALTERNATE-NAMES.txt FOLDER");
        return ExitCode::from(2);
    };
    let Ok(copies) = copies.parse() else {
        eprintln!("multiply_geonames: {copies:?}: expected a number of copies");
        return ExitCode::from(2);
    };
    let folder = Path::new(folder);
    // Of a place the name and the ASCII name are varied, of an alternate name the name. Column 0
    // of a place is its id; an alternate name has an id of its own before it.
    let done = multiply(copies, places, &folder.join("places.txt"), 0, &[1, 2])
        .and_then(|()| multiply(copies, alternates, &folder.join("alternates.txt"), 1, &[3]));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("multiply_geonames: {error}");
            ExitCode::from(2)
        }
    }
}

fn multiply(
    copies: u64,
    from: &str,
    to: &Path,
    id: usize,
    names: &[usize],
) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(File::create(to).map_err(|e| format!("{}: {e}", to.display()))?);
    for copy in 0..copies {
        let input = File::open(from).map_err(|e| format!("{from}: {e}"))?;
        for line in BufReader::new(input).lines() {
            let line = line.map_err(|e| format!("{from}: {e}"))?;
            let columns: Vec<&str> = line.split('\t').collect();
            let Some(place) = columns.get(id).and_then(|id| id.parse::<u64>().ok()) else {
                continue;
            };
            for (at, column) in columns.iter().enumerate() {
                let tab = if at > 0 { "\t" } else { "" };
                if at == id {
                    write!(out, "{tab}{}", place + copy * APART)?;
                } else if names.contains(&at) {
                    write!(out, "{tab}{}", vary(column, copy))?;
                } else {
                    write!(out, "{tab}{column}")?;
                }
            }
            writeln!(out)?;
        }
    }
    Ok(out.flush()?)
}

/// A name with one letter replaced, or one more letter of its script after it.
fn vary(name: &str, copy: u64) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if copy == 0 || letters.is_empty() {
        return name.to_owned();
    }
    // FNV-1a over the name and the number of the copy.
    let bytes = name.bytes().chain(copy.to_le_bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let at = (hash >> 8) as usize % letters.len();
    let known = ALPHABETS
        .iter()
        .find(|alphabet| alphabet.contains(letters[at]));
    let alphabet: Vec<char> = known.unwrap_or(&ALPHABETS[0]).chars().collect();
    let letter = alphabet[(hash >> 32) as usize % alphabet.len()];
    if known.is_some() && hash & 1 == 1 {
        letters[at] = letter;
    } else {
        letters.insert(at + 1, letter);
    }
    letters.into_iter().collect()
}
