//! A file written byte by byte from what `format` and its records say, without their code: numbers are little-endian
//! on every machine, whatever its own order of bytes and the length of its addresses.

use crate::gazetteer::Gazetteer;
use crate::index::{Index, IndexBuilder};
use crate::query::Query;
use crate::query::max_edits::MaxEdits;
use crate::query::nearest::Nearest;
use crate::resolver::Resolver;

const PLACES: &str = "id,same_as,class,feature,country,parent,latitude,longitude,accuracy_km,population,source\n\
    gn:258,wd:Q772,P,PPL,AM,,40.5,-44.5,1.5,66051,src\n";
const NAMES: &str = "place,text,language,kind,source\ngn:258,Ani,en,preferred,src\n";

/// An `fst` map of no keys: its version, its type, an empty node that stands for a key, as the crate writes it, the
/// number of keys, the address of the root, and the checksum of all that.
#[rustfmt::skip]
const NO_MAP: &[u8] = &[
    3, 0, 0, 0, 0, 0, 0, 0,  0, 0, 0, 0, 0, 0, 0, 0,  0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0,  0x12, 0, 0, 0, 0, 0, 0, 0,  0x54, 0x6B, 0x2D, 0x0F,
];

/// A tree of no keys: values of no bytes, and the eight zeros at the end.
const NO_TREE: &[u8] = &[0; 9];

#[rustfmt::skip]
const SECTIONS: [&[u8]; 28] = [
    // Sources: a text of three bytes.
    &[3, b's', b'r', b'c'],
    // Features: class, and a code of five bytes.
    b"PPPL\0\0",
    // Origins: 1.5 as a float, the source at 0.
    &[0, 0, 0xC0, 0x3F,  0, 0, 0, 0],
    // Tags: a language of fifteen bytes, the first kind, the source at 0.
    b"en\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
    // Slugs.
    &[],
    // Places: gn:258; 405,000,000 and -445,000,000 ten millionths of a degree; no parent; names and other ids from 0;
    // 66,051 inhabitants in five bytes; the feature 0 of the country AM, the origin 0, 48 points of importance.
    &[2, 1, 0, 0, 0, 0, 0, 0,  0x40, 0xCF, 0x23, 0x18,  0xC0, 0xD6, 0x79, 0xE5,  0xFF, 0xFF, 0xFF, 0xFF,
      0, 0, 0, 0,  0, 0, 0, 0,  3, 2, 1, 0, 0,  0, 0,  b'A', b'M',  0, 0, 0,  48],
    // Concordances: Q772 with the authority 1 in the highest four bits, of place 0.
    &[4, 3, 0, 0, 0, 0, 0, 0x10,  0, 0, 0, 0],
    // Other ids: the concordance 0.
    &[0, 0, 0, 0],
    // Names: of place 0, the text at 0 in five bytes, the tag 0 in three.
    &[0, 0, 0, 0,  0, 0, 0, 0, 0,  0, 0, 0],
    // Names of places: the name 0.
    &[0, 0, 0, 0],
    // Texts, and what comparisons by sound need: the fifth script, three letters, of which a is number 12.
    &[3, b'A', b'n', b'i',  5, 3, 12, 25, 20],
    // Importances.
    &[48],
    // Phonetic keys: from a branch of one letter, with its filter and its distance, to a leaf of one letter.
    &[0,  0x81, 1, 0, 4, 5,  1, 0x1A,  0, 0, 0, 0, 0, 0, 0, 0],
    // Their names: the first of those of places, and the last of this key; the importance.
    &[0, 0, 0, 0x80,  48],
    // Points.
    &[0x40, 0xCF, 0x23, 0x18,  0xC0, 0xD6, 0x79, 0xE5,  0, 0, 0, 0],
    // Boxes: south, west, north, east, the class of towns, and the bits of AM.
    &[0x40, 0xCF, 0x23, 0x18,  0xC0, 0xD6, 0x79, 0xE5,  0x40, 0xCF, 0x23, 0x18,  0xC0, 0xD6, 0x79, 0xE5,  8, 0,
      0, 2, 0, 0x40, 0, 8, 0, 0],
    // Arabic, Armenian, Cyrillic and Georgian keys, forward and backward.
    NO_MAP, NO_TREE, NO_MAP, NO_TREE, NO_MAP, NO_TREE, NO_MAP, NO_TREE,
    // Latin keys: the letters of ani in a map, each node behind the one that it leads to.
    &[3, 0, 0, 0, 0, 0, 0, 0,  0, 0, 0, 0, 0, 0, 0, 0,  0, 0x10, 0xAD, 0xEF, 0xDE,
      1, 0, 0, 0, 0, 0, 0, 0,  0x14, 0, 0, 0, 0, 0, 0, 0,  0x99, 0xE5, 0xA0, 0x15],
    // The same from the end: a branch, and a leaf of two letters.
    &[0,  0x81, 0x14, 0, 2, 5,  2, 0x19, 0x0C,  0, 0, 0, 0, 0, 0, 0, 0],
    // Other keys.
    NO_MAP, NO_MAP,
];

