//! A name: one spelling that somebody uses for a place.
//!
//! A place has many names and a name may belong to many places; nothing here decides between
//! them. Names are given from every side: what one tradition calls former another may call
//! official, and the kind says so rather than leaving one of them out.

use crate::model::language::Language;

use crate::error::{Error, Result};
use crate::model::place_id::PlaceId;
use std::fmt;

/// One name of one place, as a gazetteer's tables give it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Name {
    /// The place it names.
    pub place: PlaceId,
    /// The spelling.
    pub text: String,
    /// The language it is written in.
    pub language: Language,
    /// How the name stands to the place.
    pub kind: NameKind,
    /// Where the name comes from, as `data/README.md` explains.
    #[cfg_attr(feature = "serde", serde(default))]
    pub source: String,
}

impl Name {
    /// Maximum length in bytes of a spelling, and of a text that says where something comes from:
    /// GeoNames' longest names have 400 letters. An index is not built with longer ones.
    pub const MAX_LEN: usize = 4096;

    /// A name of unknown source.
    pub fn new(
        place: PlaceId,
        text: impl Into<String>,
        language: Language,
        kind: NameKind,
    ) -> Self {
        Name {
            place,
            text: text.into(),
            language,
            kind,
            source: String::new(),
        }
    }

    /// Whether the spelling was made by a rule of whoever made the table, and nobody is known to
    /// have written it: a name of kind [`NameKind::Generated`], or one whose source is `rule`.
    ///
    /// ```
    /// use toponym::{Name, NameKind};
    /// let mut name = Name::new("gn:3".parse()?, "Гүмрү", "az-Cyrl".parse()?, NameKind::Preferred);
    /// assert!(!name.is_generated());
    /// name.source = "rule".to_owned();
    /// assert!(name.is_generated());
    /// # Ok::<(), toponym::Error>(())
    /// ```
    pub fn is_generated(&self) -> bool {
        is_generated(self.kind, &self.source)
    }
}

/// The source of spellings that a rule made.
const RULE: &str = "rule";

/// Whether a name of this kind and source was made by rule.
pub(crate) fn is_generated(kind: NameKind, source: &str) -> bool {
    kind == NameKind::Generated || source == RULE
}

/// How a name stands to its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum NameKind {
    /// The usual name in its language, the one to show.
    Preferred,
    /// The long form of treaties and letterheads.
    Official,
    /// Another spelling or form of the same name.
    Variant,
    /// The name of another tradition: Stepanakert beside Khankendi.
    Parallel,
    /// No longer in official use: Leninakan, Kirovabad.
    Former,
    /// Slang, nicknames.
    Colloquial,
    /// Initials and other short forms that only a table can know.
    Abbreviation,
    /// Made by rule where nobody is known to have written it.
    Generated,
}

impl NameKind {
    /// Every kind, the most trusted first.
    pub const ALL: [NameKind; 8] = [
        NameKind::Preferred,
        NameKind::Official,
        NameKind::Variant,
        NameKind::Parallel,
        NameKind::Former,
        NameKind::Colloquial,
        NameKind::Abbreviation,
        NameKind::Generated,
    ];

    /// The word that tables use for it.
    pub fn as_str(self) -> &'static str {
        match self {
            NameKind::Preferred => "preferred",
            NameKind::Official => "official",
            NameKind::Variant => "variant",
            NameKind::Parallel => "parallel",
            NameKind::Former => "former",
            NameKind::Colloquial => "colloquial",
            NameKind::Abbreviation => "abbreviation",
            NameKind::Generated => "generated",
        }
    }
}

impl fmt::Display for NameKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for NameKind {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        NameKind::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| {
                let reason = "expected preferred, official, variant, parallel, former, colloquial, \
                          abbreviation or generated";
                Error::invalid("kind of name", text, reason)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_parse_what_they_print() {
        for kind in NameKind::ALL {
            assert_eq!(kind.to_string().parse::<NameKind>().unwrap(), kind);
        }
        assert!("Preferred".parse::<NameKind>().is_err());
    }
}
