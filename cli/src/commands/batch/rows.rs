//! The rows of a table, good and bad ones in their order.

use crate::commands::batch::delimiter::{self, Delimiter};
use crate::commands::batch::lines::{LineCount, NotingLines};
use crate::input::encoding::{self, EncodingChoice};
use crate::stop::Stop;
use csv::ByteRecord;
use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;
use std::fmt;
use std::io::{Cursor, Read};

/// Encoding and delimiter are told from so many bytes.
const SAMPLE: u64 = 1 << 18;

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
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Fields { row, header } => write!(f, "fields: {row}, in the header: {header}"),
            Fault::Encoding { field, encoding } => {
                write!(f, "field {field} is not {}", encoding.name())
            }
        }
    }
}

/// A table that is being read.
pub(crate) struct Rows<'c> {
    /// As messages call it.
    pub name: String,
    pub header: ByteRecord,
    pub encoding: &'static Encoding,
    pub delimiter: u8,
    delimiter_named: bool,
    reader: csv::Reader<NotingLines<Box<dyn Read + 'c>>>,
    lines: LineCount,
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
        let encoding = match encoding {
            EncodingChoice::Auto => encoding::detect(&sample, whole),
            EncodingChoice::Named(encoding) => encoding,
        };
        let delimiter_named = matches!(delimiter, Delimiter::Byte(_));
        let delimiter = match delimiter {
            Delimiter::Byte(delimiter) => delimiter,
            Delimiter::Auto if encoding == UTF_8 => delimiter::detect(&sample, whole),
            Delimiter::Auto => {
                let (decoded, ..) = encoding.decode(&sample);
                delimiter::detect(decoded.as_bytes(), whole)
            }
        };
        let input = Cursor::new(sample).chain(input);
        let input: Box<dyn Read + 'c> = match encoding == UTF_8 {
            // What is not UTF-8 stays what it is, and is written so.
            true => Box::new(input),
            false => {
                let mut decoder = DecodeReaderBytesBuilder::new();
                Box::new(decoder.encoding(Some(encoding)).build(input))
            }
        };
        let (input, lines) = NotingLines::new(input);
        // Rows of any length are rows: whether they fit is seen here.
        let mut builder = csv::ReaderBuilder::new();
        let mut reader = builder
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(input);
        let header = reader.byte_headers();
        let header = header.map_err(|error| unread(&name, error))?.clone();
        let rows = Rows {
            name,
            header,
            encoding,
            delimiter,
            delimiter_named,
            reader,
            lines,
        };
        if let Some(field) = rows.misencoded(&rows.header) {
            return Err(Stop::File(format!(
                "{}:1: field {field} of the header is not {}; convert the file first, for instance \
                 with iconv, or name its encoding, as with --encoding windows-1256",
                rows.name,
                encoding.name()
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

    /// Reads so many rows into `block`, which is fewer at the end. What was read before an error
    /// stays in the block.
    pub fn read(&mut self, block: &mut Vec<Row>, most: usize) -> Result<(), Stop> {
        block.clear();
        while block.len() < most {
            let mut fields = ByteRecord::new();
            let more = self.reader.read_byte_record(&mut fields);
            if !more.map_err(|error| unread(&self.name, error))? {
                break;
            }
            let start = fields.position().map_or(0, csv::Position::byte);
            let (row, header) = (fields.len(), self.header.len());
            let encoding = self.encoding;
            let fault = match self.misencoded(&fields) {
                _ if row != header => Some(Fault::Fields { row, header }),
                Some(field) => Some(Fault::Encoding { field, encoding }),
                None => None,
            };
            block.push(Row {
                line: self.lines.line_at(start),
                fields,
                fault,
            });
        }
        Ok(())
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

fn unread(name: &str, error: impl fmt::Display) -> Stop {
    Stop::File(format!("{name}: {error}"))
}
