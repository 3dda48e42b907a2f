//! `/reconcile`: the Reconciliation Service API 0.2 of the W3C's community group, by which OpenRefine
//! and others match a column of names and add columns of what is known of the places.
//!
//! A place is an *entity*, its id the entity's; GeoNames' feature classes, and some of their codes, are
//! the *types* (`kind`); what is told of places, and what may be told with a name, are *properties*.
//!
//! Parameters that the API does not have are left out, not refused: clients add some of their own, as
//! one against caches.

mod candidate;
mod card;
mod context;
mod extend;
mod manifest;
mod one_or_more;
mod property;
mod query;
mod suggest;

pub(crate) use card::{preview, view};
pub(crate) use suggest::{flyout, properties, suggest_entity, suggest_property, suggest_type};

use crate::service::answer_size::Written;
use crate::service::api::unwritten;
use crate::service::body::{self, unsupported};
use crate::service::json;
use crate::service::params::{Params, unexpected};
use crate::service::problem::Problem;
use crate::service::reconcile::extend::Extension;
use crate::service::reconcile::query::BatchLimits;
use crate::service::state::Service;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::sync::Arc;

/// `GET /reconcile`: what the service is, or a batch in the URL.
pub(crate) async fn get(
    State(service): State<Arc<Service>>,
    params: Params,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    if params.one("queries")?.is_none() && params.one("extend")?.is_none() {
        let manifest = manifest::manifest(&service, &headers)?;
        return reply(&manifest, &params);
    }
    answer(service, params).await
}

/// `POST /reconcile`: a batch as a form.
pub(crate) async fn post(
    State(service): State<Arc<Service>>,
    request: Request,
) -> Result<Response, Problem> {
    let kind = body::media_type(request.headers())?;
    if let Some(kind) = kind.filter(|kind| kind != "application/x-www-form-urlencoded") {
        let detail = format!("{kind:?} is not read; send queries= or extend= as a form");
        return Err(unsupported(detail));
    }
    let form = body::text(request.into_body(), service.limits.max_body).await?;
    let params = Params::parse(&form)?;
    answer(service, params).await
}

async fn answer(service: Arc<Service>, params: Params) -> Result<Response, Problem> {
    let resolver = service.resolver();
    let most = service.limits.max_batch;
    let deadline = service.limits.deadline();
    match (params.one("queries")?, params.one("extend")?) {
        (Some(queries), None) => {
            let most = BatchLimits {
                questions: most,
                name_bytes: service.limits.max_name,
            };
            let batch = json::read_as("queries", queries, most)??;
            let work = move || reply(&batch.answer(&resolver, deadline)?, &params);
            service.workers.run(work).await?
        }
        (None, Some(extend)) => {
            let extension = json::read_as("extend", extend, Extension::of_ids(most))?;
            extension.check(most)?;
            let work = move || reply(&extension.answer(&resolver, deadline)?, &params);
            service.workers.run(work).await?
        }
        (None, None) => Err(Problem::bad_request(
            "missing-parameter",
            "queries or extend is missing: send one of them as a field of the form",
        )),
        (Some(_), Some(_)) => Err(Problem::bad_request(
            "bad-parameter",
            "queries and extend: given together; send them as two requests",
        )),
    }
}

/// An answer as JSON, or as a call of the function that the parameter `callback` names (JSONP), which
/// older clients in browsers ask for.
fn reply(answer: &impl Serialize, params: &Params) -> Result<Response, Problem> {
    let mut json = Written::default();
    serde_json::to_writer(&mut json, answer).map_err(unwritten)?;
    let json = json.whole("ask for less at a time")?;
    let Some(callback) = params.one("callback")?.filter(|name| !name.is_empty()) else {
        let kind = HeaderValue::from_static("application/json");
        return Ok(([(header::CONTENT_TYPE, kind)], json).into_response());
    };
    // Anything else could make a script of another's making out of the answer.
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '.');
    if callback.len() > 128 || !callback.chars().all(is_name) {
        let expected = "the name of a function, of at most 128 letters of ASCII";
        return Err(unexpected("callback", callback, expected));
    }
    // Line ends of JavaScript that are none of JSON.
    let json = String::from_utf8(json).map_err(unwritten)?;
    let json = json
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029");
    let kind = HeaderValue::from_static("application/javascript; charset=utf-8");
    let script = format!("/**/{callback}({json});");
    Ok(([(header::CONTENT_TYPE, kind)], script).into_response())
}
