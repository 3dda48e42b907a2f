//! The letters of Arabic script, numbered.

/// Space and digits, then the letters: those of Arabic with the forms that are heard apart or
/// stand at a word's end, and those of Persian.
const LETTERS: &str = " 0123456789ابتثجحخدذرزسشصضطظعغفقكلمنهويةىئؤءپچژگڤ";

/// Numbers go from 1 to this; 0 is no letter.
pub(super) const COUNT: usize = 49;

/// The number of a space.
pub(super) const SPACE: u8 = 1;

const FIRST_LETTER: u8 = 12;

/// Whether a number is a letter's, not a digit's or the space's.
pub(super) fn is_letter(number: u8) -> bool {
    number >= FIRST_LETTER
}

/// The number of a letter; letters of other languages go with the one that sounds like them.
pub(super) fn number(c: char) -> Option<u8> {
    let plain = match c {
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
    };
    let at = LETTERS.chars().position(|letter| letter == plain)?;
    u8::try_from(at + 1).ok()
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
