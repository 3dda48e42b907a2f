//! JSON that clients send: what is wrong with it is said with the place in it, what stands there, and what is
//! expected instead.

use crate::service::params::MAX_SHOWN;
use crate::service::problem::Problem;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

/// Reads JSON, which the message for who sent it calls by this name.
pub(crate) fn read<T: DeserializeOwned>(name: &str, json: &str) -> Result<T, Problem> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let read = serde_path_to_error::deserialize(&mut reader);
    let value = read.map_err(|error| {
        let at = located(json, error.path());
        bad(name, at, error.inner())
    })?;
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

/// The place that a path leads to, as it is called in messages, and the value there; none if the JSON does not
/// have it.
fn located(json: &str, path: &Path) -> Option<(String, Value)> {
    let mut value: Value = serde_json::from_str(json).ok()?;
    let mut called = String::new();
    for segment in path {
        value = match segment {
            Segment::Map { key } => {
                if !called.is_empty() {
                    called.push('.');
                }
                called.extend(key.chars().take(MAX_SHOWN));
                value.get_mut(key)?.take()
            }
            Segment::Seq { index } => {
                called.push_str(&format!("[{index}]"));
                value.get_mut(index)?.take()
            }
            // Beyond are the ways to read one value.
            Segment::Enum { .. } | Segment::Unknown => break,
        };
    }
    Some((called, value))
}
