//! Towns against GeoNames' list of cities: their points and the units that they lie in.

use super::facts::read;
use super::limits::{OTHER_UNIT, TOWN_KM};
use super::{Failure, Tables};
use std::collections::HashMap;
use std::path::Path;
use toponym::{Coordinates, FeatureClass, Place, PlaceId};

/// GeoNames' cities over 15,000, below the shared folder.
const CITIES: &str = "gazetteer/cities15000.zip";

/// Its first-level units, by the codes that the cities carry.
const CODES: &str = "facts/geonames-admin1.tsv";

/// Countries whose cities of the republic are units themselves and hang on the country.
const CITIES_ARE_UNITS: [&str; 1] = ["AZ"];

/// Compares the tables with the list, if this program reads archives.
///
/// # Errors
/// If the shared folder does not hold the list.
pub fn check(shared: &Path, tables: &Tables) -> Result<Vec<Failure>, String> {
    let Some(cities) = unpacked(&shared.join(CITIES))? else {
        return Ok(Vec::new());
    };
    let units = units(&shared.join(CODES))?;
    let mut failures = Vec::new();
    for (line, city) in cities.lines().enumerate() {
        let City { id, point, unit } =
            City::of(city).ok_or_else(|| format!("{CITIES}:{}: no city", line + 1))?;
        let Some(row) = tables.row(&id) else {
            continue;
        };
        let place = &tables.places[row];
        if place.feature.class() != FeatureClass::Populated {
            continue;
        }
        let distance = place.coordinates.distance_km(point);
        if distance > TOWN_KM {
            failures.push(Failure::new(
                "points under a GeoNames id are GeoNames'",
                format!("{}: {distance:.1} km off", tables.shown(row)),
            ));
        }
        if let Some(unit) = missed_unit(tables, place, units.get(&unit)) {
            failures.push(Failure::new(
                "towns hang on their unit",
                format!("{}: not in {}", tables.shown(row), tables.shown(unit)),
            ));
        }
    }
    Ok(failures)
}

/// What is asked of a row of the list.
struct City {
    id: PlaceId,
    point: Coordinates,
    /// The code of its first-level unit, as `AM.01`.
    unit: String,
}

impl City {
    fn of(row: &str) -> Option<City> {
        let cells: Vec<&str> = row.split('\t').collect();
        let cell = |at: usize| cells.get(at).copied();
        Some(City {
            id: format!("gn:{}", cell(0)?).parse().ok()?,
            point: format!("{},{}", cell(4)?, cell(5)?).parse().ok()?,
            unit: format!("{}.{}", cell(8)?, cell(10)?),
        })
    }
}

/// The ids of the first-level units by their codes.
fn units(path: &Path) -> Result<HashMap<String, PlaceId>, String> {
    let mut units = HashMap::new();
    read(path, |cell| {
        // A few rows have no id.
        if let Ok(id) = format!("gn:{}", cell("geoname_id")?).parse() {
            units.insert(cell("#region_code")?.to_owned(), id);
        }
        Ok(())
    })?;
    Ok(units)
}

/// The text of the only file in an archive.
#[cfg(feature = "archives")]
fn unpacked(path: &Path) -> Result<Option<String>, String> {
    use std::io::Read;
    let shown = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let file = std::fs::File::open(path).map_err(|error| shown(&error))?;
    let mut archive = zip::ZipArchive::new(file).map_err(|error| shown(&error))?;
    let packed = archive.by_index_raw(0).map_err(|error| shown(&error))?;
    let mut text = String::new();
    flate2::read::DeflateDecoder::new(packed)
        .read_to_string(&mut text)
        .map_err(|error| shown(&error))?;
    Ok(Some(text))
}

#[cfg(not(feature = "archives"))]
fn unpacked(_: &Path) -> Result<Option<String>, String> {
    Ok(None)
}

/// The row of the unit that a town lies in and does not hang on.
fn missed_unit(tables: &Tables, place: &Place, unit: Option<&PlaceId>) -> Option<usize> {
    let country = place.country?;
    let id = place.id.to_string();
    if CITIES_ARE_UNITS.contains(&country.as_str()) || OTHER_UNIT.iter().any(|row| row.0 == id) {
        return None;
    }
    let unit = tables.row(unit?)?;
    let chain = std::iter::successors(Some(place), |place| tables.parent(place));
    let wanted = &tables.places[unit];
    // Sources disagree on whose a disputed place is; the tables name their country.
    let hangs = wanted.country != place.country || chain.take(8).any(|of| of.id == wanted.id);
    (!hangs).then_some(unit)
}
