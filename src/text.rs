//! Letters and words of running text, whatever language it is in.

pub mod normalize;
pub(crate) mod script;
pub(crate) mod style;
pub mod transliterate;
