//! Any keys and any pattern: the keys found within some edits, and their distances, are those that comparing with
//! every key finds.
//!
//! An input is the key space and the edits, then the keys and, first, the pattern, parted by zero bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::collections::BTreeSet;
use toponym::{Dictionary, KeySpace};
use toponym_fuzz::options::Options;

/// The letters that edits are counted in.
fn letters(key: &[u8], space: KeySpace) -> Vec<u32> {
    match space {
        KeySpace::Other => String::from_utf8_lossy(key)
            .chars()
            .map(u32::from)
            .collect(),
        _ => key.iter().map(|letter| u32::from(*letter)).collect(),
    }
}

/// The distance to a key, or to the nearest of its prefixes, by optimal string alignment: inserted, left out, replaced,
/// swapped with the neighbor. The last row of the table has the distances to all prefixes of the key.
fn distance(a: &[u32], b: &[u32], prefix: bool) -> usize {
    let width = b.len() + 1;
    let mut table = vec![0; (a.len() + 1) * width];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i * width + j] = if i == 0 || j == 0 {
                i + j
            } else {
                let replaced = table[(i - 1) * width + j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let beside = table[(i - 1) * width + j].min(table[i * width + j - 1]) + 1;
                let mut least = replaced.min(beside);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[(i - 2) * width + j - 2] + 1);
                }
                least
            };
        }
    }
    let to_prefixes = &table[a.len() * width..];
    match prefix {
        true => to_prefixes.iter().copied().min().unwrap_or(0),
        false => to_prefixes[b.len()],
    }
}

fuzz_target!(|data: &[u8]| {
    let mut options = Options(data);
    let how = options.byte();
    let space = KeySpace::ALL[usize::from(how) % KeySpace::ALL.len()];
    let edits = (how / 8) % 3;
    let prefix = how >= 128;
    let clean = |key: &[u8]| -> Vec<u8> {
        match space {
            KeySpace::Other => String::from_utf8_lossy(key).into_owned().into_bytes(),
            _ => key.iter().map(|byte| byte % 63 + 1).collect(),
        }
    };
    let mut given = options
        .0
        .split(|byte| *byte == 0)
        .map(|key| clean(&key[..key.len().min(80)]));
    let pattern = given.next().unwrap_or_default();
    let keys: BTreeSet<Vec<u8>> = given.filter(|key| !key.is_empty()).take(64).collect();
    let entries = keys
        .iter()
        .enumerate()
        .map(|(number, key)| (key.as_slice(), number as u64));
    let Ok(dictionary) = Dictionary::build(space, entries) else {
        panic!("{space:?} {keys:?}");
    };
    let mut found = Vec::new();
    dictionary.within(&pattern, edits, prefix, &mut |hit| {
        found.push((hit.value, hit.edits))
    });
    found.sort_unstable();
    let pattern = letters(&pattern, space);
    let expected = keys.iter().enumerate().filter_map(|(number, key)| {
        let edits_to = distance(&pattern, &letters(key, space), prefix);
        (!pattern.is_empty() && edits_to <= usize::from(edits))
            .then_some((number as u64, edits_to as u8))
    });
    let expected: Vec<(u64, u8)> = expected.collect();
    assert_eq!(found, expected, "{space:?} {edits} {prefix}");
});
