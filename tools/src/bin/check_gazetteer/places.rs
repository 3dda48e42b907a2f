//! Places: parents that can contain them, and no place twice.

use super::limits::{
    CITY_KM, COUNTRY_KM, DISTRICT_KM, FAR_REACHING, NEIGHBORS, OTHER_COUNTRY_KM, OTHER_UNIT_KM,
    REGION_KM, SAME_SPOT_KM, UNIT_KM, VILLAGE_KM,
};
use super::{Failure, Tables};
use std::collections::HashSet;
use toponym::normalize;
use toponym::{FeatureClass, Place};

pub fn check(tables: &Tables) -> Vec<Failure> {
    let mut failures = Vec::new();
    for (row, place) in tables.places.iter().enumerate() {
        if let Some(wrong) = wrong_parent(tables, place) {
            failures.push(Failure::new(
                "parents contain their places",
                format!("{}: {wrong}", tables.shown(row)),
            ));
        }
        if tables.names[row].is_empty() {
            failures.push(Failure::new("every place has a name", tables.shown(row)));
        }
    }
    twins(tables, &mut failures);
    failures
}

fn wrong_parent(tables: &Tables, place: &Place) -> Option<String> {
    let Some(parent) = tables.parent(place) else {
        return match place.country {
            Some(country) if !is_whole(place) => {
                Some(format!("it lies in {country} but has no parent"))
            }
            _ => None,
        };
    };
    let parent_name = tables.row(&parent.id).map_or("", |row| tables.name(row));
    if place.country != parent.country {
        return Some(format!("its parent {parent_name} lies in another country"));
    }
    let (kind, level) = (parent.feature, Level::of(parent));
    let contains = match level {
        None => false,
        Some(Level::Village) => place.feature.class() == FeatureClass::Spot,
        Some(level) => !is_unit_or_city(place) || Level::of(place).is_none_or(|own| level < own),
    };
    let Some(level) = level.filter(|_| contains) else {
        return Some(format!(
            "its parent {parent_name} is {kind}, no larger unit"
        ));
    };
    let distance = place.coordinates.distance_km(parent.coordinates);
    let reach = reach_km(parent, level);
    (distance > reach).then(|| {
        format!("{distance:.0} km from its parent {parent_name}, which reaches {reach:.0} km")
    })
}

/// Countries, territories and continents: nobody's part.
fn is_whole(place: &Place) -> bool {
    Level::of(place) == Some(Level::Country) || place.feature.code() == "CONT"
}

/// What contains places, the largest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Country,
    /// No unit, but a parent of what lies in no unit of today.
    Region,
    Unit,
    District,
    /// A city with settlements below it.
    City,
    Village,
}

impl Level {
    /// `None` for what contains nothing.
    fn of(place: &Place) -> Option<Level> {
        match (place.feature.class(), place.feature.code()) {
            (FeatureClass::Administrative, "TERR") => Some(Level::Country),
            (FeatureClass::Administrative, code) if code.starts_with("PCL") => Some(Level::Country),
            (FeatureClass::Administrative, "ADM2" | "ADM3") => Some(Level::District),
            (FeatureClass::Administrative, _) => Some(Level::Unit),
            (FeatureClass::Area, _) | (FeatureClass::Terrain, "UPLD") => Some(Level::Region),
            (FeatureClass::Populated, "PPLC" | "PPLA" | "PPLA2") => Some(Level::City),
            (FeatureClass::Populated, _) => Some(Level::Village),
            _ => None,
        }
    }
}

/// Whether the place has a level of its own among units; a region lies in units or around them.
fn is_unit_or_city(place: &Place) -> bool {
    let class = place.feature.class();
    [FeatureClass::Administrative, FeatureClass::Populated].contains(&class)
}

fn reach_km(parent: &Place, level: Level) -> f64 {
    let id = parent.id.to_string();
    if let Some((_, km, _)) = FAR_REACHING.iter().find(|row| row.0 == id) {
        return *km;
    }
    let country = parent.country.map(|country| country.to_string());
    let of_country = |table: &[(&str, f64)], other| {
        let row = table.iter().find(|row| Some(row.0) == country.as_deref());
        row.map_or(other, |row| row.1)
    };
    match level {
        Level::Country => of_country(&COUNTRY_KM, OTHER_COUNTRY_KM),
        Level::Region => REGION_KM,
        Level::Unit => of_country(&UNIT_KM, OTHER_UNIT_KM),
        Level::District => DISTRICT_KM,
        Level::City => CITY_KM,
        Level::Village => VILLAGE_KM,
    }
}

/// Places on one spot under one name, but a town and the unit named after it: those are two
/// places by design.
fn twins(tables: &Tables, failures: &mut Vec<Failure>) {
    const KM_PER_DEGREE: f64 = 110.5;
    let latitude = |row: usize| tables.places[row].coordinates.latitude();
    let mut by_latitude: Vec<usize> = (0..tables.places.len()).collect();
    by_latitude.sort_by(|&a, &b| latitude(a).total_cmp(&latitude(b)));
    for (i, &one) in by_latitude.iter().enumerate() {
        let near = by_latitude[i + 1..].iter().take_while(|&&other| {
            (latitude(other) - latitude(one)) * KM_PER_DEGREE <= SAME_SPOT_KM
        });
        for &other in near {
            let (a, b) = (&tables.places[one], &tables.places[other]);
            if a.coordinates.distance_km(b.coordinates) >= SAME_SPOT_KM
                || is_town_and_unit(a, b)
                || is_explained(a, b)
            {
                continue;
            }
            let theirs = spellings(tables, other);
            if let Some(shared) = spellings(tables, one).intersection(&theirs).min() {
                failures.push(Failure::new(
                    "places on one spot under one name are one place",
                    format!(
                        "{} and {}: {shared}",
                        tables.shown(one),
                        tables.shown(other)
                    ),
                ));
            }
        }
    }
}

fn is_town_and_unit(a: &Place, b: &Place) -> bool {
    let classes = [a.feature.class(), b.feature.class()];
    classes.contains(&FeatureClass::Populated) && classes.contains(&FeatureClass::Administrative)
}

fn is_explained(a: &Place, b: &Place) -> bool {
    let (a, b) = (a.id.to_string(), b.id.to_string());
    NEIGHBORS.iter().any(|&(one, other, _)| {
        [one, other] == [a.as_str(), &b] || [one, other] == [b.as_str(), &a]
    })
}

fn spellings(tables: &Tables, row: usize) -> HashSet<String> {
    let names = tables.names[row].iter();
    names
        .map(|name| normalize(&name.text).as_str().to_owned())
        .collect()
}
