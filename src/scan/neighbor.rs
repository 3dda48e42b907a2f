//! What a word says of a name beside it, as far as the word by itself tells: worked out once for
//! each spelling, since names stand between the same few words all through a text.

use super::form::FormNumber;
use super::held::held;
use super::sign::{Sign, Signs};
use super::words::{Word, Words, is_one_of};
use crate::affix;
use crate::key::KeySpace;
use crate::lexicon::{Lexicon, Position, Role};
use std::cell::RefCell;

/// What a word says of a name beside it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Neighbor {
    /// The signs that it is for a name behind it, and for one before it.
    pub before: Signs,
    pub after: Signs,
    /// Whether a name behind it says where something is: في صيدا, قرب جبيل.
    pub is_where: bool,
    /// Whether it is a word of sport.
    pub is_sport: bool,
    /// Whether it may have a role before a name, as it stands or without clitics.
    pub has_roles: bool,
    /// Whether it is a feature word that stands before names.
    pub is_feature_word: bool,
    /// Whether it is an ordinary word, and whether one of several words begins with it: a bit for
    /// what is left of it without so many of its first letters.
    ordinary: u16,
    begins_idiom: u16,
}

impl Neighbor {
    fn of(words: &Words, word: &Word) -> Neighbor {
        let lexicon = Lexicon::get();
        let (letters, key) = (words.letters(word), words.key(word));
        let space = word.space.unwrap_or(KeySpace::Other);
        let is = |list: &[&str]| is_one_of(list, letters);
        let feature = lexicon.feature_word_of(space, key, Position::Before);
        let inner = letters.strip_prefix(&['ا', 'ل']).map(|inner| {
            let key = words.key_from(word, letters.len() - inner.len());
            !lexicon.demonyms_of(space, key).is_empty()
        });
        let feminine = matches!(letters.last(), Some('ت' | 'ة'));
        let (mut before, mut after) = (Signs::default(), Signs::default());
        let mut is_sport = false;
        // Only Arabic texts are weighed by these signs.
        let is_arabic = space == KeySpace::Arabic;
        for role in lexicon
            .roles_of(space, key, Position::Before)
            .filter(|_| is_arabic)
        {
            match role {
                Role::Given | Role::Title | Role::Kin => before.add(Sign::GivenBefore),
                Role::Team | Role::Club => before.add(Sign::TeamBefore),
                _ => {}
            }
            is_sport |= matches!(role, Role::Sport | Role::Team);
        }
        before.add_if(Sign::Misfit, feature.is_some() && is_arabic);
        before.add(match inner {
            _ if is(&FROM) => Sign::From,
            _ if is(&CONNECTIVES) => Sign::Connective,
            Some(true) => Sign::DemonymBefore,
            Some(false) => Sign::DefiniteBefore,
            None if feminine => Sign::FeminineBefore,
            None => Sign::NounBefore,
        });
        after.add(match inner {
            Some(true) => Sign::DemonymAfter,
            Some(false) => Sign::DefiniteAfter,
            None if is(&PREPOSITIONS) => Sign::PrepositionAfter,
            None if letters.first() == Some(&'و') => Sign::AndAfter,
            None if feminine => Sign::FeminineAfter,
            None => Sign::WordAfter,
        });
        let (mut ordinary, mut begins_idiom, mut has_roles) = (0, 0, false);
        let starts = affix::starts(letters).map(|start| start.skip);
        for skip in std::iter::once(0).chain(starts) {
            let key = words.key_from(word, skip);
            let is_ordinary = !lexicon.common_words_of(space, key).is_empty();
            ordinary |= u16::from(is_ordinary) << skip;
            let mut roles = lexicon.roles_of(space, key, Position::Before);
            has_roles |= roles.next().is_some();
            begins_idiom |= u16::from(lexicon.longest_common_word(space, key) > 1) << skip;
        }
        Neighbor {
            before,
            after,
            is_where: is(&WHERE),
            is_sport,
            has_roles,
            is_feature_word: feature.is_some(),
            ordinary,
            begins_idiom,
        }
    }

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

/// Words before which a name says where something is.
const WHERE: [&str; 12] = [
    "في",
    "وفي",
    "قرب",
    "شمال",
    "جنوب",
    "شرق",
    "غرب",
    "شمالي",
    "جنوبي",
    "شرقي",
    "غربي",
    "وسط",
];

/// Words after which places are counted or contrasted.
const FROM: [&str; 8] = ["من", "الى", "إلى", "ومن", "والى", "وإلى", "حتى", "نحو"];
const CONNECTIVES: [&str; 12] = [
    "على", "علي", "عن", "مع", "ضد", "بين", "أن", "ان", "أو", "او", "و", "عبر",
];

/// Words that go on after a place.
const PREPOSITIONS: [&str; 14] = [
    "في", "من", "الى", "إلى", "على", "عن", "مع", "أن", "ان", "بعد", "قبل", "منذ", "حيث", "خلال",
];

/// What was worked out of forms so far, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Neighbors(RefCell<Vec<Option<Neighbor>>>);

impl Neighbors {
    /// How many bytes are held.
    pub fn held(&self) -> usize {
        held(&self.0.borrow())
    }

    /// Forgets all of them, since the numbers mean other forms.
    pub fn clear(&mut self) {
        self.0.get_mut().clear();
    }

    /// Whether a word is one of sport.
    pub fn is_sport(&self, words: &Words, word: &Word, form: FormNumber) -> bool {
        if let Some(Some(known)) = self.0.borrow().get(form as usize) {
            return known.is_sport;
        }
        self.of(words, word, form).is_sport
    }

    /// What a word says of a name beside it.
    pub fn of(&self, words: &Words, word: &Word, form: FormNumber) -> Neighbor {
        let form = form as usize;
        if let Some(&Some(known)) = self.0.borrow().get(form) {
            return known;
        }
        let neighbor = Neighbor::of(words, word);
        let known = &mut *self.0.borrow_mut();
        if known.len() <= form {
            known.resize(form + 1, None);
        }
        known[form] = Some(neighbor);
        neighbor
    }
}
