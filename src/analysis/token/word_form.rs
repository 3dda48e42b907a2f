//! The distinct words of a text: each is normalized, folded and looked up once, however often the
//! text has it. Most words of a text occur many times, and most are no part of any name.

mod context_free;
mod slots;

use crate::analysis::token::LetterCase;
use crate::analysis::token::annotation::{NameStart, NeighborWord, StartHints, WordFormNumber};
use crate::analysis::token::held::held;
use crate::analysis::token::segmentation::MAX_WORD;
use crate::analysis::token::word_form::slots::Slots;
use crate::key::letter::fold_in;
use crate::key::{Fold, KeySpace, fold};
use crate::lang::language::LanguageSet;
use crate::lang::language::telling::WordEvidence;
use std::cell::{Cell, OnceCell};
use std::ops::Range;

/// A word as it is spelled.
#[derive(Clone, Debug)]
pub(crate) struct WordForm {
    /// Its number, and where its letters and its key are among those of all forms.
    number: WordFormNumber,
    letters: (u32, u32),
    key: u32,
    /// The key space of its script; `None` if it has only digits.
    pub space: Option<KeySpace>,
    /// The languages that it may be read in.
    pub languages: LanguageSet,
    pub case: LetterCase,
    pub hints: StartHints,
    /// Where the names that begin at it are among those of all forms.
    name_starts: (u32, u32),
    /// Where its spelling is among all, if it is cached by it.
    text: (u32, u32),
    /// What it says of a name beside it, once that was worked out.
    pub neighbor: OnceCell<NeighborWord>,
    /// Whether it is known to be no misspelled name of the index.
    pub is_no_misspelling: Cell<bool>,
    /// What it says of the language, once that was worked out.
    evidence: OnceCell<WordEvidence>,
}

/// The cache of forms.
#[derive(Debug, Default)]
pub(crate) struct WordForms {
    list: Vec<WordForm>,
    letters: Vec<char>,
    /// Where each letter begins and ends, in bytes from the start of its word.
    sources: Vec<(u16, u16)>,
    keys: Vec<u8>,
    /// Where each letter's part begins in the key of its form, and where the last one ends: one
    /// more than there are letters, for each form.
    key_parts: Vec<u16>,
    name_starts: Vec<NameStart>,
    texts: Vec<u8>,
    /// The numbers of the forms by their spellings.
    slots: Slots,
}

/// Maximum number of forms before all are dropped: most words of a book.
const MAX_FORMS: usize = 1 << 15;

/// Maximum number of bytes held for them, which ordinary words stay below. It is checked before each
/// window, which adds a few MB at the very most.
pub(super) const MAX_BYTES: usize = 12 << 20;

// The offset of a letter in its word fits in 16 bits.
const _: () = assert!(MAX_WORD <= u16::MAX as usize);

/// Maximum length in letters of a word that is looked up: no name has longer ones.
const MAX_LETTERS: usize = 64;

impl WordForms {
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Number of bytes held.
    pub fn held(&self) -> usize {
        held(&self.list)
            + held(&self.letters)
            + held(&self.sources)
            + held(&self.keys)
            + held(&self.key_parts)
            + held(&self.name_starts)
            + held(&self.texts)
            + self.slots.held()
    }

    /// Drops all forms if they have become too many or too large. Numbers given before mean nothing
    /// then.
    pub fn make_room(&mut self) {
        if self.held() > MAX_BYTES {
            *self = WordForms::default();
            return;
        }
        if self.list.len() < MAX_FORMS {
            return;
        }
        self.list.clear();
        self.letters.clear();
        self.sources.clear();
        self.keys.clear();
        self.key_parts.clear();
        self.name_starts.clear();
        self.texts.clear();
        self.slots.clear();
    }

    /// The form of a number.
    #[inline]
    pub fn get(&self, number: WordFormNumber) -> &WordForm {
        &self.list[number as usize]
    }

