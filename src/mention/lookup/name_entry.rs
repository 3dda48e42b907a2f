//! What the index has under a key: its names, with what the stages ask of each and of its place.
//!
//! A text names the same places again and again, and many of its ordinary words are names of
//! hamlets. Each key is read from the index once, and cached from text to text (`mention::cache`).

use crate::analysis::token::held::held;
use crate::candidate::name_hit::alike;
use crate::candidate::variant::QueryVariant;
use crate::index::{Index, NameRef};
use crate::key::KeySpace;
use crate::lang::confusion::plain;
use crate::lang::language::LanguageSet;
use crate::lang::lexicon::Demonyms;
use crate::mention::feature::Cue;
use crate::mention::lookup::foremost::names_from;
use crate::mention::lookup::prominence;
use crate::mention::lookup::prominence::Prominence;
use crate::model::country::CountryCode;
use crate::model::feature::Feature;
use crate::model::language::Language;
use crate::model::name::NameKind;
use crate::model::place_id::PlaceId;
use crate::rank::candidate::Candidate;
use crate::rank::score::{NameFeatures, ScoreFeatures};
use crate::text::normalize::normal_form;
use rustc_hash::FxHashMap;
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
    /// The feature that tells the kind of place.
    pub kind: Cue,
    /// Whether the place comes from a dump, not from a table.
    pub dump: bool,
    /// Whether only a dump has the name, even if the place is one of a table.
    pub dump_name: bool,
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
    prominence: Prominence,
    spelling: u32,
    score_features: NameFeatures,
}

impl NameEntry {
    fn new(name: NameRef<'_>, spelling: u32, languages: LanguageSet) -> NameEntry {
        let place = name.place();
        let feature = place.feature();
        NameEntry {
            name: name.number(),
            place: place.number(),
            feature,
            country: place.country(),
            importance: place.importance(),
            kind: prominence::kind(place),
            dump: place.is_from_dump(),
            dump_name: name.is_from_dump(),
            well_known: prominence::is_well_known(place),
            notable: prominence::is_notable(place),
            languages,
            generated: name.kind() == NameKind::Generated,
            initials: is_initials(name),
            prominence: prominence::of(place, name),
            spelling,
            score_features: NameFeatures::of(name),
        }
    }

    /// Whether the place is prominent enough for its bare name to mean it.
    pub fn is_prominent(&self, space: KeySpace) -> bool {
        self.prominence.is_enough(space)
    }

    /// Whether the place is a country.
    pub fn is_country(&self) -> bool {
        self.feature.is_country()
    }
}

/// Maximum length in letters of a name that its capitals alone make an abbreviation.
const MAX_INITIALS: usize = 5;

/// Whether a name is made of initials. A single capital begins an ordinary name.
fn is_initials(name: NameRef<'_>) -> bool {
    let text = name.text();
    if !may_have_capitals(text) {
        return name.kind() == NameKind::Abbreviation;
    }
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let letters = || text.chars().filter(|c| c.is_alphabetic()).count();
    let short = || letters() <= MAX_INITIALS && !text.chars().any(char::is_lowercase);
    capitals != 1 && (name.kind() == NameKind::Abbreviation || (capitals > 0 && short()))
}

/// Whether a text has a capital, perhaps: neither Arabic nor signs and digits of ASCII have any.
fn may_have_capitals(text: &str) -> bool {
    let is_without = |byte: u8| match byte {
        0..0x80 => !byte.is_ascii_uppercase(),
        // The first bytes of the letters from U+0600 to U+06FF, and those behind a first one.
        0xD8..=0xDB | 0x80..0xC0 => true,
        _ => false,
    };
    !text.bytes().all(is_without)
}

/// The cache of keys with their names.
#[derive(Debug, Default)]
pub(crate) struct NameEntries {
    /// By the value that the dictionary stores with the key.
    by_value: FxHashMap<u64, EntryRange>,
    /// The prominence of the places of keys, by the same: of most nothing else is asked.
    prominences: FxHashMap<u64, Prominence>,
    /// By the address of the demonyms in the lexicon, which is static, and their languages.
    by_demonyms: FxHashMap<(usize, LanguageSet), EntryRange>,
    names_of: Vec<NameEntry>,
    /// The languages that tags may mean; names have few different ones.
    languages: Vec<(Language, LanguageSet)>,
    spellings: Vec<NormalizedName>,
    /// Number of bytes held for the letters of the spellings.
    letters: usize,
    /// Whether so much is held that all of it is dropped before the next token.
    full: bool,
}

/// What is under a key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EntryRange {
    /// Where its names are among those of all entries.
    first: u32,
    last: u32,
}

/// A spelling, normalized.
#[derive(Debug)]
pub(crate) struct NormalizedName {
    pub normal: String,
    /// The same without the differences that writers do not care about.
    pub plain: String,
}

/// Maximum number of spellings of one key that a further name is compared with.
const MAX_SPELLINGS_COMPARED: usize = 64;

/// Maximum number of bytes of the spellings of one key: names behind more of them are left out, so that a mention is read
/// in time however long the names are.
const MAX_LETTERS_OF_KEY: usize = 64 << 10;

/// Maximum number of names before all are dropped: some 2 MB.
const MAX_NAMES: usize = 1 << 15;

