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
use crate::model::coordinates::Coordinates;
use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;
use crate::model::score::AMBIGUITY_MARGIN;
use std::collections::HashMap;

/// Minimum population of a metropolitan area in inhabitants, and its radius in kilometres. A city
/// of fewer inhabitants has none.
const RADIUS_KM_BY_POPULATION: [(u64, f64); 3] =
    [(8_000_000, 20.0), (2_000_000, 14.0), (500_000, 8.0)];

/// The side of a cube: the largest radius, and what numbers are rounded by.
const CUBE_KM: f64 = 20.01;

/// Maximum number of areas of a country in one cube, the largest ones: many times what there are, so that a gazetteer that
/// has nothing but great towns is read in time, too.
const MAX_AREAS: usize = 256;

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
                small && areas.contain(coordinates(draft.latitude, draft.longitude), draft.country);
            match is_district {
                true => own(place).max(DISTRICT_IMPORTANCE),
                false => own(place),
            }
        })
        .collect()
}

/// Metropolitan areas by country and by the cube of space that their middles lie in.
struct MetropolitanAreas(HashMap<(Cube, Option<CountryCode>), Vec<MetropolitanArea>>);

/// The number of a cube along each axis, the middle of the Earth in the first one. Its sides are as long as the largest
/// radius, so that areas around a point have their middles in its cube or in one beside it.
type Cube = [i32; 3];

struct MetropolitanArea {
    middle: Coordinates,
    radius_km: f64,
}

impl MetropolitanAreas {
    fn of(combined: &Combined, is_populated: impl Fn(u32) -> bool) -> MetropolitanAreas {
        let mut areas: HashMap<_, Vec<MetropolitanArea>> = HashMap::new();
        for (place, number) in combined.places.iter().zip(0u32..) {
            let people = place.population.unwrap_or(0);
            let mut radii = RADIUS_KM_BY_POPULATION.iter();
            let Some(&(_, radius_km)) = radii.find(|(least, _)| people >= *least) else {
                continue;
            };
            if is_populated(number) {
                let middle = coordinates(place.latitude, place.longitude);
                let cube = (cube(middle), place.country);
                let area = MetropolitanArea { middle, radius_km };
                areas.entry(cube).or_default().push(area);
            }
        }
        for areas in areas.values_mut() {
            areas.sort_by(|a, b| b.radius_km.total_cmp(&a.radius_km));
            areas.truncate(MAX_AREAS);
        }
        MetropolitanAreas(areas)
    }

    /// Whether a point lies in one of its country.
    fn contain(&self, point: Coordinates, country: Option<CountryCode>) -> bool {
        let here = cube(point);
        let beside =
            (-1..=1).flat_map(|x| (-1..=1).flat_map(move |y| (-1..=1).map(move |z| [x, y, z])));
        let cubes = beside.map(|by| [here[0] + by[0], here[1] + by[1], here[2] + by[2]]);
        cubes
            .filter_map(|cube| self.0.get(&(cube, country)))
            .flatten()
            .any(|area| area.middle.distance_km(point) <= area.radius_km)
    }
}

/// The cube that a point of the Earth's surface lies in.
fn cube(point: Coordinates) -> Cube {
    let (latitude, longitude) = (
        point.latitude().to_radians(),
        point.longitude().to_radians(),
    );
    let axes = [
        latitude.cos() * longitude.cos(),
        latitude.cos() * longitude.sin(),
        latitude.sin(),
    ];
    axes.map(|along| (along * Coordinates::EARTH_RADIUS_KM / CUBE_KM).floor() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;
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

    #[test]
    fn cubes_find_what_comparing_with_all_areas_finds() {
        let mut areas = MetropolitanAreas(HashMap::new());
        let mut all = Vec::new();
        let point = |latitude: f64, longitude: f64| {
            let longitude = (longitude + 540.0).rem_euclid(360.0) - 180.0;
            Coordinates::new(latitude.clamp(-90.0, 90.0), longitude).unwrap()
        };
        // At the equator, at a pole, where days begin, and where cubes meet.
        let middles = [
            (0.0, 0.0),
            (89.95, 12.0),
            (-40.0, 179.98),
            (0.0, 90.0),
            (30.06, 31.25),
        ];
        for ((latitude, longitude), radius_km) in
            middles.into_iter().zip([20.0, 14.0, 8.0, 20.0, 20.0])
        {
            let middle = point(latitude, longitude);
            let entry = areas.0.entry((cube(middle), None)).or_default();
            entry.push(MetropolitanArea { middle, radius_km });
            all.push((middle, radius_km));
        }
        let (mut inside, mut outside) = (0, 0);
        for (latitude, longitude) in middles {
            let degree = f64::max(latitude.to_radians().cos(), 0.001);
            for step in 0..10_000 {
                let (down, aside) = (step / 100 - 50, step % 100 - 50);
                let at = point(
                    latitude + f64::from(down) * 0.005,
                    longitude + f64::from(aside) * 0.005 / degree,
                );
                let expected = all
                    .iter()
                    .any(|(middle, radius)| middle.distance_km(at) <= *radius);
                assert_eq!(areas.contain(at, None), expected, "{at:?}");
                *if expected { &mut inside } else { &mut outside } += 1;
            }
        }
        assert!(inside > 1_000 && outside > 1_000);
        assert!(!areas.contain(point(0.0, 0.0), "AM".parse().ok()));
    }
}
