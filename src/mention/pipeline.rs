//! Reading a stretch of words: at each word the name or the demonym that begins there, if one
//! does, and the mention it makes.

pub(crate) mod other;
pub(crate) mod place;

use crate::index::Index;
use crate::key::KeySpace;
use crate::mention::Mention;
use crate::mention::classify;
use crate::mention::context::feature_words::around;
use crate::mention::context::list::{Listed, is_of_list};
use crate::mention::context::misspelled;
use crate::mention::detection::Sighting;
use crate::mention::disambiguation::CANDIDATES;
use crate::mention::feature::Signs;
use crate::mention::filter::admission::{Judge, Verdict, said_country};
use crate::mention::filter::containing_entity::longer;
use crate::mention::filter::entity::Longer;
use crate::mention::filter::sports_clubs::Clubs;
use crate::mention::lookup::demonym;
use crate::mention::lookup::demonym::demonym_at;
use crate::mention::lookup::dictionary::Finder;
use crate::mention::lookup::dictionary_match::Match;
use crate::mention::lookup::name_entry::{Entries, Sense, Spelling};
use crate::mention::span::core::is_of_a_people;
use crate::mention::span::trailing_head;
use crate::mention::token::segmentation::Tag;
use crate::mention::token::{Case, Words};
use crate::model::country::CountryCode;
use crate::query::Query;
use crate::text::style::Habits;
use std::collections::VecDeque;

/// What the caller wants beyond the places that the index holds and that are likely meant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    /// Places that the index does not hold.
    pub unlisted: bool,
    /// Names that are likelier no places.
    pub doubtful: bool,
    /// Small places of this country, if the text is known to be about one.
    pub country: Option<CountryCode>,
}

/// Reads one text, stretch by stretch.
pub(crate) struct Reader<'r, 't> {
    pub index: &'r Index,
    text: &'t str,
    habits: Habits,
    wanted: Wanted,
    query: Query,
    /// Where the last mention ends.
    done: usize,
    /// The country of the last place and where it stands.
    last: Option<(CountryCode, usize)>,
    /// The country that a hashtag of this post speaks of: #انفجار_بيروت.
    tagged: Option<CountryCode>,
    clubs: Clubs,
    /// The feature word of the list that the last mention is in, and where that mention ends.
    list: Option<(Listed, usize)>,
    /// Numbers of the places that were mentioned last.
    recent: VecDeque<u32>,
    pub entries: Entries,
    matches: Vec<Match>,
    names: Vec<Sense>,
    /// How the match that is judged is spelled.
    spelling: Spelling,
}

/// So many bytes after a place another of its country is near it: a dozen words.
const NEAR: usize = 120;

/// So many mentions back a name counts as mentioned before.
const RECENT: usize = 64;

impl<'r, 't> Reader<'r, 't> {
    pub fn new(
        index: &'r Index,
        text: &'t str,
        habits: Habits,
        wanted: Wanted,
        entries: Entries,
    ) -> Self {
        Reader {
            index,
            text,
            habits,
            wanted,
            query: Query::new("").limit(CANDIDATES),
            done: 0,
            last: None,
            tagged: None,
            clubs: Clubs::default(),
            list: None,
            recent: VecDeque::new(),
            entries,
            matches: Vec::new(),
            names: Vec::new(),
            spelling: Spelling::default(),
        }
    }

