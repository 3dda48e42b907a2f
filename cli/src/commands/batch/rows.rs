//! The rows of a table, good and bad ones in their order.

use crate::commands::batch::binary::binary;
use crate::commands::batch::delimiter::{self, Delimiter};
use crate::commands::batch::lines::{LineCount, NotingLines};
use crate::commands::batch::quotes::with_their_quotes;
use crate::input::encoding::{self, EncodingChoice};
use crate::stop::Stop;
use csv::ByteRecord;
use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;
use std::borrow::Cow;
use std::fmt;
use std::io::{Cursor, Read};

/// Encoding and delimiter are told from so many bytes.
const SAMPLE: u64 = 1 << 18;

/// Rows that are held at once have so many bytes, and those of one row more.
const LONGEST_BLOCK: usize = 8 << 20;

/// A header has so many fields at most, which are as many columns as Excel has.
const MAX_FIELDS: usize = 16_384;

/// A row and what is wrong with it.
pub(crate) struct Row {
    /// The fields as they are in the file, be they UTF-8 or not.
    pub fields: ByteRecord,
    /// Where it begins, from 1.
    pub line: u64,
    pub fault: Option<Fault>,
}

/// Why a row is not resolved.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It has so many fields, and the header another number.
    Fields { row: usize, header: usize },
    /// The field, from 1, that is not in this encoding.
    Encoding {
        field: usize,
        encoding: &'static Encoding,
        /// The one that the file is likelier in, if there is one.
        likelier: Option<&'static Encoding>,
    },
    /// The quote that opens in this line holds all the rest of the file.
    Quote { line: u64 },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Fields { row, header } => write!(f, "fields: {row}, in the header: {header}"),
            Fault::Encoding {
                field,
                encoding,
                likelier,
            } => {
                write!(f, "field {field} is not {}", encoding.name())?;
                match likelier.map(|likelier| likelier.name().to_ascii_lowercase()) {
                    Some(name) => write!(f, "; if the file is {name}, say --encoding {name}"),
                    None => Ok(()),
                }
            }
            Fault::Quote { line } => write!(
                f,
                "the quote that opens in line {line} is never closed, so that all lines from there \
                 on are one field; close it, or double it if it is part of a name"
            ),
        }
    }
}

/// Bytes of a field, from 1, that are not in the encoding of the file: they are not written any more, U+FFFD stands for
/// them.
#[derive(Clone, Copy)]
pub(crate) struct Lost {
    line: u64,
    field: usize,
}

/// A table that is being read.
pub(crate) struct Rows<'c> {
    /// As messages call it.
    pub name: String,
    pub header: ByteRecord,
    /// In which line it begins, from 1.
    pub header_line: u64,
    pub encoding: &'static Encoding,
    /// Whether it was told from letters and zeros alone, which may be others in another encoding.
    pub is_guessed: bool,
    pub delimiter: u8,
    delimiter_named: bool,
    reader: csv::Reader<NotingLines<Box<dyn Read + 'c>>>,
    lines: LineCount,
    likelier: Option<&'static Encoding>,
    /// Blank lines that are still to be given, as rows of empty fields, before `next`.
    blank: u64,
    next: Option<Row>,
    /// Those that were given.
    pub blank_rows: u64,
    /// Of the rows that were read the first of which something is lost.
    pub lost: Option<Lost>,
}

