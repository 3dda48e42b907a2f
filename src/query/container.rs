//! Containers: a country, a unit or a region that a place is said to lie in, and whether the
//! gazetteer agrees.
//!
//! What holds its places by their parents is asked for those. Regions are nobody's parent, and many
//! a dump says no more of a village than its country: there the distance tells.

mod contained;
mod extent;

pub(crate) use crate::query::container::contained::Contained;
pub(crate) use crate::query::container::extent::extent_km;

use crate::gazetteer::codes;
use crate::index::PlaceRef;
use crate::model::coordinates::Coordinates;
use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;
use crate::query::container::contained::unit_level;
use std::sync::Arc;

/// A place that others may lie in, without its index.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Container {
    kind: Kind,
    /// Its number in the index that it was found in; `None` for a country that the index lacks.
    number: Option<u32>,
    country: Option<CountryCode>,
    point: Option<Coordinates>,
    /// How far from the point its places lie, in kilometres.
    extent_km: f64,
    /// Its level, if it is a unit that has one: a first-level unit lies in no other.
    level: Option<u8>,
    /// The numbers of the units around it.
    around: Vec<u32>,
    /// Whether everybody knows it, so that nothing else is meant by its name.
    is_prominent: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Country,
    /// A unit that exists today, which its places have for a parent.
    Unit,
    /// A region, an island, a range, a unit of former times.
    Region,
    /// A sea, a lake, which places lie on.
    Water,
    /// The same, of which only one point of the line is known.
    River,
    Town,
}

/// What the gazetteer says of a place and something that it is said to lie in; the better the
/// greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    /// It lies elsewhere.
    Outside,
    /// Nothing that is known tells.
    Silent,
    /// It lies close by, so that it may well lie in it.
    Near,
    /// They are one.
    Same,
    /// It lies in it.
    Inside,
}

/// Where a region ends is a matter of opinion: within this many times its extent nothing is ruled out.
const DOUBTFUL: f64 = 2.0;

/// A place so many kilometres from the point that is known of a river lies on it, most likely. What
/// lies farther off may, as far as the river flows from there and its bends allow: nothing says so.
const AT_RIVER_KM: f64 = 25.0;
const RIVER_REACH: f64 = 1.25;

/// A town whose importance is at least this is meant by its name, and no district that the gazetteer
/// lacks.
const PROMINENT: u8 = 45;

impl Container {
    pub fn of(place: PlaceRef<'_>) -> Container {
        let feature = place.feature();
        let kind = match feature.class() {
            _ if feature.is_country() => Kind::Country,
            FeatureClass::Administrative if !feature.code().ends_with('H') => Kind::Unit,
            FeatureClass::Populated => Kind::Town,
            FeatureClass::Water if feature.code().starts_with("STM") => Kind::River,
            FeatureClass::Water => Kind::Water,
            _ => Kind::Region,
        };
        Container {
            kind,
            number: Some(place.number()),
            country: place.country(),
            point: Some(place.coordinates()),
            extent_km: extent_km(place),
            level: unit_level(place),
            around: place.parents().map(PlaceRef::number).collect(),
            is_prominent: place.importance() >= PROMINENT,
        }
    }

    /// A country of which no more is known than its code.
    pub fn country(country: CountryCode) -> Container {
        Container {
            kind: Kind::Country,
            number: None,
            country: Some(country),
            point: None,
            extent_km: 0.0,
            level: None,
            around: Vec::new(),
            is_prominent: true,
        }
    }

    /// The code of the country that it is, if it is one.
    pub fn as_country(&self) -> Option<CountryCode> {
        self.country.filter(|_| self.kind == Kind::Country)
    }

    /// Whether it holds places by what a gazetteer or a map says, as a town hardly does.
    pub fn is_wide(&self) -> bool {
        self.kind != Kind::Town
    }

