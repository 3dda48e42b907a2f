//! Which name within a match the mention is of: حلب of محافظة حلب, مكة of مكة المكرمة, أفريقيا of شمال
//! أفريقيا. The shorter name counts only if it is one of the same place.

use crate::mention::context::inner_name::InnerName;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::{EntryRange, NameEntries, NameEntry};

/// The first of the shorter names of the same place that stand with their feature words.
pub(crate) fn with_feature_words<'n>(
    entries: &NameEntries,
    inner: &[InnerName],
    names: impl Iterator<Item = &'n NameEntry> + Clone,
) -> Option<usize> {
    let mut inner = inner.iter();
    inner.position(|inner| names_same(entries.names_of(inner.entry), names.clone()))
}

/// The name without its epithet, if it is one of the same place.
pub(crate) fn without_epithet<'n>(
    entries: &NameEntries,
    shorter: Option<(DictionaryMatch, EntryRange)>,
    names: impl Iterator<Item = &'n NameEntry>,
) -> Option<DictionaryMatch> {
    let (found, entry) = shorter?;
    names_same(entries.names_of(entry), names).then_some(found)
}

/// Whether one of the names is of a place that one of the others is of.
fn names_same<'n>(shorter: &[NameEntry], mut names: impl Iterator<Item = &'n NameEntry>) -> bool {
    let mut places: Vec<u32> = shorter.iter().map(|name| name.place).collect();
    places.sort_unstable();
    names.any(|name| places.binary_search(&name.place).is_ok())
}
