//! The distinct words of a text: each is normalized, folded and looked up once, however often the
//! text has it. Most words of a text stand in it many times, and most are no part of any name.

use super::fold::fold_in;
use super::held::held;
use super::piece::WORD_MOST;
use super::words::Case;
use crate::affix::{End, Start};
use crate::fuzzy::Position;
use crate::hash::hash;
use crate::key::{Fold, KeySpace, fold};
use std::ops::Range;

/// A word as it is spelled, wherever it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// Its number, and where its letters and its key are among those of all forms.
    number: FormNumber,
    letters: (u32, u32),
    key: u32,
    /// The key space of its script; `None` if it has only digits.
    pub space: Option<KeySpace>,
    pub case: Case,
    pub hints: Hints,
    /// Where its openings are among those of all forms.
    openings: (u32, u32),
    /// Where its spelling is, if it is remembered by it.
    text: (u32, u32),
}

/// Number of a [`Form`].
pub(super) type FormNumber = u32;

/// What can begin at a word, as far as the word by itself tells. Nothing that does begin there is
/// missing, and most words can be passed over at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hints {
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

impl Hints {
    /// What is said of a word that was not looked at.
    pub const ANYTHING: Hints = Hints {
        openings_known: false,
        names: true,
        demonym: true,
        feature_words: u8::MAX,
        site: true,
        joined: true,
    };

