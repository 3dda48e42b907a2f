//! Stage 5, classify: how likely it is that an accepted match refers to a place, by its features.
//!
//! In: a match with what the filter accepted of it. Out: a [`Classification`].
//!
//! The weights are a table, `data/mention_weights.csv`, which `tools/src/bin/learn_mentions` makes of
//! texts in which people marked the places. A mention's weight is the sum of those of its features;
//! `data/mention_scores.csv` says which share of the mentions of a weight were places, in
//! thousandths, and that is the mention's confidence.
//!
//! - `features`: the features of a match. (The set of them: `mention::feature`.)
//! - `weights`: the two tables.

#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(crate) mod compile;
mod features;
mod weights;

use crate::mention::context::discourse::Discourse;
use crate::mention::feature::Cues;
use crate::mention::filter::Accepted;
use crate::mention::filter::name_filter::NameFilter;

/// What the classifier made of a match.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Classification {
    pub cues: Cues,
    /// Share of places among the mentions of the same weight, in thousandths.
    pub confidence: u16,
}

/// Minimum confidence of a match that the rules accept: little, since they know more than the
/// features.
const MIN_ACCEPTED: u16 = 250;

/// Minimum confidence of a match of which only the features tell: more than an even chance.
const MIN_LOW_CONFIDENCE: u16 = 600;

impl Classification {
    /// Whether the match is likelier no place.
    pub fn is_unlikely(self, accepted: &Accepted) -> bool {
        self.confidence
            < match accepted.low_confidence {
                true => MIN_LOW_CONFIDENCE,
                false => MIN_ACCEPTED,
            }
    }
}

/// Classifies a match that the rules accept.
pub(crate) fn classify(
    rules: &NameFilter<'_>,
    accepted: &Accepted,
    discourse: &Discourse,
) -> Classification {
    let cues = features::features(rules, accepted, discourse);
    Classification {
        cues,
        confidence: weights::confidence(cues),
    }
}
