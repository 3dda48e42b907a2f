//! Phonetic keys: those of one name are compatible across scripts, and rules don't change
//! unnoticed.

use crate::fuzzy::{TreeCursor, tree_of};
use crate::phonetic::phonetic_key::consonant::{is_optional, same_class, same_sound};
use crate::phonetic::phonetic_key::{PhoneticKey, PhoneticMatch, PhoneticWalk};
use crate::text::normalize::normalize;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn phonetic_key(name: &str) -> PhoneticKey {
    PhoneticKey::of(normalize(name).as_str().split(' '))
}

/// Whether a search by class for one name finds the other.
fn met(asked: &str, stored: &str) -> bool {
    let stored = phonetic_key(stored);
    let tree = tree_of(&[(stored.as_bytes(), 7)]).unwrap();
    let mut found = Vec::new();
    let asked = phonetic_key(asked);
    let asked = [&asked];
    let mut walk = PhoneticWalk::new(&asked, |hit: PhoneticMatch| found.push(hit.value));
    walk.same_classes(TreeCursor::start(&tree).unwrap());
    found.contains(&7)
}

#[test]
fn names_meet_in_all_scripts() {
    let names = [
        ["Xankəndi", "خانكندي", "Խանքենդի", "Ханкенди", "Khankendi"],
        ["Şuşa", "شوشة", "Շուշի", "Шуша", "Shusha"],
        ["Gümrü", "غيومري", "Գյումրի", "Гюмри", "გიუმრი"],
        ["Kəlbəcər", "كلبجر", "Քելբաջար", "Кельбаджар", "Kalbajar"],
        ["Ağdam", "أغدام", "Աղդամ", "Агдам", "Aghdam"],
        ["Zürich", "زيورخ", "Ցյուրիխ", "Цюрих", "Zurich"],
        [
            "Kiçik Qala",
            "كيتشيك قلعة",
            "Քիչիկ Կալա",
            "Кичик-Кала",
            "Kichik Kala",
        ],
    ];
    for name in names {
        for asked in name {
            for stored in name {
                assert!(met(asked, stored), "{asked} {stored}");
            }
        }
    }
    // What one language says and another doesn't is there for both.
    for (arabic, latin) in [
        ("سخيربنزيل", "Scherpenzeel"),
        ("شونبرون", "Schönbrunn"),
        ("سان دوني", "Saint-Denis"),
        ("كاستييخو", "Castillejo"),
        ("كاستيلا", "Castilla"),
        ("بولونيا", "Bologna"),
        ("كانغنان", "Cangnan"),
        ("فيلكس", "Felix"),
        ("بوتسك", "Płock"),
        ("أموريبايتا إيتكسانو", "Amorebieta-Etxano"),
        ("ويغي", "Uige"),
    ] {
        assert!(met(arabic, latin) && met(latin, arabic), "{arabic} {latin}");
    }
    assert!(!met("Şuşa", "Bakı") && !met("أغدام", "Gədəbəy"));
}

#[test]
fn the_rules_are_pinned() {
    let letters = ('\0'..'\u{FFFF}').filter(|c| c.is_alphabetic());
    let mut hasher = crc32fast::Hasher::new();
    for letter in letters {
        for before in ["", "t", "c", "ت", "д", "ո", "sc", "g"] {
            hasher.update(phonetic_key(&format!("{before}{letter}e")).as_bytes());
        }
    }
    assert_eq!(
        hasher.finalize(),
        311_960_574,
        "the phonetic key of some name changed: raise phonetic_key::VERSION and put the new hash here"
    );
}

/// The least edits between two strings of letters (insert, leave out, replace).
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

/// Consonants that are compatible with themselves only: T and D by sound, R, L, M.
fn distinct() -> impl Strategy<Value = Vec<u8>> {
    let letters = prop::sample::select(vec![5u8, 6, 23, 24, 25]);
    prop::collection::vec(letters, 1..7)
}

/// Whether a walk for a phonetic key finds a stored one, told by trying everything: consonants match by
/// class or by sound, optional ones are passed over on both sides, and an edit leaves one out on either side or
/// takes one for another.
pub(crate) fn meets(asked: &[u8], stored: &[u8], edits: u8, by_class: bool) -> bool {
    let matching = if by_class { same_class } else { same_sound };
    let spent = edits.checked_sub(1);
    let edited = |asked: &[u8], stored: &[u8]| {
        spent.is_some_and(|left| meets(asked, stored, left, by_class))
    };
    let (first, stored_first) = (asked.first(), stored.first());
    if first.is_none() && stored_first.is_none() {
        return true;
    }
    if let (Some(a), Some(b)) = (first, stored_first)
        && ((matching(*a) >> b & 1 != 0 && meets(&asked[1..], &stored[1..], edits, by_class))
            || edited(&asked[1..], &stored[1..]))
    {
        return true;
    }
    let passed = |rest: Option<&u8>| rest.is_some_and(|letter| is_optional(*letter));
    (passed(first) && meets(&asked[1..], stored, edits, by_class))
        || (passed(stored_first) && meets(asked, &stored[1..], edits, by_class))
        || (first.is_some() && edited(&asked[1..], stored))
        || (stored_first.is_some() && edited(asked, &stored[1..]))
}

