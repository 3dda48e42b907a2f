//! What may be written together with a name: clitics and the article before it, case endings
//! after it; and the endings that make another word of it.
//!
//! Nothing here knows names. These are readings; a reading counts only if what is left is a
//! name, the one that takes least off counts first, and a word that is a name as it stands is
//! left whole (باكو, لاتشين). Words are given in normalized letters.

pub(crate) mod apostrophe;
pub(crate) mod derivation;
pub(crate) mod proclitic;
pub(crate) mod suffix;

pub(crate) use crate::lang::affix::apostrophe::{is_apostrophe, is_ending, split_ending};
pub(crate) use crate::lang::affix::derivation::{is_derived, looks_derived};
pub(crate) use crate::lang::affix::proclitic::{
    ProcliticSplit, beginnings, beginnings_of, proclitic_splits,
};
pub(crate) use crate::lang::affix::suffix::{
    SuffixSplit, has_suffixes, inner_suffix_splits, is_in, is_in_or_from, suffix, suffix_splits,
};
