//! Every script but Arabic, read into Latin letters, numbered.
//!
//! This is no romanization to be read: it keeps what tells sounds apart (ə, ı, ğ, ç) and
//! spells other scripts as Latin spells the same sounds, so that one table of costs does for
//! all of them.

use unicode_normalization::char::decompose_canonical;

/// The letters that are not of ASCII, from 38 on: before them stand the start of a word, digits and a to
/// z.
const OWN: &str = "əığçñöü";

/// Numbers go from 1 to this; 0 is what lies before the first and after the last letter.
pub(super) const COUNT: usize = 44;

/// The number of a space.
pub(super) const SPACE: u8 = 1;

/// The letter of a number.
pub(super) fn letter(number: u8) -> char {
    match number {
        SPACE => ' ',
        2..=11 => char::from(b'0' + number - 2),
        12..=37 => char::from(b'a' + number - 12),
        _ => {
            let own = usize::from(number).checked_sub(38);
            own.and_then(|at| OWN.chars().nth(at)).unwrap_or('?')
        }
    }
}

/// The number of a letter.
pub(super) fn number(letter: char) -> Option<u8> {
    let ascii = |first: u8, number: u8| Some(letter as u8 - first + number);
    match letter {
        ' ' => Some(SPACE),
        '0'..='9' => ascii(b'0', 2),
        'a'..='z' => ascii(b'a', 12),
        _ => {
            let at = OWN.chars().position(|own| own == letter)?;
            u8::try_from(38 + at).ok()
        }
    }
}

/// Gives the number of each letter.
pub(super) fn read(text: &str, mut push: impl FnMut(u8)) {
    let mut before = None;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        // Armenian has two letters for u.
        let is_u = c == 'ո' && letters.next_if_eq(&'ւ').is_some();
        let spelled = match is_u {
            true => Some("u"),
            false => spelled(c, before).or_else(|| spelled(base(c)?, before)),
        };
        let spelled = spelled.unwrap_or_default();
        spelled.chars().filter_map(number).for_each(&mut push);
        before = Some(c);
    }
}

/// What a letter with diacritics is without them.
fn base(c: char) -> Option<char> {
    let mut base = None;
    decompose_canonical(c, |part| base = base.or(Some(part)));
    base.filter(|base| *base != c)
}

/// A letter of any script in Latin letters, given the letter before it.
pub(super) fn spelled(c: char, before: Option<char>) -> Option<&'static str> {
    let initial = before.is_none_or(|before| before == ' ');
    let text = match c {
        ' ' => " ",
        '0'..='9' | 'a'..='z' => return ascii(c),
        // Latin letters that another spelling has two for, or that stay apart.
        'ə' => "ə",
        'ı' => "ı",
        'ğ' => "ğ",
        'ç' => "ç",
        'ñ' | 'ń' | 'ň' => "ñ",
        'ö' | 'ø' | 'ő' => "ö",
        'ü' | 'ű' => "ü",
        'ş' | 'š' | 'ś' | 'ș' => "sh",
        'č' | 'ć' => "ch",
        'ž' | 'ź' | 'ż' => "zh",
        'đ' => "d",
        'ł' => "l",
        'ħ' => "h",
        // Cyrillic.
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'ғ' => "gh",
        'д' => "d",
        'е' | 'є' if initial => "ye",
        'е' | 'э' | 'є' => "e",
        'ё' => "yo",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' => "i",
        'ї' => "yi",
        'й' | 'ы' => "y",
        'ј' => "y",
        'к' => "k",
        'қ' => "q",
        'ҝ' => "g",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'ң' => "ng",
        'о' => "o",
        'ө' => "ö",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ұ' => "u",
        'ў' => "w",
        'ү' => "ü",
        'ф' => "f",
        'х' => "kh",
        'һ' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ҹ' | 'џ' => "j",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "yu",
        'я' => "ya",
        'ә' => "ə",
        'љ' => "ly",
        'њ' => "ny",
        'ћ' => "ch",
        'ђ' => "j",
        'ь' | 'ъ' => "",
        // Armenian.
        'ա' => "a",
        'բ' => "b",
        'գ' => "g",
        'դ' => "d",
        'ե' if initial => "ye",
        'ե' | 'է' => "e",
        'զ' => "z",
        'ը' => "ə",
        'թ' | 'տ' => "t",
        'ժ' => "zh",
        'ի' => "i",
        'լ' => "l",
        'խ' => "kh",
        'ծ' | 'ց' => "ts",
        'կ' | 'ք' => "k",
        'հ' => "h",
        'ձ' => "dz",
        'ղ' => "gh",
        'ճ' | 'չ' => "ch",
        'մ' => "m",
        'յ' => "y",
        'ն' => "n",
        'շ' => "sh",
        'ո' if initial => "vo",
        'ո' | 'օ' => "o",
        'ւ' | 'վ' => "v",
        'պ' | 'փ' => "p",
        'ջ' => "j",
        'ռ' | 'ր' => "r",
        'ս' => "s",
        'ֆ' => "f",
        // Georgian.
        'ა' => "a",
        'ბ' => "b",
        'გ' => "g",
        'დ' => "d",
        'ე' => "e",
        'ვ' => "v",
        'ზ' => "z",
        'თ' | 'ტ' => "t",
        'ი' => "i",
        'კ' | 'ქ' => "k",
        'ლ' => "l",
        'მ' => "m",
        'ნ' => "n",
        'ო' => "o",
        'პ' | 'ფ' => "p",
        'ჟ' => "zh",
        'რ' => "r",
        'ს' => "s",
        'უ' => "u",
        'ღ' => "gh",
        'ყ' => "q",
        'შ' => "sh",
        'ჩ' | 'ჭ' => "ch",
        'ც' | 'წ' => "ts",
        'ძ' => "dz",
        'ხ' => "kh",
        'ჯ' => "j",
        'ჰ' => "h",
        // Greek.
        'α' => "a",
        'β' => "v",
        'γ' => "g",
        'δ' => "d",
        'ε' => "e",
        'ζ' => "z",
        'η' | 'ι' => "i",
        'υ' => "y",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "x",
        'ο' | 'ω' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' => "s",
        'τ' => "t",
        'φ' => "f",
        'χ' => "kh",
        'ψ' => "ps",
        _ => return None,
    };
    Some(text)
}

/// A letter of ASCII as text.
fn ascii(c: char) -> Option<&'static str> {
    const ASCII: &str = "0123456789abcdefghijklmnopqrstuvwxyz";
    let at = match c {
        '0'..='9' => c as usize - '0' as usize,
        'a'..='z' => c as usize - 'a' as usize + 10,
        _ => return None,
    };
    ASCII.get(at..at + 1)
}
