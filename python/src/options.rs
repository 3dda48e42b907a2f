//! What Python's modules ask, as questions to the library. They hand on dictionaries in which nothing is
//! missing.

use crate::error::{exception, message};
use pyo3::prelude::*;
use toponym::{Coordinates, CountryCode, Document, Language, MaxEdits, Nearest, Query, Resolver};

/// What is said of names beside themselves.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct QueryOptions {
    country: Vec<String>,
    near: Option<(f64, f64)>,
    within: Vec<String>,
    feature_class: Vec<String>,
    language: Option<String>,
    max_edits: Option<u8>,
    prefix: bool,
    limit: usize,
}

impl QueryOptions {
    /// The query for all names, without a name.
    pub fn query(&self, resolver: &Resolver) -> PyResult<Query> {
        if self.limit == 0 {
            return Err(message("limit: expected a number from 1 up"));
        }
        let mut query = Query::new("").limit(self.limit).prefix(self.prefix);
        for country in countries(resolver, &self.country)? {
            query = query.country(country);
        }
        for text in &self.within {
            let known = toponym_cli::container(resolver, text);
            known.map_err(|error| message(format_args!("within: {error}")))?;
            query = query.admin(text);
        }
        for class in &self.feature_class {
            query = query.class(class.parse().map_err(exception)?);
        }
        if let Some(language) = &self.language {
            query = query.language(language.parse().map_err(exception)?);
        }
        if let Some(edits) = self.max_edits {
            query = query.max_edits(edits.to_string().parse::<MaxEdits>().map_err(exception)?);
        }
        Ok(match self.near {
            Some(near) => query.near(point(near)?),
            None => query,
        })
    }
}

/// What is said of texts beside themselves.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct ScanOptions {
    country: Vec<String>,
    near: Option<(f64, f64)>,
    posts: bool,
    unlisted: bool,
    low_confidence: bool,
}

/// The same, as the library understands it.
#[derive(Clone)]
pub(crate) struct TextContext {
    countries: Vec<CountryCode>,
    near: Option<Coordinates>,
    posts: bool,
    unlisted: bool,
    low_confidence: bool,
}

impl ScanOptions {
    pub fn context(&self, resolver: &Resolver) -> PyResult<TextContext> {
        Ok(TextContext {
            countries: countries(resolver, &self.country)?,
            near: self.near.map(point).transpose()?,
            posts: self.posts,
            unlisted: self.unlisted,
            low_confidence: self.low_confidence,
        })
    }
}

impl TextContext {
    /// A text of which this is known.
    pub fn document<'t>(&self, text: &'t str) -> Document<'t> {
        let document = Document::new(text)
            .posts(self.posts)
            .unlisted(self.unlisted);
        let document = document.low_confidence(self.low_confidence);
        let countries = self.countries.iter().copied();
        let document = countries.fold(document, Document::country);
        match self.near {
            Some(near) => document.near(near),
            None => document,
        }
    }
}

/// What is said of the surroundings of a point beside the point.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct NearestOptions {
    country: Vec<String>,
    feature_class: Vec<String>,
    within_km: Option<f64>,
    limit: usize,
}

impl NearestOptions {
    pub fn query(&self, resolver: &Resolver, near: (f64, f64)) -> PyResult<Nearest> {
        let mut query = Nearest::to(point(near)?).limit(self.limit);
        for country in countries(resolver, &self.country)? {
            query = query.country(country);
        }
        for class in &self.feature_class {
            query = query.class(class.parse().map_err(exception)?);
        }
        Ok(match self.within_km {
            Some(km) => query.within_km(km),
            None => query,
        })
    }
}

/// The language of this tag.
pub(crate) fn language(tag: Option<&str>) -> PyResult<Option<Language>> {
    tag.map(|tag| tag.parse().map_err(exception)).transpose()
}

fn countries(resolver: &Resolver, texts: &[String]) -> PyResult<Vec<CountryCode>> {
    let country = |text: &String| {
        let country = toponym_cli::country(resolver, text);
        country.map_err(|error| message(format_args!("country: {error}")))
    };
    texts.iter().map(country).collect()
}

fn point((latitude, longitude): (f64, f64)) -> PyResult<Coordinates> {
    Coordinates::new(latitude, longitude).map_err(exception)
}
