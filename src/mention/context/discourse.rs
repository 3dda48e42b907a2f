//! The discourse: the places, clubs and lists that a text mentioned last, by which the names behind
//! them are judged.

use crate::analysis::token::Tokens;
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::index::Index;
use crate::mention::context::anchors::Anchors;
use crate::mention::context::case::Case;
use crate::mention::context::focus::Focus;
use crate::mention::context::list::{ListTrigger, is_of_list};
use crate::mention::context::look_ups::LookUps;
use crate::mention::context::told::ToldNames;
use crate::mention::lookup::Passage;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::{NameEntries, NameEntry};
use crate::model::country::CountryCode;
use std::collections::VecDeque;

/// Distance in bytes within which a place shares its country with the names behind it: a dozen
/// words.
const MAX_COUNTRY_DISTANCE: usize = 120;

/// Number of places of one country that make a list to be gone on with.
const MIN_LISTED: usize = 2;

/// Maximum length in bytes of what joins two members of a list: a mark or a word, and blanks.
const MAX_JOINT: usize = 12;

/// Whether a token goes on a list whose last member ends at a byte, with an *and* of so many letters or
/// behind a word or a mark for it.
fn goes_on(passage: Passage<'_>, end: usize, at: usize, skip: usize) -> bool {
    let start = passage.tokens.list[at].start;
    let between = passage
        .text
        .get(end..start)
        .filter(|between| between.len() <= MAX_JOINT);
    between.is_some_and(|between| is_of_list(between) && (skip > 0 || !between.trim().is_empty()))
}

/// Number of mentions after which a place no longer counts as mentioned before.
const MAX_RECENT: usize = 64;

/// The state of a text, as far as it was read.
#[derive(Debug, Default)]
pub(crate) struct Discourse {
    /// Byte at which the last detection ends: no other begins before it.
    end: usize,
    /// The country of the last place and the byte at which its name ends.
    last_country: Option<(CountryCode, usize)>,
    /// The country that a hashtag of this line names: #انفجار_بيروت.
    tagged_country: Option<CountryCode>,
    /// The feature word of the list that the last mention is in, and the byte at which that mention
    /// ends.
    list: Option<(ListTrigger, usize)>,
    /// Numbers of the places that were mentioned last.
    recent: VecDeque<u32>,
    /// The last places that are listed: how many of one country, which, and the byte at which the last
    /// ends.
    listed: Option<(usize, CountryCode, usize)>,
    /// The case of the last of them.
    case: Option<Case>,
    pub clubs: RecentClubs,
    /// The look-ups by sound.
    pub look_ups: LookUps,
    /// The country that the text is about.
    pub focus: Focus,
    /// The names that the text has told by a head.
    pub told: ToldNames,
    /// The points of the last places.
    pub anchors: Anchors,
}

impl Discourse {
    /// Whether a byte lies in what was read already.
    pub fn is_past(&self, start: usize) -> bool {
        start < self.end
    }

    /// Counts the text up to a byte as read.
    pub fn advance(&mut self, end: usize) {
        self.end = self.end.max(end);
    }

    /// The country that a name at a byte may share: that of the place just before it, else the one
    /// that the line's hashtag names.
    pub fn recent_country(&self, start: usize) -> Option<CountryCode> {
        let last = self.last_country;
        let near = last.filter(|(_, end)| start.saturating_sub(*end) <= MAX_COUNTRY_DISTANCE);
        near.map(|(country, _)| country).or(self.tagged_country)
    }

    /// The country that the text speaks of at a byte: that of the place just before it, else the one that
    /// the caller named, else the one that the text is about.
    pub fn country_at(&self, start: usize, named: Option<CountryCode>) -> Option<CountryCode> {
        let recent = self.recent_country(start).or(named);
        recent.or_else(|| self.focus.country())
    }

    /// Byte at which the name of the last place with a country ends.
    pub fn last_place_end(&self) -> Option<usize> {
        self.last_country.map(|(_, end)| end)
    }

    /// Whether a match goes on a list of names, right behind the last place: الأشرفية *والجميزة*.
    pub fn continues_list(&self, tokens: &Tokens, found: &DictionaryMatch) -> bool {
        let token = &tokens.list[found.first];
        let before = found
            .first
            .checked_sub(1)
            .map(|before| &tokens.list[before]);
        found.skip() == 1
            && token.boundary == Boundary::Space
            && tokens.letters(token).first() == Some(&'و')
            && before.is_some_and(|before| self.last_place_end() == Some(before.end))
    }

    /// Whether a place is one of those mentioned last.
    pub fn is_recent(&self, place: u32) -> bool {
        self.recent.contains(&place)
    }