impl<'c> Rows<'c> {
    /// Reads the header of a table, and tells its encoding and delimiter.
    pub fn open(
        name: String,
        mut input: Box<dyn Read + 'c>,
        encoding: EncodingChoice,
        delimiter: Delimiter,
    ) -> Result<Rows<'c>, Stop> {
        let mut sample = Vec::new();
        let read = input.by_ref().take(SAMPLE).read_to_end(&mut sample);
        read.map_err(|error| unread(&name, error))?;
        let whole = (sample.len() as u64) < SAMPLE;
        let marked = Encoding::for_bom(&sample).map(|(encoding, _)| encoding);
        let is_named = matches!(encoding, EncodingChoice::Named(_));
        let encoding = match (marked, encoding) {
            // A mark says more than a name, which may be that of both kinds of UTF-16.
            (Some(marked), _) => marked,
            (None, EncodingChoice::Auto) => encoding::detect(&sample, whole),
            (None, EncodingChoice::Named(encoding)) => encoding,
        };
        if let Some(what) = binary(&sample, encoding) {
            return Err(Stop::File(format!("{name}: this is {what}")));
        }
        // As what is not UTF-8 is read only by being asked for, its likeliest encoding is a hint.
        let is_foreign = encoding == UTF_8 && std::str::from_utf8(&sample).is_err();
        let likelier = is_foreign.then(|| encoding::likeliest(&sample));
        let delimiter_named = matches!(delimiter, Delimiter::Byte(_));
        let decoded = match encoding == UTF_8 {
            true => Cow::Borrowed(&sample[..]),
            false => Cow::Owned(encoding.decode(&sample).0.into_owned().into_bytes()),
        };
        let said = delimiter::said(&decoded);
        let delimiter = match (delimiter, said) {
            (Delimiter::Byte(delimiter), _) | (Delimiter::Auto, Some(delimiter)) => delimiter,
            (Delimiter::Auto, None) => delimiter::detect(&decoded, whole),
        };
        drop(decoded);
        let input = Cursor::new(sample).chain(input);
        let input: Box<dyn Read + 'c> = match encoding == UTF_8 {
            // What is not UTF-8 stays what it is, and is written so.
            true => Box::new(input),
            false => {
                let mut decoder = DecodeReaderBytesBuilder::new();
                Box::new(decoder.encoding(Some(encoding)).build(input))
            }
        };
        let (input, lines) = NotingLines::new(input, delimiter);
        // Rows of any length are rows: whether they fit is seen here.
        let mut builder = csv::ReaderBuilder::new();
        let mut reader = builder
            .flexible(true)
            .has_headers(false)
            .delimiter(delimiter)
            .from_reader(input);
        let mut header = ByteRecord::new();
        // The line that says the delimiter is no header.
        for _ in 0..1 + usize::from(said.is_some()) {
            let read = reader.read_byte_record(&mut header);
            read.map_err(|error| unread(&name, error))?;
        }
        let start = header.position().map_or(0, csv::Position::byte);
        let (header_line, _) = lines.line_at(start);
        if let Some(quote) = lines.unclosed() {
            let (line, _) = lines.line_at(quote);
            let fault = Fault::Quote { line };
            return Err(Stop::File(format!("{name}:{header_line}: {fault}")));
        }
        let mut rows = Rows {
            name,
            header: ByteRecord::new(),
            header_line,
            encoding,
            // UTF-8 is told by what it must be; others without a mark by zeros, letters and words.
            is_guessed: !is_named && marked.is_none() && encoding != UTF_8,
            delimiter,
            delimiter_named,
            reader,
            lines,
            likelier,
            blank: 0,
            next: None,
            blank_rows: 0,
            lost: None,
        };
        rows.take_quotes(&mut header);
        rows.header = header;
        if rows.header.len() > MAX_FIELDS {
            return Err(Stop::File(format!(
                "{}:{header_line}: the header has {} fields, and only {MAX_FIELDS} can be read: take out the columns \
                 behind field {MAX_FIELDS} that are not needed, or say --delimiter if {:?} does not part them",
                rows.name,
                rows.header.len(),
                delimiter as char
            )));
        }
        if let Some(field) = rows.misencoded(&rows.header) {
            return Err(Stop::File(format!(
                "{}:{header_line}: field {field} of the header is not {}; convert the file first, \
                 for instance with iconv, or name its encoding, as with --encoding {}",
                rows.name,
                encoding.name(),
                likelier
                    .map_or("windows-1256", Encoding::name)
                    .to_ascii_lowercase()
            )));
        }
        Ok(rows)
    }

    /// What parts the fields that are written: what parts those that are read, if anything does.
    pub fn output_delimiter(&self) -> u8 {
        match self.header.len() {
            0 | 1 if !self.delimiter_named => b',',
            _ => self.delimiter,
        }
    }

    /// Reads so many rows into `block`, which is fewer at the end and where rows are long. What was read before an
    /// error stays in the block. A blank line before a row is a row without fields.
    pub fn read(&mut self, block: &mut Vec<Row>, most: usize) -> Result<(), Stop> {
        block.clear();
        let mut bytes = 0;
        while block.len() < most && bytes < LONGEST_BLOCK {
            let Some(next) = self.next.take() else {
                match self.read_row()? {
                    true => continue,
                    false => break,
                }
            };
            if self.blank == 0 {
                bytes += held(&next);
                block.push(next);
                continue;
            }
            block.push(Row {
                fields: ByteRecord::new(),
                line: next.line - self.blank,
                fault: None,
            });
            self.blank -= 1;
            self.blank_rows += 1;
            self.next = Some(next);
        }
        Ok(())
    }

    /// Reads the next row that is not blank, and how many blank lines are before it.
    fn read_row(&mut self) -> Result<bool, Stop> {
        let mut fields = ByteRecord::new();
        let more = self.reader.read_byte_record(&mut fields);
        if !more.map_err(|error| unread(&self.name, error))? {
            return Ok(false);
        }
        let start = fields.position().map_or(0, csv::Position::byte);
        let (line, blank) = self.lines.line_at(start);
        self.take_quotes(&mut fields);
        let (row, header) = (fields.len(), self.header.len());
        let (encoding, likelier) = (self.encoding, self.likelier);
        let misencoded = self.misencoded(&fields);
        // What is not UTF-8 in a file that is read so is written as it is.
        if let Some(field) = misencoded
            && encoding != UTF_8
        {
            self.lost.get_or_insert(Lost { line, field });
        }
        let fault = match (self.lines.unclosed(), misencoded) {
            (Some(quote), _) => Some(Fault::Quote {
                line: self.lines.line_at(quote).0,
            }),
            _ if row != header => Some(Fault::Fields { row, header }),
            (None, Some(field)) => Some(Fault::Encoding {
                field,
                encoding,
                likelier,
            }),
            (None, None) => None,
        };
        self.blank = blank;
        self.next = Some(Row {
            fields,
            line,
            fault,
        });
        Ok(true)
    }

    /// That the file is left as it is, since it is another one than was read.
    pub fn not_to_be_replaced_by_older(&self) -> Stop {
        Stop::File(format!(
            "{}: it has changed while it was read, and is left as it is now; run the command again",
            self.name
        ))
    }

    /// That the file is left as it is, since so many bytes alone were read of it.
    pub fn not_to_be_replaced_by_part(&self, read: u64) -> Stop {
        Stop::File(format!(
            "{}: {read} bytes of it were read here, and the others would be lost with the table that is replaced; name \
             the file instead of standard input, or another one for --output",
            self.name
        ))
    }

    /// That the file is left as it is, since it may be in another encoding than the one that it is read in.
    pub fn not_to_be_replaced_by_guess(&self) -> Stop {
        let encoding = self.encoding.name();
        Stop::File(format!(
            "{}: this seems to be {encoding}; where that is wrong, its letters would be lost with the table that is \
             replaced; say --encoding {}, or the right one, or another file for --output",
            self.name,
            encoding.to_ascii_lowercase()
        ))
    }

    /// That the file is left as it is, since what replaces it would not have all that is in it.
    pub fn not_to_be_replaced(&self, lost: Lost) -> Stop {
        let (name, line, field) = (&self.name, lost.line, lost.field);
        Stop::File(format!(
            "{name}:{line}: field {field} is not {}, and its bytes would be lost with the table that is replaced; say \
             the right --encoding, or another file for --output",
            self.encoding.name()
        ))
    }

    /// Gives the row that was read last the quotes that are letters in it.
    fn take_quotes(&self, fields: &mut ByteRecord) {
        let end = self.reader.position().byte();
        if let Some((start, raw)) = self.lines.broken_before(end) {
            *fields = with_their_quotes(&raw, start, self.delimiter, fields);
        }
    }

    /// The first field, from 1, that is not in the file's encoding: not UTF-8, or with U+FFFD where
    /// the decoder of another encoding found what is none of it.
    fn misencoded(&self, fields: &ByteRecord) -> Option<usize> {
        let is_decoded = self.encoding != UTF_8;
        let bad = fields.iter().position(|field| {
            std::str::from_utf8(field).map_or(true, |text| is_decoded && text.contains('\u{FFFD}'))
        });
        bad.map(|at| at + 1)
    }
}

