//! Types whose serialized form is the text that they print and parse.

use crate::model::country::CountryCode;
use crate::model::feature::FeatureClass;
use crate::model::language::Language;
use crate::model::name::NameKind;
use crate::model::place_id::PlaceId;
use crate::model::status::Status;
use crate::query::max_edits::MaxEdits;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! as_text {
    ($($text:ty),+) => {$(
        impl Serialize for $text {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $text {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                // Owned text, since readers and values with escapes can lend none.
                String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }
    )+};
}

as_text!(
    PlaceId,
    Language,
    CountryCode,
    FeatureClass,
    NameKind,
    MaxEdits,
    Status
);
