//! Counters for Prometheus.

use axum::http::{Method, StatusCode};
use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};
use std::time::Duration;
use toponym::Resolver;

/// Upper ends of the classes of durations, in seconds: a name takes microseconds, a long text a
/// fraction of a second.
const SECONDS: [f64; 11] = [
    0.0001, 0.000_25, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1.0, 5.0,
];

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct Request {
    route: String,
    method: String,
    status: u16,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct Route {
    route: String,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct Outcome {
    outcome: &'static str,
}

/// What is counted.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Request, Counter>,
    durations: Family<Route, Histogram, fn() -> Histogram>,
    in_flight: Gauge,
    reloads: Family<Outcome, Counter>,
    places: Gauge,
    names: Gauge,
}

impl Metrics {
    pub fn new() -> Self {
        let histogram: fn() -> Histogram = || Histogram::new(SECONDS);
        let mut metrics = Metrics {
            registry: Registry::with_prefix("toponym"),
            requests: Family::default(),
            durations: Family::new_with_constructor(histogram),
            in_flight: Gauge::default(),
            reloads: Family::default(),
            places: Gauge::default(),
            names: Gauge::default(),
        };
        let registry = &mut metrics.registry;
        let (requests, durations) = (metrics.requests.clone(), metrics.durations.clone());
        registry.register("requests", "Requests that were answered", requests);
        let help = "Time until a request was answered";
        registry.register_with_unit("request_duration", help, Unit::Seconds, durations);
        let in_flight = metrics.in_flight.clone();
        registry.register(
            "requests_in_flight",
            "Requests that are being answered",
            in_flight,
        );
        let reloads = metrics.reloads.clone();
        registry.register("reloads", "Times that the index was read again", reloads);
        registry.register("places", "Places of the index", metrics.places.clone());
        registry.register("names", "Names of the index", metrics.names.clone());
        metrics
    }

    /// A request begins.
    pub fn begin(&self) {
        self.in_flight.inc();
    }

    /// A request ends, with or without an answer.
    pub fn end(&self) {
        self.in_flight.dec();
    }

    /// A request was answered. Its route is the pattern of a path, of which there are few, never the
    /// path that a client makes up.
    pub fn answered(&self, route: &str, method: &Method, status: StatusCode, time: Duration) {
        let request = Request {
            route: route.to_owned(),
            // Methods too may be made up.
            method: match *method {
                Method::GET | Method::POST | Method::HEAD | Method::OPTIONS => method.to_string(),
                _ => "other".to_owned(),
            },
            status: status.as_u16(),
        };
        self.requests.get_or_create(&request).inc();
        let route = Route {
            route: request.route,
        };
        let seconds = time.as_secs_f64();
        self.durations.get_or_create(&route).observe(seconds);
    }

    /// The index was read again, or could not be.
    pub fn reloaded(&self, well: bool) {
        let outcome = if well { "done" } else { "failed" };
        self.reloads.get_or_create(&Outcome { outcome }).inc();
    }

    /// The index that is searched from now on.
    pub fn describe(&self, resolver: &Resolver) {
        let index = resolver.index();
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        self.places.set(number(index.places().len()));
        self.names.set(number(index.name_count()));
    }

    /// All of it, as Prometheus reads it.
    pub fn to_text(&self) -> String {
        let mut all = String::new();
        // A string takes whatever is written.
        let _ = text::encode(&mut all, &self.registry);
        all
    }
}
