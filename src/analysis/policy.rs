//! What is believed of the words around a name: less in a text than in a query.

/// What of the analysis counts where words are read.
///
/// Whoever asks for a name says that there is one; a text is full of words that only look like
/// names and like what stands at names.
///
/// | | query | text | reason |
/// |---|---|---|---|
/// | `suffix_without_mark` | yes | no | *Paris da* may be typed for *Paris'da*; a text has words between names |
/// | `definite_triggers` | yes | no | المنطقة before another word is *the area* in a text, a name's feature word in a query |
/// | `masculine_country_adjectives` | yes | no | ميلان الإيطالي is the club in a text |
/// | `prepositions` | stripped | context | *в Ереване* is asked for as it was copied; a text keeps its words |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Policy {
    /// Whether a word behind a blank may be an ending, as one behind a hyphen or an apostrophe.
    pub suffix_without_mark: bool,
}

impl Policy {
    pub const QUERY: Policy = Policy {
        suffix_without_mark: true,
    };
    pub const TEXT: Policy = Policy {
        suffix_without_mark: false,
    };
}
