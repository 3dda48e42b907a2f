//! Filters: whether a name that was generated can be what the query means.

pub(crate) mod affix;
pub(crate) mod edit_cost;
pub(crate) mod initials;
pub(crate) mod ordinary_word;
pub(super) mod spellings;

use crate::candidate::filter::affix::fits;
use crate::candidate::filter::initials::is_told_from_ending;
use crate::candidate::variant::QueryVariant;
use crate::index::NameRef;
use crate::query::Query;

/// Whether a name that is spelled like a variant can be meant by it, and its place by the query.
pub(super) fn admits(query: &Query, variant: &QueryVariant, name: NameRef<'_>) -> bool {
    fits(variant, &name) && is_told_from_ending(query, variant, name) && query.admits(name.place())
}
