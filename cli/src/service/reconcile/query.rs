//! Batches of names, each with what else is known of it.

use crate::gazetteer::{country, query_beside};
use crate::service::limits::Limits;
use crate::service::params::within;
use crate::service::problem::Problem;
use crate::service::reconcile::candidate::{Asked, Found};
use crate::service::reconcile::kind::Kind;
use crate::service::reconcile::limit;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Instant;
use toponym::{
    Candidate, Coordinates, FeatureClass, Nearest, PlaceId, PlaceRef, Query, Resolver, Status,
};

/// Candidates for a name, if nothing else is asked for.
const CANDIDATES: usize = 5;

/// Questions under the names that the client gives them.
pub(crate) struct Batch(BTreeMap<String, Question>);

/// Results under the same names.
pub(crate) type Results = BTreeMap<String, Answer>;

#[derive(Debug, Serialize)]
pub(crate) struct Answer {
    result: Vec<Found>,
}

/// One question as the API writes it.
#[derive(Debug, Deserialize)]
pub(crate) struct Question {
    query: Option<String>,
    #[serde(default, rename = "type")]
    kinds: OneOrMore<String>,
    limit: Option<f64>,
    #[serde(default)]
    properties: Vec<Property>,
    type_strict: Option<Strictness>,
}

/// What types are for, when they are given.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Strictness {
    /// Candidates are of one of the types.
    Any,
    /// Candidates of other types are better than none.
    Should,
    /// Candidates are of each of the types.
    All,
}

