//! `/v1/place/{id}`: all that is known of a place.

use crate::commands::index::place::{Line, line};
use crate::output::format::Format;
use crate::output::geojson::FeatureCollection;
use crate::service::api::{respond, unwritten};
use crate::service::negotiation;
use crate::service::params::{Params, bad};
use crate::service::path::PathPart;
use crate::service::problem::Problem;
use crate::service::state::Service;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use std::io;
use std::sync::Arc;
use toponym::{PlaceId, PlaceRef, Resolver};

/// Maximum number of bytes of the names that are told; those of cities take some 50,000.
const MAX_NAMES: usize = 1 << 20;

/// `GET /v1/place/{id}`
pub(crate) async fn place(
    State(service): State<Arc<Service>>,
    PathPart(id): PathPart,
    params: Params,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    params.only(&["format"])?;
    let offers = [Format::Json, Format::GeoJson];
    let format = negotiation::format(&params, &headers, &offers)?;
    let resolver = service.resolver();
    let place = find(&resolver, &id)?;
    let line = line(place, MAX_NAMES);
    let written = match format {
        Format::GeoJson => feature(place, line),
        _ => serde_json::to_vec(&line).map_err(io::Error::from),
    };
    Ok(respond(format, written.map_err(unwritten)?))
}

/// The place of an id as it stands in a URL.
pub(crate) fn find<'r>(resolver: &'r Resolver, id: &str) -> Result<PlaceRef<'r>, Problem> {
    let id: PlaceId = id.parse().map_err(|error| bad("id", error))?;
    let place = resolver.place(&id);
    place.ok_or_else(|| Problem::not_found(format!("no place has the id {id}")))
}

fn feature(place: PlaceRef<'_>, line: Line<'_>) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut features = FeatureCollection::begin(&mut out)?;
    features.add(&mut out, Some(place.coordinates()), line)?;
    features.end(&mut out)?;
    Ok(out)
}
