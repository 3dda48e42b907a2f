//! The places nearest to a point.
//!
//! The tree of [`points`](super::points) is walked from its single box on, always on from the box
//! or point that is nearest by a lower bound, until none that is left can be nearer than the places
//! found. What is found is compared by [`Coordinates::distance_km`] itself, so the answer is that
//! of comparing all places.

mod distance_bound;

use crate::index::format::record::{BoxRecord, ClassSet, CountrySet, PointRecord};
use crate::index::nearest::distance_bound::{Origin, farthest};
use crate::index::points::{FAN_OUT, Node, Points};
use crate::index::{Index, PlaceNumber, PlaceRef, PlaceSummary};
use crate::model::coordinates::Coordinates;
use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A place near to a point.
///
/// ```
/// # #[cfg(feature = "embedded")] {
/// use toponym::{Nearest, Resolver};
///
/// let resolver = Resolver::embedded();
/// let query = Nearest::to("40.79,43.84".parse()?).limit(1);
/// for found in resolver.nearest(query) {
///     assert_eq!(found.place().name(), "Gyumri");
///     assert!(found.distance_km() < 1.0);
/// }
/// # }
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct NearbyPlace<'i> {
    place: PlaceRef<'i>,
    distance_km: f64,
}

impl<'i> NearbyPlace<'i> {
    /// The place.
    pub fn place(&self) -> PlaceRef<'i> {
        self.place
    }

    /// How far it is, in kilometres, as [`Coordinates::distance_km`] has it.
    pub fn distance_km(&self) -> f64 {
        self.distance_km
    }

    /// A record of it that outlives the index.
    pub fn to_record(&self) -> NearbyRecord {
        NearbyRecord {
            place: self.place.to_summary(),
            distance_km: self.distance_km,
        }
    }
}

/// A [`NearbyPlace`] that borrows nothing; serialized as the place's keys, then `distance_km`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct NearbyRecord {
    /// The place; its keys stand beside the other.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub place: PlaceSummary,
    /// How far it is, in kilometres.
    pub distance_km: f64,
}

/// Which places are looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'q> {
    /// One of these; any if there is none.
    pub classes: &'q [FeatureClass],
    /// In one of these; anywhere if there is none.
    pub countries: &'q [CountryCode],
    /// No farther than this; NaN is nowhere.
    pub max_km: f64,
    /// At most so many.
    pub limit: usize,
}

impl Index {
    /// The places nearest to a point, the nearest first; of equally near ones in the order of ids.
    pub(crate) fn nearest(&self, point: Coordinates, wanted: Wanted<'_>) -> Vec<NearbyPlace<'_>> {
        let mut search = Search {
            index: self,
            points: Points::of(self),
            point,
            origin: Origin::of(point),
            wanted,
            classes: ClassSet::of(wanted.classes),
            countries: wanted
                .countries
                .iter()
                .map(|code| CountrySet::of(Some(*code)))
                .collect(),
            found: BinaryHeap::new(),
            farthest: farthest(wanted.max_km),
        };
        if wanted.limit > 0 && wanted.max_km >= 0.0 {
            search.run();
        }
        let found = search.found.into_sorted_vec();
        let nearby = |Found { km, place }| NearbyPlace {
            place: PlaceRef::new(self, place),
            distance_km: km,
        };
        found.into_iter().map(nearby).collect()
    }
}

struct Search<'i, 'q> {
    index: &'i Index,
    points: Points<'i>,
    point: Coordinates,
    origin: Origin,
    wanted: Wanted<'q>,
    classes: ClassSet,
    countries: Vec<CountrySet>,
    /// The nearest so far, the farthest of them on top.
    found: BinaryHeap<Found>,
    /// The haversine beyond which nothing is wanted any more.
    farthest: f64,
}

/// A place that was found; ordered by distance, then by number.
#[derive(Clone, Copy, Debug)]
struct Found {
    km: f64,
    place: PlaceNumber,
}

impl Ord for Found {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let by_distance = self.km.total_cmp(&other.km);
        by_distance.then(self.place.cmp(&other.place))
    }
}

