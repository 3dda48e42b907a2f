//! What the service says of itself.

use crate::service::kind::{KINDS, Kind, KindRecord, PLACE};
use crate::service::problem::Problem;
use crate::service::state::Service;
use axum::http::{HeaderMap, header};
use serde::Serialize;

/// What ids are.
const IDENTIFIER_SPACE: &str = "https://docs.rs/toponym/latest/toponym/struct.PlaceId.html";

/// What types and properties are.
const SCHEMA_SPACE: &str = "https://www.geonames.org/export/codes.html";

/// The box of a preview, in pixels of CSS.
const PREVIEW: (u32, u32) = (420, 190);

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Manifest {
    versions: [&'static str; 1],
    name: &'static str,
    identifier_space: &'static str,
    schema_space: &'static str,
    documentation: String,
    service_version: &'static str,
    default_types: Vec<KindRecord>,
    view: Template,
    preview: Preview,
    suggest: Suggestions,
    extend: Extend,
}

#[derive(Serialize)]
struct Template {
    url: String,
}

#[derive(Serialize)]
struct Preview {
    url: String,
    width: u32,
    height: u32,
}

#[derive(Serialize)]
struct Suggestions {
    entity: Endpoint,
    r#type: Endpoint,
    property: Endpoint,
}

#[derive(Serialize)]
struct Endpoint {
    service_url: String,
    service_path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    flyout_service_path: Option<String>,
}

#[derive(Serialize)]
struct Extend {
    propose_properties: Endpoint,
    property_settings: [Setting; 1],
}

#[derive(Serialize)]
struct Setting {
    name: &'static str,
    label: &'static str,
    r#type: &'static str,
    default: u32,
    help_text: &'static str,
}

/// The manifest, with URLs by which the client reaches the service.
pub(crate) fn manifest(service: &Service, headers: &HeaderMap) -> Result<Manifest, Problem> {
    let base = base(service, headers)?;
    let suggestion = |what: &str| Endpoint {
        service_url: base.clone(),
        service_path: format!("/reconcile/suggest/{what}"),
        flyout_service_path: Some(format!("/reconcile/flyout/{what}?id=${{id}}")),
    };
    // A client takes the first for what most columns hold; the wider ones follow.
    let default = |kind: &Kind| kind.code().is_none();
    let towns = KINDS.iter().filter(|kind| kind.id == "P");
    let others = KINDS
        .iter()
        .filter(|kind| default(kind) && kind.id != "P" && **kind != PLACE);
    let kinds = std::iter::once(&PLACE).chain(towns).chain(others);
    Ok(Manifest {
        versions: ["0.2"],
        name: "toponym: places by their names in many scripts",
        identifier_space: IDENTIFIER_SPACE,
        schema_space: SCHEMA_SPACE,
        documentation: format!("{base}/"),
        service_version: env!("CARGO_PKG_VERSION"),
        default_types: kinds.map(|kind| kind.to_record()).collect(),
        view: Template {
            url: format!("{base}/place/{{{{id}}}}"),
        },
        preview: Preview {
            url: format!("{base}/reconcile/preview?id={{{{id}}}}"),
            width: PREVIEW.0,
            height: PREVIEW.1,
        },
        suggest: Suggestions {
            entity: suggestion("entity"),
            r#type: suggestion("type"),
            property: suggestion("property"),
        },
        extend: Extend {
            propose_properties: Endpoint {
                service_url: base.clone(),
                service_path: "/reconcile/properties".to_owned(),
                flyout_service_path: None,
            },
            property_settings: [Setting {
                name: "limit",
                label: "Limit",
                r#type: "number",
                default: 0,
                help_text: "The most values of a cell; 0 for all",
            }],
        },
    })
}

/// Where the client reaches the service: as its operator says, or else as the client itself calls it.
fn base(service: &Service, headers: &HeaderMap) -> Result<String, Problem> {
    if let Some(url) = service.public_url() {
        return Ok(url.to_owned());
    }
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let is_plain =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']' | '_');
    match host {
        Some(host) if !host.is_empty() && host.chars().all(is_plain) => {
            Ok(format!("http://{host}"))
        }
        _ => Err(Problem::bad_request(
            "bad-host",
            "the header Host is no host",
        )),
    }
}