/// How many consonants of a phonetic key share only their class with those of a stored one, told by trying
/// everything; `None` if some have none to share it with.
pub(crate) fn classes_apart(asked: &[u8], stored: &[u8]) -> Option<usize> {
    let passed = |rest: &[u8]| rest.first().is_some_and(|letter| is_optional(*letter));
    let mut ways = Vec::new();
    match (asked, stored) {
        ([], []) => ways.push(0),
        ([a, asked @ ..], [b, stored @ ..]) if same_class(*a) >> b & 1 != 0 => {
            let differs = usize::from(same_sound(*a) >> b & 1 == 0);
            ways.extend(classes_apart(asked, stored).map(|apart| apart + differs));
        }
        _ => {}
    }
    if passed(asked) {
        ways.extend(classes_apart(&asked[1..], stored));
    }
    if passed(stored) {
        ways.extend(classes_apart(asked, &stored[1..]));
    }
    ways.into_iter().min()
}

proptest! {
    /// What a walk looks at before it goes on keeps no key from it, optional consonants or not.
    #[test]
    fn walks_find_what_trying_everything_finds(
        stored in prop::collection::btree_set(prop::collection::vec(1u8..=31, 1..6), 1..40),
        asked in prop::collection::vec(1u8..=31, 1..6),
        edits in 0..=1u8,
    ) {
        let entries: Vec<(&[u8], u64)> = stored.iter().map(Vec::as_slice).zip(0..).collect();
        let tree = tree_of(&entries).unwrap();
        let start = TreeCursor::start(&tree).unwrap();
        let mut found = BTreeSet::new();
        let pattern = PhoneticKey(asked.clone());
        let pattern = [&pattern];
        let mut walk = PhoneticWalk::new(&pattern, |hit: PhoneticMatch| { found.insert(hit.value); });
        match edits {
            0 => walk.same_classes(start),
            _ => walk.edits(start, edits),
        }
        let meets = |key: &&(&[u8], u64)| meets(&asked, key.0, edits, edits == 0);
        let expected: BTreeSet<u64> = entries.iter().filter(meets).map(|(_, value)| *value).collect();
        prop_assert_eq!(found, expected);
    }

    /// A walk with edits finds what comparing with every phonetic key finds.
    #[test]
    fn walks_are_exact(
        stored in prop::collection::btree_set(distinct(), 1..40),
        asked in distinct(),
        edits in 1..=2u8,
    ) {
        let entries: Vec<(&[u8], u64)> = stored.iter().map(Vec::as_slice).zip(0..).collect();
        let tree = tree_of(&entries).unwrap();
        let start = TreeCursor::start(&tree).unwrap();
        let mut found = BTreeSet::new();
        let pattern = PhoneticKey(asked.clone());
        PhoneticWalk::new(&[&pattern], |hit: PhoneticMatch| { found.insert(hit.value); }).edits(start, edits);
        let expected: BTreeSet<u64> = entries
            .iter()
            .filter(|(key, _)| distance(&asked, key) <= usize::from(edits))
            .map(|(_, value)| *value)
            .collect();
        prop_assert_eq!(found, expected);
    }

    /// Several keys together find what each finds, once, at the least distance, with those that it is at.
    #[test]
    fn keys_together_find_what_each_finds(
        stored in prop::collection::btree_set(prop::collection::vec(1u8..=31, 1..6), 1..40),
        asked in prop::collection::vec(prop::collection::vec(1u8..=31, 1..6), 1..=4),
        edits in 0..=2u8,
    ) {
        let entries: Vec<(&[u8], u64)> = stored.iter().map(Vec::as_slice).zip(0..).collect();
        let tree = tree_of(&entries).unwrap();
        let start = TreeCursor::start(&tree).unwrap();
        let keys: Vec<PhoneticKey> = asked.into_iter().map(PhoneticKey).collect();
        let found = |keys: &[&PhoneticKey]| {
            let mut found = Vec::new();
            let mut walk = PhoneticWalk::new(keys, |hit: PhoneticMatch| found.push(hit));
            match edits {
                0 => walk.same_classes(start),
                edits => walk.edits(start, edits),
            }
            found
        };
        let mut expected: BTreeMap<u64, u8> = BTreeMap::new();
        for key in &keys {
            for hit in found(&[key]) {
                let known = expected.entry(hit.value).or_insert(hit.distance);
                *known = hit.distance.min(*known);
            }
        }
        let together = found(&keys.iter().collect::<Vec<_>>());
        let count = together.len();
        let together: BTreeMap<_, _> =
            together.into_iter().map(|hit| (hit.value, hit.distance)).collect();
        prop_assert_eq!(count, together.len());
        prop_assert_eq!(together, expected);
    }

    /// Whatever the bytes of a tree are, a walk ends.
    #[test]
    fn walks_of_damaged_trees_end(
        stored in prop::collection::btree_set(distinct(), 1..40),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..9),
        asked in distinct(),
    ) {
        let entries: Vec<(&[u8], u64)> = stored.iter().map(Vec::as_slice).zip(0..).collect();
        let mut tree = tree_of(&entries).unwrap();
        for (at, byte) in damage {
            let at = at.index(tree.len());
            tree[at] = byte;
        }
        let pattern = PhoneticKey(asked);
        let mut count = 0;
        if let Some(start) = TreeCursor::start(&tree) {
            let pattern = [&pattern];
            let mut walk = PhoneticWalk::new(&pattern, |_| count += 1);
            walk.same_classes(start);
            walk.edits(start, 2);
        }
        prop_assert!(count <= 200_000);
    }
}
