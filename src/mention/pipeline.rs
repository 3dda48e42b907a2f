//! The stages one after the other, for the tokens of a window: what is detected at each token, and
//! the mention that is made of it.

mod name;
mod respelled;
mod unlisted;

use crate::analysis::demonym::{DemonymMatch, demonym_at};
use crate::analysis::token::Tokens;
use crate::analysis::token::segmentation::HashtagPart;
use crate::analysis::trigger;
use crate::index::Index;
use crate::mention::Mention;
use crate::mention::classify::told::classify_told;
use crate::mention::context::case::case_of;
use crate::mention::context::discourse::Discourse;
use crate::mention::context::look_ups::SilentNames;
use crate::mention::context::told::{Telling, ToldAgain};
use crate::mention::detection::{Detection, NameDetection};
use crate::mention::disambiguation::candidates::Candidates;
use crate::mention::filter::name_or_demonym;
use crate::mention::lookup::Passage;
use crate::mention::lookup::compound::{self, CompoundPart};
use crate::mention::lookup::lattice::NameLattice;
use crate::mention::lookup::name_entry::{NameEntries, NameEntry};
use crate::mention::pipeline::unlisted::is_part;
use crate::mention::span::{leading_head, span};
use crate::model::country::CountryCode;
use crate::query::rule::{Rule, RuleSet};
use crate::text::style::TextStyle;
use std::collections::VecDeque;

/// How a text is read: what the caller asked for, and how the text is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ScanOptions {
    /// Whether places count that the index does not hold.
    pub unlisted: bool,
    /// Minimum confidence of a mention that is weighed, in thousandths.
    pub min_confidence: Option<u16>,
    /// Whether names count that are likelier no places.
    pub low_confidence: bool,
    /// The country that the text is about, if it is one: its small places count.
    pub country: Option<CountryCode>,
    pub style: TextStyle,
    pub rules: RuleSet,
}

/// Reads one text, a window after the other.
pub(crate) struct Pipeline<'r, 't> {
    pub index: &'r Index,
    text: &'t str,
    options: ScanOptions,
    /// What the index has under the keys that were asked for, cached.
    pub entries: NameEntries,
    /// The buffers of the lookup stage,
    names: NameLattice,
    /// and of the filter.
    meant: Vec<NameEntry>,
    discourse: Discourse,
}

impl<'r, 't> Pipeline<'r, 't> {
    pub fn new(
        index: &'r Index,
        text: &'t str,
        options: ScanOptions,
        entries: NameEntries,
        silent: SilentNames,
    ) -> Self {
        let mut discourse = Discourse::default();
        discourse.look_ups.known = silent;
        Pipeline {
            index,
            text,
            options,
            entries,
            names: NameLattice::default(),
            meant: Vec::new(),
            discourse,
        }
    }

    /// The names that sound like none of the index, for the next text.
    pub fn take_silent(&mut self) -> SilentNames {
        std::mem::take(&mut self.discourse.look_ups.known)
    }

    /// Adds the mentions of a window, but for its last `overlap` tokens, which only names may reach
    /// into.
    pub fn read(
        &mut self,
        tokens: &Tokens,
        overlap: usize,
        mentions: &mut VecDeque<Mention<'r, 't>>,
    ) {
        let mut names = std::mem::take(&mut self.names);
        names.fill(self.index, tokens, self.options.style.capitals);
        let passage = Passage {
            text: self.text,
            tokens,
            names: &names,
            rules: self.options.rules,
        };
        let end = tokens.list.len().saturating_sub(overlap);
        let mut detections = Vec::new();
        let mut first_free = 0;
        let mut at = 0;
        while at < end {
            self.entries.make_room();
            if self.options.style.posts {
                let entries = &mut self.entries;
                self.discourse
                    .read_hashtags(self.index, entries, passage, at);
            }
            if self.discourse.is_past(tokens.list[at].start) {
                at += 1;
                first_free = at;
                continue;
            }
            if names.is_idle(at)
                && self.told_again(passage, at).is_none()
                && !self.discourse.may_list_go_on(passage, at)
            {
                // Posts are read token by token for their hashtags, and so is what a list may go on with.
                let start = tokens.list[at].start;
                at = match self.options.style.posts || self.discourse.is_near_list(start, 0) {
                    true => at + 1,
                    false => names.first_active(at),
                };
                continue;
            }
            self.detect(passage, at, first_free, &mut detections);
            at += 1;
            for detection in detections.drain(..) {
                let (mention, next) = self.mention(passage, detection, first_free);
                mentions.extend(mention);
                (at, first_free) = (next, next);
            }
        }
        if let Some(last) = end.checked_sub(1).map(|last| &tokens.list[last]) {
            self.discourse.advance(last.end);
        }
        self.names = names;
    }

