//! Readings: a query as a name with the places that stand around it, in all ways that the words
//! allow, and the ones that the gazetteer agrees with.
//!
//! ```text
//! Goris, Syunik Province, Armenia ─> segments ─┬─ name        spellings of the index ──┐
//! Tripoli Libya                      words     └─ qualifiers  what the place lies in ──┴─> judgment ─> NameHit
//! ```
//!
//! No reading with a letter taken off, an edit or a sound comes before one in which everything is
//! spelled as known:
//!
//! 1. the whole as it stands; then, without whole words at most, the readings, and those of the query
//!    with its abbreviations written out;
//! 2. the same without clitics and endings;
//! 3. letters put right that a wrong encoding broke;
//! 4. the name, and nothing else, within some edits or by its sound, among the places that the
//!    qualifiers admit.
//!
//! A qualifier that speaks against all places of the name ends the search: what is asked for is not
//! in the index. What is looked up in one reading is kept for the others.
//!
//! - [`qualifier`]: what stands beside a name, and what it may be,
//! - [`judgment`]: how well a place goes with its qualifiers,
//! - [`marked`] and [`unmarked`]: readings of a query that is cut by marks, and of words in a row,
//! - [`between`]: words for directions and areas between two places,
//! - [`frame`]: words for directions and areas around a name,
//! - [`kind_behind`]: words for a kind behind a name,
//! - [`repair`]: postal codes and broken letters,
//! - [`loose`]: names that are misspelled or only heard.

mod between;
mod frame;
mod judgment;
mod kind_behind;
mod loose;
mod marked;
pub(crate) mod qualifier;
mod repair;
#[cfg(all(test, feature = "embedded"))]
mod tests;
mod unmarked;
mod ways;

use crate::candidate::apostrophe::{search, search_phonetically};
use crate::candidate::name_hit::{NameHit, change_variants};
use crate::candidate::prominent::prominent_first;
use crate::candidate::reading::frame::{MAX_FRAMES, framed};
use crate::candidate::reading::judgment::best;
use crate::candidate::reading::kind_behind::kind_behind;
use crate::candidate::reading::qualifier::Qualifier;
use crate::candidate::reading::ways::Ways;
use crate::candidate::source::{Reach, Search};
use crate::model::evidence::StrippedAffix;
use crate::model::feature::FeatureClass;
use crate::query::Query;
use crate::query::segment::{segments, words};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::rc::Rc;

/// The names that a query finds, of its best readings.
pub(crate) fn find<'i>(source: Search<'i>, query: &Query) -> Vec<NameHit<'i>> {
    if query.prefix {
        let mut found = search(source, query);
        if found.is_empty() {
            found = by_id(source, query);
        }
        return found;
    }
    // Programs write blanks so: Tripoli_Libya. An id may have the mark itself.
    if query.name.contains('_') {
        let by_id = by_id(source, query);
        let blank = query.clone().name(query.name.replace('_', " "));
        return match by_id.is_empty() {
            true => find(source, &blank),
            false => by_id,
        };
    }
    let mut reader = Reader::new(source, query);
    if query.exhaustive {
        return reader.find_all();
    }
    let is_plain = || query.name.chars().all(|c| c.is_alphabetic() || c == ' ');
    if reader.is_one_word() && is_plain() {
        return reader.find_word();
    }
    reader.find()
}

/// Whether no marks but dashes cut a query.
fn is_cut_by_dashes(text: &str) -> bool {
    let is_dash = |c: char| matches!(c, '-' | '–' | '—');
    segments(&text.replace(is_dash, " ")).len() == 1
}

/// The place that a query asks for by its id.
fn by_id<'i>(source: Search<'i>, query: &Query) -> Vec<NameHit<'i>> {
    let id = query.name.trim().parse().ok();
    let place = id.and_then(|id| source.index.place(&id));
    let name = place.and_then(|place| place.names().next());
    name.filter(|name| query.admits(name.place()))
        .map(NameHit::by_id)
        .into_iter()
        .collect()
}

