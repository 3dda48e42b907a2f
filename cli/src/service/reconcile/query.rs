//! Batches of names, each with what else is known of it.

use crate::service::answer_size::Budget;
use crate::service::json::few::{Few, few};
use crate::service::kind::Kind;
use crate::service::limits::{Deadline, Limits};
use crate::service::params::{MAX_SHOWN, quoted, within};
use crate::service::problem::Problem;
use crate::service::reconcile::candidate::{Asked, Found};
use crate::service::reconcile::context::{Context, Property};
use crate::service::reconcile::one_or_more::{OneOrMore, Value};
use axum::http::StatusCode;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::Number;
use std::collections::BTreeMap;
use std::fmt;
use toponym::{Candidate, PlaceRef, Query, Resolver, Status};

/// Candidates for a name, if nothing else is asked for.
const CANDIDATES: usize = 5;

/// What to ask where the candidates take too many bytes.
const CURE: &str = "ask fewer queries, or each with a limit";

/// The most types of a question.
const MAX_TYPES: usize = 32;

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
#[serde(expecting = "an object with the key \"query\" or \"properties\"")]
pub(crate) struct Question {
    query: Option<String>,
    #[serde(default, rename = "type")]
    kinds: OneOrMore<String, MAX_TYPES>,
    limit: Option<Number>,
    #[serde(default, deserialize_with = "few::<{ Limits::MAX_ANSWERS }, _, _>")]
    properties: Few<Property>,
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

/// How much a batch may ask for. Each question is held against it as soon as it is read, so that none that asks for
/// too much is held beside the others.
#[derive(Clone, Copy)]
pub(crate) struct BatchLimits {
    pub questions: usize,
    pub name_bytes: usize,
}

impl<'de> DeserializeSeed<'de> for BatchLimits {
    type Value = Result<Batch, Problem>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Self::Value, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for BatchLimits {
    type Value = Result<Batch, Problem>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut questions = BTreeMap::new();
        let (mut count, mut problem) = (0, None);
        while let Some(key) = map.next_key::<String>()? {
            count += usize::from(!questions.contains_key(&key));
            if count > self.questions || problem.is_some() {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let question: Question = map.next_value()?;
            if questions.contains_key(&key) {
                let called = quoted(&key);
                let detail = format!("queries: {called} is there twice; give each another key");
                problem = Some(Problem::bad_request("bad-query", detail));
                continue;
            }
            match question.check(&key, self.name_bytes) {
                Ok(()) => drop(questions.insert(key, question)),
                Err(why) => problem = Some(why),
            }
        }
        if count > self.questions {
            let most = self.questions;
            let detail =
                format!("the batch has {count} queries; at most {most} are answered at a time");
            let status = StatusCode::PAYLOAD_TOO_LARGE;
            return Ok(Err(Problem::new(status, "batch-too-large", detail)));
        }
        Ok(match problem {
            Some(problem) => Err(problem),
            None => Ok(Batch(questions)),
        })
    }
}

impl Batch {
    /// The results of all questions.
    ///
    /// # Errors
    /// If the candidates take too many bytes, or the deadline passes.
    pub fn answer(&self, resolver: &Resolver, deadline: Deadline) -> Result<Results, Problem> {
        self.answer_within(Budget::default(), resolver, deadline)
    }

    /// The same with candidates of so many bytes.
    fn answer_within(
        &self,
        mut budget: Budget,
        resolver: &Resolver,
        deadline: Deadline,
    ) -> Result<Results, Problem> {
        let answers = self.0.iter().map(|(key, question)| {
            let result = question.answer(resolver, deadline)?;
            budget.take(result.iter().map(Found::held).sum(), CURE)?;
            Ok((key.clone(), Answer { result }))
        });
        answers.collect()
    }
}

impl Question {
    fn check(&self, key: &str, most_bytes: usize) -> Result<(), Problem> {
        let called = quoted(key);
        if self.query.is_none() && self.properties.count() == 0 {
            let detail = format!(
                "queries: {called} has neither a query nor properties; give it one of them"
            );
            return Err(Problem::bad_request("bad-query", detail));
        }
        let query = self.query.as_deref().unwrap_or_default();
        within(
            &format!("queries: the query of {called}"),
            query,
            most_bytes,
        )?;
        let properties = self.properties.as_slice();
        let values = properties.iter().flat_map(|one| one.v.as_slice());
        for value in values {
            if let Value::Text(text) | Value::Entity { id: text } = value {
                within(
                    &format!("queries: a property of {called}"),
                    text,
                    most_bytes,
                )?;
            }
        }
        if let Some(limit) = self.limit.as_ref().filter(|limit| count(limit).is_none()) {
            let shown: String = key.chars().take(MAX_SHOWN).collect();
            let detail =
                format!("queries: {shown}.limit: {limit}: expected a whole number of at least 1");
            return Err(Problem::bad_request("bad-query", detail));
        }
        // Each value is looked for as a name is.
        let values = properties.iter().map(|one| one.v.count()).sum();
        for (what, count, most) in [
            ("types", self.kinds.count(), MAX_TYPES),
            ("properties", self.properties.count(), Limits::MAX_ANSWERS),
            ("values of properties", values, Limits::MAX_ANSWERS),
        ] {
            if count > most {
                let detail =
                    format!("queries: {called} has {count} {what}; at most {most} are read");
                return Err(Problem::bad_request("bad-query", detail));
            }
        }
        Ok(())
    }

