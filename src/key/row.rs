//! A row of a fold table.

/// A letter that names are keyed by, and the letters that fold to it besides itself.
pub(super) type FoldRow = (char, &'static str);
