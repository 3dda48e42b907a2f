//! Words of which each character tells by itself which letter it normalizes to and what that is in a key,
//! as nearly all words of a text are: they are read in one go.

use crate::analysis::token::LetterCase;
use crate::analysis::token::word_form::{MAX_LETTERS, WordForm, WordForms};
use crate::key::fold::fold_of_code;
use crate::key::{Fold, KeySpace};
use crate::lang::language::LanguageSet;
use crate::text::normalize::{CONTEXT_FREE, context_free_letter};

/// What a character is, whatever stands beside it.
#[derive(Clone, Copy)]
struct ContextFree {
    letter: char,
    /// The number of its key space, [`SHARED`], or [`UNCLEAR`] if that depends on the word.
    space: u8,
    /// Its number in the alphabet; 0 if it is left out of keys.
    number: u8,
}

/// Of digits, which have the same number in every key space.
const SHARED: u8 = u8::MAX - 1;

const UNCLEAR: u8 = u8::MAX;

static CHARACTERS: [ContextFree; CONTEXT_FREE] = {
    let mut characters = [ContextFree {
        letter: ' ',
        space: UNCLEAR,
        number: 0,
    }; CONTEXT_FREE];
    let mut code = 0;
    while code < CONTEXT_FREE {
        if let Some(letter) = context_free_letter(code) {
            let (space, number) = match fold_of_code(letter as usize) {
                Fold::Letter(KeySpace::Other, _) | Fold::Other(_) => (UNCLEAR, 0),
                Fold::Letter(space, number) => (space as u8, number),
                Fold::Shared(number) => (SHARED, number),
                Fold::Ignored => (SHARED, 0),
            };
            characters[code] = ContextFree {
                letter,
                space,
                number,
            };
        }
        code += 1;
    }
    characters
};

/// The next character of a word and the bytes behind it; `None` at its end, and of one that takes more
/// than two bytes.
#[inline]
fn next(rest: &[u8]) -> Option<(ContextFree, &[u8])> {
    let (code, rest) = match rest {
        [lead @ 0xC0..0xE0, trail, rest @ ..] => (
            usize::from(*lead & 0x1F) << 6 | usize::from(*trail & 0x3F),
            rest,
        ),
        [ascii @ 0..0x80, rest @ ..] => (usize::from(*ascii), rest),
        _ => return None,
    };
    Some((*CHARACTERS.get(code)?, rest))
}

impl WordForms {
    /// Adds a form by its spelling; `None` if its characters depend on each other, or if they are not all
    /// of one script.
    pub fn add_context_free(
        &mut self,
        word: &str,
        languages: &[LanguageSet; KeySpace::ALL.len()],
    ) -> Option<&WordForm> {
        let (mut letters, mut sources) = ([' '; MAX_LETTERS], [(0, 0); MAX_LETTERS]);
        let (mut key, mut parts) = ([0; MAX_LETTERS], [0; MAX_LETTERS + 1]);
        let (mut count, mut key_len) = (0, 0);
        let mut space = SHARED;
        let mut rest = word.as_bytes();
        while let Some((character, behind)) = next(rest) {
            if space == SHARED {
                space = character.space;
            }
            let fits = character.space == space || character.space == SHARED;
            if !fits || space == UNCLEAR || count == MAX_LETTERS {
                return None;
            }
            letters[count] = character.letter;
            let start = word.len() - rest.len();
            sources[count] = (start as u16, (word.len() - behind.len()) as u16);
            // What is left out is written over by the next letter.
            key[key_len] = character.number;
            key_len += usize::from(character.number != 0);
            count += 1;
            parts[count] = key_len as u16;
            rest = behind;
        }
        let space = *KeySpace::ALL.get(usize::from(space))?;
        if !rest.is_empty() {
            return None;
        }
        let (first, start) = (self.letters.len(), self.keys.len());
        self.letters.extend_from_slice(&letters[..count]);
        self.sources.extend_from_slice(&sources[..count]);
        self.keys.extend_from_slice(&key[..key_len]);
        self.key_parts.extend_from_slice(&parts[..=count]);
        let case = LetterCase::of(word);
        Some(self.add_read(first, start, Some(space), case, languages))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalize::normalize;

    #[test]
    fn words_of_such_characters_are_read_as_all_are() {
        let characters = || (0..CONTEXT_FREE as u32).filter_map(char::from_u32);
        let mut read = 0;
        for (c, other) in characters().flat_map(|c| ['ب', 'я', 'b', 'ß', 'ا', '1'].map(|o| (c, o)))
        {
            let word = format!("{c}{other}{c}");
            let mut forms = WordForms::default();
            let Some(form) = forms.add_context_free(&word, &Default::default()) else {
                continue;
            };
            read += 1;
            let (number, space) = (form.number(), form.space);
            let normalized = normalize(&word);
            let letters = normalized.letters().iter();
            let letters: Vec<_> = letters.map(|l| (l.char, l.source())).collect();
            let all = forms.add(&letters, 0, LetterCase::None, &Default::default());
            let (expected, expected_space) = (all.number(), all.space);
            assert_eq!(space, expected_space, "{word}");
            assert_eq!(forms.key(number), forms.key(expected), "{word}");
            assert_eq!(forms.letters(number), forms.letters(expected), "{word}");
            assert_eq!(forms.sources(number), forms.sources(expected), "{word}");
        }
        assert!(read > 1500, "{read}");
    }
}
