//! Letters and words of running text, whatever language it is in.

pub(crate) mod normalize;
pub(crate) mod offsets;
pub(crate) mod script;
pub(crate) mod style;
pub(crate) mod transliterate;
