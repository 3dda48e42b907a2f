//! Names and demonyms of the gazetteer that begin at a token, meant or not.

pub(crate) mod compound;
pub(crate) mod dictionary;
pub(crate) mod dictionary_match;
pub(crate) mod name_entry;
pub(crate) mod prominence;
