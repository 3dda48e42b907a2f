//! Normalized spelling: what is left of a text when the ways of encoding and typing one
//! spelling have been undone, with the way back to the original's bytes.
//!
//! Normalizing may change lengths; it defines what a *letter* is. Letters that differ in a
//! word stay apart here (أ and ا, ş and s, ё and е, ı and i): the normalized spelling is what
//! ranking compares. Folding merges them ([`Key`](crate::Key)).
//!
//! The text is read in *combining character sequences*, a letter and the marks that belong to it, so
//! that composed
//! and decomposed input come out the same. All rules, in the order they are applied, lossless
//! ones first:
//!
//! | | on | rule | where |
//! |---|---|---|---|
//! | 1 | sequence | controls, joiners, tatweel, apostrophes and quotes dropped; ZWNJ a space | `unicode` |
//! | 2 | sequence | compatibility decomposition: presentation forms, ligatures, widths | `unicode` |
//! | 3 | letter | small letters, of no locale | `unicode` |
//! | 4 | letter | one encoding for each letter, digraphs spelled out | `LETTER_RULES` |
//! | 5 | sequence | canonical composition | `unicode` |
//! | 6 | sequence | marks dropped that compose with nothing | `unicode` |
//! | 7 | text | spaces collapsed and trimmed | here |
//! | 8 | word | capitals, homoglyphs and orthographies | `WORD_RULES` |
//!
//! Normalizing twice changes nothing; a property test holds every rule to that.

pub(crate) mod arabic;
pub(crate) mod armenian;
pub(crate) mod azerbaijani;
pub(crate) mod georgian;
pub(crate) mod greek;
pub(crate) mod homoglyph;
pub(crate) mod latin;
pub(crate) mod letter_table;
#[cfg(test)]
mod tests;
pub(crate) mod unicode;
pub(crate) mod word;

use crate::text::normalize::letter_table::{CharKind, LetterTable};
use crate::text::normalize::word::{Scripts, Word};
use std::borrow::Cow;
use std::ops::Range;

/// Version of the rules: it goes up by hand with every change of what some text normalizes to, so
/// that an index with keys of other rules is refused.
#[cfg(all(feature = "build", any(test, feature = "unstable-engine")))]
pub(crate) const VERSION: u32 = 1;

/// What each letter becomes, after decomposition and lower case; the first rule with an answer
/// has the last word, and `unicode` always answers.
const LETTER_RULES: [fn(char) -> Option<Rewrite>; 5] = [
    arabic::rewrite,
    latin::rewrite,
    georgian::rewrite,
    greek::rewrite,
    unicode::rewrite,
];

/// What is done to each word, in this order. Homoglyphs come before the Armenian rules,
/// which take words of Armenian letters only.
const WORD_RULES: [fn(&mut Word); 3] = [
    azerbaijani::dot_capitals,
    homoglyph::unify,
    armenian::reform,
];

/// What a rule makes of one letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rewrite {
    Drop,
    One(char),
    Two(char, char),
}

/// A normalized text that knows where in the original each of its letters came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Normalized {
    text: String,
    letters: Vec<Letter>,
}

/// One letter of a normalized text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Letter {
    /// The letter.
    pub char: char,
    /// Byte offset in the original where what it came from starts.
    pub start: usize,
    /// Byte offset in the original where what it came from ends.
    pub end: usize,
}

impl Letter {
    /// The bytes of the original that the letter came from: the letter with its marks. Letters
    /// out of one ligature share one range; dropped signs between letters are in no range.
    pub fn source(&self) -> Range<usize> {
        self.start..self.end
    }
}

impl Normalized {
    /// The normalized text: small letters, single spaces, no marks, no punctuation.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The letters (spaces and digits included) with their places in the original, in its order:
    /// neither their starts nor their ends ever go back.
    pub fn letters(&self) -> &[Letter] {
        &self.letters
    }
}

