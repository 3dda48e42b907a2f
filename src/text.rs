//! Letters and words, whatever language they are in: texts come in, normalized spellings and
//! properties of letters go out.
//!
//! - [`encoding`]: letters that a wrong encoding broke,
//! - [`normalize`]: one spelling for all ways of encoding and typing it, with the way back to the
//!   bytes of the original (decisions 2 and 13 of the design),
//! - [`script`]: the script of a letter,
//! - [`style`]: properties of a whole text that a word is read by (capitals, posts),
//! - [`transliterate`]: spellings in another script, by rule.

pub(crate) mod encoding;
pub(crate) mod normalize;
pub(crate) mod offsets;
pub(crate) mod script;
pub(crate) mod style;
pub(crate) mod transliterate;
