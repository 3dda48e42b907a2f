//! Pages for people: the search page with its scripts, and the frame of a place's page. Nothing of them
//! is loaded from elsewhere: the map's library and the base map are those of `toponym map`.

use crate::assets;
use crate::service::html::Escaped;
use crate::service::kind::KINDS;
use crate::service::path::PathPart;
use crate::service::problem::Problem;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use std::collections::BTreeMap;

/// The files of the pages, with their media types.
fn files() -> [(&'static str, &'static str, &'static str); 9] {
    [
        ("search.js", SCRIPT, include_str!("page/search.js")),
        ("map.js", SCRIPT, include_str!("page/map.js")),
        ("style.css", STYLE, include_str!("page/style.css")),
        ("base.js", SCRIPT, assets::BASE_SCRIPT),
        ("base.css", STYLE, assets::BASE_STYLE),
        ("base-map.json", "application/json", assets::BASE_MAP),
        ("leaflet.js", SCRIPT, assets::LEAFLET),
        ("leaflet.css", STYLE, assets::LEAFLET_STYLE),
        ("topojson-client.js", SCRIPT, assets::TOPOJSON),
    ]
}

const STYLE: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// The search page runs scripts of its own and asks its own service, and stands in no frame.
const SEARCH_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; \
    frame-ancestors 'none'";

/// Boxes over a spreadsheet stand in its frames, and run nothing.
const FRAMED_POLICY: &str = "default-src 'none'; style-src 'self'; base-uri 'none'; \
    form-action 'none'";

/// `GET /`
pub(crate) async fn search() -> Response {
    html(include_str!("page/search.html").to_owned(), SEARCH_POLICY)
}

/// `GET /assets/{file}`
pub(crate) async fn asset(PathPart(file): PathPart) -> Result<Response, Problem> {
    if file == "kinds.json" {
        // What types are called, as in reconciliation.
        let kinds = KINDS.iter().map(|kind| (kind.id, kind.name));
        return Ok(axum::Json(kinds.collect::<BTreeMap<_, _>>()).into_response());
    }
    let mut files = files().into_iter();
    let Some((_, kind, text)) = files.find(|(name, _, _)| *name == file) else {
        return Err(Problem::not_found(format!("there is no file {file:?}")));
    };
    let cache = HeaderValue::from_static("max-age=3600");
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, cache),
    ];
    Ok((headers, text).into_response())
}

/// `GET /attribution`
pub(crate) async fn attribution() -> Response {
    ([(header::CONTENT_TYPE, TEXT)], toponym::ATTRIBUTION).into_response()
}

/// A page of this title two levels below the root, which may stand in a frame.
pub(crate) fn framed(title: &str, body: &str) -> Response {
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n\
         <link rel=\"stylesheet\" href=\"../assets/style.css\">\n</head>\n\
         <body class=\"card\">\n{body}<footer><a href=\"../attribution\">Sources of the data</a>\
         </footer>\n</body>\n</html>\n",
        Escaped(title)
    );
    html(page, FRAMED_POLICY)
}

fn html(page: String, policy: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HTML),
        (header::CONTENT_SECURITY_POLICY, policy),
    ];
    (headers, page).into_response()
}
