//! Names by their sound, for the last tier of the search: normalized names come in, in any of the
//! scripts that are keyed; phonetic keys, costs of phonetic alignment and generic parts go out.
//!
//! - [`phonetic_key`]: the consonants of a name that all scripts agree on, by which an index finds
//!   what no edit distance does (decision 6 of the design),
//! - [`sound`]: the cost of aligning two spellings letter by letter, which ranks what was found,
//! - [`generic`]: the parts of names that are translated rather than heard (Upper, New).
//!
//! A spelling that sounds alike never matches by that alone: what is found here is compared and
//! ranked before it is believed.

pub(crate) mod generic;
pub(crate) mod phonetic_key;
pub(crate) mod sound;
