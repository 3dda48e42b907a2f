//! Places that no gazetteer holds, told by what they are: شارع الحمراء, مستشفى رفيق الحريري.
//!
//! They are what stands behind the word for a site ([`site_names`]).

use crate::analysis::token::Tokens;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::span::leading_head;
use crate::mention::span::leading_head::Head;
use crate::text::style::TextStyle;

/// A place without an entry.
pub(crate) struct UnlistedSite {
    pub head: Head,
    /// The words of its name.
    pub first: usize,
    pub last: usize,
}

/// The place whose name begins at a word, if a word for it stands before; `listed` are the names
/// of the gazetteer that begin there and that are not meant as such.
pub(crate) fn detect(
    tokens: &Tokens,
    at: usize,
    floor: usize,
    listed: &[DictionaryMatch],
    style: TextStyle,
) -> Option<UnlistedSite> {
    let head = leading_head::head(tokens, at, floor)?;
    let whole = listed.iter().filter(|found| found.start.is_none());
    let last = whole.map(|found| found.last).max();
    Some(UnlistedSite {
        head,
        first: at,
        last: leading_head::name_end(tokens, head, last, style)?,
    })
}
