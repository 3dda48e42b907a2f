//! What a table says of words, by their folded keys and the languages of its rows.

use crate::key::{Key, KeySpace};
use crate::lang::language::LanguageSet;
use crate::text::normalize::normal_form;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::sync::OnceLock;

/// A row of a table.
#[derive(Debug)]
pub(super) struct Row<T> {
    pub(super) text: String,
    pub(super) languages: LanguageSet,
    pub(super) value: T,
}

/// What a table says of a word in some languages.
#[derive(Debug)]
pub(super) struct RowValue<T> {
    languages: LanguageSet,
    value: T,
}

/// Those rows that are of some languages.
pub(super) fn of_languages<T>(
    rows: &'static [RowValue<T>],
    languages: LanguageSet,
) -> impl Iterator<Item = &'static T> + use<T> {
    let rows = rows.iter();
    rows.filter(move |row| row.languages.meets(languages))
        .map(|row| &row.value)
}

/// What a table says about the words of each key. A key space is read when its first word is
/// asked for, so that a text of one script waits for the words of that script only.
#[derive(Debug)]
pub(super) struct Words<T> {
    spaces: [OnceLock<SpaceWords<T>>; KeySpace::ALL.len()],
    read: fn(KeySpace) -> Vec<Row<T>>,
}

#[derive(Debug)]
struct SpaceWords<T> {
    by_key: Map<Vec<RowValue<T>>>,
    /// The most words of an entry that begins with a word.
    longest: Map<usize>,
}

type Map<T> = FxHashMap<Box<[u8]>, T>;

impl<T> Words<T> {
    pub(super) const fn new(read: fn(KeySpace) -> Vec<Row<T>>) -> Self {
        Words {
            spaces: [const { OnceLock::new() }; KeySpace::ALL.len()],
            read,
        }
    }

    fn space(&self, space: KeySpace) -> &SpaceWords<T> {
        self.spaces[space as usize].get_or_init(|| SpaceWords::of((self.read)(space)))
    }

    pub(super) fn get(&self, space: KeySpace, key: &[u8]) -> &[RowValue<T>] {
        self.space(space).by_key.get(key).map_or(&[], Vec::as_slice)
    }

    pub(super) fn longest(&self, space: KeySpace, first: &[u8]) -> usize {
        self.space(space).longest.get(first).copied().unwrap_or(0)
    }
}

impl<T> SpaceWords<T> {
    fn of(rows: Vec<Row<T>>) -> Self {
        let map_size = rows.len();
        let mut words = SpaceWords {
            by_key: Map::with_capacity_and_hasher(map_size, FxBuildHasher),
            longest: Map::with_capacity_and_hasher(map_size, FxBuildHasher),
        };
        for Row {
            text,
            languages,
            value,
        } in rows
        {
            let normalized = normal_form(&text);
            let key = Key::of_normal(&normalized);
            let mut split = normalized.split(' ');
            let (Some(first), false) = (split.next(), key.is_empty()) else {
                continue;
            };
            let rest = split.count();
            let first: Box<[u8]> = match rest {
                0 => key.as_bytes().into(),
                _ => Key::of_normal(first).as_bytes().into(),
            };
            let longest = words.longest.entry(first).or_default();
            *longest = (*longest).max(1 + rest);
            words
                .by_key
                .entry(key.as_bytes().into())
                .or_default()
                .push(RowValue { languages, value });
        }
        words
    }
}
