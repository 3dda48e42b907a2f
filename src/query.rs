//! What is asked for: a name and whatever is known about the place.

pub(crate) mod container;
pub(crate) mod document;
pub(crate) mod max_edits;
pub(crate) mod nearest;
pub(crate) mod postcode;
pub(crate) mod rule;
pub(crate) mod segment;

use crate::index::PlaceRef;
use crate::model::coordinates::{BoundingBox, Coordinates};
use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;
use crate::model::language::Language;
use crate::model::place_id::PlaceId;
use crate::query::container::{Contained, Scope};
use crate::query::max_edits::MaxEdits;

/// A name to be resolved, with what is known about the place it stands for.
///
/// Every method that takes a query takes a `&str` too. What is set by `limit` is read by
/// `get_limit`, and so on.
///
/// ```
/// use toponym::{MaxEdits, Query};
///
/// let query = Query::new("Norashen").country("AM".parse()?);
/// let query = query.max_edits(MaxEdits::Limit(1)).limit(3).exhaustive(true);
/// assert_eq!((query.get_name(), query.get_limit()), ("Norashen", 3));
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a query does nothing until a resolver is asked"]
pub struct Query {
    pub(crate) name: String,
    pub(crate) countries: Vec<CountryCode>,
    pub(crate) classes: Vec<FeatureClass>,
    pub(crate) language: Option<Language>,
    pub(crate) near: Option<Coordinates>,
    pub(crate) country_names: Vec<String>,
    pub(crate) within: Option<PlaceId>,
    pub(crate) admins: Vec<String>,
    pub(crate) area: Option<BoundingBox>,
    /// What holds the place, worked out by who has the index.
    pub(crate) scope: Vec<Scope>,
    pub(crate) max_edits: MaxEdits,
    pub(crate) exhaustive: bool,
    pub(crate) spelled: bool,
    pub(crate) prefix: bool,
    pub(crate) limit: usize,
}

impl Query {
    /// How many candidates are returned unless [`Query::limit`] says otherwise.
    pub const DEFAULT_LIMIT: usize = 5;

    /// The longest name that is looked for, in bytes as it is written.
    pub const LONGEST_NAME: usize = 4096;

    /// A query for a name as somebody wrote it. It may still carry its clitics, case ending or
    /// feature word (`ليريفان`, `Երևանում`, `مدينة شوشة`).
    ///
    /// A name of more than [`Query::LONGEST_NAME`] bytes is answered with
    /// [`Status::Unknown`](crate::Status::Unknown), without being read: no place is called so.
    pub fn new(name: impl Into<String>) -> Self {
        Query {
            name: name.into(),
            countries: Vec::new(),
            classes: Vec::new(),
            language: None,
            near: None,
            country_names: Vec::new(),
            within: None,
            admins: Vec::new(),
            area: None,
            scope: Vec::new(),
            max_edits: MaxEdits::Auto,
            exhaustive: false,
            spelled: false,
            prefix: false,
            limit: Self::DEFAULT_LIMIT,
        }
    }

    /// The same query for another name, of the same limits.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Only places in this country; called more than once, in any of the countries.
    pub fn country(mut self, country: CountryCode) -> Self {
        self.countries.push(country);
        self
    }

    /// Only places in the country of this name, or with this code (ISO 3166-1 alpha-2 or alpha-3);
    /// called more than once, or beside [`Query::country`], in any of the countries. A country that
    /// the index has no name of holds no place: [`Resolver::country`](crate::Resolver::country)
    /// says beforehand.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use toponym::{Query, Resolver};
    ///
    /// let resolver = Resolver::embedded();
    /// for country in ["Lebanon", "لبنان", "LB", "LBN"] {
    ///     let answer = resolver.resolve(Query::new("طرابلس").country_named(country));
    ///     assert_eq!(answer.best().unwrap().place().country().unwrap().as_str(), "LB");
    /// }
    /// # }
    /// ```
    pub fn country_named(mut self, country: impl Into<String>) -> Self {
        self.country_names.push(country.into());
        self
    }

