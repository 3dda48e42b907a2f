//! Reading an index, and surviving its damage.

mod by_hand;
mod extremes;
mod files;
mod lengths;

use crate::error::IndexFault;
use crate::gazetteer::Gazetteer;
use crate::index::format::record;
use crate::index::format::record::{NameRecord, PlaceRecord};
use crate::index::format::{HEAD_BYTES, Section, with_section};
use crate::index::{Index, IndexBuilder};
use crate::key::{Key, KeySpace};
use crate::model::coordinates::Coordinates;
use crate::model::name::Name;
use crate::query::Query;
use crate::query::max_edits::MaxEdits;
use crate::query::nearest::Nearest;
use crate::resolver::Resolver;

const PLACES: &str = "id,same_as,class,feature,country,parent,latitude,longitude,accuracy_km,population,source\n\
    gn:174982,wd:Q399 wof:85632773,A,PCLI,AM,,40.47472,44.80562,145,3084400,geonames\n\
    gn:616635,wd:Q199500,P,PPLA,AM,gn:174982,40.7942,43.84528,,121976,geonames\n\
    wd:Q44302,local:karabakh,L,RGN,,,39.8153,46.7519,60,,wikidata\n\
    acme:depot,acme:store,S,,AM,gn:616635,40.1,-44.5000001,,,own\n";

const NAMES: &str = "place,text,language,kind,source\n\
    gn:174982,Armenia,en,preferred,a\ngn:174982,أرمينيا,ar,preferred,a\n\
    gn:616635,Gyumri,en,preferred,a\ngn:616635,Gyumri,az,preferred,b\ngn:616635,غيومري,ar,preferred,a\n\
    gn:616635,Leninakan,en,former,a\ngn:616635,Гюмри,ru,preferred,a\ngn:616635,גיומרי,he,preferred,a\n\
    wd:Q44302,Karabakh,en,preferred,a\nwd:Q44302,Qarabağ,az-Latn,preferred,a\n\
    acme:depot,Depot,en,preferred,\nacme:depot,久姆里 Depot,und,colloquial,\n";

fn gazetteer() -> Gazetteer {
    Gazetteer::from_csv(("p", PLACES.as_bytes()), ("n", NAMES.as_bytes())).unwrap()
}

fn small() -> Vec<u8> {
    let builder = IndexBuilder::new().add_gazetteer(gazetteer());
    builder.build().unwrap().as_bytes().to_vec()
}

#[test]
fn names_in_a_language_are_those_that_looking_at_all_finds() {
    let languages = [
        "az", "az-Latn", "az-Cyrl", "ar", "en", "ru", "he", "und", "a", "zz",
    ];
    let kinds = ["preferred", "variant", "parallel", "former", "colloquial"];
    // Each kind has some of the languages, by the digits of its place.
    let mut names = String::from("place,text,language,kind,source\n");
    let mut places = String::from("id,latitude,longitude\n");
    for number in 0..600 {
        places += &format!("local:p{number},40,45\n");
        for (at, kind) in kinds.iter().enumerate() {
            for (other, language) in languages[..8].iter().enumerate() {
                if (number + 7 * at * number + other * (number / 3)) % 5 == 0 {
                    for text in ["A", "B"] {
                        names += &format!("local:p{number},{text}{at}{other},{language},{kind},\n");
                    }
                }
            }
        }
    }
    let tables = Gazetteer::from_csv(("p", places.as_bytes()), ("n", names.as_bytes())).unwrap();
    let index = IndexBuilder::new().add_gazetteer(tables).build().unwrap();
    let mut found = 0;
    for place in index.places() {
        for tag in languages {
            let language = tag.parse().ok();
            let all = || place.names().zip(std::iter::repeat(language));
            let exact = all().find(|(name, language)| Some(name.language()) == *language);
            let narrower = all().find(|(name, language)| {
                language.is_some_and(|language| name.language().is_within(language))
            });
            let expected = exact.or(narrower).map(|(name, _)| name.number());
            assert_eq!(
                place.name_in(tag).map(|name| name.number()),
                expected,
                "{tag}"
            );
            found += usize::from(expected.is_some());
        }
    }
    assert!((1000..6000).contains(&found), "{found}");
}