/// Normalizes a text: undoes the ways of encoding and typing one spelling.
///
/// Presentation forms, ligatures and widths are resolved, letters are small, digits are ASCII's,
/// digraphs and classical orthographies are spelled as today, marks and signs that say nothing
/// about letters are dropped, and words have one space between them. Letters that differ in a word
/// stay apart (أ and ا, ş and s): [`Key`](crate::Key) folds those. Normalizing twice changes nothing.
///
/// ```
/// let name = toponym::normalize("«قــره\u{200c}بـاغ»");
/// assert_eq!(name.as_str(), "قره باغ");
/// assert_eq!(name.letters()[1].source(), 8..10);
/// ```
#[must_use]
pub fn normalize(text: &str) -> Normalized {
    let mut letters = Vec::new();
    normalize_into(text, &mut letters);
    if letters.last().is_some_and(|last| last.char == ' ') {
        letters.pop();
    }
    let mut text = String::with_capacity(letters.len() * 2);
    text.extend(letters.iter().map(|letter| letter.char));
    Normalized { text, letters }
}

/// A text normalized, as it is if that changes nothing: most names are written as they are
/// compared.
pub(crate) fn normal_form(text: &str) -> Cow<'_, str> {
    match is_plainly_normal(text) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(normalize(text).text),
    }
}

/// Whether a look at each letter of a text tells that normalizing does not change it.
fn is_plainly_normal(text: &str) -> bool {
    let table = letter_table::table();
    let mut scripts = Scripts::default();
    let mut after_space = true;
    for c in text.chars() {
        let entry = table.get(c);
        if !entry.kind.is_letter() || entry.char != c || (c == ' ' && after_space) {
            return false;
        }
        after_space = c == ' ';
        // The rules are for words: the scripts of one word say nothing of the next.
        if after_space {
            if scripts.need_rules() {
                return false;
            }
            scripts = Scripts::default();
        }
        scripts |= entry.kind.scripts();
    }
    !after_space && !scripts.need_rules()
}

/// Number of characters, those of at most two bytes in UTF-8, that [`context_free_letter`] knows.
pub(crate) const CONTEXT_FREE: usize = letter_table::TABLE_LETTERS;

/// The letter that a character normalizes to in every word of its script, whatever stands beside it. A
/// character that may belong to this one must not follow it.
pub(crate) const fn context_free_letter(code: usize) -> Option<char> {
    let entry = letter_table::entry(code);
    match entry.kind {
        // The rules for words change Armenian ones, and those with a capital I.
        CharKind::Complex | CharKind::Silent | CharKind::Armenian => None,
        CharKind::Neutral | CharKind::Cyrillic | CharKind::Latin | CharKind::Other => {
            match entry.char {
                ' ' => None,
                _ if code == 'I' as usize => None,
                letter => Some(letter),
            }
        }
    }
}

/// Normalizes a text to its letters alone, over what is in `letters`; a space at the end stays.
pub(crate) fn normalize_into(text: &str, letters: &mut Vec<Letter>) {
    let mut new = Letters::new(text, std::mem::take(letters));
    new.read();
    *letters = new.finish();
}

/// What a character is to those around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LetterRole {
    /// It parts words: it becomes a space.
    Blank,
    /// It begins a letter, or is one.
    Letter,
    /// It is as if it were not there, or nearly so.
    Dropped,
    /// It belongs to the letter before it.
    Mark,
}

impl LetterRole {
    #[inline]
    pub fn of(c: char) -> LetterRole {
        let entry = letter_table::table().get(c);
        match entry.kind.is_letter() {
            true if entry.char == ' ' => LetterRole::Blank,
            true => LetterRole::Letter,
            false if unicode::is_dropped(c) => LetterRole::Dropped,
            false if unicode::starts_segment(c) => LetterRole::Letter,
            false => LetterRole::Mark,
        }
    }
}

