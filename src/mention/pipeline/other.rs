//! The other mentions: of demonyms, of names that are misspelled or written together, and of
//! places that the index does not hold.

use crate::candidate::variant::Written;
use crate::mention::context::misspelled;
use crate::mention::feature::Signs;
use crate::mention::lookup::compound;
use crate::mention::lookup::demonym;
use crate::mention::pipeline::Reader;
use crate::mention::span::trailing_head::Site;
use crate::mention::span::unlisted;
use crate::mention::token::Words;
use crate::mention::{Mention, MentionKind};
use crate::model::status::Status;
use crate::resolution::Resolution;
use crate::resolution::resolve::rank_appraised;
use crate::text::normalize::normalize;
use std::collections::VecDeque;

impl<'r, 't> Reader<'r, 't> {
    /// The mention of a demonym, if it belongs to a place, and the word after it.
    pub(super) fn demonym(
        &mut self,
        words: &Words,
        spotted: demonym::Spotted,
    ) -> Option<(Option<Mention<'r, 't>>, usize)> {
        let (first, last) = (&words.list[spotted.first], &words.list[spotted.last]);
        self.done = last.end;
        let next = spotted.last + 1;
        if spotted
            .demonyms
            .iter()
            .all(|demonym| demonym.place.is_none())
        {
            return Some((None, next));
        }
        let index = self.index;
        let entry = self.entries.read_demonyms(index, spotted.demonyms);
        let (entries, names) = (&self.entries, self.entries.senses(entry).iter());
        let candidates = names.map(|name| {
            let written = Written::new(entries.spelling(name).normal.clone(), Vec::new());
            entries.candidate(index, name, &written)
        });
        let start = words.start_after(first, spotted.skip);
        let token = words.range(spotted.first, spotted.last);
        let mention = Mention {
            text: self.text,
            name: start..words.end_before(self.text, last, spotted.drop).max(start),
            phrase: token.clone(),
            token,
            kind: MentionKind::Demonym,
            resolution: rank_appraised(&self.query, candidates.collect()),
            signs: Signs::default(),
            likely: None,
        };
        Some((Some(mention), next))
    }

    /// The mention of a place whose name is misspelled, and the word after it.
    pub(super) fn fuzzy(
        &mut self,
        words: &Words,
        sighting: misspelled::Sighting<'r>,
    ) -> (Option<Mention<'r, 't>>, usize) {
        let word = &words.list[sighting.at];
        let feature = &words.list[sighting.feature.first];
        let mention = Mention {
            text: self.text,
            name: words.range(sighting.at, sighting.at),
            token: words.range(sighting.at, sighting.at),
            phrase: words.start_after(feature, sighting.feature.skip)..word.end,
            kind: MentionKind::Place,
            resolution: sighting.resolution,
            signs: Signs::default(),
            likely: None,
        };
        self.done = word.end;
        (Some(mention), sighting.at + 1)
    }

    /// The mentions of places whose names are written together, the last one returned with the
    /// word after it.
    pub(super) fn joined(
        &mut self,
        words: &Words,
        at: usize,
        ready: &mut VecDeque<Mention<'r, 't>>,
    ) -> Option<(Option<Mention<'r, 't>>, usize)> {
        // What is a name as it stands was turned down already: صحيفة نيويورك تايمز.
        if !self.matches.is_empty() {
            return None;
        }
        let index = self.index;
        let word = &words.list[at];
        let mut last = None;
        let mut from = word.start;
        for part in compound::parts(index, words, at) {
            let start = words.start_after(word, part.skip);
            let name = start..words.end_before(self.text, word, part.drop).max(start);
            let written = normalize(self.text.get(name.clone()).unwrap_or_default());
            let written = Written::new(written.as_str().to_owned(), Vec::new());
            let entry = self.entries.read(index, part.value);
            let (entries, names) = (&self.entries, self.entries.senses(entry).iter());
            let candidates = names.map(|name| entries.candidate(index, name, &written));
            // The و between two names is the second one's.
            let token = from..if part.drop == 0 { word.end } else { name.end };
            from = token.end;
            let mention = Mention {
                text: self.text,
                phrase: token.clone(),
                token,
                kind: MentionKind::Place,
                resolution: rank_appraised(&self.query, candidates.collect()),
                name,
                signs: Signs::default(),
                likely: None,
            };
            ready.extend(last.replace(mention));
        }
        let mention = last?;
        self.done = word.end;
        Some((Some(mention), at + 1))
    }

    /// The mention of a place with its head behind it that the index does not hold, and the word
    /// after it.
    pub(super) fn site(&mut self, words: &Words, site: Site) -> (Option<Mention<'r, 't>>, usize) {
        let (first, head) = (&words.list[site.first], &words.list[site.head.last]);
        let last = &words.list[site.last];
        let (name_end, token_end) = match site.drop {
            Some(drop) => (words.end_before(self.text, head, drop), head.end),
            None => (last.end, last.end),
        };
        let mention = Mention {
            text: self.text,
            name: first.start..name_end,
            token: first.start..token_end,
            phrase: words.range(site.first, site.head.last),
            kind: MentionKind::Place,
            resolution: Resolution::new(Status::Unknown, Vec::new()),
            signs: Signs::default(),
            likely: None,
        };
        self.done = head.end;
        (Some(mention), site.head.last + 1)
    }

    /// The mention of a place that the index does not hold, and the word after it.
    pub(super) fn unlisted(
        &mut self,
        words: &Words,
        at: usize,
        floor: usize,
    ) -> Option<(Option<Mention<'r, 't>>, usize)> {
        let sighting = unlisted::sight(words, at, floor, &self.matches, self.habits)
            .filter(|_| self.wanted.unlisted)?;
        let name = words.range(sighting.first, sighting.last);
        let (head, end) = (sighting.head, name.end);
        let mention = Mention {
            text: self.text,
            phrase: words.start_after(&words.list[head.at], head.skip)..name.end,
            token: name.clone(),
            name,
            kind: MentionKind::Place,
            resolution: Resolution::new(Status::Unknown, Vec::new()),
            signs: Signs::default(),
            likely: None,
        };
        self.done = end;
        Some((Some(mention), sighting.last + 1))
    }
}
