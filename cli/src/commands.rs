//! The commands, each with its options (`Args`) and its work (`run`).

pub(crate) mod batch;
pub(crate) mod completions;
#[cfg(test)]
mod every_text;
pub(crate) mod index;
pub(crate) mod man;
pub(crate) mod map;
pub(crate) mod resolve;
pub(crate) mod scan;
#[cfg(feature = "serve")]
pub(crate) mod serve;
