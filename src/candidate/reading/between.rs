//! Words for directions and areas between two places: سامراء شمالي بغداد, *Goris north of Kapan*,
//! سبزوار از توابع خراسان رضوی. The first is meant, and the second says where it is.

use crate::candidate::name_hit::{NameHit, change_variants};
use crate::candidate::reading::frame::relation;
use crate::candidate::reading::judgment::{Demand, best, judged};
use crate::candidate::reading::{Found, Reader};
use crate::candidate::source::Reach;
use crate::model::country::CountryCode;
use crate::model::evidence::StrippedAffix;
use crate::model::relation::Relation;
use crate::query::segment::{MAX_WORDS, words};
use rustc_hash::FxHashSet;
use std::ops::Range;

impl<'i> Reader<'i, '_> {
    /// The places of the first way to part the query at such words with a known name on either side.
    pub(super) fn between(&mut self, reach: Reach) -> Found<'i> {
        let words = words(&self.query.name, self.whole());
        let count = words.len();
        if !(3..=MAX_WORDS).contains(&count) {
            return Found::Unknown;
        }
        let range = |from: usize, to: usize| words[from].0.start..words[to - 1].0.end;
        for from in 1..count - 1 {
            for to in (from + 1..count).rev() {
                let Some(relation) = relation(self.text(&range(from, to))) else {
                    continue;
                };
                let names = self.names(range(0, from), Reach::Words.min(reach));
                let others = self.names(range(to, count), reach);
                if names.is_empty() || others.is_empty() {
                    continue;
                }
                let found = match relation {
                    Relation::Center | Relation::Around => {
                        let beside = [self.qualifier(range(to, count), reach, false)];
                        best(judged(&names, &beside, 0, Demand::Agreement))
                    }
                    _ => self.of_one_country(&names, &others, range(from, count)),
                };
                return match found.is_empty() {
                    true => Found::Refuted,
                    false => Found::Places(found),
                };
            }
        }
        Found::Unknown
    }

    /// The names of places in a country that has one of the others: what lies north of a place lies
    /// outside of it.
    fn of_one_country(
        &self,
        names: &[NameHit<'i>],
        others: &[NameHit<'i>],
        behind: Range<usize>,
    ) -> Vec<NameHit<'i>> {
        let country = |hit: &NameHit<'_>| hit.name.place().country();
        let countries: FxHashSet<Option<CountryCode>> = others.iter().map(country).collect();
        let is_near = |hit: &&NameHit<'i>| {
            let own = country(hit);
            let place = hit.name.place();
            own.is_some() && !place.feature().is_country() && countries.contains(&own)
        };
        let mut near: Vec<NameHit<'i>> = names.iter().filter(is_near).cloned().collect();
        change_variants(&mut near, |variant| {
            let note = StrippedAffix::AgreeingQualifier(self.text(&behind).to_owned());
            variant.stripped.push(note);
        });
        near
    }
}