    /// The feature word of the list that the last mention is in, if a name goes on that list.
    pub fn list_at(&self, passage: Passage<'_>, found: &DictionaryMatch) -> Option<ListTrigger> {
        let (list, end) = self.list.as_ref()?;
        let token = &passage.tokens.list[found.first];
        let between = passage.text.get(*end..token.start)?;
        let and = found.skip() == 1 && passage.tokens.letters(token).first() == Some(&'و');
        // What is longer than joints of a list is not looked through for each word behind it.
        let apart = || !between.trim().is_empty() && found.proclitics.is_none();
        (is_of_list(between) && (and || apart())).then(|| list.clone())
    }

    /// The feature word of the list that the last mention is in, if a token goes on that list, with an
    /// *and* of so many letters or behind a word or a mark for it.
    pub fn list_goes_on(
        &self,
        passage: Passage<'_>,
        at: usize,
        skip: usize,
    ) -> Option<ListTrigger> {
        let (list, end) = self.list.as_ref()?;
        goes_on(passage, *end, at, skip).then(|| list.clone())
    }

    /// Whether a token goes on a list of places, two at least, of one country.
    pub fn places_go_on(&self, passage: Passage<'_>, at: usize, skip: usize) -> bool {
        let listed = self.listed.filter(|(count, ..)| *count >= MIN_LISTED);
        listed.is_some_and(|(_, _, end)| goes_on(passage, end, at, skip))
    }

    /// The country of the place right before a token in a list, with an *and* of so many letters or behind
    /// a word or a mark for it.
    pub fn follows_place(
        &self,
        passage: Passage<'_>,
        at: usize,
        skip: usize,
    ) -> Option<CountryCode> {
        let listed = self
            .listed
            .filter(|(_, _, end)| goes_on(passage, *end, at, skip));
        listed.map(|(_, country, _)| country)
    }

    /// Whether nothing but a dash stands between the place mentioned last and a token: Qars–*İğdır*.
    pub fn follows_dash(&self, passage: Passage<'_>, at: usize) -> bool {
        let start = passage.tokens.list[at].start;
        let end = self.listed.map(|(_, _, end)| end);
        let between = end.and_then(|end| passage.text.get(end..start));
        let joint = between.filter(|between| between.len() <= MAX_JOINT);
        joint.is_some_and(|between| matches!(between.trim(), "-" | "–" | "—"))
    }

    /// The place that was mentioned last, by its country, the byte at which its phrase ends, and its case.
    pub fn enumerated(&self) -> Option<(CountryCode, usize, Case)> {
        let (_, country, end) = self.listed?;
        Some((country, end, self.case?))
    }

    /// Takes note of the case of the place that was mentioned last.
    pub fn set_case(&mut self, case: Option<Case>) {
        self.case = case;
    }

    /// Whether a list may go on with a token: a mark or a word stands before it, or it begins with an *and*.
    #[inline]
    pub fn may_list_go_on(&self, passage: Passage<'_>, at: usize) -> bool {
        let token = &passage.tokens.list[at];
        self.is_near_list(token.start, 2)
            || self.is_near_list(token.start, 1)
                && passage.tokens.letters(token).first() == Some(&'و')
    }

    /// Whether a byte is so near the end of a member of a list, so many bytes behind it at least, that the
    /// list may go on there.
    #[inline]
    pub fn is_near_list(&self, start: usize, least: usize) -> bool {
        let near = |end: usize| {
            let between = start.checked_sub(end);
            between.is_some_and(|between| (least..=MAX_JOINT).contains(&between))
        };
        self.listed.is_some_and(|(_, _, end)| near(end))
            || self.list.as_ref().is_some_and(|(_, end)| near(*end))
    }

    /// Takes note of a place that was mentioned, whose token begins at a byte and whose phrase ends at
    /// another, as one of a list.
    pub fn add_listed(
        &mut self,
        text: &str,
        country: Option<CountryCode>,
        token_start: usize,
        phrase_end: usize,
    ) {
        let before = self.listed.filter(|(_, known, end)| {
            let between = text.get(*end..token_start);
            Some(*known) == country && between.is_some_and(is_of_list)
        });
        let count = before.map_or(0, |(count, ..)| count) + 1;
        self.listed = country.map(|country| (count, country, phrase_end));
    }

    /// Takes note of a name of a list that the index does not hold, whose phrase ends at a byte.
    pub fn add_unlisted(&mut self, list: ListTrigger, phrase_end: usize) {
        self.list = Some((list, phrase_end));
    }

