//! Towns with a country, or a unit of their own country, that holds no place of such a name.

use crate::form::{self, Qualifiers, Way};
use crate::gazetteer::{self, Names};
use crate::options::Options;
use crate::sample::{self, hash};
use crate::table::{self, Table};
use std::io::{self, Write};
use strsim::generic_damerau_levenshtein;
use toponym::{Key, MaxEdits, PlaceRef, Resolver};

/// The languages that are asked.
const LANGUAGES: [&str; 5] = ["en", "ar", "hy", "az", "ru"];

/// So many countries or units are tried for a town.
const TRIES: usize = 10;

/// Asks and prints what was right.
pub fn evaluate(
    resolver: &Resolver,
    names: &Names<'_>,
    options: &Options,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut by_language = Table::default();
    let mut errors = Vec::new();
    let spellings = Spellings::of(names);
    // Countries with many places are met more often.
    let all_towns = sample::shuffled(names.towns().collect(), |town| {
        hash(options.seed, "countries", &town.id().to_string())
    });
    for language in LANGUAGES {
        let towns = names
            .towns()
            .filter(|town| options.half.has_place(&town.id()));
        let purpose = format!("contradicted {language}");
        let towns = sample::shuffled(towns.collect(), |town| {
            hash(options.seed, &purpose, &town.id().to_string())
        });
        for kind in ["country", "unit"] {
            let mut asked = 0;
            for (at, town) in towns.iter().enumerate() {
                if asked == options.wrong {
                    break;
                }
                let Some(name) = gazetteer::name_in(*town, language) else {
                    continue;
                };
                let wrong = match kind {
                    "country" => {
                        let skipped = at * TRIES % all_towns.len();
                        let elsewhere = all_towns.iter().cycle().skip(skipped).take(TRIES);
                        wrong_country(*town, language, names, elsewhere, &spellings)
                    }
                    _ => wrong_unit(*town, language, names, options.seed, &spellings),
                };
                let Some((qualifiers, container)) = wrong else {
                    continue;
                };
                asked += 1;
                let query = form::write(Way::Comma, language, name, &qualifiers);
                let resolution = resolver.resolve(&query);
                let is_answered = resolution.best().is_some();
                by_language
                    .cell(language, kind)
                    .add(!is_answered, is_answered);
                if options.errors && is_answered {
                    let right = format!("unknown: {town:?} is not in {container:?}");
                    let found = table::shown(&resolution);
                    errors.push([format!("{language} {kind}"), query, right, found]);
                }
            }
        }
    }
    writeln!(out, "contradicted (right is unknown)")?;
    by_language.print(out, "language")?;
    table::print_errors(out, &errors)
}

/// A country that holds no place called so, of those where some places lie.
fn wrong_country<'a, 'i: 'a>(
    town: PlaceRef<'i>,
    language: &str,
    names: &Names<'i>,
    mut elsewhere: impl Iterator<Item = &'a PlaceRef<'i>>,
    spellings: &Spellings<'_, 'i>,
) -> Option<(Qualifiers, PlaceRef<'i>)> {
    elsewhere.find_map(|elsewhere| {
        let code = elsewhere.country()?;
        let country = names.country_of(*elsewhere)?;
        let name = gazetteer::name_in(country, language)?;
        let is_wrong = town.country() != Some(code)
            && !spellings.is_like_one(town, |place| place.country() == Some(code));
        is_wrong.then(|| (Qualifiers::country(code, name), country))
    })
}

/// Another unit of the country, that holds no place called so.
fn wrong_unit<'i>(
    town: PlaceRef<'i>,
    language: &str,
    names: &Names<'i>,
    seed: u64,
    spellings: &Spellings<'_, 'i>,
) -> Option<(Qualifiers, PlaceRef<'i>)> {
    gazetteer::unit_of(town)?;
    let purpose = format!("unit {language} {}", town.id());
    let units = names.units_of(town.country()?).to_vec();
    let units = sample::shuffled(units, |unit| hash(seed, &purpose, &unit.id().to_string()));
    units.into_iter().take(TRIES).find_map(|unit| {
        let name = gazetteer::name_in(unit, language)?;
        let qualifiers = Qualifiers::unit(name);
        // The unit itself and its namesakes too.
        let is_there = |place: PlaceRef<'i>| {
            qualifiers.fit(place) || place.names().any(|n| Key::of(n.text()) == Key::of(name))
        };
        let is_wrong = !is_there(town) && !spellings.is_like_one(town, is_there);
        is_wrong.then(|| (qualifiers.clone(), unit))
    })
}

/// All names, ordered so that those that may be within two edits of one are found soon.
struct Spellings<'a, 'i> {
    names: Vec<(Shape, &'a Key, &'a [PlaceRef<'i>])>,
}

/// The length of a key and which letters it has, a bit for each.
type Shape = (usize, u64);

fn shape(key: &Key) -> Shape {
    let letters = key.as_bytes().iter();
    (
        key.len(),
        letters.fold(0, |set, letter| set | 1 << (letter % 64)),
    )
}

impl<'a, 'i> Spellings<'a, 'i> {
    fn of(names: &'a Names<'i>) -> Self {
        let names = names.keys().map(|(key, places)| (shape(key), key, places));
        let mut names: Vec<_> = names.collect();
        names.sort_unstable_by_key(|((length, _), key, _)| (*length, *key));
        Spellings { names }
    }

    /// Whether one of some places has a name like one of the town's, within the edits that a query
    /// of that length is searched with: in any language, since an answer by sound is one too.
    fn is_like_one(&self, town: PlaceRef<'i>, is_one: impl Fn(PlaceRef<'i>) -> bool) -> bool {
        town.names().any(|name| {
            let key = Key::of(name.text());
            let edits = usize::from(MaxEdits::Auto.for_length(key.len()));
            let (length, letters) = shape(&key);
            let from = length.saturating_sub(edits);
            let first = self.names.partition_point(|((other, _), ..)| *other < from);
            let in_reach = self.names[first..].iter();
            in_reach
                .take_while(|((other, _), ..)| *other <= length + edits)
                .filter(|((_, other), found, _)| {
                    let differ = (other ^ letters).count_ones() as usize;
                    differ <= 2 * edits && found.space() == key.space()
                })
                .any(|(_, found, places)| {
                    generic_damerau_levenshtein(key.as_bytes(), found.as_bytes()) <= edits
                        && places.iter().any(|place| is_one(*place))
                })
        })
    }
}
