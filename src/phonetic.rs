//! Names by their sound: phonetic keys that all scripts share, the sounds of a name, and the parts of names that are translated rather than heard.

pub(crate) mod generic;
pub(crate) mod phonetic_key;
pub(crate) mod sound;
