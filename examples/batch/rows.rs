//! The rows of a CSV file, good and bad ones in their order.

use crate::lines::{LineCount, NotingLines};
use crate::program::Stop;
use csv::ByteRecord;
use std::ffi::OsStr;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};

/// A row and what is wrong with it.
pub struct Row {
    /// The fields as they are in the file, be they UTF-8 or not.
    pub fields: ByteRecord,
    /// Where it begins, from 1.
    pub line: u64,
    pub fault: Option<Fault>,
}

/// Why a row is not resolved.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It has so many fields, and the header another number.
    Fields { row: usize, header: usize },
    /// The field, from 1, that is not UTF-8.
    NotUtf8 { field: usize },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Fields { row, header } => write!(f, "fields: {row}, in the header: {header}"),
            Fault::NotUtf8 { field } => write!(f, "field {field} is not UTF-8"),
        }
    }
}

/// A CSV file that is being read.
pub struct Rows {
    /// As messages call it.
    pub name: String,
    pub header: ByteRecord,
    reader: csv::Reader<NotingLines<Box<dyn Read>>>,
    lines: LineCount,
}

impl Rows {
    /// Opens a file, or standard input without one, and reads the header.
    pub fn open(path: Option<&OsStr>) -> Result<Rows, Stop> {
        let name = path.map_or("-".to_owned(), |path| path.display().to_string());
        let input: Box<dyn Read> = match path {
            Some(path) => Box::new(File::open(path).map_err(|error| unread(&name, error))?),
            None => Box::new(io::stdin().lock()),
        };
        let (input, lines) = NotingLines::new(input);
        // Rows of any length are rows: whether they fit is seen here.
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(input);
        let header = reader
            .byte_headers()
            .map_err(|error| unread(&name, error))?;
        let header = header.clone();
        if let Some(field) = not_utf8(&header) {
            let cure = "convert the file first, for instance with iconv";
            return Err(Stop::File(format!(
                "{name}: field {field} of the header is not UTF-8; {cure}"
            )));
        }
        Ok(Rows {
            name,
            header,
            reader,
            lines,
        })
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
            let fault = match not_utf8(&fields) {
                _ if row != header => Some(Fault::Fields { row, header }),
                Some(field) => Some(Fault::NotUtf8 { field }),
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
}

/// The first field, from 1, that is not UTF-8.
fn not_utf8(fields: &ByteRecord) -> Option<usize> {
    let bad = fields
        .iter()
        .position(|field| std::str::from_utf8(field).is_err());
    bad.map(|at| at + 1)
}

fn unread(name: &str, error: impl fmt::Display) -> Stop {
    Stop::File(format!("{name}: {error}"))
}
