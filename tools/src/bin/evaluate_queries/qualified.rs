//! Places with what they lie in.

use crate::form::{self, Form, LANGUAGES, Qualifiers, Way};
use crate::gazetteer::{self, Names};
use crate::options::Options;
use crate::sample;
use crate::table::{self, Table};
use std::io::{self, Write};
use toponym::{PlaceRef, Resolver};

/// Asks each place of the sample in all forms and ways, and prints what was right.
pub fn evaluate(
    resolver: &Resolver,
    names: &Names<'_>,
    options: &Options,
    out: &mut impl Write,
) -> io::Result<()> {
    let (mut by_language, mut by_way) = (Table::default(), Table::default());
    let mut by_kind = Table::default();
    let mut errors = Vec::new();
    let mut left_out = 0;
    for language in LANGUAGES {
        let towns = asked(names.towns(), language, options).take(options.towns);
        let units = asked(names.units(), language, options).take(options.units);
        let kinds = towns.map(|town| ("towns", town));
        for (kind, place) in kinds.chain(units.map(|unit| ("units", unit))) {
            let Some(name) = gazetteer::name_in(place, language) else {
                continue;
            };
            for form in Form::ALL {
                let Some(qualifiers) = Qualifiers::of(place, form, language, names) else {
                    continue;
                };
                let right = right_answers(place, name, &qualifiers, names);
                for way in Way::ALL {
                    let query = form::write(way, language, name, &qualifiers);
                    // The whole is a name of its own.
                    if names
                        .called(&query)
                        .iter()
                        .any(|place| !right.contains(place))
                    {
                        left_out += 1;
                        continue;
                    }
                    let resolution = resolver.resolve(&query);
                    let best = resolution.best().map(|best| best.place());
                    let is_right = best.is_some_and(|answer| {
                        right.iter().any(|right| gazetteer::is_same(answer, *right))
                            && !is_unit_of(answer, place)
                    });
                    let cells = [
                        by_language.cell(language, form.title()),
                        by_way.cell(way.title(), form.title()),
                        by_kind.cell(kind, form.title()),
                    ];
                    for cell in cells {
                        cell.add(is_right, best.is_some());
                    }
                    if options.errors && !is_right {
                        let at = format!("{language} {} {}", form.title(), way.title());
                        let found = table::shown(&resolution);
                        errors.push([at, query, format!("{place:?}"), found]);
                    }
                }
            }
        }
    }
    writeln!(
        out,
        "qualified ({left_out} left out that are names as a whole)"
    )?;
    by_language.print(out, "language")?;
    by_way.print(out, "way")?;
    by_kind.print(out, "kind")?;
    table::print_errors(out, &errors)
}

/// The places that are asked in a language, in an order by chance.
fn asked<'i>(
    places: impl Iterator<Item = PlaceRef<'i>>,
    language: &str,
    options: &Options,
) -> impl Iterator<Item = PlaceRef<'i>> {
    let in_half = places.filter(|place| {
        gazetteer::name_in(*place, language).is_some() && options.half.has_place(&place.id())
    });
    let purpose = format!("qualified {language}");
    sample::shuffled(in_half.collect(), |place| {
        sample::hash(options.seed, &purpose, &place.id().to_string())
    })
    .into_iter()
}

/// The place, and others of the name that lie in all that stands beside it.
fn right_answers<'i>(
    place: PlaceRef<'i>,
    name: &str,
    qualifiers: &Qualifiers,
    names: &Names<'i>,
) -> Vec<PlaceRef<'i>> {
    let homonyms = names.called(name).iter().copied();
    let mut right: Vec<_> = homonyms
        .filter(|homonym| *homonym == place || qualifiers.fit(*homonym))
        .collect();
    right.retain(|homonym| !is_unit_of(*homonym, place));
    right
}

/// Whether it is the unit whose seat the place is: the bare name is the seat's.
fn is_unit_of(unit: PlaceRef<'_>, place: PlaceRef<'_>) -> bool {
    gazetteer::is_seat(place)
        && gazetteer::is_unit(unit.feature())
        && place.parents().any(|parent| parent == unit)
}
