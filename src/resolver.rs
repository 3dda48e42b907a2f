//! The resolver: an index with what is asked of it, names and texts.

#[cfg(feature = "embedded")]
pub(crate) mod embedded;

use crate::index::{Index, NearbyPlace, PlaceRef};
use crate::mention::cache::BufferPool;
use crate::mention::mentions::{Mentions, scan};
use crate::mention::names::{NameMatches, names_in};
use crate::model::country::CountryCode;
use crate::model::place_id::PlaceId;
use crate::query::Query;
use crate::query::document::Document;
use crate::query::nearest::Nearest;
use crate::resolution::Resolution;
use crate::resolution::resolve::{country, resolve};
use crate::resolution::suggestion::{Suggestion, suggest};
use std::sync::Arc;

/// Turns names into places. Cheap to clone; all clones share one index.
///
/// ```
/// # #[cfg(feature = "build")] {
/// use toponym::{Coordinates, Gazetteer, IndexBuilder, Name, NameKind, Place, Resolver};
///
/// let depot = Place::new("acme:depot".parse()?, Coordinates::new(40.1, 44.5)?);
/// let name = Name::new(depot.id.clone(), "North Depot", "en".parse()?, NameKind::Preferred);
/// let gazetteer = Gazetteer { places: vec![depot], names: vec![name] };
/// let resolver = Resolver::new(IndexBuilder::new().add_gazetteer(gazetteer).build()?);
///
/// let found = resolver.resolve("North Dépott");
/// assert_eq!(found.best().unwrap().place().id().to_string(), "acme:depot");
/// # }
/// # Ok::<(), toponym::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Resolver {
    index: Arc<Index>,
    /// What scanners keep for the next text.
    buffers: Arc<BufferPool>,
}

impl Resolver {
    /// A resolver over an index.
    pub fn new(index: impl Into<Arc<Index>>) -> Self {
        Resolver {
            index: index.into(),
            buffers: Arc::default(),
        }
    }

