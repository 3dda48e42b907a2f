//! Which handler answers which path, and what stands around them.

use crate::service::guard::{Gate, admit, after_panic, measure};
use crate::service::held::{Held, hold};
use crate::service::limits::Limits;
use crate::service::problem::Problem;
use crate::service::state::Service;
use crate::service::{api, operation, page, reconcile};
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::{get, post};
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::cors::{Any, CorsLayer};
use tower_http::trace::{DefaultOnResponse, TraceLayer};
use tracing::Level;

/// The service as a function of requests.
pub(crate) fn router(service: &Arc<Service>) -> Router {
    let bounded = Router::new()
        .route("/", get(page::search))
        .route("/assets/{file}", get(page::asset))
        .route("/attribution", get(page::attribution))
        .route("/place/{id}", get(reconcile::view))
        .route("/openapi.json", get(operation::description))
        .route("/schema/output-v1.json", get(operation::schema))
        .route("/v1/resolve", get(api::resolve::resolve))
        .route("/v1/complete", get(api::resolve::complete))
        .route("/v1/nearest", get(api::nearest::nearest))
        .route("/v1/place/{id}", get(api::place::place))
        .route("/v1/scan", post(api::scan::scan))
        .route("/reconcile", get(reconcile::get).post(reconcile::post))
        .route("/reconcile/properties", get(reconcile::properties))
        .route("/reconcile/suggest/entity", get(reconcile::suggest_entity))
        .route("/reconcile/suggest/type", get(reconcile::suggest_type))
        .route(
            "/reconcile/suggest/property",
            get(reconcile::suggest_property),
        )
        .route("/reconcile/flyout/{what}", get(reconcile::flyout))
        .route("/reconcile/preview", get(reconcile::preview))
        .layer(from_fn_with_state(Gate::new(Arc::clone(service)), admit))
        .layer(from_fn_with_state(Held::at_most(Limits::MAX_HELD), hold));
    // They answer however busy the service is.
    let always = Router::new()
        .route("/healthz", get(operation::health))
        .route("/metrics", get(operation::metrics));
    // Pages from anywhere may ask: all answers are public, and none depends on who asks.
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([header::ACCEPT, header::CONTENT_TYPE]);
    // Names that somebody looked for are not logged: a path has none, a query has.
    let trace = TraceLayer::new_for_http()
        .make_span_with(|request: &Request| {
            let (method, path) = (request.method(), request.uri().path());
            tracing::debug_span!("request", %method, path)
        })
        .on_response(DefaultOnResponse::new().level(Level::DEBUG));
    bounded
        .merge(always)
        .fallback(unknown)
        .method_not_allowed_fallback(wrong_method)
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(cors)
        .layer(map_response(no_sniffing))
        .layer(from_fn_with_state(Arc::clone(service), measure))
        .layer(trace)
        .with_state(Arc::clone(service))
}

async fn unknown(uri: Uri) -> Problem {
    let detail = format!("nothing is at {}; see /openapi.json", uri.path());
    Problem::not_found(detail)
}

async fn wrong_method(method: Method, uri: Uri) -> Problem {
    let detail = format!("{} is not asked by {method}; see /openapi.json", uri.path());
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "wrong-method", detail)
}

/// Answers are what they say they are, and nothing else.
async fn no_sniffing(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}
