//! What stands at a place in JSON, for messages: as much of it as a message shows, and nothing else of a text that may
//! be long.

use crate::service::params::MAX_SHOWN;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use serde_path_to_error::{Path, Segment};
use std::fmt;

/// The place that a path leads to, as it is called in messages, and the value there; none if the JSON does not
/// have it.
pub(crate) fn located(json: &str, path: &Path) -> Option<(String, Value)> {
    let mut called = String::new();
    let path: Vec<&Segment> = path
        .iter()
        // Beyond are the ways to read one value.
        .take_while(|segment| matches!(segment, Segment::Map { .. } | Segment::Seq { .. }))
        .collect();
    for segment in &path {
        match segment {
            Segment::Map { key } => {
                if !called.is_empty() {
                    called.push('.');
                }
                called.extend(key.chars().take(MAX_SHOWN));
            }
            Segment::Seq { index } => called.push_str(&format!("[{index}]")),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    let mut reader = serde_json::Deserializer::from_str(json);
    let value = Inside { path: &path }.deserialize(&mut reader);
    Some((called, value.ok().flatten()?))
}

/// Reads a value of a field, which may be anything and is shown where it is wrong; none of `null`.
pub(crate) fn any<'de, D: Deserializer<'de>>(json: D) -> Result<Option<Value>, D::Error> {
    let mut left = MAX_SHOWN;
    let value = Begin { left: &mut left }.deserialize(json)?;
    Ok(Some(value).filter(|value| !value.is_null()))
}

/// Reads what stands at a path.
#[derive(Clone, Copy)]
struct Inside<'p> {
    path: &'p [&'p Segment],
}

impl<'de> DeserializeSeed<'de> for Inside<'_> {
    type Value = Option<Value>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Option<Value>, D::Error> {
        match self.path.is_empty() {
            true => {
                let mut left = MAX_SHOWN;
                Begin { left: &mut left }.deserialize(json).map(Some)
            }
            false => json.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for Inside<'_> {
    type Value = Option<Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("what the path leads through")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<Value>, A::Error> {
        let Some((Segment::Map { key }, path)) = self.path.split_first() else {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(None);
        };
        let mut found = None;
        while let Some(here) = map.next_key::<String>()? {
            match here == *key {
                true => found = map.next_value_seed(Inside { path })?,
                false => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(found)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Option<Value>, A::Error> {
        let (mut found, mut at) = (None, 0);
        loop {
            let path = match self.path.split_first() {
                Some((Segment::Seq { index }, path)) if *index == at => Some(path),
                _ => None,
            };
            match path {
                Some(path) => match list.next_element_seed(Inside { path })? {
                    Some(value) => found = value,
                    None => return Ok(found),
                },
                None if list.next_element::<IgnoredAny>()?.is_none() => return Ok(found),
                None => {}
            }
            at += 1;
        }
    }
}

/// Reads the first values within a value: a value has a letter at least.
struct Begin<'l> {
    left: &'l mut usize,
}

impl<'de> DeserializeSeed<'de> for Begin<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Value, D::Error> {
        *self.left = self.left.saturating_sub(1);
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Begin<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(truth.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while *self.left > 0 {
            let left = &mut *self.left;
            match list.next_element_seed(Begin { left })? {
                Some(value) => values.push(value),
                None => return Ok(values.into()),
            }
        }
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(values.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut values = Map::new();
        while *self.left > 0 {
            let Some(key) = map.next_key()? else {
                return Ok(values.into());
            };
            let left = &mut *self.left;
            values.insert(key, map.next_value_seed(Begin { left })?);
        }
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(values.into())
    }
}

#[cfg(test)]
mod tests {
    use super::Begin;
    use crate::service::json::shown;
    use serde::de::DeserializeSeed;
    use serde_json::Value;

    fn begin(json: &str) -> Value {
        let mut left = 80;
        let mut reader = serde_json::Deserializer::from_str(json);
        Begin { left: &mut left }.deserialize(&mut reader).unwrap()
    }

    #[test]
    fn no_more_of_a_value_is_held_than_is_shown() {
        for part in ["0,", "[],", "[[[0]],{}],", "{\"a\":[null,1.5]},", "\"a\","] {
            let long = format!("[{}0]", part.repeat(1000));
            let all: Value = serde_json::from_str(&long).unwrap();
            let begun = begin(&long);
            assert_eq!(shown(&begun), shown(&all), "{part}");
            assert!(begun.as_array().unwrap().len() <= 80, "{part}");
        }
        let short = r#"{"a":[1,-1,true,null,"x",{}]}"#;
        assert_eq!(begin(short).to_string(), short);
    }
}
