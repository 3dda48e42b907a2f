//! The view of a place inside an index.

use crate::index::format::Section;
use crate::index::format::record;
use crate::index::format::record::{
    ConcordanceRecord, FeatureRecord, NONE, OriginRecord, PlaceRecord,
};
use crate::index::format::text;
use crate::index::name_ref::NameRef;
use crate::index::{Index, PlaceNumber};
use crate::model::coordinates::Coordinates;
use crate::model::country::CountryCode;
use crate::model::feature::Feature;
use crate::model::language::Language;
use crate::model::name::{Name, NameKind};
use crate::model::place::Place;
use crate::model::place_id::PlaceId;
use crate::model::source::{DUMP_NAME, DUMP_PLACE};
use crate::text::script::Script;
use std::fmt;
use std::ops::Range;

/// Of more names than that it is not asked where they come from; great cities have some hundred.
const MAX_SOURCES: usize = 1024;

/// Maximum number of other ids of a place, from all gazetteers together.
pub(super) const MAX_SAME_AS: usize = 1024;

/// Maximum number of names that are gone through to know in which scripts a place has names; those that have most have some
/// hundreds.
const MAX_FIRST_NAMES: usize = 1024;

/// The first of some positions that is not as those before it are; where these are not the first ones, as in a damaged
/// index, any.
fn first_without(mut positions: Range<usize>, is_as_before: impl Fn(usize) -> bool) -> usize {
    while !positions.is_empty() {
        let middle = positions.start + positions.len() / 2;
        match is_as_before(middle) {
            true => positions.start = middle + 1,
            false => positions.end = middle,
        }
    }
    positions.start
}

/// A place in an [`Index`]: as cheap to copy as a reference.
///
/// ```
/// # #[cfg(feature = "embedded")] {
/// let resolver = toponym::Resolver::embedded();
/// let gyumri = resolver.place(&"gn:616635".parse()?).unwrap();
/// assert_eq!(gyumri.name_in("hy").unwrap().text(), "Գյումրի");
/// assert_eq!(gyumri.parents().last().unwrap().name(), "Armenia");
/// # }
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct PlaceRef<'i> {
    index: &'i Index,
    number: PlaceNumber,
}

impl<'i> PlaceRef<'i> {
    pub(super) fn new(index: &'i Index, number: PlaceNumber) -> Self {
        PlaceRef { index, number }
    }

    #[inline]
    fn record(self) -> PlaceRecord {
        self.index.place_record(self.number)
    }

    fn origin(self) -> Option<OriginRecord> {
        let origins = self.index.section(Section::Origins);
        record::record(origins, self.record().origin as usize).map(OriginRecord::read)
    }

