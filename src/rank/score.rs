//! Scores: how likely it is that a place is meant, in points from 0 to 1000.
//!
//! First comes how the spelling matched, which spans 0 to 900 points; a place's importance
//! adds at most 100, so that it decides between places that match equally well and never lifts
//! a worse spelling above a better one. Points are integers and ties are broken by id: the
//! same input gives the same answer on every machine.

use crate::index::importance::tenths_of_log10;
use crate::index::{NameRef, PlaceRef};
use crate::lang::language::LanguageSet;
use crate::model::coordinates::Coordinates;
use crate::model::evidence::{MatchKind, StrippedAffix, Suits};
use crate::model::feature::Feature;
use crate::model::name::NameKind;
use crate::model::place_id::PlaceId;
use crate::query::Query;
use crate::query::postcode::is_postcode;
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

/// A prominent place whose name sounds the same stands before obscure ones that are spelled so: it loses
/// this share of what the alignment costs elsewhere.
const OUTRANKING_SHARE: i32 = 4;

/// No name that is found by its sound scores more, unless it outranks those that are spelled so.
const MAX_SOUNDED: i32 = 690;

/// Points of an endonym, a name in a language of the place's own country: of places that share a
/// spelling, the one that is called so at home is meant before one that is called so abroad.
const ENDONYM: i32 = 20;

/// A spelling from which something was stripped is second to one that is a name as it stands.
const CLITIC: i32 = 10;
const ENDING: i32 = 10;
const ARTICLE: i32 = 5;

/// An ordinary word with a clitic or an ending is hardly ever the place that is called so.
const WORD: i32 = 300;

/// A qualifier that agrees with nothing that is known may be a part of the name.
const UNVERIFIED_QUALIFIER: i32 = 60;

/// A feature word that suits the place, or its class at least, or that does not.
const FEATURE_WORD_SUITS: i32 = 20;
const FEATURE_WORD_SUITS_CLASS: i32 = 10;
const FEATURE_WORD_MISFIT: i32 = 80;

/// A word for a village, at a place that governs others: more than a great town's importance can
/// make good beside a village of its name.
const FEATURE_WORD_MISFIT_SEAT: i32 = 60;

/// A word for a province, at a country: more than its importance can make good beside a province of
/// its name.
const FEATURE_WORD_OF_UNIT: i32 = 20;

/// An adjective that names the country or region that the place lies in, or another one.
const DEMONYM_SUITS: i32 = 10;
const DEMONYM_MISFIT: i32 = 80;

/// A name in another language than the query's.
const OTHER_LANGUAGE: i32 = 20;

/// The same where the language was not said, only told by the query's letters: Tunis is the town in
/// English, and in Azerbaijani the country.
const UNLIKELY_LANGUAGE: i32 = 30;

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

/// What a name says for itself, whoever asks: worked out once for each name that a text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NameFeatures {
    /// Importance of its place, 0 to 100.
    importance: u8,
    kind: NameKind,
    /// Whether it is in a language of its place's own country.
    is_endonym: bool,
}

impl NameFeatures {
    pub fn of(name: NameRef<'_>) -> NameFeatures {
        NameFeatures {
            importance: name.place().importance(),
            kind: name.kind(),
            is_endonym: is_endonym(name),
        }
    }
}

/// What a score is made of. Where one of them is not known yet, its upper bound makes the score
/// an upper bound: see [`ScoreFeatures::bound`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct ScoreFeatures {
    name: NameFeatures,
    match_kind: MatchKind,
    /// Letters and spaces of the spelling that is compared with the name.
    letters: usize,
    /// How many names the place has, if the name was found by its sound.
    place_names: usize,
    /// Whether it stands before places that are spelled so, though it only sounds so.
    outranks_spelling: bool,
    /// Points for what was stripped: see [`affix_points`].
    affixes: i32,
    /// Whether the spelling is an ordinary word.
    is_word: bool,
    /// Whether the name is in another language than the query's.
    other_language: bool,
    /// Whether it is in one that the query most likely is not in, and that is not at home there.
    unlikely_language: bool,
    /// Whether it is a country's in the query's language, in which countries are called as often as
    /// in their own.
    is_country_in_own_words: bool,
    /// Distance in kilometres from the point of the query, if it has one.
    distance_km: Option<f64>,
}

impl ScoreFeatures {
    /// The features of a candidate for a query that asks for its name and nothing else; `name` are
    /// those of its name.
    pub fn bare(candidate: &Candidate<'_>, name: NameFeatures) -> ScoreFeatures {
        ScoreFeatures {
            name,
            match_kind: candidate.spelling,
            letters: match candidate.spelling {
                MatchKind::Edited { .. } | MatchKind::Sounded { .. } => candidate.variant.letters(),
                MatchKind::Exact | MatchKind::Folded { .. } | MatchKind::Id => 0,
            },
            place_names: match candidate.spelling {
                MatchKind::Sounded { .. } => counted_names(candidate.place()),
                _ => 0,
            },
            outranks_spelling: candidate.outranks_spelling,
            affixes: affix_points(&candidate.variant.stripped, candidate.place()),
            is_word: candidate.variant.is_word,
            other_language: false,
            unlikely_language: false,
            is_country_in_own_words: false,
            distance_km: None,
        }
    }

