//! The resolver: from a query to places, ranked.
//!
//! [`rivals`] says which of several candidates stand in each other's way.

mod rivals;

use crate::candidate::{Found, appraise, search, search_by_sound};
use crate::evidence::Taken;
use crate::index::{Index, PlaceRef};
use crate::place::PlaceId;
use crate::query::Query;
use crate::resolution::{Candidate, Resolution, Status};
use crate::scan::Scratches;
use crate::score::score_abroad;
use rivals::{is_unit, share_names};
pub(crate) use rivals::{seats_before_units, status, weight};
use std::cmp::{Ordering, Reverse};
use std::sync::Arc;

/// Turns names into places. Cheap to clone; all clones share one index.
///
/// ```
/// use toponym::{Coordinates, Gazetteer, IndexBuilder, Name, NameKind, Place, Resolver};
///
/// let depot = Place::new("acme:depot".parse()?, Coordinates::new(40.1, 44.5)?);
/// let name = Name::new(depot.id.clone(), "North Depot", "en".parse()?, NameKind::Preferred);
/// let gazetteer = Gazetteer { places: vec![depot], names: vec![name] };
/// let resolver = Resolver::new(IndexBuilder::new().add_gazetteer(gazetteer).build()?);
///
/// let found = resolver.resolve("North Dépott");
/// assert_eq!(found.best().unwrap().place().id().to_string(), "acme:depot");
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Resolver {
    index: Arc<Index>,
    /// What scanners keep for the next text.
    scratches: Arc<Scratches>,
}

impl Resolver {
    /// A resolver over an index.
    pub fn new(index: impl Into<Arc<Index>>) -> Self {
        Resolver {
            index: index.into(),
            scratches: Arc::default(),
        }
    }

    /// The index that is searched.
    pub fn index(&self) -> &Index {
        &self.index
    }

    pub(crate) fn scratches(&self) -> &Scratches {
        &self.scratches
    }

