//! Plain values, which all other layers hand on: they are parsed and checked when they are
//! constructed, and cannot fail after that (decision 11 of the design).
//!
//! - [`place`], [`name`] with their [`place_id`], [`feature`], [`country`], [`coordinates`],
//!   [`language`], [`source`]: what a gazetteer holds,
//! - [`score`], [`status`], [`evidence`], [`edit_op`], [`relation`]: what an answer says of a place,
//!   and why.

pub(crate) mod coordinates;
pub(crate) mod country;
pub(crate) mod edit_op;
pub(crate) mod evidence;
pub(crate) mod feature;
pub(crate) mod language;
pub(crate) mod name;
pub(crate) mod place;
pub(crate) mod place_id;
pub(crate) mod relation;
pub(crate) mod score;
pub(crate) mod source;
pub(crate) mod span;
pub(crate) mod status;
