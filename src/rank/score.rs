//! Scores: how likely it is that a place is meant, in points from 0 to 1000.
//!
//! First comes how the spelling matched, which spans 0 to 900 points; a place's importance
//! adds at most 100, so that it decides between places that match equally well and never lifts
//! a worse spelling above a better one. Points are integers and ties are broken by id: the
//! same input gives the same answer on every machine.

use crate::index::importance::tenths_of_log10;
use crate::index::{NameRef, PlaceRef};
use crate::model::coordinates::Coordinates;
use crate::model::evidence::{MatchKind, StrippedAffix, Suits};
use crate::model::feature::Feature;
use crate::model::name::NameKind;
use crate::model::place_id::PlaceId;
use crate::model::score::Score;
use crate::query::Query;
use crate::rank::candidate::Candidate;

/// What an identical spelling of a preferred name earns, before importance.
const EXACT: i32 = 900;

/// Spellings that fold alike lose a point for each five hundredths of an edit between them:
/// enough to rank the real spelling first. At most [`MAX_FOLDED`] in all.
const FOLDED_PER_POINT: u16 = 5;
const MAX_FOLDED: u16 = 50;

/// An edit costs this much divided by the number of letters, as one wrong letter of four says
/// more against a name than one of twelve; less if it is one that writers commonly make.
const EDIT_PER_LETTER: u32 = 900;

/// Any edit costs at least this.
const MIN_EDIT: u32 = 20;

/// No name that is found by edits scores more, so that it stays below any that is found
/// exactly. Its importance counts half: a great city is no likelier to be meant by a spelling
/// that is another word's.
const MAX_EDITED: i32 = 890;
const EDITED_IMPORTANCE: i32 = 2;

/// A name that is found by its sound scores this, less what its alignment costs: so much for an
/// edit, divided by the number of letters.
const SOUNDED: i32 = 520;
const SOUNDED_PER_LETTER: u32 = 650;

/// Of names that sound alike the one is meant that is more written about. Its importance counts
/// half, since most small places have no population in any source; but whatever many languages
/// have a name for is written about: so much for each tenth of the decimal logarithm of the number
/// of its names.
const SOUNDED_IMPORTANCE: i32 = 2;
const SOUNDED_NAMES: i32 = 8;
/// More names than this add nothing.
const MAX_SOUNDED_NAMES: usize = 31;

/// No name that is found by its sound scores more.
const MAX_SOUNDED: i32 = 690;

/// A name in a language of the place's own country: of places that share a spelling, the one
/// that is at home in it is meant before one that is called so from abroad.
const ENDONYM: i32 = 20;

/// A reading that needed something taken off is second to one that did not.
const CLITIC: i32 = 10;
const ENDING: i32 = 10;
const ARTICLE: i32 = 5;

/// An ordinary word with a clitic or an ending is hardly ever the place that is called so.
const WORD: i32 = 300;

/// What stands beside a name and says nothing may be a part of the name.
const ASIDE: i32 = 60;

/// A feature word that suits the place, or its class at least, or that does not.
const FEATURE_WORD_SUITS: i32 = 20;
const FEATURE_WORD_SUITS_CLASS: i32 = 10;
const FEATURE_WORD_MISFIT: i32 = 80;

/// A word for a village, at a place that governs others: more than a great town's importance can
/// make good beside a village of its name.
const FEATURE_WORD_MISFIT_SEAT: i32 = 60;

/// An adjective that names the country or region that the place lies in, or another one.
const DEMONYM_SUITS: i32 = 10;
const DEMONYM_MISFIT: i32 = 80;

/// A name in another language than the query's.
const OTHER_LANGUAGE: i32 = 20;

/// Names that are less in use, less.
fn kind_points(kind: NameKind) -> i32 {
    match kind {
        NameKind::Preferred | NameKind::Official | NameKind::Variant => 0,
        NameKind::Parallel => -12,
        NameKind::Abbreviation => -5,
        NameKind::Former => -20,
        NameKind::Colloquial => -20,
        NameKind::Generated => -80,
    }
}

