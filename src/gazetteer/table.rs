//! The crate's own table format: comma-separated values with a header row.
//!
//! Two steps a table: reading, here, turns each row into a value or an error that names the column;
//! checking (`check`) looks at what rows say about each other.

pub(crate) mod check;
pub(crate) mod row_limit;
#[cfg(test)]
mod tests;

pub(super) use crate::gazetteer::table::check::{check_names, check_places};

use crate::error::{Error, Result};
use crate::gazetteer::decode::Utf8Reader;
use crate::gazetteer::rows::ROW_TOO_LONG;
use crate::gazetteer::table::row_limit::{READ_AHEAD_BYTES, RowLimit};
use crate::model::coordinates::Coordinates;
use crate::model::feature::Feature;
use crate::model::name::Name;
use crate::model::place::Place;
use serde::Deserialize;
use std::collections::HashSet;
use std::io::Read;

/// A value and the line it was read from.
pub(super) struct TableRow<T> {
    pub line: u64,
    pub value: T,
}

/// A row of `places.csv` before its columns are parsed.
#[derive(Deserialize)]
struct PlaceColumns<'r> {
    id: &'r str,
    #[serde(default)]
    same_as: &'r str,
    #[serde(default)]
    class: &'r str,
    #[serde(default)]
    feature: &'r str,
    #[serde(default)]
    country: &'r str,
    #[serde(default)]
    parent: &'r str,
    latitude: &'r str,
    longitude: &'r str,
    #[serde(default)]
    accuracy_km: &'r str,
    #[serde(default)]
    population: &'r str,
    #[serde(default)]
    source: &'r str,
}

/// A row of `names.csv` before its columns are parsed.
#[derive(Deserialize)]
struct NameColumns<'r> {
    place: &'r str,
    text: &'r str,
    language: &'r str,
    #[serde(default)]
    kind: &'r str,
    #[serde(default)]
    source: &'r str,
}

/// Where a row stands, to say so in an error.
#[derive(Clone, Copy)]
pub(super) struct TablePosition<'f> {
    file: &'f str,
    line: u64,
}

impl TablePosition<'_> {
    pub fn error(self, column: Option<&'static str>, reason: impl ToString) -> Error {
        Error::row(self.file, self.line, column, reason.to_string())
    }

    pub fn parse<T: std::str::FromStr<Err = Error>>(
        self,
        column: &'static str,
        text: &str,
    ) -> Result<T> {
        text.parse()
            .map_err(|error| self.error(Some(column), error))
    }

    /// A column that may be empty.
    pub fn optional<T: std::str::FromStr<Err = Error>>(
        self,
        column: &'static str,
        text: &str,
    ) -> Result<Option<T>> {
        if text.is_empty() {
            Ok(None)
        } else {
            self.parse(column, text).map(Some)
        }
    }

    /// A spelling, which has letters, and not too many.
    pub fn name<'t>(self, column: &'static str, text: &'t str) -> Result<&'t str> {
        if text.trim().is_empty() {
            return Err(self.error(Some(column), "a name has at least one letter"));
        }
        self.at_most(column, text)
    }

    /// A text that an index can hold.
    fn at_most<'t>(self, column: &'static str, text: &'t str) -> Result<&'t str> {
        if text.len() > Name::MAX_LEN {
            return Err(self.error(
                Some(column),
                format_args!("it has more than {} bytes", Name::MAX_LEN),
            ));
        }
        Ok(text)
    }

    pub fn number<T: std::str::FromStr>(
        self,
        column: &'static str,
        text: &str,
        expected: &str,
    ) -> Result<T> {
        text.parse()
            .map_err(|_| self.error(Some(column), format_args!("{text:?}: expected {expected}")))
    }
}

pub(super) fn read_places(file: &str, table: impl Read) -> Result<Vec<TableRow<Place>>> {
    read(
        file,
        table,
        &["id", "latitude", "longitude"],
        |at, record, headers| {
            let row: PlaceColumns = record
                .deserialize(Some(headers))
                .map_err(|error| at.error(None, error))?;
            let degrees =
                |column, text| at.number(column, text, "decimal degrees, such as 40.7942");
            let latitude = degrees("latitude", row.latitude)?;
            let longitude = degrees("longitude", row.longitude)?;
            let coordinates = Coordinates::new(latitude, longitude).map_err(|error| {
                let column = if (-90.0..=90.0).contains(&latitude) {
                    "longitude"
                } else {
                    "latitude"
                };
                at.error(Some(column), error)
            })?;
            let mut place = Place::new(at.parse("id", row.id)?, coordinates);
            place.same_as = row
                .same_as
                .split_whitespace()
                .map(|id| at.parse("same_as", id))
                .collect::<Result<_>>()?;
            if place.same_as.len() > Place::MAX_SAME_AS {
                let most = format!("expected {} ids at most", Place::MAX_SAME_AS);
                return Err(at.error(Some("same_as"), most));
            }
            if !row.class.is_empty() || !row.feature.is_empty() {
                let class = at.parse("class", row.class)?;
                place.feature = Feature::new(class, row.feature)
                    .map_err(|error| at.error(Some("feature"), error))?;
            }
            place.country = at.optional("country", row.country)?;
            place.parent = at.optional("parent", row.parent)?;
            if !row.accuracy_km.is_empty() {
                let km: f32 =
                    at.number("accuracy_km", row.accuracy_km, "kilometres, such as 2.5")?;
                if !(km.is_finite() && km >= 0.0) {
                    return Err(at.error(Some("accuracy_km"), "expected kilometres from 0 up"));
                }
                place.accuracy_km = Some(km);
            }
            if !row.population.is_empty() {
                let inhabitants = at.number(
                    "population",
                    row.population,
                    "a whole number of inhabitants",
                )?;
                if inhabitants > Place::MAX_POPULATION {
                    let reason = format!("expected {} inhabitants at most", Place::MAX_POPULATION);
                    return Err(at.error(Some("population"), reason));
                }
                place.population = Some(inhabitants);
            }
            at.at_most("source", row.source)?;
            place.source = row.source.to_owned();
            Ok(place)
        },
    )
}

