//! How far a mention reaches: the name within a longer one, the head that is a part of it, sites that no gazetteer holds.

pub(crate) mod core;
pub(crate) mod extent;
pub(crate) mod leading_head;
pub(crate) mod trailing_head;
pub(crate) mod unlisted;
