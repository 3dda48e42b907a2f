//! The base map: coasts, lakes, rivers and borders of Natural Earth, which the tool `base_map` packs.

use crate::assets;
use serde::Deserialize;
use std::collections::HashMap;

/// The names of the layers, the lowest first.
pub(crate) const LAYERS: [&str; 10] = [
    "land",
    "streams",
    "rivers",
    "lakes",
    "borders",
    "disputed",
    "control",
    "indefinite",
    "claims",
    "breakaway",
];

/// Degrees east and north.
pub(crate) type LonLat = (f64, f64);

/// The layers by their names.
#[derive(Debug)]
pub(crate) struct BaseMap {
    layers: HashMap<String, Shapes>,
}

/// What a layer draws.
#[derive(Debug)]
pub(crate) enum Shapes {
    /// Polygons, each its outer ring and its holes.
    Areas(Vec<Vec<Vec<LonLat>>>),
    Lines(Vec<Vec<LonLat>>),
}

#[derive(Deserialize)]
struct File {
    digits: u32,
    objects: HashMap<String, Geometry>,
    arcs: Vec<String>,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    MultiPolygon { arcs: Vec<Vec<Vec<i64>>> },
    MultiLineString { arcs: Vec<Vec<i64>> },
}

impl BaseMap {
    /// Unpacks the map; empty layers for what cannot be read, which a test excludes.
    pub fn unpack() -> BaseMap {
        let Ok(file) = serde_json::from_str::<File>(assets::BASE_MAP) else {
            return BaseMap {
                layers: HashMap::new(),
            };
        };
        let arcs: Vec<Vec<LonLat>> = file
            .arcs
            .iter()
            .map(|arc| points(arc, file.digits))
            .collect();
        let string = |numbers: &Vec<i64>| string(numbers, &arcs);
        let layers = file.objects.into_iter().map(|(name, geometry)| {
            let shapes = match geometry {
                Geometry::MultiPolygon { arcs } => {
                    let areas = arcs.iter();
                    Shapes::Areas(
                        areas
                            .map(|rings| rings.iter().map(string).collect())
                            .collect(),
                    )
                }
                Geometry::MultiLineString { arcs } => {
                    Shapes::Lines(arcs.iter().map(string).collect())
                }
            };
            (name, shapes)
        });
        BaseMap {
            layers: layers.collect(),
        }
    }

    /// The layer of this name.
    pub fn layer(&self, name: &str) -> Option<&Shapes> {
        self.layers.get(name)
    }
}

fn points(arc: &str, digits: u32) -> Vec<LonLat> {
    let line = polyline::decode_polyline(arc, digits).ok();
    let points = line.into_iter().flatten();
    points.map(|point| (point.x, point.y)).collect()
}

/// The arcs of these numbers as one line; a negative number is the complement of that of an arc that runs
/// the other way round. Where one ends the next begins, and the point stands once.
fn string(numbers: &[i64], arcs: &[Vec<LonLat>]) -> Vec<LonLat> {
    let mut line: Vec<LonLat> = Vec::new();
    for &number in numbers {
        let backward = number < 0;
        let number = if backward { !number } else { number };
        let Some(arc) = usize::try_from(number).ok().and_then(|at| arcs.get(at)) else {
            continue;
        };
        line.pop();
        match backward {
            true => line.extend(arc.iter().rev()),
            false => line.extend(arc),
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_layers_are_there_and_whole() {
        let map = BaseMap::unpack();
        for name in ["land", "lakes"] {
            let Some(Shapes::Areas(areas)) = map.layer(name) else {
                panic!("{name}")
            };
            assert!(areas.len() > 100, "{name}");
            for ring in areas.iter().flatten() {
                assert!(ring.len() >= 4 && ring.first() == ring.last(), "{name}");
            }
        }
        for name in LAYERS
            .into_iter()
            .filter(|name| !["land", "lakes"].contains(name))
        {
            let Some(Shapes::Lines(lines)) = map.layer(name) else {
                panic!("{name}")
            };
            assert!(!lines.is_empty(), "{name}");
            for &(lon, lat) in lines.iter().flatten() {
                assert!(
                    lon.abs() <= 180.0 && lat.abs() <= 90.0,
                    "{name}: {lon} {lat}"
                );
            }
        }
    }

    #[test]
    fn the_file_is_no_larger_than_promised() {
        assert!(assets::BASE_MAP.len() <= 600_000);
    }

    /// Even-odd rule.
    fn is_within((x, y): LonLat, rings: &[Vec<LonLat>]) -> bool {
        let edges = rings.iter().flat_map(|ring| ring.windows(2));
        let crossed = edges.filter(|edge| {
            let [(ax, ay), (bx, by)] = [edge[0], edge[1]];
            (ay > y) != (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax)
        });
        crossed.count() % 2 == 1
    }

    #[test]
    fn cities_are_on_land_and_lakes_in_lakes() {
        let map = BaseMap::unpack();
        let on = |layer: &str, point: LonLat| match map.layer(layer) {
            Some(Shapes::Areas(areas)) => areas.iter().any(|rings| is_within(point, rings)),
            _ => panic!("{layer}"),
        };
        let resolver = toponym::Resolver::embedded();
        for name in ["Yerevan", "Madrid", "Ganja", "Aleppo"] {
            let found = resolver.resolve(name);
            let point = found.best().unwrap().place().coordinates();
            assert!(on("land", (point.longitude(), point.latitude())), "{name}");
        }
        let lake = resolver.resolve("Lake Sevan");
        let point = lake.best().unwrap().place().coordinates();
        assert!(on("lakes", (point.longitude(), point.latitude())));
        // The middle of the Black Sea.
        assert!(!on("land", (34.0, 43.0)));
    }
}
