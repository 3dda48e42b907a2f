//! Stage 5, classify: how likely it is that an accepted match refers to a place, by its features.
//!
//! In: a match with what the filter accepted of it. Out: a [`Classification`].
//!
//! What was learned are tables, which `tools/src/bin/learn_mentions` makes of texts in which people
//! marked the places: a model for each language that there were such texts of, and one for posts
//! (`data/mention_models.csv`). A mention's weight is the sum of those of its features
//! (`mention_weights.csv`); `mention_scores.csv` says which share of the mentions of a weight were places,
//! in thousandths, and that is the mention's confidence.
//!
//! - `told`: the features of mentions that are no match of the dictionary.
//! - `features`: the features of a match. (The set of them and the tables: `mention::feature`.)

mod features;
pub(crate) mod told;

use crate::mention::context::discourse::Discourse;
use crate::mention::feature::Cues;
use crate::mention::feature::model::Model;
use crate::mention::filter::Accepted;
use crate::mention::filter::name_filter::NameFilter;

/// What the classifier made of a match.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Classification {
    pub cues: Cues,
    /// Share of places among the mentions of the same weight, in thousandths.
    pub confidence: u16,
}

impl Classification {
    /// Whether the match is likelier no place.
    pub fn is_unlikely(self, model: Model, accepted: &Accepted) -> bool {
        self.confidence
            < match accepted.low_confidence {
                true => model.min_doubtful(),
                false => model.min_accepted(),
            }
    }
}

/// Classifies a match that the rules accept.
pub(crate) fn classify(
    model: Model,
    rules: &NameFilter<'_>,
    accepted: &Accepted,
    discourse: &Discourse,
) -> Classification {
    let cues = features::features(rules, accepted, discourse);
    Classification {
        cues,
        confidence: model.confidence(cues),
    }
}
