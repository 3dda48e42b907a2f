//! Suggestions: names near a query, whether they are believed or not.

use crate::candidate::scope;
use crate::candidate::source::{Reach, Search};
use crate::candidate::suggestion::{Nearby, nearest};
use crate::index::{Index, NameRef, PlaceRef};
use crate::query::Query;
use crate::rank::score_hit::Scores;

/// A name near a query: what may have been meant, and no answer. See
/// [`Resolver::suggestions`](crate::Resolver::suggestions).
#[derive(Clone, Copy, Debug)]
pub struct Suggestion<'r> {
    name: NameRef<'r>,
    distance: usize,
}

impl<'r> Suggestion<'r> {
    /// The place of the name.
    pub fn place(&self) -> PlaceRef<'r> {
        self.name.place()
    }

    /// The name, of those of its place the nearest to the query.
    pub fn name(&self) -> NameRef<'r> {
        self.name
    }

    /// How many letters would have to be inserted, left out, replaced, or swapped with their neighbor: the
    /// optimal-string-alignment distance of the two spellings in characters, both
    /// [normalized](crate::normalize()) and not folded (أ and ا differ). Between two scripts it is as large as
    /// the longer name, mostly.
    pub fn distance(&self) -> usize {
        self.distance
    }
}

/// The names nearest to a query, the nearest first.
pub(crate) fn suggest<'r>(index: &'r Index, query: &Query) -> Vec<Suggestion<'r>> {
    if query.name.len() > Query::LONGEST_NAME {
        return Vec::new();
    }
    let source = Search {
        index,
        ranking: &Scores,
        reach: Reach::Edits,
    };
    let scoped = query.names_places().then(|| scope::scoped(source, query));
    let nearest = match &scoped {
        None => nearest(source, query),
        Some(Some(query)) => nearest(source, query),
        Some(None) => Vec::new(),
    };
    let suggestion = |Nearby { name, distance }| Suggestion { name, distance };
    nearest.into_iter().map(suggestion).collect()
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use crate::gazetteer::Gazetteer;
    use crate::index::IndexBuilder;
    use crate::key::Key;
    use crate::model::coordinates::Coordinates;
    use crate::model::name::{Name, NameKind};
    use crate::model::place::Place;
    use crate::model::status::Status;
    use crate::query::Query;
    use crate::resolver::Resolver;
    use crate::text::normalize::normalize;

    /// A word of a few letters that neither begin nor end anything else.
    fn word(random: &mut fastrand::Rng) -> String {
        let length = random.usize(4..9);
        let letters: Vec<char> = "BFGKPVZbfgkpvzöş".chars().collect();
        (0..length)
            .map(|_| letters[random.usize(..letters.len())])
            .collect()
    }

    fn resolver(names: &[String]) -> Resolver {
        let mut gazetteer = Gazetteer::default();
        for (at, text) in names.iter().enumerate() {
            let id = format!("test:{at:04}").parse().unwrap();
            let place = Place::new(id, Coordinates::new(40.0, 45.0).unwrap());
            let language = "und".parse().unwrap();
            let name = Name::new(
                place.id.clone(),
                text.as_str(),
                language,
                NameKind::Preferred,
            );
            gazetteer.places.push(place);
            gazetteer.names.push(name);
        }
        let index = IndexBuilder::new()
            .add_gazetteer(gazetteer)
            .build()
            .unwrap();
        Resolver::new(index)
    }

    #[test]
    fn suggestions_are_those_of_comparing_every_name() {
        let mut random = fastrand::Rng::with_seed(18);
        let names: Vec<String> = (0..400).map(|_| word(&mut random)).collect();
        let resolver = resolver(&names);
        let key = |text: &str| Key::of(text).to_string();
        let spelling = |text: &str| normalize(text).as_str().to_owned();
        for _ in 0..300 {
            let asked = word(&mut random);
            let mut query = Query::new(asked.as_str());
            query.spelled = true;
            let near = |text: &&String| strsim::osa_distance(&key(text), &key(&asked)) <= 2;
            let mut expected: Vec<(usize, String)> = names
                .iter()
                .filter(near)
                .map(|text| {
                    (
                        strsim::osa_distance(&spelling(text), &spelling(&asked)),
                        spelling(text),
                    )
                })
                .collect();
            expected.sort();
            expected.dedup();
            let found = resolver.suggestions(query);
            let distances: Vec<usize> = found.iter().map(super::Suggestion::distance).collect();
            let nearest: Vec<usize> = expected.iter().map(|near| near.0).take(5).collect();
            assert_eq!(distances, nearest, "{asked}");
            for near in &found {
                let pair = (near.distance(), spelling(near.name().text()));
                assert!(expected.contains(&pair), "{asked}: {pair:?}");
            }
        }
    }

    #[test]
    fn suggestions_answer_nothing_and_obey_the_query() {
        let names = ["Gyumri", "Gyumriz", "Goris", "Vanadzor"].map(str::to_owned);
        let resolver = resolver(&names);
        let texts = |query: Query| -> Vec<String> {
            let found = resolver.suggestions(query);
            found
                .iter()
                .map(|near| near.name().text().to_owned())
                .collect()
        };
        assert_eq!(resolver.resolve("Gxumzi").status(), Status::Unknown);
        assert_eq!(texts(Query::new("Gxumzi")), ["Gyumri"]);
        assert_eq!(texts(Query::new("Gyumrii")), ["Gyumri", "Gyumriz"]);
        assert_eq!(texts(Query::new("Gyumrii").limit(1)), ["Gyumri"]);
        assert_eq!(
            texts(Query::new("Gxumzi").country("AM".parse().unwrap())),
            [""; 0]
        );
        for name in ["", "  ", &"x".repeat(129), &"x".repeat(9000)] {
            assert_eq!(texts(Query::new(name)), [""; 0]);
        }
    }
}
