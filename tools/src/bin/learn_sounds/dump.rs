//! Rows out of a GeoNames dump: what places that are at home in other scripts are called in
//! Arabic.

use crate::pairs::Row;
use crate::program::Stop;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use toponym::{
    BadRows, CountryCode, GeoNames, Language, Name, Orthography, Place, PlaceId, Result, Script,
    Sink,
};

/// Countries whose own names are written in Arabic script: there Arabic is the original, and
/// the Latin name what somebody made of it.
const AT_HOME: &str = "AE AF BH DJ DZ EG EH IL IQ IR JO KM KW LB LY MA MR OM PK PS QA SA SD SO \
    SY TD TN YE";

/// One place in so many of those at home is enough: they outnumber the others.
const HOME_SHARE: u64 = 8;

/// The names of the dump's places, by place.
#[derive(Default)]
struct Names {
    /// The places that rows are made of, with their countries.
    places: HashMap<PlaceId, Option<CountryCode>>,
    names: BTreeMap<PlaceId, OfPlace>,
}

/// What a place is called.
#[derive(Default)]
struct OfPlace {
    arabic: Vec<String>,
    others: Vec<(String, Language)>,
}

impl Sink for Names {
    fn place(&mut self, place: Place) -> Result<()> {
        let Some(country) = place.country else {
            return Ok(());
        };
        let at_home = AT_HOME.contains(country.as_str());
        if !at_home || (hash(&place.id) >> 40).is_multiple_of(HOME_SHARE) {
            self.places.insert(place.id, place.country);
        }
        Ok(())
    }

    fn name(&mut self, name: Name) -> Result<()> {
        let arabic = name
            .text
            .chars()
            .any(|c| Script::of(c) == Some(Script::Arabic));
        let of_place = self.names.entry(name.place).or_default();
        match arabic {
            true if name.language.primary() == "ar" => of_place.arabic.push(name.text),
            true => {}
            false => of_place.others.push((name.text, name.language)),
        }
        Ok(())
    }
}

/// A row for each Arabic name. With `part`, those of one half of the places alone, as a hash of
/// their ids has it, so that the other half is there to measure on.
pub fn read(
    places: &Path,
    alternate_names: &Path,
    half: bool,
) -> std::result::Result<Vec<Row>, Stop> {
    let dump = GeoNames::new(places)
        .alternate_names(alternate_names)
        .bad_rows(BadRows::Skip);
    let mut names = Names::default();
    dump.read(&mut names)?;
    let wanted = |id: &PlaceId| names.places.contains_key(id) && (!half || is_first_half(id));
    let rows = names.names.iter().filter(|(id, _)| wanted(id));
    let rows = rows.flat_map(|(id, OfPlace { arabic, others })| {
        let country = names.places.get(id).copied().flatten();
        let orthography =
            |name: &str, language| Orthography::of(Script::of_text(name), language, country);
        let others: Vec<(&str, Orthography)> = others
            .iter()
            .map(|(name, language)| (name.as_str(), orthography(name, *language)))
            .collect();
        arabic
            .iter()
            .filter_map(move |arabic| Row::new(arabic, &others))
    });
    Ok(rows.collect())
}

fn is_first_half(id: &PlaceId) -> bool {
    (hash(id) >> 32).is_multiple_of(2)
}

/// FNV-1a.
fn hash(id: &PlaceId) -> u64 {
    let bytes = id.to_string().into_bytes().into_iter();
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}
