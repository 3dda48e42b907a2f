//! What is believed of the words around a name: more in a query than in a text.

use crate::lang::lexicon::Requirement;

/// What of the analysis counts where words are read.
///
/// Whoever asks for a name says that there is one; a text is full of words that only look like
/// names, and like what stands at names.
///
/// | | query | text | reason |
/// |---|---|---|---|
/// | `suffix_without_mark` | yes | no | *Bakı da* may be typed for *Bakı'da*; in a text *da* is a word |
/// | `definite_triggers` | yes | no | behind المنطقة a text has adjectives: المنطقة التجارية |
/// | `trigger_proclitics` | yes | no | all of a query is accounted for; of a text the words that tell |
/// | `min_requirement` | feature word | evidence | who asks for سراب asks for the town; کتاب is a book even then |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Policy {
    /// Whether a word behind a blank may be an ending, as one behind a hyphen or an apostrophe.
    pub suffix_without_mark: bool,
    /// Whether a feature word with the Arabic article announces a name.
    pub definite_triggers: bool,
    /// Whether the proclitics of a feature word are evidence, as those of a name are.
    pub trigger_proclitics: bool,
    /// The least requirement of an ordinary word that a name has to meet.
    pub min_requirement: Requirement,
}

impl Policy {
    pub const QUERY: Policy = Policy {
        suffix_without_mark: true,
        definite_triggers: true,
        trigger_proclitics: true,
        min_requirement: Requirement::FeatureWord,
    };
    pub const TEXT: Policy = Policy {
        suffix_without_mark: false,
        definite_triggers: false,
        trigger_proclitics: false,
        min_requirement: Requirement::Evidence,
    };
}
