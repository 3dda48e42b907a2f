//! Importance of city districts: of populated places inside a metropolitan area.
//!
//! Gazetteers seldom know the population of a district, or that a place is one: المنيل is a district
//! of Cairo and a dozen hamlets, all of them populated places of unknown population. The district
//! is meant more often than its namesakes in the country.

use crate::index::build::combine::Combined;
use crate::index::build::draft::Drafts;
use crate::index::build::inhabitants::known_within;
use crate::index::format::record::coordinates;
use crate::index::importance::importance_of;
use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;
use crate::model::score::AMBIGUITY_MARGIN;

/// Minimum population of a metropolitan area in inhabitants, and its radius in kilometres. A city
/// of fewer inhabitants has none.
const RADIUS_KM_BY_POPULATION: [(u64, f64); 3] =
    [(8_000_000, 20.0), (2_000_000, 14.0), (500_000, 8.0)];

/// Maximum radius in units of latitude of the index file: a fifth of a degree is 22 km.
const MAX_RADIUS_UNITS: i32 = 2_000_000;

/// Importance of a district, in points: just enough to rank before a hamlet, and not before a sea or
/// a region of its name.
const DISTRICT_IMPORTANCE: u8 = AMBIGUITY_MARGIN as u8;

/// The importance of all places.
pub(super) fn importances(combined: &Combined, drafts: &Drafts) -> Vec<u8> {
    let feature = |place: u32| *drafts.features.get(combined.places[place as usize].feature);
    let within = known_within(combined, feature);
    let own = |place: u32| {
        let population = combined.places[place as usize].population;
        let own = importance_of(feature(place), population);
        match population.unwrap_or(0) {
            0 => own.max(importance_of(feature(place), within.get(&place).copied())),
            _ => own,
        }
    };
    let areas = MetropolitanAreas::of(combined, |place| {
        feature(place).class() == FeatureClass::Populated
    });
    (0..combined.places.len() as u32)
        .map(|place| {
            let draft = &combined.places[place as usize];
            let small = feature(place).class() == FeatureClass::Populated
                && !feature(place).is_abandoned()
                && draft.population.unwrap_or(0) == 0;
            let is_district =
                small && areas.contain(draft.latitude, draft.longitude, draft.country);
            match is_district {
                true => own(place).max(DISTRICT_IMPORTANCE),
                false => own(place),
            }
        })
        .collect()
}

/// Metropolitan areas from south to north.
struct MetropolitanAreas(Vec<MetropolitanArea>);

struct MetropolitanArea {
    latitude: i32,
    longitude: i32,
    country: Option<CountryCode>,
    radius_km: f64,
}

impl MetropolitanAreas {
    fn of(combined: &Combined, is_populated: impl Fn(u32) -> bool) -> MetropolitanAreas {
        let mut areas: Vec<MetropolitanArea> = combined
            .places
            .iter()
            .zip(0u32..)
            .filter_map(|(place, number)| {
                let people = place.population?;
                let (_, radius_km) = *RADIUS_KM_BY_POPULATION
                    .iter()
                    .find(|(least, _)| people >= *least)?;
                is_populated(number).then_some(MetropolitanArea {
                    latitude: place.latitude,
                    longitude: place.longitude,
                    country: place.country,
                    radius_km,
                })
            })
            .collect();
        areas.sort_unstable_by_key(|area| (area.latitude, area.longitude));
        MetropolitanAreas(areas)
    }

    /// Whether a point lies in one of its country.
    fn contain(&self, latitude: i32, longitude: i32, country: Option<CountryCode>) -> bool {
        let point = coordinates(latitude, longitude);
        let (south, north) = (
            latitude.saturating_sub(MAX_RADIUS_UNITS),
            latitude.saturating_add(MAX_RADIUS_UNITS),
        );
        let from = self.0.partition_point(|area| area.latitude < south);
        self.0[from..]
            .iter()
            .take_while(|area| area.latitude <= north)
            .filter(|area| area.country == country)
            .any(|area| {
                let middle = coordinates(area.latitude, area.longitude);
                middle.distance_km(point) <= area.radius_km
            })
    }
}

#[cfg(test)]
mod tests {
    use crate::gazetteer::Gazetteer;
    use crate::index::IndexBuilder;
    use crate::model::status::Status;
    use crate::resolver::Resolver;

    #[test]
    fn a_city_district_ranks_before_hamlets_of_its_name() {
        let places = "id,same_as,class,feature,country,parent,latitude,longitude,population\n\
            gn:1,,P,PPLC,EG,,30.06,31.25,9606916\n\
            gn:2,,P,PPL,EG,,30.02,31.23,\n\
            gn:3,,P,PPL,EG,,31.12,31.39,\n\
            gn:4,,P,PPL,EG,,30.05,31.21,20\n\
            gn:5,,P,PPL,SD,,30.05,31.21,\n\
            gn:6,,H,STM,EG,,30.05,31.21,\n";
        let names = "place,text,language,kind\n\
            gn:2,المنيل,ar,preferred\ngn:3,المنيل,ar,preferred\n";
        let gazetteer = Gazetteer::from_csv(("p", places.as_bytes()), ("n", names.as_bytes()));
        let builder = IndexBuilder::new().add_gazetteer(gazetteer.unwrap());
        let resolver = Resolver::new(builder.build().unwrap());
        resolver.index().verify().unwrap();
        let importance = |id: &str| resolver.place(&id.parse().unwrap()).unwrap().importance();
        assert_eq!(importance("gn:2"), 10);
        // Far away, counted, of another country, no populated place.
        assert_eq!(
            ["gn:3", "gn:4", "gn:5", "gn:6"].map(importance),
            [0, 13, 0, 20]
        );
        let resolution = resolver.resolve("المنيل");
        assert_eq!(resolution.status(), Status::Resolved);
        assert_eq!(resolution.best().unwrap().place().id().to_string(), "gn:2");
    }
}
