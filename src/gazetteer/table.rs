//! The crate's own table format: comma-separated values with a header row.
//!
//! Two steps a table: reading turns each row into a value or an error that names the column;
//! checking looks at what rows say about each other (ids, parents, places of names).

use crate::error::{Error, Result};
use crate::name::Name;
use crate::place::{Coordinates, Feature, Place, PlaceId};
use serde::Deserialize;
use std::collections::HashMap;
use std::io::Read;

/// A value and the line it was read from.
pub(super) struct Row<T> {
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
pub(super) struct Position<'f> {
    file: &'f str,
    line: u64,
}

impl Position<'_> {
    pub fn error(self, column: Option<&'static str>, reason: impl ToString) -> Error {
        Error::Row {
            file: self.file.to_owned(),
            line: self.line,
            column,
            reason: reason.to_string(),
        }
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

pub(super) fn read_places(file: &str, table: impl Read) -> Result<Vec<Row<Place>>> {
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
                place.population = Some(at.number(
                    "population",
                    row.population,
                    "a whole number of inhabitants",
                )?);
            }
            place.source = row.source.to_owned();
            Ok(place)
        },
    )
}

pub(super) fn read_names(file: &str, table: impl Read) -> Result<Vec<Row<Name>>> {
    read(
        file,
        table,
        &["place", "text", "language"],
        |at, record, headers| {
            let row: NameColumns = record
                .deserialize(Some(headers))
                .map_err(|error| at.error(None, error))?;
            if row.text.trim().is_empty() {
                return Err(at.error(Some("text"), "a name has at least one letter"));
            }
            Ok(Name {
                place: at.parse("place", row.place)?,
                text: row.text.to_owned(),
                language: at.parse("language", row.language)?,
                kind: at
                    .optional("kind", row.kind)?
                    .unwrap_or(crate::name::NameKind::Variant),
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
    mut parse: impl FnMut(Position<'_>, &csv::StringRecord, &csv::StringRecord) -> Result<T>,
) -> Result<Vec<Row<T>>> {
    let mut reader = csv::Reader::from_reader(table);
    let headers = reader
        .headers()
        .map_err(|error| csv_error(file, &error, None))?
        .clone();
    for &column in required {
        if !headers.iter().any(|header| header == column) {
            let reason = "is missing from the header row";
            return Err(Position { file, line: 1 }.error(Some(column), reason));
        }
    }
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    while reader
        .read_record(&mut record)
        .map_err(|error| csv_error(file, &error, Some(&headers)))?
    {
        let line = record.position().map_or(0, csv::Position::line);
        let value = parse(Position { file, line }, &record, &headers)?;
        rows.push(Row { line, value });
    }
    Ok(rows)
}

/// Says in our words what the csv crate found.
fn csv_error(file: &str, error: &csv::Error, headers: Option<&csv::StringRecord>) -> Error {
    let line = error.position().map_or(0, csv::Position::line);
    let at = Position { file, line };
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

/// Ids are unique, parents exist and form no loop.
pub(super) fn check_places(file: &str, places: &[Row<Place>]) -> Result<()> {
    let mut rows: HashMap<&PlaceId, usize> = HashMap::with_capacity(places.len());
    for (i, Row { line, value: place }) in places.iter().enumerate() {
        let at = Position { file, line: *line };
        let ids = std::iter::once(("id", &place.id))
            .chain(place.same_as.iter().map(|id| ("same_as", id)));
        for (column, id) in ids {
            if let Some(first) = rows.insert(id, i) {
                let first = places[first].line;
                return Err(at.error(
                    Some(column),
                    format_args!("{id} stands on line {first} already"),
                ));
            }
        }
    }
    let parent_of = |i: usize| -> Result<Option<usize>> {
        let Row { line, value: place } = &places[i];
        let Some(parent) = &place.parent else {
            return Ok(None);
        };
        let at = Position { file, line: *line };
        let found = rows.get(parent).copied();
        found
            .map(Some)
            .ok_or_else(|| at.error(Some("parent"), format_args!("there is no place {parent}")))
    };
    // Every place is followed up to the first one that is known to lead to a root.
    let mut rooted = vec![false; places.len()];
    let mut path = Vec::new();
    for start in 0..places.len() {
        let mut here = start;
        while !rooted[here] {
            if path.contains(&here) {
                let Row { line, value: place } = &places[here];
                let reason = format_args!("{} is among its own parents", place.id);
                return Err(Position { file, line: *line }.error(Some("parent"), reason));
            }
            path.push(here);
            match parent_of(here)? {
                Some(parent) => here = parent,
                None => break,
            }
        }
        for i in path.drain(..) {
            rooted[i] = true;
        }
    }
    Ok(())
}

/// Every name belongs to a place.
pub(super) fn check_names(file: &str, names: &[Row<Name>], places: &[Row<Place>]) -> Result<()> {
    let known: std::collections::HashSet<&PlaceId> = places
        .iter()
        .flat_map(|row| std::iter::once(&row.value.id).chain(&row.value.same_as))
        .collect();
    for Row { line, value: name } in names {
        if !known.contains(&name.place) {
            let at = Position { file, line: *line };
            return Err(at.error(
                Some("place"),
                format_args!("there is no place {}", name.place),
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::gazetteer::Gazetteer;
    use crate::{Feature, FeatureClass, NameKind};

    const PLACES: &str = "id,same_as,class,feature,country,parent,latitude,longitude,accuracy_km,population,source\n";
    const NAMES: &str = "place,text,language,kind,source\n";

    fn read(places: impl AsRef<[u8]>, names: impl AsRef<[u8]>) -> Result<Gazetteer, String> {
        Gazetteer::from_csv(("p.csv", places.as_ref()), ("n.csv", names.as_ref()))
            .map_err(|e| e.to_string())
    }

    /// The message for a places table of these rows.
    fn places_error(rows: &str) -> String {
        read(format!("{PLACES}{rows}"), NAMES).unwrap_err()
    }

    #[test]
    fn a_row_becomes_a_place() {
        let places = format!(
            "{PLACES}gn:174982,wd:Q399,A,PCLI,AM,,40,45,,2951776,geonames\n\
             gn:616635,wd:Q199500 wof:890431289,P,PPLA,AM,wd:Q399,40.7942,43.84528,0.5,121976,wof\n"
        );
        let names = format!(
            "{NAMES}gn:616635,غيومري,ar,preferred,news\nwd:Q199500,Լենինական,hy,former,own\n"
        );
        let gazetteer = read(places, names).unwrap();
        let gyumri = &gazetteer.places[1];
        assert_eq!(gyumri.id.to_string(), "gn:616635");
        assert_eq!(gyumri.same_as.len(), 2);
        assert_eq!(
            gyumri.feature,
            Feature::new(FeatureClass::Populated, "PPLA").unwrap()
        );
        assert_eq!(gyumri.parent.as_ref().unwrap().to_string(), "wd:Q399");
        assert_eq!(
            (gyumri.accuracy_km, gyumri.population),
            (Some(0.5), Some(121_976))
        );
        assert_eq!(gazetteer.names[1].kind, NameKind::Former);
    }

    #[test]
    fn byte_order_mark_crlf_column_order_and_missing_optional_columns_are_accepted() {
        let gazetteer = read(
            "\u{feff}longitude,id,latitude\r\n43.8,gn:1,40.7\r\n",
            "\u{feff}language,text,place\r\nar,\"غيو,مري\",gn:1\r\n",
        )
        .unwrap();
        assert_eq!(gazetteer.places[0].coordinates.longitude(), 43.8);
        assert_eq!(
            (gazetteer.names[0].text.as_str(), gazetteer.names[0].kind),
            ("غيو,مري", NameKind::Variant)
        );
    }

    #[test]
    fn errors_name_file_line_column_and_cure() {
        let good = "gn:1,,P,PPL,AM,,40,44,,,x\n";
        let cases = [
            (
                "gn:x,,P,PPL,AM,,40,44,,,x\n",
                "p.csv:2: column `id`: place id \"gn:x\": expected gn: and",
            ),
            (
                "gn:2,,P,PPL,AM,,91,44,,,x\n",
                "p.csv:2: column `latitude`: coordinates \"91,44\": latitude must",
            ),
            (
                "gn:2,,P,PPL,AM,,40,-181,,,x\n",
                "p.csv:2: column `longitude`: coordinates",
            ),
            (
                "gn:2,,P,PPL,AM,,forty,44,,,x\n",
                "p.csv:2: column `latitude`: \"forty\": expected decimal degrees",
            ),
            ("gn:2,,P,PPL,AM,,NaN,44,,,x\n", "p.csv:2: column `latitude`"),
            ("gn:2,,X,PPL,AM,,40,44,,,x\n", "p.csv:2: column `class`"),
            ("gn:2,,P,ppl,AM,,40,44,,,x\n", "p.csv:2: column `feature`"),
            ("gn:2,,P,PPL,ARM,,40,44,,,x\n", "p.csv:2: column `country`"),
            (
                "gn:2,,P,PPL,AM,,40,44,-1,,x\n",
                "p.csv:2: column `accuracy_km`",
            ),
            (
                "gn:2,,P,PPL,AM,,40,44,,many,x\n",
                "p.csv:2: column `population`",
            ),
            (
                "gn:2,,P,PPL,AM,,40,44,,x\n",
                "p.csv:2: the row has 10 columns, the header 11",
            ),
            (
                "gn:2,,P,PPL,AM,gn:3,40,44,,,x\n",
                "p.csv:2: column `parent`: there is no place gn:3",
            ),
        ];
        for (row, message) in cases {
            let found = places_error(row);
            assert!(found.starts_with(message), "{found}");
        }
        let twice = places_error(&format!("{good}gn:2,gn:1,P,PPL,AM,,40,44,,,x\n"));
        assert_eq!(
            twice,
            "p.csv:3: column `same_as`: gn:1 stands on line 2 already"
        );
        let names = read(
            format!("{PLACES}{good}"),
            format!("{NAMES}gn:1,A,en,,\ngn:7,B,en,,\n"),
        )
        .unwrap_err();
        assert_eq!(names, "n.csv:3: column `place`: there is no place gn:7");
        let blank = read(format!("{PLACES}{good}"), format!("{NAMES}gn:1, ,en,,\n")).unwrap_err();
        assert!(blank.starts_with("n.csv:2: column `text`"), "{blank}");
        let header = read("id,latitude\ngn:1,40\n", NAMES).unwrap_err();
        assert_eq!(
            header,
            "p.csv:1: column `longitude`: is missing from the header row"
        );
    }

    #[test]
    fn loops_of_parents_are_found() {
        let loop_of_two = "gn:1,,P,PPL,,gn:2,40,44,,,\ngn:2,,P,PPL,,gn:1,40,44,,,\n";
        assert!(places_error(loop_of_two).contains("is among its own parents"));
        assert!(places_error("gn:1,,P,PPL,,gn:1,40,44,,,\n").contains("is among its own parents"));
    }

    #[test]
    fn other_encodings_are_refused_with_their_place() {
        let mut names = format!("{NAMES}gn:1,").into_bytes();
        names.extend(b"\xe3\xe6\xd3\xdf\xe6,ar,,\n");
        let message = read(format!("{PLACES}gn:1,,P,PPL,AM,,40,44,,,x\n"), names).unwrap_err();
        assert_eq!(
            message,
            "n.csv:2: column `text` is not UTF-8 (after 0 good bytes)"
        );
    }
}