/// The letters written so far, and what is known of the last word.
struct Letters<'t> {
    text: &'t str,
    letters: Vec<Letter>,
    /// Index in `letters` of the first letter of the word being written.
    word: usize,
    scripts: Scripts,
    sequence: unicode::CharacterSequence,
    /// Room for the word rules to write in.
    spare: Vec<Letter>,
}

impl<'t> Letters<'t> {
    /// Letters of a text, to be written over what is in a buffer.
    fn new(text: &'t str, mut letters: Vec<Letter>) -> Self {
        letters.clear();
        // Most texts that this sees have two bytes a letter.
        letters.reserve(text.len() / 2 + 4);
        Letters {
            text,
            letters,
            word: 0,
            scripts: Scripts::default(),
            sequence: unicode::CharacterSequence::default(),
            spare: Vec::new(),
        }
    }

    fn read(&mut self) {
        let table = letter_table::table();
        let mut at = 0;
        let mut next = char_at(self.text, at);
        while let Some(c) = next {
            let entry = table.get(c);
            let plain = match entry.kind.is_letter() {
                true => self.end_of_plain_letter(table, at + c.len_utf8()),
                false => None,
            };
            match plain {
                Some((end, following)) => {
                    self.push(entry.char, entry.kind.scripts(), at, end);
                    if c == 'I' {
                        self.scripts |= Scripts::CAPITAL_I;
                    }
                    (at, next) = (end, following);
                }
                None => {
                    at = self.read_sequence(at);
                    next = char_at(self.text, at);
                }
            }
        }
    }

    /// Where a letter ends that nothing but marks to be dropped follows, and the next letter, if there
    /// is one; `None` if what follows may belong to the letter.
    #[inline]
    fn end_of_plain_letter(
        &self,
        table: &LetterTable,
        mut end: usize,
    ) -> Option<(usize, Option<char>)> {
        loop {
            let next = char_at(self.text, end);
            let Some(c) = next else {
                return Some((end, None));
            };
            match table.get(c).kind {
                CharKind::Silent => end += c.len_utf8(),
                kind if kind.is_letter() => return Some((end, next)),
                _ => return None,
            }
        }
    }

    /// Reads one letter with everything that belongs to it; returns where the next begins.
    fn read_sequence(&mut self, start: usize) -> usize {
        let mut sequence = std::mem::take(&mut self.sequence);
        let ends = sequence.read(self.text, start);
        for &char in sequence.letters() {
            self.push(char, Scripts::of(char), start, ends.letter);
        }
        if sequence.is_capital_i() {
            self.scripts |= Scripts::CAPITAL_I;
        }
        self.sequence = sequence;
        ends.next
    }

    fn push(&mut self, char: char, scripts: Scripts, start: usize, end: usize) {
        if char == ' ' {
            // Empty when the text starts with a space or one was written before.
            if self.word == self.letters.len() {
                return;
            }
            self.end_word();
            self.letters.push(Letter { char, start, end });
            self.word = self.letters.len();
        } else {
            self.letters.push(Letter { char, start, end });
            self.scripts |= scripts;
        }
    }

    fn end_word(&mut self) {
        if self.scripts.need_rules() {
            let mut word = Word {
                text: self.text,
                letters: &mut self.letters,
                start: self.word,
                scripts: self.scripts,
                spare: &mut self.spare,
            };
            for rule in WORD_RULES {
                rule(&mut word);
            }
        }
        self.scripts = Scripts::default();
    }

    fn finish(mut self) -> Vec<Letter> {
        self.end_word();
        self.letters
    }
}

/// The character at a byte of a text. Those of two bytes, of which most texts here are made, come first.
#[inline]
fn char_at(text: &str, at: usize) -> Option<char> {
    let bytes = text.as_bytes();
    let lead = *bytes.get(at)?;
    match lead {
        0xC0..0xE0 => {
            let trail = *bytes.get(at + 1)?;
            char::from_u32(u32::from(lead & 0x1F) << 6 | u32::from(trail & 0x3F))
        }
        0..0x80 => Some(lead.into()),
        _ => text.get(at..)?.chars().next(),
    }
}
