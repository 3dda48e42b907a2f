//! What is known of languages: word tables, affixes, and what writers confuse.

pub(crate) mod affix;
pub(crate) mod confusion;
pub(crate) mod endonym;
pub(crate) mod language;
pub(crate) mod lexicon;
pub(crate) mod surname;
