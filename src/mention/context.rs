//! Stage 3, context: what the tokens and the text before a match say of it.
//!
//! In: a match of the lattice and the [`Discourse`](discourse::Discourse), the state of the text.
//! Out: a [`ContextMatch`].
//!
//! - `feature_words`: those at a match (مدينة, մարզ, rayonu), two before it and one behind it at
//!   most.
//! - `list`: a feature word in the plural that announces a whole list of names.
//! - `inner_name`: shorter names within a match: حلب of محافظة حلب. They are looked for once it is
//!   accepted.
//! - `neighbor`: what a token by itself says of a name beside it.
//! - `discourse`: recent places, clubs and lists.
//! - `anchors`: the points of the last places.
//! - `case`: whether a name says where something is, or where it comes from.
//! - `enumeration`: the places beside a name that is spelled like an ordinary word.
//! - `focus`: the country that the text is about.
//! - `told`: names that no gazetteer holds and that the text has told by a head.
//! - `misspelled`: a name that only a feature word licenses to look for.
//! - `unheard`: one that only sounds like a name of the index, behind a feature word or in a list;
//!   `look_ups` bounds how often that is looked for.

pub(crate) mod anchors;
pub(crate) mod case;
pub(crate) mod discourse;
pub(crate) mod enumeration;
pub(crate) mod feature_words;
pub(crate) mod focus;
pub(crate) mod inner_name;
pub(crate) mod list;
pub(crate) mod look_ups;
pub(crate) mod misspelled;
pub(crate) mod neighbor;
pub(crate) mod told;
pub(crate) mod unheard;

use crate::index::Index;
use crate::key::KeySpace;
use crate::mention::context::discourse::Discourse;
use crate::mention::context::enumeration::Enumeration;
use crate::mention::context::feature_words::Context;
use crate::mention::lookup::Passage;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::{EntryRange, NameEntries};
use crate::mention::lookup::prominence::Prominence;
use crate::model::country::CountryCode;
use crate::query::rule::Rule;

/// A match of the dictionary in its context.
pub(crate) struct ContextMatch {
    pub found: DictionaryMatch,
    /// The greatest prominence of its places.
    pub prominence: Prominence,
    /// What the index has under its key, once that was read: most matches are rejected before.
    entry: Option<EntryRange>,
    /// The feature words at it.
    pub context: Context,
    /// The country that the mentions before it make likely; else the one that the caller named.
    pub recent_country: Option<CountryCode>,
    /// The country that the text is about: that which the caller named, else the one of most of the
    /// latest places.
    pub focus: Option<CountryCode>,
    /// Byte at which the name of the last place ends.
    pub last_place_end: Option<usize>,
    /// Whether it goes on a list: see [`Discourse::continues_list`].
    pub continues_list: bool,
    /// The places that it is enumerated with, once they were looked for, if it is spelled like an ordinary
    /// word.
    pub enumeration: Enumeration,
    /// What the index has under the keys of the names that the match is with the و "and" of a list:
    /// جدة of وجدة.
    pub without_and: Vec<EntryRange>,
}

impl ContextMatch {
    /// A match of a passage; tokens before `first_free` belong to other mentions. `country` is the
    /// one that the caller named.
    #[inline]
    pub fn of(
        index: &Index,
        entries: &mut NameEntries,
        passage: Passage<'_>,
        discourse: &Discourse,
        found: &DictionaryMatch,
        first_free: usize,
        country: Option<CountryCode>,
    ) -> ContextMatch {
        let start = passage.tokens.list[found.first].start;
        // A match without anything stripped off may still begin with a و.
        let same = |other: &&DictionaryMatch| {
            other.last == found.last
                && other.suffix.is_none()
                && discourse.continues_list(passage.tokens, other)
        };
        let others = passage.names.at(found.first).iter();
        let whole = found.stripped() == 0 && found.space == KeySpace::Arabic;
        let others = others.filter(|_| whole).filter(same);
        let without_and: Vec<EntryRange> = others
            .map(|other| entries.read(index, other.value))
            .collect();
        // Written where it stays: most matches are rejected soon, and copies would cost most of it.
        let mut matched = ContextMatch {
            found: *found,
            prominence: entries.prominence(index, found.value),
            entry: None,
            context: Context::of(passage, found, first_free),
            recent_country: match passage.rules.has(Rule::RecentCountry) {
                true => discourse.recent_country(start).or(country),
                false => country,
            },
            focus: country.or_else(|| {
                let focus = discourse.focus.country();
                focus.filter(|_| passage.rules.has(Rule::Focus))
            }),
            last_place_end: discourse.last_place_end(),
            continues_list: discourse.continues_list(passage.tokens, found),
            enumeration: Enumeration::default(),
            without_and,
        };
        if matched.context.is_empty() && passage.rules.has(Rule::ListTriggers) {
            matched.context.list = discourse.list_at(passage, found);
        }
        if !matched.without_and.is_empty() {
            matched.read(index, entries);
        }
        matched
    }

    /// Reads what the index has under its key.
    pub fn read(&mut self, index: &Index, entries: &mut NameEntries) {
        self.entry = Some(entries.read(index, self.found.value));
    }

    /// What was read of what the index has under its key.
    pub fn entry(&self) -> EntryRange {
        self.entry.unwrap_or(EntryRange::EMPTY)
    }
}
