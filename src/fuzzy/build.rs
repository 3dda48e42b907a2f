//! Builds the two halves of a dictionary.

use super::store::Store;
use super::tree_builder;
use crate::key::KeySpace;
use std::io;

/// The bytes of the forward and of the reversed half, of keys in ascending order.
pub(super) fn halves<'k>(
    space: KeySpace,
    entries: impl IntoIterator<Item = (&'k [u8], u64)>,
) -> Result<(Vec<u8>, Vec<u8>), fst::Error> {
    let mut forward = Tree::new();
    let mut reversed = Vec::new();
    for (key, value) in entries {
        forward.insert(key, value)?;
        reversed.push((reverse(space, key)?, value));
    }
    reversed.sort_unstable();
    let backward = if space == KeySpace::Other {
        let mut backward = Tree::new();
        for (key, value) in &reversed {
            backward.insert(key, *value)?;
        }
        backward.finish()?
    } else {
        let reversed: Vec<(&[u8], u64)> = reversed
            .iter()
            .map(|(key, value)| (key.as_slice(), *value))
            .collect();
        tree_builder::build(&reversed).ok_or_else(|| invalid("too many keys"))?
    };
    Ok((forward.finish()?, backward))
}

/// A key with its letters in reversed order; an error if it is none of the space.
fn reverse(space: KeySpace, key: &[u8]) -> Result<Vec<u8>, fst::Error> {
    if space == KeySpace::Other {
        let key = str::from_utf8(key).map_err(|_| invalid("a key that is not UTF-8"))?;
        return Ok(key.chars().rev().collect::<String>().into_bytes());
    }
    if key.iter().any(|letter| !(1..=63).contains(letter)) {
        return Err(invalid("a key with a letter that is not from 1 to 63"));
    }
    Ok(key.iter().rev().copied().collect())
}

fn invalid(what: &str) -> fst::Error {
    io::Error::new(io::ErrorKind::InvalidInput, what).into()
}

/// An `fst` map being built, and how many places the tree of its keys has.
struct Tree {
    builder: fst::MapBuilder<Vec<u8>>,
    places: usize,
    previous: Vec<u8>,
}

impl Tree {
    fn new() -> Self {
        Tree {
            builder: fst::MapBuilder::memory(),
            places: 1,
            previous: Vec::new(),
        }
    }

    fn insert(&mut self, key: &[u8], value: u64) -> Result<(), fst::Error> {
        self.builder.insert(key, value)?;
        let shared = self
            .previous
            .iter()
            .zip(key)
            .take_while(|(a, b)| a == b)
            .count();
        self.places += key.len() - shared;
        self.previous.clear();
        self.previous.extend_from_slice(key);
        Ok(())
    }

    fn finish(self) -> Result<Vec<u8>, fst::Error> {
        let bytes = self.builder.into_inner()?;
        match Store::open(&bytes) {
            Some(store) if self.places <= store.visits() => Ok(bytes),
            _ => Err(invalid("more keys than their bytes can vouch for")),
        }
    }
}