/// What is known of the parts of a query, each looked up once.
struct Reader<'i, 'q> {
    source: Search<'i>,
    query: &'q Query,
    segments: Vec<Range<usize>>,
    /// By their text: a query may name the same again and again.
    names: FxHashMap<(&'q str, Reach), Rc<Vec<NameHit<'i>>>>,
    qualifiers: FxHashMap<(usize, usize, Reach), Rc<Qualifier>>,
    /// The same by their text, and whether marks part them.
    qualifiers_by_text: FxHashMap<(&'q str, Reach, bool), Rc<Qualifier>>,
    /// Whether a country or a unit was found among words in a row: then they are spelled as they are
    /// known, and their sound says nothing more.
    has_container: bool,
}

/// What the readings of a query came to.
enum Found<'i> {
    /// Places that go with all that stands beside their name.
    Places(Vec<NameHit<'i>>),
    /// The name is known, and all its places lie elsewhere.
    Refuted,
    /// The name is not known as it is spelled.
    Unknown,
}

impl<'i, 'q> Reader<'i, 'q> {
    fn new(source: Search<'i>, query: &'q Query) -> Self {
        Reader {
            source,
            query,
            segments: segments(&query.name),
            names: FxHashMap::default(),
            qualifiers: FxHashMap::default(),
            qualifiers_by_text: FxHashMap::default(),
            has_container: false,
        }
    }

    fn text(&self, part: &Range<usize>) -> &'q str {
        self.query.name.get(part.clone()).unwrap_or_default()
    }

    fn whole(&self) -> Range<usize> {
        0..self.query.name.len()
    }

    fn is_one_word(&self) -> bool {
        self.segments.len() <= 1 && words(&self.query.name, self.whole()).len() <= 1
    }

    /// The places of a single word, or of what has no letter.
    fn find_word(&self) -> Vec<NameHit<'i>> {
        let found = search(self.source, self.query);
        let mut found = prominent_first(self.source, self.query, found);
        if found.is_empty() {
            found = self.find_repaired().unwrap_or_default();
        }
        if found.is_empty() {
            found = self.find_respelled(self.query);
        }
        if found.is_empty() {
            found = search_phonetically(self.source, self.query);
        }
        if found.is_empty() {
            found = self.find_chat_letters();
        }
        found
    }

    fn find(&mut self) -> Vec<NameHit<'i>> {
        let (source, query) = (self.source, self.query);
        let whole = self.names(self.whole(), Reach::Whole);
        if !whole.is_empty() {
            return prominent_first(source, query, whole.to_vec());
        }
        if let Some(found) = self.find_without_postcode() {
            return found;
        }
        let mut ways = Ways::of(self);
        if let Some(found) = ways.exact(Reach::Words) {
            return found;
        }
        let by_id = by_id(source, query);
        if !by_id.is_empty() {
            return by_id;
        }
        if let Some(found) = ways.exact(Reach::Affixes) {
            return prominent_first(source, query, found);
        }
        if let Some(found) = ways.reader.find_repaired() {
            return found;
        }
        match ways.reader.find_loosely() {
            found if found.is_empty() => self.find_chat_letters(),
            found => found,
        }
    }

    /// The places that go with readings in which everything is spelled as known.
    fn exact(&mut self, reach: Reach) -> Found<'i> {
        let whole = self.whole_names(reach);
        // A town may be called like a word for a kind of place.
        if !whole.is_empty() && !whole.iter().all(judgment::is_misfit) {
            return Found::Places(whole.to_vec());
        }
        let marked = match self.segments.len() {
            0 | 1 => Found::Unknown,
            _ => self.marked(reach),
        };
        if let Found::Places(_) = marked {
            return marked;
        }
        // A dash may be a part of the name.
        if self.segments.len() == 1 || is_cut_by_dashes(&self.query.name) {
            let judged = self.unmarked(self.whole(), reach);
            if !judged.is_empty() {
                return Found::Places(best(judged));
            }
        }
        match whole.is_empty() {
            true if self.segments.len() == 1 => self.between(reach),
            true => marked,
            false => Found::Places(whole.to_vec()),
        }
    }

    /// The names that the whole query is: of a query that marks cut only as it stands.
    fn whole_names(&mut self, reach: Reach) -> Rc<Vec<NameHit<'i>>> {
        match self.segments.len() {
            0 | 1 => self.names(self.whole(), reach),
            _ => self.names(self.whole(), Reach::Whole),
        }
    }

    /// All that a query finds, in whatever way.
    fn find_all(&mut self) -> Vec<NameHit<'i>> {
        let mut found = search(self.source, self.query);
        if found.is_empty() {
            found = by_id(self.source, self.query);
        }
        if self.segments.len() > 1 {
            if let Found::Places(places) = self.marked(Reach::Affixes) {
                found.extend(places);
            }
            found.extend(self.marked_loosely());
        } else if let Some(segment) = self.segments.first().cloned() {
            found.extend(best(self.unmarked(segment, Reach::Affixes)));
        }
        found.extend(search_phonetically(self.source, self.query));
        found
    }

    /// The names that a part of the query is spelled like.
    fn names(&mut self, part: Range<usize>, reach: Reach) -> Rc<Vec<NameHit<'i>>> {
        let key = (self.text(&part), reach);
        if let Some(known) = self.names.get(&key) {
            return Rc::clone(known);
        }
        let query = self.query.clone().name(key.0);
        let found = Rc::new(named(self.source, &query, reach));
        self.names.insert(key, Rc::clone(&found));
        found
    }

    /// What a part of the query may be beside a name.
    fn qualifier(&mut self, part: Range<usize>, reach: Reach, is_marked: bool) -> Rc<Qualifier> {
        let key = (part.start, part.end, reach);
        if let Some(known) = self.qualifiers.get(&key) {
            return Rc::clone(known);
        }
        let by_text = (self.text(&part), reach, is_marked);
        let found = match self.qualifiers_by_text.get(&by_text) {
            Some(known) => Rc::new(known.at(part)),
            None => {
                let of = Qualifier::of(self.source, self.query, part, reach, is_marked);
                let new = Rc::new(of);
                self.qualifiers_by_text.insert(by_text, Rc::clone(&new));
                new
            }
        };
        self.qualifiers.insert(key, Rc::clone(&found));
        found
    }
}