    /// The index that is searched.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The place with this id, canonical or not.
    pub fn place(&self, id: &PlaceId) -> Option<PlaceRef<'_>> {
        self.index.place(id)
    }

    /// Which place a name means. A place's id, such as `gn:616635`, is taken for a name too; a
    /// name of more than [`Query::LONGEST_NAME`] bytes is unknown.
    pub fn resolve(&self, query: impl Into<Query>) -> Resolution<'_> {
        resolve(&self.index, &query.into())
    }

    /// What may have been meant by a name that is unknown: as many of the nearest names as
    /// [`Query::limit`] says, within two edits of its letters or with its sounds, the nearest first; of
    /// equally near ones those of the most important places, then in the order of ids. Of places that
    /// share a name the most important one is suggested.
    ///
    /// They are no answers, and nothing that [`Resolver::resolve`] says depends on them: it passes over names
    /// whose slips nobody makes, and words that only look like a name. For a query that has an answer they
    /// begin with the names that it was found by, mostly. At most 64 names are compared for each way to read
    /// the query; one of more than 128 letters has no suggestions.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use toponym::{Resolver, Status};
    ///
    /// let resolver = Resolver::embedded();
    /// assert_eq!(resolver.resolve("Gxumzi").status(), Status::Unknown);
    /// let nearest = resolver.suggestions("Gxumzi")[0];
    /// assert_eq!(nearest.place().id().to_string(), "gn:616635");
    /// // Gyumri, and Giumri as well.
    /// assert_eq!(nearest.distance(), 2);
    /// # }
    /// ```
    pub fn suggestions(&self, query: impl Into<Query>) -> Vec<Suggestion<'_>> {
        suggest(&self.index, &query.into())
    }

    /// The places nearest to a point, the nearest first; equally near ones in the order of their
    /// ids. It is the answer of comparing the great-circle distances of all places
    /// ([`Coordinates::distance_km`](crate::Coordinates::distance_km)), also around the poles and
    /// across the 180th meridian, and takes some microseconds among millions of places.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use toponym::{Coordinates, FeatureClass, Nearest, Resolver};
    ///
    /// let resolver = Resolver::embedded();
    /// let here = Coordinates::new(39.8, 46.75)?;
    /// let nearest = &resolver.nearest(here)[0];
    /// println!("{:?}, {:.1} km away", nearest.place(), nearest.distance_km());
    ///
    /// let towns = Nearest::to(here).class(FeatureClass::Populated).within_km(10.0).limit(20);
    /// assert!(resolver.nearest(towns).iter().all(|town| town.distance_km() <= 10.0));
    /// # }
    /// # Ok::<(), toponym::Error>(())
    /// ```
    pub fn nearest(&self, query: impl Into<Nearest>) -> Vec<NearbyPlace<'_>> {
        query.into().of(&self.index)
    }

    /// The country of this name or code (ISO 3166-1 alpha-2 or alpha-3), as
    /// [`Query::country_named`] understands it; `None` for any of more than [`Query::LONGEST_NAME`] bytes.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// let resolver = toponym::Resolver::embedded();
    /// for country in ["Armenia", "Հայաստան", "AM", "arm"] {
    ///     assert_eq!(resolver.country(country).unwrap().as_str(), "AM");
    /// }
    /// assert_eq!(resolver.country("Yerevan"), None);
    /// # }
    /// ```
    pub fn country(&self, name: &str) -> Option<CountryCode> {
        country(&self.index, name)
    }

    /// The places and demonyms that a text mentions, in the order of the text, resolved by the
    /// words beside each and by the other mentions around it. What is known of the text
    /// beforehand goes into a [`Document`].
    ///
    /// Mentions are found as the iterator goes on, so that a long text can be read without
    /// holding all of its mentions. What is held beside the text stays under 64 MB, whatever the
    /// text is: words of more than 1,024 bytes are passed over, no name goes on where more than
    /// 1,024 bytes stand between two words, and what words and names have taught is forgotten
    /// before it takes more than some 20 MB. Up to 16 MB of it are kept for the next text, and of
    /// scanners that are open at once for as many texts, at most 16.
    ///
    /// ```
    /// # #[cfg(feature = "build")] {
    /// use toponym::{Coordinates, Gazetteer, IndexBuilder, Name, NameKind, Place, Resolver};
    ///
    /// let gyumri = Place::new("gn:616635".parse()?, Coordinates::new(40.79, 43.84)?);
    /// let name = Name::new(gyumri.id.clone(), "غيومري", "ar".parse()?, NameKind::Preferred);
    /// let gazetteer = Gazetteer { places: vec![gyumri], names: vec![name] };
    /// let resolver = Resolver::new(IndexBuilder::new().add_gazetteer(gazetteer).build()?);
    ///
    /// let text = "وصلوا إلى مدينة غيومري أمس";
    /// let mention = resolver.scan(text).next().unwrap();
    /// assert_eq!(mention.as_str(), "غيومري");
    /// assert_eq!(&text[mention.phrase_span()], "مدينة غيومري");
    /// assert_eq!(mention.resolution().best().unwrap().place().id().to_string(), "gn:616635");
    /// # }
    /// # Ok::<(), toponym::Error>(())
    /// ```
    pub fn scan<'r, 't>(&'r self, document: impl Into<Document<'t>>) -> Mentions<'r, 't> {
        scan(&self.index, &self.buffers, document.into())
    }

    /// Every name of the index that stands in a text, from left to right, the longest first, no
    /// two on the same word: candidates for a judgment of your own.
    ///
    /// Words are read as [`Resolver::scan`] reads them: in any spelling that normalizes and folds
    /// to the name, whole words only, without clitics, article and endings where they are a name
    /// no sooner than that. But nothing asks whether a name is meant, nor which of its places:
    /// many an ordinary word is also the name of a hamlet. Demonyms, misspelled names, names
    /// written together and names that the index does not hold are not found.
    ///
    /// It is several times as fast as [`Resolver::scan`], and has the same limits.
    ///
    /// ```
    /// # #[cfg(feature = "build")] {
    /// use toponym::{Coordinates, Gazetteer, IndexBuilder, Name, NameKind, Place, Resolver};
    ///
    /// let place = Place::new("gn:616052".parse()?, Coordinates::new(40.18, 44.51)?);
    /// let name = Name::new(place.id.clone(), "يريفان", "ar".parse()?, NameKind::Preferred);
    /// let gazetteer = Gazetteer { places: vec![place], names: vec![name] };
    /// let resolver = Resolver::new(IndexBuilder::new().add_gazetteer(gazetteer).build()?);
    ///
    /// let text = "عادوا ليريفان أمس";
    /// let found = resolver.names_in(text).next().unwrap();
    /// assert_eq!(&text[found.range()], "يريفان");
    /// assert_eq!(&text[found.token_span()], "ليريفان");
    /// assert_eq!(found.names().next().unwrap().place().id().to_string(), "gn:616052");
    /// # }
    /// # Ok::<(), toponym::Error>(())
    /// ```
    pub fn names_in<'r, 't>(&'r self, text: &'t str) -> NameMatches<'r, 't> {
        names_in(&self.index, &self.buffers, text)
    }
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;
    use crate::index::IndexBuilder;
    use crate::model::coordinates::{BoundingBox, Coordinates};
    use crate::model::status::Status;
    use crate::query::max_edits::MaxEdits;

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
            .map(crate::Candidate::score)
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
            ids(&resolver.resolve(Query::new("Norashen").within_box(boxed.unwrap()))),
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
            ids(&resolver.resolve(Query::new("Norasen").exhaustive(true))),
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
            // A qualifier that the gazetteer lacks neither helps nor harms.
            let is_open = matches!(query, "Norashen," | "Norashen, Nowhereland");
            let expected = if is_open { 2 } else { 0 };
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
            ids(&resolver.resolve(Query::new("nor").prefix(true))),
            ["gn:6", "gn:4", "gn:5"]
        );
        assert_eq!(
            ids(&resolver.resolve(
                Query::new("leninq")
                    .prefix(true)
                    .max_edits(MaxEdits::Limit(1))
            )),
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
                resolver.resolve(Query::new(query).prefix(true)).status(),
                Status::Unknown,
                "{query:?}"
            );
        }
    }
}
