//! `/v1`: the questions of the command, asked by URL, answered by the contract of `docs/output.md`.

mod chunks;
pub(crate) mod nearest;
pub(crate) mod place;
pub(crate) mod resolve;
pub(crate) mod scan;

use crate::args::{DestinationOption, OutputOptions};
use crate::gazetteer;
use crate::output::format::Format;
use crate::service::limits::NamesBeside;
use crate::service::negotiation::media_type;
use crate::service::params::{Params, bad};
use crate::service::problem::Problem;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use toponym::{CountryCode, Resolver};

/// What is told of answers, and how.
fn output_options(params: &Params, format: Format) -> Result<OutputOptions, Problem> {
    Ok(OutputOptions {
        format,
        explain: params.flag("explain")?,
        name_language: params.read_listed("name_language")?,
        destination: DestinationOption { output: None },
    })
}

/// The countries of the parameter `country`, each by name or code.
fn countries(
    params: &Params,
    resolver: &Resolver,
    bounds: NamesBeside,
) -> Result<Vec<CountryCode>, Problem> {
    let named = params.listed("country")?.into_iter().map(|text| {
        bounds.check("country", text)?;
        gazetteer::country(resolver, text).map_err(|error| bad("country", error))
    });
    named.collect()
}

/// An answer that was written in this format.
fn respond(format: Format, body: impl IntoResponse) -> Response {
    let mut response = body.into_response();
    let kind = HeaderValue::from_static(media_type(format));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, kind);
    // The answer to a question depends on what is accepted.
    headers.insert(header::VARY, HeaderValue::from_static("accept"));
    response
}

/// What is written cannot fail, except by a fault of the program.
pub(super) fn unwritten(error: impl std::fmt::Display) -> Problem {
    tracing::error!(%error, "an answer could not be written");
    Problem::fault()
}