    /// Adds a form by its normalized letters, each with its bytes in the text, and the byte at which
    /// the word begins.
    pub fn add(
        &mut self,
        letters: &[(char, Range<usize>)],
        start: usize,
        case: LetterCase,
        languages: &[LanguageSet; KeySpace::ALL.len()],
    ) -> &WordForm {
        let (first, key) = (self.letters.len(), self.keys.len());
        let space = self.fold(letters);
        let looked_up = letters.len() <= MAX_LETTERS;
        if looked_up {
            let offset = |at: usize| at.saturating_sub(start) as u16;
            let sources = letters.iter().map(|(_, source)| source);
            let sources = sources.map(|source| (offset(source.start), offset(source.end)));
            self.letters
                .extend(letters.iter().map(|(letter, _)| *letter));
            self.sources.extend(sources);
        }
        self.add_read(first, key, space, case, languages)
    }

    /// Adds a form whose letters and key are the last of all, from these numbers on.
    fn add_read(
        &mut self,
        first: usize,
        key: usize,
        space: Option<KeySpace>,
        case: LetterCase,
        languages: &[LanguageSet; KeySpace::ALL.len()],
    ) -> &WordForm {
        let number = self.list.len();
        self.list.push(WordForm {
            number: number as WordFormNumber,
            letters: (first as u32, self.letters.len() as u32),
            key: key as u32,
            space,
            languages: languages[space.unwrap_or(KeySpace::Other) as usize],
            case,
            hints: StartHints::ANYTHING,
            name_starts: (0, 0),
            text: (0, 0),
            neighbor: OnceCell::new(),
            is_no_misspelling: Cell::new(false),
            evidence: OnceCell::new(),
        });
        &self.list[number]
    }

    /// Adds the key of some letters, in parts, and returns its space; of more letters than are
    /// looked up the space alone.
    fn fold(&mut self, letters: &[(char, Range<usize>)]) -> Option<KeySpace> {
        let start = self.keys.len();
        let looked_up = letters.len() <= MAX_LETTERS;
        let (mut key, mut len) = ([0; MAX_LETTERS], 0);
        let mut parts = [0; MAX_LETTERS];
        let mut space = None;
        let mut mixed = false;
        for (at, &(letter, _)) in letters.iter().enumerate() {
            let (own, number) = match fold(letter) {
                Fold::Letter(own, number) => (Some(own), Some(number)),
                Fold::Shared(number) => (None, Some(number)),
                Fold::Ignored => (None, None),
                Fold::Other(_) => (Some(KeySpace::Other), None),
            };
            mixed |= own.is_some_and(|own| *space.get_or_insert(own) != own);
            if let Some(part) = parts.get_mut(at) {
                *part = len as u16;
            }
            if let (Some(number), Some(place)) = (number, key.get_mut(len)) {
                *place = number;
                len += 1;
            }
        }
        if mixed {
            space = Some(KeySpace::Other);
        }
        match space {
            _ if !looked_up => {}
            // Without letters of its own, a word has the key of the space that takes all.
            None | Some(KeySpace::Other) => {
                for &(letter, _) in letters {
                    self.key_parts.push((self.keys.len() - start) as u16);
                    let part = &mut [0; 4];
                    self.keys
                        .extend_from_slice(fold_in(KeySpace::Other, letter, part));
                }
            }
            Some(_) => {
                self.keys.extend_from_slice(&key[..len]);
                self.key_parts.extend_from_slice(&parts[..letters.len()]);
            }
        }
        self.key_parts.push((self.keys.len() - start) as u16);
        space
    }

    /// The form with this spelling in the languages of its key space, if it is cached.
    #[inline]
    pub fn find(
        &self,
        text: &[u8],
        languages: &[LanguageSet; KeySpace::ALL.len()],
    ) -> Option<&WordForm> {
        self.find_if(text, |form| {
            form.languages == languages[form.space.unwrap_or(KeySpace::Other) as usize]
        })
    }

