//! The signs of a romanized name: Latin letters, those with the marks of scholars, the article.

mod article;
mod respelling;
mod written;

use crate::phonetic::sound::abjad;
use crate::phonetic::sound::romanization::latin::article::fused_article;
pub(crate) use crate::phonetic::sound::romanization::latin::article::is_article;
use crate::phonetic::sound::romanization::latin::respelling::{
    spelled_in_english, spelled_usually,
};
use crate::phonetic::sound::romanization::latin::written::words_of;

/// The signs, numbered from 1 in this order: a space, the article, letters, long vowels, emphatic
/// consonants, hamza, ʿayn and digits.
const SIGNS: &str = " Aabcdefghijklmnopqrstuvwxyzāīūḥṣṭḍẓʾʿ0123456789";

/// Numbers go from 1 to this; 0 stands for the start and the end of a name.
pub(super) const COUNT: usize = 48;

/// The number of a space.
pub(super) const SPACE: u8 = 1;

/// The number of the article.
pub(super) const ARTICLE: u8 = 2;

/// The number of the digit 0, before those of the others.
pub(super) const FIRST_DIGIT: u8 = 39;

/// Maximum number of signs that are aligned: longer names are compared by their beginning.
pub(super) const MAX_SIGNS: usize = 40;

/// The number of a sign; 0 if it is none.
pub(super) fn number(sign: char) -> u8 {
    if sign.is_ascii_lowercase() {
        return sign as u8 - b'a' + ARTICLE + 1;
    }
    let at = SIGNS.chars().position(|known| known == sign);
    at.and_then(|at| u8::try_from(at + 1).ok()).unwrap_or(0)
}

/// The sign of a number.
pub(super) fn sign(number: u8) -> char {
    let at = usize::from(number).checked_sub(1);
    at.and_then(|at| SIGNS.chars().nth(at)).unwrap_or('#')
}

/// What the signs of a Latin name tell of its being a romanization.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RomanizedLook {
    /// Nothing: it may be any word.
    Plain,
    /// It has an article or an apostrophe, as ordinary words of Arabic and others have too.
    Articled,
    /// It has the marks of scholars, or digits for letters that Latin has not.
    Marked,
}

/// A name in Latin letters as signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LatinSigns {
    signs: Vec<u8>,
    /// The signs as they were written, where a sign stands for one with a mark: it is what that
    /// is a romanization of.
    marks: Vec<u8>,
    /// Whether it carries marks that tell long vowels or emphatic consonants, so that a letter
    /// without a mark is another one.
    pub is_marked: bool,
    /// Cost of this reading, in twentieths of a nat.
    pub cost: u16,
}

impl LatinSigns {
    pub fn signs(&self) -> &[u8] {
        &self.signs
    }

    /// The Arabic letter that the mark of each sign tells of, 0 for none; empty if none was taken off.
    pub fn marks(&self) -> &[u8] {
        &self.marks
    }

    /// What its signs tell of its being a romanization.
    pub fn look(&self) -> RomanizedLook {
        let told = |number: &u8| matches!(sign(*number), 'A' | 'ʿ' | 'ʾ');
        if self.is_marked || !self.marks.is_empty() {
            RomanizedLook::Marked
        } else if self.signs.iter().any(told) {
            RomanizedLook::Articled
        } else {
            RomanizedLook::Plain
        }
    }

    /// The name in plain letters, the article as a word.
    pub fn plain(&self) -> String {
        let mut text = String::new();
        for number in &self.signs {
            match sign(*number) {
                'A' => text.push_str("al "),
                'ʾ' | 'ʿ' => {}
                letter => text.push(unmarked(letter)),
            }
        }
        text
    }

    fn new(mut signs: Vec<char>, cost: u16) -> LatinSigns {
        signs.truncate(MAX_SIGNS);
        LatinSigns {
            is_marked: signs.iter().any(|sign| MARKED.contains(*sign)),
            signs: signs.into_iter().map(number).collect(),
            marks: Vec::new(),
            cost,
        }
    }

    /// The signs without their marks, which tell the Arabic letters.
    fn without_marks(signs: &[char], cost: u16) -> LatinSigns {
        let mut reading = LatinSigns::new(signs.iter().copied().map(unmarked).collect(), cost);
        let letter = |sign: &char| marked_as(*sign).and_then(abjad::number).unwrap_or(0);
        reading.marks = signs.iter().take(MAX_SIGNS).map(letter).collect();
        reading
    }
}