/// Reads everything that can be read, by every way that leads to it.
fn exercise(index: Index) -> usize {
    let resolver = Resolver::new(index);
    let mut read = 0;
    for place in resolver.index().places() {
        read += format!("{place:?} {} {}", place.feature(), place.coordinates()).len();
        read += place
            .same_as()
            .map(|id| id.to_string().len())
            .sum::<usize>();
        read += place.parents().count() + place.source().len();
        read += usize::from(place.accuracy_km().is_some());
        read += place.country().map_or(0, |country| country.as_str().len());
        for name in place.names() {
            read += format!("{name:?} {}", name.place().id()).len() + name.source().len();
        }
        read += place.name_in("az").map_or(0, |name| name.text().len());
    }
    for id in [
        "gn:616635",
        "wd:Q399",
        "local:karabakh",
        "acme:depot",
        "wof:5",
        "acme:a",
    ] {
        read += usize::from(resolver.place(&id.parse().unwrap()).is_some());
    }
    for name in [
        "Gyumri",
        "Gumrii",
        "غيومرى",
        "Гюмри",
        "גיומרי",
        "久姆里 Depot",
        "Lenin",
    ] {
        let query = Query::new(name)
            .max_edits(MaxEdits::Limit(2))
            .exhaustive(true);
        read += resolver.resolve(&query).candidates().len();
        read += resolver.resolve(query.prefix(true)).candidates().len();
    }
    for space in KeySpace::ALL {
        for spelling in resolver.index().spellings(space) {
            read += spelling.key().len() + spelling.names().count() + spelling.places().count();
        }
    }
    for mention in resolver.scan("They met in Gyumri, أرمينيا. Гюмри") {
        read += mention.resolution().candidates().len();
    }
    let gazetteer = resolver.index().to_gazetteer();
    read += gazetteer.places.len() + gazetteer.names.len();
    let point = Coordinates::new(40.0, 44.0).unwrap();
    let nearest = Nearest::to(point).country("AM".parse().unwrap());
    for query in [Nearest::to(point).limit(100), nearest.within_km(100.0)] {
        read += resolver.nearest(query).len();
    }
    read
}

#[test]
fn what_was_built_is_read_again() {
    let index = Index::from_bytes(small()).unwrap();
    index.verify().unwrap();
    let place = index.place(&"acme:store".parse().unwrap()).unwrap();
    let read = (
        place.id().to_string(),
        place.coordinates().to_string(),
        place.population(),
        place.feature().to_string(),
        place.source(),
        place.name(),
    );
    let expected = (
        "acme:depot".into(),
        "40.1,-44.5000001".into(),
        None,
        "S.".into(),
        "own",
        "Depot",
    );
    assert_eq!(read, expected);
    let country = place.parents().nth(1).unwrap();
    let read = (
        country.accuracy_km(),
        country.population(),
        country.country().unwrap().to_string(),
    );
    assert_eq!(read, (Some(145.0), Some(3_084_400), "AM".into()));
    let ids: Vec<_> = country.same_as().map(|id| id.to_string()).collect();
    assert_eq!(ids, ["wd:Q399", "wof:85632773"]);
    let gyumri = index.place(&"gn:616635".parse().unwrap()).unwrap();
    let names: Vec<_> = gyumri
        .names()
        .map(|name| format!("{name:?} {}", name.source()))
        .collect();
    assert_eq!(
        names[1..3],
        [
            "\"Gyumri\" (az, preferred) b",
            "\"Gyumri\" (en, preferred) a"
        ]
    );
}

#[test]
fn the_same_gazetteer_gives_the_same_bytes_in_any_order() {
    let mut gazetteer = gazetteer();
    gazetteer.places.reverse();
    gazetteer.names.rotate_left(5);
    let [a, b] = [
        Gazetteer {
            places: gazetteer.places.split_off(2),
            names: Vec::new(),
        },
        gazetteer,
    ];
    let built = IndexBuilder::new()
        .add_gazetteer(b)
        .add_gazetteer(a)
        .build()
        .unwrap();
    assert!(built.as_bytes() == small());
}

#[test]
fn an_index_cut_at_any_length_is_refused() {
    let bytes = small();
    for len in 0..bytes.len() {
        let error = Index::from_bytes(bytes[..len].to_vec()).unwrap_err();
        let fault = error.index_fault().unwrap();
        match len {
            0 => assert_eq!(*fault, IndexFault::Empty),
            _ => assert!(
                matches!(fault, IndexFault::CutShort { .. }),
                "{len}: {fault}"
            ),
        }
    }
    let mut longer = bytes;
    longer.push(0);
    let error = Index::from_bytes(longer).unwrap_err();
    assert!(error.to_string().contains("where"), "{error}");
}

