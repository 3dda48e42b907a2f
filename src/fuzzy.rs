//! Names within a few edits of a key.

use crate::key::KeySpace;

/// One key that a search found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// The value stored with the key.
    pub value: u64,
    /// Optimal-string-alignment distance in letters, to the key or (in prefix mode) to the
    /// nearest of its prefixes.
    pub edits: u8,
}

/// The keys of one key space with a value each, searchable exactly and by edits.
#[derive(Debug)]
pub(crate) struct Dictionary {
    forward: fst::Map<Vec<u8>>,
}

impl Dictionary {
    /// Builds from keys in ascending order without repetition.
    pub fn build<'k>(
        _space: KeySpace,
        entries: impl IntoIterator<Item = (&'k [u8], u64)>,
    ) -> Result<Self, fst::Error> {
        Ok(Dictionary {
            forward: fst::Map::from_iter(entries)?,
        })
    }

    /// The value of a key.
    pub fn get(&self, key: &[u8]) -> Option<u64> {
        self.forward.get(key)
    }

    /// Every key within `max_edits` of `pattern`, in no promised order, each once.
    /// The empty pattern finds nothing.
    pub fn within(&self, pattern: &[u8], max_edits: u8, prefix: bool, found: &mut dyn FnMut(Hit)) {
        use fst::Streamer;
        if pattern.is_empty() {
            return;
        }
        let pattern = String::from_utf8_lossy(pattern).into_owned();
        let mut stream = self.forward.stream();
        while let Some((key, value)) = stream.next() {
            let key = String::from_utf8_lossy(key).into_owned();
            let distance = match prefix {
                false => strsim::osa_distance(&pattern, &key),
                true => (0..=key.len())
                    .filter_map(|end| key.get(..end))
                    .map(|start| strsim::osa_distance(&pattern, start))
                    .min()
                    .unwrap_or(pattern.len()),
            };
            if distance <= usize::from(max_edits) {
                found(Hit {
                    value,
                    edits: distance as u8,
                });
            }
        }
    }
}
