//! Writes the map as TopoJSON (<https://github.com/topojson/topojson-specification>) but for one thing: an
//! arc is a string, in the "encoded polyline" format that web maps use for routes. In numbers of
//! JSON it would be twice as long.

use crate::layers::{DIGITS, GridPoint, STEPS_PER_DEGREE};
use crate::topology::{ArcShapes, ArcString, Topology};
use geo::Coord;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct File {
    r#type: &'static str,
    /// Decimal digits of degrees in the arcs.
    digits: u32,
    objects: BTreeMap<&'static str, Geometry>,
    arcs: Vec<String>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Geometry {
    MultiPolygon { arcs: Vec<Vec<Vec<i64>>> },
    MultiLineString { arcs: Vec<Vec<i64>> },
}

/// The topology with these points of its arcs.
pub fn write(topology: &Topology, arcs: &[Vec<GridPoint>]) -> String {
    let objects = topology.objects.iter().map(|object| {
        let geometry = match &object.shapes {
            ArcShapes::Areas(areas) => Geometry::MultiPolygon {
                arcs: areas.iter().map(|rings| numbers(rings)).collect(),
            },
            ArcShapes::Lines(lines) => Geometry::MultiLineString {
                arcs: numbers(lines),
            },
        };
        (object.name, geometry)
    });
    let file = File {
        r#type: "Topology",
        digits: DIGITS,
        objects: objects.collect(),
        arcs: arcs.iter().map(|arc| encoded(arc)).collect(),
    };
    let mut text = serde_json::to_string(&file).unwrap_or_default();
    text.push('\n');
    text
}

/// The arcs' numbers; that of a reversed one is its complement.
fn numbers(strings: &[ArcString]) -> Vec<Vec<i64>> {
    let number = |arc: usize, reversed: bool| match reversed {
        true => !(arc as i64),
        false => arc as i64,
    };
    let strings = strings.iter();
    strings
        .map(|uses| uses.iter().map(|u| number(u.arc, u.reversed)).collect())
        .collect()
}

fn encoded(arc: &[GridPoint]) -> String {
    let degrees = |steps: i32| f64::from(steps) / STEPS_PER_DEGREE;
    let points = arc.iter().map(|&(east, north)| Coord {
        x: degrees(east),
        y: degrees(north),
    });
    // It refuses what is not on the globe, which the grid's points are.
    polyline::encode_coordinates(points, DIGITS).unwrap_or_default()
}