/// The score of a candidate for a query.
pub(crate) fn score(candidate: &Candidate<'_>, query: &Query) -> Score {
    let name = candidate.name;
    let place = name.place();
    let importance = i32::from(place.importance());
    let letters = || candidate.written.letters();
    let mut points = match candidate.spelling {
        MatchKind::Exact | MatchKind::Id | MatchKind::Folded { .. } => {
            EXACT + importance - folded_points(candidate.spelling)
        }
        MatchKind::Edited { cost, .. } => {
            EXACT + importance / EDITED_IMPORTANCE - edit_points(cost, letters())
        }
        MatchKind::Sounded { cost } => {
            let importance = importance / SOUNDED_IMPORTANCE + names_points(place);
            SOUNDED + importance - sounded_points(cost, letters())
        }
    };
    points += match candidate.spelling {
        // Which of its names a place was heard by says nothing.
        MatchKind::Sounded { .. } => kind_points(name.kind()),
        _ => name_points(name),
    };
    points += taken_points(candidate);
    if candidate.written.is_word {
        points -= WORD;
    }
    if query
        .language
        .is_some_and(|language| !name.language().is_within(language))
    {
        points -= OTHER_LANGUAGE;
    }
    if let Some(km) = candidate.distance_km {
        points += nearness(km);
    }
    match candidate.spelling {
        MatchKind::Edited { .. } => points = points.min(MAX_EDITED),
        MatchKind::Sounded { .. } => points = points.min(MAX_SOUNDED),
        _ => {}
    }
    Score::from_points(points)
}

/// What a name scores that is written as it is spelled, with nothing taken off.
pub(crate) fn base_score(name: NameRef<'_>) -> i32 {
    EXACT + i32::from(name.place().importance()) + name_points(name)
}

/// The score of a candidate that was found by its key, from the merit of its name: that of a
/// query that asks for nothing else.
pub(crate) fn score_by_base(candidate: &Candidate<'_>, base_score: i32) -> Score {
    Score::from_points(base_score - folded_points(candidate.spelling) + taken_points(candidate))
}

/// Points for what the name is to its place.
fn name_points(name: NameRef<'_>) -> i32 {
    let endonym = if is_endonym(name) { ENDONYM } else { 0 };
    kind_points(name.kind()) + endonym
}

/// What a candidate scores without what its name has for being at home: that speaks for the place,
/// not for one of its names that are spelled alike.
pub(crate) fn score_abroad(candidate: &Candidate<'_>) -> i32 {
    let counted = !matches!(candidate.spelling, MatchKind::Sounded { .. });
    // Of the best score it is not known how much of it counts.
    let endonym = counted && candidate.score < Score::MAX && is_endonym(candidate.name);
    i32::from(candidate.score.get()) - if endonym { ENDONYM } else { 0 }
}

/// What it takes away that a spelling is only folded alike.
fn folded_points(spelling: MatchKind) -> i32 {
    match spelling {
        MatchKind::Folded { cost } => i32::from((cost / FOLDED_PER_POINT).min(MAX_FOLDED)),
        _ => 0,
    }
}

/// Points for what was taken off.
fn taken_points(candidate: &Candidate<'_>) -> i32 {
    let points = |stripped: &StrippedAffix| match stripped {
        StrippedAffix::Clitic(_) => -CLITIC,
        StrippedAffix::Ending(_) => -ENDING,
        StrippedAffix::Article => -ARTICLE,
        StrippedAffix::AgreeingQualifier(_) => 0,
        StrippedAffix::UnverifiedQualifier(_) => -ASIDE,
        StrippedAffix::FeatureWord(word) => match word.suits(candidate.place().feature()) {
            Suits::Exactly => FEATURE_WORD_SUITS,
            Suits::Class if word.is_village() && is_seat(candidate.place().feature()) => {
                -FEATURE_WORD_MISFIT_SEAT
            }
            Suits::Class => FEATURE_WORD_SUITS_CLASS,
            Suits::No => -FEATURE_WORD_MISFIT,
        },
        StrippedAffix::Demonym(word) => match lies_in(candidate.place(), &word.place) {
            true => DEMONYM_SUITS,
            false => -DEMONYM_MISFIT,
        },
    };
    candidate.written.stripped.iter().map(points).sum()
}

/// Whether a town is the seat of a country, a province or a district; lesser seats are villages
/// often enough.
fn is_seat(feature: Feature) -> bool {
    matches!(feature.code(), "PPLC" | "PPLA" | "PPLA2")
}

/// Whether a place is this one or lies in it.
fn lies_in(place: PlaceRef<'_>, id: &PlaceId) -> bool {
    std::iter::once(place)
        .chain(place.parents())
        .any(|place| place.id() == *id)
}

