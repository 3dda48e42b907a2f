//! What stands around all requests: their number, their time, their count; and panics, which end one
//! request and no more.

use crate::service::limits::Limits;
use crate::service::problem::Problem;
use crate::service::state::Service;
use axum::extract::{MatchedPath, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::any::Any;
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::Semaphore;

/// Counts requests and measures them.
pub(crate) async fn measure(
    State(service): State<Arc<Service>>,
    request: Request,
    next: Next,
) -> Response {
    let begun = Instant::now();
    let method = request.method().clone();
    let path = request.extensions().get::<MatchedPath>().cloned();
    let in_flight = InFlight::begin(service);
    let response = next.run(request).await;
    let route = path.as_ref().map_or("none", MatchedPath::as_str);
    let metrics = &in_flight.0.metrics;
    metrics.answered(route, &method, response.status(), begun.elapsed());
    response
}

/// A request that is being answered, until the client has its answer or is gone.
struct InFlight(Arc<Service>);

impl InFlight {
    fn begin(service: Arc<Service>) -> Self {
        service.metrics.begin();
        InFlight(service)
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.metrics.end();
    }
}

/// Answers so many requests at once, each within its time.
#[derive(Clone)]
pub(crate) struct Gate {
    service: Arc<Service>,
    requests: Arc<Semaphore>,
}

impl Gate {
    pub fn new(service: Arc<Service>) -> Self {
        let requests = Arc::new(Semaphore::new(service.limits.max_requests));
        Gate { service, requests }
    }
}

/// Lets a request in, or says why not.
pub(crate) async fn admit(State(gate): State<Gate>, request: Request, next: Next) -> Response {
    let query = request.uri().query().unwrap_or_default();
    if query.len() > Limits::MAX_QUERY {
        let detail = format!(
            "the query has {} bytes; at most {} are read. Ask with shorter or fewer parameters",
            query.len(),
            Limits::MAX_QUERY
        );
        return Problem::new(StatusCode::URI_TOO_LONG, "query-too-long", detail).into_response();
    }
    let Ok(_permit) = gate.requests.try_acquire() else {
        let detail = "too many requests are being answered; ask again in a second";
        let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "busy", detail);
        return problem.into_response();
    };
    let time = gate.service.limits.time();
    match tokio::time::timeout(time, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Problem::timeout(time).into_response(),
    }
}

/// Answers a request in which the program failed.
pub(crate) fn after_panic(panic: Box<dyn Any + Send>) -> Response {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    tracing::error!(panic = text.as_deref().unwrap_or("?"), "a request failed");
    Problem::fault().into_response()
}
