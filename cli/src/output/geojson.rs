//! GeoJSON (RFC 7946): one feature collection, written feature by feature, with the keys of
//! properties in the order of the contract. (The crate `geojson` holds properties in a map, which
//! sorts them.)

use serde::Serialize;
use std::io::{self, Write};
use toponym::Coordinates;

/// A feature collection that is being written.
pub(crate) struct FeatureCollection {
    empty: bool,
}

#[derive(Serialize)]
struct Feature<P> {
    r#type: &'static str,
    /// Null for what has no known position, as the RFC asks for.
    geometry: Option<Point>,
    properties: P,
}

#[derive(Serialize)]
struct Point {
    r#type: &'static str,
    /// Longitude first.
    coordinates: [f64; 2],
}

impl FeatureCollection {
    /// Begins a collection.
    pub fn begin(out: &mut impl Write) -> io::Result<Self> {
        out.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[")?;
        Ok(FeatureCollection { empty: true })
    }

    /// Writes one feature.
    pub fn add(
        &mut self,
        out: &mut impl Write,
        position: Option<Coordinates>,
        properties: impl Serialize,
    ) -> io::Result<()> {
        out.write_all(if self.empty { b"\n" } else { b",\n" })?;
        self.empty = false;
        let geometry = position.map(|point| Point {
            r#type: "Point",
            coordinates: [point.longitude(), point.latitude()],
        });
        let feature = Feature {
            r#type: "Feature",
            geometry,
            properties,
        };
        Ok(serde_json::to_writer(out, &feature)?)
    }

    /// Ends the collection.
    pub fn end(&self, out: &mut impl Write) -> io::Result<()> {
        out.write_all(b"\n]}\n")
    }
}
