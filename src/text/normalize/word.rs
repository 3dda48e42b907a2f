//! A word on its way through the word rules.

use crate::text::normalize::Letter;
use crate::text::script::Script;
use std::ops::BitOrAssign;

/// What occurs in a word, as far as the word rules want to know it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Scripts(u8);

impl Scripts {
    pub const NONE: Scripts = Scripts(0);
    pub const ARMENIAN: Scripts = Scripts(1);
    pub const CYRILLIC: Scripts = Scripts(2);
    pub const LATIN: Scripts = Scripts(4);
    /// Letters of any other script.
    pub const OTHER: Scripts = Scripts(8);
    /// A capital I without a dot.
    pub const CAPITAL_I: Scripts = Scripts(16);

    /// The script of one normalized letter.
    pub fn of(letter: char) -> Scripts {
        match Script::of(letter) {
            None => Scripts::NONE,
            Some(Script::Armenian) => Scripts::ARMENIAN,
            Some(Script::Cyrillic) => Scripts::CYRILLIC,
            Some(Script::Latin) => Scripts::LATIN,
            Some(_) => Scripts::OTHER,
        }
    }

    /// Whether some word rule may change the word: it is Armenian, has a capital I, or mixes
    /// scripts that look alike.
    pub fn need_rules(self) -> bool {
        !matches!(self.0, 0 | 2 | 4 | 8) && self.0 & 8 == 0
    }

    pub fn has(self, other: Scripts) -> bool {
        self.0 & other.0 != 0
    }

    /// The scripts alone.
    pub fn scripts(self) -> Scripts {
        Scripts(self.0 & 15)
    }
}

impl BitOrAssign for Scripts {
    fn bitor_assign(&mut self, other: Scripts) {
        self.0 |= other.0;
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
