//! Names that are not spelled as known: within some edits, by their sound, or with the digits of chat
//! letters. Everything else has been tried before.

use crate::candidate::apostrophe::{search, search_phonetically};
use crate::candidate::name_hit::NameHit;
use crate::candidate::phonetic::own_names::writes_arabic;
use crate::candidate::phonetic::sounds_same;
use crate::candidate::prominent::prominent_first;
use crate::candidate::reading::frame::{MAX_FRAMES, framed};
use crate::candidate::reading::{Reader, judgment, named, read_as, repair, with};
use crate::candidate::source::Reach;
use crate::lang::abbreviation;
use crate::phonetic::sound::romanization::RomanizedName;
use crate::query::Query;
use crate::query::segment::{MAX_WORDS, words};

impl<'i> Reader<'i, '_> {
    /// The places of names that are spelled or sound like the query's.
    pub(super) fn find_loosely(&mut self) -> Vec<NameHit<'i>> {
        if self.segments.len() > 1 {
            return self.marked_loosely();
        }
        self.named_loosely(self.query, !self.has_container)
    }

    /// The places of names that are spelled like a query's, or sound like it.
    pub(super) fn named_loosely(&self, query: &Query, by_sound: bool) -> Vec<NameHit<'i>> {
        let spellings = abbreviation::written_out(&query.name);
        if let Some(spelling) = spellings.first() {
            let query = query.clone().name(spelling.as_str());
            return read_as(self.spelled_loosely(&query, by_sound, MAX_FRAMES), spelling);
        }
        self.spelled_loosely(query, by_sound, MAX_FRAMES)
    }

    /// The same, within so many frames at most.
    fn spelled_loosely(&self, query: &Query, by_sound: bool, frames: usize) -> Vec<NameHit<'i>> {
        let mut found = search(self.source, query);
        judgment::drop_of_other_countries(&mut found, self.source.index);
        if by_sound {
            found = prominent_first(self.source, query, found);
        }
        // What looks like a frame may be a part of the misspelled name.
        if found.is_empty()
            && let Some(frames) = frames.checked_sub(1)
            && let Some((name, word)) = framed(&query.name)
        {
            let query = query.clone().name(name);
            let mut found = self.spelled_loosely(&query, by_sound, frames);
            // Words around a name leave less of it to be compared.
            found.retain(|hit| !hit.sounded || sounds_same(hit));
            return with(found, &word);
        }
        if found.is_empty() && by_sound {
            found = self.find_respelled(query);
        }
        let words = words(&query.name, 0..query.name.len());
        // In more words than that hardly anything of the query would be compared.
        if found.is_empty() && by_sound && words.len() <= MAX_WORDS {
            found = search_phonetically(self.source, query);
        }
        found
    }

    /// The Arab places that are called as the query is with letters for its digits.
    pub(super) fn find_chat_letters(&self) -> Vec<NameHit<'i>> {
        let spellings = repair::without_chat_letters(&self.query.name);
        self.find_romanized(self.query, spellings)
    }

    /// The Arab places that are called as a query is in the orthography that its letters tell.
    pub(super) fn find_respelled(&self, query: &Query) -> Vec<NameHit<'i>> {
        let spellings = RomanizedName::in_english(&query.name);
        self.find_romanized(query, spellings)
    }

    fn find_romanized(&self, query: &Query, spellings: Vec<String>) -> Vec<NameHit<'i>> {
        let found = spellings.into_iter().find_map(|spelling| {
            let query = query.clone().name(spelling.as_str());
            let mut found = named(self.source, &query, Reach::Whole);
            let country = |hit: &NameHit<'_>| hit.name.place().country();
            found.retain(|hit| country(hit).is_some_and(writes_arabic));
            (!found.is_empty()).then(|| read_as(found, &spelling))
        });
        found.unwrap_or_default()
    }
}