/// Whether a name is in a language of its place's own country. What lies in many, as seas do, is
/// nobody's abroad.
fn is_endonym(name: NameRef<'_>) -> bool {
    let country = name.place().country();
    country.is_none_or(|country| crate::lang::endonym::is_spoken_in(name.language(), country))
}

/// The most that this name can score for a query, or any name whose place is as important, of a
/// reading from which so many things were taken off.
pub(crate) fn bound(
    name: Option<NameRef<'_>>,
    importance: u8,
    stripped: usize,
    query: &Query,
) -> Score {
    let stripped = i32::try_from(stripped).unwrap_or(i32::MAX / 2);
    let suits = stripped.saturating_mul(FEATURE_WORD_SUITS.max(DEMONYM_SUITS));
    let distance =
        |point: Coordinates| name.map_or(0.0, |name| point.distance_km(name.place().coordinates()));
    let near = query.near.map_or(0, |point| nearness(distance(point)));
    let endonym = if name.is_none_or(is_endonym) {
        ENDONYM
    } else {
        0
    };
    let bound = EXACT + endonym + i32::from(importance) + near;
    Score::from_points(bound.saturating_add(suits))
}

/// What edits take away: so many hundredths of an edit in a name of so many letters.
fn edit_points(cost: u16, letters: usize) -> i32 {
    let letters = u32::try_from(letters.max(1)).unwrap_or(u32::MAX);
    let points = u32::from(cost) * EDIT_PER_LETTER / 100 / letters;
    points.clamp(MIN_EDIT, EXACT as u32) as i32
}

/// Points for the names that a place has.
fn names_points(place: PlaceRef<'_>) -> i32 {
    let names = place.names().take(MAX_SOUNDED_NAMES).zip(1..).last();
    SOUNDED_NAMES * tenths_of_log10(names.map_or(0, |(_, count)| count) + 1)
}

/// What an alignment of sounds takes away.
fn sounded_points(cost: u16, letters: usize) -> i32 {
    let letters = u32::try_from(letters.max(1)).unwrap_or(u32::MAX);
    let points = u32::from(cost) * SOUNDED_PER_LETTER / 100 / letters;
    points.min(EXACT as u32) as i32
}

/// Points for being near the point that the query gave: 40 on the spot, 20 less for each
/// tenfold distance from 10 km on, so that at 1,000 km nothing is left.
fn nearness(km: f64) -> i32 {
    (40.0 - 20.0 * (km / 10.0).max(1.0).log10())
        .max(0.0)
        .round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearness_fades() {
        assert_eq!(
            [0.0, 10.0, 100.0, 1000.0, 20_000.0].map(nearness),
            [40, 40, 20, 0, 0]
        );
    }

    #[cfg(feature = "embedded")]
    #[test]
    fn merit_and_spelling_make_the_score_of_a_query_that_asks_for_nothing_else() {
        use crate::candidate::variant::Written;
        let resolver = crate::resolver::Resolver::embedded();
        let stripped = [
            vec![],
            vec![StrippedAffix::Article],
            vec![
                StrippedAffix::Clitic("و".into()),
                StrippedAffix::Ending("da".into()),
            ],
        ];
        let names = resolver.index().places().flat_map(PlaceRef::names);
        for (name, stripped) in names.zip(stripped.iter().cycle()) {
            for spelling in [MatchKind::Exact, MatchKind::Folded { cost: 30 }] {
                let written = Written::new(name.text().to_owned(), stripped.clone());
                let candidate = Candidate::new(name, written, spelling, false);
                assert_eq!(
                    score_by_base(&candidate, base_score(name)),
                    score(&candidate, &Query::new("")),
                    "{name:?}"
                );
            }
        }
    }

    #[cfg(feature = "embedded")]
    #[test]
    fn a_word_for_a_village_asks_for_the_village_before_the_seat() {
        let resolver = crate::resolver::Resolver::embedded();
        for (query, code) in [
            ("Talış", "PPLA2"),
            ("Talış kəndi", "PPL"),
            ("Talış şəhəri", "PPLA2"),
        ] {
            let found = resolver.resolve(query);
            let best = found.best().unwrap();
            assert_eq!(best.place().feature().code(), code, "{query}");
        }
        // Where there is no village, the seat is meant all the same.
        assert!(resolver.resolve("Qazax kəndi").best().is_some());
    }

    #[test]
    fn scores_stay_in_range() {
        assert_eq!(
            (Score::from_points(-5).get(), Score::from_points(2000)),
            (0, Score::MAX)
        );
    }
}
