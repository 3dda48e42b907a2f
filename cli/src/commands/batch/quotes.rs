//! Quotation marks that are letters of a field: the `csv` crate takes `"Foo" Bar` for a field in quotes with more behind
//! them, and leaves them out.

use csv::ByteRecord;

/// Where in a field a reader of quoted fields is, by the rules of the `csv` crate: a quote opens a field
/// only as its first character, and within the field two stand for one.
#[derive(Clone, Copy, Default)]
pub(super) enum Quotes {
    #[default]
    Begin,
    Plain,
    /// In quotes that open at this offset.
    Quoted(u64),
    /// Behind a quote that ends them, or is the first of two.
    Ended(u64),
}

impl Quotes {
    /// Where it is behind a byte, which stands at this offset of the file.
    pub fn after(self, byte: u8, offset: u64, delimiter: u8) -> Quotes {
        match (self, byte) {
            (Quotes::Quoted(open), b'"') => Quotes::Ended(open),
            (Quotes::Quoted(open), _) => Quotes::Quoted(open),
            (Quotes::Ended(open), b'"') => Quotes::Quoted(open),
            (_, b'\r' | b'\n') => Quotes::Begin,
            (_, byte) if byte == delimiter => Quotes::Begin,
            (Quotes::Begin, b'"') => Quotes::Quoted(offset),
            // The byte-order mark is no part of a field.
            (Quotes::Begin, 0xEF | 0xBB | 0xBF) if offset < 3 => Quotes::Begin,
            _ => Quotes::Plain,
        }
    }

    /// Whether the quotes end there although the field goes on, so that they are letters of it.
    pub fn is_broken_by(self, next: Quotes) -> bool {
        matches!((self, next), (Quotes::Ended(_), Quotes::Plain))
    }
}

/// The fields of a row with such marks, from its bytes, which begin at this offset of the file, and from what they were
/// read as.
pub(super) fn with_their_quotes(
    raw: &[u8],
    start: u64,
    delimiter: u8,
    read: &ByteRecord,
) -> ByteRecord {
    let mut fields = ByteRecord::new();
    let mut read = read.iter();
    let mut add = |written: &[u8], is_broken: bool| {
        let read = read.next().unwrap_or_default();
        // The byte-order mark is no part of a field.
        let mark = "\u{FEFF}".as_bytes();
        let written = match start == 0 && fields.is_empty() {
            true => written.strip_prefix(mark).unwrap_or(written),
            false => written,
        };
        fields.push_field(if is_broken { written } else { read });
    };
    let (mut begin, mut is_broken) = (0, false);
    let mut quotes = Quotes::default();
    for (at, &byte) in raw.iter().enumerate() {
        let before = quotes;
        quotes = before.after(byte, start + at as u64, delimiter);
        is_broken |= before.is_broken_by(quotes);
        if byte == delimiter && !matches!(quotes, Quotes::Quoted(_)) {
            add(&raw[begin..at], std::mem::take(&mut is_broken));
            begin = at + 1;
        }
    }
    add(&raw[begin..], is_broken);
    fields
}

#[cfg(test)]
mod tests {
    use super::with_their_quotes;
    use crate::commands::batch::lines::NotingLines;
    use crate::commands::every_text::every_text;
    use csv::ByteRecord;

    /// The rows of a text, with all quotes that are letters.
    fn rows(text: &[u8]) -> Vec<ByteRecord> {
        let (noting, lines) = NotingLines::new(text, b',');
        let mut builder = csv::ReaderBuilder::new();
        let builder = builder.has_headers(false).flexible(true);
        let mut reader = builder.from_reader(noting);
        let (mut rows, mut row) = (Vec::new(), ByteRecord::new());
        while reader.read_byte_record(&mut row).unwrap() {
            let end = reader.position().byte();
            rows.push(match lines.broken_before(end) {
                Some((start, raw)) => {
                    let fields = with_their_quotes(&raw, start, b',', &row);
                    assert_eq!(fields.len(), row.len(), "{:?}", text.escape_ascii());
                    fields
                }
                None => row.clone(),
            });
        }
        rows
    }

    #[test]
    fn no_letter_of_a_table_is_lost() {
        for text in every_text(b"\",\na", 9) {
            let told = text.escape_ascii();
            let fields = rows(&text);
            // What is read of it without the rows' quotes at both ends is written.
            let count = |of: u8, bytes: &[u8]| bytes.iter().filter(|byte| **byte == of).count();
            let told_letters: usize = fields.iter().map(|row| count(b'a', row.as_slice())).sum();
            assert_eq!(told_letters, count(b'a', &text), "{told}");
            for field in fields.iter().flatten() {
                let begins = text.windows(field.len().max(1)).any(|part| part == field);
                // Doubled quotes are one; all else stands in the text as it is.
                assert!(
                    begins || field.is_empty() || field.contains(&b'"'),
                    "{told}"
                );
            }
            let mut out = csv::WriterBuilder::new()
                .flexible(true)
                .from_writer(Vec::new());
            for row in &fields {
                out.write_byte_record(row).unwrap();
            }
            // What is written is read as the same.
            let written = out.into_inner().unwrap();
            assert_eq!(rows(&written), fields, "{told}");
        }
    }

    #[test]
    fn quotes_behind_which_a_field_goes_on_are_letters_of_it() {
        for (text, expected) in [
            (&b"\"Foo\" Bar,\"x\ny\""[..], [&b"\"Foo\" Bar"[..], b"x\ny"]),
            (b"\"a,b\" c,\"d\"\"e\"", [b"\"a,b\" c", b"d\"e"]),
            ("\u{FEFF}\"Foo\" Bar,b".as_bytes(), [b"\"Foo\" Bar", b"b"]),
        ] {
            assert_eq!(rows(text), [ByteRecord::from(expected.to_vec())]);
        }
    }
}
