//! A row of the table of places: 19 columns, of which these are used.

use crate::gazetteer::rows::{Fault, HAS_ZERO, NAME_TOO_LONG};
use crate::model::coordinates::Coordinates;
use crate::model::country::CountryCode;
use crate::model::feature::{Feature, FeatureClass};
use crate::model::name::Name;
use crate::model::place::Place;
use crate::model::place_id::PlaceId;
use crate::model::source::DUMP_PLACE;

/// Ids end far before this: an index holds numbers of 60 bits.
const MAX_ID: u64 = 1 << 60;

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
    pub fn parse(text: &'r str) -> Result<Self, Fault<'r>> {
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
            Ok(MAX_ID..) => {
                return Err(fault(Some("geonameid"), "the id is larger than any", id));
            }
            Ok(number) => number,
        };
        if name.trim().is_empty() {
            return Err(fault(Some("name"), "the name is missing", id));
        }
        if text.contains('\0') {
            return Err(fault(None, HAS_ZERO, id));
        }
        let too_long = |name: &str| name.len() > Name::MAX_LEN;
        if too_long(name) || too_long(ascii_name) {
            return Err(fault(Some("name"), NAME_TOO_LONG, id));
        }
        if too_long(alternate_names) && alternate_names.split(',').any(too_long) {
            return Err(fault(Some("alternatenames"), NAME_TOO_LONG, id));
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
        let bad_population = |reason| fault(Some("population"), reason, population);
        let population = match population {
            "" | "0" => None,
            _ => match population.parse() {
                Ok(number @ ..=Place::MAX_POPULATION) => Some(number),
                Ok(_) => return Err(bad_population("the population is larger than any")),
                Err(_) => return Err(bad_population("the population is not a number")),
            },
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
    pub fn place(&self) -> crate::error::Result<Place> {
        let mut place = Place::new(PlaceId::geonames(self.id), self.coordinates);
        place.feature = self.feature;
        place.country = self.country;
        place.population = self.population;
        DUMP_PLACE.clone_into(&mut place.source);
        Ok(place)
    }
}
