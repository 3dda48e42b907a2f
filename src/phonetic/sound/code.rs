//! Sound codes: what a comparison by sound needs of a name, as an index holds it behind the spelling.
//!
//! A search compares a query with hundreds of names, and most of its time would go into reading each of
//! them anew: normalizing it, numbering its letters, looking for generic words. So it is done once, when
//! the index is built. A code depends on the spelling alone.
//!
//! ```text
//! head      1 byte: bits 0 to 2 the script (0 for none), then which of the following there is
//! letters   of the whole name
//! [signs]   if it is a romanization whose signs do not follow from its letters
//! [parts]   1 byte (bit 0 composed, bit 1 several words), the number of senses, the senses;
//!           of a composed name the letters of its specific part, and its signs (bit 2) as above
//! [shorter] if it has three words: 1 byte (bits 0 to 2: which word may be left out; 4 to 6: of
//!           which the letters that are left follow, as they do not follow from those of the whole)
//! ```
//!
//! Letters are their number (1 byte; the highest bit says the side of [`Sounds`]) and one byte each. The
//! article of an Arabic word is one letter, as it is in a romanization.

#[cfg(test)]
mod tests;

use crate::phonetic::generic::{Parts, Senses};
use crate::phonetic::phonetic_key::without_a_word;
use crate::phonetic::sound::romanization::{ARTICLE, RomanizedName, StoredName};
use crate::phonetic::sound::{MAX_LETTERS, Side, Sounds, abjad, roman};
use crate::text::normalize::normal_form;
use crate::text::script::Script;

const SCRIPT: u8 = 0b111;
const HAS_SIGNS: u8 = 1 << 3;
const HAS_PARTS: u8 = 1 << 4;
const HAS_SHORTER: u8 = 1 << 5;

const ABJAD: u8 = 0x80;
const MARKED: u8 = 0x80;

const COMPOSED: u8 = 1;
const SEVERAL_WORDS: u8 = 1 << 1;
const HAS_REST_SIGNS: u8 = 1 << 2;

const SCRIPTS: [Script; 6] = [
    Script::Arabic,
    Script::Armenian,
    Script::Cyrillic,
    Script::Georgian,
    Script::Latin,
    Script::Other,
];

/// The code of a name in an index. What it says is not trusted: letters of damaged bytes are those of
/// some other name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SoundCode<'c> {
    head: u8,
    letters: CodedLetters<'c>,
    signs: Option<CodedLetters<'c>>,
    parts: u8,
    senses: &'c [u8],
    rest: CodedLetters<'c>,
    rest_signs: Option<CodedLetters<'c>>,
    /// Which of three words may be left out, and the letters that are left where they follow.
    shorter: u8,
    left: [CodedLetters<'c>; 3],
}

/// Letters, with a bit beside their number.
#[derive(Clone, Copy, Debug, Default)]
struct CodedLetters<'c> {
    letters: &'c [u8],
    bit: bool,
}

/// Room for the letters of a [`StoredName`].
pub(crate) type SignBuffer = [u8; MAX_LETTERS];

/// Such room, empty.
pub(crate) const NO_SIGNS: SignBuffer = [0; MAX_LETTERS];

