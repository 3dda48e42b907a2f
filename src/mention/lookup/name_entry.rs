//! What the dictionary has under a key: the names that are found there, with what reading a text
//! asks of each and of its place.
//!
//! A text names the same places again and again, and many of its ordinary words are names of
//! hamlets. Each key is read from the index once, and remembered for the next text (*scratch*).

use crate::candidate::name_hit::alike;
use crate::candidate::variant::Written;
use crate::hash;
use crate::index::{Index, NameRef};
use crate::key::KeySpace;
use crate::lang::confusion::{plain, plain_letter};
use crate::lang::language::LanguageSet;
use crate::lang::lexicon::Demonyms;
use crate::mention::feature::Cue;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::prominence;
use crate::mention::lookup::prominence::Prominence;
use crate::mention::token::Tokens;
use crate::mention::token::held::held;
use crate::model::country::CountryCode;
use crate::model::feature::Feature;
use crate::model::name::NameKind;
use crate::model::place_id::PlaceId;
use crate::rank::candidate::Candidate;
use crate::rank::score;
use crate::text::normalize::normal_form;
use std::collections::HashMap;
use std::sync::Arc;

/// One of the names of a key: a place that it may mean.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameEntry {
    /// Number of the name.
    pub name: u32,
    /// Number of the place.
    pub place: u32,
    pub feature: Feature,
    pub country: Option<CountryCode>,
    pub importance: u8,
    /// The sign that says what kind of place it is.
    pub kind: Cue,
    /// Whether the place comes from a dump, not from a table.
    pub dump: bool,
    /// See [`prominence::is_well_known`].
    pub well_known: bool,
    /// See [`prominence::is_notable`].
    pub notable: bool,
    /// The languages that use the name.
    pub languages: LanguageSet,
    /// Whether the name was made by rule and nobody is known to have written it.
    pub generated: bool,
    /// Whether the name is of initials, which are written in capitals.
    pub initials: bool,
    weight: Prominence,
    spelling: u32,
    /// See [`score::base_score`].
    base_score: i32,
}

impl NameEntry {
    fn new(name: NameRef<'_>, spelling: u32) -> NameEntry {
        let place = name.place();
        NameEntry {
            name: name.number(),
            place: place.number(),
            feature: place.feature(),
            country: place.country(),
            importance: place.importance(),
            kind: prominence::kind(place),
            dump: prominence::is_from_dump(place),
            well_known: prominence::is_well_known(place),
            notable: prominence::is_notable(place),
            languages: LanguageSet::of_tag(name.language()),
            generated: name.kind() == NameKind::Generated,
            initials: is_initials(name),
            weight: prominence::weight(place),
            spelling,
            base_score: score::base_score(name),
        }
    }

    /// Whether the place is talked about enough for its bare name to mean it.
    pub fn weighs(&self, space: KeySpace) -> bool {
        self.weight >= least_weight(space)
    }

    /// Whether the place is a country.
    pub fn is_country(&self) -> bool {
        self.feature.is_country()
    }
}

/// What the place of a bare name must weigh in a key space.
fn least_weight(space: KeySpace) -> Prominence {
    match space {
        KeySpace::Armenian | KeySpace::Latin | KeySpace::Cyrillic => Prominence::InCapitals,
        _ => Prominence::Bare,
    }
}

/// The longest name that its capitals alone make an abbreviation.
const MAX_INITIALS: usize = 5;

/// Whether a name is made of initials. A single capital begins an ordinary name.
fn is_initials(name: NameRef<'_>) -> bool {
    let text = name.text();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let letters = || text.chars().filter(|c| c.is_alphabetic()).count();
    let short = || letters() <= MAX_INITIALS && !text.chars().any(char::is_lowercase);
    capitals != 1 && (name.kind() == NameKind::Abbreviation || (capitals > 0 && short()))
}

/// The keys that were asked for last, with their names.
#[derive(Debug, Default)]
pub(crate) struct NameEntries {
    /// By the value that the dictionary stores with the key.
    by_value: HashMap<u64, EntryRange, hash::Build>,
    /// By where the demonyms are in the lexicon, which stay there, and their languages.
    by_demonyms: HashMap<(usize, LanguageSet), EntryRange, hash::Build>,
    names_of: Vec<NameEntry>,
    spellings: Vec<NormalizedName>,
    /// Bytes held for the spellings' letters.
    letters: usize,
    /// Whether so much is held that all of it is forgotten before the next word.
    full: bool,
}

/// What is under a key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EntryRange {
    /// Where its names are among those of all entries.
    first: u32,
    last: u32,
    /// The most that any of its places weighs.
    weight: Prominence,
}

