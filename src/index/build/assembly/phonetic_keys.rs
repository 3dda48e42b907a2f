//! The sections of phonetic keys.

use crate::error::{Error, Result};
use crate::fuzzy::tree_of;
use crate::index::build::assembly::names::SortedKeys;
use crate::index::build::assembly::{Assembly, too_many};
use crate::index::build::phonetic_keys::PhoneticKeySorter;
use crate::index::build::sections::Sections;
use crate::index::format::Section;

impl Assembly<'_> {
    /// Writes the tree of phonetic keys and the postings of each.
    pub(super) fn write_phonetic_keys(
        &self,
        names: PhoneticKeySorter,
        sections: &mut Sections,
    ) -> Result<()> {
        let mut keys = SortedKeys::default();
        let mut last = None;
        let mut sorted = names.sorted().map_err(|error| self.io(error))?;
        let mut position = 0u32;
        while let Some(name) = sorted.next().map_err(|error| self.io(error))? {
            if last.as_ref() != Some(&name.phonetic_key) {
                keys.add(&name.phonetic_key, position);
            }
            sections.push(Section::PhoneticKeyNames, &name.posting.to_bytes())?;
            position = position
                .checked_add(1)
                .ok_or_else(|| too_many("phonetic keys"))?;
            last = Some(name.phonetic_key);
        }
        let entries: Vec<(&[u8], u64)> = keys.iter().collect();
        let tree = tree_of(&entries).map_err(Error::dictionary)?;
        sections.push(Section::PhoneticKeys, &tree)
    }
}
