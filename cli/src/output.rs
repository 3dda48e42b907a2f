//! What commands write: one answer or mention at a time, in one of the formats.
//!
//! Tables are for people and may change. All others are for programs: their keys and columns, and the
//! order of these, are a contract (`docs/output.md`), and new ones are only added at the end.

pub(crate) mod destination;
pub(crate) mod explanation;
pub(crate) mod format;
pub(crate) mod geojson;
pub(crate) mod record;
pub(crate) mod report;
pub(crate) mod table;
pub(crate) mod width;
