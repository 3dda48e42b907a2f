//! Reading a stretch of words: at each word the name or the demonym that begins there, if one
//! does, and the mention it makes.

use super::around::{Around, around};
use super::demonym::{self, demonym_at};
use super::find::{Finder, Match};
use super::fuzzy;
use super::judge::{Habits, Judge};
use super::mention::{Mention, MentionKind};
use super::words::{Case, Words};
use crate::candidate::Found;
use crate::evidence::Taken;
use crate::index::NameRef;
use crate::normalize::normalize;
use crate::place::CountryCode;
use crate::query::Query;
use crate::resolver::Resolver;
use std::collections::VecDeque;

/// Reads one text, stretch by stretch.
pub(super) struct Reader<'r, 't> {
    resolver: &'r Resolver,
    text: &'t str,
    habits: Habits,
    query: Query,
    /// Where the last mention ends.
    done: usize,
    /// The country of the last place and where it stands.
    last: Option<(CountryCode, usize)>,
    matches: Vec<Match>,
    names: Vec<NameRef<'r>>,
}

/// So many bytes after a place another of its country is near it: a dozen words.
const NEAR: usize = 120;

/// A name found in the text, with all that was found at it.
pub(super) struct Sighting<'r> {
    pub found: Match,
    pub around: Around,
    pub names: Vec<NameRef<'r>>,
}

impl<'r, 't> Reader<'r, 't> {
    pub fn new(resolver: &'r Resolver, text: &'t str, habits: Habits) -> Self {
        Reader {
            resolver,
            text,
            habits,
            query: Query::new(""),
            done: 0,
            last: None,
            matches: Vec::new(),
            names: Vec::new(),
        }
    }

    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Reads the words, but for the last `keep`, which only names may reach into.
    pub fn read(&mut self, words: &Words, keep: usize, ready: &mut VecDeque<Mention<'r, 't>>) {
        let end = words.list.len().saturating_sub(keep);
        let mut floor = 0;
        let mut at = 0;
        while at < end {
            if words.list[at].start < self.done {
                at += 1;
                floor = at;
                continue;
            }
            let sighting = self.sight(words, at, floor);
            let demonym = demonym_at(words, at);
            let mention = match (sighting, demonym) {
                (Some(sighting), Some(demonym)) if !self.is_place(words, &sighting, &demonym) => {
                    self.demonym(words, demonym)
                }
                (Some(sighting), _) => Some(self.place(words, sighting, floor)),
                (None, Some(demonym)) => self.demonym(words, demonym),
                (None, None) => fuzzy::sight(self.resolver, words, at, floor, self.habits)
                    .map(|sighting| self.fuzzy(words, sighting)),
            };
            at = match mention {
                Some((mention, next)) => {
                    ready.extend(mention);
                    floor = next;
                    next
                }
                None => at + 1,
            };
        }
        if let Some(last) = end.checked_sub(1).map(|last| &words.list[last]) {
            self.done = self.done.max(last.end);
        }
    }

