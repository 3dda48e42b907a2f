//! `/v1/nearest`: the places around a point.

use crate::output::format::Format;
use crate::output::geojson::FeatureCollection;
use crate::service::api::{countries, respond, unwritten};
use crate::service::limits::{Limits, NamesBeside};
use crate::service::negotiation;
use crate::service::params::{Params, bad, missing};
use crate::service::problem::Problem;
use crate::service::state::Service;
use crate::service::workers::Length;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Serialize;
use std::io;
use std::sync::Arc;
use toponym::{Coordinates, NearbyPlace, NearbyRecord, Nearest, Resolver};

const KNOWN: [&str; 7] = [
    "lat",
    "lon",
    "class",
    "country",
    "within_km",
    "limit",
    "format",
];

const NORTH: &str = "degrees north, from -90 to 90, such as 40.79";
const EAST: &str = "degrees east, from -180 to 180, such as 43.85";
const DISTANCE: &str = "a distance in kilometers, such as 20";

/// The places around a point, the nearest first.
#[derive(Serialize)]
struct Around {
    lat: f64,
    lon: f64,
    places: Vec<NearbyRecord>,
}

/// `GET /v1/nearest`
pub(crate) async fn nearest(
    State(service): State<Arc<Service>>,
    params: Params,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    params.only(&KNOWN)?;
    let offers = [Format::Json, Format::GeoJson];
    let format = negotiation::format(&params, &headers, &offers)?;
    let lat = params.real("lat", -90.0..=90.0, NORTH)?;
    let lon = params.real("lon", -180.0..=180.0, EAST)?;
    let lat = lat.ok_or_else(|| missing("lat"))?;
    let lon = lon.ok_or_else(|| missing("lon"))?;
    let point = Coordinates::new(lat, lon).map_err(|error| bad("lat and lon", error))?;
    // Those of a kind or a country may lie behind nearly all others.
    let length = match params.has_any(&["class", "country"]) {
        true => Length::Long,
        false => Length::Short,
    };
    let (resolver, bounds) = (service.resolver(), service.limits.names_beside());
    let work = move || {
        let query = query(&params, point, &resolver, bounds)?;
        write(&resolver.nearest(query), point, format).map_err(unwritten)
    };
    let written = service.workers.look_for(length, work).await??;
    Ok(respond(format, written))
}

fn query(
    params: &Params,
    point: Coordinates,
    resolver: &Resolver,
    bounds: NamesBeside,
) -> Result<Nearest, Problem> {
    let limit = params.whole("limit", 1..=Limits::MAX_ANSWERS)?;
    let mut query = Nearest::to(point).limit(limit.unwrap_or(Nearest::DEFAULT_LIMIT));
    for country in countries(params, resolver, bounds)? {
        query = query.country(country);
    }
    for class in params.read_listed("class")? {
        query = query.class(class);
    }
    match params.real("within_km", 0.0..=f64::MAX, DISTANCE)? {
        Some(km) => Ok(query.within_km(km)),
        None => Ok(query),
    }
}

fn write(places: &[NearbyPlace<'_>], point: Coordinates, format: Format) -> io::Result<Vec<u8>> {
    match format {
        Format::GeoJson => features(places),
        _ => serde_json::to_vec(&Around {
            lat: point.latitude(),
            lon: point.longitude(),
            places: places.iter().map(NearbyPlace::to_record).collect(),
        })
        .map_err(io::Error::from),
    }
}

fn features(places: &[NearbyPlace<'_>]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut features = FeatureCollection::begin(&mut out)?;
    for near in places {
        let position = near.place().coordinates();
        features.add(&mut out, Some(position), near.to_record())?;
    }
    features.end(&mut out)?;
    Ok(out)
}
