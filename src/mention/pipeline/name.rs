//! Names of the index at a token: those that the filter accepts, and those that it rejects and that a place of
//! the text a short way off makes ones all the same.

use crate::mention::classify::{Classification, classify};
use crate::mention::context::ContextMatch;
use crate::mention::context::enumeration::Enumeration;
use crate::mention::context::inner_name::InnerNames;
use crate::mention::detection::NameDetection;
use crate::mention::filter::containing_entity::containing_entity;
use crate::mention::filter::name_filter::NameFilter;
use crate::mention::filter::name_filter::near::lead;
use crate::mention::filter::{Accepted, Outcome, filter};
use crate::mention::lookup::Passage;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::pipeline::Pipeline;
use crate::query::rule::Rule;

impl Pipeline<'_, '_> {
    /// A name of the dictionary with what stands beside it.
    #[inline]
    fn context_match(
        &mut self,
        passage: Passage<'_>,
        found: &DictionaryMatch,
        first_free: usize,
    ) -> ContextMatch {
        ContextMatch::of(
            self.index,
            &mut self.entries,
            passage,
            &self.discourse,
            found,
            first_free,
            self.options.country,
        )
    }

    /// The first of the names that begin at a token that is accepted.
    pub(super) fn name_at(
        &mut self,
        passage: Passage<'_>,
        at: usize,
        first_free: usize,
    ) -> Option<Box<NameDetection>> {
        let mut read = 0;
        for found in passage.names.at(at) {
            if read > MAX_READ {
                break;
            }
            let mut matched = self.context_match(passage, found, first_free);
            let style = self.options.style;
            if NameFilter::new(passage, style, &self.entries, &matched).rejects() {
                continue;
            }
            matched.read(self.index, &mut self.entries);
            read += matched.entry().len();
            if passage.rules.has(Rule::Enumerations) {
                let entries = &mut self.entries;
                matched.enumeration =
                    Enumeration::of(self.index, entries, passage, &self.discourse, found);
            }
            let rules = NameFilter::new(passage, style, &self.entries, &matched);
            let accepted = match filter(&rules, &mut self.discourse.clubs, &mut self.meant) {
                Outcome::Rejected => continue,
                Outcome::PartOfEntity => return None,
                Outcome::Accepted(accepted) => accepted,
            };
            let model = rules.model();
            let classified = model.map(|model| {
                let classified = classify(model, &rules, &accepted, &self.discourse);
                (classified, classified.is_unlikely(model, &accepted))
            });
            let (classification, is_unlikely) = classified.unzip();
            let is_unlikely = is_unlikely.unwrap_or(false);
            let leaves_out = passage.rules.has(Rule::Confidence) && !self.options.low_confidence;
            if is_unlikely && leaves_out {
                continue;
            }
            let least = self.options.min_confidence.unwrap_or(0);
            if classification.is_some_and(|c: Classification| c.confidence < least) {
                continue;
            }
            return Some(self.detected(passage, first_free, matched, accepted, classification));
        }
        match passage.rules.has(Rule::Near) {
            true => self.name_near(passage, at, first_free),
            false => None,
        }
    }

    /// The first of the names that begin at a token that is near a place of the text; tokens before
    /// `first_free` belong to other mentions.
    fn name_near(
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
            return Some(self.detected(passage, first_free, matched, accepted, classification));
        }
        None
    }

    /// A name that is accepted, with the shorter ones within it.
    fn detected(
        &mut self,
        passage: Passage<'_>,
        first_free: usize,
        matched: ContextMatch,
        accepted: Accepted,
        classification: Option<Classification>,
    ) -> Box<NameDetection> {
        let (index, entries) = (self.index, &mut self.entries);
        let inner = InnerNames::of(index, entries, passage, &matched.found, first_free);
        Box::new(NameDetection {
            matched,
            inner,
            accepted,
            classification,
        })
    }
}

/// Maximum number of names under the keys of a token of which the others are not looked at any more: those of a short word
/// with all of its affixes are some hundreds.
const MAX_READ: u32 = 8192;

/// Maximum number of names at one token that are looked at.
const MAX_NAMES: usize = 8;
