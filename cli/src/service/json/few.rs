//! Lists of which no more is held than may be asked for, however many a client sends: a value of JSON that is two
//! letters long takes some thirty bytes once it is read.

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// The first values of a list, and how many it has.
#[derive(Debug)]
pub(crate) struct Few<T> {
    held: Vec<T>,
    count: usize,
}

/// Reads a list, and holds so many values.
pub(crate) struct AtMost<T> {
    most: usize,
    kind: PhantomData<T>,
}

impl<T> Few<T> {
    pub fn at_most(most: usize) -> AtMost<T> {
        let kind = PhantomData;
        AtMost { most, kind }
    }

    /// Those that are held.
    pub fn as_slice(&self) -> &[T] {
        &self.held
    }

    /// How many there are with those that are not held.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The values of a list that is being read.
    pub fn read<'de, A: SeqAccess<'de>>(mut list: A, most: usize) -> Result<Self, A::Error>
    where
        T: Deserialize<'de>,
    {
        let mut few = Few::default();
        while few.count < most {
            match list.next_element()? {
                Some(value) => few.held.push(value),
                None => return Ok(few),
            }
            few.count += 1;
        }
        while list.next_element::<IgnoredAny>()?.is_some() {
            few.count += 1;
        }
        Ok(few)
    }
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        let held = Vec::new();
        Few { held, count: 0 }
    }
}

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for AtMost<T> {
    type Value = Few<T>;

    fn deserialize<D: Deserializer<'de>>(self, list: D) -> Result<Few<T>, D::Error> {
        list.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for AtMost<T> {
    type Value = Few<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Few<T>, A::Error> {
        Few::read(list, self.most)
    }
}

/// Reads a list of a field, and holds so many values.
pub(crate) fn few<'de, const MOST: usize, D, T>(list: D) -> Result<Few<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Few::at_most(MOST).deserialize(list)
}

#[cfg(test)]
mod tests {
    use super::Few;
    use serde::de::DeserializeSeed;

    fn read(json: &str) -> serde_json::Result<Few<String>> {
        Few::at_most(2).deserialize(&mut serde_json::Deserializer::from_str(json))
    }

    #[test]
    fn long_lists_are_counted_and_not_held() {
        for (json, held, count) in [
            ("[]", 0, 0),
            (r#"["a", "b"]"#, 2, 2),
            (r#"["a", "b", "c", 4, {}]"#, 2, 5),
        ] {
            let few = read(json).unwrap();
            assert_eq!((few.as_slice().len(), few.count()), (held, count), "{json}");
        }
        for json in ["{}", "[1]", r#"["a", "b", "c""#] {
            assert!(read(json).is_err(), "{json}");
        }
    }
}