    /// The place with this id, canonical or not.
    pub fn place(&self, id: &PlaceId) -> Option<PlaceRef<'_>> {
        self.index.place(id)
    }

    /// Which place a name means. A place's id, such as `gn:616635`, is taken for a name too; a
    /// name of more than [`Query::LONGEST_NAME`] bytes is unknown.
    pub fn resolve(&self, query: impl Into<Query>) -> Resolution<'_> {
        let query = query.into();
        if query.name.len() > Query::LONGEST_NAME {
            return Resolution::new(Status::Unknown, Vec::new());
        }
        let mut found = search(&self.index, &query);
        if found.is_empty()
            && let Ok(id) = query.name.trim().parse()
            && let Some(name) = self.index.place(&id).and_then(|place| place.names().next())
            && query.admits(name.place())
        {
            found.push(Found::by_id(name));
        }
        if found.is_empty() && !query.prefix {
            found = self.search_beside(&query, false).0;
        }
        if found.is_empty() || query.exhaustive {
            let (beside, aside) = self.search_beside(&query, true);
            if beside.is_empty() || query.exhaustive {
                found.extend(search_by_sound(&self.index, &query));
            }
            // Something always sounds a little like what stands beside a name.
            found.extend(beside.into_iter().chain(aside));
        }
        self.rank(&query, found)
    }

    /// What a query finds that names its place with another beside it: `Baku, Azerbaijan`,
    /// `Goris (Armenia)`, `Stepanakert/Khankendi`. First the places that lie in the other or are the
    /// same; then those that agree with nothing that is known of it.
    fn search_beside<'r>(
        &'r self,
        query: &Query,
        by_sound: bool,
    ) -> (Vec<Found<'r>>, Vec<Found<'r>>) {
        let Some((name, beside)) = split_beside(&query.name) else {
            return (Vec::new(), Vec::new());
        };
        let named = query.clone().name(name);
        let found = match by_sound {
            true => search_by_sound(&self.index, &named),
            false => search(&self.index, &named),
        };
        if found.is_empty() {
            return (found, Vec::new());
        }
        let beside_it = Query::new(beside).limit(BESIDE_MOST);
        let mut wider = self.rank(&beside_it, search(&self.index, &beside_it));
        if by_sound && wider.best().is_none() {
            wider = self.rank(&beside_it, search_by_sound(&self.index, &beside_it));
        }
        let agrees = |found: &Found<'r>| {
            let place = found.name.place();
            let mut wider = wider.candidates().iter().map(Candidate::place);
            wider.any(|wider| {
                place == wider
                    || place.parents().any(|parent| parent == wider)
                    || may_lie_in(place, wider)
            })
        };
        let (mut agreeing, mut others): (Vec<_>, Vec<_>) = found.into_iter().partition(agrees);
        let note = |found: &mut Vec<Found<'r>>, taken: fn(String) -> Taken| {
            for found in found {
                let written = Arc::make_mut(&mut found.written);
                written.taken.push(taken(beside.to_owned()));
            }
        };
        note(&mut agreeing, Taken::Beside);
        note(&mut others, Taken::Aside);
        (agreeing, others)
    }

    /// Ranks what was found for a query.
    fn rank<'r>(&self, query: &Query, found: Vec<Found<'r>>) -> Resolution<'r> {
        let candidates = found.into_iter().map(|found| appraise(query, found));
        Resolver::rank_appraised(query, candidates.collect())
    }

    /// Ranks candidates that have their scores.
    pub(crate) fn rank_appraised<'r>(
        query: &Query,
        mut candidates: Vec<Candidate<'r>>,
    ) -> Resolution<'r> {
        let number = |candidate: &Candidate<'_>| candidate.place().number();
        // The best of each place, and of equals the first, with the best score. Completing passes
        // over names that score less than it needs, so that there the score must decide.
        let points = match query.prefix {
            true => |c: &Candidate<'_>| i32::from(c.score.get()),
            false => score_abroad,
        };
        let better = |a: &_, b: &_| points(b).cmp(&points(a)).then_with(|| clearer(a, b));
        candidates.sort_by(|a, b| number(a).cmp(&number(b)).then_with(|| better(a, b)));
        candidates.dedup_by(|other, best| {
            let same = number(other) == number(best);
            if same {
                best.score = best.score.max(other.score);
            }
            same
        });
        candidates.sort_by_key(|candidate| Reverse(weight(candidate)));
        // What completes a beginning is ranked by importance alone.
        if !query.prefix {
            seats_before_units(&mut candidates);
        }
        let status = status(&candidates);
        share_names(&mut candidates);
        candidates.truncate(query.limit);
        // Of a name that thousands of places share, room for all of them would stay.
        candidates.shrink_to((2 * candidates.len()).max(CANDIDATES_LEAST));
        Resolution::new(status, candidates)
    }
}

/// Room for so many candidates is not given back.
const CANDIDATES_LEAST: usize = 8;

/// As many places may be meant by the name that stands beside another.
const BESIDE_MOST: usize = 20;

/// Whether a place may lie in a unit for all that the gazetteer knows: many dumps say nothing of a
/// village but its country.
fn may_lie_in(place: PlaceRef<'_>, unit: PlaceRef<'_>) -> bool {
    is_unit(unit.feature())
        && !place.parents().any(|parent| is_unit(parent.feature()))
        && place.country() == unit.country()
        && place.coordinates().distance_km(unit.coordinates()) <= UNIT_WITHIN_KM
}

/// Half the length of a large province.
const UNIT_WITHIN_KM: f64 = 180.0;

/// A name and what stands beside it after a comma, a slash or in parentheses.
fn split_beside(text: &str) -> Option<(&str, &str)> {
    let (name, beside) = text.split_once([',', '،', ';', '؛', '(', '/'])?;
    let (name, beside) = (name.trim(), beside.trim().trim_end_matches(')').trim_end());
    (!name.is_empty() && !beside.is_empty()).then_some((name, beside))
}

