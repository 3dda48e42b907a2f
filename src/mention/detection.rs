//! What the stages of reading hand on: a name found in the text, with all that was found at it.

use crate::mention::context::feature_words::Around;
use crate::mention::feature::Signs;
use crate::mention::lookup::dictionary_match::Match;
use crate::mention::lookup::name_entry::Sense;
use crate::mention::token::Words;

/// A name found in the text, with all that was found at it.
pub(crate) struct Sighting {
    pub found: Match,
    pub around: Around,
    pub names: Vec<Sense>,
    /// How it is spelled, normalized.
    pub written: String,
    /// The word that makes the name one of a group: مجموعة مينسك.
    pub group: Option<usize>,
    /// What spoke for it, if that was weighed, and how likely it is meant then.
    pub signs: Signs,
    pub likely: Option<u16>,
}

impl Sighting {
    /// A name within this one, which stands for it.
    pub fn shortened(
        &self,
        words: &Words,
        found: Match,
        around: Around,
        names: Vec<Sense>,
    ) -> Sighting {
        Sighting {
            found,
            around,
            names,
            written: found.written(words),
            group: self.group,
            signs: self.signs,
            likely: self.likely,
        }
    }
}
