//! Columns of what is known of places that were matched.

use crate::service::answer_size::Budget;
use crate::service::json;
use crate::service::json::few::Few;
use crate::service::json::located::any;
use crate::service::kind::{Kind, KindRecord};
use crate::service::limits::{Deadline, Limits};
use crate::service::params::within;
use crate::service::problem::Problem;
use crate::service::reconcile::property::{language, name_of};
use axum::http::StatusCode;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt;
use toponym::{Authority, FeatureClass, Language, PlaceId, PlaceRef, Query, Resolver};

/// The most columns that are made at once.
const MAX_COLUMNS: usize = 64;

/// The longest id of a place that a gazetteer has, in bytes.
const MAX_ID: usize = 128;

/// The longest id of a property, in bytes: `name:` and a language have 20. Each row repeats those of all
/// columns, so that long ones would make an answer that is hundreds of times as long as what was asked.
const MAX_PROPERTY: usize = 64;

/// What to ask where the values are too many: a place may have thousands of names, and the same in columns and rows of
/// other ids again.
const CURE: &str = "ask for fewer ids or columns, or set a limit for the values of a cell";

/// Which columns are wanted, of which places.
#[derive(Debug)]
pub(crate) struct Extension {
    ids: Few<String>,
    properties: Few<Column>,
}

/// Reads an extension, and holds so many ids.
pub(crate) struct ExtensionOf {
    ids: usize,
}

impl<'de> DeserializeSeed<'de> for ExtensionOf {
    type Value = Extension;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Extension, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ExtensionOf {
    type Value = Extension;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the keys \"ids\" and \"properties\"")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Extension, A::Error> {
        let (mut ids, mut properties) = (None, None);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "ids" => ids = Some(map.next_value_seed(Few::at_most(self.ids))?),
                "properties" => {
                    properties = Some(map.next_value_seed(Few::at_most(MAX_COLUMNS))?);
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(Extension {
            ids: ids.ok_or_else(|| A::Error::missing_field("ids"))?,
            properties: properties.ok_or_else(|| A::Error::missing_field("properties"))?,
        })
    }
}

#[derive(Debug, Deserialize)]
#[serde(expecting = "an object with the key \"id\"")]
struct Column {
    id: String,
    #[serde(default)]
    settings: Settings,
}

#[derive(Debug, Default, Deserialize)]
#[serde(expecting = "an object")]
struct Settings {
    /// The most values a cell gets; all for 0. Spreadsheets write numbers as text too.
    #[serde(default, deserialize_with = "any")]
    limit: Option<serde_json::Value>,
}

/// The columns and their cells, place by place.
#[derive(Debug, Serialize)]
pub(crate) struct Rows {
    meta: Vec<Meta>,
    rows: BTreeMap<String, BTreeMap<String, Vec<Cell>>>,
}

#[derive(Debug, Serialize)]
struct Meta {
    id: String,
    name: String,
    /// Of cells that are places.
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<KindRecord>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Cell {
    Place { id: String, name: String },
    Text { str: String },
    Real { float: f64 },
    Whole { int: u64 },
}

impl Extension {
    /// What reads an extension, and holds so many ids.
    pub fn of_ids(ids: usize) -> ExtensionOf {
        ExtensionOf { ids }
    }

    /// Refuses what asks for too much.
    pub fn check(&self, most: usize) -> Result<(), Problem> {
        let too_many = |what, count, most| {
            let detail = format!("extend: {count} {what}; at most {most} are answered at a time");
            let status = StatusCode::PAYLOAD_TOO_LARGE;
            Err(Problem::new(status, "batch-too-large", detail))
        };
        match (self.ids.count(), self.properties.count()) {
            (ids, _) if ids > most => too_many("ids", ids, most),
            (_, columns) if columns > MAX_COLUMNS => too_many("properties", columns, MAX_COLUMNS),
            _ => {
                self.check_lengths()?;
                self.check_settings()
            }
        }
    }

    fn check_lengths(&self) -> Result<(), Problem> {
        for (at, id) in self.ids.as_slice().iter().enumerate() {
            within(&format!("extend: ids[{at}]"), id, MAX_ID)?;
        }
        for (at, column) in self.properties.as_slice().iter().enumerate() {
            let what = format!("extend: properties[{at}].id");
            within(&what, &column.id, MAX_PROPERTY)?;
        }
        Ok(())
    }

