//! The mention of a place that the index holds: what it may be ranked by, and how far it reaches.

use crate::candidate::variant::Written;
use crate::key::KeySpace;
use crate::lang::lexicon::Role;
use crate::mention::context::feature_words::Around;
use crate::mention::context::list::Listed;
use crate::mention::context::trigger;
use crate::mention::detection::Sighting;
use crate::mention::lookup::dictionary_match::Match;
use crate::mention::pipeline::{RECENT, Reader};
use crate::mention::span::core::{core, narrowed, plain};
use crate::mention::span::extent::extent;
use crate::mention::span::leading_head;
use crate::mention::token::Words;
use crate::mention::{Mention, MentionKind};
use crate::model::evidence::{Clue, Taken};
use crate::model::feature::FeatureClass;
use crate::rank::candidate::Candidate;
use crate::resolution::resolve::rank_appraised;

impl<'r, 't> Reader<'r, 't> {
    /// The mention of a place, and the word after it.
    pub(super) fn place(
        &mut self,
        words: &Words,
        sighting: Sighting,
        floor: usize,
    ) -> (Option<Mention<'r, 't>>, usize) {
        let (group, signs, likely) = (sighting.group, sighting.signs, sighting.likely);
        let mut candidates = Vec::new();
        let index = self.index;
        let narrow = narrowed(index, &mut self.entries, words, &sighting, floor);
        for sighting in narrow.iter().chain([&sighting]) {
            self.candidates(words, sighting, &mut candidates);
        }
        let sighting = narrow.unwrap_or(sighting);
        let core = core(index, words, &sighting);
        let whole = sighting.found;
        let sighting = plain(index, &mut self.entries, words, &sighting).unwrap_or(sighting);
        let mut resolution = rank_appraised(&self.query, candidates);
        let list = &words.list;
        let bare = whole.start.is_none_or(|start| start.is_only_article());
        let site = leading_head::head(words, whole.first, floor).filter(|head| {
            bare && sighting.around.before.is_empty() && head.role != Role::Institution
        });
        // ولاية صحار: what is said to be a province is known as a town.
        let misfit = (bare && whole.space == KeySpace::Arabic && sighting.around.before.is_empty())
            .then(|| trigger::before(words, whole.first, floor))
            .flatten()
            .filter(|word| {
                let class = word.rule.class;
                matches!(
                    class,
                    FeatureClass::Administrative | FeatureClass::Populated
                )
            });
        for at in site.map(|head| head.at).into_iter().chain(group) {
            let written = self.text.get(words.range(at, at)).unwrap_or_default();
            resolution.note(&Clue::NamesGroup(written.to_owned()));
        }
        let Sighting {
            found,
            around,
            names,
            ..
        } = sighting;
        let (first, last) = (&list[found.first], &list[found.last]);
        let mut start = words.start_after(first, found.skip());
        let mut token = words.range(found.first, found.token_last());
        let mut phrase = token.clone();
        if let Some(core) = core {
            phrase.start = start;
            start = list[core].start;
            token.start = start;
        }
        let mut name = start..words.end_before(self.text, last, found.drop()).max(start);
        let mut part_end = 0;
        if let Some(extent) = extent(words, &found, &names, floor) {
            let (first, last) = (&list[extent.first], &list[extent.last]);
            name = first.start..words.end_before(self.text, last, extent.drop).max(start);
            token = words.range(extent.first, extent.last);
            phrase.start = first.start;
            part_end = extent.last;
        }
        if let Some(before) = around.before.first() {
            phrase.start = words.start_after(&list[before.first], before.skip);
        }
        if let Some(head) = site {
            phrase.start = words.start_after(&list[head.at], head.skip);
        } else if let Some(word) = misfit.filter(|word| !word.definite) {
            phrase.start = words.start_after(&list[word.first], word.skip);
        }
        let mut last = whole.token_last().max(part_end);
        if site.is_some() || misfit.is_some() || !around.before.is_empty() {
            last = leading_head::qualified(words, last);
        }
        if let Some(after) = around.after {
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
        let before = around.before.last();
        let list = before.and_then(|before| Listed::of(words, before));
        self.list = list.or(around.list).map(|list| (list, phrase.end));
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
            signs,
            likely,
        };
        (Some(mention), next)
    }

    /// Adds the places that a sighting may mean.
    fn candidates(&self, words: &Words, sighting: &Sighting, candidates: &mut Vec<Candidate<'r>>) {
        let found = &sighting.found;
        let taken = self.taken(words, found, &sighting.around);
        let written = Written::new(sighting.written.clone(), taken);
        let names = sighting.names.iter();
        let index = self.index;
        candidates.extend(names.map(|name| self.entries.candidate(index, name, &written)));
    }

    /// What was taken off, in the order of the text.
    fn taken(&self, words: &Words, found: &Match, around: &Around) -> Vec<Taken> {
        let mut taken = Vec::new();
        for spotted in &around.before {
            taken.push(spotted.taken(self.text, words));
        }
        if let Some(start) = found.start {
            taken.extend(start.taken(words.letters(&words.list[found.first])));
        }
        let last = &words.list[found.last];
        if found.end.is_some() {
            let end = words.end_before(self.text, last, found.drop());
            let ending = self.text.get(end..last.end).unwrap_or_default();
            taken.push(Taken::Ending(ending.to_owned()));
        } else if found.suffixed {
            let suffix = found.token_last();
            let ending = self.text.get(words.range(suffix, suffix));
            let ending = ending.unwrap_or_default();
            taken.push(Taken::Ending(ending.to_owned()));
        }
        if let Some(spotted) = around.after {
            taken.push(spotted.taken(self.text, words));
        }
        taken.extend(around.list.as_ref().map(|list| list.taken(self.text)));
        taken
    }
}
