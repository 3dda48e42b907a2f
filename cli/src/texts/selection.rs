//! Which mentions of a text are told.

use std::collections::HashSet;
use toponym::{Mention, MentionKind, PlaceId, PlaceRef};

/// What mentions are told of those that are found.
pub(crate) struct Selection<'r> {
    /// Only places in one of these; all if there are none.
    pub areas: Vec<PlaceRef<'r>>,
    pub demonyms: bool,
    /// Only the first mention of each place in a text.
    pub unique: bool,
}

/// What makes two mentions one: the place, or the text where none is known.
#[derive(PartialEq, Eq, Hash)]
pub(crate) enum Meant<'t> {
    Place(PlaceId),
    Unlisted(&'t str),
}

impl Selection<'_> {
    /// Those of the mentions of one text.
    pub fn of<'r, 't>(
        &self,
        mentions: impl Iterator<Item = Mention<'r, 't>>,
    ) -> impl Iterator<Item = Mention<'r, 't>> {
        let mut seen = HashSet::new();
        mentions.filter(move |mention| {
            self.admits(mention) && (!self.unique || seen.insert(Meant::of(mention)))
        })
    }

    fn admits(&self, mention: &Mention<'_, '_>) -> bool {
        let place = mention.resolution().best().map(|best| best.place());
        (self.demonyms || mention.kind() != MentionKind::Demonym)
            && (self.areas.is_empty()
                || place.is_some_and(|place| self.areas.iter().any(|&area| lies_in(place, area))))
    }
}

/// Whether a place is another, lies in it by its parents, or is in the country that the other is.
fn lies_in(place: PlaceRef<'_>, area: PlaceRef<'_>) -> bool {
    let is_country = area.feature().code().starts_with("PCL");
    let in_country = is_country && area.country().is_some() && place.country() == area.country();
    let mut units = [place].into_iter().chain(place.parents());
    in_country || units.any(|unit| unit.id() == area.id())
}

impl<'t> Meant<'t> {
    pub fn of(mention: &Mention<'_, 't>) -> Self {
        match mention.resolution().best() {
            Some(best) => Meant::Place(best.place().id()),
            None => Meant::Unlisted(mention.as_str()),
        }
    }
}
