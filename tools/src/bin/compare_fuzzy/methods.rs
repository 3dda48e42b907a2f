//! The methods, each used as its documentation recommends.

use crate::names::Names;
use crate::queries::Query;
use fst::automaton::Levenshtein;
use fst::{IntoStreamer, Set, Streamer};
use levenshtein_automata::{Distance, LevenshteinAutomatonBuilder};
use rapidfuzz::distance::osa;
use symspell::{SymSpell, SymSpellBuilder, UnicodeStringStrategy, Verbosity};
use toponym::{Dictionary, KeySpace, MaxEdits, Script};

/// A name that a method found.
pub enum Found<'a> {
    /// By its position among the names of the query's script.
    Position(usize),
    /// By its letters; it may be a name of another script.
    Text(&'a str),
}

/// Something that finds names within some edits.
pub trait Method {
    fn name(&self) -> &'static str;

    /// Gives each name within `max_edits` to `found`; `within(query, 0, ..)` is an exact lookup.
    fn within(&self, query: &Query, max_edits: u8, found: &mut dyn FnMut(Found));

    /// Bytes that searches read, if the method can tell.
    fn bytes(&self) -> Option<usize>;

    /// A query a tier, until one answers: exact, then one edit, then two, as far as allowed.
    fn tiered(&self, query: &Query, found: &mut dyn FnMut(Found)) {
        let mut answered = false;
        for max_edits in 0..=most_edits(query) {
            self.within(query, max_edits, &mut |name| {
                answered = true;
                found(name);
            });
            if answered {
                break;
            }
        }
    }
}

/// The edits that the crate allows to a name of that length.
pub fn most_edits(query: &Query) -> u8 {
    MaxEdits::Auto.for_length(query.text.chars().count())
}

/// This crate's search, alone: the others neither fold spellings nor score what they find, so that
/// a `Resolver`, which does both, would not be comparable.
pub struct Toponym {
    spaces: Vec<Space>,
}

struct Space {
    /// The number of each letter that the names have, by its code.
    numbers: Vec<u8>,
    dictionary: Dictionary,
}

impl Toponym {
    pub fn build(names: &[Names]) -> Self {
        let spaces = names.iter().map(|names| {
            let mut letters: Vec<char> = names.names.iter().flat_map(|name| name.chars()).collect();
            letters.sort_unstable();
            letters.dedup();
            let mut numbers = vec![];
            for (letter, number) in letters.into_iter().zip(1..=63) {
                numbers.resize(letter as usize + 1, 63);
                numbers[letter as usize] = number;
            }
            let keys: Vec<Vec<u8>> = names.names.iter().map(|name| key(&numbers, name)).collect();
            let entries = keys
                .iter()
                .zip(0..)
                .map(|(key, value)| (key.as_slice(), value));
            let space = match names.script {
                Script::Arabic => KeySpace::Arabic,
                Script::Armenian => KeySpace::Armenian,
                Script::Cyrillic => KeySpace::Cyrillic,
                _ => KeySpace::Latin,
            };
            let dictionary = Dictionary::build(space, entries).expect("names are sorted");
            Space {
                numbers,
                dictionary,
            }
        });
        Toponym {
            spaces: spaces.collect(),
        }
    }
}

/// The key of a name: a number for each letter, 63 for letters that no name has.
fn key(numbers: &[u8], name: &str) -> Vec<u8> {
    name.chars()
        .map(|c| numbers.get(c as usize).copied().unwrap_or(63))
        .collect()
}

impl Method for Toponym {
    fn name(&self) -> &'static str {
        "toponym"
    }

    fn within(&self, query: &Query, max_edits: u8, found: &mut dyn FnMut(Found)) {
        let space = &self.spaces[query.script];
        let key = key(&space.numbers, &query.text);
        space.dictionary.within(&key, max_edits, false, &mut |hit| {
            found(Found::Position(hit.value as usize));
        });
    }

    fn bytes(&self) -> Option<usize> {
        Some(
            self.spaces
                .iter()
                .map(|space| space.dictionary.keys().size())
                .sum(),
        )
    }
}

/// The automata of tantivy over one `fst` set of all names.
pub struct LevenshteinAutomata {
    set: Set<Vec<u8>>,
    builders: [LevenshteinAutomatonBuilder; 2],
}

impl LevenshteinAutomata {
    pub fn build(names: &[Names]) -> Self {
        LevenshteinAutomata {
            set: set(names),
            builders: [1, 2].map(|edits| LevenshteinAutomatonBuilder::new(edits, true)),
        }
    }
}