    /// The numbers in a section from where this place's begin to where the next place's do.
    fn numbers(
        self,
        section: Section,
        start: impl Fn(PlaceRecord) -> u32,
    ) -> impl Iterator<Item = u32> + 'i {
        let positions = self.positions(section, start);
        let section = self.index.section(section);
        positions.filter_map(|position| record::number(section, position))
    }

    /// Where they stand in the section.
    fn positions(self, section: Section, start: impl Fn(PlaceRecord) -> u32) -> Range<usize> {
        let section = self.index.section(section);
        let count = section.len() / size_of::<u32>();
        let end = match self.number.checked_add(1) {
            Some(next) if (next as usize) < self.index.place_count() => {
                start(self.index.place_record(next)) as usize
            }
            _ => count,
        };
        start(self.record()) as usize..end.min(count)
    }

    /// The canonical id.
    pub fn id(self) -> PlaceId {
        self.record().id.unpack(self.index.section(Section::Slugs))
    }

    /// Its other ids, in their order, of which a whole index has 1,024 at most.
    pub fn same_as(self) -> impl Iterator<Item = PlaceId> + 'i {
        let concordances = self.index.section(Section::Concordances);
        let slugs = self.index.section(Section::Slugs);
        self.same_as_numbers()
            .take(MAX_SAME_AS)
            .filter_map(|number| record::record(concordances, number as usize))
            .map(|bytes| ConcordanceRecord::read(bytes).id.unpack(slugs))
    }

    /// Numbers of its concordances.
    pub(super) fn same_as_numbers(self) -> impl Iterator<Item = u32> + 'i {
        self.numbers(Section::SameAs, |place| place.same_as)
    }

    /// What kind of place it is.
    pub fn feature(self) -> Feature {
        let features = self.index.section(Section::Features);
        record::record(features, self.record().feature.into())
            .map(FeatureRecord::read)
            .unwrap_or_default()
    }

    /// The internationally recognised country it lies in, if it lies in one.
    pub fn country(self) -> Option<CountryCode> {
        self.record().country
    }

    /// Where it is; for an area, a point inside it.
    pub fn coordinates(self) -> Coordinates {
        self.record().coordinates()
    }

    /// How far off the point may be, in kilometres; `None` for a plain point of a source.
    pub fn accuracy_km(self) -> Option<f32> {
        self.origin()?.accuracy_km
    }

    /// Inhabitants, where a source says.
    pub fn population(self) -> Option<u64> {
        self.record().population
    }

    /// Where id and point come from.
    pub fn source(self) -> &'i str {
        let source = self
            .origin()
            .map_or(u64::MAX, |origin| origin.source.into());
        text::text(self.index.section(Section::Sources), source)
    }

    /// Whether it comes from a dump: nobody chose it, and it may be a hamlet.
    pub(crate) fn is_from_dump(self) -> bool {
        self.source() == DUMP_PLACE
    }

    /// Whether point and names come from a dump alone, as far as so many names tell.
    pub(crate) fn is_wholly_from_dump(self) -> bool {
        let sources = self.index.section(Section::Sources);
        let is = |number: u32| {
            let found = text::text_bytes(sources, number.into());
            found == Some(DUMP_PLACE.as_bytes()) || found == Some(DUMP_NAME.as_bytes())
        };
        let Some(own) = self.origin().map(|origin| origin.source) else {
            return false;
        };
        let names = self.names().take(MAX_SOURCES);
        let mut names = names.map(NameRef::source_number);
        is(own) && names.all(|number| number == own || is(number))
    }

    /// The name to show to an international reader: the best English one, else the best in Latin
    /// letters, else the best there is; empty if the place has no name.
    pub fn name(self) -> &'i str {
        let is_latin = |name: &NameRef<'_>| {
            let mut scripts = name.text().chars().filter_map(Script::of);
            scripts.next() == Some(Script::Latin)
        };
        self.name_in("en")
            .or_else(|| self.first_names().find(is_latin))
            .or_else(|| self.names().next())
            .map_or("", NameRef::text)
    }

    /// The best name in a language, given by a tag such as `ar` or `az-Cyrl`; `az` is answered
    /// from `az` first, then from narrower tags. `None` if there is none or the tag is malformed.
    pub fn name_in(self, language: &str) -> Option<NameRef<'i>> {
        let language: Language = language.parse().ok()?;
        let name_at = |position| {
            let number = record::number(self.index.section(Section::PlaceNames), position);
            number.map(|number| NameRef::new(self.index, number))
        };
        let mut positions = self.positions(Section::PlaceNames, |place| place.names);
        let mut narrower = None;
        // The best kinds come first, and in each a tag's narrower ones stand behind it. In a damaged index kinds could come
        // again and again.
        for _ in NameKind::ALL {
            let Some(kind) = name_at(positions.start)
                .filter(|_| !positions.is_empty())
                .map(NameRef::kind)
            else {
                break;
            };
            let is_before = |name: NameRef<'_>| (name.kind(), name.language()) < (kind, language);
            let begin = first_without(positions.clone(), |at| name_at(at).is_some_and(is_before));
            let is_of_kind = |name: &NameRef<'_>| name.kind() == kind;
            let of_kind = begin..positions.end;
            if let Some(name) = of_kind.clone().next().and_then(name_at).filter(is_of_kind) {
                if name.language() == language {
                    return Some(name);
                }
                if name.language().is_within(language) {
                    narrower = narrower.or(Some(name));
                }
            }
            positions.start =
                first_without(of_kind, |at| name_at(at).as_ref().is_some_and(is_of_kind));
        }
        narrower
    }

    /// All its names, ordered by kind (preferred ones first), language and spelling.
    pub fn names(self) -> impl Iterator<Item = NameRef<'i>> {
        self.numbers(Section::PlaceNames, |place| place.names)
            .map(move |number| NameRef::new(self.index, number))
    }

    /// Its first names: what a place is called in is told by these.
    pub(crate) fn first_names(self) -> impl Iterator<Item = NameRef<'i>> {
        self.names().take(MAX_FIRST_NAMES)
    }

    /// The next larger unit, then the next larger than that, and so on to the top.
    pub fn parents(self) -> impl Iterator<Item = PlaceRef<'i>> {
        let parent = move |place: &PlaceRef<'i>| {
            let number = place.record().parent;
            (number != NONE && (number as usize) < self.index.place_count())
                .then(|| PlaceRef::new(self.index, number))
        };
        // In a damaged index they could go round in a circle.
        std::iter::successors(parent(&self), parent).take(PlaceRecord::MAX_PARENTS)
    }

    /// All that is known of the place but its names, as a record that outlives the index.
    pub fn to_place(self) -> Place {
        self.to_place_with(self.same_as().collect())
    }

    /// The place, with these other ids.
    pub(super) fn to_place_with(self, same_as: Vec<PlaceId>) -> Place {
        Place {
            id: self.id(),
            same_as,
            feature: self.feature(),
            country: self.country(),
            parent: self.parents().next().map(PlaceRef::id),
            coordinates: self.coordinates(),
            accuracy_km: self.accuracy_km(),
            population: self.population(),
            source: self.source().to_owned(),
        }
    }

    /// How much the place is talked about, 0 to 100.
    pub(crate) fn importance(self) -> u8 {
        self.record().importance
    }

    /// Position in the index, in the order of canonical ids.
    pub(crate) fn number(self) -> PlaceNumber {
        self.number
    }
}

impl From<PlaceRef<'_>> for PlaceId {
    fn from(place: PlaceRef<'_>) -> PlaceId {
        place.id()
    }
}

impl From<PlaceRef<'_>> for Place {
    fn from(place: PlaceRef<'_>) -> Place {
        place.to_place()
    }
}

/// Two views are equal if they are of the same place in the same index.
impl PartialEq for PlaceRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.index, other.index) && self.number == other.number
    }
}

impl Eq for PlaceRef<'_> {}

impl fmt::Debug for PlaceRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.id(), self.name())
    }
}

impl<'i> NameRef<'i> {
    /// The place it names.
    pub fn place(self) -> PlaceRef<'i> {
        PlaceRef::new(self.index(), self.record().place)
    }

    /// The name as a record that outlives the index.
    pub fn to_name(self) -> Name {
        Name {
            place: self.place().id(),
            text: self.text().to_owned(),
            language: self.language(),
            kind: self.kind(),
            source: self.source().to_owned(),
        }
    }
}

impl From<NameRef<'_>> for Name {
    fn from(name: NameRef<'_>) -> Name {
        name.to_name()
    }
}
