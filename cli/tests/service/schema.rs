//! Answers against schemas.

use crate::server::Server;
use jsonschema::{Draft, Retrieve, Uri, Validator};
use serde_json::{Value, json};
use std::error::Error;
use std::path::{Path, PathBuf};

/// Schemas that name each other by URLs, of which the last part is a file of the folder.
struct Folder(PathBuf);

impl Retrieve for Folder {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Value, Box<dyn Error + Send + Sync>> {
        let name = match uri.path().as_str().rsplit('/').next() {
            // Where the manifest takes the descriptions of authentication from.
            Some("schema.json") => "openapi.json",
            Some(name) => name,
            None => return Err("no file".into()),
        };
        let text = std::fs::read_to_string(self.0.join(name))?;
        let mut schema: Value = serde_json::from_str(&text)?;
        // Of no draft, which the validator would refuse.
        if let Some(schema) = schema.as_object_mut() {
            schema.remove("$schema");
        }
        Ok(schema)
    }
}

/// The schema in a file of the folder.
pub fn of_file(folder: &Path, name: &str) -> Validator {
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    let mut schema: Value = serde_json::from_str(&text).unwrap();
    schema.as_object_mut().unwrap().remove("$schema");
    jsonschema::options()
        .with_draft(Draft::Draft7)
        .with_retriever(Folder(folder.to_owned()))
        .build(&schema)
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The schema of the output as it is.
pub fn whole_output() -> Validator {
    let text = include_str!("../../schema/output-v1.json");
    jsonschema::draft202012::new(&serde_json::from_str(text).unwrap()).unwrap()
}

/// The shape of this name in the schema of the output, which must know all keys there are.
pub fn of_output(shape: &str) -> Validator {
    let text = include_str!("../../schema/output-v1.json");
    let mut schema: Value = serde_json::from_str(text).unwrap();
    // Others may find new keys; these tests shall not, so that the schema tells all of them.
    for shape in schema["$defs"].as_object_mut().unwrap().values_mut() {
        if shape["properties"].is_object() {
            shape["additionalProperties"] = json!(false);
        }
    }
    schema.as_object_mut().unwrap().remove("anyOf");
    schema["$ref"] = json!(format!("#/$defs/{shape}"));
    jsonschema::draft202012::new(&schema).unwrap()
}

/// The shape of this name in the description of the API, as the service gives it.
pub fn of_api(server: &Server, shape: &str) -> Validator {
    let mut description = server.get("/openapi.json").json();
    let schema = json!({
        "$ref": format!("#/components/schemas/{shape}"),
        "components": description["components"].take(),
    });
    jsonschema::draft202012::new(&schema).unwrap()
}

#[track_caller]
pub fn assert_valid(schema: &Validator, value: &Value) {
    let errors = schema.iter_errors(value);
    let errors: Vec<String> = errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}\nin {value:#}");
}
