//! The letters of Arabic script, numbered.

use std::sync::LazyLock;

/// Space and digits, then the letters: those of Arabic with the forms that are heard apart or
/// stand at a word's end, and those of Persian.
const LETTERS: &str = " 0123456789ابتثجحخدذرزسشصضطظعغفقكلمنهويةىئؤءپچژگڤ";

/// Numbers go from 1 to this; 0 is no letter.
pub(super) const COUNT: usize = 49;

/// The number of a space.
pub(super) const SPACE: u8 = 1;

const FIRST_LETTER: u8 = 12;

/// The letters of the article, ا and ل.
pub(super) const ARTICLE_LETTERS: [u8; 2] = [12, 34];

/// Whether a number is a letter's, not a digit's or the space's.
pub(super) fn is_letter(number: u8) -> bool {
    number >= FIRST_LETTER
}

/// The number of a letter; letters of other languages go with the one that sounds like them.
pub(super) fn number(c: char) -> Option<u8> {
    match c {
        ' ' => Some(SPACE),
        '0'..='9' => Some(c as u8 - b'0' + 2),
        _ => {
            let at = (c as usize).checked_sub(FIRST_ARABIC)?;
            let number = *NUMBERS.get(at)?;
            (number != 0).then_some(number)
        }
    }
}

/// The first character of the block of Arabic, and how many there are.
const FIRST_ARABIC: usize = 0x600;
const BLOCK: usize = 0x180;

/// The number of each character of the block; 0 for none.
static NUMBERS: LazyLock<[u8; BLOCK]> = LazyLock::new(|| {
    std::array::from_fn(|at| {
        let c = char::from_u32((FIRST_ARABIC + at) as u32).map(plain);
        let at = LETTERS.chars().position(|letter| Some(letter) == c);
        at.and_then(|at| u8::try_from(at + 1).ok()).unwrap_or(0)
    })
});

/// The letter that one of another language goes with.
fn plain(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' => 'ا',
        'ٹ' | 'ټ' => 'ت',
        'ڈ' | 'ډ' => 'د',
        'ڑ' | 'ړ' | 'ڕ' => 'ر',
        'ڭ' | 'ڬ' | 'ڮ' | 'ݢ' => 'گ',
        'ڵ' => 'ل',
        'ں' | 'ڼ' => 'ن',
        'ھ' => 'ه',
        'ۆ' | 'ۇ' | 'ۈ' | 'ۋ' => 'و',
        'ێ' | 'ې' | 'ے' | 'ؽ' => 'ي',
        'ۓ' => 'ئ',
        'ڥ' => 'ڤ',
        'ڨ' => 'ق',
        'ښ' => 'ش',
        'ځ' | 'څ' => 'چ',
        _ => c,
    }
}

/// The letter of a number.
pub(super) fn letter(number: u8) -> char {
    let at = usize::from(number).checked_sub(1);
    at.and_then(|at| LETTERS.chars().nth(at)).unwrap_or('?')
}

/// Gives the number of each letter.
pub(super) fn read(text: &str, push: impl FnMut(u8)) {
    text.chars().filter_map(number).for_each(push);
}
