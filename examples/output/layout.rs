//! What is written of an output in each of its formats, before, between and after its records.

use crate::format::Format;
use crate::geojson::FeatureCollection;
use crate::table::{Column, Table};
use serde::Serialize;
use std::io::{self, Write};

/// An output that is being written.
pub enum Layout<const N: usize> {
    Table(Box<Table<N>>),
    JsonLines,
    GeoJson(FeatureCollection),
}

impl<const N: usize> Layout<N> {
    /// Begins the output; a table has these columns.
    pub fn begin(
        out: &mut impl Write,
        format: Format,
        columns: [Column; N],
    ) -> io::Result<Layout<N>> {
        Ok(match format {
            Format::Table => Layout::Table(Box::new(Table::new(columns))),
            Format::JsonLines => Layout::JsonLines,
            Format::GeoJson => Layout::GeoJson(FeatureCollection::begin(out)?),
        })
    }

    /// Writes out what there is.
    pub fn flush(&mut self, out: &mut impl Write) -> io::Result<()> {
        if let Layout::Table(table) = self {
            table.flush(out)?;
        }
        out.flush()
    }

    /// Ends the output.
    pub fn end(mut self, out: &mut impl Write) -> io::Result<()> {
        if let Layout::GeoJson(features) = &self {
            features.end(out)?;
        }
        self.flush(out)
    }
}

/// Writes a record as a line of JSON.
pub fn json_line(out: &mut impl Write, record: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, record)?;
    out.write_all(b"\n")
}
