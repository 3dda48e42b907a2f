//! The value of `--format`.

use clap::ValueEnum;

/// How answers are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Aligned columns, for people
    #[default]
    Table,
    /// One JSON object a line
    #[value(name = "jsonl")]
    JsonLines,
    /// One JSON list of the same objects
    Json,
    /// Comma-separated values with a header, for spreadsheets
    Csv,
    /// One GeoJSON feature collection, for maps
    #[value(name = "geojson")]
    GeoJson,
}
