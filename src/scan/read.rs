//! Reading a stretch of words: at each word the name or the demonym that begins there, if one
//! does, and the mention it makes.

use super::around::{self, Around, around};
use super::clubs::Clubs;
use super::coherence::CANDIDATES;
use super::demonym::{self, demonym_at};
use super::extent::extent;
use super::find::{Finder, Match};
use super::fuzzy;
use super::joined;
use super::judge::{Habits, Judge, Verdict, Weights};
use super::longer::{Longer, longer};
use super::mention::{Mention, MentionKind};
use super::narrow::{core, is_of_a_people, narrowed, plain};
use super::sign::Signs;
use super::site_names;
use super::sites::{self, Site};
use super::unlisted;
use super::weigh::{self, Past};
use super::words::{Case, Words};
use crate::candidate::Found;
use crate::evidence::{Clue, Taken};
use crate::index::{Index, NameRef};
use crate::key::KeySpace;
use crate::lexicon::Role;
use crate::normalize::{normal_form, normalize};
use crate::place::{CountryCode, FeatureClass, PlaceId};
use crate::query::Query;
use crate::resolution::{Resolution, Status};
use crate::resolver::Resolver;
use std::collections::VecDeque;

/// What the caller wants beyond the places that the index holds and that are likely meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    /// Places that the index does not hold.
    pub unlisted: bool,
    /// Names that are likelier no places.
    pub doubtful: bool,
}

/// Reads one text, stretch by stretch.
pub(super) struct Reader<'r, 't> {
    resolver: &'r Resolver,
    text: &'t str,
    habits: Habits,
    wanted: Wanted,
    query: Query,
    /// Where the last mention ends.
    done: usize,
    /// The country of the last place and where it stands.
    last: Option<(CountryCode, usize)>,
    clubs: Clubs,
    /// Numbers of the places that were mentioned last.
    recent: VecDeque<u32>,
    pub weights: Weights,
    matches: Vec<Match>,
    names: Vec<NameRef<'r>>,
}

/// So many bytes after a place another of its country is near it: a dozen words.
const NEAR: usize = 120;

/// So many mentions back a name counts as mentioned before.
const RECENT: usize = 64;

/// A name found in the text, with all that was found at it.
pub(super) struct Sighting<'r> {
    pub found: Match,
    pub around: Around,
    pub names: Vec<NameRef<'r>>,
    /// The word that makes the name one of a group: مجموعة مينسك.
    pub group: Option<usize>,
    /// What spoke for it, if that was weighed.
    pub signs: Signs,
}

impl<'r, 't> Reader<'r, 't> {
    pub fn new(
        resolver: &'r Resolver,
        text: &'t str,
        habits: Habits,
        wanted: Wanted,
        weights: Weights,
    ) -> Self {
        Reader {
            resolver,
            text,
            habits,
            wanted,
            query: Query::new("").limit(CANDIDATES),
            done: 0,
            last: None,
            clubs: Clubs::default(),
            recent: VecDeque::new(),
            weights,
            matches: Vec::new(),
            names: Vec::new(),
        }
    }