    /// Takes note of a name that was mentioned: its place, the byte at which the name ends, the
    /// list that it is in, and the byte at which its phrase ends.
    pub fn add_place(
        &mut self,
        place: Option<(u32, Option<CountryCode>)>,
        name_end: usize,
        list: Option<ListTrigger>,
        phrase_end: usize,
    ) {
        if let Some((number, country)) = place {
            if self.recent.len() == MAX_RECENT {
                self.recent.pop_front();
            }
            self.recent.push_back(number);
            if let Some(country) = country {
                self.focus.add(country);
                self.last_country = Some((country, name_end));
            }
        }
        self.list = list.map(|list| (list, phrase_end));
    }

    /// Takes note of the country that a hashtag of the line at a token names. A window may begin in
    /// the middle of a line, behind its hashtags.
    pub fn read_hashtags(
        &mut self,
        index: &Index,
        entries: &mut NameEntries,
        passage: Passage<'_>,
        at: usize,
    ) {
        let line_start = passage.tokens.list[at].line_start;
        if line_start || at == 0 {
            let tagged = tagged_country(index, entries, passage, at);
            let before = self.tagged_country.filter(|_| !line_start);
            self.tagged_country = tagged.or(before);
        }
    }
}

/// The country of a well-known place in a hashtag of the line that begins at a token; the hashtag
/// need not be a mention.
fn tagged_country(
    index: &Index,
    entries: &mut NameEntries,
    passage: Passage<'_>,
    at: usize,
) -> Option<CountryCode> {
    let list = &passage.tokens.list;
    let line = (at..list.len()).take_while(|&i| i == at || !list[i].line_start);
    let is_tag = |at: &usize| {
        let tag = list[*at].tag;
        matches!(tag, HashtagPart::HashStart | HashtagPart::Hash)
    };
    for at in line.filter(is_tag) {
        entries.make_room();
        for found in passage.names.at(at) {
            let entry = entries.read(index, found.value);
            let mut known = entries
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

/// The clubs that a text named last, by their towns.
#[derive(Debug, Default)]
pub(crate) struct RecentClubs {
    /// Numbers of the towns, each with the byte at which the text named the club last.
    towns: VecDeque<(u32, usize)>,
}

/// Distance in bytes up to which a club's town alone still means the club: a few paragraphs.
const MAX_CLUB_DISTANCE: usize = 2500;

/// Maximum number of towns of clubs that are kept: a round of a cup.
const MAX_CLUBS: usize = 32;

impl RecentClubs {
    pub fn is_empty(&self) -> bool {
        self.towns.is_empty()
    }

    /// Adds a club, named at a byte, by the places that its name may mean.
    pub fn add(&mut self, names: &[NameEntry], at: usize) {
        for name in names {
            self.towns.retain(|(known, _)| *known != name.place);
            if self.towns.len() == MAX_CLUBS {
                self.towns.pop_front();
            }
            self.towns.push_back((name.place, at));
        }
    }

    /// Whether all places of a name at a byte are towns of clubs named shortly before.
    pub fn has_all(&self, names: &[NameEntry], at: usize) -> bool {
        names.iter().all(|name| {
            let mut towns = self.towns.iter();
            towns.any(|(known, last)| {
                *known == name.place && at.saturating_sub(*last) <= MAX_CLUB_DISTANCE
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_recent_for_a_dozen_words_and_places_for_so_many_mentions() {
        let (here, there) = ("AM".parse().unwrap(), "AZ".parse().unwrap());
        let mut discourse = Discourse::default();
        assert_eq!(discourse.recent_country(0), None);
        discourse.add_place(Some((1, Some(here))), 10, None, 20);
        assert_eq!(
            discourse.recent_country(10 + MAX_COUNTRY_DISTANCE),
            Some(here)
        );
        assert_eq!(discourse.recent_country(11 + MAX_COUNTRY_DISTANCE), None);
        // A place without a country leaves the last one, and so does none.
        discourse.add_place(Some((2, None)), 30, None, 30);
        discourse.add_place(None, 40, None, 40);
        assert_eq!(
            (discourse.last_place_end(), discourse.recent_country(50)),
            (Some(10), Some(here))
        );
        discourse.tagged_country = Some(there);
        assert_eq!(discourse.recent_country(50), Some(here));
        assert_eq!(discourse.recent_country(500), Some(there));
        for number in 3..=MAX_RECENT as u32 {
            discourse.add_place(Some((number, None)), 50, None, 50);
        }
        assert!(discourse.is_recent(1) && discourse.is_recent(2));
        discourse.add_place(Some((0, None)), 50, None, 50);
        assert!(!discourse.is_recent(1) && discourse.is_recent(2) && discourse.is_recent(0));
    }

    #[test]
    fn what_was_read_stays_read() {
        let mut discourse = Discourse::default();
        assert!(!discourse.is_past(0));
        discourse.advance(9);
        discourse.advance(3);
        assert!(discourse.is_past(8) && !discourse.is_past(9));
    }
}
