//! Tests of `toponym serve`, asked over HTTP as its clients ask it.
#![cfg(feature = "serve")]

mod api;
mod documentation;
mod hostile;
mod messages;
mod operation;
mod page;
mod readers;
mod reconcile;
mod schema;
mod server;
#[path = "../../../tests/shared/folder.rs"]
mod shared;
