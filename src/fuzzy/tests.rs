//! The dictionary against a plain comparison with every key.

mod damage;

use crate::fuzzy::{Dictionary, Hit};
use crate::key::KeySpace;
use fastrand::Rng;

/// A dictionary and its keys, each with its position for a value.
struct Sample {
    keys: Vec<String>,
    dictionary: Dictionary,
}

impl Sample {
    fn new(space: KeySpace, mut keys: Vec<String>) -> Self {
        keys.sort_unstable();
        keys.dedup();
        let entries = keys
            .iter()
            .enumerate()
            .map(|(i, key)| (key.as_bytes(), value(i)));
        let dictionary = Dictionary::build(space, entries).unwrap();
        Sample { keys, dictionary }
    }

    /// What the search finds, in the order of the keys, with the edits.
    fn found(&self, pattern: &str, max_edits: u8, prefix: bool) -> Vec<(usize, usize)> {
        let mut hits = Vec::new();
        self.dictionary
            .within(pattern.as_bytes(), max_edits, prefix, &mut |hit: Hit| {
                hits.push(((hit.value / 3) as usize, usize::from(hit.edits)));
            });
        hits.sort_unstable();
        hits
    }

    /// Compares every search for a pattern with what strsim says of every key.
    fn check(&self, pattern: &str) {
        let whole: Vec<usize> = self
            .keys
            .iter()
            .map(|key| strsim::osa_distance(pattern, key))
            .collect();
        let prefix: Vec<usize> = self
            .keys
            .iter()
            .map(|key| prefix_distance(pattern, key))
            .collect();
        for (mode, distances) in [(false, whole), (true, prefix)] {
            for max_edits in 0..=2 {
                let expected: Vec<(usize, usize)> = distances
                    .iter()
                    .copied()
                    .enumerate()
                    .filter(|(_, edits)| *edits <= max_edits && !pattern.is_empty())
                    .collect();
                assert_eq!(
                    self.found(pattern, max_edits as u8, mode),
                    expected,
                    "{pattern:?} within {max_edits}, prefix: {mode}"
                );
            }
        }
        let at = self.keys.binary_search_by(|key| key.as_str().cmp(pattern));
        assert_eq!(self.dictionary.get(pattern.as_bytes()), at.ok().map(value));
    }
}

/// The value of the `i`-th key.
fn value(i: usize) -> u64 {
    3 * i as u64
}

/// The least distance to a prefix of the key: the last row of the matrix that gives the distance to
/// the key itself, computed row by row of key letters.
fn prefix_distance(pattern: &str, key: &str) -> usize {
    let pattern: Vec<char> = pattern.chars().collect();
    let mut before_last: Vec<usize> = vec![];
    let mut last: Vec<usize> = (0..=pattern.len()).collect();
    let mut best = pattern.len();
    let mut previous = None;
    for (i, letter) in key.chars().enumerate() {
        let mut row = vec![i + 1];
        for j in 1..=pattern.len() {
            let substitution = last[j - 1] + usize::from(pattern[j - 1] != letter);
            let mut cell = substitution.min(last[j] + 1).min(row[j - 1] + 1);
            if j > 1 && previous == Some(pattern[j - 1]) && pattern[j - 2] == letter {
                cell = cell.min(before_last[j - 2] + 1);
            }
            row.push(cell);
        }
        before_last = last;
        last = row;
        previous = Some(letter);
        best = best.min(last[pattern.len()]);
    }
    best
}

/// Every string of up to `len` of these letters, the empty one too.
fn strings(letters: &[char], len: usize) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut first = 0;
    for _ in 0..len {
        let last = all.len();
        for i in first..last {
            for letter in letters {
                all.push(format!("{}{letter}", all[i]));
            }
        }
        first = last;
    }
    all
}

/// A string of `len` of these letters.
fn random_string(random: &mut Rng, letters: &[char], len: usize) -> String {
    (0..len)
        .map(|_| letters[random.usize(..letters.len())])
        .collect()
}

