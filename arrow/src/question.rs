//! What a row asks, and who answers it.

use crate::answer::Answer;
use std::hash::{Hash, Hasher};
use toponym::{Coordinates, Query, Resolver};

/// What a row asks: a name, with what other columns of the row know. Rows that ask the same get the
/// same answer.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The name, as somebody wrote it.
    pub name: &'a str,
    /// The country's name or code (ISO 3166-1); one that is not known is left out.
    pub country: Option<&'a str>,
    /// Degrees north and east that the place is likely near to; what is no point is left out.
    pub near: Option<(f64, f64)>,
}

impl<'a> Question<'a> {
    /// A name of which nothing else is known.
    pub fn new(name: &'a str) -> Self {
        Question {
            name,
            country: None,
            near: None,
        }
    }

    /// What tells questions apart. Points are the same if all of their bits are. Of texts that are too long to be
    /// looked for, no more is read than tells that they are: many rows of a dictionary may share a long one.
    fn identity(&self) -> impl Eq + Hash {
        let near = self.near.map(|(lat, lon)| (lat.to_bits(), lon.to_bits()));
        let start = |text: &'a str| &text.as_bytes()[..text.len().min(Query::LONGEST_NAME + 1)];
        (start(self.name), self.country.map(start), near)
    }
}

impl PartialEq for Question<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Eq for Question<'_> {}

impl Hash for Question<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.identity().hash(state);
    }
}

/// Answers questions with a resolver. Threads can share it.
#[derive(Clone, Debug)]
pub struct Asker<'r> {
    resolver: &'r Resolver,
    /// An index of towns may lack the countries that its places lie in.
    countries: Resolver,
    query: Query,
}

impl<'r> Asker<'r> {
    /// One who asks each name as `query` says, whose own name does not matter, and with what a row
    /// says besides.
    pub fn new(resolver: &'r Resolver, query: Query) -> Self {
        Asker {
            resolver,
            countries: Resolver::embedded(),
            query: query.limit(1),
        }
    }

    /// The answer to a question.
    pub fn ask(&self, question: &Question<'_>) -> Answer<'r> {
        let mut query = self.query.clone().name(question.name);
        let country = question.country;
        // No country has a name that is longer than names are.
        let country = country.filter(|country| country.len() <= Query::LONGEST_NAME);
        if let Some(country) = country.map(str::trim) {
            let known = self.resolver.country(country);
            if let Some(country) = known.or_else(|| self.countries.country(country)) {
                query = query.country(country);
            }
        }
        if let Some((latitude, longitude)) = question.near
            && let Ok(point) = Coordinates::new(latitude, longitude)
        {
            query = query.near(point);
        }
        Answer::of(&self.resolver.resolve(query))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use toponym::Status;

    #[test]
    fn what_a_row_knows_beside_a_name_counts() {
        let resolver = Resolver::embedded();
        let asker = Asker::new(&resolver, Query::new(""));
        let country = |question: Question<'_>| {
            let place = asker.ask(&question).place()?;
            Some(place.country()?.to_string())
        };
        let tripoli = Question::new("طرابلس");
        let near = Some((34.4, 35.8));
        for question in [
            Question { near, ..tripoli },
            Question {
                country: Some(" LB "),
                ..tripoli
            },
            Question {
                country: Some("لبنان"),
                ..tripoli
            },
        ] {
            assert_eq!(country(question).as_deref(), Some("LB"), "{question:?}");
        }
        for (near, written) in [
            (Some((99.0, 0.0)), None),
            (None, Some("n/a")),
            (None, Some("")),
        ] {
            let question = Question {
                near,
                country: written,
                ..tripoli
            };
            assert_eq!(country(question), country(tripoli), "{question:?}");
        }
        assert_eq!(asker.ask(&Question::new("")).status(), Status::Unknown);
    }

    #[test]
    fn texts_that_are_too_long_to_be_looked_for_are_told_apart_by_their_beginnings() {
        let long = "a".repeat(2 * Query::LONGEST_NAME);
        let of_length = |length: usize| Question {
            country: Some(&long[..length]),
            ..Question::new(&long[..length])
        };
        let longest = Query::LONGEST_NAME;
        assert_eq!(of_length(longest + 1), of_length(2 * longest));
        assert_ne!(of_length(longest), of_length(longest + 1));
        assert_ne!(of_length(longest - 1), of_length(longest));
        let resolver = Resolver::embedded();
        let asker = Asker::new(&resolver, Query::new(""));
        let asked = asker.ask(&of_length(2 * longest));
        assert_eq!(asked.status(), Status::Unknown);
    }
}
