//! A name that was found for a query, before it is ranked.

use crate::candidate::variant::QueryVariant;
use crate::index::NameRef;
use crate::lang::confusion::fold_cost;
use crate::model::evidence::MatchKind;
use rustc_hash::FxHashMap;
use std::hash::Hash;
use std::sync::Arc;

/// A name that was found, and what it was found for.
#[derive(Clone, Debug)]
pub(crate) struct NameHit<'i> {
    pub name: NameRef<'i>,
    /// Distance between the folded keys, in letters.
    pub edits: u8,
    /// Cost of the edits by what writers confuse, in hundredths of an edit.
    pub cost: u16,
    /// The variant of the query that found it.
    pub variant: Arc<QueryVariant>,
    /// Whether the spelling may be the beginning of the name only.
    pub completed: bool,
    /// Whether the place was asked for by an id.
    pub by_id: bool,
    /// Whether the name was found by its sound: then the cost is that of the alignment.
    pub sounded: bool,
    /// Whether it stands before places that are spelled so, though it only sounds so.
    pub outranks_spelling: bool,
}

impl<'i> NameHit<'i> {
    /// A name found by its key.
    pub fn exact(name: NameRef<'i>, variant: Arc<QueryVariant>) -> Self {
        NameHit {
            name,
            edits: 0,
            cost: 0,
            variant,
            completed: false,
            by_id: false,
            sounded: false,
            outranks_spelling: false,
        }
    }

    /// A name of a place that was asked for by its id.
    pub fn by_id(name: NameRef<'i>) -> Self {
        NameHit {
            by_id: true,
            ..NameHit::exact(name, QueryVariant::new(name.text().to_owned(), Vec::new()))
        }
    }
}

/// How a spelling compares with another of the same key, both normalized.
pub(crate) fn alike(written: &str, name: &str) -> MatchKind {
    match written == name {
        true => MatchKind::Exact,
        false => MatchKind::Folded {
            cost: fold_cost(written, name),
        },
    }
}

/// Changes the variants that names were found by. Names that share one go on sharing it: thousands of places may be
/// called alike.
pub(crate) fn change_variants(found: &mut [NameHit<'_>], change: impl Fn(&mut QueryVariant)) {
    let mut changed = ChangedVariants::default();
    for hit in found {
        hit.variant = changed.of(&hit.variant, (), |variant| change(variant));
    }
}

/// Variants that were changed, by what they were and by something else that the change depends on.
pub(crate) struct ChangedVariants<K>(FxHashMap<(*const QueryVariant, K), Changed>);

/// A variant as it was, which is held so that no other lies where it lay, and as it is.
struct Changed {
    _before: Arc<QueryVariant>,
    after: Arc<QueryVariant>,
}

impl<K> Default for ChangedVariants<K> {
    fn default() -> Self {
        ChangedVariants(FxHashMap::default())
    }
}

impl<K: Eq + Hash> ChangedVariants<K> {
    /// What a change makes of a variant.
    pub fn of(
        &mut self,
        before: &Arc<QueryVariant>,
        by: K,
        change: impl FnOnce(&mut QueryVariant),
    ) -> Arc<QueryVariant> {
        let known = self.0.entry((Arc::as_ptr(before), by));
        let changed = known.or_insert_with(|| {
            let mut after = QueryVariant::clone(before);
            change(&mut after);
            Changed {
                _before: Arc::clone(before),
                after: Arc::new(after),
            }
        });
        Arc::clone(&changed.after)
    }
}