/// A name of a set, as a user would read it.
fn text(name: &[u8]) -> Found<'_> {
    Found::Text(str::from_utf8(name).unwrap_or_default())
}

fn set(names: &[Names]) -> Set<Vec<u8>> {
    let mut all: Vec<&str> = names
        .iter()
        .flat_map(|n| n.names.iter().map(String::as_str))
        .collect();
    all.sort_unstable();
    Set::from_iter(all).expect("names are sorted")
}

impl Method for LevenshteinAutomata {
    fn name(&self) -> &'static str {
        "levenshtein_automata+fst"
    }

    fn within(&self, query: &Query, max_edits: u8, found: &mut dyn FnMut(Found)) {
        let Some(builder) = usize::checked_sub(max_edits.into(), 1) else {
            if self.set.contains(&query.text) {
                found(Found::Text(&query.text));
            }
            return;
        };
        let dfa = self.builders[builder].build_dfa(&query.text);
        let mut stream = self.set.search(&dfa).into_stream();
        while let Some(name) = stream.next() {
            // As a user would, ask for the distance, by which to rank.
            if let Distance::Exact(_) = dfa.eval(name) {
                found(text(name));
            }
        }
    }

    fn bytes(&self) -> Option<usize> {
        Some(self.set.as_fst().as_bytes().len())
    }
}

/// The automata that come with `fst`, once the crate fst-levenshtein.
pub struct FstLevenshtein(Set<Vec<u8>>);

impl FstLevenshtein {
    pub fn build(names: &[Names]) -> Self {
        FstLevenshtein(set(names))
    }
}

impl Method for FstLevenshtein {
    fn name(&self) -> &'static str {
        "fst-levenshtein"
    }

    fn within(&self, query: &Query, max_edits: u8, found: &mut dyn FnMut(Found)) {
        // Long patterns are an error: their automaton would be too large.
        let Ok(automaton) = Levenshtein::new(&query.text, max_edits.into()) else {
            return;
        };
        let mut stream = self.0.search(&automaton).into_stream();
        while let Some(name) = stream.next() {
            found(text(name));
        }
    }

    fn bytes(&self) -> Option<usize> {
        Some(self.0.as_fst().as_bytes().len())
    }
}

/// SymSpell, distance 2, prefix length 7, all suggestions.
pub struct Symmetric {
    index: SymSpell<UnicodeStringStrategy>,
    bytes: Option<usize>,
}

impl Symmetric {
    /// Bytes that a name takes at least, as measured at 100,000 names and at a million.
    pub const BYTES_A_NAME: usize = 2500;

    pub fn build(names: &[Names]) -> Self {
        let before = resident();
        let mut index: SymSpell<UnicodeStringStrategy> = SymSpellBuilder::default()
            .max_dictionary_edit_distance(2)
            .prefix_length(7)
            .build()
            .expect("all settings are given");
        for name in names.iter().flat_map(|names| &names.names) {
            index.load_dictionary_line(&format!("{name}\t1"), 0, 1, "\t");
        }
        let bytes = resident()
            .zip(before)
            .map(|(after, before)| after.saturating_sub(before));
        Symmetric { index, bytes }
    }
}

/// Memory that the process holds, where the system tells.
fn resident() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim()
        .strip_suffix(" kB")?
        .parse::<usize>()
        .ok()
        .map(|kilobytes| kilobytes * 1024)
}

impl Method for Symmetric {
    fn name(&self) -> &'static str {
        "symspell"
    }

    fn within(&self, query: &Query, max_edits: u8, found: &mut dyn FnMut(Found)) {
        let edits = max_edits.into();
        for suggestion in self.index.lookup(&query.text, Verbosity::All, edits) {
            found(Found::Text(&suggestion.term));
        }
    }

    fn bytes(&self) -> Option<usize> {
        self.bytes
    }
}

/// A comparison with every name.
pub struct BruteForce<'n>(pub &'n [Names]);

impl Method for BruteForce<'_> {
    fn name(&self) -> &'static str {
        "rapidfuzz"
    }

    fn within(&self, query: &Query, max_edits: u8, found: &mut dyn FnMut(Found)) {
        let comparator = osa::BatchComparator::new(query.text.chars());
        let args = osa::Args::default().score_cutoff(max_edits.into());
        for name in self.0.iter().flat_map(|names| &names.names) {
            if comparator.distance_with_args(name.chars(), &args).is_some() {
                found(Found::Text(name));
            }
        }
    }

    fn bytes(&self) -> Option<usize> {
        let names = self.0.iter().flat_map(|names| &names.names);
        Some(names.map(|name| name.len() + size_of::<String>()).sum())
    }
}