/// The names that a query is spelled like, up to a reach below edits: as it stands; else behind
/// words for directions and areas; else without what may be stripped.
fn named<'i>(source: Search<'i>, query: &Query, reach: Reach) -> Vec<NameHit<'i>> {
    named_in_frames(source, query, reach, MAX_FRAMES)
}

/// The same, within so many frames at most.
fn named_in_frames<'i>(
    source: Search<'i>,
    query: &Query,
    reach: Reach,
    frames: usize,
) -> Vec<NameHit<'i>> {
    let found = search(source.up_to(Reach::Whole), query);
    if !found.is_empty() || reach == Reach::Whole {
        return found;
    }
    if let Some(frames) = frames.checked_sub(1)
        && let Some((name, word)) = framed(&query.name)
    {
        let found = named_in_frames(source, &query.clone().name(name), reach, frames);
        if !found.is_empty() {
            return with(found, &word);
        }
    }
    let mut found = search(source.up_to(reach), query);
    judgment::drop_of_other_countries(&mut found, source.index);
    if found.is_empty() {
        found = named_kind_first(source, query);
    }
    found
}

/// The names that a query is spelled like without the kind behind it, or with the kind in front, of
/// places of that kind. A word for a town behind the name asks for the town of that name, and not for
/// the unit that is called *city of*.
fn named_kind_first<'i>(source: Search<'i>, query: &Query) -> Vec<NameHit<'i>> {
    let Some((name, words)) = kind_behind(&query.name) else {
        return Vec::new();
    };
    let suits = |hit: &NameHit<'_>| !judgment::is_misfit(hit);
    for word in words {
        let spelling = format!("{} {name}", word.text);
        let mut found = Vec::new();
        if word.class == FeatureClass::Populated {
            let bare = query.clone().name(name);
            found = search(source.up_to(Reach::Whole), &bare);
            found = with(found, &StrippedAffix::FeatureWord(word));
            found.retain(suits);
        }
        if found.is_empty() {
            let turned = query.clone().name(spelling.as_str());
            found = search(source.up_to(Reach::Words), &turned);
            found.retain(suits);
        }
        if !found.is_empty() {
            return read_as(found, &spelling);
        }
    }
    Vec::new()
}

/// The names that were found, with something that was stripped before that.
fn with<'i>(mut found: Vec<NameHit<'i>>, stripped: &StrippedAffix) -> Vec<NameHit<'i>> {
    change_variants(&mut found, |variant| {
        variant.stripped.insert(0, stripped.clone())
    });
    found
}

/// The names that were found for another spelling of the query.
fn read_as<'i>(mut found: Vec<NameHit<'i>>, spelling: &str) -> Vec<NameHit<'i>> {
    change_variants(&mut found, |variant| {
        variant.read_as.get_or_insert_with(|| spelling.to_owned());
    });
    found
}
