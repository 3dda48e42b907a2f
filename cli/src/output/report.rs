//! What is written of answers in each of the formats, before, between and after them.

use crate::output::format::Format;
use crate::output::geojson::FeatureCollection;
use crate::output::table::{Column, Table};
use serde::Serialize;
use std::io::{self, BufWriter, Write};
use toponym::Coordinates;

/// One answer or mention, in each of the formats.
pub(crate) trait Entry {
    /// Adds its rows, and the notes under them.
    fn add_rows(&self, table: &mut Table);
    /// The JSON object.
    fn record(&self) -> impl Serialize;
    /// The rows of CSV, with as many cells as the header has.
    fn csv_rows(&self) -> Vec<Vec<String>>;
    /// The GeoJSON features: where they are, and their properties.
    fn features(&self) -> Vec<(Option<Coordinates>, impl Serialize)>;
}

/// A report that is being written.
pub(crate) enum Report<W: Write> {
    Table(BufWriter<W>, Box<Table>),
    JsonLines(BufWriter<W>),
    Json { out: BufWriter<W>, empty: bool },
    Csv(Box<csv::Writer<W>>),
    GeoJson(BufWriter<W>, FeatureCollection),
}

impl<W: Write> Report<W> {
    /// Begins a report with these columns of a table, or these of CSV.
    pub fn begin(
        out: W,
        format: Format,
        columns: Vec<Column>,
        header: &[String],
    ) -> io::Result<Self> {
        let out = BufWriter::new(out);
        Ok(match format {
            Format::Table => Report::Table(out, Box::new(Table::new(columns))),
            Format::JsonLines => Report::JsonLines(out),
            Format::Json => {
                let mut out = out;
                out.write_all(b"[")?;
                Report::Json { out, empty: true }
            }
            Format::Csv => {
                let out = out.into_inner().map_err(|error| error.into_error())?;
                let mut writer = csv::Writer::from_writer(out);
                writer.write_record(header).map_err(io_error)?;
                Report::Csv(Box::new(writer))
            }
            Format::GeoJson => {
                let mut out = out;
                let features = FeatureCollection::begin(&mut out)?;
                Report::GeoJson(out, features)
            }
        })
    }

    /// Adds an answer or a mention.
    pub fn add(&mut self, entry: &impl Entry) -> io::Result<()> {
        match self {
            Report::Table(out, table) => {
                entry.add_rows(table);
                if table.is_full() {
                    table.write_waiting(out)?;
                }
            }
            Report::JsonLines(out) => {
                serde_json::to_writer(&mut *out, &entry.record())?;
                out.write_all(b"\n")?;
            }
            Report::Json { out, empty } => {
                out.write_all(if *empty { b"\n" } else { b",\n" })?;
                *empty = false;
                serde_json::to_writer(out, &entry.record())?;
            }
            Report::Csv(writer) => {
                for row in entry.csv_rows() {
                    writer.write_record(row).map_err(io_error)?;
                }
            }
            Report::GeoJson(out, features) => {
                for (position, properties) in entry.features() {
                    features.add(out, position, properties)?;
                }
            }
        }
        Ok(())
    }

    /// Writes out what there is.
    pub fn flush(&mut self) -> io::Result<()> {
        match self {
            Report::Table(out, table) => {
                table.write_waiting(out)?;
                out.flush()
            }
            Report::JsonLines(out) | Report::Json { out, .. } | Report::GeoJson(out, _) => {
                out.flush()
            }
            Report::Csv(writer) => writer.flush(),
        }
    }

    /// Ends the report.
    pub fn end(mut self) -> io::Result<W> {
        match &mut self {
            Report::Table(..) | Report::JsonLines(_) | Report::Csv(_) => {}
            Report::Json { out, .. } => out.write_all(b"\n]\n")?,
            Report::GeoJson(out, features) => features.end(out)?,
        }
        self.flush()?;
        match self {
            Report::Table(out, _)
            | Report::JsonLines(out)
            | Report::Json { out, .. }
            | Report::GeoJson(out, _) => out.into_inner().map_err(|error| error.into_error()),
            Report::Csv(writer) => {
                let inner = writer.into_inner();
                inner.map_err(|error| io::Error::other(error.error().to_string()))
            }
        }
    }
}

/// What went wrong with the output; rows are always such as CSV can hold.
pub(crate) fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
