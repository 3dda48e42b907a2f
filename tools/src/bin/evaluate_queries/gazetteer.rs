//! What an index holds, by name and by country: which answers to a query are right.

use std::collections::HashMap;
use toponym::{CountryCode, Feature, FeatureClass, Index, Key, NameKind, PlaceRef, Script};

/// The places of an index.
#[derive(Default)]
pub struct Names<'i> {
    by_key: HashMap<Key, Vec<PlaceRef<'i>>>,
    countries: HashMap<CountryCode, PlaceRef<'i>>,
    towns: HashMap<CountryCode, Vec<PlaceRef<'i>>>,
    units: HashMap<CountryCode, Vec<PlaceRef<'i>>>,
    alpha3: HashMap<CountryCode, &'static str>,
}

/// As near as this, in kilometres, two places of one name are the same one.
const SAME_KM: f64 = 25.0;

/// ISO 3166-1 codes of three letters, as GeoNames lists them.
const ALPHA3: &str = include_str!("alpha3.csv");

impl<'i> Names<'i> {
    pub fn of(index: &'i Index) -> Names<'i> {
        let mut names = Names::default();
        for place in index.places() {
            for name in place.names() {
                let places = names.by_key.entry(Key::of(name.text())).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
            let Some(country) = place.country() else {
                continue;
            };
            let places = match place.feature() {
                feature if is_country(feature) => {
                    let known = names.countries.entry(country).or_insert(place);
                    if place.feature().code() == "PCLI" {
                        *known = place;
                    }
                    continue;
                }
                feature if is_unit(feature) => &mut names.units,
                feature if feature.class() == FeatureClass::Populated => &mut names.towns,
                _ => continue,
            };
            places.entry(country).or_default().push(place);
        }
        let rows = ALPHA3.lines().skip(1).filter_map(|row| row.split_once(','));
        let codes = rows.filter_map(|(two, three)| Some((two.parse().ok()?, three)));
        names.alpha3 = codes.collect();
        names
    }

    /// Towns of all countries.
    pub fn towns(&self) -> impl Iterator<Item = PlaceRef<'i>> {
        self.towns.values().flatten().copied()
    }

    /// First- and second-level units of all countries.
    pub fn units(&self) -> impl Iterator<Item = PlaceRef<'i>> {
        self.units.values().flatten().copied()
    }

    pub fn units_of(&self, country: CountryCode) -> &[PlaceRef<'i>] {
        self.units.get(&country).map_or(&[], Vec::as_slice)
    }

    /// The country that a place lies in.
    pub fn country_of(&self, place: PlaceRef<'i>) -> Option<PlaceRef<'i>> {
        self.countries.get(&place.country()?).copied()
    }

    pub fn alpha3(&self, country: CountryCode) -> Option<&'static str> {
        self.alpha3.get(&country).copied()
    }

    /// All places of this very name, as folding joins spellings.
    pub fn called(&self, name: &str) -> &[PlaceRef<'i>] {
        self.by_key.get(&Key::of(name)).map_or(&[], Vec::as_slice)
    }

    /// Every name with the places that bear it.
    pub fn keys(&self) -> impl Iterator<Item = (&Key, &[PlaceRef<'i>])> {
        self.by_key
            .iter()
            .map(|(key, places)| (key, places.as_slice()))
    }
}

/// Whether it is a country, and no unit of one.
pub fn is_country(feature: Feature) -> bool {
    feature.class() == FeatureClass::Administrative
        && (feature.code().starts_with("PCL") && feature.code() != "PCLH"
            || feature.code() == "TERR")
}

/// Whether it is a unit of the first or second level that is one today.
pub fn is_unit(feature: Feature) -> bool {
    feature.class() == FeatureClass::Administrative && matches!(feature.code(), "ADM1" | "ADM2")
}

/// The unit next above a place.
pub fn unit_of(place: PlaceRef<'_>) -> Option<PlaceRef<'_>> {
    place.parents().find(|unit| is_unit(unit.feature()))
}

/// The name to write in a language: the best one that is no product of a rule. English readers
/// also write the name that stands for the place internationally.
pub fn name_in<'i>(place: PlaceRef<'i>, language: &str) -> Option<&'i str> {
    let own = place.name_in(language).filter(|name| {
        name.kind() != NameKind::Generated && name.language().to_string() == language
    });
    let international = || {
        let name = place.name();
        (language == "en" && Script::of_text(name) == Some(Script::Latin)).then_some(name)
    };
    let name = own.map(|name| name.text()).or_else(international)?;
    // Those would be parts of the query.
    (!name.contains([',', ';', '،', '|', '(', ')', '[', ']', '/', ':'])).then_some(name)
}

/// Whether the places share a name.
fn share_a_name(a: PlaceRef<'_>, b: PlaceRef<'_>) -> bool {
    let keys: Vec<Key> = a.names().map(|name| Key::of(name.text())).collect();
    b.names().any(|name| keys.contains(&Key::of(name.text())))
}

/// Whether an answer is the place: itself, or one of its names beside it in its country, since
/// sources list some places twice.
pub fn is_same(answer: PlaceRef<'_>, place: PlaceRef<'_>) -> bool {
    answer == place
        || answer.country() == place.country()
            && answer.coordinates().distance_km(place.coordinates()) <= SAME_KM
            && !is_country(answer.feature())
            && share_a_name(answer, place)
}

/// Whether the town is the seat of a unit, or a capital.
pub fn is_seat(place: PlaceRef<'_>) -> bool {
    let code = place.feature();
    code.class() == FeatureClass::Populated
        && (code.code().starts_with("PPLA") || code.code() == "PPLC")
}
