//! Names that have the key of a variant.

use crate::candidate::filter::admits;
use crate::candidate::filter::spellings::FirstSpellings;
use crate::candidate::name_hit::NameHit;
use crate::candidate::variant::QueryVariant;
use crate::index::Index;
use crate::query::Query;
use std::sync::Arc;

/// Adds the names that fold to the same letters as a variant.
pub(super) fn collect<'i>(
    index: &'i Index,
    query: &Query,
    variant: &Arc<QueryVariant>,
    found: &mut Vec<NameHit<'i>>,
) {
    let mut spellings = FirstSpellings::default();
    let names = index
        .names_of_key(variant.key())
        .filter(|name| spellings.admits(*name) && admits(query, variant, *name));
    found.extend(names.map(|name| NameHit::exact(name, Arc::clone(variant))));
}
