//! The other mentions: of demonyms, of names that are misspelled or written together, and of
//! places that the index does not hold.

use crate::analysis::demonym;
use crate::analysis::token::Tokens;
use crate::candidate::variant::QueryVariant;
use crate::mention::context::misspelled;
use crate::mention::feature::Cues;
use crate::mention::lookup::compound;
use crate::mention::pipeline::Pipeline;
use crate::mention::span::trailing_head::Site;
use crate::mention::span::unlisted;
use crate::mention::{Mention, MentionKind};
use crate::model::status::Status;
use crate::resolution::Resolution;
use crate::resolution::resolve::rank_candidates;
use crate::text::normalize::normalize;
use std::collections::VecDeque;

impl<'r, 't> Pipeline<'r, 't> {
    /// The mention of a demonym, if it belongs to a place, and the word after it.
    pub(super) fn demonym(
        &mut self,
        tokens: &Tokens,
        found: demonym::DemonymMatch,
    ) -> Option<(Option<Mention<'r, 't>>, usize)> {
        let (first, last) = (&tokens.list[found.first], &tokens.list[found.last]);
        self.done = last.end;
        let next = found.last + 1;
        if found.demonyms.iter().all(|demonym| demonym.place.is_none()) {
            return Some((None, next));
        }
        let index = self.index;
        let entry = self.entries.read_demonyms(index, found.demonyms);
        let (entries, names) = (&self.entries, self.entries.names_of(entry).iter());
        let candidates = names.map(|name| {
            let written = QueryVariant::new(entries.spelling(name).normal.clone(), Vec::new());
            entries.candidate(index, name, &written)
        });
        let start = tokens.start_after(first, found.skip);
        let token = tokens.range(found.first, found.last);
        let mention = Mention {
            text: self.text,
            name: start..tokens.end_before(self.text, last, found.drop).max(start),
            phrase: token.clone(),
            token,
            kind: MentionKind::Demonym,
            resolution: rank_candidates(&self.query, candidates.collect()),
            cues: Cues::default(),
            confidence: None,
        };
        Some((Some(mention), next))
    }

    /// The mention of a place whose name is misspelled, and the word after it.
    pub(super) fn fuzzy(
        &mut self,
        tokens: &Tokens,
        detection: misspelled::MisspelledName<'r>,
    ) -> (Option<Mention<'r, 't>>, usize) {
        let word = &tokens.list[detection.at];
        let feature = &tokens.list[detection.feature.first];
        let mention = Mention {
            text: self.text,
            name: tokens.range(detection.at, detection.at),
            token: tokens.range(detection.at, detection.at),
            phrase: tokens.start_after(feature, detection.feature.skip)..word.end,
            kind: MentionKind::Place,
            resolution: detection.resolution,
            cues: Cues::default(),
            confidence: None,
        };
        self.done = word.end;
        (Some(mention), detection.at + 1)
    }

    /// The mentions of places whose names are written together, the last one returned with the
    /// word after it.
    pub(super) fn joined(
        &mut self,
        tokens: &Tokens,
        at: usize,
        ready: &mut VecDeque<Mention<'r, 't>>,
    ) -> Option<(Option<Mention<'r, 't>>, usize)> {
        // What is a name as it stands was turned down already: صحيفة نيويورك تايمز.
        if !self.matches.is_empty() {
            return None;
        }
        let index = self.index;
        let word = &tokens.list[at];
        let mut last = None;
        let mut from = word.start;
        for part in compound::parts(index, tokens, at) {
            let start = tokens.start_after(word, part.skip);
            let name = start..tokens.end_before(self.text, word, part.drop).max(start);
            let written = normalize(self.text.get(name.clone()).unwrap_or_default());
            let written = QueryVariant::new(written.as_str().to_owned(), Vec::new());
            let entry = self.entries.read(index, part.value);
            let (entries, names) = (&self.entries, self.entries.names_of(entry).iter());
            let candidates = names.map(|name| entries.candidate(index, name, &written));
            // The و between two names is the second one's.
            let token = from..if part.drop == 0 { word.end } else { name.end };
            from = token.end;
            let mention = Mention {
                text: self.text,
                phrase: token.clone(),
                token,
                kind: MentionKind::Place,
                resolution: rank_candidates(&self.query, candidates.collect()),
                name,
                cues: Cues::default(),
                confidence: None,
            };
            ready.extend(last.replace(mention));
        }
        let mention = last?;
        self.done = word.end;
        Some((Some(mention), at + 1))
    }

    /// The mention of a place with its head behind it that the index does not hold, and the word
    /// after it.
    pub(super) fn site(&mut self, tokens: &Tokens, site: Site) -> (Option<Mention<'r, 't>>, usize) {
        let (first, head) = (&tokens.list[site.first], &tokens.list[site.head.last]);
        let last = &tokens.list[site.last];
        let (name_end, token_end) = match site.drop {
            Some(drop) => (tokens.end_before(self.text, head, drop), head.end),
            None => (last.end, last.end),
        };
        let mention = Mention {
            text: self.text,
            name: first.start..name_end,
            token: first.start..token_end,
            phrase: tokens.range(site.first, site.head.last),
            kind: MentionKind::Place,
            resolution: Resolution::new(Status::Unknown, Vec::new()),
            cues: Cues::default(),
            confidence: None,
        };
        self.done = head.end;
        (Some(mention), site.head.last + 1)
    }

    /// The mention of a place that the index does not hold, and the word after it.
    pub(super) fn unlisted(
        &mut self,
        tokens: &Tokens,
        at: usize,
        floor: usize,
    ) -> Option<(Option<Mention<'r, 't>>, usize)> {
        let detection = unlisted::detect(tokens, at, floor, &self.matches, self.style)
            .filter(|_| self.options.unlisted)?;
        let name = tokens.range(detection.first, detection.last);
        let (head, end) = (detection.head, name.end);
        let mention = Mention {
            text: self.text,
            phrase: tokens.start_after(&tokens.list[head.at], head.skip)..name.end,
            token: name.clone(),
            name,
            kind: MentionKind::Place,
            resolution: Resolution::new(Status::Unknown, Vec::new()),
            cues: Cues::default(),
            confidence: None,
        };
        self.done = end;
        Some((Some(mention), detection.last + 1))
    }
}