/// Signs with marks.
const MARKED: &str = "āīūḥṣṭḍẓ";

/// The Arabic letter that a sign with a mark stands for.
fn marked_as(sign: char) -> Option<char> {
    Some(match sign {
        'ā' => 'ا',
        'ī' => 'ي',
        'ū' => 'و',
        'ḥ' => 'ح',
        'ṣ' => 'ص',
        'ṭ' => 'ط',
        'ḍ' => 'ض',
        'ẓ' => 'ظ',
        _ => return None,
    })
}

/// The ways to read a name: as it is written; with what may be the article, joined to its word, as
/// the article; with digits for the letters that they stand for; and without the marks of scholars, if it
/// has some, or spelled more usually. Empty if there is no letter.
pub(super) fn readings(text: &str) -> Vec<LatinSigns> {
    all_readings(&words_of(text))
}

/// The way to read a name of a gazetteer, whose spelling is taken as it is.
pub(super) fn plain_reading(text: &str) -> LatinSigns {
    let words = words_of(text);
    LatinSigns::new(signs_of(&words, false), 0)
}

/// The spellings of a name as the English romanize it, where its letters tell that another orthography
/// was followed.
pub(super) fn in_english(text: &str) -> Vec<String> {
    let signs = signs_of(&words_of(text), false);
    let plain = |signs: Vec<char>| LatinSigns::new(signs, 0).plain();
    spelled_in_english(&signs).into_iter().map(plain).collect()
}

fn all_readings(words: &[Word]) -> Vec<LatinSigns> {
    let has = |digit: char| words.iter().any(|word| word.contains(&digit));
    let chat: &[(char, char)] = match (has(NINE), has(TWO)) {
        (false, false) => &[('q', 'q')],
        (true, false) => &[('q', 'q'), ('ṣ', 'q')],
        (false, true) => &[('q', 'q'), ('q', 'ʾ')],
        (true, true) => &[('q', 'q'), ('q', 'ʾ'), ('ṣ', 'q'), ('ṣ', 'ʾ')],
    };
    let mut readings: Vec<LatinSigns> = Vec::new();
    let mut push = |reading: LatinSigns| {
        let is_known = |known: &LatinSigns| {
            known.signs == reading.signs && known.is_marked == reading.is_marked
        };
        if !reading.signs.is_empty() && !readings.iter().any(is_known) {
            readings.push(reading);
        }
    };
    let digits = has(NINE)
        || words
            .iter()
            .flatten()
            .any(|sign| DIGIT_SIGNS.contains(*sign));
    let clean = |words: &[Word]| -> Vec<Word> {
        let known = |sign: &char| match DIGIT_SIGNS.chars().position(|known| known == *sign) {
            Some(at) => DIGITS_MEAN.chars().nth(at).unwrap_or(*sign),
            None => *sign,
        };
        let word = |word: &Word| word.iter().map(known).collect();
        words.iter().map(word).collect()
    };
    for fused in [false, true] {
        for (nine, two) in chat {
            let chosen = |sign: &char| match *sign {
                NINE => *nine,
                TWO => *two,
                other => other,
            };
            let words: Vec<Word> = words
                .iter()
                .map(|word| word.iter().map(chosen).collect())
                .collect();
            let signs = signs_of(&clean(&words), fused);
            let marked = signs.iter().any(|sign| MARKED.contains(*sign));
            if !(digits && marked) {
                push(LatinSigns::new(signs.clone(), 0));
            }
            if marked {
                let cost = if digits { 0 } else { UNMARKED };
                push(LatinSigns::without_marks(&signs, cost));
            }
            for (usual, changes) in spelled_usually(&signs) {
                let cost = changes.saturating_mul(RESPELLED);
                push(LatinSigns::without_marks(&usual, cost));
            }
        }
    }
    readings
}

/// Cost of reading a name with marks as those do who write none, in twentieths of a nat.
const UNMARKED: u16 = 30;

/// Cost of a respelling.
const RESPELLED: u16 = 14;

/// A word as letters: signs, with signs of their own for digits.
type Word = Vec<char>;