impl<'c> SoundCode<'c> {
    /// The code of a name that has no letter: nothing sounds like it.
    const EMPTY: SoundCode<'static> = SoundCode {
        head: 0,
        letters: CodedLetters::EMPTY,
        signs: None,
        parts: 0,
        senses: &[],
        rest: CodedLetters::EMPTY,
        rest_signs: None,
        shorter: 0,
        left: [CodedLetters::EMPTY; 3],
    };

    /// The script of the first letter in a code; `None` if there is no letter.
    pub fn script_in(bytes: &[u8]) -> Option<Script> {
        let at = usize::from(bytes.first()? & SCRIPT).checked_sub(1)?;
        SCRIPTS.get(at).copied()
    }

    /// The code that some bytes begin with.
    pub fn read(bytes: &'c [u8]) -> SoundCode<'c> {
        SoundCode::try_read(bytes).unwrap_or(SoundCode::EMPTY)
    }

    fn try_read(bytes: &'c [u8]) -> Option<SoundCode<'c>> {
        let (&head, mut bytes) = bytes.split_first()?;
        let rest = &mut bytes;
        let mut code = SoundCode {
            head,
            letters: CodedLetters::read(rest)?,
            ..SoundCode::EMPTY
        };
        if head & HAS_SIGNS != 0 {
            code.signs = Some(CodedLetters::read(rest)?);
        }
        if head & HAS_PARTS != 0 {
            code.parts = take(rest)?;
            let senses = usize::from(take(rest)?);
            (code.senses, *rest) = rest.split_at_checked(senses)?;
            if code.parts & COMPOSED != 0 {
                code.rest = CodedLetters::read(rest)?;
                if code.parts & HAS_REST_SIGNS != 0 {
                    code.rest_signs = Some(CodedLetters::read(rest)?);
                }
            }
        }
        if head & HAS_SHORTER != 0 {
            code.shorter = take(rest)?;
            for (word, left) in code.left.iter_mut().enumerate() {
                if code.shorter >> (word + 4) & 1 != 0 {
                    *left = CodedLetters::read(rest)?;
                }
            }
        }
        Some(code)
    }

    /// The sounds of the whole name.
    pub fn whole(&self) -> Sounds {
        self.letters.sounds()
    }

    /// Whether the name has generic parts and others.
    pub fn is_composed(&self) -> bool {
        self.parts & COMPOSED != 0
    }

    /// The senses of its generic parts. A word alone has none beside another one.
    pub fn senses(&self, of_words_alone: bool) -> Senses {
        match of_words_alone || self.parts & SEVERAL_WORDS != 0 {
            true => self.senses.iter().copied().collect(),
            false => Senses::default(),
        }
    }

    /// The sounds of what is left without generic parts; `None` if it has none, and so that is the whole.
    pub fn rest(&self) -> Option<Sounds> {
        self.is_composed().then(|| self.rest.sounds())
    }

    /// Whether any of its words may be left out.
    pub fn has_shorter(&self) -> bool {
        self.shorter != 0
    }

    /// Which of three words may be left out, the first being 0.
    pub fn words_to_omit(&self) -> impl Iterator<Item = usize> + use<> {
        let shorter = self.shorter;
        (0..3).filter(move |word| shorter >> word & 1 != 0)
    }

    /// The sounds of a name of three words without each of those that may be left out.
    pub fn shorter(&self) -> impl Iterator<Item = Sounds> + '_ {
        self.words_to_omit()
            .map(|word| match self.shorter >> (word + 4) & 1 {
                0 => self.whole().without_word(word),
                _ => self.left[word].sounds(),
            })
    }

    /// The name as a side of a romanization; `None` if it is none.
    pub fn romanized<'n>(&'n self, buffer: &'n mut SignBuffer) -> Option<StoredName<'n>> {
        stored_name(self.script()?, self.letters, self.signs, buffer)
    }

    /// The same of what is left without generic parts; `None` if it has none, too.
    pub fn romanized_rest<'n>(&'n self, buffer: &'n mut SignBuffer) -> Option<StoredName<'n>> {
        match self.is_composed() {
            true => stored_name(self.script()?, self.rest, self.rest_signs, buffer),
            false => None,
        }
    }

    /// The script of its first letter.
    pub fn script(&self) -> Option<Script> {
        SoundCode::script_in(&[self.head])
    }
}

impl<'c> CodedLetters<'c> {
    const EMPTY: CodedLetters<'static> = CodedLetters {
        letters: &[],
        bit: false,
    };

    fn read(bytes: &mut &'c [u8]) -> Option<CodedLetters<'c>> {
        let length = take(bytes)?;
        let (letters, rest) = bytes.split_at_checked(usize::from(length & !ABJAD))?;
        *bytes = rest;
        Some(CodedLetters {
            letters,
            bit: length & ABJAD != 0,
        })
    }

    /// The letters with each article as its two.
    fn sounds(self) -> Sounds {
        let mut sounds = Sounds::empty(match self.bit {
            true => Side::Abjad,
            false => Side::Roman,
        });
        if !self.bit {
            for (place, letter) in sounds.letters.iter_mut().zip(self.letters) {
                *place = (*letter).min(roman::COUNT as u8);
            }
            sounds.length = self.letters.len().min(MAX_LETTERS) as u8;
            return sounds;
        }
        let [alef, lam] = abjad::ARTICLE_LETTERS;
        for letter in self.letters {
            match *letter {
                ARTICLE => sounds.extend([alef, lam]),
                letter => sounds.extend([letter.min(abjad::COUNT as u8)]),
            }
        }
        sounds
    }
}

/// Letters in a script as a side of a romanization, whose signs follow from them unless they are told.
fn stored_name<'n>(
    script: Script,
    letters: CodedLetters<'n>,
    signs: Option<CodedLetters<'n>>,
    buffer: &'n mut SignBuffer,
) -> Option<StoredName<'n>> {
    let is_marked = signs.is_some_and(|signs| signs.bit);
    let signs = match (signs, script) {
        (Some(signs), _) => signs.letters,
        (None, Script::Latin) => {
            let count = letters.letters.len().min(buffer.len());
            for (sign, letter) in buffer.iter_mut().zip(letters.letters) {
                *sign = RomanizedName::sign_of_roman(*letter)?;
            }
            &buffer[..count]
        }
        (None, _) => letters.letters,
    };
    match script {
        _ if signs.is_empty() => None,
        Script::Arabic => Some(StoredName::Arabic(signs)),
        Script::Latin => Some(StoredName::Latin { signs, is_marked }),
        _ => None,
    }
}

