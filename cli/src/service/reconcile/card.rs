//! A place for people: in one line, in a box that appears over a spreadsheet, and as a page.

use crate::service::api::place::find;
use crate::service::html::Escaped;
use crate::service::kind::Kind;
use crate::service::limits::Limits;
use crate::service::page;
use crate::service::params::Params;
use crate::service::path::PathPart;
use crate::service::problem::Problem;
use crate::service::state::Service;
use axum::extract::State;
use axum::response::Response;
use std::fmt::Write;
use std::sync::Arc;
use toponym::{Authority, NameRef, PlaceId, PlaceRef};

/// Names of a place that a page shows.
const NAMES: usize = 60;

/// `GET /reconcile/preview`: a box of the size that the manifest says.
pub(crate) async fn preview(
    State(service): State<Arc<Service>>,
    params: Params,
) -> Result<Response, Problem> {
    let resolver = service.resolver();
    let place = find(&resolver, params.required("id")?)?;
    Ok(page::framed(place.name(), &card(place)))
}

/// `GET /place/{id}`: what a link to the place leads to.
pub(crate) async fn view(
    State(service): State<Arc<Service>>,
    PathPart(id): PathPart,
) -> Result<Response, Problem> {
    let resolver = service.resolver();
    let place = find(&resolver, &id)?;
    let html = format!("{}{}", card(place), names(place));
    Ok(page::framed(place.name(), &html))
}

/// Units that a description tells, the smallest first: few places lie in more.
const UNITS: usize = 8;

/// What a place is and where, such as *Town, village or other settlement in Shirak, Armenia*.
pub(crate) fn description(place: PlaceRef<'_>) -> String {
    let kind = Kind::of(place.feature()).next();
    let mut text = kind.map_or_else(String::new, |kind| kind.to_string());
    let units = place.parents().map(PlaceRef::name).take(UNITS);
    let units: Vec<&str> = units.collect();
    match (units.is_empty(), place.country()) {
        (false, _) => {
            let _ = write!(text, " in {}", units.join(", "));
        }
        (true, Some(country)) => {
            let _ = write!(text, " ({country})");
        }
        (true, None) => {}
    }
    text
}

/// A place in a few lines of HTML.
pub(crate) fn card(place: PlaceRef<'_>) -> String {
    let point = place.coordinates();
    let mut html = format!(
        "<h1 dir=\"auto\">{}</h1>\n<p>{}</p>\n<p>{:.4}, {:.4}",
        Escaped(place.name()),
        Escaped(&description(place)),
        point.latitude(),
        point.longitude()
    );
    if let Some(population) = place.population() {
        let _ = write!(html, " · population {population}");
    }
    html.push_str("</p>\n<p>");
    let ids = std::iter::once(place.id()).chain(place.same_as());
    for (at, id) in ids.enumerate() {
        let parted = if at == 0 { "" } else { " · " };
        let id_text = id.to_string();
        let shown = Escaped(&id_text);
        let _ = match link(&id) {
            Some(url) => write!(
                html,
                "{parted}<a href=\"{}\" rel=\"noopener\" target=\"_blank\">{shown}</a>",
                Escaped(&url)
            ),
            None => write!(html, "{parted}{shown}"),
        };
    }
    html.push_str("</p>\n");
    html
}

/// Its names, with their languages.
fn names(place: PlaceRef<'_>) -> String {
    let mut html = String::from("<ul>\n");
    let written = |name: &NameRef<'_>| !name.is_generated();
    let names = place.names().take(Limits::MAX_NAMES);
    for name in names.filter(written).take(NAMES) {
        let language = name.language().to_string();
        let _ = writeln!(
            html,
            "<li><bdi lang=\"{0}\">{1}</bdi> <small>{0}, {2}</small></li>",
            Escaped(&language),
            Escaped(name.text()),
            name.kind()
        );
    }
    html.push_str("</ul>\n");
    html
}

/// Where an authority tells more of its id.
fn link(id: &PlaceId) -> Option<String> {
    let text = id.to_string();
    let (_, number) = text.split_once(':')?;
    match id.authority() {
        Authority::GeoNames => Some(format!("https://www.geonames.org/{number}")),
        Authority::Wikidata => Some(format!("https://www.wikidata.org/wiki/{number}")),
        Authority::WhosOnFirst => Some(format!("https://spelunker.whosonfirst.org/id/{number}")),
        _ => None,
    }
}
