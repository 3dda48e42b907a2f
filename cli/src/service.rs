//! The service over HTTP: names, points, ids and texts in, JSON out; reconciliation for spreadsheets;
//! a page for people.
//!
//! ```text
//! server        connections: accepted, bounded, closed when nobody reads (reader_pace), drained at the end
//!   └ router    which handler answers which path, and what stands around all of them (guard)
//!       ├ api         /v1/..: the contract of docs/output.md
//!       ├ reconcile   /reconcile/..: Reconciliation Service API 0.2
//!       ├ page        /, /place/{id}, /assets/..: for people
//!       └ operation   /healthz, /metrics, /openapi.json
//! shared: state (gazetteer, limits, workers), params, path, body, json and negotiation (what is asked), problem
//! (what is wrong), kind (types of places), html, metrics
//! ```
//!
//! `docs/service.md` says what it answers. No handler holds more than the limits allow, and what takes
//! longer than a name does is done by `workers`, off the threads that serve connections; what waits for a client
//! meanwhile gives up its `turn`.

mod answer_size;
mod api;
mod body;
mod guard;
mod held;
mod html;
mod json;
mod kind;
pub(crate) mod limits;
mod metrics;
mod negotiation;
mod openapi;
mod operation;
mod page;
mod params;
mod path;
#[cfg(feature = "unstable-service")]
pub(crate) mod probe;
mod problem;
mod reader_pace;
mod reconcile;
mod router;
pub(crate) mod server;
pub(crate) mod state;
mod turn;
pub(crate) mod workers;

pub(crate) use router::router;