    /// Adds what is detected at a token; several things only if they are written together there.
    /// Tokens before `first_free` belong to other mentions.
    fn detect(
        &mut self,
        passage: Passage<'_>,
        at: usize,
        first_free: usize,
        detections: &mut Vec<Detection<'r>>,
    ) {
        let tokens = passage.tokens;
        if let Some(site) = self.quoted(passage, at) {
            return detections.push(Detection::TrailingHeadSite(site));
        }
        let site = self.trailing_head_site(passage, at);
        let name = self.name_at(passage, at, first_free);
        let (name, site) = match (name, site) {
            (Some(name), Some(site)) if is_part(tokens, &name, &site) => {
                (None, Some(self.standing_at(passage, &name, site)))
            }
            unchanged => unchanged,
        };
        let demonym = demonym_at(tokens, at);
        if name.is_none()
            && demonym.is_some()
            && self.options.unlisted
            && let Some(site) =
                leading_head::detect_definite(passage, at, first_free, self.options.style)
        {
            return detections.push(Detection::LeadingHeadSite(site));
        }
        match (name, demonym) {
            (Some(name), Some(demonym)) if !self.is_name(tokens, &name, &demonym) => {
                detections.push(self.demonym(demonym));
            }
            (Some(name), _) => detections.push(Detection::Name(name)),
            (None, demonym) => match (site, demonym) {
                (Some(site), _) => {
                    let listed = self.beside_feature_word(passage, at, first_free);
                    detections.push(listed.unwrap_or(Detection::TrailingHeadSite(site)));
                }
                (None, Some(demonym)) => detections.push(self.demonym(demonym)),
                (None, None) => self.without_name(passage, at, first_free, detections),
            },
        }
    }

    /// Adds what is detected at a token at which no name is accepted and no demonym begins.
    fn without_name(
        &mut self,
        passage: Passage<'_>,
        at: usize,
        first_free: usize,
        detections: &mut Vec<Detection<'r>>,
    ) {
        let (tokens, style) = (passage.tokens, self.options.style);
        let listed = passage.names.at(at);
        let before = trigger::before(tokens, at, first_free);
        if let Some(name) = self.misspelled(passage, at, before) {
            return detections.push(name);
        }
        let site = (self.options.unlisted && passage.rules.has(Rule::LeadingHeadSites))
            .then(|| leading_head::detect(passage, at, first_free, style))
            .flatten();
        if let Some(name) = self.unheard(passage, at, before)
            && site.is_none_or(|site| site.last <= name.last)
        {
            return detections.push(self.told_unheard(tokens, name));
        }
        if let Some(site) = self.beside_places(passage, at, first_free, before) {
            return detections.push(site);
        }
        if let Some(site) = site {
            // A hashtag may be a topic: مستشفى #كورونا.
            let tagged = tokens.list[site.first].tag == HashtagPart::HashStart;
            if site.first > site.head.at && !tagged {
                let told = &mut self.discourse.told;
                told.add(tokens, site.first, site.last, Telling::Unlisted);
            }
            return detections.push(Detection::LeadingHeadSite(site));
        }
        if let Some(told) = self.told_again(passage, at) {
            return detections.push(Detection::ToldAgain(told));
        }
        // What is a name as it stands was rejected already: صحيفة نيويورك تايمز.
        if !listed.is_empty() || !passage.rules.has(Rule::Compounds) {
            return;
        }
        let mut detection = |part: CompoundPart| {
            let entry = self.entries.read(self.index, part.value);
            Detection::Compound(part, entry)
        };
        let parts = compound::parts(self.index, tokens, at).into_iter();
        detections.extend(parts.map(&mut detection));
    }

