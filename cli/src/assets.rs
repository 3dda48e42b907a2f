//! Files under `assets` that more than one part of the program hands on: the map page, the pictures and the
//! service's pages.
//!
//! They are statics, for a program would hold a copy of a constant in each of its parts that is compiled apart;
//! the base map alone is half a megabyte.

/// TopoJSON whose arcs are "encoded polylines" of so many decimal digits.
pub(crate) static BASE_MAP: &str = include_str!("../assets/base/base-map.json");
/// Draws it.
pub(crate) static BASE_SCRIPT: &str = include_str!("../assets/base/base.js");
pub(crate) static BASE_STYLE: &str = include_str!("../assets/base/base.css");

pub(crate) static LEAFLET: &str = include_str!("../assets/vendor/leaflet.js");
pub(crate) static LEAFLET_STYLE: &str = include_str!("../assets/vendor/leaflet.css");
pub(crate) static TOPOJSON: &str = include_str!("../assets/vendor/topojson-client.min.js");