/// Maximum number of language tags that are remembered.
const MAX_TAGS: usize = 16;

/// Maximum number of bytes held for them, beside what the index has under the keys of one token.
const MAX_BYTES: usize = 8 << 20;

impl NameEntries {
    /// Number of bytes held.
    pub fn held(&self) -> usize {
        // A table is full at seven eighths, and has one byte more for each.
        let entry = size_of::<((usize, LanguageSet), EntryRange)>() + 1;
        let tables = [
            self.by_value.capacity(),
            self.prominences.capacity(),
            self.by_demonyms.capacity(),
        ];
        let entries = tables.iter().sum::<usize>() * 8 / 7;
        held(&self.names_of)
            + held(&self.languages)
            + held(&self.spellings)
            + self.letters
            + entries * entry
    }

    /// Drops all entries if their names have become too many or too large. Ranges returned before
    /// mean nothing then.
    #[inline]
    pub fn make_room(&mut self) {
        if self.full {
            *self = NameEntries::default();
        }
    }

    /// The greatest prominence of the places under a key, by the value that the dictionary stores with it.
    pub fn prominence(&mut self, index: &Index, value: u64) -> Prominence {
        if let Some(&prominence) = self.prominences.get(&value) {
            return prominence;
        }
        let mut most = Prominence::None;
        for name in names_from(index, value) {
            most = most.max(prominence::of(name.place(), name));
            if most == Prominence::Bare {
                break;
            }
        }
        self.prominences.insert(value, most);
        self.full |= self.held() > MAX_BYTES;
        most
    }

    /// What the index has under a key, by the value that the dictionary stores with it.
    pub fn read(&mut self, index: &Index, value: u64) -> EntryRange {
        if let Some(&entry) = self.by_value.get(&value) {
            return entry;
        }
        let entry = self.add(names_from(index, value));
        self.by_value.insert(value, entry);
        entry
    }

    fn add<'i>(&mut self, names: impl Iterator<Item = NameRef<'i>>) -> EntryRange {
        let first = self.names_of.len();
        let spellings = self.spellings.len();
        let letters = self.letters;
        // Marks are letters as they are written, and none as they are read.
        let mut written = 0;
        let mut before: Option<(&str, u32)> = None;
        for name in names {
            // Names that are spelled alike follow each other.
            let spelling = match before {
                Some((text, spelling)) if text == name.text() => spelling,
                _ => {
                    written += name.text().len();
                    self.spell(spellings.., name.text())
                }
            };
            before = Some((name.text(), spelling));
            if (self.letters - letters).max(written) > MAX_LETTERS_OF_KEY {
                break;
            }
            let languages = self.languages_of(name.language());
            self.names_of
                .push(NameEntry::new(name, spelling, languages));
        }
        self.full |= self.names_of.len() > MAX_NAMES || self.held() > MAX_BYTES;
        EntryRange {
            first: first as u32,
            last: self.names_of.len() as u32,
        }
    }

    /// The languages that a tag may mean.
    fn languages_of(&mut self, tag: Language) -> LanguageSet {
        let known = self.languages.iter().find(|(known, _)| *known == tag);
        if let Some((_, languages)) = known {
            return *languages;
        }
        let languages = LanguageSet::of_tag(tag);
        if self.languages.len() < MAX_TAGS {
            self.languages.push((tag, languages));
        }
        languages
    }

    /// The places of demonyms, each by its first name.
    pub fn read_demonyms(&mut self, index: &Index, demonyms: Demonyms) -> EntryRange {
        let key = demonyms.number();
        if let Some(&entry) = self.by_demonyms.get(&key) {
            return entry;
        }
        let mut ids: Vec<PlaceId> = Vec::new();
        for id in demonyms.iter().filter_map(|demonym| demonym.place) {
            // Spellings of one key lead to the same place.
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let places = ids.iter().filter_map(|id| index.place(id));
        let entry = self.add(places.filter_map(|place| place.names().next()));
        self.by_demonyms.insert(key, entry);
        entry
    }

    /// The number of a spelling, which may be among the known ones already; of very many, equal ones may have
    /// several numbers.
    fn spell(&mut self, known: std::ops::RangeFrom<usize>, text: &str) -> u32 {
        let normal = normal_form(text);
        let at = self.spellings[known.clone()]
            .iter()
            .take(MAX_SPELLINGS_COMPARED)
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
        entry: &NameEntry,
        written: &Arc<QueryVariant>,
    ) -> Candidate<'r> {
        let spelling = alike(&written.text, &self.spelling(entry).normal);
        let name = index.name(entry.name);
        let mut candidate = Candidate::new(name, written.clone(), spelling, false);
        candidate.points = ScoreFeatures::bare(&candidate, entry.score_features).points();
        candidate
    }

    /// How a name is spelled.
    pub fn spelling(&self, name: &NameEntry) -> &NormalizedName {
        &self.spellings[name.spelling as usize]
    }
}

impl EntryRange {
    /// Of a key of which nothing was read.
    pub const EMPTY: EntryRange = EntryRange { first: 0, last: 0 };

    /// Number of its names.
    pub fn len(self) -> u32 {
        self.last.saturating_sub(self.first)
    }
}