    fn check_settings(&self) -> Result<(), Problem> {
        for (at, column) in self.properties.as_slice().iter().enumerate() {
            if let Err(limit) = column.settings.limit() {
                let detail = format!(
                    "extend: properties[{at}].settings.limit: {}: expected a whole number, 0 for all",
                    json::shown(limit)
                );
                return Err(Problem::bad_request("bad-query", detail));
            }
        }
        Ok(())
    }

    /// The cells. A place that is not known, or of which the property is not, has an empty one. What is asked for
    /// again is looked up once, as it is answered once.
    ///
    /// # Errors
    /// If the values are too many, or the deadline passes.
    pub fn answer(&self, resolver: &Resolver, deadline: Deadline) -> Result<Rows, Problem> {
        self.answer_within(Budget::default(), resolver, deadline)
    }

    /// The same with values of so many bytes.
    fn answer_within(
        &self,
        mut budget: Budget,
        resolver: &Resolver,
        deadline: Deadline,
    ) -> Result<Rows, Problem> {
        let columns = self.properties.as_slice().iter();
        let meta = columns.map(|column| Meta {
            id: column.id.clone(),
            name: name_of(&column.id),
            r#type: kind_of(&column.id).map(Kind::to_record),
        });
        // Of two with one name the last one counts.
        let columns = self.properties.as_slice().iter();
        let columns: BTreeMap<&str, &Column> =
            columns.map(|column| (column.id.as_str(), column)).collect();
        let mut row = |id: &String| {
            deadline.check()?;
            let place = id.parse().ok().and_then(|id: PlaceId| resolver.place(&id));
            let cells = columns.values().map(|column| {
                let mut cells = match place {
                    Some(place) => cells(&column.id, place, resolver),
                    None => Vec::new(),
                };
                if let Ok(Some(limit)) = column.settings.limit() {
                    cells.truncate(limit);
                    cells.shrink_to_fit();
                }
                budget.take(cells.iter().map(Cell::held).sum(), CURE)?;
                Ok((column.id.clone(), cells))
            });
            Ok((id.clone(), cells.collect::<Result<_, _>>()?))
        };
        let ids: BTreeSet<&String> = self.ids.as_slice().iter().collect();
        Ok(Rows {
            meta: meta.collect(),
            rows: ids.into_iter().map(&mut row).collect::<Result<_, _>>()?,
        })
    }
}

impl Settings {
    /// The most values of a cell, if there is a limit.
    ///
    /// # Errors
    /// If what stands there is no number.
    fn limit(&self) -> Result<Option<usize>, &serde_json::Value> {
        let Some(limit) = &self.limit else {
            return Ok(None);
        };
        let number = match limit.as_str().map(str::trim) {
            Some("") => Some(0),
            Some(text) => text.parse().ok(),
            None => limit.as_u64(),
        };
        let number = number.ok_or(limit)?;
        Ok(usize::try_from(number).ok().filter(|&limit| limit > 0))
    }
}

impl Cell {
    /// Bytes that it takes.
    fn held(&self) -> usize {
        let texts = match self {
            Cell::Place { id, name } => id.len() + name.len(),
            Cell::Text { str } => str.len(),
            Cell::Real { .. } | Cell::Whole { .. } => 0,
        };
        size_of::<Cell>() + texts
    }
}

/// The type of the places in the cells of a property.
fn kind_of(property: &str) -> Option<Kind> {
    match property {
        "parents" => Kind::of_id("A"),
        "country_name" => Kind::of_id("A.PCL"),
        _ => None,
    }
}

/// The values of a property.
fn cells(property: &str, place: PlaceRef<'_>, resolver: &Resolver) -> Vec<Cell> {
    let point = place.coordinates();
    match property {
        "lat" => vec![Cell::Real {
            float: point.latitude(),
        }],
        "lon" => vec![Cell::Real {
            float: point.longitude(),
        }],
        "point" => vec![text(format!("{},{}", point.latitude(), point.longitude()))],
        "country" => place
            .country()
            .map(|code| text(code.to_string()))
            .into_iter()
            .collect(),
        "country_name" => country(place, resolver).map(entity).into_iter().collect(),
        "parents" | "unit" => place.parents().map(entity).collect(),
        "class" => vec![text(place.feature().class().to_string())],
        "feature" => match place.feature().code() {
            "" => Vec::new(),
            code => vec![text(code.to_owned())],
        },
        "population" => place
            .population()
            .map(|int| Cell::Whole { int })
            .into_iter()
            .collect(),
        "wikidata" => ids(place, Some(Authority::Wikidata)),
        "geonames" => ids(place, Some(Authority::GeoNames)),
        "same_as" => place.same_as().map(|id| text(id.to_string())).collect(),
        "accuracy_km" => {
            let km = place
                .accuracy_km()
                .map(|km| Cell::Real { float: km.into() });
            km.into_iter().collect()
        }
        "name" => vec![text(place.name().to_owned())],
        other => match language(other) {
            Some(tag) => names(place, tag),
            None => Vec::new(),
        },
    }
}

/// The names in a language, the preferred one first.
fn names(place: PlaceRef<'_>, tag: &str) -> Vec<Cell> {
    let Ok(range) = tag.parse::<Language>() else {
        return Vec::new();
    };
    let Some(preferred) = place.name_in(tag) else {
        return Vec::new();
    };
    let others = place.names().take(Limits::MAX_NAMES).filter(|name| {
        let is_of_language = name.language().is_within(range);
        is_of_language && !name.is_generated() && name.text() != preferred.text()
    });
    let mut seen = HashSet::new();
    let all = std::iter::once(preferred.text()).chain(others.map(|name| name.text()));
    all.filter(|name| seen.insert(*name))
        .map(|name| text(name.to_owned()))
        .collect()
}

/// The numbers of an authority, as it writes them.
fn ids(place: PlaceRef<'_>, authority: Option<Authority>) -> Vec<Cell> {
    let all = std::iter::once(place.id()).chain(place.same_as());
    let of_authority = all.filter(|id| Some(id.authority()) == authority);
    let numbers = of_authority.filter_map(|id| {
        let id = id.to_string();
        let (_, number) = id.split_once(':')?;
        Some(text(number.to_owned()))
    });
    numbers.collect()
}

/// The country as a place: the topmost unit around it, or what the code means.
fn country<'r>(place: PlaceRef<'r>, resolver: &'r Resolver) -> Option<PlaceRef<'r>> {
    let is_country = |unit: &PlaceRef<'_>| unit.feature().code().starts_with("PCL");
    let mut units = std::iter::once(place).chain(place.parents());
    units.find(is_country).or_else(|| {
        let code = place.country()?;
        let query = Query::new(code.as_str()).class(FeatureClass::Administrative);
        let answer = resolver.resolve(query);
        let mut found = answer.candidates().iter().map(toponym::Candidate::place);
        found.find(|unit| is_country(unit) && unit.country() == Some(code))
    })
}

fn entity(place: PlaceRef<'_>) -> Cell {
    Cell::Place {
        id: place.id().to_string(),
        name: place.name().to_owned(),
    }
}

fn text(str: String) -> Cell {
    Cell::Text { str }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn values_are_counted_before_there_are_too_many() {
        let resolver = Resolver::embedded();
        let query = r#"{"ids": ["gn:616635", "wd:Q199500"], "properties": [{"id": "name:ar"}, {"id": "name:AR"}]}"#;
        let read = &mut serde_json::Deserializer::from_str(query);
        let extension = Extension::of_ids(2).deserialize(read).unwrap();
        let deadline = Deadline::after(Duration::from_secs(1000));
        let all = extension.answer(&resolver, deadline).unwrap();
        let cells = all.rows.values().flat_map(BTreeMap::values).flatten();
        let held: usize = cells.map(Cell::held).sum();
        assert!(held > 0 && all.rows.len() == 2);
        let within = |most| extension.answer_within(Budget::of(most), &resolver, deadline);
        assert!(within(held).is_ok());
        assert!(within(held - 1).is_err());
        let over = Deadline::after(Duration::ZERO);
        assert!(extension.answer(&resolver, over).is_err());
    }
}
