//! A user's corrections to places of other gazetteers: names to add or withdraw, points to move.

use crate::error::{Error, Result};
use crate::gazetteer::table::{TablePosition, read};
use crate::model::coordinates::Coordinates;
use crate::model::language::Language;
use crate::model::name::{Name, NameKind};
use crate::model::place_id::PlaceId;
use serde::Deserialize;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// Corrections to gazetteers, for [`IndexBuilder::add_corrections`](crate::IndexBuilder::add_corrections).
///
/// The table is comma-separated UTF-8 with a header row. `change` is `add` (a name), `withdraw` (a
/// name, in all languages unless one is given) or `move` (to other coordinates); columns that a
/// change does not use are empty, and may be missing altogether. A place may be given
/// by any of its ids.
///
/// ```csv
/// place,change,text,language,kind,latitude,longitude
/// gn:616635,add,Gumri City,en,variant,,
/// gn:616635,withdraw,Leninakan,,,,
/// wd:Q199500,move,,,,40.789,43.847
/// ```
///
/// ```
/// use toponym::Corrections;
///
/// let table = "place,change,text,language\ngn:616635,withdraw,Leninakan,en\n";
/// assert!(Corrections::from_csv(("mine.csv", table.as_bytes())).is_ok());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrections(pub(crate) Vec<Correction>);

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Correction {
    /// The table, as the caller named it.
    pub file: Arc<str>,
    pub line: u64,
    pub place: PlaceId,
    pub change: Change,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Change {
    Add(Name),
    Withdraw {
        text: String,
        language: Option<Language>,
    },
    Move(Coordinates),
}

#[derive(Deserialize)]
struct Columns<'r> {
    place: &'r str,
    change: &'r str,
    #[serde(default)]
    text: &'r str,
    #[serde(default)]
    language: &'r str,
    #[serde(default)]
    kind: &'r str,
    #[serde(default)]
    latitude: &'r str,
    #[serde(default)]
    longitude: &'r str,
}

impl Corrections {
    /// Reads a table of corrections from a file.
    ///
    /// # Errors
    /// If the file cannot be read, or at the first bad row, with its file, line and column.
    pub fn read_table(path: impl AsRef<Path>) -> Result<Corrections> {
        let path = path.as_ref();
        let file = File::open(path).map_err(|source| Error::io(path, source))?;
        Corrections::from_csv((&path.display().to_string(), file))
    }

    /// Reads a table with the label that errors shall call it by.
    ///
    /// # Errors
    /// At the first bad row, with its file, line and column.
    pub fn from_csv(table: (&str, impl Read)) -> Result<Corrections> {
        let rows = read(
            table.0,
            table.1,
            &["place", "change"],
            |at, record, headers| {
                let row: Columns = record
                    .deserialize(Some(headers))
                    .map_err(|error| at.error(None, error))?;
                let place: PlaceId = at.parse("place", row.place)?;
                let change = change(at, &place, &row)?;
                Ok((place, change))
            },
        )?;
        let file: Arc<str> = table.0.into();
        let corrections = rows.into_iter().map(|row| {
            let (place, change) = row.value;
            Correction {
                file: Arc::clone(&file),
                line: row.line,
                place,
                change,
            }
        });
        Ok(Corrections(corrections.collect()))
    }
}

fn change(at: TablePosition<'_>, place: &PlaceId, row: &Columns<'_>) -> Result<Change> {
    let named = || at.name("text", row.text);
    match row.change {
        "add" => {
            let kind = at.optional("kind", row.kind)?.unwrap_or(NameKind::Variant);
            let language = at
                .optional("language", row.language)?
                .unwrap_or(Language::UNDETERMINED);
            let mut name = Name::new(place.clone(), named()?, language, kind);
            "corrections".clone_into(&mut name.source);
            Ok(Change::Add(name))
        }
        "withdraw" => Ok(Change::Withdraw {
            text: named()?.to_owned(),
            language: at.optional("language", row.language)?,
        }),
        "move" => {
            let degrees =
                |column, text| at.number(column, text, "decimal degrees, such as 40.7942");
            let (latitude, longitude) = (
                degrees("latitude", row.latitude)?,
                degrees("longitude", row.longitude)?,
            );
            let point = Coordinates::new(latitude, longitude);
            Ok(Change::Move(
                point.map_err(|error| at.error(Some("latitude"), error))?,
            ))
        }
        other => Err(at.error(
            Some("change"),
            format_args!("{other:?}: expected add, withdraw or move"),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_rows_are_named() {
        let message = |row: &str| {
            let table = format!("place,change,text,language,kind,latitude,longitude\n{row}\n");
            Corrections::from_csv(("c.csv", table.as_bytes()))
                .unwrap_err()
                .to_string()
        };
        for (row, expected) in [
            (
                "gn:1,drop,A,,,,",
                "c.csv:2: column `change`: \"drop\": expected add, withdraw or move",
            ),
            (
                "gn:1,add,,,,,",
                "c.csv:2: column `text`: a name has at least one letter",
            ),
            (
                "gn:1,move,,,,x,1",
                "c.csv:2: column `latitude`: \"x\": expected decimal degrees, such as 40.7942",
            ),
            (
                "gn:1,move,,,,91,1",
                "c.csv:2: column `latitude`: coordinates",
            ),
            ("1,withdraw,A,,,,", "c.csv:2: column `place`: place id"),
        ] {
            let found = message(row);
            assert!(found.starts_with(expected), "{found}");
        }
    }
}
