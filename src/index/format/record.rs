//! The records that sections are made of.
//!
//! Reading gives what the bytes say, right or not; where a value must be inside some range,
//! whoever uses it checks it. Bytes that are not there read as [`PlaceRecord::MISSING`] or the
//! like.

mod id;
mod name;
mod place;
mod point;

pub(in crate::index) use crate::index::format::record::id::PackedId;
pub(in crate::index) use crate::index::format::record::name::{NameRecord, TagRecord};
pub(in crate::index) use crate::index::format::record::place::{
    ConcordanceRecord, FeatureRecord, OriginRecord, PlaceRecord,
};
#[cfg(feature = "build")]
pub(in crate::index) use crate::index::format::record::place::{coordinates, units};
pub(in crate::index) use crate::index::format::record::point::{
    BoxRecord, ClassSet, CountrySet, PointRecord,
};

/// Stands for "none" where a number of a place could stand.
pub(in crate::index) const NONE: u32 = u32::MAX;

/// The largest number that 40 bits hold.
const MAX_U40: u64 = (1 << 40) - 1;

/// Reads record `number` of a section.
pub(in crate::index) fn record<const LEN: usize>(
    section: &[u8],
    number: usize,
) -> Option<&[u8; LEN]> {
    section.get(number.checked_mul(LEN)?..)?.first_chunk()
}

/// Number `position` of a section of u32.
pub(in crate::index) fn number(section: &[u8], position: usize) -> Option<u32> {
    record(section, position).map(|bytes| u32::from_le_bytes(*bytes))
}

fn u24_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], 0])
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

fn u40_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(bytes[at + 4]) << 32
}
