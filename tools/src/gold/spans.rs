//! TSV: a span a row, in columns that the header names.

use crate::gold::{Gold, Span};
use toponym::Coordinates;

/// The gold of a text.
pub fn parse(text: String, rows: &str) -> Result<Gold, String> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .quoting(false)
        .from_reader(rows.as_bytes());
    let header = reader.headers().map_err(|error| error.to_string())?.clone();
    let mut spans = Vec::new();
    for (number, row) in reader.records().enumerate() {
        let line = number + 2;
        let row = row.map_err(|error| error.to_string())?;
        let cell = |name: &str| {
            let at = header.iter().position(|column| column == name)?;
            row.get(at).map(str::trim).filter(|cell| !cell.is_empty())
        };
        let number = |name: &str| -> Result<Option<f64>, String> {
            let parse = |cell: &str| {
                let number = cell.parse();
                number.map_err(|_| format!("line {line}: {name} {cell:?} is no number"))
            };
            cell(name).map(parse).transpose()
        };
        let offset = |name: &str| -> Result<usize, String> {
            let number = cell(name).and_then(|cell| cell.parse().ok());
            let number = number.filter(|&number| text.is_char_boundary(number));
            number.ok_or(format!("line {line}: {name} is no offset in the text"))
        };
        let point = match (number("lat")?, number("lon")?) {
            (Some(lat), Some(lon)) => {
                let point = Coordinates::new(lat, lon);
                Some(point.map_err(|error| format!("line {line}: {error}"))?)
            }
            _ => None,
        };
        let mut ids: Vec<String> = Vec::new();
        for (name, prefix) in [
            ("id", ""),
            ("ids", ""),
            ("geonames", "gn:"),
            ("wikidata", "wd:"),
        ] {
            let cell = cell(name).unwrap_or_default();
            ids.extend(cell.split_whitespace().map(|id| format!("{prefix}{id}")));
        }
        spans.push(Span {
            range: offset("start")?..offset("end")?,
            ids,
            point,
            radius_km: number("radius_km")?,
            country: cell("country").map(str::to_owned),
            kind: cell("kind").map(str::to_owned),
            event: cell("event").map(str::to_owned),
            language: cell("language").map(str::to_owned),
        });
    }
    spans.sort_by_key(|span| span.range.start);
    Ok(Gold {
        text,
        words: Vec::new(),
        spans,
    })
}
