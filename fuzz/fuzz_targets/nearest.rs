//! Any point and filter: the places nearest to it are those that comparing with every place finds.
#![no_main]

use libfuzzer_sys::fuzz_target;
use toponym::Nearest;
use toponym_fuzz::RESOLVER;
use toponym_fuzz::options::Options;

fuzz_target!(|data: &[u8]| {
    let mut options = Options(data);
    let Some(point) = options.point() else { return };
    let flags = options.byte();
    let limit = usize::from(options.byte());
    let mut query = Nearest::to(point).limit(limit);
    let class = Options::bit(flags, 0).then(|| options.class());
    let country = Options::bit(flags, 1).then(|| options.country());
    let km = Options::bit(flags, 2).then(|| {
        let bytes = std::array::from_fn(|_| options.byte());
        f64::from_bits(u64::from_le_bytes(bytes))
    });
    let km = km.or_else(|| Options::bit(flags, 3).then(|| f64::from(options.byte()) * 80.0));
    if let Some(class) = class {
        query = query.class(class);
    }
    if let Some(country) = country {
        query = query.country(country);
    }
    if let Some(km) = km {
        query = query.within_km(km);
    }
    let found: Vec<f64> = RESOLVER
        .nearest(query)
        .iter()
        .map(|near| near.distance_km())
        .collect();
    let places = RESOLVER.index().places();
    let mut all: Vec<f64> = places
        .filter(|place| class.is_none_or(|class| place.feature().class() == class))
        .filter(|place| country.is_none_or(|country| place.country() == Some(country)))
        .map(|place| point.distance_km(place.coordinates()))
        .filter(|distance| km.is_none_or(|km| *distance <= km))
        .collect();
    all.sort_by(f64::total_cmp);
    all.truncate(limit);
    assert_eq!(found, all, "{point} {km:?}");
});