    /// Only places of this class; called more than once, of any of the classes.
    pub fn class(mut self, class: FeatureClass) -> Self {
        self.classes.push(class);
        self
    }

    /// The language that the name is written in: names in it count for more than others.
    pub fn language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// A point that the place is likely near to: of places with one name, the nearer ones
    /// count for more.
    pub fn near(mut self, point: Coordinates) -> Self {
        self.near = Some(point);
        self
    }

    /// Only places in the country, unit or region that has this id, and that place itself. What is
    /// nobody's parent, as regions are, holds what lies near enough to its point; an id that the
    /// index lacks holds nothing.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use toponym::{Query, Resolver};
    ///
    /// let resolver = Resolver::embedded();
    /// let syunik = resolver.resolve("Syunik Province").best().unwrap().place();
    /// let answer = resolver.resolve(Query::new("Գորիս").within(syunik));
    /// assert_eq!(answer.best().unwrap().place().name(), "Goris");
    /// # }
    /// ```
    pub fn within(mut self, place: impl Into<PlaceId>) -> Self {
        self.within = Some(place.into());
        self
    }

    /// Only places in the unit, country or region of this name or id; called more than once, in all
    /// of them. The name is read as one behind a comma is (`Goris, Syunik Province`), but an unknown
    /// one holds nothing.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use toponym::{Query, Resolver};
    ///
    /// let query = Query::new("Goris").admin("Syunik Province").admin("Armenia");
    /// assert!(Resolver::embedded().resolve(query).best().is_some());
    /// let query = Query::new("Goris").admin("Lori");
    /// assert!(Resolver::embedded().resolve(query).best().is_none());
    /// # }
    /// ```
    pub fn admin(mut self, unit: impl Into<String>) -> Self {
        self.admins.push(unit.into());
        self
    }

    /// Only places in this box.
    pub fn within_box(mut self, area: BoundingBox) -> Self {
        self.area = Some(area);
        self
    }

    /// How far a spelling may be from a name.
    pub fn max_edits(mut self, max_edits: MaxEdits) -> Self {
        self.max_edits = max_edits;
        self
    }

    /// Whether to look for all names within the edits allowed. Unless this says so, the search
    /// ends with the first number of edits (0, then 1, then 2) that finds a place.
    pub fn exhaustive(mut self, exhaustive: bool) -> Self {
        self.exhaustive = exhaustive;
        self
    }

    /// Whether only names count that are spelled like it. Unless this says so, with
    /// [`MaxEdits::Auto`], a name that nothing is spelled like is looked for by its sound, in all
    /// scripts.
    pub fn spelled(mut self, spelled: bool) -> Self {
        self.spelled = spelled;
        self
    }

    /// Whether the name is the beginning of one, to be completed. It is a whole name unless this
    /// says so.
    pub fn prefix(mut self, prefix: bool) -> Self {
        self.prefix = prefix;
        self
    }

    /// At most this many candidates; [`Query::DEFAULT_LIMIT`] unless this says otherwise.
    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// The name that is looked for.
    pub fn get_name(&self) -> &str {
        &self.name
    }

    /// The countries that the place is in one of; none for any country.
    pub fn get_countries(&self) -> &[CountryCode] {
        &self.countries
    }

    /// The classes that the place is of one of; none for any class.
    pub fn get_classes(&self) -> &[FeatureClass] {
        &self.classes
    }

    /// The language that the name is written in, if it was said.
    pub fn get_language(&self) -> Option<Language> {
        self.language
    }

    /// The point that the place is likely near to, if it was said.
    pub fn get_near(&self) -> Option<Coordinates> {
        self.near
    }

    /// The names and codes of countries that the place is in one of, beside
    /// [`Query::get_countries`].
    pub fn get_country_names(&self) -> &[String] {
        &self.country_names
    }

    /// The place that the place is in, if it was said.
    pub fn get_within(&self) -> Option<&PlaceId> {
        self.within.as_ref()
    }

    /// The names and ids of what the place is in.
    pub fn get_admins(&self) -> &[String] {
        &self.admins
    }