/// Bytes that a row takes: its letters, and where each of its fields ends, be they empty.
pub(crate) fn held(row: &Row) -> usize {
    size_of::<Row>() + row.fields.as_slice().len() + row.fields.len() * size_of::<usize>()
}

fn unread(name: &str, error: impl fmt::Display) -> Stop {
    Stop::File(format!("{name}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_BLOCK, Rows};
    use crate::commands::batch::delimiter::Delimiter;
    use crate::input::encoding::EncodingChoice;
    use encoding_rs::UTF_8;
    use std::io::Cursor;

    #[test]
    fn rows_of_empty_fields_are_held_by_what_they_take() {
        const FIELDS: usize = 50_000;
        let row = format!("{}\n", ",".repeat(FIELDS - 1));
        let table = format!("a,b\n{}", row.repeat(100));
        let open = Rows::open(
            "table".to_owned(),
            Box::new(Cursor::new(table)),
            EncodingChoice::Named(UTF_8),
            Delimiter::Byte(b','),
        );
        let mut rows = open.unwrap_or_else(|_| panic!("the table is read"));
        let (mut block, mut all) = (Vec::new(), 0);
        loop {
            assert!(rows.read(&mut block, 4096).is_ok());
            if block.is_empty() {
                break;
            }
            // And one more.
            assert!((block.len() - 1) * FIELDS * size_of::<usize>() < LONGEST_BLOCK);
            all += block.len();
        }
        assert_eq!(all, 100);
    }
}
