//! `base_map` on a world of a few lines, and on the files that the map of the command is made of.

use crate::program::run;
use crate::shared;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const FILES: [&str; 5] = [
    "ne_50m_land",
    "ne_50m_lakes",
    "ne_50m_rivers_lake_centerlines",
    "ne_50m_admin_0_boundary_lines_land",
    "ne_50m_admin_0_boundary_lines_disputed_areas",
];

fn feature(class: &str, kind: &str, coordinates: Value) -> Value {
    let properties = json!({"featurecla": class, "scalerank": 1});
    let geometry = json!({"type": kind, "coordinates": coordinates});
    json!({"type": "Feature", "properties": properties, "geometry": geometry})
}

/// A square of land, a border through it, which is disputed in its second half.
fn world(folder: &Path) {
    let square = json!([[[0, 0], [0, 10], [5, 10], [10, 10], [10, 0], [5, 0], [0, 0]]]);
    let features = [
        vec![feature("Land", "Polygon", square)],
        vec![],
        vec![],
        vec![
            feature(
                "International boundary (verify)",
                "LineString",
                json!([[5, 0], [5, 5]]),
            ),
            feature(
                "Disputed (please verify)",
                "LineString",
                json!([[5, 5], [5, 10]]),
            ),
        ],
        vec![],
    ];
    for (name, features) in FILES.iter().zip(features) {
        let collection = json!({"type": "FeatureCollection", "features": features});
        std::fs::write(
            folder.join(format!("{name}.geojson")),
            collection.to_string(),
        )
        .unwrap();
    }
}

/// Makes a map; what the program said, and the file.
fn make(from: &Path, folder: &Path, more: &[&str]) -> (crate::program::Run, PathBuf) {
    let output = folder.join("map.json");
    let paths = [from.to_str().unwrap(), output.to_str().unwrap()];
    let args = [&["--natural-earth", paths[0], "--output", paths[1]], more].concat();
    (run("base_map", &args, b""), output)
}

#[test]
fn borders_are_parted_by_their_class_and_meet_the_coast() {
    let folder = tempfile::tempdir().unwrap();
    world(folder.path());
    let (run, output) = make(folder.path(), folder.path(), &[]);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{}", run.err);
    let map: Value = serde_json::from_str(&std::fs::read_to_string(output).unwrap()).unwrap();
    assert_eq!(
        (&map["type"], &map["digits"]),
        (&"Topology".into(), &3.into())
    );
    let arcs = |layer: &str| &map["objects"][layer]["arcs"];
    // The coast is cut where the borders end, and the borders where one becomes the other.
    assert_eq!(arcs("land")[0][0].as_array().unwrap().len(), 2);
    assert_eq!(map["arcs"].as_array().unwrap().len(), 4);
    assert_eq!(arcs("borders").as_array().unwrap().len(), 1);
    assert_eq!(arcs("disputed").as_array().unwrap().len(), 1);
    assert_eq!(arcs("claims"), &json!([]));
}

#[test]
fn what_cannot_be_made_is_said() {
    let folder = tempfile::tempdir().unwrap();
    world(folder.path());
    let (run, _) = make(folder.path(), folder.path(), &["--max-bytes", "100"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("--max-bytes 100"), "{}", run.err);
    std::fs::remove_file(folder.path().join("ne_50m_lakes.geojson")).unwrap();
    let (run, output) = make(folder.path(), folder.path(), &[]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("ne_50m_lakes.geojson"), "{}", run.err);
    assert!(!output.exists());
}

#[test]
fn the_map_of_the_command_is_made_of_natural_earth() {
    let Some(facts) = shared::folder("the base map") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (run, output) = make(&facts.join("natural-earth"), folder.path(), &[]);
    assert_eq!(run.status, 0, "{}", run.err);
    let kept = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../cli/assets/base/base-map.json"
    );
    let same = std::fs::read(output).unwrap() == std::fs::read(kept).unwrap();
    assert!(
        same,
        "make cli/assets/base/base-map.json anew, or see what changed it"
    );
}
