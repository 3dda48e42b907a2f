//! `/v1/resolve`, which places a name means, and `/v1/complete`, which names begin so.

use crate::args::OutputOptions;
use crate::commands::resolve::answers::Answers;
use crate::gazetteer;
use crate::output::format::Format;
use crate::service::answer_size::Written;
use crate::service::api::{countries, output_options, respond, unwritten};
use crate::service::limits::{Limits, NamesBeside};
use crate::service::negotiation;
use crate::service::params::{Params, bad};
use crate::service::problem::Problem;
use crate::service::state::Service;
use crate::service::workers::Length;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use std::io;
use std::sync::Arc;
use toponym::{Query, Resolver};

/// What both are asked with.
const KNOWN: [&str; 12] = [
    "q",
    "limit",
    "max_edits",
    "country",
    "class",
    "in",
    "lang",
    "near",
    "prefix",
    "explain",
    "name_language",
    "format",
];

/// What leaves places out, however they are called.
const NARROWING: [&str; 3] = ["country", "class", "in"];

/// The names that a search box offers.
const COMPLETIONS: usize = 10;

/// `GET /v1/resolve`
pub(crate) async fn resolve(
    State(service): State<Arc<Service>>,
    params: Params,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    params.only(&KNOWN)?;
    let prefix = params.flag("prefix")?;
    answer(&service, params, &headers, prefix, Query::DEFAULT_LIMIT).await
}

/// `GET /v1/complete`
pub(crate) async fn complete(
    State(service): State<Arc<Service>>,
    params: Params,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    params.only(&KNOWN)?;
    answer(&service, params, &headers, true, COMPLETIONS).await
}

async fn answer(
    service: &Service,
    params: Params,
    headers: &HeaderMap,
    prefix: bool,
    limit: usize,
) -> Result<Response, Problem> {
    let offers = [
        Format::Json,
        Format::GeoJson,
        Format::JsonLines,
        Format::Csv,
    ];
    let format = negotiation::format(&params, headers, &offers)?;
    let name = params.name("q", service.limits.max_name)?.to_owned();
    let most = params.whole("limit", 1..=Limits::MAX_ANSWERS)?;
    let mut options = output_options(&params, format)?;
    if format == Format::Json {
        // One question, one object: the line of a file of many.
        options.format = Format::JsonLines;
    }
    let length = match prefix {
        true => Length::of_beginning(&name, params.has_any(&NARROWING)),
        false => Length::of_name(&name),
    };
    let length = length.max(Length::of_places_beside(&params));
    let (resolver, bounds) = (service.resolver(), service.limits.names_beside());
    let work = move || {
        let query = query(&params, &resolver, bounds)?;
        let query = query.limit(most.unwrap_or(limit)).prefix(prefix);
        let written = write(&resolver, query, &name, &options).map_err(unwritten)?;
        written.whole("ask for fewer candidates or languages, or without explain")
    };
    let written: Vec<u8> = service.workers.look_for(length, work).await??;
    Ok(respond(format, written))
}

fn write(
    resolver: &Resolver,
    query: Query,
    name: &str,
    options: &OutputOptions,
) -> io::Result<Written> {
    let answer = resolver.resolve(query.name(name));
    let mut answers = Answers::begin(Written::default(), options)?;
    answers.add(name, &answer, None)?;
    answers.end()
}

/// The query for a name, without the name.
fn query(params: &Params, resolver: &Resolver, bounds: NamesBeside) -> Result<Query, Problem> {
    let mut query = Query::new("").max_edits(params.read("max_edits")?.unwrap_or_default());
    for country in countries(params, resolver, bounds)? {
        query = query.country(country);
    }
    for text in params.repeated("in")? {
        bounds.check("in", text)?;
        gazetteer::container(resolver, text).map_err(|error| bad("in", error))?;
        query = query.admin(text);
    }
    for class in params.read_listed("class")? {
        query = query.class(class);
    }
    if let Some(language) = params.read("lang")? {
        query = query.language(language);
    }
    match params.read("near")? {
        Some(point) => Ok(query.near(point)),
        None => Ok(query),
    }
}
