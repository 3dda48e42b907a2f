//! What the tokens around a name say of it.

pub(crate) mod feature_words;
pub(crate) mod list;
pub(crate) mod misspelled;
pub(crate) mod neighbor;