impl PartialOrd for Found {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Found {}

impl Search<'_, '_> {
    fn run(&mut self) {
        let levels = self.points.levels();
        // By the bits of the lower bound: those of positive numbers are in the numbers' order.
        let mut pending: BinaryHeap<Reverse<(u64, Node)>> = BinaryHeap::with_capacity(128);
        if let Ok(top @ 1..) = u8::try_from(levels.len()) {
            pending.push(Reverse((0, (top, 0))));
        }
        while let Some(Reverse((bound, (level, position)))) = pending.pop() {
            if f64::from_bits(bound) > self.farthest {
                break;
            }
            let first = position.saturating_mul(FAN_OUT as u32);
            let mut push = |bound: f64, level, child| {
                if bound <= self.farthest {
                    pending.push(Reverse((bound.to_bits(), (level, child))));
                }
            };
            match level {
                0 => {
                    if let Some(point) = self.points.point(position) {
                        self.weigh(point);
                    }
                }
                1 => {
                    for (child, point) in (first..).zip(self.points.in_box(position)) {
                        push(self.origin.bound_of_point(point), 0, child);
                    }
                }
                2.. => {
                    let below = &levels[usize::from(level) - 2];
                    for (child, node) in (first..).zip(self.points.children(below, position)) {
                        if self.may_hold(&node) {
                            push(self.origin.bound(&node), level - 1, child);
                        }
                    }
                }
            }
        }
    }

    /// Whether such a place as is looked for may be in the box.
    fn may_hold(&self, node: &BoxRecord) -> bool {
        (self.wanted.classes.is_empty() || self.classes.meets(node.classes))
            && (self.countries.is_empty()
                || self
                    .countries
                    .iter()
                    .any(|country| node.countries.may_hold(*country)))
    }

    /// Takes a place if it is nearer than one of those found.
    fn weigh(&mut self, point: PointRecord) {
        let place = PlaceRef::new(self.index, point.place);
        let Wanted {
            classes,
            countries,
            max_km,
            limit,
        } = self.wanted;
        let km = self.point.distance_km(point.coordinates());
        let is_wanted = (point.place as usize) < self.index.place_count()
            && km <= max_km
            && (classes.is_empty() || classes.contains(&place.feature().class()))
            && (countries.is_empty()
                || place
                    .country()
                    .is_some_and(|code| countries.contains(&code)));
        if !is_wanted {
            return;
        }
        let place = point.place;
        self.found.push(Found { km, place });
        if self.found.len() > limit {
            self.found.pop();
        }
        if self.found.len() == limit
            && let Some(last) = self.found.peek()
        {
            self.farthest = self.farthest.min(farthest(last.km));
        }
    }
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;
    use crate::index::IndexBuilder;
    use crate::index::format::{Section, with_section};
    use crate::model::feature::Feature;
    use crate::model::place::Place;
    use crate::model::place_id::PlaceId;
    use proptest::prelude::*;

    fn index(points: &[(f64, f64, usize)]) -> Index {
        let mut gazetteer = Gazetteer::default();
        for (number, (latitude, longitude, kind)) in (1..).zip(points) {
            let point = Coordinates::new(*latitude, *longitude).unwrap();
            let mut place = Place::new(PlaceId::geonames(number), point);
            place.feature = Feature::new(FeatureClass::ALL[kind % 4], "").unwrap();
            let country = ["AM", "AZ", "GE", "DQ"][kind / 4 % 4];
            place.country = (*kind < 16).then(|| country.parse().unwrap());
            gazetteer.places.push(place);
        }
        let builder = IndexBuilder::new().add_gazetteer(gazetteer);
        builder.build().unwrap()
    }

    /// By looking at all places.
    fn brute_force(index: &Index, point: Coordinates, wanted: Wanted<'_>) -> Vec<(f64, u32)> {
        let all = index.places().map(|place| {
            let km = place.coordinates().distance_km(point);
            (km, place)
        });
        let is_in = |country: Option<CountryCode>| {
            country.is_some_and(|country| wanted.countries.contains(&country))
        };
        let mut all: Vec<(f64, u32)> = all
            .filter(|(km, place)| {
                let class = place.feature().class();
                *km <= wanted.max_km
                    && (wanted.classes.is_empty() || wanted.classes.contains(&class))
                    && (wanted.countries.is_empty() || is_in(place.country()))
            })
            .map(|(km, place)| (km, place.number()))
            .collect();
        all.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        all.truncate(wanted.limit);
        all
    }

