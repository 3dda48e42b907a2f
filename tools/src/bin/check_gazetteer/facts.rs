//! Towns against the facts: the points that open sources give for their ids.

use super::limits::{BIG_CITY, BIG_CITY_KM, OTHER_POINT, TOWN_KM};
use super::{Failure, Tables, towns};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use toponym::{Coordinates, FeatureClass, Place, PlaceId};

/// Tables of Who's On First (which includes GeoNames) with a row for each place.
const PLACES: [&str; 2] = ["caucasus-places.tsv", "world-places.tsv"];

/// Natural Earth's cities of the world, by GeoNames' ids: a second opinion only, for its points
/// are coarse (and Tripoli of Libya stands in Lebanon).
const CITIES: &str = "natural-earth-cities.tsv";

/// Kinds of rows that are settlements. A unit's row may carry its town's id, but its point is
/// the unit's.
const SETTLEMENTS: [&str; 4] = ["locality", "neighbourhood", "borough", "macrohood"];

/// The first-level units of the world, the only good source of their ids.
const UNITS: &str = "geonames-admin1.tsv";

/// What was compared.
pub struct Compared {
    pub failures: Vec<Failure>,
    pub towns: usize,
    pub units: usize,
}

/// Compares the tables with the facts in the shared folder.
///
/// # Errors
/// If the folder does not hold them: a folder that was named and is wrong must not pass for
/// facts that agree.
pub fn check(shared: &Path, tables: &Tables) -> Result<Compared, String> {
    let folder = shared.join("facts");
    let mut points = Points::new();
    for file in PLACES {
        read_places(&folder.join(file), &mut points)?;
    }
    read_cities(&folder.join(CITIES), &mut points)?;
    let units = read_units(&folder.join(UNITS))?;
    let mut compared = Compared {
        failures: Vec::new(),
        towns: 0,
        units: 0,
    };
    for (row, place) in tables.places.iter().enumerate() {
        let is_geonames = place.id.authority() == toponym::Authority::GeoNames;
        if place.feature.code() == "ADM1" && is_geonames {
            compared.units += 1;
            if !units.contains(&place.id) {
                compared.failures.push(Failure::new(
                    "first-level units have their ids from the list of them",
                    tables.shown(row),
                ));
            }
        }
        if place.feature.class() != FeatureClass::Populated {
            continue;
        }
        let Some(points) = points.get(&place.id) else {
            continue;
        };
        compared.towns += 1;
        // Sources put one town on several points; one of them is enough.
        let nearest = points
            .iter()
            .map(|&point| place.coordinates.distance_km(point))
            .fold(f64::INFINITY, f64::min);
        if nearest > allowed_km(place) && !is_exception(place) {
            compared.failures.push(Failure::new(
                "towns are where the facts have them",
                format!("{}: {nearest:.1} km off", tables.shown(row)),
            ));
        }
    }
    compared.failures.extend(towns::check(shared, tables)?);
    Ok(compared)
}

fn allowed_km(place: &Place) -> f64 {
    match place.population >= Some(BIG_CITY) {
        true => BIG_CITY_KM,
        false => TOWN_KM,
    }
}

fn is_exception(place: &Place) -> bool {
    let id = place.id.to_string();
    OTHER_POINT.iter().any(|row| row.0 == id)
}

pub(super) type Row<'r> = Box<dyn Fn(&str) -> Result<&'r str, String> + 'r>;

/// Reads a tab-separated table row by row; cells are asked for by the column's name.
pub(super) fn read(
    path: &Path,
    mut row: impl FnMut(Row<'_>) -> Result<(), String>,
) -> Result<(), String> {
    let shown = path.display();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .quoting(false)
        .flexible(true)
        .from_path(path)
        .map_err(|error| format!("{shown}: {error}"))?;
    let header = reader.headers().map_err(|error| error.to_string())?.clone();
    for record in reader.records() {
        let record = record.map_err(|error| format!("{shown}: {error}"))?;
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |name: &str| {
            let at = header.iter().position(|column| column == name);
            at.and_then(|at| record.get(at))
                .ok_or_else(|| format!("column {name} is missing"))
        };
        row(Box::new(cell)).map_err(|reason| format!("{shown}:{line}: {reason}"))?;
    }
    Ok(())
}

type Points = HashMap<PlaceId, Vec<Coordinates>>;

fn read_places(path: &Path, points: &mut Points) -> Result<(), String> {
    read(path, |cell| {
        if !SETTLEMENTS.contains(&cell("placetype")?) {
            return Ok(());
        }
        let point = point(&cell)?;
        for (column, prefix) in [("gn_id", "gn"), ("wof_id", "wof")] {
            // Many rows have no id of the one or the other.
            if let Ok(id) = format!("{prefix}:{}", cell(column)?).parse() {
                points.entry(id).or_default().push(point);
            }
        }
        Ok(())
    })
}

fn read_cities(path: &Path, points: &mut Points) -> Result<(), String> {
    read(path, |cell| {
        let id = format!("gn:{}", cell("ne_geonameid")?).parse();
        if let Some(others) = id.ok().and_then(|id: PlaceId| points.get_mut(&id)) {
            others.push(point(&cell)?);
        }
        Ok(())
    })
}

fn point(cell: &Row<'_>) -> Result<Coordinates, String> {
    format!("{},{}", cell("lat")?, cell("lon")?)
        .parse()
        .map_err(|error: toponym::Error| error.to_string())
}

fn read_units(path: &Path) -> Result<HashSet<PlaceId>, String> {
    let mut units = HashSet::new();
    read(path, |cell| {
        if let Ok(id) = format!("gn:{}", cell("geoname_id")?).parse() {
            units.insert(id);
        }
        Ok(())
    })?;
    Ok(units)
}
