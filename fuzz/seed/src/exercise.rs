//! Everything that can be read of an index, by every way that leads to it.

use std::hint::black_box;
use toponym::{Coordinates, Index, KeySpace, MaxEdits, Nearest, Query, Resolver};

/// Reads an index, which may be damaged, in the ways whose bits are set in `ways`. Of what there are many it reads so
/// many.
pub fn exercise(index: Index, many: usize, ways: u8) {
    let read = |way: u8| ways >> way & 1 == 1;
    if read(0) {
        let _ = black_box(index.verify());
    }
    let resolver = Resolver::new(index);
    if read(1) {
        places(&resolver, many);
    }
    for (way, name) in ["Gyumri", "غيومرى", "Шушы", "東京"].into_iter().enumerate() {
        if read(2 + way as u8 % 3) {
            names(&resolver, name);
        }
    }
    if read(5) {
        black_box(resolver.resolve("Gümrü, Ermenistan").candidates().len());
        for space in KeySpace::ALL {
            for spelling in resolver.index().spellings(space).take(many) {
                black_box(spelling.names().count());
            }
        }
    }
    if read(6) {
        if let Ok(point) = Coordinates::new(40.0, 44.0) {
            black_box(resolver.nearest(Nearest::to(point).limit(many)).len());
        }
        black_box(resolver.index().to_gazetteer().names.len());
    }
    if read(7) {
        for mention in resolver.scan("وصل الوفد إلى مدينة شوشة وباكو. Bakı")
        {
            black_box(mention.resolution().candidates().len());
        }
    }
}

/// Places, with all that is told of them, and by their ids.
fn places(resolver: &Resolver, many: usize) {
    for place in resolver.index().places().take(many) {
        let same_as = place.same_as().take(many);
        black_box(same_as.map(|id| id.to_string().len()).sum::<usize>());
        let names = place.names().take(many);
        black_box(names.map(|name| format!("{name:?}").len()).sum::<usize>());
        black_box(format!("{place:?} {}", place.coordinates()).len() + place.parents().count());
    }
    for id in ["gn:616635", "wd:Q399", "acme:a"] {
        black_box(id.parse().is_ok_and(|id| resolver.place(&id).is_some()));
    }
}

/// A name, spelled and begun.
fn names(resolver: &Resolver, name: &str) {
    let query = Query::new(name).max_edits(MaxEdits::Limit(2));
    let query = query.exhaustive(true);
    black_box(resolver.resolve(&query).candidates().len());
    black_box(resolver.resolve(query.prefix(true)).candidates().len());
}
