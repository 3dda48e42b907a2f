//! A word on its way through the word rules.

use crate::text::normalize::Letter;
use crate::text::script::Script;
use bitflags::bitflags;

bitflags! {
    /// What occurs in a word, as far as the word rules depend on it.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(super) struct Scripts: u8 {
        const ARMENIAN = 1;
        const CYRILLIC = 1 << 1;
        const LATIN = 1 << 2;
        /// Letters of any other script.
        const OTHER = 1 << 3;
        /// A capital I without a dot.
        const CAPITAL_I = 1 << 4;
    }
}

impl Scripts {
    /// The script of one normalized letter.
    pub fn of(letter: char) -> Scripts {
        match Script::of(letter) {
            None => Scripts::empty(),
            Some(Script::Armenian) => Scripts::ARMENIAN,
            Some(Script::Cyrillic) => Scripts::CYRILLIC,
            Some(Script::Latin) => Scripts::LATIN,
            Some(_) => Scripts::OTHER,
        }
    }

    /// Whether some word rule may change the word: it is Armenian, has a capital I, or mixes
    /// scripts that look alike.
    pub fn need_rules(self) -> bool {
        const UNCHANGED: [Scripts; 3] = [Scripts::empty(), Scripts::CYRILLIC, Scripts::LATIN];
        !self.contains(Scripts::OTHER) && !UNCHANGED.contains(&self)
    }

    /// The scripts alone.
    pub fn scripts(self) -> Scripts {
        self - Scripts::CAPITAL_I
    }
}

/// A word without its spaces, the last letters written.
pub(super) struct Word<'w> {
    /// The original text.
    pub text: &'w str,
    pub letters: &'w mut Vec<Letter>,
    /// Index in `letters` of the word's first letter.
    pub start: usize,
    pub scripts: Scripts,
    /// Room to write in; what is in it has no meaning between rules.
    pub spare: &'w mut Vec<Letter>,
}

impl Word<'_> {
    pub fn letters(&self) -> &[Letter] {
        &self.letters[self.start..]
    }

    pub fn letters_mut(&mut self) -> &mut [Letter] {
        &mut self.letters[self.start..]
    }

    /// The bytes of the original that a letter of the word came from.
    pub fn source(&self, letter: Letter) -> &str {
        &self.text[letter.source()]
    }
}
