//! What is wrong with a request, as "problem details" (RFC 9457).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::fmt::Display;
use std::time::Duration;

/// A request that is not answered, and why.
#[derive(Debug)]
pub(crate) struct Problem {
    status: StatusCode,
    /// A word for programs, which stays the same.
    code: &'static str,
    /// For people: what is wrong and what to do.
    detail: String,
}

#[derive(Serialize)]
struct Details<'a> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: &'a str,
    code: &'static str,
}

impl Problem {
    pub fn new(status: StatusCode, code: &'static str, detail: impl Display) -> Self {
        Problem {
            status,
            code,
            detail: detail.to_string(),
        }
    }

    /// A parameter or a field that cannot be understood.
    pub fn bad_request(code: &'static str, detail: impl Display) -> Self {
        Problem::new(StatusCode::BAD_REQUEST, code, detail)
    }

    /// What is asked for is not there.
    pub fn not_found(detail: impl Display) -> Self {
        Problem::new(StatusCode::NOT_FOUND, "not-found", detail)
    }

    /// A request that took longer than this.
    pub fn timeout(time: Duration) -> Self {
        let detail = format!("not sent and answered within {} s", time.as_secs());
        Problem::new(StatusCode::REQUEST_TIMEOUT, "timeout", detail)
    }

    /// A fault of the program.
    pub fn fault() -> Self {
        let detail = "the service has a fault; the log says more";
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "fault", detail)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let details = Details {
            r#type: "about:blank",
            title: self.status.canonical_reason().unwrap_or("Error"),
            status: self.status.as_u16(),
            detail: &self.detail,
            code: self.code,
        };
        let body = serde_json::to_vec(&details).unwrap_or_default();
        let mut response = (self.status, body).into_response();
        let headers = response.headers_mut();
        let kind = HeaderValue::from_static("application/problem+json");
        headers.insert(header::CONTENT_TYPE, kind);
        match self.status {
            StatusCode::TOO_MANY_REQUESTS => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
            }
            // What is left of the request is not read.
            StatusCode::REQUEST_TIMEOUT | StatusCode::PAYLOAD_TOO_LARGE => {
                headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
            }
            _ => {}
        }
        response
    }
}
