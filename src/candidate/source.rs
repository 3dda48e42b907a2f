//! What a search is given: where names are looked for, and what ranks them.

use crate::candidate::name_hit::NameHit;
use crate::index::{Index, NameRef};
use crate::query::Query;

/// Where names are looked for, and what ranks them: completion looks no further than the best.
#[derive(Clone, Copy)]
pub(crate) struct Search<'i> {
    pub index: &'i Index,
    pub ranking: &'i (dyn Ranking + Sync),
    pub reach: Reach,
}

impl<'i> Search<'i> {
    /// The same search that goes no further than this.
    pub fn up_to(self, reach: Reach) -> Search<'i> {
        Search { reach, ..self }
    }
}

/// How far a search for spellings goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Reach {
    /// The spelling as it stands.
    Whole,
    /// What is left of it without whole words.
    Words,
    /// What is left without clitics and endings.
    Affixes,
    /// Names within some edits.
    Edits,
}

/// The points that completion stops by.
pub(crate) trait Ranking {
    /// The points of a name for a query, which a score is cut from.
    fn points(&self, query: &Query, found: NameHit<'_>) -> i32;

    /// Upper bound of the points of this name for a query, or of any name whose place is as
    /// important, for a variant from which so many things were stripped.
    fn bound(
        &self,
        query: &Query,
        name: Option<NameRef<'_>>,
        importance: u8,
        stripped: usize,
    ) -> i32;
}
