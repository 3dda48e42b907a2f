//! Reading a stretch of words: at each word the name or the demonym that begins there, if one
//! does, and the mention it makes.

pub(crate) mod other;
pub(crate) mod place;

use crate::index::Index;
use crate::mention::Mention;
use crate::mention::classify;
use crate::mention::context::feature_words::context;
use crate::mention::context::list::{ListTrigger, is_of_list};
use crate::mention::context::misspelled;
use crate::mention::detection::Detection;
use crate::mention::disambiguation::CANDIDATES;
use crate::mention::feature::Cues;
use crate::mention::filter::admission::{Admission, Decision, said_country};
use crate::mention::filter::containing_entity::containing_entity;
use crate::mention::filter::entity::ContainingEntity;
use crate::mention::filter::sports_clubs::Clubs;
use crate::mention::lookup::demonym;
use crate::mention::lookup::demonym::demonym_at;
use crate::mention::lookup::dictionary::Finder;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::{NameEntries, NameEntry, NormalizedName};
use crate::mention::span::core::is_of_a_people;
use crate::mention::span::trailing_head;
use crate::mention::token::segmentation::HashtagPart;
use crate::mention::token::{LetterCase, Tokens};
use crate::model::country::CountryCode;
use crate::query::Query;
use crate::text::style::TextStyle;
use std::collections::VecDeque;

/// What the caller wants beyond the places that the index holds and that are likely meant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ScanOptions {
    /// Places that the index does not hold.
    pub unlisted: bool,
    /// Names that are likelier no places.
    pub low_confidence: bool,
    /// Small places of this country, if the text is known to be about one.
    pub country: Option<CountryCode>,
}

/// Reads one text, stretch by stretch.
pub(crate) struct Pipeline<'r, 't> {
    pub index: &'r Index,
    text: &'t str,
    style: TextStyle,
    options: ScanOptions,
    query: Query,
    /// Where the last mention ends.
    done: usize,
    /// The country of the last place and where it stands.
    last: Option<(CountryCode, usize)>,
    /// The country that a hashtag of this post speaks of: #انفجار_بيروت.
    tagged: Option<CountryCode>,
    clubs: Clubs,
    /// The feature word of the list that the last mention is in, and where that mention ends.
    list: Option<(ListTrigger, usize)>,
    /// Numbers of the places that were mentioned last.
    recent: VecDeque<u32>,
    pub entries: NameEntries,
    matches: Vec<DictionaryMatch>,
    names: Vec<NameEntry>,
    /// How the match that is judged is spelled.
    spelling: NormalizedName,
}

/// So many bytes after a place another of its country is near it: a dozen words.
const NEAR: usize = 120;

/// So many mentions back a name counts as mentioned before.
const RECENT: usize = 64;

impl<'r, 't> Pipeline<'r, 't> {
    pub fn new(
        index: &'r Index,
        text: &'t str,
        style: TextStyle,
        options: ScanOptions,
        entries: NameEntries,
    ) -> Self {
        Pipeline {
            index,
            text,
            style,
            options,
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
            spelling: NormalizedName::default(),
        }
    }

    /// Reads the words, but for the last `keep`, which only names may reach into.
    pub fn read(&mut self, tokens: &Tokens, keep: usize, ready: &mut VecDeque<Mention<'r, 't>>) {
        let end = tokens.list.len().saturating_sub(keep);
        let mut floor = 0;
        let mut at = 0;
        while at < end {
            self.entries.make_room();
            if self.style.posts && tokens.list[at].line_start {
                self.tagged = self.tagged_country(tokens, at);
            } else if self.style.posts && at == 0 {
                // A stretch may begin in the middle of a line, behind its tags.
                self.tagged = self.tagged_country(tokens, at).or(self.tagged);
            }
            if tokens.list[at].start < self.done {
                at += 1;
                floor = at;
                continue;
            }
            self.find(tokens, at);
            if self.matches.is_empty() && tokens.begins_nothing_else(at) {
                at += 1;
                continue;
            }
            at = match self.mention(tokens, at, floor, ready) {
                Some((mention, next)) => {
                    ready.extend(mention);
                    floor = next;
                    next
                }
                None => at + 1,
            };
        }
        if let Some(last) = end.checked_sub(1).map(|last| &tokens.list[last]) {
            self.done = self.done.max(last.end);
        }
    }

