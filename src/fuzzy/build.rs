//! Builds the two halves of a dictionary.

use crate::fuzzy::fst_map::{Alphabet, FstMap, letter};
use crate::fuzzy::tree;
use crate::fuzzy::tree::build::shared_prefix_len;
use crate::key::KeySpace;
use std::io;

/// Minimum number of keys whose halves are built on two threads: of fewer a thread costs more than it saves.
const MIN_KEYS_APART: usize = 4096;

/// The bytes of the keys, and of the keys reversed, from keys in ascending order.
pub(super) fn halves<'k>(
    space: KeySpace,
    entries: impl IntoIterator<Item = (&'k [u8], u64)>,
) -> Result<(Vec<u8>, Vec<u8>), fst::Error> {
    let entries: Vec<(&[u8], u64)> = entries.into_iter().collect();
    let alphabet = Alphabet::of(space);
    let backward = || {
        let mut reversed = Reversed::default();
        for (key, value) in &entries {
            reversed.push(space, key, *value)?;
        }
        let reversed = reversed.sorted();
        match alphabet {
            Alphabet::CodePoints => map(&reversed.entries(), alphabet),
            Alphabet::Letters => tree(&reversed.entries()),
        }
    };
    if entries.len() < MIN_KEYS_APART {
        let forward = map(&entries, alphabet);
        // An error of a key is told by the half that looks at keys.
        let backward = backward()?;
        return Ok((forward?, backward));
    }
    std::thread::scope(|scope| {
        // Where there are no more threads, one builds both.
        let other = std::thread::Builder::new().spawn_scoped(scope, backward);
        let forward = map(&entries, alphabet);
        let backward = match other.map(|other| other.join()) {
            Ok(joined) => joined.unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            Err(_) => backward(),
        };
        let backward = backward?;
        Ok((forward?, backward))
    })
}

/// A tree, for keys of letters.
pub(super) fn tree(entries: &[(&[u8], u64)]) -> Result<Vec<u8>, fst::Error> {
    if !entries.is_sorted_by(|(a, _), (b, _)| a < b) {
        return Err(invalid("keys that are not in ascending order, each once"));
    }
    tree::build::build(entries).ok_or_else(|| invalid("too many keys"))
}

/// An `fst` map of keys in ascending order.
fn map(entries: &[(&[u8], u64)], alphabet: Alphabet) -> Result<Vec<u8>, fst::Error> {
    let mut map = fst::MapBuilder::memory();
    let mut nodes = 1;
    let mut previous: &[u8] = &[];
    let mut bytes = Vec::new();
    for (key, value) in entries {
        match alphabet {
            Alphabet::CodePoints => map.insert(key, *value)?,
            Alphabet::Letters => {
                letter::encode(key, &mut bytes);
                map.insert(&bytes, *value)?;
            }
        }
        nodes += key.len() - shared_prefix_len(previous, key);
        previous = key;
    }
    let bytes = map.into_inner()?;
    match FstMap::open(&bytes, alphabet) {
        Some(map) if nodes <= map.max_visits() => Ok(bytes),
        None if entries.is_empty() => Ok(bytes),
        _ => Err(invalid(
            "the names are too many that differ in a few letters alone, as those of numbered plots: leave some out",
        )),
    }
}

fn invalid(what: &str) -> fst::Error {
    io::Error::new(io::ErrorKind::InvalidInput, what).into()
}

/// Keys with their letters in reversed order, all in one piece of memory.
#[derive(Default)]
struct Reversed {
    letters: Vec<u8>,
    keys: Vec<ReversedKey>,
}

struct ReversedKey {
    /// The first eight bytes, as a number that sorts like them. Most comparisons end here.
    start: u64,
    /// Where the bytes are.
    from: usize,
    to: usize,
    value: u64,
}

impl Reversed {
    /// Reverses a key; an error if it is none of the space.
    fn push(&mut self, space: KeySpace, key: &[u8], value: u64) -> Result<(), fst::Error> {
        let from = self.letters.len();
        if space == KeySpace::Other {
            let key = str::from_utf8(key).map_err(|_| invalid("a key that is not UTF-8"))?;
            for letter in key.chars().rev() {
                self.letters
                    .extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
            }
        } else if key.iter().all(|letter| (1..=63).contains(letter)) {
            self.letters.extend(key.iter().rev());
        } else {
            return Err(invalid("a key with a letter that is not from 1 to 63"));
        }
        let to = self.letters.len();
        let mut start = [0; 8];
        start
            .iter_mut()
            .zip(&self.letters[from..])
            .for_each(|(to, from)| *to = *from);
        self.keys.push(ReversedKey {
            start: u64::from_be_bytes(start),
            from,
            to,
            value,
        });
        Ok(())
    }

    fn sorted(mut self) -> Self {
        let letters = &self.letters;
        self.keys.sort_unstable_by(|a, b| {
            let rest = || letters[a.from..a.to].cmp(&letters[b.from..b.to]);
            a.start.cmp(&b.start).then_with(rest)
        });
        self
    }

    fn entries(&self) -> Vec<(&[u8], u64)> {
        self.keys
            .iter()
            .map(|key| (&self.letters[key.from..key.to], key.value))
            .collect()
    }
}