    pub fn text(&self) -> &'t str {
        self.text
    }

    pub fn resolver(&self) -> &'r Resolver {
        self.resolver
    }

    pub fn index(&self) -> &'r Index {
        self.resolver.index()
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
            let mut site = sites::sight(words, at).filter(|_| self.wanted.unlisted);
            // Մեծ Հայքի թագավորություն is told by the name in it.
            if let Some(found) = site
                && (at + 1..=found.last).any(|inner| self.sight(words, inner, at).is_some())
            {
                site = None;
            }
            let mut sighting = self.sight(words, at, floor);
            if let Some(site) = site {
                // Մոսկվայի կամուրջ is a bridge of Moscow, Աբովյան փողոց no street of Abovyan.
                sighting = sighting.filter(|sighting| {
                    let bare = sighting.found.taken() == 0 && sighting.found.last <= site.last;
                    !(bare && site.is_built())
                });
            }
            let demonym = demonym_at(words, at);
            let mention = match (sighting, demonym) {
                (Some(sighting), Some(demonym)) if !self.is_place(words, &sighting, &demonym) => {
                    self.demonym(words, demonym)
                }
                (Some(sighting), _) => Some(self.place(words, sighting, floor)),
                (None, _) if site.is_some() => site.map(|site| self.site(words, site)),
                (None, Some(demonym)) => self.demonym(words, demonym),
                (None, None) => fuzzy::sight(self.resolver, words, at, floor, self.habits)
                    .map(|sighting| self.fuzzy(words, sighting))
                    .or_else(|| self.unlisted(words, at, floor))
                    .or_else(|| self.joined(words, at, ready)),
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
            weights: &self.weights,
        };
        for found in &self.matches {
            if is_of_a_people(words, found) {
                continue;
            }
            self.names.clear();
            self.names.extend(index.names_from(found.value));
            let mut around = around(words, found, floor);
            let verdict = judge.admits(found, &around, &mut self.names);
            if verdict != Verdict::No {
                around.keep_fitting(&self.names);
                let mut group = None;
                match longer(self.text, words, found, &around, &self.names) {
                    Some(Longer::Club) => {
                        self.clubs.saw(&self.names, start);
                        return None;
                    }
                    Some(Longer::NoPlace) => return None,
                    None if self.clubs.is_club(words, found, &around, &self.names) => return None,
                    Some(Longer::Group(at)) => group = Some(at),
                    None => {}
                }
                let mut sighting = Sighting {
                    found: *found,
                    around,
                    names: self.names.clone(),
                    group,
                    signs: Signs::default(),
                };
                if found.space == KeySpace::Arabic {
                    let known = |name: &NameRef<'_>| self.recent.contains(&name.place().number());
                    let past = Past {
                        seen: self.names.iter().any(known),
                        last: self.last.map(|(_, end)| end),
                    };
                    let doubtful = verdict == Verdict::Doubtful;
                    let signs = weigh::signs(self.text, &judge, &sighting, doubtful, &past);
                    let least = weigh::least(doubtful);
                    if !self.wanted.doubtful && weigh::score(signs) < least {
                        continue;
                    }
                    sighting.signs = signs;
                }
                return Some(sighting);
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
        names.any(|name| normal_form(name.text()) == written)
    }

    /// The mention of a place, and the word after it.
    fn place(
        &mut self,
        words: &Words,
        sighting: Sighting<'r>,
        floor: usize,
    ) -> (Option<Mention<'r, 't>>, usize) {
        let (group, signs) = (sighting.group, sighting.signs);
        let longer = self.founds(words, &sighting);
        let index = self.resolver.index();
        let (sighting, mut founds) = match narrowed(index, words, &sighting, floor) {
            Some(narrow) => {
                let founds = self.founds(words, &narrow);
                (narrow, founds)
            }
            None => (sighting, Vec::new()),
        };
        founds.extend(longer);
        let core = core(index, words, &sighting);
        let whole = sighting.found;
        let sighting = plain(index, words, &sighting).unwrap_or(sighting);
        let mut resolution = self.resolver.rank(&self.query, founds);
        let list = &words.list;
        let bare = whole.start.is_none_or(|start| start.is_only_article());
        let site = site_names::head(words, whole.first, floor).filter(|head| {
            bare && sighting.around.before.is_empty() && head.role != Role::Institution
        });
        // ولاية صحار: what is said to be a province is known as a town.
        let misfit = (bare && whole.space == KeySpace::Arabic && sighting.around.before.is_empty())
            .then(|| around::before(words, whole.first, floor))
            .flatten()
            .filter(|word| {
                let class = word.rule.class;
                matches!(
                    class,
                    FeatureClass::Administrative | FeatureClass::Populated
                )
            });
        if let Some(word) = site.map(|head| &list[head.at]) {
            let written = self.text.get(word.start..word.end).unwrap_or_default();
            resolution.note(&Clue::NamesGroup(written.to_owned()));
        }
        if let Some(word) = group.map(|at| &list[at]) {
            let written = self.text.get(word.start..word.end).unwrap_or_default();
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
        let mut token = first.start..list[found.token_last()].end;
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
            token = first.start..last.end;
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
            last = site_names::qualified(words, last);
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
        };
        (Some(mention), next)
    }

    /// The names of a sighting with what was taken off, to be ranked.
    fn founds(&self, words: &Words, sighting: &Sighting<'r>) -> Vec<Found<'r>> {
        let Sighting {
            found,
            around,
            names,
            ..
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
        let mut places: Vec<&PlaceId> = Vec::new();
        for place in spotted.demonyms.iter().filter_map(|d| d.place.as_ref()) {
            // Spellings of one key lead to the same place.
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let founds: Vec<Found<'r>> = places
            .into_iter()
            .filter_map(|id| resolver.place(id)?.names().next())
            .map(|name| {
                let written = normal_form(name.text()).into_owned();
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
            signs: Signs::default(),
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
            signs: Signs::default(),
        };
        self.done = word.end;
        (Some(mention), sighting.at + 1)
    }

    /// The mentions of places whose names are written together, the last one returned with the
    /// word after it.
    fn joined(
        &mut self,
        words: &Words,
        at: usize,
        ready: &mut VecDeque<Mention<'r, 't>>,
    ) -> Option<(Option<Mention<'r, 't>>, usize)> {
        // What is a name as it stands was turned down already: صحيفة نيويورك تايمز.
        if !self.matches.is_empty() {
            return None;
        }
        let resolver: &'r Resolver = self.resolver;
        let word = &words.list[at];
        let mut last = None;
        let mut from = word.start;
        for part in joined::parts(resolver.index(), words, at) {
            let start = words.start_after(word, part.skip);
            let name = start..words.end_before(self.text, word, part.drop).max(start);
            let written = normalize(self.text.get(name.clone()).unwrap_or_default());
            let founds = part
                .names
                .iter()
                .map(|&found| Found::exact(found, written.as_str().to_owned(), Vec::new()));
            // The و between two names is the second one's.
            let token = from..if part.drop == 0 { word.end } else { name.end };
            from = token.end;
            let mention = Mention {
                text: self.text,
                phrase: token.clone(),
                token,
                kind: MentionKind::Place,
                resolution: resolver.rank(&self.query, founds.collect()),
                name,
                signs: Signs::default(),
            };
            ready.extend(last.replace(mention));
        }
        let mention = last?;
        self.done = word.end;
        Some((Some(mention), at + 1))
    }

    /// The mention of a place with its head behind it that the index does not hold, and the word
    /// after it.
    fn site(&mut self, words: &Words, site: Site) -> (Option<Mention<'r, 't>>, usize) {
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
            phrase: first.start..head.end,
            kind: MentionKind::Place,
            resolution: Resolution::new(Status::Unknown, Vec::new()),
            signs: Signs::default(),
        };
        self.done = head.end;
        (Some(mention), site.head.last + 1)
    }

    /// The mention of a place that the index does not hold, and the word after it.
    fn unlisted(
        &mut self,
        words: &Words,
        at: usize,
        floor: usize,
    ) -> Option<(Option<Mention<'r, 't>>, usize)> {
        let sighting = unlisted::sight(words, at, floor, &self.matches, self.habits)
            .filter(|_| self.wanted.unlisted)?;
        let (first, last) = (&words.list[sighting.first], &words.list[sighting.last]);
        let head = sighting.head;
        let mention = Mention {
            text: self.text,
            name: first.start..last.end,
            token: first.start..last.end,
            phrase: words.start_after(&words.list[head.at], head.skip)..last.end,
            kind: MentionKind::Place,
            resolution: Resolution::new(Status::Unknown, Vec::new()),
            signs: Signs::default(),
        };
        self.done = last.end;
        Some((Some(mention), sighting.last + 1))
    }
}