pub(super) fn read_names(file: &str, table: impl Read) -> Result<Vec<TableRow<Name>>> {
    read(
        file,
        table,
        &["place", "text", "language"],
        |at, record, headers| {
            let row: NameColumns = record
                .deserialize(Some(headers))
                .map_err(|error| at.error(None, error))?;
            at.name("text", row.text)?;
            at.at_most("source", row.source)?;
            Ok(Name {
                place: at.parse("place", row.place)?,
                text: row.text.to_owned(),
                language: at.parse("language", row.language)?,
                kind: at
                    .optional("kind", row.kind)?
                    .unwrap_or(crate::model::name::NameKind::Variant),
                source: row.source.to_owned(),
            })
        },
    )
}

/// Reads a table row by row, checking what is the same for every table: the header, the
/// number of columns, the encoding.
pub(super) fn read<T>(
    file: &str,
    table: impl Read,
    required: &[&'static str],
    mut parse: impl FnMut(TablePosition<'_>, &csv::StringRecord, &csv::StringRecord) -> Result<T>,
) -> Result<Vec<TableRow<T>>> {
    let table = Utf8Reader::new(table).map_err(|source| Error::io(file, source))?;
    let limit = RowLimit::default();
    let mut reader = csv::ReaderBuilder::new()
        .buffer_capacity(READ_AHEAD_BYTES)
        .from_reader(limit.apply(table));
    let failed = |error: &csv::Error, line, headers| match limit.is_exceeded() {
        true => {
            let reason = format!("{ROW_TOO_LONG}: is a quotation mark missing at its end?");
            TablePosition { file, line }.error(None, reason)
        }
        false => csv_error(file, error, headers),
    };
    let headers = reader.headers().map_err(|error| failed(&error, 1, None))?;
    let headers = plain_titles(headers);
    for &column in required {
        if !headers.iter().any(|header| header == column) {
            let cause = not_our_header(&headers);
            let reason = format!("is missing from the header row{cause}");
            return Err(TablePosition { file, line: 1 }.error(Some(column), reason));
        }
    }
    let mut rows: Vec<TableRow<T>> = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        limit.start_row();
        let line = reader.position().line();
        let more = reader.read_record(&mut record);
        if !more.map_err(|error| failed(&error, line, Some(&headers)))? {
            if limit.is_quote_open() {
                let line = rows.last().map_or(1, |row| row.line);
                let reason = "a quotation mark that opens in this row is never closed, so that all lines from there on are \
                              one field; close it, or double it and put all of its field in quotation marks";
                return Err(TablePosition { file, line }.error(None, reason));
            }
            if let Some(line) = limit.broken_line() {
                let reason = "a field goes on behind the quotation mark that closes it; double the marks that are part of \
                              it and put all of it in quotation marks";
                return Err(TablePosition { file, line }.error(None, reason));
            }
            return Ok(rows);
        }
        let line = record.position().map_or(line, csv::Position::line);
        let value = parse(TablePosition { file, line }, &record, &headers)?;
        rows.push(TableRow { line, value });
    }
}

/// The titles of columns without blanks around them and in small letters, as ours are: one that is written otherwise would
/// be none of them, and all of its column lost without a word.
fn plain_titles(headers: &csv::StringRecord) -> csv::StringRecord {
    let mut taken: HashSet<String> = headers.iter().map(str::to_owned).collect();
    let plain = |header: &str| {
        let title = header.trim().to_ascii_lowercase();
        match taken.insert(title.clone()) {
            true => title,
            false => header.to_owned(),
        }
    };
    headers.iter().map(plain).collect()
}

/// Why a header may have none of the columns.
fn not_our_header(headers: &csv::StringRecord) -> &'static str {
    let has = |letter| headers.iter().any(|header| header.contains(letter));
    if has('\0') {
        ": the table may be UTF-16 without a byte-order mark; save it as UTF-8"
    } else if headers.len() == 1 && (has('\t') || has(';')) {
        ": its columns are to be parted by commas"
    } else {
        ""
    }
}

/// Says in our words what the csv crate found.
fn csv_error(file: &str, error: &csv::Error, headers: Option<&csv::StringRecord>) -> Error {
    let line = error.position().map_or(0, csv::Position::line);
    let at = TablePosition { file, line };
    match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => at.error(
            None,
            format_args!("the row has {len} columns, the header {expected_len}"),
        ),
        csv::ErrorKind::Utf8 { err, .. } => {
            let column = headers
                .and_then(|names| names.get(err.field()))
                .unwrap_or("?");
            at.error(
                None,
                format_args!(
                    "column `{column}` is not UTF-8 (after {} good bytes)",
                    err.valid_up_to()
                ),
            )
        }
        _ => at.error(None, error),
    }
}