/// A spelling, normalized.
#[derive(Debug, Default)]
pub(crate) struct NormalizedName {
    pub normal: String,
    /// The same without the differences that no writer is careful about.
    pub plain: String,
}

impl NormalizedName {
    /// Takes the spelling of a match.
    pub fn set(&mut self, found: &DictionaryMatch, tokens: &Tokens) {
        found.write(tokens, &mut self.normal);
        self.plain.clear();
        self.plain.extend(self.normal.chars().map(plain_letter));
    }
}

/// So many names are kept before all are forgotten: some 2 MB.
const MAX_NAMES: usize = 1 << 15;

/// So many bytes may be held for them, beside what the index has under the keys of one word.
const MAX_BYTES: usize = 8 << 20;

impl NameEntries {
    /// How many bytes are held.
    pub fn held(&self) -> usize {
        // A table is full at seven eighths, and has one byte more for each.
        let entry = size_of::<((usize, LanguageSet), EntryRange)>() + 1;
        let entries = (self.by_value.capacity() + self.by_demonyms.capacity()) * 8 / 7;
        held(&self.names_of) + held(&self.spellings) + self.letters + entries * entry
    }

    /// Forgets all entries if their names have become too many or too large. What was answered
    /// before means nothing then.
    pub fn make_room(&mut self) {
        if self.full {
            *self = NameEntries::default();
        }
    }

    /// What the index has under a key, by the value that the dictionary stores with it.
    pub fn read(&mut self, index: &Index, value: u64) -> EntryRange {
        if let Some(&entry) = self.by_value.get(&value) {
            return entry;
        }
        let entry = self.add(index.names_from(value));
        self.by_value.insert(value, entry);
        entry
    }

    fn add<'i>(&mut self, names: impl Iterator<Item = NameRef<'i>>) -> EntryRange {
        let first = self.names_of.len();
        let spellings = self.spellings.len();
        for name in names {
            let spelling = self.spell(spellings.., name.text());
            self.names_of.push(NameEntry::new(name, spelling));
        }
        self.full = self.names_of.len() > MAX_NAMES || self.held() > MAX_BYTES;
        let weights = self.names_of[first..].iter().map(|sense| sense.weight);
        EntryRange {
            first: first as u32,
            last: self.names_of.len() as u32,
            weight: weights.max().unwrap_or(Prominence::None),
        }
    }

    /// The places of demonyms, each by its first name.
    pub fn read_demonyms(&mut self, index: &Index, demonyms: Demonyms) -> EntryRange {
        let key = demonyms.number();
        if let Some(&entry) = self.by_demonyms.get(&key) {
            return entry;
        }
        let mut ids: Vec<&PlaceId> = Vec::new();
        for id in demonyms.iter().filter_map(|demonym| demonym.place.as_ref()) {
            // Spellings of one key lead to the same place.
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let places = ids.into_iter().filter_map(|id| index.place(id));
        let entry = self.add(places.filter_map(|place| place.names().next()));
        self.by_demonyms.insert(key, entry);
        entry
    }

    /// The number of a spelling, which may be among these already.
    fn spell(&mut self, known: std::ops::RangeFrom<usize>, text: &str) -> u32 {
        let normal = normal_form(text);
        let at = self.spellings[known.clone()]
            .iter()
            .position(|spelling| spelling.normal == normal);
        let at = at.map_or(self.spellings.len(), |at| known.start + at);
        if at == self.spellings.len() {
            let plain = plain(&normal);
            let normal = normal.into_owned();
            self.letters += plain.capacity() + normal.capacity();
            self.spellings.push(NormalizedName { normal, plain });
        }
        at as u32
    }

    /// The names of an entry.
    pub fn names_of(&self, entry: EntryRange) -> &[NameEntry] {
        &self.names_of[entry.first as usize..entry.last as usize]
    }

    /// The place of a name as a candidate for what was written, which has its key.
    pub fn candidate<'r>(
        &self,
        index: &'r Index,
        sense: &NameEntry,
        written: &Arc<Written>,
    ) -> Candidate<'r> {
        let spelling = alike(&written.text, &self.spelling(sense).normal);
        let name = index.name(sense.name);
        let mut candidate = Candidate::new(name, written.clone(), spelling, false);
        candidate.score = score::score_by_base(&candidate, sense.base_score);
        candidate
    }

    /// How a name is spelled.
    pub fn spelling(&self, sense: &NameEntry) -> &NormalizedName {
        &self.spellings[sense.spelling as usize]
    }
}

impl EntryRange {
    /// Whether the bare name means any of its places.
    pub fn weighs(self, space: KeySpace) -> bool {
        self.weight >= least_weight(space)
    }
}