    /// What a word says of its language; of one that is cached in any language it is worked out once.
    pub fn evidence(&self, word: &str) -> WordEvidence {
        let Some(form) = self.find_if(word.as_bytes(), |_| true) else {
            return WordEvidence::of(word);
        };
        *form.evidence.get_or_init(|| WordEvidence::of(word))
    }

    /// The cached form with this spelling that is asked for.
    #[inline]
    fn find_if(&self, text: &[u8], is_asked: impl Fn(&WordForm) -> bool) -> Option<&WordForm> {
        let number = self.slots.find(text, |number| {
            let form = &self.list[number as usize];
            is_asked(form) && self.texts[form.text.0 as usize..form.text.1 as usize] == *text
        })?;
        Some(&self.list[number as usize])
    }

    /// Caches a form by its spelling, with what can begin at it.
    pub fn remember(
        &mut self,
        number: WordFormNumber,
        text: &[u8],
        hints: StartHints,
        name_starts: &[NameStart],
    ) {
        let Some(form) = self.list.get_mut(number as usize) else {
            return;
        };
        form.hints = hints;
        form.name_starts.0 = self.name_starts.len() as u32;
        self.name_starts.extend_from_slice(name_starts);
        form.name_starts.1 = self.name_starts.len() as u32;
        form.text.0 = self.texts.len() as u32;
        self.texts.extend_from_slice(text);
        form.text.1 = self.texts.len() as u32;
        self.slots.insert(text, number);
    }

    /// The normalized letters of a form; none if it is longer than any name.
    #[inline]
    pub fn letters(&self, number: WordFormNumber) -> &[char] {
        let (start, end) = self.list[number as usize].letters;
        &self.letters[start as usize..end as usize]
    }

    /// The names that begin at a form, if its hints say that these are known.
    #[inline]
    pub fn name_starts(&self, number: WordFormNumber) -> &[NameStart] {
        let (start, end) = self.list[number as usize].name_starts;
        &self.name_starts[start as usize..end as usize]
    }

    /// Where its letters begin and end, in bytes from the start of the word.
    pub fn sources(&self, number: WordFormNumber) -> &[(u16, u16)] {
        let (start, end) = self.list[number as usize].letters;
        &self.sources[start as usize..end as usize]
    }

    /// Its key in its own space, with where each letter's part of it begins, and where the last
    /// one ends.
    #[inline]
    pub fn key(&self, number: WordFormNumber) -> (&[u8], &[u16]) {
        let form = &self.list[number as usize];
        let (start, end) = (form.letters.0 as usize, form.letters.1 as usize);
        // Each form before has one part more than it has letters.
        let parts = &self.key_parts[start + number as usize..=end + number as usize];
        let len = parts.last().map_or(0, |end| usize::from(*end));
        let key = form.key as usize;
        (&self.keys[key..key + len], parts)
    }
}

impl WordForm {
    pub fn number(&self) -> WordFormNumber {
        self.number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_in_their_word_wherever_it_stands() {
        // Farther than half an address says, as in a text of many gigabytes.
        let start = 5 << (usize::BITS / 2);
        let letter = |at: usize| ('ب', start + at..start + at + 2);
        let mut forms = WordForms::default();
        let letters = [letter(0), letter(MAX_WORD - 2)];
        let number = forms
            .add(&letters, start, LetterCase::None, &Default::default())
            .number();
        let last = MAX_WORD as u16;
        assert_eq!(forms.sources(number), [(0, 2), (last - 2, last)]);
    }

    #[test]
    fn forms_are_forgotten_when_they_take_too_much() {
        let mut forms = WordForms::default();
        let spelling = [0; MAX_WORD];
        while forms.held() <= MAX_BYTES {
            let number = forms
                .add(&[], 0, LetterCase::None, &Default::default())
                .number();
            forms.remember(number, &spelling, StartHints::NOTHING, &[]);
        }
        assert!(forms.len() < MAX_FORMS);
        forms.make_room();
        assert_eq!((forms.len(), forms.held()), (0, 0));
    }
}
