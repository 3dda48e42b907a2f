//! The bodies of requests, up to their limit.

use crate::service::problem::Problem;
use axum::BoxError;
use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};

/// Reads a body of at most so many bytes, which must be UTF-8.
pub(crate) async fn text(body: Body, limit: usize) -> Result<String, Problem> {
    let problem = |error: BoxError| match error.is::<LengthLimitError>() {
        true => {
            let detail = format!("the body is longer than {limit} bytes; send it in parts");
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body-too-large", detail)
        }
        false => Problem::bad_request("body-cut-off", format!("the body ends early: {error}")),
    };
    // Put together as it comes: a client may send each byte by itself, and frames that are kept take 32 bytes each.
    let mut body = Limited::new(body, limit);
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        if let Some(data) = frame.map_err(problem)?.data_ref() {
            bytes.extend_from_slice(data);
        }
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let detail = format!("the body is not UTF-8 from byte {at} on; convert it first");
        Problem::bad_request("not-utf-8", detail)
    })
}

/// The media type of the body, without its parameters; an encoding other than UTF-8 is refused.
pub(crate) fn media_type(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(value) = headers.get(header::CONTENT_TYPE) else {
        return Ok(None);
    };
    let value = value.to_str().unwrap_or_default().to_ascii_lowercase();
    let mut parts = value.split(';').map(str::trim);
    let kind = parts.next().unwrap_or_default().to_owned();
    let mut charsets = parts.filter_map(|part| part.strip_prefix("charset="));
    let is_other =
        |charset: &str| !matches!(charset.trim_matches('"'), "utf-8" | "utf8" | "us-ascii");
    match charsets.find(|charset| is_other(charset)) {
        Some(charset) => Err(unsupported(format!("charset={charset}: bodies are UTF-8"))),
        None => Ok(Some(kind)),
    }
}

/// A body of a kind that is not read.
pub(crate) fn unsupported(detail: String) -> Problem {
    Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "media-type", detail)
}
