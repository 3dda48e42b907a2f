//! Where the API takes a value or a list of them.

use crate::service::json::few::Few;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{Deserialize, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess};
use serde::de::{Unexpected, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// A value, or a list of them, of which so many are held.
#[derive(Debug)]
pub(crate) enum OneOrMore<T, const MOST: usize> {
    More(Few<T>),
    One(T),
}

/// A cell of another column.
#[derive(Debug)]
pub(crate) enum Value {
    Text(String),
    Number(f64),
    Truth(bool),
    /// A cell that was reconciled before.
    Entity {
        id: String,
    },
}

impl<T, const MOST: usize> Default for OneOrMore<T, MOST> {
    fn default() -> Self {
        OneOrMore::More(Few::default())
    }
}

impl<T, const MOST: usize> OneOrMore<T, MOST> {
    /// All of them that are held.
    pub fn as_slice(&self) -> &[T] {
        match self {
            OneOrMore::More(all) => all.as_slice(),
            OneOrMore::One(one) => std::slice::from_ref(one),
        }
    }

    /// How many there are with those that are not held.
    pub fn count(&self) -> usize {
        match self {
            OneOrMore::More(all) => all.count(),
            OneOrMore::One(_) => 1,
        }
    }
}

impl<'de, T: Deserialize<'de>, const MOST: usize> Deserialize<'de> for OneOrMore<T, MOST> {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(OneOrMoreVisitor(PhantomData))
    }
}

struct OneOrMoreVisitor<T, const MOST: usize>(PhantomData<T>);

impl<'de, T: Deserialize<'de>, const MOST: usize> OneOrMoreVisitor<T, MOST> {
    /// A value that is no list.
    fn one<E: Error>(
        &self,
        value: impl Deserializer<'de, Error = E>,
        is: Unexpected<'_>,
    ) -> Result<OneOrMore<T, MOST>, E> {
        let read = T::deserialize(value).map(OneOrMore::One);
        read.map_err(|_| E::invalid_type(is, self))
    }
}

impl<'de, T: Deserialize<'de>, const MOST: usize> Visitor<'de> for OneOrMoreVisitor<T, MOST> {
    type Value = OneOrMore<T, MOST>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "a text (of a property a number, true, false or an object with an \"id\" too), or a list",
        )
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<Self::Value, E> {
        self.one(truth.into_deserializer(), Unexpected::Bool(truth))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        self.one(number.into_deserializer(), Unexpected::Signed(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        self.one(number.into_deserializer(), Unexpected::Unsigned(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        self.one(number.into_deserializer(), Unexpected::Float(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        self.one(StrDeserializer::new(text), Unexpected::Str(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(OneOrMore::One)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        Few::read(list, MOST).map(OneOrMore::More)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, true, false or an object with an \"id\"")
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Truth(truth))
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut found = None;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "id" => found = Some(map.next_value()?),
                _ => drop(map.next_value::<serde::de::IgnoredAny>()?),
            }
        }
        match found {
            Some(id) => Ok(Value::Entity { id }),
            None => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}