    /// The features of a candidate for a query.
    pub fn of(candidate: &Candidate<'_>, query: &Query) -> ScoreFeatures {
        let (name, variant) = (candidate.name, &candidate.variant);
        let is_other = |language| !name.language().is_within(language);
        let likeliest = variant.languages.likeliest(variant.space());
        let is_likely = match query.language {
            Some(language) => !is_other(language),
            None => LanguageSet::of_tag(name.language()).meets(likeliest),
        };
        let sounded = matches!(candidate.spelling, MatchKind::Sounded { .. });
        ScoreFeatures {
            other_language: query.language.is_some_and(is_other),
            unlikely_language: query.language.is_none()
                && !is_likely
                && !sounded
                && !is_endonym(name),
            is_country_in_own_words: is_likely && name.place().feature().is_country(),
            distance_km: candidate.distance_km,
            ..ScoreFeatures::bare(candidate, NameFeatures::of(name))
        }
    }

    /// Upper bounds of the features of any name whose place is as important, or of this name, for
    /// a spelling from which so many things were stripped.
    pub fn bound(
        name: Option<NameRef<'_>>,
        importance: u8,
        stripped: usize,
        query: &Query,
    ) -> ScoreFeatures {
        let distance = |point: Coordinates| {
            name.map_or(0.0, |name| point.distance_km(name.place().coordinates()))
        };
        ScoreFeatures {
            name: NameFeatures {
                importance,
                kind: NameKind::Preferred,
                is_endonym: name.is_none_or(is_endonym),
            },
            match_kind: MatchKind::Exact,
            letters: 0,
            place_names: 0,
            outranks_spelling: false,
            affixes: i32::try_from(stripped)
                .unwrap_or(i32::MAX)
                .saturating_mul(MAX_AFFIX),
            is_word: false,
            other_language: false,
            unlikely_language: false,
            is_country_in_own_words: name.is_none_or(|name| name.place().feature().is_country()),
            distance_km: query.near.map(distance),
        }
    }

    /// The score, before it is cut at the best one there is.
    pub fn points(&self) -> i32 {
        let importance = i32::from(self.name.importance);
        let is_own = self.name.is_endonym || self.is_country_in_own_words;
        let endonym = if is_own { ENDONYM } else { 0 };
        let (spelling, max) = match self.match_kind {
            MatchKind::Exact | MatchKind::Id => (EXACT + importance + endonym, i32::MAX),
            MatchKind::Folded { cost } => {
                (EXACT + importance + endonym - folded_points(cost), i32::MAX)
            }
            MatchKind::Edited { cost, .. } => {
                let importance = importance / EDITED_IMPORTANCE;
                let points = EXACT + importance + endonym - edit_points(cost, self.letters);
                (points, MAX_EDITED)
            }
            MatchKind::Sounded { cost } if self.outranks_spelling => {
                let lost = sounded_points(cost, self.letters) / OUTRANKING_SHARE;
                (EXACT + importance + ENDONYM - lost, i32::MAX)
            }
            // Which of its names led to a place by its sound says nothing of its language.
            MatchKind::Sounded { cost } => {
                let importance = importance / SOUNDED_IMPORTANCE + names_points(self.place_names);
                let points = SOUNDED + importance - sounded_points(cost, self.letters);
                (points, MAX_SOUNDED)
            }
        };
        let word = if self.is_word { WORD } else { 0 };
        let language = match (self.other_language, self.unlikely_language) {
            (true, _) => OTHER_LANGUAGE,
            (false, true) => UNLIKELY_LANGUAGE,
            (false, false) => 0,
        };
        let near = self.distance_km.map_or(0, nearness);
        let points = spelling + kind_points(self.name.kind) - word - language + near;
        points.saturating_add(self.affixes).min(max)
    }
}

/// The points of a candidate without what its name has for being an endonym: that speaks for the
/// place, not for one of its names that are spelled alike.
pub(crate) fn points_without_endonym(candidate: &Candidate<'_>) -> i32 {
    let counted = !matches!(candidate.spelling, MatchKind::Sounded { .. });
    let is_own = counted && is_endonym(candidate.name);
    candidate.points - if is_own { ENDONYM } else { 0 }
}

/// Points that a spelling loses for being only folded alike; `cost` in hundredths of an edit.
fn folded_points(cost: u16) -> i32 {
    i32::from((cost / FOLDED_PER_POINT).min(MAX_FOLDED))
}

