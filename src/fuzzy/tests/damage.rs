//! The dictionary against damaged bytes: searches end, within their bounds, whatever they find.

use crate::fuzzy::fst_map::code_points::CodePointCursor;
use crate::fuzzy::fst_map::letter::BYTE_OF_LETTER;
use crate::fuzzy::fst_map::{Alphabet, FstMap};
use crate::fuzzy::tests::{Sample, edited, random_string};
use crate::fuzzy::{Dictionary, Keys};
use crate::key::KeySpace;
use fastrand::Rng;
use fst::automaton::AlwaysMatch;

/// Bytes in which every node leads seven times to the next, and the last to itself: there is no end
/// of keys in them. A search is over after as many nodes as the bytes can hold.
#[test]
fn bytes_without_end() {
    let mut bytes = vec![1];
    for place in [16_u8, 16, 16, 16, 0] {
        bytes.push(0b1100_0111);
        bytes.extend(1..=7);
        bytes.extend([9]);
        bytes.extend([place; 7]);
    }
    bytes.resize(bytes.len() + 20, 0);
    let size = bytes.len() as u64;
    let damaged = Dictionary {
        space: KeySpace::Latin,
        forward: very_many_keys([1, 2].into_iter()),
        backward: bytes,
    };
    for pattern in [&[1, 2][..], &[3; 30], &[4; 200]] {
        for prefix in [false, true] {
            let mut hits = 0_u64;
            damaged.within(pattern, 2, prefix, &mut |_| hits += 1);
            assert!(hits <= size / 2 + 1, "{hits} of {size} bytes");
        }
    }
}

/// Searches with damaged bytes end, whatever they find.
#[test]
fn damaged_bytes() {
    let mut random = Rng::with_seed(7);
    let letters: Vec<char> = (1..=40_u8).map(char::from).collect();
    for space in [KeySpace::Cyrillic, KeySpace::Other] {
        let keys = (0..400).map(|_| {
            let len = random.usize(..12);
            random_string(&mut random, &letters, len)
        });
        let sample = Sample::new(space, keys.collect());
        let whole = &sample.dictionary;
        for round in 0..1500 {
            let mut damaged = Dictionary {
                space,
                forward: whole.forward.clone(),
                backward: whole.backward.clone(),
            };
            for bytes in [&mut damaged.forward, &mut damaged.backward] {
                if round % 10 == 0 {
                    bytes.truncate(random.usize(..bytes.len() + 1));
                }
                for _ in 0..random.usize(..if round % 3 == 0 { 200 } else { 4 }) {
                    if !bytes.is_empty() {
                        let at = random.usize(..bytes.len());
                        bytes[at] = random.u8(..);
                    }
                }
            }
            let key = &sample.keys[random.usize(..sample.keys.len())];
            let pattern = edited(&mut random, key, &letters, 2);
            let mut hits = 0_u64;
            for prefix in [false, true] {
                damaged.within(pattern.as_bytes(), 2, prefix, &mut |_| hits += 1);
            }
            damaged.get(pattern.as_bytes());
        }
    }
}

/// An `fst` map in which each of 12 nodes leads to the next by every one of these bytes: a few
/// hundred bytes for more keys than anybody can wait for.
fn very_many_keys(inputs: impl DoubleEndedIterator<Item = u8> + Clone) -> Vec<u8> {
    let mut bytes = 3u64.to_le_bytes().to_vec();
    bytes.extend([0; 8]);
    let count = inputs.clone().count();
    let mut before = 0;
    for _ in 0..12 {
        // Deltas of one byte, inputs from the last to the first, an index, the sizes, the number.
        let start = bytes.len();
        let delta = if before == 0 { 0 } else { start - before };
        bytes.extend(vec![delta as u8; count]);
        bytes.extend(inputs.clone().rev());
        let mut index = [0; 256];
        for (input, i) in inputs.clone().zip(0_usize..) {
            index[usize::from(input)] = i as u8;
        }
        bytes.extend(index);
        // 256 transitions are written as one.
        let number = if count == 256 { 1 } else { count as u8 };
        bytes.extend([0x10]);
        match number {
            1 => bytes.extend([number, 0b0100_0000]),
            _ => bytes.push(0b0100_0000 | number),
        }
        before = bytes.len() - 1;
    }
    bytes.extend(1u64.to_le_bytes());
    bytes.extend((before as u64).to_le_bytes());
    bytes.extend([0; 4]);
    bytes
}

#[test]
fn a_map_of_very_many_keys_is_searched_in_bounded_steps() {
    let bytes = very_many_keys(0..=u8::MAX);
    let map = FstMap::open(&bytes, Alphabet::CodePoints).unwrap();
    let most = map.max_visits();

    let mut left = 1000;
    let mut visited = 0;
    CodePointCursor(map.walk()).each(&mut left, |_, _| visited += 1);
    assert_eq!(left, 0);
    assert!((1..=1000).contains(&visited));

    let keys = Keys::from_parts(KeySpace::Other, &bytes, &bytes);
    for prefix in [false, true] {
        let mut found = 0;
        keys.within("東京".as_bytes(), 2, prefix, &mut |_| found += 1);
        assert!(found <= 2 * most, "{found}");
    }
}

#[test]
fn a_map_of_very_many_letters_is_searched_in_bounded_steps() {
    let bytes = very_many_keys(BYTE_OF_LETTER[1..64].iter().copied());
    let map = FstMap::open(&bytes, Alphabet::Letters).unwrap();
    let most = map.max_visits();
    let keys = Keys::from_parts(KeySpace::Latin, &bytes, &[]);
    assert_eq!(keys.get(&[1, 2, 3, 63, 62]), Some(0));
    for (pattern, prefix) in [(&[9; 12][..], false), (&[9, 8, 7], false), (&[9], true)] {
        let mut found = 0;
        keys.within(pattern, 2, prefix, &mut |_| found += 1);
        // The root is no step.
        assert!((1..=most + 1).contains(&found), "{found}");
    }
    let mut stream = keys.stream(&[7], AlwaysMatch, 9).unwrap();
    let mut read = 0;
    while stream.next().is_some() {
        assert!(stream.key().len() <= 9);
        read += 1;
    }
    assert!((1..=most + 1).contains(&read), "{read}");
}