/// The signs of words, the article one.
fn signs_of(words: &[Word], fused: bool) -> Vec<char> {
    let mut signs = Vec::new();
    let mut after_article = false;
    for (at, word) in words.iter().enumerate() {
        if at > 0 && !after_article {
            signs.push(' ');
        }
        after_article = false;
        if let Some(next) = words.get(at + 1)
            && is_article(word, next)
        {
            signs.push('A');
            after_article = true;
            continue;
        }
        let mut rest = &word[..];
        if fused && let Some(used) = fused_article(word) {
            signs.push('A');
            rest = &word[used..];
        }
        signs.extend(rest);
    }
    signs
}

/// Stand for the 9 and the 2 of chat letters, ق or ص, and ء or ق.
const NINE: char = '⑨';
const TWO: char = '②';

/// Stand for other digits of chat letters, each for the sign with a mark below it.
const DIGIT_SIGNS: &str = "⑥⑦❻❾";
const DIGITS_MEAN: &str = "ṭḥẓḍ";

/// A sign without the mark of scholars.
pub(super) fn unmarked(letter: char) -> char {
    match letter {
        'ā' => 'a',
        'ī' => 'i',
        'ū' => 'u',
        'ḥ' => 'h',
        'ṣ' => 's',
        'ṭ' => 't',
        'ḍ' => 'd',
        'ẓ' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(text: &str) -> Vec<String> {
        let text_of = |reading: &LatinSigns| reading.signs.iter().map(|n| sign(*n)).collect();
        let as_written = readings(text).into_iter().filter(|r| r.cost == 0);
        as_written.map(|reading| text_of(&reading)).collect()
    }

    #[test]
    fn the_article_is_one_sign_in_all_its_forms() {
        let cases = [
            ("Al-Zarqa", "Azarqa"),
            ("Az Zarqa'", "Azarqaʾ"),
            ("aṣ-Ṣuwayrah", "Aṣuwayrah"),
            ("Ash Sham", "Asham"),
            ("Ksar el Kebir", "ksar Akebir"),
            ("L'Ariana", "lʾariana"),
            ("As Arab", "as arab"),
        ];
        for (text, expected) in cases {
            assert_eq!(read_all(text)[0], expected, "{text}");
        }
        assert_eq!(read_all("Alqaim"), ["alqaim", "Aqaim"]);
        assert_eq!(read_all("Assalam"), ["assalam", "Asalam"]);
        assert_eq!(read_all("Aleppo"), ["aleppo", "Aeppo"]);
        assert_eq!(read_all("Ali"), ["ali"]);
    }

    #[test]
    fn scholars_and_chat_letters_are_the_same_signs() {
        let cases = [
            ("Ḥalab", "ḥalab"),
            ("al-Ǧazāʾir", "Ajazāʾir"),
            ("ḫān", "khān"),
            ("3amman", "ʿamman"),
            ("5alil", "khalil"),
            ("baghdād", "baghdād"),
            ("Hay 14", "hay 14"),
        ];
        for (text, expected) in cases {
            assert_eq!(read_all(text)[0], expected, "{text}");
        }
        assert_eq!(read_all("9ana"), ["qana", "sana"]);
        assert_eq!(read_all("2ahera"), ["qahera", "ʾahera"]);
        assert!(readings("Ḥalab")[0].is_marked && !readings("Halab")[0].is_marked);
        assert!(readings("").is_empty() && readings("—").is_empty());
    }

    #[test]
    fn marks_and_digits_tell_the_arabic_letter() {
        let plain = readings("7alab");
        assert_eq!(plain[0].plain(), "halab");
        assert_eq!(plain[0].marks().first().copied(), abjad::number('ح'));
        let unmarked = readings("Ḥalab").into_iter().find(|r| !r.is_marked);
        assert_eq!(
            unmarked.unwrap().marks().first().copied(),
            abjad::number('ح')
        );
    }

    #[test]
    fn unusual_spellings_are_read_as_the_usual_ones_too() {
        for (text, expected) in [
            ("Mayadeen", "mayadin"),
            ("Ouargla", "wargla"),
            ("Djelfa", "jelfa"),
        ] {
            let usual = readings(text).into_iter().find(|r| r.cost > 0).unwrap();
            assert_eq!(usual.plain(), expected);
        }
    }

    #[test]
    fn signs_are_numbered() {
        for at in 1..=COUNT as u8 {
            assert_eq!(number(sign(at)), at);
        }
        assert_eq!(SIGNS.chars().count(), COUNT);
        assert_eq!((number(' '), number('A')), (SPACE, ARTICLE));
    }
}
