//! A name that was found for a query, before it is ranked.

use crate::candidate::variant::QueryVariant;
use crate::index::NameRef;
use crate::lang::confusion::fold_cost;
use crate::model::evidence::MatchKind;
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
