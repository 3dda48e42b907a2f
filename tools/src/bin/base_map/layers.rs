//! Natural Earth's files as layers of lines and rings on a grid.

use geojson::{FeatureCollection, GeometryValue, JsonObject};
use std::path::Path;
use toponym_tools::program::Stop;

/// Decimal digits of degrees that the grid has.
pub const DIGITS: u32 = 3;

/// Steps of the grid in a degree. A step is 110 meters at the equator; at the scale of 1:50 million that
/// the files were drawn for it is less than a hundredth of a millimeter.
pub const STEPS_PER_DEGREE: f64 = 10_i32.pow(DIGITS) as f64;

/// A point of the grid: steps to the east, and to the north, of 0° 0°.
pub type GridPoint = (i32, i32);

/// One object of the map: areas or lines that are drawn alike.
pub struct Layer {
    pub name: &'static str,
    pub shapes: Shapes,
}

pub enum Shapes {
    /// Polygons, each its outer ring and then its holes. A ring ends where it begins.
    Areas(Vec<Vec<Vec<GridPoint>>>),
    Lines(Vec<Vec<GridPoint>>),
}

/// What a file is split into: a layer's name, and which of the features are in it.
type Part = (&'static str, fn(&JsonObject) -> bool);

/// The files, and the layers in them. A feature goes into the first that takes it.
const FILES: [(&str, &[Part]); 5] = [
    ("ne_50m_land.geojson", &[("land", |_| true)]),
    ("ne_50m_lakes.geojson", &[("lakes", |_| true)]),
    (
        "ne_50m_rivers_lake_centerlines.geojson",
        &[("rivers", |river| rank(river) <= 4), ("streams", |_| true)],
    ),
    (
        "ne_50m_admin_0_boundary_lines_land.geojson",
        &[
            ("disputed", |line| class(line).starts_with("Disputed")),
            ("control", |line| class(line).starts_with("Line of control")),
            ("indefinite", |line| class(line).starts_with("Indefinite")),
            ("borders", |_| true),
        ],
    ),
    (
        "ne_50m_admin_0_boundary_lines_disputed_areas.geojson",
        &[
            ("breakaway", |line| class(line) == "Breakaway"),
            ("claims", |_| true),
        ],
    ),
];

fn class(properties: &JsonObject) -> &str {
    let class = properties.get("featurecla");
    class.and_then(|class| class.as_str()).unwrap_or_default()
}

/// How small the scale may be at which it is still drawn: the smaller the number the greater the river.
fn rank(properties: &JsonObject) -> u64 {
    let rank = properties.get("scalerank");
    rank.and_then(|rank| rank.as_u64()).unwrap_or(u64::MAX)
}

/// Reads the files of the folder.
pub fn read(folder: &Path) -> Result<Vec<Layer>, Stop> {
    let mut layers = Vec::new();
    for (file, parts) in FILES {
        let path = folder.join(file);
        let unread =
            |error: &dyn std::fmt::Display| Stop::File(format!("{}: {error}", path.display()));
        let text = std::fs::read_to_string(&path).map_err(|error| unread(&error))?;
        let features: FeatureCollection = text.parse().map_err(|error| unread(&error))?;
        let mut parted: Vec<Layer> = Vec::new();
        parted.resize_with(parts.len(), || Layer {
            name: "",
            shapes: Shapes::Lines(Vec::new()),
        });
        for (layer, (name, _)) in parted.iter_mut().zip(parts) {
            layer.name = name;
            if matches!(*name, "land" | "lakes") {
                layer.shapes = Shapes::Areas(Vec::new());
            }
        }
        for feature in features.features {
            let properties = feature.properties.unwrap_or_default();
            let part = parts.iter().position(|(_, takes)| takes(&properties));
            if let (Some(part), Some(geometry)) = (part, feature.geometry) {
                parted[part]
                    .add(geometry.value)
                    .map_err(|kind| unread(&format_args!("a {kind} where none should be")))?;
            }
        }
        layers.append(&mut parted);
    }
    Ok(layers)
}

impl Layer {
    /// Adds a geometry; the error is its kind, if there is none such in this layer.
    fn add(&mut self, geometry: GeometryValue) -> Result<(), &'static str> {
        match (&mut self.shapes, geometry) {
            (Shapes::Areas(areas), GeometryValue::Polygon { coordinates }) => {
                areas.extend(area(&coordinates));
            }
            (Shapes::Areas(areas), GeometryValue::MultiPolygon { coordinates }) => {
                areas.extend(coordinates.iter().filter_map(|rings| area(rings)));
            }
            (Shapes::Lines(lines), GeometryValue::LineString { coordinates }) => {
                lines.extend(line(&coordinates));
            }
            (Shapes::Lines(lines), GeometryValue::MultiLineString { coordinates }) => {
                lines.extend(coordinates.iter().filter_map(|points| line(points)));
            }
            (_, other) => return Err(other.type_name()),
        }
        Ok(())
    }
}

/// The polygon on the grid; none if nothing is left of its outer ring there.
fn area(rings: &[Vec<geojson::Position>]) -> Option<Vec<Vec<GridPoint>>> {
    let mut on_grid = rings.iter().map(|ring| snapped(ring));
    let outer = on_grid.next().filter(|ring| is_ring(ring))?;
    let holes = on_grid.filter(|ring| is_ring(ring));
    Some(std::iter::once(outer).chain(holes).collect())
}

fn is_ring(points: &[GridPoint]) -> bool {
    points.len() >= 4 && points.first() == points.last()
}

/// The line on the grid; none if it is a point there.
fn line(points: &[geojson::Position]) -> Option<Vec<GridPoint>> {
    Some(snapped(points)).filter(|points| points.len() >= 2)
}

/// The points on the grid, each once where several in a row are one there.
fn snapped(points: &[geojson::Position]) -> Vec<GridPoint> {
    let step = |degrees: f64| (degrees * STEPS_PER_DEGREE).round() as i32;
    let mut snapped: Vec<GridPoint> = points
        .iter()
        .map(|point| (step(point[0]), step(point[1])))
        .collect();
    snapped.dedup();
    snapped
}