    /// The box that the place is in, if it was said.
    pub fn get_within_box(&self) -> Option<BoundingBox> {
        self.area
    }

    /// How far a spelling may be from a name.
    pub fn get_max_edits(&self) -> MaxEdits {
        self.max_edits
    }

    /// Whether all names within the edits allowed are looked for.
    pub fn get_exhaustive(&self) -> bool {
        self.exhaustive
    }

    /// Whether only names count that are spelled like it.
    pub fn get_spelled(&self) -> bool {
        self.spelled
    }

    /// Whether the name is the beginning of one.
    pub fn get_prefix(&self) -> bool {
        self.prefix
    }

    /// How many candidates there are at most.
    pub fn get_limit(&self) -> usize {
        self.limit
    }

    /// Whether it says by name or id what the place lies in.
    pub(crate) fn names_places(&self) -> bool {
        self.within.is_some() || !self.admins.is_empty() || !self.country_names.is_empty()
    }

    /// Whether such a place is asked for at all.
    pub(crate) fn admits(&self, place: PlaceRef<'_>) -> bool {
        let is_in = |countries: &[CountryCode]| {
            let country = place.country();
            country.is_some_and(|country| countries.contains(&country))
        };
        (self.countries.is_empty() || is_in(&self.countries))
            && (self.classes.is_empty() || self.classes.contains(&place.feature().class()))
            && self
                .area
                .is_none_or(|area| area.contains(place.coordinates()))
            && (self.scope.is_empty() || {
                let contained = Contained::new(place);
                self.scope.iter().all(|scope| scope.admits(&contained))
            })
    }
}

impl From<&str> for Query {
    fn from(name: &str) -> Self {
        Query::new(name)
    }
}

impl From<String> for Query {
    fn from(name: String) -> Self {
        Query::new(name)
    }
}

impl From<&String> for Query {
    fn from(name: &String) -> Self {
        Query::new(name.as_str())
    }
}

impl From<&Query> for Query {
    fn from(query: &Query) -> Self {
        query.clone()
    }
}

#[cfg(test)]
mod tests {
    use crate::model::feature::FeatureClass;
    use crate::query::Query;
    use crate::query::max_edits::MaxEdits;

    #[test]
    fn what_is_set_can_be_read() {
        let query = Query::new("A").name("B").limit(3).spelled(true);
        let query = query.exhaustive(true).prefix(true).prefix(false);
        let query = query
            .class(FeatureClass::Populated)
            .class(FeatureClass::Water);
        assert_eq!((query.get_name(), query.get_limit()), ("B", 3));
        let flags = (
            query.get_spelled(),
            query.get_exhaustive(),
            query.get_prefix(),
        );
        assert_eq!(flags, (true, true, false));
        assert_eq!(
            query.get_classes(),
            [FeatureClass::Populated, FeatureClass::Water]
        );
        assert!(query.get_countries().is_empty() && query.get_near().is_none());
        assert_eq!(query.get_max_edits(), MaxEdits::Auto);
    }

    #[test]
    fn edits_grow_with_length_and_stay_below_it() {
        let auto = [0, 1, 3, 4, 6, 7, 200].map(|letters| MaxEdits::Auto.for_length(letters));
        assert_eq!(auto, [0, 0, 0, 1, 1, 2, 2]);
        let two = [0, 1, 2, 3, 4].map(|letters| MaxEdits::Limit(2).for_length(letters));
        assert_eq!(two, [0, 0, 1, 2, 2]);
        assert_eq!(MaxEdits::Limit(9).for_length(20), MaxEdits::MAX);
    }

    #[test]
    fn numbers_of_edits_parse_what_they_print() {
        for text in ["auto", "0", "1", "2"] {
            assert_eq!(text.parse::<MaxEdits>().unwrap().to_string(), text);
        }
        for bad in ["", "3", "Auto", "+1", "01"] {
            assert!(bad.parse::<MaxEdits>().is_err(), "{bad}");
        }
    }
}