fn take(bytes: &mut &[u8]) -> Option<u8> {
    let (&first, rest) = bytes.split_first()?;
    *bytes = rest;
    Some(first)
}

/// Appends the code of a name.
pub(crate) fn push_code(text: &str, code: &mut Vec<u8>) {
    let script = Script::of_text(text);
    let tag = SCRIPTS.iter().position(|known| Some(*known) == script);
    let at = code.len();
    code.push(tag.map_or(0, |tag| tag as u8 + 1));
    let normalized = normal_form(text);
    let whole = Sounds::of(&normalized);
    let romanized = RomanizedName::of_stored(text);
    let stored = romanized.as_ref().and_then(RomanizedName::stored);
    if !push_spelling(&whole, stored, script, code) {
        code[at] |= HAS_SIGNS;
        push_signs(stored, code);
    }
    let parts = Parts::of(&normalized);
    if parts.is_composed() || parts.senses != Senses::default() {
        code[at] |= HAS_PARTS;
        let composed = if parts.is_composed() { COMPOSED } else { 0 };
        let several = if normalized.contains(' ') {
            SEVERAL_WORDS
        } else {
            0
        };
        let head = code.len();
        code.push(composed | several);
        let senses = code.len();
        code.push(0);
        code.extend(parts.senses.iter());
        code[senses] = (code.len() - senses - 1) as u8;
        if parts.is_composed() {
            let rest = parts.rest.join(" ");
            let romanized =
                RomanizedName::of_stored(&rest).filter(|_| Script::of_text(&rest) == script);
            let stored = romanized.as_ref().and_then(RomanizedName::stored);
            if !push_spelling(&Sounds::of(&rest), stored, script, code) {
                code[head] |= HAS_REST_SIGNS;
                push_signs(stored, code);
            }
        }
    }
    push_shorter(&whole, &normalized, at, code);
}

/// Appends the letters of a spelling; whether those that are compared as a romanization follow from them.
fn push_spelling(
    sounds: &Sounds,
    stored: Option<StoredName<'_>>,
    script: Option<Script>,
    code: &mut Vec<u8>,
) -> bool {
    if let Some(StoredName::Arabic(letters)) = stored
        && (CodedLetters { letters, bit: true }).sounds() == *sounds
    {
        push_letters(letters, true, code);
        return true;
    }
    push_sounds(sounds, code);
    let letters = CodedLetters {
        letters: sounds.letters(),
        bit: sounds.side == Side::Abjad,
    };
    let mut buffer = NO_SIGNS;
    let derived = script.and_then(|script| stored_name(script, letters, None, &mut buffer));
    derived == stored
}

/// Appends what is compared as a romanization, which may be nothing.
fn push_signs(stored: Option<StoredName<'_>>, code: &mut Vec<u8>) {
    let (letters, is_marked): (&[u8], bool) = match stored {
        Some(StoredName::Arabic(letters)) => (letters, false),
        Some(StoredName::Latin { signs, is_marked }) => (signs, is_marked),
        None => (&[], false),
    };
    push_letters(letters, is_marked, code);
}

fn push_shorter(whole: &Sounds, normalized: &str, at: usize, code: &mut Vec<u8>) {
    let mut bits = 0;
    let mut follow = Vec::new();
    for (word, shorter) in without_a_word(normalized) {
        let sounds = Sounds::of(&shorter);
        bits |= 1 << word;
        if whole.without_word(word) != sounds {
            bits |= 1 << (word + 4);
            push_sounds(&sounds, &mut follow);
        }
    }
    if bits != 0 {
        code[at] |= HAS_SHORTER;
        code.push(bits);
        code.extend(follow);
    }
}

fn push_sounds(sounds: &Sounds, code: &mut Vec<u8>) {
    push_letters(sounds.letters(), sounds.side == Side::Abjad, code);
}

fn push_letters(letters: &[u8], bit: bool, code: &mut Vec<u8>) {
    const { assert!(MAX_LETTERS < MARKED as usize && ABJAD == MARKED) }
    let letters = &letters[..letters.len().min(MAX_LETTERS)];
    code.push(letters.len() as u8 | if bit { ABJAD } else { 0 });
    code.extend_from_slice(letters);
}