/// Which of two names of one place that score alike says best what was written: the kind of name,
/// then English and languages in their main script (a spelling that several languages share says
/// nothing of the language), then the alphabet: never the order of search.
fn clearer(a: &Candidate<'_>, b: &Candidate<'_>) -> Ordering {
    fn rank<'r>(c: &Candidate<'r>) -> impl Ord + use<'r> {
        let (kind, language) = (c.name.kind(), c.name.language());
        let other_script = language.script().is_some();
        (
            kind,
            language.primary() != "en",
            other_script,
            language,
            c.name.text(),
        )
    }
    rank(a).cmp(&rank(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BoundingBox, Coordinates, Gazetteer, IndexBuilder, MaxEdits};

    /// Towns, their units and homonyms, made up for these tests.
    fn resolver() -> Resolver {
        let places = "id,same_as,class,feature,country,parent,latitude,longitude,population\n\
            gn:1,wd:Q1,A,PCLI,AM,,40,45,3000000\n\
            gn:2,,A,ADM1,AM,gn:1,40.5,45,900000\n\
            gn:3,,P,PPLA,AM,gn:2,40.6,45.1,20000\n\
            gn:4,,P,PPL,AM,gn:1,39.5,45,\n\
            gn:5,,P,PPL,AM,gn:1,40.9,44,\n\
            gn:6,,P,PPL,AZ,,40.2,47,900\n";
        let names = "place,text,language,kind\n\
            gn:1,Hayk,en,preferred\n\
            gn:2,Şorvan,en,preferred\ngn:2,Şorvan Province,en,official\n\
            gn:3,Şorvan,en,preferred\ngn:3,Leninkert,en,former\n\
            gn:4,Norashen,en,preferred\ngn:5,Norashen,en,preferred\ngn:6,Norasen,en,preferred\n";
        let gazetteer =
            Gazetteer::from_csv(("p", places.as_bytes()), ("n", names.as_bytes())).unwrap();
        Resolver::new(
            IndexBuilder::new()
                .add_gazetteer(gazetteer)
                .build()
                .unwrap(),
        )
    }

    fn ids(resolution: &Resolution<'_>) -> Vec<String> {
        resolution
            .candidates()
            .iter()
            .map(|c| c.place().id().to_string())
            .collect()
    }

    #[test]
    fn the_bare_name_is_the_towns_and_the_unit_is_no_rival() {
        let resolver = resolver();
        let resolution = resolver.resolve("Sorvan");
        assert_eq!(
            (resolution.status(), ids(&resolution)),
            (Status::Resolved, vec!["gn:3".into(), "gn:2".into()])
        );
        let scores: Vec<_> = resolution
            .candidates()
            .iter()
            .map(Candidate::score)
            .collect();
        assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
        assert_eq!(ids(&resolver.resolve("Şorvan Province")), ["gn:2"]);
    }

    #[test]
    fn homonyms_are_ambiguous_until_something_tells_them_apart() {
        let resolver = resolver();
        let resolution = resolver.resolve("Norashen");
        assert_eq!(
            (resolution.status(), ids(&resolution)),
            (Status::Ambiguous, vec!["gn:4".into(), "gn:5".into()])
        );
        let near = Query::new("Norashen").near(Coordinates::new(40.9, 44.1).unwrap());
        let resolution = resolver.resolve(near);
        assert_eq!(
            (resolution.status(), ids(&resolution)[0].as_str()),
            (Status::Resolved, "gn:5")
        );
        let boxed = BoundingBox::new(
            Coordinates::new(39.0, 44.0).unwrap(),
            Coordinates::new(39.9, 46.0).unwrap(),
        );
        assert_eq!(
            ids(&resolver.resolve(Query::new("Norashen").within(boxed.unwrap()))),
            ["gn:4"]
        );
        assert_eq!(
            resolver
                .resolve(Query::new("Norashen").limit(1))
                .candidates()
                .len(),
            1
        );
        assert_eq!(
            resolver.resolve(Query::new("Norashen").limit(1)).status(),
            Status::Ambiguous
        );
    }

    #[test]
    fn countries_come_before_capitals_of_their_name_and_say_which_name_was_written() {
        let places = "id,same_as,class,feature,country,parent,latitude,longitude,population\n\
            gn:1,,P,PPLC,DZ,,36,3,9000000\n\
            gn:2,,A,PCLI,DZ,,28,3,90000000\n\
            gn:3,,A,ADM1,DZ,,36,3,9000000\n";
        let names = "place,text,language,kind\n\
            gn:1,الدنيا,ar,preferred\ngn:1,الدنيا,fa,preferred\n\
            gn:2,الدنيا,fa,preferred\ngn:2,الدنيا,ar,preferred\n\
            gn:3,الدنيا,ar,preferred\n";
        let gazetteer = Gazetteer::from_csv(("p", places.as_bytes()), ("n", names.as_bytes()));
        let index = IndexBuilder::new()
            .add_gazetteer(gazetteer.unwrap())
            .build();
        let resolver = Resolver::new(index.unwrap());
        let resolution = resolver.resolve("الدنيا");
        assert_eq!(ids(&resolution)[0], "gn:2");
        assert_eq!(
            resolution.best().unwrap().name().language().to_string(),
            "ar"
        );
        assert_eq!(ids(&resolver.resolve("سلطنة الدنيا"))[0], "gn:2");
        assert_eq!(ids(&resolver.resolve("محافظة الدنيا"))[0], "gn:3");
    }

    #[test]
    fn the_first_tier_that_answers_ends_the_search_unless_it_shall_be_exhaustive() {
        let resolver = resolver();
        assert_eq!(ids(&resolver.resolve("Norasen")), ["gn:6"]);
        assert_eq!(
            ids(&resolver.resolve(Query::new("Norasen").exhaustive())),
            ["gn:6", "gn:4", "gn:5"]
        );
        assert_eq!(
            ids(&resolver.resolve(Query::new("Norasen").country("AM".parse().unwrap()))),
            ["gn:4", "gn:5"]
        );
        assert_eq!(
            resolver
                .resolve(Query::new("Norazen").max_edits(MaxEdits::Limit(0)))
                .status(),
            Status::Unknown
        );
    }

    #[test]
    fn what_stands_beside_a_name_must_agree() {
        let resolver = resolver();
        for query in ["Norashen, Hayk", "Norashen (Hayk)"] {
            assert_eq!(ids(&resolver.resolve(query)), ["gn:4", "gn:5"], "{query}");
        }
        assert_eq!(ids(&resolver.resolve("Şorvan/Leninkert")), ["gn:3"]);
        for query in [
            "Norashen, Leninkert",
            "Norashen, Nowhereland",
            "Norashen,",
            "(",
            ", ,",
        ] {
            let expected = if query == "Norashen," { 2 } else { 0 };
            assert_eq!(
                resolver.resolve(query).candidates().len(),
                expected,
                "{query}"
            );
        }
    }

    #[test]
    fn ids_are_found_as_names_are() {
        let resolver = resolver();
        assert_eq!(ids(&resolver.resolve("wd:Q1")), ["gn:1"]);
        assert_eq!(resolver.resolve("gn:77").status(), Status::Unknown);
    }

    #[test]
    fn prefixes_complete() {
        let resolver = resolver();
        assert_eq!(
            ids(&resolver.resolve(Query::new("nor").prefix())),
            ["gn:6", "gn:4", "gn:5"]
        );
        assert_eq!(
            ids(&resolver.resolve(Query::new("leninq").prefix().max_edits(MaxEdits::Limit(1)))),
            ["gn:3"]
        );
    }

    #[test]
    fn nothing_is_found_for_nothing() {
        let resolver = resolver();
        for query in ["", " ", "—", "؟", "ـ"] {
            assert_eq!(
                resolver.resolve(query).status(),
                Status::Unknown,
                "{query:?}"
            );
            assert_eq!(
                resolver.resolve(Query::new(query).prefix()).status(),
                Status::Unknown,
                "{query:?}"
            );
        }
    }
}
