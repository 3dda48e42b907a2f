//! The small gazetteer that fuzz targets and counts of steps work on, and its index taken apart.

pub mod exercise;
pub mod few;
pub mod parts;

use std::collections::{BTreeSet, HashMap};
use toponym::{Gazetteer, Index, IndexBuilder, Place, PlaceId, Script};

/// Names whose places the small gazetteer has, in all scripts and of all kinds: a country, regions, towns
/// with many namesakes, a strait, a name of an ordinary word.
const NAMES: [&str; 36] = [
    "Armenia",
    "Gyumri",
    "Երևան",
    "Գորիս",
    "Xankəndi",
    "Şuşa",
    "Ağdam",
    "Bakı",
    "Naxçıvan",
    "Тбилиси",
    "Шуша",
    "სამეგრელო",
    "Batumi",
    "غزة",
    "بيروت",
    "صور",
    "حلب",
    "دمشق",
    "الرياض",
    "بغداد",
    "النجف",
    "القاهرة",
    "تبریز",
    "ارومیه",
    "Tehran",
    "İstanbul",
    "Kars",
    "Diyarbakır",
    "Hewlêr",
    "Paris",
    "London",
    "Springfield",
    "New York",
    "Moscow",
    "東京",
    "Αθήνα",
];

/// So many names of each place and script.
const NAMES_OF_A_SCRIPT: usize = 3;

/// The small gazetteer: for each of [`NAMES`] the places of that name, two at most and the largest
/// first, with all places that they lie in. Of the names of these the first few of each script.
pub fn gazetteer() -> Gazetteer {
    let all = Gazetteer::embedded();
    let places: HashMap<&PlaceId, &Place> =
        all.places.iter().map(|place| (&place.id, place)).collect();
    let mut wanted = BTreeSet::new();
    for wanted_name in NAMES {
        let mut found: Vec<&Place> = all
            .names
            .iter()
            .filter(|name| name.text == wanted_name)
            .filter_map(|name| places.get(&name.place).copied())
            .collect();
        found.sort_by_key(|place| (std::cmp::Reverse(place.population), place.id.to_string()));
        found.dedup_by_key(|place| &place.id);
        for place in found.into_iter().take(2) {
            let mut place = Some(place);
            while let Some(inner) = place {
                if !wanted.insert(inner.id.to_string()) {
                    break;
                }
                place = inner
                    .parent
                    .as_ref()
                    .and_then(|parent| places.get(parent).copied());
            }
        }
    }
    let is_wanted = |id: &PlaceId| wanted.contains(&id.to_string());
    let mut taken: HashMap<(&PlaceId, Option<Script>), usize> = HashMap::new();
    let names = all.names.iter().filter(|name| is_wanted(&name.place));
    let names = names.filter(|name| {
        let taken = taken
            .entry((&name.place, Script::of_text(&name.text)))
            .or_default();
        *taken += 1;
        *taken <= NAMES_OF_A_SCRIPT
    });
    Gazetteer {
        names: names.cloned().collect(),
        places: all
            .places
            .iter()
            .filter(|place| is_wanted(&place.id))
            .cloned()
            .collect(),
    }
}

/// The index of the small gazetteer.
pub fn index() -> Index {
    IndexBuilder::new()
        .add_gazetteer(gazetteer())
        .build()
        .expect("the small gazetteer makes an index")
}