/// A string a few edits away.
fn edited(random: &mut Rng, text: &str, letters: &[char], edits: usize) -> String {
    let mut text: Vec<char> = text.chars().collect();
    for _ in 0..edits {
        let letter = letters[random.usize(..letters.len())];
        let at = random.usize(..text.len() + 1);
        match random.usize(..4) {
            0 => text.insert(at, letter),
            1 if at < text.len() => text[at] = letter,
            2 if at < text.len() => drop(text.remove(at)),
            3 if at + 1 < text.len() => text.swap(at, at + 1),
            _ => {}
        }
    }
    text.into_iter().collect()
}

const TABLES: [KeySpace; 5] = [
    KeySpace::Arabic,
    KeySpace::Armenian,
    KeySpace::Cyrillic,
    KeySpace::Georgian,
    KeySpace::Latin,
];

#[test]
fn every_string_of_two_letters_in_every_key_space() {
    for space in TABLES {
        let sample = Sample::new(space, strings(&['\u{1}', '\u{3f}'], 6));
        for pattern in &sample.keys {
            sample.check(pattern);
        }
    }
    let sample = Sample::new(KeySpace::Other, strings(&['a', '한'], 6));
    for pattern in &sample.keys {
        sample.check(pattern);
    }
}

#[test]
fn every_pattern_of_three_letters_in_half_the_strings() {
    let tables = TABLES.map(|space| (space, ['\u{2}', '\u{7}', '\u{1e}']));
    for (space, letters) in tables
        .into_iter()
        .chain([(KeySpace::Other, ['é', 'è', '\u{10000}'])])
    {
        let all = strings(&letters, 5);
        let half = all
            .iter()
            .enumerate()
            .filter(|(i, _)| i % 2 == 0)
            .map(|(_, s)| s.clone());
        let sample = Sample::new(space, half.collect());
        for pattern in &all {
            sample.check(pattern);
        }
    }
}

/// Nodes with few and with many letters below each other, with and without keys that end there.
#[test]
fn crowded_keys() {
    let mut random = Rng::with_seed(3);
    let letters: Vec<char> = (30..=63_u8).map(char::from).collect();
    for (few, many) in [(1, 24), (2, 7), (2, 24), (8, 8)] {
        let (few, many) = (&letters[..few], &letters[9..9 + many]);
        let mut keys = Vec::new();
        for end in strings(few, 3) {
            for start in strings(many, 1) {
                keys.push(format!("{start}{end}"));
                keys.push(format!("{end}{start}"));
            }
        }
        keys.retain(|_| random.usize(..10) > 0);
        let patterns: Vec<String> = (0..50)
            .map(|_| {
                let key = keys[random.usize(..keys.len())].clone();
                let edits = random.usize(..3);
                edited(&mut random, &key, &letters, edits)
            })
            .collect();
        keys.truncate(3000);
        let sample = Sample::new(KeySpace::Cyrillic, keys);
        for pattern in &patterns {
            sample.check(pattern);
        }
    }
}

#[test]
fn random_names_of_every_length() {
    let mut random = Rng::with_seed(0x9E37_79B9_7F4A_7C15);
    let table: Vec<char> = (1..=63_u8).map(char::from).collect();
    let other: Vec<char> = "aé한𐌰東京ሀा".chars().collect();
    for (space, letters) in [(KeySpace::Latin, &table[..]), (KeySpace::Other, &other[..])] {
        for few in [2, letters.len()] {
            let letters = &letters[letters.len() - few..];
            let mut keys: Vec<String> = Vec::new();
            // Around the lengths at which something changes, and between.
            for len in (0..=20)
                .chain(58..=66)
                .chain([40, 100, 126, 127, 128, 129, 190, 200])
            {
                let key = random_string(&mut random, letters, len);
                for _ in 0..2 {
                    let edits = random.usize(..4);
                    keys.push(edited(&mut random, &key, letters, edits));
                }
                keys.push(key);
            }
            let sample = Sample::new(space, keys);
            for i in 0..sample.keys.len() {
                let edits = random.usize(..4);
                sample.check(&edited(&mut random, &sample.keys[i], letters, edits));
            }
        }
    }
}

