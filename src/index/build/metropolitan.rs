//! Importance that a place has from the great city that it is a part of.
//!
//! Gazetteers seldom say how many live in a quarter, or that it is one: المنيل is a quarter of
//! Cairo and a dozen hamlets, all of them populated places without a number. What lies within a
//! great city is meant before its namesakes in the country.

use crate::index::build::combine::Combined;
use crate::index::build::draft::Drafts;
use crate::index::format::record::coordinates;
use crate::index::importance::importance_of;
use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;
use crate::model::score::AMBIGUITY_MARGIN;

/// How far a city of so many inhabitants reaches from its middle, in kilometres; what has fewer is
/// no great city.
const REACH: [(u64, f64); 3] = [(8_000_000, 20.0), (2_000_000, 14.0), (500_000, 8.0)];

/// No city reaches over so much latitude, in units of the file: a fifth of a degree is 22 km.
const MAX_LATITUDE: i32 = 2_000_000;

/// The importance of a quarter: just enough to be meant before a hamlet, and not before a sea or a
/// region of its name.
const QUARTER: u8 = AMBIGUITY_MARGIN as u8;

/// The importance of all places.
pub(super) fn importances(combined: &Combined, drafts: &Drafts) -> Vec<u8> {
    let feature = |place: u32| *drafts.features.get(combined.places[place as usize].feature);
    let own =
        |place: u32| importance_of(feature(place), combined.places[place as usize].population);
    let cities = Cities::of(combined, |place| {
        feature(place).class() == FeatureClass::Populated
    });
    (0..combined.places.len() as u32)
        .map(|place| {
            let draft = &combined.places[place as usize];
            let small = feature(place).class() == FeatureClass::Populated
                && !feature(place).is_abandoned()
                && draft.population.unwrap_or(0) == 0;
            let is_quarter = small && cities.reach(draft.latitude, draft.longitude, draft.country);
            match is_quarter {
                true => own(place).max(QUARTER),
                false => own(place),
            }
        })
        .collect()
}

/// Great cities from south to north.
struct Cities {
    cities: Vec<City>,
}

struct City {
    latitude: i32,
    longitude: i32,
    country: Option<CountryCode>,
    reach_km: f64,
}

impl Cities {
    fn of(combined: &Combined, is_populated: impl Fn(u32) -> bool) -> Cities {
        let mut cities: Vec<City> = combined
            .places
            .iter()
            .zip(0u32..)
            .filter_map(|(place, number)| {
                let people = place.population?;
                let (_, reach_km) = *REACH.iter().find(|(least, _)| people >= *least)?;
                is_populated(number).then_some(City {
                    latitude: place.latitude,
                    longitude: place.longitude,
                    country: place.country,
                    reach_km,
                })
            })
            .collect();
        cities.sort_unstable_by_key(|city| (city.latitude, city.longitude));
        Cities { cities }
    }

    /// Whether one of them reaches to a point of its country.
    fn reach(&self, latitude: i32, longitude: i32, country: Option<CountryCode>) -> bool {
        let point = coordinates(latitude, longitude);
        let (south, north) = (
            latitude.saturating_sub(MAX_LATITUDE),
            latitude.saturating_add(MAX_LATITUDE),
        );
        let from = self.cities.partition_point(|city| city.latitude < south);
        self.cities[from..]
            .iter()
            .take_while(|city| city.latitude <= north)
            .filter(|city| city.country == country)
            .any(|city| {
                let middle = coordinates(city.latitude, city.longitude);
                middle.distance_km(point) <= city.reach_km
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
    fn a_quarter_is_meant_before_hamlets_of_its_name() {
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
        // Far away, counted, of another country, no quarter at all.
        assert_eq!(
            ["gn:3", "gn:4", "gn:5", "gn:6"].map(importance),
            [0, 13, 0, 20]
        );
        let resolution = resolver.resolve("المنيل");
        assert_eq!(resolution.status(), Status::Resolved);
        assert_eq!(resolution.best().unwrap().place().id().to_string(), "gn:2");
    }
}
