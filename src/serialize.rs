//! The `serde` feature, where a derive does not say it all.
//!
//! What is text to people is text here too, and what was checked when it was constructed is
//! checked again when it is read. Answers are written only, since they are views of an index,
//! in the shape that the JSON of the command `toponym` has.

pub(crate) mod answers;
pub(crate) mod text;

use crate::model::feature::{Feature, FeatureClass};
use crate::model::score::Score;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A [`Feature`] as class and code; the code is null when it is not known.
#[derive(Serialize, Deserialize)]
struct FeatureParts<S> {
    class: FeatureClass,
    code: Option<S>,
}

impl Serialize for Feature {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let code = Some(self.code()).filter(|code| !code.is_empty());
        let class = self.class();
        FeatureParts { class, code }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Feature {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let parts = FeatureParts::<String>::deserialize(deserializer)?;
        Feature::new(parts.class, &parts.code.unwrap_or_default()).map_err(D::Error::custom)
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let points = u16::deserialize(deserializer)?;
        let score = Score::from_points(points.into());
        if score.get() == points {
            Ok(score)
        } else {
            let expected = "a score from 0 to 1000";
            let found = serde::de::Unexpected::Unsigned(points.into());
            Err(D::Error::invalid_value(found, &expected))
        }
    }
}