    /// Reads the words, but for the last `keep`, which only names may reach into.
    pub fn read(&mut self, words: &Words, keep: usize, ready: &mut VecDeque<Mention<'r, 't>>) {
        let end = words.list.len().saturating_sub(keep);
        let mut floor = 0;
        let mut at = 0;
        while at < end {
            self.entries.make_room();
            if self.habits.posts && words.list[at].line_start {
                self.tagged = self.tagged_country(words, at);
            } else if self.habits.posts && at == 0 {
                // A stretch may begin in the middle of a line, behind its tags.
                self.tagged = self.tagged_country(words, at).or(self.tagged);
            }
            if words.list[at].start < self.done {
                at += 1;
                floor = at;
                continue;
            }
            self.find(words, at);
            if self.matches.is_empty() && words.begins_nothing_else(at) {
                at += 1;
                continue;
            }
            at = match self.mention(words, at, floor, ready) {
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

    /// What is mentioned at a word where names were looked for, and the word after it; with what
    /// else was found before it in the same word put into `ready`.
    fn mention(
        &mut self,
        words: &Words,
        at: usize,
        floor: usize,
        ready: &mut VecDeque<Mention<'r, 't>>,
    ) -> Option<(Option<Mention<'r, 't>>, usize)> {
        let mut site = trailing_head::sight(words, at).filter(|_| self.wanted.unlisted);
        if let Some(found) = site {
            // Մեծ Հայքի թագավորություն is told by the name in it.
            if (at + 1..=found.last).any(|inner| self.sight(words, inner, at).is_some()) {
                site = None;
            }
            self.find(words, at);
        }
        let mut sighting = self.meant(words, at, floor);
        if let Some(site) = site {
            // Մոսկվայի կամուրջ is a bridge of Moscow, Աբովյան փողոց no street of Abovyan.
            sighting = sighting.filter(|sighting| {
                let bare = sighting.found.taken() == 0 && sighting.found.last <= site.last;
                !(bare && site.is_built())
            });
        }
        let demonym = demonym_at(words, at);
        match (sighting, demonym) {
            (Some(sighting), Some(demonym)) if !self.is_place(words, &sighting, &demonym) => {
                self.demonym(words, demonym)
            }
            (Some(sighting), _) => Some(self.place(words, sighting, floor)),
            (None, _) if site.is_some() => site.map(|site| self.site(words, site)),
            (None, Some(demonym)) => self.demonym(words, demonym),
            (None, None) => misspelled::sight(self.index, words, at, floor, self.habits)
                .map(|sighting| self.fuzzy(words, sighting))
                .or_else(|| self.unlisted(words, at, floor))
                .or_else(|| self.joined(words, at, ready)),
        }
    }

    /// The country of a place that everybody has heard of, in a hashtag of the line that begins at
    /// a word; the tag need not be a mention.
    fn tagged_country(&mut self, words: &Words, at: usize) -> Option<CountryCode> {
        let index = self.index;
        let line = (at..words.list.len()).take_while(|&i| i == at || !words.list[i].line_start);
        for at in line.filter(|&at| matches!(words.list[at].tag, Tag::HashStart | Tag::Hash)) {
            self.find(words, at);
            self.entries.make_room();
            for found in &self.matches {
                let entry = self.entries.read(index, found.value);
                let mut known = self
                    .entries
                    .senses(entry)
                    .iter()
                    .filter(|name| name.well_known);
                if let Some(country) = known.find_map(|name| name.country) {
                    return Some(country);
                }
            }
        }
        None
    }

    /// The first of the names beginning at a word that can be meant.
    fn sight(&mut self, words: &Words, at: usize, floor: usize) -> Option<Sighting> {
        self.find(words, at);
        self.meant(words, at, floor)
    }

    /// Finds the names that begin at a word.
    fn find(&mut self, words: &Words, at: usize) {
        let index = self.index;
        Finder { index, words }.names_at(at, &mut self.matches);
    }

    /// The feature word of the list that the last mention is in, if a name goes on that list.
    fn list_of(&self, words: &Words, found: &Match) -> Option<Listed> {
        let (list, end) = self.list.as_ref()?;
        let word = &words.list[found.first];
        let between = self.text.get(*end..word.start)?;
        let and = found.skip() == 1 && words.letters(word).first() == Some(&'و');
        let apart = !between.trim().is_empty() && found.start.is_none();
        (is_of_list(between) && (and || apart)).then(|| list.clone())
    }

    /// The first of the names found at a word that can be meant.
    fn meant(&mut self, words: &Words, at: usize, floor: usize) -> Option<Sighting> {
        let index = self.index;
        let start = words.list[at].start;
        let near = self
            .last
            .filter(|(_, place)| start.saturating_sub(*place) <= NEAR);
        for found in &self.matches {
            if is_of_a_people(words, found) {
                continue;
            }
            let entry = self.entries.read(index, found.value);
            let mut around = around(words, found, floor);
            if around.is_empty() {
                around.list = self.list_of(words, found);
            }
            let judge = Judge {
                words,
                habits: self.habits,
                near: near
                    .map(|(country, _)| country)
                    .or(self.tagged)
                    .or(self.wanted.country),
                said: said_country(index, words, found),
                last_end: self.last.map(|(_, end)| end),
                index,
                entries: &self.entries,
            };
            if judge.refuses(found, &around, entry)
                || judge.begins_with_and(found, self.entries.senses(entry), &self.matches)
            {
                continue;
            }
            self.spelling.set(found, words);
            self.names.clear();
            self.names.extend_from_slice(self.entries.senses(entry));
            let verdict = judge.admits(found, &self.spelling, &around, &mut self.names);
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
                    written: self.spelling.normal.clone(),
                    group,
                    signs: Signs::default(),
                    likely: None,
                };
                if found.space == KeySpace::Arabic {
                    let known = |name: &Sense| self.recent.contains(&name.place);
                    let seen = self.names.iter().any(known);
                    let doubtful = verdict == Verdict::Doubtful;
                    let signs = classify::signs(self.text, &judge, &sighting, doubtful, seen);
                    let least = classify::least(doubtful);
                    let likely = classify::score(signs);
                    if !self.wanted.doubtful && likely < least {
                        continue;
                    }
                    sighting.signs = signs;
                    sighting.likely = Some(likely);
                }
                if sighting.around.is_empty() {
                    judge.add_namesakes(found, entry, &self.spelling, &mut sighting.names);
                }
                return Some(sighting);
            }
        }
        None
    }

    /// Whether a word that is a name and a demonym is meant as the name.
    fn is_place(&self, words: &Words, sighting: &Sighting, demonym: &demonym::Spotted) -> bool {
        let found = &sighting.found;
        if found.last != demonym.last {
            return found.last > demonym.last;
        }
        let mut names = sighting.names.iter();
        if names.any(|name| sighting.around.suits(name.feature)) {
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
        if found.taken() == 0 && sighting.names.iter().any(Sense::is_country) {
            return self.spelled_as_name(sighting);
        }
        let spelling = demonym.spelling(words);
        let as_demonym = demonym
            .demonyms
            .iter()
            .any(|demonym| demonym.spelling == spelling);
        self.spelled_as_name(sighting) && !as_demonym
    }

    /// Whether a name is spelled the same before folding.
    fn spelled_as_name(&self, sighting: &Sighting) -> bool {
        let mut names = sighting.names.iter();
        names.any(|name| self.entries.spelling(name).normal == sighting.written)
    }
}
