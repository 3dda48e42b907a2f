//! The description of the API (OpenAPI 3.1). The shapes of answers stand in one file, the schema of the
//! command's output, which the description takes over.

use serde_json::Value;
use std::sync::LazyLock;

/// The JSON schema of what `resolve` and `scan` write, and the service answers.
pub(crate) static OUTPUT_SCHEMA: &str = include_str!("../../schema/output-v1.json");

/// The description without the shapes.
static PATHS: &str = include_str!("openapi.json");

/// The description.
pub(crate) fn description() -> &'static str {
    static DESCRIPTION: LazyLock<String> = LazyLock::new(|| {
        // Both files are part of the program, and a test reads them.
        let shapes = OUTPUT_SCHEMA.replace("#/$defs/", "#/components/schemas/");
        let mut shapes: Value = serde_json::from_str(&shapes).expect("a schema");
        let mut all: Value = serde_json::from_str(PATHS).expect("a description");
        all["info"]["version"] = env!("CARGO_PKG_VERSION").into();
        let known = &mut all["components"]["schemas"];
        if let (Some(known), Some(shapes)) =
            (known.as_object_mut(), shapes["$defs"].as_object_mut())
        {
            known.append(shapes);
        }
        all.to_string()
    });
    &DESCRIPTION
}