#[test]
fn many_random_names() {
    let mut random = Rng::with_seed(42);
    let letters: Vec<char> = (1..=12_u8).map(char::from).collect();
    let mut keys = Vec::new();
    for _ in 0..3000 {
        let len = 1 + random.usize(..16);
        keys.push(random_string(&mut random, &letters, len));
    }
    let sample = Sample::new(KeySpace::Armenian, keys);
    for _ in 0..60 {
        let key = &sample.keys[random.usize(..sample.keys.len())];
        let edits = random.usize(..4);
        sample.check(&edited(&mut random, key, &letters, edits));
    }
}

/// Follows every string of two letters and tells what it is after each.
#[test]
fn the_cursor() {
    for (space, letters) in [
        (KeySpace::Georgian, [1, 63]),
        (KeySpace::Other, [b'a', b'b']),
    ] {
        let all = strings(&letters.map(char::from), 8);
        let half = all
            .iter()
            .filter(|key| key.len() % 3 != 1 && !key.ends_with(&all[2]));
        let sample = Sample::new(space, half.cloned().collect());
        let start = sample.dictionary.keys().walk().unwrap();
        assert!(start.step(0).is_none() && start.step(5).is_none() && start.step(200).is_none());
        for string in &all {
            let cursor = string
                .bytes()
                .try_fold(start, |cursor, letter| cursor.step(letter));
            let goes_on = sample.keys.iter().any(|key| key.starts_with(string));
            assert_eq!(cursor.is_some(), goes_on, "{string:?}");
            let value = cursor.and_then(|cursor| cursor.value());
            assert_eq!(
                value,
                sample
                    .keys
                    .binary_search(string)
                    .ok()
                    .map(crate::fuzzy::tests::value),
                "{string:?}"
            );
        }
    }
}

#[test]
fn empty_dictionaries_and_patterns() {
    for space in KeySpace::ALL {
        for keys in [vec![], vec![String::new()]] {
            let sample = Sample::new(space, keys);
            let walk = sample.dictionary.keys().walk();
            assert_eq!(walk.is_none(), sample.keys.is_empty(), "{space:?}");
            for pattern in ["", "\u{1}", "\u{1}\u{2}", "\u{1}\u{2}\u{3}"] {
                sample.check(pattern);
            }
        }
    }
}

#[test]
fn keys_outside_their_space_are_errors() {
    for (space, key) in [
        (KeySpace::Latin, &[0_u8][..]),
        (KeySpace::Latin, &[1, 64]),
        (KeySpace::Other, &[0xC0]),
        (KeySpace::Other, b"\xE0\xA0"),
    ] {
        assert!(
            Dictionary::build(space, [(key, 1)]).is_err(),
            "{space:?} {key:?}"
        );
    }
    let twice = [(&[1][..], 1), (&[1][..], 2)];
    assert!(Dictionary::build(KeySpace::Latin, twice).is_err());
}

#[test]
fn patterns_outside_the_space_find_what_is_near() {
    let sample = Sample::new(KeySpace::Latin, vec!["\u{1}".into(), "\u{1}\u{2}".into()]);
    assert_eq!(sample.found("\u{7f}", 1, false), [(0, 1)]);
    assert_eq!(sample.found("\u{1}é", 2, false), [(0, 2), (1, 2)]);
    let mut hits = 0;
    let other = Sample::new(KeySpace::Other, vec!["a".into()]);
    other
        .dictionary
        .within(b"a\xff", 1, false, &mut |_| hits += 1);
    assert_eq!(hits, 1);
}

#[test]
fn more_edits_than_two_are_taken_for_two() {
    let sample = Sample::new(KeySpace::Latin, strings(&['\u{1}', '\u{2}'], 5));
    let pattern = "\u{1}\u{2}\u{2}";
    assert_eq!(
        sample.found(pattern, 255, false),
        sample.found(pattern, 2, false)
    );
    assert_eq!(
        sample.found(pattern, 3, true),
        sample.found(pattern, 2, true)
    );
}
