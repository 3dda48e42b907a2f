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
    /// The bit of its key space, none if it has the same number in all of them, or [`UNCLEAR`] if what it is
    /// depends on the word.
    space: u8,
    /// Its number in the alphabet; 0 if it is left out of keys.
    number: u8,
}

const UNCLEAR: u8 = 1 << 7;
const _: () = assert!(KeySpace::ALL.len() <= 7);

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
                Fold::Letter(space, number) => (1 << space as u8, number),
                Fold::Shared(number) => (0, number),
                Fold::Ignored => (0, 0),
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
        let mut spaces = 0;
        let bytes = word.as_bytes();
        let mut at = 0;
        while let Some(&lead) = bytes.get(at) {
            let (code, end) = match lead {
                0xC0..0xE0 => {
                    let trail = *bytes.get(at + 1)?;
                    let code = usize::from(lead & 0x1F) << 6 | usize::from(trail & 0x3F);
                    (code, at + 2)
                }
                0..0x80 => (usize::from(lead), at + 1),
                _ => return None,
            };
            let character = CHARACTERS[code];
            *letters.get_mut(count)? = character.letter;
            sources[count] = (at as u16, end as u16);
            // What is left out is written over by the next letter.
            key[key_len] = character.number;
            key_len += usize::from(character.number != 0);
            spaces |= character.space;
            count += 1;
            parts[count] = key_len as u16;
            at = end;
        }
        let space = *KeySpace::ALL.get(spaces.trailing_zeros() as usize)?;
        if !spaces.is_power_of_two() {
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
