//! Analysis of words, of a query as of a text, by their letters and the tables of words alone: no
//! name is looked up here.

pub(crate) mod demonym;
pub(crate) mod neighbor;
pub(crate) mod ordinary;
pub(crate) mod policy;
pub(crate) mod preposition;
pub(crate) mod split;
pub(crate) mod token;
pub(crate) mod trigger;
