//! What parts the fields of a row: told from the file, or named.

use std::cmp::Reverse;
use std::str::FromStr;

/// Those that are told, in the order in which they are preferred.
const KNOWN: [u8; 4] = [b',', b';', b'\t', b'|'];

/// So many rows are looked at.
const MAX_ROWS: usize = 200;

/// The value of `--delimiter`.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Delimiter {
    /// As the file tells.
    Auto,
    Byte(u8),
}

impl FromStr for Delimiter {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Ok(match text.to_ascii_lowercase().as_str() {
            "auto" => Delimiter::Auto,
            "comma" => Delimiter::Byte(b','),
            "semicolon" => Delimiter::Byte(b';'),
            "tab" | "\\t" => Delimiter::Byte(b'\t'),
            "pipe" => Delimiter::Byte(b'|'),
            _ => match text.as_bytes() {
                [byte] if byte.is_ascii() && !b"\"\r\n".contains(byte) => Delimiter::Byte(*byte),
                _ => return Err("expected auto, comma, semicolon, tab, pipe or a character".into()),
            },
        })
    }
}

/// The delimiter of a table, from its beginning.
///
/// Of those that part the header, it is the one by which the most rows have as many fields as the
/// header, and of these the one that makes the most fields. If none parts the header there is but one
/// column, and the rows are whole by the first that parts few of them.
///
/// `whole` says that the sample is the whole table; else its last row may be cut off.
pub(crate) fn detect(sample: &[u8], whole: bool) -> u8 {
    let fit = |delimiter: u8| (Fit::new(sample, whole, delimiter), delimiter);
    let (present, absent): (Vec<u8>, Vec<u8>) = KNOWN
        .iter()
        .partition(|delimiter| sample.contains(delimiter));
    // Those that do not occur part no header, and fit alike.
    let mut fits: Vec<(Fit, u8)> = present.into_iter().map(fit).collect();
    if let (false, Some(&first)) = (fits.iter().any(|(fit, _)| fit.parts_header), absent.first()) {
        fits.push(match fits.is_empty() {
            true => return first,
            false => fit(first),
        });
    }
    let preferred = |delimiter: u8| KNOWN.iter().rposition(|known| *known == delimiter);
    let best = fits
        .into_iter()
        .max_by_key(|(fit, delimiter)| (*fit, Reverse(preferred(*delimiter))));
    best.map_or(b',', |(_, delimiter)| delimiter)
}

/// The delimiter that the first line says, as Excel writes and reads it: `sep=;`. The line is none of
/// the table.
pub(crate) fn said(sample: &[u8]) -> Option<u8> {
    let sample = sample.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(sample);
    let line = sample.split(|byte| b"\r\n".contains(byte)).next()?;
    let line = match line {
        [b'"', line @ .., b'"'] => line,
        line => line,
    };
    match line {
        [s, e, p, b'=', delimiter] if [*s, *e, *p].eq_ignore_ascii_case(b"sep") => {
            let is_delimiter = delimiter.is_ascii() && !delimiter.is_ascii_alphanumeric();
            (is_delimiter && *delimiter != b'"').then_some(*delimiter)
        }
        _ => None,
    }
}

/// How well a delimiter fits; the greater the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    parts_header: bool,
    /// Rows of as many fields as the header, in thousandths.
    even: usize,
    fields: usize,
}

impl Fit {
    fn new(sample: &[u8], whole: bool, delimiter: u8) -> Fit {
        let mut builder = csv::ReaderBuilder::new();
        builder
            .flexible(true)
            .has_headers(false)
            .delimiter(delimiter);
        let mut reader = builder.from_reader(sample);
        let mut rows: Vec<usize> = Vec::new();
        let mut row = csv::ByteRecord::new();
        // A reader of bytes in memory has no errors.
        while rows.len() <= MAX_ROWS && reader.read_byte_record(&mut row).unwrap_or(false) {
            rows.push(row.len());
        }
        if !whole && rows.len() <= MAX_ROWS && rows.len() > 1 {
            rows.pop();
        }
        let (header, rows) = match rows.split_first() {
            Some((&header, rows)) => (header, rows),
            None => (0, &[][..]),
        };
        let even = rows.iter().filter(|fields| **fields == header).count();
        Fit {
            parts_header: header > 1,
            even: even * 1000 / rows.len().max(1),
            fields: header,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Delimiter, detect};

    #[test]
    fn the_delimiter_is_told_from_the_table() {
        for (table, delimiter) in [
            ("a,b\n1,2\n", b','),
            ("a;b\n1,5;2\n3,5;4\n", b';'),
            ("a\tb\n1,5\t2;3\n", b'\t'),
            ("a|b|c\n1|2|3\n", b'|'),
            // The header holds a comma, as decimals and lists do.
            ("name;lat, lon;x\nX;40,1;2\nY;40,2;3\n", b';'),
            ("\"a;b\",c\n1,2\n", b','),
            // One column of names with their countries.
            ("place\nGyumri, Armenia\nBaku\n", b';'),
            ("place\nGyumri\n", b','),
            ("", b','),
            // Ragged, and yet of commas.
            ("city,x\nbad\nbad\nGyumri,1\n", b','),
        ] {
            assert_eq!(
                detect(table.as_bytes(), true) as char,
                delimiter as char,
                "{table}"
            );
        }
        // The last row is cut off.
        assert_eq!(detect(b"a;b\n1,0;2\n1,", false), b';');
    }

    #[test]
    fn delimiters_have_names() {
        for (name, byte) in [
            ("TAB", b'\t'),
            ("semicolon", b';'),
            ("|", b'|'),
            (":", b':'),
        ] {
            assert!(matches!(name.parse(), Ok(Delimiter::Byte(named)) if named == byte));
        }
        for bad in ["", "\"", "\n", "ab", "،"] {
            assert!(bad.parse::<Delimiter>().is_err(), "{bad}");
        }
    }
}
