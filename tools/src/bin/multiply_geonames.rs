//! Makes a large GeoNames dump out of a smaller one, to measure building at world scale: copies of
//! its places with other ids, in each of whose names one letter is another or one more. The same
//! input gives the same output.
//!
//! `multiply_geonames COPIES PLACES.txt ALTERNATE-NAMES.txt FOLDER` writes `places.txt` and
//! `alternates.txt` into the folder.

#![forbid(clippy::print_stdout, clippy::print_stderr)]

use program::{Input, Stop};
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use toponym_tools::program;

const USAGE: &str = "\
Makes a large GeoNames dump out of a smaller one, to measure with.

Usage: multiply_geonames COPIES PLACES ALTERNATE-NAMES FOLDER

Writes places.txt and alternates.txt into FOLDER: so many copies of the places and of their names,
with other ids and with one letter changed or added in each name.

Options:
  -h, --help              print this
  -V, --version           print the version

Exit status: 0 if both files are written, 2 if not.
";

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
    program::run("multiply_geonames", USAGE, multiply_both)
}

fn multiply_both() -> Result<Input, Stop> {
    let values = program::values()?;
    let [copies, places, alternates, folder] = &values[..] else {
        let wanted = "expected COPIES PLACES ALTERNATE-NAMES FOLDER";
        return Err(Stop::Usage(wanted.to_owned()));
    };
    let copies = program::parse("COPIES", &copies.to_string_lossy())?;
    let (places, alternates, folder) =
        (Path::new(places), Path::new(alternates), Path::new(folder));
    // Of a place the name and the ASCII name are varied, of an alternate name the name. Column 0
    // of a place is its id; an alternate name has an id of its own before it.
    multiply(copies, places, &folder.join("places.txt"), 0, &[1, 2])?;
    multiply(copies, alternates, &folder.join("alternates.txt"), 1, &[3])?;
    Ok(Input::Good)
}

fn multiply(copies: u64, from: &Path, to: &Path, id: usize, names: &[usize]) -> Result<(), Stop> {
    let unread = |error: io::Error| Stop::File(format!("{}: {error}", from.display()));
    let unwritten = |error: io::Error| Stop::File(format!("{}: {error}", to.display()));
    let mut out = BufWriter::new(File::create(to).map_err(unwritten)?);
    for copy in 0..copies {
        let input = BufReader::new(File::open(from).map_err(unread)?);
        for line in input.lines() {
            let columns = line.map_err(unread)?;
            let columns: Vec<&str> = columns.split('\t').collect();
            write_copy(&mut out, &columns, copy, id, names).map_err(unwritten)?;
        }
    }
    out.flush().map_err(unwritten)
}

/// Writes a copy of a row; nothing if it has no id.
fn write_copy(
    out: &mut impl Write,
    columns: &[&str],
    copy: u64,
    id: usize,
    names: &[usize],
) -> io::Result<()> {
    let Some(place) = columns.get(id).and_then(|id| id.parse::<u64>().ok()) else {
        return Ok(());
    };
    for (at, column) in columns.iter().enumerate() {
        let tab = if at > 0 { "\t" } else { "" };
        if at == id {
            // Beyond the ids that there are, any other will do.
            let id = place.wrapping_add(copy.wrapping_mul(APART));
            write!(out, "{tab}{id}")?;
        } else if names.contains(&at) {
            write!(out, "{tab}{}", vary(column, copy))?;
        } else {
            write!(out, "{tab}{column}")?;
        }
    }
    writeln!(out)
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