    /// The name that a head has told before and that is meant again at a token.
    fn told_again(&self, passage: Passage<'_>, at: usize) -> Option<ToldAgain> {
        if !self.options.style.posts || !passage.rules.has(Rule::ToldNames) {
            return None;
        }
        let told = self.discourse.told.at(passage.tokens, at)?;
        told.is_meant(passage.tokens).then_some(told)
    }

    /// Whether a token that is a name and a demonym is meant as the name.
    fn is_name(&self, tokens: &Tokens, name: &NameDetection, demonym: &DemonymMatch) -> bool {
        let found = &name.matched.found;
        !self.options.rules.has(Rule::NameOrDemonym)
            || name_or_demonym::is_name(&self.entries, tokens, found, &name.accepted, demonym)
    }

    fn demonym(&mut self, found: DemonymMatch) -> Detection<'r> {
        let entry = self.entries.read_demonyms(self.index, found.demonyms);
        Detection::Demonym(found, entry)
    }

    /// The mention that a detection makes, if it is of a place, and the token behind it.
    fn mention(
        &mut self,
        passage: Passage<'_>,
        detection: Detection<'r>,
        first_free: usize,
    ) -> (Option<Mention<'r, 't>>, usize) {
        let span = span(
            &self.entries,
            passage,
            &detection,
            first_free,
            self.options.style,
        );
        let next = span.last + 1;
        self.discourse.advance(span.phrase.end);
        if detection.is_placeless() {
            return (None, next);
        }
        self.note_unlisted(&detection, &span);
        let site_point = self.point_of_namesake(&detection);
        let candidates = Candidates {
            index: self.index,
            entries: &self.entries,
            passage,
        };
        let classification = detection
            .classification()
            .or_else(|| classify_told(passage, self.options.style, &detection));
        let least = self.options.min_confidence.unwrap_or(0);
        if classification.is_some_and(|c| c.confidence < least) {
            return (None, next);
        }
        // Only names of the index tell what the names behind them are.
        let list = match &detection {
            Detection::Name(name) => Some(name.context(span.inner).continued_list(passage.tokens)),
            Detection::Unheard(name) => Some(name.list.clone()),
            _ => None,
        };
        let case = match &detection {
            Detection::Name(name) => case_of(passage.tokens, &name.matched.found),
            _ => None,
        };
        let resolution = candidates.resolution(detection, &span);
        if let Some(list) = list {
            let place = resolution.best().map(|best| best.place());
            let country = place.and_then(|place| place.country());
            self.discourse
                .add_listed(self.text, country, span.token.start, span.phrase.end);
            self.discourse.set_case(case);
            if let Some(place) = place {
                self.discourse.anchors.add(place, span.phrase.end);
            }
            let place = place.map(|place| (place.number(), place.country()));
            self.discourse
                .add_place(place, span.name.end, list, span.phrase.end);
        }
        let mention = Mention {
            text: self.text,
            name: span.name,
            token: span.token,
            phrase: span.phrase,
            kind: span.kind,
            resolution,
            cues: classification.map(|c| c.cues).unwrap_or_default(),
            confidence: classification.map(|c| c.confidence),
            site_point,
        };
        (Some(mention), next)
    }
}