/// Points for what was stripped, by how it goes with the place.
fn affix_points(stripped: &[StrippedAffix], place: PlaceRef<'_>) -> i32 {
    let points = |stripped: &StrippedAffix| match stripped {
        StrippedAffix::Clitic(_) => -CLITIC,
        StrippedAffix::Ending(_) => -ENDING,
        StrippedAffix::Article => -ARTICLE,
        StrippedAffix::AgreeingQualifier(_) | StrippedAffix::Relation(_) => 0,
        StrippedAffix::UnverifiedQualifier(text) if is_postcode(text) => 0,
        StrippedAffix::UnverifiedQualifier(_) => -UNVERIFIED_QUALIFIER,
        StrippedAffix::FeatureWord(word) => match word.suits(place.feature()) {
            Suits::Exactly => FEATURE_WORD_SUITS,
            Suits::Class if word.is_village() && is_seat(place.feature()) => {
                -FEATURE_WORD_MISFIT_SEAT
            }
            Suits::Class if place.feature().is_country() && !word.is_for_countries() => {
                -FEATURE_WORD_OF_UNIT
            }
            Suits::Class => FEATURE_WORD_SUITS_CLASS,
            Suits::No => -FEATURE_WORD_MISFIT,
        },
        StrippedAffix::Demonym(word) => match lies_in(place, &word.place) {
            true => DEMONYM_SUITS,
            false => -DEMONYM_MISFIT,
        },
    };
    stripped.iter().map(points).sum()
}

/// The most points that [`affix_points`] gives for one affix.
const MAX_AFFIX: i32 = FEATURE_WORD_SUITS;
const _: () = assert!(MAX_AFFIX >= DEMONYM_SUITS && MAX_AFFIX >= FEATURE_WORD_SUITS_CLASS);

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

/// Whether a name is in a language of its place's own country. A place of no country, as seas are,
/// has endonyms only.
fn is_endonym(name: NameRef<'_>) -> bool {
    let country = name.place().country();
    country.is_none_or(|country| crate::lang::endonym::is_spoken_in(name.language(), country))
}

/// What edits take away: so many hundredths of an edit in a name of so many letters.
fn edit_points(cost: u16, letters: usize) -> i32 {
    let letters = u32::try_from(letters.max(1)).unwrap_or(u32::MAX);
    let points = u32::from(cost) * EDIT_PER_LETTER / 100 / letters;
    points.clamp(MIN_EDIT, EXACT as u32) as i32
}

/// How many names a place has, counted up to the number from which on more add nothing.
fn counted_names(place: PlaceRef<'_>) -> usize {
    place.names().take(MAX_SOUNDED_NAMES).count()
}

/// Points for the number of names that a place has.
fn names_points(names: usize) -> i32 {
    SOUNDED_NAMES * tenths_of_log10(names as u64 + 1)
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
    use crate::model::score::Score;

    #[test]
    fn nearness_fades() {
        assert_eq!(
            [0.0, 10.0, 100.0, 1000.0, 20_000.0].map(nearness),
            [40, 40, 20, 0, 0]
        );
    }

    #[test]
    fn no_candidate_scores_more_than_the_bound() {
        let kinds = [NameKind::Preferred, NameKind::Parallel, NameKind::Former];
        let matches = [
            MatchKind::Exact,
            MatchKind::Folded { cost: 30 },
            MatchKind::Edited { edits: 1, cost: 20 },
            MatchKind::Sounded { cost: 0 },
        ];
        let query = Query::new("").near(Coordinates::new(0.0, 0.0).unwrap());
        for (stripped, affixes) in [(0, 0), (1, -CLITIC), (1, FEATURE_WORD_SUITS), (2, 30)] {
            let bound = ScoreFeatures::bound(None, 70, stripped, &query);
            for (kind, match_kind) in kinds.into_iter().flat_map(|k| matches.map(|m| (k, m))) {
                for (is_endonym, km) in [(true, 0.0), (false, 0.0), (true, 5000.0)] {
                    let features = ScoreFeatures {
                        name: NameFeatures {
                            importance: 70,
                            kind,
                            is_endonym,
                        },
                        match_kind,
                        letters: 6,
                        place_names: MAX_SOUNDED_NAMES,
                        affixes,
                        distance_km: Some(km),
                        ..bound
                    };
                    assert!(features.points() <= bound.points(), "{features:?}");
                }
            }
        }
    }

    #[test]
    fn a_worse_match_scores_less() {
        let points = |match_kind| {
            let bound = ScoreFeatures::bound(None, 50, 0, &Query::new(""));
            let features = ScoreFeatures {
                match_kind,
                letters: 6,
                ..bound
            };
            features.points()
        };
        let points = [
            points(MatchKind::Exact),
            points(MatchKind::Folded { cost: 30 }),
            points(MatchKind::Edited { edits: 1, cost: 30 }),
            points(MatchKind::Edited {
                edits: 1,
                cost: 100,
            }),
            points(MatchKind::Sounded { cost: 0 }),
            points(MatchKind::Sounded { cost: 60 }),
        ];
        assert!(
            points.is_sorted_by(|better, worse| better > worse),
            "{points:?}"
        );
    }

    #[test]
    fn scores_stay_in_range() {
        assert_eq!(
            (Score::from_points(-5).get(), Score::from_points(2000)),
            (0, Score::MAX)
        );
    }
}