    /// What is said of a word that is passed over.
    pub const NOTHING: Hints = Hints {
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
pub(super) struct Opening {
    /// The clitics that are no part of it.
    pub start: Option<Start>,
    pub begun: Begun,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Begun {
    /// The whole word is a name but for an ending; `value` is what the dictionary stores with it.
    Name { value: u64, end: Option<End> },
    /// Names that go on with another word, from this place in the dictionary on.
    Part(Position),
}

/// The forms that were seen last.
#[derive(Debug, Default)]
pub(super) struct Forms {
    list: Vec<Form>,
    letters: Vec<char>,
    /// Where each letter begins and ends, in bytes from the start of its word.
    sources: Vec<(u16, u16)>,
    keys: Vec<u8>,
    /// Where each letter's part begins in the key of its form, and where the last one ends: one
    /// more than there are letters, for each form.
    key_parts: Vec<u16>,
    openings: Vec<Opening>,
    texts: Vec<u8>,
    /// Hash of a spelling and its form, at the first free place from that of the hash on. Never
    /// more than half full; as many as a power of two.
    slots: Vec<(u32, FormNumber)>,
    remembered: usize,
}

/// So many forms are kept before all are forgotten: most words of a book.
const MOST: usize = 1 << 15;

/// So many bytes may be held for them, which ordinary words stay below. Looked at before each
/// stretch, which adds a few MB to it at the very most.
pub(super) const BYTES_MOST: usize = 12 << 20;

// Where a letter stands in its word fits in 16 bits, wherever the word stands in the text.
const _: () = assert!(WORD_MOST <= u16::MAX as usize);

/// An empty slot.
const FREE: (u32, FormNumber) = (0, FormNumber::MAX);

/// Longer words are no names, and are not looked up, so that no word costs more than others.
const LETTERS_MOST: usize = 64;

impl Forms {
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// How many bytes are held.
    pub fn held(&self) -> usize {
        held(&self.list)
            + held(&self.letters)
            + held(&self.sources)
            + held(&self.keys)
            + held(&self.key_parts)
            + held(&self.openings)
            + held(&self.texts)
            + held(&self.slots)
    }

    /// Forgets all forms if they have become too many or too large; whether it did. Numbers given before mean
    /// nothing then.
    pub fn make_room(&mut self) -> bool {
        if self.held() > BYTES_MOST {
            *self = Forms::default();
            return true;
        }
        if self.list.len() < MOST {
            return false;
        }
        self.list.clear();
        self.letters.clear();
        self.sources.clear();
        self.keys.clear();
        self.key_parts.clear();
        self.openings.clear();
        self.texts.clear();
        self.slots.fill(FREE);
        self.remembered = 0;
        true
    }

    /// Adds a form by its normalized letters, with where each stands in the text, and where the
    /// word begins there.
    pub fn add(&mut self, letters: &[(char, Range<usize>)], start: usize, case: Case) -> &Form {
        let (first, key) = (self.letters.len() as u32, self.keys.len());
        let space = self.fold(letters);
        let looked_up = letters.len() <= LETTERS_MOST;
        for (letter, source) in letters.iter().filter(|_| looked_up) {
            let offset = |at: usize| at.saturating_sub(start) as u16;
            self.letters.push(*letter);
            self.sources
                .push((offset(source.start), offset(source.end)));
        }
        let number = self.list.len();
        self.list.push(Form {
            number: number as FormNumber,
            letters: (first, self.letters.len() as u32),
            key: key as u32,
            space,
            case,
            hints: Hints::ANYTHING,
            openings: (0, 0),
            text: (0, 0),
        });
        &self.list[number]
    }

    /// Adds the key of some letters, in parts, and returns its space; of more letters than are
    /// looked up the space alone.
    fn fold(&mut self, letters: &[(char, Range<usize>)]) -> Option<KeySpace> {
        let start = self.keys.len();
        let looked_up = letters.len() <= LETTERS_MOST;
        let mut space = None;
        let mut mixed = false;
        for &(letter, _) in letters {
            if looked_up {
                self.key_parts.push((self.keys.len() - start) as u16);
            }
            let (own, number) = match fold(letter) {
                Fold::Letter(own, number) => (Some(own), Some(number)),
                Fold::Shared(number) => (None, Some(number)),
                Fold::Nothing => (None, None),
                Fold::Other(_) => (Some(KeySpace::Other), None),
            };
            mixed |= own.is_some_and(|own| *space.get_or_insert(own) != own);
            self.keys.extend(number.filter(|_| looked_up));
        }
        if mixed {
            space = Some(KeySpace::Other);
        }
        // Without letters of its own, a word has the key of the space that takes all.
        if looked_up && matches!(space, None | Some(KeySpace::Other)) {
            self.keys.truncate(start);
            self.key_parts
                .truncate(self.key_parts.len() - letters.len());
            for &(letter, _) in letters {
                self.key_parts.push((self.keys.len() - start) as u16);
                let part = &mut [0; 4];
                self.keys
                    .extend_from_slice(fold_in(KeySpace::Other, letter, part));
            }
        }
        self.key_parts.push((self.keys.len() - start) as u16);
        space
    }

    /// The form with this spelling, if it is remembered.
    #[inline]
    pub fn find(&self, text: &[u8]) -> Option<&Form> {
        let hash = hash(text) as u32;
        let mut at = hash as usize;
        loop {
            let slot = *self.slots.get(at & self.slots.len().wrapping_sub(1))?;
            if slot == FREE {
                return None;
            }
            let form = &self.list[slot.1 as usize];
            if slot.0 == hash && self.texts[form.text.0 as usize..form.text.1 as usize] == *text {
                return Some(form);
            }
            at += 1;
        }
    }

    /// Remembers a form by its spelling, with what can begin at it.
    pub fn remember(
        &mut self,
        number: FormNumber,
        text: &[u8],
        hints: Hints,
        openings: &[Opening],
    ) {
        let Some(form) = self.list.get_mut(number as usize) else {
            return;
        };
        form.hints = hints;
        form.openings.0 = self.openings.len() as u32;
        self.openings.extend_from_slice(openings);
        form.openings.1 = self.openings.len() as u32;
        form.text.0 = self.texts.len() as u32;
        self.texts.extend_from_slice(text);
        form.text.1 = self.texts.len() as u32;
        self.remembered += 1;
        if self.remembered * 2 > self.slots.len() {
            let more = (self.slots.len() * 2).max(SLOTS_LEAST);
            let old = std::mem::replace(&mut self.slots, vec![FREE; more]);
            for slot in old.into_iter().filter(|slot| *slot != FREE) {
                self.put(slot);
            }
        }
        self.put((hash(text) as u32, number));
    }

    fn put(&mut self, slot: (u32, FormNumber)) {
        let mask = self.slots.len() - 1;
        let mut at = slot.0 as usize & mask;
        while self.slots[at] != FREE {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }

    /// The normalized letters of a form; none if it is longer than any name.
    #[inline]
    pub fn letters(&self, number: FormNumber) -> &[char] {
        let (start, end) = self.list[number as usize].letters;
        &self.letters[start as usize..end as usize]
    }

    /// What begins at a form, if its hints say that this is known.
    #[inline]
    pub fn openings(&self, number: FormNumber) -> &[Opening] {
        let (start, end) = self.list[number as usize].openings;
        &self.openings[start as usize..end as usize]
    }

    /// Where its letters begin and end, in bytes from the start of the word.
    pub fn sources(&self, number: FormNumber) -> &[(u16, u16)] {
        let (start, end) = self.list[number as usize].letters;
        &self.sources[start as usize..end as usize]
    }

    /// Its key in its own space, with where each letter's part of it begins, and where the last
    /// one ends.
    #[inline]
    pub fn key(&self, number: FormNumber) -> (&[u8], &[u16]) {
        let form = &self.list[number as usize];
        let (start, end) = (form.letters.0 as usize, form.letters.1 as usize);
        // Each form before has one part more than it has letters.
        let parts = &self.key_parts[start + number as usize..=end + number as usize];
        let len = parts.last().map_or(0, |end| usize::from(*end));
        let key = form.key as usize;
        (&self.keys[key..key + len], parts)
    }
}

impl Form {
    pub fn number(&self) -> FormNumber {
        self.number
    }
}

/// Slots of a short text.
const SLOTS_LEAST: usize = 256;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_in_their_word_wherever_it_stands() {
        let start = 5 << 32;
        let letter = |at: usize| ('ب', start + at..start + at + 2);
        let mut forms = Forms::default();
        let letters = [letter(0), letter(WORD_MOST - 2)];
        let number = forms.add(&letters, start, Case::None).number();
        let last = WORD_MOST as u16;
        assert_eq!(forms.sources(number), [(0, 2), (last - 2, last)]);
    }

    #[test]
    fn forms_are_forgotten_when_they_take_too_much() {
        let mut forms = Forms::default();
        let spelling = [0; WORD_MOST];
        while forms.held() <= BYTES_MOST {
            let number = forms.add(&[], 0, Case::None).number();
            forms.remember(number, &spelling, Hints::NOTHING, &[]);
        }
        assert!(forms.len() < MOST && forms.make_room());
        assert_eq!((forms.len(), forms.held()), (0, 0));
    }
}