    fn answer(&self, resolver: &Resolver, deadline: Deadline) -> Result<Vec<Found>, Problem> {
        deadline.check()?;
        let context = Context::of(self.properties.as_slice(), resolver, deadline)?;
        let kinds = self.kinds.as_slice();
        let kinds: Vec<Kind> = kinds.iter().filter_map(|id| Kind::of_id(id)).collect();
        let asked = Asked {
            near: context.point(),
            kinds: &kinds,
        };
        let most = self.limit.as_ref().and_then(count).unwrap_or(CANDIDATES);
        let most = most.min(Limits::MAX_ANSWERS);
        // An id says which place it is, whatever it is called.
        let known = context.ids.iter().find_map(|id| resolver.place(id));
        if let Some(place) = known {
            return Ok(vec![asked.identified(place)]);
        }
        let name = self.query.as_deref().unwrap_or_default();
        if name.trim().is_empty() {
            let Some(mut around) = context.around() else {
                return Ok(Vec::new());
            };
            for class in Kind::classes(&kinds) {
                around = around.class(class);
            }
            let near = resolver.nearest(around.limit(most));
            return Ok(near.iter().map(|near| asked.nearby(near)).collect());
        }
        let found = self.resolve(resolver, context.query(name), &asked, most);
        let is_open = self.strictness() == Strictness::Should && !kinds.is_empty();
        if found.is_empty() && is_open {
            let untyped = Asked {
                kinds: &[],
                ..asked
            };
            let mut found = self.resolve(resolver, context.query(name), &untyped, most);
            // Not what was asked for: somebody has to look.
            found.iter_mut().for_each(Found::doubt);
            return Ok(found);
        }
        Ok(found)
    }

    /// The candidates for a name that are of these types; the first is a match if nothing rivals it.
    fn resolve(
        &self,
        resolver: &Resolver,
        mut query: Query,
        asked: &Asked<'_>,
        most: usize,
    ) -> Vec<Found> {
        // A code is no filter of the search, so more is looked at.
        let by_code = asked.kinds.iter().any(|kind| kind.code().is_some());
        for class in Kind::classes(asked.kinds) {
            query = query.class(class);
        }
        let looked_at = if by_code { Limits::MAX_ANSWERS } else { most };
        let answer = resolver.resolve(query.limit(looked_at));
        let candidates = answer.candidates().iter();
        let wanted = candidates.filter(|candidate| self.wants(candidate.place(), asked.kinds));
        let wanted: Vec<&Candidate<'_>> = wanted.collect();
        let leads = wanted
            .first()
            .zip(answer.best())
            .is_some_and(|(first, best)| {
                first.place() == best.place() && answer.status() == Status::Resolved
            });
        // Of several places of the name one is of the type.
        let is_certain = leads || (by_code && wanted.len() == 1);
        let found = wanted.iter().take(most).enumerate();
        found
            .map(|(at, candidate)| asked.found(candidate, at == 0 && is_certain))
            .collect()
    }

    /// Whether a place is of the types that are asked for.
    fn wants(&self, place: PlaceRef<'_>, kinds: &[Kind]) -> bool {
        let mut each = kinds.iter().map(|kind| kind.holds(place.feature()));
        match self.strictness() {
            _ if kinds.is_empty() => true,
            Strictness::All => each.all(|is| is),
            Strictness::Any | Strictness::Should => each.any(|is| is),
        }
    }

    fn strictness(&self) -> Strictness {
        self.type_strict.unwrap_or(Strictness::Any)
    }
}

/// A number of answers, which some clients write as 10.0; none if there is no such number.
fn count(limit: &Number) -> Option<usize> {
    let whole = limit.as_u64().or_else(|| {
        let real = limit.as_f64().filter(|real| real.fract() == 0.0)?;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        (real >= 1.0).then_some(real as u64)
    });
    let whole = whole.filter(|&whole| whole > 0)?;
    Some(usize::try_from(whole).unwrap_or(usize::MAX))
}

/// The query for what begins with a text, for a search box.
pub(crate) fn beginning(prefix: &str, kinds: &[Kind], most: usize) -> Query {
    let mut query = Query::new(prefix).prefix(true).limit(most);
    for class in Kind::classes(kinds) {
        query = query.class(class);
    }
    query
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_part_of_a_batch_is_no_answer_and_no_question_stands_for_another() {
        let limits = BatchLimits {
            questions: 2,
            name_bytes: 100,
        };
        let resolver = Resolver::embedded();
        let twice = r#"{"a": {"query": "Gyumri"}, "a": {"query": "Goris"}}"#;
        let read = &mut serde_json::Deserializer::from_str(twice);
        assert!(limits.deserialize(read).unwrap().is_err());
        for batch in [
            r#"{"a": {"query": "Gyumri"}, "b": {"query": "Goris"}}"#,
            r#"{"a": {"query": "Gyumri", "properties": [{"pid": "country", "v": "AM"}]}}"#,
        ] {
            let read = &mut serde_json::Deserializer::from_str(batch);
            let batch = limits.deserialize(read).unwrap().unwrap();
            let within = |time| batch.answer(&resolver, Deadline::after(time));
            let all = within(Duration::from_secs(1000)).unwrap();
            assert!(
                all.len() == batch.0.len() && all.values().all(|answer| !answer.result.is_empty())
            );
            assert!(within(Duration::ZERO).is_err());
        }
    }
}
