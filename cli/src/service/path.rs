//! What stands in the path of a request.

use crate::service::problem::Problem;
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;

/// The one part of a path that a route leaves open. What is wrong with it is a problem as anything else is.
pub(crate) struct PathPart(pub String);

impl<S: Send + Sync> FromRequestParts<S> for PathPart {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match Path::from_request_parts(parts, state).await {
            Ok(Path(part)) => Ok(PathPart(part)),
            Err(PathRejection::FailedToDeserializePathParams(_)) => {
                let detail = "what is percent-encoded in the path is not UTF-8";
                Err(Problem::bad_request("not-utf-8", detail))
            }
            // A route that has no such part.
            Err(error) => {
                tracing::error!(%error, "a path could not be read");
                Err(Problem::fault())
            }
        }
    }
}
