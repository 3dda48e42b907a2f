//! What is known of a spelling once it was looked up, wherever it stands: what can begin at it, and
//! what it says of a name beside it. Later stages work it out; it is kept with the spelling.

use crate::fuzzy::Position;
use crate::lang::affix::{ProcliticSplit, SuffixSplit};
use crate::lang::language::Uses;
use crate::mention::feature::Cues;
use crate::mention::token::held::held;
use std::cell::RefCell;

/// Number of a form: a word as it is spelled, wherever it stands.
pub(crate) type WordFormNumber = u32;

/// What can begin at a word.
#[derive(Clone, Debug)]
pub(crate) struct Annotation {
    pub hints: StartHints,
    /// What begins there, if the hints say that this is known.
    pub name_starts: Vec<NameStart>,
}

/// What can begin at a word, as far as the word by itself tells. Nothing that does begin there is
/// missing, and most words can be passed over at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct StartHints {
    /// Whether the openings of the word are known.
    pub openings_known: bool,
    /// Whether there are any.
    pub names: bool,
    pub demonym: bool,
    /// The most words of a feature word that does.
    pub feature_words: u8,
    /// Whether it can be the word for a site.
    pub site: bool,
    /// Whether it can be names written together.
    pub joined: bool,
}

impl StartHints {
    /// What is said of a word that was not looked at.
    pub const ANYTHING: StartHints = StartHints {
        openings_known: false,
        names: true,
        demonym: true,
        feature_words: u8::MAX,
        site: true,
        joined: true,
    };

    /// What is said of a word that is passed over.
    pub const NOTHING: StartHints = StartHints {
        openings_known: true,
        names: false,
        demonym: false,
        feature_words: 0,
        site: false,
        joined: false,
    };
}

/// A name that begins at a word, or a part of one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameStart {
    /// The clitics that are no part of it.
    pub start: Option<ProcliticSplit>,
    pub begun: NameStartKind,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum NameStartKind {
    /// The whole word is a name but for an ending; `value` is what the dictionary stores with it.
    Name {
        value: u64,
        end: Option<SuffixSplit>,
    },
    /// Names that go on with another word, from this place in the dictionary on.
    Part(Position),
}

/// What a word says of a name beside it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NeighborCues {
    /// The signs that it is for a name behind it, and for one before it.
    pub before: Cues,
    pub after: Cues,
    /// What it says of one as a function word.
    pub uses: Uses,
    /// Whether it is a word of sport.
    pub is_sport: bool,
    /// Whether it may have a role before a name, as it stands or without clitics.
    pub has_roles: bool,
    /// Whether it is a feature word that stands before names.
    pub is_feature_word: bool,
    /// Whether it is an ordinary word, and whether one of several words begins with it: a bit for
    /// what is left of it without so many of its first letters.
    pub ordinary: u16,
    pub begins_idiom: u16,
}

impl NeighborCues {
    /// Whether an ordinary word is left of it without so many of its first letters, as clitics
    /// are.
    pub fn is_ordinary(&self, skip: usize) -> bool {
        self.ordinary >> skip & 1 != 0
    }

    /// The same of an ordinary phrase that begins with it: مسقط رأسه "his birthplace".
    pub fn begins_idiom(&self, skip: usize) -> bool {
        self.begins_idiom >> skip & 1 != 0
    }
}

/// What was worked out of forms so far, by their numbers.
#[derive(Debug, Default)]
pub(crate) struct NeighborCache(RefCell<Vec<Option<NeighborCues>>>);

impl NeighborCache {
    /// How many bytes are held.
    pub fn held(&self) -> usize {
        held(&self.0.borrow())
    }

    /// Forgets all of them, since the numbers mean other forms.
    pub fn clear(&mut self) {
        self.0.get_mut().clear();
    }

    /// Whether a form is of a word of sport, if it is known.
    #[inline]
    pub fn is_sport(&self, form: WordFormNumber) -> Option<bool> {
        let known = self.0.borrow();
        Some(known.get(form as usize)?.as_ref()?.is_sport)
    }

    /// What is known of a form.
    #[inline]
    pub fn get(&self, form: WordFormNumber) -> Option<NeighborCues> {
        *self.0.borrow().get(form as usize)?
    }

    /// Keeps what was worked out of a form, and returns it.
    pub fn put(&self, form: WordFormNumber, neighbor: NeighborCues) -> NeighborCues {
        let form = form as usize;
        let known = &mut *self.0.borrow_mut();
        if known.len() <= form {
            known.resize(form + 1, None);
        }
        known[form] = Some(neighbor);
        neighbor
    }
}
