//! What the stages of reading hand on: a name found in the text, with all that was found at it.

use crate::analysis::token::Tokens;
use crate::mention::context::feature_words::Context;
use crate::mention::feature::Cues;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::NameEntry;

/// A name found in the text, with all that was found at it.
pub(crate) struct Detection {
    pub found: DictionaryMatch,
    pub context: Context,
    pub names: Vec<NameEntry>,
    /// How it is spelled, normalized.
    pub written: String,
    /// The word that makes the name one of a group: مجموعة مينسك.
    pub group: Option<usize>,
    /// What spoke for it, if that was weighed, and how likely it is meant then.
    pub cues: Cues,
    pub confidence: Option<u16>,
}

impl Detection {
    /// A name within this one, which stands for it.
    pub fn shortened(
        &self,
        tokens: &Tokens,
        found: DictionaryMatch,
        context: Context,
        names: Vec<NameEntry>,
    ) -> Detection {
        Detection {
            found,
            context,
            names,
            written: found.written(tokens),
            group: self.group,
            cues: self.cues,
            confidence: self.confidence,
        }
    }
}
