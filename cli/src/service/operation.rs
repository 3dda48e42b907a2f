//! What those who run the service ask: whether it is there, what it does, what it offers.

use crate::service::openapi;
use crate::service::state::Service;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use serde::Serialize;
use std::sync::Arc;

#[derive(Serialize)]
struct Health {
    status: &'static str,
    version: &'static str,
    places: usize,
    names: usize,
}

/// `GET /healthz`
pub(crate) async fn health(State(service): State<Arc<Service>>) -> impl IntoResponse {
    let resolver = service.resolver();
    axum::Json(Health {
        status: "ok",
        version: env!("CARGO_PKG_VERSION"),
        places: resolver.index().places().len(),
        names: resolver.index().name_count(),
    })
}

/// `GET /metrics`
pub(crate) async fn metrics(State(service): State<Arc<Service>>) -> impl IntoResponse {
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], service.metrics.to_text())
}

/// `GET /openapi.json`
pub(crate) async fn description() -> impl IntoResponse {
    json(openapi::description())
}

/// `GET /schema/output-v1.json`
pub(crate) async fn schema() -> impl IntoResponse {
    json(openapi::OUTPUT_SCHEMA)
}

fn json(text: &'static str) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], text)
}