#[test]
fn every_flipped_byte_is_found_and_none_makes_reading_panic() {
    let bytes = small();
    for at in 0..bytes.len() {
        for flip in [0x01, 0x80, 0xFF] {
            let mut damaged = bytes.clone();
            damaged[at] ^= flip;
            match Index::from_bytes(damaged) {
                Err(_) => assert!(at < HEAD_BYTES),
                Ok(index) => {
                    assert!(at >= HEAD_BYTES && index.verify().is_err(), "byte {at}");
                    exercise(index);
                }
            }
        }
    }
}

/// An index in which every name is said to have the key of the one before it.
#[test]
fn many_keys_that_lead_to_all_names_are_read_in_bounded_steps() {
    let whole = Index::from_bytes(small()).unwrap();
    let mut names = whole.section(Section::Names).to_vec();
    let read = |record: &[u8]| record::record(record, 0).map(NameRecord::read).unwrap();
    for record in names.chunks_mut(NameRecord::LEN) {
        let mut changed = read(record);
        changed.continues = true;
        record.copy_from_slice(&changed.to_bytes());
    }
    let index = with_section(whole.as_bytes(), Section::Names, &names);
    let index = Index::from_bytes(index).unwrap();
    assert!(index.verify().is_err());
    let count = index.name_count();
    assert_eq!(index.names_from(0).count(), count);
    let mut of_keys = index.names_of_keys();
    let all: usize = (0..count)
        .map(|first| of_keys.of_value(first as u64).count())
        .sum();
    assert_eq!(all, count);

    // A whole index is read to the end.
    let mut of_keys = whole.names_of_keys();
    let keys: std::collections::BTreeSet<String> = whole
        .places()
        .flat_map(|place| place.names())
        .map(|name| Key::of(name.text()).to_string())
        .collect();
    let all: usize = keys
        .iter()
        .map(|key| of_keys.of_key(&Key::of(key)).count())
        .sum();
    assert_eq!(all, count);
}

/// Every place is said to have all ids and names.
#[test]
fn a_gazetteer_out_of_a_damaged_index_is_no_larger() {
    let whole = Index::from_bytes(small()).unwrap();
    let mut places = whole.section(Section::Places).to_vec();
    for record in places.chunks_mut(PlaceRecord::LEN) {
        let mut changed = record::record(record, 0).map(PlaceRecord::read).unwrap();
        (changed.names, changed.same_as) = (0, 0);
        record.copy_from_slice(&changed.to_bytes());
    }
    let last = places.len() - PlaceRecord::LEN;
    let places = [&places[last..], &places[last..]].concat();
    let index = with_section(whole.as_bytes(), Section::Places, &places);
    let gazetteer = Index::from_bytes(index).unwrap().to_gazetteer();
    assert!(gazetteer.names.len() <= whole.name_count());
    let ids = |places: &[crate::model::place::Place]| {
        places
            .iter()
            .map(|place| place.same_as.len())
            .sum::<usize>()
    };
    assert!(ids(&gazetteer.places) <= ids(&whole.to_gazetteer().places));
}

/// A text that claims to be as long as all texts.
#[test]
fn no_text_is_longer_than_a_name() {
    let whole = Index::from_bytes(small()).unwrap();
    let long = [&[0xFF, 0xFF, 0x7F][..], &[b'a'; 1 << 21]].concat();
    let index = with_section(whole.as_bytes(), Section::Texts, &long);
    let index = Index::from_bytes(index).unwrap();
    let names = index.places().flat_map(|place| place.names());
    assert!(
        names
            .map(|name| name.text().len())
            .all(|len| len <= Name::MAX_LEN)
    );
    assert!(index.verify().is_err());
}

#[test]
fn parents_in_a_circle_come_to_an_end() {
    let bytes = small();
    let index = Index::from_bytes(bytes.clone()).unwrap();
    let places = index.layout.range(crate::index::Section::Places);
    let mut damaged = bytes;
    // The parent of the first place is the second, whose parent is the first.
    damaged[places.start + 16..places.start + 20].copy_from_slice(&1u32.to_le_bytes());
    let index = Index::from_bytes(damaged).unwrap();
    assert_eq!(index.places().next().unwrap().parents().count(), 64);
    assert!(index.verify().is_err());
}
