//! Names that the filter rejects and that a place of the text a short way off makes ones all the same.

use crate::mention::classify::classify;
use crate::mention::context::inner_name::InnerNames;
use crate::mention::detection::NameDetection;
use crate::mention::filter::Accepted;
use crate::mention::filter::containing_entity::containing_entity;
use crate::mention::filter::name_filter::NameFilter;
use crate::mention::filter::name_filter::near::lead;
use crate::mention::lookup::Passage;
use crate::mention::pipeline::Pipeline;

impl Pipeline<'_, '_> {
    /// The first of the names that begin at a token that is near a place of the text; tokens before
    /// `first_free` belong to other mentions.
    pub(super) fn name_near(
        &mut self,
        passage: Passage<'_>,
        at: usize,
        first_free: usize,
    ) -> Option<Box<NameDetection>> {
        let names = passage.names.at(at).iter();
        for found in names.take(MAX_NAMES) {
            // Nothing leads to most.
            if lead(passage, &self.discourse, found).is_none() {
                continue;
            }
            let mut matched = self.context_match(passage, found, first_free);
            matched.read(self.index, &mut self.entries);
            let rules = NameFilter::new(passage, self.options.style, &self.entries, &matched);
            let names = rules.near(self.index, &self.discourse);
            if names.is_empty() {
                continue;
            }
            let context = matched.context.fitting(&names);
            if containing_entity(passage, found, &context, &names, rules.style).is_some() {
                return None;
            }
            let accepted = Accepted {
                names,
                namesakes: Vec::new(),
                context,
                spelling: found.spelling(passage.tokens),
                group: None,
                low_confidence: false,
            };
            let model = rules.model();
            let classification =
                model.map(|model| classify(model, &rules, &accepted, &self.discourse));
            let least = self.options.min_confidence.unwrap_or(0);
            if classification.is_some_and(|c| c.confidence < least) {
                return None;
            }
            let inner = InnerNames::of(self.index, &mut self.entries, passage, found, first_free);
            return Some(Box::new(NameDetection {
                matched,
                inner,
                accepted,
                classification,
            }));
        }
        None
    }
}

/// Maximum number of names at one token that are looked at.
const MAX_NAMES: usize = 8;
