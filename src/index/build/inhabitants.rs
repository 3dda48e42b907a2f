//! How many people live at least in a unit whose population nobody gives: as many as in the largest
//! place in it.
//!
//! Sources count the people of a district and not of the province around it: without this the
//! district of Homs would come before the governorate, whose name it bears.

use crate::index::build::combine::Combined;
use crate::model::feature::{Feature, FeatureClass};
use rustc_hash::FxHashMap;

/// By its number, the largest population of a place in each unit below a country that has none of
/// its own, in inhabitants.
pub(super) fn known_within(
    combined: &Combined,
    feature: impl Fn(u32) -> Feature,
) -> FxHashMap<u32, u64> {
    let mut within: FxHashMap<u32, u64> = FxHashMap::default();
    for (place, number) in combined.places.iter().zip(0u32..) {
        let Some(people) = place.population.filter(|&people| people > 0) else {
            continue;
        };
        let parent = |&number: &u32| combined.parents[number as usize];
        // Chains of parents end: what comes back to where it began was cut.
        for unit in std::iter::successors(parent(&number), parent) {
            let counted = combined.places[unit as usize].population.unwrap_or(0) > 0;
            if !counted && is_unit(feature(unit)) {
                let most = within.entry(unit).or_default();
                *most = people.max(*most);
            }
        }
    }
    within
}

fn is_unit(feature: Feature) -> bool {
    feature.class() == FeatureClass::Administrative && !feature.is_country()
}

#[cfg(test)]
mod tests {
    use crate::gazetteer::Gazetteer;
    use crate::index::IndexBuilder;
    use crate::resolver::Resolver;

    #[test]
    fn a_unit_is_as_important_as_what_lies_in_it() {
        let places = "id,same_as,class,feature,country,parent,latitude,longitude,population\n\
            gn:1,,A,PCLI,SY,,35,38,\n\
            gn:2,,A,ADM1,SY,gn:1,34.5,38.3,\n\
            gn:3,,A,ADM2,SY,gn:2,34.6,37.5,1000000\n\
            gn:4,,P,PPL,SY,gn:3,34.7,37.2,2000\n\
            gn:5,,A,ADM1,SY,gn:1,36.5,38.3,5000\n\
            gn:6,,A,ADM2,SY,gn:5,36.6,37.5,1000000\n";
        let names = "place,text,language,kind\n\
            gn:2,حمص,ar,preferred\ngn:3,حمص,ar,preferred\n";
        let gazetteer = Gazetteer::from_csv(("p", places.as_bytes()), ("n", names.as_bytes()));
        let builder = IndexBuilder::new().add_gazetteer(gazetteer.unwrap());
        let resolver = Resolver::new(builder.build().unwrap());
        resolver.index().verify().unwrap();
        let importance = |id: &str| resolver.place(&id.parse().unwrap()).unwrap().importance();
        // Of countries, and of units that are counted, what is known stays.
        assert_eq!(
            ["gn:1", "gn:2", "gn:3", "gn:5"].map(importance),
            [40, 65, 60, 42]
        );
        let resolution = resolver.resolve("محافظة حمص");
        assert_eq!(resolution.best().unwrap().place().id().to_string(), "gn:2");
    }
}