    /// The first of the names beginning at a word that can be meant.
    fn sight(&mut self, words: &Words, at: usize, floor: usize) -> Option<Sighting<'r>> {
        let resolver: &'r Resolver = self.resolver;
        let index = resolver.index();
        Finder { index, words }.names_at(at, &mut self.matches);
        let start = words.list[at].start;
        let near = self
            .last
            .filter(|(_, place)| start.saturating_sub(*place) <= NEAR);
        let judge = Judge {
            words,
            habits: self.habits,
            near: near.map(|(country, _)| country),
        };
        for found in &self.matches {
            self.names.clear();
            self.names.extend(index.names_from(found.value));
            let mut around = around(words, found, floor);
            if judge.admits(found, &around, &mut self.names) {
                around.keep_fitting(&self.names);
                return Some(Sighting {
                    found: *found,
                    around,
                    names: self.names.clone(),
                });
            }
        }
        None
    }

    /// Whether a word that is a name and a demonym is meant as the name.
    fn is_place(&self, words: &Words, sighting: &Sighting<'_>, demonym: &demonym::Spotted) -> bool {
        let found = &sighting.found;
        if found.last != demonym.last {
            return found.last > demonym.last;
        }
        let mut names = sighting.names.iter();
        if names.any(|name| sighting.around.suits(name.place().feature())) {
            return true;
        }
        let word = &words.list[found.first];
        let written_small = demonym.demonyms.iter().all(|demonym| !demonym.capital);
        if word.case == Case::Capital && written_small && !words.begins_sentence(found.first) {
            return true;
        }
        if found.taken() != demonym.taken {
            return found.taken() < demonym.taken;
        }
        let is_country = |name: &NameRef<'_>| name.place().feature().code().starts_with("PCL");
        if found.taken() == 0 && sighting.names.iter().any(is_country) {
            return self.spelled_as_name(words, sighting);
        }
        let spelling = demonym.spelling(words);
        let as_demonym = demonym
            .demonyms
            .iter()
            .any(|demonym| demonym.spelling == spelling);
        self.spelled_as_name(words, sighting) && !as_demonym
    }

    /// Whether a name is spelled the same before folding.
    fn spelled_as_name(&self, words: &Words, sighting: &Sighting<'_>) -> bool {
        let written = sighting.found.written(words);
        let mut names = sighting.names.iter();
        names.any(|name| normalize(name.text()).as_str() == written)
    }

    /// The mention of a place, and the word after it.
    fn place(
        &mut self,
        words: &Words,
        sighting: Sighting<'r>,
        floor: usize,
    ) -> (Option<Mention<'r, 't>>, usize) {
        let longer = self.founds(words, &sighting);
        let (sighting, mut founds) = match self.narrowed(words, &sighting, floor) {
            Some(narrow) => {
                let founds = self.founds(words, &narrow);
                (narrow, founds)
            }
            None => (sighting, Vec::new()),
        };
        founds.extend(longer);
        let resolution = self.resolver.rank(&self.query, founds);
        let Sighting { found, around, .. } = sighting;
        let list = &words.list;
        let (first, last) = (&list[found.first], &list[found.last]);
        let start = words.start_after(first, found.skip());
        let name = start..words.end_before(self.text, last, found.drop()).max(start);
        let token = first.start..list[found.token_last()].end;
        let mut phrase = token.clone();
        if let Some(before) = around.before.first() {
            phrase.start = words.start_after(&list[before.first], before.skip);
        }
        let mut next = found.token_last() + 1;
        if let Some(after) = around.after {
            phrase.end = list[after.last].end;
            next = after.last + 1;
        }
        let kind = match found.end {
            Some(end) if end.adjective => MentionKind::Demonym,
            _ => MentionKind::Place,
        };
        let country = resolution.best().and_then(|best| best.place().country());
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
        };
        (Some(mention), next)
    }

    /// A name that begins or ends with a feature word and is one of the same place without it
    /// (محافظة حلب, جمهورية أرمينيا), without it.
    fn narrowed(
        &self,
        words: &Words,
        sighting: &Sighting<'r>,
        floor: usize,
    ) -> Option<Sighting<'r>> {
        let wide = sighting.found;
        if wide.first == wide.last {
            return None;
        }
        let index = self.resolver.index();
        let mut matches = Vec::new();
        for first in wide.first..=wide.last {
            Finder { index, words }.names_at(first, &mut matches);
            for found in &matches {
                let shorter =
                    found.last <= wide.last && found.last - found.first < wide.last - wide.first;
                if !shorter || found.start.is_some() {
                    continue;
                }
                let floor = floor.max(if first == wide.first { first } else { 0 });
                let around = around(words, found, floor);
                let begin = around.before.iter().map(|spotted| spotted.first);
                let begins = begin.min().unwrap_or(found.first) <= wide.first;
                let last = around
                    .after
                    .map_or(found.token_last(), |spotted| spotted.last);
                let covers = begins && last >= wide.last;
                let names: Vec<NameRef<'r>> = index.names_from(found.value).collect();
                let same = names.iter().any(|name| {
                    let mut wide = sighting.names.iter();
                    wide.any(|wide| wide.place() == name.place())
                });
                if covers && same {
                    return Some(Sighting {
                        found: *found,
                        around,
                        names,
                    });
                }
            }
        }
        None
    }

    /// The names of a sighting with what was taken off, to be ranked.
    fn founds(&self, words: &Words, sighting: &Sighting<'r>) -> Vec<Found<'r>> {
        let Sighting {
            found,
            around,
            names,
        } = sighting;
        let written = found.written(words);
        let taken = self.taken(words, found, around);
        names
            .iter()
            .map(|&name| Found::exact(name, written.clone(), taken.clone()))
            .collect()
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
            let suffix = &words.list[found.token_last()];
            let ending = self.text.get(suffix.start..suffix.end).unwrap_or_default();
            taken.push(Taken::Ending(ending.to_owned()));
        }
        if let Some(spotted) = around.after {
            taken.push(spotted.taken(self.text, words));
        }
        taken
    }

    /// The mention of a demonym, if it belongs to a place, and the word after it.
    fn demonym(
        &mut self,
        words: &Words,
        spotted: demonym::Spotted,
    ) -> Option<(Option<Mention<'r, 't>>, usize)> {
        let resolver: &'r Resolver = self.resolver;
        let (first, last) = (&words.list[spotted.first], &words.list[spotted.last]);
        self.done = last.end;
        let placed = spotted.demonyms.iter().filter_map(|d| d.place.as_ref());
        let founds: Vec<Found<'r>> = placed
            .filter_map(|id| resolver.place(id)?.names().next())
            .map(|name| {
                let written = normalize(name.text()).as_str().to_owned();
                Found::exact(name, written, Vec::new())
            })
            .collect();
        let next = spotted.last + 1;
        if spotted
            .demonyms
            .iter()
            .all(|demonym| demonym.place.is_none())
        {
            return Some((None, next));
        }
        let start = words.start_after(first, spotted.skip);
        let token = first.start..last.end;
        let mention = Mention {
            text: self.text,
            name: start..words.end_before(self.text, last, spotted.drop).max(start),
            phrase: token.clone(),
            token,
            kind: MentionKind::Demonym,
            resolution: resolver.rank(&self.query, founds),
        };
        Some((Some(mention), next))
    }

    /// The mention of a place whose name is misspelled, and the word after it.
    fn fuzzy(
        &mut self,
        words: &Words,
        sighting: fuzzy::Sighting<'r>,
    ) -> (Option<Mention<'r, 't>>, usize) {
        let word = &words.list[sighting.at];
        let feature = &words.list[sighting.feature.first];
        let mention = Mention {
            text: self.text,
            name: word.start..word.end,
            token: word.start..word.end,
            phrase: words.start_after(feature, sighting.feature.skip)..word.end,
            kind: MentionKind::Place,
            resolution: sighting.resolution,
        };
        self.done = word.end;
        (Some(mention), sighting.at + 1)
    }
}
