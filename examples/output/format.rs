//! The value of `--format`.

/// How answers are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Aligned columns, for people.
    #[default]
    Table,
    /// One JSON object a line.
    JsonLines,
    /// One GeoJSON feature collection.
    GeoJson,
}

impl std::str::FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "table" => Ok(Format::Table),
            "jsonl" => Ok(Format::JsonLines),
            "geojson" => Ok(Format::GeoJson),
            _ => Err(format!("{text:?}: expected table, jsonl or geojson")),
        }
    }
}