/// CRC-32 as its definition has it, bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            crc >> 1 ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 }
        })
    })
}

fn by_hand(rules: &[u8]) -> Vec<u8> {
    let len = 40
        + SECTIONS
            .iter()
            .map(|section| 12 + section.len())
            .sum::<usize>();
    let [.., third, second, first] = [len >> 16, len >> 8, len].map(|part| part as u8);
    let mut head = [
        &b"toponym\x1A"[..],
        &[8, 0, 0, 0, 28, 0, 0, 0],
        rules,
        &[first, second, third, 0, 0, 0, 0, 0],
        &[0; 8],
    ]
    .concat();
    let number = |value: u32| [value, value >> 8, value >> 16, value >> 24].map(|part| part as u8);
    for section in SECTIONS {
        head.extend([section.len() as u8, 0, 0, 0, 0, 0, 0, 0]);
        head.extend(number(crc32(section)));
    }
    let checksum = crc32(&head);
    head[32..36].copy_from_slice(&number(checksum));
    [head, SECTIONS.concat()].concat()
}

#[test]
fn a_file_written_by_hand_is_what_is_built_and_read() {
    let tables = (("p", PLACES.as_bytes()), ("n", NAMES.as_bytes()));
    let gazetteer = Gazetteer::from_csv(tables.0, tables.1).unwrap();
    let built = IndexBuilder::new().add_gazetteer(gazetteer).build();
    let built = built.unwrap();
    // The hash of the rules stands where it was built: it changes with them.
    let file = by_hand(&built.as_bytes()[16..24]);
    assert!(built.as_bytes() == file);

    let index = Index::from_bytes(file).unwrap();
    index.verify().unwrap();
    let resolver = Resolver::new(index);
    let place = resolver.place(&"wd:Q772".parse().unwrap()).unwrap();
    assert_eq!(
        (place.id().to_string(), place.population(), place.source()),
        ("gn:258".to_owned(), Some(66_051), "src")
    );
    assert_eq!(place.coordinates().to_string(), "40.5,-44.5");
    assert_eq!(place.accuracy_km(), Some(1.5));
    // Through the map, and with a letter wrong from the end.
    for name in ["Ani", "Anj", "Bni"] {
        let query = Query::new(name).max_edits(MaxEdits::Limit(1));
        let resolution = resolver.resolve(query);
        let best = resolution.best().map(|best| best.place().id().to_string());
        assert_eq!(best.as_deref(), Some("gn:258"), "{name}");
    }
    let country = "AM".parse().unwrap();
    let nearest = Nearest::to(place.coordinates()).country(country);
    assert_eq!(resolver.nearest(nearest).len(), 1);
}