    /// What is mentioned at a word where names were looked for, and the word after it; with what
    /// else was found before it in the same word put into `ready`.
    fn mention(
        &mut self,
        tokens: &Tokens,
        at: usize,
        floor: usize,
        ready: &mut VecDeque<Mention<'r, 't>>,
    ) -> Option<(Option<Mention<'r, 't>>, usize)> {
        let mut site = trailing_head::detect(tokens, at).filter(|_| self.options.unlisted);
        if let Some(found) = site {
            // Մեծ Հայքի թագավորություն is told by the name in it.
            if (at + 1..=found.last).any(|inner| self.detect(tokens, inner, at).is_some()) {
                site = None;
            }
            self.find(tokens, at);
        }
        let mut detection = self.meant(tokens, at, floor);
        if let Some(site) = site {
            // Մոսկվայի կամուրջ is a bridge of Moscow, Աբովյան փողոց no street of Abovyan.
            detection = detection.filter(|detection| {
                let bare = detection.found.stripped() == 0 && detection.found.last <= site.last;
                !(bare && site.is_built())
            });
        }
        let demonym = demonym_at(tokens, at);
        match (detection, demonym) {
            (Some(detection), Some(demonym)) if !self.is_place(tokens, &detection, &demonym) => {
                self.demonym(tokens, demonym)
            }
            (Some(detection), _) => Some(self.place(tokens, detection, floor)),
            (None, _) if site.is_some() => site.map(|site| self.site(tokens, site)),
            (None, Some(demonym)) => self.demonym(tokens, demonym),
            (None, None) => misspelled::detect(self.index, tokens, at, floor, self.style)
                .map(|detection| self.fuzzy(tokens, detection))
                .or_else(|| self.unlisted(tokens, at, floor))
                .or_else(|| self.joined(tokens, at, ready)),
        }
    }

