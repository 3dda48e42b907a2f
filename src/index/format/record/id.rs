//! Ids of places.

use crate::index::format::text::text;
use crate::model::place_id::{Authority, PlaceId};

/// An id in 64 bits, ordered as ids are: the authority in the four highest, below it the number,
/// or where the slug begins in the section of slugs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::index) struct PackedId(u64);

impl PackedId {
    /// What is read where no id is: `gn:0`.
    pub const MISSING: PackedId = PackedId(0);

    /// Maximum number of an id in an index.
    pub const MAX_NUMBER: u64 = (1 << 60) - 1;

    /// The id of a number or, for [`Authority::Local`], of the start of a slug.
    pub fn new(authority: Authority, number: u64) -> Option<PackedId> {
        (number <= Self::MAX_NUMBER).then_some(PackedId((authority as u64) << 60 | number))
    }

    pub fn read(bytes: &[u8]) -> PackedId {
        PackedId(
            bytes
                .first_chunk()
                .map_or(0, |bytes| u64::from_le_bytes(*bytes)),
        )
    }

    pub fn to_bytes(self) -> [u8; 8] {
        self.0.to_le_bytes()
    }

    /// Where the slug begins, if the id is one.
    pub fn slug(self) -> Option<u64> {
        (self.0 >> 60 >= Authority::Local as u64).then_some(self.0 & Self::MAX_NUMBER)
    }

    /// The same id with another number for its slug, if it has one.
    pub fn map_slug(self, map: impl Fn(u64) -> u64) -> PackedId {
        match self.slug() {
            Some(slug) => PackedId(self.0 - slug + map(slug)),
            None => self,
        }
    }

    /// Whether both come from one authority that numbers places.
    pub fn same_authority(self, other: PackedId) -> bool {
        self.0 >> 60 == other.0 >> 60 && self.slug().is_none()
    }

    /// The id; `gn:0`, which no place has, if the bytes are damaged.
    pub fn unpack(self, slugs: &[u8]) -> PlaceId {
        let number = self.0 & Self::MAX_NUMBER;
        let id = match self.0 >> 60 {
            0 => Some(PlaceId::geonames(number)),
            1 => Some(PlaceId::numbered(Authority::Wikidata, number)),
            2 => Some(PlaceId::numbered(Authority::WhosOnFirst, number)),
            _ => text(slugs, number).parse().ok(),
        };
        id.unwrap_or(PlaceId::geonames(0))
    }
}