    fn found(index: &Index, point: Coordinates, wanted: Wanted<'_>) -> Vec<(f64, u32)> {
        let found = index.nearest(point, wanted).into_iter();
        found.map(|n| (n.distance_km, n.place.number())).collect()
    }

    /// Anywhere, and often where coordinates are awkward: at the poles and the 180th meridian, at
    /// one another's place, or a hair from it.
    fn degrees(most: f64) -> impl Strategy<Value = f64> {
        let awkward = prop::sample::select(vec![-1.0, -0.999_999_999_9, 0.0, 0.5, 0.999_999, 1.0]);
        prop_oneof![
            3 => -most..=most,
            2 => awkward.prop_map(move |share| share * most),
            1 => (0..40i32).prop_map(|small| f64::from(small) * 1e-7),
            1 => (0..4i32).prop_map(f64::from),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_answer_is_that_of_comparing_all(
            points in prop::collection::vec((degrees(90.0), degrees(180.0), 0usize..20), 0..400),
            asked in prop::collection::vec((degrees(90.0), degrees(180.0)), 1..20),
            limit in prop_oneof![0usize..4, Just(50), Just(usize::MAX)],
            max_km in prop_oneof![3 => Just(f64::INFINITY), 2 => 0.0..21_000.0, 1 => Just(0.0)],
            classes in prop::sample::subsequence(FeatureClass::ALL[..4].to_vec(), 0..=2),
            countries in prop::sample::subsequence(vec!["AM", "AZ", "DQ"], 0..=2),
        ) {
            let countries: Vec<CountryCode> =
                countries.iter().map(|code| code.parse().unwrap()).collect();
            let index = index(&points);
            index.verify().unwrap();
            let wanted = Wanted { classes: &classes, countries: &countries, max_km, limit };
            for (latitude, longitude) in asked {
                let point = Coordinates::new(latitude, longitude).unwrap();
                prop_assert_eq!(
                    found(&index, point, wanted),
                    brute_force(&index, point, wanted)
                );
            }
        }
    }

    #[test]
    fn nothing_is_nearer_than_nothing() {
        let index = index(&[(0.0, 0.0, 0), (1.0, 0.0, 0)]);
        let origin = Coordinates::new(0.0, 0.0).unwrap();
        for (max_km, count) in [(f64::NAN, 0), (-1.0, 0), (0.0, 1), (112.0, 2)] {
            let wanted = Wanted {
                classes: &[],
                countries: &[],
                max_km,
                limit: 9,
            };
            assert_eq!(index.nearest(origin, wanted).len(), count, "{max_km}");
        }
    }

    /// Every point is said to be the same place's, and every box to be everywhere.
    #[test]
    fn a_damaged_tree_is_walked_once() {
        let points: Vec<_> = (0..1000).map(|i| (f64::from(i) * 0.01, 0.0, 0)).collect();
        let whole = index(&points);
        let wanted = Wanted {
            classes: &[],
            countries: &[],
            max_km: f64::INFINITY,
            limit: usize::MAX,
        };
        let origin = Coordinates::new(0.0, 0.0).unwrap();
        let zeros = |section| vec![0; whole.section(section).len()];
        let ones = |section| vec![0xFF; whole.section(section).len()];
        for (section, bytes) in [
            (Section::Points, zeros(Section::Points)),
            (Section::Points, ones(Section::Points)),
            (Section::PointBoxes, zeros(Section::PointBoxes)),
            (Section::PointBoxes, ones(Section::PointBoxes)),
            (Section::PointBoxes, Vec::new()),
            (Section::Points, zeros(Section::Points).repeat(16)),
        ] {
            let damaged = with_section(whole.as_bytes(), section, &bytes);
            let damaged = Index::from_bytes(damaged).unwrap();
            assert!(damaged.verify().is_err());
            assert!(damaged.nearest(origin, wanted).len() <= 16 * 1000);
        }
    }
}