    /// The country of a place that everybody has heard of, in a hashtag of the line that begins at
    /// a word; the tag need not be a mention.
    fn tagged_country(&mut self, tokens: &Tokens, at: usize) -> Option<CountryCode> {
        let index = self.index;
        let line = (at..tokens.list.len()).take_while(|&i| i == at || !tokens.list[i].line_start);
        for at in line.filter(|&at| {
            matches!(
                tokens.list[at].tag,
                HashtagPart::HashStart | HashtagPart::Hash
            )
        }) {
            self.find(tokens, at);
            self.entries.make_room();
            for found in &self.matches {
                let entry = self.entries.read(index, found.value);
                let mut known = self
                    .entries
                    .names_of(entry)
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
    fn detect(&mut self, tokens: &Tokens, at: usize, floor: usize) -> Option<Detection> {
        self.find(tokens, at);
        self.meant(tokens, at, floor)
    }

    /// Finds the names that begin at a word.
    fn find(&mut self, tokens: &Tokens, at: usize) {
        let index = self.index;
        Finder { index, tokens }.names_at(at, &mut self.matches);
    }

    /// The feature word of the list that the last mention is in, if a name goes on that list.
    fn list_of(&self, tokens: &Tokens, found: &DictionaryMatch) -> Option<ListTrigger> {
        let (list, end) = self.list.as_ref()?;
        let word = &tokens.list[found.first];
        let between = self.text.get(*end..word.start)?;
        let and = found.skip() == 1 && tokens.letters(word).first() == Some(&'و');
        let apart = !between.trim().is_empty() && found.start.is_none();
        (is_of_list(between) && (and || apart)).then(|| list.clone())
    }

    /// The first of the names found at a word that can be meant.
    fn meant(&mut self, tokens: &Tokens, at: usize, floor: usize) -> Option<Detection> {
        let index = self.index;
        let start = tokens.list[at].start;
        let near = self
            .last
            .filter(|(_, place)| start.saturating_sub(*place) <= NEAR);
        for found in &self.matches {
            if is_of_a_people(tokens, found) {
                continue;
            }
            let entry = self.entries.read(index, found.value);
            let mut context = context(tokens, found, floor);
            if context.is_empty() {
                context.list = self.list_of(tokens, found);
            }
            let admission = Admission {
                tokens,
                style: self.style,
                near: near
                    .map(|(country, _)| country)
                    .or(self.tagged)
                    .or(self.options.country),
                said: said_country(index, tokens, found),
                last_end: self.last.map(|(_, end)| end),
                index,
                entries: &self.entries,
            };
            if admission.refuses(found, &context, entry)
                || admission.begins_with_and(found, self.entries.names_of(entry), &self.matches)
            {
                continue;
            }
            self.spelling.set(found, tokens);
            self.names.clear();
            self.names.extend_from_slice(self.entries.names_of(entry));
            let decision = admission.admits(found, &self.spelling, &context, &mut self.names);
            if decision != Decision::No {
                context.keep_fitting(&self.names);
                let mut group = None;
                match containing_entity(self.text, tokens, found, &context, &self.names) {
                    Some(ContainingEntity::Club) => {
                        self.clubs.saw(&self.names, start);
                        return None;
                    }
                    Some(ContainingEntity::NoPlace) => return None,
                    None if self.clubs.is_club(tokens, found, &context, &self.names) => {
                        return None;
                    }
                    Some(ContainingEntity::Group(at)) => group = Some(at),
                    None => {}
                }
                let mut detection = Detection {
                    found: *found,
                    context,
                    names: self.names.clone(),
                    written: self.spelling.normal.clone(),
                    group,
                    cues: Cues::default(),
                    confidence: None,
                };
                if found.languages(tokens).is_classified() {
                    let known = |name: &NameEntry| self.recent.contains(&name.place);
                    let seen = self.names.iter().any(known);
                    let low_confidence = decision == Decision::Doubtful;
                    let cues =
                        classify::cues(self.text, &admission, &detection, low_confidence, seen);
                    let least = classify::least(low_confidence);
                    let confidence = classify::score(cues);
                    if !self.options.low_confidence && confidence < least {
                        continue;
                    }
                    detection.cues = cues;
                    detection.confidence = Some(confidence);
                }
                if detection.context.is_empty() {
                    admission.add_namesakes(found, entry, &self.spelling, &mut detection.names);
                }
                return Some(detection);
            }
        }
        None
    }

    /// Whether a word that is a name and a demonym is meant as the name.
    fn is_place(
        &self,
        tokens: &Tokens,
        detection: &Detection,
        demonym: &demonym::DemonymMatch,
    ) -> bool {
        let found = &detection.found;
        if found.last != demonym.last {
            return found.last > demonym.last;
        }
        let mut names = detection.names.iter();
        if names.any(|name| detection.context.suits(name.feature)) {
            return true;
        }
        let word = &tokens.list[found.first];
        let written_small = demonym.demonyms.iter().all(|demonym| !demonym.capital);
        if word.case == LetterCase::Capital && written_small && !tokens.begins_sentence(found.first)
        {
            return true;
        }
        if found.stripped() != demonym.stripped {
            return found.stripped() < demonym.stripped;
        }
        if found.stripped() == 0 && detection.names.iter().any(NameEntry::is_country) {
            return self.spelled_as_name(detection);
        }
        let spelling = demonym.spelling(tokens);
        let as_demonym = demonym
            .demonyms
            .iter()
            .any(|demonym| demonym.spelling == spelling);
        self.spelled_as_name(detection) && !as_demonym
    }

    /// Whether a name is spelled the same before folding.
    fn spelled_as_name(&self, detection: &Detection) -> bool {
        let mut names = detection.names.iter();
        names.any(|name| self.entries.spelling(name).normal == detection.written)
    }
}
