//! Answers and what they show of an index, in the shape of their records: flat, with the keys and
//! the order of the command's JSON lines, to which new keys are only added at the end.

use crate::index::{NameRef, NearbyPlace, PlaceRef};
use crate::mention::Mention;
use crate::rank::candidate::Candidate;
use crate::resolution::Resolution;
use serde::{Serialize, Serializer};

impl Serialize for PlaceRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_summary().serialize(serializer)
    }
}

impl Serialize for NameRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_name().serialize(serializer)
    }
}

impl Serialize for NearbyPlace<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_record().serialize(serializer)
    }
}

impl Serialize for Candidate<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_record().serialize(serializer)
    }
}

impl Serialize for Resolution<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_record().serialize(serializer)
    }
}

impl Serialize for Mention<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_record().serialize(serializer)
    }
}
