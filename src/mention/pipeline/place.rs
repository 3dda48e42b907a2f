//! The mention of a place that the index holds: what it may be ranked by, and how far it reaches.

use crate::analysis::policy::Policy;
use crate::analysis::token::Tokens;
use crate::analysis::trigger;
use crate::candidate::variant::QueryVariant;
use crate::key::KeySpace;
use crate::lang::lexicon::Role;
use crate::mention::context::feature_words::Context;
use crate::mention::context::list::ListTrigger;
use crate::mention::detection::Detection;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::pipeline::{Pipeline, RECENT};
use crate::mention::span::core::{core, narrowed, plain};
use crate::mention::span::extent::extent;
use crate::mention::span::leading_head;
use crate::mention::{Mention, MentionKind};
use crate::model::evidence::{ContextEvidence, StrippedAffix};
use crate::model::feature::FeatureClass;
use crate::rank::candidate::Candidate;
use crate::resolution::resolve::rank_candidates;

impl<'r, 't> Pipeline<'r, 't> {
    /// The mention of a place, and the word after it.
    pub(super) fn place(
        &mut self,
        tokens: &Tokens,
        detection: Detection,
        floor: usize,
    ) -> (Option<Mention<'r, 't>>, usize) {
        let (group, cues, confidence) = (detection.group, detection.cues, detection.confidence);
        let mut candidates = Vec::new();
        let index = self.index;
        let narrow = narrowed(index, &mut self.entries, tokens, &detection, floor);
        for detection in narrow.iter().chain([&detection]) {
            self.candidates(tokens, detection, &mut candidates);
        }
        let detection = narrow.unwrap_or(detection);
        let core = core(index, tokens, &detection);
        let whole = detection.found;
        let detection = plain(index, &mut self.entries, tokens, &detection).unwrap_or(detection);
        let mut resolution = rank_candidates(&self.query, candidates);
        let list = &tokens.list;
        let bare = whole.start.is_none_or(|start| start.is_only_article());
        let site = leading_head::head(tokens, whole.first, floor).filter(|head| {
            bare && detection.context.before.is_empty() && head.role != Role::Institution
        });
        // ولاية صحار: what is said to be a province is known as a town.
        let misfit =
            (bare && whole.space == KeySpace::Arabic && detection.context.before.is_empty())
                .then(|| trigger::before(tokens, whole.first, floor))
                .flatten()
                .filter(|word| {
                    let class = word.rule.class;
                    matches!(
                        class,
                        FeatureClass::Administrative | FeatureClass::Populated
                    )
                });
        for at in site.map(|head| head.at).into_iter().chain(group) {
            let written = self.text.get(tokens.range(at, at)).unwrap_or_default();
            resolution.note(&ContextEvidence::NamesGroup(written.to_owned()));
        }
        let Detection {
            found,
            context,
            names,
            ..
        } = detection;
        let (first, last) = (&list[found.first], &list[found.last]);
        let mut start = tokens.start_after(first, found.skip());
        let mut token = tokens.range(found.first, found.token_last());
        let mut phrase = token.clone();
        if let Some(core) = core {
            phrase.start = start;
            start = list[core].start;
            token.start = start;
        }
        let mut name = start..tokens.end_before(self.text, last, found.drop()).max(start);
        let mut part_end = 0;
        if let Some(extent) = extent(tokens, &found, &names, floor) {
            let (first, last) = (&list[extent.first], &list[extent.last]);
            name = first.start..tokens.end_before(self.text, last, extent.drop).max(start);
            token = tokens.range(extent.first, extent.last);
            phrase.start = first.start;
            part_end = extent.last;
        }
        if let Some(before) = context.before.first() {
            phrase.start = tokens.start_after(&list[before.first], before.skip);
        }
        if let Some(head) = site {
            phrase.start = tokens.start_after(&list[head.at], head.skip);
        } else if let Some(word) = misfit.filter(|word| !word.definite) {
            phrase.start = tokens.start_after(&list[word.first], word.skip);
        }
        let mut last = whole.token_last().max(part_end);
        if site.is_some() || misfit.is_some() || !context.before.is_empty() {
            last = leading_head::qualified(tokens, last);
        }
        if let Some(after) = context.after {
            last = last.max(after.last);
        }
        phrase.end = list[last].end;
        let next = last + 1;
        let kind = match found.end {
            Some(end) if end.adjective => MentionKind::Demonym,
            _ => MentionKind::Place,
        };
        let country = resolution.best().and_then(|best| best.place().country());
        if let Some(best) = resolution.best() {
            if self.recent.len() == RECENT {
                self.recent.pop_front();
            }
            self.recent.push_back(best.place().number());
        }
        let before = context.before.last();
        let list = before.and_then(|before| ListTrigger::of(tokens, before));
        self.list = list.or(context.list).map(|list| (list, phrase.end));
        if let Some(country) = country {
            self.last = Some((country, name.end));
        }
        self.done = phrase.end;
        let mention = Mention {
            text: self.text,
            name,
            token,
            phrase,
            kind,
            resolution,
            cues,
            confidence,
        };
        (Some(mention), next)
    }

    /// Adds the places that a sighting may mean.
    fn candidates(
        &self,
        tokens: &Tokens,
        detection: &Detection,
        candidates: &mut Vec<Candidate<'r>>,
    ) {
        let found = &detection.found;
        let stripped = self.stripped(tokens, found, &detection.context);
        let written = QueryVariant::new(detection.written.clone(), stripped);
        let names = detection.names.iter();
        let index = self.index;
        candidates.extend(names.map(|name| self.entries.candidate(index, name, &written)));
    }

    /// What was taken off, in the order of the text.
    fn stripped(
        &self,
        tokens: &Tokens,
        found: &DictionaryMatch,
        context: &Context,
    ) -> Vec<StrippedAffix> {
        let mut stripped = Vec::new();
        for trigger in &context.before {
            trigger.strip(tokens, self.text, &Policy::TEXT, &mut stripped);
        }
        found.affixed().strip(tokens, self.text, &mut stripped);
        if let Some(trigger) = context.after {
            trigger.strip(tokens, self.text, &Policy::TEXT, &mut stripped);
        }
        stripped.extend(context.list.as_ref().map(|list| list.stripped(self.text)));
        stripped
    }
}
