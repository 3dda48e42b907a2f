//! The table of places: 19 columns, of which these are used.

use crate::error::Result;
use crate::gazetteer::geonames::Wanted;
use crate::gazetteer::geonames::units::Units;
use crate::gazetteer::rows::{Bad, Fault, RowText, Rows};
use crate::model::coordinates::Coordinates;
use crate::model::country::CountryCode;
use crate::model::feature::{Feature, FeatureClass};
use crate::model::place::Place;
use crate::model::place_id::PlaceId;
use std::collections::{HashMap, HashSet};
use std::io::Read;

/// A good row of the table.
#[derive(Clone, Copy)]
pub(super) struct PlaceRow<'r> {
    pub id: u64,
    pub name: &'r str,
    pub ascii_name: &'r str,
    /// Separated by commas; names have commas too, and fall apart here.
    pub alternate_names: &'r str,
    pub coordinates: Coordinates,
    pub feature: Feature,
    pub country: Option<CountryCode>,
    /// Codes of the first to fourth administrative level.
    pub codes: [&'r str; 4],
    pub population: Option<u64>,
}

impl<'r> PlaceRow<'r> {
    fn parse(text: &'r str) -> Result<Self, Fault<'r>> {
        let mut columns = [""; 19];
        let mut count = 0;
        for column in text.split('\t') {
            if let Some(slot) = columns.get_mut(count) {
                *slot = column;
            }
            count += 1;
        }
        let fault = |column, reason, value| Fault {
            column,
            reason,
            value,
        };
        if count != columns.len() {
            return Err(fault(None, "the row does not have 19 columns", text));
        }
        let [
            id,
            name,
            ascii_name,
            alternate_names,
            latitude,
            longitude,
            class,
            code,
            country,
            _,
            codes @ ..,
            population,
            _,
            _,
            _,
            _,
        ] = columns;
        let number = match id.parse() {
            Ok(0) | Err(_) => {
                return Err(fault(Some("geonameid"), "an id is a number from 1 up", id));
            }
            Ok(number) => number,
        };
        if name.trim().is_empty() {
            return Err(fault(Some("name"), "the name is missing", id));
        }
        let degrees = |text: &str| text.parse::<f64>().ok();
        let coordinates = degrees(latitude)
            .zip(degrees(longitude))
            .and_then(|(latitude, longitude)| Coordinates::new(latitude, longitude).ok())
            .ok_or(fault(
                Some("latitude"),
                "latitude or longitude are not degrees on the globe",
                id,
            ))?;
        let class: FeatureClass = class.parse().map_err(|_| {
            fault(
                Some("feature class"),
                "the feature class is none of AHLPRSTUV",
                class,
            )
        })?;
        let feature = Feature::new(class, code).map_err(|_| {
            fault(
                Some("feature code"),
                "the feature code is not capital letters and digits",
                code,
            )
        })?;
        let country =
            match country {
                "" => None,
                _ => Some(country.parse().map_err(|_| {
                    fault(Some("country code"), "a country is two letters", country)
                })?),
            };
        let population = match population {
            "" | "0" => None,
            _ => Some(population.parse().map_err(|_| {
                fault(
                    Some("population"),
                    "the population is not a number",
                    population,
                )
            })?),
        };
        Ok(PlaceRow {
            id: number,
            name,
            ascii_name,
            alternate_names,
            coordinates,
            feature,
            country,
            codes,
            population,
        })
    }

    /// The place, without parent and other ids.
    pub fn place(&self) -> Result<Place> {
        let mut place = Place::new(PlaceId::geonames(self.id), self.coordinates);
        place.feature = self.feature;
        place.country = self.country;
        place.population = self.population;
        "geonames".clone_into(&mut place.source);
        Ok(place)
    }
}

/// Which rows of the table are taken.
pub(super) struct Places<'w> {
    wanted: &'w Wanted,
    ids: HashSet<u64>,
    /// Ids that stand on several rows.
    repeated: HashSet<u64>,
}

impl<'w> Places<'w> {
    pub fn new(wanted: &'w Wanted) -> Self {
        Places {
            wanted,
            ids: HashSet::new(),
            repeated: HashSet::new(),
        }
    }

    /// Whether a place is taken.
    pub fn holds(&self, id: u64) -> bool {
        self.ids.contains(&id)
    }

    /// Finds out which rows are taken, and the units among them.
    pub fn look_through<R: Read>(
        &mut self,
        rows: &mut Rows<R>,
        units: &mut Units,
        bad: &mut Bad<'_>,
    ) -> Result<()> {
        while let Some(text) = rows.next(bad)? {
            let row = match PlaceRow::parse(text.text) {
                Ok(row) => row,
                Err(fault) => {
                    bad.row(text, fault)?;
                    continue;
                }
            };
            units.see(&row);
            if let Err(reason) = self.wants(&row) {
                bad.left_out.count(reason, || place_of(text, &row));
            } else if !self.ids.insert(row.id) {
                self.repeated.insert(row.id);
                let fault = Fault {
                    column: Some("geonameid"),
                    reason: "the id stands on another row already",
                    value: row.name,
                };
                bad.row(text, fault)?;
            }
        }
        Ok(())
    }

    /// Whether the row is wanted; else why not.
    fn wants(&self, row: &PlaceRow<'_>) -> Result<(), &'static str> {
        let Wanted {
            countries,
            classes,
            codes,
            population,
            ..
        } = self.wanted;
        if !countries.is_empty()
            && !row
                .country
                .is_some_and(|country| countries.contains(&country))
        {
            return Err("places of other countries");
        }
        if !classes.is_empty() && !classes.contains(&row.feature.class()) {
            return Err("places of other classes");
        }
        if !codes.is_empty() && !codes.iter().any(|code| code == row.feature.code()) {
            return Err("places of other feature codes");
        }
        if row.population.unwrap_or(0) < *population {
            return Err("places with fewer inhabitants");
        }
        Ok(())
    }

    /// Reads the table again, and hands out each row that is taken; of those with one id the
    /// least, so that their order makes no difference.
    pub fn read<R: Read>(
        &self,
        rows: &mut Rows<R>,
        emit: &mut dyn FnMut(PlaceRow<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut repeated: HashMap<u64, String> = HashMap::new();
        // What is bad has been reported.
        let mut seen = Default::default();
        let mut bad = Bad {
            policy: crate::gazetteer::geonames::BadRows::Skip,
            left_out: &mut seen,
        };
        while let Some(text) = rows.next(&mut bad)? {
            let Ok(row) = PlaceRow::parse(text.text) else {
                continue;
            };
            if self.wants(&row).is_err() {
                continue;
            }
            if !self.repeated.contains(&row.id) {
                emit(row)?;
                continue;
            }
            let least: &mut String = repeated
                .entry(row.id)
                .or_insert_with(|| text.text.to_owned());
            if text.text < least.as_str() {
                text.text.clone_into(least);
            }
        }
        for text in repeated.values() {
            if let Ok(row) = PlaceRow::parse(text) {
                emit(row)?;
            }
        }
        Ok(())
    }
}

fn place_of(text: RowText<'_>, row: &PlaceRow<'_>) -> String {
    format!("{}:{}: {:?}", text.file, text.line, row.name)
}
