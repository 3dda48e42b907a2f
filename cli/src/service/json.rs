//! JSON that clients send: what is wrong with it is said with the place in it, what stands there, and what is
//! expected instead.

pub(crate) mod few;
pub(crate) mod located;

use crate::service::json::located::located;
use crate::service::params::MAX_SHOWN;
use crate::service::problem::Problem;
use serde::de::{DeserializeOwned, DeserializeSeed};
use serde_json::Value;
use serde_path_to_error::Track;
use std::marker::PhantomData;

/// Reads JSON, which the message for who sent it calls by this name.
pub(crate) fn read<T: DeserializeOwned>(name: &str, json: &str) -> Result<T, Problem> {
    read_as(name, json, PhantomData)
}

/// The same, of what has to be told more to be read.
pub(crate) fn read_as<'j, S: DeserializeSeed<'j>>(
    name: &str,
    json: &'j str,
    what: S,
) -> Result<S::Value, Problem> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let mut track = Track::new();
    let tracked = serde_path_to_error::Deserializer::new(&mut reader, &mut track);
    let value = match what.deserialize(tracked) {
        Ok(value) => value,
        Err(error) => return Err(bad(name, located(json, &track.path()), &error)),
    };
    // What stands behind the value.
    reader.end().map_err(|error| bad(name, None, &error))?;
    Ok(value)
}

/// A value in a message, as much of it as shows which it is.
pub(crate) fn shown(value: &Value) -> String {
    let text = value.to_string();
    let mut letters = text.chars();
    let shown: String = letters.by_ref().take(MAX_SHOWN).collect();
    match letters.next() {
        Some(_) => shown + "..",
        None => shown,
    }
}

fn bad(name: &str, at: Option<(String, Value)>, error: &serde_json::Error) -> Problem {
    let why = error.to_string();
    let detail = match at {
        _ if !error.is_data() => format!("{name}: this is no JSON: {why}"),
        Some((path, value)) => {
            // The value is shown as it was sent instead of by its kind.
            let reason = match why.split_once(", expected ") {
                Some((begin, expected)) if begin.starts_with("invalid ") => {
                    format!("expected {expected}")
                }
                _ => why,
            };
            let path = if path.is_empty() { path } else { path + ": " };
            format!("{name}: {path}{}: {reason}", shown(&value))
        }
        None => format!("{name}: {why}"),
    };
    Problem::bad_request("bad-json", detail)
}
