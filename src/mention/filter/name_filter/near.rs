//! Names near a place: a name that the other rules reject, as a word or as that of an obscure place, is one
//! all the same where the text names a place a short way off and what stands before it leads to a place: في
//! شمع وطير حرفا, قرب كتم, از رضوانشهر و پره‌سر, Баку — Супса.

use crate::analysis::neighbor::neighbor;
use crate::analysis::token::LetterCase;
use crate::analysis::token::segmentation::{Boundary, HashtagPart};
use crate::index::Index;
use crate::key::KeySpace;
use crate::lang::language::Use;
use crate::lang::lexicon::{Requirement, entry};
use crate::mention::context::case::{Case, case_of};
use crate::mention::context::discourse::Discourse;
use crate::mention::filter::name_filter::NameFilter;
use crate::mention::lookup::Passage;
use crate::mention::lookup::dictionary_match::DictionaryMatch;
use crate::mention::lookup::name_entry::NameEntry;
use crate::model::feature::FeatureClass;

/// What leads to a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lead {
    /// A preposition, or an ending, of where something is or comes from.
    In,
    /// A preposition of what is near, or of a way there.
    Toward,
    /// A place before it in a list.
    List,
    /// A place before it on a route, over a dash.
    Route,
}

impl Lead {
    /// Maximum distance from a place that the text named, in kilometres, of a name that a table has, and of
    /// one that only a dump has, where every word is some village's.
    fn max_km(self, of_dump: bool) -> f64 {
        match (self, of_dump) {
            (Lead::In | Lead::Toward, false) => 100.0,
            (Lead::In | Lead::Toward | Lead::List, true) => 40.0,
            (Lead::List, false) => 60.0,
            (Lead::Route, _) => 900.0,
        }
    }
}

/// Maximum distance in kilometres of a name that texts are full of as a word, behind في and من.
const BESIDE_KM: f64 = 25.0;

/// Minimum length in letters of such a name: of a table, of a dump in a script with capitals, and without.
const MIN_LETTERS: usize = 3;
const MIN_DUMPED: usize = 4;
const MIN_DUMPED_UNCASED: usize = 5;

impl NameFilter<'_> {
    /// The names of the match that are near a place that the text named; none if nothing leads to one.
    pub(crate) fn near(&self, index: &Index, discourse: &Discourse) -> Vec<NameEntry> {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let word = &tokens.list[found.first];
        let uncased = word.case == LetterCase::None;
        let may_be = word.tag == HashtagPart::None
            && (uncased || word.case == LetterCase::Capital)
            && !(self.style.posts || self.is_cut() || self.is_number());
        let Some(lead) = lead(self.passage, discourse, found).filter(|_| may_be) else {
            return Vec::new();
        };
        let known = neighbor(tokens, found.first);
        let is_word = self.barred();
        let is_frequent = is_word == Some(Requirement::FeatureWord);
        if known.is_feature_word
            || known.uses.says_anything()
            || (is_frequent && !matches!(lead, Lead::Toward | Lead::In))
        {
            return Vec::new();
        }
        let letters = self.letter_count();
        let least = match uncased {
            true => MIN_DUMPED_UNCASED,
            false => MIN_DUMPED,
        };
        let bare = is_word.is_none() && !known.has_roles && letters >= least;
        let near = |name: &NameEntry| {
            let settled = matches!(
                name.feature.class(),
                FeatureClass::Populated | FeatureClass::Administrative
            );
            let of_dump = name.dump || name.dump_name;
            if !settled || name.is_country() || name.generated || name.initials {
                return false;
            }
            if of_dump && !bare || found.space == KeySpace::Arabic && !self.is_spelled(name) {
                return false;
            }
            let point = index.name(name.name).place().coordinates();
            let km = discourse
                .anchors
                .nearest_km(self.passage.text, word.start, point);
            // في is said of times and of all things.
            let max_km = match is_frequent && lead == Lead::In {
                true => BESIDE_KM,
                false => lead.max_km(of_dump),
            };
            km.is_some_and(|km| km <= max_km)
        };
        let names = self.entries.names_of(self.matched.entry()).iter();
        let names: Vec<NameEntry> = match letters >= MIN_LETTERS {
            true => names.filter(|name| near(name)).copied().collect(),
            false => Vec::new(),
        };
        match self.is_part_of_longer(&names) {
            true => Vec::new(),
            false => names,
        }
    }

    /// What the ordinary words that the match is spelled like ask for.
    fn barred(&self) -> Option<Requirement> {
        let (found, tokens) = (&self.matched.found, self.passage.tokens);
        let word = &tokens.list[found.first];
        if found.last > found.first || !neighbor(tokens, found.first).is_ordinary(found.skip()) {
            return None;
        }
        let key = tokens.key_from(word, found.skip());
        let words = entry(word.space?, key).text_words(word.languages);
        words.map(|word| word.requirement).max()
    }
}

/// What leads to a match, where the text has named a place shortly before.
pub(crate) fn lead(
    passage: Passage<'_>,
    discourse: &Discourse,
    found: &DictionaryMatch,
) -> Option<Lead> {
    let tokens = passage.tokens;
    let start = tokens.list[found.first].start;
    if !discourse.anchors.is_recent(start) {
        return None;
    }
    let and = tokens.letters(&tokens.list[found.first]).first() == Some(&'و');
    let skip = found.skip();
    if skip == usize::from(and && skip > 0)
        && discourse
            .follows_place(passage, found.first, skip)
            .is_some()
    {
        return Some(match discourse.follows_dash(passage, found.first) {
            true => Lead::Route,
            false => Lead::List,
        });
    }
    if found.proclitics.is_some() {
        return None;
    }
    let before = found.first.checked_sub(1)?;
    let spaced = tokens.list[found.first].boundary == Boundary::Space;
    let uses = neighbor(tokens, before).uses;
    let near = uses.has(Use::To) || uses.has(Use::Beside);
    if spaced && (near || (uses.has(Use::At) && !uses.has(Use::Within))) {
        return Some(Lead::Toward);
    }
    let within = uses.has(Use::Within) || uses.has(Use::From);
    let case = || matches!(case_of(tokens, found), Some(Case::In | Case::From));
    ((spaced && within) || ((found.suffix.is_some() || found.detached_suffix) && case()))
        .then_some(Lead::In)
}