    /// Whether a place lies in it.
    pub fn verdict(&self, contained: &Contained<'_>) -> Verdict {
        let place = contained.place;
        if self.number == Some(place.number()) {
            return Verdict::Same;
        }
        if self
            .number
            .is_some_and(|number| contained.lies_below(number))
        {
            return Verdict::Inside;
        }
        match self.kind {
            Kind::Country => self.verdict_of_country(place),
            Kind::Unit => self.verdict_of_unit(contained),
            // A country lies in regions that are no country's alone.
            Kind::Region | Kind::Water | Kind::River
                if place.feature().is_country()
                    && (self.country.is_some() || self.kind != Kind::Region) =>
            {
                Verdict::Outside
            }
            Kind::Region | Kind::Water => match self.distances(place) {
                Some(times) if times <= 1.0 && self.kind == Kind::Water => Verdict::Near,
                Some(times) if times <= 1.0 => Verdict::Inside,
                Some(times) if times <= DOUBTFUL => Verdict::Silent,
                Some(_) => Verdict::Outside,
                None => Verdict::Silent,
            },
            Kind::River => match self
                .point
                .map(|point| point.distance_km(place.coordinates()))
            {
                Some(km) if km <= AT_RIVER_KM => Verdict::Near,
                Some(km) if km > RIVER_REACH * self.extent_km => Verdict::Outside,
                _ => Verdict::Silent,
            },
            Kind::Town => match self.distances(place) {
                Some(times) if times <= 1.0 => Verdict::Near,
                Some(_) if self.is_prominent => Verdict::Outside,
                _ => Verdict::Silent,
            },
        }
    }

    fn verdict_of_country(&self, place: PlaceRef<'_>) -> Verdict {
        match (place.country(), self.country) {
            (Some(own), Some(country)) if own == country => match place.feature().is_country() {
                true => Verdict::Same,
                false => Verdict::Inside,
            },
            (Some(own), Some(country)) if codes::is_claimed(own, country) => Verdict::Near,
            (Some(_), _) => Verdict::Outside,
            // A sea, a range, a region of several countries.
            (None, _) => match self.distances(place) {
                Some(times) if times > DOUBTFUL => Verdict::Outside,
                _ => Verdict::Silent,
            },
        }
    }

    /// Whether a place lies in a unit that is none of its parents: it may, if no unit is known that
    /// it lies in, or if that one holds this unit too.
    fn verdict_of_unit(&self, contained: &Contained<'_>) -> Verdict {
        let as_high = |level: u8| contained.level.is_some_and(|own| own <= level);
        if contained.country != self.country || self.level.is_some_and(as_high) {
            return Verdict::Outside;
        }
        let is_open = contained
            .unit
            .is_none_or(|unit| self.around.contains(&unit));
        match self.distances(contained.place) {
            Some(times) if is_open && times <= 1.0 => Verdict::Near,
            _ => Verdict::Outside,
        }
    }

    /// The distance of a place, in extents.
    fn distances(&self, place: PlaceRef<'_>) -> Option<f64> {
        let km = self.point?.distance_km(place.coordinates());
        Some(km / self.extent_km.max(1.0))
    }
}

/// What one of several containers says of a place, which may be a town that is called like a country or a unit: that
/// is not meant, unless it is the place itself.
fn verdict_among(container: &Container, has_wide: bool, contained: &Contained<'_>) -> Verdict {
    match container.verdict(contained) {
        Verdict::Silent | Verdict::Near if has_wide && !container.is_wide() => Verdict::Outside,
        verdict => verdict,
    }
}

/// The best that any of several containers of one name says; `None` without any.
pub(crate) fn best_verdict(containers: &[Container], contained: &Contained<'_>) -> Option<Verdict> {
    let has_wide = containers.iter().any(Container::is_wide);
    let verdicts = containers.iter();
    verdicts
        .map(|container| verdict_among(container, has_wide, contained))
        .max()
}

/// What a place must lie in: one of several containers of a name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Scope {
    containers: Arc<[Container]>,
    has_wide: bool,
    /// The least that the containers must say of it.
    least: Verdict,
}

impl Scope {
    /// A scope that only rules out what lies elsewhere.
    pub fn not_outside(containers: &[Container]) -> Scope {
        Scope::at_least(Verdict::Silent, containers)
    }

    /// A scope of what is known to lie in one of the containers, or near enough.
    pub fn inside(containers: &[Container]) -> Scope {
        Scope::at_least(Verdict::Near, containers)
    }

    fn at_least(least: Verdict, containers: &[Container]) -> Scope {
        Scope {
            containers: containers.into(),
            has_wide: containers.iter().any(Container::is_wide),
            least,
        }
    }

    pub fn admits(&self, contained: &Contained<'_>) -> bool {
        let mut containers = self.containers.iter();
        containers.any(|container| verdict_among(container, self.has_wide, contained) >= self.least)
    }
}
