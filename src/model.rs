//! Plain values: places, names, languages, coordinates, scores and the evidence for an answer.

pub(crate) mod coordinates;
pub(crate) mod country;
pub(crate) mod edit_op;
pub(crate) mod evidence;
pub(crate) mod feature;
pub(crate) mod language;
pub(crate) mod name;
pub(crate) mod place;
pub(crate) mod place_id;
pub(crate) mod score;
pub(crate) mod span;
pub(crate) mod status;