#[derive(Debug, Deserialize)]
struct Property {
    pid: String,
    v: OneOrMore<Value>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMore<T> {
    More(Vec<T>),
    One(T),
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Value {
    Text(String),
    Number(f64),
    Truth(bool),
    /// A cell that was reconciled before.
    Entity {
        id: String,
    },
}

impl<T> Default for OneOrMore<T> {
    fn default() -> Self {
        OneOrMore::More(Vec::new())
    }
}

impl<T> OneOrMore<T> {
    fn as_slice(&self) -> &[T] {
        match self {
            OneOrMore::More(all) => all,
            OneOrMore::One(one) => std::slice::from_ref(one),
        }
    }
}

/// What the properties of a question tell.
#[derive(Default)]
struct Context {
    countries: Vec<toponym::CountryCode>,
    units: Vec<String>,
    within: Option<PlaceId>,
    lat: Option<f64>,
    lon: Option<f64>,
    point: Option<Coordinates>,
    classes: Vec<FeatureClass>,
    ids: Vec<PlaceId>,
}

impl Batch {
    /// A batch of at most so many questions, whose names have at most so many bytes.
    pub fn new(
        questions: BTreeMap<String, Question>,
        most: usize,
        most_bytes: usize,
    ) -> Result<Self, Problem> {
        if questions.len() > most {
            let detail = format!(
                "the batch has {} queries; at most {most} are answered at a time",
                questions.len()
            );
            let status = StatusCode::PAYLOAD_TOO_LARGE;
            return Err(Problem::new(status, "batch-too-large", detail));
        }
        for (key, question) in &questions {
            question.check(key, most_bytes)?;
        }
        Ok(Batch(questions))
    }

    /// The results of all questions; of those alone that are answered in time, for after that nobody
    /// waits for them.
    pub fn answer(&self, resolver: &Resolver, deadline: Instant) -> Results {
        let in_time = self.0.iter().take_while(|_| Instant::now() < deadline);
        let answers = in_time.map(|(key, question)| {
            let result = question.answer(resolver);
            (key.clone(), Answer { result })
        });
        answers.collect()
    }
}

impl Question {
    fn check(&self, key: &str, most_bytes: usize) -> Result<(), Problem> {
        if self.query.is_none() && self.properties.is_empty() {
            let detail = format!("queries: {key:?} has neither a query nor properties");
            return Err(Problem::bad_request("bad-query", detail));
        }
        let query = self.query.as_deref().unwrap_or_default();
        within(&format!("queries: the query of {key:?}"), query, most_bytes)?;
        let values = self.properties.iter().flat_map(|one| one.v.as_slice());
        for value in values {
            if let Value::Text(text) | Value::Entity { id: text } = value {
                within(&format!("queries: a property of {key:?}"), text, most_bytes)?;
            }
        }
        // Each value is looked for as a name is.
        let values = self.properties.iter().map(|one| one.v.as_slice().len());
        match values.sum::<usize>() {
            0..=Limits::MAX_ANSWERS => Ok(()),
            many => {
                let detail = format!("queries: {key:?} has {many} values of properties");
                Err(Problem::bad_request("bad-query", detail))
            }
        }
    }

    fn answer(&self, resolver: &Resolver) -> Vec<Found> {
        let context = Context::of(&self.properties, resolver);
        let kinds = self.kinds.as_slice();
        let kinds: Vec<Kind> = kinds.iter().filter_map(|id| Kind::of_id(id)).collect();
        let asked = Asked {
            near: context.point(),
            kinds: &kinds,
        };
        let most = limit(self.limit, CANDIDATES);
        // An id says which place it is, whatever it is called.
        let known = context.ids.iter().find_map(|id| resolver.place(id));
        if let Some(place) = known {
            return vec![asked.identified(place)];
        }
        let name = self.query.as_deref().unwrap_or_default();
        if name.trim().is_empty() {
            return context.around(resolver, &asked, most);
        }
        let strictness = self.type_strict.unwrap_or(Strictness::Any);
        let found = context.resolve(resolver, name, &asked, strictness, most);
        if found.is_empty() && strictness == Strictness::Should && !kinds.is_empty() {
            let untyped = Asked {
                kinds: &[],
                ..asked
            };
            let mut found = context.resolve(resolver, name, &untyped, strictness, most);
            // Not what was asked for: somebody has to look.
            found.iter_mut().for_each(Found::doubt);
            return found;
        }
        found
    }
}

impl Context {
    /// What is told; values that tell nothing are left out, as `batch` does with cells.
    fn of(properties: &[Property], resolver: &Resolver) -> Context {
        let mut context = Context::default();
        for property in properties {
            for value in property.v.as_slice() {
                context.add(&property.pid, value, resolver);
            }
        }
        context
    }

    fn add(&mut self, pid: &str, value: &Value, resolver: &Resolver) {
        let text = match value {
            Value::Text(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Entity { id } => id.clone(),
            Value::Truth(truth) => truth.to_string(),
        };
        let entity = || {
            text.parse()
                .ok()
                .and_then(|id: PlaceId| resolver.place(&id))
        };
        match pid {
            "country" | "country_name" => {
                let by_id = entity().and_then(PlaceRef::country);
                let country = by_id.or_else(|| country(resolver, &text).ok());
                self.countries.extend(country);
            }
            "unit" | "parents" => match entity() {
                Some(place) => self.within = Some(place.id()),
                None => self.units.push(text),
            },
            "lat" => self.lat = text.parse().ok(),
            "lon" => self.lon = text.parse().ok(),
            "point" => self.point = text.parse().ok(),
            "class" => self.classes.extend(text.parse::<FeatureClass>()),
            "wikidata" => self.ids.extend(id_of("wd", &text)),
            "geonames" => self.ids.extend(id_of("gn", &text)),
            "same_as" | "id" => self.ids.extend(text.parse::<PlaceId>()),
            _ => {}
        }
    }

    fn point(&self) -> Option<Coordinates> {
        let parts = self.lat.zip(self.lon);
        let of_parts = parts.and_then(|(lat, lon)| Coordinates::new(lat, lon).ok());
        self.point.or(of_parts)
    }

    fn resolve(
        &self,
        resolver: &Resolver,
        name: &str,
        asked: &Asked<'_>,
        strictness: Strictness,
        most: usize,
    ) -> Vec<Found> {
        let units = self.units.join(", ");
        let mut query = query_beside(name, &units);
        for &country in &self.countries {
            query = query.country(country);
        }
        if let Some(place) = &self.within {
            query = query.within(place.clone());
        }
        if let Some(point) = asked.near {
            query = query.near(point);
        }
        for &class in &self.classes {
            query = query.class(class);
        }
        // A code is no filter of the search, so more is looked at.
        let by_code = asked.kinds.iter().any(|kind| kind.code().is_some());
        if asked.kinds.iter().all(|kind| kind.class().is_some()) {
            for class in asked.kinds.iter().filter_map(|kind| kind.class()) {
                query = query.class(class);
            }
        }
        let looked_at = if by_code { Limits::MAX_ANSWERS } else { most };
        let answer = resolver.resolve(query.limit(looked_at));
        let is_wanted = |candidate: &&Candidate<'_>| {
            let feature = candidate.place().feature();
            let mut kinds = asked.kinds.iter();
            match strictness {
                _ if asked.kinds.is_empty() => true,
                Strictness::All => kinds.all(|kind| kind.holds(feature)),
                Strictness::Any | Strictness::Should => kinds.any(|kind| kind.holds(feature)),
            }
        };
        let wanted: Vec<&Candidate<'_>> = answer.candidates().iter().filter(is_wanted).collect();
        let first = answer.candidates().first();
        let leads = wanted.first().zip(first).is_some_and(|(wanted, first)| {
            wanted.place() == first.place() && answer.status() == Status::Resolved
        });
        // Of several places of the name one is what was asked for.
        let is_certain = leads || (by_code && wanted.len() == 1);
        let found = wanted.iter().take(most).enumerate();
        found
            .map(|(at, candidate)| asked.found(candidate, at == 0 && is_certain))
            .collect()
    }

    /// The places around a point, for a question without a name.
    fn around(&self, resolver: &Resolver, asked: &Asked<'_>, most: usize) -> Vec<Found> {
        let Some(point) = asked.near else {
            return Vec::new();
        };
        let mut query = Nearest::to(point).limit(most);
        for &country in &self.countries {
            query = query.country(country);
        }
        let classes = asked.kinds.iter().filter_map(|kind| kind.class());
        for class in self.classes.iter().copied().chain(classes) {
            query = query.class(class);
        }
        let near = resolver.nearest(query);
        near.iter().map(|near| asked.nearby(near)).collect()
    }
}

/// An id of an authority, with or without its prefix, or at the end of a URL.
fn id_of(authority: &str, text: &str) -> Option<PlaceId> {
    let number = text.trim_end_matches('/').rsplit(['/', ':']).next()?;
    format!("{authority}:{number}").parse().ok()
}

/// The query for what begins with a text, for a search box.
pub(crate) fn beginning(prefix: &str, kinds: &[Kind], most: usize) -> Query {
    let mut query = Query::new(prefix).prefix(true).limit(most);
    for class in kinds.iter().filter_map(|kind| kind.class()) {
        query = query.class(class);
    }
    query
}
